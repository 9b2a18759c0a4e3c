"""Rules are data: written, changed and taken away; one that nobody could answer is refused."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from jxc_desktop.core.errors import Forbidden, InvalidInput, NotFound
from jxc_desktop.shop.approvals.approvers import Need, Voice, covered, waited_for
from jxc_desktop.shop.approvals.queries import delegation_views, rule_views
from jxc_desktop.shop.approvals.rule_editing import (
    RuleDraft,
    delegate,
    end_delegation,
    remove_rule,
    save_rule,
)
from jxc_desktop.shop.approvals.rules import APPROVABLE, CONDITIONS, Facts
from jxc_desktop.shop.approvals.words import condition_names, condition_words
from tests.shop.approvals.conftest import House
from tests.shopkeeping import DAY, deliver, fen, line


def test_a_rule_is_written_changed_and_taken_away(house: House) -> None:
    rule = house.rule("total_over", value=fen(5000))
    with house.database.transaction(house.owner) as session:
        [view] = rule_views(session)
        assert (view.kind, view.condition, view.value, view.role, view.user) == (
            "sales_delivery", "total_over", fen(5000), "manager", "",
        )  # fmt: skip
        save_rule(session, RuleDraft("goods_receipt", "any", 7, 2, user="会计"), rule)
        [view] = rule_views(session)
        assert (view.kind, view.value, view.step, view.role, view.user) == (
            "goods_receipt", 0, 2, "", "会计",
        )  # fmt: skip
        remove_rule(session, rule)
        assert rule_views(session) == ()
        with pytest.raises(NotFound):
            remove_rule(session, rule)


def test_a_rule_holds_from_the_moment_it_is_written_until_it_is_switched_off(house: House) -> None:
    rule = house.rule()
    with house.database.transaction(house.owner) as session:
        goods = [line(house.product, 1, "10")]
        assert deliver(session, house.customer, goods).pending
        save_rule(session, RuleDraft("sales_delivery", "any", role="manager", disabled=True), rule)
        assert not deliver(session, house.customer, goods).pending


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        (RuleDraft("pos_sale", "any", role="manager"), "这种单据不能设审批规则"),
        (RuleDraft("goods_receipt", "over_credit", role="manager"), "条件只能是每一张"),
        (RuleDraft("goods_receipt", "total_over", -1, role="manager"), "大于等于 0"),
        (RuleDraft("goods_receipt", "discount_over", 10000, role="manager"), "小于 100%"),
        (RuleDraft("goods_receipt", "any", step=0, role="manager"), "第几步"),
        (RuleDraft("goods_receipt", "any", step=10, role="manager"), "第几步"),
        (RuleDraft("goods_receipt", "any"), "选一个角色，或选一个人"),
        (RuleDraft("goods_receipt", "any", role="manager", user="会计"), "选一个角色，或选一个人"),
        (RuleDraft("goods_receipt", "any", role="king"), "没有这个角色"),
        (RuleDraft("goods_receipt", "any", role="keeper"), "仓管员 没有“审核和驳回单据”的权限"),
        (RuleDraft("goods_receipt", "any", user="仓管"), "仓管 没有"),
        (RuleDraft("goods_receipt", "any", user="nobody"), "没有用户 nobody"),
    ],
)
def test_a_rule_that_nobody_could_answer_is_refused(
    house: House, draft: RuleDraft, sentence: str
) -> None:
    with (
        house.database.transaction(house.owner) as session,
        pytest.raises((InvalidInput, NotFound), match=sentence),
    ):
        save_rule(session, draft)
    assert house.count("approval_rule") == 0


def test_only_the_owner_writes_rules(house: House) -> None:
    with house.database.transaction(house.manager) as session:
        with pytest.raises(Forbidden, match="改审批规则和代理"):
            save_rule(session, RuleDraft("expense", "any", role="manager"))
        with pytest.raises(Forbidden):
            delegate(session, "店长", "会计", DAY, DAY)


def test_delegations_name_two_people_and_days_to_come(house: House) -> None:
    with house.database.transaction(house.owner) as session:
        for absent, deputy, first, last, sentence in (
            ("店长", "店长", DAY, DAY, "另一个人"),
            ("店长", "会计", DAY, DAY - timedelta(1), "早于"),
            ("店长", "会计", DAY - timedelta(9), DAY - timedelta(1), "已经过去"),
            ("店长", "仓管", DAY, DAY, "仓管 没有"),
        ):
            with pytest.raises(InvalidInput, match=sentence):
                delegate(session, absent, deputy, first, last)
        row = delegate(session, "店长", "会计", DAY, DAY + timedelta(2))
        [view] = delegation_views(session)
        assert (view.absent, view.deputy, view.first) == ("店长", "会计", DAY)
        end_delegation(session, row)
        assert delegation_views(session) == ()


def test_every_condition_has_words_and_a_kind_that_knows_it() -> None:
    assert set(condition_names()) == set(CONDITIONS)
    assert {name for names in APPROVABLE.values() for name in names} == set(CONDITIONS)
    assert condition_words("total_over", fen("5000")) == "金额超过 5000.00"
    assert condition_words("discount_over", 1550) == "让利超过 15.5%"


def test_what_lies_exactly_on_the_limit_is_free() -> None:
    facts = Facts(DAY, 500, discount=100)
    assert not CONDITIONS["total_over"](facts, 500)
    assert CONDITIONS["total_over"](facts, 499)
    assert not CONDITIONS["discount_over"](facts, 100)


def test_voices_answer_step_by_step_until_somebody_elses_turn() -> None:
    needs = [
        Need(1, 1, "any", 0, "manager", None),
        Need(2, 2, "any", 0, "accountant", None),
        Need(3, 3, "any", 0, "manager", None),
    ]
    manager = Voice(7, frozenset({"manager"}))
    both = Voice(8, frozenset({"manager", "accountant"}))
    assert [need.number for need, _ in covered(needs, [manager])] == [1]
    assert [need.number for need, _ in covered(needs, [both])] == [1, 2, 3]
    assert [need.number for need in waited_for(needs)] == [1]
    assert waited_for([]) == []


def test_while_no_rule_changes_posting_asks_for_rules_at_most_once(house: House) -> None:
    asked: list[str] = []
    if house.database.dialect != "sqlite":
        pytest.skip("statements are counted on SQLite's own trace")
    with house.database.transaction(house.owner) as session:
        session.execute(text("SELECT 1"))
        driver = session.connection().connection.driver_connection
        driver.set_trace_callback(asked.append)
        deliver(session, house.customer, [line(house.product, 1, "10")])
        deliver(session, house.customer, [line(house.product, 1, "10")])
        driver.set_trace_callback(None)
    assert sum("approval_rule" in statement for statement in asked) <= 1


def test_a_deputy_can_post_what_the_absent_is_asked_about(house: House) -> None:
    house.rule()
    with house.database.transaction(house.owner) as session:
        save_rule(session, RuleDraft("price_change", "any", role="manager"))
        save_rule(session, RuleDraft("bad_debt", "any", role="accountant"))
        save_rule(session, RuleDraft("bad_debt", "any", role="owner", disabled=True))
    with house.database.transaction(house.owner) as session:
        delegate(session, "店长", "副店长", DAY, DAY)
        with pytest.raises(InvalidInput) as refused:
            delegate(session, "会计", "副店长", DAY, DAY)
        assert refused.value.field == "deputy"

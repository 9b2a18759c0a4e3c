"""A rule holds a document back; who it names says yes or no; nothing happens before the last yes."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from jxc_desktop.core.errors import Forbidden, InvalidInput, KeyReused, NotFound, Refused, UserError
from jxc_desktop.core.guards import drop_guards
from jxc_desktop.core.sql import Statement
from jxc_desktop.features import INVARIANTS
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.approvals import queries
from jxc_desktop.shop.approvals.invariants import approved_by_others
from jxc_desktop.shop.approvals.queries import (
    decided_papers,
    own_papers,
    papers_for_me,
    pending_view,
    steps_of,
    waiting_papers,
)
from jxc_desktop.shop.approvals.rule_editing import delegate
from jxc_desktop.shop.approvals.services import approve, reject, withdraw
from jxc_desktop.shop.drafts import drafts_of, load_draft
from jxc_desktop.shop.keys import Key, Posted, answered
from jxc_desktop.stock.typed_paper import paper_of
from tests.shop.approvals.conftest import KINDS, Change, House
from tests.shopkeeping import DAY, deliver, fen, line, pieces, pool

KEY = Key("k-1", "digest")


def sell(house: House, by: Actor, quantity: int = 1, at: str = "10.00", **more: object) -> Posted:
    key = more.pop("key", KEY)
    with house.database.transaction(by) as session:
        lines = [line(house.product, quantity, at)]
        return deliver(session, house.customer, lines, key=key, **more)  # type: ignore[arg-type]


def say_yes(house: House, by: Actor, pending: int, comment: str = "") -> Posted:
    with house.database.transaction(by) as session:
        return approve(session, pending, KINDS, comment)


def test_without_a_rule_nothing_is_held_back(house: House) -> None:
    assert sell(house, house.keeper).number == "XSCK202611200001"
    assert house.count("pending_paper") == 0


def test_what_a_rule_holds_back_has_no_number_and_no_effect(house: House) -> None:
    house.rule()
    before = house.count("entry"), house.count("move"), house.count("counter")
    held = sell(house, house.keeper, 3)
    assert (held.state, held.number, held.total, held.repeated) == ("pending", "", fen(30), False)
    assert (house.count("entry"), house.count("move"), house.count("counter")) == before
    assert house.count("sales_delivery") == house.count("document_key") - 1 == 0
    with house.database.reading(house.manager) as session:
        [view] = waiting_papers(session)
    assert (view.subject, view.total, view.maker, view.why) == (
        "客户C01",
        fen(30),
        "仓管",
        "每一张",
    )
    assert (view.waits_for, view.mine, view.own) == ("店长", True, False)


def test_the_same_key_again_is_answered_the_same_while_it_waits(house: House) -> None:
    house.rule()
    held, again = sell(house, house.keeper), sell(house, house.keeper)
    assert (again.document_id, again.pending, again.repeated) == (held.document_id, True, True)
    assert house.count("pending_paper") == 1
    with pytest.raises(KeyReused, match="待审核的单 #1"):
        sell(house, house.keeper, key=Key("k-1", "other"))


def test_a_yes_posts_it_as_made_by_its_maker(house: House) -> None:
    house.rule()
    held = sell(house, house.keeper, 3)
    posted = say_yes(house, house.manager, held.document_id, "老客户")
    assert (posted.number, posted.total, posted.pending) == ("XSCK202611200001", fen(30), False)
    with house.database.reading(house.owner) as session:
        made, by = session.execute(text("SELECT created_by, posted_by FROM sales_delivery")).one()
        assert (made, by) == (house.keeper.user_id, house.manager.user_id)
        assert pool(session, house.product)[0] == pieces(97)
        [step] = steps_of(session, held.document_id)
        view = pending_view(session, held.document_id)
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []
    assert (step.user, step.decision, step.comment, step.why) == (
        "店长",
        "approved",
        "老客户",
        "每一张",
    )
    assert (view.state, view.number, view.mine) == ("approved", "XSCK202611200001", False)


def test_after_the_yes_the_key_answers_with_the_number(house: House) -> None:
    house.rule()
    held = sell(house, house.keeper)
    posted = say_yes(house, house.manager, held.document_id)
    again = sell(house, house.keeper)
    assert (again.number, again.repeated, again.state) == (posted.number, True, "posted")


def test_nobody_says_yes_twice(house: House) -> None:
    house.rule()
    held = sell(house, house.keeper)
    say_yes(house, house.manager, held.document_id)
    with pytest.raises(Refused, match="#1 客户C01 已经通过审核"):
        say_yes(house, house.manager, held.document_id)
    with pytest.raises(NotFound, match="没有待审核的单 #77"):
        say_yes(house, house.manager, 77)


def test_ones_own_document_waits_for_somebody_else_where_the_switch_says_so(
    house: House, set_to: Change
) -> None:
    house.rule()
    set_to("approve_own_documents", False)
    held = sell(house, house.manager)
    before = house.count("audit"), house.count("approval_step")
    with pytest.raises(Refused, match="是你自己制的单，不能自己审核。请店长中的另一个人审核"):
        say_yes(house, house.manager, held.document_id)
    assert (house.count("audit"), house.count("approval_step")) == before
    assert house.count("sales_delivery") == 0
    with house.database.reading(house.manager) as session:
        assert papers_for_me(session) == ()
    assert say_yes(house, house.second, held.document_id).number


def test_the_switch_off_when_it_was_made_still_counts(house: House, set_to: Change) -> None:
    house.rule()
    set_to("approve_own_documents", False)
    held = sell(house, house.manager)
    set_to("approve_own_documents", True)
    with pytest.raises(Refused, match="不能自己审核"):
        say_yes(house, house.manager, held.document_id)


def test_ones_own_document_may_be_approved_where_nothing_forbids_it(house: House) -> None:
    house.rule()
    held = sell(house, house.manager)
    assert say_yes(house, house.manager, held.document_id).number


def test_who_is_not_asked_is_told_whom_it_waits_for(house: House) -> None:
    house.rule()
    held = sell(house, house.keeper)
    with pytest.raises(Forbidden, match="等店长审核，轮不到你"):
        say_yes(house, house.accountant, held.document_id)
    with pytest.raises(Forbidden, match="审核和驳回单据"):
        say_yes(house, house.keeper, held.document_id)


def test_the_owner_may_answer_for_everybody(house: House) -> None:
    house.rule(role="accountant")
    house.rule(step=2, user="副店长", role="")
    held = sell(house, house.keeper)
    assert say_yes(house, house.owner, held.document_id).number


def test_steps_are_taken_in_order(house: House) -> None:
    house.rule(role="accountant", step=1)
    house.rule(role="manager", step=2)
    held = sell(house, house.keeper)
    with pytest.raises(Forbidden, match="等会计审核"):
        say_yes(house, house.manager, held.document_id)
    first = say_yes(house, house.accountant, held.document_id)
    assert first.pending
    with house.database.reading(house.manager) as session:
        assert pending_view(session, held.document_id).waits_for == "店长"
    with pytest.raises(Forbidden, match="等店长审核"):
        say_yes(house, house.accountant, held.document_id)
    assert say_yes(house, house.manager, held.document_id).number


def test_every_rule_of_a_step_must_be_answered(house: House) -> None:
    house.rule(role="accountant")
    house.rule(role="manager")
    held = sell(house, house.keeper)
    assert say_yes(house, house.manager, held.document_id).pending
    assert say_yes(house, house.accountant, held.document_id).number


def test_a_deputy_answers_on_the_days_given_and_for_whom(house: House) -> None:
    house.rule()
    held = sell(house, house.keeper)
    with house.database.transaction(house.owner) as session:
        delegate(session, "店长", "会计", DAY + timedelta(1), DAY + timedelta(3))
    with pytest.raises(Forbidden):
        say_yes(house, house.accountant, held.document_id)
    with house.database.transaction(house.owner) as session:
        delegate(session, "店长", "会计", DAY - timedelta(1), DAY)
    assert say_yes(house, house.accountant, held.document_id).number
    with house.database.reading(house.owner) as session:
        [step] = steps_of(session, held.document_id)
    assert (step.user, step.absent) == ("会计", "店长")


def test_a_deputy_does_not_answer_for_the_maker_where_the_two_are_kept_apart(
    house: House, set_to: Change
) -> None:
    set_to("approve_own_documents", False)
    house.rule()
    with house.database.transaction(house.owner) as session:
        delegate(session, "店长", "会计", DAY, DAY)
    held = sell(house, house.manager)
    with house.database.reading(house.accountant) as session:
        assert papers_for_me(session) == ()
    with pytest.raises(Refused, match="不能代 店长 审核"):
        say_yes(house, house.accountant, held.document_id)
    other = sell(house, house.keeper, key=Key("k-2", "digest"))
    assert say_yes(house, house.accountant, other.document_id).number
    assert say_yes(house, house.second, held.document_id).number
    set_to("approve_own_documents", True)
    free = sell(house, house.manager, key=Key("k-3", "digest"))
    assert say_yes(house, house.accountant, free.document_id).number
    with house.database.reading(house.owner) as session:
        assert approved_by_others(session) == []


def test_a_yes_in_the_makers_name_is_found(house: House, set_to: Change) -> None:
    set_to("approve_own_documents", False)
    house.rule()
    with house.database.transaction(house.owner) as session:
        delegate(session, "店长", "会计", DAY, DAY)
    held = sell(house, house.keeper)
    say_yes(house, house.accountant, held.document_id)
    with house.database.transaction(house.owner) as session:
        drop_guards(session.connection())
        session.execute(text("UPDATE pending_paper SET made_by = :m"), {"m": house.manager.user_id})
        session.execute(
            text("UPDATE sales_delivery SET created_by = :m"), {"m": house.manager.user_id}
        )
        assert approved_by_others(session)


def test_a_no_gives_the_draft_back_with_the_reason(house: House) -> None:
    house.rule()
    held = sell(house, house.keeper, 3, order_discount=200, remark="急")
    with house.database.transaction(house.manager) as session:
        with pytest.raises(InvalidInput, match="驳回要写原因"):
            reject(session, held.document_id, KINDS, "  ")
        reject(session, held.document_id, KINDS, "价格太低")
    with house.database.reading(house.keeper) as session:
        [draft] = drafts_of(session, "sales_delivery")
        paper = paper_of(load_draft(session, "sales_delivery", draft.id))
        [mine] = own_papers(session)
    assert (draft.user, draft.note, draft.subject, draft.total) == (
        "仓管",
        "价格太低",
        "客户C01",
        fen(28),
    )
    assert (paper.day, paper.partner_id, paper.order_discount, paper.remark) == (
        DAY, house.customer, 200, "急",
    )  # fmt: skip
    [typed] = paper.lines
    assert (typed["product"], typed["quantity"], typed["touched"]) == (
        house.product,
        pieces(3),
        True,
    )
    assert (mine.state, mine.reason) == ("rejected", "价格太低")
    with pytest.raises(Refused, match="没有通过审核，或已撤回"):
        sell(house, house.keeper, 3)


def test_the_maker_alone_may_withdraw(house: House) -> None:
    house.rule()
    held = sell(house, house.keeper)
    with (
        house.database.transaction(house.manager) as session,
        pytest.raises(Forbidden, match="仓管"),
    ):
        withdraw(session, held.document_id, KINDS)
    with house.database.transaction(house.keeper) as session:
        withdraw(session, held.document_id, KINDS)
        assert [draft.note for draft in drafts_of(session, "sales_delivery")] == [""]
    with pytest.raises(Refused, match="已经撤回"):
        say_yes(house, house.manager, held.document_id)


def test_what_cannot_be_posted_any_more_still_waits(house: House) -> None:
    house.rule()
    held = sell(house, house.keeper, 60)
    with house.database.transaction(house.owner) as session:
        lines = [line(house.product, 1, "10.00")]
        assert deliver(session, house.customer, lines, key=Key("k-2")).pending
    with house.database.transaction(house.owner) as session:
        approve(
            session,
            deliver(session, house.customer, [line(house.product, 50, "10")]).document_id,
            KINDS,
        )
    with pytest.raises(UserError, match="只"):
        say_yes(house, house.manager, held.document_id)
    with house.database.reading(house.manager) as session:
        assert pending_view(session, held.document_id).state == "pending"
        assert steps_of(session, held.document_id) == ()


def test_what_could_never_be_posted_is_refused_at_once(house: House) -> None:
    house.rule()
    with house.database.transaction(house.keeper) as session, pytest.raises(UserError):
        deliver(session, house.customer, [])
    assert house.count("pending_paper") == 0


@pytest.mark.parametrize(
    ("condition", "value", "held", "free"),
    [
        ("total_over", fen(30), {"quantity": 4}, {"quantity": 3}),
        ("discount_over", 1000, {"order_discount": 101}, {"order_discount": 100}),
        ("below_min_price", 0, {"at": "7.99"}, {"at": "8.00"}),
        ("over_credit", 0, {"quantity": 6}, {"quantity": 5}),
    ],
)
def test_conditions_hold_back_what_passes_them_and_nothing_else(
    house: House, condition: str, value: int, held: dict[str, object], free: dict[str, object]
) -> None:
    house.rule(condition, value=value)
    assert not sell(house, house.owner, key=Key("free"), **free).pending  # type: ignore[arg-type]
    if condition == "over_credit":
        held = {"quantity": 1}
    assert sell(house, house.owner, **held).pending  # type: ignore[arg-type]


def test_a_yes_to_a_price_below_the_lowest_is_the_right_to_it(house: House) -> None:
    with pytest.raises(Forbidden, match=r"第 1 行：商品A 低于最低售价 8\.00"):
        sell(house, house.keeper, at="7.00")
    house.rule("below_min_price", role="accountant")
    held = sell(house, house.keeper, at="7.00")
    assert held.pending
    assert say_yes(house, house.accountant, held.document_id).number


def test_what_waits_cannot_be_changed_or_lost_in_the_database(house: House) -> None:
    house.rule()
    sell(house, house.keeper)
    for statement in (
        "UPDATE pending_paper SET total = 1",
        "UPDATE pending_paper SET body = '{}', state = 'approved'",
        "DELETE FROM pending_paper",
        "DELETE FROM pending_need",
        "UPDATE pending_need SET role = 'keeper'",
    ):
        with pytest.raises(Exception, match="guard"), house.database.transaction(house.owner) as s:
            s.execute(text(statement))


def test_the_log_tells_it_in_words(house: House) -> None:
    from jxc_desktop.shop.acts import act_words
    from jxc_desktop.shop.queries import AuditFilter, audit_rows

    house.rule()
    held = sell(house, house.keeper)
    say_yes(house, house.manager, held.document_id)
    with house.database.reading(house.owner) as session:
        acts = [(act_words(row.action), row.user) for row in audit_rows(session, AuditFilter())]
    assert acts[:3] == [
        ("审核销售出库单", "店长"),
        ("过账销售出库单", "店长"),
        ("提交销售出库单", "仓管"),
    ]


def test_lists_show_each_person_their_part(house: House) -> None:
    house.rule()
    held = sell(house, house.keeper)
    with house.database.reading(house.accountant) as session:
        assert [view.mine for view in waiting_papers(session)] == [False]
        assert own_papers(session) == ()
    say_yes(house, house.manager, held.document_id)
    with house.database.reading(house.manager) as session:
        assert waiting_papers(session) == ()
        assert [view.id for view in decided_papers(session)] == [held.document_id]
    with house.database.reading(house.keeper) as session:
        assert [view.own for view in own_papers(session)] == [True]
        assert answered(session, KEY) is not None


def test_ones_own_papers_are_looked_for_before_the_list_is_cut(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.rule()
    for number in range(3):
        sell(house, house.manager, key=Key(f"m-{number}", "digest"))
    own = sell(house, house.keeper)
    monkeypatch.setattr(queries, "MOST", 2)
    with house.database.reading(house.keeper) as session:
        assert [view.id for view in waiting_papers(session)] == [own.document_id]
    with house.database.reading(house.manager) as session:
        assert len(waiting_papers(session)) == 2


def test_a_long_list_is_read_with_few_questions(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.rule()
    for number in range(6):
        sell(house, house.keeper, key=Key(f"n-{number}", "digest"))
    asked = []
    real = Statement.all

    def counted(self: Statement, *args: object, **values: object) -> list[tuple[object, ...]]:
        asked.append(self)
        return real(self, *args, **values)  # type: ignore[arg-type]

    monkeypatch.setattr(Statement, "all", counted)
    with house.database.reading(house.manager) as session:
        assert len(papers_for_me(session)) == 6
    assert len(asked) <= 5

"""Whatever kind a rule holds back is answered "pending", and posted or given back by who approves."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.cash.typed_money import MONEY_KINDS, draft_of
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Refused, UserError
from jxc_desktop.intake.approvals import approvables, approve_paper, reject_paper, withdraw_paper
from jxc_desktop.intake.documents import INTAKES, post_document
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.reviews import review
from jxc_desktop.ledger.typed_fields import typed_from
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.approvals.queries import papers_for_me, steps_of
from jxc_desktop.shop.approvals.reviews import Review
from jxc_desktop.shop.approvals.rule_editing import RuleDraft, delegate, save_rule
from jxc_desktop.shop.approvals.rules import APPROVABLE
from jxc_desktop.shop.attachments import (
    Subject,
    attach,
    attachments_of,
    carry_attachments,
    content_of,
    detach,
)
from jxc_desktop.shop.drafts import DraftBody, drafts_of, load_draft, save_draft
from jxc_desktop.shop.price_rights import PRICE_RIGHTS
from jxc_desktop.shop.settings import change_setting
from tests.conftest import actor_with
from tests.intake.conftest import BY_ITSELF
from tests.shop.approvals.conftest import staff
from tests.shopkeeping import DAY


def data_of(kind: str) -> dict[str, Any]:
    return {"key": f"k-{kind}", "type": kind, "day": "2026-11-20", **BY_ITSELF[kind]}


def test_every_kind_a_rule_may_name_can_be_kept_and_posted() -> None:
    assert set(approvables()) == set(APPROVABLE) == set(BY_ITSELF)
    for kind, approvable in approvables().items():
        assert approvable.post is INTAKES[kind].post


@pytest.mark.parametrize("kind", APPROVABLE)
def test_a_rule_holds_back_each_kind_and_a_yes_posts_what_was_sent(
    trading: Database, owner: Actor, kind: str
) -> None:
    with trading.transaction(owner) as session:
        save_rule(session, RuleDraft(kind, "any", role="owner"))
    with trading.transaction(owner) as session:
        held = post_document(session, data_of(kind))
    with trading.transaction(owner) as session:
        again = post_document(session, data_of(kind))
    assert (held.pending, held.number, again.pending, again.repeated) == (True, "", True, True)
    with trading.transaction(owner) as session:
        posted = approve_paper(session, held.document_id)
    assert posted.number
    # An invoice waits with what it comes to; over goods that were final when they came nothing new is owed.
    assert posted.total == (0 if kind == "purchase_invoice" else held.total)
    with trading.transaction(owner) as session:
        repeated = post_document(session, data_of(kind))
    assert (repeated.number, repeated.repeated) == (posted.number, True)


@pytest.mark.parametrize("kind", APPROVABLE)
def test_each_kind_can_be_given_back(trading: Database, owner: Actor, kind: str) -> None:
    undo: Callable[[Session, int], None]
    for key, undo in (("1", lambda s, i: reject_paper(s, i, "不对")), ("2", withdraw_paper)):
        with trading.transaction(owner) as session:
            save_rule(session, RuleDraft(kind, "any", role="owner"))
            held = post_document(session, {**data_of(kind), "key": key})
            undo(session, held.document_id)
            with pytest.raises(UserError):
                approve_paper(session, held.document_id)


@pytest.mark.parametrize("kind", sorted(MONEY_KINDS & set(APPROVABLE)))
def test_money_that_is_given_back_is_a_draft_of_what_was_sent(
    trading: Database, owner: Actor, kind: str
) -> None:
    with trading.transaction(owner) as session:
        save_rule(session, RuleDraft(kind, "any", role="owner"))
        held = post_document(session, data_of(kind))
        reject_paper(session, held.document_id, "不对")
        [kept] = drafts_of(session, kind)
        again = draft_of(kind, typed_from(load_draft(session, kind, kept.id)))
    with trading.reading(owner) as session:
        assert again == INTAKES[kind].parse(session, Fields(data_of(kind)))


def held(shop: Database, owner: Actor, kind: str) -> int:
    """A document of the kind that waits; its id among what waits."""
    with shop.transaction(owner) as session:
        save_rule(session, RuleDraft(kind, "any", role="owner"))
        return post_document(session, data_of(kind)).document_id


@pytest.mark.parametrize("kind", APPROVABLE)
def test_who_approves_reads_what_would_be_posted(
    trading: Database, owner: Actor, kind: str
) -> None:
    pending = held(trading, owner, kind)
    with trading.reading(owner) as session:
        told = review(session, pending)
    assert told.problem == ""
    assert told.facts or told.lines


@pytest.mark.parametrize(
    ("kind", "original"),
    [("sales_return", "XSCK202611200001"), ("purchase_return", "CGRK202611200001")],
)
def test_a_return_of_a_document_is_read_without_holding_it(
    trading: Database, owner: Actor, kind: str, original: str
) -> None:
    lines = [{"from_line": 1, "quantity": "1"}]
    data = {**data_of(kind), "from": original, "lines": lines}
    with trading.transaction(owner) as session:
        save_rule(session, RuleDraft(kind, "any", role="owner"))
        pending = post_document(session, data).document_id
    with trading.reading(owner) as session:
        assert review(session, pending).problem == ""


SEEN_BY_KEEPERS = {kind for kind in BY_ITSELF if actor_with("keeper").may(f"{kind}.view")}


@pytest.mark.parametrize("kind", sorted(PRICE_RIGHTS.keys() & SEEN_BY_KEEPERS))
def test_who_may_not_see_purchase_prices_reads_no_money(
    trading: Database, owner: Actor, kind: str
) -> None:
    pending = held(trading, owner, kind)
    with trading.reading(actor_with("keeper")) as session:
        told = review(session, pending)
    assert told.lines
    assert {(line.price, line.discount, line.amount) for line in told.lines} == {(None,) * 3}
    money = ("优惠", "结算", ".")
    assert [f for f in told.facts if any(sign in f[0] + f[1] for sign in money)] == []


def sent(shop: Database, actor: Actor, kind: str, **more: object) -> int:
    """A document of the kind, other than usual, that waits."""
    with shop.transaction(actor) as session:
        save_rule(session, RuleDraft(kind, "any", role="owner"))
        return post_document(session, {**data_of(kind), **more}).document_id


def told_of(shop: Database, actor: Actor, pending: int) -> Review:
    with shop.reading(actor) as session:
        return review(session, pending)


def test_who_approves_a_transfer_reads_its_fee(trading: Database, owner: Actor) -> None:
    told = told_of(trading, owner, sent(trading, owner, "money_transfer", fee="1.25"))
    assert {("到账", "5.00"), ("手续费", "1.25")} <= set(told.facts)


def test_who_approves_an_expense_reads_the_tax_in_it(
    new_shop: Callable[..., Database], dialect: str, owner: Actor
) -> None:
    shop = new_shop("general", dialect)
    lines = [{"account": "5601", "amount": "106.00", "tax": "6.00"}]
    told = told_of(shop, owner, sent(shop, owner, "expense", lines=lines))
    assert ("其中税额", "6.00") in told.facts
    assert "税 6.00" in told.lines[0].spec


def test_a_bad_debt_without_chosen_documents_comes_back_with_its_amount(
    trading: Database, owner: Actor
) -> None:
    pending = sent(trading, owner, "bad_debt", settle=[])
    with trading.transaction(owner) as session:
        reject_paper(session, pending, "不对")
        [kept] = drafts_of(session, "bad_debt")
        again = draft_of("bad_debt", typed_from(load_draft(session, "bad_debt", kept.id)))
    assert (again.amount, again.settle) == (200, ())


def test_the_files_of_a_paper_that_waits_are_seen_and_stay(trading: Database, owner: Actor) -> None:
    with trading.transaction(owner) as session:
        draft = save_draft(session, DraftBody("expense", DAY, "", 500, {"lines": []}))
        added = attach(session, Subject("expense", draft_id=draft), "发票.pdf", b"paper")
        save_rule(session, RuleDraft("expense", "any", role="owner"))
        held = post_document(session, data_of("expense"))
        carry_attachments(session, "expense", draft, held)
    assert ("附件", "发票.pdf") in told_of(trading, owner, held.document_id).facts
    waits = Subject("expense", pending_id=held.document_id)
    for change in (lambda s: detach(s, added), lambda s: attach(s, waits, "b.pdf", b"other")):
        with pytest.raises(Refused, match="正等审核"), trading.transaction(owner) as session:
            change(session)
    with trading.transaction(owner) as session:
        assert content_of(session, added) == ("发票.pdf", b"paper")
        number = approve_paper(session, held.document_id).number
        assert [each.name for each in attachments_of(session, Subject("expense", number))]


@pytest.mark.parametrize("kind", ["purchase_request", "purchase_invoice", "purchase_allowance"])
def test_who_made_it_may_not_say_yes_and_a_deputy_of_who_is_asked_may(
    trading: Database, owner: Actor, kind: str
) -> None:
    with trading.transaction(owner) as session:
        change_setting(session, "approve_own_documents", False)
        boss, deputy = staff(session, "老板二", "owner"), staff(session, "代理", "owner")
        save_rule(session, RuleDraft(kind, "any", user=boss.name))
        held = post_document(session, data_of(kind)).document_id
        delegate(session, boss.name, deputy.name, DAY, DAY)
    with trading.reading(deputy) as session:
        [paper] = papers_for_me(session)
        assert (paper.id, paper.kind) == (held, kind)
    with pytest.raises(Refused, match="不能自己审核"), trading.transaction(owner) as session:
        approve_paper(session, held)
    with trading.transaction(deputy) as session:
        assert approve_paper(session, held).number
        assert steps_of(session, held)[0].user == "代理"

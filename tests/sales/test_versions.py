"""A revised quotation keeps its number and what it said before; only its newest version can become an order."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import NotFound, Refused
from jxc_desktop.core.guards import drop_guards
from jxc_desktop.features import INVARIANTS
from jxc_desktop.intake.approvals import approve_paper, withdraw_paper
from jxc_desktop.sales.invariants import versions_run_on
from jxc_desktop.sales.note import printed_quotation, printed_version
from jxc_desktop.sales.order_kinds import QUOTATION
from jxc_desktop.sales.ordering import approve_quotation, approve_sales_order
from jxc_desktop.sales.queries import quotation_view, sales_order_view
from jxc_desktop.sales.versions import changes, quotation_versions
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.approvals.rule_editing import RuleDraft, save_rule
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.stock.ordering.drafts import OrderDraft
from jxc_desktop.stock.ordering.states import unapprove_order
from jxc_desktop.stock.priced import LineDraft
from tests.shopkeeping import DAY, MAIN, a_customer, a_product, fen, line

UNTIL = date(2026, 12, 1)


def offer(session: Session, customer: int, *lines: LineDraft, **more: object) -> Posted:
    draft = OrderDraft(DAY, customer, MAIN, lines, due_day=UNTIL, **more)
    return approve_quotation(session, draft, key=new_key())


@pytest.fixture
def offered(any_database: Database, owner: Actor) -> tuple[str, int, tuple[int, ...]]:
    """The number of a quotation of 10 pieces of A at 9.00 and 1 of B at 5.00, its customer, its products."""
    with any_database.transaction(owner) as session:
        goods = tuple(a_product(session, code) for code in "ABC")
        customer = a_customer(session)
        lines = line(goods[0], 10, "9.00"), line(goods[1], 1, "5.00")
        return offer(session, customer, *lines).number, customer, goods


def revise(session: Session, number: str, customer: int, *lines: LineDraft) -> Posted:
    unapprove_order(session, QUOTATION, number)
    return offer(session, customer, *lines, amends=number)


def test_what_was_offered_before_stays_as_it_was_read(any_database, owner, offered) -> None:
    number, customer, (a, _b, c) = offered
    with any_database.transaction(owner) as session:
        before = quotation_view(session, number)
        again = revise(session, number, customer, line(a, 10, "8.50"), line(c, 2, "3.00"))
        session.execute(text("UPDATE product SET name = '改了名' WHERE code = 'B'"))
        newest, former = quotation_versions(session, number)
        assert (again.number, newest.version, newest.total) == (number, 2, fen(91))
        assert former == replace(before, version=1)
        assert [x.name for x in former.lines] == ["商品A", "商品B"]
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []


def test_two_versions_are_compared_line_by_line(any_database, owner, offered) -> None:
    number, customer, (a, b, c) = offered
    with any_database.transaction(owner) as session:
        lines = line(b, 1, "5.00"), line(a, 10, "8.50"), line(a, 1, "8.50"), line(c, 2, "3.00")
        revise(session, number, customer, *lines)
        newest, former = quotation_versions(session, number)
    told = [(x.line.product, x.what) for x in changes(former, newest)]
    assert told == [("B", "same"), ("A", "changed"), ("A", "added"), ("C", "added")]
    told = [(x.line.product, x.what) for x in changes(newest, former)]
    assert told == [("A", "changed"), ("B", "same"), ("A", "gone"), ("C", "gone")]


def test_a_former_version_is_printed_as_replaced_and_the_newest_says_its_number(
    any_database, owner, offered
) -> None:
    number, customer, (a, *_rest) = offered
    with any_database.transaction(owner) as session:
        first = printed_quotation(session, number)
        assert "版本" not in [field.label for row in first.header for field in row]
        revise(session, number, customer, line(a, 10, "8.50"))
        old, new = printed_version(session, number, 1), printed_quotation(session, number)
        assert (old.mark, old.words, old.rows) == ("已改版", first.words, first.rows)
        assert new.mark == ""
        told = {field.label: field.value for row in new.header for field in row}
        assert told["版本"] == "2"
        with pytest.raises(NotFound, match="没有第 2 版"):
            printed_version(session, number, 2)


def test_only_the_newest_becomes_an_order_and_then_no_other_follows(
    any_database, owner, offered
) -> None:
    number, customer, (a, *_rest) = offered
    with any_database.transaction(owner) as session:
        revise(session, number, customer, line(a, 10, "8.50"))
        draft = OrderDraft(DAY, customer, MAIN, (), source=number)
        order = approve_sales_order(session, draft, key=new_key())
        assert sales_order_view(session, order.number).total == fen(85)
        with pytest.raises(Refused, match="已有后续单据"):
            unapprove_order(session, QUOTATION, number)


def test_a_quotation_that_is_being_revised_cannot_become_an_order(
    any_database, owner, offered
) -> None:
    number, customer, _goods = offered
    with any_database.transaction(owner) as session:
        unapprove_order(session, QUOTATION, number)
        assert len(quotation_versions(session, number)) == 1  # nothing was replaced yet
        draft = OrderDraft(DAY, customer, MAIN, (), source=number)
        with pytest.raises(Refused):
            approve_sales_order(session, draft, key=new_key())


def test_a_revision_that_is_held_back_replaces_nothing_until_the_yes(
    any_database, owner, offered
) -> None:
    number, customer, (a, *_rest) = offered
    with any_database.transaction(owner) as session:
        save_rule(session, RuleDraft("quotation", "any", role="owner"))
        held = revise(session, number, customer, line(a, 10, "8.50"))
        assert len(quotation_versions(session, number)) == 1
        withdraw_paper(session, held.document_id)
        again = offer(session, customer, line(a, 10, "8.00"), amends=number)
        approve_paper(session, again.document_id)
        assert [x.total for x in quotation_versions(session, number)] == [fen(80), fen(95)]


def test_a_second_revision_waits_for_the_first(any_database, owner, offered) -> None:
    number, customer, (a, *_rest) = offered
    with any_database.transaction(owner) as session:
        save_rule(session, RuleDraft("quotation", "any", role="owner"))
        first = revise(session, number, customer, line(a, 10, "8.50"))
        with pytest.raises(
            Refused, match=f"{number} 已有改过的一版在等审核（#{first.document_id}）"
        ):
            offer(session, customer, line(a, 10, "8.00"), amends=number)
        offer(session, customer, line(a, 1, "8.00"))  # another quotation is nobody's revision
        withdraw_paper(session, first.document_id)
        assert offer(session, customer, line(a, 10, "8.00"), amends=number).pending


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM quotation_version WHERE version = 1",
        "UPDATE quotation_version SET total = total + 1 WHERE version = 2",
        "UPDATE quotation_version SET body = 'gone' WHERE version = 1",
        "UPDATE quotation_version SET version = 7 WHERE version = 2",
    ],
)
def test_a_version_that_was_tampered_with_is_found(any_database, owner, offered, damage) -> None:
    number, customer, (a, *_rest) = offered
    with any_database.transaction(owner) as session:
        revise(session, number, customer, line(a, 10, "8.50"))
        revise(session, number, customer, line(a, 10, "8.00"))
        assert versions_run_on(session) == []
        drop_guards(session.connection())
        session.execute(text(damage))
        assert any(number in told for told in versions_run_on(session))


def test_a_version_never_changes(any_database, owner, offered) -> None:
    number, customer, (a, *_rest) = offered
    with any_database.transaction(owner) as session:
        revise(session, number, customer, line(a, 10, "8.50"))
    for change in ("UPDATE quotation_version SET total = 1", "DELETE FROM quotation_version"):
        with (
            pytest.raises(DatabaseError, match="guard"),
            any_database.transaction(owner) as session,
        ):
            session.execute(text(change))

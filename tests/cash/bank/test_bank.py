"""The bank's statement beside the books: brought in once, matched once, and both sides brought to the same."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.cash.bank.matching import Matched, match, match_by_itself, undo_match
from jxc_desktop.cash.bank.open_sides import open_legs, open_lines
from jxc_desktop.cash.bank.queries import bench, imports, matches
from jxc_desktop.cash.bank.reconciliation import reconciliation
from jxc_desktop.cash.bank.statements import (
    StatementLine,
    add_statement,
    open_statement,
    undo_import,
)
from jxc_desktop.cash.payments import Payment
from jxc_desktop.cash.services import (
    MoneyDraft,
    PurposeDraft,
    SpendingDraft,
    post_customer_receipt,
    post_expense,
    reverse_expense,
)
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, InvalidInput, NotFound, Refused
from jxc_desktop.features import INVARIANTS
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.pos.drafts import TenderDraft
from jxc_desktop.pos.shifts import open_shift
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from tests.conftest import TODAY, actor_with
from tests.shopkeeping import (
    DAY,
    a_customer,
    a_product,
    a_supplier,
    deliver,
    fen,
    line,
    receive,
    ring_up,
)

BANK = 2


@dataclass
class Desk:
    """A shop whose customer owes 1,000.00, and its bank account."""

    session: Session
    customer: int
    product: int

    def collect(self, amount: str, day: date = DAY) -> str:
        draft = MoneyDraft(day, self.customer, (Payment(BANK, fen(amount)),))
        return post_customer_receipt(self.session, draft, key=new_key()).number

    def spend(self, amount: str, day: date = DAY, summary: str = "") -> str:
        lines = (PurposeDraft("5603", fen(amount), "手续费", summary),)
        return post_expense(self.session, SpendingDraft(day, BANK, lines), key=new_key()).number

    def told(self, *lines: StatementLine) -> int:
        return add_statement(self.session, BANK, lines)

    def open(self) -> tuple[list[int], list[int]]:
        """What is open in fen: the bank's lines, the books' legs."""
        return (
            [each.amount for each in open_lines(self.session, BANK)],
            [each.amount for each in open_legs(self.session, BANK)],
        )


@pytest.fixture
def desk(any_database: Database, owner: Actor) -> Iterator[Desk]:
    with any_database.transaction(owner) as session:
        product, customer = a_product(session), a_customer(session)
        receive(session, a_supplier(session), [line(product, 2000, 1)])
        deliver(session, customer, [line(product, 1, 1000)])
        yield Desk(session, customer, product)
        session.flush()
        assert [f"{rule.id}: {p}" for rule in INVARIANTS for p in rule.check(session)] == []


def said(amount: str, day: date = DAY, balance: str | None = None, **words: str) -> StatementLine:
    return StatementLine(day, fen(amount), None if balance is None else fen(balance), **words)


def test_the_same_statement_again_adds_nothing_and_two_alike_lines_are_two(desk: Desk) -> None:
    twice = [said("10.00"), said("10.00"), said("-3.50", summary="手续费")]
    assert desk.told(*twice) == 3
    assert desk.told(*twice) == 0
    assert desk.told(said("10.00"), said("10.00"), said("10.00"), said("8.00")) == 2
    assert sorted(desk.open()[0]) == [-350, 800, 1000, 1000, 1000]


def test_the_first_balance_tells_what_lay_in_the_bank(desk: Desk) -> None:
    desk.told(said("100.00", balance="600.00"), said("-50.00", balance="550.00"))
    assert desk.open()[0] == [fen(500), fen(100), fen(-50)]
    [later, opening] = imports(desk.session, BANK)
    assert (opening.opening, opening.amount, later.lines) == (True, fen(500), 2)
    with pytest.raises(Refused, match="期初余额开始"):
        desk.told(said("1.00", DAY - timedelta(days=1)))
    with pytest.raises(Refused, match="已有期初余额"):
        open_statement(desk.session, BANK, DAY, fen(1))


def test_what_can_only_be_one_thing_is_matched_at_once(desk: Desk) -> None:
    desk.collect("300.00", DAY)
    desk.spend("5.00", DAY)
    desk.spend("7.00", DAY)
    desk.told(said("300.00", DAY + timedelta(days=2)), said("-5.00"), said("-9.00"))
    assert match_by_itself(desk.session, BANK) == Matched(2, 1, 1)
    assert desk.open() == ([fen(-9)], [fen(-7)])
    assert match_by_itself(desk.session, BANK) == Matched(0, 1, 1)


def test_what_may_be_two_things_is_offered_unless_the_day_or_a_name_tells(desk: Desk) -> None:
    desk.spend("5.00", DAY - timedelta(days=1))
    desk.spend("5.00", DAY - timedelta(days=3))
    third = desk.collect("80.00", DAY)
    desk.collect("80.00", DAY - timedelta(days=1))
    desk.told(said("-5.00", DAY), said("80.00", DAY, summary=f"货款 {third}"))
    found = bench(desk.session, BANK)
    assert [bundle[0].number for _, bundle in found.pairing.sure] == [third]
    fee = next(each for each in found.lines if each.amount == fen(-5))
    assert len(found.proposed(fee)) == 2
    desk.told(said("-5.00", DAY - timedelta(days=3)))
    assert (
        match_by_itself(desk.session, BANK).made == 3
    )  # the day tells one, what is left the other


def test_a_day_of_tickets_arrives_in_one_sum(desk: Desk) -> None:
    shift = open_shift(desk.session, "01", 0)
    for _ in range(3):
        paid = (TenderDraft("card", fen(10)),)
        ring_up(desk.session, shift, [line(desk.product, 1, "10.00")], tenders=paid)
    desk.told(said("30.00", TODAY + timedelta(days=1), summary="银联商务"))
    assert match_by_itself(desk.session, BANK) == Matched(1, 0, 0)
    [found] = matches(desk.session, BANK)
    assert (found.lines, found.legs, found.amount, found.automatic) == (1, 3, fen(30), True)


def test_what_lay_there_at_first_is_all_that_was_booked_before(desk: Desk) -> None:
    desk.collect("500.00", DAY - timedelta(days=9))
    late = desk.collect("40.00", DAY - timedelta(days=1))
    desk.told(said("40.00", DAY, "540.00"), said("-2.00", DAY, "538.00"))
    assert match_by_itself(desk.session, BANK) == Matched(2, 1, 0)
    assert {m.number for m in matches(desk.session, BANK)} >= {late}
    found = reconciliation(desk.session, BANK, DAY)
    assert (found.booked, found.bank, found.missing) == (fen(540), fen(538), 0)
    assert found.adjusted_books == found.adjusted_bank == fen(538)


def test_sums_that_differ_do_not_match(desk: Desk) -> None:
    desk.spend("5.00")
    desk.told(said("-6.00"), said("-5.00"))
    six, five = open_lines(desk.session, BANK)
    [leg] = open_legs(desk.session, BANK)
    with pytest.raises(Refused, match=r"差 -1.00"):
        match(desk.session, BANK, [six.id], [leg.key])
    with pytest.raises(InvalidInput, match="至少选两行"):
        match(desk.session, BANK, [five.id], [])
    made = match(desk.session, BANK, [five.id], [leg.key])
    with pytest.raises(Refused, match="已勾对"):
        match(desk.session, BANK, [five.id], [leg.key])
    undo_match(desk.session, made)
    with pytest.raises(Refused, match="已经取消"):
        undo_match(desk.session, made)
    assert desk.open() == ([fen(-6), fen(-5)], [fen(-5)])
    with pytest.raises(NotFound):
        undo_match(desk.session, 999)


def test_a_document_and_its_reversal_match_without_the_bank(desk: Desk) -> None:
    number = desk.spend("5.00")
    reverse_expense(desk.session, Reversal(number, "重了", DAY), key=new_key())
    match(desk.session, BANK, [], [each.key for each in open_legs(desk.session, BANK)])
    assert desk.open() == ([], [])


def test_an_import_is_taken_back_only_while_nothing_of_it_is_matched(desk: Desk) -> None:
    desk.spend("5.00")
    desk.told(said("-5.00"))
    match_by_itself(desk.session, BANK)
    [brought] = imports(desk.session, BANK)
    with pytest.raises(Refused, match="已勾对"):
        undo_import(desk.session, brought.id)
    undo_match(desk.session, matches(desk.session, BANK)[0].id)
    undo_import(desk.session, brought.id)
    with pytest.raises(Refused, match="已经撤销"):
        undo_import(desk.session, brought.id)
    assert desk.open() == ([], [fen(-5)])
    assert desk.told(said("-5.00")) == 1


def test_both_sides_come_to_the_same_on_every_day(desk: Desk) -> None:
    """A match counts from its last day on: before it, each side lacks what the other has."""
    desk.collect("300.00", DAY - timedelta(days=3))
    desk.spend("5.00", DAY)
    desk.told(
        said("300.00", DAY - timedelta(days=1), "300.00"),
        said("-5.00", DAY - timedelta(days=2), None),
    )
    match_by_itself(desk.session, BANK)
    for days in range(6):
        found = reconciliation(desk.session, BANK, DAY - timedelta(days=days))
        if found.told is None:
            assert found.adjusted_books == found.adjusted_bank
    at_first = reconciliation(desk.session, BANK, DAY - timedelta(days=3))
    assert (at_first.booked, at_first.bank) == (fen(300), 0)
    assert [leg.amount for leg in at_first.legs] == [fen(300)]


def test_a_page_that_was_left_out_is_betrayed_by_the_banks_own_balance(desk: Desk) -> None:
    desk.told(said("10.00", DAY - timedelta(days=2), "10.00"))
    desk.told(said("5.00", DAY, "45.00"))
    assert reconciliation(desk.session, BANK, DAY).missing == fen(30)
    desk.told(said("30.00", DAY - timedelta(days=1), "40.00"))
    assert reconciliation(desk.session, BANK, DAY).missing == 0


@pytest.mark.parametrize("role", ["treasurer", "auditor", "cashier", "manager"])
def test_who_may_not_match_brings_nothing_in(
    any_database: Database, role: str, new_shop: Callable[..., Database]
) -> None:
    with any_database.transaction(actor_with(role)) as session, pytest.raises(Forbidden):
        add_statement(session, BANK, [said("1.00")])

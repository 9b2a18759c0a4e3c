"""Wallets settle to the bank: the oldest takings first, what is open is what lies there, the fee with its arrival."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from jxc_desktop.analysis.todo import todo
from jxc_desktop.cash.bank.drafts import MOVE, draft_for
from jxc_desktop.cash.bank.open_sides import open_lines
from jxc_desktop.cash.bank.statements import StatementLine, add_statement
from jxc_desktop.cash.queries import money_accounts, money_balances
from jxc_desktop.cash.services import (
    MoneyAccountDraft,
    PurposeDraft,
    SpendingDraft,
    TransferDraft,
    post_expense,
    post_money_transfer,
    post_other_income,
    reverse_money_transfer,
    save_money_account,
)
from jxc_desktop.cash.typed_money import draft_of
from jxc_desktop.cash.wallets import (
    arrivals,
    arrived_as,
    bank_of,
    oldest_first,
    open_arrivals,
    transfer_of,
)
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.features import INVARIANTS
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.reports.report import run_report
from jxc_desktop.reports.wallet_arrivals import REPORT
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from tests.conftest import TODAY
from tests.shopkeeping import fen, legs

CASH, BANK, WECHAT = 1, 2, 3
FIRST, SECOND = TODAY - timedelta(days=3), TODAY - timedelta(days=1)


@dataclass
class Purse:
    """A shop whose WeChat settles the next day at 0.6 %."""

    session: Session

    def take(self, amount: str, day: date) -> None:
        lines = (PurposeDraft("5301", fen(amount)),)
        post_other_income(self.session, SpendingDraft(day, WECHAT, lines), key=new_key())

    def give(self, amount: str, day: date) -> None:
        lines = (PurposeDraft("5602", fen(amount)),)
        post_expense(self.session, SpendingDraft(day, WECHAT, lines), key=new_key())

    def move(self, amount: str, fee: str, day: date) -> str:
        draft = TransferDraft(day, WECHAT, BANK, fen(amount), fen(fee))
        return post_money_transfer(self.session, draft, key=new_key()).number

    def open(self, until: date = TODAY) -> list[tuple[date, int]]:
        return [(each.day, each.open) for each in arrivals(self.session, until) if each.open]


@pytest.fixture
def purse(any_database: Database, owner: Actor) -> Iterator[Purse]:
    with any_database.transaction(owner) as session:
        draft = MoneyAccountDraft("微信", "101201", "wechat", WECHAT, settle_days=1, fee_rate=60)
        save_money_account(session, draft)
        yield Purse(session)
        session.flush()
        assert [f"{rule.id}: {p}" for rule in INVARIANTS for p in rule.check(session)] == []


def test_what_was_taken_is_expected_the_next_day_less_the_fee(purse: Purse) -> None:
    purse.take("100.00", FIRST)
    purse.take("50.00", FIRST)
    [found] = arrivals(purse.session, TODAY)
    assert (found.taken, found.open, found.fee, found.expected) == (15000, 15000, 90, 14910)
    assert found.due == FIRST + timedelta(days=1)
    assert arrivals(purse.session, FIRST - timedelta(days=1)) == []


def test_the_fee_is_booked_with_the_arrival_and_the_oldest_comes_first(purse: Purse) -> None:
    purse.take("100.00", FIRST)
    purse.take("50.00", SECOND)
    number = purse.move("99.40", "0.60", TODAY)
    assert legs(purse.session, number) == [
        ("1002", 9940, 0), ("5603", 60, 0), ("101201", 0, 10000),
    ]  # fmt: skip
    assert purse.open() == [(SECOND, 5000)]
    assert purse.open(SECOND) == [(FIRST, 10000), (SECOND, 5000)]
    reverse_money_transfer(purse.session, Reversal(number, "重了", TODAY), key=new_key())
    assert purse.open() == [(FIRST, 10000), (SECOND, 5000)]


def test_money_given_out_of_the_wallet_lessens_what_comes(purse: Purse) -> None:
    purse.take("100.00", FIRST)
    purse.give("30.00", SECOND)
    assert purse.open() == [(FIRST, 7000)]
    purse.move("90.00", "0", TODAY)
    assert purse.open() == [(SECOND, -2000)]


def test_a_wallet_that_only_ever_paid_out_is_not_forgotten(purse: Purse) -> None:
    purse.move("5.00", "0", TODAY)
    assert purse.open() == [(TODAY, -500)]


def test_a_draft_of_the_arrival_is_what_is_open(purse: Purse) -> None:
    purse.take("100.00", FIRST)
    [found] = open_arrivals(purse.session, TODAY)
    typed = transfer_of(found, bank_of(money_accounts(purse.session)))
    draft = draft_of("money_transfer", typed)
    assert draft == TransferDraft(found.due, WECHAT, BANK, 9940, 60)


def test_a_line_at_the_bank_is_known_for_the_days_takings(purse: Purse) -> None:
    purse.take("100.00", FIRST)
    purse.take("50.00", SECOND)
    assert arrived_as(purse.session, TODAY, 4972).day == SECOND
    assert arrived_as(purse.session, TODAY, 4900) is None
    add_statement(purse.session, BANK, [StatementLine(SECOND, 9938, summary="财付通")])
    [line] = open_lines(purse.session, BANK)
    typed = draft_for(purse.session, BANK, line, MOVE)
    assert typed.fields == {"from": WECHAT, "to": BANK, "amount": 9938, "fee": 62}
    assert draft_for(purse.session, WECHAT, line, MOVE).fields == {"to": WECHAT, "amount": 9938}


def test_the_report_lists_what_has_not_come_and_agrees_with_the_account(purse: Purse) -> None:
    purse.take("100.00", FIRST)
    purse.take("50.00", SECOND)
    purse.take("7.00", TODAY)
    purse.move("99.40", "0.60", TODAY)
    result = run_report(purse.session, REPORT, FIRST, TODAY, {})
    days, states = result.column("day"), result.column("state")
    assert [(r.cells[days], r.cells[states]) for r in result.data] == [
        (SECOND, "在路上"), (TODAY, "在路上"),
    ]  # fmt: skip
    assert result.totals["open"] == money_balances(purse.session)[WECHAT] == 5700
    assert result.proof.holds
    assert result.data[0].link.pane == "money_transfer"
    every = run_report(purse.session, REPORT, FIRST, TODAY, {"show": "all", "account": "wechat"})
    assert [r.cells[states] for r in every.data] == ["已到账", "在路上", "在路上"]
    late = run_report(purse.session, REPORT, FIRST, TODAY + timedelta(days=4), {})
    assert [r.cells[states] for r in late.data] == ["迟了 4 天", "迟了 3 天"]


def test_what_is_due_stands_in_the_list_of_things_to_do(purse: Purse) -> None:
    def due() -> list[tuple[str, str]]:
        groups = {group.title: group for group in todo(purse.session, lambda _session: None)}
        found = groups.get("钱包该到账了")
        return [(thing.figure, thing.tone) for thing in found.things] if found else []

    purse.take("100.00", TODAY)
    assert due() == []
    purse.take("50.00", SECOND)
    purse.take("10.00", FIRST)
    assert due() == [("9.94", "bad"), ("49.70", "warn")]


def test_money_that_stays_is_never_late(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        Purse(session).take("100.00", FIRST)
        assert arrivals(session, TODAY) == []


@pytest.mark.parametrize(
    ("account", "days", "rate", "field"),
    [
        ("100101", 1, 0, "settle_days"),
        ("100101", None, 60, "settle_days"),
        ("101201", 31, 0, "settle_days"),
        ("101201", -1, 0, "settle_days"),
        ("101201", 1, 1001, "fee_rate"),
        ("101201", 1, -1, "fee_rate"),
    ],
)
def test_days_and_rates_that_no_wallet_has_are_refused(
    session: Session, account: str, days: int | None, rate: int, field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        save_money_account(
            session, MoneyAccountDraft("新", account, settle_days=days, fee_rate=rate)
        )
    assert refused.value.field == field


@given(st.lists(st.integers(-50, 80).filter(bool), max_size=9), st.integers(0, 300))
def test_the_oldest_takings_come_first_fen_by_fen(taken: list[int], moved: int) -> None:
    """Beside an oracle that lets single fen leave, and a last day that bears what is too much."""
    come = oldest_first(taken, moved)
    assert sum(come) == (moved if taken else 0)
    pot = moved + sum(-amount for amount in taken if amount < 0)
    slow = [min(amount, 0) for amount in taken]
    for place, amount in enumerate(taken):
        for _fen in range(max(amount, 0)):
            if pot:
                slow[place] += 1
                pot -= 1
    if taken:
        slow[-1] += pot
    assert come == slow

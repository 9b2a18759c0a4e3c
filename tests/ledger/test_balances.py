"""Balances out of the cache are what the legs say, whatever days are asked for."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import combinations

from sqlalchemy import text
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.ledger.journal.drafts import JournalDraft, JournalLeg
from jxc_desktop.ledger.journal.services import post_journal_voucher
from jxc_desktop.ledger.queries.balances import moved_by_account, nets_at, trial_rows
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from tests.shopkeeping import fen

DAYS = [
    date(2026, 1, 1), date(2026, 1, 2), date(2026, 1, 30), date(2026, 1, 31), date(2026, 2, 1),
    date(2026, 2, 14), date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 16), date(2026, 3, 17),
    date(2026, 3, 31), date(2026, 4, 2), date(2026, 4, 29), date(2026, 5, 5),
]  # fmt: skip


def story(session: Session) -> None:
    """A voucher on most days, some in red, one that comes to nothing on an account."""
    for place, day in enumerate(DAYS[:-1], 1):
        amount = fen(place) * (-1 if place % 4 == 0 else 1)
        income = "5001" if place % 2 else "5301"
        legs = (JournalLeg("1002", debit=amount), JournalLeg(income, credit=amount))
        post_journal_voucher(session, JournalDraft(day, legs, "例"), key=new_key())


def by_hand(session: Session, first: date, last: date) -> dict[str, tuple[int, int]]:
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for account, debit, credit in session.execute(
        text("SELECT account, debit, credit FROM leg WHERE day BETWEEN :first AND :last"),
        {"first": first.isoformat(), "last": last.isoformat()},
    ):
        found[account][0] += debit
        found[account][1] += credit
    return {account: (debit, credit) for account, (debit, credit) in found.items()}


def moved(sums: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    return {account: each for account, each in sums.items() if any(each)}


def test_any_two_days_are_what_the_legs_between_say(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        story(session)
    with any_database.reading(owner) as session:
        for first, last in [*combinations(DAYS, 2), *((day, day) for day in DAYS)]:
            told = moved_by_account(session, first, last)
            assert moved(told) == moved(by_hand(session, first, last)), (first, last)


def test_balances_of_any_day_and_the_trial_balance_agree(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        story(session)
    with any_database.reading(owner) as session:
        for day in (*DAYS, *(each - timedelta(1) for each in DAYS)):
            hand = by_hand(session, date(2025, 1, 1), day)
            nets = {code: debit - credit for code, (debit, credit) in hand.items()}
            told = {code: net for code, net in nets_at(session, day).items() if net}
            assert told == {code: net for code, net in nets.items() if net}, day
            first = min(date(2026, 1, 15), day)
            rows = {row.account: row.closing for row in trial_rows(session, first, day)}
            assert {code: net for code, net in rows.items() if net} == told

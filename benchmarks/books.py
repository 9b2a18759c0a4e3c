"""P9 books: the trial balance and one account's card at any place of it, however long the books are."""

import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from sqlalchemy import text

from benchmarks.measure import Timing, report, timing_of
from benchmarks.shops import NOW, new_shop
from jxc_desktop.core.db import Database
from jxc_desktop.ledger.queries import account_card
from jxc_desktop.ledger.queries.balances import trial_rows
from jxc_desktop.shop.actor import Actor

CALLS = 60
PAGE = 100
FIRST = date(2026, 1, 1)
ACCOUNTS = ("1001", "1002", "1122", "220201", "5001", "5401", "5601", "5602")


def books(scale: str) -> dict[str, object]:
    """P9: at 100,000 legs and, at full scale, 1,000,000; beside it the sums over all legs (GROUP BY)."""
    figures: dict[str, object] = {}
    for legs in (100_000, 1_000_000) if scale == "full" else (20_000, 100_000):
        database, owner = new_shop(10, stocked=False)
        _add_legs(database, legs)
        named = f"{legs // 1000}k"
        with database.reading(owner) as session:
            ask = partial(trial_rows, session, FIRST, NOW.today())
            figures[f"trial_{named}"] = _timed(ask)
            figures[f"group_by_{named}"] = _timed(
                lambda: session.execute(
                    text("SELECT account, sum(debit), sum(credit) FROM leg GROUP BY account")
                ).all()
            )
        for place in (1, 150, 300):
            day = FIRST + timedelta(place)
            figures[f"page_{named}_day_{place}"] = _page(database, owner, day)
    return report("P9 books", "trial balance ≤ 5 ms, flat; a page of 100 rows ≤ 3 ms", **figures)


def _page(database: Database, owner: Actor, day: date) -> Timing:
    with database.reading(owner) as session:
        return _timed(partial(account_card, session, ACCOUNTS[0], day, NOW.today(), limit=PAGE))


def _timed(ask: Callable[[], object]) -> Timing:
    walls = []
    ask()
    for _ in range(CALLS):
        start = time.perf_counter()
        ask()
        walls.append(time.perf_counter() - start)
    return timing_of(walls, 0.0)


def _add_legs(database: Database, count: int) -> None:
    """Entries of two legs over the year, each bound by a voucher, in the shape postings leave."""
    entries = count // 2
    numbers = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {entries})"
    day = f"date('2026-01-01', '+' || (i * 310 / {entries}) || ' days')"
    named = " ".join(f"WHEN {place} THEN '{code}'" for place, code in enumerate(ACCOUNTS))
    with database.transaction() as session:
        for leg, shift, sides in ((1, 0, "100, 0"), (2, 1, "0, 100")):
            account = f"CASE (i + {shift}) % {len(ACCOUNTS)} {named} END"
            session.execute(
                text(
                    f"{numbers} INSERT INTO leg (entry_id, leg_no, account, day, debit, credit, summary) "
                    f"SELECT i, {leg}, {account}, {day}, {sides}, '' FROM n"
                )
            )
        session.execute(
            text(
                f"{numbers} INSERT INTO entry SELECT i, {day}, 'expense', 'FY' || i, '测', 0, 1, 1 FROM n"
            )
        )
        session.execute(
            text(
                f"{numbers} INSERT INTO voucher (id, word, month, number, day, summary, attachments, "
                f"made_by, made_at) SELECT i, '记', substr({day}, 1, 7), i, {day}, '测', 1, 1, 1 FROM n"
            )
        )
        session.execute(text(f"{numbers} INSERT INTO voucher_entry SELECT i, i FROM n"))
        session.execute(
            text(
                "INSERT INTO account_balance SELECT account, 0, substr(day, 1, 7), sum(debit), sum(credit) "
                "FROM leg GROUP BY 1, 3"
            )
        )

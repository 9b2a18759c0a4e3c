"""P7 stock_levels, P8 stock_summary: what lies there and how it moved, however many moves lie behind it."""

import gc
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from benchmarks.history import add_history
from benchmarks.measure import Timing, peak_memory, report, timing_of
from benchmarks.shops import new_shop
from jxc_desktop.catalog.models import Product
from jxc_desktop.core.db import Database
from jxc_desktop.reports import stock_movement_summary
from jxc_desktop.reports.report import run_report
from jxc_desktop.shop.actor import Actor
from jxc_desktop.stock.queries import (
    StockFilter,
    available_of,
    flows_and_later,
    on_hand_of,
    stock_list,
)

GOODS = 10_000
PERIODS = (
    (date(2026, 3, 17), date(2026, 8, 9)),
    (date(2026, 1, 1), date(2026, 10, 31)),
    (date(2026, 5, 5), date(2026, 5, 20)),
)
"""Any two days, whole months, and days within one month."""
Flows = dict[str, tuple[int, ...]]
"""Opening, in, out, adjustment and closing of each product by its code; of all but the adjustment also quantity."""

_LEVELS = text(
    "SELECT product_id, warehouse_id, sum(quantity) FROM move GROUP BY product_id, warehouse_id"
)
_INTO = "quantity <> 0 AND (quantity > 0) = (kind <> 'reversal')"
_OUT = "quantity <> 0 AND (quantity > 0) <> (kind <> 'reversal')"
_SUMMARY = text(
    "SELECT p.code, "
    + ", ".join(
        f"sum(CASE WHEN {when} THEN {measure} ELSE 0 END)"
        for when, measure in (
            ("m.day < :first", "quantity"),
            ("m.day < :first", "amount"),
            (f"m.day >= :first AND {_INTO}", "quantity"),
            (f"m.day >= :first AND {_INTO}", "amount"),
            (f"m.day >= :first AND {_OUT}", "-quantity"),
            (f"m.day >= :first AND {_OUT}", "-amount"),
            ("m.day >= :first AND quantity = 0", "amount"),
            ("1", "quantity"),
            ("1", "amount"),
        )
    )
    + " FROM move m JOIN product p ON p.id = m.product_id WHERE m.day <= :last GROUP BY m.product_id"
)
_COLUMNS = (
    "opening_quantity", "opening_amount", "in_quantity", "in_amount", "out_quantity", "out_amount",
    "adjust_amount", "closing_quantity", "closing_amount",
)  # fmt: skip


def stock_levels(scale: str) -> dict[str, object]:
    """P7: what lies of every product in a warehouse, what may be promised, a page of the list; beside GROUP BY."""
    figures: dict[str, object] = {"goods": GOODS}
    for named, database, owner in _growing(scale):
        with database.reading(owner) as session:
            goods = select(Product.id)
            levels = _timed(partial(on_hand_of, session, goods, 1), 30)
            figures[f"levels_{named}"] = levels
            promised = partial(available_of, session, goods, 1)
            figures[f"available_{named}"] = _timed(promised, 30)
            figures[f"page_{named}"] = _timed(partial(stock_list, session, StockFilter()), 30)
            grouped = _timed(partial(_all, session), 2)
            figures[f"group_by_{named}"] = grouped
            figures[f"ratio_{named}"] = grouped.p50 / levels.p50
    goal = "≤ 15 ms whatever the history; ≥ 500× Tryton (7.2 s at 100,000 moves)"
    return report("P7 stock_levels", goal, **figures)


def _all(session: Session) -> None:
    session.execute(_LEVELS).all()


def stock_summary(scale: str) -> dict[str, object]:
    """P8: the report between any two days, equal row for row to the plain GROUP BY over all moves.

    `ours` is the whole of it with 10,000 named rows under headings, `flows` what it asks of the moves. DuckDB, the
    other rival, is no library of this project and is left out.
    """
    figures: dict[str, object] = {"goods": GOODS}
    for named, database, owner in _growing(scale):
        with database.reading(owner) as session:
            for place, period in enumerate(PERIODS):
                require_equal(report_rows(session, *period), grouped_rows(session, *period))
                ours = _timed(partial(_report, session, *period), 5)
                figures[f"ours_{named}_{place}"] = ours
                flows = _timed(partial(flows_and_later, session, *period), 5)
                figures[f"flows_{named}_{place}"] = flows
                if place == 0:
                    grouped = _timed(partial(grouped_rows, session, *period), 1)
                    figures[f"group_by_{named}"] = grouped
                    figures[f"ratio_cpu_{named}"] = grouped.cpu / ours.cpu
                    figures[f"ratio_flows_{named}"] = grouped.cpu / flows.cpu
    goal = "equal row for row; ≤ 300 ms CPU at 10 M moves; ≥ 50× GROUP BY"
    return report("P8 stock_summary", goal, **figures, peak_mb=peak_memory())


def require_equal(ours: Flows, grouped: Flows) -> None:
    """Every product that moved at all has the same nine figures."""
    moved = {code: figures for code, figures in grouped.items() if any(figures)}
    if ours != moved:
        wrong = [code for code in moved.keys() | ours.keys() if moved.get(code) != ours.get(code)]
        raise AssertionError(f"{len(wrong)} products differ from GROUP BY, first {min(wrong)}")


def report_rows(session: Session, first: date, last: date) -> Flows:
    """The nine figures of every product as the report shows them."""
    result = run_report(session, stock_movement_summary.REPORT, first, last, {"show": "list"})
    code, *places = [result.column(name) for name in ("product", *_COLUMNS)]
    return {
        str(row.cells[code]): tuple(int(str(row.cells[place])) for place in places)
        for row in result.data
    }


def grouped_rows(session: Session, first: date, last: date) -> Flows:
    """The nine figures of every product as one pass over all moves sums them."""
    rows = session.execute(_SUMMARY, {"first": str(first), "last": str(last)})
    return {row[0]: tuple(row[1:]) for row in rows}


def _report(session: Session, first: date, last: date) -> None:
    run_report(session, stock_movement_summary.REPORT, first, last)


def _growing(scale: str) -> Iterator[tuple[str, Database, Actor]]:
    """One shop with ever more moves behind it."""
    database, owner = new_shop(GOODS)
    there = 0
    for moves in (100_000, 1_000_000, 10_000_000) if scale == "full" else (100_000, 300_000):
        start = time.perf_counter()
        add_history(database, moves - there)
        there = moves
        print(f"  {moves:,} moves made in {time.perf_counter() - start:.0f} s", flush=True)
        yield f"{moves // 1000}k", database, owner


def _timed(ask: Callable[[], object], calls: int) -> Timing:
    """As in the window, which collects garbage between two questions and never within one."""
    walls, cpu = [], 0.0
    if calls > 1:
        ask()
    gc.disable()
    try:
        for _ in range(calls):
            start, spent = time.perf_counter(), time.process_time()
            ask()
            walls.append(time.perf_counter() - start)
            cpu += time.process_time() - spent
            gc.collect()
    finally:
        gc.enable()
    return timing_of(walls, cpu)

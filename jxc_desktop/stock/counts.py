"""Counting goods (盘点) while the shop goes on selling: the differences become a gain and a loss in one step.

A line knows what the books said at the moment it was counted. What is sold afterwards changes the books and the shelf
alike, so counted less book stays the difference until the count is posted.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.papers import (
    Family,
    Reversal,
    Undone,
    open_paper,
    reverse_paper,
    write_parts,
)
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import Paper, book
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.approvals.rules import Facts
from jxc_desktop.shop.approvals.services import held_back
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.stock.count_models import StockCount, StockCountLine
from jxc_desktop.stock.counting import SKIP, CountDraft, CountedLine, counted_rows
from jxc_desktop.stock.holding import hold_for_differences
from jxc_desktop.stock.losses import (
    FOUND,
    LOST,
    Flow,
    LossDraft,
    foreseen_rows,
    post_lost_or_found,
    require_undecided,
    reverse_lost_or_found,
)
from jxc_desktop.stock.lot_levels import require_lots_told
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.reasons import OVER, SHORT, reason_named

COUNT = Family(StockCount, (StockCountLine,), "盘点单")
_GAIN_OF = Statement(
    "SELECT number FROM stock_gain WHERE count_id = :id AND state = 'posted' AND reverses_id IS NULL"
)
_LOSS_OF = Statement(
    "SELECT number FROM stock_loss WHERE count_id = :id AND state = 'posted' AND reverses_id IS NULL"
)


@needs("stock_count.post")
def post_stock_count(session: Session, draft: CountDraft, *, key: Key) -> Posted:
    """Keep what was counted, and post the differences as a gain and a loss."""
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    rows = list(counted_rows(session, draft))
    differing = [row["product_id"] for row in rows if row["difference"]]
    if differing:
        require_lots_told(session, differing)
    asked = partial(_facts, session, draft, rows)
    if held := held_back(session, COUNT.kind, _as_counted(draft, rows), asked, key):
        return held
    hold_for_differences(session, draft.day, differing)
    header = {
        "day": draft.day,
        "warehouse_id": draft.warehouse_id,
        "scope": draft.scope,
        "category_id": draft.category_id,
        "blind": draft.blind,
        "remark": draft.remark,
    }
    document_id = open_paper(session, StockCount, header)
    write_parts(session, StockCountLine, ({**row, "document_id": document_id} for row in rows))
    for flow in (FOUND, LOST):
        _settle(session, flow, draft, rows, document_id, key)
    paper = Paper(COUNT.kind, document_id, StockCount.prefix, draft.day, "盘点", 0)
    number = book(session, paper, ())
    return remember(session, key, Posted(COUNT.kind, document_id, number, 0))


@needs("stock_count.reverse")
def reverse_stock_count(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take a count back with the gain and the loss it made."""
    return reverse_paper(session, COUNT, wanted, key=key, undo=partial(_undo, wanted, key))


def differences_of(session: Session, draft: CountDraft) -> list[tuple[Mapping[str, Any], int]]:
    """The lines that differ, each with what posting would make of it now: fen, lost goods negative."""
    rows = list(counted_rows(session, draft))
    worths = _worths(session, draft, rows)
    return [(row, worths[row["line_no"]]) for row in rows if row["difference"]]


def _worths(
    session: Session, draft: CountDraft, rows: Sequence[Mapping[str, Any]]
) -> dict[int, int]:
    """Fen of each difference by line, as it would be posted now."""
    worths = {}
    for flow in (FOUND, LOST):
        lines = _lines_of(flow, rows)
        if lines:
            for row in foreseen_rows(session, flow, _made(session, flow, draft, lines)):
                worths[row["from_line"]] = flow.sign * row["amount"]
    return worths


def _facts(session: Session, draft: CountDraft, rows: Sequence[Mapping[str, Any]]) -> Facts:
    """What rules look at: a count is due nothing itself, but what it loses counts as a loss."""
    lost = -sum(worth for worth in _worths(session, draft, rows).values() if worth < 0)
    return Facts(draft.day, 0, paid=lost)


def _as_counted(draft: CountDraft, rows: Sequence[Mapping[str, Any]]) -> CountDraft:
    """The count with all that it knew when it was sent, so that later moves change nothing of it."""
    lines = (
        CountedLine(row["product_id"], row["counted"], row["book"], row["counted_at"], row["first"])
        for row in rows
    )
    return replace(draft, lines=tuple(lines), rest=SKIP)


def _settle(
    session: Session,
    flow: Flow,
    draft: CountDraft,
    rows: Sequence[Mapping[str, Any]],
    count_id: int,
    key: Key,
) -> None:
    """Post what was found, or lost."""
    lines = _lines_of(flow, rows)
    if lines:
        made = _made(session, flow, draft, lines)
        post_lost_or_found(session, flow, made, key=_own(key, flow), count_id=count_id)


def _lines_of(flow: Flow, rows: Sequence[Mapping[str, Any]]) -> tuple[LineDraft, ...]:
    """What was found, or lost, each line naming that of the count."""
    return tuple(
        LineDraft(row["product_id"], abs(row["difference"]), from_line=row["line_no"])
        for row in rows
        if row["difference"] * flow.sign > 0
    )


def _made(
    session: Session, flow: Flow, draft: CountDraft, lines: tuple[LineDraft, ...]
) -> LossDraft:
    reason = reason_named(session, OVER if flow.gain else SHORT, gain=flow.gain)
    return LossDraft(draft.day, draft.warehouse_id, reason.id, lines)


def _own(key: Key, flow: Flow) -> Key:
    """The key of what a count, or its reversal, posts besides itself."""
    return replace(key, value=f"{key.value}:{flow.move}")


def _undo(wanted: Reversal, key: Key, session: Session, number: str) -> Undone:
    """Take back the gain and the loss of count `number`, as far as nobody did before."""
    [head] = _HEAD.all(session, number=number)
    count_id, day = int(head[0]), date.fromisoformat(head[1])
    made = [
        (flow, str(name))
        for flow, question in ((FOUND, _GAIN_OF), (LOST, _LOSS_OF))
        for [name] in question.all(session, id=count_id)
    ]
    for flow, name in made:
        # Held before the pools (decisions 3): who takes one of them back alone holds it, and comes for the pools.
        require_undecided(session, flow.family, name)
    hold_for_differences(
        session, wanted.day or max(clock_of(session).today(), day), _products(session, count_id)
    )
    for flow, name in made:
        own = replace(wanted, number=name)
        reverse_lost_or_found(session, flow, own, key=_own(key, flow))
    return Undone()


_HEAD = Statement("SELECT id, day FROM stock_count WHERE number = :number")
_DIFFERING = Statement(
    "SELECT product_id FROM stock_count_line WHERE document_id = :id AND difference <> 0"
)


def _products(session: Session, count_id: int) -> Iterator[int]:
    return (int(row[0]) for row in _DIFFERING.all(session, id=count_id))

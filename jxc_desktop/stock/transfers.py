"""Goods moved from one warehouse to another (调拨单, domain.md §2.8), in one step or over a time in transit.

One that is on its way leaves the first warehouse at once; its goods lie where the shop keeps what is in transit, still
the shop's stock and value, until receipts bring them in (stock.transfer_receipts) or a loss says they never came.
"""

from dataclasses import dataclass
from datetime import date
from functools import partial

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.papers import (
    Reversal,
    Undone,
    header_of,
    open_paper,
    parts_of,
    write_parts,
)
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import Paper, book
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.stock.carrying import Way, carry_goods
from jxc_desktop.stock.legs import legs_of_adjustment
from jxc_desktop.stock.moved_lines import moved_lines
from jxc_desktop.stock.ordering.transit_kind import TRANSFER
from jxc_desktop.stock.papers import reverse_goods_paper
from jxc_desktop.stock.posting import record_moves
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.transfer_models import StockTransfer, StockTransferLine
from jxc_desktop.stock.transit import promise_coming, require_nothing_came
from jxc_desktop.stock.warehouses import transit_warehouse

__all__ = ["TRANSFER", "TransferDraft", "post_stock_transfer", "reverse_stock_transfer"]


@dataclass(frozen=True, slots=True)
class TransferDraft:
    """A transfer as typed; `in_transit` goods come in by receipts."""

    day: date
    from_warehouse_id: int
    to_warehouse_id: int
    lines: tuple[LineDraft, ...]
    remark: str = ""
    in_transit: bool = False


@needs("stock_transfer.post")
def post_stock_transfer(session: Session, draft: TransferDraft, *, key: Key) -> Posted:
    """Take the goods from one warehouse into the other, or on their way to it."""
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    _require_two_places(draft)
    lines = moved_lines(session, draft.lines)
    target = transit_warehouse(session) if draft.in_transit else draft.to_warehouse_id
    goods = carry_goods(session, Way(draft.from_warehouse_id, target), lines)
    header = {
        "day": draft.day,
        "from_warehouse_id": draft.from_warehouse_id,
        "to_warehouse_id": draft.to_warehouse_id,
        "in_transit": draft.in_transit,
        "remark": draft.remark,
    }
    document_id = open_paper(session, StockTransfer, header)
    rows = [{**line.row, "document_id": document_id} for line in lines]
    write_parts(session, StockTransferLine, rows)
    kind, prefix = TRANSFER.kind, StockTransfer.prefix
    paper = Paper(kind, document_id, prefix, draft.day, "调拨", 0)
    number = book(session, paper, legs_of_adjustment(goods.adjustment))
    record_moves(session, goods, source=number, day=draft.day)
    if draft.in_transit:
        promise_coming(session, Way(target, draft.to_warehouse_id), rows)
    return remember(session, key, Posted(kind, document_id, number, 0))


@needs("stock_transfer.reverse")
def reverse_stock_transfer(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Bring the goods back to where they were, at the same worth; refused while a receipt of them stands."""
    return reverse_goods_paper(session, TRANSFER, wanted, key=key, undo=_not_coming)


def _not_coming(session: Session, number: str) -> Undone:
    """Nobody waits any more for what a transfer that is taken back had on its way."""
    head = header_of(session, TRANSFER.kind, number)
    if not head["in_transit"]:
        return Undone()
    require_nothing_came(session, head["id"], number)
    way = Way(transit_warehouse(session), head["to_warehouse_id"])
    rows = parts_of(session, StockTransferLine, head["id"])
    write = partial(promise_coming, session, way, rows, back=True)
    return Undone(record=lambda _red, _day: write())


def _require_two_places(draft: TransferDraft) -> None:
    if draft.from_warehouse_id == draft.to_warehouse_id:
        raise InvalidInput(
            translate("stock", "调出仓和调入仓是同一个。改一个"), field="to_warehouse"
        )

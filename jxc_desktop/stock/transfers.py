"""Goods moved from one warehouse to another in one step (调拨单, domain.md §2.8).

Where cost is kept for the whole company the goods are only carried: the pool is as before, and there is no entry.
Where each warehouse has its own pool, goods leave at the cost of the first and come in at exactly that worth.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.papers import Family, Reversal, open_paper, write_parts
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import Paper, book
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.legs import legs_of_adjustment
from jxc_desktop.stock.moved_lines import MovedLine, moved_lines
from jxc_desktop.stock.papers import reverse_goods_paper
from jxc_desktop.stock.posting import (
    ADJUSTMENT,
    TRANSFERRED,
    Goods,
    GoodsStep,
    move_goods,
    record_moves,
)
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.transfer_models import StockTransfer, StockTransferLine

TRANSFER = Family(StockTransfer, (StockTransferLine,), "调拨单")


@dataclass(frozen=True, slots=True)
class TransferDraft:
    """A transfer as typed."""

    day: date
    from_warehouse_id: int
    to_warehouse_id: int
    lines: tuple[LineDraft, ...]
    remark: str = ""


@needs("stock_transfer.post")
def post_stock_transfer(session: Session, draft: TransferDraft, *, key: Key) -> Posted:
    """Take the goods from one warehouse into the other."""
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    _require_two_places(draft)
    lines = moved_lines(session, draft.lines)
    goods = _move(session, draft, lines)
    header = {
        "day": draft.day,
        "from_warehouse_id": draft.from_warehouse_id,
        "to_warehouse_id": draft.to_warehouse_id,
        "remark": draft.remark,
    }
    document_id = open_paper(session, StockTransfer, header)
    rows = ({**line.row, "document_id": document_id} for line in lines)
    write_parts(session, StockTransferLine, rows)
    kind, prefix = TRANSFER.kind, StockTransfer.prefix
    paper = Paper(kind, document_id, prefix, draft.day, "调拨", 0)
    number = book(session, paper, legs_of_adjustment(goods.adjustment))
    record_moves(session, goods, source=number, day=draft.day)
    return remember(session, key, Posted(kind, document_id, number, 0))


@needs("stock_transfer.reverse")
def reverse_stock_transfer(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Bring the goods back to where they were, at the same worth."""
    return reverse_goods_paper(session, TRANSFER, wanted, key=key)


def _require_two_places(draft: TransferDraft) -> None:
    if draft.from_warehouse_id == draft.to_warehouse_id:
        raise InvalidInput(
            translate("stock", "调出仓和调入仓是同一个。改一个"), field="to_warehouse"
        )


def _move(session: Session, draft: TransferDraft, lines: Sequence[MovedLine]) -> Goods:
    settings = settings_of(session)
    allowed = settings.allow_negative_stock
    if settings.cost_scope == "warehouse":
        out = move_goods(session, list(_out(draft, lines)), TRANSFERRED, allow_negative=allowed)
        worths = {m.line_no: -m.amount for m in out.moves if m.kind != ADJUSTMENT}
        into = move_goods(
            session, list(_into(draft, lines, worths)), TRANSFERRED, allow_negative=True
        )
        return Goods([*out.moves, *into.moves])
    steps = [*_out(draft, lines, carried=True), *_into(draft, lines)]
    return move_goods(session, steps, TRANSFERRED, allow_negative=allowed)


def _out(
    draft: TransferDraft, lines: Sequence[MovedLine], *, carried: bool = False
) -> list[GoodsStep]:
    """Goods out of the first warehouse, at their cost."""
    return [
        GoodsStep(
            line.line_no,
            line.product.id,
            draft.from_warehouse_id,
            -line.base_quantity,
            fallback=line.product.purchase_price or 0,
            carried=carried,
        )
        for line in lines
    ]


def _into(
    draft: TransferDraft, lines: Sequence[MovedLine], worths: Mapping[int, int] | None = None
) -> list[GoodsStep]:
    """Goods into the second warehouse at what they were worth; without `worths`, carried within their pool."""
    return [
        GoodsStep(
            line.line_no,
            line.product.id,
            draft.to_warehouse_id,
            line.base_quantity,
            amount=None if worths is None else worths[line.line_no],
            fallback=line.product.purchase_price or 0,
            carried=worths is None,
        )
        for line in lines
    ]

"""Goods moved from one warehouse to another in one step (调拨单, domain.md §2.8).

Where cost is kept for the whole company the goods are only carried: the pool is as before, and there is no entry.
Where each warehouse has its own pool, goods leave at the cost of the first and come in at exactly that worth.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import ProductFacts
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.papers import Family, Reversal, open_paper, write_parts
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import Paper, book
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.goods import ADJUSTMENT, TRANSFERRED, Goods, GoodsStep, PlannedMove
from jxc_desktop.stock.legs import legs_of_adjustment
from jxc_desktop.stock.lot_drafts import tracked_goods
from jxc_desktop.stock.lot_picking import out_of_lots
from jxc_desktop.stock.moved_lines import MovedLine, moved_lines
from jxc_desktop.stock.papers import reverse_goods_paper
from jxc_desktop.stock.posting import move_goods, record_moves
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


@dataclass(frozen=True, slots=True)
class _Carried:
    """Goods of one lot, or without any, that a line carries; `quantity` in 1e-4 base units."""

    line_no: int
    product: ProductFacts
    lot_id: int
    quantity: int


def _move(session: Session, draft: TransferDraft, lines: Sequence[MovedLine]) -> Goods:
    settings = settings_of(session)
    allowed = settings.allow_negative_stock
    carried = _carried(session, draft, lines)
    if settings.cost_scope == "warehouse":
        out = move_goods(session, _out(draft, carried), TRANSFERRED, allow_negative=allowed)
        worths = [-move.amount for move in _goods_moves(out, carried)]
        into = move_goods(session, _into(draft, carried, worths), TRANSFERRED, allow_negative=True)
        return Goods([*out.moves, *into.moves])
    steps = [*_out(draft, carried, in_pool=True), *_into(draft, carried)]
    return move_goods(session, steps, TRANSFERRED, allow_negative=allowed)


def _carried(session: Session, draft: TransferDraft, lines: Sequence[MovedLine]) -> list[_Carried]:
    """The goods of `lines`, those kept by lot one for each lot that goes."""
    products = {line.product.id: line.product for line in lines}
    steps = (
        GoodsStep(line.line_no, line.product.id, draft.from_warehouse_id, -line.base_quantity)
        for line in lines
    )
    told = [line.draft for line in lines]
    return [
        _Carried(step.line_no, products[step.product_id], step.lot_id, -step.quantity)
        for step in out_of_lots(session, steps, told, tracked_goods(lines))
    ]


def _goods_moves(goods: Goods, carried: Sequence[_Carried]) -> list[PlannedMove]:
    """The moves of the goods themselves, one for each of `carried`."""
    moves = [move for move in goods.moves if move.kind != ADJUSTMENT]
    if len(moves) != len(carried):
        raise RuntimeError("a carried line did not move")
    return moves


def _out(
    draft: TransferDraft, carried: Sequence[_Carried], *, in_pool: bool = False
) -> list[GoodsStep]:
    """Goods out of the first warehouse, at their cost; `in_pool` carried within their pool."""
    return [
        GoodsStep(
            each.line_no,
            each.product.id,
            draft.from_warehouse_id,
            -each.quantity,
            fallback=each.product.purchase_price or 0,
            lot_id=each.lot_id,
            carried=in_pool,
        )
        for each in carried
    ]


def _into(
    draft: TransferDraft, carried: Sequence[_Carried], worths: Sequence[int] | None = None
) -> list[GoodsStep]:
    """Goods into the second warehouse at what they were worth; without `worths`, carried within their pool."""
    told: Sequence[int | None] = [None] * len(carried) if worths is None else worths
    return [
        GoodsStep(
            each.line_no,
            each.product.id,
            draft.to_warehouse_id,
            each.quantity,
            amount=worth,
            fallback=each.product.purchase_price or 0,
            lot_id=each.lot_id,
            carried=worths is None,
        )
        for each, worth in zip(carried, told, strict=True)
    ]

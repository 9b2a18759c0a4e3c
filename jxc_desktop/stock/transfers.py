"""Goods moved from one warehouse to another in one step (调拨单, domain.md §2.8).

Where cost is averaged over the company the pool is as before, so there is no entry. Where each warehouse has its own
average, goods leave at that of the first and come in at exactly that worth.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import ProductFacts
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import div_half_up
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.ledger.papers import Family, Reversal, open_paper, write_parts
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import Paper, book
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.costing import Pool, worth
from jxc_desktop.stock.legs import legs_of_adjustment
from jxc_desktop.stock.lot_drafts import tracked_goods
from jxc_desktop.stock.lot_picking import out_of_lots
from jxc_desktop.stock.moved_lines import MovedLine, moved_lines
from jxc_desktop.stock.papers import reverse_goods_paper
from jxc_desktop.stock.posting import (
    ADJUSTMENT,
    Goods,
    GoodsStep,
    PlannedMove,
    move_goods,
    record_moves,
)
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.transfer_models import StockTransfer, StockTransferLine

TRANSFER = Family(StockTransfer, (StockTransferLine,), "调拨单")
MOVED = "transfer"
"""Why the goods moved."""

_POOL = "SELECT product_id, lot_id, quantity, value, last_cost FROM cost_pool WHERE product_id "
_WHOLE = "AND warehouse_id = 0"
_POOLS = Statement(
    f"{_POOL}IN {among('products')} {_WHOLE}",
    postgresql=f"{_POOL}= ANY(:products) {_WHOLE} ORDER BY product_id, lot_id FOR UPDATE",
)


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

    @property
    def pool(self) -> tuple[int, int]:
        """Product and lot: what they are averaged with over the company."""
        return self.product.id, self.lot_id


def _move(session: Session, draft: TransferDraft, lines: Sequence[MovedLine]) -> Goods:
    settings = settings_of(session)
    allowed = settings.allow_negative_stock
    carried = _carried(session, draft, lines)
    if settings.cost_scope == "warehouse":
        out = move_goods(session, _out(draft, carried), MOVED, allow_negative=allowed)
        worths = [-m.amount for m in _goods_moves(out, carried)]
        into = move_goods(session, _into(draft, carried, worths), MOVED, allow_negative=True)
        return Goods([*out.moves, *into.moves])
    worths = _shares(session, carried)
    steps = [
        step
        for each in zip(_into(draft, carried, worths), _out(draft, carried, worths), strict=True)
        for step in each
    ]
    return move_goods(session, steps, MOVED, allow_negative=allowed)


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
    draft: TransferDraft, carried: Sequence[_Carried], worths: Sequence[int] | None = None
) -> list[GoodsStep]:
    """Goods out of the first warehouse, at the average where no worth is told."""
    told = [None] * len(carried) if worths is None else [-worth for worth in worths]
    return [
        GoodsStep(
            each.line_no,
            each.product.id,
            draft.from_warehouse_id,
            -each.quantity,
            amount=worth,
            fallback=each.product.purchase_price or 0,
            lot_id=each.lot_id,
        )
        for each, worth in zip(carried, told, strict=True)
    ]


def _into(
    draft: TransferDraft, carried: Sequence[_Carried], worths: Sequence[int]
) -> list[GoodsStep]:
    return [
        GoodsStep(
            each.line_no,
            each.product.id,
            draft.to_warehouse_id,
            each.quantity,
            amount=worth,
            lot_id=each.lot_id,
        )
        for each, worth in zip(carried, worths, strict=True)
    ]


def _shares(session: Session, carried: Sequence[_Carried]) -> list[int]:
    """Fen of each by its pool's own ratio.

    Goods that come in at that worth and go out again at it, in this order, leave quantity and value of the pool as
    they were, oversold or not.
    """
    products = sorted({each.product.id for each in carried})
    pools = {
        (product, lot): Pool(quantity, value, last_cost)
        for product, lot, quantity, value, last_cost in _POOLS.all(session, products=products)
    }
    return [_share(pools.get(each.pool, Pool()), each) for each in carried]


def _share(pool: Pool, each: _Carried) -> int:
    if pool.quantity:
        return div_half_up(each.quantity * pool.value, pool.quantity)
    return worth(each.quantity, pool.last_cost or each.product.purchase_price or 0)

"""Goods carried from one warehouse to another, each at what it was worth where it lay (domain.md §2.8).

Where cost is kept for the whole company the goods are only carried: the pool is as before. Where each warehouse has
its own pool, goods leave at the cost of the first and come in at exactly that worth.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import ProductFacts
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.goods import ADJUSTMENT, TRANSFERRED, Goods, GoodsStep, PlannedMove
from jxc_desktop.stock.lot_drafts import tracked_goods
from jxc_desktop.stock.lot_picking import out_of_lots
from jxc_desktop.stock.moved_lines import MovedLine
from jxc_desktop.stock.posting import move_goods


@dataclass(frozen=True, slots=True)
class Way:
    """From which warehouse to which."""

    source: int
    target: int


@dataclass(frozen=True, slots=True)
class _Carried:
    """Goods of one lot, or without any, that a line carries; `quantity` in 1e-4 base units."""

    line_no: int
    product: ProductFacts
    lot_id: int
    quantity: int


def carry_goods(session: Session, way: Way, lines: Sequence[MovedLine]) -> Goods:
    """Move the goods of `lines`; nothing is written but levels and pools."""
    settings = settings_of(session)
    allowed = settings.allow_negative_stock
    carried = _carried(session, way, lines)
    if settings.cost_scope == "warehouse":
        out = move_goods(session, _out(way, carried), TRANSFERRED, allow_negative=allowed)
        worths = [-move.amount for move in _goods_moves(out, carried)]
        into = move_goods(session, _into(way, carried, worths), TRANSFERRED, allow_negative=True)
        return Goods([*out.moves, *into.moves])
    steps = [*_out(way, carried, in_pool=True), *_into(way, carried)]
    return move_goods(session, steps, TRANSFERRED, allow_negative=allowed)


def _carried(session: Session, way: Way, lines: Sequence[MovedLine]) -> list[_Carried]:
    """The goods of `lines`, those kept by lot one for each lot that goes."""
    products = {line.product.id: line.product for line in lines}
    steps = (
        GoodsStep(line.line_no, line.product.id, way.source, -line.base_quantity) for line in lines
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


def _out(way: Way, carried: Sequence[_Carried], *, in_pool: bool = False) -> list[GoodsStep]:
    """Goods out of the first warehouse, at their cost; `in_pool` carried within their pool."""
    return [
        GoodsStep(
            each.line_no,
            each.product.id,
            way.source,
            -each.quantity,
            fallback=each.product.purchase_price or 0,
            lot_id=each.lot_id,
            carried=in_pool,
        )
        for each in carried
    ]


def _into(
    way: Way, carried: Sequence[_Carried], worths: Sequence[int] | None = None
) -> list[GoodsStep]:
    """Goods into the second warehouse at what they were worth; without `worths`, carried within their pool."""
    told: Sequence[int | None] = [None] * len(carried) if worths is None else worths
    return [
        GoodsStep(
            each.line_no,
            each.product.id,
            way.target,
            each.quantity,
            amount=worth,
            fallback=each.product.purchase_price or 0,
            lot_id=each.lot_id,
            carried=worths is None,
        )
        for each, worth in zip(carried, told, strict=True)
    ]

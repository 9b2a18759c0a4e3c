"""Which lots come back with a returned line, each at what it left with: those told, else in the order they went."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.catalog.drafts import SERIAL
from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.core.errors import Refused, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import QUANTITY_PLACES, div_half_up, spread, trimmed
from jxc_desktop.core.sql import Statement
from jxc_desktop.stock.goods import GoodsStep
from jxc_desktop.stock.lot_drafts import LotShare, shares_of
from jxc_desktop.stock.moved import Moved

_LOT = Statement("SELECT id FROM lot WHERE product_id = :product AND code = :code")


@dataclass(frozen=True, slots=True)
class LotBack:
    """What comes back of a lot: base quantity (1e-4) and cost (fen), both positive."""

    lot_id: int
    quantity: int
    cost: int


@dataclass(frozen=True, slots=True)
class _Told:
    """A returned line as `shares_of` reads it."""

    lots: tuple[LotShare, ...]


def lots_back(
    session: Session,
    row: Mapping[str, Any],
    went: Moved,
    before: Moved,
    told: Sequence[LotShare],
) -> tuple[LotBack, ...]:
    """The lots of a returned line `row`; nothing where its goods were not kept by lot.

    `went` is what left with the original line, `before` what of it came back earlier.
    """
    moved = {lot: each for lot, each in went.items() if lot}
    if not moved:
        return ()
    product = product_facts(session, [row["product_id"]])[row["product_id"]]
    left = {lot: abs(moved[lot][0]) - abs(before.get(lot, (0, 0))[0]) for lot in moved}
    wanted = _told(session, row, product, left, told) if told else _in_order(row, product, left)
    return tuple(
        LotBack(lot, quantity, _cost(moved[lot], before.get(lot, (0, 0)), quantity, left[lot]))
        for lot, quantity in wanted
    )


def in_lots(step: GoodsStep, lots: Sequence[LotBack]) -> Iterator[GoodsStep]:
    """`step` of a returned line, one for each of its lots."""
    if not lots:
        yield step
    sign = 1 if step.quantity > 0 else -1
    for lot in lots:
        yield replace(step, quantity=sign * lot.quantity, amount=sign * lot.cost, lot_id=lot.lot_id)


def _told(
    session: Session,
    row: Mapping[str, Any],
    product: ProductFacts,
    left: Mapping[int, int],
    told: Sequence[LotShare],
) -> list[tuple[int, int]]:
    wanted = []
    for share in shares_of(_Told(tuple(told)), product, row["base_quantity"]):
        found = _LOT.first(session, product=product.id, code=share.code)
        lot = int(found[0]) if found else 0
        if left.get(lot, 0) < share.quantity:
            raise _too_much(product, share.code, left.get(lot, 0))
        wanted.append((lot, share.quantity))
    return wanted


def _in_order(
    row: Mapping[str, Any], product: ProductFacts, left: Mapping[int, int]
) -> list[tuple[int, int]]:
    open_still = int(row["base_quantity"])
    if product.tracking == SERIAL and open_still < sum(left.values()):
        raise Refused(
            translate("stock", "{product} 按序列号管理。写上退回来的是哪几个序列号").format(
                product=product.name
            ),
            field="lots",
        )
    wanted = []
    for lot, there in left.items():
        quantity = min(there, open_still)
        if quantity:
            wanted.append((lot, quantity))
            open_still -= quantity
    return wanted


def _cost(went: tuple[int, int], before: tuple[int, int], quantity: int, left: int) -> int:
    """The share of what the lot left with; the last of it takes the remainder (T6)."""
    whole = abs(went[1])
    if quantity == left:
        return whole - abs(before[1])
    return div_half_up(quantity * whole, abs(went[0]))


def _too_much(product: ProductFacts, code: str, left: int) -> UserError:
    return Refused(
        translate("stock", "{product} 的 {code} 在原单这一行最多还能退 {left} {unit}").format(
            product=product.name,
            code=code,
            left=trimmed(left, QUANTITY_PLACES),
            unit=product.unit,
        ),
        field="lots",
    )


def revalued_in_lots(step: GoodsStep, came: Moved) -> Iterator[GoodsStep]:
    """A later difference on goods that came in as `came`: each lot bears its part by quantity."""
    lots = {lot: quantity for lot, (quantity, _worth) in came.items() if lot}
    if not lots:
        yield step
        return
    concerned = spread(step.concerns, list(lots.values()))
    for lot, part, worth in zip(lots, concerned, spread(step.amount or 0, concerned), strict=True):
        if part:
            yield replace(step, amount=worth, concerns=part, lot_id=lot)

"""Goods that go out by lot: as told, else the lot that expires first, then the oldest (FEFO, domain.md §4.3).

Expired lots are never proposed for a sale; to sell one that was named takes a right, or is refused (设置 过期批次).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.catalog.drafts import SERIAL
from jxc_desktop.catalog.facts import ProductFacts
from jxc_desktop.core.errors import Forbidden, Refused, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import QUANTITY_PLACES, spread, trimmed
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.shop.actor import may
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.goods import GoodsStep
from jxc_desktop.stock.lot_drafts import Telling, shares_of
from jxc_desktop.stock.pools import hold_pools
from jxc_desktop.stock.priced import at_line

_LYING_SQL = (
    "SELECT l.id, l.product_id, l.code, l.expiry, s.warehouse_id, s.quantity FROM lot l "
    "JOIN stock_level s ON s.product_id = l.product_id AND s.lot_id = l.id WHERE s.quantity > 0 AND l.product_id "
)
_LYING = Statement(
    f"{_LYING_SQL}IN {among('products')}", postgresql=f"{_LYING_SQL}= ANY(:products)"
)
LAST = date.max.isoformat()


@dataclass(slots=True)
class _Lying:
    """What of a lot still lies in a warehouse and was not taken by an earlier line."""

    lot_id: int
    code: str
    expiry: str | None
    left: int


_Lots = Mapping[tuple[int, int], Sequence[_Lying]]
"""The lots of a product in a warehouse, the one to go first at the head."""


def out_of_lots(
    session: Session,
    steps: Iterable[GoodsStep],
    lines: Sequence[Telling],
    tracked: Mapping[int, ProductFacts],
    *,
    sold_on: date | None = None,
    hold: bool = True,
) -> list[GoodsStep]:
    """`steps` of goods that go out, those of `tracked` goods one for each lot.

    `sold_on` is the day of a sale, None where goods go elsewhere, for which expired ones are as good as any. `hold`
    False is for looking only.
    """
    wanted = list(steps)
    if not tracked:
        return wanted
    if hold:
        hold_pools(session, (step.product_id for step in wanted))
    lots = _lying(session, tracked)
    found: list[GoodsStep] = []
    for step in wanted:
        product = tracked.get(step.product_id)
        if product is None:
            found.append(step)
            continue
        there = lots.get((step.product_id, step.warehouse_id), ())
        try:
            found.extend(_taken(session, step, lines[step.line_no - 1], product, there, sold_on))
        except UserError as error:
            raise at_line(error, step.line_no - 1) from None
    return found


def _lying(session: Session, tracked: Mapping[int, ProductFacts]) -> _Lots:
    lots: dict[tuple[int, int], list[_Lying]] = {}
    for lot, product, code, expiry, place, quantity in _LYING.all(
        session, products=sorted(tracked)
    ):
        told = None if expiry is None else str(expiry)
        lots.setdefault((product, place), []).append(_Lying(lot, code, told, quantity))
    for each in lots.values():
        each.sort(key=lambda lot: (lot.expiry or LAST, lot.lot_id))
    return lots


def _taken(
    session: Session,
    step: GoodsStep,
    line: Telling,
    product: ProductFacts,
    there: Sequence[_Lying],
    sold_on: date | None,
) -> Iterator[GoodsStep]:
    wanted = -step.quantity
    if line.lots or product.tracking == SERIAL:
        taken = list(_named(session, line, product, wanted, there, sold_on))
    else:
        taken = list(_proposed(product, wanted, there, sold_on))
    quantities = [quantity for _lot, quantity in taken]
    worths = [None] * len(taken) if step.amount is None else spread(step.amount, quantities)
    for (lot, quantity), worth in zip(taken, worths, strict=True):
        lot.left -= quantity
        yield replace(step, quantity=-quantity, amount=worth, lot_id=lot.lot_id)


def _named(
    session: Session,
    line: Telling,
    product: ProductFacts,
    wanted: int,
    there: Sequence[_Lying],
    sold_on: date | None,
) -> Iterator[tuple[_Lying, int]]:
    known = {lot.code: lot for lot in there}
    for share in shares_of(line, product, wanted):
        lot = known.get(share.code)
        left = lot.left if lot else 0
        if lot is None or left < share.quantity:
            raise _too_little(product, share.code, left, share.quantity)
        if sold_on is not None and _expired(lot, sold_on):
            _require_right_to_sell(session, product, lot)
        yield lot, share.quantity


def _proposed(
    product: ProductFacts, wanted: int, there: Sequence[_Lying], sold_on: date | None
) -> Iterator[tuple[_Lying, int]]:
    open_still = wanted
    expired = 0
    for lot in there:
        if sold_on is not None and _expired(lot, sold_on):
            expired += lot.left
        elif lot.left and open_still:
            quantity = min(lot.left, open_still)
            open_still -= quantity
            yield lot, quantity
    if open_still:
        raise _short(product, wanted - open_still, wanted, expired)


def _expired(lot: _Lying, day: date) -> bool:
    """A lot may be sold on its last day."""
    return lot.expiry is not None and lot.expiry < day.isoformat()


def _require_right_to_sell(session: Session, product: ProductFacts, lot: _Lying) -> None:
    told = {"product": product.name, "code": lot.code, "day": lot.expiry}
    if settings_of(session).expired_lots == "refuse":
        text = translate("stock", "{product} 批号 {code} 已于 {day} 过期，不能卖。换一批，或报损")
        raise Refused(text.format(**told), field="lots")
    if not may(session, "lot.sell_expired"):
        text = translate(
            "stock", "{product} 批号 {code} 已于 {day} 过期，卖它要店长授权。请店长来，或换一批"
        )
        raise Forbidden(text.format(**told), field="lots")


def _too_little(product: ProductFacts, code: str, left: int, wanted: int) -> UserError:
    if product.tracking == SERIAL:
        text = translate("stock", "{product} 的序列号 {code} 不在这个仓库。核对号码，或先入库")
    else:
        text = translate(
            "stock", "{product} 批号 {code} 这里只有 {left} {unit}，要 {wanted}。换一批，或改数量"
        )
    return _refused(text, product, left, wanted, code=code)


def _short(product: ProductFacts, left: int, wanted: int, expired: int) -> UserError:
    if expired:
        text = translate(
            "stock",
            "{product} 没过期的只有 {left} {unit}，要 {wanted}；另有 {expired} {unit} 已过期。改数量，或先入库",
        )
    else:
        text = translate(
            "stock", "{product} 各批合计只有 {left} {unit}，要 {wanted}。改数量，或先入库"
        )
    return _refused(text, product, left, wanted, expired=trimmed(expired, QUANTITY_PLACES))


def _refused(text: str, product: ProductFacts, left: int, wanted: int, **more: str) -> UserError:
    return Refused(
        text.format(
            product=product.name,
            unit=product.unit,
            left=trimmed(left, QUANTITY_PLACES),
            wanted=trimmed(wanted, QUANTITY_PLACES),
            **more,
        ),
        field="lots",
    )

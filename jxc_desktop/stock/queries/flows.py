"""What products moved in a period: whole months from their cache, begun months from the moves.

So a year costs twelve rows a product, and any two days add the moves of at most two months.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, case, or_, select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.aggregates import summed
from jxc_desktop.ledger.periods import month_of
from jxc_desktop.shop.actor import may
from jxc_desktop.stock.models import Move, StockMonth
from jxc_desktop.stock.months import REVERSAL
from jxc_desktop.stock.trade import COST

_DAY = timedelta(days=1)
_LAST = date(9999, 12, 31)


@dataclass(slots=True)
class Flow:
    """In, out and adjustment: quantities 1e-4, amounts fen (0 for who may not see cost); out is positive."""

    in_quantity: int = 0
    out_quantity: int = 0
    in_amount: int = 0
    out_amount: int = 0
    adjust_amount: int = 0

    @property
    def quantity(self) -> int:
        """What it added to stock."""
        return self.in_quantity - self.out_quantity

    @property
    def amount(self) -> int:
        """What it added to the worth of stock."""
        return self.in_amount - self.out_amount + self.adjust_amount

    def add(self, other: "Flow") -> None:
        """Take another flow in."""
        self.in_quantity += other.in_quantity
        self.out_quantity += other.out_quantity
        self.in_amount += other.in_amount
        self.out_amount += other.out_amount
        self.adjust_amount += other.adjust_amount


def flows_between(
    session: Session,
    from_day: date,
    to_day: date | None = None,
    *,
    products: Any = None,
    warehouse_id: int | None = None,
) -> dict[int, Flow]:
    """What each product moved from `from_day` through `to_day`, or ever after; untouched ones are missing.

    `products` is a query of ids, None for all.
    """
    found: dict[int, Flow] = {}
    for query in _queries(session, from_day, to_day or _LAST, warehouse_id):
        column = query.selected_columns[0]
        narrowed = query if products is None else query.where(column.in_(products))
        for product, *parts in session.execute(narrowed):
            flow = Flow(*parts)
            if product in found:
                found[product].add(flow)
            else:
                found[product] = flow
    return found


def _queries(
    session: Session, from_day: date, to_day: date, warehouse_id: int | None
) -> Iterator[Any]:
    """The months that lie whole in the period, then the days before and after them."""
    if from_day > to_day:
        return
    cost = may(session, COST)
    first = from_day if from_day.day == 1 else _next_month(from_day)
    last = to_day if to_day == _LAST or (to_day + _DAY).day == 1 else to_day.replace(day=1) - _DAY
    if first > last:
        yield _of_days(from_day, to_day, warehouse_id, cost=cost)
        return
    yield _of_months(month_of(first), month_of(last), warehouse_id, cost=cost)
    if from_day < first:
        yield _of_days(from_day, first - _DAY, warehouse_id, cost=cost)
    if last < to_day:
        yield _of_days(last + _DAY, to_day, warehouse_id, cost=cost)


def _of_months(first: str, last: str, warehouse_id: int | None, *, cost: bool) -> Any:
    m = StockMonth
    parts = [m.in_quantity, m.out_quantity]
    parts += [m.in_amount, m.out_amount, m.adjust_amount] if cost else []
    query = select(m.product_id, *(summed(part) for part in parts))
    query = query.where(m.month >= first, m.month <= last)
    if warehouse_id is not None:
        query = query.where(m.warehouse_id == warehouse_id)
    return query.group_by(m.product_id)


def _of_days(first: date, last: date, warehouse_id: int | None, *, cost: bool) -> Any:
    """Product by product, because the index of the moves begins with it."""
    red = Move.kind == REVERSAL
    into = or_(and_(Move.quantity > 0, ~red), and_(Move.quantity < 0, red))
    out = and_(Move.quantity != 0, ~into)
    parts = [_part(into, Move.quantity), -_part(out, Move.quantity)]
    if cost:
        parts += [_part(into, Move.amount), -_part(out, Move.amount)]
        parts += [_part(Move.quantity == 0, Move.amount)]
    query = select(Move.product_id, *parts).where(
        Move.product_id.in_(select(Product.id)), Move.day >= first, Move.day <= last
    )
    if warehouse_id is not None:
        query = query.where(Move.warehouse_id == warehouse_id)
    return query.group_by(Move.product_id)


def _part(condition: ColumnElement[bool], measure: Any) -> ColumnElement[int]:
    return summed(case((condition, measure), else_=0))


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)

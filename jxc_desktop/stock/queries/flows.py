"""What products moved in a period: whole months from their cache, begun months from the moves.

So a year costs twelve rows a product. Of a begun month the shorter half is read: its days before the period, or
the whole month less its days in the period.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import and_, case, literal, or_, select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.aggregates import summed
from jxc_desktop.ledger.periods import month_of
from jxc_desktop.shop.actor import may
from jxc_desktop.stock.models import Move, StockMonth
from jxc_desktop.stock.months import REVERSAL
from jxc_desktop.stock.trade import COST

_DAY = timedelta(days=1)
_FOREVER = "9999-13"
"""After every month there is."""
_NO_WORTH = (literal(0),) * 3


@dataclass(slots=True)
class Flow:
    """What came in and what all of it added: quantities 1e-4, amounts fen (0 for who may not see cost)."""

    in_quantity: int = 0
    quantity: int = 0
    in_amount: int = 0
    amount: int = 0
    adjust_amount: int = 0

    @property
    def out_quantity(self) -> int:
        """What went out, positive."""
        return self.in_quantity - self.quantity

    @property
    def out_amount(self) -> int:
        """What went out was worth, positive."""
        return self.in_amount + self.adjust_amount - self.amount

    @property
    def is_nothing(self) -> bool:
        """Whether nothing moved, or all of it was taken back."""
        goods = self.in_quantity or self.quantity
        return not (goods or self.in_amount or self.amount or self.adjust_amount)


Flows = dict[int, Flow]
"""By product; those that moved nothing may be missing."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """Of which goods: a query of ids, and a warehouse; None for all. Worth only for who may see it."""

    products: Any
    warehouse_id: int | None
    cost: bool


class _Edge(NamedTuple):
    """All that was before a day: the months before `month`, and `days` of one month more (+1) or less (−1)."""

    month: str
    days: tuple[date, date] | None = None
    sign: int = 0


class _Piece(NamedTuple):
    """A query of five sums by product, and how often it counts in the period and in what came later."""

    query: Any
    period: int
    later: int


def flows_between(
    session: Session,
    from_day: date,
    to_day: date | None = None,
    *,
    products: Any = None,
    warehouse_id: int | None = None,
) -> Flows:
    """What each product moved from `from_day` through `to_day`, or ever after."""
    asked = _Asked(products, warehouse_id, may(session, COST))
    if to_day is None:
        return _added(session, _later(_edge(from_day), asked))[1]
    pieces = _within(from_day, to_day, asked) if from_day <= to_day else []
    return _added(session, [piece for piece in pieces if piece.period])[0]


def flows_and_later(
    session: Session,
    from_day: date,
    to_day: date,
    *,
    products: Any = None,
    warehouse_id: int | None = None,
) -> tuple[Flows, Flows]:
    """What each product moved in the period, and what it moved ever after."""
    asked = _Asked(products, warehouse_id, may(session, COST))
    return _added(session, _within(from_day, to_day, asked))


def _within(from_day: date, to_day: date, asked: _Asked) -> list[_Piece]:
    """The period and what came later; days read for the one count for the other."""
    begin, end = _edge(from_day), _edge(to_day + _DAY)
    if end.days and month_of(from_day) == month_of(to_day):
        return [_Piece(_of_days((from_day, to_day), asked), 1, 0), *_later(end, asked)]
    pieces = [_Piece(_of_months(begin.month, end.month, asked), 1, 0)]
    if begin.days:
        pieces.append(_Piece(_of_days(begin.days, asked), -begin.sign, 0))
    rest, *begun = _later(end, asked)
    return [*pieces, rest, *(_Piece(piece.query, end.sign, piece.later) for piece in begun)]


def _later(end: _Edge, asked: _Asked) -> list[_Piece]:
    """All that came on and after an edge."""
    pieces = [_Piece(_of_months(end.month, _FOREVER, asked), 0, 1)]
    if end.days:
        pieces.append(_Piece(_of_days(end.days, asked), 0, -end.sign))
    return pieces


def _edge(day: date) -> _Edge:
    """Where a period begins, by the shorter half of its month."""
    if day.day == 1:
        return _Edge(month_of(day))
    first = day.replace(day=1)
    after = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    if day - first <= after - day:
        return _Edge(month_of(day), (first, day - _DAY), 1)
    return _Edge(month_of(after), (day, after - _DAY), -1)


def _added(session: Session, pieces: Iterable[_Piece]) -> tuple[Flows, Flows]:
    period: Flows = {}
    later: Flows = {}
    driver = session.connection()  # plain rows: the session would look each over for objects
    for piece in pieces:
        rows = driver.execute(piece.query).all()
        for found, sign in ((period, piece.period), (later, piece.later)):
            if sign:
                _add(found, rows, sign)
    return period, later


def _add(found: Flows, rows: Sequence[Any], sign: int) -> None:
    for product, into, quantity, in_amount, amount, adjust in rows:
        flow = found.get(product)
        if flow is None:
            found[product] = Flow(
                sign * into, sign * quantity, sign * in_amount, sign * amount, sign * adjust
            )
            continue
        flow.in_quantity += sign * into
        flow.quantity += sign * quantity
        flow.in_amount += sign * in_amount
        flow.amount += sign * amount
        flow.adjust_amount += sign * adjust


def _of_months(first: str, before: str, asked: _Asked) -> Any:
    """The sums of whole months from `first` on, `before` not among them."""
    m = StockMonth
    worth = m.in_amount, m.in_amount - m.out_amount + m.adjust_amount, m.adjust_amount
    query = select(
        m.product_id, summed(m.in_quantity), summed(m.in_quantity - m.out_quantity),
        *(map(summed, worth) if asked.cost else _NO_WORTH),
    )  # fmt: skip
    return _narrowed(query.where(m.month >= first, m.month < before), m, asked)


def _of_days(days: tuple[date, date], asked: _Asked) -> Any:
    """The sums of the moves of some days."""
    m, red = Move, Move.kind == REVERSAL
    into = or_(and_(m.quantity > 0, ~red), and_(m.quantity < 0, red))
    worth = _if(into, m.amount), summed(m.amount), _if(m.quantity == 0, m.amount)
    query = select(
        m.product_id, _if(into, m.quantity), summed(m.quantity),
        *(worth if asked.cost else _NO_WORTH),
    ).where(m.day >= days[0], m.day <= days[1])  # fmt: skip
    if asked.products is None:  # product by product, because the index of the moves begins with it
        query = query.where(m.product_id.in_(select(Product.id)))
    return _narrowed(query, m, asked)


def _narrowed(query: Any, table: Any, asked: _Asked) -> Any:
    if asked.products is not None:
        query = query.where(table.product_id.in_(asked.products))
    if asked.warehouse_id is not None:
        query = query.where(table.warehouse_id == asked.warehouse_id)
    return query.group_by(table.product_id)


def _if(condition: Any, measure: Any) -> Any:
    return summed(case((condition, measure), else_=0))

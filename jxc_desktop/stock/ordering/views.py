"""Reading orders: one with how far each line is fulfilled and by what, and lists with a word for the progress."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import literal, select
from sqlalchemy.orm import Session

from jxc_desktop.cash.queries import PaymentView
from jxc_desktop.core.built_in_names import built_in_column
from jxc_desktop.core.document import State
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.partners.models import Partner
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.ordering.kinds import COUNTING, OrderKind
from jxc_desktop.stock.ordering.promises import fulfilled_of
from jxc_desktop.stock.trade import (
    PAGE,
    Head,
    LineView,
    ListFilter,
    ListRow,
    line_rows,
    list_documents,
    required_head,
)

DONE, PARTLY = "completed", "partly"
"""Words for an approved order that is fulfilled wholly or in part."""


@dataclass(frozen=True, slots=True)
class OrderLineView(LineView):
    """A line ordered: price 1e-6 yuan, fractions 1e-4, money fen, all None for who may not see prices.

    `done` and `left` are base quantities that followed, and that are still to come.
    """

    price: int | None
    discount: int | None
    tax_rate: int | None
    reduction: int | None
    net: int | None
    tax: int | None
    gross: int | None
    done: int = 0

    @property
    def left(self) -> int:
        """Base quantity still to come."""
        return max(self.base_quantity - self.done, 0)


@dataclass(frozen=True, slots=True)
class FollowerView:
    """A document that followed an order; `total` in fen, None for who may not see prices."""

    kind: str
    number: str
    day: date
    total: int | None


@dataclass(frozen=True, slots=True)
class OrderView:
    """An order; `progress` is its state, or "partly" or "completed" once it is approved and followed.

    `version` counts how often a quotation was offered; `sales_order` is what a purchase order buys for, `buyer` who
    buys.
    """

    head: Head
    partner_id: int
    partner: str
    partner_name: str
    warehouse_id: int
    warehouse: str
    warehouse_name: str
    salesperson: str
    due_day: date | None
    price_includes_tax: bool
    order_discount: int | None
    net: int | None
    tax: int | None
    total: int | None
    source: str
    progress: str
    lines: tuple[OrderLineView, ...]
    followers: tuple[FollowerView, ...]
    payments: tuple[PaymentView, ...] = ()
    version: int = 1
    sales_order: str = ""
    buyer: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """Where a kind of order says who it is with: the partner's code, and what it follows."""

    code: Any
    source: type[Any] | None = None
    names: str = ""


def order_view(
    session: Session, kind: OrderKind, named: Named, number: str, *, priced: bool
) -> OrderView:
    """The order with this number."""
    model: Any = kind.family.header
    head = required_head(session, model, number, translate("stock", "没有单号 {number}。核对单号"))
    row = session.execute(_details(model, named).where(model.id == head.id)).one()
    lines = _lines(session, kind, head.id, priced=priced)
    sums: tuple[int | None, ...] = (
        row.order_discount,
        sum(each.net or 0 for each in lines),
        sum(each.tax or 0 for each in lines),
        row.total,
    )
    shown = sums if priced else (None,) * len(sums)
    source = str(row[-1] or "")
    progress = progress_of(head.state, [(each.base_quantity, each.done) for each in lines])
    followers = followers_of(session, kind, head.id, priced=priced)
    return OrderView(*(head, *row[:9], *shown, source, progress, lines, followers))


def list_orders(
    session: Session,
    kind: OrderKind,
    wanted: ListFilter,
    *,
    after: tuple[date, int] | None = None,
    limit: int = PAGE,
    priced: bool = True,
) -> list[ListRow]:
    """A page of orders, newest first, each with its progress instead of its bare state."""
    model = kind.family.header
    rows = list_documents(session, model, wanted, after=after, limit=limit, priced=priced)
    followed = _followed_of(session, kind, [row.id for row in rows if row.state == State.APPROVED])
    return [replace(row, state=followed.get(row.id, row.state)) for row in rows]


def _details(model: Any, named: Named) -> Any:
    columns: list[Any] = [
        model.partner_id, named.code, model.partner_name, model.warehouse_id, Warehouse.code,
        built_in_column(Warehouse.name), getattr(model, "salesperson", literal("")), model.due_day,
        model.price_includes_tax, model.order_discount, model.total,
    ]  # fmt: skip
    followed: Any = named.source
    query = select(*columns, literal("") if followed is None else followed.number)
    query = query.join(Partner, Partner.id == model.partner_id)
    query = query.join(Warehouse, Warehouse.id == model.warehouse_id)
    if followed is None:
        return query
    return query.outerjoin(followed, followed.id == getattr(model, named.names))


def _lines(
    session: Session, kind: OrderKind, order_id: int, *, priced: bool
) -> tuple[OrderLineView, ...]:
    done = fulfilled_of(session, kind, order_id)
    found = []
    for row in line_rows(session, kind.family.parts[0], order_id):
        goods, money = row[:10], row[10:]
        seen = money if priced else (None,) * len(money)
        found.append(OrderLineView(*(*goods, *seen, done.get(row.line_no, 0))))
    return tuple(found)


def progress_of(state: str, lines: Sequence[tuple[int, int]]) -> str:
    """The state, or how far an approved order is fulfilled; `lines` are (ordered, done) in base units."""
    if state != State.APPROVED or not any(done for _ordered, done in lines):
        return state
    return DONE if all(done >= ordered for ordered, done in lines) else PARTLY


def followers_of(
    session: Session, kind: OrderKind, order_id: int, *, priced: bool
) -> tuple[FollowerView, ...]:
    """What followed an order, the oldest first."""
    rows = _follower_rows(kind).all(session, order=order_id) if kind.followers else []
    return tuple(
        FollowerView(each, number, date.fromisoformat(day), int(total) if priced else None)
        for each, number, day, total in rows
    )


@cache
def _follower_rows(kind: OrderKind) -> Statement:
    union = " UNION ALL ".join(
        f"SELECT '{each.kind}' AS kind, number, day, total FROM {each.kind} "
        f"WHERE {each.names} = :order AND state IN {COUNTING}"
        for each in kind.followers
    )
    return Statement(f"SELECT kind, number, day, total FROM ({union}) x ORDER BY day, number")


def _followed_of(session: Session, kind: OrderKind, orders: Collection[int]) -> dict[int, str]:
    """The progress of those approved orders that something followed."""
    if not orders or not kind.followers:
        return {}
    found = {}
    for order, done, left in _sums(kind).all(session, orders=sorted(orders)):
        if done:
            found[int(order)] = PARTLY if left else DONE
    return found


@cache
def _sums(kind: OrderKind) -> Statement:
    done = kind.fulfilled_sql("o", "l")
    text = (
        "SELECT order_id, sum(done), sum(CASE WHEN ordered > done THEN ordered - done ELSE 0 END) "
        f"FROM (SELECT o.id AS order_id, l.base_quantity AS ordered, {done} AS done "
        f"FROM {kind.kind} o JOIN {kind.lines} l ON l.document_id = o.id WHERE o.id {{chosen}}) x "
        "GROUP BY order_id"
    )
    return Statement(
        text.format(chosen=f"IN {among('orders')}"),
        postgresql=text.format(chosen="= ANY(:orders)"),
    )

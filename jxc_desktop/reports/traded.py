"""Every line bought and every line sold as one set of rows, whatever kind of document it stands on.

Sales are deliveries and tickets less returns, purchases receipts less returns; reversals carry negated amounts and
so count negative by themselves. What goods cost is what their lines moved in stock, recosts included.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    CompoundSelect,
    Integer,
    Subquery,
    Text,
    cast,
    func,
    literal,
    null,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import Session

from jxc_desktop.core.aggregates import summed
from jxc_desktop.pos.models import Shift
from jxc_desktop.purchase.models import GoodsReceipt
from jxc_desktop.reports.costs_alone import (
    allowed_costs,
    invoiced_later_costs,
    landed_costs,
    later_cost_lines,
    recosts_alone,
    sent_back_costs,
)
from jxc_desktop.reports.report import Request
from jxc_desktop.reports.trade_sources import COUNTED, Source, of_goods
from jxc_desktop.sales.models import SalesDelivery
from jxc_desktop.shop.actor import may
from jxc_desktop.shop.models import User
from jxc_desktop.stock.goods import ADJUSTMENT
from jxc_desktop.stock.models import Move
from jxc_desktop.stock.recosted import recosted
from jxc_desktop.stock.trade import COST


def traded_lines(
    session: Session, request: Request, sources: Sequence[Source], *, later_costs: bool = False
) -> Subquery:
    """The lines of `sources` in the period and under the filters asked for.

    `later_costs` adds what sold goods turned out to cost when they, or their invoice, came later, and what goods sent
    back had cost above or below their price then, so that the cost of all sales is what account 5401 moved.

    Columns: id, kind, number, day, posted_at, partner_id, partner_name, warehouse_id, person, line_no, product_id,
    unit, quantity, base, price, discount, is_gift, net, tax, gross and, only for who may see it, cost (what left stock,
    or what entered it).
    """
    cost = may(session, COST)
    branches = [_branch(request, source, cost=cost) for source in sources]
    if later_costs and cost:
        branches += [
            later_cost_lines(request),
            invoiced_later_costs(request),
            allowed_costs(request),
            landed_costs(request),
            sent_back_costs(request),
            recosts_alone(request),
        ]
    whole: CompoundSelect[Any] = union_all(*branches)
    return whole.subquery("traded")


def _branch(request: Request, source: Source, *, cost: bool) -> Any:
    header, line, sign = source.header, source.line, source.sign
    columns = [
        header.id, literal(header.kind).label("kind"), header.number, header.day, header.posted_at,
        *_partner(header), header.warehouse_id, _person(source).label("person"), line.line_no, line.product_id,
        line.unit, *(
            (sign * column).label(name)
            for name, column in (
                ("quantity", line.quantity), ("base", line.base_quantity), ("net", line.net),
                ("tax", line.tax), ("gross", line.gross),
            )
        ),
        line.price, line.discount, line.is_gift,
    ]  # fmt: skip
    if cost:
        columns.append(_cost(source).label("cost"))
    query = select(*columns).join(header, header.id == line.document_id)
    query = query.where(
        header.state.in_(COUNTED), header.day.between(request.from_day, request.to_day)
    )
    return _filtered(query, request, source)


def _partner(header: Any) -> tuple[Any, Any]:
    if hasattr(header, "partner_id"):
        return header.partner_id.label("partner_id"), header.partner_name.label("partner_name")
    nobody = cast(null(), Integer)
    return nobody.label("partner_id"), literal("").label("partner_name")


def _person(source: Source) -> Any:
    header = source.header
    if source.person == "salesperson":
        return header.salesperson
    if source.person == "seller":
        seller = select(SalesDelivery.salesperson).where(SalesDelivery.id == header.original_id)
        return func.coalesce(seller.correlate(header).scalar_subquery(), "")
    if source.bought:
        return _buyer(header, of_original=source.person == "receiver")
    name = (
        select(User.name).join(Shift, Shift.user_id == User.id).where(Shift.id == header.shift_id)
    )
    return name.correlate(header).scalar_subquery()


def _buyer(header: Any, *, of_original: bool) -> Any:
    """The buyer named on a receipt, or on the one a return came from; else who wrote the document."""
    maker = select(User.name).where(User.id == header.created_by)
    writer = maker.correlate(header).scalar_subquery()
    if not of_original:
        return func.coalesce(func.nullif(header.buyer, ""), writer)
    named = select(GoodsReceipt.buyer).where(GoodsReceipt.id == header.original_id)
    return func.coalesce(func.nullif(named.correlate(header).scalar_subquery(), ""), writer)


def _cost(source: Source) -> Any:
    """Fen that the goods of a line cost: of sales what left stock, of purchases what entered it."""
    moved = select(summed(Move.amount)).where(
        Move.source == source.header.number, Move.source_line == source.line.line_no
    )
    if source.bought:
        moved = moved.where(Move.kind != ADJUSTMENT)
        return moved.correlate(source.header, source.line).scalar_subquery()
    amount = moved.correlate(source.header, source.line).scalar_subquery()
    return -amount - recosted(source.header.number, source.line.line_no, source.header, source.line)


def _filtered(query: Any, request: Request, source: Source) -> Any:
    header = source.header
    query = of_goods(query, request, source.line.product_id)
    if source.only is not None:
        query = query.where(source.only)
    if warehouse := request.get("warehouse"):
        query = query.where(header.warehouse_id == warehouse)
    if person := request.get("salesperson") or request.get("buyer"):
        query = query.where(_person(source) == person)
    partners = request.get("customer") or request.get("supplier")
    if partners:
        known = hasattr(header, "partner_id")
        query = query.where(header.partner_id.in_(partners) if known else literal(1) == 0)
    return query


def month_of_day(day: Any) -> Any:
    """The month of a day column as text: 2026-03."""
    return func.substr(type_coerce(day, Text), 1, 7)

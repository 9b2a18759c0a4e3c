"""Cost of sales that stands on no sale: what came in dearer after it was sold, what suppliers took back for less."""

from typing import Any

from sqlalchemy import Integer, Text, case, cast, literal, not_, null, or_, select

from jxc_desktop.core.aggregates import summed
from jxc_desktop.ledger.models import Entry, Leg
from jxc_desktop.purchase.invoice_models import (
    PurchaseAllowance,
    PurchaseAllowanceLine,
    PurchaseInvoice,
    PurchaseInvoiceLine,
)
from jxc_desktop.purchase.landed_models import LandedCost, LandedCostLine
from jxc_desktop.purchase.models import GoodsReceipt
from jxc_desktop.purchase.returns import TAX_OUT
from jxc_desktop.reports.report import Request
from jxc_desktop.reports.trade_sources import COUNTED, SENT_BACK, SOLD, of_goods
from jxc_desktop.stock.cost_adjustments import ADJUSTED
from jxc_desktop.stock.cost_models import Recost, RecostLine
from jxc_desktop.stock.goods import ADJUSTMENT
from jxc_desktop.stock.legs import COST_OF_SALES
from jxc_desktop.stock.models import Move

_BY_DIFFERENCE = (PurchaseInvoice.kind, PurchaseAllowance.kind, LandedCost.kind)
"""Documents that say on each line what the goods cost more or less; what stock does not bear of it was sold."""


def later_cost_lines(request: Request) -> Any:
    """True-ups and cost adjustments on documents that are no sales, as lines without goods or money but with cost.

    They are found through the books, where a document that trues up has a leg on 5401.
    """
    on_cost = select(Leg.entry_id).where(
        Leg.account == COST_OF_SALES, Leg.day.between(request.from_day, request.to_day)
    )
    query = (
        select(
            *_cost_alone(
                Move.kind,
                (Move.day, Move.posted_at, Move.warehouse_id),
                Move.source_line,
                Move.product_id,
                -Move.amount,
            )
        )
        .join(Entry, Entry.source == Move.source)
        .where(
            Entry.id.in_(on_cost),
            Entry.kind.not_in([*(source.header.kind for source in SOLD), *_BY_DIFFERENCE]),
            Move.kind.in_([ADJUSTMENT, ADJUSTED]),
        )
    )
    return _of_nobody(query, request, Move.warehouse_id, Move.product_id)


def invoiced_later_costs(request: Request) -> Any:
    """What goods cost beyond their estimate by the invoice, less what those still in stock bear of it (T16)."""
    header, line, receipt = PurchaseInvoice, PurchaseInvoiceLine, GoodsReceipt
    was_stock = (
        select(Move.id)
        .where(Move.source == receipt.number, Move.source_line == line.from_line)
        .correlate(receipt, line)
        .exists()
    )
    return _beside(
        request,
        header,
        line,
        receipt.warehouse_id,
        line.difference - _borne(header, line),
        was_stock,
        joined=(receipt, receipt.id == line.receipt_id),
    )


def allowed_costs(request: Request) -> Any:
    """What suppliers gave back for goods already sold (T17)."""
    header, line = PurchaseAllowance, PurchaseAllowanceLine
    cost = line.difference - _borne(header, line)
    return _beside(request, header, line, header.warehouse_id, cost, line.difference != 0)


def landed_costs(request: Request) -> Any:
    """What freight and the like came to for goods already sold (T15)."""
    header, line, receipt = LandedCost, LandedCostLine, GoodsReceipt
    cost = line.amount - _borne(header, line)
    capitalised = header.capitalised.in_([True])
    joined = (receipt, receipt.id == line.receipt_id)
    return _beside(request, header, line, receipt.warehouse_id, cost, capitalised, joined=joined)


def _borne(header: Any, line: Any) -> Any:
    """What stock bears of a line's difference."""
    moved = select(summed(Move.amount)).where(
        Move.source == header.number, Move.source_line == line.line_no
    )
    return moved.correlate(header, line).scalar_subquery()


def sent_back_costs(request: Request) -> Any:
    """What goods sent to suppliers had cost less what they were given back for, as lines with nothing but cost.

    Their worth is without tax where the document took input tax back (a leg on 22210109), else with it.
    """
    header, line = SENT_BACK.header, SENT_BACK.line
    deducted = (
        select(Entry.id)
        .join(Leg, Leg.entry_id == Entry.id)
        .where(Entry.source == header.number, Leg.account == TAX_OUT)
        .correlate(header)
        .exists()
    )
    moved = (
        select(summed(Move.amount))
        .where(Move.source == header.number, Move.source_line == line.line_no)
        .where(Move.kind != ADJUSTMENT)
        .correlate(header, line)
        .scalar_subquery()
    )
    went = (
        select(Move.id)
        .where(Move.source == header.number, Move.source_line == line.line_no)
        .correlate(header, line)
        .exists()
    )
    worth = case(
        (line.estimated.in_([True]), line.estimate), (deducted, line.net), else_=line.gross
    )
    return _beside(request, header, line, header.warehouse_id, -moved - worth, went)


def recosts_alone(request: Request) -> Any:
    """What recosts changed of documents that are no sales, as lines without goods or money but with cost."""
    header, line = Recost, RecostLine
    sold = [
        select(source.header.id).where(source.header.number == line.source).correlate(line).exists()
        for source in SOLD
    ]
    condition = not_(or_(*sold))
    return _beside(request, header, line, line.warehouse_id, -line.amount, condition)


def _beside(
    request: Request,
    header: Any,
    line: Any,
    warehouse: Any,
    cost: Any,
    condition: Any,
    *,
    joined: tuple[Any, Any] | None = None,
) -> Any:
    """The cost that stands beside the lines of the period's documents for which `condition` holds."""
    place = (header.day, header.posted_at, warehouse)
    query: Any = select(
        *_cost_alone(literal(header.kind), place, line.line_no, line.product_id, cost)
    ).join(header, header.id == line.document_id)
    if joined:
        query = query.join(*joined)
    query = query.where(
        header.state.in_(COUNTED), header.day.between(request.from_day, request.to_day), condition
    )
    return _of_nobody(query, request, warehouse, line.product_id)


def _cost_alone(
    kind: Any, when_where: tuple[Any, Any, Any], line_no: Any, product: Any, cost: Any
) -> list[Any]:
    """The columns of a line that has no goods, no money and no partner, but cost.

    `when_where` are day, moment and warehouse.
    """
    day, posted_at, warehouse = when_where
    zero = literal(0)
    return [
        zero.label("id"), kind.label("kind"), cast(null(), Text).label("number"), day, posted_at,
        cast(null(), Integer).label("partner_id"), literal("").label("partner_name"),
        warehouse, literal("").label("person"), line_no.label("line_no"), product, literal("").label("unit"),
        *(zero.label(name) for name in ("quantity", "base", "net", "tax", "gross", "price")),
        zero.label("discount"), zero.label("is_gift"), cost.label("cost"),
    ]  # fmt: skip


def _of_nobody(query: Any, request: Request, warehouse: Any, product: Any) -> Any:
    """Filters of lines that no customer and no salesperson has to do with."""
    if request.get("customer") or request.get("salesperson"):
        query = query.where(literal(1) == 0)
    if wanted := request.get("warehouse"):
        query = query.where(warehouse == wanted)
    return of_goods(query, request, product)

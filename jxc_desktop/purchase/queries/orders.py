"""What can be asked about suppliers' quotations and purchase orders. Prices leave only for who may see them."""

from dataclasses import asdict, dataclass, replace
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Statement
from jxc_desktop.partners.models import Partner
from jxc_desktop.purchase.order_kinds import PURCHASE_ORDER, SUPPLIER_QUOTATION
from jxc_desktop.purchase.order_models import (
    PurchaseOrder,
    PurchaseRequest,
    Rfq,
    SupplierQuotation,
    SupplierQuotationLine,
)
from jxc_desktop.purchase.queries.receipts import PURCHASE_PRICE
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.stock.ordering.views import (
    Named,
    OrderLineView,
    OrderView,
    list_orders,
    order_view,
)
from jxc_desktop.stock.trade import PAGE, ListFilter, ListRow, ListSum, sum_documents

_QUOTATION = Named(Partner.supplier_code, Rfq, "rfq_id")
_ORDER = Named(Partner.supplier_code, SupplierQuotation, "quotation_id")
_BOUGHT_FOR = Statement(
    "SELECT o.buyer, s.number FROM purchase_order o LEFT JOIN sales_order s ON s.id = o.sales_order_id "
    "WHERE o.id = :order"
)


@dataclass(frozen=True, slots=True)
class QuotedLineView(OrderLineView):
    """A line offered: `lead_days` until it comes, at least `minimum` (1e-4 of its unit)."""

    lead_days: int | None = None
    minimum: int = 0


@needs("supplier_quotation.view")
def supplier_quotation_view(session: Session, number: str) -> OrderView:
    """The supplier's quotation with this number; its lines are `QuotedLineView`."""
    priced = may(session, PURCHASE_PRICE)
    view = order_view(session, SUPPLIER_QUOTATION, _QUOTATION, number, priced=priced)
    line = SupplierQuotationLine
    query = select(line.line_no, line.lead_days, line.minimum)
    terms = {
        row[0]: {"lead_days": row[1], "minimum": row[2]}
        for row in session.execute(query.where(line.document_id == view.head.id))
    }
    quoted = (QuotedLineView(**asdict(each) | terms[each.line_no]) for each in view.lines)
    return replace(view, lines=tuple(quoted))


@needs("supplier_quotation.view")
def supplier_quotation_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of suppliers' quotations, newest first."""
    priced = may(session, PURCHASE_PRICE)
    return list_orders(session, SUPPLIER_QUOTATION, wanted, after=after, limit=limit, priced=priced)


@needs("supplier_quotation.view")
def supplier_quotation_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and total of all suppliers' quotations that the filter lets through."""
    priced = may(session, PURCHASE_PRICE)
    return sum_documents(session, SupplierQuotation, wanted, priced=priced)


@needs("purchase_order.view")
def purchase_order_view(session: Session, number: str) -> OrderView:
    """The purchase order with this number; what it follows is a quotation, else a request."""
    priced = may(session, PURCHASE_PRICE)
    view = order_view(session, PURCHASE_ORDER, _ORDER, number, priced=priced)
    buyer, bought_for = _BOUGHT_FOR.one(session, order=view.head.id)
    view = replace(view, buyer=buyer, sales_order=bought_for or "")
    if view.source:
        return view
    query = select(func.coalesce(PurchaseRequest.number, "")).join(
        PurchaseOrder, PurchaseOrder.request_id == PurchaseRequest.id
    )
    request = session.scalar(query.where(PurchaseOrder.id == view.head.id))
    return replace(view, source=request or "")


@needs("purchase_order.view")
def purchase_order_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of purchase orders, newest first."""
    priced = may(session, PURCHASE_PRICE)
    return list_orders(session, PURCHASE_ORDER, wanted, after=after, limit=limit, priced=priced)


@needs("purchase_order.view")
def purchase_order_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and total of all purchase orders that the filter lets through."""
    priced = may(session, PURCHASE_PRICE)
    return sum_documents(session, PurchaseOrder, wanted, priced=priced)

"""What can be asked about purchase orders. Prices leave only for who may see purchase prices."""

from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.partners.models import Partner
from jxc_desktop.purchase.order_kinds import PURCHASE_ORDER
from jxc_desktop.purchase.queries.receipts import PURCHASE_PRICE
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.stock.ordering.views import Named, OrderView, list_orders, order_view
from jxc_desktop.stock.trade import PAGE, ListFilter, ListRow, ListSum, sum_documents

_ORDER = Named(Partner.supplier_code)


@needs("purchase_order.view")
def purchase_order_view(session: Session, number: str) -> OrderView:
    """The purchase order with this number."""
    priced = may(session, PURCHASE_PRICE)
    return order_view(session, PURCHASE_ORDER, _ORDER, number, priced=priced)


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
    return sum_documents(session, PURCHASE_ORDER.family.header, wanted, priced=priced)

"""What sales documents follow, for the hand that types them: read, never held."""

from sqlalchemy.orm import Session

from jxc_desktop.ledger.papers import header_of
from jxc_desktop.sales.order_kinds import QUOTATION, SALES_ORDER
from jxc_desktop.sales.returns import FROM_DELIVERY, require_returnable
from jxc_desktop.shop.actor import needs
from jxc_desktop.stock.returned import original_to_return
from jxc_desktop.stock.typed_source import OrderSource, ReturnSource, order_source


@needs("sales_order.view")
def order_to_deliver(session: Session, number: str) -> OrderSource:
    """A sales order and what of it is still to be delivered."""
    return order_source(session, SALES_ORDER, number)


@needs("quotation.view")
def quotation_to_order(session: Session, number: str) -> OrderSource:
    """A quotation and what of it was not ordered yet."""
    return order_source(session, QUOTATION, number)


@needs("sales_delivery.view")
def delivery_to_return(session: Session, number: str) -> ReturnSource:
    """A delivery and what of it may still come back."""
    header = header_of(session, "sales_delivery", number)
    require_returnable(number, header)
    return ReturnSource(original_to_return(session, FROM_DELIVERY, header))

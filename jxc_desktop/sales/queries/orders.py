"""What can be asked about quotations and sales orders."""

from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.document import State
from jxc_desktop.core.sql import Statement
from jxc_desktop.partners.models import Partner
from jxc_desktop.sales.models import Quotation
from jxc_desktop.sales.order_kinds import QUOTATION, SALES_ORDER
from jxc_desktop.shop.actor import needs
from jxc_desktop.stock.ordering.views import Named, OrderView, list_orders, order_view
from jxc_desktop.stock.trade import PAGE, ListFilter, ListRow, ListSum, sum_documents

_QUOTATION = Named(Partner.customer_code)
_ORDER = Named(Partner.customer_code, Quotation, "quotation_id")


_FORMER = Statement(
    "SELECT coalesce(max(version), 0) FROM quotation_version WHERE quotation_id = :quotation"
)
EXPIRED = "expired"
"""The progress of an approved quotation that nothing followed until its day was over."""


@needs("quotation.view")
def quotation_view(session: Session, number: str) -> OrderView:
    """The quotation with this number."""
    view = order_view(session, QUOTATION, _QUOTATION, number, priced=True)
    [former] = _FORMER.one(session, quotation=view.head.id)
    view = replace(view, version=int(former) + 1)
    over = view.due_day is not None and view.due_day < clock_of(session).today()
    return replace(view, progress=EXPIRED) if over and view.progress == State.APPROVED else view


@needs("quotation.view")
def quotation_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of quotations, newest first."""
    rows = list_orders(session, QUOTATION, wanted, after=after, limit=limit)
    waiting = [row.id for row in rows if row.state == State.APPROVED]
    over = select(Quotation.id).where(
        Quotation.id.in_(waiting), Quotation.due_day < clock_of(session).today()
    )
    expired = set(session.scalars(over)) if waiting else set()
    return [replace(row, state=EXPIRED) if row.id in expired else row for row in rows]


@needs("quotation.view")
def quotation_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and total of all quotations that the filter lets through."""
    return sum_documents(session, QUOTATION.family.header, wanted)


@needs("sales_order.view")
def sales_order_view(session: Session, number: str) -> OrderView:
    """The sales order with this number."""
    return order_view(session, SALES_ORDER, _ORDER, number, priced=True)


@needs("sales_order.view")
def sales_order_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of sales orders, newest first."""
    return list_orders(session, SALES_ORDER, wanted, after=after, limit=limit)


@needs("sales_order.view")
def sales_order_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and total of all sales orders that the filter lets through."""
    return sum_documents(session, SALES_ORDER.family.header, wanted)

"""What can be asked about allowances of suppliers. Money leaves only for who may see purchase prices."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jxc_desktop.cash.queries import PaymentView, payments_of
from jxc_desktop.catalog.models import Product
from jxc_desktop.core.i18n import translate
from jxc_desktop.partners.models import Partner
from jxc_desktop.purchase.invoice_models import (
    PurchaseAllowance,
    PurchaseAllowanceLine,
    PurchaseAllowancePayment,
)
from jxc_desktop.purchase.models import GoodsReceipt
from jxc_desktop.purchase.queries.receipts import PURCHASE_PRICE
from jxc_desktop.purchase.receipts import given_back
from jxc_desktop.shop.actor import authorize, may, needs
from jxc_desktop.stock.trade import (
    PAGE,
    Head,
    ListFilter,
    ListRow,
    ListSum,
    list_documents,
    required_head,
    sum_documents,
)


@dataclass(frozen=True, slots=True)
class AllowanceLineView:
    """Fen given back for `quantity` (1e-4 of `unit`); None for who may not see purchase prices."""

    line_no: int
    from_line: int | None
    product_id: int
    product: str
    name: str
    unit: str
    quantity: int
    tax_rate: int
    net: int | None
    tax: int | None
    gross: int | None


@dataclass(frozen=True, slots=True)
class AllowanceView:
    """An allowance; `original` is the number of the receipt it is on, "" for goods at large."""

    head: Head
    partner_id: int
    partner: str
    partner_name: str
    invoice: str
    price_includes_tax: bool
    original: str
    total: int | None
    lines: tuple[AllowanceLineView, ...]
    payments: tuple[PaymentView, ...]


@needs("purchase_allowance.view")
def purchase_allowance_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of allowances, newest first."""
    priced = may(session, PURCHASE_PRICE)
    return list_documents(
        session, PurchaseAllowance, wanted, after=after, limit=limit, priced=priced
    )


@needs("purchase_allowance.view")
def purchase_allowance_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and total of all allowances that the filter lets through."""
    return sum_documents(session, PurchaseAllowance, wanted, priced=may(session, PURCHASE_PRICE))


@needs("purchase_allowance.view")
def purchase_allowance_view(session: Session, number: str) -> AllowanceView:
    """The allowance with this number."""
    paper = PurchaseAllowance
    missing = translate("purchase", "没有采购折让单 {number}。核对单号")
    head = required_head(session, paper, number, missing)
    query = (
        select(
            paper.partner_id, Partner.supplier_code, paper.partner_name, paper.invoice,
            paper.price_includes_tax, func.coalesce(GoodsReceipt.number, ""), paper.total,
        )
        .join(Partner, Partner.id == paper.partner_id)
        .outerjoin(GoodsReceipt, GoodsReceipt.id == paper.original_id)
    )  # fmt: skip
    row: Any = session.execute(query.where(paper.id == head.id)).one()
    priced = may(session, PURCHASE_PRICE)
    payments = payments_of(session, PurchaseAllowancePayment, head.id) if priced else ()
    lines = _lines(session, head.id, priced=priced)
    total = row.total if priced else None
    return AllowanceView(*(head, *row[:6], total, lines, payments))


@needs("purchase_allowance.view")
def given_by_line(session: Session, receipt_id: int) -> dict[int, int]:
    """Fen with tax that were given back of each line of a receipt."""
    authorize(session, PURCHASE_PRICE)
    return given_back(session, receipt_id)


def _lines(session: Session, document_id: int, *, priced: bool) -> tuple[AllowanceLineView, ...]:
    line = PurchaseAllowanceLine
    query = (
        select(
            line.line_no, line.from_line, line.product_id, Product.code, Product.name, line.unit,
            line.quantity, line.tax_rate, line.net, line.tax, line.gross,
        )
        .join(Product, Product.id == line.product_id)
        .where(line.document_id == document_id)
        .order_by(line.line_no)
    )  # fmt: skip
    rows = session.execute(query).all()
    return tuple(
        AllowanceLineView(*(*row[:8], *(row[8:] if priced else (None, None, None)))) for row in rows
    )

"""What can be asked about purchases. Prices and amounts leave only for who may see purchase prices."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from jxc_desktop.cash.queries import PaymentView, payments_of
from jxc_desktop.catalog.models import Product
from jxc_desktop.core.built_in_names import built_in_column
from jxc_desktop.core.document import State
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.partners.models import Partner
from jxc_desktop.purchase.models import (
    GoodsReceipt,
    GoodsReceiptLine,
    GoodsReceiptPayment,
    GoodsReceiptRejection,
)
from jxc_desktop.purchase.order_models import PurchaseOrder
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.ordering.views import FollowerView
from jxc_desktop.stock.trade import (
    PAGE,
    Head,
    LineView,
    ListFilter,
    ListRow,
    ListSum,
    find_head,
    line_rows,
    list_documents,
    sum_documents,
    with_lots,
)

PURCHASE_PRICE = "field.purchase_price"
_FOLLOWED = Statement(
    "SELECT * FROM (SELECT 'purchase_invoice' AS kind, d.number AS number, d.day AS day, d.total AS total "
    "FROM purchase_invoice d WHERE d.state IN ('posted', 'reversed') AND EXISTS (SELECT 1 "
    "FROM purchase_invoice_line l WHERE l.document_id = d.id AND l.receipt_id = :receipt) UNION ALL "
    "SELECT 'purchase_return', number, day, total FROM purchase_return "
    "WHERE original_id = :receipt AND state IN ('posted', 'reversed') UNION ALL "
    "SELECT 'purchase_allowance', number, day, total FROM purchase_allowance "
    "WHERE original_id = :receipt AND state IN ('posted', 'reversed') UNION ALL "
    "SELECT 'landed_cost', d.number, d.day, d.total FROM landed_cost d "
    "WHERE d.state IN ('posted', 'reversed') AND EXISTS (SELECT 1 FROM landed_cost_line l "
    "WHERE l.document_id = d.id AND l.receipt_id = :receipt)) x ORDER BY day, number"
)


@dataclass(frozen=True, slots=True)
class ReceiptLineView(LineView):
    """A line bought: price 1e-6 yuan, fractions 1e-4, the rest fen; all None for who may not see prices."""

    price: int | None
    discount: int | None
    tax_rate: int | None
    reduction: int | None
    net: int | None
    tax: int | None
    gross: int | None


@dataclass(frozen=True, slots=True)
class RejectionView:
    """Goods refused at the door: `quantity` 1e-4 of `unit`; `from_line` is the order's line."""

    line_no: int
    product: str
    name: str
    unit: str
    quantity: int
    from_line: int | None
    cause: str


@dataclass(frozen=True, slots=True)
class ReceiptView:
    """A goods receipt with its lines; sums in fen, None for who may not see purchase prices.

    `source` is the number of the order it follows, if any; `followers` are its invoices, returns, allowances and
    landed costs.
    """

    head: Head
    partner_id: int
    partner: str
    partner_name: str
    warehouse_id: int
    warehouse: str
    warehouse_name: str
    invoice: str
    price_includes_tax: bool
    order_discount: int | None
    net: int | None
    tax: int | None
    total: int | None
    source: str
    lines: tuple[ReceiptLineView, ...]
    payments: tuple[PaymentView, ...]
    rejections: tuple[RejectionView, ...] = ()
    followers: tuple[FollowerView, ...] = ()
    buyer: str = ""


@dataclass(frozen=True, slots=True)
class BoughtAt:
    """A price paid before: 1e-6 yuan for one `unit`, with or without tax as the receipt said."""

    day: date
    number: str
    partner_name: str
    unit: str
    quantity: int
    price: int
    discount: int
    price_includes_tax: bool


@needs("goods_receipt.view")
def receipt_list(
    session: Session,
    wanted: ListFilter,
    after: tuple[date, int] | None = None,
    limit: int = PAGE,
) -> list[ListRow]:
    """A page of goods receipts, newest first."""
    priced = may(session, PURCHASE_PRICE)
    return list_documents(session, GoodsReceipt, wanted, after=after, limit=limit, priced=priced)


@needs("goods_receipt.view")
def receipt_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and total of all receipts that the filter lets through."""
    return sum_documents(session, GoodsReceipt, wanted, priced=may(session, PURCHASE_PRICE))


@needs("goods_receipt.view")
def receipt_view(session: Session, number: str) -> ReceiptView:
    """The goods receipt with this number."""
    return _view(session, GoodsReceipt.number == number, number)


@needs("goods_receipt.view")
def receipt_by_id(session: Session, document_id: int) -> ReceiptView:
    """The goods receipt with this id, a draft too."""
    return _view(session, GoodsReceipt.id == document_id, str(document_id))


@needs("field.purchase_price")
def last_purchases(
    session: Session, product_id: int, partner_id: int | None = None, limit: int = 5
) -> list[BoughtAt]:
    """The newest prices paid for a product, to one supplier or to any; receipts taken back left out."""
    line, receipt = GoodsReceiptLine, GoodsReceipt
    query: Any = (
        select(
            receipt.day, receipt.number, receipt.partner_name, line.unit, line.quantity,
            line.price, line.discount, receipt.price_includes_tax,
        )
        .join(receipt, receipt.id == line.document_id)
        .where(
            line.product_id == product_id,
            receipt.state == State.POSTED,
            receipt.reverses_id.is_(None),
            line.is_gift.in_([False]),
        )
        .order_by(receipt.day.desc(), receipt.id.desc(), line.line_no.desc())
        .limit(limit)
    )  # fmt: skip
    if partner_id is not None:
        query = query.where(receipt.partner_id == partner_id)
    return [BoughtAt(*row) for row in session.execute(query)]


def _view(session: Session, condition: ColumnElement[bool], asked: str) -> ReceiptView:
    head = find_head(session, GoodsReceipt, condition)
    if head is None:
        raise NotFound(
            translate("purchase", "没有采购入库单 {number}。核对单号").format(number=asked)
        )
    row = session.execute(_details().where(GoodsReceipt.id == head.id)).one()
    priced = may(session, PURCHASE_PRICE)
    rows = line_rows(session, GoodsReceiptLine, head.id)
    lines = with_lots(session, head.number, [_line(each, priced=priced) for each in rows])
    payments = payments_of(session, GoodsReceiptPayment, head.id) if priced else ()
    sums = (
        row.order_discount,
        sum(each.net or 0 for each in lines),
        sum(each.tax or 0 for each in lines),
        row.total,
    )
    shown = sums if priced else (None,) * len(sums)
    refused = _rejections(session, head.id)
    followers = _followers(session, head.id, priced=priced)
    told = (head, *row[:8], *shown, row.source, lines, payments, refused, followers, row.buyer)
    return ReceiptView(*told)


def _followers(session: Session, receipt_id: int, *, priced: bool) -> tuple[FollowerView, ...]:
    """What came after a receipt, the oldest first; what was taken back and its mirror included."""
    rows = _FOLLOWED.all(session, receipt=receipt_id)
    return tuple(
        FollowerView(kind, number, date.fromisoformat(day), int(total) if priced else None)
        for kind, number, day, total in rows
    )


def _rejections(session: Session, document_id: int) -> tuple[RejectionView, ...]:
    row = GoodsReceiptRejection
    query = (
        select(
            row.line_no,
            Product.code,
            Product.name,
            row.unit,
            row.quantity,
            row.from_line,
            row.cause,
        )
        .join(Product, Product.id == row.product_id)
        .where(row.document_id == document_id)
        .order_by(row.line_no)
    )
    return tuple(RejectionView(*each) for each in session.execute(query))


def _details() -> Any:
    receipt = GoodsReceipt
    return (
        select(
            receipt.partner_id, Partner.supplier_code, receipt.partner_name, receipt.warehouse_id,
            Warehouse.code, built_in_column(Warehouse.name), receipt.invoice, receipt.price_includes_tax,
            receipt.order_discount, receipt.total,
            func.coalesce(PurchaseOrder.number, "").label("source"), receipt.buyer,
        )
        .outerjoin(PurchaseOrder, PurchaseOrder.id == receipt.order_id)
        .join(Partner, Partner.id == receipt.partner_id)
        .join(Warehouse, Warehouse.id == receipt.warehouse_id)
    )  # fmt: skip


def _line(row: Any, *, priced: bool) -> ReceiptLineView:
    goods, money = row[:10], row[10:]
    return ReceiptLineView(*goods, *(money if priced else (None,) * len(money)))

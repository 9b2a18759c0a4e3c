"""What can be asked about goods that came in or went out for some other purpose; worth leaves only with the right."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import literal, select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.account_names import name_column
from jxc_desktop.ledger.models import Account
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.other_models import (
    OtherIssue,
    OtherIssueLine,
    OtherReceipt,
    OtherReceiptLine,
)
from jxc_desktop.stock.trade import (
    COST,
    PAGE,
    Head,
    ListFilter,
    ListRow,
    ListSum,
    find_head,
    list_documents,
    sum_documents,
)


@dataclass(frozen=True, slots=True)
class OtherLineView:
    """Goods in or out: `quantity` counts `unit`, `base_quantity` the base unit; fen None without the right."""

    line_no: int
    product_id: int
    product: str
    name: str
    spec: str
    unit: str
    base_unit: str
    quantity: int
    base_quantity: int
    price: int | None
    amount: int | None


@dataclass(frozen=True, slots=True)
class OtherView:
    """Goods in or out against an account; `tax` is the output VAT in fen on goods given away."""

    head: Head
    warehouse_id: int
    warehouse: str
    warehouse_name: str
    account: str
    account_name: str
    total: int | None
    lines: tuple[OtherLineView, ...]
    tax: int = 0


@needs("other_receipt.view")
def other_receipt_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of other receipts, newest first."""
    return _list(session, OtherReceipt, wanted, after, limit)


@needs("other_receipt.view")
def other_receipt_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and worth of all other receipts that the filter lets through."""
    return sum_documents(session, OtherReceipt, wanted, priced=may(session, COST))


@needs("other_issue.view")
def other_issue_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of other issues, newest first."""
    return _list(session, OtherIssue, wanted, after, limit)


@needs("other_issue.view")
def other_issue_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and worth of all other issues that the filter lets through."""
    return sum_documents(session, OtherIssue, wanted, priced=may(session, COST))


@needs("other_receipt.view")
def other_receipt_view(session: Session, number: str) -> OtherView:
    """The other receipt with this number."""
    missing = translate("stock", "没有其他入库单 {number}。核对单号")
    return _view(session, OtherReceipt, OtherReceiptLine, number, missing)


@needs("other_issue.view")
def other_issue_view(session: Session, number: str) -> OtherView:
    """The other issue with this number."""
    missing = translate("stock", "没有其他出库单 {number}。核对单号")
    return _view(session, OtherIssue, OtherIssueLine, number, missing)


def _list(
    session: Session, model: Any, wanted: ListFilter, after: tuple[date, int] | None, limit: int
) -> list[ListRow]:
    priced = may(session, COST)
    return list_documents(session, model, wanted, after=after, limit=limit, priced=priced)


def _view(session: Session, model: Any, line: Any, number: str, missing: str) -> OtherView:
    head = find_head(session, model, model.number == number)
    if head is None:
        raise NotFound(missing.format(number=number))
    query = (
        select(
            model.warehouse_id, Warehouse.code, Warehouse.name, model.account, name_column(), model.total,
            getattr(model, "tax", literal(0)),
        )
        .join(Warehouse, Warehouse.id == model.warehouse_id)
        .join(Account, Account.code == model.account)
        .where(model.id == head.id)
    )  # fmt: skip
    row = session.execute(query).one()
    seen = may(session, COST)
    lines = _lines(session, line, head.id, seen=seen)
    return OtherView(*(head, *row[:5], row[5] if seen else None, lines, row[6]))


def _lines(
    session: Session, line: Any, document_id: int, *, seen: bool
) -> tuple[OtherLineView, ...]:
    query = (
        select(
            line.line_no, line.product_id, Product.code, Product.name, Product.spec, line.unit,
            Product.unit, line.quantity, line.base_quantity, line.price, line.amount,
        )
        .join(Product, Product.id == line.product_id)
        .where(line.document_id == document_id)
        .order_by(line.line_no)
    )  # fmt: skip
    worth = slice(9, 11)
    return tuple(
        OtherLineView(*(*row[:9], *(row[worth] if seen else (None, None))))
        for row in session.execute(query)
    )

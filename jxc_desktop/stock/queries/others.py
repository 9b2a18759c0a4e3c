"""What can be asked about goods that came in or went out for some other purpose; worth leaves only with the right."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import literal, select
from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.account_names import name_column
from jxc_desktop.ledger.models import Account
from jxc_desktop.shop.actor import needs
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.other_models import (
    OtherIssue,
    OtherIssueLine,
    OtherReceipt,
    OtherReceiptLine,
)
from jxc_desktop.stock.queries.worth import (
    WorthLineView,
    seen_worth,
    worth_list,
    worth_rows,
    worth_sum,
)
from jxc_desktop.stock.trade import PAGE, Head, ListFilter, ListRow, ListSum, required_head


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
    lines: tuple[WorthLineView, ...]
    tax: int = 0


@needs("other_receipt.view")
def other_receipt_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of other receipts, newest first."""
    return worth_list(session, OtherReceipt, wanted, after, limit)


@needs("other_receipt.view")
def other_receipt_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and worth of all other receipts that the filter lets through."""
    return worth_sum(session, OtherReceipt, wanted)


@needs("other_issue.view")
def other_issue_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of other issues, newest first."""
    return worth_list(session, OtherIssue, wanted, after, limit)


@needs("other_issue.view")
def other_issue_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and worth of all other issues that the filter lets through."""
    return worth_sum(session, OtherIssue, wanted)


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


def _view(session: Session, model: Any, line: Any, number: str, missing: str) -> OtherView:
    head = required_head(session, model, number, missing)
    query = (
        select(
            model.warehouse_id, Warehouse.code, Warehouse.name, model.account, name_column(),
            seen_worth(session, model.total), getattr(model, "tax", literal(0)),
        )
        .join(Warehouse, Warehouse.id == model.warehouse_id)
        .join(Account, Account.code == model.account)
        .where(model.id == head.id)
    )  # fmt: skip
    row = session.execute(query).one()
    lines = tuple(WorthLineView(*each) for each in worth_rows(session, line, head.id))
    *own, tax = row
    return OtherView(*(head, *own, lines, tax))

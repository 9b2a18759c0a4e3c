"""Lists of money documents of any kind, newest first, and what they come to."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash.models import (
    AdvancePayment,
    AdvanceReceipt,
    BadDebt,
    CustomerReceipt,
    Expense,
    MoneyTransfer,
    OtherIncome,
    Settlement,
    SupplierPayment,
)
from jxc_desktop.ledger.paper_views import (
    PAGE,
    ListFilter,
    ListRow,
    ListSum,
    list_documents,
    sum_documents,
)
from jxc_desktop.shop.actor import authorize

MODELS: Mapping[str, Any] = {
    model.kind: model
    for model in (
        CustomerReceipt,
        SupplierPayment,
        AdvanceReceipt,
        AdvancePayment,
        Settlement,
        BadDebt,
        Expense,
        OtherIncome,
        MoneyTransfer,
    )
}
"""The documents of money, by kind, in the order people meet them."""


def money_paper_list(
    session: Session,
    wanted: ListFilter,
    *,
    kind: str,
    after: tuple[date, int] | None = None,
    limit: int = PAGE,
) -> list[ListRow]:
    """A page of one kind."""
    authorize(session, f"{kind}.view")
    return list_documents(session, MODELS[kind], wanted, after=after, limit=limit)


def money_paper_sum(session: Session, wanted: ListFilter, *, kind: str) -> ListSum:
    """Count and total of all of one kind that the filter lets through."""
    authorize(session, f"{kind}.view")
    return sum_documents(session, MODELS[kind], wanted)

"""Stock papers whose money is what goods cost: it leaves only for who may see cost."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import null, select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.shop.actor import may
from jxc_desktop.stock.trade import (
    COST,
    ListFilter,
    ListRow,
    ListSum,
    goods_columns,
    list_documents,
    sum_documents,
)


@dataclass(frozen=True, slots=True)
class WorthLineView:
    """Goods and their worth: `quantity` counts `unit`, `base_quantity` the base unit; fen None without the right."""

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


def worth_list(
    session: Session, model: Any, wanted: ListFilter, after: tuple[date, int] | None, limit: int
) -> list[ListRow]:
    """A page of papers, newest first."""
    priced = may(session, COST)
    return list_documents(session, model, wanted, after=after, limit=limit, priced=priced)


def worth_sum(session: Session, model: Any, wanted: ListFilter) -> ListSum:
    """Count and worth of all papers that the filter lets through."""
    return sum_documents(session, model, wanted, priced=may(session, COST))


def worth_rows(session: Session, line: Any, document_id: int, *more: Any) -> Sequence[Any]:
    """The lines of a paper as a WorthLineView wants them, then `more` columns, in order."""
    worth = seen_worth(session, line.price), seen_worth(session, line.amount)
    query = select(*goods_columns(line), *worth, *more)
    query = query.join(Product, Product.id == line.product_id)
    return session.execute(
        query.where(line.document_id == document_id).order_by(line.line_no)
    ).all()


def seen_worth(session: Session, column: Any) -> Any:
    """A column of cost in a query, or NULL for who may not see cost."""
    return column if may(session, COST) else null()

"""What can be asked about recosts; who may see them may see cost, for they tell nothing else."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.stock.cost_models import Recost, RecostLine
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
class RecostLineView:
    """A line whose cost was counted anew: fen into stock positive, before and by how much; None without the right."""

    line_no: int
    product_id: int
    product: str
    name: str
    spec: str
    source: str
    source_line: int
    source_day: date
    part: str
    booked: int | None
    amount: int | None


@dataclass(frozen=True, slots=True)
class RecostView:
    """A recost from a day on; `total` fen that stock is worth more."""

    head: Head
    from_day: date
    total: int | None
    lines: tuple[RecostLineView, ...]


@needs("recost.view")
def recost_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of recosts, newest first."""
    priced = may(session, COST)
    return list_documents(session, Recost, wanted, after=after, limit=limit, priced=priced)


@needs("recost.view")
def recost_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and value of all recosts that the filter lets through."""
    return sum_documents(session, Recost, wanted, priced=may(session, COST))


@needs("recost.view")
def recost_view(session: Session, number: str) -> RecostView:
    """The recost with this number."""
    head = find_head(session, Recost, Recost.number == number)
    if head is None:
        told = translate("stock", "没有重算成本单 {number}。核对单号")
        raise NotFound(told.format(number=number))
    query = select(Recost.from_day, Recost.total).where(Recost.id == head.id)
    from_day, total = session.execute(query).one()
    seen = may(session, COST)
    return RecostView(head, from_day, total if seen else None, _lines(session, head.id, seen=seen))


def _lines(session: Session, document_id: int, *, seen: bool) -> tuple[RecostLineView, ...]:
    line = RecostLine
    query = (
        select(
            line.line_no, line.product_id, Product.code, Product.name, Product.spec, line.source,
            line.source_line, line.source_day, line.part, line.booked, line.amount,
        )
        .join(Product, Product.id == line.product_id)
        .where(line.document_id == document_id)
        .order_by(line.line_no)
    )  # fmt: skip
    return tuple(
        RecostLineView(*(row if seen else (*row[:9], None, None))) for row in session.execute(query)
    )

"""What can be asked about cost adjustments; who may see them may see cost, for they tell nothing else."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.account_names import name_column
from jxc_desktop.ledger.models import Account
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.stock.cost_models import CostAdjustment, CostAdjustmentLine
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.shares import unit_cost
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
class AdjustedLineView:
    """What a product was worth, and by how much that changed; `held` base units, fen, unit costs 1e-6 yuan.

    All but the goods is None for who may not see cost.
    """

    line_no: int
    product_id: int
    product: str
    name: str
    spec: str
    unit: str
    held: int
    worth: int | None
    amount: int | None
    unit_cost: int | None
    new_cost: int | None


@dataclass(frozen=True, slots=True)
class AdjustmentView:
    """A cost adjustment; `total` fen into stock positive."""

    head: Head
    warehouse_id: int
    warehouse: str
    warehouse_name: str
    account: str
    account_name: str
    total: int | None
    lines: tuple[AdjustedLineView, ...]


@needs("cost_adjustment.view")
def cost_adjustment_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of cost adjustments, newest first."""
    priced = may(session, COST)
    return list_documents(session, CostAdjustment, wanted, after=after, limit=limit, priced=priced)


@needs("cost_adjustment.view")
def cost_adjustment_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and value of all cost adjustments that the filter lets through."""
    return sum_documents(session, CostAdjustment, wanted, priced=may(session, COST))


@needs("cost_adjustment.view")
def cost_adjustment_view(session: Session, number: str) -> AdjustmentView:
    """The cost adjustment with this number."""
    paper = CostAdjustment
    head = find_head(session, paper, paper.number == number)
    if head is None:
        told = translate("stock", "没有成本调整单 {number}。核对单号")
        raise NotFound(told.format(number=number))
    query = (
        select(
            paper.warehouse_id, Warehouse.code, Warehouse.name, paper.account, name_column(), paper.total,
        )
        .join(Warehouse, Warehouse.id == paper.warehouse_id)
        .join(Account, Account.code == paper.account)
        .where(paper.id == head.id)
    )  # fmt: skip
    row = session.execute(query).one()
    seen = may(session, COST)
    lines = _lines(session, head.id, seen=seen)
    return AdjustmentView(head, *row[:5], row[5] if seen else None, lines)


def _lines(session: Session, document_id: int, *, seen: bool) -> tuple[AdjustedLineView, ...]:
    line = CostAdjustmentLine
    query = (
        select(
            line.line_no, line.product_id, Product.code, Product.name, Product.spec, Product.unit,
            line.held, line.worth, line.amount,
        )
        .join(Product, Product.id == line.product_id)
        .where(line.document_id == document_id)
        .order_by(line.line_no)
    )  # fmt: skip
    return tuple(_line(*row, seen=seen) for row in session.execute(query))


def _line(*row: Any, seen: bool) -> AdjustedLineView:
    held, worth, amount = row[6:]
    if not seen:
        return AdjustedLineView(*(*row[:7], None, None, None, None))
    costs = unit_cost(worth, held), unit_cost(worth + amount, held)
    return AdjustedLineView(*(*row, *costs))

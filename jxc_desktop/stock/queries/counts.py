"""What can be asked about counts: what was found, beside what the books said; who may not see cost sees no worth."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import case, func, select, union_all
from sqlalchemy.orm import Session

from jxc_desktop.catalog.categories import tree
from jxc_desktop.catalog.models import Product
from jxc_desktop.core.document import State
from jxc_desktop.core.i18n import translate
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.stock.count_models import StockCount, StockCountLine
from jxc_desktop.stock.loss_models import StockGain, StockGainLine, StockLoss, StockLossLine
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.queries.levels import on_hand_of
from jxc_desktop.stock.trade import (
    COST,
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
class CountLineView:
    """A product as it was counted; base units, `worth` of the difference in fen, None for who may not see cost."""

    line_no: int
    product_id: int
    product: str
    name: str
    spec: str
    unit: str
    counted_quantity: int
    book_quantity: int
    difference_quantity: int
    first_quantity: int | None
    counted_at: int
    worth: int | None


@dataclass(frozen=True, slots=True)
class CountView:
    """A count; `gain` and `loss` are the numbers of what its differences became, "" for none."""

    head: Head
    warehouse_id: int
    warehouse: str
    warehouse_name: str
    scope: str
    category_id: int | None
    category: str
    blind: bool
    gain: str
    loss: str
    lines: tuple[CountLineView, ...]

    @property
    def amount(self) -> int | None:
        """Fen that the differences are worth, lost goods less; None for who may not see cost."""
        worths = [line.worth for line in self.lines]
        return None if None in worths else sum(worth or 0 for worth in worths)


@dataclass(frozen=True, slots=True)
class SheetGoods:
    """Goods on the list that is taken to the shelves; `book` in base units, None on a blind one."""

    code: str
    name: str
    spec: str
    unit: str
    book: int | None


@needs("stock_count.view")
def sheet_goods(
    session: Session, products: Collection[int], warehouse_id: int, *, blind: bool
) -> list[SheetGoods]:
    """Goods in order of code, with what the books say lies in a warehouse."""
    there = on_hand_of(session, products, warehouse_id)
    query = select(Product.id, Product.code, Product.name, Product.spec, Product.unit)
    query = query.where(Product.id.in_(list(products))).order_by(Product.code)
    return [
        SheetGoods(*row[1:], None if blind else there.get(row[0], 0))
        for row in session.execute(query)
    ]


@needs("stock_count.view")
def stock_count_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of counts, newest first."""
    return list_documents(session, StockCount, wanted, after=after, limit=limit)


@needs("stock_count.view")
def stock_count_sum(session: Session, wanted: ListFilter) -> ListSum:
    """How many counts the filter lets through."""
    return sum_documents(session, StockCount, wanted)


@needs("stock_count.view")
def stock_count_view(session: Session, number: str) -> CountView:
    """The count with this number."""
    paper = StockCount
    head = required_head(
        session, paper, number, translate("stock", "没有盘点单 {number}。核对单号")
    )
    query = (
        select(
            paper.warehouse_id, Warehouse.code, Warehouse.name, paper.scope, paper.category_id,
            paper.blind, _made(StockGain), _made(StockLoss),
        )
        .join(Warehouse, Warehouse.id == paper.warehouse_id)
        .where(paper.id == head.id)
    )  # fmt: skip
    row = session.execute(query).one()
    seen = may(session, COST)
    path = tree(session).path(row[4])
    return CountView(*(head, *row[:5], path, *row[5:], _lines(session, head.id, seen=seen)))


def _made(model: Any) -> Any:
    """The number of what a count's differences became; of its reversal, of the red one."""
    red = case((StockCount.reverses_id.is_(None), 0), else_=1)
    is_red = case((model.reverses_id.is_(None), 0), else_=1)
    count = func.coalesce(StockCount.reverses_id, StockCount.id)
    number = select(func.max(model.number)).where(
        model.count_id == count, is_red == red, model.state.in_([State.POSTED, State.REVERSED])
    )
    return func.coalesce(number.correlate(StockCount).scalar_subquery(), "")


def _lines(session: Session, count_id: int, *, seen: bool) -> tuple[CountLineView, ...]:
    line = StockCountLine
    worths = _worths(session, count_id) if seen else {}
    query = (
        select(
            line.line_no, line.product_id, Product.code, Product.name, Product.spec, Product.unit,
            line.counted, line.book, line.difference, line.first, line.counted_at,
        )
        .join(Product, Product.id == line.product_id)
        .where(line.document_id == count_id)
        .order_by(line.line_no)
    )  # fmt: skip
    return tuple(
        CountLineView(*(*row, worths.get(row.line_no, 0) if seen else None))
        for row in session.execute(query)
    )


def _worths(session: Session, count_id: int) -> dict[int, int]:
    """Fen of each line's difference, lost goods negative."""
    found = _worth_of(StockGain, StockGainLine, count_id, 1)
    lost = _worth_of(StockLoss, StockLossLine, count_id, -1)
    return {row[0]: row[1] for row in session.execute(union_all(found, lost))}


def _worth_of(model: Any, line: Any, count_id: int, sign: int) -> Any:
    return (
        select(line.from_line, sign * line.amount)
        .join(model, model.id == line.document_id)
        .where(model.count_id == count_id, model.reverses_id.is_(None))
    )

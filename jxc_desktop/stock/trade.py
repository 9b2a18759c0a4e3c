"""Reading the lines of documents of traded goods, alike for purchases, sales and the till."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.numbers import QUANTITY_PLACES, trimmed
from jxc_desktop.ledger.paper_views import (
    PAGE,
    Head,
    ListFilter,
    ListRow,
    ListSum,
    find_head,
    list_documents,
    required_head,
    sum_documents,
)
from jxc_desktop.shop.actor import may
from jxc_desktop.stock.lot_drafts import PIECE
from jxc_desktop.stock.lot_models import Lot
from jxc_desktop.stock.models import Move
from jxc_desktop.stock.recosted import recosts_of

__all__ = [
    "COST",
    "PAGE",
    "Head",
    "LineView",
    "ListFilter",
    "ListRow",
    "ListSum",
    "SaleLineView",
    "costs_of",
    "find_head",
    "goods_columns",
    "goods_rows",
    "line_rows",
    "list_documents",
    "required_head",
    "sale_lines",
    "sum_documents",
    "with_lots",
]

COST = "field.cost_price"
"""The right without which no cost leaves a query."""


@dataclass(frozen=True, slots=True)
class LineView:
    """One line's goods: `quantity` counts `unit`, `base_quantity` the product's `base_unit` (1e-4).

    `lots` says which lots or serial numbers it moved, "" for goods without any.
    """

    line_no: int
    product_id: int
    product: str
    name: str
    spec: str
    unit: str
    base_unit: str
    quantity: int
    base_quantity: int
    is_gift: bool
    lots: str = field(default="", kw_only=True)

    @property
    def lots_words(self) -> str:
        """The lots as they stand behind the goods."""
        return translate("stock", "批号 {lots}").format(lots=self.lots) if self.lots else ""


Line = TypeVar("Line", bound=LineView)


@dataclass(frozen=True, slots=True)
class SaleLineView(LineView):
    """A line with its money: price 1e-6 yuan, discount and rate 1e-4, the rest fen.

    `cost` is what the goods cost, None for who may not see it.
    """

    price: int
    discount: int
    tax_rate: int
    reduction: int
    net: int
    tax: int
    gross: int
    cost: int | None


def goods_columns(line: Any) -> tuple[Any, ...]:
    """What every line of goods tells before its money: the fields of a LineView down to `base_quantity`."""
    return (
        line.line_no, line.product_id, Product.code, Product.name, Product.spec, line.unit,
        Product.unit.label("base_unit"), line.quantity, line.base_quantity,
    )  # fmt: skip


def goods_rows(session: Session, line: Any, document_id: int) -> list[LineView]:
    """The lines of a document that bears no prices, with their products, in order."""
    query = select(*goods_columns(line)).join(Product, Product.id == line.product_id)
    query = query.where(line.document_id == document_id).order_by(line.line_no)
    return [LineView(*(*row, False)) for row in session.execute(query)]


def line_rows(session: Session, line: Any, document_id: int) -> Sequence[Any]:
    """The lines of a document with their products, in order."""
    columns = (
        *goods_columns(line), line.is_gift, line.price, line.discount, line.tax_rate, line.reduction,
        line.net, line.tax, line.gross,
    )  # fmt: skip
    query = select(*columns).join(Product, Product.id == line.product_id)
    return session.execute(
        query.where(line.document_id == document_id).order_by(line.line_no)
    ).all()


def sale_lines(
    session: Session, line: Any, document_id: int, number: str | None
) -> tuple[SaleLineView, ...]:
    """The lines of a sale; cost only for who may see it, and only once posted."""
    costs = costs_of(session, number) if number and may(session, COST) else {}
    lines = [
        SaleLineView(*(*row, costs.get(row.line_no)))
        for row in line_rows(session, line, document_id)
    ]
    return with_lots(session, number, lines)


def with_lots(session: Session, number: str | None, lines: Sequence[Line]) -> tuple[Line, ...]:
    """`lines` of document `number`, each with the lots that it moved."""
    query = (
        select(Move.source_line, Lot.code, func.abs(summed(Move.quantity)))
        .join(Lot, Lot.id == Move.lot_id)
        .where(Move.source == (number or ""), Move.lot_id != 0)
        .group_by(Move.source_line, Lot.id, Lot.code)
        .order_by(Move.source_line, func.min(Move.id))
    )
    found: dict[int, list[str]] = {}
    for line_no, code, quantity in session.execute(query) if number else ():
        many = quantity != PIECE
        told = f"{code}×{trimmed(quantity, QUANTITY_PLACES)}" if many else code
        found.setdefault(line_no, []).append(told)
    return tuple(
        replace(line, lots=listed(found[line.line_no])) if line.line_no in found else line
        for line in lines
    )


def costs_of(session: Session, number: str) -> dict[int, int]:
    """Fen that the goods of each line cost, recosts included: what left stock is positive."""
    query = select(Move.source_line, -summed(Move.amount)).where(Move.source == number)
    costs = {row[0]: row[1] for row in session.execute(query.group_by(Move.source_line))}
    for line, amount in recosts_of(session, number).items():
        costs[line] = costs.get(line, 0) - amount
    return costs

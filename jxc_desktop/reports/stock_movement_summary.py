"""进销存汇总表: opening, in, out, adjustment and closing of every product, in quantity and worth (domain.md §5).

For every row opening + in − out + adjustment = closing, in both. A reversal counts negative on the side of what
it takes back; moves of worth without goods (true-up, recost) are the adjustment.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, case, literal, or_, select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.i18n import translate
from jxc_desktop.reports import headings
from jxc_desktop.reports.goods import Good, goods_asked, goods_named, show_parameter
from jxc_desktop.reports.grouping import under_headings
from jxc_desktop.reports.parameters import (
    Parameter,
    category_parameter,
    product_parameter,
    warehouse_parameter,
)
from jxc_desktop.reports.report import Cell, Column, Link, Report, Request, Row
from jxc_desktop.reports.stock_balance import agrees_with_books
from jxc_desktop.shop.actor import may
from jxc_desktop.stock.models import CostPool, Move, StockLevel
from jxc_desktop.stock.shares import unit_cost
from jxc_desktop.stock.trade import COST

REVERSAL = "reversal"
"""The kind of a move that takes another back."""


@dataclass(frozen=True, slots=True)
class Part:
    """Quantity (1e-4) and worth (fen, None for who may not see it) of one part of the period."""

    quantity: int = 0
    amount: int | None = 0

    def plus(self, other: "Part", sign: int = 1) -> "Part":
        """Both together, the other counted `sign` times."""
        if self.amount is None or other.amount is None:
            return Part(self.quantity + sign * other.quantity, None)
        return Part(self.quantity + sign * other.quantity, self.amount + sign * other.amount)

    @property
    def empty(self) -> bool:
        """Whether nothing is there and nothing was worth anything."""
        return not self.quantity and not self.amount


def parameters() -> list[Parameter]:
    return [
        warehouse_parameter(),
        category_parameter(),
        product_parameter(),
        show_parameter(),
    ]


def columns(_session: Session, _request: Request) -> list[Column]:
    parts = {
        "opening": translate("reports", "期初"),
        "in": translate("reports", "本期入库"),
        "out": translate("reports", "本期出库"),
        "adjust": translate("reports", "成本调整"),
        "closing": translate("reports", "期末结存"),
    }
    found = [headings.product(), headings.name(), headings.spec(), headings.unit()]
    for part, title in parts.items():
        found += _part_columns(part, title)
    return found


def _part_columns(part: str, title: str) -> Iterator[Column]:
    quantity, amount = translate("reports", "数量"), translate("reports", "金额")
    yield Column(f"{part}_quantity", quantity, "quantity", total=True, group=title, matrix=True)
    if part == "closing":
        price = translate("reports", "单价")
        yield Column("closing_cost", price, "cost", COST, group=title, detail=True, matrix=True)
    yield Column(f"{part}_amount", amount, "money", COST, total=True, group=title, matrix=True)


def rows(session: Session, request: Request) -> Iterator[Row]:
    asked = goods_asked(request)
    moved = _moved(session, request, asked)
    closing = _closing(session, request, asked)
    found = []
    for product, good in goods_named(session, asked).items():
        parts = moved.get(product, {})
        end = closing.get(product, Part(0, 0 if may(session, COST) else None))
        row = _row(good, parts, end)
        if row is not None:
            found.append((good.heading, row))
    if request.values["show"] == "list":
        yield from (row for _heading, row in found)
    else:
        yield from under_headings(columns(session, request), found)


def _row(good: Good, parts: dict[str, Part], closing: Part) -> Row | None:
    """A product's row; None when it neither lay there nor moved."""
    into, out, adjust = (parts.get(name, Part()) for name in ("in", "out", "adjust"))
    opening = closing.plus(into, -1).plus(out).plus(adjust, -1)
    if all(part.empty for part in (opening, into, out, adjust, closing)):
        return None
    cells: list[Cell] = [good.product, good.name, good.spec, good.unit]
    for part in (opening, into, out, adjust):
        cells += [part.quantity, part.amount]
    cost = None if closing.amount is None else unit_cost(closing.amount, closing.quantity)
    cells += [closing.quantity, cost, closing.amount]
    return Row(
        tuple(cells), good.unit, Link(report="stock_ledger", filters={"product": good.product})
    )


def _moved(session: Session, request: Request, asked: Any) -> dict[int, dict[str, Part]]:
    """What each product moved in the period, by part; out is positive."""
    part = _part_of_move().label("part")
    query = select(Move.product_id, part, *_sums(session, Move.quantity, Move.amount))
    query = query.where(Move.day.between(request.from_day, request.to_day))
    query = _narrowed(query, request, asked).group_by(Move.product_id, part)
    found: dict[int, dict[str, Part]] = {}
    for product, name, quantity, *amount in session.execute(query):
        sign = -1 if name == "out" else 1
        worth = sign * amount[0] if amount else None
        found.setdefault(product, {})[name] = Part(sign * quantity, worth)
    return found


def _part_of_move() -> Any:
    """In or out by the sign, a reversal by the side it takes back, worth alone as adjustment."""
    red = Move.kind == REVERSAL
    return case(
        (Move.quantity == 0, literal("adjust")),
        (or_(and_(Move.quantity > 0, ~red), and_(Move.quantity < 0, red)), literal("in")),
        else_=literal("out"),
    )


def _closing(session: Session, request: Request, asked: Any) -> dict[int, Part]:
    """What each product has at the end of the period: now, less what moved later."""
    later = select(Move.product_id, *_sums(session, Move.quantity, Move.amount))
    later = later.where(Move.day > request.to_day)
    later = _narrowed(later, request, asked).group_by(Move.product_id)
    found = _now(session, request, asked)
    for product, quantity, *amount in session.execute(later):
        moved = Part(quantity, amount[0] if amount else None)
        found[product] = found[product].plus(moved, -1)
    return found


def _now(session: Session, request: Request, asked: Any) -> dict[int, Part]:
    """Quantity and worth of every product now; of one warehouse as its own moves made it."""
    if (warehouse := request.get("warehouse")) is not None:
        query = select(Move.product_id, *_sums(session, Move.quantity, Move.amount))
        query = query.where(Move.warehouse_id == warehouse)
        query = _narrowed(query, request, asked).group_by(Move.product_id)
        rows = session.execute(query)
        return {row[0]: Part(row[1], *(row[2:] or (None,))) for row in rows}
    cost = may(session, COST)
    held = select(StockLevel.product_id, summed(StockLevel.quantity)).group_by(
        StockLevel.product_id
    )
    found = {row[0]: Part(row[1], 0 if cost else None) for row in session.execute(held)}
    if not cost:
        return found
    worth = select(CostPool.product_id, summed(CostPool.value)).group_by(CostPool.product_id)
    for product, value in session.execute(worth):
        found[product] = Part(found[product].quantity, value)
    return found


def _sums(session: Session, quantity: Any, amount: Any) -> list[Any]:
    """Σ of both, of the amount only for who may see it."""
    return [summed(quantity), *([summed(amount)] if may(session, COST) else [])]


def _narrowed(query: Any, request: Request, asked: Any) -> Any:
    """Moves of the goods and the warehouse asked for, product by product as their index lies."""
    query = query.where(Move.product_id.in_(select(Product.id) if asked is None else asked))
    if (warehouse := request.get("warehouse")) is not None:
        query = query.where(Move.warehouse_id == warehouse)
    return query


REPORT = Report(
    name="stock_movement_summary",
    title=lambda: translate("reports", "进销存汇总表"),
    group="stock",
    permission="report.stock",
    columns=columns,
    rows=rows,
    parameters=parameters,
    prove=lambda session, result: agrees_with_books(session, result, "closing_amount"),
)

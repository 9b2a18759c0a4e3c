"""How one product came and went in a period, with what was left after each move (商品收发明细)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.built_in_names import built_in_column
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.shop.actor import needs
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.months import REVERSAL
from jxc_desktop.stock.queries.moves import MoveView, level_before, moves_of_product
from jxc_desktop.stock.shares import unit_cost

OPENING = "brought_forward"
"""The kind of the row before the period's moves; no move bears it."""


@dataclass(frozen=True, slots=True)
class FlowRow:
    """One move and what it left: quantities 1e-4, money fen, unit cost 1e-6 yuan.

    In and out are None on the other side; a reversal stays negative on the side it takes back. Everything about
    cost is None for who may not see it.
    """

    place: int
    day: date
    kind: str
    source: str
    warehouse: str
    in_quantity: int | None
    out_quantity: int | None
    left: int
    in_amount: int | None
    out_amount: int | None
    worth: int | None
    cost: int | None


@dataclass(frozen=True, slots=True)
class ProductFlow:
    """A product and its moves in a period; the first row is what lay there before."""

    product_id: int
    code: str
    name: str
    spec: str
    unit: str
    rows: tuple[FlowRow, ...]

    @property
    def in_quantity(self) -> int:
        """What came in."""
        return sum(row.in_quantity or 0 for row in self.rows)

    @property
    def out_quantity(self) -> int:
        """What went out."""
        return sum(row.out_quantity or 0 for row in self.rows)


@needs("stock.view")
def product_flow(
    session: Session,
    product_id: int,
    from_day: date,
    to_day: date,
    warehouse_id: int | None = None,
) -> ProductFlow:
    """The moves of a product from `from_day` through `to_day`, in one warehouse or in all."""
    head = _head(session, product_id)
    moves = moves_of_product(session, product_id, from_day, to_day, warehouse_id)
    places = session.execute(select(Warehouse.code, built_in_column(Warehouse.name)))
    names = {row[0]: row[1] for row in places}
    named = [replace(move, warehouse=names[move.warehouse]) for move in moves]
    before = level_before(session, product_id, from_day, warehouse_id)
    return ProductFlow(product_id, *head, tuple(_rows(named, *before, from_day)))


def product_words(session: Session, product_id: int) -> tuple[str, str]:
    """Name, and the base unit."""
    _code, name, _spec, unit = _head(session, product_id)
    return name, unit


def _head(session: Session, product_id: int) -> tuple[str, str, str, str]:
    """Code, name, specification and base unit; raises `NotFound`."""
    query = select(Product.code, Product.name, Product.spec, Product.unit)
    head = session.execute(query.where(Product.id == product_id)).first()
    if head is None:
        raise NotFound(translate("stock", "商品不存在了。刷新后再看"))
    return head.code, head.name, head.spec, head.unit


def _rows(moves: list[MoveView], left: int, worth: int | None, from_day: date) -> Iterator[FlowRow]:
    cost = None if worth is None else unit_cost(worth, left)
    yield FlowRow(0, from_day, OPENING, "", "", None, None, left, None, None, worth, cost)
    for place, move in enumerate(moves, 1):
        left += move.quantity
        worth = None if worth is None or move.amount is None else worth + move.amount
        cost = None if worth is None else unit_cost(worth, left)
        head = (place, move.day, move.kind, move.source, move.warehouse)
        came_in, went_out = _sides(move)
        yield FlowRow(*head, came_in[0], went_out[0], left, came_in[1], went_out[1], worth, cost)


_Side = tuple[int | None, int | None]
_NEITHER: _Side = (None, None)


def _sides(move: MoveView) -> tuple[_Side, _Side]:
    """Quantity and amount of what came and of what went; worth alone (a true-up) counts as in."""
    if move.quantity == 0:
        return (None, move.amount), _NEITHER
    if (move.quantity > 0) is not (move.kind == REVERSAL):
        return (move.quantity, move.amount), _NEITHER
    return _NEITHER, (-move.quantity, None if move.amount is None else -move.amount)

"""How much a row says lies there, and what it is worth, measured as the product measures."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.catalog.units import fits
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.numbers import line_amount
from jxc_desktop.core.sql import Statement
from jxc_desktop.imports.cells.faults import Fault
from jxc_desktop.imports.cells.quantities import Packs, in_base_units
from jxc_desktop.imports.source import CleanRow, Flaw, Values
from jxc_desktop.shop.keys import new_key
from jxc_desktop.stock.services import OpeningStockDraft, OpeningStockLineDraft, post_opening_stock

_WAREHOUSES = Statement("SELECT id, code, name FROM warehouse WHERE disabled = 0 ORDER BY id")


@dataclass(frozen=True, slots=True)
class Measure:
    """How a product is counted: base unit, decimals, and further units with their size (1e-4 base units)."""

    unit: str
    places: int
    factors: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Worth:
    """Base quantity (1e-4) and its worth in fen."""

    quantity: int
    amount: int


@dataclass(frozen=True, slots=True)
class StockLine:
    """What a product opens with in a warehouse; `row` is its place in the file."""

    product_id: int
    warehouse_id: int
    worth: Worth


def worth_of(values: Values, measure: Measure) -> Worth | Flaw | None:
    """What the row's 数量 is worth: its 金额, else 数量 × cost; None where it names no quantity."""
    told = values.get("quantity")
    if not isinstance(told, int | Packs):
        return None
    quantity = in_base_units(told, measure.unit, measure.factors)
    if isinstance(quantity, Fault):
        return Flaw("quantity", quantity.problem, quantity.suggestion)
    if quantity < 0:
        return Flaw("quantity", translate("imports", "期初数量不能是负数。先查清再填"))
    if not fits(quantity, measure.places):
        text = translate("imports", "按 {unit} 计的数量最多 {places} 位小数。改数量，或换单位")
        return Flaw("quantity", text.format(unit=measure.unit, places=measure.places))
    if quantity == 0:
        return None
    return Worth(quantity, _amount(values, quantity))


def _amount(values: Values, quantity: int) -> int:
    amount = values.get("amount")
    if isinstance(amount, int):
        return amount
    for name in ("unit_cost", "purchase_price"):
        cost = values.get(name)
        if isinstance(cost, int):
            return line_amount(quantity, cost)
    return 0


class Warehouses:
    """The warehouses of the shop by code and name; a row that names none means the first."""

    def __init__(self, session: Session) -> None:
        rows = _WAREHOUSES.all(session)
        self._first = int(rows[0][0])
        self._known: dict[str, int] = {name: row[0] for row in reversed(rows) for name in row[1:]}

    def find(self, values: Values) -> int | None:
        """The id of the row's warehouse, None for one the shop has not."""
        told = values.get("warehouse")
        return self._first if told is None else self._known.get(str(told))

    def flaws(self, rows: Iterable[CleanRow]) -> Iterator[tuple[CleanRow, Flaw]]:
        """Rows whose warehouse does not exist."""
        text = translate("imports", "没有仓库“{name}”。先建仓库，或改成 {known}")
        for row in rows:
            if self.find(row.values) is None:
                told = row.values["warehouse"]
                yield row, Flaw("warehouse", text.format(name=told, known=listed(self._known)))


def open_stock(session: Session, lines: Sequence[StockLine]) -> None:
    """Post one opening document for each warehouse."""
    for warehouse in sorted({line.warehouse_id for line in lines}):
        drafts = tuple(
            OpeningStockLineDraft(line.product_id, line.worth.quantity, line.worth.amount)
            for line in lines
            if line.warehouse_id == warehouse
        )
        post_opening_stock(session, OpeningStockDraft(warehouse, drafts), key=new_key())

"""How much a row says lies there, and what it is worth, measured as the product measures."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.catalog.drafts import SERIAL
from jxc_desktop.catalog.units import fits
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.numbers import line_amount
from jxc_desktop.core.sql import Statement
from jxc_desktop.imports.cells.faults import Fault
from jxc_desktop.imports.cells.quantities import ONE_UNIT, Packs, in_base_units
from jxc_desktop.imports.source import CleanRow, Flaw, Values
from jxc_desktop.shop.keys import new_key
from jxc_desktop.stock.lot_drafts import LotShare
from jxc_desktop.stock.lot_grammar import read_serials
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
    """What a product opens with in a warehouse, and of which lots."""

    product_id: int
    warehouse_id: int
    worth: Worth
    lots: tuple[LotShare, ...] = ()


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


def lots_of(values: Values, tracking: str, quantity: int) -> tuple[LotShare, ...] | Flaw:
    """The lot that a row of goods kept by lot tells, or its serial numbers, as many as there are pieces."""
    told = str(values.get("lot", ""))
    if not tracking:
        return ()
    if not told:
        return Flaw("lot", translate("imports", "这种商品按批次或序列号管理。填批号或序列号"))
    if tracking != SERIAL:
        made, expiry = values.get("mfg_date"), values.get("expiry")
        return (
            LotShare(
                told,
                made=made if isinstance(made, date) else None,
                expiry=expiry if isinstance(expiry, date) else None,
            ),
        )
    serials = read_serials(told)
    if len(serials) * ONE_UNIT != quantity:
        text = translate("imports", "有 {count} 个序列号，和数量不一样。一件一个号，用空格隔开")
        return Flaw("lot", text.format(count=len(serials)))
    return serials


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
            OpeningStockLineDraft(
                line.product_id, line.worth.quantity, line.worth.amount, line.lots
            )
            for line in lines
            if line.warehouse_id == warehouse
        )
        post_opening_stock(session, OpeningStockDraft(warehouse, drafts), key=new_key())

"""Goods from a foreign list; with the stock they open with where that is asked for.

Only the name is a must. Goods without a code get the next number, without a unit 个, without a price a notice. Goods
the shop has already, known by code, barcode or else by name and specification, are left as they are.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.catalog.rules import tidy
from jxc_desktop.catalog.services import disable_product, write_products
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.i18n import translate
from jxc_desktop.imports.cells.quantities import ONE_UNIT
from jxc_desktop.imports.fields import product_fields
from jxc_desktop.imports.goods_known import NATURAL, known_goods
from jxc_desktop.imports.goods_rows import draft_of, flaw_of
from jxc_desktop.imports.opening_worth import (
    Measure,
    StockLine,
    Warehouses,
    Worth,
    open_stock,
    worth_of,
)
from jxc_desktop.imports.rules import (
    check_opening_stock,
    note_missing_price,
    note_selling_below_cost,
    require_factor,
)
from jxc_desktop.imports.source import CleanRow, Flaw, Source, Values
from jxc_desktop.shop.actor import authorize

_STOCK = frozenset({"quantity", "unit_cost", "amount", "warehouse", "lot", "mfg_date", "expiry"})
_NOT_KEPT = (
    "short_name", "mnemonic", "supplier", "tax_class_code", "shelf_life_days", "shelf_life_months", "lot",
    "mfg_date", "expiry",
)  # fmt: skip
"""Columns that are understood but have no place in the catalogue."""


def products(*, with_opening_stock: bool = False) -> Source:
    """The import of goods; 库存 and 进价 become opening stock only when asked for."""
    fields = tuple(
        field
        for field in product_fields()
        if field.name not in _NOT_KEPT and (with_opening_stock or field.name not in _STOCK)
    )
    rules = (require_factor, note_missing_price, note_selling_below_cost)
    return Source(
        "products",
        translate("imports", "商品"),
        fields,
        keys=("code", "barcode"),
        natural=NATURAL,
        rules=(*rules, _check_opening) if with_opening_stock else rules,
        lookup=known_goods,
        verify=_verify_with_stock if with_opening_stock else _verify,
        write=_write_with_stock if with_opening_stock else _write,
    )


def _check_opening(values: Values) -> Iterator[Flaw]:
    """The purchase price is the cost of opening goods that have no other."""
    cost = {"unit_cost": values["purchase_price"]} if "purchase_price" in values else {}
    return check_opening_stock({**cost, **values})


def _verify(session: Session, rows: Sequence[CleanRow]) -> Iterator[tuple[CleanRow, Flaw]]:
    yield from _refused(session, rows)
    stock = translate("imports", "库存没有导入。要建期初库存，导入时选“同时建期初库存”")
    yield from _unused(rows, ("quantity",), stock)
    yield from _unused(rows, _NOT_KEPT, translate("imports", "这一列没有导入，程序不记它"))


def _verify_with_stock(
    session: Session, rows: Sequence[CleanRow]
) -> Iterator[tuple[CleanRow, Flaw]]:
    refused = list(_refused(session, rows))
    yield from refused
    wrong = {row.row for row, _flaw in refused}
    yield from Warehouses(session).flaws(rows)
    today = clock_of(session).today()
    for row in rows:
        if row.row not in wrong:
            worth = worth_of(row.values, _measure(row, today))
            if isinstance(worth, Flaw):
                yield row, worth
    yield from _unused(rows, _NOT_KEPT, translate("imports", "这一列没有导入，程序不记它"))


def _refused(session: Session, rows: Sequence[CleanRow]) -> Iterator[tuple[CleanRow, Flaw]]:
    """Rows that the catalogue would not keep."""
    today = clock_of(session).today()
    for row in rows:
        flaw = flaw_of(row.values, today)
        if flaw:
            yield row, flaw


def _unused(
    rows: Sequence[CleanRow], fields: Iterable[str], notice: str
) -> Iterator[tuple[CleanRow, Flaw]]:
    """One notice for each filled column that is left out, at its first filled row."""
    for field in fields:
        first = next((row for row in rows if row.cells.get(field) is not None), None)
        if first:
            yield first, Flaw(field, notice, notice=True)


def _write(session: Session, rows: Sequence[CleanRow]) -> None:
    _write_goods(session, rows)


def _write_with_stock(session: Session, rows: Sequence[CleanRow]) -> None:
    ids = _write_goods(session, rows)
    warehouses, today = Warehouses(session), clock_of(session).today()
    lines: list[StockLine] = []
    for product, row in zip(ids, rows, strict=True):
        worth, place = worth_of(row.values, _measure(row, today)), warehouses.find(row.values)
        if isinstance(worth, Worth) and place is not None:
            lines.append(StockLine(product, place, worth))
    open_stock(session, lines)


def _measure(row: CleanRow, today: date) -> Measure:
    """How the product of the row will be counted once it is kept."""
    draft = tidy(draft_of(row.values), today)
    factors = {unit.name: unit.numerator * ONE_UNIT // unit.denominator for unit in draft.units}
    return Measure(draft.unit, draft.places or 0, factors)


def _write_goods(session: Session, rows: Sequence[CleanRow]) -> list[int]:
    authorize(session, "import.data")
    ids = write_products(session, [draft_of(row.values) for row in rows])
    for product, row in zip(ids, rows, strict=True):
        if row.values.get("disabled") or row.values.get("enabled") is False:
            disable_product(session, product)
    return ids

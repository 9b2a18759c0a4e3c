"""Goods from a foreign list; with the stock they open with where that is asked for.

Only the name is a must. Goods without a code get the next number, without a unit 个, without a price a notice. Goods
the shop has already, known by code, barcode or else by name and specification, are left as they are.
"""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy.orm import Session

from jxc_desktop.catalog.services import disable_product, write_products
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.i18n import translate
from jxc_desktop.imports.fields import product_fields
from jxc_desktop.imports.goods_known import NATURAL, known_goods
from jxc_desktop.imports.goods_rows import draft_of, flaw_of
from jxc_desktop.imports.opening import StockLine, open_stock, opening_flaws, worth_of
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
    today = clock_of(session).today()
    for row in rows:
        flaw = flaw_of(row.values, today)
        if flaw:
            yield row, flaw
    stock = translate("imports", "库存没有导入。要建期初库存，导入时选“同时建期初库存”")
    yield from _unused(rows, ("quantity",), stock)
    yield from _unused(rows, _NOT_KEPT, translate("imports", "这一列没有导入，程序不记它"))


def _verify_with_stock(
    session: Session, rows: Sequence[CleanRow]
) -> Iterator[tuple[CleanRow, Flaw]]:
    today = clock_of(session).today()
    flaws = ((row, flaw_of(row.values, today)) for row in rows)
    sound: list[CleanRow] = []
    for row, flaw in flaws:
        if flaw:
            yield row, flaw
        else:
            sound.append(row)
    yield from opening_flaws(session, [(row, draft_of(row.values)) for row in sound])
    yield from _unused(rows, _NOT_KEPT, translate("imports", "这一列没有导入，程序不记它"))


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
    lines = []
    for product, row in zip(ids, rows, strict=True):
        worth = worth_of(row.values, draft_of(row.values))
        if worth:
            lines.append(StockLine(product, row.values.get("warehouse"), *worth))
    open_stock(session, lines)


def _write_goods(session: Session, rows: Sequence[CleanRow]) -> list[int]:
    authorize(session, "import.data")
    ids = write_products(session, [draft_of(row.values) for row in rows])
    for product, row in zip(ids, rows, strict=True):
        if row.values.get("disabled") or row.values.get("enabled") is False:
            disable_product(session, product)
    return ids

"""Opening stock from a foreign list: which goods lay where, how much, and what they were worth.

Goods that have opening stock in a warehouse already are left as they are, so a repeated list opens nothing twice.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import QUANTITY_PLACES
from jxc_desktop.core.sql import Statement
from jxc_desktop.imports.cells import barcodes
from jxc_desktop.imports.fields import opening_stock_fields
from jxc_desktop.imports.goods_named import REFERENCE, Reference, find_named
from jxc_desktop.imports.grid import Cell
from jxc_desktop.imports.opening_worth import (
    Measure,
    StockLine,
    Warehouses,
    Worth,
    lots_of,
    open_stock,
    worth_of,
)
from jxc_desktop.imports.rules import check_opening_stock
from jxc_desktop.imports.source import CleanRow, Field, Flaw, Key, Known, Source, Values

_NATURAL = (*REFERENCE, "warehouse", "lot")
_OPENED = Statement(
    "SELECT l.product_id, d.warehouse_id, p.name, sum(l.quantity) FROM opening_stock_line l "
    "JOIN opening_stock d ON d.id = l.document_id JOIN product p ON p.id = l.product_id "
    "WHERE d.state = 'posted' AND d.reverses_id IS NULL GROUP BY l.product_id, d.warehouse_id, p.name"
)


def opening_stock() -> Source:
    """The import of opening stock."""
    fields = (field for field in opening_stock_fields() if field.name != "unit")
    return Source(
        "opening_stock",
        translate("imports", "期初库存"),
        with_one_barcode(fields),
        natural=_NATURAL,
        rules=(check_opening_stock,),
        lookup=_opened,
        verify=_verify,
        write=_write,
    )


def with_one_barcode(fields: Iterable[Field]) -> tuple[Field, ...]:
    """`fields` of a list whose barcodes say which goods are meant."""
    return tuple(
        replace(field, clean=_one_barcode) if field.name == "barcode" else field for field in fields
    )


_barcodes = barcodes()


def _one_barcode(cell: Cell) -> object:
    """Of several barcodes in a cell the first; each means the same goods."""
    found = _barcodes(cell)
    return found[0] if isinstance(found, tuple) else found


def _opened(session: Session, _fields: Key, wanted: Collection[Key]) -> Mapping[Key, Known]:
    """Goods and warehouses of the file that have opening stock; told apart by both."""
    opened = {(row[0], row[1]): row for row in _OPENED.all(session)}
    if not opened:
        return {}
    keys = list(wanted)
    products = find_named(session, [Reference(*key[:4]) for key in keys])
    warehouses = Warehouses(session)
    found: dict[Key, Known] = {}
    for key, product in zip(keys, products, strict=True):
        place = warehouses.find({"warehouse": key[4]} if key[4] else {})
        row = opened.get((product, place)) if isinstance(product, int) and place else None
        if row:
            known = {"name": row[2], "quantity": int(row[3])}
            if key[5]:  # one lot of several: the whole is no figure to compare it with
                del known["quantity"]
            found[key] = Known(row[0], known)
    return found


def _verify(session: Session, rows: Sequence[CleanRow]) -> Iterator[tuple[CleanRow, Flaw]]:
    yield from Warehouses(session).flaws(rows)
    products = find_named(session, [_reference(row.values) for row in rows])
    facts = product_facts(session, (each for each in products if isinstance(each, int)))
    for row, product in zip(rows, products, strict=True):
        flaw = product if isinstance(product, Flaw) else _flaw(row.values, facts[product])
        if flaw is not None:
            yield row, flaw


def _flaw(values: Values, facts: ProductFacts) -> Flaw | None:
    """What speaks against the quantity or the lots of a row."""
    worth = worth_of(values, _measure(facts))
    if not isinstance(worth, Worth):
        return worth
    lots = lots_of(values, facts.tracking, worth.quantity)
    if isinstance(lots, Flaw):
        return lots
    if values.get("lot") and not facts.tracking:
        told = translate("imports", "{product} 不按批次管理，批号没有导入")
        return Flaw("lot", told.format(product=facts.name), notice=True)
    return None


def _write(session: Session, rows: Sequence[CleanRow]) -> None:
    warehouses = Warehouses(session)
    products = find_named(session, [_reference(row.values) for row in rows])
    facts = product_facts(session, (each for each in products if isinstance(each, int)))
    lines: list[StockLine] = []
    for row, product in zip(rows, products, strict=True):
        place = warehouses.find(row.values)
        if not isinstance(product, int) or place is None:
            raise RuntimeError(f"row {row.row} was not verified")
        worth = worth_of(row.values, _measure(facts[product]))
        if isinstance(worth, Worth):
            lots = lots_of(row.values, facts[product].tracking, worth.quantity)
            lines.append(StockLine(product, place, worth, () if isinstance(lots, Flaw) else lots))
    open_stock(session, lines)


def _reference(values: Values) -> Reference:
    return Reference(*(str(values.get(name, "")) for name in REFERENCE))


def _measure(facts: ProductFacts) -> Measure:
    one = 10**QUANTITY_PLACES
    whole = {
        name: numerator * one // denominator
        for name, (numerator, denominator) in facts.factors.items()
        if numerator * one % denominator == 0
    }
    return Measure(facts.unit, facts.places, whole)

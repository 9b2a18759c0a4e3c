"""The least and the most of goods in a warehouse, from a foreign list (仓库上下限).

A cell left blank keeps the bound that is there; a bound that differs is written anew.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.imports.fields import stock_bound_fields
from jxc_desktop.imports.goods_named import REFERENCE, Reference, find_named
from jxc_desktop.imports.opening import with_one_barcode
from jxc_desktop.imports.opening_worth import Warehouses
from jxc_desktop.imports.source import CleanRow, Flaw, Key, Known, Source, Values
from jxc_desktop.stock.bounds import BoundDraft, require_order, set_bound

_NATURAL = (*REFERENCE, "warehouse")
_LEAST, _MOST = "min_stock", "max_stock"
_KEPT_SQL = "SELECT product_id, warehouse_id, min_stock, max_stock FROM stock_bound "
_KEPT = Statement(
    f"{_KEPT_SQL}WHERE product_id IN {among('products')}",
    postgresql=f"{_KEPT_SQL}WHERE product_id = ANY(:products)",
)


def stock_bounds() -> Source:
    """The import of bounds by warehouse."""
    return Source(
        "stock_bounds",
        translate("imports", "仓库上下限"),
        with_one_barcode(stock_bound_fields()),
        natural=_NATURAL,
        updates=True,
        lookup=_look_up,
        verify=_verify,
        write=_write,
    )


def _look_up(session: Session, _fields: Key, wanted: Collection[Key]) -> Mapping[Key, Known]:
    """The bounds that goods and warehouses of the file have."""
    keys = list(wanted)
    products = find_named(session, [Reference(*key[:4]) for key in keys])
    known = _kept(session, products)
    warehouses = Warehouses(session)
    found: dict[Key, Known] = {}
    for key, product in zip(keys, products, strict=True):
        place = warehouses.find({"warehouse": key[4]} if key[4] else {})
        if isinstance(product, int) and place is not None and (product, place) in known:
            least, most = known[product, place]
            found[key] = Known(product, {_LEAST: least, _MOST: most})
    return found


def _kept(
    session: Session, products: Sequence[int | Flaw]
) -> dict[tuple[int, int], tuple[int | None, int | None]]:
    ids = sorted({each for each in products if isinstance(each, int)})
    rows = _KEPT.all(session, products=ids) if ids else ()
    return {(row[0], row[1]): (row[2], row[3]) for row in rows}


def _verify(session: Session, rows: Sequence[CleanRow]) -> Iterator[tuple[CleanRow, Flaw]]:
    yield from Warehouses(session).flaws(rows)
    products = find_named(session, [_reference(row.values) for row in rows])
    for row, product in zip(rows, products, strict=True):
        flaw = product if isinstance(product, Flaw) else _flaw(_draft(row, product, 0))
        if flaw is not None:
            yield row, flaw


def _flaw(draft: BoundDraft) -> Flaw | None:
    if draft.least is None and draft.most is None:
        return Flaw(_LEAST, translate("imports", "上限下限都没有写。至少填一个"))
    try:
        require_order(draft)
    except InvalidInput as error:
        return Flaw(_LEAST, error.message)
    return None


def _write(session: Session, rows: Sequence[CleanRow]) -> None:
    warehouses = Warehouses(session)
    products = find_named(session, [_reference(row.values) for row in rows])
    for row, product in zip(rows, products, strict=True):
        place = warehouses.find(row.values)
        if not isinstance(product, int) or place is None:
            raise RuntimeError(f"row {row.row} was not verified")
        set_bound(session, _draft(row, product, place))


def _draft(row: CleanRow, product: int, place: int) -> BoundDraft:
    """Both bounds as they will be: as the row says, else as they are."""
    before: Values = row.known.values if row.known else {}
    least, most = (_told(row.values, before, name) for name in (_LEAST, _MOST))
    return BoundDraft(product, place, least, most)


def _told(values: Values, before: Values, name: str) -> int | None:
    found = values.get(name)
    if found is None:
        found = before.get(name)
    return found if isinstance(found, int) else None


def _reference(values: Values) -> Reference:
    return Reference(*(str(values.get(name, "")) for name in REFERENCE))

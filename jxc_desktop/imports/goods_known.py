"""Which goods of a file the shop has already, and how they look from a file's columns."""

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy.orm import Session

from jxc_desktop.catalog.taken import owners
from jxc_desktop.core.sql import Row, Statement, among
from jxc_desktop.imports.source import Key, Known

NATURAL = ("name", "spec", "colour", "size")
"""By what goods are known again that have neither code nor barcode; the catalogue keeps the last three in one."""

_KEPT = (
    "SELECT id, code, name, spec, unit, brand, origin, retail_price, min_price, purchase_price "
    "FROM product WHERE "
)
_BY_ID = Statement(f"{_KEPT}id IN {among('wanted')}", postgresql=f"{_KEPT}id = ANY(:wanted)")
_BY_NAME = Statement(
    f"{_KEPT}name IN {among('wanted')} ORDER BY id",
    postgresql=f"{_KEPT}name = ANY(:wanted) ORDER BY id",
)
_CODES = "SELECT product_id, code FROM barcode WHERE product_id "
_BARCODES = Statement(f"{_CODES}IN {among('wanted')}", postgresql=f"{_CODES}= ANY(:wanted)")
_FIELDS = (
    "code", "name", "spec", "unit", "brand", "origin", "retail_price", "min_price", "purchase_price",
)  # fmt: skip


def known_goods(session: Session, fields: Key, wanted: Collection[Key]) -> Mapping[Key, Known]:
    """The products that bear `wanted`: as code or barcode, which share one room, or as name and specification."""
    if fields == NATURAL:
        return _by_name(session, wanted)
    found = owners(session, (code for [code] in wanted))
    known = _known(session, _BY_ID.all(session, wanted=[owner.id for owner in found.values()]))
    return {(code,): known[owner.id] for code, owner in found.items()}


def _by_name(session: Session, wanted: Collection[Key]) -> dict[Key, Known]:
    rows = _BY_NAME.all(session, wanted=sorted({name for name, *_spec in wanted}))
    known = _known(session, rows)
    found: dict[Key, Known] = {}
    for row in rows:
        found.setdefault((row[2], row[3]), known[row[0]])
    spelled = {key: (key[0], " ".join(filter(None, key[1:]))) for key in wanted}
    return {key: found[kept] for key, kept in spelled.items() if kept in found}


def _known(session: Session, rows: Iterable[Row]) -> dict[int, Known]:
    rows = list(rows)
    codes: dict[int, list[str]] = {}
    for product, code in _BARCODES.all(session, wanted=[row[0] for row in rows]):
        codes.setdefault(product, []).append(code)
    return {
        row[0]: Known(
            row[0],
            {**dict(zip(_FIELDS, row[1:], strict=True)), "barcode": tuple(codes.get(row[0], ()))},
        )
        for row in rows
    }

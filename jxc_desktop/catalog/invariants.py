"""What always holds of goods: quantities as fine as their unit, one name for one thing, everything findable."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import noop, translate
from jxc_desktop.core.invariant import Invariant
from jxc_desktop.core.numbers import QUANTITY_PLACES, trimmed
from jxc_desktop.core.sql import Statement

MOST = 50
"""Problems told by one check; the rest are of the same kind."""

# stock_level belongs to a higher room; the rule it must keep is the product's.
_TOO_FINE = Statement(
    "SELECT p.name, w.name, s.quantity, p.places FROM stock_level s JOIN product p ON p.id = s.product_id "
    "JOIN warehouse w ON w.id = s.warehouse_id WHERE s.quantity % (CASE p.places WHEN 0 THEN 10000 "
    f"WHEN 1 THEN 1000 WHEN 2 THEN 100 WHEN 3 THEN 10 ELSE 1 END) <> 0 ORDER BY p.id LIMIT {MOST}"
)
_CALLED_ALIKE = Statement(
    "SELECT p.code, p.name, o.name FROM barcode b JOIN product p ON p.code = b.code "
    f"JOIN product o ON o.id = b.product_id WHERE o.id <> p.id ORDER BY p.id LIMIT {MOST}"
)
_WITHOUT_UNIT = Statement(
    "SELECT p.name, x.unit FROM (SELECT product_id, unit FROM barcode WHERE unit <> '' "
    "UNION SELECT product_id, unit FROM product_price WHERE unit <> '') x "
    "JOIN product p ON p.id = x.product_id LEFT JOIN product_unit u "
    "ON u.product_id = x.product_id AND u.name = x.unit "
    f"WHERE u.name IS NULL ORDER BY p.id, x.unit LIMIT {MOST}"
)
_NOT_INDEXED = Statement(
    "SELECT p.name FROM product p LEFT JOIN product_search_docsize d ON d.id = p.id "
    f"WHERE d.id IS NULL ORDER BY p.id LIMIT {MOST}"
)
_NO_STYLE = Statement(
    "SELECT v.name, v.spec FROM product v JOIN product s ON s.id = v.parent_id "
    "WHERE s.is_style = 0 OR NOT EXISTS (SELECT 1 FROM variant_value x WHERE x.product_id = v.id) "
    f"ORDER BY v.id LIMIT {MOST}"
)
_ALIKE = Statement(
    "SELECT s.name, a.code, b.code FROM product a JOIN product b ON b.parent_id = a.parent_id AND b.id > a.id "
    "JOIN product s ON s.id = a.parent_id WHERE NOT EXISTS (SELECT 1 FROM variant_value x "
    "LEFT JOIN variant_value y ON y.product_id = b.id AND y.place = x.place AND y.axis = x.axis "
    f"AND y.value = x.value WHERE x.product_id = a.id AND y.product_id IS NULL) ORDER BY a.id LIMIT {MOST}"
)
_STYLE_MOVED = Statement(
    "SELECT name FROM product p WHERE is_style = 1 "
    f"AND EXISTS (SELECT 1 FROM move m WHERE m.product_id = p.id) ORDER BY id LIMIT {MOST}"
)


def quantities_are_as_fine_as_their_unit(session: Session) -> list[str]:
    """I10: what lies in a warehouse has no more decimals than its product takes."""
    return [
        translate(
            "catalog", "{warehouse}的 {product} 存量 {quantity}，最多 {places} 位小数"
        ).format(
            warehouse=warehouse,
            product=product,
            quantity=trimmed(quantity, QUANTITY_PLACES),
            places=places,
        )
        for product, warehouse, quantity, places in _TOO_FINE.all(session)
    ]


def codes_name_one_product(session: Session) -> list[str]:
    """No product's code is another's barcode, and barcodes and prices name units that exist (decisions 5)."""
    return [*_alike(session), *_unitless(session)]


def _alike(session: Session) -> Iterator[str]:
    for code, name, other in _CALLED_ALIKE.all(session):
        yield translate("catalog", "{code} 是 {name} 的编号，又是 {other} 的条码").format(
            code=code, name=name, other=other
        )


def _unitless(session: Session) -> Iterator[str]:
    for name, unit in _WITHOUT_UNIT.all(session):
        yield translate("catalog", "{name} 的条码或价格写着单位 {unit}，商品没有这个单位").format(
            name=name, unit=unit
        )


def every_product_can_be_found(session: Session) -> list[str]:
    """Each product is in the search index (SQLite; PostgreSQL keeps its indexes itself)."""
    if session.get_bind().dialect.name != "sqlite":
        return []
    return [
        translate("catalog", "{name} 不在搜索索引里").format(name=name)
        for [name] in _NOT_INDEXED.all(session)
    ]


def variants_differ(session: Session) -> list[str]:
    """A variant belongs to a style and differs from its sisters; a style itself never moved."""
    homeless = translate("catalog", "{name} {spec} 写着属于一款，那里却没有款或没有它的颜色尺码")
    alike = translate("catalog", "{name} 的 {code} 和 {other} 颜色尺码一样")
    moved = translate("catalog", "{name} 是一款，自己却有出入库")
    return [
        *(homeless.format(name=name, spec=spec) for name, spec in _NO_STYLE.all(session)),
        *(
            alike.format(name=name, code=code, other=other)
            for name, code, other in _ALIKE.all(session)
        ),
        *(moved.format(name=name) for [name] in _STYLE_MOVED.all(session)),
    ]


INVARIANTS = (
    Invariant(
        "I10", noop("invariants", "数量不细于商品的小数位"), quantities_are_as_fine_as_their_unit
    ),
    Invariant("I23", noop("invariants", "编号和条码只指一个商品"), codes_name_one_product),
    Invariant("I24", noop("invariants", "每个商品都搜得到"), every_product_can_be_found),
    Invariant("I31", noop("invariants", "一款里没有两种一样的"), variants_differ),
)

"""A scanned or typed code becomes a product: one question over two indexes."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.catalog.barcodes import canonical
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import div_half_up
from jxc_desktop.core.sql import Row, Statement
from jxc_desktop.core.texts import typed_code


@dataclass(frozen=True, slots=True)
class ProductAtTill:
    """What a scan means: one `unit` of a product, `numerator / denominator` base units, at `price` (1e-6 yuan).

    `price` is that of the unit, reckoned from the base unit where it has none of its own; None where the product
    has no retail price. `min_price` is per base unit, `barcode` "" when the product's code was given; `serial` is the
    serial number that was scanned, of one piece.
    """

    id: int
    code: str
    barcode: str
    name: str
    spec: str
    unit: str
    base_unit: str
    numerator: int
    denominator: int
    price: int | None
    min_price: int | None
    places: int
    tax_rate: int | None
    weighed: bool
    track_stock: bool
    disabled: bool
    serial: str = ""
    is_style: bool = False


_PRODUCT = (
    "p.id, p.code, p.name, p.spec, p.unit, p.retail_price, p.min_price, p.places, p.tax_rate, p.weighed, "
    "p.track_stock, p.disabled, p.is_style"
)
_SCANNED = Statement(
    f"SELECT 1 AS rank, b.code, b.unit, u.numerator, u.denominator, r.price, {_PRODUCT} "
    "FROM barcode b JOIN product p ON p.id = b.product_id "
    "LEFT JOIN product_unit u ON u.product_id = b.product_id AND u.name = b.unit "
    "LEFT JOIN product_price r ON r.product_id = b.product_id AND r.unit = b.unit AND r.level = 'retail' "
    "WHERE b.code = :barcode UNION ALL "
    f"SELECT 2, '', '', NULL, NULL, NULL, {_PRODUCT} FROM product p WHERE p.code = :code "
    "ORDER BY rank LIMIT 1"
)


def product_by_barcode(session: Session, code: str) -> ProductAtTill:
    """The product that bears `code` as a barcode, with or without a UPC's leading zero, or as its own code.

    Raises `NotFound`. A product out of use is found too; its `disabled` says so.
    """
    plain = typed_code(code)
    row = _SCANNED.first(session, barcode=canonical(plain), code=plain)
    if row is None:
        raise NotFound(
            translate(
                "catalog", "没有这个条码 {code}。Ctrl+N 新建商品，或看看是不是扫了箱码"
            ).format(code=plain)
        )
    return _at_till(row)


_CODED = Statement(
    f"SELECT 2, '', '', NULL, NULL, NULL, {_PRODUCT} FROM product p WHERE p.code = :code"
)


def product_by_code(session: Session, code: str) -> ProductAtTill:
    """The product with this code, in its base unit; raises `NotFound`."""
    row = _CODED.first(session, code=typed_code(code))
    if row is None:
        raise NotFound(
            translate("catalog", "没有编号是 {code} 的商品。查一下编号，或新建商品").format(
                code=code
            )
        )
    return _at_till(row)


def _at_till(row: Row) -> ProductAtTill:
    _rank, barcode, unit, numerator, denominator, own_price, *product = row
    (
        product_id, code, name, spec, base_unit, retail, min_price, places, tax_rate, weighed, track_stock,
        disabled, is_style,
    ) = product  # fmt: skip
    above, below = numerator or 1, denominator or 1
    price = own_price
    if price is None and retail is not None:
        price = div_half_up(retail * above, below)
    return ProductAtTill(
        id=product_id,
        code=code,
        barcode=barcode,
        name=name,
        spec=spec,
        unit=unit or base_unit,
        base_unit=base_unit,
        numerator=above,
        denominator=below,
        price=price,
        min_price=min_price,
        places=places,
        tax_rate=tax_rate,
        weighed=bool(weighed),
        track_stock=bool(track_stock),
        disabled=bool(disabled),
        is_style=bool(is_style),
    )

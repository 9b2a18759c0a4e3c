"""A scanned or typed code becomes a product: one question over two indexes."""

from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from jxc_desktop.catalog.barcodes import canonical
from jxc_desktop.catalog.scale_labels import weighed as weighed_by
from jxc_desktop.core.errors import NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import div_half_up
from jxc_desktop.core.sql import Row, Statement
from jxc_desktop.core.texts import typed_code
from jxc_desktop.shop.scale_rules import read_label, scale_rules
from jxc_desktop.shop.settings import settings_of


@dataclass(frozen=True, slots=True)
class ProductAtTill:
    """What a scan means: one `unit` of a product, `numerator / denominator` base units, at `price` (1e-6 yuan).

    `price` is that of the unit, reckoned from the base unit where it has none of its own; None where the product
    has no retail price. `min_price` is per base unit, `barcode` "" when the product's code was given; `serial` is the
    serial number that was scanned, of one piece. `weight` is how much of the unit (1e-4) a scale's label says, 0 for
    none; `price` then keeps the label's amount.
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
    weight: int = 0
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

    Or the product that a scale's label means, with its weight. Raises `NotFound`, and for a label that was misread or
    names no goods what is wrong with it. A product out of use is found too; its `disabled` says so.
    """
    plain = typed_code(code)
    row = _SCANNED.first(session, barcode=canonical(plain), code=plain)
    if row is None and (labelled := _by_label(session, plain)):
        return labelled
    if row is None:
        raise NotFound(
            translate(
                "catalog", "没有这个条码 {code}。Ctrl+N 新建商品，或看看是不是扫了箱码"
            ).format(code=plain)
        )
    return _at_till(row)


_BY_PLU = Statement(
    f"SELECT 3, '', '', NULL, NULL, NULL, {_PRODUCT} FROM product p WHERE p.plu = :plu"
)
_ANY_PLU = Statement("SELECT 1 FROM product WHERE plu > 0 LIMIT 1")


def _by_label(session: Session, code: str) -> ProductAtTill | None:
    """The goods that a scale's label means; in a shop without codes on scales nothing is a label."""
    rules = scale_rules(settings_of(session).scale_labels)
    if not any(rule.fits(code) for rule in rules) or _ANY_PLU.first(session) is None:
        return None
    label = read_label(code, rules)
    row = None if label is None else _BY_PLU.first(session, plu=label.plu)
    if label is None or row is None:
        plu = 0 if label is None else label.plu
        raise Refused(
            translate("catalog", "没有秤码是 {plu} 的商品。在商品卡片的“库存”里写上秤码").format(
                plu=plu
            )
        )
    found = _at_till(row)
    sold = weighed_by(label, found.name, found.unit, found.places, found.price)
    return replace(found, barcode=code, weight=sold.quantity, price=sold.price)


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

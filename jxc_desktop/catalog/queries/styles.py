"""Styles (款) and their variants: one name in several colours and sizes."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Statement
from jxc_desktop.shop.actor import needs

_VARIANTS = Statement(
    "SELECT p.id, p.code, p.disabled, p.retail_price, p.unit, p.places, "
    "coalesce((SELECT min(b.code) FROM barcode b WHERE b.product_id = p.id AND b.unit = ''), ''), "
    "v.axis, v.value FROM product p JOIN variant_value v ON v.product_id = p.id "
    "WHERE p.parent_id = :style ORDER BY p.id, v.place"
)
_STYLES = Statement(
    "SELECT p.id, p.code, p.name, p.spec, (SELECT count(*) FROM product c WHERE c.parent_id = p.id) "
    "FROM product p WHERE p.is_style = 1 ORDER BY p.code"
)


@dataclass(frozen=True, slots=True)
class StyleRow:
    """A style, and how many variants it has."""

    id: int
    code: str
    name: str
    spec: str
    variants: int


@dataclass(frozen=True, slots=True)
class VariantView:
    """One variant: `values` of the style's `axes`, place by place; the price 1e-6 yuan per base unit."""

    id: int
    code: str
    disabled: bool
    retail_price: int | None
    unit: str
    places: int
    barcode: str
    axes: tuple[str, ...]
    values: tuple[str, ...]


@needs("product.view")
def style_list(session: Session) -> tuple[StyleRow, ...]:
    """Every style, by code."""
    return tuple(StyleRow(*row) for row in _STYLES.all(session))


@needs("product.view")
def variants_of(session: Session, style_id: int) -> tuple[VariantView, ...]:
    """The variants of a style in the order they were made; nothing for a plain product."""
    found: dict[int, VariantView] = {}
    for product, code, disabled, price, unit, places, barcode, axis, value in _VARIANTS.all(
        session, style=style_id
    ):
        before = found.get(product)
        axes, values = (before.axes, before.values) if before else ((), ())
        found[product] = VariantView(
            product, code, bool(disabled), price, unit, places, barcode, (*axes, axis), (*values, value)
        )  # fmt: skip
    return tuple(found.values())

"""多属性: a style (款) and its variants, each a product of its own with code, barcode, price and stock.

The style keeps what they have in common and is neither bought nor sold; a variant is what lies on the shelf.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product as every_combination

from sqlalchemy.orm import Session

from jxc_desktop.catalog.drafts import BASE, BarcodeDraft, ProductDraft
from jxc_desktop.catalog.models import VariantValue
from jxc_desktop.catalog.queries import VariantView, product_draft, variants_of
from jxc_desktop.catalog.services import save_product, write_products
from jxc_desktop.core.errors import InvalidInput, Refused, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement, insert_into
from jxc_desktop.core.texts import tidy, typed_code
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.audit import record

MOST_AXES = 3
VALUE_LENGTH = 20
MOST_VARIANTS = 500
"""Variants of one style; more are a slip of the hand."""
JOINT = "-"
"""Stands between the style's code and the codes of the values."""

_JOIN = Statement("UPDATE product SET parent_id = :style WHERE id = :id", changes="product")
_MARK = Statement(
    "UPDATE product SET is_style = 1, disabled = 1, track_stock = 0 WHERE id = :id",
    changes="product",
)
_PARENT = Statement("SELECT parent_id, is_style FROM product WHERE id = :id")
_ADD = insert_into(VariantValue, ("product_id", "place", "axis", "value"))
# Tables of higher rooms, only asked whether they know the product already.
_USED = Statement(
    "SELECT 1 FROM move WHERE product_id = :id UNION ALL SELECT 1 FROM sales_order_line WHERE product_id = :id "
    "UNION ALL SELECT 1 FROM purchase_order_line WHERE product_id = :id "
    "UNION ALL SELECT 1 FROM kit_part WHERE part_id = :id OR product_id = :id LIMIT 1"
)
# Two who make the same variant at once wait for each other.
_HOLD = Statement("SELECT 1", postgresql="LOCK TABLE variant_value IN SHARE ROW EXCLUSIVE MODE")


@dataclass(frozen=True, slots=True)
class Value:
    """A value of an axis and how it stands in codes: 红 R, M M."""

    name: str
    code: str


@dataclass(frozen=True, slots=True)
class Axis:
    """What variants differ in, and the values there shall be."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """A variant as somebody wants it; `price` (1e-6 yuan) None is the style's, "" as code the next free number."""

    values: tuple[str, ...]
    code: str = ""
    barcode: str = ""
    price: int | None = None
    product_id: int = 0


def read_axis(text: str) -> Axis | None:
    """颜色：红 黑=H 白 as an axis; None for a blank. Raises `InvalidInput` for what is none."""
    if not text.strip():
        return None
    name, _, values = text.replace("：", ":").partition(":")
    parts = values.translate(dict.fromkeys(map(ord, ",，、;；/"), " ")).split()
    if not tidy(name) or not parts:
        raise InvalidInput(
            translate("catalog", "看不懂属性“{text}”。写成 颜色：红 黑 白").format(
                text=text.strip()
            )
        )
    return Axis(tidy(name), tuple(_value(part, place) for place, part in enumerate(parts, 1)))


def _value(text: str, place: int) -> Value:
    """黑=H has its code with it; letters and figures are their own; others are numbered as they stand."""
    name, _, code = text.partition("=")
    plain = name.isascii() and name.isalnum()
    return Value(name, typed_code(code) or (name.upper() if plain else f"{place:02d}"))


def grid_of(code: str, axes: Sequence[Axis]) -> list[Variant]:
    """Every combination of the values, coded after the style's `code`: T01-01-M."""
    return [
        Variant(tuple(each.name for each in row), JOINT.join((code, *(each.code for each in row))))
        for row in every_combination(*(axis.values for axis in axes))
    ]


@needs("product.edit")
def make_variants(
    session: Session, style_id: int, axes: Sequence[str], wanted: Sequence[Variant]
) -> list[int]:
    """Make variants of a product, which becomes a style by the first; their ids.

    They have the style's name, category, units, tax and prices. Refused for what moved already, is ordered, or is a
    variant itself; two variants of a style never have the same values.
    """
    _HOLD.run(session)
    style = product_draft(session, style_id)
    before = variants_of(session, style_id)
    names = _axes(axes, before)
    _require_style(session, style, before)
    values = _new_values(style, names, wanted, {each.values for each in before})
    ids = write_products(session, _drafts(session, style, before, values, wanted))
    _join(session, style, names, list(zip(ids, values, strict=True)), len(before))
    return ids


@needs("product.edit")
def join_variants(
    session: Session,
    style_id: int,
    axes: Sequence[str],
    variants: Sequence[tuple[int, tuple[str, ...]]],
) -> None:
    """Let goods that were just written, each with its values, be variants of a style; refused as by `make_variants`."""
    _HOLD.run(session)
    style = product_draft(session, style_id)
    before = variants_of(session, style_id)
    names = _axes(axes, before)
    _require_style(session, style, before)
    wanted = [Variant(values) for _, values in variants]
    values = _new_values(style, names, wanted, {each.values for each in before})
    found = [(product, own) for (product, _), own in zip(variants, values, strict=True)]
    _join(session, style, names, found, len(before))


def codes_of(
    code: str, there: Sequence[tuple[str, ...]], wanted: Sequence[tuple[str, ...]]
) -> list[str]:
    """Codes for variants of the style `code`, values numbered in the order in which they came up."""
    names: list[dict[str, None]] = [{} for _ in range(MOST_AXES)]
    for values in (*there, *wanted):
        for axis, value in zip(names, values, strict=False):
            axis.setdefault(value)
    known = [{name: _value(name, n).code for n, name in enumerate(axis, 1)} for axis in names]
    return [
        JOINT.join((code, *(axis[value] for axis, value in zip(known, values, strict=False))))
        for values in wanted
    ]


@needs("product.edit")
def keep_variants(
    session: Session,
    style_id: int,
    axes: Sequence[str],
    shown: Sequence[Variant],
    lines: Sequence[Variant],
) -> int:
    """Let the variants be as the lines have them: new ones made, codes, barcodes, prices changed; how many differ."""
    gone = {each.product_id for each in shown} - {each.product_id for each in lines}
    if gone - {0}:
        raise Refused(translate("catalog", "做好的颜色尺码删不掉。不卖了，在商品里停用它"))
    fresh = [each for each in lines if not each.product_id]
    changed = [(place, x) for place, x in enumerate(lines) if x.product_id and x not in shown]
    for place, line in changed:
        try:
            _change(session, line)
        except UserError as error:
            field = f"lines[{place}].{_COLUMNS.get(error.field or '', 'code')}"
            raise type(error)(error.message, field=field) from None
    if fresh:
        make_variants(session, style_id, axes, fresh)
    return len(fresh) + len(changed)


_COLUMNS = {"barcodes[0]": "barcode", "retail_price": "price"}


def typed_variants(session: Session, style_id: int) -> tuple[Variant, ...]:
    """The variants of a style, as lines."""
    return tuple(
        Variant(each.values, each.code, each.barcode, each.retail_price, each.id)
        for each in variants_of(session, style_id)
    )


def _change(session: Session, line: Variant) -> None:
    """Code, first barcode and price of a variant that is there."""
    draft = product_draft(session, line.product_id)
    shown = min((each.code for each in draft.barcodes if each.unit == BASE), default="")
    others = tuple(each for each in draft.barcodes if each.code != shown)
    own = (BarcodeDraft(line.barcode),) if line.barcode else ()
    changed = replace(draft, code=line.code, barcodes=(*own, *others), retail_price=line.price)
    save_product(session, changed)


def _axes(axes: Sequence[str], before: Sequence[VariantView]) -> tuple[str, ...]:
    names = tuple(tidy(name) for name in axes)
    if before and names != before[0].axes:
        known = "、".join(before[0].axes)
        raise Refused(
            translate("catalog", "这一款按 {axes} 分，不能再按别的分").format(axes=known),
            field="axes",
        )
    if not names or len(names) > MOST_AXES:
        raise InvalidInput(translate("catalog", "属性要有 1 到 3 个"), field="axes")
    for name in names:
        _require_word(name, "axes")
    if len(set(names)) < len(names):
        raise InvalidInput(translate("catalog", "两个属性叫一个名字。改其中一个"), field="axes")
    return names


def _require_word(word: str, field: str) -> None:
    if not word or len(word) > VALUE_LENGTH:
        raise InvalidInput(
            translate("catalog", "属性和它的值都要写，最多 {length} 个字").format(
                length=VALUE_LENGTH
            ),
            field=field,
        )


def _require_style(session: Session, style: ProductDraft, before: Sequence[VariantView]) -> None:
    parent, is_style = _PARENT.one(session, id=style.id)
    if parent is not None:
        told = translate("catalog", "{name} 已经是一款里的一种，不能再分颜色尺码")
        raise Refused(told.format(name=f"{style.name} {style.spec}".strip()), field="product")
    if not is_style and not before and _USED.first(session, id=style.id):
        told = translate("catalog", "{name} 已有出入库或订单，不能再分颜色尺码。新建一个款")
        raise Refused(told.format(name=style.name), field="product")


def _new_values(
    style: ProductDraft,
    axes: Sequence[str],
    wanted: Sequence[Variant],
    taken: set[tuple[str, ...]],
) -> list[tuple[str, ...]]:
    if len(taken) + len(wanted) > MOST_VARIANTS:
        told = translate("catalog", "一款最多 {most} 种颜色尺码")
        raise InvalidInput(told.format(most=MOST_VARIANTS), field="axes")
    found: list[tuple[str, ...]] = []
    for place, each in enumerate(wanted):
        values, field = tuple(tidy(value) for value in each.values), f"lines[{place}].values"
        if len(values) != len(axes):
            raise InvalidInput(translate("catalog", "每个属性写一个值"), field=field)
        for value in values:
            _require_word(value, field)
        if values in taken:
            told = translate("catalog", "{name} 已有 {values}")
            raise Refused(told.format(name=style.name, values=" ".join(values)), field=field)
        taken = {*taken, values}
        found.append(values)
    return found


def _drafts(
    session: Session,
    style: ProductDraft,
    before: Sequence[VariantView],
    values: Sequence[tuple[str, ...]],
    wanted: Sequence[Variant],
) -> list[ProductDraft]:
    """The variants as products; whether they have stock is as with their sisters, else as the product had it."""
    like = product_draft(session, before[0].id) if before else style
    common = replace(style, id=None, track_stock=like.track_stock, min_stock=None, max_stock=None)
    return [
        replace(
            common,
            code=each.code,
            spec=" ".join((style.spec, *own)).strip(),
            barcodes=(BarcodeDraft(each.barcode),) if each.barcode else (),
            retail_price=style.retail_price if each.price is None else each.price,
        )
        for own, each in zip(values, wanted, strict=True)
    ]


def _join(
    session: Session,
    style: ProductDraft,
    axes: Sequence[str],
    found: Sequence[tuple[int, tuple[str, ...]]],
    before: int,
) -> None:
    """Write that these products are variants of the style, which had so many `before`."""
    _MARK.run(session, id=style.id)
    _JOIN.run_many(session, ({"style": style.id, "id": product} for product, _ in found))
    record(session, "product.edit", style.code, variants=[before, before + len(found)])
    _ADD.run_many(
        session,
        (
            {"product_id": product, "place": place, "axis": axis, "value": value}
            for product, values in found
            for place, (axis, value) in enumerate(zip(axes, values, strict=True), 1)
        ),
    )

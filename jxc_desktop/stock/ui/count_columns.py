"""The columns of a count: # 商品 单位 账面 实盘 差异 初盘 时间."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, tzinfo
from typing import Any

from jxc_desktop.catalog.queries import ProductHit
from jxc_desktop.catalog.ui.product_search import itself, product_suggestions
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import QUANTITY_PLACES
from jxc_desktop.stock.typed_count import CountGoods, TypedCount, goods_hit
from jxc_desktop.stock.ui.shown_goods import named_goods
from jxc_desktop.widgets.columns import Column, Kind, Mark
from jxc_desktop.widgets.entry_columns import Answer, EntryColumn
from jxc_desktop.widgets.entry_model import number_column
from jxc_desktop.widgets.expressions import parse_quantity
from jxc_desktop.widgets.formats import money_text, quantity_text

PRODUCT, BOOK, COUNTED, DIFFERENCE, FIRST, AT = (
    "goods",
    "book",
    "counted",
    "difference",
    "first",
    "at",
)
SEES_BOOKS = frozenset({BOOK, DIFFERENCE})
"""Columns that a blind count does without."""

Suggest = Callable[[str, TypedCount, Answer], None]


def count_columns(suggest: Suggest, zone: tzinfo) -> tuple[EntryColumn[TypedCount], ...]:
    """What can be typed: goods, and how many there are."""
    return (
        number_column(),
        _product(suggest),
        _known("unit", translate("stock", "单位"), lambda line: line.goods.unit if line.goods else "", 46),
        _figure(BOOK, translate("stock", "账面"), lambda line: line.book),
        _counted(),
        _difference(),
        _figure(FIRST, translate("stock", "初盘"), lambda line: line.first),
        _known(AT, translate("stock", "时间"), lambda line: _time(line.at, zone), 66),
    )  # fmt: skip


def counted_columns(zone: tzinfo, *, seen: bool) -> tuple[Column[Any], ...]:
    """The lines of a posted count; `seen` says whether cost may be."""
    goods = (
        *named_goods(),
        _shown("book_quantity", translate("stock", "账面")),
        _shown("counted_quantity", translate("stock", "实盘")),
        _shown("difference_quantity", translate("stock", "差异"), _tone),
        _shown("first_quantity", translate("stock", "初盘")),
    )
    worth = Column[Any](
        "worth",
        translate("stock", "差异金额"),
        kind=Kind.MONEY,
        text=lambda fen: money_text(fen) if fen else "",
        width=92,
        sortable=False,
    )
    time = Column[Any](
        "counted_at",
        translate("stock", "时间"),
        lambda line: _time(line.counted_at, zone),
        width=66,
        muted=True,
        sortable=False,
    )
    return (*goods, *((worth,) if seen else ()), time)


def _product(suggest: Suggest) -> EntryColumn[TypedCount]:
    return EntryColumn[TypedCount](
        PRODUCT,
        translate("stock", "商品"),
        lambda line: line.goods.name if line.goods else "",
        sub=lambda line: line.goods.spec if line.goods else "",
        width=170,
        stretch=True,
        sortable=False,
        suggestions=product_suggestions(itself),
        suggest=suggest,
        take=_taken,
        row_of=_row_of,
        wants=lambda line: line.goods is None,
        latin=False,
    )


def _taken(_line: TypedCount, hit: ProductHit) -> TypedCount:
    """Other goods in the line: what was counted of the ones before is not theirs."""
    return TypedCount(goods=goods_hit(hit))


def _row_of(hit: ProductHit, lines: Sequence[TypedCount]) -> int | None:
    rows = (row for row, line in enumerate(lines) if line.goods and line.goods.id == hit.id)
    return next(rows, None)


def _counted() -> EntryColumn[TypedCount]:
    def edit(line: TypedCount, text: str) -> TypedCount:
        if line.goods is None:
            raise InvalidInput(translate("stock", "先选商品"))
        if not text.strip():
            return line.set_to(None)
        counted = parse_quantity(text, line.goods.units)
        require_fine(line.goods, counted)
        return line.set_to(counted)

    return EntryColumn[TypedCount](
        COUNTED,
        translate("stock", "实盘"),
        kind=Kind.QUANTITY,
        text=lambda value: "" if value is None else quantity_text(value),
        draft=lambda line: "" if line.counted is None else quantity_text(line.counted),
        width=76,
        sortable=False,
        edit=edit,
        wants=lambda line: line.goods is not None and line.counted is None,
        mark=_counted_mark,
        counts=True,
    )


def require_fine(goods: CountGoods, counted: int) -> None:
    """Refuse what nobody can have counted of these goods."""
    if counted < 0:
        raise InvalidInput(translate("stock", "实盘数不能小于 0"))
    if counted % 10 ** (QUANTITY_PLACES - goods.places):
        told = translate("stock", "{product} 的数量最多 {places} 位小数，按 {unit} 计")
        raise InvalidInput(told.format(product=goods.name, places=goods.places, unit=goods.unit))


def _counted_mark(line: TypedCount) -> Mark | None:
    if line.waits:
        return Mark("warn", translate("stock", "要复盘：再数一次，扫码或填实盘数"))
    if line.shifted:
        return Mark("warn", translate("stock", "数到一半时这种货又有进出。清空重数一次"))
    return None


def _difference() -> EntryColumn[TypedCount]:
    return EntryColumn[TypedCount](
        DIFFERENCE,
        translate("stock", "差异"),
        lambda line: line.difference,
        kind=Kind.QUANTITY,
        text=_signed,
        tone=lambda line: _tone_of(line.difference),
        width=70,
        sortable=False,
    )


def _figure(
    key: str, heading: str, value: Callable[[TypedCount], int | None]
) -> EntryColumn[TypedCount]:
    return EntryColumn[TypedCount](
        key,
        heading,
        value,
        kind=Kind.QUANTITY,
        text=lambda found: "" if found is None else quantity_text(found),
        width=70,
        muted=True,
        sortable=False,
    )


def _known(
    key: str, heading: str, value: Callable[[TypedCount], str], width: int
) -> EntryColumn[TypedCount]:
    return EntryColumn[TypedCount](key, heading, value, width=width, muted=True, sortable=False)


def _shown(key: str, heading: str, tone: Callable[[Any], str] | None = None) -> Column[Any]:
    return Column[Any](
        key,
        heading,
        kind=Kind.QUANTITY,
        text=_signed if tone else lambda value: "" if value is None else quantity_text(value),
        tone=tone,
        width=72,
        sortable=False,
    )


def _tone(line: Any) -> str:
    return _tone_of(line.difference_quantity)


def _tone_of(difference: int | None) -> str:
    if not difference:
        return "text3"
    return "ok" if difference > 0 else "bad"


def _signed(value: int | None) -> str:
    if value is None:
        return ""
    return f"+{quantity_text(value)}" if value > 0 else quantity_text(value)


def _time(milliseconds: int | None, zone: tzinfo) -> str:
    if milliseconds is None:
        return ""
    return f"{datetime.fromtimestamp(milliseconds / 1000, UTC).astimezone(zone):%H:%M:%S}"

"""The columns of a price change: typed ones, and those of one that is approved."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from jxc_desktop.catalog.drafts import BASE
from jxc_desktop.catalog.facts import ProductFacts
from jxc_desktop.catalog.price_history import MIN
from jxc_desktop.catalog.queries import ProductHit
from jxc_desktop.catalog.ui.product_search import itself, product_suggestions
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.numbers import PRICE_PLACES, trimmed
from jxc_desktop.pricing.changes import change_of
from jxc_desktop.pricing.queries import HUNG, PRINTED, UNPRINTED, PriceChangeLineView, RepricedGoods
from jxc_desktop.pricing.typed_change import TypedChange
from jxc_desktop.pricing.words import level_words
from jxc_desktop.widgets.chips import Chip
from jxc_desktop.widgets.columns import Column, Kind, Mark, allowed
from jxc_desktop.widgets.entry_columns import Answer, EntryColumn
from jxc_desktop.widgets.entry_model import number_column
from jxc_desktop.widgets.expressions import parse_price
from jxc_desktop.widgets.formats import percent_text, price_text

COST = "field.cost_price"
Suggest = Callable[[str, TypedChange, Answer], None]


def change_columns(
    suggest: Suggest, may: Callable[[str], bool]
) -> tuple[EntryColumn[TypedChange], ...]:
    """# 商品 价格 单位 原价 新价 涨跌 毛利率; the margin only for who may see cost."""
    columns = (_product(suggest), _level(), _unit(), _old(), _price(), _change(), _margin())
    return (number_column(), *(each for each in columns if not each.needs or may(each.needs)))


def posted_columns(may: Callable[[str], bool]) -> tuple[Column[PriceChangeLineView], ...]:
    """The same of an approved change, and how far its labels are."""
    return allowed(
        (
            Column[PriceChangeLineView]("line_no", "#", width=34, right=True, muted=True),
            Column[PriceChangeLineView](
                "name",
                translate("pricing", "商品"),
                sub=lambda line: line.spec,
                width=180,
                stretch=True,
            ),
            Column[PriceChangeLineView](
                "level", translate("pricing", "价格"), text=_level_text, width=84
            ),
            Column[PriceChangeLineView]("unit", translate("pricing", "单位"), width=52),
            Column[PriceChangeLineView](
                "old", translate("pricing", "原价"), kind=Kind.PRICE, width=84
            ),
            Column[PriceChangeLineView](
                "price", translate("pricing", "新价"), kind=Kind.PRICE, width=84
            ),
            Column[PriceChangeLineView](
                "change",
                translate("pricing", "涨跌"),
                value=lambda line: change_of(line.old, line.price),
                text=_signed,
                kind=Kind.PERCENT,
                width=72,
            ),
            Column[PriceChangeLineView](
                "label",
                translate("pricing", "价签"),
                value=lambda line: label_chip(line.label),
                kind=Kind.CHIP,
                width=76,
            ),
        ),
        may,
    )


def label_chip(label: str) -> Chip:
    """未打, 已打 or 已挂; nothing where no label hangs."""
    return {
        UNPRINTED: Chip(translate("pricing", "未打"), "warn"),
        PRINTED: Chip(translate("pricing", "已打"), "info"),
        HUNG: Chip(translate("pricing", "已挂"), "ok"),
    }.get(label, Chip(""))


def taken(_line: TypedChange, hit: ProductHit) -> TypedChange:
    """A line with goods in it at once; their prices follow."""
    facts = ProductFacts(
        hit.id, hit.code, hit.name, hit.unit, hit.places, None, hit.retail_price, None, None, True, False
    )  # fmt: skip
    prices = {} if hit.retail_price is None else {("retail", BASE): hit.retail_price}
    return TypedChange(RepricedGoods(facts, hit.spec, 0, with_tax=True, prices=prices))


def _product(suggest: Suggest) -> EntryColumn[TypedChange]:
    return EntryColumn[TypedChange](
        "product",
        translate("pricing", "商品"),
        lambda line: line.goods.facts.name if line.goods else "",
        sub=lambda line: line.goods.spec if line.goods else "",
        width=180,
        stretch=True,
        sortable=False,
        suggestions=product_suggestions(itself),
        suggest=suggest,
        take=taken,
        wants=lambda line: line.goods is None,
        latin=False,
    )


def _level() -> EntryColumn[TypedChange]:
    def edit(line: TypedChange, text: str) -> TypedChange:
        typed = text.strip()
        found = [level for level, word in level_words().items() if word.startswith(typed)]
        if not typed or not found:
            known = listed(level_words().values())
            raise InvalidInput(translate("pricing", "价格只能是 {known}").format(known=known))
        return _at(line, found[0])

    return EntryColumn[TypedChange](
        "level",
        translate("pricing", "价格"),
        text=_level_text,
        width=84,
        sortable=False,
        edit=edit,
        fix=_next_level,
        latin=False,
    )


def _next_level(line: TypedChange) -> TypedChange | None:
    levels = list(level_words())
    return _at(line, levels[(levels.index(line.level) + 1) % len(levels)])


def _at(line: TypedChange, level: str) -> TypedChange:
    return replace(line, level=level, unit=BASE if level == MIN else line.unit, price=None)


def _unit() -> EntryColumn[TypedChange]:
    def edit(line: TypedChange, text: str) -> TypedChange:
        facts = _facts(line)
        facts.factor(text.strip())
        unit = BASE if text.strip() in {"", facts.unit} else text.strip()
        return replace(line, unit=unit, price=None)

    return EntryColumn[TypedChange](
        "unit",
        translate("pricing", "单位"),
        lambda line: line.unit or (line.goods.facts.unit if line.goods else ""),
        width=52,
        sortable=False,
        edit=edit,
        fix=_next_unit,
        latin=False,
    )


def _next_unit(line: TypedChange) -> TypedChange | None:
    if line.goods is None or not line.goods.facts.factors or line.level == MIN:
        return None
    units = [BASE, *line.goods.facts.factors]
    return replace(line, unit=units[(units.index(line.unit) + 1) % len(units)], price=None)


def _old() -> EntryColumn[TypedChange]:
    return EntryColumn[TypedChange](
        "old", translate("pricing", "原价"), kind=Kind.PRICE, width=84, muted=True, sortable=False
    )


def _price() -> EntryColumn[TypedChange]:
    def edit(line: TypedChange, text: str) -> TypedChange:
        _facts(line)
        price = parse_price(text)
        if price < 0:
            raise InvalidInput(translate("pricing", "新价不能小于 0"))
        return replace(line, price=price)

    return EntryColumn[TypedChange](
        "price",
        translate("pricing", "新价"),
        kind=Kind.PRICE,
        text=lambda price: "" if price is None else price_text(price),
        draft=lambda line: "" if line.price is None else trimmed(line.price, PRICE_PLACES, 2),
        width=84,
        sortable=False,
        edit=edit,
        wants=lambda line: line.goods is not None and line.price is None,
        mark=_price_mark,
    )


def _price_mark(line: TypedChange) -> Mark | None:
    if line.goods is None or line.price is None:
        return None
    if line.price == line.old:
        return Mark("warn", translate("pricing", "新价和原价一样"))
    if line.margin is not None and line.margin < 0:
        return Mark("warn", translate("pricing", "低于成本"))
    return None


def _change() -> EntryColumn[TypedChange]:
    return EntryColumn[TypedChange](
        "change",
        translate("pricing", "涨跌"),
        kind=Kind.PERCENT,
        text=_signed,
        width=72,
        sortable=False,
    )


def _margin() -> EntryColumn[TypedChange]:
    return EntryColumn[TypedChange](
        "margin",
        translate("pricing", "毛利率"),
        kind=Kind.PERCENT,
        text=lambda rate: "" if rate is None else percent_text(rate, 1),
        width=72,
        needs=COST,
        sortable=False,
    )


def _signed(rate: int | None) -> str:
    if rate is None:
        return ""
    return f"{'▲' if rate > 0 else '▼' if rate < 0 else ''}{percent_text(abs(rate), 1)}"


def _level_text(level: Any) -> str:
    return level_words().get(level, str(level))


def _facts(line: TypedChange) -> ProductFacts:
    if line.goods is None:
        raise InvalidInput(translate("pricing", "先选商品"))
    return line.goods.facts

"""The columns of a supplier's price list: goods, what a unit costs, from how many on, until when, who said so."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from jxc_desktop.catalog.queries import ProductHit
from jxc_desktop.catalog.ui.product_search import itself, product_suggestions
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import PRICE_PLACES, trimmed
from jxc_desktop.purchase.typed_prices import TypedPrice
from jxc_desktop.widgets.columns import Kind
from jxc_desktop.widgets.entry_columns import Answer, EntryColumn
from jxc_desktop.widgets.entry_model import number_column
from jxc_desktop.widgets.expressions import parse_day, parse_price, parse_quantity
from jxc_desktop.widgets.formats import day_text, price_text, quantity_text

_LONGEST = 999
"""Days that goods may take at most."""


def price_columns(
    suggest: Callable[[str, TypedPrice, Answer], None],
    take: Callable[[TypedPrice, ProductHit], TypedPrice],
    today: Callable[[], date],
) -> tuple[EntryColumn[TypedPrice], ...]:
    """Every column in order."""
    return (
        number_column(),
        EntryColumn[TypedPrice](
            "product",
            translate("purchase", "商品"),
            lambda line: line.name,
            width=100,
            stretch=True,
            sortable=False,
            suggestions=product_suggestions(itself),
            suggest=suggest,
            take=take,
            wants=lambda line: not line.product_id,
            latin=False,
        ),
        _typed("unit", translate("purchase", "单位"), 46, _unit),
        _price(),
        _typed(
            "includes_tax",
            translate("purchase", "含税价"),
            54,
            _taxed,
            lambda taxed: translate("purchase", "是") if taxed else translate("purchase", "否"),
        ),
        _typed("lead_days", translate("purchase", "到货天数"), 76, _lead_days, _count),
        _typed(
            "minimum",
            translate("purchase", "起订量"),
            70,
            _minimum,
            lambda minimum: quantity_text(minimum) if minimum else "",
        ),
        _typed("first", translate("purchase", "从"), 84, _day_into("first", today), _day),
        _typed("last", translate("purchase", "到"), 84, _day_into("last", today), _day),
        EntryColumn[TypedPrice](
            "quotation", translate("purchase", "报价单"), width=124, muted=True, sortable=False
        ),
    )


def _typed(
    key: str,
    heading: str,
    width: int,
    edit: Callable[[TypedPrice, str], TypedPrice],
    text: Callable[..., str] | None = None,
) -> EntryColumn[TypedPrice]:
    """A column of a line that names goods; empty below the last."""

    def shown(line: TypedPrice) -> str:
        value = getattr(line, key)
        return "" if not line.product_id else text(value) if text else str(value)

    def into(line: TypedPrice, typed: str) -> TypedPrice:
        if not line.product_id:
            raise InvalidInput(translate("purchase", "先选商品"))
        return edit(line, typed.strip())

    return EntryColumn[TypedPrice](
        key, heading, shown, width=width, sortable=False, edit=into, draft=shown, latin=False
    )


def _price() -> EntryColumn[TypedPrice]:
    def edit(line: TypedPrice, text: str) -> TypedPrice:
        if not line.product_id:
            raise InvalidInput(translate("purchase", "先选商品"))
        return replace(line, price=parse_price(text), quotation="")

    return EntryColumn[TypedPrice](
        "price",
        translate("purchase", "单价"),
        kind=Kind.PRICE,
        text=lambda value: "" if value is None else price_text(value),
        draft=lambda line: "" if line.price is None else trimmed(line.price, PRICE_PLACES, 2),
        width=76,
        sortable=False,
        edit=edit,
        wants=lambda line: bool(line.product_id) and line.price is None,
    )


def _unit(line: TypedPrice, text: str) -> TypedPrice:
    return replace(line, unit=text or line.unit)


def _taxed(line: TypedPrice, text: str) -> TypedPrice:
    yes = {translate("purchase", "是").casefold(), "是", "y", "1", ""}
    no = {translate("purchase", "否").casefold(), "否", "n", "0"}
    if text.casefold() not in yes | no:
        raise InvalidInput(translate("purchase", "含税填 1，不含税填 0"))
    return replace(line, includes_tax=text.casefold() in yes)


def _lead_days(line: TypedPrice, text: str) -> TypedPrice:
    if text and not (text.isdecimal() and int(text) <= _LONGEST):
        raise InvalidInput(translate("purchase", "到货天数填 0 到 999 的整数"))
    return replace(line, lead_days=int(text) if text else None)


def _minimum(line: TypedPrice, text: str) -> TypedPrice:
    return replace(line, minimum=parse_quantity(text, {}) if text else 0)


def _day_into(key: str, today: Callable[[], date]) -> Callable[[TypedPrice, str], TypedPrice]:
    """A price begins today unless somebody says otherwise, and need not end."""

    def edit(line: TypedPrice, text: str) -> TypedPrice:
        if text:
            day: date | None = parse_day(text, today())
        else:
            day = today() if key == "first" else None
        return replace(line, first=day) if key == "first" else replace(line, last=day)

    return edit


def _day(day: date | None) -> str:
    return "" if day is None else day_text(day)


def _count(number: int | None) -> str:
    return "" if number is None else str(number)

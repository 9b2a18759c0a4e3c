"""The columns of an allowance: the goods it is about, what they came to, and what is given back for them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.purchase.typed_allowance import AllowedLine
from jxc_desktop.stock.ui.line_columns import AVAILABLE, Suggest, Take, line_columns
from jxc_desktop.stock.ui.line_rules import LineRules
from jxc_desktop.widgets.columns import Column, Kind, Mark
from jxc_desktop.widgets.entry_columns import EntryColumn
from jxc_desktop.widgets.expressions import parse_money
from jxc_desktop.widgets.formats import money_text, tax_text

AMOUNT = "amount"


def allowance_columns(
    rules: LineRules, suggest: Suggest, take: Take
) -> tuple[EntryColumn[Any], ...]:
    """What can be typed: goods and quantity where there is no receipt, and the amount."""
    goods = (each for each in line_columns(rules, suggest, take) if each.key != AVAILABLE)
    return (
        *goods,
        _known("worth", translate("purchase", "入库合计")),
        _known("given", translate("purchase", "已折让")),
        _amount(),
    )


def over_receipt(line: Any) -> Mark | None:
    """Why a line is about more goods than its receipt's line had."""
    base = line.base_quantity
    if line.ordered is None or base is None or base <= line.ordered:
        return None
    return Mark("bad", translate("purchase", "比入库的数量多。改数量"))


def _known(key: str, heading: str) -> EntryColumn[Any]:
    return EntryColumn[Any](
        key,
        heading,
        lambda line: getattr(line, key, None),
        kind=Kind.MONEY,
        text=lambda fen: "" if fen is None else money_text(fen),
        width=84,
        muted=True,
        sortable=False,
    )


def _amount() -> EntryColumn[Any]:
    def edit(line: AllowedLine, text: str) -> AllowedLine:
        if line.product is None:
            raise InvalidInput(translate("purchase", "先选原单，或在商品格填商品"))
        amount = parse_money(text) if text.strip() else 0
        if amount < 0:
            raise InvalidInput(translate("purchase", "折让金额不能小于 0"))
        return replace(line, amount=amount or None)

    return EntryColumn[Any](
        AMOUNT,
        translate("purchase", "折让金额（含税）"),
        kind=Kind.MONEY,
        text=lambda fen: "" if fen is None else money_text(fen),
        width=118,
        sortable=False,
        edit=edit,
        mark=_too_much,
        wants=lambda line: line.product is not None and not line.amount,
    )


def _too_much(line: Any) -> Mark | None:
    if not line.amount or line.worth is None:
        return None
    left = line.worth - (line.given or 0)
    if line.amount <= left:
        return None
    told = translate("purchase", "这一行最多还能折让 {left}")
    return Mark("bad", told.format(left=text_of(max(left, 0), MONEY_PLACES)))


def shown_columns() -> tuple[Column[Any], ...]:
    """The lines of a posted allowance."""
    return (
        Column[Any]("line_no", "#", width=34, right=True, muted=True, sortable=False),
        Column[Any]("name", translate("purchase", "商品"), width=150, stretch=True, sortable=False),
        Column[Any]("unit", translate("purchase", "单位"), width=46, sortable=False),
        _shown("quantity", translate("purchase", "数量"), Kind.QUANTITY, 72),
        _shown("net", translate("purchase", "不含税"), Kind.MONEY, 92),
        _shown("tax_rate", translate("purchase", "税率"), Kind.TEXT, 60, tax_text),
        _shown("tax", translate("purchase", "税额"), Kind.MONEY, 80),
        _shown("gross", translate("purchase", "价税合计"), Kind.MONEY, 96),
    )


def _shown(
    key: str, heading: str, kind: Kind, width: int, text: Callable[[Any], str] | None = None
) -> Column[Any]:
    return Column[Any](key, heading, kind=kind, text=text, width=width, right=True, sortable=False)

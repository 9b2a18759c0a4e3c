"""The columns of a landed cost: the goods of its receipts, and what each line bears."""

from dataclasses import replace
from typing import Any

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.purchase.typed_landed import TypedLanded
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.entry_columns import EntryColumn
from jxc_desktop.widgets.entry_model import number_column
from jxc_desktop.widgets.expressions import parse_money
from jxc_desktop.widgets.formats import money_text, quantity_text

SHARE = "borne"


def landed_columns() -> tuple[EntryColumn[Any], ...]:
    """The receipts' goods; only what a line bears can be typed, and only by hand."""
    return (
        number_column(),
        EntryColumn[Any]("receipt", translate("purchase", "入库单"), width=150, sortable=False),
        EntryColumn[Any](
            "name",
            translate("purchase", "商品"),
            sub=lambda line: line.code,
            width=150,
            stretch=True,
            sortable=False,
        ),
        EntryColumn[Any](
            "quantity",
            translate("purchase", "数量"),
            kind=Kind.QUANTITY,
            text=lambda units: quantity_text(units) if units else "",
            width=72,
            right=True,
            sortable=False,
        ),
        _money("worth", translate("purchase", "入库金额")),
        _share(),
        _money("to_stock", translate("purchase", "进库存")),
        _money("beside", translate("purchase", "进当期")),
    )


def _share() -> EntryColumn[Any]:
    def edit(line: TypedLanded, text: str) -> TypedLanded:
        if not line.receipt:
            raise InvalidInput(translate("purchase", "先选入库单"))
        if not line.hand:
            raise InvalidInput(translate("purchase", "分摊方法改成手工，才能填每行的金额"))
        amount = parse_money(text) if text.strip() else 0
        if amount < 0:
            raise InvalidInput(translate("purchase", "分摊金额不能小于 0"))
        return replace(line, by_hand=amount or None)

    return EntryColumn[Any](
        SHARE,
        translate("purchase", "分摊费用"),
        kind=Kind.MONEY,
        text=_fen,
        width=100,
        sortable=False,
        edit=edit,
        wants=lambda line: bool(line.receipt) and line.hand and not line.by_hand,
    )


def _money(key: str, heading: str) -> EntryColumn[Any]:
    return EntryColumn[Any](
        key,
        heading,
        kind=Kind.MONEY,
        text=_fen,
        width=92,
        muted=True,
        sortable=False,
    )


def _fen(fen: int | None) -> str:
    return "" if fen is None else money_text(fen)


def shown_columns() -> tuple[Column[Any], ...]:
    """The lines of a posted landed cost."""
    return (
        Column[Any]("line_no", "#", width=34, right=True, muted=True, sortable=False),
        Column[Any]("receipt", translate("purchase", "入库单"), width=150, sortable=False),
        Column[Any]("name", translate("purchase", "商品"), width=150, stretch=True, sortable=False),
        Column[Any]("unit", translate("purchase", "单位"), width=46, sortable=False),
        _shown("base_quantity", translate("purchase", "数量"), Kind.QUANTITY, 72),
        _shown("amount", translate("purchase", "分摊费用"), Kind.MONEY, 100),
        _shown("to_stock", translate("purchase", "进库存"), Kind.MONEY, 92),
        _shown("beside", translate("purchase", "进当期"), Kind.MONEY, 92),
    )


def _shown(key: str, heading: str, kind: Kind, width: int) -> Column[Any]:
    return Column[Any](key, heading, kind=kind, width=width, right=True, sortable=False)

"""The columns of a supplier's invoice: what waits for it, what it says, and the light of the three-way match."""

from dataclasses import replace
from typing import Any

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import PRICE_PLACES, trimmed
from jxc_desktop.purchase.typed_invoice import TypedBill
from jxc_desktop.widgets.columns import Column, Kind, Mark
from jxc_desktop.widgets.entry_columns import EntryColumn
from jxc_desktop.widgets.entry_model import number_column
from jxc_desktop.widgets.expressions import parse_price, parse_quantity
from jxc_desktop.widgets.formats import price_text, quantity_text


def bill_columns() -> tuple[EntryColumn[TypedBill], ...]:
    """What can be typed: how much of each line is invoiced, and at which price."""
    return (
        number_column(),
        _told("receipt", translate("purchase", "入库单"), width=136),
        _told("name", translate("purchase", "商品"), width=96, stretch=True),
        _told("unit", translate("purchase", "单位"), width=42),
        _figure("left", translate("purchase", "未开票")),
        _quantity(),
        _price(),
        _money("booked", translate("purchase", "入库合计"), muted=True),
        _money("gross", translate("purchase", "发票合计")),
        EntryColumn[TypedBill](
            "match",
            translate("purchase", "核对"),
            match_words,
            width=84,
            sortable=False,
            tone=lambda line: "warn" if line.difference else "ok",
        ),
    )


def match_words(line: TypedBill) -> str:
    """The three-way match in a word: order and receipt agree by themselves, so the invoice is what may differ."""
    difference = line.difference
    if difference is None:
        return ""
    if not difference:
        return translate("purchase", "相符")
    sign = "+" if difference > 0 else "−"
    told = translate("purchase", "差 {amount}")
    return told.format(amount=f"{sign}{abs(difference) / 100:,.2f}")


def shown_columns() -> tuple[Column[Any], ...]:
    """The lines of a posted invoice."""
    return (
        Column[Any]("line_no", "#", width=34, right=True, muted=True, sortable=False),
        Column[Any]("receipt", translate("purchase", "入库单"), width=138, sortable=False),
        Column[Any](
            "name",
            translate("purchase", "商品"),
            sub=lambda line: line.spec,
            width=110,
            stretch=True,
            sortable=False,
        ),
        Column[Any]("unit", translate("purchase", "单位"), width=46, sortable=False),
        _shown("quantity", translate("purchase", "本次开票"), Kind.QUANTITY, 76),
        _shown("price", translate("purchase", "单价"), Kind.PRICE, 84),
        _shown("booked", translate("purchase", "入库合计"), Kind.MONEY, 96),
        _shown("gross", translate("purchase", "发票合计"), Kind.MONEY, 96),
        _shown("difference", translate("purchase", "成本补差"), Kind.MONEY, 88),
    )


def _shown(key: str, heading: str, kind: Kind, width: int) -> Column[Any]:
    return Column[Any](key, heading, kind=kind, width=width, sortable=False)


def _told(key: str, heading: str, *, width: int, stretch: bool = False) -> EntryColumn[TypedBill]:
    return EntryColumn[TypedBill](
        key,
        heading,
        lambda line: getattr(line.waiting, key) if line.waiting else "",
        sub=(lambda line: line.waiting.spec if line.waiting else "") if stretch else None,
        width=width,
        stretch=stretch,
        sortable=False,
    )


def _figure(key: str, heading: str) -> EntryColumn[TypedBill]:
    return EntryColumn[TypedBill](
        key,
        heading,
        lambda line: getattr(line.waiting, key) if line.waiting else None,
        kind=Kind.QUANTITY,
        text=lambda value: "" if value is None else quantity_text(value),
        width=60,
        muted=True,
        sortable=False,
    )


def _money(key: str, heading: str, *, muted: bool = False) -> EntryColumn[TypedBill]:
    return EntryColumn[TypedBill](
        key,
        heading,
        lambda line: getattr(line, key),
        kind=Kind.MONEY,
        width=82,
        muted=muted,
        sortable=False,
    )


def _quantity() -> EntryColumn[TypedBill]:
    def edit(line: TypedBill, text: str) -> TypedBill:
        waiting = line.waiting
        if waiting is None:
            raise InvalidInput(translate("purchase", "先选供应商，没开票的货会列出来"))
        quantity = parse_quantity(text, {}) if text.strip() else 0
        if quantity < 0:
            raise InvalidInput(translate("purchase", "数量不能小于 0"))
        return replace(line, quantity=quantity or None)

    return EntryColumn[TypedBill](
        "quantity",
        translate("purchase", "本次开票"),
        kind=Kind.QUANTITY,
        text=lambda value: "" if value is None else quantity_text(value),
        width=70,
        sortable=False,
        edit=edit,
        mark=_too_much,
        wants=lambda line: line.waiting is not None,
    )


def _too_much(line: TypedBill) -> Mark | None:
    if line.waiting is None or not line.quantity or line.quantity <= line.waiting.left:
        return None
    told = translate("purchase", "这一行只剩 {left} {unit} 没开票")
    left = quantity_text(line.waiting.left)
    return Mark("bad", told.format(left=left, unit=line.waiting.unit))


def _price() -> EntryColumn[TypedBill]:
    def edit(line: TypedBill, text: str) -> TypedBill:
        if line.waiting is None:
            raise InvalidInput(translate("purchase", "先选供应商，没开票的货会列出来"))
        price = parse_price(text) if text.strip() else None
        if price is not None and price < 0:
            raise InvalidInput(translate("purchase", "单价不能小于 0"))
        own = price is not None and (price != line.waiting.price or line.waiting.discount != 0)
        return replace(line, price=price if own else None)

    return EntryColumn[TypedBill](
        "price",
        translate("purchase", "发票单价"),
        _price_now,
        kind=Kind.PRICE,
        text=lambda value: "" if value is None else price_text(value),
        draft=lambda line: trimmed(_price_now(line) or 0, PRICE_PLACES, 2),
        width=78,
        sortable=False,
        tone=lambda line: "" if line.price is not None else "text2",
        edit=edit,
        mark=_final,
    )


def _price_now(line: TypedBill) -> int | None:
    if line.waiting is None:
        return None
    return line.waiting.price if line.price is None else line.price


def _final(line: TypedBill) -> Mark | None:
    """Goods that were final when they came cannot be invoiced at another price."""
    if line.waiting is None or line.waiting.estimated or not line.difference:
        return None
    return Mark(
        "bad",
        translate("purchase", "入库时已按入库价记应付。价格变了就另做采购折让单，或红冲入库单重做"),
    )

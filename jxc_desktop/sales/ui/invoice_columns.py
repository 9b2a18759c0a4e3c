"""The columns of an invoice given out: the sales that wait for it, and what it says of each."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from jxc_desktop.core.errors import InvalidInput, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, RATE_PLACES, text_of, trimmed
from jxc_desktop.sales.invoiced import Said
from jxc_desktop.sales.typed_invoice import TypedSale
from jxc_desktop.widgets.columns import Column, Kind, Mark
from jxc_desktop.widgets.entry_columns import EntryColumn
from jxc_desktop.widgets.entry_model import number_column
from jxc_desktop.widgets.expressions import parse_money, parse_percent
from jxc_desktop.widgets.formats import money_text, tax_text

Today = Callable[[], date]
_LONGEST = 60


def typed_columns(today: Today) -> tuple[EntryColumn[TypedSale], ...]:
    """What can be typed; `today` is the invoice's day."""
    return (
        number_column(),
        _source(),
        EntryColumn[TypedSale](
            "day",
            translate("sales", "销售日期"),
            lambda line: line.sale.day if line.sale else None,
            text=lambda day: "" if day is None else day.isoformat(),
            width=84,
            muted=True,
            sortable=False,
        ),
        _summary(),
        _told(
            "sold", translate("sales", "销售金额"), lambda x: x.sale.sold.gross if x.sale else None
        ),
        _told(
            "left", translate("sales", "未开票"), lambda x: x.sale.left.gross if x.sale else None
        ),
        _gross(today),
        _rate(today),
        _tax(today),
    )


def shown_columns() -> tuple[Column[Any], ...]:
    """The lines of a registered invoice."""
    return (
        Column[Any]("line_no", "#", width=34, right=True, muted=True, sortable=False),
        Column[Any]("source", translate("sales", "单据"), width=150, sortable=False),
        Column[Any](
            "sold",
            translate("sales", "销售日期"),
            text=lambda day: day.isoformat(),
            width=90,
            sortable=False,
        ),
        Column[Any](
            "summary", translate("sales", "开票内容"), width=110, stretch=True, sortable=False
        ),
        _shown("net", translate("sales", "金额")),
        Column[Any](
            "tax_rate",
            translate("sales", "税率"),
            text=rate_text,
            width=64,
            right=True,
            sortable=False,
        ),
        _shown("tax", translate("sales", "税额")),
        _shown("gross", translate("sales", "价税合计")),
    )


def rate_text(rate: int | None) -> str:
    """A rate as people write it; mixed ones have none."""
    return "" if rate is None else tax_text(rate)


def _shown(key: str, heading: str) -> Column[Any]:
    return Column[Any](key, heading, kind=Kind.MONEY, width=100, sortable=False)


def _told(
    key: str, heading: str, value: Callable[[TypedSale], int | None]
) -> EntryColumn[TypedSale]:
    return EntryColumn[TypedSale](
        key,
        heading,
        value,
        kind=Kind.MONEY,
        text=_amount,
        width=88,
        muted=True,
        sortable=False,
    )


def _amount(fen: int | None) -> str:
    return "" if fen is None else money_text(fen)


def _source() -> EntryColumn[TypedSale]:
    def edit(line: TypedSale, text: str) -> TypedSale:
        number = text.strip().upper()
        if line.sale is not None and number != line.source:
            raise InvalidInput(translate("sales", "这一行是列出的单据。另起一行写别的单号"))
        return line if line.sale is not None else replace(line, source=number, missing=False)

    def mark(line: TypedSale) -> Mark | None:
        if not line.missing:
            return None
        told = translate("sales", "没有单号 {number} 的销售。核对单号")
        return Mark("bad", told.format(number=line.source))

    return EntryColumn[TypedSale](
        "source",
        translate("sales", "单据"),
        width=144,
        sortable=False,
        edit=edit,
        mark=mark,
        wants=lambda line: not line.source and not line.summary,
    )


def _summary() -> EntryColumn[TypedSale]:
    return EntryColumn[TypedSale](
        "summary",
        translate("sales", "开票内容"),
        width=96,
        stretch=True,
        sortable=False,
        edit=lambda line, text: replace(line, summary=text.strip()[:_LONGEST]),
        wants=lambda line: line.sale is None,
        latin=False,
    )


def _gross(today: Today) -> EntryColumn[TypedSale]:
    def edit(line: TypedSale, text: str) -> TypedSale:
        amount = parse_money(text) if text.strip() else 0
        return replace(line, gross=amount or None, tax=None)

    return EntryColumn[TypedSale](
        "gross",
        translate("sales", "本次开票"),
        kind=Kind.MONEY,
        text=_amount,
        draft=lambda line: "" if line.gross is None else text_of(line.gross, MONEY_PLACES),
        width=92,
        sortable=False,
        edit=edit,
        mark=lambda line: _wrong(line, today(), "gross", "from"),
        wants=lambda _line: True,
    )


def _rate(today: Today) -> EntryColumn[TypedSale]:
    def shown(line: TypedSale) -> int | None:
        said = line.said(today())
        return said.rate if isinstance(said, Said) else line.tax_rate

    def edit(line: TypedSale, text: str) -> TypedSale:
        rate = parse_percent(text) if text.strip() else None
        return replace(line, tax_rate=rate, tax=None)

    return EntryColumn[TypedSale](
        "tax_rate",
        translate("sales", "税率"),
        shown,
        text=rate_text,
        draft=lambda line: trimmed(max(shown(line) or 0, 0), RATE_PLACES - 2),
        width=58,
        right=True,
        sortable=False,
        tone=lambda line: "" if line.tax_rate is not None else "text2",
        edit=edit,
        mark=lambda line: _wrong(line, today(), "tax_rate"),
        wants=lambda line: line.sale is None,
    )


def _tax(today: Today) -> EntryColumn[TypedSale]:
    def shown(line: TypedSale) -> int | None:
        sums = line.sums(today())
        return sums.tax if sums else line.tax

    def edit(line: TypedSale, text: str) -> TypedSale:
        return replace(line, tax=parse_money(text) if text.strip() else None)

    return EntryColumn[TypedSale](
        "tax",
        translate("sales", "税额"),
        shown,
        kind=Kind.MONEY,
        text=_amount,
        width=82,
        sortable=False,
        tone=lambda line: "" if line.tax is not None else "text2",
        edit=edit,
        mark=lambda line: _wrong(line, today(), "tax"),
    )


def _wrong(line: TypedSale, day: date, *fields: str) -> Mark | None:
    """Why the line cannot stand so, in the column that its service names."""
    said = line.said(day)
    if line.missing or not isinstance(said, UserError) or said.field not in fields:
        return None
    return Mark("bad", said.message)

"""The further units of a product, typed line by line: 箱 = 24, its barcodes, its price."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from jxc_desktop.catalog.barcodes import require_barcode
from jxc_desktop.catalog.ui.typed_product import UnitLine, read_factor, shown_factor, split_codes
from jxc_desktop.core.i18n import translate
from jxc_desktop.widgets.columns import Kind
from jxc_desktop.widgets.entry_columns import EntryColumn
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.expressions import parse_price
from jxc_desktop.widgets.formats import NOTHING, price_text


def unit_grid(base: Callable[[], str], *, may_price: bool) -> EntryGrid:
    """An entry grid of `UnitLine`s; `base` gives the base unit that the factors count."""
    grid = EntryGrid(_columns(base, may_price=may_price), UnitLine)
    grid.setAccessibleName(translate("catalog", "单位"))
    return grid


def _columns(base: Callable[[], str], *, may_price: bool) -> tuple[EntryColumn[UnitLine], ...]:
    return (
        EntryColumn[UnitLine](
            "name",
            translate("catalog", "单位"),
            edit=lambda line, text: replace(line, name=" ".join(text.split())),
            wants=lambda line: not line.name,
            width=72,
            latin=False,
        ),
        EntryColumn[UnitLine](
            "factor",
            translate("catalog", "换算率"),
            text=_factor_text,
            draft=lambda line: shown_factor(line.factor),
            edit=lambda line, text: replace(line, factor=read_factor(text)),
            wants=lambda line: line.factor is None,
            sub=lambda line: base() if line.factor is not None else "",
            right=True,
            width=92,
        ),
        EntryColumn[UnitLine](
            "barcodes",
            translate("catalog", "条码"),
            text=" ".join,
            edit=lambda line, text: replace(line, barcodes=_codes(text)),
            wants=lambda line: not line.barcodes,
            stretch=True,
            width=140,
        ),
        EntryColumn[UnitLine](
            "price",
            translate("catalog", "零售价"),
            kind=Kind.PRICE,
            text=_price_text,
            draft=lambda line: "" if line.price is None else _price_text(line.price),
            edit=_with_price if may_price else None,
            wants=(lambda line: line.price is None) if may_price else None,
            width=92,
        ),
    )


def _codes(text: str) -> tuple[str, ...]:
    return tuple(require_barcode(code, field="barcodes") for code in split_codes(text))


def _with_price(line: UnitLine, text: str) -> UnitLine:
    return replace(line, price=parse_price(text) if text.strip() else None)


def _factor_text(factor: Fraction | None) -> str:
    return NOTHING if factor is None else shown_factor(factor)


def _price_text(price: int | None) -> str:
    return "" if price is None else price_text(price)

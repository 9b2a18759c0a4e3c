"""What is wrong with one cell, and the frame that every cleaner stands in."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps

from jxc_desktop.core.errors import UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.imports.grid import Cell, Unreadable

ERRORS = frozenset({
    "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#GETTING_DATA",
    "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!",
})  # fmt: skip
"""What spreadsheets write into a cell whose formula failed."""

_AS_TEXT = re.compile(r'="([^"]*)"')
"""How csv files keep leading zeros from Excel: ="0012"."""


@dataclass(frozen=True, slots=True)
class Fault:
    """`problem` says in one sentence what is wrong and what to do; `suggestion` is a cell that would be right."""

    problem: str
    suggestion: str | None = None


Filled = str | int | float | date
"""A cell with a value. A bool is an int here, a datetime a date; texts are tidied and not empty."""

Clean = Callable[[Cell], object]
"""Turns a cell into a value, None when it is blank, or a `Fault`. Never raises."""


def cleaner(read: Callable[[Filled], object]) -> Clean:
    """`read` with blanks, failed formulas and the `UserError`s of `core` taken care of."""

    @wraps(read)
    def clean(cell: Cell) -> object:
        if isinstance(cell, str):
            cell = tidy(cell)
            if cell in ERRORS:
                cell = Unreadable(cell)
        if cell is None or cell == "":
            return None
        if isinstance(cell, Unreadable):
            return _unreadable(cell)
        try:
            return read(cell)
        except UserError as error:
            return Fault(error.message)

    return clean


def tidy(text: str) -> str:
    """`text` without what nobody sees: controls, zero-width characters, odd and doubled spaces, a leading ' or `."""
    if not text.isprintable():
        text = "".join(_visible(character) for character in text)
    text = " ".join(text.split())
    wrapped = _AS_TEXT.fullmatch(text)
    if wrapped:
        return wrapped[1].strip()
    return text[1:].lstrip() if text.startswith(("'", "`")) else text


def _visible(character: str) -> str:
    if character.isspace():
        return " "
    return "" if unicodedata.category(character) in {"Cc", "Cf", "Cs"} else character


def _unreadable(cell: Unreadable) -> Fault:
    if cell.text.startswith("="):
        return Fault(
            translate("imports", "公式还没有算出结果。在表格软件里打开并保存一次，或改填数值")
        )
    return Fault(translate("imports", "公式出错（{error}）。改填数值").format(error=cell.text))

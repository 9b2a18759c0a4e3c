"""Discounts, which Chinese and English tables write the other way round.

English `discount` is the fraction taken off; Chinese 折扣 is what is still paid, and how it is written (0.88, 8.8, 88)
is one habit for a whole column (decisions 18).
"""

import re
import unicodedata
from collections.abc import Iterable

from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import ONE, RATE_PLACES
from jxc_desktop.imports.cells.amounts import scaled
from jxc_desktop.imports.cells.faults import Clean, Fault, Filled, cleaner
from jxc_desktop.imports.cells.texts import plain
from jxc_desktop.imports.grid import Cell

_ZHE = re.compile(r"(?:打\s*)?(\d{1,2}(?:\.\d+)?)\s*折")
_NO_DISCOUNT = frozenset({"无", "无折扣", "不打折", "原价", "全价", "-", "—"})


def discount(heading: str, cells: Iterable[Cell]) -> Clean:
    """The cleaner for one column: the fraction off, 1e-4. `cells` are all cells of the column."""
    return _off() if heading.isascii() else _paid(_places_of_habit(cells))


def _off() -> Clean:
    """A fraction or a percentage taken off: 0.15 and 15% are the same."""
    example = translate("imports", "看不懂折扣“{text}”。填减去的部分，如 0.15 或 15%")
    return cleaner(lambda cell: _between(_fraction(_text(cell), RATE_PLACES), _text(cell), example))


def _paid(places: int) -> Clean:
    """What is paid, `places` telling how bare numbers are written: 4 as fractions, 3 as 折, 2 as per cent."""
    example = translate("imports", "看不懂折扣“{text}”。填如 8.8折 或 88%")

    def read(cell: Filled) -> object:
        text = _text(cell)
        if text in _NO_DISCOUNT:
            return 0
        zhe = _ZHE.fullmatch(text)
        paid = _zhe(zhe[1]) if zhe else _fraction(text, places)
        if isinstance(paid, int):
            return _between(ONE - paid, text, example)
        return paid

    return cleaner(read)


def _places_of_habit(cells: Iterable[Cell]) -> int:
    """How a column writes what is paid, told by its largest bare number."""
    largest = 0
    for cell in cells:
        value = _bare(cell)
        largest = max(largest, value)
    if largest <= ONE:
        return RATE_PLACES
    return RATE_PLACES - 1 if largest <= 10 * ONE else RATE_PLACES - 2


def _bare(cell: Cell) -> int:
    """The bare number of a cell, 1e-4; 0 for all that says itself what it is."""
    value = cleaner(lambda filled: scaled(filled, RATE_PLACES, None))(cell)
    return value if isinstance(value, int) else 0


def _zhe(digits: str) -> int | Fault | None:
    """8折 and 8.8折 count in tenths, 88折 in hundredths."""
    tenths = len(digits.partition(".")[0]) == 1 or digits.startswith("10")
    return scaled(digits, RATE_PLACES - 1 if tenths else RATE_PLACES - 2, None)


def _fraction(text: str, places: int) -> int | Fault | None:
    if text.endswith("%"):
        return scaled(text.removesuffix("%").rstrip(), RATE_PLACES - 2, None)
    return scaled(text, places, None)


def _between(off: int | Fault | None, text: str, example: str) -> int | Fault | None:
    if isinstance(off, int) and not 0 <= off <= ONE:
        return Fault(example.format(text=text))
    return off


def _text(cell: Filled) -> str:
    return unicodedata.normalize("NFKC", plain(cell))

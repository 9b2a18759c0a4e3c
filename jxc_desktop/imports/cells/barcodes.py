"""Barcodes: one or several in a cell, with the check digits of EAN and UPC."""

import re

from jxc_desktop.catalog.barcodes import CHECKED_LENGTHS, LONGEST, UPC_LENGTH, canonical
from jxc_desktop.core.check_digit import check_digit, has_right_check_digit
from jxc_desktop.core.i18n import translate
from jxc_desktop.imports.cells.faults import Clean, Fault, Filled, cleaner
from jxc_desktop.imports.cells.texts import NOTHING, exact_code

_BETWEEN = re.compile(r"[\s,;、，；/|]+")


def barcodes() -> Clean:
    """All barcodes of a cell as a tuple without repeats.

    They come out as the catalogue keeps them. A zero that a numeric cell has swallowed is put back only where the
    check digit proves it.
    """

    def read(cell: Filled) -> object:
        number = isinstance(cell, int | float) and not isinstance(cell, bool)
        exact = exact_code(cell)
        if isinstance(exact, Fault):
            return exact
        found: list[str] = []
        for part in _BETWEEN.split(exact):
            one = _barcode(part, number=number) if part.casefold() not in NOTHING else ""
            if isinstance(one, Fault):
                return one
            if one and one not in found:
                found.append(one)
        return tuple(found) or None

    return cleaner(read)


def _barcode(digits: str, *, number: bool) -> str | Fault:
    lost = exact_code(digits)
    if isinstance(lost, Fault):
        return lost
    if not lost.isascii() or not lost.isprintable() or len(lost) > LONGEST:
        return Fault(
            translate("imports", "“{text}”不是条码。条码只有字母、数字和符号").format(text=lost)
        )
    if not lost.isdigit():
        return lost
    if number and len(lost) == UPC_LENGTH - 1 and _right("0" + lost):
        return canonical("0" + lost)
    if len(lost) in CHECKED_LENGTHS and not _right(lost):
        return _wrong(lost)
    return canonical(lost)


def _right(digits: str) -> bool:
    return has_right_check_digit(digits)


def _wrong(digits: str) -> Fault:
    last = check_digit(digits[:-1])
    return Fault(
        translate("imports", "{code} 校验位不对，末位应为 {digit}。对照实物改正").format(
            code=digits, digit=last
        ),
        digits[:-1] + last,
    )

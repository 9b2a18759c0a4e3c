"""Texts: names, remarks, codes, phone numbers."""

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal

from jxc_desktop.core.i18n import translate
from jxc_desktop.imports.cells.faults import Clean, Fault, Filled, cleaner

EXACT = 10**15
"""From here on a number in a spreadsheet has lost its last digits."""
NAME_LENGTH = 200
CODE_LENGTH = 64
REMARK_LENGTH = 2000
SHORTEST_PHONE = 3

NOTHING = frozenset({
    "-", "--", "—", "——", "–", "/", "\\", "无", "空", "暂无", "n/a", "na", "null", "none",
    "nil", "nan",
})  # fmt: skip
"""What people write where there is nothing to say."""

_SCIENTIFIC = re.compile(r"[+-]?\d+(\.\d+)?[eE]\+\d{1,3}")
_WHOLE_FLOAT = re.compile(r"(\d{5,})\.0+")
_MOBILE = re.compile(r"(?:\+?86)?(1[3-9]\d{9})")
_NOT_IN_PHONE = re.compile(r"[^\d+()\-#*转,;、/ x.:]", re.IGNORECASE)


def text(length: int = NAME_LENGTH) -> Clean:
    """A name or the like. A date stands for a spreadsheet's own idea of a text such as 3-5."""

    def read(cell: Filled) -> object:
        if isinstance(cell, date):
            return _became_date()
        return _limited(plain(cell), length)

    return cleaner(read)


def remark(length: int = REMARK_LENGTH) -> Clean:
    """Free text, where a date may be meant."""

    def read(cell: Filled) -> object:
        if isinstance(cell, datetime):
            return cell.isoformat(sep=" ")
        return _limited(str(cell) if isinstance(cell, date) else plain(cell), length)

    return cleaner(read)


def code(length: int = CODE_LENGTH) -> Clean:
    """A code, card or account number: digits that a spreadsheet has rounded are an error, never zeros."""

    def read(cell: Filled) -> object:
        if isinstance(cell, str) and cell.casefold() in NOTHING:
            return None
        exact = exact_code(cell)
        return exact if isinstance(exact, Fault) else _limited(exact, length)

    return cleaner(read)


def phone() -> Clean:
    """A phone number; mainland mobiles lose their spaces, hyphens and +86."""

    def read(cell: Filled) -> object:
        if isinstance(cell, str) and cell.casefold() in NOTHING:
            return None
        exact = exact_code(cell)
        if isinstance(exact, Fault):
            return exact
        mobile = _MOBILE.fullmatch(re.sub(r"[\s\-]", "", exact))
        if mobile:
            return mobile[1]
        if _NOT_IN_PHONE.search(exact) or sum(map(str.isdigit, exact)) < SHORTEST_PHONE:
            return Fault(translate("imports", "“{text}”不像电话号码。只留号码").format(text=exact))
        return _limited(exact, CODE_LENGTH)

    return cleaner(read)


def exact_code(cell: Filled) -> str | Fault:
    """The characters of a code as they were meant, half-width; a `Fault` when digits are lost."""
    if isinstance(cell, date):
        return _became_date()
    if isinstance(cell, float) and abs(cell) >= EXACT:
        return _digits_lost(f"{cell:.15G}")
    if isinstance(cell, int) and not isinstance(cell, bool) and abs(cell) >= EXACT:
        return _digits_lost(str(cell))
    exact = _half_width(plain(cell))
    if _SCIENTIFIC.fullmatch(exact):
        return _digits_lost(exact)
    whole = _WHOLE_FLOAT.fullmatch(exact)
    return whole[1] if whole else exact


def _half_width(text: str) -> str:
    """Full-width letters and digits made half-width; a Chinese name keeps its （brackets）."""
    narrow = unicodedata.normalize("NFKC", text)
    return narrow if narrow.isascii() else text


def plain(cell: Filled) -> str:
    """The text of a cell; a number without exponent, with the 15 digits that a spreadsheet shows."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return format(Decimal(f"{cell:.15g}"), "f")
    return str(cell)


def _limited(value: str, length: int) -> str | Fault:
    if len(value) <= length:
        return value
    return Fault(
        translate("imports", "有 {count} 个字，最多 {length} 个。缩短后再导入").format(
            count=len(value), length=length
        )
    )


def _digits_lost(shown: str) -> Fault:
    return Fault(
        translate(
            "imports", "{number} 成了数字格式，后面的位数已丢失。把这一列设为文本，重新导出"
        ).format(number=shown)
    )


def _became_date() -> Fault:
    return Fault(translate("imports", "被表格软件变成了日期。把这一列设为文本，重新填写"))

"""Numbers: money, prices, counts, pack factors, rates. Everything comes out as a scaled integer."""

import math
import re
import unicodedata
from datetime import date

from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import (
    EXEMPT,
    MONEY_PLACES,
    ONE,
    PRICE_PLACES,
    QUANTITY_PLACES,
    RATE_PLACES,
    div_half_up,
    parse_scaled,
    text_of,
    trimmed,
)
from jxc_desktop.imports.cells.faults import Clean, Fault, Filled, cleaner
from jxc_desktop.imports.cells.texts import NOTHING, plain

HIGHEST_TAX_RATE = 2 * ONE // 10
"""20 %; the highest VAT rate China ever had is 17 %."""

_GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")
_CURRENCY = re.compile(
    r"^([+-]?)(¥|rmb|cny)\s*|\s*(元整|元|圆|块钱|块|rmb|cny)(/\S{1,4})?$", re.IGNORECASE
)
_BRACKETED = re.compile(r"\(([^()+-]+)\)")
_FACTOR = re.compile(
    r"(?:1\s*[^\W\d_]{0,4}\s*[=:*×]\s*)?(\d+(?:\.\d+)?)\s*[^\W\d_]{0,4}(?:\s*/\s*[^\W\d_]{1,4})?"
)
_EXEMPT = frozenset({"免税", "免征", "免", "不征税", "不征", "exempt", "taxfree", "tax-free"})
MINUS = str.maketrans("−–—", "---")


def money(*, least: int | None = None) -> Clean:
    """Fen. `least` in fen."""
    return number(MONEY_PLACES, least=least)


def price(*, least: int | None = 0) -> Clean:
    """1e-6 yuan."""
    return number(PRICE_PLACES, least=least)


def count(*, least: int = 0, unit: str = "") -> Clean:
    """A plain whole number, such as days or points; a trailing `unit` may be written."""

    def read(cell: Filled) -> object:
        if isinstance(cell, str) and unit:
            cell = cell.removesuffix(unit).rstrip()
        return scaled(cell, 0, least)

    return cleaner(read)


def number(places: int, *, least: int | None = None) -> Clean:
    """A number with at most `places` decimals, scaled by 10**places; not below `least` (scaled)."""
    return cleaner(lambda cell: scaled(cell, places, least))


def factor() -> Clean:
    """How many base units a pack holds, 1e-4: 24, 1箱=24瓶, 1*24, 24瓶/箱."""

    def read(cell: Filled) -> object:
        text = unicodedata.normalize("NFKC", plain(cell))
        if text.casefold() in NOTHING:
            return None
        told = _FACTOR.fullmatch(text)
        if told is None:
            return Fault(
                translate("imports", "看不懂换算率“{text}”。填一个数，如 24").format(text=text)
            )
        value = scaled(told[1], QUANTITY_PLACES, None)
        return value or Fault(translate("imports", "换算率要大于 0。填一个数，如 24"))

    return cleaner(read)


def tax_rate() -> Clean:
    """1e-4, `EXEMPT` for 免税: 13%, 0.13 and 13 are the same; 1 is 1 %."""

    def read(cell: Filled) -> object:
        text = unicodedata.normalize("NFKC", plain(cell)).casefold()
        if text in _EXEMPT:
            return EXEMPT
        rate = _rate(text)
        if isinstance(rate, int) and not 0 <= rate <= HIGHEST_TAX_RATE:
            return Fault(
                translate("imports", "没有 {text} 的税率。填如 13%、1% 或 免税").format(text=text)
            )
        return rate

    return cleaner(read)


def _rate(text: str) -> int | Fault | None:
    """A fraction or a percentage as 1e-4; from 1 on a bare number is per cent."""
    if text.endswith("%"):
        return scaled(text.removesuffix("%").rstrip(), RATE_PLACES - 2, None)
    rate = scaled(text, RATE_PLACES, None)
    if isinstance(rate, int) and abs(rate) >= ONE:
        return scaled(text, RATE_PLACES - 2, None)
    return rate


def scaled(cell: Filled, places: int, least: int | None) -> int | Fault | None:
    """The number in a cell scaled by 10**places; None for a dash. Raises `InvalidNumber` for a text."""
    if isinstance(cell, bool | date) or (isinstance(cell, float) and not math.isfinite(cell)):
        return Fault(translate("imports", "这里要填数字。填如 12 或 12.50 的数"))
    text = number_text(cell)
    if text.casefold() in NOTHING:
        return None
    finer = len(text.rpartition(".")[2].rstrip("0")) if "." in text else 0
    if finer > places:
        return _too_fine(text, places, finer)
    value = parse_scaled(text, places)
    if least is not None and value < least:
        return Fault(
            translate("imports", "{text} 太小，不能小于 {least}。改成对的数").format(
                text=text, least=trimmed(least, places)
            )
        )
    return value


def number_text(cell: Filled) -> str:
    """A number as people write it made plain: ￥1,234.50元 → 1234.50, （12） → -12, full width → half."""
    if not isinstance(cell, str):
        return plain(cell)
    text = unicodedata.normalize("NFKC", cell).strip()
    if text.isdecimal() or text.casefold() in NOTHING:
        return text
    text = _CURRENCY.sub(r"\1", _CURRENCY.sub(r"\1", text.translate(MINUS))).strip()
    bracketed = _BRACKETED.fullmatch(text)
    if bracketed:
        text = f"-{bracketed[1]}"
    return text.replace(",", "") if _GROUPED.fullmatch(text) else text


def _too_fine(text: str, places: int, finer: int) -> Fault:
    """Refuse, but offer the rounded number."""
    rounded = div_half_up(parse_scaled(text, finer), 10 ** (finer - places))
    return Fault(
        translate("imports", "{text} 的小数太多，这里最多 {places} 位").format(
            text=text, places=places
        ),
        text_of(rounded, places),
    )

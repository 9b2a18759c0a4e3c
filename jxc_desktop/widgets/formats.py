"""How values read on screen: commas for money, trimmed quantities, 折, short days.

Takes the program's scaled integers (core.numbers) and gives text. `None` is 「—」: does not apply.
"""

from datetime import date

from jxc_desktop.core.i18n import SOURCE_LANGUAGE, language, translate
from jxc_desktop.core.numbers import (
    EXEMPT,
    MONEY_PLACES,
    ONE,
    PRICE_PLACES,
    QUANTITY_PLACES,
    RATE_PLACES,
    div_half_up,
    text_of,
    trimmed,
)

_TENTH = ONE // 10
"""What one 折 is worth as a fraction."""
NOTHING = "—"
"""Stands where a value does not apply."""


def grouped(text: str) -> str:
    """Plain decimal text with thousands commas: "-1234.50" → "-1,234.50"."""
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, point, fraction = digits.partition(".")
    return f"{sign}{int(whole):,}{point}{fraction}"


def money_text(fen: int | None) -> str:
    """Fen as yuan with two decimals: 524000 → "5,240.00"."""
    return NOTHING if fen is None else grouped(text_of(fen, MONEY_PLACES))


def quantity_text(quantity: int | None) -> str:
    """1e-4 units with as many decimals as there are: 12360 → "1.236"."""
    return NOTHING if quantity is None else grouped(trimmed(quantity, QUANTITY_PLACES))


def price_text(price: int | None, least: int = MONEY_PLACES) -> str:
    """1e-6 yuan with at least `least` decimals: 49900000 → "49.90"; 198692 e-4 → "19.8692"."""
    return NOTHING if price is None else grouped(trimmed(price, PRICE_PLACES, least))


def cost_text(price: int | None, places: int = 4) -> str:
    """A unit cost of 1e-6 yuan rounded to `places` decimals for lists (the cost sheet shows 6)."""
    if price is None:
        return NOTHING
    return grouped(text_of(div_half_up(price, 10 ** (PRICE_PLACES - places)), places))


def percent_text(rate: int | None, places: int | None = None) -> str:
    """A fraction of 1e-4 as per cent: 1300 → "13%"; with `places` fixed: 1755, 1 → "17.6%"."""
    if rate is None:
        return NOTHING
    if places is None:
        return f"{trimmed(rate, RATE_PLACES - 2)}%"
    return f"{text_of(div_half_up(rate, 10 ** (2 - places)), places)}%"


def tax_text(rate: int | None) -> str:
    """A tax rate of 1e-4; exempt goods (免税) are not 0 %."""
    return translate("widgets", "免税") if rate == EXEMPT else percent_text(rate)


def discount_text(fraction: int | None) -> str:
    """The fraction off (1e-4) as what is paid: 500 → "95折", 1000 → "9折"; none is blank.

    Only Chinese tells what is left to pay; in English it is what goes off: "5% off".
    """
    if not fraction:
        return ""
    if language() != SOURCE_LANGUAGE:
        return translate("widgets", "减 {percent}").format(percent=percent_text(fraction))
    paid = ONE - fraction
    tenths = paid % _TENTH == 0 or paid < _TENTH
    shown = trimmed(paid, RATE_PLACES - 1 if tenths else RATE_PLACES - 2)
    return translate("widgets", "{paid}折").format(paid=shown)


def day_text(day: date | None) -> str:
    """A day in full: 2026-11-20."""
    return NOTHING if day is None else day.isoformat()


def short_day_text(day: date | None, today: date | None = None) -> str:
    """A day for narrow columns: month and day, with the year when it is not that of `today`."""
    if day is None:
        return NOTHING
    if today is not None and day.year != today.year:
        return f"{day:%y-%m-%d}"
    return f"{day:%m-%d}"


def count_text(number: int | None) -> str:
    """A plain count with commas."""
    return NOTHING if number is None else f"{number:,}"


def change_text(part: int, whole: int) -> str:
    """The change `part / whole` with its sign as ▲ or ▼: 193, 1000 → "▲ 19.3%"; no base: 「—」."""
    if whole == 0:
        return NOTHING
    permille = div_half_up(1000 * part, abs(whole))
    sign = "▲ " if permille > 0 else "▼ " if permille < 0 else ""
    return f"{sign}{text_of(abs(permille), 1)}%"

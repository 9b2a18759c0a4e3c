"""What people type for numbers: `12*24+5`, `3箱5瓶`, `9.5折`, full-width digits, `11.20` for a day.

Knows no Qt. Gives the program's scaled integers; raises `InvalidNumber` with a sentence for people.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction

from jxc_desktop.core.errors import InvalidInput, InvalidNumber
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.numbers import (
    EXEMPT,
    MONEY_PLACES,
    ONE,
    PRICE_PLACES,
    QUANTITY_PLACES,
    RATE_PLACES,
    div_half_up,
)

MOST_DIGITS = 6
"""A quantity with more integer digits than this was scanned, not counted (domain.md §6.7)."""
_LONGEST = 64
_LARGEST = 10**12
_TOKEN = re.compile(r"\s*(\d+(?:\.\d*)?|\.\d+|[-+*/()])")
_PART = re.compile(r"(\d+(?:\.\d+)?)\s*([^\d\s.+\-*/()]+)")
_SIGNS = str.maketrans({"×": "*", "x": "*", "X": "*", "÷": "/", "−": "-", "–": "-"})
_HUNDRED, _TEN = 100, 10
_OFF = re.compile(r"(.+?)%? *off", re.IGNORECASE)


def plain(text: str) -> str:
    """Full-width forms made narrow, outer blanks and thousands commas dropped."""
    return unicodedata.normalize("NFKC", text).strip().replace(",", "")


def looks_like_code(text: str) -> bool:
    """Whether digits typed as a quantity are a scanned code."""
    narrow = plain(text)
    return narrow.isdigit() and len(narrow) > MOST_DIGITS


def parse_money(text: str) -> int:
    """Fen of an amount or of an expression, with or without ￥ and 元."""
    return _evaluate(_without_currency(text), text, MONEY_PLACES)


def parse_price(text: str) -> int:
    """1e-6 yuan of a price or of an expression."""
    return _evaluate(_without_currency(text), text, PRICE_PLACES)


def parse_quantity(text: str, units: Mapping[str, int] | None = None) -> int:
    """1e-4 units of a count, an expression, or counts with units.

    `units` gives for each unit how much it is in 1e-4 of the unit counted in: {"箱": 240000, "瓶": 10000}.
    """
    narrow = plain(text)
    parts = _PART.findall(narrow)
    if parts and _PART.sub("", narrow).strip() == "":
        return sum(_with_unit(number, unit, units or {}, text) for number, unit in parts)
    return _evaluate(narrow, text, QUANTITY_PLACES)


def parse_percent(text: str) -> int:
    """A rate of 1e-4: "13%", "13" and "0.13" are the same; 免税 is exempt."""
    narrow = plain(text)
    if narrow in {"免税", "exempt", translate("widgets", "免税")}:
        return EXEMPT
    value = _number(narrow.removesuffix("%"), text)
    if not narrow.endswith("%") and value < 1:
        value *= _HUNDRED
    return _scaled(value / _HUNDRED, RATE_PLACES, text)


def parse_discount(text: str) -> int:
    """The fraction off (1e-4): "95", "9.5折", "95折" and "0.95" all pay 95 %; empty and "100" pay all.

    A bare number up to 10 counts as 折, so "8" pays 80 %; "1" would be either and is refused. "5% off" pays 95 % too.
    """
    narrow = plain(text)
    if not narrow:
        return 0
    fraction: int = ONE - _scaled(_some_paid(_paid_share(narrow, text), text), RATE_PLACES, text)
    return fraction


def _paid_share(narrow: str, text: str) -> Fraction:
    """What is paid of the whole, as it was typed."""
    off = _OFF.fullmatch(narrow)
    if off:
        return 1 - _number(off[1], text) / _HUNDRED
    spoken = narrow.endswith("折")
    number = _number(narrow.removesuffix("折").removesuffix("%"), text)
    if number == 1 and not spoken:
        raise InvalidNumber(translate("widgets", "“1”看不出是 1 折还是不打折。填 1折，或清空"))
    return _paid(number, spoken=spoken, percent=narrow.endswith("%"))


def _some_paid(paid: Fraction, text: str) -> Fraction:
    """`paid` if a discount leaves that much to pay: something, and no more than all."""
    if not 0 < paid <= 1:
        raise InvalidNumber(
            translate("widgets", "“{text}”不是折扣。填如 95 或 9.5折").format(text=text)
        )
    return paid


def parse_day(text: str, today: date) -> date:
    """A day as people type it: "20", "11.20", "11-20", "2026-11-20", "20261120", "+7", 今天, 昨天."""
    narrow = plain(text).rstrip("日号")
    named = {"今天": 0, "今": 0, "昨天": -1, "昨": -1, "明天": 1, "明": 1}
    if narrow in named:
        return today + timedelta(days=named[narrow])
    if re.fullmatch(r"[+-]\d{1,3}", narrow):
        return today + timedelta(days=int(narrow))
    try:
        return _day_of(narrow, today)
    except ValueError as error:
        raise InvalidInput(
            translate("widgets", "“{text}”不是日期。填如 11-20 或 2026-11-20").format(text=text)
        ) from error


def _day_of(text: str, today: date) -> date:
    if re.fullmatch(r"\d{8}", text):
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    numbers = [int(part) for part in re.split(r"[-./年月]", text)]
    match numbers:
        case [day]:
            return today.replace(day=day)
        case [month, day]:
            return date(today.year, month, day)
        case [year, month, day]:
            return date(year if year >= _HUNDRED else 2000 + year, month, day)
    raise ValueError(text)


def _paid(number: Fraction, *, spoken: bool, percent: bool) -> Fraction:
    if percent:
        return number / _HUNDRED
    if spoken:
        return number / (_TEN if number <= _TEN else _HUNDRED)
    if number < 1:
        return number
    return number / (_TEN if number <= _TEN else _HUNDRED)


def _with_unit(number: str, unit: str, units: Mapping[str, int], text: str) -> int:
    factor = units.get(unit)
    if factor is None:
        known = listed(units) or translate("widgets", "没有别的单位")
        raise InvalidNumber(
            translate("widgets", "“{text}”里的“{unit}”不是这个商品的单位。它有：{known}").format(
                text=text, unit=unit, known=known
            )
        )
    return _scaled(Fraction(number) * factor / 10**QUANTITY_PLACES, QUANTITY_PLACES, text)


def _without_currency(text: str) -> str:
    return plain(text).lstrip("¥￥").removesuffix("元")


def _number(text: str, shown: str) -> Fraction:
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError) as error:
        raise _not_a_number(shown) from error


def _evaluate(text: str, shown: str, places: int) -> int:
    tokens = _tokens(text, shown)
    value, rest = _sum(tokens, shown)
    if rest:
        raise _not_a_number(shown)
    return _scaled(value, places, shown)


def _scaled(value: Fraction, places: int, shown: str) -> int:
    if abs(value) >= _LARGEST:
        raise InvalidNumber(translate("widgets", "“{text}”太大了").format(text=shown))
    return div_half_up(value.numerator * 10**places, value.denominator)


def _tokens(text: str, shown: str) -> list[str]:
    text = text.translate(_SIGNS).strip()
    if not text or len(text) > _LONGEST:
        raise _not_a_number(shown)
    tokens, place = [], 0
    while place < len(text):
        found = _TOKEN.match(text, place)
        if found is None:
            raise _not_a_number(shown)
        tokens.append(found[1])
        place = found.end()
    return tokens


def _sum(tokens: list[str], shown: str) -> tuple[Fraction, list[str]]:
    value, rest = _product(tokens, shown)
    while rest and rest[0] in "+-":
        other, after = _product(rest[1:], shown)
        value = value + other if rest[0] == "+" else value - other
        rest = after
    return value, rest


def _product(tokens: list[str], shown: str) -> tuple[Fraction, list[str]]:
    value, rest = _factor(tokens, shown)
    while rest and rest[0] in "*/":
        other, after = _factor(rest[1:], shown)
        if rest[0] == "/" and other == 0:
            raise _not_a_number(shown)
        value = value * other if rest[0] == "*" else value / other
        rest = after
    return value, rest


def _factor(tokens: list[str], shown: str) -> tuple[Fraction, list[str]]:
    match tokens:
        case ["(", *inner]:
            value, rest = _sum(inner, shown)
            if not rest or rest[0] != ")":
                raise _not_a_number(shown)
            return value, rest[1:]
        case [("+" | "-") as sign, *rest]:
            value, rest = _factor(rest, shown)
            return (value if sign == "+" else -value), rest
        case [number, *rest] if number not in ")*/":
            return _number(number, shown), rest
    raise _not_a_number(shown)


def _not_a_number(text: str) -> InvalidNumber:
    return InvalidNumber(
        translate("widgets", "“{text}”算不出数。填如 24、12*24+5").format(text=text)
    )

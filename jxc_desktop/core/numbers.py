"""Exact numbers: scaled integers, one rounding, one strict parser.

Inside the program money is an `int` of fen (1e-2 yuan), a quantity an `int` of 1e-4 base units, a price an
`int` of 1e-6 yuan, a rate or discount fraction an `int` of 1e-4. Text appears only at the edges.
"""

import re
import unicodedata
from collections.abc import Sequence

from jxc_desktop.core.errors import InvalidNumber
from jxc_desktop.core.i18n import translate

MONEY_PLACES = 2
QUANTITY_PLACES = 4
PRICE_PLACES = 6
RATE_PLACES = 4
ONE = 10**RATE_PLACES
"""The fraction 1 as a rate."""
EXEMPT = -1
"""The tax rate of exempt goods (免税), which is not the rate 0 %."""

_NUMBER = re.compile(r"[+-]?\d{1,12}(\.\d+)?")


def div_half_up(numerator: int, denominator: int) -> int:
    """`numerator / denominator` rounded to an integer, halves away from zero.

    Sign-symmetric, so a reversal is the exact negation.
    """
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    magnitude = (2 * abs(numerator) + denominator) // (2 * denominator)
    return magnitude if numerator >= 0 else -magnitude


def parse_scaled(text: str, places: int) -> int:
    """The integer of `text` scaled by 10**places; full-width digits are understood.

    Raises `InvalidNumber` for anything that is no plain decimal of at most 12 integer digits, or that is
    finer than `places`. Trailing zeros beyond `places` are not finer.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if not _NUMBER.fullmatch(plain):
        raise InvalidNumber(
            translate("core", "“{text}”不是数字。填如 12 或 12.50 的数").format(text=text)
        )
    whole, _, fraction = plain.partition(".")
    fraction = fraction.rstrip("0")
    if len(fraction) > places:
        raise InvalidNumber(
            translate("core", "{text} 的小数太多，这里最多 {places} 位").format(
                text=text, places=places
            )
        )
    sign = -1 if whole.startswith("-") else 1
    digits = whole.lstrip("+-") + fraction.ljust(places, "0")
    return sign * int(digits)


def text_of(value: int, places: int) -> str:
    """`value` scaled back to plain decimal text with exactly `places` decimals: 1200, 2 → "12.00"."""
    if places == 0:
        return str(value)
    digits = str(abs(value)).rjust(places + 1, "0")
    return f"{'-' if value < 0 else ''}{digits[:-places]}.{digits[-places:]}"


def trimmed(value: int, places: int, least: int = 0) -> str:
    """Like `text_of` without trailing zeros, but with at least `least` decimals: 12000, 4 → "1.2"."""
    text = text_of(value, places)
    if places == 0:
        return text
    whole, _, fraction = text.partition(".")
    fraction = fraction.rstrip("0").ljust(least, "0")
    return f"{whole}.{fraction}" if fraction else whole


def line_amount(quantity: int, price: int, discount: int = 0) -> int:
    """Fen of `quantity × price × (1 − discount)`, rounded once (decisions 18).

    quantity 1e-4 units, price 1e-6 yuan a unit, discount 1e-4 fraction off.
    """
    return div_half_up(quantity * price * (ONE - discount), 10**12)


def net_of(gross: int, rate: int) -> int:
    """Fen without tax in `gross` fen at `rate` (1e-4); the tax is `gross − net` (domain.md T22)."""
    return gross if rate <= 0 else div_half_up(gross * ONE, ONE + rate)


def tax_on(net: int, rate: int) -> int:
    """Fen of tax on `net` fen at `rate` (1e-4)."""
    return 0 if rate <= 0 else div_half_up(net * rate, ONE)


def price_without_tax(price: int, rate: int) -> int:
    """A price with tax at `rate` as one without, in 1e-6 yuan; exempt goods and 0 % have the same."""
    return price if rate <= 0 else div_half_up(price * ONE, ONE + rate)


def price_with_tax(price: int, rate: int) -> int:
    """A price without tax as one with tax at `rate`, in 1e-6 yuan."""
    return price if rate <= 0 else div_half_up(price * (ONE + rate), ONE)


def spread(total: int, weights: Sequence[int]) -> list[int]:
    """`total` spread over `weights` by largest remainder, ties to the first; Σ = total (decisions 17).

    Weights ≤ 0 get nothing. Raises ValueError when no weight is positive and total is not 0.
    """
    positive = [max(weight, 0) for weight in weights]
    whole = sum(positive)
    if whole == 0:
        if total:
            raise ValueError("nothing to spread over")
        return [0] * len(positive)
    sign = 1 if total >= 0 else -1
    shares = [divmod(abs(total) * weight, whole) for weight in positive]
    left = abs(total) - sum(share for share, _ in shares)
    ranked = sorted(range(len(shares)), key=lambda i: (-shares[i][1], i))
    extra = set(ranked[:left])
    return [sign * (share + (i in extra)) for i, (share, _) in enumerate(shares)]

"""What was typed or scanned into the till's box: a code, a quantity, a price, a discount, money.

`understand` never raises and never looks anything up; what cannot be right becomes `Unclear` with its reason. The
text of a payment code goes no further than this module (domain.md §6.4).
"""

import re
import unicodedata
from dataclasses import dataclass

from jxc_desktop.core.errors import InvalidNumber
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import (
    MONEY_PLACES,
    PRICE_PLACES,
    QUANTITY_PLACES,
    parse_scaled,
)
from jxc_desktop.pos.payment_code import may_be_payment_code, must_be_payment_code
from jxc_desktop.widgets.expressions import parse_discount


@dataclass(frozen=True, slots=True)
class Nothing:
    """The box is empty: Enter settles."""


@dataclass(frozen=True, slots=True)
class Code:
    """A barcode, code or words to look for; quantity 1e-4 or price 1e-6 when typed ahead of it.

    `maybe_payment` says that the code must not be shown nor kept unless goods bear it.
    """

    text: str
    quantity: int | None = None
    price: int | None = None
    maybe_payment: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """So much of the current line; `relative` adds to it (-1* takes one off)."""

    quantity: int
    relative: bool = False


@dataclass(frozen=True, slots=True)
class Price:
    """1e-6 yuan for one unit of the current line."""

    price: int


@dataclass(frozen=True, slots=True)
class LineDiscount:
    """A fraction off the current line."""

    off: int


@dataclass(frozen=True, slots=True)
class OrderDiscount:
    """A fraction off the whole order."""

    off: int


@dataclass(frozen=True, slots=True)
class OrderYuan:
    """Fen off the whole order."""

    fen: int


@dataclass(frozen=True, slots=True)
class OrderRounding:
    """抹零 for the whole order."""


@dataclass(frozen=True, slots=True)
class CashPaid:
    """Fen of cash handed over; the sale is finished with it."""

    fen: int


@dataclass(frozen=True, slots=True)
class Member:
    """Whose ticket it is: a card, a phone or a name; "" asks who, None takes the member off."""

    text: str | None


@dataclass(frozen=True, slots=True)
class Points:
    """Points of the member used as money."""

    points: int


@dataclass(frozen=True, slots=True)
class PaymentCode:
    """A customer's payment code; its digits are gone."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """Not understood, and why in a sentence; "" while the first sign of something is typed."""

    reason: str


Entry = (
    Nothing
    | Code
    | Quantity
    | Price
    | LineDiscount
    | OrderDiscount
    | OrderYuan
    | OrderRounding
    | CashPaid
    | Member
    | Points
    | PaymentCode
    | Unclear
)

_SIGNS = str.maketrans(
    {"。": ".", "×": "*", "、": "/", "－": "-", "—": "-", "–": "-", "＝": "=", "＋": "+"}
)
_NUMBER = r"\d{1,6}(?:\.\d+)?"
_AHEAD = re.compile(rf"(-?{_NUMBER})([*@])")
_AHEAD_X = re.compile(rf"({_NUMBER})[xX](?=\d{{8}})")
"""An x counts as × only before a barcode; codes of the shop's own may hold one."""
_BEHIND = re.compile(rf"([*@])(-?{_NUMBER})")
_TOO_LONG = re.compile(r"[*@=]?(\d{7,})[*@]?")
_POINTS = re.compile(r"(\d{1,9})[pP分]")
_PAPER = re.compile(r"L[ST][A-Z0-9]{1,6}\d{12,}")
_YUAN = re.compile(rf"(?:-({_NUMBER})元?|({_NUMBER})元)")


def plain(text: str) -> str:
    """Half-width, Chinese signs as the ones they stand for, without outer blanks."""
    return unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS).strip()


def understand(text: str) -> Entry:
    """What `text` asks for."""
    typed = plain(text)
    if not typed:
        return Nothing()
    too_long = _TOO_LONG.fullmatch(typed)
    if too_long:
        return _code(too_long[1], None, None)
    try:
        return _signed(typed) or _ahead(typed)
    except InvalidNumber as error:
        return Unclear(error.message)


def is_paper(code: str) -> bool:
    """Whether a code is the number of a ticket or return, as its receipt bears it."""
    return bool(_PAPER.fullmatch(code))


def _signed(typed: str) -> Entry | None:
    """What begins with a sign; None when it is a code with or without numbers ahead."""
    if typed.startswith("//"):
        return _order(typed[2:])
    if typed.startswith("/"):
        off = _rate_off(typed[1:])
        return LineDiscount(off) if isinstance(off, int) else off
    if typed.startswith("="):
        return CashPaid(_positive(typed[1:], MONEY_PLACES)) if typed[1:] else Unclear("")
    if typed.startswith("+"):
        return _member(typed[1:].strip())
    if typed in {"*", "@", "-"}:
        return Unclear("")
    behind = _BEHIND.fullmatch(typed)
    return _alone(behind[1], behind[2]) if behind else None


def _member(rest: str) -> Entry:
    points = _POINTS.fullmatch(rest)
    if points:
        return Points(int(points[1]))
    return Member(None if rest == "-" else rest)


def _order(rest: str) -> Entry:
    if rest == "0":
        return OrderRounding()
    yuan = _YUAN.fullmatch(rest)
    if yuan:
        return OrderYuan(parse_scaled(yuan[1] or yuan[2], MONEY_PLACES))
    if rest in {"", "-"}:
        return Unclear("")
    off = _rate_off(rest)
    return OrderDiscount(off) if isinstance(off, int) else off


def _rate_off(rest: str) -> int | Unclear:
    """The fraction off of a typed rate: 8折, 8, 80, 0.8 all pay 80 %."""
    return parse_discount(rest) if rest else Unclear("")


def _ahead(typed: str) -> Entry:
    """Numbers ahead of a code, in any order, or alone for the current line."""
    quantity: str | None = None
    price: str | None = None
    rest = typed
    while found := _AHEAD.match(rest) or _AHEAD_X.match(rest):
        sign = found[2] if found.re is _AHEAD else "*"
        quantity, price = (found[1], price) if sign == "*" else (quantity, found[1])
        rest = rest[found.end() :]
    if rest:
        return _code(
            rest,
            None if quantity is None else _positive(quantity, QUANTITY_PLACES),
            None if price is None else parse_scaled(price, PRICE_PLACES),
        )
    if quantity is not None and price is not None:
        return Unclear(translate("pos", "数量和价格一次改一样，或后面接着扫商品"))
    return _alone("*", quantity) if quantity is not None else _alone("@", price or "")


def _alone(sign: str, number: str) -> Entry:
    if sign == "@":
        price = parse_scaled(number, PRICE_PLACES)
        return Price(price) if price >= 0 else Unclear(translate("pos", "单价不能小于 0"))
    quantity = parse_scaled(number, QUANTITY_PLACES)
    if quantity == 0:
        return Unclear(translate("pos", "数量不能是 0。不要了按 Del 删行"))
    return Quantity(quantity, relative=quantity < 0)


def _positive(number: str, places: int) -> int:
    value = parse_scaled(number, places)
    if value <= 0:
        raise InvalidNumber(translate("pos", "{number} 要大于 0").format(number=number))
    return value


def _code(text: str, quantity: int | None, price: int | None) -> Entry:
    if must_be_payment_code(text):
        return PaymentCode()
    return Code(text, quantity, price, maybe_payment=may_be_payment_code(text))

"""How lots and serial numbers are typed into a line: `L1*4 2026-11-01~2027-01-31; L2*6 ~2027-02-28`, `SN1 SN2 SN3`.

A lot is its code, how much of it (in the base unit, left out for the whole line), the day it was made and the day it
expires; either day may be left out. Serial numbers stand one after another, as a scanner types them.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import QUANTITY_PLACES, parse_scaled, trimmed
from jxc_desktop.stock.lot_drafts import LotShare

_BETWEEN_LOTS = re.compile(r"[;；\n]+")
_BETWEEN_PIECES = re.compile(r"[\s,，、;；]+")
_DAY = re.compile(r"(\d{4})[-./]?(\d{1,2})[-./]?(\d{1,2})")
TO = "~"


def read_lots(text: str) -> tuple[LotShare, ...]:
    """The lots that a text tells; raises for one that cannot be read."""
    told = (each.strip() for each in _BETWEEN_LOTS.split(text.replace("～", TO)))
    return tuple(_lot(each) for each in told if each)


def read_serials(text: str) -> tuple[LotShare, ...]:
    """The serial numbers that a text tells."""
    return tuple(LotShare(code) for code in _BETWEEN_PIECES.split(text) if code)


def lots_text(lots: Iterable[LotShare]) -> str:
    """Lots as they are typed, serial numbers and lots without more alike."""
    told = list(lots)
    if all((each.quantity, each.made, each.expiry) == (None, None, None) for each in told):
        return " ".join(each.code for each in told)
    return "; ".join(_lot_text(each) for each in told)


def kept_lots(lots: Iterable[LotShare]) -> dict[str, Any]:
    """What a kept draft says of the lots of a line; nothing where it has none."""
    told = [
        [each.code, each.quantity, *(str(day) if day else None for day in (each.made, each.expiry))]
        for each in lots
    ]
    return {"lots": told} if told else {}


def lots_of_kept(kept: Mapping[str, Any]) -> tuple[LotShare, ...]:
    """The lots of a kept line."""
    return tuple(
        LotShare(code, quantity, _kept_day(made), _kept_day(expiry))
        for code, quantity, made, expiry in kept.get("lots", ())
    )


def _kept_day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _lot(text: str) -> LotShare:
    head, *days = text.split()
    code, star, count = head.replace("×", "*").rpartition("*")
    if not star:
        code, count = head, ""
    quantity = parse_scaled(count, QUANTITY_PLACES) if count else None
    made, _to, expiry = "".join(days).partition(TO)
    return LotShare(code, quantity, _day(made), _day(expiry))


def _day(text: str) -> date | None:
    if not text:
        return None
    found = _DAY.fullmatch(text)
    try:
        return date(*map(int, found.groups())) if found else _no_day(text)
    except ValueError:
        return _no_day(text)


def _no_day(text: str) -> date:
    raise InvalidInput(
        translate(
            "stock",
            "看不懂日期“{text}”。写成 批号*数量 生产日期~有效期，如 L1*4 2026-11-01~2027-01-31",
        ).format(text=text)
    )


def _lot_text(each: LotShare) -> str:
    count = "" if each.quantity is None else f"*{trimmed(each.quantity, QUANTITY_PLACES)}"
    days = f"{each.made or ''}{TO}{each.expiry}" if each.expiry else f"{each.made or ''}"
    return f"{each.code}{count} {days}".strip()

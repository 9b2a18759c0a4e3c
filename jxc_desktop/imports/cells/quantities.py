"""Quantities: plain numbers, and numbers with units, such as 3箱5瓶 or 2.5kg."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.numbers import QUANTITY_PLACES, parse_scaled
from jxc_desktop.imports.cells.amounts import MINUS, scaled
from jxc_desktop.imports.cells.faults import Clean, Fault, Filled, cleaner
from jxc_desktop.imports.cells.texts import NOTHING, plain

ONE_UNIT = 10**QUANTITY_PLACES

_LONG = re.compile(r"[+-]?\d{8}")
"""So many digits are no quantity but a barcode that slipped into the wrong column."""
_NUMERIC = re.compile(r"[+-]?[\d.,]+")
_PART = re.compile(r"(\d+(?:\.\d+)?)\s*([^\d\s.,+\-]{1,8})\s*")
_PARTS = re.compile(rf"([+-]?)({_PART.pattern})+")

_SCALES: tuple[Mapping[str, int], ...] = (
    {
        "毫克": 1, "mg": 1, "克": 1_000, "g": 1_000, "两": 50_000, "斤": 500_000, "市斤": 500_000,
        "千克": 1_000_000, "公斤": 1_000_000, "kg": 1_000_000, "吨": 10**9, "t": 10**9,
    },
    {"毫升": 1, "ml": 1, "升": 1_000, "公升": 1_000, "l": 1_000},
    {"毫米": 1, "mm": 1, "厘米": 10, "cm": 10, "米": 1_000, "m": 1_000, "千米": 10**6, "公里": 10**6, "km": 10**6},
)  # fmt: skip
"""Units that measure the same, each with its size; within a scale any converts into any."""


@dataclass(frozen=True, slots=True)
class Packs:
    """A quantity told in units: 3箱5瓶 is ((30000, "箱"), (50000, "瓶")); amounts are 1e-4 of their unit."""

    parts: tuple[tuple[int, str], ...]
    negative: bool = False


def quantity(*, least: int | None = None) -> Clean:
    """1e-4 of the base unit, or `Packs` where units are written; those need `in_base_units`."""

    def read(cell: Filled) -> object:
        text = unicodedata.normalize("NFKC", plain(cell)).translate(MINUS)
        if _LONG.match(text):
            return Fault(
                translate("imports", "数量 {text} 太大，可能是条码填错了列").format(text=text)
            )
        if not isinstance(cell, str) or _NUMERIC.fullmatch(text) or text.casefold() in NOTHING:
            return scaled(cell, QUANTITY_PLACES, least)
        return _packs(text)

    return cleaner(read)


def in_base_units(amount: int | Packs, base: str, factors: Mapping[str, int]) -> int | Fault:
    """The quantity in 1e-4 of `base`. `factors` tells the other units: how many base units one is, 1e-4.

    An unknown unit, or a part that would need rounding, is a `Fault`.
    """
    if isinstance(amount, int):
        return amount
    total = 0
    for part, unit in amount.parts:
        size = _size(unit, base, factors)
        if size is None:
            return Fault(
                translate("imports", "没有“{unit}”这个单位。改用 {units}，或先设换算率").format(
                    unit=unit, units=listed(dict.fromkeys([base, *factors]))
                )
            )
        above, below = size
        if part * above % below:
            return Fault(
                translate("imports", "{count} {unit} 换不成整的 {base}。改填 {base} 的数量").format(
                    count=plain(part / ONE_UNIT), unit=unit, base=base
                )
            )
        total += part * above // below
    return -total if amount.negative else total


def _packs(text: str) -> Packs | Fault:
    told = _PARTS.fullmatch(text)
    if told is None:
        return Fault(
            translate("imports", "看不懂数量“{text}”。填数字，或如 3箱5瓶").format(text=text)
        )
    parts = _PART.findall(text)
    amounts = tuple(
        (parse_scaled(amount, QUANTITY_PLACES), unit.rstrip()) for amount, unit in parts
    )
    return Packs(amounts, told[1] == "-")


def _size(unit: str, base: str, factors: Mapping[str, int]) -> tuple[int, int] | None:
    """How many base units one `unit` is, as a fraction."""
    if unit.casefold() == base.casefold():
        return (1, 1)
    known = {name.casefold(): factor for name, factor in factors.items()}.get(unit.casefold())
    if known is not None:
        return (known, ONE_UNIT)
    for scale in _SCALES:
        if unit.casefold() in scale and base.casefold() in scale:
            return (scale[unit.casefold()], scale[base.casefold()])
    return None

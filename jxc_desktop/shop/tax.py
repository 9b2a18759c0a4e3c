"""VAT rates, thresholds and reliefs as effective-dated data; what a line may bear on a day (decisions 19)."""

import csv
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.numbers import EXEMPT, MONEY_PLACES, RATE_PLACES, parse_scaled, trimmed
from jxc_desktop.core.paths import resource


@dataclass(frozen=True, slots=True)
class TaxRate:
    """A rate (1e-4) in force from a day, to a day or until further notice, with its source."""

    rate: int
    kind: str
    start: date
    end: date | None
    basis: str

    def covers(self, day: date) -> bool:
        """Whether the rate is in force on `day`."""
        return self.start <= day and (self.end is None or day <= self.end)


@cache
def tax_rates() -> tuple[TaxRate, ...]:
    """Every rate listed in `resources/tax/vat_rates.csv`."""
    with resource("tax", "vat_rates.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_rate(row) for row in csv.DictReader(file))


def _rate(row: dict[str, str]) -> TaxRate:
    return TaxRate(
        parse_scaled(row["rate"], RATE_PLACES),
        row["kind"],
        date.fromisoformat(row["from"]),
        date.fromisoformat(row["to"]) if row["to"] else None,
        row["basis"],
    )


def require_rate(rate: int, day: date, *, field: str | None = None) -> int:
    """`rate` if a line of `day` may bear it: listed for the day, 0, exempt, or no list covers the day."""
    allowed = {known.rate for known in tax_rates() if known.covers(day)}
    if rate in {0, EXEMPT} or rate in allowed or not allowed:
        return rate
    raise InvalidInput(
        translate("shop", "{day} 没有 {rate}% 这个税率。可以用 {known}").format(
            day=day,
            rate=trimmed(rate, 2),
            known=listed(f"{trimmed(r, 2)}%" for r in sorted(allowed, reverse=True)),
        ),
        field=field,
    )


@dataclass(frozen=True, slots=True)
class Threshold:
    """An amount (fen) that sales without tax are held against, and how: `<` means that reaching it is too much."""

    name: str
    amount: int
    operator: str
    start: date
    end: date | None
    basis: str

    def keeps(self, sales: int | Fraction) -> bool:
        """Whether sales stay within the threshold."""
        return sales <= self.amount if self.operator == "<=" else sales < self.amount


@dataclass(frozen=True, slots=True)
class Relief:
    """The share (1e-4) of a tax that is still due where a relief holds."""

    name: str
    share: int
    start: date
    end: date | None
    basis: str


def threshold_on(name: str, day: date) -> Threshold | None:
    """The threshold in force on a day (exempt_month, exempt_quarter, small_limit), None where there is none."""
    return next((row for row in _thresholds() if row.name == name and _covers(row, day)), None)


def relief_on(name: str, day: date) -> Relief | None:
    """The relief in force on a day, None where there is none."""
    return next((row for row in _reliefs() if row.name == name and _covers(row, day)), None)


def _covers(row: Threshold | Relief, day: date) -> bool:
    return row.start <= day and (row.end is None or day <= row.end)


@cache
def _thresholds() -> tuple[Threshold, ...]:
    return tuple(
        Threshold(
            row["name"], parse_scaled(row["amount"], MONEY_PLACES), row["operator"], *_span(row)
        )
        for row in _table("thresholds.csv")
    )


@cache
def _reliefs() -> tuple[Relief, ...]:
    return tuple(
        Relief(row["name"], parse_scaled(row["share"], RATE_PLACES), *_span(row))
        for row in _table("reliefs.csv")
    )


def _span(row: dict[str, str]) -> tuple[date, date | None, str]:
    end = date.fromisoformat(row["to"]) if row["to"] else None
    return date.fromisoformat(row["from"]), end, row["basis"]


def _table(name: str) -> list[dict[str, str]]:
    with resource("tax", name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))

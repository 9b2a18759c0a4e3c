"""VAT rates as effective-dated data; what a line may bear on a day (decisions 19)."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import EXEMPT, RATE_PLACES, parse_scaled, trimmed
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
    listed = {known.rate for known in tax_rates() if known.covers(day)}
    if rate in {0, EXEMPT} or rate in listed or not listed:
        return rate
    raise InvalidInput(
        translate("shop", "{day} 没有 {rate}% 这个税率，可以用 {known}").format(
            day=day,
            rate=trimmed(rate, 2),
            known="、".join(f"{trimmed(r, 2)}%" for r in sorted(listed, reverse=True)),
        ),
        field=field,
    )

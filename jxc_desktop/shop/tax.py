"""VAT rates as effective-dated data; what a line may bear on a day (decisions 19)."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import listed, translate
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
    allowed = {known.rate for known in tax_rates() if known.covers(day)}
    if rate in {0, EXEMPT} or rate in allowed or not allowed:
        return rate
    raise InvalidInput(
        translate("shop", "{day} 没有 {rate}% 这个税率，可以用 {known}").format(
            day=day,
            rate=trimmed(rate, 2),
            known=listed(f"{trimmed(r, 2)}%" for r in sorted(allowed, reverse=True)),
        ),
        field=field,
    )

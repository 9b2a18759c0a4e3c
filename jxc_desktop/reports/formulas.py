"""Statements as data: `resources/statements` names each row and what it is made of.

A formula is terms parted by spaces, each added, or taken off with "-" before it:

- `d1405`, `c2001` – the balance of an account and all below it, debit or credit positive
- `D1122`, `C1122` – only partners whose balance stands on that side, each for itself
- `v222101` – the account's balance where it is a debit, else nothing
- `i5601:广告费` – what one item moved on an account, debit positive
- `pl` – profit not yet transferred, `r15` – another row above
"""

import csv
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from jxc_desktop.core.i18n import SOURCE_LANGUAGE, language
from jxc_desktop.core.paths import resource

_TERM = re.compile(r"(-?)(pl|[dcDCvri])([0-9]*)(?::(\S+))?")


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a statement: its number on the form, its wording, its formula."""

    row: int
    title: str
    english: str
    formula: str

    @property
    def words(self) -> str:
        """The wording in the user's language; the Chinese is that of the form."""
        return self.title if language() == SOURCE_LANGUAGE else self.english


@dataclass(frozen=True, slots=True)
class Figures:
    """What formulas read, debit minus credit in fen.

    `net` is the balance of an account with all below it, `partners` the balances of each partner on it, `item`
    what one item moved on it, `profit` what the result accounts hold (credit positive).
    """

    net: Callable[[str], int]
    partners: Callable[[str], Mapping[int, int]]
    item: Callable[[str, str], int]
    profit: int


@cache
def lines_of(statement: str) -> tuple[Line, ...]:
    """The rows of a statement in the order of the form."""
    path = resource("statements", "small_enterprise.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Line(int(row["row"]), row["title"], row["english"], row["formula"])
            for row in csv.DictReader(file)
            if row["statement"] == statement
        )


def worked_out(statement: str, figures: Figures) -> dict[int, int]:
    """Every row's fen by its number."""
    found: dict[int, int] = {}
    for line in lines_of(statement):
        found[line.row] = sum(_term(term, figures, found) for term in line.formula.split())
    return found


def _term(term: str, figures: Figures, rows: Mapping[int, int]) -> int:
    match = _TERM.fullmatch(term)
    if match is None:
        raise ValueError(f"{term} is no term of a statement")
    sign, kind, code, item = match.groups()
    return (-1 if sign else 1) * _value(kind, code, item or "", figures, rows)


def _value(kind: str, code: str, item: str, figures: Figures, rows: Mapping[int, int]) -> int:
    match kind:
        case "r":
            return rows[int(code)]
        case "d":
            return figures.net(code)
        case "c":
            return -figures.net(code)
        case "v":
            return max(figures.net(code), 0)
        case "i":
            return figures.item(code, item)
        case "pl":
            return figures.profit
    nets = figures.partners(code).values()
    return sum(max(net, 0) for net in nets) if kind == "D" else sum(max(-net, 0) for net in nets)

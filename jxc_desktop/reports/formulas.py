"""Statements as data: `resources/statements` names each row and what it is made of.

A formula is terms parted by spaces, each added, or taken off with "-" before it:

- `d1405`, `c2001` – the balance of an account and all below it, debit or credit positive
- `D1122`, `C1122` – only partners whose balance stands on that side, each for itself
- `v222101` – the account's balance where it is a debit, else nothing
- `i5601:广告费` – what one item moved on an account, debit positive
- `f3` – cash that moved for line 3 of the cash-flow statement, in positive; `o1001` – a balance as a period began
- `pl` – profit not yet transferred, `r15` – another row above
"""

import csv
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from jxc_desktop.core.i18n import SOURCE_LANGUAGE, language
from jxc_desktop.core.paths import resource

_TERM = re.compile(r"(-?)(pl|[dcDCvrifo])([0-9]*)(?::(\S+))?")


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a statement: its number on the form, its wording, its formula."""

    statement: str
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
    what one item moved on it, `profit` what the result accounts hold (credit positive). `flow` is what cash moved
    for a line of the cash-flow statement, `opening` a balance as the period began. A VAT `credit` is an asset,
    unless the shop shows it as a negative debt.
    """

    net: Callable[[str], int] = lambda _code: 0
    partners: Callable[[str], Mapping[int, int]] = lambda _code: {}
    item: Callable[[str, str], int] = lambda _code, _item: 0
    profit: int = 0
    flow: Callable[[str], int] = lambda _line: 0
    opening: Callable[[str], int] = lambda _code: 0
    credit_is_asset: bool = True


@cache
def lines_of(statement: str) -> tuple[Line, ...]:
    """The rows of a statement in the order of the form."""
    path = resource("statements", "small_enterprise.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Line(statement, int(row["row"]), row["title"], row["english"], row["formula"])
            for row in csv.DictReader(file)
            if row["statement"] == statement
        )


def account_codes(line: Line) -> tuple[str, ...]:
    """The accounts that a row reads, each once; none for a row that only adds others."""
    matches = map(_TERM.fullmatch, line.formula.split())
    found = (match.group(3) for match in matches if match and match.group(2) in "dcDCvi")
    return tuple(dict.fromkeys(code for code in found if code))


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


def _value(  # noqa: PLR0911  one answer for each kind of term
    kind: str, code: str, item: str, figures: Figures, rows: Mapping[int, int]
) -> int:
    match kind:
        case "r":
            return rows[int(code)]
        case "d":
            return figures.net(code)
        case "c":
            return -figures.net(code)
        case "v":
            return max(figures.net(code), 0) if figures.credit_is_asset else 0
        case "i":
            return figures.item(code, item)
        case "f":
            return figures.flow(code)
        case "o":
            return figures.opening(code)
        case "pl":
            return figures.profit
    nets = figures.partners(code).values()
    return sum(max(net, 0) for net in nets) if kind == "D" else sum(max(-net, 0) for net in nets)

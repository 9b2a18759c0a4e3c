"""Where cash came from and went to: each entry with cash, spread over the lines its other legs stand for.

An account says its line of the cash-flow statement in `cash_flow` (domain.md §3.1, §3.4, decisions 11), terms parted
by spaces, the first that fits counts:

- `3` – the line; `2/6` – line 2 for cash that came in, 6 for cash that went out
- `利息:17` – line 17 for legs with this item
- `1122>1` – line 1 in an entry that has a leg on 1122 or below it
- `cash` – cash itself
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from sqlalchemy.orm import Session

from jxc_desktop.core.numbers import spread
from jxc_desktop.core.sql import Row, Statement
from jxc_desktop.ledger.opening import BALANCING

CASH, UNASSIGNED = "cash", ""
"""What cash accounts say of themselves, and the line of what no account assigns."""

_RULES = Statement("SELECT code, cash_flow FROM account")
_LEGS = Statement(
    "SELECT l.entry_id, coalesce(o.number, e.source), l.account, coalesce(l.item, ''), "
    "sum(l.credit - l.debit) FROM leg l JOIN entry e ON e.id = l.entry_id "
    "LEFT JOIN journal_voucher v ON v.number = e.source "
    "LEFT JOIN journal_voucher o ON o.id = v.reverses_id WHERE l.entry_id IN "
    "(SELECT c.entry_id FROM leg c JOIN account a ON a.code = c.account "
    "WHERE a.cash_flow = 'cash' AND c.day BETWEEN :first AND :last) "
    "GROUP BY l.entry_id, o.number, e.source, l.account, l.item ORDER BY l.entry_id, l.account"
)
"""A voucher taken back counts under its own number, so that it and its red one come to nothing."""


@dataclass(slots=True)
class CashFlow:
    """Fen of cash by line (in positive); `unassigned` fen by document that no line takes; `opened` by opening papers.

    `accounts` tells line by line from which accounts it comes.
    """

    lines: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    accounts: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))
    unassigned: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    opened: dict[str, int] = field(default_factory=lambda: defaultdict(int))


def cash_flow(session: Session, first: date, last: date) -> CashFlow:
    """What moved cash from `first` through `last`, opening balances apart."""
    rules = {str(code): str(rule) for code, rule in _RULES.all(session)}
    found = CashFlow()
    rows = _LEGS.all(session, first=first, last=last)
    for _entry, legs in groupby(rows, key=lambda row: row[0]):
        _count(found, rules, list(legs))
    return found


def _count(found: CashFlow, rules: Mapping[str, str], legs: list[Row]) -> None:
    """Add one entry: its legs give credit less debit, so what brought cash in is positive."""
    codes = {row[2] for row in legs}
    cash = [row for row in legs if rules[row[2]] == CASH]
    if BALANCING in codes:
        for row in cash:
            found.opened[row[2]] -= int(row[4])
        return
    moved = -sum(int(row[4]) for row in cash)
    if not moved:
        return
    others = [row for row in legs if rules[row[2]] != CASH]
    for (line, account), part in _spread(rules, codes, others, moved):
        found.lines[line] += part
        found.accounts[line, account] += part
        if line == UNASSIGNED:
            found.unassigned[str(legs[0][1])] += part


def _spread(
    rules: Mapping[str, str], codes: Collection[str], others: Iterable[Row], moved: int
) -> Iterator[tuple[tuple[str, str], int]]:
    """`moved` over the lines that moved the same way, in proportion; legs of one line are set off first.

    So goods that leave 1405 for 5401 in the same entry cancel out, and a debt beside cash takes no part of it.
    """
    by_line: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for _entry, _source, account, item, net in others:
        line = line_of(rules[account], codes, item, incoming=moved > 0)
        by_line[line][account] += int(net)
    sign = 1 if moved > 0 else -1
    weights = {line: sign * sum(parts.values()) for line, parts in by_line.items()}
    lines = list(weights)
    for line, part in zip(lines, spread(moved, [weights[each] for each in lines]), strict=True):
        yield from _by_account(line, by_line[line], part, sign)


def _by_account(
    line: str, parts: Mapping[str, int], amount: int, sign: int
) -> Iterator[tuple[tuple[str, str], int]]:
    """The amount of a line over its accounts, those that moved the same way."""
    accounts = list(parts)
    weights = [sign * parts[account] for account in accounts]
    if not amount:
        return
    for account, part in zip(accounts, spread(amount, weights), strict=True):
        if part:
            yield (line, account), part


def line_of(rule: str, codes: Collection[str], item: str, *, incoming: bool) -> str:
    """The line that a leg stands for, "" when its account names none."""
    for term in rule.split():
        beside, reached, line = term.partition(">")
        if reached:
            if any(code.startswith(beside) for code in codes):
                return line
            continue
        wanted, told, line = term.partition(":")
        if told:
            if wanted == item:
                return line
            continue
        into, either, out = term.partition("/")
        return into if incoming or not either else out
    return UNASSIGNED

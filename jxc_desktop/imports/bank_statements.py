"""A bank's statement, or a wallet's bill, into the lines of one money account.

The balance column, where there is one, must follow from line to line; banks that list the newest first are turned
round. The same line again is left alone, so files may overlap.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from itertools import pairwise

from sqlalchemy.orm import Session

from jxc_desktop.cash.bank.statements import StatementLine, add_statement, known_among, opened_on
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.core.sql import Statement
from jxc_desktop.imports.fields import bank_statement_fields
from jxc_desktop.imports.source import CleanRow, Flaw, Source, Values

KIND = "bank_statement"
BANK = "1002"
_ACCOUNTS = Statement("SELECT id, code, account FROM money_account WHERE disabled = 0 ORDER BY id")


def bank_statements(account: str = "") -> Source:
    """The import of statement lines into the money account with this code; "" for the shop's only bank account."""
    return Source(
        KIND,
        translate("imports", "银行流水"),
        bank_statement_fields(),
        verify=partial(_verify, account),
        standing=partial(_standing, account),
        write=partial(_write, account),
        rules=(_require_amount,),
        with_account=bank_statements,
    )


def _account_id(session: Session, code: str) -> int:
    rows = _ACCOUNTS.all(session)
    found = [own for own, own_code, gl in rows if (own_code == code if code else gl == BANK)]
    if len(found) == 1:
        return int(found[0])
    known = listed(str(own_code) for _, own_code, _ in rows)
    if code:
        problem = translate("imports", "没有在用的结算账户 {account}。有的是 {known}")
        raise InvalidInput(problem.format(account=code, known=known), field="account")
    problem = translate("imports", "说明是哪个结算账户的流水：{known}")
    raise InvalidInput(problem.format(known=known), field="account")


def _require_amount(values: Values) -> Iterator[Flaw]:
    """Money went in or out, not both and not nothing."""
    income, outgo = values.get("income") or 0, values.get("outgo") or 0
    if income and outgo:
        told = translate("imports", "一行里有收入又有支出。留一个")
        yield Flaw("outgo", told)
    elif not _amount(values):
        field = "amount" if "amount" in values else "income"
        yield Flaw(field, translate("imports", "没有收支金额。填上，或排除这一行"))


def _amount(values: Values) -> int:
    """Fen in (positive) or out, from either way of writing it."""
    income, outgo, amount = (_fen(values, name) for name in ("income", "outgo", "amount"))
    if income or outgo:
        return income - outgo
    return -abs(amount) if values.get("direction") == -1 else amount


def _fen(values: Values, name: str) -> int:
    value = values.get(name)
    return value if isinstance(value, int) else 0


def _verify(
    account: str, session: Session, rows: Sequence[CleanRow]
) -> Iterator[tuple[CleanRow, Flaw]]:
    """What only the whole file and the shop can tell."""
    account_id = _account_id(session, account)
    yield from _unsided(rows)
    yield from _broken_balances(rows)
    since = opened_on(session, account_id)
    for row in rows:
        if since is not None and _line(row).day < since:
            told = translate("imports", "对账从 {since} 的期初余额开始，更早的流水不导。排除这一行")
            yield row, Flaw("day", told.format(since=since))


def _unsided(rows: Sequence[CleanRow]) -> Iterator[tuple[CleanRow, Flaw]]:
    """One column without sides in which nothing ever goes out, and no balance to tell: worth a look."""
    sided = {"income", "outgo", "direction", "balance"}
    if len(rows) > 1 and all(
        sided.isdisjoint(row.values) and _fen(row.values, "amount") > 0 for row in rows
    ):
        told = translate("imports", "金额没有正负，也没有收支一列，全部当作收入。核对一下")
        yield rows[0], Flaw("amount", told, notice=True)


def _in_order(rows: Sequence[CleanRow]) -> list[CleanRow]:
    """The oldest first: as the days run, else as the balances do."""
    lines = [_line(row) for row in rows]
    days = [line.day for line in lines]
    newest_first = days == sorted(days, reverse=True)
    if newest_first and (days[-1:] != days[:1] or _breaks(lines) > _breaks(lines[::-1])):
        return list(rows[::-1])
    return sorted(rows, key=lambda row: _line(row).day)


def _breaks(lines: Sequence[StatementLine]) -> int:
    return sum(_gap(*pair) != 0 for pair in pairwise(lines))


def _gap(before: StatementLine, line: StatementLine) -> int:
    """Fen by which a balance misses what the one before and the line come to."""
    if before.balance is None or line.balance is None:
        return 0
    return line.balance - before.balance - line.amount


def _broken_balances(rows: Sequence[CleanRow]) -> Iterator[tuple[CleanRow, Flaw]]:
    for before, row in pairwise(_in_order(rows)):
        if abs(before.row - row.row) > 1:
            continue  # what stood between was wrong in itself, or no line
        if gap := _gap(_line(before), _line(row)):
            told = translate("imports", "余额和上一行差 {gap}：中间少了行，或金额、方向不对")
            yield row, Flaw("balance", told.format(gap=text_of(gap, MONEY_PLACES)))


def _line(row: CleanRow) -> StatementLine:
    values = row.values
    summary, remark = (str(values.get(name) or "") for name in ("summary", "remark"))
    told = summary if remark in summary else f"{summary} {remark}".strip()
    return StatementLine(
        values["day"],  # type: ignore[arg-type]  # required, and cleaned to a day
        _amount(values),
        values.get("balance"),  # type: ignore[arg-type]
        str(values.get("counterparty") or ""),
        told,
        str(values.get("reference") or ""),
    )


def _standing(account: str, session: Session, rows: Sequence[CleanRow]) -> Collection[int]:
    return known_among(session, _account_id(session, account), [_line(row) for row in rows])


def _write(account: str, session: Session, rows: Sequence[CleanRow]) -> None:
    lines = [_line(row) for row in _in_order(rows)]
    add_statement(session, _account_id(session, account), lines)

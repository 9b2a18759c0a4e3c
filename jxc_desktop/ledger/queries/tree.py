"""The chart of accounts with what stands on each account now, sums of sub-accounts on the ones above."""

from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.core.aggregates import summed
from jxc_desktop.ledger.models import AccountBalance
from jxc_desktop.ledger.queries.balances import AccountView, accounts
from jxc_desktop.shop.actor import needs


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account in the tree: `balance` in fen on its normal side (`side` 1 debit, -1 credit), all below it in.

    `moved` says that something was ever posted on it or below.
    """

    code: str
    name: str
    english: str
    parent: str | None
    side: int
    leaf: bool
    depth: int
    balance: int
    moved: bool


@needs("report.books")
def account_tree(session: Session) -> list[AccountRow]:
    """Every account in order of code, those above before those below."""
    balance = AccountBalance
    net = summed(balance.debit - balance.credit)
    query = select(balance.account, net).group_by(balance.account)
    nets: dict[str, int] = {row[0]: row[1] for row in session.execute(query)}
    known = accounts(session)
    rows = {view.code: _row(view) for view in known}
    for view in known:
        if view.code in nets:
            _add(rows, view.code, nets[view.code])
    return [replace(row, depth=_depth(rows, row)) for row in rows.values()]


def _row(view: AccountView) -> AccountRow:
    return AccountRow(
        view.code, view.name.strip(), view.english, view.parent, view.side, view.leaf, 0, 0, False
    )


def _add(rows: dict[str, AccountRow], code: str | None, net: int) -> None:
    """Count debit minus credit on an account and on all above it."""
    while code is not None:
        row = rows[code]
        rows[code] = replace(row, balance=row.balance + net * row.side, moved=True)
        code = row.parent


def _depth(rows: dict[str, AccountRow], row: AccountRow) -> int:
    depth = 0
    while row.parent is not None:
        row, depth = rows[row.parent], depth + 1
    return depth

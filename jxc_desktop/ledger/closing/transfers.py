"""Moving what was earned and spent to 3103 本年利润, and at year end to 3104 未分配利润 (domain.md §2.10)."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.journal.drafts import JournalDraft, JournalLeg
from jxc_desktop.ledger.journal.models import Purpose
from jxc_desktop.ledger.periods import first_of, last_of

PROFIT, DISTRIBUTION, UNDISTRIBUTED = "3103", "3104", "310410"
DECEMBER = "12"

_RESULTS = Statement(
    "SELECT a.side, l.account, l.partner_id, l.money_account_id, l.item, l.employee, l.department, "
    "l.project, l.product_id, l.warehouse_id, sum(l.debit - l.credit) "
    "FROM leg l JOIN account a ON a.code = l.account "
    "WHERE a.kind = 'P' AND l.day BETWEEN :first AND :last "
    "GROUP BY a.side, l.account, l.partner_id, l.money_account_id, l.item, l.employee, l.department, "
    "l.project, l.product_id, l.warehouse_id HAVING sum(l.debit - l.credit) <> 0 "
    "ORDER BY a.side, l.account, l.item, l.department, l.employee"
)
_NETS = Statement(
    "SELECT b.account, sum(b.debit - b.credit) FROM account_balance b "
    "WHERE b.account LIKE :account AND b.month <= :month GROUP BY b.account "
    "HAVING sum(b.debit - b.credit) <> 0 ORDER BY b.account"
)


def profit_voucher(session: Session, month: str) -> JournalDraft | None:
    """Every income and expense account back to nothing, dimension by dimension, against 3103.

    Earlier months are closed, so what stands on these accounts is what moved in this month.
    """
    found = _RESULTS.all(session, first=first_of(month), last=last_of(month))
    income = [row for row in found if row[0] < 0]
    expense = [row for row in found if row[0] > 0]
    legs = tuple(_legs(income, expense))
    if not legs:
        return None
    return JournalDraft(last_of(month), legs, "结转本期损益", purpose=Purpose.PROFIT)


def _legs(income: list[Any], expense: list[Any]) -> Iterator[JournalLeg]:
    """Each account on its unusual side, so that what was booked in red stays in red."""
    earned = -sum(int(row[-1]) for row in income)
    spent = sum(int(row[-1]) for row in expense)
    yield from (_leg(row, debit=-int(row[-1])) for row in income)
    if earned:
        yield JournalLeg(PROFIT, credit=earned)
    if spent:
        yield JournalLeg(PROFIT, debit=spent)
    yield from (_leg(row, credit=int(row[-1])) for row in expense)


def _leg(row: Any, *, debit: int = 0, credit: int = 0) -> JournalLeg:
    _side, account, partner, money, item, employee, department, project, product, place, _net = row
    return JournalLeg(
        account, debit, credit, "", partner, money, item, employee, department, project, product, place
    )  # fmt: skip


def year_end_voucher(session: Session, month: str) -> JournalDraft | None:
    """3103 and everything else under 3104 go to 未分配利润, so that only it has a balance."""
    if not month.endswith(DECEMBER):
        return None
    nets = [
        (str(code), int(net))
        for account in (PROFIT, DISTRIBUTION)
        for code, net in _NETS.all(session, account=f"{account}%", month=month)
        if code != UNDISTRIBUTED
    ]
    legs = tuple(leg for code, net in nets for leg in _turned_over(code, net))
    if not legs:
        return None
    return JournalDraft(last_of(month), legs, "结转本年利润", purpose=Purpose.YEAR_END)


def _turned_over(code: str, net: int) -> Iterator[JournalLeg]:
    """An account back to nothing against 未分配利润; `net` is debit less credit."""
    if net < 0:
        yield JournalLeg(code, debit=-net)
        yield JournalLeg(UNDISTRIBUTED, credit=-net)
    else:
        yield JournalLeg(UNDISTRIBUTED, debit=net)
        yield JournalLeg(code, credit=net)

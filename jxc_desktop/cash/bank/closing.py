"""What a month's end is told about the bank: accounts whose statement is brought in, and what is open on them."""

from sqlalchemy.orm import Session

from jxc_desktop.cash.bank.reconciliation import known_until, reconciled
from jxc_desktop.core.document_checks import yuan
from jxc_desktop.core.i18n import noop, translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.closing.check import ClosingCheck
from jxc_desktop.ledger.periods import last_of

_RECONCILED = Statement(
    "SELECT id, name FROM money_account a WHERE EXISTS (SELECT 1 FROM bank_line b "
    "WHERE b.money_account_id = a.id AND NOT EXISTS "
    "(SELECT 1 FROM bank_import_undone u WHERE u.import_id = b.import_id)) ORDER BY id"
)


def banks_are_reconciled(session: Session, month: str) -> list[str]:
    """Accounts with a statement: is it there to the month's end, does it agree, what is open on both sides.

    A shop that brings no statement in is asked nothing.
    """
    last, told = last_of(month), []
    for account, name in _RECONCILED.all(session):
        known = known_until(session, account)
        if known is not None and known < last:
            words = translate("closing", "{account} 的银行流水只到 {day}")
            told.append(words.format(account=name, day=known))
        found = reconciled(session, account, last)
        if found.missing:
            words = translate("closing", "{account} 的银行流水缺页，差 {gap}")
            told.append(words.format(account=name, gap=yuan(found.missing)))
        if found.lines or found.legs:
            words = translate(
                "closing", "{account}：银行 {lines} 笔账上没有，账上 {legs} 笔银行没有"
            )
            counts = {"lines": len(found.lines), "legs": len(found.legs)}
            told.append(words.format(account=name, **counts))
    return told


CHECKS = (
    ClosingCheck(
        "bank", noop("closing", "银行对账"), banks_are_reconciled, "bank_match", stops=False
    ),
)

"""What always holds between money accounts and the books."""

from sqlalchemy.orm import Session

from jxc_desktop.core.document_checks import rows_of, yuan
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.invariant import Invariant


def money_legs_name_their_account(session: Session) -> list[str]:
    """I8: a leg on the GL account of a drawer, bank or wallet says which one, and it is one of that account."""
    return [
        translate("cash", "{source} 记在 {account} 上，却没有写明是哪个结算账户").format(
            source=source, account=account
        )
        for source, account in rows_of(
            session,
            "SELECT e.source, l.account FROM leg l JOIN entry e ON e.id = l.entry_id "
            "JOIN account a ON a.code = l.account "
            "LEFT JOIN money_account m ON m.id = l.money_account_id "
            "WHERE (l.money_account_id IS NULL AND a.needs LIKE '%money_account%') "
            "OR (l.money_account_id IS NOT NULL AND m.account IS DISTINCT FROM l.account)",
        )
    ]


def money_accounts_add_up(session: Session) -> list[str]:
    """I8: what lies in the money accounts of a GL account is that account's balance."""
    return [
        translate("cash", "{account} 余额 {balance}，名下结算账户合计 {money}").format(
            account=account, balance=yuan(balance), money=yuan(money)
        )
        for account, balance, money in rows_of(
            session,
            "SELECT b.account, b.amount, coalesce(l.amount, 0) FROM "
            "(SELECT account, sum(debit - credit) AS amount FROM account_balance GROUP BY account) b "
            "JOIN account a ON a.code = b.account LEFT JOIN "
            "(SELECT account, sum(debit - credit) AS amount FROM leg "
            "WHERE money_account_id IS NOT NULL GROUP BY account) l ON l.account = b.account "
            "WHERE (a.needs LIKE '%money_account%' OR l.account IS NOT NULL) "
            "AND b.account IN (SELECT account FROM money_account) "
            "AND b.amount <> coalesce(l.amount, 0)",
        )
    ]


INVARIANTS = (
    Invariant("I8", "资金科目都写明结算账户", money_legs_name_their_account),
    Invariant("I8", "结算账户合计等于资金科目余额", money_accounts_add_up),
)

"""What always holds between money accounts and the books."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.document_checks import POSTED, rows_of, yuan
from jxc_desktop.core.i18n import noop, translate
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


def money_papers_are_booked(session: Session) -> list[str]:
    """I8, I11: money received and paid went through its account, off its partner's debt, the rest an advance."""
    return [
        *_misbooked(session, "customer_receipt", debt="1122", advance="220301", side=1),
        *_misbooked(session, "supplier_payment", debt="2202", advance="1123", side=-1),
    ]


def _misbooked(session: Session, kind: str, *, debt: str, advance: str, side: int) -> Iterator[str]:
    def booked(condition: str) -> str:
        return f"coalesce(sum(CASE WHEN {condition} THEN l.debit - l.credit ELSE 0 END), 0)"

    owed = booked(f"l.account LIKE '{debt}%' AND l.partner_id = d.partner_id")
    ahead = booked(f"l.account = '{advance}' AND l.partner_id = d.partner_id")
    money = booked("l.money_account_id = d.money_account_id")
    for number, total, moved in rows_of(
        session,
        f'SELECT d.number, d.total, {money} FROM "{kind}" d '
        f"LEFT JOIN entry e ON e.source = d.number AND e.kind = '{kind}' "
        f"LEFT JOIN leg l ON l.entry_id = e.id WHERE d.state IN {POSTED} GROUP BY d.id "
        f"HAVING d.total <> d.amount + d.cash_discount OR {money} <> {side} * d.amount "
        f"OR {owed} <> {-side} * (d.total - d.advance) OR {ahead} <> {-side} * d.advance",
    ):
        yield translate("cash", "{number} 合计 {total}，账上收付 {moved}，往来对不上").format(
            number=number, total=yuan(total), moved=yuan(moved)
        )


def settlements_stay_within_their_documents(session: Session) -> list[str]:
    """I12: no document is settled for more than it left open, and settlements of a partner come to nothing."""
    return [*_oversettled(session), *_one_sided(session)]


def _oversettled(session: Session) -> Iterator[str]:
    for number, settled, left in rows_of(
        session,
        "SELECT number, settled, open FROM (SELECT s.number AS number, s.settled AS settled, "
        "coalesce((SELECT sum(l.debit - l.credit) FROM entry e JOIN leg l ON l.entry_id = e.id "
        "WHERE e.source = s.number AND l.account = s.account AND l.partner_id = s.partner_id), 0) "
        "* CASE WHEN s.account = '1122' THEN 1 ELSE -1 END AS open FROM "
        "(SELECT number, account, partner_id, sum(amount) AS settled FROM settlement "
        "GROUP BY number, account, partner_id) s) x "
        "WHERE abs(settled) > abs(open) OR settled * open < 0",
    ):
        yield translate("cash", "{number} 只有 {left}，却核销了 {settled}").format(
            number=number, left=yuan(left), settled=yuan(settled)
        )


def _one_sided(session: Session) -> Iterator[str]:
    for partner, amount in rows_of(
        session,
        "SELECT p.name, sum(s.amount) FROM settlement s JOIN partner p ON p.id = s.partner_id "
        "GROUP BY s.account, s.partner_id, p.name HAVING sum(s.amount) <> 0",
    ):
        yield translate("cash", "{partner} 的核销两边差 {amount}").format(
            partner=partner, amount=yuan(amount)
        )


def expenses_are_booked(session: Session) -> list[str]:
    """I7, I8: an expense is the sum of its lines, each on its account, paid from its money account."""
    return [
        translate("cash", "{number} 合计 {total}，明细 {lines}，账上付出 {paid}").format(
            number=number, total=yuan(total), lines=yuan(lines), paid=yuan(paid)
        )
        for number, total, lines, paid in rows_of(
            session,
            "SELECT d.number, d.total, x.amount, b.paid FROM expense d LEFT JOIN "
            "(SELECT document_id, sum(amount) AS amount FROM expense_line GROUP BY document_id) x "
            "ON x.document_id = d.id LEFT JOIN "
            "(SELECT h.id, -sum(CASE WHEN l.money_account_id = h.money_account_id "
            "THEN l.debit - l.credit ELSE 0 END) AS paid FROM expense h "
            "JOIN entry e ON e.source = h.number AND e.kind = 'expense' "
            "JOIN leg l ON l.entry_id = e.id GROUP BY h.id) b ON b.id = d.id "
            f"WHERE d.state IN {POSTED} AND (d.total <> coalesce(x.amount, 0) "
            "OR d.total <> coalesce(b.paid, 0))",
        )
    ]


INVARIANTS = (
    Invariant("I8", noop("invariants", "资金科目都写明结算账户"), money_legs_name_their_account),
    Invariant("I8", noop("invariants", "结算账户合计等于资金科目余额"), money_accounts_add_up),
    Invariant("I8", noop("invariants", "费用单都入了账"), expenses_are_booked),
    Invariant("I11", noop("invariants", "收付款单都入了账"), money_papers_are_booked),
    Invariant(
        "I12", noop("invariants", "核销不超过未结金额"), settlements_stay_within_their_documents
    ),
)

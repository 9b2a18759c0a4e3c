"""What always holds between money accounts and the books."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.cash.bank import invariants as bank
from jxc_desktop.cash.booked import wrong_payments
from jxc_desktop.cash.settling import SIDE
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
    """I8, I11: money received and paid went through its accounts, off its firm's debt, the rest an advance."""
    return [
        *_misbooked(session, "customer_receipt", debt="1122", advance="220301", side=1),
        *_misbooked(session, "supplier_payment", debt="2202", advance="1123", side=-1),
        *wrong_payments(session, "customer_receipt", "customer_receipt_payment", sign=1),
        *wrong_payments(session, "supplier_payment", "supplier_payment_payment", sign=-1),
    ]


def _misbooked(session: Session, kind: str, *, debt: str, advance: str, side: int) -> Iterator[str]:
    owed = _booked(f"l.account LIKE '{debt}%' AND l.partner_id = d.partner_id")
    ahead = _booked(f"l.account = '{advance}' AND l.partner_id = d.partner_id")
    money = _booked("l.money_account_id IS NOT NULL")
    for number, total, moved in rows_of(
        session,
        f"SELECT d.number, d.total, {money} {_WITH_LEGS.format(kind=kind)} "
        f"HAVING d.total <> d.amount + d.cash_discount OR {money} <> {side} * d.amount "
        f"OR {owed} <> {-side} * (d.total - d.advance) OR {ahead} <> {-side} * d.advance",
    ):
        yield translate("cash", "{number} 合计 {total}，账上收付 {moved}，往来对不上").format(
            number=number, total=yuan(total), moved=yuan(moved)
        )


def _booked(condition: str) -> str:
    """Debit less credit of a document's legs that meet a condition, as SQL."""
    return f"coalesce(sum(CASE WHEN {condition} THEN l.debit - l.credit ELSE 0 END), 0)"


_WITH_LEGS = (
    "FROM \"{kind}\" d LEFT JOIN entry e ON e.source = d.number AND e.kind = '{kind}' "
    f"LEFT JOIN leg l ON l.entry_id = e.id WHERE d.state IN {POSTED} GROUP BY d.id"
)


def advances_are_booked(session: Session) -> list[str]:
    """I8, I11: money ahead of goods went through its accounts and waits on its firm's 220301 or 1123."""
    return [
        *_unheld(session, "advance_receipt", account="220301", side=1),
        *_unheld(session, "advance_payment", account="1123", side=-1),
        *wrong_payments(session, "advance_receipt", "advance_receipt_payment", sign=1),
        *wrong_payments(session, "advance_payment", "advance_payment_payment", sign=-1),
    ]


def _unheld(session: Session, kind: str, *, account: str, side: int) -> Iterator[str]:
    held = _booked(f"l.account = '{account}' AND l.partner_id = d.partner_id")
    for number, total, booked in rows_of(
        session,
        f"SELECT d.number, d.total, {-side} * {held} {_WITH_LEGS.format(kind=kind)} "
        f"HAVING {held} <> {-side} * d.total",
    ):
        yield translate("cash", "{number} 是 {total}，预收预付账上是 {booked}").format(
            number=number, total=yuan(total), booked=yuan(booked)
        )


def bad_debts_are_booked(session: Session) -> list[str]:
    """I8, I11: a debt given up is off its firm's account, its loss on 5711; what came in is on 5301."""
    owed = _booked("l.account = '1122' AND l.partner_id = d.partner_id")
    ours = _booked("l.account = '220201' AND l.partner_id = d.partner_id")
    gain = _booked("l.account = '5301'")
    wrong = (
        f"(d.mode = 'write_off' AND {owed} <> -d.total) OR "
        f"(d.mode = 'unpayable' AND {ours} <> d.total) OR "
        f"(d.mode <> 'write_off' AND {gain} <> -d.total)"
    )
    return [
        *wrong_payments(session, "bad_debt", "bad_debt_payment", sign=1),
        *(
            translate("cash", "坏账单 {number} 是 {total}，账上不是").format(
                number=number, total=yuan(total)
            )
            for number, total in rows_of(
                session,
                f"SELECT d.number, d.total {_WITH_LEGS.format(kind='bad_debt')} HAVING {wrong}",
            )
        ),
    ]


def settlements_stay_within_their_documents(session: Session) -> list[str]:
    """I12: no document is settled for more than it left open, and what settles on a day comes to nothing."""
    return [*_oversettled(session), *_one_sided(session)]


def _oversettled(session: Session) -> Iterator[str]:
    positive = ", ".join(f"'{account}'" for account, side in SIDE.items() if side > 0)
    for number, settled, left in rows_of(
        session,
        "SELECT number, settled, open FROM (SELECT s.number AS number, s.settled AS settled, "
        "coalesce((SELECT sum(l.debit - l.credit) FROM entry e JOIN leg l ON l.entry_id = e.id "
        "WHERE e.source = s.number AND l.account = s.account AND l.partner_id = s.partner_id), 0) "
        f"* CASE WHEN s.account IN ({positive}) THEN 1 ELSE -1 END AS open FROM "
        "(SELECT number, account, partner_id, sum(amount) AS settled FROM matching "
        "GROUP BY number, account, partner_id) s) x "
        "WHERE abs(settled) > abs(open) OR settled * open < 0",
    ):
        yield translate("cash", "{number} 只有 {left}，却核销了 {settled}").format(
            number=number, left=yuan(left), settled=yuan(settled)
        )


def _one_sided(session: Session) -> Iterator[str]:
    for partner, amount in rows_of(
        session,
        "SELECT p.name, sum(s.amount) FROM matching s JOIN partner p ON p.id = s.partner_id "
        "GROUP BY s.account, s.partner_id, s.since, p.name HAVING sum(s.amount) <> 0",
    ):
        yield translate("cash", "{partner} 的核销两边差 {amount}").format(
            partner=partner, amount=yuan(amount)
        )


def settlements_tell_what_they_did(session: Session) -> list[str]:
    """I12: a settlement is both sides of its lines, and each line is what it matched."""
    return [
        translate("cash", "核销单 {number} 是 {amount}，冲用 {used}，核销 {settled}").format(
            number=number, amount=yuan(amount), used=yuan(used), settled=yuan(settled)
        )
        for number, amount, used, settled in rows_of(
            session,
            "SELECT number, amount, used, settled FROM (SELECT d.number AS number, d.amount AS amount, "
            "coalesce(sum(CASE WHEN l.used = 1 THEN l.amount ELSE 0 END), 0) AS used, "
            "coalesce(sum(CASE WHEN l.used = 0 THEN l.amount ELSE 0 END), 0) AS settled, "
            "d.to_partner_id AS gone, "
            "sum(CASE WHEN d.state = 'posted' AND d.reverses_id IS NULL AND abs(l.amount) <> "
            "abs(coalesce((SELECT sum(m.amount) FROM matching m WHERE m.number = l.number "
            'AND m."by" = d.number), 0)) THEN 1 ELSE 0 END) AS strays '
            "FROM settlement d LEFT JOIN settlement_line l ON l.document_id = d.id "
            f"WHERE d.state IN {POSTED} GROUP BY d.id) x WHERE settled <> amount "
            "OR (gone IS NULL AND used <> amount) OR (gone IS NOT NULL AND used <> 0) OR strays > 0",
        )
    ]


def purposes_are_booked(session: Session) -> list[str]:
    """I7, I8: expenses and other income are the sum of their lines, through their money account."""
    return [
        *_misspent(session, "expense", side=-1),
        *_misspent(session, "other_income", side=1),
    ]


def _misspent(session: Session, kind: str, *, side: int) -> Iterator[str]:
    for number, total, lines, paid in rows_of(
        session,
        f'SELECT d.number, d.total, x.amount, b.paid FROM "{kind}" d LEFT JOIN '
        f'(SELECT document_id, sum(amount) AS amount FROM "{kind}_line" GROUP BY document_id) x '
        "ON x.document_id = d.id LEFT JOIN "
        f"(SELECT h.id, {side} * sum(CASE WHEN l.money_account_id = h.money_account_id "
        f'THEN l.debit - l.credit ELSE 0 END) AS paid FROM "{kind}" h '
        f"JOIN entry e ON e.source = h.number AND e.kind = '{kind}' "
        "JOIN leg l ON l.entry_id = e.id GROUP BY h.id) b ON b.id = d.id "
        f"WHERE d.state IN {POSTED} AND (d.total <> coalesce(x.amount, 0) "
        "OR d.total <> coalesce(b.paid, 0))",
    ):
        yield translate("cash", "{number} 合计 {total}，明细 {lines}，账上收付 {paid}").format(
            number=number, total=yuan(total), lines=yuan(lines), paid=yuan(paid)
        )


def transfers_are_booked(session: Session) -> list[str]:
    """I8: what a transfer moved came in at one account and left the other with its fee."""
    came = _booked("l.money_account_id = d.to_account_id")
    left = _booked("l.money_account_id = d.from_account_id")
    return [
        translate("cash", "转款单 {number} 转了 {total}，两个账户的账上不是").format(
            number=number, total=yuan(total)
        )
        for number, total in rows_of(
            session,
            f"SELECT d.number, d.total {_WITH_LEGS.format(kind='money_transfer')} "
            f"HAVING {came} <> d.amount OR {left} <> -d.total OR d.total <> d.amount + d.fee",
        )
    ]


def debts_given_up_cover_what_came_in(session: Session) -> list[str]:
    """I12: no more came in for debts given up than was given up."""
    return [
        translate("cash", "{partner} 的坏账收回多了 {over}").format(
            partner=partner, over=yuan(-left)
        )
        for partner, left in rows_of(
            session,
            "SELECT p.name, sum(CASE WHEN d.mode = 'write_off' THEN d.total - coalesce(x.amount, 0) "
            "WHEN d.mode = 'recovery' THEN -d.total ELSE 0 END) FROM bad_debt d "
            "JOIN partner p ON p.id = d.partner_id LEFT JOIN (SELECT document_id, sum(amount) "
            "AS amount FROM bad_debt_payment GROUP BY document_id) x ON x.document_id = d.id "
            f"WHERE d.state IN {POSTED} GROUP BY p.id, p.name HAVING sum(CASE WHEN d.mode = 'write_off' "
            "THEN d.total - coalesce(x.amount, 0) WHEN d.mode = 'recovery' THEN -d.total ELSE 0 END) < 0",
        )
    ]


INVARIANTS = (
    Invariant("I8", noop("invariants", "资金科目都写明结算账户"), money_legs_name_their_account),
    Invariant("I8", noop("invariants", "结算账户合计等于资金科目余额"), money_accounts_add_up),
    Invariant("I8", noop("invariants", "费用单和其他收入单都入了账"), purposes_are_booked),
    Invariant("I8", noop("invariants", "转款单都入了账"), transfers_are_booked),
    Invariant("I11", noop("invariants", "收付款单都入了账"), money_papers_are_booked),
    Invariant("I11", noop("invariants", "预收预付都入了账"), advances_are_booked),
    Invariant("I11", noop("invariants", "坏账单都入了账"), bad_debts_are_booked),
    Invariant(
        "I12", noop("invariants", "核销不超过未结金额"), settlements_stay_within_their_documents
    ),
    Invariant("I12", noop("invariants", "核销单两边相等"), settlements_tell_what_they_did),
    Invariant(
        "I12", noop("invariants", "收回的坏账不多于核销的"), debts_given_up_cover_what_came_in
    ),
    *bank.INVARIANTS,
)

"""What always holds in the books."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.document_checks import (
    POSTED,
    document_tables,
    rows_of,
    wrong_reversals,
    yuan,
)
from jxc_desktop.core.i18n import noop, translate
from jxc_desktop.core.invariant import Invariant
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.journal.drafts import DIMENSIONS
from jxc_desktop.shop.settings import settings_of

_VALUED = "('1405', '5401')"
"""Accounts that a reversal may move further, when the goods it takes back were costed anew since."""

_OPENED_BY = ("partner", "money_account")
"""Dimensions that openings bear."""

_BEFORE = Statement("SELECT source, day FROM entry WHERE day < :start ORDER BY day LIMIT 50")


def entries_balance(session: Session) -> list[str]:
    """I1: every entry has two legs or more and they balance; no leg stands without its entry."""
    return [*_unbalanced(session), *_stray_legs(session)]


def _unbalanced(session: Session) -> Iterator[str]:
    for source, count, difference in rows_of(
        session,
        "SELECT e.source, count(l.entry_id), coalesce(sum(l.debit - l.credit), 0) FROM entry e "
        "LEFT JOIN leg l ON l.entry_id = e.id GROUP BY e.id, e.source "
        "HAVING count(l.entry_id) < 2 OR sum(l.debit - l.credit) <> 0",
    ):
        yield translate("ledger", "{source} 的分录有 {count} 行，借贷差 {difference}").format(
            source=source, count=count, difference=yuan(difference)
        )


def _stray_legs(session: Session) -> Iterator[str]:
    for entry_id, account in rows_of(
        session,
        "SELECT l.entry_id, l.account FROM leg l LEFT JOIN entry e ON e.id = l.entry_id "
        "WHERE e.id IS NULL OR e.day <> l.day",
    ):
        yield translate("ledger", "分录 {entry} 里科目 {account} 的一行没有主人或日期不同").format(
            entry=entry_id, account=account
        )


def only_posted_documents_are_booked(session: Session) -> list[str]:
    """I2: an entry belongs to a posted document of its kind and day; a posted one worth money has an entry."""
    return [
        sentence
        for table in document_tables()
        for sentence in (
            *_strange_entries(session, table.name),
            *(_unbooked(session, table.name) if table.info["booked"] else ()),
        )
    ]


def _strange_entries(session: Session, kind: str) -> Iterator[str]:
    for [source] in rows_of(
        session,
        f'SELECT e.source FROM entry e LEFT JOIN "{kind}" d ON d.number = e.source '
        f"WHERE e.kind = '{kind}' AND (d.id IS NULL OR d.state NOT IN {POSTED} OR d.day <> e.day)",
    ):
        yield translate("ledger", "账上有 {source} 的分录，却没有这张过账的单据").format(
            source=source
        )


def _unbooked(session: Session, kind: str) -> Iterator[str]:
    for [number] in rows_of(
        session,
        f"SELECT d.number FROM \"{kind}\" d LEFT JOIN entry e ON e.source = d.number AND e.kind = '{kind}' "
        f"WHERE d.state IN {POSTED} AND d.total <> 0 AND e.id IS NULL",
    ):
        yield translate("ledger", "{number} 已过账，账上却没有它的分录").format(number=number)


def vouchers_have_no_gap(session: Session) -> list[str]:
    """I5 for the books: vouchers of a month run 1…n, and each binds at least one entry."""
    gaps = [
        translate("ledger", "{month} 的 {word} 字凭证有 {count} 张，号码却到 {last}").format(
            month=month, word=word, count=count, last=last
        )
        for word, month, count, last in rows_of(
            session,
            "SELECT word, month, count(*), max(number) FROM voucher GROUP BY word, month "
            "HAVING count(*) <> max(number) OR min(number) <> 1",
        )
    ]
    empty = [
        translate("ledger", "{month} 的凭证 {word}-{number} 是空的").format(
            month=month, word=word, number=number
        )
        for word, month, number in rows_of(
            session,
            "SELECT v.word, v.month, v.number FROM voucher v LEFT JOIN voucher_entry b "
            "ON b.voucher_id = v.id WHERE b.entry_id IS NULL",
        )
    ]
    return [*gaps, *empty]


def legs_name_their_partner(session: Session) -> list[str]:
    """I11: every leg tells what its account asks of it (辅助核算), and sits on a leaf.

    Openings come without other dimensions than firms and money accounts.
    """
    untold = " OR ".join(
        f"(a.needs LIKE '%{name}%' AND l.{column} IS NULL"
        + (")" if name in _OPENED_BY else " AND e.kind <> 'opening_balance')")
        for name, column in DIMENSIONS.items()
    )
    return [
        translate(
            "ledger", "{source} 记在 {account} 上，却没有写明辅助核算，或不是末级科目"
        ).format(source=source, account=account)
        for source, account in rows_of(
            session,
            "SELECT e.source, l.account FROM leg l JOIN account a ON a.code = l.account "
            "LEFT JOIN entry e ON e.id = l.entry_id "
            f"WHERE (a.needs <> '' AND ({untold})) OR a.leaf = 0",
        )
    ]


def reversals_undo_their_entries(session: Session) -> list[str]:
    """I13: a reversal is the exact negation of its document, in its figures and in the books."""
    found = list(wrong_reversals(session, document_tables()))
    for table in document_tables():
        found.extend(_wrong_mirrors(session, table.name))
    return found


def _wrong_mirrors(session: Session, kind: str) -> Iterator[str]:
    legs = (
        "SELECT r.number AS number, l.account, l.partner_id, l.money_account_id, l.item, l.employee, "
        "l.department, l.project, l.product_id, l.warehouse_id, l.debit, l.credit "
        f'FROM "{kind}" r JOIN "{kind}" o ON o.id = r.reverses_id '
        f"JOIN entry e ON e.source = {{}} AND e.kind = '{kind}' JOIN leg l ON l.entry_id = e.id "
        f"WHERE r.reverses_id IS NOT NULL AND r.state IN {POSTED} AND l.account NOT IN {_VALUED}"
    )
    for number, account in rows_of(
        session,
        f"SELECT number, account FROM ({legs.format('o.number')} UNION ALL "
        f"{legs.format('r.number')}) x GROUP BY number, account, partner_id, money_account_id, item, "
        "employee, department, project, product_id, warehouse_id "
        "HAVING sum(debit) <> 0 OR sum(credit) <> 0",
    ):
        yield translate("ledger", "红字单 {number} 在科目 {account} 上没有冲平原单").format(
            number=number, account=account
        )


def closed_months_stay_closed(session: Session) -> list[str]:
    """I15: nothing was booked into a month after it was closed, nor before the books begin."""
    late = [
        translate("ledger", "{month} 结账以后又记了 {source}").format(month=month, source=source)
        for month, source in rows_of(
            session,
            "SELECT c.month, e.source FROM closed_period c JOIN entry e "
            "ON e.day BETWEEN c.month || '-01' AND c.month || '-31' WHERE e.posted_at > c.closed_at",
        )
    ]
    start = settings_of(session).start_month
    early = [
        translate("ledger", "{source} 的日期 {day} 早于启用月份 {start}").format(
            source=source, day=day, start=start
        )
        for source, day in _BEFORE.all(session, start=start)
    ]
    return [*late, *early]


def closed_months_keep_their_balances(session: Session) -> list[str]:
    """I15: what was kept when a month was closed is what the books still say of it."""
    return [
        translate(
            "ledger", "{month} 结账时科目 {account} 的余额是 {kept}，现在算出来是 {now}"
        ).format(month=month, account=account, kept=yuan(kept), now=yuan(now))
        for month, account, kept, now in rows_of(
            session,
            "SELECT c.month, x.account, sum(x.kept), sum(x.now) FROM closed_period c JOIN ("
            "SELECT month, account, partner_id, debit, credit, balance AS kept, 0 AS now, 0 AS d, "
            "0 AS k FROM period_balance UNION ALL "
            "SELECT c.month, b.account, b.partner_id, 0, 0, 0, sum(b.debit - b.credit), "
            "sum(CASE WHEN b.month = c.month THEN b.debit ELSE 0 END), "
            "sum(CASE WHEN b.month = c.month THEN b.credit ELSE 0 END) "
            "FROM closed_period c JOIN account_balance b ON b.month <= c.month "
            "GROUP BY c.month, b.account, b.partner_id) x ON x.month = c.month "
            "GROUP BY c.month, x.account, x.partner_id HAVING sum(x.kept) <> sum(x.now) "
            "OR sum(x.debit) <> sum(x.d) OR sum(x.credit) <> sum(x.k)",
        )
    ]


def trial_balance_holds(session: Session) -> list[str]:
    """I18: debits and credits of all accounts are equal."""
    [[debit, credit]] = rows_of(
        session, "SELECT coalesce(sum(debit), 0), coalesce(sum(credit), 0) FROM account_balance"
    )
    if debit == credit:
        return []
    return [
        translate("ledger", "试算不平：借方 {debit}，贷方 {credit}").format(
            debit=yuan(debit), credit=yuan(credit)
        )
    ]


def balances_equal_their_rebuild(session: Session) -> list[str]:
    """I21 for the books: each kept balance is the sum of its legs."""
    return [
        translate(
            "ledger",
            "科目 {account} {month} 的余额表是借 {debit} 贷 {credit}，分录合计借 {d} 贷 {c}",
        ).format(
            account=account,
            month=month,
            debit=yuan(debit),
            credit=yuan(credit),
            d=yuan(leg_debit),
            c=yuan(leg_credit),
        )
        for account, month, debit, credit, leg_debit, leg_credit in rows_of(
            session,
            "SELECT account, month, sum(debit), sum(credit), sum(leg_debit), sum(leg_credit) FROM ("
            "SELECT account, partner_id, month, debit, credit, 0 AS leg_debit, 0 AS leg_credit "
            "FROM account_balance UNION ALL SELECT account, coalesce(partner_id, 0), "
            "substr(day, 1, 7), 0, 0, debit, credit FROM leg) x GROUP BY account, partner_id, month "
            "HAVING sum(debit) <> sum(leg_debit) OR sum(credit) <> sum(leg_credit)",
        )
    ]


INVARIANTS = (
    Invariant("I1", noop("invariants", "每笔分录借贷相等"), entries_balance),
    Invariant("I2", noop("invariants", "只有过账的单据才记账"), only_posted_documents_are_booked),
    Invariant("I5", noop("invariants", "凭证号没有断号"), vouchers_have_no_gap),
    Invariant("I11", noop("invariants", "往来科目都写明往来单位"), legs_name_their_partner),
    Invariant("I13", noop("invariants", "红字单正好冲平原单"), reversals_undo_their_entries),
    Invariant("I15", noop("invariants", "已结账的月份没有再记账"), closed_months_stay_closed),
    Invariant(
        "I15", noop("invariants", "已结账月份的余额没有变"), closed_months_keep_their_balances
    ),
    Invariant("I18", noop("invariants", "试算平衡"), trial_balance_holds),
    Invariant("I21", noop("invariants", "科目余额等于分录之和"), balances_equal_their_rebuild),
)

"""What documents say was paid or is owed, beside what the books say (calculations for the invariants of others)."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.document_checks import POSTED, rows_of, yuan
from jxc_desktop.core.i18n import translate

UNPAID = "d.total - coalesce(p.amount, 0)"


def wrong_payments(session: Session, kind: str, payments: str, *, sign: int) -> Iterator[str]:
    """Posted documents whose payments are not what the books say went through a money account (I8).

    `sign` is 1 where the documents bring money in, -1 where they pay it out.
    """
    for number, account, paid, booked in rows_of(
        session,
        "SELECT x.number, m.name, x.paid, x.booked FROM (SELECT number, account, sum(paid) AS paid, "
        "sum(booked) AS booked FROM (SELECT d.number AS number, p.money_account_id AS account, "
        f'{sign} * p.amount AS paid, 0 AS booked FROM "{kind}" d JOIN "{payments}" p '
        f"ON p.document_id = d.id WHERE d.state IN {POSTED} UNION ALL "
        "SELECT e.source, l.money_account_id, 0, l.debit - l.credit FROM entry e "
        f"JOIN leg l ON l.entry_id = e.id WHERE e.kind = '{kind}' "
        "AND l.money_account_id IS NOT NULL) s GROUP BY number, account "
        "HAVING sum(paid) <> sum(booked)) x JOIN money_account m ON m.id = x.account",
    ):
        yield translate("cash", "{number} 的 {account} 收付 {paid}，账上是 {booked}").format(
            number=number, account=account, paid=yuan(paid), booked=yuan(booked)
        )


def wrong_debts(
    session: Session, kind: str, payments: str, accounts: str, *, sign: int, owed: str = UNPAID
) -> Iterator[str]:
    """Posted documents whose debt is not what the books put on their partner (I11).

    `accounts` begins the codes of the debt's accounts; `sign` is 1 for debts to us, -1 for ours. `owed` is the debt
    as SQL over the document d and its payments p, where it has any: the unpaid rest, unless told otherwise.
    """
    paid = (
        f'LEFT JOIN (SELECT document_id, sum(amount) AS amount FROM "{payments}" GROUP BY document_id) p '
        "ON p.document_id = d.id "
    )
    for number, partner, wanted, booked in rows_of(
        session,
        f"SELECT d.number, d.partner_name, {sign} * ({owed}), "
        f'coalesce(b.amount, 0) FROM "{kind}" d {paid if payments else ""}LEFT JOIN '
        "(SELECT e.source, sum(l.debit - l.credit) AS amount, min(l.partner_id) AS first, "
        f"max(l.partner_id) AS last FROM entry e JOIN leg l ON l.entry_id = e.id "
        f"WHERE e.kind = '{kind}' AND l.account LIKE '{accounts}%' GROUP BY e.source) b "
        f"ON b.source = d.number WHERE d.state IN {POSTED} AND "
        f"(coalesce(b.amount, 0) <> {sign} * ({owed}) "
        "OR coalesce(b.first, d.partner_id) <> d.partner_id "
        "OR coalesce(b.last, d.partner_id) <> d.partner_id)",
    ):
        yield translate("cash", "{number}（{partner}）未结 {owed}，往来账上是 {booked}").format(
            number=number, partner=partner, owed=yuan(wanted), booked=yuan(booked)
        )

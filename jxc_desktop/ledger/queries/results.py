"""What the profit and loss accounts earned and cost, the transfers of month ends left out."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.core.aggregates import summed
from jxc_desktop.ledger.models import Account, Entry, Leg
from jxc_desktop.ledger.queries.balances import moved_by_account


def result_nets(session: Session, from_day: date, to_day: date) -> dict[str, int]:
    """Debit minus credit of every account moved in a period, without closing entries, in fen."""
    nets = {
        code: debit - credit
        for code, (debit, credit) in moved_by_account(session, from_day, to_day).items()
    }
    closing = (
        select(Leg.account, summed(Leg.debit - Leg.credit))
        .join(Entry, Entry.id == Leg.entry_id)
        .where(Entry.closing.in_([True]), Entry.day >= from_day, Entry.day <= to_day)
        .group_by(Leg.account)
    )
    for code, net in session.execute(closing):
        nets[code] = nets.get(code, 0) - net
    return nets


def item_nets(session: Session, from_day: date, to_day: date) -> dict[tuple[str, str], int]:
    """Debit minus credit by account and item (费用项目), without closing entries, in fen."""
    query = (
        select(Leg.account, Leg.item, summed(Leg.debit - Leg.credit))
        .join(Entry, Entry.id == Leg.entry_id)
        .join(Account, Account.code == Leg.account)
        .where(
            Account.kind == "P",
            Leg.item.is_not(None),
            Entry.closing.in_([False]),
            Leg.day >= from_day,
            Leg.day <= to_day,
        )
        .group_by(Leg.account, Leg.item)
    )
    return {(row[0], row[1] or ""): row[2] for row in session.execute(query)}

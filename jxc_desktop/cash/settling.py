"""Which document settles which: open items, and matching money and returns with them (核销, domain.md §2.9).

What a document left open is its legs on the partner's account less what was settled. A customer's debt, what the
shop owes a supplier and money paid ahead of either are positive; returns are negative.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.cash.models import Matching
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import InvalidInput, NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.core.sql import Row, Statement, among, insert_into
from jxc_desktop.ledger.papers import Family, Reversal, Undone, header_of, reverse_paper
from jxc_desktop.shop.keys import Key, Posted

RECEIVABLE, PAYABLE = "1122", "220201"
ADVANCE_RECEIVED, ADVANCE_PAID = "220301", "1123"
SIDE = {RECEIVABLE: 1, PAYABLE: -1, ADVANCE_RECEIVED: -1, ADVANCE_PAID: 1}
"""The accounts whose documents are settled one by one, and the side on which they are open."""


@dataclass(frozen=True, slots=True)
class OpenItem:
    """A document of a partner that is not settled: fen still open, positive for a debt."""

    number: str
    day: date
    amount: int


@dataclass(frozen=True, slots=True)
class Settled:
    """Fen of an open document that are settled, as somebody chose or as the oldest come first."""

    number: str
    amount: int


_LOCK = Statement(
    "SELECT id FROM partner WHERE id = :partner",
    postgresql="SELECT id FROM partner WHERE id = :partner FOR UPDATE",
)
_OPEN_SQL = (
    "SELECT l.partner_id, e.source, min(e.day), sum(l.debit - l.credit) * :side - coalesce("
    "(SELECT sum(s.amount) FROM matching s WHERE s.number = e.source AND s.account = :account "
    "AND s.partner_id = l.partner_id), 0), min(e.id) "
    "FROM leg l JOIN entry e ON e.id = l.entry_id "
    "WHERE l.partner_id {firms} AND l.account = :account GROUP BY l.partner_id, e.source ORDER BY 3, 5"
)
_OPEN = Statement(_OPEN_SQL.format(firms="= :partner"))
_OPEN_OF_MANY = Statement(
    _OPEN_SQL.format(firms=f"IN {among('partners')}"),
    postgresql=_OPEN_SQL.format(firms="= ANY(:partners)"),
)
_INSERT = insert_into(Matching, ("account", "partner_id", "number", "by", "amount", "since", "at"))
_DAYS = Statement(
    f"SELECT source, min(day) FROM entry WHERE source IN {among('numbers')} GROUP BY source",
    postgresql="SELECT source, min(day) FROM entry WHERE source = ANY(:numbers) GROUP BY source",
)
_SETTLED = Statement(
    "SELECT s.by FROM matching s WHERE s.number = :number AND s.by <> :number "
    "GROUP BY s.by, s.account, s.partner_id HAVING sum(s.amount) <> 0 LIMIT 1"
)
_MADE_BY = Statement(
    "SELECT account, partner_id, number, since, sum(amount) FROM matching WHERE by = :by "
    "GROUP BY account, partner_id, number, since HAVING sum(amount) <> 0"
)
_SIDES = Statement(
    "SELECT l.account, l.partner_id, sum(l.debit - l.credit) FROM leg l JOIN entry e ON e.id = l.entry_id "
    "WHERE e.source = :number AND l.partner_id IS NOT NULL GROUP BY l.account, l.partner_id"
)


def open_items(session: Session, account: str, partner_id: int) -> list[OpenItem]:
    """Every unsettled document of a partner on an account of `SIDE`, the oldest first."""
    rows = _OPEN.all(session, side=SIDE[account], account=account, partner=partner_id)
    return [item for _firm, item in _items(rows)]


def open_items_of_many(
    session: Session, account: str, partners: Iterable[int]
) -> dict[int, list[OpenItem]]:
    """The same of many firms at once, by firm; a firm that has settled all is left out."""
    found: dict[int, list[OpenItem]] = {}
    rows = _OPEN_OF_MANY.all(
        session, side=SIDE[account], account=account, partners=sorted(partners)
    )
    for firm, item in _items(rows):
        found.setdefault(firm, []).append(item)
    return found


def _items(rows: Iterable[Row]) -> Iterator[tuple[int, OpenItem]]:
    for firm, number, day, amount, _first in rows:
        if amount:
            yield int(firm), OpenItem(number, date.fromisoformat(day), int(amount))


def lock_partner(session: Session, partner_id: int) -> None:
    """Let nobody else settle this partner's documents until the transaction ends."""
    if _LOCK.first(session, partner=partner_id) is None:
        raise NotFound(translate("cash", "往来单位不存在了。重新选"), field="partner")


def choose(items: Sequence[OpenItem], wanted: Sequence[Settled], money: int) -> list[Settled]:
    """What `money` fen settle: the `wanted` amounts, or without any the oldest first.

    Credits (returns, negative) count on the side of the money; without `wanted` they are used up first. Raises
    when a wanted document is not open, or less is open than wanted, or money is short.
    """
    if not wanted:
        return _oldest_first(items, money)
    left = {item.number: item.amount for item in items}
    for place, each in enumerate(wanted):
        require_open(each, left.get(each.number), f"settle[{place}]")
        left[each.number] -= each.amount
    total = sum(each.amount for each in wanted)
    if total < 0:
        raise Refused(translate("cash", "冲减多于核销的欠款。少选一些冲减"), field="settle")
    if total > money:
        raise Refused(
            translate("cash", "核销 {total} 超过本次的 {money}。改金额").format(
                total=text_of(total, MONEY_PLACES), money=text_of(money, MONEY_PLACES)
            ),
            field="settle",
        )
    return list(wanted)


def require_open(each: Settled, left: int | None, field: str) -> None:
    """Raise unless so much of a document is `left`; its amount bears the sign of what is open."""
    if left is None:
        raise NotFound(
            translate("cash", "{number} 没有未结的欠款").format(number=each.number),
            field=f"{field}.number",
        )
    if each.amount == 0 or (each.amount < 0) != (left < 0):
        sentence = (
            translate("cash", "{number} 是冲减，核销金额要小于 0")
            if left < 0
            else translate("cash", "核销金额要大于 0")
        )
        raise InvalidInput(sentence.format(number=each.number), field=f"{field}.amount")
    if abs(each.amount) > abs(left):
        raise Refused(
            translate("cash", "{number} 只剩 {left} 没有结，核销不了 {amount}").format(
                number=each.number,
                left=text_of(left, MONEY_PLACES),
                amount=text_of(each.amount, MONEY_PLACES),
            ),
            field=f"{field}.amount",
        )


def _oldest_first(items: Sequence[OpenItem], money: int) -> list[Settled]:
    debts = [item for item in items if item.amount > 0]
    back = [item for item in items if item.amount < 0]
    owed = sum(item.amount for item in debts)
    used = min(-sum(item.amount for item in back), owed)
    return [*taken(back, used), *taken(debts, min(money + used, owed))]


def taken(items: Iterable[OpenItem], amount: int) -> Iterator[Settled]:
    """`amount` fen of documents of one sign, the oldest first."""
    for item in items:
        part = min(abs(item.amount), amount)
        if part:
            yield Settled(item.number, part if item.amount > 0 else -part)
            amount -= part


def settle(
    session: Session,
    account: str,
    partner_id: int,
    chosen: Sequence[Settled],
    *,
    by: str,
    day: date,
) -> None:
    """Write that document `by` of `day` settled the chosen ones, and was used up by them."""
    days = _days_of(session, chosen)
    own: dict[date, int] = {}
    for each in chosen:
        at = max(day, days[each.number])
        own[at] = own.get(at, 0) - each.amount
    pairs = [(each, max(day, days[each.number])) for each in chosen]
    pairs += [(Settled(by, amount), at) for at, amount in own.items()]
    _write(session, account, partner_id, pairs, by)


def offset(
    session: Session,
    account: str,
    partner_id: int,
    chosen: Sequence[Settled],
    *,
    by: str,
    day: date,
) -> None:
    """Write that the chosen documents, whose amounts come to nothing, settled each other; `by` did it."""
    last = max([day, *_days_of(session, chosen).values()])
    _write(session, account, partner_id, [(each, last) for each in chosen], by)


def _days_of(session: Session, chosen: Sequence[Settled]) -> dict[str, date]:
    rows = _DAYS.all(session, numbers=sorted({each.number for each in chosen}))
    return {str(number): date.fromisoformat(day) for number, day in rows}


def _write(
    session: Session,
    account: str,
    partner_id: int,
    pairs: Iterable[tuple[Settled, date]],
    by: str,
) -> None:
    at = clock_of(session).milliseconds()
    _INSERT.run_many(
        session,
        (
            {
                "account": account,
                "partner_id": partner_id,
                "number": each.number,
                "by": by,
                "amount": each.amount,
                "since": day,
                "at": at,
            }
            for each, day in pairs
            if each.amount
        ),
    )


def match(session: Session, account: str, partner_id: int, first: str, second: str) -> None:
    """Let two documents of opposite sign settle each other as far as both are open; `second` did it."""
    items = {item.number: item for item in open_items(session, account, partner_id)}
    one, other = items.get(first), items.get(second)
    if one is None or other is None or one.amount * other.amount >= 0:
        return
    part = min(abs(one.amount), abs(other.amount))
    signed = part if one.amount > 0 else -part
    chosen = [Settled(first, signed), Settled(second, -signed)]
    offset(session, account, partner_id, chosen, by=second, day=other.day)


def require_unsettled(session: Session, number: str) -> None:
    """Refuse to take back a document that a later one settled, be it money or a return.

    Its firms are locked, so that nobody settles it while it is taken back.
    """
    for partner in sorted({row[1] for row in _SIDES.all(session, number=number)}):
        lock_partner(session, partner)
    found = _SETTLED.first(session, number=number)
    if found is not None:
        raise Refused(
            translate("cash", "{number} 已由 {other} 核销。先红冲 {other}").format(
                number=number, other=found[0]
            )
        )


def match_reversed(session: Session, original: str, red: str) -> None:
    """Let a document and its reversal settle each other, so that neither stays open."""
    for account, partner, _amount in _SIDES.all(session, number=red):
        if account in SIDE:
            match(session, account, partner, original, red)


def take_back_settlements(session: Session, by: str, *, red: str, day: date) -> None:
    """Open again what document `by` settled, now that `red` took it back on `day`."""
    for account, partner, number, settled_on, amount in _MADE_BY.all(session, by=by):
        back = Settled(number, -int(amount))
        at = max(day, date.fromisoformat(settled_on))
        _write(session, account, partner, [(back, at)], by)
    match_reversed(session, by, red)


def reverse_settling(session: Session, family: Family, wanted: Reversal, *, key: Key) -> Posted:
    """Take back a document of money that no later one settled, and open again what it settled."""

    def untouched(session: Session, number: str) -> Undone:
        require_unsettled(session, number)
        return Undone()

    posted = reverse_paper(session, family, wanted, key=key, undo=untouched)
    if not posted.repeated:
        day = date.fromisoformat(header_of(session, family.kind, posted.number)["day"])
        take_back_settlements(session, wanted.number, red=posted.number, day=day)
    return posted

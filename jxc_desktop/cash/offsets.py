"""What can be set against what without money, and how much of which documents (calculations for settlements)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.cash.models import SettlementMode
from jxc_desktop.cash.settling import (
    ADVANCE_PAID,
    ADVANCE_RECEIVED,
    PAYABLE,
    RECEIVABLE,
    SIDE,
    OpenItem,
    Settled,
    open_items,
    require_open,
    taken,
)
from jxc_desktop.core.errors import InvalidInput, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.ledger.posting import LegDraft


@dataclass(frozen=True, slots=True)
class Offset:
    """`debt` is the account whose debts go down, `used` the one whose documents pay; None where the debt moves."""

    debt: str
    used: str | None

    @property
    def moves(self) -> bool:
        """Whether another firm takes the debt over."""
        return self.used is None

    @property
    def booked(self) -> bool:
        """Whether the books change: a return meets a delivery on the same account of the same firm."""
        return self.used != self.debt

    @property
    def roles(self) -> tuple[str, ...]:
        """What the firm must be: customer, supplier, or both."""
        accounts = {self.debt, self.used or self.debt}
        customer = ("customer",) if accounts & {RECEIVABLE, ADVANCE_RECEIVED} else ()
        return (*customer, *(("supplier",) if accounts & {PAYABLE, ADVANCE_PAID} else ()))


OFFSETS: Mapping[SettlementMode, Offset] = {
    SettlementMode.ADVANCE_RECEIPT: Offset(RECEIVABLE, ADVANCE_RECEIVED),
    SettlementMode.ADVANCE_PAYMENT: Offset(PAYABLE, ADVANCE_PAID),
    SettlementMode.CONTRA: Offset(RECEIVABLE, PAYABLE),
    SettlementMode.TRANSFER: Offset(RECEIVABLE, None),
    SettlementMode.SUPPLIER_TRANSFER: Offset(PAYABLE, None),
    SettlementMode.CREDIT: Offset(RECEIVABLE, RECEIVABLE),
    SettlementMode.SUPPLIER_CREDIT: Offset(PAYABLE, PAYABLE),
}


@dataclass(frozen=True, slots=True)
class Meeting:
    """Documents that pay and documents that are paid; both sides come to `amount` fen, all of it positive."""

    amount: int
    used: tuple[Settled, ...]
    debts: tuple[Settled, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody chose of both sides, and how much; see `SettlementDraft`."""

    amount: int | None
    used: tuple[Settled, ...]
    debts: tuple[Settled, ...]


def debts_open(session: Session, offset: Offset, partner_id: int) -> list[OpenItem]:
    """What could go down, the oldest first."""
    return [item for item in open_items(session, offset.debt, partner_id) if item.amount > 0]


def open_to_use(session: Session, offset: Offset, partner_id: int) -> list[OpenItem]:
    """What could pay, the oldest first, in positive amounts."""
    if offset.used is None:
        return []
    items = open_items(session, offset.used, partner_id)
    if offset.booked:
        return [item for item in items if item.amount > 0]
    return [OpenItem(x.number, x.day, -x.amount) for x in items if x.amount < 0]


def meeting(session: Session, offset: Offset, partner_id: int, wanted: Wanted) -> Meeting:
    """Which documents meet and how far; raises when more is wanted than is open, or the sides differ."""
    debts = debts_open(session, offset, partner_id)
    usable = open_to_use(session, offset, partner_id)
    _require_all_open(debts, wanted.debts, "settle")
    _require_all_open(usable, wanted.used, "use")
    amount = _amount(wanted, debts, None if offset.moves else usable)
    chosen = _chosen(debts, wanted.debts, amount, "settle")
    used = () if offset.moves else _chosen(usable, wanted.used, amount, "use")
    return Meeting(amount, used, chosen)


def _require_all_open(items: Sequence[OpenItem], wanted: Sequence[Settled], field: str) -> None:
    left = {item.number: item.amount for item in items}
    for place, each in enumerate(wanted):
        require_open(each, left.get(each.number), f"{field}[{place}]")
        left[each.number] -= each.amount


def _amount(wanted: Wanted, debts: Sequence[OpenItem], usable: Sequence[OpenItem] | None) -> int:
    if wanted.amount is not None:
        if wanted.amount <= 0:
            raise InvalidInput(translate("cash", "核销金额要大于 0"), field="amount")
        return wanted.amount
    if wanted.debts or wanted.used:
        return sum(each.amount for each in wanted.debts or wanted.used)
    owed = sum(item.amount for item in debts)
    found = owed if usable is None else min(owed, sum(item.amount for item in usable))
    if not found:
        raise Refused(translate("cash", "没有可以核销的单据。看看两边都有没有没结的"))
    return found


def _chosen(
    items: Sequence[OpenItem], wanted: Sequence[Settled], amount: int, field: str
) -> tuple[Settled, ...]:
    chosen = tuple(wanted or taken(items, amount))
    found = sum(each.amount for each in chosen)
    if found != amount:
        said = translate("cash", "一边是 {found}，另一边是 {amount}，两边要一样。改金额")
        if not wanted:
            said = translate("cash", "只有 {found} 可以核销，核销不了 {amount}。改金额")
        raise Refused(said.format(found=_yuan(found), amount=_yuan(amount)), field=field)
    return chosen


def offset_legs(
    offset: Offset, partner_id: int, to_partner_id: int | None, amount: int
) -> Iterator[LegDraft]:
    """Dr 220301 / Cr 1122, Dr 220201 / Cr 1123, Dr 220201 / Cr 1122, Dr 1122 (to) / Cr 1122 (from)."""
    if not offset.booked:
        return
    taken_over = _leg(offset.debt, amount, to_partner_id)
    other = _leg(offset.used, -amount, partner_id) if offset.used else taken_over
    legs = (other, _leg(offset.debt, -amount, partner_id))
    yield from sorted(legs, key=lambda leg: leg.debit == 0)


def _leg(account: str, change: int, partner_id: int | None) -> LegDraft:
    """What is open on an account by `change` fen more or less, on the side where that is positive."""
    net = SIDE[account] * change
    return LegDraft(account, debit=max(net, 0), credit=max(-net, 0), partner_id=partner_id)


def _yuan(fen: int) -> str:
    return text_of(fen, MONEY_PLACES)

"""How much a customer may owe, and how long: the limit of the firm, the overdue days of the shop (赊销额度).

The rule is a setting: `warn` leaves it to the screen, `refuse` lets nobody pass, `authorise` lets those pass who have
the right `credit.exceed` or borrow it.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from jxc_desktop.cash.settling import (
    ADVANCE_RECEIVED,
    RECEIVABLE,
    OpenItem,
    lock_partner,
    open_items,
)
from jxc_desktop.core.errors import Forbidden, Refused
from jxc_desktop.core.i18n import clauses, translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.core.sql import Statement
from jxc_desktop.partners.facts import PartnerFacts
from jxc_desktop.shop.actor import may
from jxc_desktop.shop.settings import settings_of

EXCEED = "credit.exceed"
_TERMS = Statement("SELECT credit_limit, credit_days FROM partner WHERE id = :id")


@dataclass(frozen=True, slots=True)
class CreditStanding:
    """What a customer would owe in fen, less what was paid ahead, beside what was agreed.

    `overdue` fen were due before `since`, the first day that the shop still tolerates; None where it tolerates all.
    """

    name: str
    owed: int
    limit: int | None
    overdue: int
    since: date | None

    @property
    def over(self) -> int:
        """Fen beyond the limit."""
        return 0 if self.limit is None else max(self.owed - self.limit, 0)

    @property
    def problem(self) -> str:
        """What stands against more credit, in one sentence; empty when nothing does."""
        said = []
        if self.limit is not None and self.over:
            told = translate("cash", "欠款会到 {owed}，超过信用额度 {limit}")
            said.append(told.format(owed=_yuan(self.owed), limit=_yuan(self.limit)))
        if self.overdue:
            told = translate("cash", "有 {overdue} 逾期太久")
            said.append(told.format(overdue=_yuan(self.overdue)))
        return f"{self.name} {clauses(said)}" if said else ""


def credit_standing(
    session: Session, partner: PartnerFacts, more_debt: int, day: date
) -> CreditStanding:
    """How a customer would stand on `day`, owing `more_debt` fen more."""
    limit, days = _TERMS.one(session, id=partner.id)
    debts = open_items(session, RECEIVABLE, partner.id)
    ahead = sum(item.amount for item in open_items(session, ADVANCE_RECEIVED, partner.id))
    owed = sum(item.amount for item in debts) - ahead
    tolerated = settings_of(session).credit_overdue_days
    if tolerated is None:
        return CreditStanding(partner.name, owed + more_debt, limit, 0, None)
    since = day - timedelta(days=tolerated)
    overdue = _overdue(debts, since - timedelta(days=days or 0), owed)
    return CreditStanding(partner.name, owed + more_debt, limit, overdue, since)


def require_credit(session: Session, partner: PartnerFacts, more_debt: int, day: date) -> None:
    """Refuse more debt to a customer beyond what the shop's rule allows; nothing on what is paid at once."""
    rule = settings_of(session).credit_rule
    if more_debt <= 0 or rule == "warn":
        return
    lock_partner(session, partner.id)
    problem = credit_standing(session, partner, more_debt, day).problem
    if not problem:
        return
    if rule == "refuse":
        told = translate("cash", "{problem}。先收款，或改成现结")
        raise Refused(told.format(problem=problem), field="partner")
    if not may(session, EXCEED):
        told = translate("cash", "{problem}。请店长或老板授权，或先收款")
        raise Forbidden(told.format(problem=problem), field="partner", lendable=EXCEED)


def _overdue(debts: list[OpenItem], before: date, owed: int) -> int:
    """Fen of documents older than `before`; money that waits unmatched counts against them."""
    late = sum(item.amount for item in debts if item.day < before and item.amount > 0)
    return max(min(late, owed), 0)


def _yuan(fen: int) -> str:
    return text_of(fen, MONEY_PLACES)

"""What can be asked about settlements without money, and about bad debts."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from jxc_desktop.cash.models import BadDebt, BadDebtPayment, Settlement, SettlementLine
from jxc_desktop.cash.queries.accounts import PaymentView, payments_of
from jxc_desktop.cash.queries.settlements import SettledView, settled_by
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.paper_views import Head, required_head
from jxc_desktop.partners.models import Partner
from jxc_desktop.shop.actor import needs


@dataclass(frozen=True, slots=True)
class SettlementView:
    """What met what, both sides in positive fen; `to_partner` took the debt over, "" where none did."""

    head: Head
    mode: str
    partner_id: int
    partner: str
    partner_name: str
    to_partner_id: int | None
    to_partner: str
    to_partner_name: str
    amount: int
    total: int
    used: tuple[SettledView, ...]
    settled: tuple[SettledView, ...]


@dataclass(frozen=True, slots=True)
class BadDebtView:
    """A debt given up, got after all or never to be paid; fen."""

    head: Head
    mode: str
    partner_id: int
    partner: str
    partner_name: str
    total: int
    payments: tuple[PaymentView, ...]
    settled: tuple[SettledView, ...]


@needs("settlement.view")
def settlement_view(session: Session, number: str) -> SettlementView:
    """The settlement with this number."""
    missing = translate("cash", "没有核销单 {number}。核对单号")
    head = required_head(session, Settlement, number, missing)
    doc, to = Settlement, aliased(Partner)
    code, to_code = _code(Partner), func.coalesce(_code(to), "")
    row = session.execute(
        select(
            doc.mode, doc.partner_id, code, doc.partner_name, doc.to_partner_id, to_code,
            doc.to_partner_name, doc.amount, doc.total,
        )
        .join(Partner, Partner.id == doc.partner_id)
        .outerjoin(to, to.id == doc.to_partner_id)
        .where(doc.id == head.id)
    ).one()  # fmt: skip
    return SettlementView(
        *(head, *row, _lines(session, head.id, used=True), _lines(session, head.id, used=False))
    )


def _code(partner: Any) -> Any:
    return func.coalesce(partner.customer_code, partner.supplier_code)


def _lines(session: Session, document_id: int, *, used: bool) -> tuple[SettledView, ...]:
    line = SettlementLine
    query = (
        select(line.number, line.amount)
        .where(line.document_id == document_id, line.used.in_([used]))
        .order_by(line.line_no)
    )
    return tuple(SettledView(*row) for row in session.execute(query))


@needs("bad_debt.view")
def bad_debt_view(session: Session, number: str) -> BadDebtView:
    """The bad debt with this number."""
    missing = translate("cash", "没有坏账单 {number}。核对单号")
    head = required_head(session, BadDebt, number, missing)
    row = session.execute(
        select(
            BadDebt.mode, BadDebt.partner_id, _code(Partner), BadDebt.partner_name, BadDebt.total
        )
        .join(Partner, Partner.id == BadDebt.partner_id)
        .where(BadDebt.id == head.id)
    ).one()
    payments = payments_of(session, BadDebtPayment, head.id)
    return BadDebtView(*(head, *row, payments, settled_by(session, number)))

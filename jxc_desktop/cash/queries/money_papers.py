"""What can be asked about money from and to firms: receipts, payments, advances."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.cash.models import (
    AdvancePayment,
    AdvancePaymentPayment,
    AdvanceReceipt,
    AdvanceReceiptPayment,
    CustomerReceipt,
    CustomerReceiptPayment,
    SupplierPayment,
    SupplierPaymentPayment,
)
from jxc_desktop.cash.queries.accounts import PaymentView, payments_of
from jxc_desktop.cash.queries.settlements import SettledView, settled_by
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.paper_views import Head, required_head
from jxc_desktop.partners.models import Partner
from jxc_desktop.shop.actor import needs


@dataclass(frozen=True, slots=True)
class MoneyView:
    """A customer receipt or a supplier payment; fen.

    `amount` moved, `cash_discount` was given up; both make `total`, of which `advance` settled nothing.
    """

    head: Head
    partner_id: int
    partner: str
    partner_name: str
    amount: int
    cash_discount: int
    advance: int
    total: int
    payments: tuple[PaymentView, ...]
    settled: tuple[SettledView, ...]


@dataclass(frozen=True, slots=True)
class AdvanceView:
    """Money ahead of goods; fen."""

    head: Head
    partner_id: int
    partner: str
    partner_name: str
    total: int
    payments: tuple[PaymentView, ...]


@needs("customer_receipt.view")
def customer_receipt_view(session: Session, number: str) -> MoneyView:
    """The customer receipt with this number."""
    missing = translate("cash", "没有收款单 {number}。核对单号")
    model, payment = CustomerReceipt, CustomerReceiptPayment
    return _money_view(session, model, payment, Partner.customer_code, number, missing)


@needs("supplier_payment.view")
def supplier_payment_view(session: Session, number: str) -> MoneyView:
    """The supplier payment with this number."""
    missing = translate("cash", "没有付款单 {number}。核对单号")
    model, payment = SupplierPayment, SupplierPaymentPayment
    return _money_view(session, model, payment, Partner.supplier_code, number, missing)


@needs("advance_receipt.view")
def advance_receipt_view(session: Session, number: str) -> AdvanceView:
    """The advance from a customer with this number."""
    missing = translate("cash", "没有预收款单 {number}。核对单号")
    model, payment = AdvanceReceipt, AdvanceReceiptPayment
    return _advance_view(session, model, payment, Partner.customer_code, number, missing)


@needs("advance_payment.view")
def advance_payment_view(session: Session, number: str) -> AdvanceView:
    """The prepayment to a supplier with this number."""
    missing = translate("cash", "没有预付款单 {number}。核对单号")
    model, payment = AdvancePayment, AdvancePaymentPayment
    return _advance_view(session, model, payment, Partner.supplier_code, number, missing)


def _money_view(
    session: Session, model: Any, payment: Any, code: Any, number: str, missing: str
) -> MoneyView:
    head = required_head(session, model, number, missing)
    row = session.execute(
        select(
            model.partner_id, code, model.partner_name, model.amount, model.cash_discount,
            model.advance, model.total,
        )
        .join(Partner, Partner.id == model.partner_id)
        .where(model.id == head.id)
    ).one()  # fmt: skip
    payments = payments_of(session, payment, head.id)
    return MoneyView(*(head, *row, payments, settled_by(session, number)))


def _advance_view(
    session: Session, model: Any, payment: Any, code: Any, number: str, missing: str
) -> AdvanceView:
    head = required_head(session, model, number, missing)
    row = session.execute(
        select(model.partner_id, code, model.partner_name, model.total)
        .join(Partner, Partner.id == model.partner_id)
        .where(model.id == head.id)
    ).one()
    return AdvanceView(*(head, *row, payments_of(session, payment, head.id)))

"""Papers of posted money documents, counted as printed: 补打 from the second time on."""

from sqlalchemy.orm import Session

from jxc_desktop.cash.queries import customer_receipt_view, expense_view, supplier_payment_view
from jxc_desktop.cash.slips import expense_slip, money_receipt, payment_slip
from jxc_desktop.printing.form import Form
from jxc_desktop.shop.print_log import note_print
from jxc_desktop.shop.settings import settings_of

MONEY_RECEIPT, PAYMENT_SLIP, EXPENSE_SLIP = "money_receipt", "payment_slip", "expense_slip"


def printed_receipt(session: Session, number: str) -> Form:
    """The receipt for a customer's money."""
    view = customer_receipt_view(session, number)
    printed = note_print(session, number, MONEY_RECEIPT)
    return money_receipt(view, settings_of(session), printed=printed)


def printed_payment(session: Session, number: str) -> Form:
    """The slip of a payment to a supplier."""
    view = supplier_payment_view(session, number)
    printed = note_print(session, number, PAYMENT_SLIP)
    return payment_slip(view, settings_of(session), printed=printed)


def printed_expense(session: Session, number: str) -> Form:
    """The slip of expenses."""
    view = expense_view(session, number)
    printed = note_print(session, number, EXPENSE_SLIP)
    return expense_slip(view, settings_of(session), printed=printed)

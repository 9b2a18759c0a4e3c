"""What one kind of money document says about itself, so that one pane can type, post and show them all."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash import queries, services
from jxc_desktop.cash.papers import PAPERS, printed_money_paper
from jxc_desktop.cash.queries import MoneyChoices
from jxc_desktop.cash.typed_money import draft_of
from jxc_desktop.cash.ui.bad_debt_form import BadDebtForm
from jxc_desktop.cash.ui.money_form import MoneyForm
from jxc_desktop.cash.ui.receipt_form import ReceiptForm
from jxc_desktop.cash.ui.settlement_form import SettlementForm
from jxc_desktop.cash.ui.spending_form import SpendingForm
from jxc_desktop.cash.ui.transfer_form import TransferForm
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.foreseen import Foreseen
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.printing.form import Form
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.widgets.pane import Pane


@dataclass(frozen=True)
class MoneyKind:
    """One kind; `make_form` is its form's class."""

    kind: str
    make_form: Callable[[Pane, str, MoneyChoices], MoneyForm]
    post: Callable[..., Posted]
    take_back: Callable[..., Posted]
    view: Callable[[Session, str], Any]
    foresee: Callable[[Session, Any], Foreseen]

    @property
    def title(self) -> str:
        """What the document is called."""
        return kind_words()[self.kind]

    @property
    def small(self) -> bool:
        """Whether its paper is a third of a sheet."""
        return PAPERS[self.kind].small

    def draft(self, typed: TypedFields) -> Any:
        """The document for the service; complete as far as it was typed."""
        return draft_of(self.kind, typed)

    def reverse(self, session: Session, wanted: Reversal, *, key: Key) -> Posted:
        """Take one back."""
        return self.take_back(session, wanted, key=key)

    def note(self, session: Session, number: str) -> Form:
        """The paper, noting that it is printed."""
        return printed_money_paper(session, number, kind=self.kind)


def kind_words() -> dict[str, str]:
    """Every kind of money document as people call it, in the order people meet them."""
    return {
        "customer_receipt": translate("cash", "收款单"),
        "supplier_payment": translate("cash", "付款单"),
        "advance_receipt": translate("cash", "预收款单"),
        "advance_payment": translate("cash", "预付款单"),
        "settlement": translate("cash", "核销单"),
        "bad_debt": translate("cash", "坏账单"),
        "expense": translate("cash", "费用单"),
        "other_income": translate("cash", "其他收入单"),
        "money_transfer": translate("cash", "转款单"),
    }


def money_kind(kind: str) -> MoneyKind:
    """The kind with this word."""
    return MoneyKind(kind, *_PARTS[kind])


_PARTS: dict[str, tuple[Any, ...]] = {
    "customer_receipt": (
        ReceiptForm,
        services.post_customer_receipt,
        services.reverse_customer_receipt,
        queries.customer_receipt_view,
        services.foresee_customer_receipt,
    ),
    "supplier_payment": (
        ReceiptForm,
        services.post_supplier_payment,
        services.reverse_supplier_payment,
        queries.supplier_payment_view,
        services.foresee_supplier_payment,
    ),
    "advance_receipt": (
        ReceiptForm,
        services.post_advance_receipt,
        services.reverse_advance_receipt,
        queries.advance_receipt_view,
        services.foresee_advance_receipt,
    ),
    "advance_payment": (
        ReceiptForm,
        services.post_advance_payment,
        services.reverse_advance_payment,
        queries.advance_payment_view,
        services.foresee_advance_payment,
    ),
    "settlement": (
        SettlementForm,
        services.post_settlement,
        services.reverse_settlement,
        queries.settlement_view,
        services.foresee_settlement,
    ),
    "bad_debt": (
        BadDebtForm,
        services.post_bad_debt,
        services.reverse_bad_debt,
        queries.bad_debt_view,
        services.foresee_bad_debt,
    ),
    "expense": (
        SpendingForm,
        services.post_expense,
        services.reverse_expense,
        queries.expense_view,
        services.foresee_expense,
    ),
    "other_income": (
        SpendingForm,
        services.post_other_income,
        services.reverse_other_income,
        queries.other_income_view,
        services.foresee_other_income,
    ),
    "money_transfer": (
        TransferForm,
        services.post_money_transfer,
        services.reverse_money_transfer,
        queries.money_transfer_view,
        services.foresee_money_transfer,
    ),
}

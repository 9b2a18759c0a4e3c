"""What can be asked about money: where it lies, how it moved, who owes it, the papers of it."""

from jxc_desktop.cash.queries.accounts import (
    DRAWERS,
    CashItemView,
    JournalRow,
    MethodView,
    MoneyAccountView,
    PaymentView,
    cash_items,
    cash_journal,
    money_account_named,
    money_accounts,
    money_balances,
    payment_methods,
    payments_of,
)
from jxc_desktop.cash.queries.choices import MoneyChoices, PurseView, money_choices
from jxc_desktop.cash.queries.lists import money_paper_list, money_paper_sum
from jxc_desktop.cash.queries.money_papers import (
    AdvanceView,
    MoneyView,
    advance_payment_view,
    advance_receipt_view,
    customer_receipt_view,
    supplier_payment_view,
)
from jxc_desktop.cash.queries.offset_papers import (
    BadDebtView,
    SettlementView,
    bad_debt_view,
    settlement_view,
)
from jxc_desktop.cash.queries.settlements import (
    OpenView,
    SettledView,
    open_documents,
    settled_by,
)
from jxc_desktop.cash.queries.spending import (
    PurposeView,
    SpendingView,
    TransferView,
    expense_view,
    money_transfer_view,
    other_income_view,
)

__all__ = [
    "DRAWERS",
    "AdvanceView",
    "BadDebtView",
    "CashItemView",
    "JournalRow",
    "MethodView",
    "MoneyAccountView",
    "MoneyChoices",
    "MoneyView",
    "OpenView",
    "PaymentView",
    "PurposeView",
    "PurseView",
    "SettledView",
    "SettlementView",
    "SpendingView",
    "TransferView",
    "advance_payment_view",
    "advance_receipt_view",
    "bad_debt_view",
    "cash_items",
    "cash_journal",
    "customer_receipt_view",
    "expense_view",
    "money_account_named",
    "money_accounts",
    "money_balances",
    "money_choices",
    "money_paper_list",
    "money_paper_sum",
    "money_transfer_view",
    "open_documents",
    "other_income_view",
    "payment_methods",
    "payments_of",
    "settled_by",
    "settlement_view",
    "supplier_payment_view",
]

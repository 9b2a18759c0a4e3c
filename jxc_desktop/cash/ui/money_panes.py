"""Each kind of money document on screen."""

from PySide6.QtCore import QT_TR_NOOP

from jxc_desktop.cash.ui.money_pane import MoneyPane


class CustomerReceiptPane(MoneyPane):
    """Money from a customer."""

    title = str(QT_TR_NOOP("收款单"))
    icon = "hand-coins"
    needs = "customer_receipt.view"
    watches = frozenset({"customer_receipt", "matching", "entry"})
    kind = "customer_receipt"


class SupplierPaymentPane(MoneyPane):
    """Money to a supplier."""

    title = str(QT_TR_NOOP("付款单"))
    icon = "banknote"
    needs = "supplier_payment.view"
    watches = frozenset({"supplier_payment", "matching", "entry"})
    kind = "supplier_payment"


class AdvanceReceiptPane(MoneyPane):
    """Money from a customer ahead of the goods."""

    title = str(QT_TR_NOOP("预收款单"))
    icon = "hand-coins"
    needs = "advance_receipt.view"
    watches = frozenset({"advance_receipt", "matching", "entry"})
    kind = "advance_receipt"


class AdvancePaymentPane(MoneyPane):
    """Money to a supplier ahead of the goods."""

    title = str(QT_TR_NOOP("预付款单"))
    icon = "banknote"
    needs = "advance_payment.view"
    watches = frozenset({"advance_payment", "matching", "entry"})
    kind = "advance_payment"


class SettlementPane(MoneyPane):
    """Open documents set against each other."""

    title = str(QT_TR_NOOP("核销单"))
    icon = "arrow-left-right"
    needs = "settlement.view"
    watches = frozenset({"settlement", "matching", "entry"})
    kind = "settlement"


class BadDebtPane(MoneyPane):
    """Debts that will not be paid."""

    title = str(QT_TR_NOOP("坏账单"))
    icon = "ban"
    needs = "bad_debt.view"
    watches = frozenset({"bad_debt", "matching", "entry"})
    kind = "bad_debt"


class ExpensePane(MoneyPane):
    """What running the shop costs."""

    title = str(QT_TR_NOOP("费用单"))
    icon = "receipt-text"
    needs = "expense.view"
    watches = frozenset({"expense", "entry"})
    kind = "expense"


class OtherIncomePane(MoneyPane):
    """Money that came in by something else than goods."""

    title = str(QT_TR_NOOP("其他收入单"))
    icon = "coins"
    needs = "other_income.view"
    watches = frozenset({"other_income", "entry"})
    kind = "other_income"


class MoneyTransferPane(MoneyPane):
    """Money between the shop's own accounts."""

    title = str(QT_TR_NOOP("转款单"))
    icon = "arrow-right"
    needs = "money_transfer.view"
    watches = frozenset({"money_transfer", "entry"})
    kind = "money_transfer"

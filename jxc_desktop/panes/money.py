"""Money: its documents at the centre, their lists at the left, who owes what, where it lies and what it is for."""

from collections.abc import Callable
from importlib import import_module

from jxc_desktop.core.i18n import translate
from jxc_desktop.shell.pane_spec import Area, PaneSpec
from jxc_desktop.widgets.pane import Context, Pane

_PANES = "jxc_desktop.cash.ui.money_panes"


def money_panes() -> tuple[PaneSpec, ...]:
    """In the order of the menu."""
    return (
        PaneSpec(
            "money_papers",
            translate("panes", "往来资金"),
            "hand-coins",
            Area.LEFT,
            "money",
            _papers,
            needs="expense.view",
            words=translate("panes", "收款单 付款单 列表 草稿"),
        ),
        *_documents(),
        PaneSpec(
            "debt_book",
            translate("panes", "欠款本"),
            "notebook-text",
            Area.CENTRE,
            "money",
            _debt_book,
            needs="report.cash",
            words=translate("panes", "账龄 催款 承诺 应收"),
        ),
        PaneSpec(
            "bank_match",
            translate("panes", "银行对账"),
            "landmark",
            Area.CENTRE,
            "money",
            _bank,
            needs="bank_statement.view",
            words=translate("panes", "流水 勾对 余额调节表 微信账单 支付宝账单"),
        ),
        PaneSpec(
            "money_accounts",
            translate("panes", "结算账户"),
            "wallet",
            Area.CENTRE,
            "money",
            _accounts,
            needs="money_account.view",
            words=translate("panes", "现金 银行 微信 支付宝 余额"),
        ),
        PaneSpec(
            "cash_items",
            translate("panes", "收支项目"),
            "tags",
            Area.CENTRE,
            "money",
            _items,
            needs="cash_item.view",
            words=translate("panes", "费用项目 收入项目"),
        ),
    )


def _documents() -> tuple[PaneSpec, ...]:
    return (
        _document(
            "customer_receipt",
            translate("panes", "收款单"),
            "hand-coins",
            "CustomerReceiptPane",
            translate("panes", "收钱 回款 核销"),
        ),
        _document(
            "supplier_payment",
            translate("panes", "付款单"),
            "banknote",
            "SupplierPaymentPane",
            translate("panes", "付钱 货款"),
        ),
        _document(
            "advance_receipt",
            translate("panes", "预收款单"),
            "hand-coins",
            "AdvanceReceiptPane",
            translate("panes", "定金 预收"),
        ),
        _document(
            "advance_payment",
            translate("panes", "预付款单"),
            "banknote",
            "AdvancePaymentPane",
            translate("panes", "订金 预付"),
        ),
        _document(
            "settlement",
            translate("panes", "核销单"),
            "arrow-left-right",
            "SettlementPane",
            translate("panes", "冲账 对冲 转账"),
        ),
        _document(
            "bad_debt",
            translate("panes", "坏账单"),
            "ban",
            "BadDebtPane",
            translate("panes", "坏账 呆账"),
        ),
        _document(
            "expense",
            translate("panes", "费用单"),
            "receipt-text",
            "ExpensePane",
            translate("panes", "房租 水电 运费 报销"),
        ),
        _document(
            "other_income",
            translate("panes", "其他收入单"),
            "coins",
            "OtherIncomePane",
            translate("panes", "废品 利息"),
        ),
        _document(
            "money_transfer",
            translate("panes", "转款单"),
            "arrow-right",
            "MoneyTransferPane",
            translate("panes", "提现 存款 缴款"),
        ),
    )


def _document(kind: str, title: str, icon: str, pane: str, words: str) -> PaneSpec:
    return PaneSpec(
        kind,
        title,
        icon,
        Area.CENTRE,
        "money",
        _built(pane),
        needs=f"{kind}.view",
        words=words,
        many=True,
    )


def _built(pane: str) -> Callable[[Context], Pane]:
    """A kind's pane, imported when it is first shown."""

    def build(context: Context) -> Pane:
        made: Pane = getattr(import_module(_PANES), pane)(context)
        return made

    return build


def _papers(context: Context) -> Pane:
    from jxc_desktop.cash.ui.money_list_pane import MoneyListPane

    return MoneyListPane(context)


def _debt_book(context: Context) -> Pane:
    from jxc_desktop.cash.ui.debt_book_pane import DebtBookPane

    return DebtBookPane(context)


def _bank(context: Context) -> Pane:
    from jxc_desktop.cash.ui.bank_pane import BankPane

    return BankPane(context)


def _accounts(context: Context) -> Pane:
    from jxc_desktop.cash.ui.purse_panes import MoneyAccountPane

    return MoneyAccountPane(context)


def _items(context: Context) -> Pane:
    from jxc_desktop.cash.ui.purse_panes import CashItemPane

    return CashItemPane(context)

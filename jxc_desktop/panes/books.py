"""Accounts and vouchers."""

from jxc_desktop.core.i18n import translate
from jxc_desktop.shell.pane_spec import Area, PaneSpec
from jxc_desktop.widgets.pane import Context, Pane


def books_panes() -> tuple[PaneSpec, ...]:
    """In the order of the menus."""
    return (
        PaneSpec(
            "ledger",
            translate("panes", "账本"),
            "notebook-text",
            Area.LEFT,
            "books",
            _ledger,
            needs="report.books",
            words=translate("panes", "科目 余额 总账"),
        ),
        PaneSpec(
            "vouchers",
            translate("panes", "凭证"),
            "stamp",
            Area.LEFT,
            "books",
            _vouchers,
            needs="voucher.view",
            words=translate("panes", "记账凭证 字号"),
        ),
        PaneSpec(
            "account_card",
            translate("panes", "明细账"),
            "book-open",
            Area.CENTRE,
            "",
            _account_card,
            needs="report.books",
            named_by_subject=True,
        ),
        PaneSpec(
            "voucher",
            translate("panes", "凭证"),
            "stamp",
            Area.CENTRE,
            "",
            _voucher,
            needs="voucher.view",
            named_by_subject=True,
        ),
    )


def _ledger(context: Context) -> Pane:
    from jxc_desktop.ledger.ui.ledger_pane import LedgerPane

    return LedgerPane(context)


def _vouchers(context: Context) -> Pane:
    from jxc_desktop.ledger.ui.voucher_list import VoucherList

    return VoucherList(context)


def _account_card(context: Context) -> Pane:
    from jxc_desktop.ledger.ui.account_card_pane import AccountCardPane

    return AccountCardPane(context)


def _voucher(context: Context) -> Pane:
    from jxc_desktop.ledger.ui.voucher_pane import VoucherPane

    return VoucherPane(context)

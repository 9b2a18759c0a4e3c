"""Accounts and vouchers."""

from jxc_desktop.core.i18n import translate
from jxc_desktop.panes.backing import back_up_first
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
            "journal_voucher",
            translate("panes", "新凭证"),
            "square-pen",
            Area.CENTRE,
            "books",
            _journal,
            needs="journal_voucher.view",
            words=translate("panes", "录凭证 填制凭证 手工凭证 分录 模板"),
            many=True,
        ),
        PaneSpec(
            "periods",
            translate("panes", "期间与结账"),
            "calendar-check",
            Area.CENTRE,
            "books",
            _periods,
            needs="voucher.view",
            words=translate("panes", "月末 结账 反结账 申报"),
        ),
        PaneSpec(
            "chart",
            translate("panes", "会计科目"),
            "layers",
            Area.CENTRE,
            "books",
            _chart,
            needs="account.view",
            words=translate("panes", "科目表 加科目 明细科目 辅助核算"),
        ),
        PaneSpec(
            "fixed_asset",
            translate("panes", "固定资产"),
            "building-2",
            Area.CENTRE,
            "books",
            _fixed_assets,
            needs="fixed_asset.view",
            words=translate("panes", "折旧 设备 车辆 处置 卡片"),
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


def _chart(context: Context) -> Pane:
    from jxc_desktop.ledger.ui.chart_pane import ChartPane

    return ChartPane(context)


def _fixed_assets(context: Context) -> Pane:
    from jxc_desktop.ledger.ui.asset_pane import AssetPane

    return AssetPane(context)


def _vouchers(context: Context) -> Pane:
    from jxc_desktop.ledger.ui.voucher_list import VoucherList

    return VoucherList(context)


def _account_card(context: Context) -> Pane:
    from jxc_desktop.ledger.ui.account_card_pane import AccountCardPane

    return AccountCardPane(context)


def _voucher(context: Context) -> Pane:
    from jxc_desktop.ledger.ui.voucher_pane import VoucherPane

    return VoucherPane(context)


def _journal(context: Context) -> Pane:
    from jxc_desktop.intake.voucher import reverse_voucher
    from jxc_desktop.ledger.ui.journal_pane import JournalPane

    return JournalPane(context, reverse_voucher)


def _periods(context: Context) -> Pane:
    from jxc_desktop.features import CLOSING
    from jxc_desktop.ledger.ui.period_pane import PeriodPane

    return PeriodPane(context, CLOSING, back_up_first(context, "before_close"))

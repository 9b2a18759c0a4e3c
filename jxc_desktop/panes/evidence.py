"""The docks beside a document: each answers one question about what the hand is on."""

from jxc_desktop.core.i18n import translate
from jxc_desktop.shell.pane_spec import Area, PaneSpec
from jxc_desktop.widgets.pane import Context, Pane


def evidence_panes() -> tuple[PaneSpec, ...]:
    """In the order of the menus."""
    return (
        PaneSpec(
            "last_sold",
            translate("panes", "客户最近成交价"),
            "history",
            Area.RIGHT,
            "view",
            _last_sold,
            needs="sales_delivery.view",
        ),
        PaneSpec(
            "last_bought",
            translate("panes", "供应商最近进价"),
            "history",
            Area.RIGHT,
            "view",
            _last_bought,
            needs="field.purchase_price",
        ),
        PaneSpec(
            "stock_levels",
            translate("panes", "分仓库存"),
            "warehouse",
            Area.RIGHT,
            "view",
            _stock_levels,
            needs="stock.view",
        ),
        PaneSpec(
            "cost_sheet",
            translate("panes", "成本由来"),
            "calculator",
            Area.RIGHT,
            "view",
            _cost_sheet,
            needs="field.cost_price",
            words=translate("panes", "成本怎么算的 成本明细 算式"),
        ),
        PaneSpec(
            "price_course",
            translate("panes", "进价走势"),
            "trending-up",
            Area.RIGHT,
            "view",
            _price_course,
            needs="field.purchase_price",
        ),
        PaneSpec(
            "firm_debt",
            translate("panes", "客户欠款"),
            "hand-coins",
            Area.RIGHT,
            "view",
            _firm_debt,
            needs="customer.view",
        ),
        PaneSpec(
            "attachments",
            translate("panes", "附件"),
            "paperclip",
            Area.RIGHT,
            "view",
            _attachments,
        ),
        PaneSpec(
            "document_notes",
            translate("panes", "补注"),
            "square-pen",
            Area.RIGHT,
            "view",
            _document_notes,
            words=translate("panes", "补充备注 改备注 过账后备注"),
        ),
        PaneSpec(
            "margin",
            translate("panes", "本单毛利"),
            "percent",
            Area.RIGHT,
            "view",
            _margin,
            needs="field.cost_price",
        ),
        PaneSpec(
            "voucher_preview",
            translate("panes", "凭证预览"),
            "landmark",
            Area.BOTTOM,
            "view",
            _voucher_preview,
            needs="voucher.view",
        ),
    )


def _last_sold(context: Context) -> Pane:
    from jxc_desktop.sales.ui.last_sold_dock import LastSoldDock

    return LastSoldDock(context)


def _last_bought(context: Context) -> Pane:
    from jxc_desktop.purchase.ui.last_bought_dock import LastBoughtDock

    return LastBoughtDock(context)


def _margin(context: Context) -> Pane:
    from jxc_desktop.sales.ui.margin_dock import MarginDock

    return MarginDock(context)


def _voucher_preview(context: Context) -> Pane:
    from jxc_desktop.ledger.ui.voucher_preview import VoucherPreview

    return VoucherPreview(context)


def _stock_levels(context: Context) -> Pane:
    from jxc_desktop.stock.ui.stock_levels_dock import StockLevelsDock

    return StockLevelsDock(context)


def _cost_sheet(context: Context) -> Pane:
    from jxc_desktop.stock.ui.cost_sheet_dock import CostSheetDock

    return CostSheetDock(context)


def _price_course(context: Context) -> Pane:
    from jxc_desktop.purchase.ui.price_course_dock import PriceCourseDock

    return PriceCourseDock(context)


def _firm_debt(context: Context) -> Pane:
    from jxc_desktop.cash.ui.firm_debt_dock import FirmDebtDock

    return FirmDebtDock(context)


def _attachments(context: Context) -> Pane:
    from jxc_desktop.shop.ui.attachments_dock import AttachmentsDock

    return AttachmentsDock(context)


def _document_notes(context: Context) -> Pane:
    from jxc_desktop.shop.ui.notes_dock import NotesDock

    return NotesDock(context)

"""Documents of purchase and sales: their lists at the left, themselves at the centre."""

from jxc_desktop.core.i18n import translate
from jxc_desktop.shell.pane_spec import Area, PaneSpec
from jxc_desktop.widgets.pane import Context, Pane


def paper_panes() -> tuple[PaneSpec, ...]:
    """In the order of the menus."""
    return (*_sales(), *_purchase())


def _sales() -> tuple[PaneSpec, ...]:
    return (
        PaneSpec(
            "deliveries",
            translate("panes", "销售"),
            "file-up",
            Area.LEFT,
            "sales",
            _deliveries,
            needs="sales_delivery.view",
            words=translate("panes", "销售出库单 列表 草稿"),
        ),
        PaneSpec(
            "sales_delivery",
            translate("panes", "销售出库单"),
            "file-up",
            Area.CENTRE,
            "sales",
            _delivery,
            needs="sales_delivery.view",
            words=translate("panes", "开单 送货单 卖货"),
            many=True,
        ),
    )


def _purchase() -> tuple[PaneSpec, ...]:
    return (
        PaneSpec(
            "receipts",
            translate("panes", "采购"),
            "file-down",
            Area.LEFT,
            "purchase",
            _receipts,
            needs="goods_receipt.view",
            words=translate("panes", "采购入库单 列表 草稿"),
        ),
        PaneSpec(
            "goods_receipt",
            translate("panes", "采购入库单"),
            "file-down",
            Area.CENTRE,
            "purchase",
            _receipt,
            needs="goods_receipt.view",
            words=translate("panes", "进货 收货"),
            many=True,
        ),
    )


def _deliveries(context: Context) -> Pane:
    from jxc_desktop.sales.ui.delivery_list_pane import DeliveryListPane

    return DeliveryListPane(context)


def _delivery(context: Context) -> Pane:
    from jxc_desktop.sales.ui.delivery_pane import DeliveryPane

    return DeliveryPane(context)


def _receipts(context: Context) -> Pane:
    from jxc_desktop.purchase.ui.receipt_list_pane import ReceiptListPane

    return ReceiptListPane(context)


def _receipt(context: Context) -> Pane:
    from jxc_desktop.purchase.ui.receipt_pane import ReceiptPane

    return ReceiptPane(context)

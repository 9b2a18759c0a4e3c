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
            words=translate("panes", "报价 订单 出库 退货 列表 草稿"),
        ),
        PaneSpec(
            "quotation",
            translate("panes", "销售报价单"),
            "file-text",
            Area.CENTRE,
            "sales",
            _quotation,
            needs="quotation.view",
            words=translate("panes", "报价 询价"),
            many=True,
        ),
        PaneSpec(
            "sales_order",
            translate("panes", "销售订单"),
            "clipboard-check",
            Area.CENTRE,
            "sales",
            _sales_order,
            needs="sales_order.view",
            words=translate("panes", "订货 交货 占用"),
            many=True,
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
        PaneSpec(
            "sales_return",
            translate("panes", "销售退货单"),
            "rotate-ccw",
            Area.CENTRE,
            "sales",
            _sales_return,
            needs="sales_return.view",
            words=translate("panes", "退货 退款 冲减"),
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
    from jxc_desktop.sales.ui.sales_list_pane import SalesListPane

    return SalesListPane(context)


def _quotation(context: Context) -> Pane:
    from jxc_desktop.sales.ui.order_panes import QuotationPane

    return QuotationPane(context)


def _sales_order(context: Context) -> Pane:
    from jxc_desktop.sales.ui.order_panes import SalesOrderPane

    return SalesOrderPane(context)


def _sales_return(context: Context) -> Pane:
    from jxc_desktop.sales.ui.return_pane import ReturnPane

    return ReturnPane(context)


def _delivery(context: Context) -> Pane:
    from jxc_desktop.sales.ui.delivery_pane import DeliveryPane

    return DeliveryPane(context)


def _receipts(context: Context) -> Pane:
    from jxc_desktop.purchase.ui.receipt_list_pane import ReceiptListPane

    return ReceiptListPane(context)


def _receipt(context: Context) -> Pane:
    from jxc_desktop.purchase.ui.receipt_pane import ReceiptPane

    return ReceiptPane(context)

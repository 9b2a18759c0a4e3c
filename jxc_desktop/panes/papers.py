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
            words=translate("panes", "报价 订单 出库 退货 发票 列表 草稿"),
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
            "quotation_versions",
            translate("panes", "报价版本"),
            "history",
            Area.CENTRE,
            "",
            _quotation_versions,
            needs="quotation.view",
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
        PaneSpec(
            "sales_invoice",
            translate("panes", "开票登记"),
            "receipt-text",
            Area.CENTRE,
            "sales",
            _sales_invoice,
            needs="sales_invoice.view",
            words=translate("panes", "发票 专票 普票 红字发票 销项"),
            many=True,
        ),
    )


def _purchase() -> tuple[PaneSpec, ...]:
    return (
        PaneSpec(
            "requests",
            translate("panes", "请购"),
            "clipboard-list",
            Area.LEFT,
            "purchase",
            _requests,
            needs="purchase_request.view",
            words=translate("panes", "请购 询价 报价 列表"),
        ),
        PaneSpec(
            "receipts",
            translate("panes", "采购"),
            "file-down",
            Area.LEFT,
            "purchase",
            _receipts,
            needs="goods_receipt.view",
            words=translate("panes", "订单 入库 发票 退货 列表 草稿"),
        ),
        PaneSpec(
            "purchase_request",
            translate("panes", "请购单"),
            "clipboard-list",
            Area.CENTRE,
            "purchase",
            _purchase_request,
            needs="purchase_request.view",
            words=translate("panes", "申请 缺货 要货"),
            many=True,
        ),
        PaneSpec(
            "rfq",
            translate("panes", "询价比价"),
            "scale",
            Area.CENTRE,
            "purchase",
            _rfq,
            needs="rfq.view",
            words=translate("panes", "询价 比价 报价"),
            many=True,
        ),
        PaneSpec(
            "supplier_quotation",
            translate("panes", "供应商报价单"),
            "file-text",
            Area.CENTRE,
            "purchase",
            _supplier_quotation,
            needs="supplier_quotation.view",
            words=translate("panes", "进价 价目 报价"),
            many=True,
        ),
        PaneSpec(
            "purchase_order",
            translate("panes", "采购订单"),
            "clipboard-check",
            Area.CENTRE,
            "purchase",
            _purchase_order,
            needs="purchase_order.view",
            words=translate("panes", "订货 进货 在途"),
            many=True,
        ),
        PaneSpec(
            "goods_receipt",
            translate("panes", "采购入库单"),
            "file-down",
            Area.CENTRE,
            "purchase",
            _receipt,
            needs="goods_receipt.view",
            words=translate("panes", "进货 收货 验收 拒收"),
            many=True,
        ),
        PaneSpec(
            "purchase_invoice",
            translate("panes", "采购发票"),
            "receipt-text",
            Area.CENTRE,
            "purchase",
            _purchase_invoice,
            needs="purchase_invoice.view",
            words=translate("panes", "发票 暂估 进项"),
            many=True,
        ),
        PaneSpec(
            "purchase_return",
            translate("panes", "采购退货单"),
            "rotate-ccw",
            Area.CENTRE,
            "purchase",
            _purchase_return,
            needs="purchase_return.view",
            words=translate("panes", "退货 退供应商"),
            many=True,
        ),
        PaneSpec(
            "purchase_allowance",
            translate("panes", "采购折让单"),
            "percent",
            Area.CENTRE,
            "purchase",
            _purchase_allowance,
            needs="purchase_allowance.view",
            words=translate("panes", "折让 返利 补差"),
            many=True,
        ),
        PaneSpec(
            "landed_cost",
            translate("panes", "采购费用分摊单"),
            "truck",
            Area.CENTRE,
            "purchase",
            _landed_cost,
            needs="landed_cost.view",
            words=translate("panes", "运费 装卸费 分摊 成本"),
            many=True,
        ),
        PaneSpec(
            "supplier_price",
            translate("panes", "供应商价目"),
            "tags",
            Area.CENTRE,
            "purchase",
            _supplier_prices,
            needs="field.purchase_price",
            words=translate("panes", "进价 价格表 报价"),
        ),
    )


def _deliveries(context: Context) -> Pane:
    from jxc_desktop.sales.ui.sales_list_pane import SalesListPane

    return SalesListPane(context)


def _quotation(context: Context) -> Pane:
    from jxc_desktop.sales.ui.order_panes import QuotationPane

    return QuotationPane(context)


def _quotation_versions(context: Context) -> Pane:
    from jxc_desktop.sales.ui.versions_pane import VersionsPane

    return VersionsPane(context)


def _sales_order(context: Context) -> Pane:
    from jxc_desktop.purchase.ui.buying_for_sales import buying_for_sales
    from jxc_desktop.sales.ui.order_panes import SalesOrderPane

    return SalesOrderPane(context, (buying_for_sales(),))


def _sales_return(context: Context) -> Pane:
    from jxc_desktop.sales.ui.return_pane import ReturnPane

    return ReturnPane(context)


def _sales_invoice(context: Context) -> Pane:
    from jxc_desktop.sales.ui.invoice_pane import SalesInvoicePane

    return SalesInvoicePane(context)


def _delivery(context: Context) -> Pane:
    from jxc_desktop.sales.ui.delivery_pane import DeliveryPane

    return DeliveryPane(context)


def _receipts(context: Context) -> Pane:
    from jxc_desktop.purchase.ui.purchase_list_pane import PurchaseListPane

    return PurchaseListPane(context)


def _receipt(context: Context) -> Pane:
    from jxc_desktop.purchase.ui.receipt_pane import ReceiptPane

    return ReceiptPane(context)


def _requests(context: Context) -> Pane:
    from jxc_desktop.purchase.ui.purchase_list_pane import RequestListPane

    return RequestListPane(context)


def _purchase_request(context: Context) -> Pane:
    from jxc_desktop.purchase.ui.request_pane import RequestPane

    return RequestPane(context)


def _rfq(context: Context) -> Pane:
    from jxc_desktop.purchase.ui.rfq_pane import RfqPane

    return RfqPane(context)


def _supplier_quotation(context: Context) -> Pane:
    from jxc_desktop.purchase.ui.order_panes import SupplierQuotationPane

    return SupplierQuotationPane(context)


def _purchase_order(context: Context) -> Pane:
    from jxc_desktop.purchase.ui.order_panes import PurchaseOrderPane

    return PurchaseOrderPane(context)


def _purchase_invoice(context: Context) -> Pane:
    from jxc_desktop.purchase.ui.invoice_pane import PurchaseInvoicePane

    return PurchaseInvoicePane(context)


def _purchase_return(context: Context) -> Pane:
    from jxc_desktop.purchase.ui.return_pane import PurchaseReturnPane

    return PurchaseReturnPane(context)


def _purchase_allowance(context: Context) -> Pane:
    from jxc_desktop.purchase.ui.allowance_pane import AllowancePane

    return AllowancePane(context)


def _landed_cost(context: Context) -> Pane:
    from jxc_desktop.purchase.ui.landed_pane import LandedCostPane

    return LandedCostPane(context)


def _supplier_prices(context: Context) -> Pane:
    from jxc_desktop.purchase.ui.supplier_price_pane import SupplierPricePane

    return SupplierPricePane(context)

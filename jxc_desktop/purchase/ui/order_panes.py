"""供应商报价单 and 采购订单 on screen."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QWidget

from jxc_desktop.purchase.ui.order_kinds import PurchaseOrderKind, SupplierQuotationKind
from jxc_desktop.stock.ui.order_pane import Further, OrderPane
from jxc_desktop.widgets.pane import Context


class SupplierQuotationPane(OrderPane):
    """Types, approves and shows suppliers' quotations; F12 makes an order of one."""

    title = str(QT_TR_NOOP("供应商报价单"))
    icon = "file-text"
    needs = "supplier_quotation.view"
    watches = frozenset({"supplier_quotation", "purchase_order"})

    def __init__(
        self, context: Context, further: Sequence[Further] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(context, SupplierQuotationKind(), further, parent)


class PurchaseOrderPane(OrderPane):
    """Types, approves and shows purchase orders; F12 receives one."""

    title = str(QT_TR_NOOP("采购订单"))
    icon = "clipboard-check"
    needs = "purchase_order.view"
    watches = frozenset({"purchase_order", "goods_receipt", "stock_level", "stock_promise"})

    def __init__(
        self, context: Context, further: Sequence[Further] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(context, PurchaseOrderKind(), further, parent)

"""报价单 and 销售订单 on screen."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QWidget

from jxc_desktop.sales.ui.order_kinds import QuotationKind, SalesOrderKind
from jxc_desktop.stock.ui.order_pane import Further, OrderPane
from jxc_desktop.widgets.pane import Context


class QuotationPane(OrderPane):
    """Types, approves and shows quotations; F12 makes an order of one."""

    title = str(QT_TR_NOOP("销售报价单"))
    icon = "file-text"
    needs = "quotation.view"
    watches = frozenset({"quotation", "sales_order", "stock_level", "stock_promise"})

    def __init__(
        self, context: Context, further: Sequence[Further] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(context, QuotationKind(), further, parent)


class SalesOrderPane(OrderPane):
    """Types, approves and shows sales orders; F12 delivers one."""

    title = str(QT_TR_NOOP("销售订单"))
    icon = "clipboard-check"
    needs = "sales_order.view"
    watches = frozenset({"sales_order", "sales_delivery", "stock_level", "stock_promise"})

    def __init__(
        self, context: Context, further: Sequence[Further] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(context, SalesOrderKind(), further, parent)

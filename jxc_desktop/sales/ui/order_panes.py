"""报价单 and 销售订单 on screen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QWidget

from jxc_desktop.sales.ui.order_kinds import QuotationKind, SalesOrderKind
from jxc_desktop.stock.ui.order_pane import Further, OrderPane
from jxc_desktop.widgets.actions import action
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

    def further(self) -> Sequence[str]:
        return super().further() if self.order is None else (*super().further(), "show_versions")

    def history(self, view: Any) -> str:
        said = super().history(view)
        if view.version == 1:
            return said
        return self.tr("第 {version} 版；{said}").format(version=view.version, said=said)

    @action(str(QT_TR_NOOP("新版本")), icon="undo-2")
    def unapprove(self) -> None:
        """Write the quotation anew under its number; what was offered is kept as a version."""
        super().unapprove()

    @action(str(QT_TR_NOOP("看版本")), icon="history")
    def show_versions(self) -> None:
        """Show what was offered before, and what changed."""
        if self.order is not None:
            self.context.open("quotation_versions", self.order.head.number)


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

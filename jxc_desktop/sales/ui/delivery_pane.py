"""销售出库单: the delivery on screen."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QWidget

from jxc_desktop.sales.ui.delivery_kind import DeliveryKind
from jxc_desktop.stock.ui.paper_pane import PaperPane
from jxc_desktop.widgets.actions import action
from jxc_desktop.widgets.pane import Context


class DeliveryPane(PaperPane):
    """Types, posts and shows deliveries; goods that come back are taken from here."""

    title = str(QT_TR_NOOP("销售出库单"))
    icon = "file-up"
    needs = "sales_delivery.view"
    watches = frozenset({"sales_delivery", "sales_return", "stock_level", "stock_promise"})
    buttons = ("invoice", *PaperPane.buttons)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, DeliveryKind(), parent)

    @action(str(QT_TR_NOOP("转退货")), "Ctrl+Shift+T", needs="sales_return.view", icon="rotate-ccw")
    def take_back(self) -> None:
        """Begin a return of the lines picked, or of whatever gets a quantity there."""
        number = self._standing(self.tr("只有已过账、没红冲的出库单能转退货"))
        pane = self.context.open("sales_return") if number else None
        if pane is not None:
            pane.follow(number, self.chosen_lines())

    @action(
        str(QT_TR_NOOP("登记发票")), "Ctrl+Shift+E", needs="sales_invoice.edit", icon="receipt-text"
    )
    def invoice(self) -> None:
        """Register the invoice given out for what was delivered."""
        number = self._standing(self.tr("只有已过账、没红冲的出库单能登记发票"))
        pane = self.context.open("sales_invoice") if number else None
        if pane is not None:
            pane.follow(number)

    def further(self) -> Sequence[str]:
        more = super().further()
        if self.view is None:
            return more
        return ("take_back", *more)

    def shown_buttons(self) -> tuple[str, ...]:
        """What stands beside the main action; a delivery that stands can be invoiced from here."""
        buttons = super().shown_buttons()
        head = self.view.head if self.view else None
        may = head is not None and not head.reverses and not head.reversed_by
        invoice = may and self.context.may("sales_invoice.edit")
        return ("invoice", *buttons) if invoice else buttons

    def _standing(self, reason: str) -> str:
        """The number of the shown delivery while it stands, "" after telling why not."""
        head = self.view.head if self.view else None
        if head is None or head.reverses or head.reversed_by:
            self.context.messages.notice(reason)
            return ""
        return head.number or ""

"""销售出库单: the delivery on screen."""

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QWidget

from jxc_desktop.sales.ui.delivery_kind import DeliveryKind
from jxc_desktop.stock.ui.paper_pane import PaperPane
from jxc_desktop.widgets.pane import Context


class DeliveryPane(PaperPane):
    """Types, posts and shows deliveries."""

    title = str(QT_TR_NOOP("销售出库单"))
    icon = "file-up"
    needs = "sales_delivery.view"
    watches = frozenset({"sales_delivery", "stock_level"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, DeliveryKind(context.clock.today), parent)

"""销售退货单: goods that come back, on screen."""

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QWidget

from jxc_desktop.sales.ui.return_kind import ReturnKind
from jxc_desktop.stock.ui.paper_pane import PaperPane
from jxc_desktop.widgets.pane import Context


class ReturnPane(PaperPane):
    """Types, posts and shows returns of customers."""

    title = str(QT_TR_NOOP("销售退货单"))
    icon = "rotate-ccw"
    needs = "sales_return.view"
    watches = frozenset({"sales_return", "sales_delivery"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, ReturnKind(), parent)

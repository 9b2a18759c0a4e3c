"""采购退货单: goods that go back to a supplier, on screen."""

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QWidget

from jxc_desktop.purchase.ui.return_kind import PurchaseReturnKind
from jxc_desktop.stock.ui.paper_pane import PaperPane
from jxc_desktop.widgets.pane import Context


class PurchaseReturnPane(PaperPane):
    """Types, posts and shows returns to suppliers."""

    title = str(QT_TR_NOOP("采购退货单"))
    icon = "rotate-ccw"
    needs = "purchase_return.view"
    watches = frozenset({"purchase_return", "goods_receipt", "purchase_invoice"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, PurchaseReturnKind(), parent)

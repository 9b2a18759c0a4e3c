"""采购入库单: the goods receipt on screen."""

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QWidget

from jxc_desktop.purchase.ui.receipt_kind import ReceiptKind
from jxc_desktop.stock.ui.paper_pane import PaperPane
from jxc_desktop.widgets.pane import Context


class ReceiptPane(PaperPane):
    """Types, posts and shows goods receipts."""

    title = str(QT_TR_NOOP("采购入库单"))
    icon = "file-down"
    needs = "goods_receipt.view"
    watches = frozenset({"goods_receipt", "stock_level"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, ReceiptKind(), parent)

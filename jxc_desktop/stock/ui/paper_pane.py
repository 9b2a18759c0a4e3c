"""The pane of a document of goods that is posted: F12 posts it, and takes it back in red."""

from PySide6.QtWidgets import QWidget

from jxc_desktop.ledger.ui.paper_title import history_of
from jxc_desktop.ledger.ui.reversible_pane import ReversiblePane
from jxc_desktop.stock.ui.paper_kind import PaperKind
from jxc_desktop.stock.ui.posted_lines import TradeView
from jxc_desktop.stock.ui.typed_pane import TypedPane
from jxc_desktop.widgets.pane import Context


class PaperPane(ReversiblePane, TypedPane):
    """Types, posts and shows deliveries, receipts and returns."""

    def __init__(self, context: Context, kind: PaperKind, parent: QWidget | None = None) -> None:
        super().__init__(context, kind, parent)
        self.kind = kind
        self.take_back_by(kind)

    def history(self, view: TradeView) -> str:
        return history_of(view.head)

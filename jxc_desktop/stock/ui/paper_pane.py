"""The pane of a document that is posted: F12 posts it, and takes it back in red."""

from PySide6.QtWidgets import QWidget

from jxc_desktop.ledger.ui.paper_reversal import PaperReversal
from jxc_desktop.stock.ui.paper_kind import PaperKind
from jxc_desktop.stock.ui.posted_lines import TradeView
from jxc_desktop.stock.ui.typed_pane import TypedPane
from jxc_desktop.widgets.pane import Context


class PaperPane(TypedPane):
    """Types, posts and shows deliveries, receipts and returns."""

    def __init__(self, context: Context, kind: PaperKind, parent: QWidget | None = None) -> None:
        super().__init__(context, kind, parent)
        self.kind = kind
        self.reversal = PaperReversal(self, kind)
        self.reversal.copied.connect(self.copy_paper)
        self.reversal.reversed.connect(self._ask_view)

    def why_not_next(self, view: TradeView) -> str:
        return self.reversal.obstacle(view)

    def next_word(self) -> tuple[str, str]:
        return self.tr("红冲"), "undo-2"

    def go_on(self, view: TradeView) -> None:
        self.reversal.ask(view.head.number or "")

    def why_not_void(self) -> str:
        return self.tr("过账的单据不能作废，用红冲")

    def history(self, view: TradeView) -> str:
        head = view.head
        said = self.tr("{who} 制单，{poster} 过账").format(
            who=head.created_by, poster=head.posted_by
        )
        if head.reverses:
            told = self.tr("；红冲 {number}，原因：{reason}")
            return said + told.format(number=head.reverses, reason=head.reason)
        if head.reversed_by:
            return said + self.tr("；已由 {number} 红冲").format(number=head.reversed_by)
        return said

"""The pane of a document that is posted: F12 posts it, and takes it back in red."""

from typing import Any

from jxc_desktop.ledger.ui.drafted_pane import DraftedPane
from jxc_desktop.ledger.ui.paper_parts import Reversible
from jxc_desktop.ledger.ui.paper_reversal import PaperReversal


class ReversiblePane(DraftedPane):
    """To be mixed into the panes of documents that enter the books; made once they know their kind."""

    reversal: PaperReversal

    def take_back_by(self, kind: Reversible) -> None:
        """From now on what is shown can be taken back."""
        self.reversal = PaperReversal(self, kind)
        self.reversal.reversed.connect(self._ask_view)
        self.reversal.copied.connect(self.copy_paper)

    def why_not_next(self, view: Any) -> str:
        return self.reversal.obstacle(view)

    def next_word(self) -> tuple[str, str]:
        return self.tr("红冲"), "undo-2"

    def go_on(self, view: Any) -> None:
        self.reversal.ask(str(view.head.number))

    def why_not_void(self) -> str:
        return self.tr("过账的单据不能作废，用红冲")

"""往来资金: the lists of all money documents in one dock, one kind at a time."""

from functools import partial

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QComboBox, QWidget

from jxc_desktop.cash.queries import money_paper_list, money_paper_sum
from jxc_desktop.cash.ui.money_kind import kind_words
from jxc_desktop.ledger.ui.paper_list_pane import ListPapers, PaperListPane, SumPapers


class MoneyListPane(PaperListPane):
    """The kind is chosen above the list; its drafts stand on top as in every list."""

    title = str(QT_TR_NOOP("往来资金"))
    icon = "hand-coins"
    needs = "money_account.view"
    watches = frozenset({"entry", "settlement", "draft_paper", "pending_paper"})
    kind = "customer_receipt"

    def head_widget(self) -> QWidget:
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(self.tr("单据"))
        for kind, word in kind_words().items():
            if self.context.may(f"{kind}.view"):
                self.kinds.addItem(word, kind)
        self.kind = str(self.kinds.itemData(0) or self.kind)
        self.kinds.currentIndexChanged.connect(self._on_kind)
        return self.kinds

    def partner_word(self) -> str:
        return self.tr("往来单位")

    def total_word(self) -> str:
        return self.tr("金额")

    def empty_words(self) -> str:
        return self.tr("还没有这种单据。")

    def queries(self) -> tuple[ListPapers, SumPapers]:
        kind = self.kind
        return partial(money_paper_list, kind=kind), partial(money_paper_sum, kind=kind)

    def show_subject(self, subject: object) -> None:
        """Turn to one kind by its word."""
        place = self.kinds.findData(subject)
        if place >= 0:
            self.kinds.setCurrentIndex(place)

    def _on_kind(self, _place: int) -> None:
        self.kind = str(self.kinds.currentData())
        self.refresh()

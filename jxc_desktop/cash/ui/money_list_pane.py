"""往来资金: the lists of all money documents in one dock, one kind at a time."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QT_TR_NOOP

from jxc_desktop.cash.queries import money_paper_list, money_paper_sum
from jxc_desktop.cash.ui.money_kind import kind_words
from jxc_desktop.ledger.ui.paper_list_pane import Listed, PaperListPane, posted_states


class MoneyListPane(PaperListPane):
    """The kind is chosen above the list; its drafts stand on top as in every list."""

    title = str(QT_TR_NOOP("往来资金"))
    icon = "hand-coins"
    needs = "expense.view"
    watches = frozenset({"entry", "settlement", "draft_paper", "pending_paper"})
    name = "money"
    first = "customer_receipt"

    def partner_word(self) -> str:
        return self.tr("往来单位")

    def total_word(self) -> str:
        return self.tr("金额")

    def kinds(self) -> Sequence[Listed]:
        return tuple(
            Listed(
                kind,
                word,
                partial(money_paper_list, kind=kind),
                partial(money_paper_sum, kind=kind),
                self.tr("还没有这种单据。"),
                posted_states(),
            )
            for kind, word in kind_words().items()
        )

    def show_subject(self, subject: object) -> None:
        """Turn to one kind by its word."""
        if any(each.kind == subject for each in self.listed):
            self.switch.choose(str(subject))

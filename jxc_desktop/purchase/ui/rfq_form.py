"""The form of an inquiry: what is wanted, by when an answer, and whom to ask; sent, the answers side by side."""

from collections.abc import Mapping
from typing import Any

from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.partners.ui.partner_search import supplier_field
from jxc_desktop.purchase.comparison import Compared
from jxc_desktop.purchase.order_kinds import RFQ
from jxc_desktop.purchase.ui.answer_matrix import AnswerMatrix
from jxc_desktop.purchase.ui.wish_form import WishForm
from jxc_desktop.stock.paper_choices import PaperChoices
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Pane


class RfqForm(WishForm):
    """Suppliers are added one by one; `asked` are their names by id."""

    def __init__(self, pane: Pane, choices: PaperChoices) -> None:
        self.asked: dict[int, str] = {}
        self._source = ""
        self.supplier = supplier_field(pane)
        self.names = Words()
        self.matrix = AnswerMatrix(pane.context.settings)
        super().__init__(pane, RFQ.kind, choices, translate("purchase", "回复截止"), self.matrix)

    def called(self) -> str:
        return listed(self.asked.values())

    def add_own_rows(self) -> None:
        self.add_row("names", self.tr("问谁"), self.names)
        self.add_row("suppliers", self.tr("加供应商"), self.supplier)
        self.supplier.chosen.connect(self._add_supplier)

    def own_fields(self) -> dict[str, Any]:
        asked = [[partner, name] for partner, name in self.asked.items()]
        source = {"source": self._source} if self._source else {}
        return {"suppliers": asked, **source} if asked or source else {}

    def show_own(self, fields: Mapping[str, Any]) -> None:
        self._source = fields.get("source", "")
        self._ask(dict(fields.get("suppliers", ())))

    def show_view(self, view: Compared) -> None:
        super().show_view(view.inquiry)
        self._source = view.inquiry.source
        self._ask({each.partner_id: each.name for each in view.inquiry.suppliers})
        self.matrix.show_answers(view.inquiry, view.comparison)

    def lock(self, *, locked: bool) -> None:
        super().lock(locked=locked)
        self.rows["suppliers"].setVisible(not locked)

    def own_obstacle(self) -> str:
        if reason := super().own_obstacle():
            return reason
        if self.asked:
            return ""
        self.supplier.setFocus()
        return self.tr("还没有供应商。选上要问的供应商")

    def drop_last(self) -> None:
        """Take the last supplier off the list of whom to ask."""
        if self.asked:
            self.asked.popitem()
            self._tell_names()
            self.on_edited()

    def _add_supplier(self, hit: Any) -> None:
        if hit is None:
            return
        self.asked[hit.id] = hit.name
        self.supplier.set_choice(None)
        self._tell_names()
        self.on_edited()

    def _ask(self, asked: dict[int, str]) -> None:
        self.asked = asked
        self._tell_names()

    def _tell_names(self) -> None:
        self.names.setText(listed(self.asked.values()) if self.asked else "—")

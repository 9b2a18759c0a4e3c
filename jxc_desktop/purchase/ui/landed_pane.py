"""采购费用分摊单: freight and the like, spread over the goods it was for."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from jxc_desktop.ledger.foreseen import Foreseen
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.ledger.ui.fields_pane import FieldsPane
from jxc_desktop.ledger.ui.reversible_pane import ReversiblePane
from jxc_desktop.printing.form import Form
from jxc_desktop.purchase.foreseen import foresee_landed_cost
from jxc_desktop.purchase.landed import LandedDraft
from jxc_desktop.purchase.landed_costs import LANDED_COST, post_landed_cost, reverse_landed_cost
from jxc_desktop.purchase.note import printed_landed_cost
from jxc_desktop.purchase.queries import LandedCostView, landed_cost_view
from jxc_desktop.purchase.typed_landed import landed_draft, receipt_to_land
from jxc_desktop.purchase.ui.landed_form import LandedForm
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.stock.paper_choices import PaperChoices, paper_choices
from jxc_desktop.widgets.pane import Context


class LandedKind:
    """What a landed cost says about itself to its pane."""

    kind = LANDED_COST.kind

    def draft(self, typed: TypedFields) -> LandedDraft:
        """The landed cost for the service."""
        return landed_draft(typed)

    def post(self, session: Session, draft: LandedDraft, *, key: Key) -> Posted:
        """Post it."""
        return post_landed_cost(session, draft, key=key)

    def reverse(self, session: Session, wanted: Reversal, *, key: Key) -> Posted:
        """Take it back."""
        return reverse_landed_cost(session, wanted, key=key)

    def view(self, session: Session, number: str) -> LandedCostView:
        """The landed cost with this number."""
        return landed_cost_view(session, number)

    def note(self, session: Session, number: str) -> Form:
        """The paper, noting that it is printed."""
        return printed_landed_cost(session, number)


class LandedCostPane(ReversiblePane, FieldsPane):
    """Types, posts and shows landed costs; what each line bears is seen while the bill is typed."""

    title = str(QT_TR_NOOP("采购费用分摊单"))
    icon = "truck"
    needs = "landed_cost.view"
    watches = frozenset({"landed_cost", "goods_receipt", "purchase_return", "stock_level"})
    not_copied: ClassVar = frozenset({"receipts", "lines"})
    form: LandedForm | None

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        kind = LandedKind()
        super().__init__(context, kind, self.heading(), parent)
        self.take_back_by(kind)
        self.run_read(paper_choices, then=self._begin, slot="choices")

    def follow(self, receipt: str, _chosen: object = ()) -> None:
        """Begin the cost of one receipt."""
        self.run_read(receipt_to_land, receipt, then=self.begin_typed, slot="view")

    def foreseen(self) -> Callable[[Session, Any], Foreseen]:
        return foresee_landed_cost

    def further(self) -> Sequence[str]:
        more = super().further()
        return more if self.view is None else ("begin_new", *more)

    def _begin(self, choices: PaperChoices) -> None:
        self._open_form(LandedForm(self, choices))

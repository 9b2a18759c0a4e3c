"""成本调整单: cost put right by hand, on screen."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.ledger.ui.fields_pane import FieldsPane
from jxc_desktop.ledger.ui.reversible_pane import ReversiblePane
from jxc_desktop.printing.form import Form
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.stock import cost_adjustments
from jxc_desktop.stock.cost_adjustments import ADJUSTMENT, AdjustmentDraft
from jxc_desktop.stock.note import printed_adjustment
from jxc_desktop.stock.queries import AdjustmentView, cost_adjustment_view
from jxc_desktop.stock.typed_adjustment import (
    AdjustmentChoices,
    adjustment_choices,
    adjustment_draft,
)
from jxc_desktop.stock.ui.adjustment_form import AdjustmentForm
from jxc_desktop.widgets.pane import Context


class AdjustmentKind:
    """What a cost adjustment says about itself to its pane."""

    kind = ADJUSTMENT.kind

    def draft(self, typed: TypedFields) -> AdjustmentDraft:
        """The document for the service."""
        return adjustment_draft(typed)

    def post(self, session: Session, draft: AdjustmentDraft, *, key: Key) -> Posted:
        """Post it."""
        return cost_adjustments.post_cost_adjustment(session, draft, key=key)

    def reverse(self, session: Session, wanted: Reversal, *, key: Key) -> Posted:
        """Take it back."""
        return cost_adjustments.reverse_cost_adjustment(session, wanted, key=key)

    def view(self, session: Session, number: str) -> AdjustmentView:
        """The adjustment with this number."""
        return cost_adjustment_view(session, number)

    def note(self, session: Session, number: str) -> Form:
        """The paper, noting that it is printed."""
        return printed_adjustment(session, number)


class AdjustmentPane(ReversiblePane, FieldsPane):
    """Types, posts and shows corrections of cost."""

    title = str(QT_TR_NOOP("成本调整单"))
    icon = "scale"
    needs = "cost_adjustment.view"
    watches = frozenset({"cost_adjustment", "move"})
    form: AdjustmentForm | None

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        kind = AdjustmentKind()
        super().__init__(context, kind, self.heading(), parent)
        self.take_back_by(kind)
        self.run_read(adjustment_choices, then=self._begin, slot="choices")

    def foreseen(self) -> Callable[[Session, Any], Any]:
        return cost_adjustments.foresee_adjustment

    def further(self) -> Sequence[str]:
        more = super().further()
        return more if self.view is None else ("begin_new", *more)

    def _begin(self, choices: AdjustmentChoices) -> None:
        self._open_form(AdjustmentForm(self, choices))

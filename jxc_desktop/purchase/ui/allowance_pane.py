"""采购折让单: what a supplier gives back without goods, on a receipt or on goods at large."""

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
from jxc_desktop.purchase.allowances import (
    ALLOWANCE,
    post_purchase_allowance,
    reverse_purchase_allowance,
)
from jxc_desktop.purchase.allowed import AllowanceDraft
from jxc_desktop.purchase.foreseen import foresee_allowance
from jxc_desktop.purchase.note import printed_allowance
from jxc_desktop.purchase.queries import AllowanceView, purchase_allowance_view
from jxc_desktop.purchase.typed_allowance import (
    AllowedReceipt,
    allowance_draft,
    allowance_of_receipt,
    receipt_to_allow,
)
from jxc_desktop.purchase.ui.allowance_form import AllowanceForm
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.stock.paper_choices import PaperChoices, paper_choices
from jxc_desktop.widgets.pane import Context


class AllowanceKind:
    """What an allowance says about itself to its pane."""

    kind = ALLOWANCE.kind

    def draft(self, typed: TypedFields) -> AllowanceDraft:
        """The allowance for the service."""
        return allowance_draft(typed)

    def post(self, session: Session, draft: AllowanceDraft, *, key: Key) -> Posted:
        """Post it."""
        return post_purchase_allowance(session, draft, key=key)

    def reverse(self, session: Session, wanted: Reversal, *, key: Key) -> Posted:
        """Take it back."""
        return reverse_purchase_allowance(session, wanted, key=key)

    def view(self, session: Session, number: str) -> AllowanceView:
        """The allowance with this number."""
        return purchase_allowance_view(session, number)

    def note(self, session: Session, number: str) -> Form:
        """The paper, noting that it is printed."""
        return printed_allowance(session, number)


class AllowancePane(ReversiblePane, FieldsPane):
    """Types, posts and shows allowances of suppliers."""

    title = str(QT_TR_NOOP("采购折让单"))
    icon = "percent"
    needs = "purchase_allowance.view"
    watches = frozenset({"purchase_allowance", "purchase_invoice", "goods_receipt"})
    not_copied: ClassVar = frozenset({"original", "lines"})
    form: AllowanceForm | None

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        kind = AllowanceKind()
        super().__init__(context, kind, self.heading(), parent)
        self.take_back_by(kind)
        self.run_read(paper_choices, then=self._begin, slot="choices")

    def follow(self, receipt: str, _chosen: object = ()) -> None:
        """Begin the allowance on one receipt."""
        self.run_read(receipt_to_allow, receipt, then=self._begin_on, slot="view")

    def foreseen(self) -> Callable[[Session, Any], Foreseen]:
        return foresee_allowance

    def further(self) -> Sequence[str]:
        more = super().further()
        return more if self.view is None else ("begin_new", *more)

    def _begin(self, choices: PaperChoices) -> None:
        self._open_form(AllowanceForm(self, choices))

    def _begin_on(self, receipt: AllowedReceipt) -> None:
        self.begin_typed(allowance_of_receipt(receipt, self.context.clock.today()))

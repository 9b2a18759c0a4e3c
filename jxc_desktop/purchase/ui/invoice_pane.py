"""采购发票: what came and waits for its invoice, ticked off line by line against what the supplier writes."""

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
from jxc_desktop.purchase.bills import PurchaseInvoiceDraft
from jxc_desktop.purchase.foreseen import foresee_invoice
from jxc_desktop.purchase.invoices import INVOICE, post_purchase_invoice, reverse_purchase_invoice
from jxc_desktop.purchase.note import printed_invoice
from jxc_desktop.purchase.queries import PurchaseInvoiceView, purchase_invoice_view
from jxc_desktop.purchase.typed_invoice import (
    Waiting,
    bill_of_receipt,
    invoice_draft,
    waiting_lines,
)
from jxc_desktop.purchase.ui.invoice_form import InvoiceForm
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.widgets.actions import action
from jxc_desktop.widgets.pane import Context


class InvoiceKind:
    """What a supplier's invoice says about itself to its pane."""

    kind = INVOICE.kind

    def draft(self, typed: TypedFields) -> PurchaseInvoiceDraft:
        """The invoice for the service."""
        return invoice_draft(typed)

    def post(self, session: Session, draft: PurchaseInvoiceDraft, *, key: Key) -> Posted:
        """Post it."""
        return post_purchase_invoice(session, draft, key=key)

    def reverse(self, session: Session, wanted: Reversal, *, key: Key) -> Posted:
        """Take it back."""
        return reverse_purchase_invoice(session, wanted, key=key)

    def view(self, session: Session, number: str) -> PurchaseInvoiceView:
        """The invoice with this number of ours."""
        return purchase_invoice_view(session, number)

    def note(self, session: Session, number: str) -> Form:
        """The paper, noting that it is printed."""
        return printed_invoice(session, number)


class PurchaseInvoicePane(ReversiblePane, FieldsPane):
    """Types, posts and shows suppliers' invoices."""

    title = str(QT_TR_NOOP("采购发票"))
    icon = "receipt-text"
    needs = "purchase_invoice.view"
    watches = frozenset({"purchase_invoice", "goods_receipt", "purchase_return"})
    buttons = ("bill_all", *FieldsPane.buttons)
    not_copied: ClassVar = frozenset({"number", "lines", "receipt"})  # each is invoiced once
    form: InvoiceForm | None

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        kind = InvoiceKind()
        super().__init__(context, kind, self.heading(), parent)
        self.take_back_by(kind)
        self._open_form(InvoiceForm(self))

    def follow(self, receipt: str, _chosen: object = ()) -> None:
        """Begin the invoice of one receipt, with all that is left of it."""
        self.run_read(waiting_lines, None, receipt, then=self._begin_bill, slot="view")

    def shown_buttons(self) -> tuple[str, ...]:
        return ("print_paper",) if self.view is not None else ("bill_all",)

    def foreseen(self) -> Callable[[Session, Any], Foreseen]:
        return foresee_invoice

    def further(self) -> Sequence[str]:
        first = "begin_new" if self.view is not None else "save_draft"
        return (first, *super().further())

    @action(str(QT_TR_NOOP("全部开票")), "Ctrl+Shift+A", icon="check")
    def bill_all(self) -> None:
        """Put down all that is left of every line, or nothing when all is."""
        if self.form is not None and self.form.typing:
            self.form.bill_all()

    def _begin_bill(self, waiting: Sequence[Waiting]) -> None:
        if waiting:
            self.begin_typed(bill_of_receipt(waiting, self.context.clock.today()))
        else:
            said = self.tr("这张入库单的发票都录过了，没有余下的")
            self.context.messages.notice(said)

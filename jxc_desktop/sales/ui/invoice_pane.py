"""开票登记: what the tax platform issued, put against the sales it is for; red ones against what they take back."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.ledger.ui.fields_pane import FieldsPane
from jxc_desktop.ledger.ui.reversible_pane import ReversiblePane
from jxc_desktop.printing.form import Form
from jxc_desktop.sales.invoices import (
    INVOICE,
    SalesInvoiceDraft,
    post_sales_invoice,
    reverse_sales_invoice,
)
from jxc_desktop.sales.note import printed_invoice
from jxc_desktop.sales.queries import SalesInvoiceView, sales_invoice_view
from jxc_desktop.sales.typed_invoice import invoice_draft, invoice_of_sale, red_invoice
from jxc_desktop.sales.ui.invoice_form import InvoiceForm
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.widgets.actions import action
from jxc_desktop.widgets.pane import Context


class InvoiceKind:
    """What an invoice given out says about itself to its pane."""

    kind = INVOICE.kind

    def draft(self, typed: TypedFields) -> SalesInvoiceDraft:
        """The invoice for the service."""
        return invoice_draft(typed)

    def post(self, session: Session, draft: SalesInvoiceDraft, *, key: Key) -> Posted:
        """Register it."""
        return post_sales_invoice(session, draft, key=key)

    def reverse(self, session: Session, wanted: Reversal, *, key: Key) -> Posted:
        """Take the registration back."""
        return reverse_sales_invoice(session, wanted, key=key)

    def view(self, session: Session, number: str) -> SalesInvoiceView:
        """The registration with this number of ours."""
        return sales_invoice_view(session, number)

    def note(self, session: Session, number: str) -> Form:
        """The paper, noting that it is printed."""
        return printed_invoice(session, number)


class SalesInvoicePane(ReversiblePane, FieldsPane):
    """Types, registers and shows invoices given out."""

    title = str(QT_TR_NOOP("开票登记"))
    icon = "receipt-text"
    needs = "sales_invoice.view"
    watches = frozenset({"sales_invoice", "sales_delivery", "sales_return"})
    buttons = ("invoice_all", "red", *FieldsPane.buttons)
    not_copied: ClassVar = frozenset({"number", "lines", "red_of"})  # each is invoiced once
    books = False
    form: InvoiceForm | None

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        kind = InvoiceKind()
        super().__init__(context, kind, self.heading(), parent)
        self.take_back_by(kind)
        self._open_form(InvoiceForm(self))

    def follow(self, number: str, _chosen: object = ()) -> None:
        """Begin the invoice of one delivery, with all that is left of it."""
        today = self.context.clock.today()
        self.run_read(invoice_of_sale, number, today, then=self._begin_invoice, slot="view")

    def settling_word(self) -> str:
        return self.tr("登记")

    def shown_buttons(self) -> tuple[str, ...]:
        return ("red", "print_paper") if self.view is not None else ("invoice_all",)

    def further(self) -> Sequence[str]:
        first = "begin_new" if self.view is not None else "save_draft"
        return (first, *super().further())

    @action(str(QT_TR_NOOP("全部开票")), "Ctrl+Shift+A", icon="check")
    def invoice_all(self) -> None:
        """Put down all that is left of every sale, or nothing when all is."""
        if self.form is not None and self.form.typing:
            self.form.invoice_all()

    @action(
        str(QT_TR_NOOP("开红字")), "Ctrl+Shift+R", icon="rotate-ccw", needs="sales_invoice.edit"
    )
    def red(self) -> None:
        """Begin the red invoice that takes the one on screen back."""
        view = self.view
        if view is None or view.total < 0 or view.head.reverses or view.head.reversed_by:
            self.context.messages.notice(self.tr("只有登记着的蓝字发票能开红字"))
            return
        self.begin_typed(red_invoice(view, self.context.clock.today()))

    def _begin_invoice(self, typed: TypedFields) -> None:
        if typed.fields["lines"]:
            self.begin_typed(typed)
        else:
            self.context.messages.notice(self.tr("这张单已经开完票，没有余下的"))

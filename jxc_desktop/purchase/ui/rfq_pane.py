"""询价比价: suppliers asked for their prices, and their answers side by side with the best of each line marked."""

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.document import State
from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.printing.form import Form
from jxc_desktop.purchase.comparison import Compared, best_of, compared
from jxc_desktop.purchase.note import printed_rfq, printed_rfqs
from jxc_desktop.purchase.order_kinds import RFQ
from jxc_desktop.purchase.queries import RequestView, purchase_request_view
from jxc_desktop.purchase.requests import RfqDraft, approve_rfq
from jxc_desktop.purchase.typed_wish import rfq_again, rfq_draft, rfq_of_request
from jxc_desktop.purchase.ui.rfq_form import RfqForm
from jxc_desktop.purchase.ui.wish_pane import WishPane
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.stock.ordering.views import PARTLY
from jxc_desktop.stock.paper_choices import PaperChoices
from jxc_desktop.widgets.actions import action
from jxc_desktop.widgets.pane import Context


class RfqKind:
    """What an inquiry says about itself to its pane."""

    kind = RFQ.kind

    def draft(self, typed: TypedFields) -> RfqDraft:
        """The inquiry for the service."""
        return rfq_draft(typed)

    def post(self, session: Session, draft: RfqDraft, *, key: Key) -> Posted:
        """Send it."""
        return approve_rfq(session, draft, key=key)

    def view(self, session: Session, number: str) -> Compared:
        """The inquiry with its answers."""
        return compared(session, number)

    def note(self, session: Session, number: str) -> Form:
        """The paper, noting that it is printed."""
        return printed_rfq(session, number)


class RfqPane(WishPane):
    """Types and sends inquiries; once sent shows the matrix of answers."""

    title = str(QT_TR_NOOP("询价比价"))
    icon = "scale"
    needs = "rfq.view"
    watches = frozenset({"rfq", "supplier_quotation", "purchase_order"})
    orders = RFQ
    chips: ClassVar = {PARTLY: "partly_answered"}
    form: RfqForm | None

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, RfqKind(), parent)

    def make_form(self, choices: PaperChoices) -> RfqForm:
        return RfqForm(self, choices)

    def again(self, view: Compared, amends: str) -> TypedFields:
        return rfq_again(view.inquiry, amends)

    # --- asking ---

    def follow(self, request: str, _chosen: object = ()) -> None:
        """Ask for what a request still wants."""
        self.run_read(purchase_request_view, request, then=self._take_request, slot="view")

    @action(str(QT_TR_NOOP("去掉最后一个供应商")), icon="circle-minus")
    def drop_supplier(self) -> None:
        """Take the last supplier off the list of whom to ask."""
        if self.form is not None and self.form.typing:
            self.form.drop_last()

    # --- on paper ---

    def print_paper(self) -> None:
        """A paper for each supplier that is asked."""
        if self.view is None:
            super().print_paper()
        else:
            self.printer.put_each_on_paper(str(self.view.head.number), printed_rfqs)

    @action(str(QT_TR_NOOP("存 PDF（每家一份）")), icon="download")
    def save_pdfs(self) -> None:
        """Save a file for each supplier, to be sent."""
        if self.view is not None:
            number = str(self.view.head.number)
            self.printer.save_each(number, printed_rfqs, f"{self.tr('询价单')} {number}")

    # --- answers ---

    def why_not_next(self, view: Compared) -> str:
        if view.comparison is None:
            return self.tr("没有看进价的权限。让有权的人来比价")
        if view.head.state == State.APPROVED and self._answered(view):
            return self._why_not("purchase_order")
        if view.head.state == State.APPROVED:
            return self._why_not("supplier_quotation")
        return self.why_not_follow(view, "supplier_quotation", self.next_word()[0])

    def next_word(self) -> tuple[str, str]:
        if self._answered(self.view):
            return self.tr("按最低转订单"), "clipboard-check"
        return self.tr("录报价"), "file-text"

    def go_on(self, view: Compared) -> None:
        """Order what is best, or enter the first answer."""
        if self._answered(view):
            self.order_best()
        else:
            self.enter_answer()

    def further(self) -> Sequence[str]:
        if self.view is None:
            return ("drop_supplier", *super().further())
        waiting = any(not each.answer for each in self.view.inquiry.suppliers)
        standing = self.view.head.state == State.APPROVED
        more = ("enter_answer",) if standing and waiting and self._answered(self.view) else ()
        return (*more, *super().further(), "save_pdfs")

    def order_best(self) -> None:
        """Begin an order to each supplier whose answer is the best, for the lines where it is."""
        comparison = self.view.comparison if self.view else None
        for quotation, lines in best_of(comparison).items():
            pane = self.context.open("purchase_order")
            if pane is not None:
                pane.follow(quotation, lines)

    @action(str(QT_TR_NOOP("录报价")), icon="file-text")
    def enter_answer(self) -> None:
        """Enter the answer of the next supplier that has not answered yet."""
        pane = self.context.open("supplier_quotation") if self.view else None
        if pane is not None:
            pane.follow(str(self.view.head.number))

    # --- inside ---

    def _take_request(self, view: RequestView) -> None:
        typed = rfq_of_request(view, self.context.clock.today())
        if typed.fields["lines"]:
            self.begin_typed(typed)
        else:
            self.context.messages.notice(self.tr("这张请购单没有余下的"))

    def _why_not(self, kind: str) -> str:
        if self.context.may(f"{kind}.edit"):
            return ""
        said = self.tr("没有“{action}”的权限。让有权的人来做")
        return said.format(action=self.next_word()[0])

    @staticmethod
    def _answered(view: Any) -> bool:
        """Whether there is an answer to order by."""
        comparison = view.comparison if view is not None else None
        return comparison is not None and any(each.answer for each in comparison.suppliers)

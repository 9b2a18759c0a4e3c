"""Paying, from F12 to the change: the sheet, the posting, the paper."""

from PySide6.QtCore import QObject

from jxc_desktop.core.errors import UserError
from jxc_desktop.pos import grammar
from jxc_desktop.pos.drafts import TenderDraft
from jxc_desktop.pos.selling import Sold
from jxc_desktop.pos.tendering import Tendering
from jxc_desktop.pos.ui.tender_memory import TenderMemory
from jxc_desktop.pos.ui.tender_sheet import TenderSheet
from jxc_desktop.pos.ui.till_desk import TillDesk
from jxc_desktop.pos.ui.till_papers import TillPapers
from jxc_desktop.pos.ui.till_payment import TillPayment
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.pane import Pane


class PayFlow(QObject):
    """Its `payment.sold` says when money was taken."""

    def __init__(self, pane: Pane, desk: TillDesk, papers: TillPapers) -> None:
        super().__init__(pane)
        self._pane, self._desk, self._papers = pane, desk, papers
        self.payment = TillPayment(pane, desk)
        self.payment.sold.connect(self._sold)
        self.sheet = TenderSheet(pane)
        self.sheet.finished.connect(self._pay)
        self.sheet.rounding.connect(self._round)
        self.memory = TenderMemory(pane.context.settings, desk.till, self)
        self.sheet.typed.connect(lambda amounts: self.memory.keep(desk.ticket.key, amounts))
        self.sheet.closed.connect(self.memory.forget)

    def settle(self) -> None:
        """Open the sheet for the ticket on the screen."""
        state = self._desk.state
        self._desk.reckon_again()
        if state is not None and state.methods:
            self.sheet.show_ticket(self._desk.ticket, state.methods)
            self.sheet.open()
            self.sheet.bring_back(self.memory.left_of(self._desk.ticket.key))

    def pay_cash(self, fen: int) -> None:
        """Finish at once with cash handed over (`=100`)."""
        state = self._desk.state
        self._desk.reckon_again()
        cash = next((m for m in state.methods if m.is_cash), None) if state else None
        if cash is None or not self._desk.ticket.lines:
            self._desk.refused.emit(self.tr("小票上还没有商品。先扫商品"))
            return
        if self._desk.ticket.due < 0:
            self._desk.refused.emit(self.tr("这单要退钱给客人。按 F12 选退款方式"))
            return
        tendering = Tendering(self._desk.ticket.due, (cash,))
        tendering.put(cash.code, fen)
        if tendering.left:
            self._desk.refused.emit(
                self.tr("现金 {cash} 还差 {left}。按 F12 混合收款").format(
                    cash=money_text(fen), left=money_text(tendering.left)
                )
            )
            return
        try:
            tendering.require_usual()
        except UserError as error:
            self.settle()
            self.sheet.give_cash(fen)
            self.sheet.refuse(error.message)
            return
        self.payment.pay(tendering.tenders(), on_paper=True, failed=self._pane.fail)

    def _pay(self, tenders: tuple[TenderDraft, ...], on_paper: bool) -> None:
        self.sheet.sending(True)
        self.payment.pay(tenders, on_paper=on_paper, failed=self._failed)

    def _failed(self, error: BaseException) -> None:
        self.sheet.sending(False)
        if isinstance(error, UserError):
            self.sheet.refuse(error.message)
        else:
            self._pane.fail(error)

    def _round(self) -> None:
        self._desk.change(grammar.OrderRounding())
        self.sheet.refresh_ticket(self._desk.ticket)

    def _sold(self, sold: Sold, on_paper: bool) -> None:
        self.sheet.dismiss()
        if on_paper:
            self._papers.print_receipt(sold)
        else:
            self._papers.without_paper(sold)
        view = sold.view
        if view.due < 0:
            sentence = self.tr("{number} 已换货，退款 {total}")
        else:
            sentence = self.tr("{number} 已收款 {total}，找零 {change}")
        self._pane.context.messages.success(
            sentence.format(
                number=view.head.number,
                total=money_text(abs(view.due)),
                change=money_text(view.change_given),
            )
        )

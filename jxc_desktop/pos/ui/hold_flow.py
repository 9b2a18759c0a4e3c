"""Putting tickets aside and taking them back (挂单, 取单)."""

from functools import partial

from PySide6.QtCore import QObject

from jxc_desktop.pos.held import HeldView, discard_held, hold_ticket, recall_ticket, rename_held
from jxc_desktop.pos.ticket import OpenTicket
from jxc_desktop.pos.till_state import TillState
from jxc_desktop.pos.ui.held_sheet import HeldSheet
from jxc_desktop.pos.ui.till_desk import DELETE, TillDesk
from jxc_desktop.shop.actor import matrix
from jxc_desktop.widgets.pane import Pane


class HoldFlow(QObject):
    """F8: a ticket with goods goes aside, an empty one makes room for one that waits."""

    def __init__(self, pane: Pane, desk: TillDesk) -> None:
        super().__init__(pane)
        self._pane, self._desk = pane, desk
        self.sheet = HeldSheet(pane, pane.context.clock)
        self.sheet.recalled.connect(self.recall)
        self.sheet.discarded.connect(self._discard)
        self.sheet.renamed.connect(self._rename)

    def hold(self, name: str) -> None:
        """Put the ticket aside under what stands in the box, or choose one to take back."""
        state, ticket = self._desk.state, self._desk.ticket
        if state is None or self._desk.locked:
            return
        if ticket.lines:
            self._desk.locked = True
            self._pane.run_write(
                hold_ticket,
                state.till.id,
                ticket,
                name,
                then=self._held,
                failed=self._not_held,
            )
        elif len(state.held) == 1:
            self.recall(state.held[0].id)
        elif state.held:
            self.sheet.begin(state.held)
        else:
            self._pane.context.messages.info(self.tr("没有挂单。先扫商品，再按 F8 挂起来"))

    def recall(self, held_id: int) -> None:
        """Take a ticket back; one that is on the screen goes aside first."""
        if self._desk.ticket.lines:
            self._pane.context.messages.notice(self.tr("先收完这张单，或按 F8 挂起来，再取别的"))
            return
        self._pane.run_write(recall_ticket, held_id, then=self._recalled)

    def recall_view(self, view: HeldView) -> None:
        """A ticket in the card was pressed."""
        self.recall(view.id)

    def state_came(self, state: TillState) -> None:
        """The list in the open sheet follows."""
        if self.sheet.isVisible():
            self.sheet.show_held(state.held)

    def _held(self, _held_id: int) -> None:
        self._desk.locked = False
        self._desk.start()
        self._pane.context.messages.success(self.tr("已挂单。空单按 F8 取回"))
        self._desk.load()

    def _not_held(self, error: BaseException) -> None:
        self._desk.locked = False
        self._pane.fail(error)

    def _recalled(self, ticket: OpenTicket) -> None:
        if self._desk.ticket.lines:
            # Something was scanned while the ticket was on its way: it goes back to wait.
            state = self._desk.state
            till = state.till.id if state else 0
            self._pane.run_write(hold_ticket, till, ticket, then=partial(self._back_again))
            return
        self._desk.resume(ticket)
        self._desk.load()

    def _back_again(self, _held_id: int) -> None:
        self._pane.context.messages.notice(self.tr("屏幕上已有新商品，取的单放回了挂单"))
        self._desk.load()

    def _discard(self, held_id: int) -> None:
        if not self._pane.context.may(DELETE):
            words = matrix()[DELETE].words
            self.sheet.words.setText(self.tr("“{right}”要店长授权").format(right=words))
            return
        self._pane.run_write(discard_held, held_id, then=self._listed)

    def _rename(self, held_id: int, name: str) -> None:
        self._pane.run_write(rename_held, held_id, name, then=self._listed)

    def _listed(self, _nothing: None) -> None:
        self._desk.load()

"""Opening and closing shifts: the till sells only between the two."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from jxc_desktop.core.errors import UserError
from jxc_desktop.pos.selling import Closed, close_till, interim
from jxc_desktop.pos.shifts import open_shift
from jxc_desktop.pos.till_state import TillState
from jxc_desktop.pos.ui.close_shift_sheet import CloseShiftSheet
from jxc_desktop.pos.ui.open_shift_sheet import OpenShiftSheet
from jxc_desktop.pos.ui.till_desk import TillDesk
from jxc_desktop.pos.ui.till_papers import TillPapers
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.pane import Pane

INTERIM = "shift.close_other"
"""Who sees what should be in the drawer before it is counted."""


class ShiftFlow(QObject):
    """The open sheet stands over the till while no shift is open."""

    def __init__(self, pane: Pane, desk: TillDesk, papers: TillPapers) -> None:
        super().__init__(pane)
        self._pane, self._desk, self._papers = pane, desk, papers
        self.open_sheet = OpenShiftSheet(pane, pane.context.more.get("leave_till"))
        self.open_sheet.opened.connect(self._open)
        self.close_sheet = CloseShiftSheet(pane)
        self.close_sheet.counted.connect(self._counted)
        self.close_sheet.confirmed.connect(self._close)
        self.close_sheet.interim.connect(self._interim)

    def state_came(self, state: TillState) -> None:
        """Ask for a shift where there is none."""
        if state.shift is not None:
            self.open_sheet.dismiss()
        elif not self.open_sheet.isVisible():
            self.open_sheet.begin(state.till.name)

    def close(self) -> None:
        """Count the drawer; a ticket on the screen comes first."""
        state = self._desk.state
        if state is None or state.shift is None:
            return
        if self._desk.ticket.lines:
            self._pane.context.messages.notice(self.tr("先收完这张单，或按 F8 挂起来，再交班"))
            return
        since = self._pane.context.clock.local(state.shift.opened_at)
        subject = self.tr("{till} {cashier} {time} 开班").format(
            till=state.till.name, cashier=state.shift.cashier, time=f"{since:%m-%d %H:%M}"
        )
        self.close_sheet.begin(subject, len(state.held))

    def _open(self, float_amount: int) -> None:
        self._pane.run_write(
            open_shift,
            self._desk.till,
            float_amount,
            then=self._opened,
            failed=self._refuser(self.open_sheet.refuse),
        )

    def _opened(self, _shift_id: int) -> None:
        self._pane.context.messages.success(self.tr("已开班，可以收银了"))
        self._desk.load()

    def _counted(self) -> None:
        self._pane.run_read(interim, self._desk.shift_id, then=self._reveal)

    def _reveal(self, paper: Closed) -> None:
        self.close_sheet.reveal(paper.view)

    def _interim(self) -> None:
        if self._pane.context.may(INTERIM):
            self._pane.run_read(interim, self._desk.shift_id, then=self._papers.print_shift)
        else:
            self.close_sheet.refuse(self.tr("中途报表会露出应有现金，请店长登录后打"))

    def _close(self, counts: Mapping[int, int], reason: str) -> None:
        self._pane.run_write(
            close_till,
            self._desk.shift_id,
            dict(counts),
            reason,
            then=self._closed,
            failed=self._refuser(self.close_sheet.refuse),
        )

    def _closed(self, closed: Closed) -> None:
        self.close_sheet.dismiss()
        self._papers.print_shift(closed)
        self._pane.context.messages.success(
            self.tr("{number} 已交班，实点 {counted}").format(
                number=closed.view.number, counted=money_text(closed.view.counted)
            )
        )
        self._desk.load()

    def _refuser(self, say: Callable[[str], None]) -> Callable[[BaseException], None]:
        def failed(error: BaseException) -> None:
            if isinstance(error, UserError):
                say(error.message)
            else:
                self._pane.fail(error)

        return failed

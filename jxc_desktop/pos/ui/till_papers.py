"""The till's papers on their way to the printer: only after COMMIT, and a sale never waits for one."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from jxc_desktop.pos.selling import RECEIPT, Closed, Sold, note_drawer, reprint
from jxc_desktop.pos.slips import receipt_for, shift_slip
from jxc_desktop.pos.ui.till_desk import TillDesk
from jxc_desktop.widgets.pane import Pane

SHIFT = "shift"
"""The kind of print jobs of shift slips."""


class TillPapers(QObject):
    """Hands slips to `context.print_slip(slip, kind=…, number=…)` and opens the drawer."""

    def __init__(self, pane: Pane, desk: TillDesk) -> None:
        super().__init__(pane)
        self._pane, self._desk = pane, desk
        self._last = ""

    def print_receipt(self, sold: Sold) -> None:
        """Print a receipt; its drawer opens only for cash and the first paper."""
        context = self._pane.context
        slip = receipt_for(sold, context.clock, self._cash_ways())
        self._last = sold.view.head.number or ""
        context.print_slip(slip, kind=RECEIPT, number=self._last)

    def without_paper(self, sold: Sold) -> None:
        """The customer wants no receipt; cash still needs the drawer."""
        self._last = sold.view.head.number or ""
        ways = self._cash_ways()
        if any(tender.method in ways and tender.tendered for tender in sold.view.tenders):
            self._open_drawer(self._last)

    def print_shift(self, closed: Closed) -> None:
        """Print the paper of a shift."""
        context = self._pane.context
        slip = shift_slip(closed.view, closed.settings, context.clock, waiting=closed.waiting)
        number = closed.view.number or f"{closed.view.till}-{closed.view.id}"
        context.print_slip(slip, kind=SHIFT, number=number)

    def print_again(self) -> None:
        """Print the last receipt of this till once more, marked."""
        state = self._desk.state
        before = state.last.head.number if state and state.last else ""
        number = self._last or before
        if number:
            self._pane.run_write(self._desk.lent(reprint), number, then=self._printed_again)
        else:
            self._pane.context.messages.info(self.tr("这台收银机还没有卖过，没有可重打的小票"))

    def open_drawer(self) -> None:
        """Open the drawer without a sale; on record before it springs open."""
        self._pane.run_write(self._desk.lent(note_drawer), self._desk.till, then=self._drawer_noted)

    def _printed_again(self, sold: Sold) -> None:
        self.print_receipt(sold)
        self._pane.context.messages.success(
            self.tr("{number} 已送去重打").format(number=sold.view.head.number)
        )

    def _drawer_noted(self, _nothing: None) -> None:
        self._open_drawer(self._desk.till)
        self._pane.context.messages.info(self.tr("钱箱已打开，并记在操作日志里"))

    def _open_drawer(self, number: str) -> None:
        kick: Callable[[str], Any] | None = self._pane.context.more.get("open_drawer")
        if kick is not None:
            kick(number)

    def _cash_ways(self) -> frozenset[str]:
        methods = self._desk.state.methods if self._desk.state else ()
        return frozenset(method.code for method in methods if method.is_cash)

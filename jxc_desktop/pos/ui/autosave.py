"""Keeps the ticket on the screen in the shop, a moment behind: the till never waits for it."""

from PySide6.QtCore import QObject, QTimer

from jxc_desktop.pos.held import save_draft
from jxc_desktop.pos.ticket import OpenTicket
from jxc_desktop.widgets.pane import Pane

SAVE_AFTER = 150
"""Milliseconds in which several scans make one write."""


class Autosave(QObject):
    """Writes the newest ticket of one till; while a write is on its way the next one waits for it."""

    def __init__(self, pane: Pane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._till_id = 0
        self._ticket: OpenTicket | None = None
        self._writing = False
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._timer.timeout.connect(self._write)

    def start(self, till_id: int) -> None:
        """Keep tickets under this till from now on."""
        self._till_id = till_id

    def keep(self, ticket: OpenTicket) -> None:
        """Keep `ticket` soon."""
        self._ticket = ticket
        if self._till_id and not self._writing and not self._timer.isActive():
            self._timer.start()

    def keep_now(self) -> None:
        """Write what waits: the program is about to end."""
        self._timer.stop()
        self._write()

    def _write(self) -> None:
        ticket, self._ticket = self._ticket, None
        if ticket is None:
            return
        self._writing = True
        self._pane.context.tasks.write(
            save_draft,
            self._till_id,
            ticket,
            then=self._written,
            failed=self._failed,
            owner=self,
        )

    def _written(self, _nothing: None) -> None:
        self._writing = False
        if self._ticket is not None:
            self._timer.start()

    def _failed(self, error: BaseException) -> None:
        self._writing = False
        self._pane.fail(error)

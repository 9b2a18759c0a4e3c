"""From the till to the customer's display, a moment later and never in its way: a scan only starts a timer."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from jxc_desktop.pos.customer_view import Shown, shown_sold, shown_ticket
from jxc_desktop.pos.queries.tickets import TicketView
from jxc_desktop.pos.ui.till_desk import TillDesk

SOON = 60
"""Milliseconds after the last change; of a burst of scans only the end is shown."""
CHANGE_STAYS = 30_000
"""Milliseconds that the change of a sale stays up."""


class CustomerFeed(QObject):
    """Hands pictures to `show`, which must not wait."""

    def __init__(self, desk: TillDesk, show: Callable[[Shown], None]) -> None:
        super().__init__(desk)
        self._desk, self._show = desk, show
        self._sold: TicketView | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.tell)
        self._over = QTimer(self, singleShot=True, interval=CHANGE_STAYS)
        self._over.timeout.connect(self._forget_sold)
        desk.changed.connect(self._soon.start)
        desk.stated.connect(self._soon.start)

    def sold(self, view: TicketView) -> None:
        """A sale was paid."""
        self._sold = view
        self._over.start()
        self._soon.start()

    def tell(self) -> None:
        """Show what there is to be shown now."""
        state, ticket = self._desk.state, self._desk.ticket
        shop = state.settings.name if state else ""
        if ticket.lines:
            self._sold = None
            self._show(shown_ticket(ticket, shop, self._desk.place))
        elif self._sold is not None:
            self._show(shown_sold(self._sold, shop))
        else:
            self._show(Shown(shop))

    def _forget_sold(self) -> None:
        self._sold = None
        self.tell()

"""Paying a ticket: posted under the ticket's own key, so that no failure and no second press sells it twice."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from jxc_desktop.core.errors import Refused, UserError
from jxc_desktop.pos.drafts import TenderDraft
from jxc_desktop.pos.selling import Sold, sell, sold_under
from jxc_desktop.pos.ticket import OpenTicket
from jxc_desktop.pos.ui.till_desk import TillDesk
from jxc_desktop.widgets.pane import Pane

Failed = Callable[[BaseException], None]


class TillPayment(QObject):
    """Sends the desk's ticket to the books and says what became of it."""

    sold = Signal(object, bool)
    """What was sold, as `Sold`, and whether it wants paper."""

    def __init__(self, pane: Pane, desk: TillDesk) -> None:
        super().__init__(pane)
        self._pane = pane
        self._desk = desk

    def pay(self, tenders: tuple[TenderDraft, ...], *, on_paper: bool, failed: Failed) -> None:
        """Post the ticket; `failed` hears why not, in words where a person can put it right."""
        desk = self._desk
        if desk.locked or desk.shift_id is None or not desk.ticket.lines:
            return
        desk.locked = True
        ticket = desk.ticket
        self._pane.run_write(
            desk.lent(partial(sell, on_paper=on_paper)),
            ticket.draft(tenders),
            desk.shift_id,
            ticket.key,
            then=partial(self._paid, on_paper),
            failed=partial(self._not_paid, ticket, on_paper, failed),
        )

    def _paid(self, on_paper: bool, sold: Sold) -> None:
        self._desk.locked = False
        self._desk.start()
        self.sold.emit(sold, on_paper)
        self._desk.load()

    def _not_paid(
        self, ticket: OpenTicket, on_paper: bool, failed: Failed, error: BaseException
    ) -> None:
        """A rule said no; or nobody knows whether COMMIT came through, and then the key knows."""
        if isinstance(error, UserError):
            self._unlock(failed, error)
            return
        self._pane.context.tasks.read(
            sold_under,
            ticket.key,
            then=partial(self._looked_up, on_paper, failed, error),
            failed=partial(self._still_unknown, failed),
            owner=self,
        )

    def _looked_up(
        self, on_paper: bool, failed: Failed, error: BaseException, sold: Sold | None
    ) -> None:
        if sold is None:
            self._unlock(failed, error)
        else:
            self._paid(on_paper, sold)

    def _still_unknown(self, failed: Failed, _error: BaseException) -> None:
        sentence = self.tr("不知道这张单收了没有，数据库没有回答。再按一次回车，不会收两次")
        self._unlock(failed, Refused(sentence))

    def _unlock(self, failed: Failed, error: BaseException) -> None:
        self._desk.locked = False
        failed(error)

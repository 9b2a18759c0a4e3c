"""审核 and 记账 of a page of the books: the step that comes next, and the way back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from sqlalchemy.orm import Session

from jxc_desktop.ledger.journal.services import (
    ENTERED,
    REVIEWED,
    enter_voucher,
    review_voucher,
    unreview_voucher,
)
from jxc_desktop.ledger.queries.marks import PageMarks
from jxc_desktop.widgets.pane import Pane

RIGHT = "voucher.review"
_SERVICES = {REVIEWED: review_voucher, ENTERED: enter_voucher}
Service = Callable[[Session, int], None]


class VoucherReview(QObject):
    """Marks the pages of one pane."""

    done = Signal()
    """The page is marked otherwise than before."""

    def __init__(self, pane: Pane) -> None:
        super().__init__(pane)
        self._pane = pane

    def step(self, marks: PageMarks) -> str:
        """What comes next: `REVIEWED`, `ENTERED`, or "" when nothing does or who is at work may not."""
        if marks.entered or not self._pane.context.may(RIGHT):
            return ""
        return ENTERED if marks.reviewed else REVIEWED

    def word(self, step: str) -> tuple[str, str]:
        """The word and the icon of a step."""
        words = {REVIEWED: (self.tr("审核"), "badge-check"), ENTERED: (self.tr("记账"), "stamp")}
        return words[step]

    def take(self, step: str, voucher_id: int, name: str) -> None:
        """Take a step with the page `name`."""
        said = {
            REVIEWED: self.tr("凭证 {voucher} 已审核"),
            ENTERED: self.tr("凭证 {voucher} 已记账"),
        }
        self._run(_SERVICES[step], voucher_id, said[step].format(voucher=name))

    def undo(self, voucher_id: int, name: str) -> None:
        """Take the review of a page back."""
        said = self.tr("凭证 {voucher} 的审核已取消").format(voucher=name)
        self._run(unreview_voucher, voucher_id, said)

    def _run(self, service: Service, voucher_id: int, said: str) -> None:
        self._pane.run_write(service, voucher_id, then=partial(self._tell, said))

    def _tell(self, said: str, _nothing: object) -> None:
        self._pane.context.messages.success(said)
        self.done.emit()

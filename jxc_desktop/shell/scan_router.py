"""A scan in any place is understood: by the pane in front, else as a product, else as a document."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from sqlalchemy.orm import Session

from jxc_desktop.catalog.queries import product_by_barcode
from jxc_desktop.core.errors import NotFound, UserError
from jxc_desktop.shell.desk import Desk
from jxc_desktop.shell.found import Hit, find_documents
from jxc_desktop.shop.actor import may
from jxc_desktop.widgets.messages import Messages
from jxc_desktop.widgets.scanner import ScanFilter
from jxc_desktop.widgets.tasks import Tasks

LONGEST_SHOWN = 40


class ScanRouter(QObject):
    """Listens to the scanner while an office is open; `desk` is None while it is locked."""

    def __init__(
        self, desk: Callable[[], Desk | None], tasks: Tasks, messages: Messages, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._messages = messages
        self.filter = ScanFilter(self)
        self.filter.scanned.connect(self.take)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self.filter)

    def stop(self) -> None:
        """Listen no more."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self.filter)

    def take(self, code: str) -> None:
        """Hand a code to the pane in front; look it up when it means nothing there."""
        desk = self._desk()
        if desk is None or QApplication.activeModalWidget() is not None:
            return
        self._messages.next_action()
        if not desk.take_scan(code):
            kinds = frozenset(kind for spec in desk.specs for kind in (spec.name, *spec.kinds))
            self._tasks.read(
                _look_up, code, kinds, then=self._on_found, failed=self._on_refused, owner=self
            )

    def _on_refused(self, error: BaseException) -> None:
        """A scale's label that was misread, or that names no goods."""
        if not isinstance(error, UserError):
            raise error
        self._messages.notice(error.message)

    def _on_found(self, found: tuple[str, Hit | None]) -> None:
        (code, hit), desk = found, self._desk()
        if hit is None:
            said = self.tr("没有这个条码 {code}。新建商品，或看看是不是扫了箱码")
            self._messages.notice(said.format(code=code[:LONGEST_SHOWN]))
        elif desk is not None:
            desk.open(hit.opens, hit.subject)
            self._messages.info(self.tr("扫到 {what}，已打开").format(what=hit.text))


def _look_up(session: Session, code: str, kinds: frozenset[str]) -> tuple[str, Hit | None]:
    if "product" in kinds and may(session, "product.view"):
        try:
            product = product_by_barcode(session, code)
        except NotFound:
            pass
        else:
            return code, Hit("", product.name, product.code, "product", product.id)
    documents = find_documents(session, code, kinds)
    exact = [hit for hit in documents if hit.subject == code]
    return code, exact[0] if exact else None

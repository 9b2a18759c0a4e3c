"""The base of every pane: what it may use of the program, and its way to the database."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, ClassVar, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from jxc_desktop.core.clock import Clock
from jxc_desktop.core.errors import UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.widgets.busy import Busy
from jxc_desktop.widgets.messages import Messages
from jxc_desktop.widgets.tasks import Cancelled, Job, Tasks
from jxc_desktop.widgets.ui_settings import UiSettings

T = TypeVar("T")
REFRESH_AFTER = 50
"""Milliseconds in which several commits make one refresh."""


def _nowhere(_kind: str, _subject: object = None) -> None:
    """Where no window can open another pane."""


@dataclass(frozen=True)
class Context:
    """What a pane may use of the running program.

    `open(kind, subject)` shows another pane; `print_slip` takes a slip of the printing room; `authorize` asks
    somebody with the right on the spot. `more` carries what single features hand in from the top of the house.
    """

    tasks: Tasks
    messages: Messages
    settings: UiSettings
    may: Callable[[str], bool] = lambda _permission: True
    open: Callable[..., Any] = _nowhere
    print_slip: Callable[..., None] = lambda *_slip: None
    authorize: Callable[..., None] | None = None
    clock: Clock = field(default_factory=Clock)
    more: Mapping[str, Any] = field(default_factory=dict)


class Pane(QWidget):
    """A place of work: it shows rows and asks services to act.

    `title` is the Chinese source, marked by `QT_TR_NOOP`; `watches` names the tables whose change makes the pane
    read again, at once when it is seen, else when it is next shown.
    """

    title: ClassVar[str] = ""
    icon: ClassVar[str] = "file-text"
    shortcut: ClassVar[str] = ""
    needs: ClassVar[str] = ""
    watches: ClassVar[frozenset[str]] = frozenset()

    subject_changed = Signal(str)
    """What the pane is about now, for its tab or dock title."""
    unsaved_changed = Signal(bool)
    """Whether something typed here is kept nowhere yet: a dot on the tab."""
    attention = Signal(object)
    """What the hand is on, for the evidence docks beside: a mapping such as `{"product": 7, "partner": 3}`."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.listed_as = ""
        """Its name in the table of contents, given by the window that made it."""
        self.setObjectName(type(self).__name__)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("look", "surface")
        self.setAccessibleName(self.heading())
        self._stale = False
        self._jobs: list[Job] = []
        self._slots: dict[str, int] = {}
        self._writing = 0
        self._busy = Busy(self, context.messages, self.cancel_work)
        self._refresh_timer = QTimer(self, singleShot=True, interval=REFRESH_AFTER)
        self._refresh_timer.timeout.connect(self.refresh)
        context.tasks.changed.connect(self._on_changed)

    @classmethod
    def heading(cls) -> str:
        """The title in the user's language."""
        return translate("", cls.title)

    @property
    def working(self) -> bool:
        """Whether anything this pane asked for is under way."""
        return bool(self._jobs)

    @property
    def writing(self) -> bool:
        """Whether something this pane asked for is being written now."""
        return self._writing > 0

    def run_read(
        self,
        operation: Callable[..., T],
        *args: Any,
        then: Callable[[T], None],
        slot: str = "",
    ) -> Job:
        """Ask the database; of several questions in one `slot` only the newest is answered."""
        number = self._slots[slot] = self._slots.get(slot, 0) + 1

        def answered(result: T) -> None:
            if not slot or self._slots[slot] == number:
                then(result)

        return self._track(
            partial(self.context.tasks.read, operation, *args), then=answered, failed=self.fail
        )

    def run_write(
        self,
        operation: Callable[..., T],
        *args: Any,
        then: Callable[[T], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> Job:
        """Run an operation in one transaction, then continue here."""
        self._writing += 1

        def over() -> None:
            self._writing -= 1

        return self._track(
            partial(self.context.tasks.write, operation, *args),
            then=then or _ignore,
            failed=failed or self.fail,
            over=over,
        )

    def run_background(
        self,
        work: Callable[..., T],
        *args: Any,
        then: Callable[[T], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> Job:
        """Run long work outside the database: `work(progress, *args)`."""
        return self._track(
            partial(self.context.tasks.background, work, *args, progress=self._busy.report),
            then=then or _ignore,
            failed=failed or self.fail,
        )

    def refresh(self) -> None:
        """Read again what the pane shows."""

    def show_subject(self, subject: object) -> None:
        """Turn to one document, product … (a number or id); the window calls it after opening the pane."""

    def attend(self, attention: Mapping[str, Any]) -> None:
        """Show evidence on what the hand is on in the pane at the centre; for evidence docks."""

    def take_scan(self, code: str) -> bool:
        """Do what a scanned code means here; False when it means nothing, so that the window looks it up."""
        return False

    def may_close(self) -> bool:
        """Whether the pane may go now; a pane that must not says why on the message line."""
        return True

    def mark_field(self, field: str, reason: str) -> None:
        """Mark the place an error names (`lines[0].quantity`), where the pane shows it."""

    def fail(self, error: BaseException) -> None:
        """Tell the user what they can put right; let bugs through to the crash dialog."""
        if isinstance(error, Cancelled):
            self.context.messages.info(error.message)
        elif isinstance(error, UserError):
            if error.field:
                self.mark_field(error.field, error.message)
            self.context.messages.error(error.message)
        else:
            raise error

    def cancel_work(self) -> None:
        """Stop whatever this pane has under way."""
        for job in tuple(self._jobs):
            job.cancel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._busy.telling:
            self.cancel_work()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self._refresh_timer.start()

    def _track(
        self,
        start: Callable[..., Job],
        *,
        then: Callable[[T], None],
        failed: Callable[[BaseException], None],
        over: Callable[[], None] | None = None,
    ) -> Job:
        self._busy.begin()

        def finish(tell: Callable[[Any], None], outcome: object) -> None:
            self._jobs.remove(job)
            self._busy.end()
            if over:
                over()
            tell(outcome)

        job = start(then=partial(finish, then), failed=partial(finish, failed), owner=self)
        self._jobs.append(job)
        return job

    def _on_changed(self, tables: frozenset[str]) -> None:
        if not self.watches & tables:
            return
        if self.isVisible():
            self._refresh_timer.start()
        else:
            self._stale = True


def _ignore(_result: object) -> None:
    """Where a pane needs no answer."""

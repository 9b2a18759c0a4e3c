"""Notices what other programs write into the shop: asked once a second, told to every pane that watches."""

from PySide6.QtCore import QObject, QTimer

from jxc_desktop.core.schema import Base
from jxc_desktop.shell.seat import Seat

EVERY = 1_000


class OtherWriters(QObject):
    """Announces all tables as changed whenever somebody else has committed."""

    def __init__(self, seat: Seat, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self._seen: int | None = None
        self._asking = False
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.ask)

    def start(self) -> None:
        """Begin to look."""
        self.ask()
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def ask(self) -> None:
        """Look once, in the background: a long write must not hold up the window."""
        if not self._asking:
            self._asking = True
            self._seat.tasks.background(
                self._look, then=self._on_seen, failed=self._on_failed, owner=self
            )

    def _look(self, _progress: object) -> None:
        """Told from here and not from the window's thread: who listens may take its time."""
        database = self._seat.database
        before, self._seen = self._seen, database.foreign_commits()
        if before is not None and self._seen != before:
            database.announce(frozenset(Base.metadata.tables))

    def _on_seen(self, _nothing: None) -> None:
        self._asking = False

    def _on_failed(self, error: BaseException) -> None:
        self._asking = False
        raise error

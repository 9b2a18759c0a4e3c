"""Backups by themselves: asks each minute whether one is due, after start and after sleep too, and keeps the lamp."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from sqlalchemy.orm import Session

from jxc_desktop.core.errors import UserError
from jxc_desktop.safety.automatic import Done, back_up_when_due
from jxc_desktop.safety.backup import Order, make_backup
from jxc_desktop.safety.backup_log import Attempt, attempts, last_backup
from jxc_desktop.safety.catalogue import Backup
from jxc_desktop.shell.lamp_words import backup_light
from jxc_desktop.shell.seat import Seat
from jxc_desktop.shop.settings import settings_of

MINUTE = 60_000


class BackupClock(QObject):
    """Ticks while the window is open; `close` makes the last backup of the day."""

    light = Signal(object)
    """A `Light`."""

    def __init__(self, seat: Seat, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self._running = False
        self._last: Attempt | None = None
        self._latest: Attempt | None = None
        self._after_closing: Callable[[], None] | None = None
        self._timer = QTimer(self, interval=MINUTE)
        self._timer.timeout.connect(self.tick)
        seat.tasks.changed.connect(self._on_changed)

    @property
    def running(self) -> bool:
        """Whether a backup is being made now."""
        return self._running

    def start(self) -> None:
        """Show how things stand, catch up what was missed, then tick."""
        self._read()
        self.tick()
        self._timer.start()

    def tick(self) -> None:
        """Make the backup that is due, if one is."""
        self._run(self._round, self._on_round)

    def back_up(self, folder: str = "") -> None:
        """A person's own order: into the folder of the settings unless another is given."""
        seat = self._seat

        def ask(session: Session) -> str:
            return folder or settings_of(session).backup_folder

        seat.tasks.read(ask, then=self._to_folder, owner=self)

    def close(self, then: Callable[[], None]) -> None:
        """Make the backup of closing time, if one is wanted, then go on; trouble is told, not a reason to stay."""
        self._timer.stop()
        self._after_closing = then
        if not self._running:
            self._close_now()

    def _close_now(self) -> None:
        then, self._after_closing = self._after_closing, None
        if then is not None:
            go_on = then
            self._run(self._closing_round, lambda _done: go_on(), failed=lambda _error: go_on())

    def _to_folder(self, folder: str) -> None:
        if not folder:
            self._seat.messages.notice(self.tr("还没有选备份放哪里。在设置里填“备份文件夹”"))
            return
        self._run(self._ordered, self._on_ordered, Path(folder))

    def _run(
        self,
        work: Callable[..., object],
        then: Callable[..., None],
        *args: object,
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        if self._running:
            self._seat.messages.info(self.tr("正在备份，做完会告诉你"))
            return
        self._running = True

        def over(result: object) -> None:
            self._running = False
            self._read()
            then(result)
            self._close_now()

        def wrong(error: BaseException) -> None:
            self._running = False
            self._read()
            (failed or self._tell)(error)
            self._close_now()

        self._seat.tasks.background(work, *args, then=over, failed=wrong, owner=self)

    def _round(self, _progress: object) -> Done:
        seat = self._seat
        return back_up_when_due(seat.database, seat.invariants, actor=seat.actor)

    def _closing_round(self, _progress: object) -> Done:
        seat = self._seat
        return back_up_when_due(seat.database, seat.invariants, actor=seat.actor, closing=True)

    def _ordered(self, _progress: object, folder: Path) -> Backup:
        seat = self._seat
        return make_backup(seat.database, Order(folder), seat.invariants, actor=seat.actor)

    def _on_round(self, done: Done) -> None:
        for problem in done.problems:
            self._seat.messages.error(problem)

    def _on_ordered(self, backup: Backup) -> None:
        said = self.tr("已备份到 {path}，验证通过")
        if not backup.manifest.verified:
            said = self.tr("已备份到 {path}，但账有不符，看健康页")
        self._seat.messages.success(said.format(path=backup.path))

    def _tell(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self._seat.messages.error(error.message)

    def _on_changed(self, tables: frozenset[str]) -> None:
        if "backup_log" in tables:
            self._read()

    def _read(self) -> None:
        self._seat.tasks.read(_last_two, then=self._show, owner=self)
        self._shine()

    def _show(self, found: tuple[Attempt | None, Attempt | None]) -> None:
        self._last, self._latest = found
        self._shine()

    def _shine(self) -> None:
        clock = self._seat.database.clock
        self.light.emit(backup_light(self._last, self._latest, clock, running=self._running))


def _last_two(session: Session) -> tuple[Attempt | None, Attempt | None]:
    """The last backup made and the latest attempt."""
    return last_backup(session), next(iter(attempts(session, most=1)), None)

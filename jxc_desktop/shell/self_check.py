"""Keeps the lamp 账实一致: checks the books after start and after work, in the background."""

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from jxc_desktop.core.db import Database
from jxc_desktop.core.invariant import Invariant
from jxc_desktop.safety.verify import findings_of
from jxc_desktop.shell.lamp import Light
from jxc_desktop.shell.lamp_words import SelfCheck, consistency_light
from jxc_desktop.shell.seat import Seat

FIRST_AFTER = 3_000
"""Milliseconds after the window appears."""
EVERY = 10 * 60_000
"""Milliseconds between two checks when something was posted."""
AT_MOST = 1 / 50
"""The share of a reader's time that checking may take on a large shop."""
JOURNALS = frozenset({"move", "entry", "leg", "cost_pool", "account_balance"})


class SelfChecker(QObject):
    """Runs the invariants on a reader's snapshot in the background and says how the lamp shines."""

    light = Signal(object)
    """A `Light`."""

    def __init__(self, seat: Seat, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self._last: SelfCheck | None = None
        self._stale = True
        self._running = False
        self._took = 0.0
        self._timer = QTimer(self, singleShot=True, interval=FIRST_AFTER)
        self._timer.timeout.connect(self._due)
        seat.tasks.changed.connect(self._on_changed)

    def start(self) -> None:
        """Check for the first time soon."""
        self._shine()
        self._timer.start()

    def stop(self) -> None:
        """Check no more."""
        self._timer.stop()

    def check(self) -> None:
        """Check now."""
        if self._running:
            return
        self._running, self._stale = True, False
        self._shine()
        seat = self._seat
        self._seat.tasks.background(
            _problems,
            seat.database,
            seat.invariants,
            seat.actor,
            then=self._on_checked,
            failed=self._on_failed,
        )

    def take(self, problems: Sequence[str]) -> None:
        """Somebody else has checked, in the health pane."""
        self._last = SelfCheck(self._seat.database.clock.milliseconds(), tuple(problems))
        self._stale = False
        self._shine()

    def _on_checked(self, outcome: tuple[tuple[str, ...], float]) -> None:
        problems, self._took = outcome
        self._running = False
        self.take(problems)
        self._timer.start(max(EVERY, round(self._took * 1000 / AT_MOST)))

    def _on_failed(self, error: BaseException) -> None:
        self._running = False
        self._timer.start(EVERY)
        self._shine()
        raise error

    def _due(self) -> None:
        if self._stale:
            self.check()
        else:
            self._shine()
            self._timer.start(EVERY)

    def _on_changed(self, tables: frozenset[str]) -> None:
        if tables & JOURNALS:
            self._stale = True

    def _shine(self) -> None:
        clock = self._seat.database.clock
        light: Light = consistency_light(self._last, clock, checking=self._running)
        self.light.emit(light)


def _problems(
    _progress: object, database: Database, rules: Sequence[Invariant], actor: object
) -> tuple[tuple[str, ...], float]:
    started = monotonic()
    with database.reading(actor) as session:
        problems = findings_of(session, rules).problems
    return problems, monotonic() - started

"""Cyclic garbage is collected on the UI thread only.

Python collects on whichever thread happens to allocate. A QObject that dies on a worker's thread stops its timers
from the wrong thread and may take the program with it; so while workers live, collecting is left to a timer.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1000
"""Milliseconds between two looks at the counts."""
_keepers: list[object] = []


class GarbageKeeper(QObject):
    """Holds automatic collecting off from `start` to `stop` and does it itself in between."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(collect_due)

    def start(self) -> None:
        """From now on nothing is collected on other threads."""
        _keepers.append(self)
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Give collecting back to Python when the last keeper stops."""
        self._timer.stop()
        if self in _keepers:
            _keepers.remove(self)
        if not _keepers:
            gc.enable()


def keep_what_is_loaded() -> None:
    """Look never again at what is there now, mostly modules: the first collections would stop the window for them.

    Only the first call counts, when everything was imported; what dies later among it and in a ring stays, which is
    next to nothing.
    """
    if not gc.get_freeze_count():
        gc.freeze()


def keep_what_is_open() -> None:
    """The same of the window that has just been built, once a moment is free, until it goes.

    Looking through it at every full collection would hold a key up for longer than a frame.
    """
    gc.collect()
    gc.freeze()


def keep_nothing() -> None:
    """A window goes: what was kept for its sake can be collected again."""
    gc.unfreeze()


def collect_due() -> None:
    """Collect the oldest generation whose count has passed its threshold, as Python itself would."""
    due = zip(gc.get_count(), gc.get_threshold(), strict=True)
    passed = [generation for generation, (count, limit) in enumerate(due) if count > limit > 0]
    if passed:
        gc.collect(max(passed))

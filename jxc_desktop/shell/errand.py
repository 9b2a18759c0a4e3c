"""Work off the UI thread before there is a database layer: opening a shop, proving a password."""

import threading
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from jxc_desktop.widgets.garbage import GarbageKeeper

T = TypeVar("T")


class Errands(QObject):
    """Runs callables on threads of their own; what comes of them is told on the UI thread."""

    _outcome = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._garbage = GarbageKeeper(self)
        self._out = 0
        self._outcome.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def under_way(self) -> bool:
        """Whether anything is still being done."""
        return self._out > 0

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Do `work`, then tell how it went."""
        if self._out == 0:
            self._garbage.start()
        self._out += 1
        threading.Thread(target=self._do, args=(work, then, failed), daemon=True).start()

    def _do(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        try:
            told = partial(then, work())
        except BaseException as error:  # noqa: BLE001  every error goes to the thread that asked
            told = partial(failed, error)
        self._outcome.emit(told)

    @Slot(object)
    def _deliver(self, told: Callable[[], None]) -> None:
        self._out -= 1
        if self._out == 0:
            self._garbage.stop()
        told()

"""Where bugs end up: in the log always, in front of the person once. Qt's own complaints go to the log."""

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
log = logging.getLogger(__name__)


class CrashHooks(QObject):
    """Catches what nobody caught, on every thread; `crashed` is told on the UI thread."""

    crashed = Signal(object)
    """The exception."""
    _caught = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before: tuple[Any, ...] = ()
        self._caught.connect(self.crashed, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take the hooks of the process."""
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread
        sys.unraisablehook = self._on_unraisable
        qInstallMessageHandler(_to_log)

    def remove(self) -> None:
        """Give the hooks back."""
        if self._before:
            sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
            qInstallMessageHandler(None)
            self._before = ()

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.catch(error)

    def _on_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.catch(arguments.exc_value)

    def _on_unraisable(self, arguments: "sys.UnraisableHookArgs") -> None:
        """Nothing was cut short by it, so it is only logged."""
        log.error("unraisable in %r", arguments.object, exc_info=arguments.exc_value)

    def catch(self, error: BaseException) -> None:
        """Log a bug and tell it."""
        log.error("bug", exc_info=error)
        self._caught.emit(error)


class CrashTeller(QObject):
    """Shows each bug once, one dialog at a time: the same bug again only goes to the log."""

    def __init__(
        self,
        hooks: CrashHooks,
        show: Callable[[BaseException], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._show = show
        self._showing = False
        self._told: set[str] = set()
        hooks.crashed.connect(self._on_crashed)

    def _on_crashed(self, error: BaseException) -> None:
        place = _place_of(error)
        if self._showing or place in self._told:
            return
        self._told.add(place)
        self._showing = True
        try:
            self._show(error)
        finally:
            self._showing = False


def _place_of(error: BaseException) -> str:
    """Which bug it is: the kind of error and the line that raised it."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace is not None else ""
    return f"{type(error).__name__} {where}"


def _to_log(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", message)

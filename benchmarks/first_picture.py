"""Run by the start benchmark in a process of its own: says `painted` when a top window was first painted, and ends.

`trivial` shows a bare window; `login SHOP` and `window SHOP` start the program and wait for that window.
"""

import os
import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget


class Watch(QObject):
    """Waits for the end of the first paint of a top-level widget whose class is wanted."""

    def __init__(self, wanted: str) -> None:
        super().__init__()
        self.wanted = wanted
        self.done = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.done and self._is_wanted(watched):
            self.done = True
            QTimer.singleShot(0, self._say)
        return False

    def _is_wanted(self, watched: QObject) -> bool:
        if not isinstance(watched, QWidget) or not watched.isWindow():
            return False
        return not self.wanted or type(watched).__name__ == self.wanted

    def _say(self) -> None:
        sys.stdout.write("painted\n")
        sys.stdout.flush()
        os._exit(0)


def trivial() -> None:
    application = QApplication([])
    application.watch = Watch("")  # type: ignore[attr-defined]
    application.installEventFilter(application.watch)  # type: ignore[attr-defined]
    label = QLabel("进销存")
    label.resize(900, 600)
    label.show()
    application.exec()


def ours(wanted: str, shop: str) -> None:
    from jxc_desktop.app import main, make_application

    application = make_application()
    application.watch = Watch(wanted)  # type: ignore[attr-defined]
    application.installEventFilter(application.watch)  # type: ignore[attr-defined]
    main(["--shop", shop])


if __name__ == "__main__":
    if sys.argv[1] == "trivial":
        trivial()
    else:
        ours({"login": "", "window": "MainWindow"}[sys.argv[1]], sys.argv[2])

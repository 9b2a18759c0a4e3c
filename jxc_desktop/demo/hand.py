"""The hand of the demonstration: keys of a person, bursts of a scanner, words of an input method.

Letters carry moments of the hand's own clock, so that the program tells a scanner from a person by their rhythm as
it does at a counter, however fast the demonstration runs. Every key goes to the window that has the focus, as the
system would send it.
"""

import re
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow

from jxc_desktop.core.i18n import translate
from jxc_desktop.demo.trouble import DemoFailed

PERSON, SCANNER = 130, 4
"""Milliseconds between two keys."""
PAUSE = 400
"""Milliseconds of the hand's clock before it begins something else."""
HELD = 100
"""Milliseconds for which the program may hold a key back to see whether a scan follows."""
_LOOK = 50
"""Milliseconds between two looks for a dialog."""
_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_TIMED = {"Return": (Qt.Key.Key_Return, "\r"), "Tab": (Qt.Key.Key_Tab, "\t")}
"""Keys that may end a scan: they need a moment too."""
_RUNS = re.compile(r"[\x20-\x7e]+|[^\x20-\x7e]+")

Wait = Callable[[int], None]
Until = Callable[[Callable[[], object], str], None]


class Hand:
    """`wait(ms)` lets the program go on; `until(seen, what)` waits for something to be seen."""

    def __init__(self, wait: Wait, until: Until) -> None:
        self._wait, self._until = wait, until
        self._now = 1_000_000

    def press(self, *keys: str) -> None:
        """Press keys one after another: `F12`, `Ctrl+N`, `Return`."""
        for key in keys:
            window = self._window()
            self._now += PAUSE
            if key in _TIMED:
                self._send(window, *_TIMED[key])
            else:
                combination = QKeySequence(key)[0]  # type: ignore[index]
                QTest.keyClick(window, combination.key(), combination.keyboardModifiers())
            self._wait(5)

    def type(self, text: str) -> None:
        """Type as a person does; what is not ASCII comes whole from an input method."""
        for run in _RUNS.findall(text):
            if run.isascii():
                self._letters(run, PERSON)
                self._wait(HELD)
            else:
                self._compose(run)

    def enter(self, text: str) -> None:
        """Type, then Return."""
        self.type(text)
        self.press("Return")

    def replace(self, text: str) -> None:
        """Type over what stands in the field."""
        self.press("Ctrl+A")
        self.type(text)

    def scan(self, *codes: str) -> None:
        """Pull the scanner's trigger: a burst of keys and its Return, faster than any person."""
        for code in codes:
            self._letters(code, SCANNER)
            self._now += SCANNER
            self._send(self._window(), *_TIMED["Return"])
            self._wait(5)

    def answer_with_file(self, ask: Callable[[], None], path: str) -> None:
        """`ask` opens a dialog for a file: type its path there and press Return."""
        watch = QTimer(interval=_LOOK)

        def answer() -> None:
            if _asks_for_file():
                watch.stop()
                self.replace(path)
                self.press("Return")

        watch.timeout.connect(answer)
        watch.start()
        ask()
        self._until(lambda: not watch.isActive(), translate("demo", "选文件的窗口"))
        self._until(lambda: not _asks_for_file(), translate("demo", "文件选好"))

    # --- inside ---

    def _letters(self, text: str, gap: int) -> None:
        for place, letter in enumerate(text):
            self._now += gap if place else PAUSE
            modifiers = _SHIFT if letter.isupper() else _PLAIN
            self._send(self._window(), ord(letter.upper()), letter, modifiers)
            if gap == PERSON:
                self._wait(2)

    def _compose(self, words: str) -> None:
        event = QInputMethodEvent()
        event.setCommitString(words)
        self._window()
        focus: QObject | None = QGuiApplication.focusObject()
        if focus is not None:
            QCoreApplication.sendEvent(focus, event)
        self._wait(5)

    def _send(
        self,
        window: QWindow,
        key: int,
        text: str,
        modifiers: Qt.KeyboardModifier = _PLAIN,
    ) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, modifiers, text)
            event.setTimestamp(self._now)
            QCoreApplication.sendEvent(window, event)

    def _window(self) -> QWindow:
        """The window that keys go to now; without a window manager nobody else gives the focus back."""
        window = _focused()
        if window is None:
            for widget in (QApplication.activeModalWidget(), *QApplication.topLevelWidgets()):
                if widget is not None and (widget.isModal() or isinstance(widget, QMainWindow)):
                    widget.activateWindow()
            what = translate("demo", "窗口得到焦点。演示时不要点别的窗口")
            self._until(_focused, what)
            window = _focused()
        if window is None:
            raise DemoFailed(translate("demo", "没有窗口能接收按键"))
        return window


def _focused() -> QWindow | None:
    return QGuiApplication.focusWindow()


def _asks_for_file() -> bool:
    return isinstance(QApplication.activeModalWidget(), QFileDialog)

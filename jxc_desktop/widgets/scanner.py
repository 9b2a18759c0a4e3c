"""Understands a keyboard scanner in every pane, whatever has the focus, and never through an input method.

Keys for a line edit pass at once; when they prove to be a scan, the field is put back as it was. Keys for anything
else wait until they prove to be typed, at most the longest gap of the rule, and are then delivered late.
"""

import time
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from jxc_desktop.widgets.bursts import (
    GROUP_SEPARATOR,
    Burst,
    BurstRule,
    Verdict,
    is_code_character,
    normal_code,
)

_Key = Qt.Key
_ENDS = frozenset({_Key.Key_Return, _Key.Key_Enter, _Key.Key_Tab})
_LINE_FEED = (_Key.Key_J, Qt.KeyboardModifier.ControlModifier)
_TYPING = frozenset(
    {
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.KeypadModifier,
        Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier,
    }
)
_MODIFIERS = frozenset(
    {
        _Key.Key_Shift,
        _Key.Key_Control,
        _Key.Key_Alt,
        _Key.Key_Meta,
        _Key.Key_AltGr,
        _Key.Key_CapsLock,
    }
)
_PRESS, _RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
_WATCHED = frozenset({_PRESS, _RELEASE, QEvent.Type.ShortcutOverride, QEvent.Type.InputMethod})


@dataclass(frozen=True, slots=True)
class _Press:
    """A key that waits for its verdict."""

    target: QWidget
    key: int
    modifiers: Qt.KeyboardModifier
    text: str

    def deliver(self) -> None:
        target = self.target if isValid(self.target) else QApplication.focusWidget()
        for kind in (_PRESS, _RELEASE):
            if target is not None and isValid(target):
                event = QKeyEvent(kind, self.key, self.modifiers, self.text)
                QCoreApplication.sendEvent(target, event)


@dataclass(frozen=True, slots=True)
class _Before:
    """A line edit as it was before a burst began."""

    edit: QLineEdit
    text: str
    cursor: int
    selected: tuple[int, int]

    def restore(self) -> None:
        if not isValid(self.edit):
            return
        self.edit.setText(self.text)
        start, length = self.selected
        if length:
            self.edit.setSelection(start, length)
        else:
            self.edit.setCursorPosition(self.cursor)


class ScanFilter(QObject):
    """An event filter of the whole application: `app.installEventFilter(ScanFilter(app))`."""

    scanned = Signal(str)
    """A code was scanned; its keys and its Enter have reached no widget."""

    def __init__(self, parent: QObject | None = None, rule: BurstRule | None = None) -> None:
        super().__init__(parent)
        self.rule = rule or BurstRule()
        self._burst = Burst(self.rule)
        self._waiting: list[_Press] = []
        self._before: _Before | None = None
        self._swallowed: set[int] = set()
        self._at_window: tuple[int, int, QEvent.Type] | None = None
        self._delivering = False
        self._composing = False
        self._ended = -self.rule.trailing - 1
        self._latest = ("", -self.rule.duplicate - 1)
        self._typing_until = -1
        self._gap_timer = QTimer(self, singleShot=True, interval=self.rule.longest_gap)
        self._gap_timer.timeout.connect(self._look_again)
        self._silence_timer = QTimer(self, singleShot=True, interval=self.rule.silence)
        self._silence_timer.timeout.connect(self._look_again)
        self._second_look = QTimer(self, singleShot=True, interval=0)
        self._second_look.timeout.connect(self._on_silence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _WATCHED:
            return False
        if kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        elif isinstance(event, QKeyEvent):
            if kind == QEvent.Type.ShortcutOverride:
                return self._keep_from_shortcuts(event)
            return self._is_first_sight(watched, event) and self._key(event)
        return False

    def _is_first_sight(self, watched: QObject, event: QKeyEvent) -> bool:
        """Each key passes here once for its window and once for every ancestor it bubbles to."""
        if self._delivering or self._composing:
            return False
        seen = (event.timestamp(), event.key(), event.type())
        if isinstance(watched, QWindow):
            self._at_window = seen
            return QApplication.focusWidget() is not None
        if watched is not QApplication.focusWidget():
            return False
        again, self._at_window = seen == self._at_window, None
        return not again

    def _keep_from_shortcuts(self, event: QKeyEvent) -> bool:
        """Within a burst a letter is no shortcut."""
        if len(self._burst) and _is_character(event):
            event.accept()
            return True
        return False

    def _key(self, event: QKeyEvent) -> bool:
        """Whether a key is kept from its widget."""
        if event.type() == _RELEASE:
            return self._take_release(event.key())
        moment = event.timestamp() or time.monotonic_ns() // 1_000_000
        if _is_end(event):
            return self._end(event, moment)
        if _is_character(event):
            return self._character(event, moment)
        if event.key() not in _MODIFIERS:
            self._give_up()
        return False

    def _character(self, event: QKeyEvent, moment: int) -> bool:
        if len(self._burst) and not self._burst.continues(moment):
            self._settle_silence(moment)
        target = QApplication.focusWidget()
        if target is None or _is_secret(target):
            return False
        if not len(self._burst):
            self._before = _state_of(target)
        self._burst.add(event.text(), moment)
        self._gap_timer.start()
        self._silence_timer.start()
        if self._burst.verdict() is Verdict.TYPED:
            self._give_up()
            self._typing_until = moment + self.rule.longest_gap
            return False
        return self._before is None and self._hold(target, event, moment)

    def _hold(self, target: QWidget, event: QKeyEvent, moment: int) -> bool:
        if moment <= self._typing_until:
            self._typing_until = moment + self.rule.longest_gap
            return False
        self._waiting.append(_Press(target, event.key(), event.modifiers(), event.text()))
        self._swallowed.add(event.key())
        return True

    def _end(self, event: QKeyEvent, moment: int) -> bool:
        """Enter, Tab or line feed: the end of a scan, its tail, or a key like any other."""
        if self._burst.continues(moment) and self._burst.verdict(ended=True) is Verdict.SCAN:
            self._scan(moment)
        elif 0 <= moment - self._ended <= self.rule.trailing:
            self._ended = moment
        else:
            self._give_up()
            return False
        self._swallowed.add(event.key())
        return True

    def _scan(self, moment: int) -> None:
        code, first = normal_code(self._burst.text), self._burst.first
        self._waiting.clear()
        before, self._before = self._before, None
        self._stop()
        self._ended = moment
        if before:
            before.restore()
        same, since = self._latest
        self._latest = (code, first)
        if code and not (code == same and 0 <= first - since < self.rule.duplicate):
            self.scanned.emit(code)

    def _settle_silence(self, moment: int) -> None:
        """A gap has ended the burst: a code without Enter, or keys of a person."""
        long_enough = moment - self._burst.last >= self.rule.longest_gap
        if long_enough and self._burst.verdict(silent=True) is Verdict.SCAN:
            self._scan(self._burst.last)
        else:
            self._give_up()

    def _look_again(self) -> None:
        """Keys that lie in the queue of a busy program come before the silence is believed."""
        self._second_look.start()

    def _on_silence(self) -> None:
        """Keys of a person need not wait any longer; what may be a code waits for full silence."""
        if self._gap_timer.isActive():
            return
        if self._burst.verdict(silent=True) is not Verdict.SCAN:
            self._give_up()
        elif not self._silence_timer.isActive():
            self._scan(self._burst.last)

    def _give_up(self) -> None:
        """It was typed: deliver what waits, in order."""
        waiting, self._waiting = self._waiting, []
        self._before = None
        self._stop()
        self._delivering = True
        try:
            for press in waiting:
                press.deliver()
        finally:
            self._delivering = False

    def _stop(self) -> None:
        self._burst.clear()
        self._gap_timer.stop()
        self._silence_timer.stop()
        self._second_look.stop()

    def _take_release(self, key: int) -> bool:
        if key in self._swallowed:
            self._swallowed.discard(key)
            return True
        return False


class ScanEdit(QLineEdit):
    """A line edit that no input method can reach, for codes and quantities.

    Qt switches the input method back on in `setReadOnly` and `setEchoMode`; here it stays off.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhLatinOnly
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._bar_input_method()

    def setReadOnly(self, arg__1: bool) -> None:
        super().setReadOnly(arg__1)
        self._bar_input_method()

    def setEchoMode(self, arg__1: QLineEdit.EchoMode) -> None:
        super().setEchoMode(arg__1)
        self._bar_input_method()

    def changeEvent(self, arg__1: QEvent) -> None:
        super().changeEvent(arg__1)
        self._bar_input_method()

    def focusInEvent(self, arg__1: QFocusEvent) -> None:
        super().focusInEvent(arg__1)
        self._bar_input_method()

    def _bar_input_method(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)


def _is_end(event: QKeyEvent) -> bool:
    plain = event.key() in _ENDS and event.modifiers() in _TYPING
    return plain or (event.key(), event.modifiers()) == _LINE_FEED


def _is_character(event: QKeyEvent) -> bool:
    typed = event.modifiers() in _TYPING or event.text() == GROUP_SEPARATOR
    return typed and is_code_character(event.text()) and not event.isAutoRepeat()


def _is_secret(target: QWidget) -> bool:
    return isinstance(target, QLineEdit) and target.echoMode() != QLineEdit.EchoMode.Normal


def _state_of(target: QWidget) -> _Before | None:
    """What a line edit holds, for putting it back; None for anything whose keys must wait."""
    if not isinstance(target, QLineEdit) or target.isReadOnly():
        return None
    selected = (target.selectionStart(), target.selectionLength())
    return _Before(target, target.text(), target.cursorPosition(), selected)

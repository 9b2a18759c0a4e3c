"""Makes a line edit search while it is typed into: when to ask, what to do with the answer, which keys choose."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from jxc_desktop.widgets.popup import MOST_ROWS, Suggestions, SuggestPopup, on_screen

ASK_AFTER = 120
"""Milliseconds after the first letter."""
ASK_SOON = 30
"""Milliseconds once there are two letters; a scanner's burst does not ask for each key."""
LOOK_AFTER = 80
"""Milliseconds after which what is highlighted drives the evidence docks."""
_LETTERS = 2
Fetch = Callable[[str, Callable[[Sequence[Any]], None]], None]
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -MOST_ROWS,
    Qt.Key.Key_PageDown: MOST_ROWS,
}


class Suggester(QObject):
    """Asks `fetch(text, then)` as the text grows; only the answer to the newest question counts."""

    taken = Signal(object)
    looked_at = Signal(object)
    """The highlighted choice, a moment after it stopped moving."""
    missing = Signal(str)
    """Enter was pressed for a text that nothing answers to; says so in words."""

    def __init__(self, edit: QLineEdit, suggestions: Suggestions[Any], fetch: Fetch) -> None:
        super().__init__(edit)
        self.fetch = fetch
        self._edit = edit
        self._suggestions = suggestions
        self.popup = SuggestPopup(suggestions, edit)
        self._turn = 0
        self._typed = ""
        self._answered = ""
        self._take_first = False
        self._ask_timer = QTimer(self, singleShot=True)
        self._ask_timer.timeout.connect(self._on_pause)
        self._look_timer = QTimer(self, singleShot=True, interval=LOOK_AFTER)
        self._look_timer.timeout.connect(self._look)
        self.popup.highlighted.connect(lambda _choice: self._look_timer.start())
        self.popup.taken.connect(self._take)

    @property
    def open(self) -> bool:
        """Whether choices are on screen."""
        return self.popup.isVisible()

    def text_edited(self, text: str) -> None:
        """The user typed."""
        self._turn += 1
        self._typed = text
        self._take_first = False
        if not text.strip():
            self.close()
            return
        self._ask_timer.start(ASK_SOON if len(text.strip()) >= _LETTERS else ASK_AFTER)

    def ask_now(self) -> None:
        """Show choices at once, whatever is typed."""
        self._turn += 1
        self._ask()

    def close(self) -> None:
        """Hide the choices and forget what was asked."""
        self._turn += 1
        self._answered = ""
        self._take_first = False
        self._ask_timer.stop()
        self._look_timer.stop()
        self.popup.hide()

    def handle(self, event: QKeyEvent) -> bool:
        """Use a key for choosing; False when it means nothing here."""
        if not self.open:
            return False
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.popup.step(_STEPS[key])
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    def take(self) -> None:
        """Take the highlighted choice; where the answer is still on its way, its first one when it comes."""
        text = self._edit.text().strip()
        if self._answered == text and self.open:
            self._settle(text)
            return
        self._ask_timer.stop()
        self._turn += 1
        self._take_first = True
        self._ask()

    def _on_pause(self) -> None:
        """A scan may have put the field back as it was, so that there is nothing to ask."""
        if self._edit.text() == self._typed:
            self._ask()

    def _ask(self) -> None:
        text = self._edit.text().strip()
        self.fetch(text, partial(self._answer, self._turn, text))

    def _answer(self, turn: int, text: str, choices: Sequence[Any]) -> None:
        if turn != self._turn:
            return
        self._answered = text
        self.popup.show_choices(text, choices, on_screen(self._edit))
        if self._take_first:
            self._take_first = False
            self._settle(text)

    def _settle(self, text: str) -> None:
        choice = self.popup.current() if self.popup.count else None
        if choice is None:
            self.missing.emit(self._suggestions.missing(text))
        else:
            self._take(choice)

    def _take(self, choice: Any) -> None:
        self.close()
        self.taken.emit(choice)

    def _look(self) -> None:
        if self.open and self.popup.count:
            self.looked_at.emit(self.popup.current())

"""A field that holds one thing found by searching: the customer of a document, the account of a payment."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from jxc_desktop.widgets.popup import Suggestions
from jxc_desktop.widgets.suggester import Fetch, Suggester


class SearchField(QLineEdit):
    """A line edit with a popup; what is typed is a question until a choice is taken.

    Leaving the field with an unanswered text puts the last choice back. An emptied field has no choice.
    """

    chosen = Signal(object)
    """Another choice was taken, or None for the emptied field."""
    looked_at = Signal(object)
    missing = Signal(str)

    def __init__(
        self,
        suggestions: Suggestions[Any],
        fetch: Fetch,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choice: Any = None
        self._shown = ""
        self.suggester = Suggester(self, suggestions, fetch)
        self.textEdited.connect(self.suggester.text_edited)
        self.suggester.taken.connect(self._take)
        self.suggester.looked_at.connect(self.looked_at)
        self.suggester.missing.connect(self.missing)
        self._text_of = suggestions.columns[0].text_of

    def show_as(self, text_of: Any) -> "SearchField":
        """Let a choice read as `text_of(choice)` instead of its first column."""
        self._text_of = text_of
        return self

    @property
    def choice(self) -> Any:
        """What the field holds, or None."""
        return self._choice

    def set_choice(self, choice: Any) -> None:
        """Hold a choice without telling anybody."""
        self._choice = choice
        self._shown = "" if choice is None else self._text_of(choice)
        self.setText(self._shown)
        self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.suggester.handle(event):
            return
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and self.text() != self._shown:
            self._enter()
            return
        if event.key() == Qt.Key.Key_Down:
            self.suggester.ask_now()
            return
        super().keyPressEvent(event)
        if enter:
            self.focusNextChild()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.text() == "" and self._choice is not None:
            self._take(None)
        self.suggester.close()
        self.setText(self._shown)

    def _enter(self) -> None:
        if self.text().strip():
            self.suggester.take()
        else:
            self._take(None)

    def _take(self, choice: Any) -> None:
        self.set_choice(choice)
        self.chosen.emit(choice)
        if choice is not None and self.hasFocus():
            self.focusNextChild()

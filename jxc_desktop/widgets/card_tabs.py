"""The card of one thing, in tabs of labelled fields; it takes what is typed and keeps nothing itself."""

from abc import abstractmethod
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QTabWidget, QVBoxLayout, QWidget

from jxc_desktop.widgets.look import font
from jxc_desktop.widgets.tokens import Size, Space


class CardTabs(QTabWidget):
    """What every card can do: show a thing, hold what is typed, mark what is wrong.

    What a card holds is an object with `id` (None for a new thing), `texts` by field name, and `copied()`, the same as
    a new thing without what only one thing may bear.
    """

    edited = Signal()
    """Something was typed or chosen by hand."""

    def __init__(self, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self.editable = editable
        self.filling = False
        self.fields: dict[str, QLineEdit] = {}
        self.title = QLabel()
        self.title.setFont(font(Size.CARD_TITLE, bold=True))

    @abstractmethod
    def begin_new(self) -> None:
        """Show an empty card."""

    @abstractmethod
    def show_card(self, card: Any) -> None:
        """Show a thing that is kept; what was typed before is dropped."""

    @abstractmethod
    def show_typed(self, typed: Any) -> None:
        """Show what fields hold, of a thing kept or not."""

    @abstractmethod
    def typed(self) -> Any:
        """What the card holds now."""

    @abstractmethod
    def obstacle(self) -> str:
        """Why it cannot be kept as it is; empty when it can be tried."""

    def others(self) -> Mapping[str, QWidget]:
        """Fields that are no line edits, by the name an error gives them."""
        return {}

    def first_field(self) -> QWidget:
        """Where typing begins."""
        return next(iter(self.fields.values()))

    def fill(self, texts: Mapping[str, str]) -> None:
        """Show texts in the line edits, from their beginning."""
        for name, field in self.fields.items():
            field.setText(texts.get(name, ""))
            field.setCursorPosition(0)

    def texts(self) -> dict[str, str]:
        """What the line edits hold."""
        return {name: field.text() for name, field in self.fields.items()}

    def mark(self, place: str) -> None:
        """Mark the field that an error names, show its tab and go there; "" takes all marks away."""
        part = place.partition("[")[0]
        for name, field in self.fields.items():
            field.setProperty("wrong", "true" if name == part else "false")
            field.style().polish(field)
        target = {**self.others(), **self.fields}.get(part)
        if target:
            self._show_tab_of(target)
            target.setFocus()

    def line(
        self, name: str, word: str, hint: str = "", *, editable: bool | None = None
    ) -> tuple[str, QWidget]:
        """A line edit under `name`, with the word before it: a row of a form."""
        line = QLineEdit()
        line.setAccessibleName(word)
        line.setPlaceholderText(hint)
        line.setReadOnly(not (self.editable if editable is None else editable))
        line.textEdited.connect(self.edited)
        self.fields[name] = line
        return word, line

    def touched(self) -> None:
        """Tell of an edit, unless the card itself is being filled."""
        if not self.filling:
            self.edited.emit()

    def _show_tab_of(self, target: QWidget) -> None:
        for number in range(self.count()):
            page = self.widget(number)
            if page is not None and page.isAncestorOf(target):
                self.setCurrentIndex(number)


def form_page(*rows: tuple[str, QWidget], note: str = "") -> QWidget:
    """A page of labelled fields."""
    form = QFormLayout()
    form.setHorizontalSpacing(Space.BLOCK)
    form.setVerticalSpacing(Space.ROW)
    for word, widget in rows:
        form.addRow(word, widget)
    page, column = _page(note)
    column.addLayout(form)
    column.addStretch(1)
    return page


def filled_page(content: QWidget, note: str) -> QWidget:
    """A page that `content` fills under its note."""
    page, column = _page(note)
    column.addWidget(content, 1)
    return page


def _page(note: str) -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, Space.BLOCK, 0, 0)
    column.setSpacing(Space.ROW)
    if note:
        words = QLabel(note)
        words.setProperty("tone", "text2")
        words.setWordWrap(True)
        column.addWidget(words)
    return page, column

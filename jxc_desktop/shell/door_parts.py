"""What the dialogs before the window are made of: labelled fields, paths to choose, rows of buttons."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from jxc_desktop.widgets.look import font
from jxc_desktop.widgets.tokens import Size, Space


class Page(QWidget):
    """A column with a title, a sentence, and labelled fields under it."""

    def __init__(self, title: str, sentence: str) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.LABEL)
        heading = QLabel(title)
        heading.setFont(font(Size.TITLE, bold=True))
        words = QLabel(sentence)
        words.setProperty("tone", "text2")
        words.setWordWrap(True)
        self._column.addWidget(heading)
        self._column.addWidget(words)
        self._column.addSpacing(Space.BLOCK)

    def add(self, label: str, field: QWidget) -> None:
        """A field under its label."""
        words = QLabel(label)
        words.setProperty("tone", "text2")
        words.setBuddy(field)
        field.setAccessibleName(label)
        self._column.addWidget(words)
        self._column.addWidget(field)
        self._column.addSpacing(Space.ROW)

    def add_plain(self, widget: QWidget) -> None:
        """A widget without a label."""
        self._column.addWidget(widget)
        self._column.addSpacing(Space.ROW)

    def end(self) -> None:
        """Nothing more comes: what is left stays at the bottom."""
        self._column.addStretch(1)


class PathField(QWidget):
    """A path that can be typed or chosen."""

    def __init__(self, button: str, choose: Callable[[str], str]) -> None:
        super().__init__()
        self.line = QLineEdit()
        self._choose = choose
        browse = button_named(button)
        browse.clicked.connect(self._on_browse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.ROW)
        row.addWidget(self.line, 1)
        row.addWidget(browse)
        self.setFocusProxy(self.line)

    def setAccessibleName(self, name: str, /) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def text(self) -> str:
        """The path as it stands there."""
        return self.line.text().strip()

    def _on_browse(self) -> None:
        chosen = self._choose(self.text())
        if chosen:
            self.line.setText(chosen)


def button_named(text: str, look: str = "") -> QPushButton:
    """A button that Enter does not press by accident."""
    button = QPushButton(text)
    button.setProperty("look", look)
    button.setAutoDefault(False)
    return button


def secret_line() -> QLineEdit:
    """A field that shows dots."""
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line


def problem_label() -> QLabel:
    """Where a sentence about what is wrong appears."""
    label = QLabel()
    label.setProperty("tone", "bad")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setMinimumHeight(label.fontMetrics().height() * 2)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return label

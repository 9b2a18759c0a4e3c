"""The bar under every step: what is left to do, and the ways on, back and out."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.look import scaled
from jxc_desktop.widgets.tokens import Space

_HEIGHT = 52


class FootBar(QWidget):
    """`urgent` words stand first, in red; the main action is at the right."""

    def __init__(
        self, leave: QAction, back: QAction, on: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(scaled(_HEIGHT))
        self.urgent = Words(bold=True, tone="bad")
        self.words = Words(tone="text2")
        self.words.setWordWrap(True)
        self.cancel_button = ActionButton(leave)
        self.back_button = ActionButton(back)
        self.next_button = ActionButton(on, "main")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.PANE, 0, Space.PANE, 0)
        row.setSpacing(Space.ROW)
        row.addWidget(self.urgent)
        row.addWidget(self.words, 1)
        row.addStretch(0)
        for button in (self.cancel_button, self.back_button, self.next_button):
            row.addWidget(button)

    def say(self, words: str, urgent: str = "") -> None:
        """What is left to do."""
        self.urgent.setText(urgent)
        self.urgent.setVisible(bool(urgent))
        self.words.setText(words)

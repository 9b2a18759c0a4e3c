"""The line over a document: what it is, its number and state, what was kept when, and its buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from jxc_desktop.core.built_in_names import built_in_name
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.paper_views import Head
from jxc_desktop.widgets.buttons import ActionButton, IconButton
from jxc_desktop.widgets.chips import Chip, ChipLabel, status_chip
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.tokens import Size, Space


class PaperTitle(QWidget):
    """Shows the state; which buttons stand there follows from it."""

    def __init__(self, word: str, main: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = Words(tone="text2")
        self.chip = ChipLabel(status_chip("draft"))
        self.note = Words(size=Size.HINT, tone="text2")
        self.main = ActionButton(main, "main")
        self.more = IconButton("ellipsis", self.tr("更多"))
        self.more.clicked.connect(self.offer_more)
        self.more.hide()
        self._further: list[QAction] = []
        self._buttons: dict[str, ActionButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.ROW)
        for widget in (Words(word, Size.TITLE, bold=True), self.number, self.chip, self.note):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self.more)
        self._row.addWidget(self.main)

    def add_buttons(self, actions: Sequence[QAction]) -> None:
        """Put further buttons before the main one, hidden until it is known which are wanted."""
        for action in actions:
            button = ActionButton(action)
            button.hide()
            self._buttons[action.objectName()] = button
            self._row.insertWidget(self._row.count() - 2, button)

    def show_buttons(self, names: Sequence[str]) -> None:
        """Only these of the further buttons."""
        for name, button in self._buttons.items():
            button.setVisible(name in names)

    def show_further(self, actions: Sequence[QAction]) -> None:
        """What else can be done now stands behind 「…」."""
        self._further = list(actions)
        self.more.setVisible(bool(self._further))

    def offer_more(self) -> QMenu:
        """Open the menu behind 「…」."""
        menu = QMenu(self)
        menu.addActions(self._further)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
        return menu

    def show_draft(self, note: str, number: str = "") -> None:
        """A document that is typed; it has a number when it was un-approved."""
        self.number.setText(number)
        self.chip.set_chip(status_chip("draft"))
        self.note.setText(note)

    def show_number(self, number: str, chip: Chip) -> None:
        """A document with its number and state."""
        self.number.setText(number)
        self.chip.set_chip(chip)
        self.note.setText("")


def history_of(head: Head) -> str:
    """Who wrote and posted a document, and what it took back or was taken back by."""
    said = translate("ledger", "{who} 制单，{poster} 过账").format(
        who=built_in_name(head.created_by), poster=built_in_name(head.posted_by)
    )
    if head.reverses:
        told = translate("ledger", "；红冲 {number}，原因：{reason}")
        return said + told.format(number=head.reverses, reason=head.reason)
    if head.reversed_by:
        return said + translate("ledger", "；已由 {number} 红冲").format(number=head.reversed_by)
    return said

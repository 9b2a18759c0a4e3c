"""The line over a document: what it is, its number and state, what was kept when, and its buttons."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.paper_views import Head
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.chips import ChipLabel, status_chip
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
        self._buttons: dict[str, ActionButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.ROW)
        for widget in (Words(word, Size.TITLE, bold=True), self.number, self.chip, self.note):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self.main)

    def add_buttons(self, actions: Sequence[QAction]) -> None:
        """Put further buttons before the main one."""
        for action in actions:
            button = ActionButton(action)
            self._buttons[action.objectName()] = button
            self._row.insertWidget(self._row.count() - 1, button)

    def show_buttons(self, names: Sequence[str]) -> None:
        """Only these of the further buttons."""
        for name, button in self._buttons.items():
            button.setVisible(name in names)

    def show_draft(self, note: str) -> None:
        """A document that has no number yet."""
        self.number.setText("")
        self.chip.set_chip(status_chip("draft"))
        self.note.setText(note)

    def show_head(self, head: Head) -> None:
        """A document with its number and state."""
        self.number.setText(head.number or "")
        self.chip.set_chip(status_chip("reversal" if head.reverses else head.state))
        self.note.setText("")


def history_of(head: Head) -> str:
    """Who wrote and posted a document, and what it took back or was taken back by."""
    said = translate("ledger", "{who} 制单，{poster} 过账").format(
        who=head.created_by, poster=head.posted_by
    )
    if head.reverses:
        told = translate("ledger", "；红冲 {number}，原因：{reason}")
        return said + told.format(number=head.reverses, reason=head.reason)
    if head.reversed_by:
        return said + translate("ledger", "；已由 {number} 红冲").format(number=head.reversed_by)
    return said

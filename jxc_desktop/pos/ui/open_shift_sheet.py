"""Opening a shift (开班): the float in the drawer, counted by notes."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jxc_desktop.pos.ui.labels import label
from jxc_desktop.pos.ui.main_button import MainButton
from jxc_desktop.pos.ui.note_counter import NoteCounter
from jxc_desktop.pos.ui.overlay import Overlay
from jxc_desktop.pos.ui.totals_card import BigAmount
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.tokens import Space

_WIDTH = 720


class OpenShiftSheet(Overlay):
    """Stands over the till until a shift is open; `leave` turns to the rest of the program."""

    opened = Signal(int)
    """Fen of float to open with."""

    def __init__(self, till: QWidget, leave: Callable[[], None] | None) -> None:
        super().__init__(till, "", _WIDTH, can_leave=leave is not None)
        self._leave = leave
        self.title.setText(self.tr("开班"))
        self.setAccessibleName(self.tr("开班"))
        self.notes = NoteCounter()
        self.total = BigAmount()
        self.problem = label(tone="bad")
        self.problem.setWordWrap(True)
        self.button = MainButton("log-in", self.tr("开班收银"), "F12")
        self.button.clicked.connect(self._open)
        self.notes.counted.connect(self._show)
        self.notes.finished.connect(self._open)
        self._arrange()

    def begin(self, till_name: str) -> None:
        """Ask for the float of a till."""
        self.subject.setText(till_name)
        self.notes.clear()
        self.problem.clear()
        self._show()
        self.open()

    def first_field(self) -> QWidget:
        """The largest note."""
        return self.notes.first()

    def refuse(self, words: str) -> None:
        """Say why the shift could not be opened."""
        self.problem.setText(words)

    def take_scan(self, code: str) -> bool:
        """Nothing is sold before the shift is open."""
        self.refuse(self.tr("还没有开班。先开班再扫商品"))
        return True

    def leave(self) -> None:
        """Esc: nobody sells now, the rest of the program can be used."""
        if self._leave is not None:
            self._leave()

    def take_key(self, key: int) -> bool:
        """F12 opens whatever was counted, Enter on the last value too."""
        if key == Qt.Key.Key_F12:
            self._open()
            return True
        return False

    def _open(self) -> None:
        self.opened.emit(self.notes.total)

    def _show(self) -> None:
        self.total.show_amount(self.tr("备用金"), money_text(self.notes.total))

    def _arrange(self) -> None:
        words = label(self.tr("数一数钱箱里的备用金。没有就直接按 F12。"), tone="text2")
        words.setWordWrap(True)
        right = QVBoxLayout()
        right.setSpacing(Space.BLOCK)
        right.addWidget(words)
        right.addWidget(self.problem)
        right.addStretch(1)
        right.addWidget(self.total)
        right.addWidget(self.button)
        both = QHBoxLayout()
        both.setSpacing(Space.PAGE)
        both.addWidget(self.notes, 1)
        both.addLayout(right, 1)
        self.body.addLayout(both)
        self.hint(("Enter", self.tr("下一种面额")), ("F12", self.tr("开班")))

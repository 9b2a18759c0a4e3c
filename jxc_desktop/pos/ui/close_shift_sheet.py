"""Closing a shift (交班): counted blind by notes first, only then what should be there, a reason when it is not."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jxc_desktop.core.built_in_names import built_in_name
from jxc_desktop.core.i18n import translate
from jxc_desktop.pos.queries.shifts import ShiftView
from jxc_desktop.pos.slips import difference_words
from jxc_desktop.pos.ui.labels import label
from jxc_desktop.pos.ui.main_button import MainButton
from jxc_desktop.pos.ui.note_counter import NoteCounter
from jxc_desktop.pos.ui.overlay import Overlay
from jxc_desktop.pos.ui.sum_list import Sum, SumList
from jxc_desktop.pos.ui.totals_card import BigAmount
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.tokens import Space

_WIDTH = 860


class CloseShiftSheet(Overlay):
    """Two steps: count, then compare. What was counted cannot be changed once the expected cash was seen."""

    counted = Signal()
    """The counting is done: show what should be there."""
    confirmed = Signal(object, str)
    """Pieces by value, and the reason for a difference."""
    interim = Signal()

    def __init__(self, till: QWidget) -> None:
        super().__init__(till, "", _WIDTH)
        self.title.setText(self.tr("交班"))
        self.setAccessibleName(self.tr("交班"))
        self.notes = NoteCounter()
        self.total = BigAmount("text", "sunken", 96)
        self.waiting = label(tone="warn")
        self.waiting.setWordWrap(True)
        self.problem = label(tone="bad")
        self.problem.setWordWrap(True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("为什么多了或少了"))
        self.reason.setAccessibleName(self.tr("差额原因"))
        self.button = MainButton("clipboard-check", "", "F12")
        self.button.clicked.connect(self._go_on)
        self.sums = SumList()
        self._view: ShiftView | None = None
        self.notes.counted.connect(self._show_total)
        self.notes.finished.connect(self._go_on)
        self._arrange()

    def begin(self, subject: str, held: int) -> None:
        """Start counting; `held` tickets are still put aside."""
        self._view = None
        self.subject.setText(subject)
        self.notes.freeze(False)
        self.notes.clear()
        self.reason.clear()
        self.reason.hide()
        self.problem.clear()
        words = self.tr("还有 {count} 张挂单没有收款。").format(count=held) if held else ""
        self.waiting.setText(words)
        self.sums.show_sums([Sum(self.tr("先点完钱箱，再看应有多少"))])
        self.button.show_words(self.tr("点完了，看应有"))
        self._show_total()
        self.open()

    def reveal(self, view: ShiftView) -> None:
        """Show what should be there beside what was counted."""
        self._view = view
        self.notes.freeze(True)
        difference = self.notes.total - view.expected
        self.sums.show_sums(_compared(view, difference))
        self.button.show_words(self.tr("交班并打印"))
        self.reason.setVisible(bool(difference))
        self.refit()
        (self.reason if difference else self).setFocus()

    def refuse(self, words: str) -> None:
        """Say why it could not be closed."""
        self.problem.setText(words)

    def first_field(self) -> QWidget:
        """The largest note."""
        return self.notes.first()

    def take_scan(self, code: str) -> bool:
        """Scanned goods are no counted notes."""
        self.refuse(self.tr("正在交班。先按 Esc 返回，再扫商品"))
        return True

    def take_key(self, key: int) -> bool:
        """F12 or Enter goes on, F11 prints what there is so far (X 报)."""
        if key in {Qt.Key.Key_F12, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go_on()
        elif key == Qt.Key.Key_F11:
            self.interim.emit()
        else:
            return False
        return True

    def _go_on(self) -> None:
        self.problem.clear()
        if self._view is None:
            self.counted.emit()
            return
        if self.notes.total != self._view.expected and not self.reason.text().strip():
            self.refuse(self.tr("实点与应有不符。写上原因再交班"))
            self.reason.setFocus()
            return
        counts: Mapping[int, int] = self.notes.counts
        self.confirmed.emit(counts, self.reason.text().strip())

    def _show_total(self) -> None:
        self.total.show_amount(self.tr("实点现金"), money_text(self.notes.total))

    def _arrange(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(Space.BLOCK)
        right.addWidget(self.waiting)
        right.addWidget(self.sums)
        right.addStretch(1)
        right.addWidget(self.reason)
        right.addWidget(self.problem)
        right.addWidget(self.total)
        right.addWidget(self.button)
        both = QHBoxLayout()
        both.setSpacing(Space.PAGE)
        both.addWidget(self.notes, 1)
        both.addLayout(right, 1)
        self.body.addLayout(both)
        self.hint(
            ("Enter", self.tr("下一种面额")),
            ("F12", self.tr("继续")),
            ("F11", self.tr("中途报表，不交班")),
        )


def _compared(view: ShiftView, difference: int) -> list[Sum]:
    """What was rung up, what should be in the drawer, and how far the count is from it."""
    sold = translate("pos", "零售 {count} 单").format(count=view.sales)
    returned = translate("pos", "退货 {count} 单").format(count=view.returns)
    return [
        Sum(sold, money_text(view.sales_amount)),
        Sum(returned, money_text(-view.returns_amount)),
        *(Sum(built_in_name(way.name), money_text(way.net)) for way in view.methods),
        Sum(translate("pos", "备用金"), money_text(view.float_amount)),
        Sum(translate("pos", "应有现金"), money_text(view.expected), bold=True),
        Sum(
            difference_words(difference),
            money_text(abs(difference)),
            "bad" if difference else "ok",
            bold=True,
        ),
    ]

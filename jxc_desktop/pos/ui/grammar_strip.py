"""What can be typed into the box, as key caps with their words; only what fits and is allowed."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jxc_desktop.pos.ui.labels import label, row_of
from jxc_desktop.pos.ui.till_desk import CHANGE_PRICE, DELETE, DISCOUNT
from jxc_desktop.widgets.keycap import KeyCap
from jxc_desktop.widgets.look import scaled
from jxc_desktop.widgets.tokens import Size

_HEIGHT = 26
_GAP = 20


class GrammarStrip(QWidget):
    """A line of hints under the scan box."""

    def __init__(self, may: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(scaled(_HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(_GAP)
        self._hints = [
            self._hint(*each[:2]) for each in self._grammar() if not each[2] or may(each[2])
        ]
        for hint in self._hints:
            row.addWidget(hint)
        row.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        left = self.width() - 8
        for hint in self._hints:
            left -= hint.sizeHint().width()
            hint.setVisible(left >= 0)
            left -= _GAP
        super().resizeEvent(event)

    def _grammar(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("3*", self.tr("数量"), ""),
            ("9.5@", self.tr("改价"), CHANGE_PRICE),
            (self.tr("/8折"), self.tr("单品折扣"), DISCOUNT),
            (self.tr("//95折"), self.tr("整单折扣"), DISCOUNT),
            ("//0", self.tr("整单抹零"), ""),
            ("=100", self.tr("收现金"), ""),
            ("+138…", self.tr("会员"), "member.view"),
            ("-1*", self.tr("退一件"), DELETE),
        )

    def _hint(self, key: str, words: str) -> QWidget:
        hint = QWidget()
        hint.setLayout(
            row_of(KeyCap(key, "accent"), label(words, Size.HINT, tone="text2"), spacing=6)
        )
        return hint

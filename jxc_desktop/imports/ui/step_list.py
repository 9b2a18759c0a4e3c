"""The steps of an import, one below the other: done, current, still to come."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from jxc_desktop.widgets.cell_delegate import metrics_of
from jxc_desktop.widgets.icons import paint_icon
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.look import colour, font, scaled
from jxc_desktop.widgets.tokens import ICON, MARK_WIDTH, Size, Space

WIDE, NARROW = 224, 60
_HEIGHT = 50
_DISC = 26


@dataclass(frozen=True, slots=True)
class Step:
    """A title and a few words about it."""

    title: str
    hint: str


class _Line(QWidget):
    """One step: its number in a disc, its title, its words."""

    def __init__(self, number: int, step: Step, parent: QWidget) -> None:
        super().__init__(parent)
        self.step = step
        self.hint = step.hint
        self.state = "to_come"
        self.narrow = False
        self._number = number
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def sizeHint(self) -> QSize:
        return QSize(NARROW if self.narrow else WIDE, scaled(_HEIGHT))

    def say(self, hint: str, state: str, *, narrow: bool) -> None:
        """Show other words, or another state: `done`, `now`, `to_come`."""
        self.hint, self.state, self.narrow = hint, state, narrow
        self._tell()
        self.updateGeometry()
        self.update()

    def _tell(self) -> None:
        words = f"{self._number} {self.step.title}"
        self.setAccessibleName(words)
        self.setAccessibleDescription(self.hint)
        self.setToolTip(f"{words}\n{self.hint}".strip())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.state == "now":
            painter.fillRect(self.rect(), colour("sel"))
            painter.fillRect(0, 0, MARK_WIDTH, self.height(), colour("accent"))
        disc = QRect(Space.PANE, (self.height() - _DISC) // 2, _DISC, _DISC)
        self._paint_disc(painter, disc)
        if not self.narrow:
            left = disc.right() + Space.BLOCK
            self._paint_words(painter, QRect(left, 0, self.width() - left - Space.CELL, 0))

    def _paint_disc(self, painter: QPainter, place: QRect) -> None:
        grounds = {"done": "ok_bg", "now": "accent", "to_come": "mute_bg"}
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(grounds[self.state]))
        painter.drawEllipse(place)
        if self.state == "done":
            inner = QRect(0, 0, ICON, ICON)
            inner.moveCenter(place.center())
            paint_icon(painter, "check", inner, "ok")
            return
        painter.setFont(font(Size.BODY, bold=True))
        painter.setPen(colour("on_accent" if self.state == "now" else "mute"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        middle = self.height() // 2
        lines = (
            (self.step.title, font(Size.BODY, bold=self.state == "now"), "text", middle - 19),
            (self.hint, font(Size.HINT), "text2", middle + 1),
        )
        for words, used, tint, top in lines:
            metrics = metrics_of(used)
            painter.setFont(used)
            painter.setPen(colour(tint))
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            place = QRect(room.x(), top, room.width(), metrics.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)


class StepList(QWidget):
    """Says where one is; on a narrow pane only the numbers are left."""

    def __init__(
        self, title: str, steps: Sequence[Step], note: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = Words(title, Size.CARD_TITLE, bold=True)
        self.file = Words(size=Size.HINT, tone="text2")
        self.note = Words(note, Size.HINT, tone="text2")
        self._hints = [step.hint for step in steps]
        self._current = 0
        self._narrow = False
        self.lines = [_Line(number, step, self) for number, step in enumerate(steps, 1)]
        self._lay_out()
        self.show_step(0)

    def show_step(self, current: int) -> None:
        """Steps before `current` are done."""
        self._current = current
        self._show()

    def set_hint(self, number: int, words: str) -> None:
        """Say something of a step; empty words put its own back."""
        self._hints[number] = words or self.lines[number].step.hint
        self._show()

    def set_narrow(self, narrow: bool) -> None:
        """Leave only the numbers, or show the words again."""
        if narrow != self._narrow:
            self._narrow = narrow
            for words in (self.title, self.file, self.note):
                words.setVisible(not narrow)
            self.setFixedWidth(NARROW if narrow else WIDE)
            self._show()

    def _show(self) -> None:
        for number, line in enumerate(self.lines):
            state = "now" if number == self._current else "done"
            state = "to_come" if number > self._current else state
            line.say(self._hints[number], state, narrow=self._narrow)

    def _lay_out(self) -> None:
        self.setFixedWidth(WIDE)
        self.file.setWordWrap(True)
        self.note.setWordWrap(True)
        head = QVBoxLayout()
        head.setContentsMargins(Space.PANE, Space.PANE, Space.CELL, Space.BLOCK)
        head.setSpacing(Space.LABEL)
        head.addWidget(self.title)
        head.addWidget(self.file)
        foot = QVBoxLayout()
        foot.setContentsMargins(Space.PANE, Space.CELL, Space.CELL, Space.PANE)
        foot.addWidget(self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        for line in self.lines:
            column.addWidget(line)
        column.addStretch(1)
        column.addLayout(foot)

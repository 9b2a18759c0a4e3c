"""The window that faces the customer: large type on one colour, painted only when it says something else."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from jxc_desktop.pos.customer_view import Shown
from jxc_desktop.widgets.look import colour, font

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter
_SMALL = (800, 500)


class CustomerWindow(QWidget):
    """Fills the other screen when there is one; never takes the keys."""

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWindowTitle(self.tr("客显"))
        self.shown = Shown("")
        self.painted = 0
        """How often it was drawn."""

    def place(self, beside: QScreen | None) -> None:
        """Stand on a screen that is not `beside`, all over it; else as a small window."""
        others = [screen for screen in QGuiApplication.screens() if screen is not beside]
        if others:
            self.setGeometry(others[0].geometry())
            self.setWindowState(Qt.WindowState.WindowFullScreen)  # showFullScreen takes the keys
        else:
            self.setWindowState(Qt.WindowState.WindowNoState)
            self.resize(*_SMALL)
        self.show()

    def say(self, shown: Shown) -> None:
        """Show another picture; the same again costs nothing."""
        if shown != self.shown:
            self.shown = shown
            self.setAccessibleName(self.words())
            self.update()

    def words(self) -> str:
        """All that is to be read on it now, line by line."""
        shown = self.shown
        if shown.idle:
            return shown.shop
        lines = [f"{line.name}  {line.detail}  {line.amount}" for line in shown.lines]
        return "\n".join((*lines, *(f"{word} {amount}" for word, amount in self._sums())))

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("surface"))
        if self.shown.idle:
            self._paint_idle(painter)
        else:
            self._paint_lines(painter)
            self._paint_sums(painter)

    def _unit(self) -> int:
        """A line's height: the window has a dozen."""
        return max(self.height() // 13, 12)

    def _paint_idle(self, painter: QPainter) -> None:
        painter.setPen(colour("accent"))
        painter.setFont(font(self._unit() * 2, bold=True))
        room = self.rect().adjusted(self._unit(), 0, -self._unit(), 0)
        painter.drawText(room, _CENTRE | Qt.TextFlag.TextWordWrap, self.shown.shop)

    def _paint_lines(self, painter: QPainter) -> None:
        unit, width = self._unit(), self.width()
        for place, line in enumerate(self.shown.lines):
            last = place == len(self.shown.lines) - 1 and not self.shown.paid
            row = QRect(unit, unit // 2 + place * unit, width - 2 * unit, unit)
            if last:
                painter.fillRect(row.adjusted(-unit // 2, 0, unit // 2, 0), colour("info_bg"))
            painter.setPen(colour("text"))
            painter.setFont(font(unit * 6 // 10, bold=last))
            self._put(painter, row.adjusted(0, 0, -width * 6 // 10, 0), _LEFT, line.name)
            painter.drawText(row, _RIGHT, line.amount)
            painter.setPen(colour("text2"))
            painter.setFont(font(unit * 4 // 10))
            detail = row.adjusted(width * 4 // 10, 0, -width * 2 // 10, 0)
            self._put(painter, detail, _LEFT, line.detail)

    def _paint_sums(self, painter: QPainter) -> None:
        unit, sums = self._unit(), self._sums()
        foot = QRect(0, self.height() - 3 * unit, self.width(), 3 * unit)
        painter.fillRect(foot, colour("accent"))
        painter.setPen(colour("on_accent"))
        part = (self.width() - 2 * unit) // len(sums)
        for place, (word, amount) in enumerate(sums):
            last = place == len(sums) - 1
            room = QRect(unit + place * part, foot.top(), part, foot.height())
            painter.setFont(font(unit * 7 // 10))
            top = room.adjusted(0, unit // 4, 0, -2 * unit)
            painter.drawText(top, _RIGHT if last else _LEFT, word)
            painter.setFont(font(unit * (16 if last else 10) // 10, bold=True))
            painter.drawText(room.adjusted(0, unit, 0, 0), _RIGHT if last else _LEFT, amount)

    def _sums(self) -> list[tuple[str, str]]:
        """What stands at the foot; the last is the largest."""
        shown = self.shown
        if shown.paid:
            return [
                (self.tr("应收"), shown.due),
                (self.tr("收款"), shown.paid),
                (self.tr("找零"), shown.change),
            ]
        counted = (self.tr("%n 行", "", shown.count), "")
        off = [(self.tr("已优惠"), shown.off)] if shown.off else []
        return [counted, *off, (self.tr("应收"), shown.due)]

    def _put(self, painter: QPainter, room: QRect, where: Qt.AlignmentFlag, text: str) -> None:
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, where, elided)

"""A lamp of the top bar: an icon and words on a tint; the words change with the colour."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from jxc_desktop.widgets.cell_delegate import metrics_of
from jxc_desktop.widgets.icons import paint_icon
from jxc_desktop.widgets.look import colour, font, scaled, tokens
from jxc_desktop.widgets.tokens import FOCUS_WIDTH, ICON, Radius, Size, Space

HEIGHT = 24
_GAP = 6


@dataclass(frozen=True, slots=True)
class Light:
    """What a lamp says: `tone` is ok, warn, bad or mute; `tip` says more."""

    text: str
    tone: str
    tip: str = ""


class Lamp(QPushButton):
    """Shows a `Light`; pressing it opens what is behind."""

    def __init__(self, icon_name: str, light: Light, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon_name
        self.light = light
        self.setFlat(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_light(light)

    def show_light(self, light: Light) -> None:
        """Say something else."""
        self.light = light
        self.setAccessibleName(light.text)
        self.setAccessibleDescription(light.tip)
        self.setToolTip(light.tip)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = metrics_of(font(Size.HINT)).horizontalAdvance(self.light.text)
        return QSize(words + ICON + _GAP + 2 * Space.CELL, scaled(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = self.light.tone
        plain = tokens().name != "contrast" and not self.hasFocus()
        ring = QPen(colour("accent" if self.hasFocus() else tone), FOCUS_WIDTH)
        painter.setPen(Qt.PenStyle.NoPen if plain else ring)
        painter.setBrush(colour(f"{tone}_bg"))
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inside, Radius.FIELD, Radius.FIELD)
        place = QRect(Space.CELL, (self.height() - ICON) // 2, ICON, ICON)
        paint_icon(painter, self._icon, place, tone)
        painter.setPen(colour(tone))
        painter.setFont(font(Size.HINT))
        words = self.rect().adjusted(Space.CELL + ICON + _GAP, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.light.text)


class StatusLight(QWidget):
    """A light of the status bar: a dot and words, never the dot alone."""

    def __init__(self, light: Light, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.light = light
        self.show_light(light)

    def show_light(self, light: Light) -> None:
        """Say something else."""
        self.light = light
        self.setAccessibleName(light.text)
        self.setToolTip(light.tip)
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        words = metrics_of(font(Size.HINT)).horizontalAdvance(self.light.text)
        return QSize(words + 2 * Space.CELL + 2, scaled(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self.light.tone))
        painter.drawEllipse(QRectF(0.5, self.height() / 2 - 4, 8, 8))
        painter.setPen(colour("text2" if self.light.tone in {"ok", "mute"} else self.light.tone))
        painter.setFont(font(Size.HINT))
        words = self.rect().adjusted(Space.CELL + 6, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.light.text)

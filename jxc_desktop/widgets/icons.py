"""Lucide icons from `resources/icons`, tinted with a token's colour and sharp at every pixel ratio.

An icon asks for its colour each time it is drawn, so a theme change needs nothing but a repaint.
"""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt, QTemporaryDir
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from jxc_desktop.core.paths import resource
from jxc_desktop.widgets.look import tokens
from jxc_desktop.widgets.tokens import ICON


def icon(name: str, tint: str = "text2") -> QIcon:
    """The icon `name`; `tint` names a token such as `text2`, `accent` or `bad`."""
    return QIcon(_Engine(name, tint))


def pixmap(name: str, size: int = ICON, tint: str = "text2", ratio: float = 1.0) -> QPixmap:
    """One icon as a square of `size` logical px for a screen of that pixel ratio."""
    return _pixmap(name, size, getattr(tokens(), tint), ratio)


def paint_icon(painter: QPainter, name: str, place: QRect, tint: str = "text2") -> None:
    """Draw an icon into `place`."""
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(place.topLeft(), pixmap(name, place.width(), tint, ratio))


def forget_pixmaps() -> None:
    """Drop what was drawn for another theme."""
    _pixmap.cache_clear()


def tinted_file(name: str, shade: str) -> str:
    """A copy of an icon in one colour, as a style sheet wants it: a file path with forward slashes."""
    path = Path(_folder().filePath(f"{name}-{shade.lstrip('#')}.svg"))
    path.write_bytes(_svg(name, shade))
    return path.as_posix()


class _Engine(QIconEngine):
    def __init__(self, name: str, tint: str) -> None:
        super().__init__()
        self._name = name
        self._tint = tint

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        side = min(rect.width(), rect.height())
        place = QRect(0, 0, side, side)
        place.moveCenter(rect.center())
        painter.drawPixmap(place.topLeft(), pixmap(self._name, side, self._shade(mode), ratio))

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        return pixmap(self._name, min(size.width(), size.height()), self._shade(mode), scale)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._tint)

    def _shade(self, mode: QIcon.Mode) -> str:
        return "text3" if mode == QIcon.Mode.Disabled else self._tint


@cache
def _folder() -> QTemporaryDir:
    return QTemporaryDir()


@cache
def _source(name: str) -> str:
    text = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return text.replace('stroke-width="2"', 'stroke-width="1.75"')


def _svg(name: str, shade: str) -> bytes:
    return _source(name).replace("currentColor", shade).encode()


@cache
def _pixmap(name: str, size: int, shade: str, ratio: float) -> QPixmap:
    side = round(size * ratio)
    drawn = QPixmap(side, side)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(_svg(name, shade))).render(
        painter, QRectF(QPoint(0, 0), QSize(side, side))
    )
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn

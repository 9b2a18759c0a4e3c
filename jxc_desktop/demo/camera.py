"""The camera of the demonstration: what lies on the screen as one picture, and the texts that are cut in it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from jxc_desktop.core.i18n import translate
from jxc_desktop.demo.trouble import DemoFailed
from jxc_desktop.widgets.cut_texts import cut_texts
from jxc_desktop.widgets.look import colour

_POPUPS = frozenset({Qt.WindowType.ToolTip, Qt.WindowType.Popup, Qt.WindowType.Tool})
_EDGE = 1
_QUICKLY = 75
"""How little a PNG is packed: a quarter larger, in a third of the time."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture that was taken; `cut` are texts that do not fit in it."""

    file: str
    words: str
    cut: tuple[str, ...]


class Camera:
    """Takes pictures into `folder`; the newest is the last of `pictures`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.pictures: list[Picture] = []

    def shoot(self, name: str, words: str, size: QSize) -> Picture:
        """Save what is on the screen as `name`.png; a dialog without a window behind it stands on plain ground."""
        shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        picture = QPixmap(size)
        picture.fill(colour("bg"))
        painter = QPainter(picture)
        origin = _draw_windows(painter, shown, size)
        _draw_popups(painter, shown, origin)
        painter.end()
        path = self._folder / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        if not picture.save(str(path), "PNG", _QUICKLY):
            raise DemoFailed(translate("demo", "图片存不进 {path}").format(path=path))
        cut = tuple(text for widget in shown for text in cut_texts(widget))
        taken = Picture(f"{name}.png", words, cut)
        self.pictures.append(taken)
        return taken


def _draw_windows(painter: QPainter, shown: list[QWidget], size: QSize) -> QPoint:
    """The main window, dialogs centred over it; returns where on the screen the picture begins."""
    main = next((w for w in shown if isinstance(w, QMainWindow)), None)
    if main is not None:
        painter.drawPixmap(0, 0, main.grab())
    origin = main.mapToGlobal(QPoint(0, 0)) if main is not None else QPoint(0, 0)
    dialogs = [w for w in shown if w is not main and w.windowType() not in _POPUPS]
    front = QApplication.activeModalWidget()
    for widget in dialogs if main is not None or front is None else [front]:
        if widget.isVisible():
            left = (size.width() - widget.width()) // 2
            top = (size.height() - widget.height()) // 2
            frame = widget.rect().translated(left, top).adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE)
            painter.fillRect(frame, colour("field"))
            painter.drawPixmap(left, top, widget.grab())
            if main is None:
                origin = widget.mapToGlobal(QPoint(0, 0)) - QPoint(left, top)
    return origin


def _draw_popups(painter: QPainter, shown: list[QWidget], origin: QPoint) -> None:
    for widget in shown:
        if widget.windowType() in _POPUPS:
            painter.drawPixmap(widget.mapToGlobal(QPoint(0, 0)) - origin, widget.grab())

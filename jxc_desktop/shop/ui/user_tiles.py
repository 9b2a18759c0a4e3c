"""The people on the login screen as tiles: a letter in a circle and the name."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from jxc_desktop.widgets.look import colour, font, scaled
from jxc_desktop.widgets.tokens import Size, Space

TILES_IN_ROW = 4
_WIDTH, _HEIGHT, _CIRCLE = 92, 84, 40

Person = tuple[str, str]
"""Login name and full name; the second may be empty."""


class UserTile(QPushButton):
    """One person; checked while they are the one who logs in. Arrow keys step to the neighbours."""

    stepped = Signal(int)

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.login, full = person
        self.shown = full or self.login
        self.setCheckable(True)
        self.setAccessibleName(self.shown)
        self.setToolTip(self.login)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, scaled(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -TILES_IN_ROW,
            Qt.Key.Key_Down: TILES_IN_ROW,
        }
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        circle = QRect((self.width() - _CIRCLE) // 2, Space.BLOCK, _CIRCLE, _CIRCLE)
        self._paint_circle(painter, circle)
        painter.setFont(font(Size.BODY, bold=self.isChecked()))
        painter.setPen(colour("text"))
        below = QRect(Space.LABEL, circle.bottom(), self.width() - 2 * Space.LABEL, 0)
        below.setBottom(self.height() - Space.LABEL)
        text = painter.fontMetrics().elidedText(
            self.shown, Qt.TextElideMode.ElideRight, below.width()
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_circle(self, painter: QPainter, circle: QRect) -> None:
        chosen = self.isChecked()
        painter.setPen(colour("accent"))
        painter.setBrush(colour("accent" if chosen else "info_bg"))
        painter.drawEllipse(circle)
        painter.setPen(colour("on_accent" if chosen else "accent"))
        painter.setFont(font(Size.TITLE, bold=True))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self.shown[:1].upper())


class UserTiles(QWidget):
    """The tiles of everybody who may log in."""

    chosen = Signal(str)
    """The login name of the tile that was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles: list[UserTile] = []
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.ROW)
        self._group.idClicked.connect(self._on_clicked)

    def offer(self, people: Sequence[Person]) -> None:
        """Show these people instead of those before."""
        for tile in self.tiles:
            self._group.removeButton(tile)
            tile.deleteLater()
        self.tiles = [UserTile(person, self) for person in people]
        for place, tile in enumerate(self.tiles):
            self._group.addButton(tile, place)
            self._grid.addWidget(tile, place // TILES_IN_ROW, place % TILES_IN_ROW)
            tile.stepped.connect(self._step)

    def choose(self, login: str) -> None:
        """Mark the tile of a person; for a name without a tile none is marked."""
        found = next((tile for tile in self.tiles if tile.login == login), None)
        self._group.setExclusive(False)
        for tile in self.tiles:
            tile.setChecked(tile is found)
        self._group.setExclusive(True)

    def _step(self, step: int) -> None:
        here = next((n for n, tile in enumerate(self.tiles) if tile.hasFocus()), 0)
        if 0 <= here + step < len(self.tiles):
            self.tiles[here + step].setFocus()
            self.tiles[here + step].click()

    def _on_clicked(self, place: int) -> None:
        self.chosen.emit(self.tiles[place].login)

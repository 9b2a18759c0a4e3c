"""The list under the find box: hits in groups with their counts; it never takes the focus."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from jxc_desktop.shell.find_entries import Entry
from jxc_desktop.widgets.cell_delegate import metrics_of
from jxc_desktop.widgets.icons import paint_icon
from jxc_desktop.widgets.keycap import CAP_HEIGHT, KeyHints, cap_width, paint_key_cap
from jxc_desktop.widgets.look import colour, font, scaled
from jxc_desktop.widgets.rows_model import Index
from jxc_desktop.widgets.tokens import ICON, MARK_WIDTH, RowHeight, Size, Space

WIDTH = 520
TALLEST = 460


@dataclass(frozen=True, slots=True)
class _Line:
    """A heading with its count, or an entry."""

    heading: str = ""
    count: int = 0
    entry: Entry | None = None


class FoundModel(QAbstractListModel):
    """The lines of the list: a heading before each group."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[_Line] = []

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries, group by group."""
        self.beginResetModel()
        self.lines = []
        for group, members in groupby(entries, key=lambda entry: entry.group):
            inside = list(members)
            self.lines.append(_Line(group, len(inside)))
            self.lines += [_Line(entry=entry) for entry in inside]
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        line = self.lines[index.row()]
        if line.entry is None:
            return f"{line.heading} {line.count}"
        return f"{line.entry.text} {line.entry.sub} {line.entry.key}".strip()

    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = index.isValid() and self.lines[index.row()].entry
        both = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return both if entry else Qt.ItemFlag.NoItemFlags


class _LineDelegate(QStyledItemDelegate):
    def __init__(self, model: FoundModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, scaled(RowHeight.STANDARD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._model.lines[index.row()]
        painter.save()
        if line.entry is None:
            self._paint_heading(painter, option.rect, line)
        else:
            chosen = bool(option.state & option.state.State_Selected)
            self._paint_entry(painter, option.rect, line.entry, chosen=chosen)
        painter.restore()

    def _paint_heading(self, painter: QPainter, place: QRect, line: _Line) -> None:
        painter.fillRect(place, colour("sunken"))
        painter.setPen(colour("text2"))
        painter.setFont(font(Size.HINT, bold=True))
        inside = place.adjusted(Space.BLOCK, 0, -Space.BLOCK, 0)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, f"{line.heading}  {line.count}")

    def _paint_entry(self, painter: QPainter, place: QRect, entry: Entry, *, chosen: bool) -> None:
        if chosen:
            painter.fillRect(place, colour("sel"))
            painter.fillRect(place.x(), place.y(), MARK_WIDTH, place.height(), colour("accent"))
        left = place.x() + Space.BLOCK
        if entry.icon:
            middle = place.y() + (place.height() - ICON) // 2
            paint_icon(painter, entry.icon, QRect(left, middle, ICON, ICON))
        words = QRect(place)
        words.setLeft(left + ICON + Space.ROW)
        words.setRight(self._paint_key(painter, place, entry.key) - Space.ROW)
        plain = font()
        painter.setFont(plain)
        painter.setPen(colour("text"))
        shown = metrics_of(plain).elidedText(entry.text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        words.setLeft(words.left() + metrics_of(plain).horizontalAdvance(shown) + Space.ROW)
        small = font(Size.HINT)
        painter.setFont(small)
        painter.setPen(colour("text2"))
        sub = metrics_of(small).elidedText(
            entry.sub, Qt.TextElideMode.ElideRight, max(words.width(), 0)
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, sub)

    def _paint_key(self, painter: QPainter, place: QRect, key: str) -> int:
        """Draw the key at the right; returns where the words must end."""
        right = place.right() - Space.BLOCK
        if not key:
            return right
        height, width = scaled(CAP_HEIGHT), cap_width(key)
        cap = QRect(right - width, place.y() + (place.height() - height) // 2, width, height)
        paint_key_cap(painter, cap, key)
        return right - width


class FindList(QFrame):
    """Hangs in the window under the field; moved and taken through the field's keys, or clicked."""

    picked = Signal(object, bool)
    """An entry, and whether to open it beside."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("look", "popup")
        self.setAccessibleName(self.tr("找到的"))
        self.model = FoundModel(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(_LineDelegate(self.model, self))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setUniformItemSizes(True)
        self.view.setAccessibleName(self.tr("找到的"))
        self.view.clicked.connect(self._on_clicked)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        hints = ((">", self.tr("只找功能")), ("#", self.tr("只找单据")), ("Enter", self.tr("打开")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, Space.LABEL)
        layout.addWidget(self.view)
        foot = KeyHints(hints)
        foot.setContentsMargins(Space.BLOCK, 0, Space.BLOCK, 0)
        layout.addWidget(foot)
        self._foot = foot
        self.hide()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show what was found; the first is chosen."""
        self.model.show_entries(entries)
        self._choose(self._next(-1, 1))
        rows = max(len(self.model.lines), 1) * scaled(RowHeight.STANDARD)
        height = min(rows + self._foot.sizeHint().height() + Space.BLOCK, TALLEST)
        self.resize(WIDTH, height)

    def open_at(self, corner: QPoint) -> None:
        """Appear with the upper left corner at a place on the screen, inside the window."""
        place = self._window.mapFromGlobal(corner)
        place.setX(min(place.x(), self._window.width() - WIDTH - Space.ROW))
        self.move(place)
        self.show()
        self.raise_()

    def move_by(self, rows: int) -> None:
        """Choose another entry, skipping headings."""
        here = self.view.currentIndex().row()
        for _ in range(abs(rows)):
            there = self._next(here, 1 if rows > 0 else -1)
            if there < 0:
                break
            here = there
        self._choose(here)

    def chosen(self) -> Entry | None:
        """The entry that Enter opens."""
        row = self.view.currentIndex().row()
        return self.model.lines[row].entry if 0 <= row < len(self.model.lines) else None

    def _next(self, row: int, step: int) -> int:
        row += step
        while 0 <= row < len(self.model.lines):
            if self.model.lines[row].entry is not None:
                return row
            row += step
        return -1

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row))

    def _on_clicked(self, index: QModelIndex) -> None:
        entry = self.model.lines[index.row()].entry
        if entry is not None:
            self.picked.emit(entry, False)

"""The popup behind 「列」: which columns are shown, in which order, and the named 列方案."""

from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from jxc_desktop.widgets.column_arrangement import ColumnArrangement
from jxc_desktop.widgets.column_layout import STANDARD, ColumnLayout, standard_layout
from jxc_desktop.widgets.look import scaled
from jxc_desktop.widgets.tokens import RowHeight, Space

_KEY = Qt.ItemDataRole.UserRole


class _KeyedList(QListWidget):
    """A list whose rows move with Alt+↑↓."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)


class ColumnChooser(QFrame):
    """Changes the columns at once; Space shows or hides, Alt+↑↓ or dragging moves."""

    def __init__(self, arrangement: ColumnArrangement, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "popup")
        self.setAccessibleName(self.tr("列"))
        self._arrangement = arrangement
        self._filling = False
        self.list = _KeyedList()
        self.list.setAccessibleName(self.tr("列"))
        self.list.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.schemes = QComboBox()
        self.schemes.setAccessibleName(self.tr("列方案"))
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("新方案的名字"))
        self.name.setAccessibleName(self.tr("新方案的名字"))
        self.save = QPushButton(self.tr("另存"))
        self.restore = QPushButton(self.tr("恢复默认"))
        self._lay_out()
        self._fill()
        self._connect()

    def show_at(self, corner: QPoint) -> None:
        """Open with the upper right corner at a place on the screen."""
        self._fill()
        self.adjustSize()
        self.move(corner - QPoint(self.width(), 0))
        self.show()
        self.list.setFocus()

    def _lay_out(self) -> None:
        keep = QHBoxLayout()
        keep.addWidget(self.name)
        keep.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.BLOCK, Space.BLOCK, Space.BLOCK, Space.BLOCK)
        column.setSpacing(Space.ROW)
        if self._arrangement.layouts:
            column.addWidget(QLabel(self.tr("列方案")))
            column.addWidget(self.schemes)
        column.addWidget(self.list)
        if self._arrangement.layouts:
            column.addLayout(keep)
        column.addWidget(self.restore)
        self.list.setMinimumSize(240, 280)

    def _connect(self) -> None:
        self.list.moved.connect(self._move)
        self.list.itemChanged.connect(self._apply)
        self.list.model().rowsMoved.connect(self._apply)
        self.schemes.activated.connect(self._use)
        self.save.clicked.connect(self._save_as)
        self.name.returnPressed.connect(self._save_as)
        self.restore.clicked.connect(self._restore)

    def _fill(self) -> None:
        self._filling = True
        layout = self._arrangement.now()
        headings = {column.key: column.heading for column in self._arrangement.columns}
        self.list.clear()
        for key in layout.order:
            item = QListWidgetItem(headings[key])
            item.setData(_KEY, key)
            item.setSizeHint(QSize(0, scaled(RowHeight.STANDARD)))
            item.setCheckState(
                Qt.CheckState.Unchecked if key in layout.hidden else Qt.CheckState.Checked
            )
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._fill_schemes()
        self._filling = False

    def _fill_schemes(self) -> None:
        layouts = self._arrangement.layouts
        if layouts is None:
            return
        self.schemes.clear()
        for name in (STANDARD, *layouts.names()):
            self.schemes.addItem(name or self.tr("默认"), name)
        self.schemes.setCurrentIndex(max(self.schemes.findData(layouts.current_name()), 0))

    def _apply(self, *_what: Any) -> None:
        if self._filling:
            return
        items = [self.list.item(row) for row in range(self.list.count())]
        order = tuple(str(item.data(_KEY)) for item in items)
        hidden = frozenset(
            str(item.data(_KEY)) for item in items if item.checkState() == Qt.CheckState.Unchecked
        )
        if len(hidden) < len(order):
            self._arrangement.choose(ColumnLayout(order, hidden, self._arrangement.now().widths))

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        if 0 <= row + step < self.list.count():
            self._filling = True
            item = self.list.takeItem(row)
            self.list.insertItem(row + step, item)
            self.list.setCurrentItem(item)
            self._filling = False
            self._apply()

    def _use(self, place: int) -> None:
        layouts = self._arrangement.layouts
        if layouts:
            self._arrangement.apply(layouts.use(str(self.schemes.itemData(place))))
            self._fill()

    def _save_as(self) -> None:
        name, layouts = self.name.text().strip(), self._arrangement.layouts
        if name and layouts:
            layouts.save(self._arrangement.now(), name)
            self.name.clear()
            self._fill_schemes()

    def _restore(self) -> None:
        self._arrangement.choose(standard_layout(self._arrangement.columns))
        self._fill()

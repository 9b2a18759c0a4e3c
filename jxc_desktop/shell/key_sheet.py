"""Ctrl+/: every key that works now, of the pane and of the window, on one sheet."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from jxc_desktop.shell.window_actions import key_of
from jxc_desktop.widgets.keycap import KeyCap
from jxc_desktop.widgets.look import font
from jxc_desktop.widgets.tokens import Size, Space

_SIZE = (420, 520)


class KeySheet(QDialog):
    """Closed by Esc; it only shows."""

    def __init__(
        self, parent: QWidget, of_pane: Iterable[QAction], of_window: Iterable[QAction]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("快捷键"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inside = QWidget()
        inside.setProperty("look", "surface")
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(Space.PANE, Space.PANE, Space.PANE, Space.PANE)
        self._grid.setHorizontalSpacing(Space.FIELD_COLUMN)
        self._grid.setVerticalSpacing(Space.LABEL)
        self._grid.setColumnStretch(0, 1)
        self._add(self.tr("这一页"), of_pane)
        self._add(self.tr("整个窗口"), of_window)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self.resize(*_SIZE)

    def _add(self, heading: str, actions: Iterable[QAction]) -> None:
        with_keys = [action for action in actions if key_of(action)]
        if not with_keys:
            return
        title = QLabel(heading)
        title.setFont(font(Size.BODY, bold=True))
        self._grid.addWidget(title, self._grid.rowCount(), 0, 1, 2)
        for action in with_keys:
            row = self._grid.rowCount()
            self._grid.addWidget(QLabel(action.text().replace("&", "")), row, 0)
            self._grid.addWidget(KeyCap(key_of(action)), row, 1, Qt.AlignmentFlag.AlignLeft)

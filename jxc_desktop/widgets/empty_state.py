"""What stands where a list is empty: the first step and its key, or how to clear the filter."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.keycap import KeyHints
from jxc_desktop.widgets.labels import IconLabel, Words
from jxc_desktop.widgets.look import scaled
from jxc_desktop.widgets.tokens import RowHeight, Space

_ICON = 24


class EmptyState(QWidget):
    """Lies over a grid while it has no rows.

    Says `words` and the keys for the first step; after `set_filtered` it says instead that the filter finds nothing.
    """

    def __init__(
        self,
        grid: Grid,
        words: str,
        keys: Sequence[tuple[str, str]] = (),
        *,
        icon_name: str = "inbox",
    ) -> None:
        super().__init__(grid)
        self._grid = grid
        self._words = words
        self._icon = IconLabel(icon_name, "text3", _ICON)
        self.text = Words(words, tone="text2")
        self.text.setWordWrap(True)
        self._first = KeyHints(keys)
        self._clear = KeyHints([("Esc", self.tr("清除筛选"))])
        self._lay_out()
        grid.viewport().installEventFilter(self)
        grid.rows.modelReset.connect(self._follow)
        grid.rows.rowsInserted.connect(self._follow)
        grid.rows.rowsRemoved.connect(self._follow)
        self.set_filtered("")

    def set_words(self, words: str) -> None:
        """Say something else of the empty list itself."""
        self._words = words
        self.set_filtered("")

    def set_filtered(self, words: str) -> None:
        """Say `words` (「11 月没有待审核的单。」) because a filter is set; empty words: the list itself is empty."""
        self.text.setText(words or self._words)
        self.setAccessibleName(self.text.text())
        self._first.setVisible(not words)
        self._clear.setVisible(bool(words))
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._follow()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setSpacing(Space.ROW)
        column.addStretch(1)
        for widget in (self._icon, self.text, self._first, self._clear):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _follow(self) -> None:
        top = scaled(RowHeight.HEADER)
        self.setGeometry(0, top, self._grid.width(), max(self._grid.height() - top, 0))
        self._give_room(max(self.width() - 2 * Space.PAGE, 0))
        self.setVisible(self._grid.rows.rowCount() == 0)

    def _give_room(self, width: int) -> None:
        """All lines of the words; the icon gives way in a low dock."""
        high = max(self.text.heightForWidth(width), 0)
        self.text.setFixedSize(width, high)
        margins = self.contentsMargins().top() + self.contentsMargins().bottom()
        hints = self._clear if self._first.isHidden() else self._first
        needed = high + hints.sizeHint().height() + _ICON + 3 * Space.ROW + margins
        self._icon.setVisible(self.height() >= needed)

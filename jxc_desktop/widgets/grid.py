"""The table of every pane: declared columns over a rows model, painted by one delegate, driven by keys."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from jxc_desktop.widgets.cell_delegate import CellDelegate
from jxc_desktop.widgets.column_arrangement import ColumnArrangement
from jxc_desktop.widgets.column_chooser import ColumnChooser
from jxc_desktop.widgets.column_layout import ColumnLayouts
from jxc_desktop.widgets.grid_header import GridHeader, GroupedHeader
from jxc_desktop.widgets.look import scaled
from jxc_desktop.widgets.rows_model import Index, RowsModel
from jxc_desktop.widgets.tokens import RowHeight, Size
from jxc_desktop.widgets.type_ahead import TypeAhead
from jxc_desktop.widgets.ui_settings import UiSettings

_Flag = QItemSelectionModel.SelectionFlag
_Key = Qt.Key
_PLAIN = frozenset({Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier})
_LOOKS = frozenset({QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange})


class Grid(QTableView):
    """Shows the rows of a `RowsModel`.

    `name` is the key under which the user's column layouts are kept. `row_key` tells rows apart over a refresh, so
    the cursor stays on the same document. Enter opens, Space picks, letters jump, Ctrl+C copies.
    """

    opened = Signal(object)
    """A row was opened: Enter or double click."""
    row_changed = Signal(object)
    """The row under the cursor, or None."""
    picked = Signal(list)
    """The selected rows, when the selection changed."""

    def __init__(
        self,
        model: RowsModel[Any],
        *,
        name: str = "",
        settings: UiSettings | None = None,
        row_height: int = RowHeight.STANDARD,
        header_height: int = RowHeight.HEADER,
        text_size: int = Size.BODY,
        row_key: Callable[[Any], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows = model
        self.type_ahead = TypeAhead(self._first_text, self)
        self._row_height = row_height
        self._row_key = row_key or (lambda row: row)
        self._kept: tuple[object, int, int] | None = None
        self._picking = False
        self._delegate = CellDelegate(self, self, size=text_size)
        grouped = any(column.group for column in model.columns)
        self.setHorizontalHeader(
            GroupedHeader(self) if grouped else GridHeader(header_height, self)
        )
        self._set_up()
        layouts = ColumnLayouts(settings, name, model.columns) if settings and name else None
        self.arrangement = ColumnArrangement(self, model.columns, layouts)
        self._connect()

    def _set_up(self) -> None:
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        # Whole ground: rows scroll as a picture, and nothing that lies under them is painted with them.
        for part in (self.viewport(), self.verticalScrollBar().parentWidget()):
            if part is not None:
                part.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._set_row_height()

    def _connect(self) -> None:
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.sortIndicatorChanged.connect(self._sort_by)
        header.customContextMenuRequested.connect(self.choose_columns)
        self.doubleClicked.connect(self._open_index)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.selectionModel().selectionChanged.connect(self._on_picked)
        self.rows.modelAboutToBeReset.connect(self._keep_place)
        self.rows.modelReset.connect(self._restore_place)

    # --- what others ask ---

    def current_row(self) -> int:
        """The row under the cursor, -1 for none."""
        return self.currentIndex().row()

    def current(self) -> Any:
        """The row object under the cursor, or None."""
        return self.rows.row_at(self.current_row())

    def picked_rows(self) -> list[Any]:
        """The loaded rows that are selected, from top to bottom."""
        return [
            row
            for top, bottom in self._picked_ranges()
            for row in self.rows.loaded_between(top, bottom)
        ]

    def picked_count(self) -> int:
        """How many rows are selected, loaded or not."""
        return sum(bottom - top + 1 for top, bottom in self._picked_ranges())

    def go_to(self, row: int) -> None:
        """Put the cursor on a row and show it."""
        if 0 <= row < self.rows.rowCount():
            self._picking = False
            self.setCurrentIndex(self.rows.index(row, self.first_column))
            self.scrollTo(self.currentIndex())

    @property
    def ruled_columns(self) -> frozenset[int]:
        """The columns with a line at their left."""
        return self.arrangement.ruled

    @property
    def first_column(self) -> int:
        """The leftmost shown column, which wears the bar of the current row."""
        return self.arrangement.first

    def is_tinted(self, index: Index, *, selected: bool) -> bool:
        """Whether a cell has the ground of the selection."""
        return selected

    def has_focus_box(self, index: Index) -> bool:
        """Whether a cell wears the focus box; lists show their focus by the row."""
        return False

    def choose_columns(self) -> ColumnChooser:
        """Open the popup behind 「列」 (also by a right click on the header)."""
        chooser = ColumnChooser(self.arrangement, self)
        chooser.show_at(self.mapToGlobal(QPoint(self.width(), self.horizontalHeader().height())))
        return chooser

    def copy_rows(self) -> None:
        """Put the selected rows on the clipboard as Excel reads them, with headings."""
        shown = [self.rows.columns[logical] for logical in self.arrangement.shown()]
        lines = ["\t".join(column.heading for column in shown)]
        lines += ["\t".join(column.text_of(row) for column in shown) for row in self.picked_rows()]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def elided_cells(self) -> list[tuple[int, str, str]]:
        """Row, column key and text of every cell and heading in sight that is cut; headings have row -1."""
        header, cut = self.horizontalHeader(), []
        for logical in self.arrangement.shown():
            column = self.rows.columns[logical]
            if isinstance(header, GridHeader) and header.heading_for(logical).endswith("…"):
                cut.append((-1, column.key, column.heading))
            for row in self._rows_in_sight():
                cell = self.rows.cell(row, logical)
                needed = self._delegate.needed(cell, self.rows.row_style(row))
                if needed > header.sectionSize(logical):
                    cut.append((row, column.key, f"{cell.text} {cell.sub}".strip()))
        return cut

    # --- keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.modifiers() not in _PLAIN or not self._plain_key(event):
            super().keyPressEvent(event)

    def _plain_key(self, event: QKeyEvent) -> bool:
        """Do what a key without modifiers means here; False when it means nothing."""
        key, text = event.key(), event.text()
        if key in {_Key.Key_Return, _Key.Key_Enter}:
            self._open(self.current_row())
        elif key == _Key.Key_Space:
            self._pick_current()
        elif key in {_Key.Key_Home, _Key.Key_End}:
            self.go_to(0 if key == _Key.Key_Home else self.rows.rowCount() - 1)
        elif self._picking and key in {_Key.Key_Up, _Key.Key_Down}:
            self._step_without_selecting(-1 if key == _Key.Key_Up else 1)
        elif self._picking and key == _Key.Key_Escape:
            self.go_to(self.current_row())
        elif text and text.isprintable():
            self.go_to(self.type_ahead.find(text, self.rows.loaded_rows()))
        else:
            return False
        return True

    def _pick_current(self) -> None:
        if self.current_row() < 0:
            return
        if not self._picking:
            self.clearSelection()
        self._picking = True
        self.selectionModel().select(self.currentIndex(), _Flag.Toggle | _Flag.Rows)
        self._step_without_selecting(1)

    def _step_without_selecting(self, step: int) -> None:
        row = min(max(self.current_row() + step, 0), self.rows.rowCount() - 1)
        index = self.rows.index(row, self.first_column)
        self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        self.scrollTo(index)

    def _picked_ranges(self) -> list[tuple[int, int]]:
        parts = self.selectionModel().selection().toList()
        return sorted({(part.top(), part.bottom()) for part in parts})

    def _first_text(self, row: Any) -> str:
        columns = (self.rows.columns[logical] for logical in self.arrangement.shown())
        return next((c.text_of(row) for c in columns if not c.numeric), "")

    def _open(self, row: int) -> None:
        item = self.rows.row_at(row)
        if item is not None:
            self.opened.emit(item)

    # --- what Qt tells ---

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self.viewport()).fillRect(event.rect(), self.viewport().palette().base())
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrangement.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _LOOKS:
            self._delegate.refresh_fonts()
            self._set_row_height()
            self.viewport().update()

    def _set_row_height(self) -> None:
        self.verticalHeader().setMinimumSectionSize(scaled(self._row_height))
        self.verticalHeader().setDefaultSectionSize(scaled(self._row_height))

    def _open_index(self, index: QModelIndex) -> None:
        self._open(index.row())

    def _on_picked(self) -> None:
        self.picked.emit(self.picked_rows())

    def _on_current(self, now: QModelIndex, before: QModelIndex) -> None:
        for index in (now, before):
            if index.isValid():
                self.update(self.rows.index(index.row(), self.first_column))
        self.row_changed.emit(self.rows.row_at(now.row()) if now.isValid() else None)

    def _sort_by(self, logical: int, order: Qt.SortOrder) -> None:
        if logical >= 0 and not self.rows.columns[logical].sortable:
            self.horizontalHeader().setSortIndicator(-1, order)
            return
        self.rows.sort(logical, order)

    def _keep_place(self) -> None:
        item = self.current()
        if item is not None:
            place = self.verticalScrollBar().value()
            self._kept = (self._row_key(item), self.current_row(), place)

    def _restore_place(self) -> None:
        kept, self._kept = self._kept, None
        if kept is None or self.rows.rowCount() == 0:
            self.row_changed.emit(None)
            return
        key, row, place = kept
        keys = (self._row_key(item) for item in self.rows.loaded_rows())
        same = (number for number, other in enumerate(keys) if other == key)
        row = next(same, min(row, self.rows.rowCount() - 1))
        self.setCurrentIndex(self.rows.index(row, self.first_column))
        self.verticalScrollBar().setValue(place)

    def _rows_in_sight(self) -> range:
        top, bottom = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        last = bottom if bottom >= 0 else self.rows.rowCount() - 1
        return range(top, last + 1) if top >= 0 else range(0)

"""Keeps a grid's columns in the order and width the user wants, and fits them to the room there is."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QTableView

from jxc_desktop.widgets.cell_delegate import metrics_of
from jxc_desktop.widgets.column_layout import ColumnLayout, ColumnLayouts, standard_layout
from jxc_desktop.widgets.columns import Column
from jxc_desktop.widgets.look import font, scaled
from jxc_desktop.widgets.tokens import Size, Space

_SAVE_AFTER = 400


class ColumnArrangement(QObject):
    """The columns of one view as they stand; what the user changes is kept under `layouts`."""

    changed = Signal()
    """Columns were moved, resized, hidden or scrolled."""

    def __init__(
        self, view: QTableView, columns: Sequence[Column[Any]], layouts: ColumnLayouts | None
    ) -> None:
        super().__init__(view)
        self.layouts = layouts
        self.columns = columns
        self.first = 0
        self.ruled: frozenset[int] = frozenset()
        self.all_ruled = False
        self._withheld: ColumnLayout | None = None
        self._left_away: frozenset[str] = frozenset()
        self._view = view
        self._header = view.horizontalHeader()
        self._fitting = False
        self._save_timer = QTimer(self, singleShot=True, interval=_SAVE_AFTER)
        self._save_timer.timeout.connect(self._save)
        self.apply(layouts.load() if layouts else standard_layout(columns))
        self._header.sectionResized.connect(self._on_resized)
        self._header.sectionMoved.connect(self._on_moved)
        view.horizontalScrollBar().valueChanged.connect(self.changed)

    def now(self) -> ColumnLayout:
        """The columns as they stand."""
        header = self._header
        keys = [self.columns[header.logicalIndex(place)].key for place in range(header.count())]
        hidden: set[str] = set()
        widths: dict[str, int] = {}
        for logical, column in enumerate(self.columns):
            if self._withheld is not None and column.key in self._left_away:
                hidden |= self._withheld.hidden & {column.key}
                widths |= {k: w for k, w in self._withheld.widths.items() if k == column.key}
            elif header.isSectionHidden(logical):
                hidden.add(column.key)
            elif not column.stretch:
                widths[column.key] = header.sectionSize(logical)
        return ColumnLayout(tuple(keys), frozenset(hidden), widths)

    def leave_away(self, keys: frozenset[str]) -> None:
        """Show none of these columns for now; how the user wants them is kept."""
        layout = self.now()
        self._left_away, self._withheld = keys, layout
        self.apply(layout)

    def apply(self, layout: ColumnLayout) -> None:
        """Set the columns as a layout says."""
        layout = layout.fitted(self.columns)
        logical_of = {column.key: place for place, column in enumerate(self.columns)}
        self._fitting = True
        for place, key in enumerate(layout.order):
            logical = logical_of[key]
            self._header.moveSection(self._header.visualIndex(logical), place)
            self._header.setSectionHidden(logical, key in layout.hidden | self._left_away)
            width = layout.widths.get(key, self.least(logical))
            self._header.resizeSection(logical, width)
        self._fitting = False
        self._note()
        self.fit()

    def choose(self, layout: ColumnLayout) -> None:
        """Apply a layout the user has just made, and keep it."""
        self.apply(layout)
        self._save_timer.start()

    def least(self, logical: int) -> int:
        """Px of a column as it is declared, more where its heading needs more in the language of the moment."""
        column = self.columns[logical]
        words = metrics_of(font(Size.HINT)).horizontalAdvance(column.short)
        return max(scaled(column.width), words + 2 * Space.CELL)

    def shown(self) -> list[int]:
        """The logical numbers of the shown columns, from left to right."""
        places = (self._header.logicalIndex(place) for place in range(self._header.count()))
        return [logical for logical in places if not self._header.isSectionHidden(logical)]

    def fit(self) -> None:
        """Give the room that is left over to the columns that stretch, never less than their own width."""
        shown = self.shown()
        stretching = [logical for logical in shown if self.columns[logical].stretch]
        if not stretching:
            return
        sizes = (
            self._header.sectionSize(logical) for logical in shown if logical not in stretching
        )
        share = max(self._view.viewport().width() - sum(sizes), 0) // len(stretching)
        self._fitting = True
        for logical in stretching:
            self._header.resizeSection(logical, max(share, self.least(logical)))
        self._fitting = False
        self.changed.emit()

    def rule_all(self) -> None:
        """Draw a line between all columns, as entry grids do."""
        self.all_ruled = True
        self._note()

    def _on_resized(self, _logical: int, _old: int, _new: int) -> None:
        if not self._fitting:
            self.fit()
            self.changed.emit()
            self._save_timer.start()

    def _on_moved(self) -> None:
        self._note()
        if not self._fitting:
            self.changed.emit()
            self._save_timer.start()

    def _note(self) -> None:
        """Remember which column is first and where a group begins, for the painter."""
        shown = self.shown()
        self.first = shown[0] if shown else 0
        groups = [self.columns[logical].group for logical in shown]
        self.ruled = frozenset(
            logical
            for place, logical in enumerate(shown)
            if place and (self.all_ruled or groups[place] != groups[place - 1])
        )
        self._view.viewport().update()

    def _save(self) -> None:
        if self.layouts:
            self.layouts.save(self.now())

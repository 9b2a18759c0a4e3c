"""Lets the docks beside a document of the stock room know which goods the hand is on."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtWidgets import QWidget

from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.pane import Pane

Goods = tuple[int, str]
"""Id and name."""


class ProductAttention(QObject):
    """Follows the cursor in the lines of one pane; `goods_of` tells the goods of a typed line."""

    def __init__(
        self, pane: Pane, grid: EntryGrid, shown: QWidget, goods_of: Callable[[Any], Goods | None]
    ) -> None:
        super().__init__(pane)
        self._pane, self._grid, self._goods_of = pane, grid, goods_of
        grid.selectionModel().currentChanged.connect(self._on_cell)
        grid.line_taken.connect(lambda row, _offer: self._on_row(row))
        if isinstance(shown, Grid):
            shown.row_changed.connect(self._on_shown)

    def _on_cell(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.row() != before.row():
            self._on_row(now.row())

    def _on_row(self, row: int) -> None:
        lines = self._grid.lines()
        self._tell(self._goods_of(lines[row]) if 0 <= row < len(lines) else None)

    def _on_shown(self, line: Any) -> None:
        if line is not None:
            self._tell((line.product_id, line.name))

    def _tell(self, goods: Goods | None) -> None:
        if goods is not None:
            product, name = goods
            self._pane.attention.emit({"product": product, "product_name": name})

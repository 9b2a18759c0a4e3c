"""导出这张表: the table that the hand is on, as Excel or CSV; every row of it, in the columns that are shown."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from jxc_desktop.core.errors import UserError
from jxc_desktop.reports.shown_table import table_file
from jxc_desktop.reports.ui.saving import tell_saved, write_file
from jxc_desktop.shell.seat import Seat
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.pane import Pane

EXPORT = "export.data"
FORMS = ("xlsx", "csv")


class TableSaver(QObject):
    """Asks where to, gathers the rows, writes beside the window."""

    def __init__(self, seat: Seat, window: QWidget) -> None:
        super().__init__(window)
        self._seat = seat
        self._window = window

    def save(self, pane: Pane | None) -> None:
        """Save the table with the focus, or else the first of `pane`."""
        grid = _grid_of(QApplication.focusWidget()) or _first_grid(pane)
        if grid is None or grid.rows.rowCount() == 0:
            self._seat.messages.notice(self.tr("这里没有可以导出的表"))
            return
        if not self._seat.actor.may(EXPORT):
            self._seat.messages.error(self.tr("没有导出的权限。让有权的人来做"))
            return
        title = _title_of(grid, pane)
        name = f"{title} {self._seat.database.clock.today()}.xlsx"
        kinds = "Excel (*.xlsx);;CSV (*.csv)"
        path, kind = QFileDialog.getSaveFileName(self._window, self.tr("存为"), name, kinds)
        target = self._target(Path(path), kind) if path else None
        if target is not None:
            columns = [grid.rows.columns[logical] for logical in grid.arrangement.shown()]
            form = target.suffix.lstrip(".").lower()
            self._seat.messages.work(self.tr("正在导出 {title}").format(title=title))
            grid.rows.gather(partial(self._write, title, columns, form, target))

    def _target(self, typed: Path, kind: str) -> Path | None:
        """The file with the ending of its form; None where one of that name is there and shall stay.

        The dialog has asked about the name that was typed, not about the one with an ending added.
        """
        if typed.suffix.lstrip(".").lower() in FORMS:
            return typed
        target = typed.with_name(f"{typed.name}.{'csv' if 'csv' in kind else 'xlsx'}")
        if not target.exists():
            return target
        asked = self.tr("{name} 已经有了。换成新的？").format(name=target.name)
        answer = QMessageBox.question(self._window, self.tr("存为"), asked)
        return target if answer == QMessageBox.StandardButton.Yes else None

    def _write(self, title: str, columns: Any, form: str, path: Path, rows: list[Any]) -> None:
        def to_disk(content: bytes) -> None:
            self._seat.tasks.background(
                write_file, path, content, then=self._saved, failed=self._fail, owner=self
            )

        self._seat.tasks.read(
            lambda session: table_file(session, title, columns, rows, form),
            then=to_disk,
            failed=self._fail,
            owner=self,
        )

    def _saved(self, path: Path) -> None:
        self._seat.messages.work("")
        tell_saved(self._seat.messages, path)

    def _fail(self, error: BaseException) -> None:
        self._seat.messages.work("")
        if not isinstance(error, UserError):
            raise error
        self._seat.messages.error(error.message)


def _grid_of(widget: QWidget | None) -> Grid | None:
    while widget is not None and not isinstance(widget, Grid):
        widget = widget.parentWidget()
    return widget


def _first_grid(pane: Pane | None) -> Grid | None:
    grids = pane.findChildren(Grid) if pane is not None else []
    return next((grid for grid in grids if grid.isVisible() and grid.rows.rowCount()), None)


def _title_of(grid: Grid, pane: Pane | None) -> str:
    """The pane that holds the table names the file."""
    holder: QWidget | None = grid
    while holder is not None and not isinstance(holder, Pane):
        holder = holder.parentWidget()
    held = holder or pane
    return held.heading() if isinstance(held, Pane) else ""

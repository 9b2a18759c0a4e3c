"""A form whose middle is lines: typed into one grid, shown in another once the document has its number."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.ledger.ui.fields_form import FieldsForm
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.pane import Pane


class LinesForm(FieldsForm):
    """The lines are `grid`'s while they are typed; `shown` is what takes its place afterwards."""

    def __init__(self, pane: Pane, grid: EntryGrid, shown: QWidget) -> None:
        super().__init__(pane)
        self.grid, self.shown = grid, shown
        self._awaited: list[Any] | None = None
        self.stack = QStackedWidget()
        self.stack.addWidget(grid)
        self.stack.addWidget(shown)
        grid.lines_changed.connect(self.on_edited)
        grid.finished.connect(self.remark.setFocus)
        grid.refused.connect(pane.context.messages.notice)
        grid.told.connect(pane.context.messages.info)

    # --- what each form says ---

    @abstractmethod
    def counted(self) -> Sequence[tuple[int, Any]]:
        """The lines that the service gets, each with its row."""

    @abstractmethod
    def no_lines(self) -> str:
        """What is said where there is none."""

    def why_not(self, line: Any) -> tuple[str, str]:
        """Why a counted line cannot stay so, and the column where; ("", "") where it can."""
        for column in self.grid.entry.entry_columns:
            mark = column.mark(line) if column.mark else None
            if mark and mark.tone == "bad":
                return mark.reason, column.key
        return "", ""

    # --- lines that are known only once their facts were read ---

    def place_lines(
        self,
        kept: Sequence[Any],
        read: Callable[[Session], Any],
        place: Callable[[Sequence[Any], Any], Sequence[Any]],
    ) -> None:
        """Show `kept` lines as `place` makes them of the facts; until those are read they count as typed."""
        self._awaited = list(kept)
        self.grid.start([])
        self.pane.run_read(read, then=partial(self._place, place), slot="lines")

    def start_lines(self, lines: Sequence[Any]) -> None:
        """Show lines that nothing more must be read for."""
        self._awaited = None
        self._start(lines)

    def kept_lines(self) -> list[Any]:
        """The lines as plain data for a draft."""
        if self._awaited is not None:
            return self._awaited
        return [self.keep(line) for _row, line in self.counted()]

    def keep(self, line: Any) -> Any:
        """One line as plain data."""
        return line.kept()

    def _place(self, place: Callable[[Sequence[Any], Any], Sequence[Any]], facts: Any) -> None:
        kept, self._awaited = self._awaited or [], None
        self._start(place(kept, facts))
        if self.typing:
            self.recount()

    def _start(self, lines: Sequence[Any]) -> None:
        filling, self._filling = self._filling, True
        self.grid.start(list(lines))
        self._filling = filling

    # --- what the pane asks ---

    def show_posted(self, view: Any) -> None:
        typed, self._awaited = self.typing, None
        super().show_posted(view)
        if typed:
            self.shown.setFocus()

    def lock(self, *, locked: bool) -> None:
        self.stack.setCurrentWidget(self.shown if locked else self.grid)

    def own_obstacle(self) -> str:
        if not self.grid.commit():
            return self.tr("有一格还没填好。先改好")
        counted = self.counted()
        if not counted:
            self.grid.go_to_cell(0)
            self.grid.setFocus()
            return self.no_lines()
        for row, line in counted:
            reason, key = self.why_not(line)
            if reason:
                self.grid.mark(row, key, reason)
                self.grid.setFocus()
                return self.tr("第 {row} 行：{reason}").format(row=row + 1, reason=reason)
        return ""

    def mark_field(self, field: str, reason: str) -> None:
        if not field.startswith("lines["):
            super().mark_field(field, reason)
            return
        place, _, name = field.removeprefix("lines[").partition("]")
        rows = [row for row, _line in self.counted()]
        editable = [each.key for each in self.grid.entry.entry_columns if each.editable]
        name = name.lstrip(".")
        self.grid.mark(rows[int(place)], name if name in editable else editable[0], reason)
        self.grid.setFocus()

"""待办: what waits to be done, grouped, in the dock at the right of the dashboard; Enter opens the place."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jxc_desktop.analysis.todo import Group, LastBackup, Waiting, todo
from jxc_desktop.core.i18n import translate
from jxc_desktop.widgets.actions import action, build_actions
from jxc_desktop.widgets.columns import Column
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.rows_model import RowsModel, RowStyle
from jxc_desktop.widgets.tokens import RowHeight


@dataclass(frozen=True, slots=True)
class _Row:
    """A heading with its count, or a thing under it."""

    text: str
    figure: str
    thing: Waiting | None = None


class TodoDock(Pane):
    """`last_backup` is handed in, because backups stand above analysis."""

    title = str(QT_TR_NOOP("待办"))
    icon = "bell"
    watches = frozenset(
        {
            "pending_paper",
            "draft_paper",
            "promise",
            "entry",
            "move",
            "shift",
            "product",
            "backup_log",
        }
    )

    def __init__(
        self, context: Context, last_backup: LastBackup, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self._last_backup = last_backup
        self.model: RowsModel[_Row] = RowsModel(self._columns(), self, style=_style)
        self.grid = Grid(
            self.model, row_height=RowHeight.STANDARD, row_key=lambda row: (row.text, row.figure)
        )
        self.grid.setAccessibleName(self.heading())
        self.grid.horizontalHeader().hide()
        self.empty = EmptyState(self.grid, self.tr("没有等着做的事。"), icon_name="circle-check")
        self.grid.opened.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid)
        self.setFocusProxy(self.grid)
        self.refresh()

    def refresh(self) -> None:
        self.run_read(partial(todo, last_backup=self._last_backup), then=self._show, slot="todo")

    @action(str(QT_TR_NOOP("刷新")), "F5", icon="refresh-cw")
    def read_again(self) -> None:
        """Ask again."""
        self.refresh()

    def _columns(self) -> tuple[Column[_Row], ...]:
        return (
            Column[_Row](
                "text",
                self.tr("事情"),
                icon=lambda row: row.thing.icon if row.thing else "",
                stretch=True,
                sortable=False,
            ),
            Column[_Row](
                "figure", self.tr("多少"), tone=_tone, right=True, width=84, sortable=False
            ),
        )

    def _show(self, groups: list[Group]) -> None:
        rows: list[_Row] = []
        for group in groups:
            count = translate("analysis", "{count} 件").format(count=group.count)
            rows.append(_Row(group.title, count))
            rows += [_Row(thing.text, thing.figure, thing) for thing in group.things]
        self.model.set_rows(rows)
        whole = sum(group.count for group in groups if group.pressing)
        self.subject_changed.emit(self.tr("{count} 件").format(count=whole) if whole else "")

    def _open(self, row: _Row) -> None:
        if row.thing is not None:
            self.context.open(row.thing.opens, row.thing.subject)


def _style(row: _Row) -> RowStyle:
    return RowStyle.NORMAL if row.thing else RowStyle.GROUP


def _tone(row: _Row) -> str:
    if row.thing is None:
        return "text2"
    return "" if row.thing.tone == "info" else row.thing.tone

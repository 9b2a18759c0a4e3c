"""仓库: the places where goods lie, edited where they stand; each line is kept as soon as it has a name."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jxc_desktop.core.i18n import translate
from jxc_desktop.stock.queries import PlaceView, places
from jxc_desktop.stock.warehouses import WarehouseDraft, disable_warehouse, save_warehouse
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.chips import Chip
from jxc_desktop.widgets.columns import Kind
from jxc_desktop.widgets.entry_columns import EntryColumn
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.tokens import Size, Space

EDIT = "warehouse.edit"


@dataclass(frozen=True, slots=True)
class TypedPlace:
    """A warehouse as it stands in the grid; `goods` is how many kinds lie there."""

    id: int | None = None
    code: str = ""
    name: str = ""
    goods: int | None = None
    disabled: bool = False

    @property
    def chip(self) -> Chip:
        """Whether it is in use."""
        if self.id is None:
            return Chip("")
        if self.disabled:
            return Chip(translate("stock", "停用"), "mute")
        return Chip(translate("stock", "在用"), "ok")


class WarehousePane(Pane):
    """Every warehouse with what lies there; who may not edit only reads it."""

    title = str(QT_TR_NOOP("仓库"))
    icon = "warehouse"
    needs = "stock.view"
    watches = frozenset({"warehouse", "move"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self._known: dict[int, TypedPlace] = {}
        self._saving = False
        self.grid = EntryGrid(_columns(editable=context.may(EDIT)), TypedPlace)
        self.grid.setAccessibleName(self.heading())
        self._lay_out()
        self.grid.lines_changed.connect(self._keep)
        self.grid.refused.connect(context.messages.notice)
        self.setFocusProxy(self.grid)
        self.refresh()

    # --- what others ask ---

    def refresh(self) -> None:
        self.run_read(places, then=self._show, slot="list")

    def mark_field(self, field: str, reason: str) -> None:
        key = field if field in {"code", "name"} else "name"
        self.grid.mark(self.grid.current_row(), key, reason)

    @action(str(QT_TR_NOOP("新建")), "Ctrl+N", icon="plus", needs=EDIT)
    def begin_new(self) -> None:
        """Go to the blank line below the last."""
        self.grid.setFocus()
        self.grid.go_to_cell(len(self.grid.lines()), "name")

    @action(str(QT_TR_NOOP("停用或启用")), "Ctrl+Shift+T", icon="ban", needs=EDIT)
    def switch(self) -> None:
        """Take the warehouse under the cursor out of use, or back into it."""
        row = self.grid.current_row()
        line = self.grid.lines()[row] if 0 <= row < len(self.grid.lines()) else None
        if line is None or line.id is None:
            self.context.messages.notice(self.tr("先选一行"))
            return
        work = partial(disable_warehouse, disabled=not line.disabled)
        self.run_write(work, line.id, then=partial(self._switched, line))

    # --- inside ---

    def _show(self, found: list[PlaceView]) -> None:
        lines = [TypedPlace(x.id, x.code, x.name, x.goods, x.disabled) for x in found]
        self._known = {line.id: line for line in lines if line.id is not None}
        row, column = self.grid.current_row(), self.grid.currentIndex().column()
        self.grid.start(lines)
        self._saving = False
        if 0 <= row <= len(lines) and column >= 0:
            self.grid.go_to_cell(row, self.grid.entry.entry_columns[column].key)

    def _keep(self) -> None:
        """Keep the first line that is another than the shop has it, as soon as it has a name."""
        if self._saving:
            return
        for line in self.grid.lines():
            if line.name and line != self._known.get(line.id or 0):
                self._saving = True
                draft = WarehouseDraft(line.name, line.code, line.id)
                told = partial(self._saved, line)
                self.run_write(save_warehouse, draft, then=told, failed=self._not_saved)
                return

    def _saved(self, line: TypedPlace, _own_id: int) -> None:
        self.context.messages.success(self.tr("{name} 已保存").format(name=line.name))
        self.refresh()

    def _not_saved(self, error: BaseException) -> None:
        self._saving = False
        self.fail(error)

    def _switched(self, line: TypedPlace, _nothing: object) -> None:
        words = self.tr("{name} 已启用") if line.disabled else self.tr("{name} 已停用")
        self.context.messages.success(words.format(name=line.name))
        self.refresh()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(Space.PANE, 0, Space.PANE, 0)
        head.setSpacing(Space.ROW)
        head.addWidget(Words(self.heading(), Size.TITLE, bold=True))
        head.addStretch(1)
        if self.context.may(EDIT):
            for name in ("switch", "begin_new"):
                head.addWidget(ActionButton(action_named(self, name)))
        told = Words(
            self.tr("货放在哪里：店面、后仓、分店……有两个以上就能调拨。改一格就保存一格。"),
            Size.HINT,
            tone="text2",
        )
        told.setWordWrap(True)
        told.setContentsMargins(Space.PANE, 0, Space.PANE, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.BLOCK, 0, 0)
        column.setSpacing(Space.ROW)
        column.addLayout(head)
        column.addWidget(told)
        column.addWidget(self.grid, 1)


def _columns(*, editable: bool) -> tuple[EntryColumn[TypedPlace], ...]:
    def typed(name: str) -> Any:
        if not editable:
            return None
        return lambda line, text: replace(line, **{name: " ".join(text.split())})

    return (
        EntryColumn[TypedPlace](
            "code",
            translate("stock", "编号"),
            kind=Kind.CODE,
            width=100,
            sortable=False,
            edit=typed("code"),
        ),
        EntryColumn[TypedPlace](
            "name",
            translate("stock", "名称"),
            width=200,
            stretch=True,
            sortable=False,
            edit=typed("name"),
            wants=(lambda line: not line.name) if editable else None,
            latin=False,
        ),
        EntryColumn[TypedPlace](
            "goods",
            translate("stock", "有货的品种"),
            kind=Kind.COUNT,
            text=lambda value: "" if value is None else str(value),
            width=110,
            muted=True,
            sortable=False,
        ),
        EntryColumn[TypedPlace](
            "chip", translate("stock", "状态"), kind=Kind.CHIP, width=70, sortable=False
        ),
    )

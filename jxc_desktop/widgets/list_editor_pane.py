"""A short list edited where it stands (warehouses, money accounts, employees); a line is kept once it is whole."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.chips import Chip
from jxc_desktop.widgets.columns import Kind
from jxc_desktop.widgets.entry_columns import EntryColumn
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.tokens import Size, Space

_EDITS = ("switch", "begin_new")


class ListLine(Protocol):
    """What a line of such a list tells; without `id` it is not kept yet."""

    @property
    def id(self) -> int | None: ...
    @property
    def name(self) -> str: ...
    @property
    def disabled(self) -> bool: ...
    @property
    def whole(self) -> bool:
        """Whether it can be kept."""
        ...


Line = TypeVar("Line", bound=ListLine)


class ListEditorPane(Pane, Generic[Line]):
    """Shows every line; who may not edit only reads them."""

    edit_right: ClassVar[str] = ""
    edits: ClassVar[tuple[str, ...]] = ("switch", "begin_new")
    """What can be done to lines; a list whose lines are never out of use leaves `switch` away."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        editable = context.may(self.edit_right)
        for name in _EDITS:
            action_named(self, name).setEnabled(editable and name in self.edits)
        self._known: dict[int, Line] = {}
        self._saving = False
        self.grid = EntryGrid(self.columns(editable=editable), self.blank)
        self.grid.setAccessibleName(self.heading())
        self._lay_out(editable=editable)
        self.grid.lines_changed.connect(self._keep)
        self.grid.refused.connect(context.messages.notice)
        self.setFocusProxy(self.grid)
        self.refresh()

    # --- what each list says ---

    @abstractmethod
    def about(self) -> str:
        """One sentence on what the list is for."""

    @abstractmethod
    def blank(self) -> Line:
        """A line of which nothing is written."""

    @abstractmethod
    def columns(self, *, editable: bool) -> Sequence[EntryColumn[Line]]:
        """Its columns; those that take text only where it is `editable`."""

    @abstractmethod
    def read(self) -> Callable[[Session], Any]:
        """The operation that reads the list, for `take`."""

    @abstractmethod
    def save(self, line: Line) -> Callable[[Session], int]:
        """The operation that keeps a line."""

    def disable(self) -> Callable[..., None]:
        """The service that takes a line out of use, `(session, id, disabled=…)`, where `switch` is among the edits."""
        raise TypeError("a list that can be switched names its service")

    def take(self, found: Any) -> None:
        """Show what `read` has found; here the lines themselves."""
        self.show_lines(found)

    # --- what others ask ---

    def refresh(self) -> None:
        self.run_read(self.read(), then=self.take, slot="list")

    def mark_field(self, field: str, reason: str) -> None:
        keys = {column.key for column in self.grid.entry.entry_columns}
        self.grid.mark(self.grid.current_row(), field if field in keys else "name", reason)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the lines as they are kept, and below them what somebody has begun."""
        self._known = {line.id: line for line in lines if line.id is not None}
        begun = [line for line in self.grid.lines() if line.id is None and not line.whole]
        row, column = self.grid.current_row(), self.grid.currentIndex().column()
        self.grid.start([*lines, *begun])
        self._saving = False
        if 0 <= row <= len(lines) and column >= 0:
            self.grid.go_to_cell(row, self.grid.entry.entry_columns[column].key)

    @action(str(QT_TR_NOOP("新建")), "Ctrl+N", icon="plus")
    def begin_new(self) -> None:
        """Go to the blank line below the last."""
        self.grid.setFocus()
        self.grid.go_to_cell(len(self.grid.lines()), "name")

    @action(str(QT_TR_NOOP("停用或启用")), "Ctrl+Shift+T", icon="ban")
    def switch(self) -> None:
        """Take the line under the cursor out of use, or back into it."""
        row = self.grid.current_row()
        line = self.grid.lines()[row] if 0 <= row < len(self.grid.lines()) else None
        if line is None or line.id is None:
            self.context.messages.notice(self.tr("先选一行"))
            return
        work = partial(self.disable(), disabled=not line.disabled)
        self.run_write(work, line.id, then=partial(self._switched, line))

    # --- inside ---

    def _keep(self) -> None:
        """Keep the first line that is another than the shop has it, as soon as it is whole."""
        if self._saving:
            return
        for line in self.grid.lines():
            if line.whole and line != self._known.get(line.id or 0):
                self._saving = True
                told = partial(self._saved, line)
                self.run_write(self.save(line), then=told, failed=self._not_saved)
                return

    def _saved(self, line: Line, _own_id: int) -> None:
        self.context.messages.success(self.tr("{name} 已保存").format(name=line.name))
        self.refresh()

    def _not_saved(self, error: BaseException) -> None:
        self._saving = False
        self.fail(error)

    def _switched(self, line: Line, _nothing: object) -> None:
        words = self.tr("{name} 已启用") if line.disabled else self.tr("{name} 已停用")
        self.context.messages.success(words.format(name=line.name))
        self.refresh()

    def _lay_out(self, *, editable: bool) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(Space.PANE, 0, Space.PANE, 0)
        head.setSpacing(Space.ROW)
        head.addWidget(Words(self.heading(), Size.TITLE, bold=True))
        head.addStretch(1)
        for name in self.edits if editable else ():
            head.addWidget(ActionButton(action_named(self, name)))
        told = Words(self.about(), Size.HINT, tone="text2")
        told.setWordWrap(True)
        told.setContentsMargins(Space.PANE, 0, Space.PANE, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.BLOCK, 0, 0)
        column.setSpacing(Space.ROW)
        column.addLayout(head)
        column.addWidget(told)
        column.addWidget(self.grid, 1)


def typed_into(field: str) -> Callable[[Any, str], Any]:
    """An edit that puts the words typed into `field` of a line."""
    return lambda line, text: replace(line, **{field: " ".join(text.split())})


def code_column(*, editable: bool) -> EntryColumn[Any]:
    """The code of a line; the next one where none is typed."""
    return EntryColumn[Any](
        "code",
        translate("widgets", "编号"),
        kind=Kind.CODE,
        width=92,
        sortable=False,
        edit=typed_into("code") if editable else None,
    )


def name_column(title: str, *, editable: bool) -> EntryColumn[Any]:
    """What a line is called, which it must have."""
    return EntryColumn[Any](
        "name",
        title,
        width=170,
        stretch=True,
        sortable=False,
        edit=typed_into("name") if editable else None,
        wants=(lambda line: not line.name) if editable else None,
        latin=False,
    )


def use_column() -> EntryColumn[Any]:
    """Whether a line is in use."""
    return EntryColumn[Any](
        "chip",
        translate("widgets", "状态"),
        value=_use,
        kind=Kind.CHIP,
        width=70,
        sortable=False,
    )


def _use(line: ListLine) -> Chip:
    if line.id is None:
        return Chip("")
    if line.disabled:
        return Chip(translate("widgets", "停用"), "mute")
    return Chip(translate("widgets", "在用"), "ok")

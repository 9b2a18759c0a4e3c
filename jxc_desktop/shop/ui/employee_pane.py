"""职员: who sells, buys and spends, edited where they stand; each line is kept as soon as it has a name."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.numbers import RATE_PLACES, parse_scaled
from jxc_desktop.shop.employees import (
    EmployeeDraft,
    EmployeeView,
    disable_employee,
    employees,
    save_employee,
)
from jxc_desktop.shop.setting_words import choice_words
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.chips import Chip
from jxc_desktop.widgets.columns import Kind
from jxc_desktop.widgets.entry_columns import EntryColumn
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.formats import percent_text
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.tokens import Size, Space

EDIT = "employee.edit"


@dataclass(frozen=True, slots=True)
class TypedEmployee:
    """Somebody as the line stands in the grid; commission as in the service's draft."""

    id: int | None = None
    code: str = ""
    name: str = ""
    department: str = ""
    commission_base: str = ""
    commission_rate: int | None = None
    disabled: bool = False

    @property
    def chip(self) -> Chip:
        """Whether the name is offered."""
        if self.id is None:
            return Chip("")
        if self.disabled:
            return Chip(translate("shop", "已停用"), "mute")
        return Chip(translate("shop", "在用"), "ok")

    @property
    def draft(self) -> EmployeeDraft:
        """What the service keeps of it."""
        return EmployeeDraft(
            self.name,
            self.code,
            self.department,
            self.commission_base,
            self.commission_rate,
            self.id,
        )


class EmployeePane(Pane):
    """Everybody with department and commission; who may not edit only reads it."""

    title = str(QT_TR_NOOP("职员"))
    icon = "users"
    needs = "employee.view"
    watches = frozenset({"employee"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self._known: dict[int, TypedEmployee] = {}
        self._saving = False
        self.grid = EntryGrid(_columns(editable=context.may(EDIT)), TypedEmployee)
        self.grid.setAccessibleName(self.heading())
        self._lay_out()
        self.grid.lines_changed.connect(self._keep)
        self.grid.refused.connect(context.messages.notice)
        self.setFocusProxy(self.grid)
        self.refresh()

    # --- what others ask ---

    def refresh(self) -> None:
        self.run_read(employees, then=self._show, slot="list")

    def mark_field(self, field: str, reason: str) -> None:
        keys = {column.key for column in self.grid.entry.entry_columns}
        self.grid.mark(self.grid.current_row(), field if field in keys else "name", reason)

    @action(str(QT_TR_NOOP("新建")), "Ctrl+N", icon="plus", needs=EDIT)
    def begin_new(self) -> None:
        """Go to the blank line below the last."""
        self.grid.setFocus()
        self.grid.go_to_cell(len(self.grid.lines()), "name")

    @action(str(QT_TR_NOOP("停用或启用")), "Ctrl+Shift+T", icon="ban", needs=EDIT)
    def switch(self) -> None:
        """Take the person under the cursor out of use, or back into it."""
        row = self.grid.current_row()
        line = self.grid.lines()[row] if 0 <= row < len(self.grid.lines()) else None
        if line is None or line.id is None:
            self.context.messages.notice(self.tr("先选一行"))
            return
        work = partial(disable_employee, disabled=not line.disabled)
        self.run_write(work, line.id, then=partial(self._switched, line))

    # --- inside ---

    def _show(self, found: list[EmployeeView]) -> None:
        lines = [_typed(each) for each in found]
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
                told = partial(self._saved, line)
                self.run_write(save_employee, line.draft, then=told, failed=self._not_saved)
                return

    def _saved(self, line: TypedEmployee, _own_id: int) -> None:
        self.context.messages.success(self.tr("{name} 已保存").format(name=line.name))
        self.refresh()

    def _not_saved(self, error: BaseException) -> None:
        self._saving = False
        self.fail(error)

    def _switched(self, line: TypedEmployee, _nothing: object) -> None:
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
            self.tr(
                "业务员、采购员、报销的人：单据上按姓名或编号选。提成空着就照设置。改一格就保存一格。"
            ),
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


def _typed(found: EmployeeView) -> TypedEmployee:
    return TypedEmployee(
        found.id, found.code, found.name, found.department, found.commission_base,
        found.commission_rate, found.disabled,
    )  # fmt: skip


def _with_base(line: TypedEmployee, text: str) -> TypedEmployee:
    """The base whose word begins with what was typed; nothing leaves it to the settings."""
    word, words = text.strip(), choice_words()["commission_base"]
    if not word:
        return replace(line, commission_base="")
    for base, said in words.items():
        if said.startswith(word):
            return replace(line, commission_base=str(base))
    told = translate("shop", "写{words}，或空着").format(words=listed(words.values()))
    raise InvalidInput(told)


def _with_rate(line: TypedEmployee, text: str) -> TypedEmployee:
    """Per cent, as the shop's own rate is typed in the settings; nothing leaves it to them."""
    per_cent = text.strip().removesuffix("%").removesuffix("％")
    rate = parse_scaled(per_cent, RATE_PLACES - 2) if per_cent else None
    return replace(line, commission_rate=rate)


def _columns(*, editable: bool) -> tuple[EntryColumn[TypedEmployee], ...]:
    def typed(name: str) -> Any:
        return lambda line, text: replace(line, **{name: " ".join(text.split())})

    def edit(change: Any) -> Any:
        return change if editable else None

    def column(key: str, title: str, change: Any, width: int, **more: Any) -> Any:
        return EntryColumn[TypedEmployee](
            key, title, width=width, sortable=False, edit=edit(change), **more
        )

    bases = choice_words()["commission_base"]
    return (
        column("code", translate("shop", "编号"), typed("code"), 84, kind=Kind.CODE),
        column(
            "name",
            translate("shop", "姓名"),
            typed("name"),
            150,
            stretch=True,
            wants=(lambda line: not line.name) if editable else None,
            latin=False,
        ),
        column("department", translate("shop", "所在部门"), typed("department"), 140, latin=False),
        column(
            "commission_base",
            translate("shop", "提成按什么算"),
            _with_base,
            130,
            value=lambda line: bases.get(line.commission_base, ""),
            latin=False,
        ),
        column(
            "commission_rate",
            translate("shop", "提成比例"),
            _with_rate,
            100,
            kind=Kind.PERCENT,
            text=lambda rate: "" if rate is None else percent_text(rate),
        ),
        EntryColumn[TypedEmployee](
            "chip", translate("shop", "状态"), kind=Kind.CHIP, width=70, sortable=False
        ),
    )

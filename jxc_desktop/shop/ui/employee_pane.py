"""职员: who sells, buys and spends, edited where they stand; each line is kept as soon as it has a name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TR_NOOP
from sqlalchemy.orm import Session

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
from jxc_desktop.widgets.columns import Kind
from jxc_desktop.widgets.entry_columns import EntryColumn
from jxc_desktop.widgets.formats import percent_text
from jxc_desktop.widgets.list_editor_pane import (
    ListEditorPane,
    code_column,
    name_column,
    typed_into,
    use_column,
)


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
    def whole(self) -> bool:
        """Whether the line can be kept."""
        return bool(self.name)

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


class EmployeePane(ListEditorPane[TypedEmployee]):
    """Everybody with department and commission."""

    title = str(QT_TR_NOOP("职员"))
    icon = "users"
    needs = "employee.view"
    watches = frozenset({"employee"})
    edit_right = "employee.edit"

    def about(self) -> str:
        return self.tr(
            "业务员、采购员、报销的人：单据上按姓名或编号选。提成空着就照设置。改一格就保存一格。"
        )

    def blank(self) -> TypedEmployee:
        return TypedEmployee()

    def read(self) -> Callable[[Session], list[EmployeeView]]:
        return employees

    def take(self, found: list[EmployeeView]) -> None:
        self.show_lines([_typed(each) for each in found])

    def save(self, line: TypedEmployee) -> Callable[[Session], int]:
        return partial(save_employee, draft=line.draft)

    def disable(self) -> Callable[..., None]:
        return disable_employee

    def columns(self, *, editable: bool) -> Sequence[EntryColumn[TypedEmployee]]:
        return _columns(editable=editable)


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
    def column(key: str, title: str, change: Any, width: int, **more: Any) -> Any:
        edit = change if editable else None
        return EntryColumn[TypedEmployee](
            key, title, width=width, sortable=False, edit=edit, **more
        )

    bases = choice_words()["commission_base"]
    return (
        code_column(editable=editable),
        name_column(translate("shop", "姓名"), editable=editable),
        column(
            "department",
            translate("shop", "所在部门"),
            typed_into("department"),
            140,
            latin=False,
        ),
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
        use_column(),
    )

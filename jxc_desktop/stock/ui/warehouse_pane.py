"""仓库: the places where goods lie, edited where they stand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QT_TR_NOOP
from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.shop.assigned import EDIT, names_typed
from jxc_desktop.stock.queries import PlaceView, places
from jxc_desktop.stock.warehouses import WarehouseDraft, disable_warehouse, save_warehouse
from jxc_desktop.widgets.columns import Kind
from jxc_desktop.widgets.entry_columns import EntryColumn
from jxc_desktop.widgets.list_editor_pane import (
    ListEditorPane,
    code_column,
    name_column,
    use_column,
)


@dataclass(frozen=True, slots=True)
class TypedPlace:
    """A warehouse as it stands in the grid; `goods` is how many kinds lie there."""

    id: int | None = None
    code: str = ""
    name: str = ""
    goods: int | None = None
    disabled: bool = False
    users: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether it can be kept."""
        return bool(self.name)


def _with_users(line: TypedPlace, text: str) -> TypedPlace:
    return replace(line, users=names_typed(text))


class WarehousePane(ListEditorPane[TypedPlace]):
    """Every warehouse with what lies there."""

    title = str(QT_TR_NOOP("仓库"))
    icon = "warehouse"
    needs = "stock.view"
    watches = frozenset({"warehouse", "move", "assignment"})
    edit_right = "warehouse.edit"

    def about(self) -> str:
        return self.tr(
            "货放在哪里：店面、后仓、分店……有两个以上就能调拨。分配给谁（登录名）就只有谁看得到。改一格就保存一格。"
        )

    def blank(self) -> TypedPlace:
        return TypedPlace()

    def read(self) -> Callable[[Session], list[PlaceView]]:
        return places

    def take(self, found: list[PlaceView]) -> None:
        self.show_lines(
            [TypedPlace(x.id, x.code, x.name, x.goods, x.disabled, x.users) for x in found]
        )

    def save(self, line: TypedPlace) -> Callable[[Session], int]:
        return partial(
            save_warehouse, draft=WarehouseDraft(line.name, line.code, line.id, line.users)
        )

    def disable(self) -> Callable[..., None]:
        return disable_warehouse

    def columns(self, *, editable: bool) -> Sequence[EntryColumn[TypedPlace]]:
        return (
            code_column(editable=editable),
            name_column(translate("stock", "名称"), editable=editable),
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
                "users",
                translate("stock", "分配给"),
                text=lambda value: listed(value) or translate("stock", "大家"),
                draft=lambda line: listed(line.users),
                edit=_with_users if editable and self.context.may(EDIT) else None,
                width=180,
                sortable=False,
                latin=False,
            ),
            use_column(),
        )

"""仓库上下限: what should lie of one product in each warehouse, edited where it stands; each cell is kept at once."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.stock.bounds import BoundDraft, set_bound
from jxc_desktop.stock.queries import BoundView, bounds_of, product_words
from jxc_desktop.widgets.actions import build_actions
from jxc_desktop.widgets.columns import Kind
from jxc_desktop.widgets.entry_columns import EntryColumn
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.expressions import parse_quantity
from jxc_desktop.widgets.formats import quantity_text
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.tokens import Size, Space

EDIT = "product.edit"
_FIGURE = 100


@dataclass(frozen=True, slots=True)
class TypedBound:
    """A warehouse as it stands in the grid; quantities 1e-4 base units."""

    warehouse_id: int = 0
    name: str = ""
    quantity: int | None = None
    available: int | None = None
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """A product and its bounds in each warehouse."""

    name: str
    unit: str
    bounds: tuple[BoundView, ...]


class BoundsPane(Pane):
    """The bounds of the product that is its subject; who may not edit products only reads them."""

    title = str(QT_TR_NOOP("仓库上下限"))
    icon = "warehouse"
    needs = "stock.view"
    watches = frozenset({"stock_bound", "warehouse", "move", "stock_promise"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self.product_id: int | None = None
        self._known: dict[int, TypedBound] = {}
        self._saving = False
        self.headline = Words(self.heading(), Size.TITLE, bold=True)
        self.nothing = Words(self.tr("先在库存列表里选一种商品，再打开这里。"), tone="text2")
        self.grid = EntryGrid(_columns(editable=context.may(EDIT)), TypedBound)
        self.grid.setAccessibleName(self.heading())
        self._lay_out()
        self.grid.lines_changed.connect(self._keep)
        self.grid.refused.connect(context.messages.notice)
        self.setFocusProxy(self.grid)

    def show_subject(self, subject: object) -> None:
        """Show the bounds of a product, by its id."""
        if isinstance(subject, int):
            self.product_id = subject
            self.refresh()

    def refresh(self) -> None:
        if self.product_id is not None:
            self.run_read(_find, self.product_id, then=self._show, slot="bounds")

    def mark_field(self, field: str, reason: str) -> None:
        self.grid.mark(self.grid.current_row(), field, reason)

    # --- inside ---

    def _show(self, found: _Found) -> None:
        lines = [
            TypedBound(x.warehouse_id, x.name, x.quantity, x.available, x.least, x.most)
            for x in found.bounds
        ]
        self._known = {line.warehouse_id: line for line in lines}
        row, column = self.grid.current_row(), self.grid.currentIndex().column()
        self.grid.start(lines)
        self._saving = False
        if 0 <= row < len(lines) and column >= 0:
            self.grid.go_to_cell(row, self.grid.entry.entry_columns[column].key)
        self.headline.setText(f"{found.name}（{found.unit}）")
        self.nothing.hide()
        self.grid.show()
        self.subject_changed.emit(found.name)

    def _keep(self) -> None:
        """Keep the first line that is another than the shop has it; a line taken out comes back."""
        if self._saving or self.product_id is None:
            return
        if self._known.keys() - {line.warehouse_id for line in self.grid.lines()}:
            self.refresh()
            return
        for line in self.grid.lines():
            if line.warehouse_id and line != self._known.get(line.warehouse_id):
                self._saving = True
                draft = BoundDraft(self.product_id, line.warehouse_id, line.least, line.most)
                told = partial(self._saved, line)
                self.run_write(set_bound, draft, then=told, failed=self._not_saved)
                return

    def _saved(self, line: TypedBound, _nothing: object) -> None:
        self.context.messages.success(self.tr("{name} 的上下限已保存").format(name=line.name))
        self.refresh()

    def _not_saved(self, error: BaseException) -> None:
        self._saving = False
        self.fail(error)

    def _lay_out(self) -> None:
        told = Words(
            self.tr(
                "一个仓库少于下限就报缺货，多于上限就报超储。空着的按商品自己的上下限。改一格就保存一格。"
            ),
            Size.HINT,
            tone="text2",
        )
        told.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.BLOCK, 0, 0)
        column.setSpacing(Space.ROW)
        for words in (self.headline, told, self.nothing):
            words.setContentsMargins(Space.PANE, 0, Space.PANE, 0)
            column.addWidget(words)
        column.addWidget(self.grid, 1)
        column.addStretch()
        self.grid.hide()


def _find(session: Session, product_id: int) -> _Found:
    name, unit = product_words(session, product_id)
    return _Found(name, unit, tuple(bounds_of(session, product_id)))


def _columns(*, editable: bool) -> tuple[EntryColumn[TypedBound], ...]:
    return (
        EntryColumn[TypedBound](
            "name", translate("stock", "仓库"), width=200, stretch=True, sortable=False
        ),
        _figure("quantity", translate("stock", "现存")),
        _figure("available", translate("stock", "可用")),
        _figure("least", translate("stock", "下限"), typed=editable),
        _figure("most", translate("stock", "上限"), typed=editable),
    )


def _figure(key: str, heading: str, *, typed: bool = False) -> EntryColumn[TypedBound]:
    def into(line: TypedBound, text: str) -> TypedBound:
        if not line.warehouse_id:
            raise InvalidInput(translate("stock", "这里没有仓库。在上面的行里填"))
        bound = parse_quantity(text, {}) if text.strip() else None
        return replace(line, least=bound) if key == "least" else replace(line, most=bound)

    edit: Callable[[TypedBound, str], TypedBound] | None = into if typed else None
    return EntryColumn[TypedBound](
        key,
        heading,
        kind=Kind.QUANTITY,
        text=lambda value: "" if value is None else quantity_text(value),
        width=_FIGURE,
        muted=key in {"quantity", "available"},
        sortable=False,
        edit=edit,
    )

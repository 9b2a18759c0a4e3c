"""商品类别: the tree, how many goods lie in each, a new one, another name, away with an empty one; all by keys."""

from PySide6.QtCore import QT_TR_NOOP, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jxc_desktop.catalog.queries import CategoryView, category_views
from jxc_desktop.catalog.services import add_category, remove_category, rename_category
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.form_row import FormRow
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import Size, Space

EDIT = "product.edit"
_STEP = "　　"
"""How far a category stands to the right of the one above it."""


class CategoryPane(Pane):
    """One line below the tree takes a name: of a new category, or the other name of the one under the cursor."""

    title = str(QT_TR_NOOP("商品类别"))
    icon = "layers"
    needs = "product.view"
    watches = frozenset({"category", "product"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self._renamed: CategoryView | None = None
        self._wanted = ""
        self.model: RowsModel[CategoryView] = RowsModel(self._columns(), self)
        self.grid = Grid(
            self.model, name="categories", settings=context.settings, row_key=lambda row: row.id
        )
        self.grid.setAccessibleName(self.heading())
        EmptyState(self.grid, self.tr("还没有类别。按 Ctrl+N 新建，或在商品卡里填"))
        self.name = QLineEdit()
        self.line = FormRow(self.tr("新类别"), self.name)
        self.name.returnPressed.connect(self._take)
        self.grid.opened.connect(lambda _row: self.rename())
        self._lay_out()
        self.setFocusProxy(self.grid)
        self.refresh()

    # --- what others ask ---

    def refresh(self) -> None:
        self.run_read(category_views, then=self._show, slot="categories")

    def mark_field(self, field: str, reason: str) -> None:
        self.line.set_error(reason)
        self.name.setFocus()

    # --- what can be done ---

    @action(str(QT_TR_NOOP("新建")), "Ctrl+N", needs=EDIT, icon="plus")
    def begin_new(self) -> None:
        """Name a new category, below the one under the cursor."""
        above: CategoryView | None = self.grid.current()
        self._begin(None, self.tr("新类别"), f"{above.path}/" if above else "")

    @action(str(QT_TR_NOOP("改名")), "F2", needs=EDIT, icon="pencil")
    def rename(self) -> None:
        """Give the category under the cursor another name."""
        row: CategoryView | None = self.grid.current()
        if row is not None and self.context.may(EDIT):
            self._begin(row, self.tr("新名称"), row.name)

    @action(str(QT_TR_NOOP("删除")), "Del", needs=EDIT, icon="trash-2")
    def remove(self) -> None:
        """Remove the category under the cursor, if nothing lies in it."""
        row: CategoryView | None = self.grid.current()
        if row is not None:
            told = self.tr("类别“{path}”已删除").format(path=row.path)
            self.run_write(remove_category, row.id, then=lambda _nothing: self._tell(told))

    @action(str(QT_TR_NOOP("刷新")), "F5", icon="refresh-cw")
    def read_again(self) -> None:
        """Read the tree again."""
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.line.isVisible():
            self._end()
            return
        super().keyPressEvent(event)

    # --- how it looks ---

    def _columns(self) -> tuple[Column[CategoryView], ...]:
        return (
            Column[CategoryView](
                "name",
                self.tr("类别"),
                value=lambda row: f"{_STEP * row.depth}{row.name}",
                width=240,
                stretch=True,
                sortable=False,
            ),
            Column[CategoryView](
                "own", self.tr("商品"), kind=Kind.COUNT, width=84, muted=True, sortable=False
            ),
            Column[CategoryView](
                "below", self.tr("含下级"), kind=Kind.COUNT, width=84, sortable=False
            ),
        )

    def _lay_out(self) -> None:
        bar, column = QHBoxLayout(), QVBoxLayout(self)
        bar.setSpacing(Space.ROW)
        bar.addWidget(Words(self.heading(), Size.TITLE, bold=True))
        bar.addStretch(1)
        for name in ("remove", "rename", "begin_new"):
            bar.addWidget(ActionButton(action_named(self, name)))
        column.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.PANE)
        column.setSpacing(Space.BLOCK)
        column.addLayout(bar)
        column.addWidget(self.grid, 1)
        column.addWidget(self.line)
        self.line.hide()

    # --- inside ---

    def _begin(self, renamed: CategoryView | None, word: str, text: str) -> None:
        self._renamed = renamed
        self.line.set_error("")
        self.line.label.setText(word)
        self.name.setAccessibleName(word)
        self.name.setPlaceholderText(self.tr("上下级用“/”隔开，如 食品/饮料"))
        self.name.setText(text)
        self.line.show()
        self.name.setFocus()
        if renamed is not None:
            self.name.selectAll()

    def _take(self) -> None:
        """Enter: keep the name."""
        name, renamed = self.name.text().strip(), self._renamed
        if renamed is not None:
            self._wanted = renamed.path.removesuffix(renamed.name) + name
            told = self.tr("“{before}”改名为“{name}”").format(before=renamed.name, name=name)
            self.run_write(
                rename_category, renamed.id, name, then=lambda _nothing: self._tell(told)
            )
        else:
            self._wanted = name
            told = self.tr("类别“{path}”已建").format(path=name)
            self.run_write(add_category, name, then=lambda _id: self._tell(told))

    def _tell(self, told: str) -> None:
        self.context.messages.success(told)
        self._end()

    def _end(self) -> None:
        self.line.hide()
        self.grid.setFocus()

    def _show(self, rows: tuple[CategoryView, ...]) -> None:
        self.model.set_rows(rows)
        places = [place for place, row in enumerate(rows) if row.path == self._wanted]
        self._wanted = ""
        if places:
            self.grid.go_to(places[0])
        elif rows and self.grid.current_row() < 0:
            self.grid.go_to(0)

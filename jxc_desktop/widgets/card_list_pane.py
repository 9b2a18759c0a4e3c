"""A list with the card of the row under its cursor: goods, customers, suppliers.

A kind of thing declares its columns, filters and card, and the operations that page, read, keep and disable it.
"""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QT_TR_NOOP, QModelIndex, QPoint, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from jxc_desktop.core.i18n import statements
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.card_tabs import CardTabs
from jxc_desktop.widgets.column_chooser import ColumnChooser
from jxc_desktop.widgets.columns import Column, allowed
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.filter_bar import FilterBar, FilterChoice
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.look import font
from jxc_desktop.widgets.messages import Link
from jxc_desktop.widgets.paged_model import Page, PagedModel, Request
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.tokens import Size, Space
from jxc_desktop.widgets.totals_row import TotalsRow

EDITING = "this.edit"
"""Stands in actions for the right to edit the kind of thing a pane shows."""
IMPORT = "import.data"
_CARD = 430


class CardListPane(Pane):
    """The list at the left, the card at the right; what is typed into the card is kept with F12."""

    edit_right: ClassVar[str] = ""
    """The right to make, change and disable things of this kind."""
    list_name: ClassVar[str] = ""
    """The name under which the user's column layouts are kept."""
    import_kind: ClassVar[str] = ""
    """What the import is opened with, for things that can come from a spreadsheet."""
    buttons: ClassVar[tuple[str, ...]] = ("switch", "copy", "begin_new", "save")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, self._may)
        self.model: PagedModel[Any] = PagedModel(
            allowed(self.columns(), context.may), self._fetch, self
        )
        self.grid = Grid(
            self.model, name=self.list_name, settings=context.settings, row_key=lambda row: row.id
        )
        self.totals = TotalsRow(self.grid, unit=self.counting_word)
        self.filters = FilterBar(
            self.drop_downs(), period="", placeholder=self.tr("编号、名称、拼音")
        )
        self.card = self.make_card()
        self.empty = EmptyState(
            self.grid,
            self.empty_words(),
            self._first_steps(),
            icon_name=self.icon,
        )
        self._touched = False
        self._listing = False
        self._shown_id: int | None = None
        self._kept_id: int | None = None
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.grid)
        self.refresh()

    # --- what each kind says ---

    @abstractmethod
    def columns(self) -> Sequence[Column[Any]]:
        """The columns of the list; those whose right is missing do not exist."""

    @abstractmethod
    def make_card(self) -> CardTabs:
        """The card, made for this user's rights."""

    @abstractmethod
    def counting_word(self, count: int) -> str:
        """The word that counts so many rows: 种, 家."""

    @abstractmethod
    def drop_downs(self) -> Sequence[FilterChoice]:
        """What the list can be narrowed by besides words."""

    @abstractmethod
    def page(self) -> Callable[..., Page[Any]]:
        """The operation that reads a page, `(session, request)`, with the filter as it is now."""

    @abstractmethod
    def read_card(self) -> Callable[..., Any]:
        """The operation that reads a card, `(session, id)`."""

    @abstractmethod
    def keep(self) -> Callable[..., tuple[int, Sequence[str]]]:
        """The operation that keeps what was typed, `(session, typed)`; gives its id and what is worth a look."""

    @abstractmethod
    def disable(self) -> Callable[..., None]:
        """The service that disables, `(session, id, disabled=…)`."""

    @abstractmethod
    def empty_words(self) -> str:
        """What a list without a single row teaches."""

    # --- what others ask ---

    def refresh(self) -> None:
        self.model.reload()

    def show_subject(self, subject: object) -> None:
        """Show one thing by its id, wherever it stands in the list."""
        if isinstance(subject, int):
            self._touched = False
            self._ask_card(subject)
            self._go_to_shown()

    def mark_field(self, field: str, reason: str) -> None:
        self.card.mark(field)

    # --- what can be done ---

    @action(str(QT_TR_NOOP("新建")), "Ctrl+N", needs=EDITING, icon="file-plus")
    def begin_new(self) -> None:
        """Empty the card for something new."""
        self._offer_back()
        self._touched, self._shown_id = True, None
        self.grid.clearSelection()
        self.card.begin_new()
        self.card.first_field().setFocus()

    @action(str(QT_TR_NOOP("复制")), "Ctrl+Shift+D", needs=EDITING, icon="copy")
    def copy(self) -> None:
        """Begin something new that is like what the card shows."""
        typed = self.card.typed().copied()
        self._offer_back()
        self._touched, self._shown_id = True, None
        self.grid.clearSelection()
        self.card.begin_new()
        self.card.show_typed(typed)
        self.card.first_field().setFocus()

    def why_not_saved(self) -> str:
        """What keeps the card from being saved."""
        return str(self.card.obstacle())

    @action(str(QT_TR_NOOP("保存")), "F12", needs=EDITING, icon="save", obstacle="why_not_saved")
    def save(self) -> None:
        """Keep what the card holds."""
        self.run_write(self.keep(), self.card.typed(), then=self._saved)

    @action(str(QT_TR_NOOP("导入")), "Ctrl+I", needs=IMPORT, icon="file-up")
    def bring_in(self) -> None:
        """Open the import for things of this kind."""
        self.context.open("import", self.import_kind)

    @action(str(QT_TR_NOOP("停用或启用")), "Ctrl+Shift+T", needs=EDITING, icon="ban")
    def switch(self) -> None:
        """Take what is under the cursor out of use, or back into it."""
        row = self.grid.current()
        if row is not None:
            service = partial(self.disable(), disabled=not row.disabled)
            self.run_write(service, row.id, then=lambda _: self._switched(row))

    @action(str(QT_TR_NOOP("筛选")), "Ctrl+F", icon="list-filter")
    def go_to_search(self) -> None:
        """Go to the search field."""
        self.filters.focus_text()

    @action(str(QT_TR_NOOP("清除筛选")), icon="funnel")
    def clear_filters(self) -> None:
        """Show the whole list again."""
        self.filters.clear()

    @action(str(QT_TR_NOOP("列")), icon="columns-3")
    def choose_columns(self) -> None:
        """Show, hide and order columns."""
        corner = self.grid.mapToGlobal(QPoint(self.grid.width(), 0))
        ColumnChooser(self.grid.arrangement, self).show_at(corner)

    @action(str(QT_TR_NOOP("刷新")), "F5", icon="refresh-cw")
    def read_again(self) -> None:
        """Read the list again."""
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.filters.active() and not self._touched:
            self.clear_filters()
            self.grid.setFocus()
            return
        super().keyPressEvent(event)

    def offer(self, key: str, options: Sequence[tuple[Any, str]]) -> None:
        """Give a drop-down other options; what was chosen stays chosen if it is still there."""
        box = self.filters.boxes[key]
        blocker = QSignalBlocker(box)
        before = box.currentData()
        box.clear()
        for value, word in options:
            box.addItem(word, value)
        box.setCurrentIndex(max(box.findData(before), 0))
        blocker.unblock()

    def _may(self, permission: str) -> bool:
        return self.context.may(self.edit_right if permission == EDITING else permission)

    def _may_bring_in(self) -> bool:
        return bool(self.import_kind) and self.context.may(IMPORT)

    def _first_steps(self) -> list[tuple[str, str]]:
        """What an empty list offers to this person."""
        steps = [("Ctrl+N", self.tr("新建"))] if self.context.may(self.edit_right) else []
        return [*steps, ("Ctrl+I", self.tr("导入"))] if self._may_bring_in() else steps

    # --- how it looks ---

    def _lay_out(self) -> None:
        title = QLabel(self.heading())
        title.setFont(font(Size.TITLE, bold=True))
        bar = QHBoxLayout()
        bar.setSpacing(Space.ROW)
        bar.addWidget(title)
        bar.addStretch(1)
        for name in self.buttons:
            look = "main" if name == "save" else ""
            bar.addWidget(ActionButton(action_named(self, name), look))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.PANE)
        column.setSpacing(Space.BLOCK)
        column.addLayout(bar)
        row = QHBoxLayout()
        row.addWidget(self.filters, 1)
        for name in ("bring_in", "choose_columns"):
            if name != "bring_in" or self._may_bring_in():
                button = ActionButton(action_named(self, name), "quiet")
                row.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self._split(), 1)

    def _split(self) -> QSplitter:
        listing = QWidget()
        column = QVBoxLayout(listing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.grid, 1)
        column.addWidget(self.totals)
        right = QWidget()
        held = QVBoxLayout(right)
        held.setContentsMargins(Space.PANE, 0, 0, 0)
        held.addWidget(self.card.title)
        held.addWidget(self.card, 1)
        split = QSplitter()
        split.addWidget(listing)
        split.addWidget(right)
        split.setStretchFactor(0, 1)
        split.setSizes([2 * _CARD, _CARD])
        return split

    def _connect(self) -> None:
        self.model.counted.connect(self._on_counted)
        self.grid.row_changed.connect(self._on_row)
        self.grid.opened.connect(self._on_opened)
        self.model.modelAboutToBeReset.connect(self._begin_listing)
        self.model.modelReset.connect(self._end_listing)
        self.filters.changed.connect(self._narrow)
        self.filters.text_field.returnPressed.connect(self.grid.setFocus)
        self.card.edited.connect(self._on_edited)

    # --- what comes back ---

    def _fetch(self, request: Request[Any], then: Callable[[Page[Any]], None]) -> None:
        slot = "" if request.counted else "list"
        self.run_read(self.page(), request, then=then, slot=slot)

    def _on_counted(self, count: int) -> None:
        self.totals.set_totals({}, count=count)
        self.empty.set_filtered(self.tr("没有符合筛选的。") if self.filters.active() else "")

    def _narrow(self) -> None:
        self._kept_id = None
        self.refresh()

    def _begin_listing(self) -> None:
        self._listing = True

    def _end_listing(self) -> None:
        """Bring the cursor back to what the card shows; a list read again never disturbs what is being typed."""
        self._listing = False
        if self._go_to_shown():
            return
        if self._touched or (self._kept_id is not None and self._kept_id == self._shown_id):
            self.grid.setCurrentIndex(QModelIndex())
        elif self.grid.current_row() < 0:
            self.grid.go_to(0)
        else:
            self._on_row(self.grid.current())

    def _go_to_shown(self) -> bool:
        """Bring the cursor to what the card shows; False when it is not in the list as far as that is read."""
        ids = [row.id for row in self.model.loaded_rows()]
        there = self._shown_id in ids
        if there:
            self.grid.go_to(ids.index(self._shown_id))
        return there

    def _on_row(self, row: Any) -> None:
        """Show the card of the row under the cursor."""
        if self._listing or row is None or row.id == self._shown_id:
            return
        self._offer_back()
        self._ask_card(row.id)

    def _on_opened(self, _row: Any) -> None:
        self.card.first_field().setFocus()

    def _ask_card(self, thing: int) -> None:
        self._touched, self._shown_id = False, thing
        self.run_read(self.read_card(), thing, then=self.card.show_card, slot="card")

    def _offer_back(self) -> None:
        """What was typed and not kept can be had back with one click."""
        if not self._touched or not self.card.typed().texts.get("name", "").strip():
            return
        typed = self.card.typed()
        text = self.tr("“{name}”的改动没有保存").format(name=typed.texts["name"])
        self.context.messages.notice(text, Link(self.tr("接着改"), partial(self._back_to, typed)))

    def _back_to(self, typed: Any) -> None:
        self._touched, self._shown_id = True, typed.id
        self.card.show_typed(typed)
        self.card.first_field().setFocus()

    def _on_edited(self) -> None:
        self._touched = True

    def _saved(self, kept: tuple[int, Sequence[str]]) -> None:
        thing, notices = kept
        name = self.card.typed().texts["name"].strip()
        self._touched, self._kept_id = False, thing
        self.context.messages.success(self.tr("{name} 已保存").format(name=name))
        if notices:
            self.context.messages.notice(statements(notices))
        self._ask_card(thing)

    def _switched(self, row: Any) -> None:
        words = self.tr("{name} 已启用") if row.disabled else self.tr("{name} 已停用")
        self.context.messages.success(words.format(name=row.name))

"""Lines of goods that belong to one thing, edited in place: what a firm was promised or asks, parts of a product."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jxc_desktop.catalog.queries import ProductHit, find_products
from jxc_desktop.core.i18n import translate
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.entry_columns import Answer, EntryColumn
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.form_row import FormRow
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.search_field import SearchField
from jxc_desktop.widgets.tokens import Size, Space

_FIELD = 320


@dataclass(frozen=True, slots=True)
class LinesWords:
    """What a kind of lines says: what they belong to, sentences while that is missing, none or `{count}` are there."""

    one: str
    choose: str
    none: str
    some: str
    kept: str


class LinesOfOnePane(Pane):
    """The lines of what the field above holds; F12 (`save`, which each kind guards by its right) keeps them.

    Lines have an `id`, 0 for a new one, and a `product_id`.
    """

    edit_right: ClassVar[str]
    grid_name: ClassVar[str]
    blank: ClassVar[Callable[[], Any]]
    read: ClassVar[Callable[..., tuple[Any, ...]]]
    """`read(session, id)`: what it has, as lines."""
    keep: ClassVar[Callable[..., int]]
    """`keep(session, id, shown, lines)`: let those `shown` become `lines`; how many changed."""
    usual: ClassVar[str] = "price"
    """The column that an error is shown in where it names none."""
    places: ClassVar[Mapping[str, str]] = {}
    """Columns by the field that a service names, where they are called otherwise."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self.words = self.said()
        self.one = self.one_field()
        self.grid = EntryGrid(
            self.columns(), type(self).blank, name=self.grid_name, settings=context.settings
        )
        self.grid.setAccessibleName(self.heading())
        self.note = Words(self.words.choose, Size.HINT, tone="text2")
        self._shown: tuple[Any, ...] = ()
        self._lay_out()
        self.one.chosen.connect(self._on_one)
        self.grid.lines_changed.connect(self._tell_unsaved)
        self.grid.refused.connect(context.messages.notice)
        self.grid.told.connect(context.messages.info)
        self.grid.setEnabled(False)
        self.setFocusProxy(self.one)

    # --- what a kind of lines says ---

    def said(self) -> LinesWords:
        """Its words."""
        raise NotImplementedError

    def one_field(self) -> SearchField:
        """Where it is chosen what they belong to."""
        raise NotImplementedError

    def columns(self) -> Sequence[EntryColumn[Any]]:
        """What is typed on a line."""
        raise NotImplementedError

    def line_for(self, hit: ProductHit) -> Any:
        """A new line for goods."""
        raise NotImplementedError

    def beside(self) -> QWidget | None:
        """What stands at the left of the lines; None for nothing."""
        return None

    # --- what others ask ---

    def show_subject(self, subject: object) -> None:
        """Show the lines of one thing, given as its search hit."""
        if subject is not None and hasattr(subject, "id"):
            self.one.set_choice(subject)
            self._on_one(subject)

    def refresh(self) -> None:
        """Something was changed somewhere; what is typed here is not thrown away for it."""
        if self.one.choice is not None and not self.dirty:
            self.run_read(self.read, self.one.choice.id, then=self._show, slot="lines")

    def mark_field(self, field: str, reason: str) -> None:
        if field.startswith("lines["):
            place, _, name = field.removeprefix("lines[").partition("]")
            keys = {column.key for column in self.grid.entry.entry_columns}
            key = self.places.get(name.lstrip("."), name.lstrip("."))
            self.grid.mark(int(place), key if key in keys else self.usual, reason)
            self.grid.setFocus()

    @property
    def dirty(self) -> bool:
        """Whether something typed is not kept."""
        return self._typed() != self._shown

    # --- what can be done ---

    def why_not_saved(self) -> str:
        """What keeps the lines from being kept."""
        if self.one.choice is None:
            self.one.setFocus()
            return translate("catalog", "先选{one}").format(one=self.words.one)
        if not self.grid.commit():
            return translate("catalog", "有一格还没填好。改好再保存")
        return "" if self.dirty else translate("catalog", "没有改动")

    def keep_now(self) -> None:
        """Keep the lines as they stand."""
        one = self.one.choice
        then = partial(self._on_kept, one)
        self.run_write(self.keep, one.id, self._shown, self._typed(), then=then)

    @action(str(QT_TR_NOOP("刷新")), "F5", icon="refresh-cw")
    def read_again(self) -> None:
        """Read the lines again; what was typed is dropped."""
        if self.one.choice is not None:
            self._on_one(self.one.choice)

    # --- for the columns ---

    def suggest(self, text: str, _line: Any, then: Answer) -> None:
        """Goods that bear `text`."""
        self.run_read(find_products, text, then=then, slot="offers")

    def take(self, _line: Any, hit: ProductHit) -> Any:
        """The line of the goods that were chosen."""
        return self.line_for(hit)

    # --- inside ---

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(Space.BLOCK)
        bar.addWidget(Words(self.heading(), Size.TITLE, bold=True))
        row = FormRow(self.words.one, self.one)
        row.setFixedWidth(_FIELD)
        bar.addWidget(row)
        bar.addStretch(1)
        bar.addWidget(ActionButton(action_named(self, "save"), "main"))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.PANE)
        column.setSpacing(Space.BLOCK)
        column.addLayout(bar)
        beside = self.beside()
        if beside is None:
            column.addWidget(self.grid, 1)
        else:
            middle = QHBoxLayout()
            middle.setSpacing(Space.BLOCK)
            middle.addWidget(beside)
            middle.addWidget(self.grid, 1)
            column.addLayout(middle, 1)
        column.addWidget(self.note)

    def _typed(self) -> tuple[Any, ...]:
        return tuple(line for line in self.grid.lines() if line.product_id)

    def _on_one(self, one: Any) -> None:
        self._shown = ()
        self.grid.start(())
        self.grid.setEnabled(one is not None and self.context.may(self.edit_right))
        self.subject_changed.emit(one.name if one else "")
        if one is not None:
            self.run_read(self.read, one.id, then=self._show, slot="lines")

    def _show(self, lines: tuple[Any, ...]) -> None:
        self._shown = lines
        self.grid.start(lines)
        some = self.words.some.format(count=len(lines))
        self.note.setText(some if lines else self.words.none)
        if self.grid.isEnabled():
            self.grid.setFocus()

    def _tell_unsaved(self) -> None:
        self.unsaved_changed.emit(self.dirty)

    def _on_kept(self, one: Any, count: int) -> None:
        self.context.messages.success(self.words.kept.format(name=one.name, count=count))
        self._on_one(one)

"""The prices between the shop and one firm, edited in place: what a customer was promised, what a supplier asks."""

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

_FIRM = 320


@dataclass(frozen=True, slots=True)
class PriceWords:
    """What a kind of prices says: the firm's role, and sentences while none is chosen, none or `{count}` are there."""

    firm: str
    choose: str
    none: str
    some: str
    kept: str


class FirmPricesPane(Pane):
    """The prices of the firm in the field above; F12 (`save`, which each kind guards by its right) keeps them.

    Lines have an `id`, 0 for a new one, and a `product_id`.
    """

    edit_right: ClassVar[str]
    grid_name: ClassVar[str]
    blank: ClassVar[Callable[[], Any]]
    read: ClassVar[Callable[..., tuple[Any, ...]]]
    """`read(session, firm_id)`: the firm's prices as lines."""
    keep: ClassVar[Callable[..., int]]
    """`keep(session, firm_id, shown, lines)`: let the prices `shown` become `lines`; how many changed."""
    places: ClassVar[Mapping[str, str]] = {}
    """Columns by the field that a service names, where they are called otherwise."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self.words = self.said()
        self.firm = self.firm_field()
        self.grid = EntryGrid(
            self.columns(), type(self).blank, name=self.grid_name, settings=context.settings
        )
        self.grid.setAccessibleName(self.heading())
        self.note = Words(self.words.choose, Size.HINT, tone="text2")
        self._shown: tuple[Any, ...] = ()
        self._lay_out()
        self.firm.chosen.connect(self._on_firm)
        self.grid.lines_changed.connect(self._tell_unsaved)
        self.grid.refused.connect(context.messages.notice)
        self.grid.told.connect(context.messages.info)
        self.grid.setEnabled(False)
        self.setFocusProxy(self.firm)

    # --- what a kind of prices says ---

    def said(self) -> PriceWords:
        """Its words."""
        raise NotImplementedError

    def firm_field(self) -> SearchField:
        """Where the firm is chosen."""
        raise NotImplementedError

    def columns(self) -> Sequence[EntryColumn[Any]]:
        """What is typed on a line."""
        raise NotImplementedError

    def line_for(self, hit: ProductHit) -> Any:
        """A new line for goods."""
        raise NotImplementedError

    # --- what others ask ---

    def show_subject(self, subject: object) -> None:
        """Show the prices of one firm, given as its search hit."""
        if subject is not None and hasattr(subject, "id"):
            self.firm.set_choice(subject)
            self._on_firm(subject)

    def refresh(self) -> None:
        """Prices were changed somewhere; what is typed here is not thrown away for it."""
        if self.firm.choice is not None and not self.dirty:
            self.run_read(self.read, self.firm.choice.id, then=self._show, slot="prices")

    def mark_field(self, field: str, reason: str) -> None:
        if field.startswith("lines["):
            place, _, name = field.removeprefix("lines[").partition("]")
            keys = {column.key for column in self.grid.entry.entry_columns}
            key = self.places.get(name.lstrip("."), name.lstrip("."))
            self.grid.mark(int(place), key if key in keys else "price", reason)
            self.grid.setFocus()

    @property
    def dirty(self) -> bool:
        """Whether something typed is not kept."""
        return self._typed() != self._shown

    # --- what can be done ---

    def why_not_saved(self) -> str:
        """What keeps the prices from being kept."""
        if self.firm.choice is None:
            self.firm.setFocus()
            return translate("pricing", "先选{firm}").format(firm=self.words.firm)
        if not self.grid.commit():
            return translate("pricing", "有一格还没填好。改好再保存")
        return "" if self.dirty else translate("pricing", "没有改动")

    def keep_now(self) -> None:
        """Keep the prices as they stand."""
        firm = self.firm.choice
        then = partial(self._on_kept, firm)
        self.run_write(self.keep, firm.id, self._shown, self._typed(), then=then)

    @action(str(QT_TR_NOOP("刷新")), "F5", icon="refresh-cw")
    def read_again(self) -> None:
        """Read the prices again; what was typed is dropped."""
        if self.firm.choice is not None:
            self._on_firm(self.firm.choice)

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
        row = FormRow(self.words.firm, self.firm)
        row.setFixedWidth(_FIRM)
        bar.addWidget(row)
        bar.addStretch(1)
        bar.addWidget(ActionButton(action_named(self, "save"), "main"))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.PANE)
        column.setSpacing(Space.BLOCK)
        column.addLayout(bar)
        column.addWidget(self.grid, 1)
        column.addWidget(self.note)

    def _typed(self) -> tuple[Any, ...]:
        return tuple(line for line in self.grid.lines() if line.product_id)

    def _on_firm(self, firm: Any) -> None:
        self._shown = ()
        self.grid.start(())
        self.grid.setEnabled(firm is not None and self.context.may(self.edit_right))
        self.subject_changed.emit(firm.name if firm else "")
        if firm is not None:
            self.run_read(self.read, firm.id, then=self._show, slot="prices")

    def _show(self, lines: tuple[Any, ...]) -> None:
        self._shown = lines
        self.grid.start(lines)
        some = self.words.some.format(count=len(lines))
        self.note.setText(some if lines else self.words.none)
        if self.grid.isEnabled():
            self.grid.setFocus()

    def _tell_unsaved(self) -> None:
        self.unsaved_changed.emit(self.dirty)

    def _on_kept(self, firm: Any, count: int) -> None:
        self.context.messages.success(self.words.kept.format(name=firm.name, count=count))
        self._on_firm(firm)

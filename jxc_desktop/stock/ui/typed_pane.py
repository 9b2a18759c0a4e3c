"""The pane of a document of goods that is typed, kept, settled by F12, printed and copied, whatever comes after."""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from jxc_desktop.ledger.ui.drafted_pane import DraftedPane
from jxc_desktop.stock.paper_choices import PaperChoices, paper_choices
from jxc_desktop.stock.typed_paper import TypedPaper
from jxc_desktop.stock.typed_source import Chosen
from jxc_desktop.stock.ui.paper_attention import PaperAttention
from jxc_desktop.stock.ui.paper_form import PaperForm
from jxc_desktop.stock.ui.paper_kind import TypedKind
from jxc_desktop.stock.ui.paper_opening import (
    Opened,
    open_draft,
    open_following,
    typed_again,
    where_of,
    with_facts,
    without_source,
)
from jxc_desktop.stock.ui.paper_typing import PaperTyping
from jxc_desktop.stock.ui.posted_lines import TradeView
from jxc_desktop.widgets.actions import action, action_named
from jxc_desktop.widgets.chips import status_chip
from jxc_desktop.widgets.pane import Context


class TypedPane(DraftedPane):
    """A document with lines of goods. What F12 does to a settled one, its kind of pane says."""

    def __init__(self, context: Context, kind: TypedKind, parent: QWidget | None = None) -> None:
        super().__init__(context, kind, kind.words()["title"], parent)
        self.typed_kind = kind
        self.form: PaperForm | None = None
        self.view: TradeView | None = None
        self._waiting: Callable[[], object] | None = None
        self.evidence = PaperAttention(self, kind)
        self.typing = PaperTyping(self, kind)
        self.typing.new_paper.connect(self.begin_new)
        self.run_read(paper_choices, then=self._begin)

    # --- what each kind of pane says ---

    @abstractmethod
    def history(self, view: TradeView) -> str:
        """The line below the fields of a settled document: who made it, what came of it."""

    def further(self) -> Sequence[str]:
        if self.view is None:
            return super().further()
        return ("copy_paper", "print_without_prices", "choose_paper")

    def settling_word(self) -> str:
        return self.typed_kind.words().get("post") or super().settling_word()

    def posted_word(self) -> str:
        return self.typed_kind.words().get("posted") or super().posted_word()

    def amended_number(self) -> str:
        return self.form.paper().amends if self.form else ""

    def ready_to_keep(self) -> bool:
        return self.form is not None and self.form.grid.commit()

    def tell_docks_soon(self) -> None:
        self.evidence.soon()

    def chosen_lines(self) -> tuple[int, ...]:
        """The numbers of the lines picked by hand; none while only the cursor stands somewhere."""
        grid = self.form.posted_grid if self.form else None
        if grid is None or grid.picked_count() < 2:  # noqa: PLR2004  one row is just the current one
            return ()
        return tuple(line.line_no for line in grid.picked_rows())

    # --- what others ask ---

    def follow(self, number: str, chosen: Chosen = ()) -> None:
        """Begin a document that takes what is still to come of another, or of `chosen` lines of it."""
        if self.form is None:
            self._waiting = partial(self.follow, number, chosen)
            return
        if self._may_type() and self._put_by():
            today = self.context.clock.today()
            read = partial(open_following, self.typed_kind, number, chosen, today)
            self.run_read(read, then=partial(self._show_opened, None), slot="view")

    def refresh(self) -> None:
        """Stock or the document itself changed somewhere."""
        if self.form is None:
            return
        if self.view is None:
            self.form.filler.fill_again()
            paper = self.form.paper()
            if paper.source:
                read = partial(with_facts, self.typed_kind, paper)
                self.run_read(read, then=self._place_again, slot="source")
        elif self.view.head.number:
            self._ask_view(self.view.head.number)

    def take_scan(self, code: str) -> bool:
        if self.form is None or not self.form.typing:
            return False
        self.form.filler.scan(code)
        return True

    # --- what can be done ---

    def begin_new(self) -> None:
        """Begin another document here; what was typed stays as a draft. Over a search without an answer: new goods."""
        if self.form is not None and self.form.typing and self.typing.searching:
            self.typing.new_goods()
        else:
            super().begin_new()

    def copy_paper(self) -> None:
        """Begin a new document with these lines."""
        if self.form is not None and self._may_type():
            blank, with_tax = self._blank(self._lines_to_copy()), self.form.header.includes_tax
            self._show_new(replace(blank, price_includes_tax=with_tax))

    @action(str(QT_TR_NOOP("打印不带价")), "Ctrl+Shift+P", icon="printer")
    def print_without_prices(self) -> None:
        """Put the posted document on paper for a receiver who shall not read prices."""
        self._print(with_prices=False)

    @action(str(QT_TR_NOOP("列")), icon="columns-3")
    def choose_columns(self) -> None:
        """Show, hide and order the columns of the lines."""
        if self.form is not None:
            (self.form.grid if self.form.typing else self.form.posted_grid).choose_columns()

    # --- beginning ---

    def _begin(self, choices: PaperChoices) -> None:
        self.form = form = self.evidence.form = PaperForm(self, self.typed_kind, choices)
        self._lay_in(form)
        self._keep_drafts()
        self.evidence.draft_id = lambda: self.keeper.draft.id
        form.edited.connect(self._on_edited)
        form.finished.connect(self.title_line.main.setFocus)
        form.header.partner.looked_at.connect(self.evidence.partner_seen)
        form.header.source_chosen.connect(self._on_source)
        form.grid.choice_looked_at.connect(self.evidence.offer_seen)
        form.grid.selectionModel().currentChanged.connect(self.evidence.soon)
        form.posted_grid.row_changed.connect(self.evidence.soon)
        form.filler.filled.connect(self.evidence.soon)
        self.typing.attach(form)
        self._show_new(self._blank())
        self.setFocusProxy(form.header.partner)
        if self._waiting is not None:
            self._waiting()
        elif self._subject is not None:
            self.show_subject(self._subject)
        elif self.hasFocus() or self.isVisible():
            form.header.partner.setFocus()

    def _blank(self, lines: tuple[Mapping[str, Any], ...] = ()) -> TypedPaper:
        form = self.form
        warehouse = form.header.warehouse.itemData(0) if form else None
        extra = self._remembered("extra") if self.typed_kind.remembers_extra else ""
        person = self._remembered("person") if self.typed_kind.person_field else ""
        today = self.context.clock.today()
        return TypedPaper(today, warehouse_id=warehouse, extra=extra, lines=lines, person=person)

    def _remembered(self, field: str) -> str:
        return str(self.context.settings.read(f"{field}/{self.typed_kind.kind}", ""))

    def _show_new(self, paper: TypedPaper) -> None:
        if paper.partner_id is None and not paper.products and not paper.source:
            self._show_opened(None, Opened(paper))
            return
        read = partial(with_facts, self.typed_kind, paper)
        self.run_read(read, then=partial(self._show_opened, None), slot="view")

    def read_draft(self, draft_id: int) -> Callable[[Session], Opened]:
        return partial(open_draft, self.typed_kind, draft_id)

    def _show_draft(self, draft_id: int, found: Opened) -> None:
        self._show_opened(draft_id, found)

    def _show_opened(self, draft_id: int | None, opened: Opened) -> None:
        if self.form is None:
            return
        kind, paper = self.typed_kind, opened.paper
        kind.take_firm(opened.firm)
        kind.source = opened.source
        kind.where = where_of(kind, paper, opened.firm)
        self.view = self.evidence.view = None
        self.form.show_typed(opened)
        if any(line.price is None for line in self.form.lines):
            self.form.filler.fill_again()
        self._begin_typing(draft_id, paper.partner_name)
        self._enter(paper)
        if opened.lost:
            self.context.messages.notice(opened.lost)

    def _enter(self, paper: TypedPaper) -> None:
        """Where the hand begins: at the firm, or in the lines where that is settled."""
        if self.form is not None:
            known = paper.source or paper.amends
            (self.form.grid if known else self.form.header.partner).setFocus()

    def _place_again(self, opened: Opened) -> None:
        if self.form is not None and self.form.typing:
            self.typed_kind.source = opened.source
            self.form.place_again(opened)

    def _show_view(self, view: TradeView) -> None:
        if self.form is None:
            return
        self.view = self.evidence.view = view
        self.keeper.stop()
        self.form.show_posted(view)
        number = view.head.number or ""
        self.title_line.show_number(number, status_chip(self.typed_kind.chip_of(view)))
        self.form.header.note.setText(self.history(view))
        self._begin_showing(number)
        self.form.posted_grid.setFocus()
        self.form.posted_grid.go_to(0)
        self._copy_if_asked()

    def _show_state(self) -> None:
        super()._show_state()
        action_named(self, "print_without_prices").setEnabled(self.view is not None)

    # --- typing ---

    def make_draft(self) -> object:
        if self.form is None:
            raise RuntimeError("nothing is typed yet")
        paper, total = self._typed()
        if self.typed_kind.remembers_extra:
            self.context.settings.write(f"extra/{self.typed_kind.kind}", paper.extra)
        if self.typed_kind.person_field:
            self.context.settings.write(f"person/{self.typed_kind.kind}", paper.person)
        return self.typed_kind.draft(paper, self.form.line_drafts(), total)

    def _typed(self) -> tuple[TypedPaper, int]:
        if self.form is None:
            return TypedPaper(self.context.clock.today()), 0
        return self.form.paper(), self.form.totals().total

    def _on_source(self, found: Any) -> None:
        """What the document follows was chosen in its own field, or emptied."""
        if self.form is None:
            return
        if found is not None:
            self.follow(found.number)
        elif self.form.paper().source:
            self._show_new(self._blank())

    def _lines_to_copy(self) -> tuple[Mapping[str, Any], ...]:
        if self.form is None:
            return ()
        if self.view is None:
            return without_source(self.form.paper()).lines
        return tuple(typed_again(line) for line in self.view.lines)

"""The pane of a document of goods that is typed, kept, settled by F12, printed and copied, whatever comes after."""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jxc_desktop.ledger.drafting import post_drafted
from jxc_desktop.ledger.ui.draft_keeper import DraftKeeper
from jxc_desktop.ledger.ui.paper_lending import PaperLending
from jxc_desktop.ledger.ui.paper_printing import PaperPrinter
from jxc_desktop.ledger.ui.paper_title import PaperTitle
from jxc_desktop.shop.drafts import note_of_draft, void_draft
from jxc_desktop.shop.keys import Posted, new_key
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
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.chips import status_chip
from jxc_desktop.widgets.icons import icon
from jxc_desktop.widgets.messages import Link
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.tokens import Space

TAIL = 4
"""Digits of a number that a tab shows."""


class TypedPane(Pane):
    """Shows one document: a new one, a kept draft (by id) or a settled one (by number).

    What F12 does to a settled one, and what else can be done then, its kind of pane says.
    """

    def __init__(self, context: Context, kind: TypedKind, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.typed_kind = kind
        self.form: PaperForm | None = None
        self.view: TradeView | None = None
        self._subject: object = None
        self._key = new_key()
        self._landing = ""
        self._copy_next = False
        self._waiting: Callable[[], object] | None = None
        build_actions(self, context.may)
        self.title_line = PaperTitle(kind.words()["title"], action_named(self, "settle"))
        self.printer = PaperPrinter(self, kind)
        self.evidence = PaperAttention(self, kind)
        self.lending = PaperLending(self, then=self._on_posted)
        self.typing = PaperTyping(self, kind)
        self.typing.new_paper.connect(self.begin_new)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, Space.BLOCK, 0, 0)
        self._column.setSpacing(Space.ROW)
        self._lay_out_title()
        self.run_read(paper_choices, then=self._begin)

    # --- what each kind of pane says ---

    @abstractmethod
    def why_not_next(self, view: TradeView) -> str:
        """What stands in the way of the main action on a settled document."""

    @abstractmethod
    def next_word(self) -> tuple[str, str]:
        """The word and the icon of the main action on a settled document."""

    @abstractmethod
    def go_on(self, view: TradeView) -> None:
        """The main action on a settled document."""

    @abstractmethod
    def history(self, view: TradeView) -> str:
        """The line below the fields of a settled document: who made it, what came of it."""

    @abstractmethod
    def why_not_void(self) -> str:
        """Why a settled document is not thrown away."""

    def further(self) -> Sequence[str]:
        """The actions behind 「…」 as things stand."""
        if self.view is None:
            return ("begin_new", "copy_paper", "void")
        return ("copy_paper", "print_without_prices", "choose_paper")

    def chosen_lines(self) -> tuple[int, ...]:
        """The numbers of the lines picked by hand; none while only the cursor stands somewhere."""
        grid = self.form.posted_grid if self.form else None
        if grid is None or grid.picked_count() < 2:  # noqa: PLR2004  one row is just the current one
            return ()
        return tuple(line.line_no for line in grid.picked_rows())

    # --- what others ask ---

    def show_subject(self, subject: object) -> None:
        self._subject = subject
        if self.form is None:
            return
        if isinstance(subject, int):
            read = partial(open_draft, self.typed_kind, subject)
            self.run_read(read, then=partial(self._show_opened, subject), slot="view")
            kind = self.typed_kind.kind
            self.run_read(note_of_draft, kind, subject, then=self._tell_note)
        elif isinstance(subject, str) and subject:
            self._ask_view(subject)

    def follow(self, number: str, chosen: Chosen = ()) -> None:
        """Begin a document that takes what is still to come of another, or of `chosen` lines of it."""
        if self.form is None:
            self._waiting = partial(self.follow, number, chosen)
            return
        if self._may_type() and self._put_by():
            today = self.context.clock.today()
            read = partial(open_following, self.typed_kind, number, chosen, today)
            self.run_read(read, then=partial(self._show_opened, None), slot="view")

    def copy_when_shown(self) -> None:
        """Begin a copy of the posted document as soon as it has been read."""
        self._copy_next = self.view is None
        if not self._copy_next:
            self.copy_paper()

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

    def mark_field(self, field: str, reason: str) -> None:
        if self.form is not None and self.form.typing:
            self.form.mark_field(field, reason)

    def may_close(self) -> bool:
        if self.form is not None and self.form.typing:
            self.keeper.keep_before_closing()
        return True

    # --- what can be done ---

    def why_not_settled(self) -> str:
        """What stands in the way of the main action."""
        if self.form is None:
            return self.tr("正在读取，稍等")
        if self.view is not None:
            return self.why_not_next(self.view)
        if self._landing:
            return self.tr("{number} 正在打开").format(number=self._landing)
        if not self._may("post"):
            return "" if self._may("edit") else self.tr("没有写这种单据的权限")
        return self.form.obstacle()

    @action(str(QT_TR_NOOP("审核过账")), "F12", icon="badge-check", obstacle="why_not_settled")
    def settle(self) -> None:
        """Settle what is typed, or do what comes next to what is settled."""
        if self.view is not None:
            self.go_on(self.view)
        elif self._may("post"):
            self._post()
        else:
            self.save_draft()

    @action(str(QT_TR_NOOP("保存草稿")), "Ctrl+S", icon="save")
    def save_draft(self) -> None:
        """Keep what is typed, complete or not."""
        if self.form is None or not self.form.typing:
            self.context.messages.notice(self.tr("这张单已有单号，不用存草稿"))
        elif not self._may("edit"):
            self.context.messages.notice(self.tr("没有写这种单据草稿的权限"))
        elif self.form.grid.commit():
            self.keeper.keep(self._tell_kept)

    @action(str(QT_TR_NOOP("新建")), "Ctrl+N", icon="file-plus")
    def begin_new(self) -> None:
        """Begin another document here; what was typed stays as a draft. Over a search without an answer: new goods."""
        if self.form is None:
            return
        if self.form.typing and self.typing.searching:
            self.typing.new_goods()
        elif self._put_by():
            self._show_new(self._blank())

    @action(str(QT_TR_NOOP("复制单据")), "Ctrl+Shift+D", icon="copy")
    def copy_paper(self) -> None:
        """Begin a new document with these lines."""
        if self.form is not None and self._may_type():
            blank, with_tax = self._blank(self._lines_to_copy()), self.form.header.includes_tax
            self._show_new(replace(blank, price_includes_tax=with_tax))

    @action(str(QT_TR_NOOP("打印")), "Ctrl+P", icon="printer")
    def print_paper(self) -> None:
        """Put the posted document on paper."""
        self._print(with_prices=True)

    @action(str(QT_TR_NOOP("打印不带价")), "Ctrl+Shift+P", icon="printer")
    def print_without_prices(self) -> None:
        """Put the posted document on paper for a receiver who shall not read prices."""
        self._print(with_prices=False)

    @action(str(QT_TR_NOOP("选纸")), icon="file-text")
    def choose_paper(self) -> None:
        """Choose the paper that this kind of document goes on."""
        self.printer.choose()

    @action(str(QT_TR_NOOP("作废草稿")), "Ctrl+Shift+Delete", icon="trash-2")
    def void(self) -> None:
        """Throw the draft away; it can be had back."""
        if self.form is None or not self.form.typing:
            self.context.messages.notice(self.why_not_void())
            return
        paper, kept = self.form.paper(), self.keeper.draft.id
        back = Link(self.tr("撤销"), partial(self._show_new, paper))
        if kept is not None:
            self.run_write(void_draft, self.typed_kind.kind, kept)
        self._show_new(self._blank())
        self.context.messages.notice(self.tr("草稿已作废。"), back)

    @action(str(QT_TR_NOOP("列")), icon="columns-3")
    def choose_columns(self) -> None:
        """Show, hide and order the columns of the lines."""
        if self.form is not None:
            (self.form.grid if self.form.typing else self.form.posted_grid).choose_columns()

    # --- beginning ---

    def _begin(self, choices: PaperChoices) -> None:
        self.form = form = self.evidence.form = PaperForm(self, self.typed_kind, choices)
        self._column.addWidget(form, 1)
        self.keeper = DraftKeeper(self, self.typed_kind.kind, self._read, allowed=self._may("edit"))
        self.evidence.draft_id = lambda: self.keeper.draft.id
        self.keeper.kept.connect(self._note_kept)
        self.keeper.kept.connect(self.evidence.soon)
        self.keeper.unsaved.connect(self.unsaved_changed)
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
        extra = ""
        if self.typed_kind.remembers_extra:
            extra = str(self.context.settings.read(f"extra/{self.typed_kind.kind}", ""))
        today = self.context.clock.today()
        return TypedPaper(today, warehouse_id=warehouse, extra=extra, lines=lines)

    def _show_new(self, paper: TypedPaper) -> None:
        if paper.partner_id is None and not paper.products and not paper.source:
            self._show_opened(None, Opened(paper))
            return
        read = partial(with_facts, self.typed_kind, paper)
        self.run_read(read, then=partial(self._show_opened, None), slot="view")

    def _show_opened(self, draft_id: int | None, opened: Opened) -> None:
        if self.form is None:
            return
        kind, paper = self.typed_kind, opened.paper
        kind.take_firm(opened.firm)
        kind.source = opened.source
        kind.where = where_of(kind, paper, opened.firm)
        self.view = self.evidence.view = None
        self._landing, self._key = "", new_key()
        self.form.show_typed(opened)
        if any(line.price is None for line in self.form.lines):
            self.form.filler.fill_again()
        self.keeper.begin(draft_id)
        self.title_line.show_draft("", paper.amends)
        self.subject_changed.emit(paper.partner_name)
        self._show_state()
        self._enter(paper)
        self.evidence.soon()
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

    def _ask_view(self, number: str) -> None:
        self.run_read(self.typed_kind.view, number, then=self._show_view, slot="view")

    def _show_view(self, view: TradeView) -> None:
        if self.form is None:
            return
        self.view = self.evidence.view = view
        self._landing = ""
        self.keeper.stop()
        self.form.show_posted(view)
        self.keeper.begin()
        head = view.head
        chip = status_chip(self.typed_kind.chip_of(view))
        self.title_line.show_number(head.number or "", chip)
        self.form.header.note.setText(self.history(view))
        self.subject_changed.emit(f"…{(head.number or '')[-TAIL:]}")
        self._show_state()
        self.form.posted_grid.setFocus()
        self.form.posted_grid.go_to(0)
        self.evidence.soon()
        if self._copy_next:
            self._copy_next = False
            self.copy_paper()

    def _show_state(self) -> None:
        """The word of the main action and the other buttons follow right and state."""
        main, settled = action_named(self, "settle"), self.view is not None
        word, symbol = self.next_word() if settled else self._settling_word()
        main.setText(word)
        main.setIcon(icon(symbol, "on_accent"))
        self.title_line.show_buttons(("print_paper",) if settled else ("save_draft",))
        for name in ("print_paper", "print_without_prices"):
            action_named(self, name).setEnabled(settled)
        self.title_line.show_further([action_named(self, name) for name in self.further()])

    def _settling_word(self) -> tuple[str, str]:
        own = self.typed_kind.words().get("post") or self.tr("审核过账")
        return (own if self._may("post") else self.tr("保存草稿")), "badge-check"

    def _lay_out_title(self) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(Space.PANE, 0, Space.PANE, 0)
        column.addWidget(self.title_line)
        names = ("begin_new", "print_paper", "save_draft")
        self.title_line.add_buttons([action_named(self, name) for name in names])
        self._column.addWidget(holder)

    # --- posting and taking back ---

    def _post(self) -> None:
        if self.form is None:
            return
        self.keeper.stop()
        paper, total = self.form.paper(), self.form.totals().total
        draft = self.typed_kind.draft(paper, self.form.line_drafts(), total)
        if self.typed_kind.remembers_extra:
            self.context.settings.write(f"extra/{self.typed_kind.kind}", paper.extra)
        work = (self.keeper.draft, self.typed_kind.post, draft, self._key)
        self.run_write(
            post_drafted, *work, then=self._on_posted, failed=partial(self.lending.refused, work)
        )

    def _on_posted(self, posted: Posted) -> None:
        if posted.pending:
            self._on_held_back(posted)
            return
        again = Link(self.tr("打印"), self.print_paper, "Ctrl+P")
        said = self.typed_kind.words().get("posted") or self.tr("{number} 已过账")
        self.context.messages.success(said.format(number=posted.number), again)
        self._landing = posted.number
        self._ask_view(posted.number)

    def _on_held_back(self, posted: Posted) -> None:
        """An approval rule holds it back: it is kept whole, and the pane is free for the next."""
        look = Link(
            self.tr("看审核"), partial(self.context.open, "pending_paper", posted.document_id)
        )
        self._show_new(self._blank())
        self.context.messages.success(self.tr("已提交，审核通过后过账"), look)

    def _print(self, *, with_prices: bool) -> None:
        if self.view is None or self.view.head.number is None:
            self.context.messages.notice(self.tr("有了单号才能打印"))
            return
        self.printer.put_on_paper(self.view.head.number, with_prices=with_prices)

    # --- typing ---

    def _read(self) -> tuple[TypedPaper, int]:
        if self.form is None or not self.form.typing:
            return TypedPaper(self.context.clock.today()), 0
        return self.form.paper(), self.form.totals().total

    def _on_edited(self) -> None:
        self.keeper.touch()
        self.evidence.soon()

    def _on_source(self, found: Any) -> None:
        """What the document follows was chosen in its own field, or emptied."""
        if self.form is None:
            return
        if found is not None:
            self.follow(found.number)
        elif self.form.paper().source:
            self._show_new(self._blank())

    def _put_by(self) -> bool:
        """Keep what is typed, before something else is shown; False where it may not be kept."""
        if self.form is None or not self.form.typing or not self.keeper.dirty:
            return True
        if not self._may("edit"):
            self.context.messages.notice(self.tr("这张单还没审核，也不能存草稿。先审核或清空"))
            return False
        self.keeper.keep_before_closing()
        return True

    def _tell_note(self, note: str) -> None:
        """Why the draft came back from approval, if it did."""
        if note:
            said = self.tr("这张单被驳回：{reason}。改好再提交")
            self.context.messages.notice(said.format(reason=note))

    def _tell_kept(self, _draft_id: int) -> None:
        self.context.messages.success(self.tr("草稿已存。列表最上面可以找回"))

    def _note_kept(self) -> None:
        now = self.context.clock.now()
        local = now.astimezone(self.context.clock.zone)
        amends = self.form.paper().amends if self.form else ""
        said = self.tr("{time} 已自动存").format(time=f"{local:%H:%M}")
        self.title_line.show_draft(said, amends)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.evidence.soon()

    # --- rights ---

    def _may(self, verb: str) -> bool:
        return self.context.may(f"{self.typed_kind.kind}.{verb}")

    def _may_type(self) -> bool:
        if self._may("edit") or self._may("post"):
            return True
        self.context.messages.notice(self.tr("没有写这种单据的权限"))
        return False

    def _lines_to_copy(self) -> tuple[Mapping[str, Any], ...]:
        if self.form is None:
            return ()
        if self.view is None:
            return without_source(self.form.paper()).lines
        return tuple(typed_again(line) for line in self.view.lines)

"""The pane of a document of goods: typed, kept, posted by F12, printed, copied, taken back in red."""

from collections.abc import Mapping
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
from jxc_desktop.ledger.ui.paper_reversal import PaperReversal
from jxc_desktop.ledger.ui.paper_title import PaperTitle, history_of
from jxc_desktop.shop.drafts import note_of_draft, void_draft
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.stock.paper_choices import PaperChoices, paper_choices
from jxc_desktop.stock.typed_paper import TypedPaper
from jxc_desktop.stock.ui.paper_attention import PaperAttention
from jxc_desktop.stock.ui.paper_form import PaperForm
from jxc_desktop.stock.ui.paper_kind import PaperKind, Where
from jxc_desktop.stock.ui.paper_opening import Opened, open_draft, typed_again, with_facts
from jxc_desktop.stock.ui.posted_lines import TradeView
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.icons import icon
from jxc_desktop.widgets.messages import Link
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.tokens import Space

TAIL = 4
"""Digits of a number that a tab shows."""


class PaperPane(Pane):
    """Shows one document: a new one, a kept draft (by id) or a posted one (by number)."""

    def __init__(self, context: Context, kind: PaperKind, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.kind = kind
        self.form: PaperForm | None = None
        self.view: TradeView | None = None
        self._subject: object = None
        self._key = new_key()
        self._landing = ""
        self._copy_next = False
        build_actions(self, context.may)
        self.title_line = PaperTitle(kind.words()["title"], action_named(self, "settle"))
        self.printer = PaperPrinter(self, kind)
        self.evidence = PaperAttention(self, kind)
        self.reversal = PaperReversal(self, kind)
        self.lending = PaperLending(self, then=self._on_posted)
        self.reversal.copied.connect(self.copy_paper)
        self.reversal.reversed.connect(self._ask_view)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, Space.BLOCK, 0, 0)
        self._column.setSpacing(Space.ROW)
        self._lay_out_title()
        self.run_read(paper_choices, then=self._begin)

    # --- what others ask ---

    def show_subject(self, subject: object) -> None:
        self._subject = subject
        if self.form is None:
            return
        if isinstance(subject, int):
            read = partial(open_draft, self.kind, subject)
            self.run_read(read, then=partial(self._show_opened, subject), slot="view")
            self.run_read(note_of_draft, self.kind.kind, subject, then=self._tell_note)
        elif isinstance(subject, str) and subject:
            self._ask_view(subject)

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
            return self.reversal.obstacle(self.view)
        if self._landing:
            return self.tr("{number} 已过账，正在打开").format(number=self._landing)
        if not self._may("post"):
            return "" if self._may("edit") else self.tr("没有写这种单据的权限")
        return self.form.obstacle()

    @action(str(QT_TR_NOOP("审核过账")), "F12", icon="badge-check", obstacle="why_not_settled")
    def settle(self) -> None:
        """Post what is typed, or take back what is posted."""
        if self.view is not None:
            self.reversal.ask(self.view.head.number or "")
        elif self._may("post"):
            self._post()
        else:
            self.save_draft()

    @action(str(QT_TR_NOOP("保存草稿")), "Ctrl+S", icon="save")
    def save_draft(self) -> None:
        """Keep what is typed, complete or not."""
        if self.form is None or not self.form.typing:
            self.context.messages.notice(self.tr("这张单已过账，不用存草稿"))
        elif not self._may("edit"):
            self.context.messages.notice(self.tr("没有写这种单据草稿的权限"))
        elif self.form.grid.commit():
            self.keeper.keep(self._tell_kept)

    @action(str(QT_TR_NOOP("新建")), "Ctrl+N", icon="file-plus")
    def begin_new(self) -> None:
        """Begin another document here; what was typed stays as a draft. Over a search without an answer: new goods."""
        if self.form is None:
            return
        if self.form.typing and self._searching():
            self._new_goods()
            return
        if self.form.typing and self.keeper.dirty:
            if not self._may("edit"):
                self.context.messages.notice(self.tr("这张单还没过账，也不能存草稿。先过账或清空"))
                return
            self.keeper.keep_before_closing()
        self._show_new(self._blank())

    @action(str(QT_TR_NOOP("复制单据")), "Ctrl+Shift+D", icon="copy")
    def copy_paper(self) -> None:
        """Begin a new document with these lines."""
        if self.form is not None and self._may_type():
            self._show_new(self._blank(self._lines_to_copy()))

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
            self.context.messages.notice(self.tr("过账的单据不能作废，用红冲"))
            return
        paper, kept = self.form.paper(), self.keeper.draft.id
        back = Link(self.tr("撤销"), partial(self._show_new, paper))
        if kept is not None:
            self.run_write(void_draft, self.kind.kind, kept)
        self._show_new(self._blank())
        self.context.messages.notice(self.tr("草稿已作废。"), back)

    @action(str(QT_TR_NOOP("列")), icon="columns-3")
    def choose_columns(self) -> None:
        """Show, hide and order the columns of the lines."""
        if self.form is not None:
            (self.form.grid if self.form.typing else self.form.posted_grid).choose_columns()

    # --- beginning ---

    def _begin(self, choices: PaperChoices) -> None:
        self.form = form = self.evidence.form = PaperForm(self, self.kind, choices)
        self._column.addWidget(form, 1)
        self.keeper = DraftKeeper(self, self.kind.kind, self._read, allowed=self._may("edit"))
        self.evidence.draft_id = lambda: self.keeper.draft.id
        self.keeper.kept.connect(self._note_kept)
        self.keeper.kept.connect(self.evidence.soon)
        self.keeper.unsaved.connect(self.unsaved_changed)
        form.edited.connect(self._on_edited)
        form.finished.connect(self.title_line.main.setFocus)
        form.header.partner_chosen.connect(self._on_partner)
        form.header.partner.looked_at.connect(self.evidence.partner_seen)
        form.header.warehouse_chosen.connect(self._on_warehouse)
        form.grid.choice_looked_at.connect(self.evidence.offer_seen)
        form.grid.selectionModel().currentChanged.connect(self.evidence.soon)
        form.grid.asked.connect(self._on_asked)
        form.grid.reason_changed.connect(self._tell_reason)
        form.posted_grid.row_changed.connect(self.evidence.soon)
        form.filler.missing.connect(self._on_missing)
        form.filler.filled.connect(self.evidence.soon)
        self._show_new(self._blank())
        self.setFocusProxy(form.header.partner)
        if self._subject is not None:
            self.show_subject(self._subject)
        elif self.hasFocus() or self.isVisible():
            form.header.partner.setFocus()

    def _blank(self, lines: tuple[Mapping[str, Any], ...] = ()) -> TypedPaper:
        form = self.form
        warehouse = form.header.warehouse.itemData(0) if form else None
        extra = self.context.settings.read(f"extra/{self.kind.kind}", "")
        today = self.context.clock.today()
        return TypedPaper(today, warehouse_id=warehouse, extra=extra, lines=lines)

    def _show_new(self, paper: TypedPaper) -> None:
        if paper.partner_id is None and not paper.products:
            self._show_opened(None, (paper, {}, None))
            return
        read = partial(with_facts, self.kind, paper)
        self.run_read(read, then=partial(self._show_opened, None), slot="view")

    def _show_opened(self, draft_id: int | None, opened: Opened) -> None:
        if self.form is None:
            return
        paper, goods, firm = opened
        self.kind.take_firm(firm)
        self.kind.where = Where(paper.warehouse_id, paper.partner_id, self.kind.level_of(firm))
        self.view = self.evidence.view = None
        self._landing, self._key = "", new_key()
        self.form.show_typed(paper, goods)
        if any(line.price is None for line in self.form.lines):
            self.form.filler.fill_again()
        self.keeper.begin(draft_id)
        self.title_line.show_draft("")
        self.subject_changed.emit(paper.partner_name)
        self._show_state()
        self.form.header.partner.setFocus()
        self.evidence.soon()

    def _ask_view(self, number: str) -> None:
        self.run_read(self.kind.view, number, then=self._show_view, slot="view")

    def _show_view(self, view: TradeView) -> None:
        if self.form is None:
            return
        self.view = self.evidence.view = view
        self._landing = ""
        self.keeper.stop()
        self.form.show_posted(view)
        self.keeper.begin()
        head = view.head
        self.title_line.show_head(head)
        self.form.header.note.setText(history_of(head))
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
        main = action_named(self, "settle")
        posted = self.view is not None
        if posted:
            main.setText(self.tr("红冲"))
            main.setIcon(icon("undo-2", "on_accent"))
        else:
            words = (self.tr("审核过账"), self.tr("保存草稿"))
            main.setText(words[0] if self._may("post") else words[1])
            main.setIcon(icon("badge-check", "on_accent"))
        self.title_line.show_buttons(("print_paper", "begin_new") if posted else ("save_draft",))
        for name in ("print_paper", "print_without_prices"):
            action_named(self, name).setEnabled(posted)

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
        draft = self.kind.draft(paper, self.form.line_drafts(), total)
        self.context.settings.write(f"extra/{self.kind.kind}", paper.extra)
        work = (self.keeper.draft, self.kind.post, draft, self._key)
        self.run_write(
            post_drafted, *work, then=self._on_posted, failed=partial(self.lending.refused, work)
        )

    def _on_posted(self, posted: Posted) -> None:
        if posted.pending:
            self._on_held_back(posted)
            return
        again = Link(self.tr("打印"), self.print_paper, "Ctrl+P")
        said = self.tr("{number} 已过账").format(number=posted.number)
        self.context.messages.success(said, again)
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
            self.context.messages.notice(self.tr("过账后才能打印"))
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

    def _on_partner(self, firm: Any) -> None:
        if self.form is None:
            return
        self.kind.where = replace(self.kind.where, partner_id=firm.id if firm else None)
        self.subject_changed.emit(firm.name if firm else "")
        if firm is None:
            self._take_firm(None)
        else:
            self.run_read(self.kind.read_firm(firm.id), then=self._take_firm, slot="firm")
            self.form.grid.setFocus()

    def _take_firm(self, facts: Any) -> None:
        self.kind.take_firm(facts)
        self.kind.where = replace(self.kind.where, level=self.kind.level_of(facts))
        if self.form is not None:
            self.form.recount()
            self.form.filler.fill_again()

    def _on_warehouse(self) -> None:
        if self.form is not None:
            warehouse = self.form.header.warehouse.currentData()
            self.kind.where = replace(self.kind.where, warehouse_id=warehouse)
            self.form.filler.fill_again()

    def _on_asked(self, what: str) -> None:
        if what == "new":
            self.begin_new()
        elif what == "search":
            self.context.open("product")
        elif what == "prices":
            self.context.open(self.kind.prices_dock)

    def _on_missing(self, code: str) -> None:
        new = Link(self.tr("新建商品"), self._new_goods, "Ctrl+N")
        said = self.tr("没有“{code}”这个商品或条码。新建，或看看是不是扫了箱码")
        self.context.messages.notice(said.format(code=code), new)

    def _searching(self) -> bool:
        cell = self.form.grid.cell if self.form else None
        return bool(cell and cell.search and cell.typing and cell.editor.text().strip())

    def _new_goods(self) -> None:
        if not self.context.may("product.edit"):
            self.context.messages.notice(self.tr("没有新建商品的权限。让有权的人来建"))
            return
        pane = self.context.open("product")
        if pane is not None:
            pane.begin_new()

    def _tell_reason(self, reason: str) -> None:
        if reason:
            self.context.messages.notice(reason)

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
        self.title_line.show_draft(self.tr("{time} 已自动存").format(time=f"{local:%H:%M}"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.evidence.soon()

    # --- rights ---

    def _may(self, verb: str) -> bool:
        return self.context.may(f"{self.kind.kind}.{verb}")

    def _may_type(self) -> bool:
        if self._may("edit") or self._may("post"):
            return True
        self.context.messages.notice(self.tr("没有写这种单据的权限"))
        return False

    def _lines_to_copy(self) -> tuple[Mapping[str, Any], ...]:
        if self.form is None:
            return ()
        if self.view is None:
            return self.form.paper().lines
        return tuple(typed_again(line) for line in self.view.lines)

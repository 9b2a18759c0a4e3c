"""The pane of a document of goods: typed, kept, posted by F12, printed, copied, taken back in red."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TR_NOOP, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.shop.drafts import load_draft, void_draft
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.stock.drafting import post_drafted
from jxc_desktop.stock.paper_choices import PaperChoices, paper_choices
from jxc_desktop.stock.taken import Offer, TakenGoods
from jxc_desktop.stock.typed_paper import TypedPaper, line_of, paper_of
from jxc_desktop.stock.ui.draft_keeper import DraftKeeper
from jxc_desktop.stock.ui.paper_form import PaperForm
from jxc_desktop.stock.ui.paper_kind import PaperKind
from jxc_desktop.stock.ui.paper_printing import PaperPrinter
from jxc_desktop.stock.ui.paper_title import PaperTitle
from jxc_desktop.stock.ui.posted_lines import TradeView
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.icons import icon
from jxc_desktop.widgets.messages import Link
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.sheet import Sheet
from jxc_desktop.widgets.tokens import Space

ATTEND_AFTER = 150
"""Milliseconds after which what is typed drives the evidence docks."""
TAIL = 4
"""Digits of a number that a tab shows."""
Opened = tuple[TypedPaper, Mapping[int, TakenGoods], Any]


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
        self._product: tuple[int, str] | None = None
        build_actions(self, context.may)
        self.title_line = PaperTitle(kind.words()["title"], action_named(self, "settle"))
        self.printer = PaperPrinter(self, kind)
        self._attend_timer = QTimer(self, singleShot=True, interval=ATTEND_AFTER)
        self._attend_timer.timeout.connect(self._attend)
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
            self.run_read(partial(_open_draft, self.kind, subject), then=self._show_draft)
        elif isinstance(subject, str) and subject:
            self.run_read(self.kind.view, subject, then=self._show_view, slot="view")

    def refresh(self) -> None:
        """Stock or the document itself changed somewhere."""
        if self.form is None:
            return
        if self.view is None:
            self.form.filler.fill_again()
        elif self.view.head.number:
            self.run_read(self.kind.view, self.view.head.number, then=self._show_view, slot="view")

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
            return self._why_not_reversed()
        if self._landing:
            return self.tr("{number} 已过账，正在打开").format(number=self._landing)
        if not self._may("post"):
            return "" if self._may("edit") else self.tr("没有写这种单据的权限")
        return self.form.obstacle()

    @action(str(QT_TR_NOOP("审核过账")), "F12", icon="badge-check", obstacle="why_not_settled")
    def settle(self) -> None:
        """Post what is typed, or take back what is posted."""
        if self.view is not None:
            self._ask_reversal()
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
            lines = self._lines_to_copy()
            self._show_new(self._blank(lines), [x["product"] for x in lines])

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
        back = Link(self.tr("撤销"), partial(self._show_again, paper))
        if kept is not None:
            self.run_write(void_draft, self.kind.kind, kept)
        self._show_new(self._blank())
        self.context.messages.notice(self.tr("草稿已作废。"), back)

    @action(str(QT_TR_NOOP("筛选列")), icon="columns-3")
    def choose_columns(self) -> None:
        """Show, hide and order the columns of the lines."""
        if self.form is not None:
            (self.form.grid if self.form.typing else self.form.posted_grid).choose_columns()

    # --- beginning ---

    def _begin(self, choices: PaperChoices) -> None:
        self.form = form = PaperForm(self, self.kind, choices)
        self._column.addWidget(form, 1)
        self.keeper = DraftKeeper(
            self, self.kind.kind, self._read, allowed=self._may("edit")
        )
        self.keeper.kept.connect(self._note_kept)
        self.keeper.unsaved.connect(self.unsaved_changed)
        form.edited.connect(self._on_edited)
        form.finished.connect(self.title_line.main.setFocus)
        form.header.partner_chosen.connect(self._on_partner)
        form.header.partner.looked_at.connect(self._on_partner_seen)
        form.header.warehouse_chosen.connect(self._on_warehouse)
        form.grid.choice_looked_at.connect(self._on_offer_seen)
        form.grid.selectionModel().currentChanged.connect(lambda *_: self._attend_soon())
        form.grid.asked.connect(self._on_asked)
        form.grid.reason_changed.connect(self._tell_reason)
        form.posted_grid.row_changed.connect(lambda _row: self._attend_soon())
        form.filler.missing.connect(self._on_missing)
        form.filler.filled.connect(self._attend_soon)
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

    def _show_new(self, paper: TypedPaper, products: list[int] | None = None) -> None:
        self.kind.warehouse_id = paper.warehouse_id
        if products:
            read = self.kind.goods(products)
            self.run_read(read, then=lambda goods: self._show_typed(paper, goods, None))
        else:
            self._show_typed(paper, {}, None)

    def _show_again(self, paper: TypedPaper) -> None:
        self._show_new(paper, paper.products)

    def _show_draft(self, opened: Opened) -> None:
        paper, goods, firm = opened
        self.kind.take_firm(firm)
        self._show_typed(paper, goods, self._subject if isinstance(self._subject, int) else None)

    def _show_typed(
        self, paper: TypedPaper, goods: Mapping[int, TakenGoods], draft_id: int | None
    ) -> None:
        if self.form is None:
            return
        self.view, self._landing, self._key = None, "", new_key()
        if paper.partner_id is None:
            self.kind.take_firm(None)
        self.kind.partner_id, self.kind.warehouse_id = paper.partner_id, paper.warehouse_id
        self.form.show_typed(paper, goods)
        self.keeper.begin(draft_id)
        self.title_line.show_draft("")
        self.subject_changed.emit(paper.partner_name)
        self._show_state()
        self.form.header.partner.setFocus()
        self._attend_soon()

    def _show_view(self, view: TradeView) -> None:
        if self.form is None:
            return
        self.view, self._landing = view, ""
        self.keeper.stop()
        self.form.show_posted(view)
        self.keeper.begin()
        head = view.head
        note = self.tr("{who} 制单，{poster} 过账").format(
            who=head.created_by, poster=head.posted_by
        )
        if head.reverses:
            note = self.tr("红冲 {number}，原因：{reason}").format(
                number=head.reverses, reason=head.reason
            )
        elif head.reversed_by:
            note = self.tr("已由 {number} 红冲").format(number=head.reversed_by)
        self.title_line.show_head(head, note)
        self.subject_changed.emit(f"…{(head.number or '')[-TAIL:]}")
        self._show_state()
        self.form.posted_grid.setFocus()
        self.form.posted_grid.go_to(0)
        self._attend_soon()

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
        self.title_line.show_buttons(
            ("print_paper", "begin_new") if posted else ("save_draft",)
        )
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
        self.run_write(
            post_drafted, self.keeper.draft, self.kind.post, draft, self._key, then=self._on_posted
        )

    def _on_posted(self, posted: Posted) -> None:
        again = Link(self.tr("打印"), self.print_paper, "Ctrl+P")
        said = self.tr("{number} 已过账").format(number=posted.number)
        self.context.messages.success(said, again)
        self._landing = posted.number
        self.run_read(self.kind.view, posted.number, then=self._show_view, slot="view")

    def _why_not_reversed(self) -> str:
        if self.view is None:
            return ""
        if not self._may("reverse"):
            return self.tr("没有红冲的权限。让有权的人来做，或按 Ctrl+N 写下一张")
        head = self.view.head
        if head.reverses:
            return self.tr("红字单不能再红冲。Ctrl+N 写下一张")
        if head.reversed_by:
            return self.tr("这张单已由 {number} 红冲").format(number=head.reversed_by)
        return ""

    def _ask_reversal(self) -> None:
        if self.view is None or self.view.head.number is None:
            return
        number = self.view.head.number
        effects = (
            self.tr("生成一张红字单，数量和金额与 {number} 相反").format(number=number),
            self.tr("库存、往来和收付款都退回到没有这张单的样子"),
            self.tr("凭证用红字冲销，原凭证保留"),
        )
        title = self.tr("红冲 {number}").format(number=number)
        sheet = Sheet(
            self, title, effects, do=self.tr("红冲"), reason=self.tr("红冲原因")
        )
        sheet.agreed.connect(partial(self._reverse, number))
        if sheet.reason is not None:
            sheet.reason.field.setFocus()

    def _reverse(self, number: str, reason: str) -> None:
        wanted = Reversal(number, reason)
        service = partial(self.kind.reverse, key=new_key())
        self.run_write(service, wanted, then=partial(self._on_reversed, number))

    def _on_reversed(self, number: str, posted: Posted) -> None:
        show = Link(self.tr("打开红字单"), partial(self.context.open, posted.kind, posted.number))
        again = Link(self.tr("复制改正"), self.copy_paper, "Ctrl+Shift+D")
        said = self.tr("{number} 已红冲，红字单 {red}").format(number=number, red=posted.number)
        self.context.messages.success(said, show, again)
        self.run_read(self.kind.view, number, then=self._show_view, slot="view")

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
        self._attend_soon()

    def _on_partner(self, firm: Any) -> None:
        if self.form is None:
            return
        self.kind.partner_id = firm.id if firm else None
        self.subject_changed.emit(firm.name if firm else "")
        if firm is None:
            self._take_firm(None)
        else:
            self.run_read(self.kind.read_firm(firm.id), then=self._take_firm, slot="firm")
            self.form.grid.setFocus()

    def _take_firm(self, facts: Any) -> None:
        self.kind.take_firm(facts)
        if self.form is not None:
            self.form.recount()
            self.form.filler.fill_again()

    def _on_partner_seen(self, firm: Any) -> None:
        self.attention.emit({"partner": firm.id, "partner_name": firm.name})

    def _on_warehouse(self) -> None:
        if self.form is not None:
            self.kind.warehouse_id = self.form.header.warehouse.currentData()
            self.form.filler.fill_again()

    def _on_offer_seen(self, offer: Offer) -> None:
        self._product = (offer.hit.id, offer.hit.name)
        self._attend()

    def _on_asked(self, what: str) -> None:
        if what == "new":
            self.begin_new()
        elif what == "search":
            self.context.open("product")
        elif what == "prices":
            self.show_last_prices()

    def show_last_prices(self) -> None:
        """F3: the last prices of the line under the cursor; the evidence dock of the kind shows them."""
        self._product = None
        self._attend()

    def _on_missing(self, code: str) -> None:
        new = Link(self.tr("新建商品"), self._new_goods, "Ctrl+N")
        said = self.tr("没有“{code}”这个商品或条码。新建，或看看是不是扫了箱码")
        self.context.messages.notice(said.format(code=code), new)

    def _searching(self) -> bool:
        cell = self.form.grid.cell if self.form else None
        return bool(cell and cell.search and cell.typing and cell.editor.text().strip())

    def _new_goods(self) -> None:
        pane = self.context.open("product")
        if pane is not None and hasattr(pane, "begin_new"):
            pane.begin_new()
        else:
            self.context.messages.notice(self.tr("没有新建商品的权限。让有权的人来建"))

    def _tell_reason(self, reason: str) -> None:
        if reason:
            self.context.messages.notice(reason)

    def _tell_kept(self, _draft_id: int) -> None:
        self.context.messages.success(self.tr("草稿已存。列表最上面可以找回"))

    def _note_kept(self) -> None:
        now = self.context.clock.now()
        local = now.astimezone(self.context.clock.zone)
        self.title_line.show_draft(self.tr("{time} 已自动存").format(time=f"{local:%H:%M}"))

    # --- evidence ---

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._attend_soon()

    def _attend_soon(self) -> None:
        self._product = None
        self._attend_timer.start()

    def _attend(self) -> None:
        if self.form is None or not self.isVisible():
            return
        self.attention.emit(self._attention())

    def _attention(self) -> dict[str, Any]:
        found: dict[str, Any] = {"kind": self.kind.kind}
        if self.kind.partner_id is not None or self.view is not None:
            firm = self.view.partner_id if self.view else self.kind.partner_id
            found["partner"] = firm
        product = self._product or self._product_under_hand()
        if product:
            found["product"], found["product_name"] = product
        if self.view is not None:
            found["number"] = self.view.head.number
        else:
            found.update(self._foreseeing())
        return found

    def _product_under_hand(self) -> tuple[int, str] | None:
        if self.form is None:
            return None
        if self.view is not None:
            line = self.form.posted_grid.current()
            return (line.product_id, line.name) if line else None
        row = self.form.grid.current_row()
        lines = self.form.lines
        product = lines[row].product if 0 <= row < len(lines) else None
        return (product.id, product.name) if product else None

    def _foreseeing(self) -> dict[str, Any]:
        """The document as posting would get it, when there is enough of it."""
        if self.form is None or self.kind.partner_id is None or not self.form.line_drafts():
            return {"draft": None}
        paper, total = self.form.paper(), self.form.totals().total
        draft = self.kind.draft(paper, self.form.line_drafts(), total)
        return {"draft": draft, "foresee": self.kind.foresee}

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
        return tuple(_as_typed(line) for line in self.view.lines)


def _as_typed(line: Any) -> dict[str, Any]:
    """A posted line as a kept one, its money as it was."""
    return {
        "product": line.product_id,
        "unit": line.unit,
        "quantity": abs(line.quantity),
        "price": line.price,
        "touched": line.price is not None,
        "discount": line.discount or 0,
        "tax_rate": line.tax_rate,
        "is_gift": line.is_gift,
    }


def _open_draft(kind: PaperKind, draft_id: int, session: Session) -> Opened:
    paper = paper_of(load_draft(session, kind.kind, draft_id))
    kind.partner_id, kind.warehouse_id = paper.partner_id, paper.warehouse_id
    firm = None if paper.partner_id is None else kind.read_firm(paper.partner_id)(session)
    goods = kind.goods(paper.products)(session) if paper.products else {}
    return paper, goods, firm

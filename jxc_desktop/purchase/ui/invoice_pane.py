"""采购发票: what came and waits for its invoice, ticked off line by line against what the supplier writes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TR_NOOP, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from jxc_desktop.ledger.ui.paper_parts import Firm
from jxc_desktop.ledger.ui.paper_reversal import PaperReversal
from jxc_desktop.ledger.ui.paper_title import PaperTitle
from jxc_desktop.partners.ui.partner_search import supplier_field
from jxc_desktop.purchase.invoices import (
    INVOICE,
    KINDS,
    PurchaseInvoiceDraft,
    post_purchase_invoice,
    reverse_purchase_invoice,
)
from jxc_desktop.purchase.queries import PurchaseInvoiceView, purchase_invoice_view
from jxc_desktop.purchase.typed_invoice import TypedBill, Waiting, waiting_lines
from jxc_desktop.purchase.ui.buy_kind import invoice_words
from jxc_desktop.purchase.ui.invoice_columns import bill_columns, shown_columns
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.chips import status_chip
from jxc_desktop.widgets.day_field import DayField
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.form_row import FormGrid, FormRow
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import Size, Space

TAIL = 4
FIELDS = {"from": "partner"}
"""Where an error is marked whose field has no place of its own."""


class PurchaseInvoicePane(Pane):
    """Types, posts and shows suppliers' invoices."""

    title = str(QT_TR_NOOP("采购发票"))
    icon = "receipt-text"
    needs = "purchase_invoice.view"
    watches = frozenset({"purchase_invoice", "goods_receipt", "purchase_return"})
    kind = INVOICE.kind

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self.view: PurchaseInvoiceView | None = None
        self._key = new_key()
        self.reversal = PaperReversal(self, self)
        self.reversal.reversed.connect(self._ask_view)
        self._make_fields()
        self.grid = EntryGrid(
            bill_columns(), TypedBill, name="bill_lines", settings=context.settings
        )
        self.grid.setAccessibleName(self.tr("没开票的货"))
        self.posted: RowsModel[Any] = RowsModel(shown_columns(), self)
        self.posted_grid = Grid(self.posted, name="bill_posted", settings=context.settings)
        self.sums = Words(size=Size.BODY, bold=True)
        self.note = Words(size=Size.HINT, tone="text2")
        self.title_line = PaperTitle(self.heading(), action_named(self, "settle"))
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.begin_new()
        self.setFocusProxy(self.partner)

    def reverse(self, session: Any, wanted: Any, *, key: Any) -> Posted:
        """Take it back; asked by the sheet of 红冲."""
        return reverse_purchase_invoice(session, wanted, key=key)

    # --- what others ask ---

    def show_subject(self, subject: object) -> None:
        if isinstance(subject, str) and subject:
            self._ask_view(subject)

    def follow(self, receipt: str, _chosen: object = ()) -> None:
        """Begin the invoice of one receipt, with all that is left of it."""
        self.begin_new()
        self.run_read(waiting_lines, None, receipt, then=self._show_receipt, slot="lines")

    def refresh(self) -> None:
        if self.view is not None:
            self._ask_view(self.view.head.number or "")
        elif self.partner.choice is not None:
            firm = self.partner.choice.id
            self.run_read(waiting_lines, firm, "", then=self._renew_lines, slot="renewed")

    def mark_field(self, field: str, reason: str) -> None:
        if field.startswith("lines["):
            place, _, name = field.removeprefix("lines[").partition("]")
            rows = [row for row, line in enumerate(self.grid.lines()) if line.line]
            self.grid.mark(rows[int(place)], name.lstrip("."), reason)
            return
        row = self._rows.get(FIELDS.get(field, field))
        if row is not None:
            row.set_error(reason)
            row.field.setFocus()

    # --- what can be done ---

    def why_not_settled(self) -> str:
        """What stands in the way of the main action."""
        if self.view is not None:
            return self.reversal.obstacle(self.view)
        if not self.context.may("purchase_invoice.post"):
            return self.tr("没有录采购发票的权限")
        if not (self.grid.commit() and self.day.settle() and self.invoice_day.settle()):
            return self.tr("有一格还没填好。先改好")
        if self.partner.choice is None:
            return self.tr("还没有供应商。填供应商的编号、名称或拼音")
        if not self.number.text().strip():
            return self.tr("还没有发票号码。照发票填上")
        return self._line_obstacle()

    @action(str(QT_TR_NOOP("审核过账")), "F12", icon="badge-check", obstacle="why_not_settled")
    def settle(self) -> None:
        """Post the invoice, or take a posted one back."""
        if self.view is not None:
            self.reversal.ask(self.view.head.number or "")
        else:
            post = partial(post_purchase_invoice, key=self._key)
            self.run_write(post, self._draft(), then=self._on_posted)

    @action(str(QT_TR_NOOP("新建")), "Ctrl+N", icon="file-plus")
    def begin_new(self) -> None:
        """Begin another invoice here."""
        self.view, self._key = None, new_key()
        self.partner.set_choice(None)
        self.number.clear()
        self.day.set_day(self.context.clock.today())
        self.invoice_day.set_day(self.context.clock.today())
        self.grid.start([])
        self._show_mode()
        self.title_line.show_draft("")
        self.partner.setFocus()

    @action(str(QT_TR_NOOP("全部开票")), "Ctrl+Shift+A", icon="check")
    def bill_all(self) -> None:
        """Put down all that is left of every line, or nothing when all is."""
        lines = [line for line in self.grid.lines() if line.waiting]
        full = all(line.quantity == line.waiting.left for line in lines if line.waiting)
        self.grid.start(
            [
                TypedBill(x.waiting, None if full else x.waiting.left, x.price)
                for x in lines
                if x.waiting
            ]
        )
        self._recount()

    # --- inside ---

    def _make_fields(self) -> None:
        today = self.context.clock.today
        self.partner = supplier_field(self)
        self.number = QLineEdit()
        self.number.setMaxLength(40)
        self.invoice = QComboBox()
        words = dict(invoice_words())
        for value in KINDS:
            self.invoice.addItem(words[value], value)
        self.invoice_day = DayField(today(), today=today)
        self.day = DayField(today(), today=today)
        self._rows = {
            "partner": FormRow(self.tr("供应商"), self.partner),
            "invoice_number": FormRow(self.tr("发票号码"), self.number),
            "invoice": FormRow(self.tr("发票类型"), self.invoice),
            "invoice_day": FormRow(self.tr("开票日期"), self.invoice_day),
            "day": FormRow(self.tr("业务日期"), self.day),
        }

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.ROW, 0, Space.ROW)
        column.setSpacing(Space.ROW)
        self.title_line.add_buttons(
            [action_named(self, name) for name in ("begin_new", "bill_all")]
        )
        head = QVBoxLayout()
        head.setContentsMargins(Space.PANE, 0, Space.PANE, 0)
        head.addWidget(self.title_line)
        head.addWidget(FormGrid(list(self._rows.values())))
        head.addWidget(self.note)
        column.addLayout(head)
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.posted_grid)
        column.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.PANE, 0, Space.PANE, 0)
        self.sums.setAlignment(Qt.AlignmentFlag.AlignRight)
        foot.addWidget(self.sums, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.partner.chosen.connect(lambda _firm: self._ask_lines())
        self.grid.lines_changed.connect(self._recount)
        for part in (self.grid, self.day, self.invoice_day):
            part.refused.connect(self.context.messages.notice)
        self.number.textEdited.connect(lambda _text: self._clear_errors())

    def _ask_lines(self) -> None:
        self._clear_errors()
        firm = self.partner.choice
        if firm is None:
            self.grid.start([])
            return
        self.run_read(waiting_lines, firm.id, "", then=self._show_lines, slot="lines")

    def _show_receipt(self, lines: Sequence[Waiting]) -> None:
        if not lines:
            self.context.messages.notice(self.tr("这张入库单的发票都录过了，没有余下的"))
            return
        self.partner.set_choice(Firm(lines[0].partner_id, lines[0].partner_name))
        self.grid.start([TypedBill(each, each.left) for each in lines])
        self._recount()
        self.number.setFocus()

    def _show_lines(self, lines: Sequence[Waiting]) -> None:
        """The lines that wait, keeping what was typed on those that still do."""
        typed = {
            (x.waiting.receipt, x.waiting.from_line): x for x in self.grid.lines() if x.waiting
        }
        self.grid.start(
            [
                TypedBill(each, old.quantity, old.price)
                if (old := typed.get((each.receipt, each.from_line)))
                else TypedBill(each)
                for each in lines
            ]
        )
        self._recount()
        if not lines:
            self.context.messages.notice(self.tr("这个供应商没有等发票的入库"))

    def _renew_lines(self, lines: Sequence[Waiting]) -> None:
        """Somebody posted meanwhile: how much waits is told anew, what is typed stays, no row comes or goes."""
        known = {(each.receipt, each.from_line): each for each in lines}
        self.grid.amend(lambda line: line.waiting is not None, lambda line: _renewed(line, known))
        self._recount()

    def _recount(self) -> None:
        lines = [line for line in self.grid.lines() if line.line]
        gross = sum(line.gross or 0 for line in lines)
        told = self.tr("{count} 行  税额 {tax}  发票合计 {gross}")
        tax = sum(line.tax for line in lines)
        self.sums.setText(
            told.format(count=len(lines), tax=money_text(tax), gross=money_text(gross))
        )

    def _line_obstacle(self) -> str:
        lines = self.grid.lines()
        if not any(line.line for line in lines):
            return self.tr("还没有开票的数量。填上数量，或按 Ctrl+Shift+A 全部开票")
        for row, line in enumerate(lines):
            for column in self.grid.entry.entry_columns:
                mark = column.mark(line) if column.mark else None
                if mark and mark.tone == "bad":
                    self.grid.mark(row, column.key, mark.reason)
                    return self.tr("第 {row} 行：{reason}").format(row=row + 1, reason=mark.reason)
        return ""

    def _draft(self) -> PurchaseInvoiceDraft:
        today = self.context.clock.today()
        return PurchaseInvoiceDraft(
            self.day.day or today,
            self.partner.choice.id,
            self.number.text().strip(),
            lines=tuple(line.line for line in self.grid.lines() if line.line),
            invoice=str(self.invoice.currentData()),
            invoice_day=self.invoice_day.day,
        )

    def _on_posted(self, posted: Posted) -> None:
        self.context.messages.success(self.tr("{number} 已过账").format(number=posted.number))
        self._ask_view(posted.number)

    def _ask_view(self, number: str) -> None:
        self.run_read(purchase_invoice_view, number, then=self._show_view, slot="view")

    def _show_view(self, view: PurchaseInvoiceView) -> None:
        fresh = self.view is None or self.view.head.number != view.head.number
        self.view = view
        head = view.head
        self.partner.set_choice(Firm(view.partner_id, view.partner_name))
        self.number.setText(view.invoice_number)
        self.invoice.setCurrentIndex(max(self.invoice.findData(view.invoice), 0))
        self.invoice_day.set_day(view.invoice_day)
        self.day.set_day(head.day)
        self.posted.set_rows(view.lines)
        amount = money_text(view.amount or 0)
        due = money_text(view.total or 0)
        self.sums.setText(
            self.tr("发票合计 {amount}  新增应付 {due}").format(amount=amount, due=due)
        )
        self.title_line.show_number(
            head.number or "", status_chip("reversal" if head.reverses else head.state)
        )
        self.subject_changed.emit(f"…{(head.number or '')[-TAIL:]}")
        self._show_mode()
        if fresh:
            self.posted_grid.setFocus()

    def _show_mode(self) -> None:
        typing = self.view is None
        self._stack.setCurrentWidget(self.grid if typing else self.posted_grid)
        for field in (self.partner, self.number, self.invoice_day, self.day):
            field.setReadOnly(not typing)
        self.invoice.setEnabled(typing)
        main = action_named(self, "settle")
        main.setText(self.tr("审核过账") if typing else self.tr("红冲"))
        self.title_line.show_buttons(("bill_all",) if typing else ("begin_new",))
        self.title_line.show_further([action_named(self, "begin_new")])
        hint = self.tr("选了供应商，没开票的货就列在下面。填数量和发票单价，差额自动核对。")
        self.note.setText(hint if self.view is None else self._history())

    def _history(self) -> str:
        head = self.view.head if self.view else None
        if head is None:
            return ""
        said = self.tr("{who} 制单，{poster} 过账").format(
            who=head.created_by, poster=head.posted_by
        )
        if head.reversed_by:
            return said + self.tr("；已由 {number} 红冲").format(number=head.reversed_by)
        return said

    def _clear_errors(self) -> None:
        for row in self._rows.values():
            row.set_error("")


def _renewed(line: TypedBill, known: Mapping[tuple[str, int], Waiting]) -> TypedBill:
    """A typed line as it waits now; of one that waits no longer nothing is left."""
    waiting = line.waiting
    if waiting is None:
        return line
    now = known.get((waiting.receipt, waiting.from_line), replace(waiting, left=0))
    return replace(line, waiting=now)

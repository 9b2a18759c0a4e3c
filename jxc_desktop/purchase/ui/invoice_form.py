"""The form of a supplier's invoice: its number and day, and the goods that came and wait for it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, ClassVar

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from jxc_desktop.ledger.ui.lines_form import LinesForm
from jxc_desktop.partners.ui.partner_search import supplier_field
from jxc_desktop.purchase.bills import KINDS
from jxc_desktop.purchase.queries import PurchaseInvoiceView
from jxc_desktop.purchase.typed_invoice import TypedBill, Waiting, bills_of, waiting_lines
from jxc_desktop.purchase.ui.buy_kind import invoice_words
from jxc_desktop.purchase.ui.invoice_columns import bill_columns, shown_columns
from jxc_desktop.widgets.day_field import DayField
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.look import scaled
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.search_field import SearchField

_LONGEST = 40
"""Letters of an invoice number at most."""
_NUMBER = 176
"""Pixels in which the twenty digits of a 数电票 are seen whole."""


class InvoiceForm(LinesForm):
    """Lines come from the books, all that wait; those that get a quantity are invoiced."""

    aliases: ClassVar = {"from": "partner", "partner_id": "partner"}

    def __init__(self, pane: Pane) -> None:
        settings = pane.context.settings
        self.posted: RowsModel[Any] = RowsModel(shown_columns(), pane)
        grid = EntryGrid(bill_columns(), TypedBill, name="bill_lines", settings=settings)
        super().__init__(pane, grid, Grid(self.posted, name="bill_posted", settings=settings))
        grid.setAccessibleName(self.tr("没开票的货"))
        self._receipt = ""
        self.partner = supplier_field(pane)
        self.number = QLineEdit()
        self.number.setMaxLength(_LONGEST)
        self.number.setMinimumWidth(scaled(_NUMBER))
        self.invoice = _kinds()
        self.invoice_day = DayField(self._today(), today=self._today)
        self._make_rows()
        self.lay_out(self.stack, self.tr("发票合计"))
        self._connect()

    # --- what the form says ---

    def first_field(self) -> QWidget:
        return self.number if self._receipt else self.partner

    def firm_field(self) -> SearchField:
        return self.partner

    def no_firm(self) -> str:
        return self.tr("还没有供应商。填供应商的编号、名称或拼音")

    def fields(self) -> dict[str, Any]:
        number, lines = self.number.text().strip(), self.kept_lines()
        if not (number or lines):
            return {}
        day = self.invoice_day.day
        return {
            "number": number,
            "invoice": self.invoice.currentData(),
            "invoice_day": day.isoformat() if day else "",
            "receipt": self._receipt,
            "lines": lines,
        }

    def show_fields(self, fields: Mapping[str, Any]) -> None:
        day = fields.get("invoice_day")
        self.number.setText(fields.get("number", ""))
        self.invoice.setCurrentIndex(max(self.invoice.findData(fields.get("invoice", "")), 0))
        self.invoice_day.set_day(date.fromisoformat(day) if day else self._today())
        self._receipt = fields.get("receipt", "")
        self._ask_lines(fields.get("lines", ()))
        self.say(self.tr("选了供应商，没开票的货就列在下面。填数量和发票单价，差额自动核对。"))

    def show_view(self, view: PurchaseInvoiceView) -> None:
        self.number.setText(view.invoice_number)
        self.invoice.setCurrentIndex(max(self.invoice.findData(view.invoice), 0))
        self.invoice_day.set_day(view.invoice_day)
        self.posted.set_rows(view.lines)
        differs = sum((x.gross or 0) - (x.booked or 0) for x in view.lines)
        self._show_sums(len(view.lines), sum(line.tax or 0 for line in view.lines), differs)
        self.sums.set_line(self.tr("新增应付"), money_text(view.total))
        self.big.set_amount(view.amount)

    def lock(self, *, locked: bool) -> None:
        super().lock(locked=locked)
        self.number.setReadOnly(locked)
        self.invoice_day.setReadOnly(locked)
        self.invoice.setEnabled(not locked)

    def counted(self) -> Sequence[tuple[int, TypedBill]]:
        return [(row, line) for row, line in enumerate(self.grid.lines()) if line.line]

    def no_lines(self) -> str:
        return self.tr("还没有开票的数量。填上数量，或按 Ctrl+Shift+A 全部开票")

    def own_obstacle(self) -> str:
        if not self.invoice_day.settle():
            return self.tr("有一格还没填好。先改好")
        if not self.number.text().strip():
            self.number.setFocus()
            return self.tr("还没有发票号码。照发票填上")
        return super().own_obstacle()

    def read_again(self) -> None:
        if self.partner.choice is not None:
            read = partial(waiting_lines, partner_id=self.partner.choice.id, receipt=self._receipt)
            self.pane.run_read(read, then=self._renew, slot="renewed")

    def total(self) -> int:
        return sum(line.gross or 0 for _row, line in self.counted())

    def recount(self) -> None:
        counted = self.counted()
        differs = sum(line.difference or 0 for _row, line in counted)
        self._show_sums(len(counted), sum(line.tax for _row, line in counted), differs)
        due = sum(x.gross or 0 for _row, x in counted if x.waiting and x.waiting.estimated)
        self.sums.set_line(self.tr("新增应付"), money_text(due))
        self.big.set_amount(self.total())

    def bill_all(self) -> None:
        """Put down all that is left of every line, or nothing when all is."""
        lines = [line for line in self.grid.lines() if line.waiting]
        full = all(line.quantity == line.waiting.left for line in lines)
        self.start_lines([replace(x, quantity=None if full else x.waiting.left) for x in lines])
        self.on_edited()

    # --- inside ---

    def _make_rows(self) -> None:
        self.add_row("partner", self.tr("供应商"), self.partner)
        self.add_row("invoice_number", self.tr("发票号码"), self.number)
        self.add_row("invoice", self.tr("发票类型"), self.invoice)
        self.add_row("invoice_day", self.tr("开票日期"), self.invoice_day)
        self.add_row("day", self.tr("业务日期"), self.day)

    def _connect(self) -> None:
        self.partner.chosen.connect(self._on_firm)
        self.number.textEdited.connect(self.on_edited)
        self.invoice.currentIndexChanged.connect(self.on_edited)
        self.invoice_day.day_changed.connect(self.on_edited)
        self.invoice_day.refused.connect(self.pane.context.messages.notice)

    def _on_firm(self, _firm: object) -> None:
        self._receipt = ""
        self._ask_lines(())
        self.on_edited()

    def _ask_lines(self, kept: Sequence[Mapping[str, Any]]) -> None:
        firm = self.partner.choice
        if firm is None:
            self.start_lines([])
            return
        read = partial(waiting_lines, partner_id=firm.id, receipt=self._receipt)
        self.place_lines(kept, read, self._placed)

    def _placed(
        self, kept: Sequence[Mapping[str, Any]], waiting: Sequence[Waiting]
    ) -> Sequence[TypedBill]:
        lines, lost = bills_of(kept, waiting)
        notice = self.pane.context.messages.notice
        if lost:
            notice(self.tr("有 %n 行已经开过票，去掉了", "", lost))
        elif not lines:
            notice(self.tr("这个供应商没有等发票的入库"))
        return lines

    def _renew(self, waiting: Sequence[Waiting]) -> None:
        """Somebody posted meanwhile: how much waits is told anew, what is typed stays, no row comes or goes."""
        known = {each.place: each for each in waiting}
        self.grid.amend(lambda line: line.waiting is not None, lambda line: line.renewed(known))
        self.recount()

    def _show_sums(self, count: int, tax: int, differs: int) -> None:
        """How many lines; fen of tax, and by how much the invoice differs from what came."""
        self.sums.set_line(self.tr("行数"), str(count))
        self.sums.set_line(self.tr("其中税额"), money_text(tax))
        self.sums.set_line(self.tr("与入库差额"), money_text(differs), "warn" if differs else "")


def _kinds() -> QComboBox:
    box, words = QComboBox(), dict(invoice_words())
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for value in ("", *KINDS):
        box.addItem(words[value], value)
    return box

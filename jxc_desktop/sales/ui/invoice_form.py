"""The form of an invoice given out: its number and buyer, and the sales that wait for it."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from jxc_desktop.ledger.ui.lines_form import LinesForm
from jxc_desktop.partners.ui.partner_search import customer_field
from jxc_desktop.sales.invoice_slips import invoice_kind
from jxc_desktop.sales.invoiceable import Offered, sales_to_invoice
from jxc_desktop.sales.invoices import KINDS
from jxc_desktop.sales.queries import SalesInvoiceView
from jxc_desktop.sales.typed_invoice import TypedSale, lines_of, sources_of
from jxc_desktop.sales.ui.invoice_columns import shown_columns, typed_columns
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.look import scaled
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.search_field import SearchField

_LONGEST = 40
"""Letters of an invoice number at most."""
_LONGEST_NAME = 100
_NUMBER = 176
"""Pixels in which the twenty digits of a 数电票 are seen whole."""


class InvoiceForm(LinesForm):
    """Lines come from the books, all that wait; further ones name a ticket, or no sale at all."""

    aliases: ClassVar = {"from": "partner", "partner_id": "partner"}

    def __init__(self, pane: Pane) -> None:
        settings = pane.context.settings
        self.posted: RowsModel[Any] = RowsModel(shown_columns(), pane)
        columns = typed_columns(self._invoice_day)
        grid = EntryGrid(columns, TypedSale, name="given_lines", settings=settings)
        super().__init__(pane, grid, Grid(self.posted, name="given_posted", settings=settings))
        grid.setAccessibleName(self.tr("没开票的单据"))
        self.partner = customer_field(pane)
        self.title = _line(_LONGEST_NAME)
        self.title.setPlaceholderText(self.tr("同客户"))
        self.number = _line(_LONGEST)
        self.red_of = _line(_LONGEST)
        for field in (self.number, self.red_of):
            field.setMinimumWidth(scaled(_NUMBER))
        self.invoice = _kinds()
        self._make_rows()
        self.lay_out(self.stack, self.tr("发票合计"))
        self._connect()

    # --- what the form says ---

    def first_field(self) -> QWidget:
        return self.number if self.red_of.text() else self.partner

    def firm_field(self) -> SearchField:
        return self.partner

    def called(self) -> str:
        return super().called() or self.title.text().strip()

    def obstacle(self) -> str:
        """The buyer may be named without a card: somebody who bought at the till."""
        if self.partner.choice is None and self.title.text().strip():
            return self.own_obstacle()
        return super().obstacle()

    def no_firm(self) -> str:
        return self.tr("还没有客户。填客户，或直接写购方名称")

    def fields(self) -> dict[str, Any]:
        told = {
            "number": self.number.text().strip(),
            "title": self.title.text().strip(),
            "red_of": self.red_of.text().strip(),
            "lines": self.kept_lines(),
        }
        return {**told, "invoice": self.invoice.currentData()} if any(told.values()) else {}

    def show_fields(self, fields: Mapping[str, Any]) -> None:
        self.number.setText(fields.get("number", ""))
        self.title.setText(fields.get("title", ""))
        self.red_of.setText(fields.get("red_of", ""))
        self.invoice.setCurrentIndex(max(self.invoice.findData(fields.get("invoice", "")), 0))
        self._ask_lines(fields.get("lines", ()))
        self.say(
            self.tr(
                "选了客户，没开票的单据就列在下面。零售单另起一行写单号；没有单据的写开票内容。"
            )
        )

    def show_view(self, view: SalesInvoiceView) -> None:
        self.number.setText(view.invoice_number)
        self.title.setText(view.partner_name)
        self.red_of.setText(view.red_of)
        self.invoice.setCurrentIndex(max(self.invoice.findData(view.invoice), 0))
        self.posted.set_rows(view.lines)
        self._show_sums(len(view.lines), view.tax)
        self.big.set_amount(view.total)

    def lock(self, *, locked: bool) -> None:
        super().lock(locked=locked)
        for field in (self.number, self.title, self.red_of):
            field.setReadOnly(locked)
        self.invoice.setEnabled(not locked)

    def counted(self) -> Sequence[tuple[int, TypedSale]]:
        return [(row, line) for row, line in enumerate(self.grid.lines()) if line.line]

    def no_lines(self) -> str:
        return self.tr("还没有开票金额。填上金额，或按 Ctrl+Shift+A 全部开票")

    def own_obstacle(self) -> str:
        if not self.day.settle() or self.day.day is None:
            self.day.setFocus()
            return self.tr("填开票日期")
        if not self.number.text().strip():
            self.number.setFocus()
            return self.tr("还没有发票号码。照发票填上")
        return super().own_obstacle()

    def read_again(self) -> None:
        self._ask_known("renewed")

    def total(self) -> int:
        return sum(line.gross or 0 for _row, line in self.counted())

    def recount(self) -> None:
        counted = self.counted()
        found = [line.sums(self._invoice_day()) for _row, line in counted]
        self._show_sums(len(counted), sum(sums.tax for sums in found if sums))
        self.big.set_amount(self.total())
        if any(line.unknown for line in self.grid.lines()):
            self._ask_known("named")

    def invoice_all(self) -> None:
        """Put down all that is left of every sale, or nothing when all is."""
        lines = [line for line in self.grid.lines() if line.source or line.line]
        whole = [line.taken(whole=True) for line in lines]
        full = all(line.gross == all_.gross for line, all_ in zip(lines, whole, strict=True))
        self.start_lines([line.taken(whole=False) for line in lines] if full else whole)
        self.on_edited()

    # --- inside ---

    def _invoice_day(self) -> Any:
        return self.day.day or self._today()

    def _make_rows(self) -> None:
        self.add_row("partner", self.tr("客户"), self.partner)
        self.add_row("title", self.tr("购方名称"), self.title)
        self.add_row("day", self.tr("开票日期"), self.day)
        self.add_row("invoice_number", self.tr("发票号码"), self.number)
        self.add_row("invoice", self.tr("发票类型"), self.invoice)
        self.add_row("red_of", self.tr("红字冲销发票"), self.red_of)

    def _connect(self) -> None:
        self.partner.chosen.connect(self._on_firm)
        for field in (self.number, self.title, self.red_of):
            field.textEdited.connect(self.on_edited)
        self.invoice.currentIndexChanged.connect(self.on_edited)

    def _on_firm(self, _firm: object) -> None:
        self._ask_lines([line.kept() for _row, line in self.counted() if not line.source])
        self.on_edited()

    def _ask_lines(self, kept: Sequence[Mapping[str, Any]]) -> None:
        firm = self.partner.choice
        if firm is None and not kept:
            self.start_lines([])
            return
        partner, sources = firm.id if firm else None, sources_of(kept)
        read = partial(sales_to_invoice, partner_id=partner, sources=sources)
        self.place_lines(kept, read, self._placed)

    def _placed(self, kept: Sequence[Mapping[str, Any]], offered: Offered) -> Sequence[TypedSale]:
        if self.partner.choice is not None and not offered.waiting and not kept:
            self.pane.context.messages.notice(self.tr("这个客户的单据都开过票了"))
        return lines_of(kept, offered)

    def _ask_known(self, slot: str) -> None:
        """Ask again what the books say of the sales on screen; what is typed stays, no row comes or goes."""
        sources = tuple(line.source for line in self.grid.lines() if line.source)
        if sources:
            read = partial(sales_to_invoice, partner_id=None, sources=sources)
            self.pane.run_read(read, then=self._renew, slot=slot)

    def _renew(self, offered: Offered) -> None:
        known = offered.known
        self.grid.amend(lambda line: bool(line.source), lambda line: line.renewed(known))
        self.recount()

    def _show_sums(self, count: int, tax: int) -> None:
        self.sums.set_line(self.tr("行数"), str(count))
        self.sums.set_line(self.tr("其中税额"), money_text(tax))


def _line(longest: int) -> QLineEdit:
    field = QLineEdit()
    field.setMaxLength(longest)
    return field


def _kinds() -> QComboBox:
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for value in reversed(KINDS):
        box.addItem(invoice_kind(value), value)
    return box

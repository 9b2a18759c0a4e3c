"""The form of an allowance: on a receipt, whose lines then stand there, or on goods at large."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, ClassVar

from PySide6.QtWidgets import QComboBox, QWidget

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.ui.lines_form import LinesForm
from jxc_desktop.ledger.ui.paper_parts import Firm
from jxc_desktop.partners.ui.partner_search import supplier_field
from jxc_desktop.purchase.queries import AllowanceView
from jxc_desktop.purchase.typed_allowance import (
    AllowedLine,
    AllowedReceipt,
    allowed,
    lines_at_large,
    receipt_to_allow,
)
from jxc_desktop.purchase.ui.allowance_columns import (
    AMOUNT,
    allowance_columns,
    over_receipt,
    shown_columns,
)
from jxc_desktop.purchase.ui.buy_kind import invoice_words
from jxc_desktop.purchase.ui.receipt_search import receipt_field
from jxc_desktop.purchase.ui.wish_form import Goods
from jxc_desktop.stock.paper_choices import PaperChoices
from jxc_desktop.stock.priced import Terms
from jxc_desktop.stock.taken import Offer
from jxc_desktop.stock.typed_paper import TypedLine
from jxc_desktop.stock.ui.line_filler import LineFiller
from jxc_desktop.stock.ui.line_rules import LineRules
from jxc_desktop.stock.ui.paper_header import Chosen
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.search_field import SearchField


class AllowanceForm(LinesForm):
    """Of a receipt the lines that get an amount count; of goods at large all that name goods."""

    aliases: ClassVar = {"from": "original", "partner_id": "partner", "warehouse_id": "warehouse"}

    def __init__(self, pane: Pane, choices: PaperChoices) -> None:
        self._default_rate = choices.settings.default_tax_rate
        self.warehouse, self.invoice, self.account = _boxes(choices)
        self.reason = _reason_box()
        self.goods = Goods(self.warehouse.currentData)
        self.filler = LineFiller(pane, self.goods, _rules(), by_matrix=False)
        settings = pane.context.settings
        columns = allowance_columns(_rules(), self.filler.suggest, self._take)
        self.posted: RowsModel[Any] = RowsModel(shown_columns(), pane)
        grid = EntryGrid(columns, AllowedLine, name="allowance_lines", settings=settings)
        shown = Grid(self.posted, name="allowance_posted", settings=settings)
        super().__init__(pane, grid, shown)
        grid.setAccessibleName(self.tr("折让的商品"))
        self.partner = supplier_field(pane)
        self.original = receipt_field(pane, self._partner_id)
        self._make_rows()
        self.lay_out(self.stack, self.tr("折让合计"))
        self._connect()

    # --- what the form says ---

    def first_field(self) -> QWidget:
        return self.grid if self.original.choice else self.partner

    def firm_field(self) -> SearchField:
        return self.partner

    def no_firm(self) -> str:
        return self.tr("还没有供应商。先选原单，或填供应商的编号、名称或拼音")

    def fields(self) -> dict[str, Any]:
        original = self.original.choice.number if self.original.choice else ""
        reason, lines = self.reason.currentText().strip(), self.kept_lines()
        if not (original or reason or lines):
            return {}
        return {
            "original": original,
            "warehouse": self.warehouse.currentData(),
            "invoice": self.invoice.currentData(),
            "account": self.account.currentData(),
            "reason": reason,
            "lines": lines,
        }

    def show_fields(self, fields: Mapping[str, Any]) -> None:
        original = fields.get("original", "")
        self.original.set_choice(Chosen(original) if original else None)
        self.reason.setEditText(fields.get("reason", ""))
        for name, box in self._boxes.items():
            box.setCurrentIndex(max(box.findData(fields.get(name)), 0))
        self._ask_lines(original, fields.get("lines", ()))
        said = self.tr("选原单就按行折让；年终返利不选原单，填商品、数量和金额。")
        self.say(said)

    def show_view(self, view: AllowanceView) -> None:
        self.original.set_choice(Chosen(view.original) if view.original else None)
        self.reason.setEditText(view.head.reason)
        self.invoice.setCurrentIndex(max(self.invoice.findData(view.invoice), 0))
        names = {self.account.itemText(place): place for place in range(self.account.count())}
        paid = view.payments[0].name if view.payments else ""
        self.account.setCurrentIndex(names.get(paid, 0))
        self.posted.set_rows(view.lines)
        self._show_sums(len(view.lines), sum(line.tax or 0 for line in view.lines))
        self.big.set_amount(view.total)

    def lock(self, *, locked: bool) -> None:
        super().lock(locked=locked)
        follows = bool(self.original.choice)
        self.original.setReadOnly(locked)
        self.partner.setReadOnly(locked or follows)
        self.reason.setEnabled(not locked)
        self.account.setEnabled(not locked)
        # Warehouse and invoice are the receipt's where there is one.
        self.warehouse.setEnabled(not (locked or follows))
        self.invoice.setEnabled(not (locked or follows))

    def counted(self) -> Sequence[tuple[int, AllowedLine]]:
        return [
            (row, line)
            for row, line in enumerate(self.grid.lines())
            if line.product and (line.amount or line.from_line is None)
        ]

    def no_lines(self) -> str:
        if self.original.choice:
            return self.tr("还没有折让的行。在要折让的行填金额")
        return self.tr("还没有商品。选原单，或在商品格填编号、名称或拼音")

    def why_not(self, line: AllowedLine) -> tuple[str, str]:
        if not line.quantity:
            return self.tr("没有数量"), "quantity"
        if not line.amount:
            return self.tr("没有折让金额"), AMOUNT
        return super().why_not(line)

    def total(self) -> int:
        return sum(line.amount or 0 for _row, line in self.counted())

    def recount(self) -> None:
        lines = [line for _row, line in self.counted()]
        self._show_sums(len(lines), sum(line.tax(self._default_rate) for line in lines))
        self.big.set_amount(self.total())

    def read_again(self) -> None:
        if self.original.choice:
            read = partial(receipt_to_allow, number=self.original.choice.number)
            self.pane.run_read(read, then=self._renew, slot="renewed")

    # --- inside ---

    def _make_rows(self) -> None:
        self._boxes = {
            "warehouse": self.warehouse,
            "invoice": self.invoice,
            "account": self.account,
        }
        self.add_row("partner", self.tr("供应商"), self.partner)
        self.add_row("original", self.tr("原单"), self.original)
        self.add_row("day", self.tr("业务日期"), self.day)
        self.add_row("reason", self.tr("折让原因"), self.reason)
        self.add_row("account", self.tr("结算方式"), self.account)
        self.add_row("warehouse", self.tr("仓库"), self.warehouse)
        self.add_row("invoice", self.tr("发票"), self.invoice)

    def _connect(self) -> None:
        self.partner.chosen.connect(self.on_edited)
        self.original.chosen.connect(self._on_original)
        self.reason.editTextChanged.connect(self.on_edited)
        for box in self._boxes.values():
            box.currentIndexChanged.connect(self.on_edited)

    def _partner_id(self) -> int | None:
        return self.partner.choice.id if self.partner.choice else None

    def _take(self, line: Any, offer: Offer) -> TypedLine:
        taken = self.filler.take(line, offer)
        return taken if taken is line else allowed(taken, line.amount)

    def _on_original(self, found: Any) -> None:
        self._ask_lines(found.number if found else "", ())
        self.lock(locked=False)
        self.on_edited()
        if found:
            self.grid.setFocus()

    def _ask_lines(self, original: str, kept: Sequence[Mapping[str, Any]]) -> None:
        if original:
            self.place_lines(kept, partial(receipt_to_allow, number=original), self._of_receipt)
        elif kept:
            products = [line["product"] for line in kept if line["product"] is not None]
            self.place_lines(kept, self.goods.goods(products), lines_at_large)
        else:
            self.start_lines([])

    def _of_receipt(
        self, kept: Sequence[Mapping[str, Any]], receipt: AllowedReceipt
    ) -> Sequence[AllowedLine]:
        self.partner.set_choice(Firm(receipt.partner_id, receipt.partner_name))
        self.warehouse.setCurrentIndex(max(self.warehouse.findData(receipt.warehouse_id), 0))
        return receipt.placed(kept)

    def _renew(self, receipt: AllowedReceipt) -> None:
        """Somebody posted meanwhile: what was given is told anew, what is typed stays."""
        self.grid.amend(lambda line: line.from_line is not None, receipt.renewed)
        self.recount()

    def _show_sums(self, count: int, tax: int) -> None:
        self.sums.set_line(self.tr("行数"), str(count))
        self.sums.set_line(self.tr("其中税额"), money_text(tax))


def _boxes(choices: PaperChoices) -> tuple[QComboBox, QComboBox, QComboBox]:
    """Warehouse, kind of invoice and account, in this order."""
    warehouse, invoice, account = QComboBox(), QComboBox(), QComboBox()
    invoice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for place, word in choices.warehouses:
        warehouse.addItem(word, place)
    for kind, word in invoice_words():
        if kind != "pending":
            invoice.addItem(word, kind)
    account.addItem(translate("purchase", "冲减欠款"), None)
    for number, word in choices.accounts:
        account.addItem(word, number)
    return warehouse, invoice, account


def _reason_box() -> QComboBox:
    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItems(("", *reasons()))
    return box


def reasons() -> tuple[str, ...]:
    """What suppliers give something back for, as a choice; any other may be typed."""
    return (
        translate("purchase", "返利"),
        translate("purchase", "补差价"),
        translate("purchase", "质量折让"),
        translate("purchase", "短少"),
        translate("purchase", "促销支持"),
    )


def _rules() -> LineRules:
    """Lines without prices; of a receipt's lines only quantity and amount can be typed."""
    return LineRules(
        terms=lambda: Terms(date.min, includes_tax=True, default_rate=0),
        price_of=lambda _line, _unit: None,
        price_mark=lambda _line: None,
        meant_unit=lambda _line: "",
        shortage="",
        last_heading=translate("purchase", "上次进价"),
        priced=False,
        over_mark=over_receipt,
        fixed=_fixed,
    )


def _fixed(line: TypedLine) -> str:
    if line.from_line is None:
        return ""
    return translate("purchase", "按原单的商品折让，只填数量和金额")

"""The form of a landed cost: the bill, the receipts it is for, and what each of their lines would bear."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtWidgets import QComboBox, QWidget

from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.numbers import EXEMPT, net_of
from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.ledger.ui.lines_form import LinesForm
from jxc_desktop.ledger.ui.paper_parts import Firm
from jxc_desktop.partners.ui.partner_search import supplier_field
from jxc_desktop.purchase.landed import usual_rate
from jxc_desktop.purchase.landed_models import Basis
from jxc_desktop.purchase.landed_words import basis_words, policy_of, policy_words
from jxc_desktop.purchase.queries import LandedCostView
from jxc_desktop.purchase.typed_landed import (
    Preview,
    TypedLanded,
    landed_draft,
    landed_lines,
    placed,
    preview,
    receipt_to_land,
    spread_by,
    with_share,
)
from jxc_desktop.purchase.ui.buy_kind import invoice_words
from jxc_desktop.purchase.ui.landed_columns import landed_columns, shown_columns
from jxc_desktop.purchase.ui.receipt_search import receipt_field
from jxc_desktop.shop.tax import tax_rates
from jxc_desktop.stock.paper_choices import PaperChoices
from jxc_desktop.stock.ui.paper_header import Chosen
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.formats import money_text, tax_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.number_field import NumberField
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.search_field import SearchField


class LandedForm(LinesForm):
    """Each receipt that is chosen brings its lines; taking one of them out takes the receipt out."""

    aliases: ClassVar = {"from": "receipt", "partner_id": "partner", "payments": "account"}

    def __init__(self, pane: Pane, choices: PaperChoices) -> None:
        settings = pane.context.settings
        self.posted: RowsModel[Any] = RowsModel(shown_columns(), pane)
        grid = EntryGrid(landed_columns(), TypedLanded, name="landed_lines", settings=settings)
        super().__init__(pane, grid, Grid(self.posted, name="landed_posted", settings=settings))
        grid.setAccessibleName(self.tr("分摊到的商品"))
        self._usual_rate = usual_rate(choices.settings)
        self._usual_policy = choices.settings.landed_costs
        self._receipts: tuple[str, ...] = ()
        self._lines_of: Counter[str] = Counter()
        self._seen = Preview({})
        self.partner = supplier_field(pane)
        self.receipt = receipt_field(pane, lambda: None)
        self.receipt.setPlaceholderText(self.tr("单号或供应商，可以选几张"))
        self.amount = NumberField()
        self._boxes = _boxes(choices)
        self._make_rows()
        self.lay_out(self.stack, self.tr("费用合计"))
        self._connect()

    # --- what the form says ---

    def first_field(self) -> QWidget:
        return self.amount if self._receipts else self.receipt

    def firm_field(self) -> SearchField:
        return self.partner

    def no_firm(self) -> str:
        return self.tr("还没有收款单位。先选入库单，或填承运人的编号、名称或拼音")

    def fields(self) -> dict[str, Any]:
        amount = self.amount.value
        if not (self._receipts or amount):
            return {}
        chosen = {name: box.currentData() for name, box in self._boxes.items()}
        return {
            **chosen,
            "receipts": list(self._receipts),
            "amount": amount,
            "lines": self.kept_lines() if self._by_hand() else [],
        }

    def show_fields(self, fields: Mapping[str, Any]) -> None:
        usual = {"policy": self._usual_policy, "tax_rate": self._usual_rate}
        for name, box in self._boxes.items():
            typed = fields.get(name)
            _choose(box, name, usual.get(name) if typed in {None, ""} else typed)
        self.amount.set_value(fields.get("amount"))
        self.receipt.set_choice(None)
        self._seen = Preview({})
        self._ask_lines(tuple(fields.get("receipts", ())), fields.get("lines", ()))
        self.say(self._hint())

    def show_view(self, view: LandedCostView) -> None:
        self._receipts = view.receipts
        policy = policy_of(capitalised=view.capitalised)
        shown = {"basis": view.basis, "policy": policy, "invoice": view.invoice}
        for name, value in {**shown, "tax_rate": view.tax_rate}.items():
            _choose(self._boxes[name], name, value)
        account = self._boxes["account"]
        names = {account.itemText(place): place for place in range(account.count())}
        account.setCurrentIndex(names.get(view.payments[0].name if view.payments else "", 0))
        self.amount.set_value(view.total)
        self.receipt.set_choice(Chosen(listed(view.receipts)))
        self.posted.set_rows(view.lines)
        stock = sum(line.to_stock or 0 for line in view.lines)
        self._show_sums(
            len(view.lines), view.tax or 0, stock, sum(x.beside or 0 for x in view.lines)
        )
        self.big.set_amount(view.total)

    def lock(self, *, locked: bool) -> None:
        super().lock(locked=locked)
        self.receipt.setReadOnly(locked)
        self.amount.setReadOnly(locked)
        for box in self._boxes.values():
            box.setEnabled(not locked)

    def counted(self) -> Sequence[tuple[int, TypedLanded]]:
        return [(row, line) for row, line in enumerate(self.grid.lines()) if line.receipt]

    def no_lines(self) -> str:
        return self.tr("还没有入库单。在“入库单”格里选，可以选几张")

    def own_obstacle(self) -> str:
        if not self._receipts:
            self.receipt.setFocus()
            return self.no_lines()
        if not self.amount.settle() or not self.amount.value:
            self.amount.setFocus()
            return self.tr("还没有费用金额。照账单填含税的金额")
        if self._by_hand() and self._seen.problem:
            self.grid.setFocus()
            return self._seen.problem
        return super().own_obstacle()

    def total(self) -> int:
        return self.amount.value or 0

    def recount(self) -> None:
        self.big.set_amount(self.total())
        self._show_seen()
        if self._receipts and self.amount.value and self.partner.choice is not None:
            ask = partial(preview, draft=landed_draft(self.typed()))
            self.pane.run_read(ask, then=self._take_preview, slot="spread")
        else:
            self._take_preview(Preview({}))

    def read_again(self) -> None:
        if self._receipts:
            self.recount()

    # --- inside ---

    def _make_rows(self) -> None:
        boxes = self._boxes
        self.add_row("receipt", self.tr("入库单"), self.receipt)
        self.add_row("partner", self.tr("收款单位"), self.partner)
        self.add_row("day", self.tr("业务日期"), self.day)
        self.add_row("amount", self.tr("费用（含税）"), self.amount)
        self.add_row("tax_rate", self.tr("税率"), boxes["tax_rate"])
        self.add_row("invoice", self.tr("发票"), boxes["invoice"])
        self.add_row("basis", self.tr("分摊方法"), boxes["basis"])
        self.add_row("policy", self.tr("记到"), boxes["policy"])
        self.add_row("account", self.tr("结算方式"), boxes["account"])

    def _connect(self) -> None:
        self.receipt.chosen.connect(self._on_receipt)
        self.partner.chosen.connect(self.on_edited)
        self.amount.value_changed.connect(self.on_edited)
        self.amount.refused.connect(self.pane.context.messages.notice)
        self._boxes["basis"].currentIndexChanged.connect(self._on_basis)
        for box in self._boxes.values():
            box.currentIndexChanged.connect(self.on_edited)
        self.grid.lines_changed.connect(self._on_lines)

    def _by_hand(self) -> bool:
        return bool(self._boxes["basis"].currentData() == Basis.HAND)

    def _hint(self) -> str:
        return self.tr(
            "选一张或几张入库单，填账单金额，下面就看到每行分摊多少。删掉一行就去掉那张入库单。"
        )

    def _on_receipt(self, found: Any) -> None:
        if found is None:
            return
        self.receipt.set_choice(None)
        if found.number in self._receipts:
            self.pane.context.messages.notice(self.tr("这张入库单已在下面"))
            return
        self.pane.run_read(receipt_to_land, found.number, then=self._add, slot="receipt")

    def _add(self, begun: TypedFields) -> None:
        """One receipt more; the first says who is usually owed."""
        if self.partner.choice is None and begun.partner_id is not None:
            self.partner.set_choice(Firm(begun.partner_id, begun.partner_name))
        kept = [line.kept() for _row, line in self.counted()]
        self._ask_lines((*self._receipts, *begun.fields["receipts"]), kept)
        self.on_edited()
        if not self.amount.value:
            self.amount.setFocus()

    def _ask_lines(self, receipts: tuple[str, ...], kept: Sequence[Mapping[str, Any]]) -> None:
        self._receipts = receipts
        if not receipts:
            self.start_lines([])
            return
        self.place_lines(kept, partial(landed_lines, numbers=receipts), self._placed)

    def _placed(
        self, kept: Sequence[Mapping[str, Any]], lines: Sequence[TypedLanded]
    ) -> Sequence[TypedLanded]:
        hand = self._by_hand()
        found = [spread_by(line, hand=hand) for line in placed(kept, lines)]
        self._lines_of = Counter(line.receipt for line in found)
        return found

    def _on_lines(self) -> None:
        """A receipt of which a line was taken out goes as a whole: a cost is spread over all of it."""
        if self._filling or not self.typing or self._awaited is not None or not self._receipts:
            return
        lines = [line for _row, line in self.counted()]
        there = Counter(line.receipt for line in lines)
        whole = tuple(r for r in self._receipts if there[r] == self._lines_of[r])
        if whole != self._receipts:
            self._receipts = whole
            self.start_lines([line for line in lines if line.receipt in whole])
            self.recount()

    def _on_basis(self, _place: int) -> None:
        if self._filling:
            return
        hand = self._by_hand()
        self._amend(partial(spread_by, hand=hand))
        if hand:
            self.pane.context.messages.info(self.tr("在“分摊费用”列填每行的金额"))

    def _take_preview(self, found: Preview) -> None:
        if not self.typing:
            return
        self._seen = found
        self._amend(partial(with_share, found=found))
        self._show_seen()

    def _amend(self, improve: Any) -> None:
        filling, self._filling = self._filling, True
        self.grid.amend(lambda line: bool(line.receipt), improve)
        self._filling = filling

    def _show_seen(self) -> None:
        lines = [line for _row, line in self.counted()]
        tax = self.total() - net_of(self.total(), self._boxes["tax_rate"].currentData() or 0)
        stock = sum(line.to_stock or 0 for line in lines)
        self._show_sums(len(lines), tax, stock, sum(line.beside or 0 for line in lines))
        self.say(self._seen.problem or self._hint(), "warn" if self._seen.problem else "text2")

    def _show_sums(self, count: int, tax: int, stock: int, beside: int) -> None:
        self.sums.set_line(self.tr("行数"), str(count))
        self.sums.set_line(self.tr("其中税额"), money_text(tax))
        self.sums.set_line(self.tr("进库存"), money_text(stock))
        self.sums.set_line(self.tr("进当期"), money_text(beside))


def _choose(box: QComboBox, name: str, value: Any) -> None:
    """Show a value; a rate that is listed no more is offered as long as the document has it."""
    if name == "tax_rate" and value is not None and box.findData(value) < 0:
        box.addItem(tax_text(value), value)
    box.setCurrentIndex(max(box.findData(value), 0))


def _boxes(choices: PaperChoices) -> dict[str, QComboBox]:
    """The boxes of the head, by field."""
    boxes = {name: QComboBox() for name in ("tax_rate", "invoice", "basis", "policy", "account")}
    for box in boxes.values():
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    rates = sorted({rate.rate for rate in tax_rates() if rate.end is None}, reverse=True)
    for rate in (*rates, 0, EXEMPT):
        boxes["tax_rate"].addItem(tax_text(rate), rate)
    for kind, word in invoice_words():
        if kind != "pending":
            boxes["invoice"].addItem(word, kind)
    for basis, word in basis_words().items():
        boxes["basis"].addItem(word, str(basis))
    for policy, word in policy_words().items():
        boxes["policy"].addItem(word, policy)
    boxes["account"].addItem(translate("purchase", "挂应付"), None)
    for number, word in choices.accounts:
        boxes["account"].addItem(word, number)
    return boxes

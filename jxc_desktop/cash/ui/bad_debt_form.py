"""坏账单: what a customer will not pay, what came in after all, what nobody wants of us."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QStackedWidget, QWidget

from jxc_desktop.cash.mode_words import bad_debt_words
from jxc_desktop.cash.queries import MoneyChoices, OpenView, open_documents
from jxc_desktop.cash.settling import PAYABLE, RECEIVABLE, OpenItem, taken
from jxc_desktop.cash.ui.money_form import MoneyForm
from jxc_desktop.cash.ui.paid_ways import PaidWays
from jxc_desktop.cash.ui.pick_grid import PickGrid, PickList, PickWords
from jxc_desktop.ledger.ui.paper_parts import Firm
from jxc_desktop.partners.ui.partner_search import customer_field, supplier_field
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.search_field import SearchField

MODES = ("write_off", "recovery", "unpayable")


class BadDebtForm(MoneyForm):
    """The documents given up, or the money that came in for those given up before, and always the reason."""

    def __init__(self, pane: Pane, kind: str, choices: MoneyChoices) -> None:
        super().__init__(pane, kind, choices)
        self.mode = QComboBox()
        for word in MODES:
            self.mode.addItem(bad_debt_words(word), word)
        self.customer, self.supplier = customer_field(pane), supplier_field(pane)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.customer)
        self._stack.addWidget(self.supplier)
        self._stack.setSizePolicy(
            self._stack.sizePolicy().horizontalPolicy(), self.customer.sizePolicy().verticalPolicy()
        )
        self.reason = QLineEdit()
        self.ways = PaidWays(choices.accounts)
        words = PickWords(self.tr("金额"), self.tr("已核销"), self.tr("本次"))
        self.grid = PickGrid(words, today=self._today)
        self.grid.setAccessibleName(self.tr("没结的单"))
        self.list = PickList(pane, self.grid, self.tr("选了往来单位，这里就有没结的单。"))
        self._kept: Sequence[Sequence[object]] = ()
        self._amount = 0
        self.add_row("mode", self.tr("类别"), self.mode)
        self.add_row("partner", self.tr("往来单位"), self._stack)
        self.add_row("day", self.tr("业务日期"), self.day)
        self.add_row("reason", self.tr("原因"), self.reason)
        self.add_row("ways", self.tr("收回的钱"), self.ways)
        self.lay_out(self.list, self.tr("坏账金额"), columns=2)
        self._connect()
        self._follow_mode()

    # --- what the form says ---

    @property
    def word(self) -> str:
        """The mode now."""
        return str(self.mode.currentData())

    def firm_field(self) -> SearchField:
        return self.supplier if self.word == "unpayable" else self.customer

    def first_field(self) -> QWidget:
        return self.mode

    def fields(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if self.mode.currentIndex() or self.firm_field().choice:
            found["mode"] = self.word
        if reason := self.reason.text().strip():
            found["reason"] = reason
        if ways := self.ways.ways():
            found["ways"] = [list(way) for way in ways]
        if chosen := self.grid.chosen():
            found["settle"] = [list(each) for each in chosen]
        return found

    def show_fields(self, fields: Mapping[str, Any]) -> None:
        self._set_mode(str(fields.get("mode", "")))
        self.reason.setText(fields.get("reason", ""))
        self.ways.set_ways(fields.get("ways", ()))
        self._kept, self._amount = fields.get("settle", ()), fields.get("amount", 0)
        self.grid.show_picks(())
        self.list.show_picking()
        self.read_again()

    def show_view(self, view: Any) -> None:
        self._set_mode(view.mode)
        self.firm_field().set_choice(Firm(view.partner_id, view.partner_name))
        self.reason.setText(view.head.reason)
        ids = {account.name: account.id for account in self.choices.accounts}
        self.ways.set_ways([(ids.get(x.name, 0), x.amount) for x in view.payments])
        self.list.show_settled(view.settled)
        self._show_sums(view.total, sum(x.amount for x in view.payments))

    def lock(self, *, locked: bool) -> None:
        self.mode.setEnabled(not locked)
        self.customer.setReadOnly(locked)
        self.supplier.setReadOnly(locked)
        self.reason.setReadOnly(locked)
        self.ways.set_read_only(read_only=locked)
        self.grid.set_read_only(read_only=locked)

    def own_obstacle(self) -> str:
        if not (self.ways.settle() and self.grid.settle()):
            return self.tr("有一格还没填好。改好再过账")
        if not self.reason.text().strip():
            self.reason.setFocus()
            return self.tr("坏账要写原因")
        if self.word == "recovery":
            if not self.ways.total:
                self.ways.setFocus()
                return self.tr("填收到的钱")
        elif not self.grid.sum:
            self.grid.setFocus()
            return self.tr("还没选单据。按空格选，或按 F3 全选")
        return ""

    def total(self) -> int:
        return self.ways.total if self.word == "recovery" else self.grid.sum

    def recount(self) -> None:
        self._show_sums(self.total(), 0 if self.word == "recovery" else self.ways.total)

    def read_again(self) -> None:
        firm = self.firm_field().choice
        if firm is None or self.word == "recovery":
            self._take(())
            return
        account = PAYABLE if self.word == "unpayable" else RECEIVABLE
        read = partial(open_documents, account=account, partner_id=firm.id)
        self.pane.run_read(read, then=self._take, slot="open")

    def choose_oldest(self) -> bool:
        self.grid.choose([(pick.number, pick.open) for pick in self.grid.picks()])
        self.on_edited()
        return True

    # --- inside ---

    def _connect(self) -> None:
        self.mode.currentIndexChanged.connect(self._on_mode)
        for field in (self.customer, self.supplier):
            field.chosen.connect(self._on_firm)
        self.reason.textEdited.connect(self.on_edited)
        self.reason.returnPressed.connect(self.ways.setFocus)
        self.ways.edited.connect(self.on_edited)
        self.ways.finished.connect(self.grid.setFocus)
        self.grid.edited.connect(self.on_edited)
        self.grid.finished.connect(self.remark.setFocus)
        for part in (self.ways, self.grid):
            part.refused.connect(self.pane.context.messages.notice)

    def _set_mode(self, mode: str) -> None:
        self.mode.blockSignals(True)
        self.mode.setCurrentIndex(max(self.mode.findData(mode), 0))
        self.mode.blockSignals(False)
        self._follow_mode()

    def _follow_mode(self) -> None:
        field = self.firm_field()
        self._stack.setCurrentWidget(field)
        self._stack.setFocusProxy(field)
        self.rows["ways"].setVisible(self.word != "unpayable")
        self.list.setVisible(self.word != "recovery")

    def _on_mode(self, _place: int) -> None:
        self._follow_mode()
        self._on_firm(None)

    def _on_firm(self, _firm: Any) -> None:
        self._kept, self._amount = (), 0
        self.grid.show_picks(())
        self.read_again()
        self.on_edited()

    def _take(self, found: Sequence[OpenView]) -> None:
        if not self.typing:
            return
        owed = [each for each in found if each.open > 0]
        self.grid.show_open(owed, self.grid.chosen() or self._kept or self._oldest(owed))
        if self.firm_field().choice is not None:
            self.list.empty.set_words(self.tr("没有没结的单。"))
        self.recount()

    def _oldest(self, owed: Sequence[OpenView]) -> list[tuple[str, int]]:
        """What came back from approval with a sum alone, chosen from the oldest on."""
        items = [OpenItem(each.number, each.day, each.open) for each in owed]
        return [(each.number, each.amount) for each in taken(items, self._amount)]

    def _show_sums(self, whole: int, recovered: int) -> None:
        self.sums.set_line(self.tr("收回"), money_text(recovered))
        self.sums.set_line(self.tr("损失"), money_text(self._loss(whole, recovered)))
        self.big.set_amount(whole)

    def _loss(self, whole: int, recovered: int) -> int:
        return whole - recovered if self.word == "write_off" else 0

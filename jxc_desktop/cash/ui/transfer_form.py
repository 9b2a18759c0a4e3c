"""转款单: from one of the shop's accounts to another, and what the bank keeps of it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from jxc_desktop.cash.queries import MoneyChoices
from jxc_desktop.cash.ui.money_form import MoneyForm
from jxc_desktop.cash.ui.paid_ways import account_box
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.number_field import NumberField
from jxc_desktop.widgets.pane import Pane


class TransferForm(MoneyForm):
    """Two accounts, what arrives and the fee; below stands what will lie in both."""

    def __init__(self, pane: Pane, kind: str, choices: MoneyChoices) -> None:
        super().__init__(pane, kind, choices)
        self.source = account_box(choices.accounts)
        self.target = account_box(choices.accounts)
        self.amount, self.fee = NumberField(), NumberField()
        self.add_row("from_account", self.tr("转出账户"), self.source)
        self.add_row("to_account", self.tr("转入账户"), self.target)
        self.add_row("day", self.tr("业务日期"), self.day)
        self.add_row("transfer", self.tr("到账金额"), self.amount)
        self.add_row("fee", self.tr("手续费"), self.fee)
        self.lay_out(None, self.tr("转出合计"), columns=2)
        for box in (self.source, self.target):
            box.currentIndexChanged.connect(self.on_edited)
        for field in (self.amount, self.fee):
            field.value_changed.connect(self.on_edited)
            field.refused.connect(pane.context.messages.notice)
        self.amount.returnPressed.connect(self.fee.setFocus)
        self.fee.returnPressed.connect(self.remark.setFocus)

    def first_field(self) -> QWidget:
        return self.source

    def fields(self) -> dict[str, Any]:
        amount, fee = self.amount.value or 0, self.fee.value or 0
        if not amount and not fee:
            return {}
        ends = {"from": self.source.currentData(), "to": self.target.currentData()}
        return {**ends, "amount": amount, "fee": fee}

    def show_fields(self, fields: Mapping[str, Any]) -> None:
        second = min(1, self.target.count() - 1)
        self.source.setCurrentIndex(max(self.source.findData(fields.get("from")), 0))
        place = self.target.findData(fields.get("to"))
        self.target.setCurrentIndex(place if place >= 0 else second)
        self.amount.set_value(fields.get("amount") or None)
        self.fee.set_value(fields.get("fee") or None)

    def show_view(self, view: Any) -> None:
        self.source.setCurrentIndex(max(self.source.findData(view.from_account_id), 0))
        self.target.setCurrentIndex(max(self.target.findData(view.to_account_id), 0))
        self.amount.set_value(view.amount)
        self.fee.set_value(view.fee or None)
        self._show_sums(view.amount, view.fee)

    def lock(self, *, locked: bool) -> None:
        self.source.setEnabled(not locked)
        self.target.setEnabled(not locked)
        self.amount.setReadOnly(locked)
        self.fee.setReadOnly(locked)

    def own_obstacle(self) -> str:
        if not (self.amount.settle() and self.fee.settle()):
            return self.tr("有一格还没填好。改好再过账")
        if self.source.currentData() == self.target.currentData():
            self.target.setFocus()
            return self.tr("转出和转入是同一个账户。改一个")
        if not self.amount.value:
            self.amount.setFocus()
            return self.tr("还没填金额")
        return ""

    def total(self) -> int:
        return (self.amount.value or 0) + (self.fee.value or 0)

    def recount(self) -> None:
        self._show_sums(self.amount.value or 0, self.fee.value or 0)
        lies = {each.id: each for each in self.choices.accounts}
        source = lies.get(self.source.currentData())
        after = None if source is None or source.balance is None else source.balance - self.total()
        told = ""
        if source is not None and after is not None and after < 0:
            told = self.tr("{account} 只有 {balance}，转出后是 {after}").format(
                account=source.name,
                balance=money_text(source.balance),
                after=money_text(after),
            )
        self.say(told, "warn")

    def _show_sums(self, amount: int, fee: int) -> None:
        self.sums.set_line(self.tr("到账"), money_text(amount))
        self.sums.set_line(self.tr("手续费"), money_text(fee))
        self.big.set_amount(amount + fee)

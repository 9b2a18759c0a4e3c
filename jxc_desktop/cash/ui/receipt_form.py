"""收款单, 付款单, 预收款单, 预付款单: a firm, several accounts, and the documents that the money is for."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from jxc_desktop.cash.queries import MoneyChoices, OpenView, open_documents
from jxc_desktop.cash.settling import (
    ADVANCE_PAID,
    ADVANCE_RECEIVED,
    PAYABLE,
    RECEIVABLE,
    OpenItem,
    choose,
)
from jxc_desktop.cash.ui.money_form import MoneyForm
from jxc_desktop.cash.ui.paid_ways import PaidWays
from jxc_desktop.cash.ui.pick_grid import (
    WAITING,
    WIDE,
    Pick,
    PickGrid,
    PickList,
    PickWords,
)
from jxc_desktop.partners.ui.partner_search import customer_field, supplier_field
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.number_field import NumberField
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.search_field import SearchField


class ReceiptForm(MoneyForm):
    """Money and the documents it settles: by itself the oldest first, until somebody chooses."""

    def __init__(self, pane: Pane, kind: str, choices: MoneyChoices) -> None:
        super().__init__(pane, kind, choices)
        self.incoming = kind in {"customer_receipt", "advance_receipt"}
        self.ahead = kind.startswith("advance")
        self.firm = customer_field(pane) if self.incoming else supplier_field(pane)
        self.ways = PaidWays(choices.accounts)
        self.discount = NumberField()
        self.by_hand = False
        self._kept: Sequence[Sequence[object]] = ()
        shown = WAITING if self.ahead else WIDE
        self.grid = PickGrid(self._words(), today=self._today, room=self._room, shown=shown)
        self.grid.setAccessibleName(self.tr("没结的单"))
        self.list = PickList(pane, self.grid, self.tr("选了往来单位，这里就有没结的单。"))
        self._make_rows()
        total = self.tr("收款金额") if self.incoming else self.tr("付款金额")
        self.lay_out(self.list, total, columns=2)
        self._connect()

    # --- what the form says ---

    def firm_field(self) -> SearchField:
        return self.firm

    def first_field(self) -> QWidget:
        return self.firm

    def fields(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if ways := self.ways.ways():
            found["ways"] = [list(way) for way in ways]
        if self.discount.value:
            found["discount"] = self.discount.value
        if self.by_hand and not self.ahead:
            found["settle"] = [list(each) for each in self.grid.chosen()]
        return found

    def show_fields(self, fields: Mapping[str, Any]) -> None:
        self.ways.set_ways(fields.get("ways", ()))
        self.discount.set_value(fields.get("discount") or None)
        self.by_hand = "settle" in fields
        self._kept = fields.get("settle", ())
        self.grid.show_picks(())
        self.list.show_picking()
        self.read_again()

    def show_view(self, view: Any) -> None:
        ids = {account.name: account.id for account in self.choices.accounts}
        self.ways.set_ways([(ids.get(x.name, 0), x.amount) for x in view.payments])
        self.discount.set_value(getattr(view, "cash_discount", 0) or None)
        settled = getattr(view, "settled", ())
        self.list.show_settled(settled)
        self._show_sums(
            sum(x.amount for x in view.payments),
            getattr(view, "cash_discount", 0),
            sum(x.amount for x in settled),
        )

    def lock(self, *, locked: bool) -> None:
        self.ways.set_read_only(read_only=locked)
        self.discount.setReadOnly(locked)
        self.grid.set_read_only(read_only=locked or self.ahead)

    def own_obstacle(self) -> str:
        if not (self.ways.settle() and self.discount.settle() and self.grid.settle()):
            return self.tr("有一格还没填好。改好再过账")
        if not self.total() + (self.discount.value or 0):
            self.ways.setFocus()
            return self.tr("还没填金额")
        if self.by_hand and not self.ahead and not self.grid.chosen():
            self.grid.setFocus()
            return self.tr("一张单也没选。按 F3 从早到晚核销，或用预收预付单")
        return ""

    def total(self) -> int:
        return self.ways.total

    def recount(self) -> None:
        if not self.by_hand and not self.ahead:
            self.grid.choose(self._oldest())
        settled = 0 if self.ahead else self.grid.sum
        self._show_sums(self.total(), self.discount.value or 0, settled)

    def read_again(self) -> None:
        firm = self.firm.choice
        if firm is None:
            self._take(())
        else:
            read = partial(open_documents, account=self._account, partner_id=firm.id)
            self.pane.run_read(read, then=self._take, slot="open")

    def choose_oldest(self) -> bool:
        if self.ahead:
            return False
        self.by_hand = False
        self.on_edited()
        return True

    # --- inside ---

    @property
    def _account(self) -> str:
        if self.ahead:
            return ADVANCE_RECEIVED if self.incoming else ADVANCE_PAID
        return RECEIVABLE if self.incoming else PAYABLE

    def _words(self) -> PickWords:
        if self.ahead:
            word = self.tr("预收") if self.incoming else self.tr("预付")
            return PickWords(word, self.tr("已冲用"), self.tr("本次"))
        if self.incoming:
            return PickWords(self.tr("应收"), self.tr("已收"), self.tr("本次"))
        return PickWords(self.tr("应付"), self.tr("已付"), self.tr("本次"))

    def _make_rows(self) -> None:
        word = self.tr("客户") if self.incoming else self.tr("供应商")
        account = self.tr("收款账户") if self.incoming else self.tr("付款账户")
        self.add_row("partner", word, self.firm)
        self.add_row("day", self.tr("业务日期"), self.day)
        self.add_row("ways", account, self.ways)
        if not self.ahead:
            self.add_row("discount", self.tr("优惠抹零"), self.discount)

    def _connect(self) -> None:
        self.firm.chosen.connect(self._on_firm)
        self.ways.edited.connect(self.on_edited)
        self.ways.finished.connect(self._after_ways)
        self.discount.value_changed.connect(self.on_edited)
        self.discount.returnPressed.connect(self.grid.setFocus)
        self.grid.edited.connect(self._on_chosen)
        self.grid.finished.connect(self.remark.setFocus)
        for part in (self.ways, self.discount, self.grid):
            part.refused.connect(self.pane.context.messages.notice)

    def _after_ways(self) -> None:
        (self.remark if self.ahead else self.discount).setFocus()

    def _on_firm(self, firm: Any) -> None:
        self.by_hand, self._kept = False, ()
        if firm is not None:
            self.ways.setFocus()
        self.read_again()
        self.on_edited()

    def _on_chosen(self) -> None:
        self.by_hand = True
        self.on_edited()

    def _take(self, found: Sequence[OpenView]) -> None:
        if not self.typing:
            return
        chosen = self.grid.chosen() or self._kept if self.by_hand else ()
        self.grid.show_open(found, chosen)
        firm = self.firm.choice
        self.list.empty.set_words(
            self.tr("选了往来单位，这里就有没结的单。")
            if firm is None
            else self.tr("{name} 没有没结的单。").format(name=firm.name)
        )
        self.recount()

    def _oldest(self) -> list[tuple[str, int]]:
        """What the money settles by itself."""
        items = [OpenItem(pick.number, pick.day, pick.open) for pick in self.grid.picks()]
        money = self.total() + (self.discount.value or 0)
        return [(each.number, each.amount) for each in choose(items, (), money)] if money else []

    def _room(self, pick: Pick) -> int:
        """What is left of the money for one more document; all of it before an amount was typed."""
        if pick.open < 0:
            return pick.open
        money = self.total() + (self.discount.value or 0)
        return max(money - self.grid.sum, 0) if money else pick.open

    def _show_sums(self, money: int, discount: int, settled: int) -> None:
        line = self.sums.set_line
        if self.ahead:
            waiting = sum(pick.open for pick in self.grid.picks())
            line(self.tr("还没冲用的"), money_text(waiting))
            self.big.set_amount(money)
            return
        line(self.tr("优惠抹零"), money_text(discount))
        line(self.tr("本次核销"), money_text(settled))
        rest = money + discount - settled
        word = self.tr("转预收") if self.incoming else self.tr("转预付")
        line(word, money_text(rest), "bad" if rest < 0 else "warn" if rest else "")
        self.big.set_amount(money)

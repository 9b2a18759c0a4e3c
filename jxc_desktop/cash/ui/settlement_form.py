"""核销单: what can pay at the left, what it pays at the right, and how far the two sides are apart."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from jxc_desktop.cash.mode_words import settlement_words
from jxc_desktop.cash.offsets import OFFSETS, Offset
from jxc_desktop.cash.queries import MoneyChoices, OpenView, open_documents
from jxc_desktop.cash.ui.money_form import MoneyForm
from jxc_desktop.cash.ui.pick_grid import BESIDE, Pick, PickGrid, PickList, PickWords
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.ui.paper_parts import Firm
from jxc_desktop.partners.ui.partner_search import customer_field, supplier_field
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.search_field import SearchField
from jxc_desktop.widgets.tokens import Space

_BY_WORD = {str(mode): offset for mode, offset in OFFSETS.items()}


class SettlementForm(MoneyForm):
    """Two lists of open documents; both sides must come to the same."""

    def __init__(self, pane: Pane, kind: str, choices: MoneyChoices) -> None:
        super().__init__(pane, kind, choices)
        self.mode = QComboBox()
        for word in _BY_WORD:
            self.mode.addItem(settlement_words(word), word)
        self.firms = {"customer": customer_field(pane), "supplier": supplier_field(pane)}
        self.tos = {"customer": customer_field(pane), "supplier": supplier_field(pane)}
        self._firm_stack, self._to_stack = _stack(self.firms), _stack(self.tos)
        self.used = self._grid(self.tr("冲用"))
        self.debts = self._grid(self.tr("核销"))
        self._kept: dict[str, Sequence[Sequence[object]]] = {}
        self.add_row("mode", self.tr("核销方式"), self.mode)
        self.add_row("partner", self.tr("往来单位"), self._firm_stack)
        self.add_row("day", self.tr("业务日期"), self.day)
        self.add_row("to", self.tr("转入单位"), self._to_stack)
        self.lay_out(self._sides(), self.tr("核销金额"), columns=2)
        self._connect()
        self._follow_mode()

    # --- what the form says ---

    @property
    def offset(self) -> Offset:
        """Which accounts meet now."""
        return _BY_WORD[str(self.mode.currentData())]

    def firm_field(self) -> SearchField:
        return self.firms[self.offset.roles[0]]

    def first_field(self) -> QWidget:
        return self.mode

    def fields(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if self.mode.currentIndex() or self.firm_field().choice:
            found["mode"] = str(self.mode.currentData())
        to = self._to_field().choice if self.offset.moves else None
        if to is not None:
            found["to"], found["to_name"] = to.id, to.name
        for name, grid in (("use", self.used), ("settle", self.debts)):
            if chosen := grid.chosen():
                found[name] = [list(each) for each in chosen]
        return found

    def show_fields(self, fields: Mapping[str, Any]) -> None:
        self._set_mode(str(fields.get("mode", "")))
        to = fields.get("to")
        self._to_field().set_choice(None if to is None else Firm(to, fields.get("to_name", "")))
        self._kept = {name: fields.get(name, ()) for name in ("use", "settle")}
        self.used_list.show_picking()
        self.debt_list.show_picking()
        self.used.show_picks(())
        self.debts.show_picks(())
        self.read_again()

    def show_view(self, view: Any) -> None:
        self._set_mode(view.mode)
        self.firm_field().set_choice(Firm(view.partner_id, view.partner_name))
        to = view.to_partner_id
        self._to_field().set_choice(None if to is None else Firm(to, view.to_partner_name))
        self.used_list.show_settled(view.used)
        self.debt_list.show_settled(view.settled)
        self._show_sums(sum(x.amount for x in view.used), view.amount)

    def lock(self, *, locked: bool) -> None:
        self.mode.setEnabled(not locked)
        for field in (*self.tos.values(), *self.firms.values()):
            field.setReadOnly(locked)
        for grid in (self.used, self.debts):
            grid.set_read_only(read_only=locked)

    def own_obstacle(self) -> str:
        if not (self.used.settle() and self.debts.settle()):
            return self.tr("有一格还没填好。改好再过账")
        if self.offset.moves and self._to_field().choice is None:
            self._to_field().setFocus()
            return self.tr("还没写欠款转给谁")
        if not self.debts.sum:
            self.debts.setFocus()
            return self.tr("还没选要核销的单。按空格选，或按 F3 自动匹配")
        if self.difference:
            told = self.tr("两边差 {difference}，要一样才能核销")
            return told.format(difference=money_text(abs(self.difference)))
        return ""

    def total(self) -> int:
        return self.debts.sum

    @property
    def difference(self) -> int:
        """Fen that the left side is above the right; nothing where a debt moves."""
        return 0 if self.offset.moves else self.used.sum - self.debts.sum

    def recount(self) -> None:
        self._show_sums(self.used.sum, self.debts.sum)

    def read_again(self) -> None:
        firm = self.firm_field().choice
        if firm is None:
            self.used.show_picks(())
            self.debts.show_picks(())
            self.recount()
            return
        self.pane.run_read(partial(_both, self.offset, firm.id), then=self._take, slot="open")

    def choose_oldest(self) -> bool:
        amount = sum(pick.open for pick in self.debts.picks())
        if not self.offset.moves:
            amount = min(amount, sum(pick.open for pick in self.used.picks()))
            self.used.choose(_oldest(self.used, amount))
        self.debts.choose(_oldest(self.debts, amount))
        self.on_edited()
        return True

    # --- inside ---

    def _grid(self, name: str) -> PickGrid:
        words = PickWords(self.tr("金额"), self.tr("已核销"), self.tr("本次"))
        grid = PickGrid(words, today=self._today, room=self._room, shown=BESIDE)
        grid.setAccessibleName(name)
        return grid

    def _room(self, pick: Pick) -> int:
        """What the other side still wants of this one, all of it where nothing is chosen there."""
        if self.offset.moves:
            return pick.open
        here = self.used if pick in self.used.picks() else self.debts
        other = self.debts if here is self.used else self.used
        return max(other.sum - here.sum, 0) or pick.open

    def _sides(self) -> QWidget:
        self.used_word, self.debt_word = Words(bold=True), Words(bold=True)
        told = self.tr("选了往来单位，这里就有没结的单。")
        self.used_list = PickList(self.pane, self.used, told)
        self.debt_list = PickList(self.pane, self.debts, told)
        self._left = _titled(self.used_word, self.used_list)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._left)
        split.addWidget(_titled(self.debt_word, self.debt_list))
        split.setChildrenCollapsible(False)
        return split

    def _connect(self) -> None:
        self.mode.currentIndexChanged.connect(self._on_mode)
        for field in self.firms.values():
            field.chosen.connect(self._on_firm)
        for field in self.tos.values():
            field.chosen.connect(self.on_edited)
        for grid in (self.used, self.debts):
            grid.edited.connect(self.on_edited)
            grid.refused.connect(self.pane.context.messages.notice)
        self.used.finished.connect(self.debts.setFocus)
        self.debts.finished.connect(self.remark.setFocus)

    def _to_field(self) -> SearchField:
        return self.tos[self.offset.roles[0]]

    def _set_mode(self, mode: str) -> None:
        self.mode.blockSignals(True)
        self.mode.setCurrentIndex(max(self.mode.findData(mode), 0))
        self.mode.blockSignals(False)
        self._follow_mode()

    def _on_mode(self, _place: int) -> None:
        """The firm stays where the new mode takes one of its kind."""
        firm = next((f.choice for f in self.firms.values() if f.choice is not None), None)
        self._follow_mode()
        self.firm_field().set_choice(firm)
        self._kept = {}
        self.used.show_picks(())
        self.debts.show_picks(())
        self.read_again()
        self.on_edited()

    def _follow_mode(self) -> None:
        offset = self.offset
        role = offset.roles[0]
        self._firm_stack.setCurrentWidget(self.firms[role])
        self._to_stack.setCurrentWidget(self.tos[role])
        self._firm_stack.setFocusProxy(self.firms[role])
        self._to_stack.setFocusProxy(self.tos[role])
        self.rows["to"].setVisible(offset.moves)
        self._left.setVisible(not offset.moves)
        words = _side_words(str(self.mode.currentData()))
        self.used_word.setText(words[0])
        self.debt_word.setText(words[1])

    def _on_firm(self, _firm: Any) -> None:
        self._kept = {}
        self.used.show_picks(())
        self.debts.show_picks(())
        self.read_again()
        self.on_edited()

    def _take(self, found: tuple[list[OpenView], list[OpenView]]) -> None:
        if not self.typing:
            return
        for name, grid, rows in zip(("use", "settle"), (self.used, self.debts), found, strict=True):
            grid.show_open(rows, grid.chosen() or self._kept.get(name, ()))
        for each in (self.used_list, self.debt_list):
            each.empty.set_words(self.tr("这一边没有没结的单。"))
        self.recount()

    def _show_sums(self, used: int, settled: int) -> None:
        line, moves = self.sums.set_line, self.offset.moves
        line(self.tr("冲用合计"), "" if moves else money_text(used))
        line(self.tr("核销合计"), money_text(settled))
        apart = 0 if moves else used - settled
        line(self.tr("两边差"), money_text(apart), "bad" if apart else "ok")
        self.big.set_amount(settled)


def _both(offset: Offset, partner_id: int, session: Any) -> tuple[list[OpenView], list[OpenView]]:
    """What can pay and what it can pay, all in positive amounts."""
    owed = open_documents(session, offset.debt, partner_id)
    debts = [x for x in owed if x.open > 0]
    if offset.used is None:
        return [], debts
    if not offset.booked:
        return [
            OpenView(x.number, x.day, x.due, -x.total, -x.open) for x in owed if x.open < 0
        ], debts
    return [x for x in open_documents(session, offset.used, partner_id) if x.open > 0], debts


def _oldest(grid: PickGrid, amount: int) -> list[tuple[str, int]]:
    chosen = []
    for pick in grid.picks():
        part = min(pick.open, amount)
        if part > 0:
            chosen.append((pick.number, part))
            amount -= part
    return chosen


def _stack(fields: Mapping[str, SearchField]) -> QStackedWidget:
    stack = QStackedWidget()
    for field in fields.values():
        stack.addWidget(field)
    stack.setSizePolicy(
        stack.sizePolicy().horizontalPolicy(), fields["customer"].sizePolicy().verticalPolicy()
    )
    return stack


def _titled(word: Words, grid: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(Space.PANE, 0, 0, 0)
    column.setSpacing(Space.LABEL)
    column.addWidget(word)
    column.addWidget(grid, 1)
    return holder


def _side_words(mode: str) -> tuple[str, str]:
    """What the two lists hold."""
    owed, owing = translate("cash", "客户欠的"), translate("cash", "欠供应商的")
    words = {
        "advance_receipt": (translate("cash", "预收的"), owed),
        "advance_payment": (translate("cash", "预付的"), owing),
        "contra": (owing, owed),
        "transfer": ("", owed),
        "supplier_transfer": ("", owing),
        "credit": (translate("cash", "退货"), owed),
        "supplier_credit": (translate("cash", "退货"), owing),
    }
    return words[mode]

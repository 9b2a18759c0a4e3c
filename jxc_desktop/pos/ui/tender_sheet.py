"""Paying (结算): ways on F1 to F6, amounts by digits, Enter takes the rest and finishes."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jxc_desktop.cash.methods import STORED_VALUE
from jxc_desktop.cash.queries import MethodView
from jxc_desktop.core.errors import UserError
from jxc_desktop.pos.payment_code import may_be_payment_code
from jxc_desktop.pos.tendering import Tendering, amount_of
from jxc_desktop.pos.ticket import OpenTicket
from jxc_desktop.pos.ui.labels import label
from jxc_desktop.pos.ui.main_button import MainButton, TallButton
from jxc_desktop.pos.ui.overlay import Overlay
from jxc_desktop.pos.ui.sum_list import Sum, SumList
from jxc_desktop.pos.ui.totals_card import BigAmount
from jxc_desktop.pos.ui.way_row import WayRow
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.look import scaled
from jxc_desktop.widgets.tokens import Size, Space

_WIDTH = 910
_HEIGHT = 590
_LEFT = 500
_F1 = Qt.Key.Key_F1
_MOST_WAYS = 6
_NOTES = 5
_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F12})


class TenderSheet(Overlay):
    """Shows one ticket's paying; what is decided goes out as signals."""

    finished = Signal(object, bool)
    """The tenders, and whether a receipt is wanted."""
    typed = Signal(object)
    """Fen by way, whenever an amount was typed."""
    order_discount = Signal()
    rounding = Signal()

    def __init__(self, till: QWidget) -> None:
        super().__init__(till, "", _WIDTH)
        self.title.setText(self.tr("结算"))
        self.setAccessibleName(self.tr("结算"))
        self.tendering = Tendering(0, ())
        self.rows: list[WayRow] = []
        self._on_paper = True
        self._sending = False
        self._ways = QVBoxLayout()
        self._notes = QHBoxLayout()
        self._notes_words = label(self.tr("现金快捷键：点一下即填入"), Size.HINT, tone="text2")
        self._due = BigAmount("text", "sunken", 110)
        self._sums = SumList()
        self._note_buttons = [self._note_button() for _ in range(_NOTES)]
        self.change = BigAmount("ok", "ok_bg", 132)
        self.problem = label(tone="bad")
        self.problem.setWordWrap(True)
        self.button = MainButton("receipt-text", "", "Enter")
        self.button.clicked.connect(self._enter)
        self.drawer_words = label(size=Size.BODY, tone="text2")
        self._arrange()

    def show_ticket(self, ticket: OpenTicket, methods: Sequence[MethodView]) -> None:
        """Begin paying a ticket."""
        value = ticket.guest.value if ticket.guest and ticket.due > 0 else 0
        offered = [each for each in methods if each.code != STORED_VALUE or value]
        self.tendering = Tendering(
            ticket.due, tuple(offered)[:_MOST_WAYS], limits={STORED_VALUE: value}
        )
        self._sending, self._on_paper = False, True
        self._build_rows()
        self.refresh_ticket(ticket)
        self._go_to(0)

    def refresh_ticket(self, ticket: OpenTicket) -> None:
        """The ticket comes to something else now (抹零)."""
        self.tendering.due = ticket.due
        note = self.tr("{pieces} 件").format(pieces=ticket.pieces)
        if ticket.rounding_off:
            off = money_text(ticket.rounding_off)
            note = self.tr("{pieces} 件，已抹零 {off}").format(pieces=ticket.pieces, off=off)
        word = self.tr("应退") if ticket.due < 0 else self.tr("应收")
        self._due.show_amount(word, money_text(abs(ticket.due)), note)
        self._show()

    def first_field(self) -> QWidget:
        """The amount of the current way."""
        return self.rows[self.tendering.way].field

    def give_cash(self, fen: int) -> None:
        """Cash that was typed before the sheet opened; its unusual amount has been asked about."""
        self._give_note(fen)
        self.tendering.confirmed_cash = fen

    def bring_back(self, amounts: Mapping[str, int]) -> None:
        """Amounts that were typed before the program was killed; one that fits no more is left out."""
        for place, row in enumerate(self.rows):
            fen = amounts.get(row.method.code, 0)
            if fen:
                row.field.setText(money_text(fen).replace(",", ""))
                self._edited(place, row.field.text())
        if self.tendering.amounts:
            self.refuse(self.tr("上次断开前填的金额在这里，还没有记账。对一下再按 Enter"))

    def sending(self, on: bool) -> None:
        """The sale is on its way to the books; nothing can be typed meanwhile."""
        self._sending = on
        self._show()

    def refuse(self, words: str) -> None:
        """Say what cannot be done, in the sheet where it was tried."""
        self.problem.setText(words)

    def take_scan(self, code: str) -> bool:
        """A scan is no amount; a payment code is neither kept nor shown."""
        if may_be_payment_code(code):
            self.refuse(self.tr("扫到的是付款码，没有记下。请客人扫店里的收款码，到账后按 Enter"))
        else:
            self.refuse(self.tr("正在结算。先按 Esc 返回改单，再扫商品"))
        return True

    def wanted_height(self) -> int:
        """Room for sums of several ways, so that nothing moves while amounts are typed."""
        return max(super().wanted_height(), scaled(_HEIGHT))

    def leave(self) -> None:
        """Esc: back to the ticket, unless it is being booked."""
        if not self._sending:
            self.dismiss()

    def take_key(self, key: int) -> bool:
        """F1 to F6, ↑↓, F7 F8 F9, Enter and F12."""
        if self._sending:
            return True
        keys: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Up: partial(self._go_to, self.tendering.way - 1),
            Qt.Key.Key_Down: partial(self._go_to, self.tendering.way + 1),
            Qt.Key.Key_F7: self.order_discount.emit,
            Qt.Key.Key_F8: self.rounding.emit,
            Qt.Key.Key_F9: self._switch_paper,
        }
        keys |= dict.fromkeys(_ENTERS, self._enter)
        keys |= {_F1 + n: partial(self._go_to, n) for n in range(len(self.rows))}
        if key not in keys:
            return False
        keys[key]()
        return True

    def _enter(self) -> None:
        if self._sending:
            return
        try:
            self._put_current()
            done = self.tendering.enter()
            if done:
                self.tendering.require_usual()
        except UserError as error:
            self.refuse(error.message)
            return
        self.problem.clear()
        self.typed.emit(dict(self.tendering.amounts))
        if done:
            self.finished.emit(self.tendering.tenders(), self._on_paper)
        else:
            self._go_to(self.tendering.way)

    def _put_current(self) -> None:
        row = self.rows[self.tendering.way]
        self.tendering.put(row.method.code, amount_of(row.field.text()))

    def _edited(self, place: int, text: str) -> None:
        row = self.rows[place]
        try:
            self.tendering.put(row.method.code, amount_of(text))
        except UserError as error:
            self.tendering.put(row.method.code, 0)
            row.wrong = True
            self.refuse(error.message)
        else:
            row.wrong = False
            self.problem.clear()
        self.typed.emit(dict(self.tendering.amounts))
        self._show()

    def _go_to(self, place: int) -> None:
        self.tendering.way = min(max(place, 0), len(self.rows) - 1)
        self._show()
        field = self.first_field()
        field.setFocus()

    def _note_button(self) -> TallButton:
        button = TallButton("")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._give_note(int(button.property("fen"))))
        self._notes.addWidget(button, 1)
        return button

    def _give_note(self, fen: int) -> None:
        cash = next((n for n, row in enumerate(self.rows) if row.method.is_cash), None)
        if cash is not None and not self._sending:
            self._go_to(cash)
            self.rows[cash].field.setText(money_text(fen).replace(",", ""))
            self._edited(cash, self.rows[cash].field.text())

    def _switch_paper(self) -> None:
        self._on_paper = not self._on_paper
        self._show()

    # --- what is seen ---

    def _show(self) -> None:
        tendering = self.tendering
        for place, row in enumerate(self.rows):
            amount = tendering.amounts.get(row.method.code, 0)
            row.show_state(amount, current=place == tendering.way, left=tendering.left)
        self._show_sums()
        if tendering.left:
            self.change.dress("warn", "warn_bg")
            self.change.show_amount(self.tr("还差"), money_text(tendering.left))
        elif tendering.refund:
            self.change.dress("bad", "bad_bg")
            way = tendering.method.name
            self.change.show_amount(self.tr("退给客人"), money_text(tendering.refund), way)
        else:
            self.change.dress("ok", "ok_bg")
            self.change.show_amount(self.tr("找零"), money_text(tendering.change))
        self._show_notes()
        words = self.tr("完成并打印小票") if self._on_paper else self.tr("完成，不打小票")
        self.button.show_words(self.tr("正在记账…") if self._sending else words)
        cash = tendering.cash or (tendering.left and tendering.methods[tendering.way].is_cash)
        self.drawer_words.setText(self.tr("有现金，完成后自动开钱箱") if cash else "")

    def _show_sums(self) -> None:
        amounts = self.tendering.amounts
        if self.tendering.refund:
            self._sums.show_sums([])
            return
        sums = [
            Sum(row.method.name, money_text(amounts[row.method.code]))
            for row in self.rows
            if not row.method.is_cash and amounts.get(row.method.code)
        ]
        sums.append(Sum(self.tr("现金应付"), money_text(self.tendering.cash_due)))
        sums.append(Sum(self.tr("收到现金"), money_text(self.tendering.cash)))
        self._sums.show_sums(sums)

    def _show_notes(self) -> None:
        self._notes_words.setVisible(not self.tendering.refund)
        if self.tendering.refund:
            for button in self._note_buttons:
                button.hide()
            return
        exact = self.tendering.cash_due
        words = self.tr("恰好 {amount}").format(amount=money_text(exact))
        likely = [(words, exact), *((f"{note // 100}", note) for note in self.tendering.notes())]
        for place, button in enumerate(self._note_buttons):
            button.setVisible(place < len(likely))
            if place < len(likely):
                button.setText(likely[place][0])
                button.setProperty("fen", likely[place][1])

    def _build_rows(self) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for place, method in enumerate(self.tendering.methods):
            row = WayRow(place, method)
            row.edited.connect(partial(self._edited, place))
            row.pressed.connect(partial(self._go_to, place))
            self._ways.addWidget(row)
            self.rows.append(row)

    def _arrange(self) -> None:
        left = QVBoxLayout()
        self._ways.setSpacing(Space.ROW)
        self._notes.setSpacing(Space.ROW)
        left.addLayout(self._ways)
        left.addSpacing(Space.ROW)
        left.addWidget(self._notes_words)
        left.addLayout(self._notes)
        left.addWidget(self.problem)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(Space.BLOCK)
        right.addWidget(self._due)
        right.addWidget(self._sums)
        right.addStretch(1)
        right.addWidget(self.change)
        right.addWidget(self.button)
        both = QHBoxLayout()
        both.setSpacing(Space.SECTION)
        both.addLayout(left, _LEFT)
        both.addLayout(right, _WIDTH - _LEFT)
        self.body.addLayout(both)
        self.hint(
            ("F1-F6", self.tr("换支付方式")),
            ("F7", self.tr("整单优惠")),
            ("F8", self.tr("抹零")),
            ("F9", self.tr("不打小票")),
        )
        self.foot.addWidget(self.drawer_words)

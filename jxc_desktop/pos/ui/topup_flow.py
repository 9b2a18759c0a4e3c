"""充值: what the member on the ticket pays onto the card, by keys alone."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from jxc_desktop.cash.methods import STORED_VALUE
from jxc_desktop.core.errors import UserError
from jxc_desktop.pos.guest import Guest
from jxc_desktop.pos.slips import topup_slip
from jxc_desktop.pos.tendering import amount_of
from jxc_desktop.pos.topups import TillTopup, ToppedUp, top_up
from jxc_desktop.pos.ui.labels import label
from jxc_desktop.pos.ui.main_button import MainButton
from jxc_desktop.pos.ui.overlay import Overlay
from jxc_desktop.pos.ui.till_desk import TillDesk
from jxc_desktop.shop.keys import Key, new_key
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.look import font, scaled
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.tokens import Size, Space

_WIDTH = 520
_FIELD = 36
_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F12})


class TopupSheet(Overlay):
    """Asks how much is paid, how much is given with it, and by which way."""

    confirmed = Signal(object)
    """The `TillTopup` that was typed."""

    def __init__(self, till: QWidget) -> None:
        super().__init__(till, "", _WIDTH)
        self.title.setText(self.tr("储值充值"))
        self.setAccessibleName(self.tr("储值充值"))
        self.guest: Guest | None = None
        self.amount, self.bonus, self.way = QLineEdit(), QLineEdit(), QComboBox()
        self.problem = label(tone="bad")
        self.problem.setWordWrap(True)
        self.button = MainButton("wallet", self.tr("收款并充到卡上"), "F12")
        self.button.clicked.connect(self._confirm)
        self._arrange()

    def begin(self, guest: Guest, desk: TillDesk) -> None:
        """Ask about the card of a member."""
        self.guest = guest
        held = self.tr("{name}，卡上有 {value}")
        self.subject.setText(
            held.format(name=guest.name or guest.card_no, value=money_text(guest.value))
        )
        for field in (self.amount, self.bonus):
            field.clear()
        self.problem.clear()
        self.way.clear()
        for method in desk.state.methods if desk.state else ():
            if method.code != STORED_VALUE:
                self.way.addItem(method.name, method.code)
        self.open()

    def first_field(self) -> QWidget:
        """What is paid."""
        return self.amount

    def refuse(self, words: str) -> None:
        """Say what cannot be done, where it was tried."""
        self.problem.setText(words)

    def take_scan(self, code: str) -> bool:
        """A scan is no amount."""
        self.refuse(self.tr("正在充值。先按 Esc 返回，再扫"))
        return True

    def take_key(self, key: int) -> bool:
        """Enter goes on to the next field, and does it from the last; F12 does it at once."""
        if key not in _ENTERS:
            return False
        if key != Qt.Key.Key_F12 and self.amount.hasFocus():
            self.bonus.setFocus()
        else:
            self._confirm()
        return True

    def _confirm(self) -> None:
        if self.guest is None:
            return
        try:
            amount, bonus = amount_of(self.amount.text()), amount_of(self.bonus.text())
        except UserError as error:
            self.refuse(error.message)
            return
        if amount <= 0:
            self.refuse(self.tr("还没填充值金额"))
            self.amount.setFocus()
            return
        self.confirmed.emit(TillTopup(self.guest.id, amount, bonus, self.way.currentData()))

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.BLOCK)
        grid.setVerticalSpacing(Space.ROW)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("收款"), self.amount),
            (self.tr("赠送"), self.bonus),
            (self.tr("付款方式"), self.way),
        )
        for number, (words, field) in enumerate(rows):
            field.setAccessibleName(words)
            field.setFont(font(Size.TITLE))
            field.setFixedHeight(scaled(_FIELD))
            grid.addWidget(label(words, Size.CARD_TITLE), number, 0)
            grid.addWidget(field, number, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.problem)
        self.body.addStretch(1)
        self.body.addWidget(self.button)


class TopupFlow(QObject):
    """From the key to the paper."""

    def __init__(self, pane: Pane, desk: TillDesk) -> None:
        super().__init__(pane)
        self._pane, self._desk = pane, desk
        self._key = Key("")
        self._sending = False
        self.sheet = TopupSheet(pane)
        self.sheet.confirmed.connect(self._post)

    def begin(self) -> None:
        """Ask, if there is a member on the ticket and a shift is open."""
        guest, messages = self._desk.ticket.guest, self._pane.context.messages
        if self._desk.shift_id is None:
            messages.notice(self.tr("还没有开班。先开班再收银"))
        elif guest is None:
            messages.notice(self.tr("先按 F3 叫出会员，再充值"))
        else:
            self._key, self._sending = new_key(), False
            self.sheet.begin(guest, self._desk)

    def _post(self, draft: TillTopup) -> None:
        if self._sending or self._desk.shift_id is None:
            return
        self._sending = True
        work = self._desk.lent(partial(top_up, key=self._key))
        self._pane.run_write(
            work, draft, self._desk.shift_id, then=self._posted, failed=self._failed
        )

    def _posted(self, done: ToppedUp) -> None:
        self._sending = False
        self.sheet.dismiss()
        context = self._pane.context
        number = done.view.head.number or ""
        context.print_slip(topup_slip(done, context.clock), kind="topup", number=number)
        told = self.tr("{number} 已充值 {amount}，卡上有 {value}")
        context.messages.success(
            told.format(
                number=number,
                amount=money_text(done.view.total),
                value=money_text(done.guest.value),
            )
        )
        self._desk.call_guest(done.guest.id)

    def _failed(self, error: BaseException) -> None:
        self._sending = False
        if isinstance(error, UserError):
            self.sheet.refuse(error.message)
        else:
            self._pane.fail(error)

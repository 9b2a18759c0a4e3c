"""The keys of the till and what they begin; without a right somebody may lend it on the spot."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QT_TR_NOOP, QEvent, QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jxc_desktop.core.errors import UserError
from jxc_desktop.pos.grammar import Entry
from jxc_desktop.pos.ui.cancel_sheet import CancelSheet
from jxc_desktop.pos.ui.find_flow import FindFlow
from jxc_desktop.pos.ui.help_sheet import HelpSheet
from jxc_desktop.pos.ui.hold_flow import HoldFlow
from jxc_desktop.pos.ui.member_flow import MemberFlow
from jxc_desktop.pos.ui.overlay import Overlay
from jxc_desktop.pos.ui.pay_flow import PayFlow
from jxc_desktop.pos.ui.return_flow import ReturnFlow
from jxc_desktop.pos.ui.shift_flow import ShiftFlow
from jxc_desktop.pos.ui.till_desk import CHANGE_PRICE, DELETE, DISCOUNT, TillDesk
from jxc_desktop.pos.ui.till_papers import TillPapers
from jxc_desktop.pos.ui.till_screen import TillScreen
from jxc_desktop.pos.ui.topup_flow import TopupFlow
from jxc_desktop.pricing.minimum import RIGHT as BELOW_MIN
from jxc_desktop.shop.actor import Actor, matrix
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.pane import Context, Pane

_KEYS = (
    ("help", ""), ("find_goods", ""), ("find_member", "member.view"), ("quantity", ""), ("price", CHANGE_PRICE),
    ("line_discount", DISCOUNT), ("order_discount", DISCOUNT), ("hold", ""),
    ("take_back", "pos_return.post"), ("drawer", "pos.open_drawer"),
    ("print_again", "document.reprint"), ("delete_line", DELETE), ("close_shift", "shift.open"),
)  # fmt: skip


class TillActions(Pane):
    """The parts of the till and its actions; what happens on the ticket is `TillPane`'s."""

    def __init__(self, context: Context, till: str, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.desk = TillDesk(self, till)
        self.unknown = ""
        build_actions(self, context.may)
        self._build()
        self._add_sheets()

    def _build(self) -> None:
        keys = [(action_named(self, name), right) for name, right in _KEYS]
        leave = self.context.more.get("leave_till")
        self.face = TillScreen(self.context, keys, action_named(self, "settle"), leave)
        self.box = self.face.box
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.face)
        self.setFocusProxy(self.box)

    def _add_sheets(self) -> None:
        desk = self.desk
        self.papers = TillPapers(self, desk)
        self.paying = PayFlow(self, desk, self.papers)
        self.holding = HoldFlow(self, desk)
        self.finding = FindFlow(self, desk)
        self.calling = MemberFlow(self, desk)
        self.topping = TopupFlow(self, desk)
        self.returning = ReturnFlow(self, desk, self.papers)
        self.shifts = ShiftFlow(self, desk, self.papers)
        self.help_sheet = HelpSheet(self, [key.action for key in self.face.functions.keys])
        self.cancel_sheet = CancelSheet(self)
        self.sheets = self.findChildren(Overlay)

    # --- keys and focus ---

    def event(self, event: QEvent) -> bool:
        """The till's keys are its own, whatever the window around it does with them elsewhere."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self._action_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self._action_of(event)
        if item is None:
            super().keyPressEvent(event)
        else:
            item.trigger()
            event.accept()

    def _action_of(self, event: QKeyEvent) -> QAction | None:
        keys = event.keyCombination()
        pressed = QKeySequence(
            QKeyCombination(
                keys.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier, keys.key()
            )
        )
        return next((item for item in self.actions() if pressed in item.shortcuts()), None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.keep_focus()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.keep_focus()

    def open_sheet(self) -> Overlay | None:
        """The sheet that lies over the till, if any."""
        return next((sheet for sheet in self.sheets if sheet.isVisible()), None)

    def keep_focus(self) -> None:
        """The scan box has the focus unless a sheet is open."""
        if self.open_sheet() is None:
            self.box.edit.setFocus()

    # --- actions ---

    @action(str(QT_TR_NOOP("帮助")), "F1", icon="circle-help")
    def help(self) -> None:
        """The keys on one page."""
        self.help_sheet.open()

    @action(str(QT_TR_NOOP("查商品")), "F2", icon="search")
    def find_goods(self) -> None:
        """Find goods by name, or look at a price."""
        self.finding.find(self.box.text)
        self.box.clear()

    @action(str(QT_TR_NOOP("会员")), "F3", icon="id-card")
    def find_member(self) -> None:
        """Call a member onto the ticket by card, phone or name."""
        self.calling.find(self.box.text)
        self.box.clear()

    @action(str(QT_TR_NOOP("储值充值")), "Ctrl+T", icon="wallet")
    def top_up(self) -> None:
        """Take money onto the card of the member on the ticket."""
        self._allowed("stored_value_topup.post", self.topping.begin)

    @action(str(QT_TR_NOOP("改数量")), "F4", icon="hash")
    def quantity(self) -> None:
        """Type a quantity for the current line."""
        self.box.begin("*")

    @action(str(QT_TR_NOOP("过秤")), "Ctrl+G", icon="scale")
    def weigh(self) -> None:
        """Take what lies on the scale as the quantity of the current line."""
        weight: Callable[[], int] | None = self.context.more.get("weight")
        if weight is None:
            self.context.messages.notice(self.tr("这台电脑没有接电子秤"))
            return
        try:
            self.desk.weigh(weight())
        except UserError as error:
            self.context.messages.notice(error.message)

    @action(str(QT_TR_NOOP("改价")), "F5", icon="tag")
    def price(self) -> None:
        """Type a price for the current line."""
        self._begin("@", CHANGE_PRICE)

    @action(str(QT_TR_NOOP("单品折扣")), "F6", icon="percent")
    def line_discount(self) -> None:
        """Type a discount for the current line."""
        self._begin("/", DISCOUNT)

    @action(str(QT_TR_NOOP("整单优惠")), "F7", icon="badge-percent")
    def order_discount(self) -> None:
        """Type a discount for the whole order."""
        self._begin("//", DISCOUNT)

    @action(str(QT_TR_NOOP("挂单/取单")), "F8", icon="inbox")
    def hold(self) -> None:
        """Put the ticket aside, or take one back when there is none."""
        self.holding.hold(self.box.text)
        self.box.clear()

    @action(str(QT_TR_NOOP("退货")), "F9", icon="undo-2")
    def take_back(self) -> None:
        """Take goods back."""
        self._allowed("pos_return.post", self.returning.begin)

    @action(str(QT_TR_NOOP("开钱箱")), "F10", icon="inbox")
    def drawer(self) -> None:
        """Open the drawer without a sale; it is put on record."""
        self._allowed("pos.open_drawer", self.papers.open_drawer)

    @action(str(QT_TR_NOOP("重打小票")), "F11", icon="printer")
    def print_again(self) -> None:
        """Print the last receipt again."""
        self._allowed("document.reprint", self.papers.print_again)

    @action(str(QT_TR_NOOP("结算")), "F12", icon="wallet", obstacle="why_not_settle")
    def settle(self) -> None:
        """Take the money."""
        self.at_lowest(self.paying.settle)

    @action(str(QT_TR_NOOP("删行")), "Del", icon="trash-2")
    def delete_line(self) -> None:
        """Take the current line off."""
        self._allowed(DELETE, self.desk.delete)

    @action(str(QT_TR_NOOP("交班")), "Ctrl+Shift+J", icon="clipboard-check")
    def close_shift(self) -> None:
        """Count the drawer and end the shift."""
        self._allowed("shift.open", self.shifts.close)

    @action(str(QT_TR_NOOP("撤销")), "Ctrl+Z", icon="undo-2")
    def undo(self) -> None:
        """Take the last step back."""
        if not self.desk.undo():
            self.context.messages.info(self.tr("没有可撤销的了"))

    @action(str(QT_TR_NOOP("重做")), "Ctrl+Y", icon="redo-2")
    def redo(self) -> None:
        """Take a step again that was taken back."""
        self.desk.redo()

    @action(str(QT_TR_NOOP("新建商品")), "Ctrl+N", icon="package-plus")
    def new_goods(self) -> None:
        """Make goods of the barcode that nobody knew."""
        if self.unknown:
            self._allowed("product.edit", partial(self.finding.new_goods, self.unknown))
        else:
            self.context.messages.info(self.tr("先扫一个没有登记的条码"))

    def why_not_settle(self) -> str:
        """Why nothing can be paid, in words; "" when it can."""
        if self.desk.shift_id is None:
            return self.tr("还没有开班。先开班再收银")
        if not self.desk.ticket.lines and self.desk.ticket.swap is not None:
            return self.tr("还没有扫要换走的商品。只退不换就按 Esc，再按 F9 退货")
        if not self.desk.ticket.lines:
            return self.tr("小票上还没有商品。先扫商品")
        return ""

    # --- rights ---

    def _begin(self, text: str, right: str) -> None:
        self._allowed(right, partial(self.box.begin, text))

    def _allowed(self, right: str, then: Callable[[], None]) -> None:
        """Do it, or let somebody with the right allow it on the spot."""
        if self.context.may(right) or right in self.desk.vouchers:
            then()
            return
        words = matrix()[right].words
        if self.context.authorize is None:
            sentence = self.tr("“{right}”要店长授权。请店长登录后来做")
            self.context.messages.notice(sentence.format(right=words))
            return
        self.context.authorize(
            right,
            self.tr("收银员要做：{right}").format(right=words),
            partial(self._vouched, right, then),
        )

    def at_lowest(self, then: Callable[[], None]) -> None:
        """Go on, once prices below the lowest are allowed."""
        if self.desk.ticket.is_below_minimum:
            self._allowed(BELOW_MIN, then)
        else:
            then()

    def _vouched(self, right: str, then: Callable[[], None], by: Actor) -> None:
        self.desk.vouchers[right] = by
        self.keep_focus()
        then()

    def _ask_right(self, right: str, entry: Entry) -> None:
        self._allowed(right, partial(self.desk.put, entry))

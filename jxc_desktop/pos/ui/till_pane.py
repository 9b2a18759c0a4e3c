"""The till (收银): full screen, driven by keys and scanner, the scan box always ready."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QT_TR_NOOP, QEvent, QKeyCombination, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from jxc_desktop.catalog.queries.till import ProductAtTill
from jxc_desktop.pos import grammar
from jxc_desktop.pos.grammar import Entry
from jxc_desktop.pos.grammar_words import words_for
from jxc_desktop.pos.queries.tickets import TicketView
from jxc_desktop.pos.selling import Sold
from jxc_desktop.pos.ui.cancel_sheet import CancelSheet
from jxc_desktop.pos.ui.find_flow import FindFlow
from jxc_desktop.pos.ui.help_sheet import HelpSheet
from jxc_desktop.pos.ui.hold_flow import HoldFlow
from jxc_desktop.pos.ui.overlay import Overlay
from jxc_desktop.pos.ui.pay_flow import PayFlow
from jxc_desktop.pos.ui.return_flow import ReturnFlow
from jxc_desktop.pos.ui.shift_flow import ShiftFlow
from jxc_desktop.pos.ui.till_desk import CHANGE_PRICE, DELETE, DISCOUNT, TillDesk
from jxc_desktop.pos.ui.till_papers import TillPapers
from jxc_desktop.pos.ui.till_screen import TillScreen
from jxc_desktop.shop.actor import Actor, matrix
from jxc_desktop.stock.queries import LevelView, levels_of
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.formats import quantity_text
from jxc_desktop.widgets.messages import Link
from jxc_desktop.widgets.pane import Context, Pane

DEFAULT_TILL = "01"
_TWICE = 2000
"""Milliseconds in which a second Esc cancels the ticket."""
_KEYS = (
    ("help", ""), ("find_goods", ""), ("quantity", ""), ("price", CHANGE_PRICE),
    ("line_discount", DISCOUNT), ("order_discount", DISCOUNT), ("hold", ""),
    ("take_back", "pos_return.post"), ("drawer", "pos.open_drawer"),
    ("print_again", "document.reprint"), ("delete_line", DELETE), ("close_shift", "shift.open"),
)  # fmt: skip


class TillPane(Pane):
    """`context.more` may bring `till` (this machine's till), `open_drawer(number)` and `leave_till()`."""

    title: ClassVar[str] = str(QT_TR_NOOP("收银"))
    icon: ClassVar[str] = "scan-barcode"
    needs: ClassVar[str] = "pos_sale.post"
    watches: ClassVar[frozenset[str]] = frozenset({"held_ticket", "shift", "pos_sale", "setting"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setProperty("look", "canvas")
        more = context.more
        till = str(more.get("till") or context.settings.read("till/code", DEFAULT_TILL))
        self.desk = TillDesk(self, till)
        self._sold: TicketView | None = None
        self._unknown = ""
        build_actions(self, context.may)
        self._build()
        self._add_sheets()
        self._connect()
        self._escaped = QTimer(self, singleShot=True, interval=_TWICE)
        self.desk.load()

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

    # --- what comes from outside ---

    def take_scan(self, code: str) -> bool:
        """A scanner read `code`, whatever had the focus; here every code means something."""
        sheet = self.open_sheet()
        if sheet is not None:
            sheet.take_scan(code)
            return True
        text = self.box.text
        self.box.clear()
        ahead = isinstance(grammar.understand(text), grammar.Quantity | grammar.Price)
        self._take(text + code if ahead else code)
        return True

    def refresh(self) -> None:
        """Read shift, tickets put aside and the last ticket again."""
        self.desk.load()

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

    @action(str(QT_TR_NOOP("改数量")), "F4", icon="hash")
    def quantity(self) -> None:
        """Type a quantity for the current line."""
        self.box.begin("*")

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
        self.paying.settle()

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
        if self._unknown:
            self._allowed("product.edit", partial(self.finding.new_goods, self._unknown))
        else:
            self.context.messages.info(self.tr("先扫一个没有登记的条码"))

    def why_not_settle(self) -> str:
        """Why nothing can be paid, in words; "" when it can."""
        if self.desk.shift_id is None:
            return self.tr("还没有开班。先开班再收银")
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

    def _vouched(self, right: str, then: Callable[[], None], by: Actor) -> None:
        self.desk.vouchers[right] = by
        self.keep_focus()
        then()

    def _ask_right(self, right: str, entry: Entry) -> None:
        self._allowed(right, partial(self.desk.put, entry))

    # --- what happens ---

    def _take(self, text: str) -> None:
        self.context.messages.next_action()
        self.desk.take(text)

    def _explain(self, text: str) -> None:
        entry = grammar.understand(text)
        if isinstance(entry, grammar.PaymentCode):
            self.box.clear()
        words = words_for(entry, self.desk.ticket, self.desk.place)
        wrong = isinstance(entry, grammar.Unclear) and bool(entry.reason)
        self.box.explain(words, wrong=wrong)

    def _show_ticket(self) -> None:
        ticket = self.desk.ticket
        if ticket.lines:
            self._sold = None
        self.face.lines.show_ticket(ticket, self.desk.place)
        if self._sold is not None:
            self.face.totals.show_sold(self._sold)
        else:
            self.face.totals.show_ticket(ticket)
        self.box.explain("")

    def _show_state(self) -> None:
        state = self.desk.state
        if state is None:
            return
        self.face.bar.show_state(state)
        self.face.held.show_held(state.held)
        self.face.foot.show_last(state)
        self.holding.state_came(state)
        self.shifts.state_came(state)

    def _show_scanned(self, product: ProductAtTill) -> None:
        line = self.desk.ticket.lines[self.desk.place]
        self.context.messages.success(
            self.tr("已加入：{product} ×{quantity}").format(
                product=product.name, quantity=quantity_text(line.quantity)
            )
        )
        self.face.card.show_product(product)
        self.run_read(levels_of, product.id, then=self._show_levels, slot="levels")

    def _show_levels(self, levels: list[LevelView]) -> None:
        if self.desk.state is not None:
            self.face.card.show_levels(levels, self.desk.state.till.warehouse_id)

    def _show_sold(self, sold: Sold, _on_paper: bool) -> None:
        """Let the change stand large until the next scan."""
        self._sold = sold.view
        self.face.card.clear()
        self._show_ticket()

    def _say_unknown(self, code: str) -> None:
        self._unknown = code
        QApplication.beep()
        links: tuple[Link, ...] = ()
        if self.context.may("product.edit"):
            links = (
                Link(self.tr("新建商品"), self.new_goods, "Ctrl+N"),
                Link(self.tr("绑定到已有商品"), partial(self.finding.bind, code)),
            )
        sentence = self.tr("没有这个条码 {code}。新建商品，或看看是不是扫了箱码")
        if not links:
            sentence = self.tr("没有这个条码 {code}。看看是不是扫了箱码，或请店长建商品")
        self.context.messages.error(sentence.format(code=code), *links)

    def _refuse(self, words: str) -> None:
        QApplication.beep()
        self.context.messages.notice(words)

    def _take_back_paper(self, number: str) -> None:
        self._allowed("pos_return.post", partial(self.returning.begin, number))

    def _discount_instead(self) -> None:
        self.paying.sheet.dismiss()
        self.order_discount()

    def _ask_cancel(self) -> None:
        self.cancel_sheet.begin(self.desk.ticket)

    def _on_ticket_key(self, key: int) -> None:
        self.desk.go_to(self.desk.place + (1 if key == Qt.Key.Key_Down else -1))

    def _on_escape(self) -> None:
        if not self.desk.ticket.lines:
            self._sold = None
            self._show_ticket()
        elif self._escaped.isActive():
            self._escaped.stop()
            self._allowed(DELETE, self._ask_cancel)
        else:
            self._escaped.start()
            self.context.messages.info(self.tr("再按一次 Esc 整单取消"))

    # --- how it is built ---

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
        self.returning = ReturnFlow(self, desk, self.papers)
        self.shifts = ShiftFlow(self, desk, self.papers)
        self.help_sheet = HelpSheet(self, [key.action for key in self.face.functions.keys])
        self.cancel_sheet = CancelSheet(self)
        self.sheets = self.findChildren(Overlay)

    def _connect(self) -> None:
        desk, box, paying = self.desk, self.box, self.paying
        box.entered.connect(self._take)
        box.edited.connect(self._explain)
        box.ticket_key.connect(self._on_ticket_key)
        box.escaped.connect(self._on_escape)
        self.face.lines.clicked.connect(desk.go_to)
        self.face.held.chosen.connect(self.holding.recall_view)
        desk.changed.connect(self._show_ticket)
        desk.stated.connect(self._show_state)
        desk.scanned.connect(self._show_scanned)
        desk.unknown.connect(self._say_unknown)
        desk.ambiguous.connect(self.finding.choose)
        desk.paper.connect(self._take_back_paper)
        desk.refused.connect(self._refuse)
        desk.wants_right.connect(self._ask_right)
        desk.settling.connect(action_named(self, "settle").trigger)
        desk.cash_paid.connect(paying.pay_cash)
        paying.payment.sold.connect(self._show_sold)
        paying.sheet.order_discount.connect(self._discount_instead)
        self.cancel_sheet.cancelled.connect(desk.cancel_ticket)
        for sheet in self.sheets:
            sheet.closed.connect(self.keep_focus)

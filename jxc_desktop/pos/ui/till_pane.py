"""The till (收银): full screen, driven by keys and scanner, the scan box always ready."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import QT_TR_NOOP, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from jxc_desktop.catalog.queries.till import ProductAtTill
from jxc_desktop.pos import grammar
from jxc_desktop.pos.grammar_words import words_for
from jxc_desktop.pos.queries.tickets import TicketView
from jxc_desktop.pos.selling import Sold
from jxc_desktop.pos.till_state import TillState
from jxc_desktop.pos.ui.customer_feed import CustomerFeed
from jxc_desktop.pos.ui.till_actions import TillActions
from jxc_desktop.pos.ui.till_desk import DELETE
from jxc_desktop.stock.queries import LevelView, levels_of
from jxc_desktop.widgets.actions import action_named
from jxc_desktop.widgets.formats import quantity_text
from jxc_desktop.widgets.messages import Link
from jxc_desktop.widgets.pane import Context

DEFAULT_TILL = "01"
_TWICE = 2000
"""Milliseconds in which a second Esc cancels the ticket."""
_LEVELS_AFTER = 40
"""Milliseconds from a scan to the question what lies where: its line comes first, and of a burst only the last asks."""


class TillPane(TillActions):
    """`context.more` may bring `till` (this machine's till), `open_drawer(number)` and `leave_till()`.

    And `show_customer(shown)`, which shows the customer a picture of the ticket.
    """

    title: ClassVar[str] = str(QT_TR_NOOP("收银"))
    icon: ClassVar[str] = "scan-barcode"
    needs: ClassVar[str] = "pos_sale.post"
    watches: ClassVar[frozenset[str]] = frozenset({"held_ticket", "shift", "pos_sale", "setting"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        own = context.more.get("till") or context.settings.read("till/code", DEFAULT_TILL)
        super().__init__(context, str(own), parent)
        self.setProperty("look", "canvas")
        self._sold: TicketView | None = None
        self._escaped = QTimer(self, singleShot=True, interval=_TWICE)
        self._levels = QTimer(self, singleShot=True, interval=_LEVELS_AFTER)
        self._connect()
        show_customer = context.more.get("show_customer")
        self.feed = CustomerFeed(self.desk, show_customer) if show_customer else None
        self.desk.load()

    # --- what comes from outside ---

    def take_scan(self, code: str) -> bool:
        """A scanner read `code`, whatever had the focus; here every code means something."""
        sheet = self.open_sheet()
        if sheet is not None:
            if sheet.take_scan(code):
                return True
            sheet.dismiss()
        text = self.box.text
        self.box.clear()
        ahead = isinstance(grammar.understand(text), grammar.Quantity | grammar.Price)
        self._take(text + code if ahead else code)
        return True

    def may_close(self) -> bool:
        """The ticket on the screen comes back at the next start; a sale on its way is waited for."""
        if self.desk.locked:
            self.context.messages.notice(self.tr("正在记账，马上就好"))
            return False
        self.desk.keep_now()
        return True

    def refresh(self) -> None:
        """Read shift, tickets put aside and the last ticket again."""
        self.desk.load()

    # --- what happens ---

    def _take(self, text: str) -> None:
        self.context.messages.next_action()
        self.desk.take(text)

    def _explain(self, text: str) -> None:
        entry = grammar.understand(text)
        words = words_for(entry, self.desk.ticket, self.desk.place)
        wrong = isinstance(entry, grammar.Unclear) and bool(entry.reason)
        self.box.explain(words, wrong=wrong)

    def _show_ticket(self) -> None:
        ticket = self.desk.ticket
        if ticket.lines:
            self._sold = None
        self.face.lines.show_ticket(ticket, self.desk.place)
        self.face.guest.show_guest(ticket.guest)
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

    def _tell_start(self, state: TillState) -> None:
        """What the cashier must know of the day before, or of the moment before a crash."""
        messages, today = self.context.messages, self.context.clock.today()
        if state.sold:
            sentence = self.tr("上次断开时 {number} 已收款，没有重复收。小票没出来就按 F11 重打")
            messages.notice(sentence.format(number=state.sold))
        elif state.draft is not None:
            messages.info(self.tr("上次没收完的小票在这里，接着扫就行"))
        elif state.shift is not None and state.shift.facts.day < today:
            sentence = self.tr("这一班是 {day} 开的，还没有交班。先按 Ctrl+Shift+J 交班")
            messages.notice(sentence.format(day=state.shift.facts.day))

    def _show_scanned(self, product: ProductAtTill) -> None:
        line = self.desk.ticket.lines[self.desk.place]
        self.context.messages.success(
            self.tr("已加入：{product} ×{quantity}").format(
                product=product.name, quantity=quantity_text(line.quantity)
            )
        )
        self.face.card.show_product(product)
        self._levels.start()

    def _ask_levels(self) -> None:
        product = self.face.card.product
        if product is not None and product.track_stock:
            then = partial(self._show_levels, product)
            self.run_read(levels_of, product.id, then=then, slot="levels")

    def _show_levels(self, product: ProductAtTill, levels: list[LevelView]) -> None:
        if self.desk.state is not None and self.face.card.product is product:
            self.face.card.show_levels(levels, self.desk.state.till.warehouse_id)

    def _show_sold(self, sold: Sold, _on_paper: bool) -> None:
        """Let the change stand large until the next scan."""
        self._sold = sold.view
        self.face.card.clear()
        self._show_ticket()
        if self.feed is not None:
            self.feed.sold(sold.view)

    def _say_unknown(self, code: str) -> None:
        self.unknown = code
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
            if self.desk.ticket.swap is not None:
                self.desk.exchange(None)
                self.context.messages.info(self.tr("不换了，退回的商品已去掉"))
            self._show_ticket()
        elif self._escaped.isActive():
            self._escaped.stop()
            self._allowed(DELETE, self._ask_cancel)
        else:
            self._escaped.start()
            self.context.messages.info(self.tr("再按一次 Esc 整单取消"))

    def _connect(self) -> None:
        desk, box, paying = self.desk, self.box, self.paying
        self._levels.timeout.connect(self._ask_levels)
        box.entered.connect(self._take)
        box.edited.connect(self._explain)
        box.ticket_key.connect(self._on_ticket_key)
        box.escaped.connect(self._on_escape)
        self.face.lines.clicked.connect(desk.go_to)
        self.face.held.chosen.connect(self.holding.recall_view)
        desk.changed.connect(self._show_ticket)
        desk.stated.connect(self._show_state)
        desk.started.connect(self._tell_start)
        desk.scanned.connect(self._show_scanned)
        desk.unknown.connect(self._say_unknown)
        desk.ambiguous.connect(self.finding.choose)
        desk.paper.connect(self._take_back_paper)
        desk.refused.connect(self._refuse)
        desk.wants_right.connect(self._ask_right)
        desk.settling.connect(action_named(self, "settle").trigger)
        desk.cash_paid.connect(lambda fen: self.at_lowest(partial(paying.pay_cash, fen)))
        paying.payment.sold.connect(self._show_sold)
        paying.sheet.order_discount.connect(self._discount_instead)
        self.cancel_sheet.held.connect(self.hold)
        self.cancel_sheet.cancelled.connect(desk.cancel_ticket)
        for sheet in self.sheets:
            sheet.closed.connect(self.keep_focus)

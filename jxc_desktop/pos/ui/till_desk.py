"""What happens at a till: scans become lines, lines are paid. Holds the ticket; paints nothing."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from jxc_desktop.catalog.queries.till import ProductAtTill
from jxc_desktop.catalog.scale_labels import KILOGRAM_HOLDS, in_unit
from jxc_desktop.core.errors import UserError
from jxc_desktop.core.numbers import QUANTITY_PLACES, div_half_up
from jxc_desktop.members.queries import MemberHit
from jxc_desktop.pos import grammar
from jxc_desktop.pos.grammar import Code, Entry
from jxc_desktop.pos.grammar_words import applied
from jxc_desktop.pos.looking import Found, renewed, with_guest
from jxc_desktop.pos.selling import note_cancelled, note_deleted
from jxc_desktop.pos.ticket import PIECE, OpenTicket, Rounding, Swap, TicketLine
from jxc_desktop.pos.ticket_steps import TicketSteps
from jxc_desktop.pos.till_state import TillState, till_state
from jxc_desktop.pos.ui.autosave import Autosave
from jxc_desktop.pos.ui.scan_queue import ScanQueue
from jxc_desktop.pricing.promotions.coupons import CouponView, require_good
from jxc_desktop.pricing.promotions.offer import Moment
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.vouching import with_rights, with_rights_to_see
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.pane import Pane

T = TypeVar("T")
CHANGE_PRICE, DISCOUNT, DELETE = "pos.change_price", "pos.discount", "pos.delete_line"
_RIGHTS: dict[type, str] = {
    grammar.Price: CHANGE_PRICE,
    grammar.LineDiscount: DISCOUNT,
    grammar.OrderDiscount: DISCOUNT,
    grammar.OrderYuan: DISCOUNT,
}


PROMOTIONS = frozenset({"promotion", "promotion_goods", "promotion_level", "category"})
"""Tables whose change makes the promotions in force old."""


def is_weighed(product: ProductAtTill) -> bool:
    """Whether a scale says how much of it there is, as no label has said."""
    return not product.weight and (product.weighed or product.unit.casefold() in KILOGRAM_HOLDS)


def right_for(entry: Entry) -> str:
    """The permission that an entry asks for, "" for none."""
    if isinstance(entry, Code):
        return "" if entry.price is None else CHANGE_PRICE
    if isinstance(entry, grammar.Quantity) and entry.relative:
        return DELETE
    return _RIGHTS.get(type(entry), "")


class TillDesk(QObject):
    """The ticket of one till with its steps, its draft behind, and its way to the database."""

    changed = Signal()
    """The ticket or its current line changed."""
    stated = Signal()
    """Shift, tickets put aside or last ticket were read anew."""
    started = Signal(object)
    """The first state, as `TillState`: with what a crash left."""
    scanned = Signal(object)
    """A product came onto the ticket."""
    unknown = Signal(str)
    """A code that nobody bears."""
    ambiguous = Signal(object)
    """What was typed, as `Code`, when several products answer to it."""
    paper = Signal(str)
    """A receipt's number was scanned."""
    refused = Signal(str)
    """A sentence about what cannot be done."""
    wants_right = Signal(str, object)
    """A permission that is missing and the entry that needs it."""
    member_wanted = Signal(str)
    """Somebody typed whose ticket it is; "" asks for a list."""
    guest_came = Signal(object)
    """A member was called onto the ticket, as `Guest`, or taken off it (None)."""
    settling = Signal()
    """The box was empty: the customer wants to pay."""
    cash_paid = Signal(int)
    """Fen of cash were typed: finish with them."""

    def __init__(self, pane: Pane, till: str) -> None:
        super().__init__(pane)
        self.till = till
        self.state: TillState | None = None
        self.place = -1
        self._pane = pane
        self._steps = TicketSteps()
        self.vouchers: dict[str, Actor] = {}
        """Rights that somebody lent on the spot, until the next ticket."""
        self._started = False
        self.locked = False
        """While a sale is on its way to the books nothing changes."""
        self._queue = ScanQueue(pane)
        self._queue.came.connect(self._came)
        self._queue.failed.connect(pane.fail)
        self._autosave = Autosave(pane)
        pane.context.tasks.changed.connect(self._on_changed)

    @property
    def ticket(self) -> OpenTicket:
        """What is on the ticket now."""
        return self._steps.ticket

    @property
    def shift_id(self) -> int | None:
        """The shift that sells now, if one is open."""
        return self.state.shift.facts.id if self.state and self.state.shift else None

    # --- state ---

    def load(self) -> None:
        """Read what the till shows; the first time with the ticket that a crash left."""
        operation = partial(till_state, with_draft=not self._started)
        self._pane.run_read(operation, self.till, then=self._loaded, slot="till")

    def _loaded(self, state: TillState) -> None:
        first, self.state = not self._started, state
        self._started = True
        if first:
            self._autosave.start(state.till.id)
            self._steps.start(self._promoted(state.draft or self._empty()))
            self._queue.price_at(self.ticket.guest.price_level if self.ticket.guest else "")
            self.place = len(self.ticket.lines) - 1
            if state.sold:
                self._autosave.keep(self.ticket)
            self.changed.emit()
        else:
            self.reckon_again()
        self.stated.emit()
        if first:
            self.started.emit(state)

    def _on_changed(self, tables: frozenset[str]) -> None:
        if self._started and tables & PROMOTIONS:
            self.load()

    def _empty(self) -> OpenTicket:
        if self.state is None:
            return OpenTicket()
        settings = self.state.settings
        return OpenTicket(
            rounding=Rounding(settings.till_rounding), points_price=settings.points_for_yuan
        )

    def keep_now(self) -> None:
        """Nothing of the ticket may wait any longer."""
        self._autosave.keep_now()

    # --- what is typed and scanned ---

    def take(self, text: str) -> None:
        """Take what was typed or scanned; everything is done in the order it came."""
        self.put(grammar.understand(text))

    def put(self, entry: Entry) -> None:
        """Take an entry that is understood already."""
        self._queue.put(entry)

    def add(self, product: ProductAtTill, quantity: int = PIECE, price: int | None = None) -> None:
        """Put goods on the ticket."""
        if self.locked:
            return
        try:
            after = self.ticket.adding(product, quantity, price)
        except UserError as error:
            self.refused.emit(error.message)
            return
        self._take_step(after, len(after.lines) - 1)
        self.scanned.emit(product)

    def change(self, entry: Entry) -> None:
        """Do what an entry without a code asks for; the right was looked at."""
        needs_line = isinstance(entry, grammar.Quantity | grammar.Price | grammar.LineDiscount)
        if self.locked:
            return
        if needs_line and self.place < 0:
            self.refused.emit(self.tr("小票上还没有商品。先扫商品"))
            return
        try:
            after = applied(entry, self.ticket, self.place)
        except UserError as error:
            self.refused.emit(error.message)
            return
        if isinstance(entry, grammar.Quantity) and entry.relative:
            self._note(self.ticket.lines[self.place], -entry.quantity)
        self._take_step(after, min(self.place, len(after.lines) - 1))

    def weigh(self, weight: int) -> None:
        """Make 1e-4 kilograms the quantity of the current line, to the decimals that its goods take."""
        product = self.ticket.lines[self.place].product if self.place >= 0 else None
        if product is not None and not is_weighed(product):
            self.refused.emit(self.tr("{product} 不按重量卖").format(product=product.name))
            return
        quantity = in_unit(weight, product.unit) if product else weight
        step = int(10 ** (QUANTITY_PLACES - (product.places if product else 0)))
        self.change(grammar.Quantity(div_half_up(quantity, step) * step))

    def _came(self, entry: Entry, found: Found | None) -> None:
        right = right_for(entry)
        if right and not self._pane.context.may(right) and right not in self.vouchers:
            self.wants_right.emit(right, entry)
            return
        match entry:
            case Code():
                self._found(entry, found)
            case grammar.Nothing():
                self.settling.emit()
            case grammar.CashPaid(fen):
                self.cash_paid.emit(fen)
            case grammar.Member(None):
                self.call_guest(None)
            case grammar.Member(text):
                self.member_wanted.emit(text)
            case grammar.PaymentCode():
                self.refused.emit(self._payment_refusal())
            case grammar.Unclear(reason):
                self.refused.emit(reason or self.tr("没看懂。F1 看怎么输"))
            case _:
                self.change(entry)

    def _add_found(self, code: Code, found: ProductAtTill) -> None:
        """Put what a code means on the ticket; a scale's label says itself how much."""
        if found.weight and code.quantity is not None:
            self.refused.emit(self.tr("秤标签上已有重量，不用先输数量。直接扫"))
            return
        self.add(found, code.quantity or found.weight or PIECE, code.price)

    def _found(self, code: Code, found: Found | None) -> None:
        if isinstance(found, ProductAtTill):
            self._add_found(code, found)
        elif isinstance(found, MemberHit):
            self.call_guest(found.id)
        elif isinstance(found, CouponView):
            self.take_coupon(found)
        elif code.maybe_payment:
            self.refused.emit(self._payment_refusal())
        elif found:
            self.ambiguous.emit(code)
        elif grammar.is_paper(code.text):
            self.paper.emit(code.text)
        else:
            self.unknown.emit(code.text)

    def _payment_refusal(self) -> str:
        return self.tr("扫到的是付款码，没有记下。先按 F12 结算，再请客人扫店里的收款码")

    # --- promotions ---

    def reckon_again(self) -> None:
        """Look at promotions once more: their hour may have begun or ended, or somebody changed them."""
        after = self._promoted(self.ticket)
        if after.promoted != self.ticket.promoted:
            self._steps.put(after)
            self.changed.emit()
        elif after is not self.ticket:
            self._steps.put(after)

    def take_coupon(self, coupon: CouponView) -> None:
        """Put a coupon on the ticket, and say what it is good for."""
        if self.locked:
            return
        try:
            require_good(coupon, self._pane.context.clock.today())
            after = self.ticket.with_coupon(coupon.code, coupon.promotion_id)
        except UserError as error:
            self.refused.emit(error.message)
            return
        self._take_step(after, self.place)
        taken = [t for t in self.ticket.promoted.taken if t.promotion_id == coupon.promotion_id]
        if taken:
            words = self.tr("券 {code}：{name} 优惠 {off}")
            said = words.format(
                code=coupon.code, name=taken[0].name, off=money_text(taken[0].total)
            )
            self._pane.context.messages.success(said)
        else:
            words = self.tr("券 {code} 记在小票上了，现在还用不上")
            self._pane.context.messages.notice(words.format(code=coupon.code))

    def _promoted(self, ticket: OpenTicket) -> OpenTicket:
        """The ticket with what promotions take off it at this minute."""
        if self.state is None:
            return ticket
        clock = self._pane.context.clock
        now = clock.local(clock.milliseconds())
        moment = Moment(now.date(), now.hour * 60 + now.minute)
        return ticket.promoted_by(self.state.offers, moment)

    # --- the member ---

    def call_guest(self, member_id: int | None) -> None:
        """Let the ticket be a member's, its untouched prices those of their level; None takes the member off."""
        if not self.locked and (member_id is not None or self.ticket.guest is not None):
            ticket = self.ticket
            then = partial(self._called, ticket, member_id)
            self._pane.run_read(with_guest, ticket, member_id, then=then, slot="guest")

    def _called(self, before: OpenTicket, member_id: int | None, after: OpenTicket) -> None:
        if self.ticket != before:
            self.call_guest(member_id)  # something was scanned meanwhile
            return
        self._take_step(after, self.place)
        self.guest_came.emit(after.guest)

    # --- lines ---

    def go_to(self, place: int) -> None:
        """Make another line the current one."""
        if 0 <= place < len(self.ticket.lines) and place != self.place:
            self.place = place
            self.changed.emit()

    def delete(self) -> None:
        """Take the current line off; it is put on record."""
        if not 0 <= self.place < len(self.ticket.lines) or self.locked:
            return
        line = self.ticket.lines[self.place]
        self._take_step(self.ticket.without(self.place), self.place)
        self._note(line, line.quantity)

    def _note(self, line: TicketLine, quantity: int) -> None:
        """Put on record what was taken off."""
        note = (self.till, line.product.name, quantity, line.amount)
        self._pane.run_write(self.lent(note_deleted), *note)

    def exchange(self, swap: Swap | None) -> None:
        """Let goods of an earlier ticket come back with what is rung up now; None lets none."""
        if not self.locked:
            self._take_step(self.ticket.exchanging(swap), self.place)

    def undo(self) -> bool:
        """Take the last step back."""
        return self._walk(self._steps.undo)

    def redo(self) -> bool:
        """Take a step again that was taken back."""
        return self._walk(self._steps.redo)

    def cancel_ticket(self) -> None:
        """Give the whole ticket up; it is put on record."""
        ticket = self.ticket
        if ticket.lines and not self.locked:
            note = self.lent(note_cancelled)
            self._pane.run_write(note, self.till, len(ticket.lines), ticket.due)
            self.start()

    def start(self, ticket: OpenTicket | None = None) -> None:
        """Begin with another ticket, or an empty one."""
        self._steps.start(self._promoted(ticket or self._empty()))
        self.vouchers.clear()
        self._place_on(len(self.ticket.lines) - 1)

    def lent(self, operation: Callable[..., T]) -> Callable[..., T]:
        """The operation with the rights that were lent for this ticket."""
        return partial(with_rights, tuple(self.vouchers.items()), operation)

    def lent_to_see(self, question: Callable[..., T]) -> Callable[..., T]:
        """The same for what only reads."""
        return partial(with_rights_to_see, tuple(self.vouchers.items()), question)

    def resume(self, ticket: OpenTicket) -> None:
        """Go on with a ticket that was put aside, its goods as they are now."""
        self.start(ticket)
        self._pane.run_read(renewed, self.ticket, then=partial(self._renewed, self.ticket))

    def _renewed(self, before: OpenTicket, after: OpenTicket) -> None:
        if self.ticket == before:
            self.start(after)

    def _walk(self, move: Callable[[], bool]) -> bool:
        moved = not self.locked and move()
        if moved:
            self._place_on(min(self.place, len(self.ticket.lines) - 1))
        return moved

    def _take_step(self, ticket: OpenTicket, place: int) -> None:
        self._steps.take(self._promoted(ticket))
        self._place_on(min(place, len(ticket.lines) - 1))

    def _place_on(self, place: int) -> None:
        self._queue.price_at(self.ticket.guest.price_level if self.ticket.guest else "")
        self.place = place if place >= 0 else len(self.ticket.lines) - 1
        self._autosave.keep(self.ticket)
        self.changed.emit()

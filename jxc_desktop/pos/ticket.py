"""The ticket being rung up: plain values in memory, so that a scan never waits for the database.

Every step gives a new ticket, so undo is a list of tickets. Amounts come from the same arithmetic as the posting's.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from jxc_desktop.catalog.facts import ProductFacts, out_of_use
from jxc_desktop.catalog.queries.till import ProductAtTill
from jxc_desktop.core.errors import InvalidInput, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import ONE, QUANTITY_PLACES, div_half_up, line_amount, spread
from jxc_desktop.members.worth import FEN_PER_YUAN, worth_of
from jxc_desktop.pos.drafts import TenderDraft, TicketDraft, Wish
from jxc_desktop.pos.guest import Guest
from jxc_desktop.pricing.minimum import lowest_amount
from jxc_desktop.pricing.promotions.offer import (
    NOTHING,
    Basket,
    BasketLine,
    Moment,
    Offer,
    Outcome,
)
from jxc_desktop.pricing.promotions.reckoning import reckon
from jxc_desktop.shop.keys import Key, new_key
from jxc_desktop.stock.lot_drafts import LotShare
from jxc_desktop.stock.priced import MOST, LineDraft
from jxc_desktop.stock.returned import ReturnLine

PIECE: int = 10**QUANTITY_PLACES
"""One unit as a quantity."""


class Rounding(StrEnum):
    """抹零: down to a jiao, down to a yuan, or to the nearest where that is below; never above what is due."""

    NONE = "none"
    FEN = "fen"
    JIAO = "jiao"
    NEAREST_JIAO = "nearest_jiao"
    NEAREST_YUAN = "nearest_yuan"

    def off(self, due: int) -> int:
        """Fen taken off `due`; nothing rather than all of it."""
        step = {Rounding.NONE: 1, Rounding.FEN: 10, Rounding.NEAREST_JIAO: 10}.get(self, 100)
        rest = due % step
        up = self in {Rounding.NEAREST_JIAO, Rounding.NEAREST_YUAN} and 2 * rest >= step
        return 0 if up or rest == due else rest

    @property
    def words(self) -> str:
        """The mode as the screen and the receipt say it."""
        return {
            Rounding.NONE: translate("pos", "不抹零"),
            Rounding.FEN: translate("pos", "抹分"),
            Rounding.JIAO: translate("pos", "抹角"),
            Rounding.NEAREST_JIAO: translate("pos", "四舍到角"),
            Rounding.NEAREST_YUAN: translate("pos", "四舍到元"),
        }[self]


@dataclass(frozen=True, slots=True)
class TicketLine:
    """A product on the ticket: `quantity` 1e-4 of its unit, `price` 1e-6 yuan, `discount` 1e-4 off."""

    product: ProductAtTill
    quantity: int
    price: int
    discount: int = 0

    @property
    def amount(self) -> int:
        """Fen after the line's own discount."""
        return line_amount(self.quantity, self.price, self.discount)

    @property
    def full_amount(self) -> int:
        """Fen before any discount."""
        return line_amount(self.quantity, self.price)

    @property
    def is_below_minimum(self) -> bool:
        """Whether it sells below the product's lowest price (最低售价)."""
        return self.sells_below(self.amount)

    def sells_below(self, paid: int) -> bool:
        """Whether `paid` fen for the line are less than the product's lowest price allows."""
        product = self.product
        if product.min_price is None:
            return False
        return paid < lowest_amount(
            product.min_price, self.quantity, product.numerator, product.denominator
        )

    def is_by_hand(self, discount: int) -> bool:
        """Whether somebody typed its price or a discount other than the member's; it takes no part in promotions."""
        return self.price != self.product.price or self.discount != discount

    def in_basket(self, discount: int) -> BasketLine:
        """The line as promotions see it; `discount` is the member's."""
        product = self.product
        count = div_half_up(self.quantity * product.numerator, product.denominator)
        return BasketLine(product.id, count, self.amount, by_hand=self.is_by_hand(discount))

    @property
    def draft(self) -> LineDraft:
        """The line as the posting takes it."""
        product = self.product
        unit = "" if product.unit == product.base_unit else product.unit
        lots = (LotShare(product.serial),) if product.serial else ()
        return LineDraft(product.id, self.quantity, unit, self.price, self.discount, lots=lots)


@dataclass(frozen=True, slots=True)
class Swap:
    """Goods of ticket `original` that come back while this one is rung up: fen they give back, as `words` for the eye.

    What they give back onto the member's card is not in `worth`.
    """

    original: str
    lines: tuple[ReturnLine, ...]
    worth: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class OpenTicket:
    """A ticket not yet paid. The whole order bears either `rate_off` (1e-4) or `yuan_off` (fen).

    `promoted` is what promotions take off it, as reckoned at `moment` with the `coupons` given (code and promotion).

    `key` makes paying it harmless to repeat; it stays with the ticket through holding and crashes. `points_price` is
    how many points the shop takes for a yuan, 0 for none.
    """

    lines: tuple[TicketLine, ...] = ()
    rate_off: int = 0
    yuan_off: int = 0
    rounding: Rounding = Rounding.NONE
    key: Key = field(default_factory=new_key)
    guest: Guest | None = None
    points_wanted: int = 0
    points_price: int = 0
    coupons: tuple[tuple[str, int], ...] = ()
    promoted: Outcome = NOTHING
    moment: Moment | None = None
    swap: Swap | None = None

    @property
    def full_amount(self) -> int:
        """Fen before all reductions (原价合计)."""
        return sum(line.full_amount for line in self.lines)

    @property
    def points_used(self) -> int:
        """Points that come off as money: as wanted, no more than what is left to pay takes; `points_price` a yuan."""
        if not self.points_wanted or not self.points_price:
            return 0
        left = (self.amount - self.order_discount) * self.points_price
        return min(self.points_wanted, max(left // FEN_PER_YUAN, 0))

    @property
    def points_off(self) -> int:
        """Fen that points take off."""
        return worth_of(self.points_used, self.points_price) if self.points_used else 0

    @property
    def amount(self) -> int:
        """Fen of the lines, their own discounts and promotions taken off."""
        whole = sum(line.amount for line in self.lines)
        return whole - self.promoted.total if self.promoted.taken else whole

    @property
    def order_discount(self) -> int:
        """Fen off the whole order; a rate grows with the ticket, yuan never pass what is due."""
        if self.rate_off:
            return div_half_up(self.amount * self.rate_off, ONE)
        return min(self.yuan_off, self.amount) if self.yuan_off else 0

    @property
    def rounding_off(self) -> int:
        """Fen of 抹零; a customer who gets money back gets all of it."""
        return self.rounding.off(max(self._unrounded, 0))

    @property
    def _unrounded(self) -> int:
        back = self.swap.worth if self.swap else 0
        return self.amount - self.order_discount - self.points_off - back

    @property
    def due(self) -> int:
        """Fen to be paid (应收); below 0 in an exchange where the customer gets money back."""
        return self._unrounded - self.rounding_off

    @property
    def reductions(self) -> int:
        """Fen of line and order discounts, promotions and points together (优惠), without 抹零."""
        return self.full_amount - self.amount + self.order_discount + self.points_off

    @property
    def is_below_minimum(self) -> bool:
        """Whether a line sells below its product's lowest price, its part of the order discount taken off.

        What a promotion takes off was allowed when it was kept.
        """
        amounts = [line.amount for line in self.lines]
        left = [amount - self.promoted.off(place) for place, amount in enumerate(amounts)]
        shares = spread(self.order_discount, left)
        return any(
            line.sells_below(amount - share)
            for line, amount, share in zip(self.lines, amounts, shares, strict=True)
        )

    @property
    def pieces(self) -> int:
        """件数: whole pieces; what is weighed counts as one."""
        return sum(line.quantity // PIECE if line.product.places == 0 else 1 for line in self.lines)

    def adding(
        self, product: ProductAtTill, quantity: int = PIECE, price: int | None = None
    ) -> "OpenTicket":
        """With more of a product; the same product, price and unit as the last line goes onto it.

        Raises for goods out of use, without a price, or in a quantity they do not take.
        """
        self._require_new_piece(product)
        off = self.guest.discount if self.guest and price is None else 0
        line = TicketLine(product, quantity, _price_of(product, price), off)
        last = self.lines[-1] if self.lines else None
        if last is not None and _same(last, line):
            return self.with_quantity(len(self.lines) - 1, last.quantity + quantity)
        _require_quantity(line.product, quantity)
        return replace(self, lines=(*self.lines, line))

    def with_quantity(self, place: int, quantity: int) -> "OpenTicket":
        """With another quantity on a line."""
        _require_quantity(self.lines[place].product, quantity)
        return self._with(place, replace(self.lines[place], quantity=quantity))

    def with_price(self, place: int, price: int) -> "OpenTicket":
        """With another price on a line."""
        return self._with(place, replace(self.lines[place], price=_price_of(None, price)))

    def with_discount(self, place: int, discount: int) -> "OpenTicket":
        """With another discount on a line, as a fraction off."""
        if not 0 <= discount <= ONE:
            raise InvalidInput(translate("pos", "折扣要在 0 和 1 之间"), field="discount")
        return self._with(place, replace(self.lines[place], discount=discount))

    def without(self, place: int) -> "OpenTicket":
        """Without a line."""
        return replace(self, lines=self.lines[:place] + self.lines[place + 1 :])

    def exchanging(self, swap: Swap | None) -> "OpenTicket":
        """With goods of an earlier ticket that come back, None for none."""
        return replace(self, swap=swap)

    def with_rate_off(self, rate: int) -> "OpenTicket":
        """With a fraction off the whole order; 0 takes every order discount back."""
        if not 0 <= rate <= ONE:
            raise InvalidInput(translate("pos", "折扣要在 0 和 1 之间"), field="order_discount")
        return replace(self, rate_off=rate, yuan_off=0)

    def with_yuan_off(self, fen: int) -> "OpenTicket":
        """With an amount off the whole order."""
        if not 0 <= fen <= self.amount:
            raise InvalidInput(
                translate("pos", "整单优惠要在 0 和合计之间"), field="order_discount"
            )
        return replace(self, rate_off=0, yuan_off=fen)

    def with_rounding(self, mode: Rounding) -> "OpenTicket":
        """With another way of 抹零."""
        return replace(self, rounding=mode)

    def with_points(self, points: int) -> "OpenTicket":
        """With points of the guest's used as money; 0 uses none."""
        if self.guest is None:
            raise Refused(translate("pos", "用积分要先叫出会员。按 F3"))
        if points and not self.points_price:
            raise Refused(translate("pos", "这家店不用积分抵钱。到设置里打开"))
        if points > self.guest.points:
            problem = translate("pos", "卡上只有 {left} 分").format(left=self.guest.points)
            raise Refused(problem)
        return replace(self, points_wanted=points)

    def of_guest(self, guest: Guest | None) -> "OpenTicket":
        """With a member, whose discount every line takes that had none or the one before's; or with nobody."""
        before = self.guest.discount if self.guest else 0
        after = guest.discount if guest else 0
        lines = tuple(
            replace(line, discount=after) if line.discount == before else line
            for line in self.lines
        )
        return replace(self, lines=lines, guest=guest, points_wanted=0)

    def promoted_by(self, offers: Sequence[Offer], moment: Moment) -> "OpenTicket":
        """With what promotions take off it now; a ticket that had none and gets none stays itself."""
        if not offers and not self.promoted.taken:
            return self
        off = self.guest.discount if self.guest else 0
        basket = Basket(
            tuple(line.in_basket(off) for line in self.lines),
            moment,
            self.guest.level_id if self.guest else None,
            frozenset(promotion for _code, promotion in self.coupons),
        )
        return replace(self, promoted=reckon(offers, basket), moment=moment)

    def with_coupon(self, code: str, promotion_id: int) -> "OpenTicket":
        """With a coupon; one that lies on the ticket is refused."""
        if any(code == known for known, _promotion in self.coupons):
            raise Refused(translate("pos", "券 {code} 已在这张小票上").format(code=code))
        return replace(self, coupons=(*self.coupons, (code, promotion_id)))

    def renewed(self, goods: Callable[[ProductAtTill], ProductAtTill]) -> "OpenTicket":
        """The ticket with its goods as they are now; a price nobody changed follows the goods."""
        return replace(
            self, lines=tuple(_renewed(line, goods(line.product)) for line in self.lines)
        )

    def draft(self, tenders: tuple[TenderDraft, ...]) -> TicketDraft:
        """The ticket as it is posted, paid by `tenders`."""
        return TicketDraft(
            tuple(line.draft for line in self.lines),
            tenders,
            order_discount=self.order_discount,
            rounding_off=self.rounding_off,
            member_id=self.guest.id if self.guest else None,
            points_used=self.points_used,
            wish=self._wish() if self.promoted.taken else None,
            original=self.swap.original if self.swap else "",
            back=self.swap.lines if self.swap else (),
        )

    def _wish(self) -> Wish:
        """What the customer was shown of promotions, for the posting to find the same."""
        off = self.guest.discount if self.guest else 0
        hand = (place for place, line in enumerate(self.lines) if line.is_by_hand(off))
        codes = tuple(code for code, _promotion in self.coupons)
        return Wish(self.moment, codes, self.promoted.total, frozenset(hand))

    def _require_new_piece(self, product: ProductAtTill) -> None:
        """Refuse a serial number that stands on the ticket."""
        for line in self.lines:
            if product.serial and (line.product.id, line.product.serial) == (
                product.id,
                product.serial,
            ):
                raise Refused(
                    translate("pos", "序列号 {code} 已在这张小票上").format(code=product.serial)
                )

    def _with(self, place: int, line: TicketLine) -> "OpenTicket":
        return replace(self, lines=(*self.lines[:place], line, *self.lines[place + 1 :]))


def facts_of(product: ProductAtTill) -> ProductFacts:
    """What posting would know of a product that was scanned in one of its units."""
    unit = {} if product.unit == product.base_unit else {
        product.unit: (product.numerator, product.denominator)
    }  # fmt: skip
    return ProductFacts(
        product.id, product.code, product.name, product.base_unit, product.places, product.tax_rate,
        None, product.min_price, None, product.track_stock, product.disabled, unit,
    )  # fmt: skip


def _require_quantity(product: ProductAtTill, quantity: int) -> None:
    if quantity <= 0:
        raise InvalidInput(translate("pos", "数量要大于 0"), field="quantity")
    if product.serial and quantity != PIECE:
        raise InvalidInput(
            translate("pos", "一个序列号是一件，数量只能是 1。另一件扫它的序列号"), field="quantity"
        )
    if quantity >= MOST:
        raise InvalidInput(translate("pos", "数量太大，像是把条码扫进了数量"), field="quantity")
    facts_of(product).to_base(quantity, product.unit)


def _price_of(product: ProductAtTill | None, price: int | None) -> int:
    if product is not None and product.disabled:
        if product.is_style:
            raise out_of_use(product.name, is_style=True)
        raise Refused(
            translate("pos", "{product} 已停用，不能卖。到商品里启用").format(product=product.name)
        )
    if price is None and product is not None:
        price = product.price
    if price is None:
        raise InvalidInput(
            translate("pos", "{product} 没有零售价。先输 9.5@ 这样的价格再扫").format(
                product=product.name if product else ""
            ),
            field="price",
        )
    if price < 0:
        raise InvalidInput(translate("pos", "单价不能小于 0"), field="price")
    return price


def _same(last: TicketLine, line: TicketLine) -> bool:
    one, other = last.product, line.product
    if one.weight or other.weight:
        return False  # each label keeps its own amount
    told = (other.id, other.unit, line.price, other.serial)
    return (one.id, one.unit, last.price, one.serial) == told


def _renewed(line: TicketLine, product: ProductAtTill) -> TicketLine:
    untouched = line.price == line.product.price and product.price is not None
    price = product.price if untouched and product.price is not None else line.price
    return replace(line, product=product, price=price)

"""A promotion and a basket as plain values: all that the reckoning knows.

Money in fen, counts 1e-4 of the base unit, rates 1e-4 off.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from jxc_desktop.pricing.promotions.terms import Kind, Who

DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Moment:
    """A day of the shop and a minute of it, for promotions that have their hours."""

    day: date
    minute: int = 0


@dataclass(frozen=True, slots=True)
class BasketLine:
    """A line as promotions see it: `amount` fen are paid for it without them.

    `by_hand` says that somebody typed its price or discount: it takes no part in any promotion.
    """

    product_id: int
    count: int
    amount: int
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Basket:
    """What somebody buys, when, and who: `level` is their member level, None for no member.

    `called` are the promotions that a coupon calls.
    """

    lines: tuple[BasketLine, ...]
    moment: Moment
    level: int | None = None
    called: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Part:
    """Goods of a promotion: these products (None is all), `count` in one set, `price` 1e-6 yuan where special."""

    products: frozenset[int] | None
    count: int = 10**4
    price: int | None = None

    def holds(self, product_id: int) -> bool:
        """Whether a product is among the goods."""
        return self.products is None or product_id in self.products


@dataclass(frozen=True, slots=True)
class Offer:
    """A promotion in words of the reckoning; fields as in `models.PromotionRow`."""

    id: int
    name: str
    kind: Kind
    from_day: date
    to_day: date | None = None
    weekdays: int = 127
    month_days: int = 0
    from_minute: int = 0
    to_minute: int = DAY
    who: Who = Who.ALL
    levels: frozenset[int] = frozenset()
    coupon: bool = False
    stacks: bool = False
    priority: int = 0
    count: int = 0
    free: int = 0
    rate: int = 0
    amount: int = 0
    least: int = 0
    each: bool = False
    goods: tuple[Part, ...] = (Part(None),)
    gifts: tuple[Part, ...] = field(default=())

    def is_for(self, basket: Basket) -> bool:
        """Whether it holds at the basket's moment, for who buys, with the coupons given."""
        if self.coupon and self.id not in basket.called:
            return False
        return self._is_for_level(basket.level) and self.holds_at(basket.moment)

    def holds_at(self, moment: Moment) -> bool:
        """Whether day and hour are its own; hours that end before they begin run over midnight."""
        day, begin, end = moment.day, self.from_minute, self.to_minute
        if day < self.from_day or (self.to_day is not None and day > self.to_day):
            return False
        if not self.weekdays >> day.weekday() & 1:
            return False
        if self.month_days and not self.month_days >> (day.day - 1) & 1:
            return False
        after, before = moment.minute >= begin, moment.minute < end
        return (after and before) if begin < end else (after or before)

    def buys(self, product_id: int) -> bool:
        """Whether a product is among the goods it is for."""
        return any(part.holds(product_id) for part in self.goods)

    def takes(self, product_id: int) -> bool:
        """Whether a product is among the goods it is for or gives."""
        return self.buys(product_id) or any(part.holds(product_id) for part in self.gifts)

    def _is_for_level(self, level: int | None) -> bool:
        if self.who == Who.ALL:
            return True
        return level is not None and (self.who == Who.MEMBERS or level in self.levels)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a promotion took off: fen by line of the basket."""

    promotion_id: int
    name: str
    shares: tuple[int, ...]

    @property
    def total(self) -> int:
        """Fen off the whole basket."""
        return sum(self.shares)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a basket gets: every promotion that took something off, in the order it was reckoned."""

    taken: tuple[Taken, ...] = ()

    @property
    def total(self) -> int:
        """Fen off the whole basket."""
        return sum(each.total for each in self.taken)

    def off(self, place: int) -> int:
        """Fen off one line."""
        return sum(each.shares[place] for each in self.taken if place < len(each.shares))

    def reasons(self, place: int) -> Iterator[tuple[str, int]]:
        """Why, and how much, for one line."""
        for each in self.taken:
            if place < len(each.shares) and each.shares[place]:
                yield each.name, each.shares[place]


NOTHING = Outcome()

"""A promotion as typed, before it is tidied and kept."""

from dataclasses import dataclass
from datetime import date

from jxc_desktop.pricing.promotions.offer import DAY
from jxc_desktop.pricing.promotions.terms import Kind, Who

PIECE = 10**4


@dataclass(frozen=True, slots=True)
class GoodsDraft:
    """A product or a category; `count` 1e-4 base units in one set, `price` 1e-6 yuan where it is a special price."""

    product_id: int | None = None
    category_id: int | None = None
    count: int = PIECE
    price: int | None = None


@dataclass(frozen=True, slots=True)
class PromotionDraft:
    """The fields of `models.PromotionRow`; no `goods` is all goods, no `code` takes the next, no `from_day` today."""

    name: str
    kind: Kind
    code: str = ""
    from_day: date | None = None
    to_day: date | None = None
    weekdays: int = 127
    month_days: int = 0
    from_minute: int = 0
    to_minute: int = DAY
    who: Who = Who.ALL
    levels: tuple[int, ...] = ()
    coupon: bool = False
    stacks: bool = False
    priority: int = 0
    count: int = 0
    free: int = 0
    rate: int = 0
    amount: int = 0
    least: int = 0
    each: bool = False
    goods: tuple[GoodsDraft, ...] = ()
    gifts: tuple[GoodsDraft, ...] = ()
    id: int | None = None

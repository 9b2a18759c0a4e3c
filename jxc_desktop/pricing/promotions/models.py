"""Promotions as rows, the goods and member levels they are for, and the coupons that call them."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.catalog.models import Category, Product
from jxc_desktop.core.document import one_of
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MONEY, PRICE, QUANTITY, RATE
from jxc_desktop.pricing.promotions.terms import Kind, Who


class PromotionRow(Base):
    """One promotion; a row is never removed, for posted tickets name it.

    When: `from_day` to `to_day`, the `weekdays` (bit 0 is Monday), the `month_days` (bit 0 is the 1st, 0 is every
    day), from `from_minute` up to `to_minute` of the day. What: `count` pieces, of which `free` are reduced by `rate`
    (1e-4 off); `amount` fen to pay for a group, or off; `least` fen to buy. `each` says for every `least` or group,
    `stacks` that it goes with other ticket promotions. Higher `priority` goes first.
    """

    __tablename__ = "promotion"
    __table_args__ = (
        one_of("kind", Kind),
        one_of("who", Who),
        CheckConstraint("to_day >= from_day", name="days_range"),
        CheckConstraint("weekdays BETWEEN 1 AND 127", name="weekdays_range"),
        CheckConstraint("month_days BETWEEN 0 AND 2147483647", name="month_days_range"),
        CheckConstraint(
            "from_minute BETWEEN 0 AND 1439 AND to_minute BETWEEN 1 AND 1440", name="hours_range"
        ),
        CheckConstraint("rate BETWEEN 0 AND 10000", name="rate_is_part"),
        CheckConstraint(
            "count >= 0 AND free >= 0 AND amount >= 0 AND least >= 0", name="terms_positive"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    kind: Mapped[str]
    from_day: Mapped[date]
    to_day: Mapped[date | None]
    weekdays: Mapped[int] = mapped_column(default=127)
    month_days: Mapped[int] = mapped_column(default=0)
    from_minute: Mapped[int] = mapped_column(default=0)
    to_minute: Mapped[int] = mapped_column(default=1440)
    who: Mapped[str] = mapped_column(default=Who.ALL)
    coupon: Mapped[bool] = mapped_column(default=False)
    stacks: Mapped[bool] = mapped_column(default=False)
    priority: Mapped[int] = mapped_column(default=0)
    count: Mapped[int] = mapped_column(default=0)
    free: Mapped[int] = mapped_column(default=0)
    rate: Mapped[int] = mapped_column(RATE, default=0)
    amount: Mapped[int] = mapped_column(MONEY, default=0)
    least: Mapped[int] = mapped_column(MONEY, default=0)
    each: Mapped[bool] = mapped_column(default=False)
    disabled: Mapped[bool] = mapped_column(default=False)


class PromotionGoods(Base):
    """Goods a promotion is for (or, `is_gift`, gives): a product, or all of a category with those below it.

    `quantity` 1e-4 base units in one bundle or gift; `price` 1e-6 yuan of the base unit where it is a special price.
    """

    __tablename__ = "promotion_goods"
    __table_args__ = (
        CheckConstraint("(product_id IS NULL) <> (category_id IS NULL)", name="one_of_two"),
        CheckConstraint("quantity > 0 AND price >= 0", name="terms_positive"),
    )

    promotion_id: Mapped[int] = mapped_column(ForeignKey(PromotionRow.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int | None] = mapped_column(ForeignKey(Product.id), index=True)
    category_id: Mapped[int | None] = mapped_column(ForeignKey(Category.id), index=True)
    quantity: Mapped[int] = mapped_column(QUANTITY)
    price: Mapped[int | None] = mapped_column(PRICE)
    is_gift: Mapped[bool] = mapped_column(default=False)


class PromotionLevel(Base):
    """A level of members that a promotion is for."""

    __tablename__ = "promotion_level"

    promotion_id: Mapped[int] = mapped_column(ForeignKey(PromotionRow.id), primary_key=True)
    level_id: Mapped[int] = mapped_column(ForeignKey("member_level.id"), primary_key=True)


class Coupon(Base):
    """A code that calls a promotion, `uses` times at most; `used` is a cache of Σ its uses."""

    __tablename__ = "coupon"
    __table_args__ = (
        CheckConstraint("uses > 0 AND used >= 0 AND used <= uses", name="uses_range"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    promotion_id: Mapped[int] = mapped_column(ForeignKey(PromotionRow.id), index=True)
    uses: Mapped[int] = mapped_column(default=1)
    used: Mapped[int] = mapped_column(default=0)
    last_day: Mapped[date | None]


class CouponUse(Base):
    """A coupon was used with the ticket `source` (`times` 1), or given back by the ticket's reversal (-1)."""

    __tablename__ = "coupon_use"
    __table_args__ = (
        CheckConstraint("times IN (1, -1)", name="times_once"),
        guarded("append"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    coupon_id: Mapped[int] = mapped_column(ForeignKey(Coupon.id), index=True)
    source: Mapped[str] = mapped_column(index=True)
    times: Mapped[int]

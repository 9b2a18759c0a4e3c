"""Members, the levels they are on, and how they came there."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MOMENT, RATE


class MemberLevel(Base):
    """What members on a level get.

    `price_level` is the price they pay ("" is retail), `discount` what comes off it (1e-4), `points_rate` the points
    for a yuan paid (1e-4 points).
    """

    __tablename__ = "member_level"
    __table_args__ = (
        CheckConstraint("discount >= 0 AND discount < 10000", name="discount_is_part"),
        CheckConstraint("points_rate >= 0", name="points_rate_positive"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    price_level: Mapped[str] = mapped_column(default="")
    discount: Mapped[int] = mapped_column(RATE, default=0)
    points_rate: Mapped[int] = mapped_column(RATE, default=0)
    disabled: Mapped[bool] = mapped_column(default=False)


class Member(Base):
    """Somebody with a card; all that is personal stands in this row and nowhere else, so that it can be erased.

    `phone_end` is the phone number backwards: its last digits find it.
    """

    __tablename__ = "member"

    id: Mapped[int] = mapped_column(primary_key=True)
    card_no: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(default="", index=True)
    phone: Mapped[str | None] = mapped_column(unique=True)
    phone_end: Mapped[str] = mapped_column(default="", index=True)
    birthday: Mapped[date | None]
    level_id: Mapped[int] = mapped_column(ForeignKey(MemberLevel.id), index=True)
    joined: Mapped[date]
    remark: Mapped[str] = mapped_column(default="")
    disabled: Mapped[bool] = mapped_column(default=False)
    pinyin: Mapped[str] = mapped_column(default="", index=True)
    search_text: Mapped[str] = mapped_column(default="")


class MemberLevelChange(Base):
    """A member came onto a level; `before_id` is NULL for the first."""

    __tablename__ = "member_level_change"
    __table_args__ = (guarded("append"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey(Member.id), index=True)
    at: Mapped[int] = mapped_column(MOMENT)
    day: Mapped[date]
    before_id: Mapped[int | None] = mapped_column(ForeignKey(MemberLevel.id))
    level_id: Mapped[int] = mapped_column(ForeignKey(MemberLevel.id))
    user_id: Mapped[int]

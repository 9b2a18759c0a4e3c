"""Members, the levels they are on and how they came there; what their cards hold, and the papers that change it."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.cash.models import Paid
from jxc_desktop.core.document import Document, State, one_of
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MOMENT, MONEY, RATE


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


class CardMoveKind(StrEnum):
    """Why what a card holds changed."""

    EARNED = "earned"
    REDEEMED = "redeemed"
    ADJUSTED = "adjusted"
    EXPIRED = "expired"
    TOPPED_UP = "topped_up"
    SPENT = "spent"
    REFUNDED = "refunded"


class MemberBalance(Base):
    """What a card holds: points, and money in fen, paid (`principal`) and given (`bonus`). A cache of Σ moves.

    Points may be owed: goods come back whose points are spent. Money never is.
    """

    __tablename__ = "member_balance"
    __table_args__ = (CheckConstraint("principal >= 0 AND bonus >= 0", name="money_is_there"),)

    member_id: Mapped[int] = mapped_column(ForeignKey(Member.id), primary_key=True)
    points: Mapped[int] = mapped_column(default=0)
    principal: Mapped[int] = mapped_column(MONEY, default=0)
    bonus: Mapped[int] = mapped_column(MONEY, default=0)


class CardMove(Base):
    """One change of what a card holds, by the document `source`; a reversal or return is of the kind it takes back."""

    __tablename__ = "card_move"
    __table_args__ = (one_of("kind", CardMoveKind), guarded("append"))

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey(Member.id), index=True)
    day: Mapped[date]
    at: Mapped[int] = mapped_column(MOMENT)
    kind: Mapped[str]
    source: Mapped[str] = mapped_column(index=True)
    points: Mapped[int] = mapped_column(default=0)
    principal: Mapped[int] = mapped_column(MONEY, default=0)
    bonus: Mapped[int] = mapped_column(MONEY, default=0)


class PointsChange(Document, Base):
    """Points put right or expired by hand (积分变动单); worth nothing to the books."""

    __tablename__ = "points_change"
    __table_args__ = (
        CheckConstraint("mode IN ('adjusted','expired')", name="mode_known"),
        one_of("state", State),
        guarded("document", booked=False),
    )
    kind = "points_change"
    prefix = "JF"

    member_id: Mapped[int] = mapped_column(ForeignKey(Member.id), index=True)
    mode: Mapped[str]
    points: Mapped[int]


class StoredValueTopup(Document, Base):
    """Money paid onto a card (储值充值单): `total` fen are paid, `bonus` fen are given with it."""

    __tablename__ = "stored_value_topup"
    kind = "stored_value_topup"
    prefix = "CZ"

    member_id: Mapped[int] = mapped_column(ForeignKey(Member.id), index=True)
    bonus: Mapped[int] = mapped_column(MONEY, default=0)


class StoredValueTopupPayment(Paid, Base):
    """Into which money account it came."""

    __tablename__ = "stored_value_topup_payment"
    __table_args__ = (guarded("lines", parent="stored_value_topup"),)

    document_id: Mapped[int] = mapped_column(ForeignKey(StoredValueTopup.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)


class StoredValueRefund(Document, Base):
    """Money paid back from a card (储值退款单): `total` fen of principal; `bonus` fen given with it are forfeit."""

    __tablename__ = "stored_value_refund"
    kind = "stored_value_refund"
    prefix = "CT"

    member_id: Mapped[int] = mapped_column(ForeignKey(Member.id), index=True)
    bonus: Mapped[int] = mapped_column(MONEY, default=0)


class StoredValueRefundPayment(Paid, Base):
    """Out of which money account it went."""

    __tablename__ = "stored_value_refund_payment"
    __table_args__ = (guarded("lines", parent="stored_value_refund"),)

    document_id: Mapped[int] = mapped_column(ForeignKey(StoredValueRefund.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)

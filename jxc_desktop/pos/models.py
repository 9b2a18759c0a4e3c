"""The till: who sat at it, what was rung up, what was paid, what waits."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, declared_attr, mapped_column
from sqlalchemy.schema import SchemaItem

from jxc_desktop.cash.models import MoneyAccount, Paid, PaymentMethod
from jxc_desktop.core.document import Document, State, one_of
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MOMENT, MONEY
from jxc_desktop.ledger.models import Entry, Voucher
from jxc_desktop.members.models import Member, StoredValueTopup
from jxc_desktop.pricing.promotions.models import PromotionRow
from jxc_desktop.shop.models import User
from jxc_desktop.stock.lines import TradeLine
from jxc_desktop.stock.models import Warehouse


class Till(Base):
    """A place to sell at; its code stands in its tickets' numbers."""

    __tablename__ = "till"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    warehouse_id: Mapped[int] = mapped_column(ForeignKey(Warehouse.id))


class Shift(Base):
    """One person's time at a till. `day` is the business day of all its tickets (decisions 27).

    Money in fen: `float_amount` put in at the start, `counted` what lay in the drawer, `expected` what should
    have; both NULL while open.
    """

    __tablename__ = "shift"
    __table_args__ = (CheckConstraint("state IN ('open','closed')", name="state_known"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str | None] = mapped_column(unique=True)
    till_id: Mapped[int] = mapped_column(ForeignKey(Till.id), index=True)
    user_id: Mapped[int] = mapped_column(ForeignKey(User.id))
    day: Mapped[date]
    state: Mapped[str] = mapped_column(default="open")
    opened_at: Mapped[int] = mapped_column(MOMENT)
    closed_at: Mapped[int | None] = mapped_column(MOMENT)
    float_amount: Mapped[int] = mapped_column(MONEY)
    counted: Mapped[int | None] = mapped_column(MONEY)
    expected: Mapped[int | None] = mapped_column(MONEY)
    reason: Mapped[str] = mapped_column(default="")
    voucher_id: Mapped[int | None] = mapped_column(ForeignKey(Voucher.id))
    difference_entry_id: Mapped[int | None] = mapped_column(ForeignKey(Entry.id))


class ShiftCount(Base):
    """How many notes or coins of a value were counted at the close."""

    __tablename__ = "shift_count"
    __table_args__ = (guarded("append"),)

    shift_id: Mapped[int] = mapped_column(ForeignKey(Shift.id), primary_key=True)
    value: Mapped[int] = mapped_column(MONEY, primary_key=True)
    pieces: Mapped[int]


class Ticket(Document):
    """What a sale and a return at the till have in common.

    `total` is due (应收) after all reductions; `order_discount` and `rounding_off` (抹零) are spread over the
    lines; `tendered` minus `change_given` of the cash stays in the drawer.

    Of a member: `points_used` took `points_off` fen off, `bonus_off` fen were paid by given money, which earns
    nothing; both are spread over the lines too. `points_earned` were given. A return has what went back of each.
    """

    @declared_attr.directive
    def __table_args__(cls) -> tuple[SchemaItem | dict[str, object], ...]:  # noqa: N805
        """With an index of members' papers, which holds no row for the tickets of all others."""
        name, there = f"ix_{cls.kind}_member_id", text("member_id IS NOT NULL")
        index = Index(name, "member_id", sqlite_where=there, postgresql_where=there)
        return (index, one_of("state", State), guarded("document"))

    @declared_attr
    def shift_id(cls) -> Mapped[int]:  # noqa: N805
        return mapped_column(ForeignKey(Shift.id), index=True)

    @declared_attr
    def warehouse_id(cls) -> Mapped[int]:  # noqa: N805
        return mapped_column(ForeignKey(Warehouse.id))

    @declared_attr
    def member_id(cls) -> Mapped[int | None]:  # noqa: N805
        return mapped_column(ForeignKey(Member.id))

    points_used: Mapped[int] = mapped_column(default=0)
    points_off: Mapped[int] = mapped_column(MONEY, default=0)
    points_earned: Mapped[int] = mapped_column(default=0)
    bonus_off: Mapped[int] = mapped_column(MONEY, default=0)
    order_discount: Mapped[int] = mapped_column(MONEY, default=0)
    rounding_off: Mapped[int] = mapped_column(MONEY, default=0)
    change_given: Mapped[int] = mapped_column(MONEY, default=0)


class PosSale(Ticket, Base):
    """A sale at the till (零售单); `promotion_off` fen are what promotions took off its lines.

    With an original it is an exchange (换货), and `total` may be below 0. Of an exchange the `back_…` tell what came
    back of the original: fen given for the goods, points used and their worth, points earned, given money, and paid
    money that went back onto the card. Everything else of the header is of the new goods alone.
    """

    __tablename__ = "pos_sale"
    kind = "pos_sale"
    prefix = "LS"

    promotion_off: Mapped[int] = mapped_column(MONEY, default=0)
    original_id: Mapped[int | None] = mapped_column(ForeignKey("pos_sale.id"))
    back_total: Mapped[int] = mapped_column(MONEY, default=0)
    back_points_used: Mapped[int] = mapped_column(default=0)
    back_points_off: Mapped[int] = mapped_column(MONEY, default=0)
    back_points_earned: Mapped[int] = mapped_column(default=0)
    back_bonus: Mapped[int] = mapped_column(MONEY, default=0)
    back_spent: Mapped[int] = mapped_column(MONEY, default=0)


_EXCHANGED = text("original_id IS NOT NULL")
Index(
    "ix_pos_sale_original_id",
    PosSale.original_id,
    sqlite_where=_EXCHANGED,
    postgresql_where=_EXCHANGED,
)


class PosReturn(Ticket, Base):
    """Goods handed back at the till (零售退货单); quantities and amounts are positive."""

    __tablename__ = "pos_return"
    kind = "pos_return"
    prefix = "LT"

    original_id: Mapped[int | None] = mapped_column(ForeignKey(PosSale.id), index=True)


class PosSaleLine(TradeLine, Base):
    """One line of a ticket; with a `from_line` it came back in exchange, and its quantity and sums are negative."""

    __tablename__ = "pos_sale_line"
    __table_args__ = (
        CheckConstraint("quantity <> 0 AND base_quantity <> 0", name="quantity_nonzero"),
        guarded("lines", parent="pos_sale"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(PosSale.id), primary_key=True)


class PosSalePromotion(Base):
    """What a promotion took off a line of a ticket, in fen, under the name it had then."""

    __tablename__ = "pos_sale_promotion"
    __table_args__ = (guarded("lines", parent="pos_sale"),)

    document_id: Mapped[int] = mapped_column(ForeignKey(PosSale.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
    promotion_id: Mapped[int] = mapped_column(
        ForeignKey(PromotionRow.id), primary_key=True, index=True
    )
    name: Mapped[str]
    amount: Mapped[int] = mapped_column(MONEY)


class PosReturnLine(TradeLine, Base):
    """One line handed back; `from_line` is the line of the original ticket."""

    __tablename__ = "pos_return_line"
    __table_args__ = (
        CheckConstraint("quantity <> 0 AND base_quantity <> 0", name="quantity_nonzero"),
        guarded("lines", parent="pos_return"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(PosReturn.id), primary_key=True)


class Tender(Paid):
    """What was paid by one way; for cash the amount after change, `tendered` what was handed over.

    Stored value goes through no money account; its amount is the paid part (the given one is a discount).
    """

    @declared_attr
    def money_account_id(cls) -> Mapped[int | None]:  # type: ignore[override]  # noqa: N805
        return mapped_column(ForeignKey(MoneyAccount.id))

    line_no: Mapped[int] = mapped_column(primary_key=True)
    tendered: Mapped[int] = mapped_column(MONEY)

    @declared_attr
    def method(cls) -> Mapped[str]:  # noqa: N805
        return mapped_column(ForeignKey(PaymentMethod.code))


class PosSaleTender(Tender, Base):
    """Money taken with a ticket."""

    __tablename__ = "pos_sale_tender"
    __table_args__ = (guarded("lines", parent="pos_sale"),)

    document_id: Mapped[int] = mapped_column(ForeignKey(PosSale.id), primary_key=True)


class PosReturnTender(Tender, Base):
    """Money given back; amounts are positive."""

    __tablename__ = "pos_return_tender"
    __table_args__ = (guarded("lines", parent="pos_return"),)

    document_id: Mapped[int] = mapped_column(ForeignKey(PosReturn.id), primary_key=True)


class ShiftTopup(Base):
    """Money paid onto a card at a till (or, by the red paper, given back there): it lies in the shift's drawer."""

    __tablename__ = "shift_topup"
    __table_args__ = (guarded("append"),)

    topup_id: Mapped[int] = mapped_column(ForeignKey(StoredValueTopup.id), primary_key=True)
    shift_id: Mapped[int] = mapped_column(ForeignKey(Shift.id), index=True)
    method: Mapped[str] = mapped_column(ForeignKey(PaymentMethod.code))


class HeldTicket(Base):
    """A ticket put aside (挂单); `body` is the ticket as JSON, without effect on stock."""

    __tablename__ = "held_ticket"

    id: Mapped[int] = mapped_column(primary_key=True)
    till_id: Mapped[int] = mapped_column(ForeignKey(Till.id), index=True)
    user_id: Mapped[int] = mapped_column(ForeignKey(User.id))
    at: Mapped[int] = mapped_column(MOMENT)
    name: Mapped[str]
    body: Mapped[str]


class TicketDraft(Base):
    """The ticket on a till's screen, kept after every line so that a crash loses none."""

    __tablename__ = "ticket_draft"

    till_id: Mapped[int] = mapped_column(ForeignKey(Till.id), primary_key=True)
    at: Mapped[int] = mapped_column(MOMENT)
    body: Mapped[str]

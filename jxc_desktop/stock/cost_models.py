"""What is kept of corrections of cost: value that enters or leaves stock without goods (成本调整单, 重算成本)."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, select, type_coerce
from sqlalchemy.orm import Mapped, column_property, mapped_column

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.document import Document, one_of
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import DAY, MONEY, QUANTITY
from jxc_desktop.ledger.models import Account
from jxc_desktop.stock.models import Warehouse


class Part(StrEnum):
    """What of a line's cost was counted anew; `layers`: it took other goods of the same worth (first in, first out)."""

    GOODS = "goods"
    TRUE_UP = "true_up"
    LAYERS = "layers"


class CostAdjustment(Document, Base):
    """What goods are worth, put right by hand; `total` fen into stock positive, the other side is `account`."""

    __tablename__ = "cost_adjustment"
    kind = "cost_adjustment"
    prefix = "CBTZ"

    warehouse_id: Mapped[int] = mapped_column(ForeignKey(Warehouse.id))
    account: Mapped[str] = mapped_column(ForeignKey(Account.code))
    partner_name: Mapped[str] = column_property(
        select(Account.name)
        .where(Account.code == account)
        .correlate_except(Account)
        .scalar_subquery()
    )
    """What lists call it by, where other documents have a firm: the name of the account."""


class CostAdjustmentLine(Base):
    """`amount` fen more (negative: less) for a product of which `held` base units were worth `worth` fen before."""

    __tablename__ = "cost_adjustment_line"
    __table_args__ = (
        CheckConstraint("amount <> 0", name="amount_nonzero"),
        guarded("lines", parent="cost_adjustment"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(CostAdjustment.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey(Product.id), index=True)
    held: Mapped[int] = mapped_column(QUANTITY)
    worth: Mapped[int] = mapped_column(MONEY)
    amount: Mapped[int] = mapped_column(MONEY)


class Recost(Document, Base):
    """Cost counted anew in the order of days (重算成本); `total` fen into stock positive, against cost of sales."""

    __tablename__ = "recost"
    kind = "recost"
    prefix = "CBCS"

    from_day: Mapped[date] = mapped_column(DAY)
    """The day from which goods were counted anew."""
    partner_name: Mapped[str] = column_property(type_coerce(from_day, Text))
    """What lists call it by, where other documents have a firm: the day it begins with."""


class RecostLine(Base):
    """`amount` fen more (negative: less) stays in stock for one line of a document than was booked for it.

    `source` and `source_line` name the line, `source_day` its day. `part` is what of it: the goods themselves, or what
    was trued up beside them; of `layers` the amount is 0. `booked` was in the books for that part before, into stock
    positive.
    """

    __tablename__ = "recost_line"
    __table_args__ = (
        CheckConstraint("amount <> 0 OR part = 'layers'", name="amount_nonzero"),
        one_of("part", Part),
        Index("ix_recost_line_source", "source", "source_line"),
        guarded("lines", parent="recost"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(Recost.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey(Product.id), index=True)
    warehouse_id: Mapped[int] = mapped_column(ForeignKey(Warehouse.id))
    lot_id: Mapped[int]
    source: Mapped[str]
    source_line: Mapped[int]
    source_day: Mapped[date] = mapped_column(DAY)
    part: Mapped[str]
    booked: Mapped[int] = mapped_column(MONEY)
    amount: Mapped[int] = mapped_column(MONEY)

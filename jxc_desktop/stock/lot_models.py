"""Lots: a batch of goods with its days, or one piece with its serial number.

What a document's line brought or took of which lot is in the moves of that line (stock.models.Move); where a lot lies
is in the stock levels, what it cost in its own pool (个别计价, domain.md §4.3).
"""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.schema import Base


class Lot(Base):
    """Goods of a product that are kept apart under one `code`: 批号, or 序列号 of a single piece.

    `made` and `expiry` are NULL where nobody told them; they are told anew only while nothing of the lot lies anywhere.
    """

    __tablename__ = "lot"
    __table_args__ = (
        UniqueConstraint("product_id", "code"),
        CheckConstraint("code <> ''", name="code_told"),
        CheckConstraint("expiry >= made", name="days_in_order"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey(Product.id))
    code: Mapped[str]
    made: Mapped[date | None]
    expiry: Mapped[date | None]

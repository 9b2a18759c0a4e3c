"""What is kept of a count (盘点单): what lay there by the books when each line was counted, and what was found."""

from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, select
from sqlalchemy.orm import Mapped, column_property, mapped_column

from jxc_desktop.catalog.models import Category, Product
from jxc_desktop.core.document import Document, State, one_of
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MOMENT, QUANTITY
from jxc_desktop.stock.models import Warehouse


class CountScope(StrEnum):
    """What was to be counted: every product, those of a category, those somebody chose."""

    ALL = "all"
    CATEGORY = "category"
    CHOSEN = "chosen"


class StockCount(Document, Base):
    """A count of one warehouse while the shop goes on selling.

    It puts nothing into the books itself: its gain and its loss do. `blind` ones were counted without seeing what the
    books say.
    """

    __tablename__ = "stock_count"
    kind = "stock_count"
    prefix = "PD"
    __table_args__ = (
        one_of("state", State),
        one_of("scope", CountScope),
        guarded("document"),
    )

    warehouse_id: Mapped[int] = mapped_column(ForeignKey(Warehouse.id))
    scope: Mapped[str]
    category_id: Mapped[int | None] = mapped_column(ForeignKey(Category.id))
    blind: Mapped[bool] = mapped_column(default=False)
    partner_name: Mapped[str] = column_property(
        select(Warehouse.name)
        .where(Warehouse.id == warehouse_id)
        .correlate_except(Warehouse)
        .scalar_subquery()
    )
    """What lists call it by: its warehouse."""


class StockCountLine(Base):
    """A product counted at the moment `counted_at`, when the books said `book`; base units.

    `difference` is what was found beyond the books; it stays right whatever is sold after that moment. `first` is what
    an earlier count of the same goods said.
    """

    __tablename__ = "stock_count_line"
    __table_args__ = (
        CheckConstraint("counted >= 0", name="counted_positive"),
        guarded("lines", parent="stock_count"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(StockCount.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey(Product.id), index=True)
    counted: Mapped[int] = mapped_column(QUANTITY)
    book: Mapped[int] = mapped_column(QUANTITY)
    difference: Mapped[int] = mapped_column(QUANTITY)
    counted_at: Mapped[int] = mapped_column(MOMENT)
    first: Mapped[int | None] = mapped_column(QUANTITY)

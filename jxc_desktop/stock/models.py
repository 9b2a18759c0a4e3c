"""Stock is the sum of its moves; levels and pools are caches with a rebuild.

Keys leave room for lots and warehouse scope (decisions 14): 0 in `warehouse_id` of a pool means the whole
company, 0 in `lot_id` no lot.
"""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.document import Document
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MOMENT, MONEY, PRICE, QUANTITY


class Warehouse(Base):
    """A place where goods lie.

    The one `transit` holds what is on its way from one to another (stock.transit); it is disabled, so nobody sells
    or counts there.
    """

    __tablename__ = "warehouse"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    disabled: Mapped[bool] = mapped_column(default=False)
    transit: Mapped[bool] = mapped_column(default=False)


class StockLevel(Base):
    """How much of a product lies in a warehouse now (cache of Σ move.quantity)."""

    __tablename__ = "stock_level"

    product_id: Mapped[int] = mapped_column(ForeignKey(Product.id), primary_key=True)
    warehouse_id: Mapped[int] = mapped_column(ForeignKey(Warehouse.id), primary_key=True)
    lot_id: Mapped[int] = mapped_column(primary_key=True, default=0)
    quantity: Mapped[int] = mapped_column(QUANTITY)


class CostPool(Base):
    """The unit of averaging: quantity Q and value V, V primary; `last_cost` the last known unit cost.

    `seq` is the number of the last move, so moves of a pool are numbered in posting order.
    """

    __tablename__ = "cost_pool"
    __table_args__ = (UniqueConstraint("product_id", "warehouse_id", "lot_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey(Product.id))
    warehouse_id: Mapped[int] = mapped_column(default=0)
    lot_id: Mapped[int] = mapped_column(default=0)
    quantity: Mapped[int] = mapped_column(QUANTITY, default=0)
    value: Mapped[int] = mapped_column(MONEY, default=0)
    last_cost: Mapped[int] = mapped_column(PRICE, default=0)
    seq: Mapped[int] = mapped_column(default=0)


class Move(Base):
    """Goods in (positive) or out (negative) with what they are worth; journal, never changed.

    `source` is the document's number, `source_line` its line; `kind` says why (receipt, issue, true_up …).
    """

    __tablename__ = "move"
    __table_args__ = (
        Index("ix_move_source", "source", "source_line"),
        Index(
            "ix_move_product_day",
            "product_id",
            "day",
            "kind",
            "quantity",
            "amount",
            "warehouse_id",
        ),
        UniqueConstraint("pool_id", "seq"),
        guarded("append"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey(Product.id))
    warehouse_id: Mapped[int] = mapped_column(ForeignKey(Warehouse.id))
    lot_id: Mapped[int]
    pool_id: Mapped[int] = mapped_column(ForeignKey(CostPool.id))
    seq: Mapped[int]
    day: Mapped[date]
    kind: Mapped[str]
    quantity: Mapped[int] = mapped_column(QUANTITY)
    amount: Mapped[int] = mapped_column(MONEY)
    source: Mapped[str]
    source_line: Mapped[int]
    posted_at: Mapped[int] = mapped_column(MOMENT)


class StockMonth(Base):
    """What a product moved in a warehouse in a month (cache of Σ moves; see stock.months for its parts).

    In and out are both positive where goods came or went; a reversal lessens the side it takes back.
    """

    __tablename__ = "stock_month"

    month: Mapped[str] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey(Product.id), primary_key=True)
    warehouse_id: Mapped[int] = mapped_column(ForeignKey(Warehouse.id), primary_key=True)
    in_quantity: Mapped[int] = mapped_column(QUANTITY)
    in_amount: Mapped[int] = mapped_column(MONEY)
    out_quantity: Mapped[int] = mapped_column(QUANTITY)
    out_amount: Mapped[int] = mapped_column(MONEY)
    adjust_amount: Mapped[int] = mapped_column(MONEY)


class StockBound(Base):
    """The least and the most of a product that should lie in one warehouse; NULL leaves it to the product's own."""

    __tablename__ = "stock_bound"
    __table_args__ = (
        CheckConstraint("min_stock >= 0 AND max_stock >= 0", name="bounds_range"),
        CheckConstraint("min_stock <= max_stock", name="bounds_order"),
    )

    product_id: Mapped[int] = mapped_column(ForeignKey(Product.id), primary_key=True)
    warehouse_id: Mapped[int] = mapped_column(ForeignKey(Warehouse.id), primary_key=True)
    min_stock: Mapped[int | None] = mapped_column(QUANTITY)
    max_stock: Mapped[int | None] = mapped_column(QUANTITY)


class StockPromise(Base):
    """What approved orders still promise of a product in a warehouse, in base units (cache of their open lines).

    `allocated` is still to go out, `on_order` still to come in. What is on its way between warehouses is allocated
    where it lies (stock.transit) and on order where it goes.
    """

    __tablename__ = "stock_promise"

    product_id: Mapped[int] = mapped_column(ForeignKey(Product.id), primary_key=True)
    warehouse_id: Mapped[int] = mapped_column(ForeignKey(Warehouse.id), primary_key=True)
    allocated: Mapped[int] = mapped_column(QUANTITY, default=0)
    on_order: Mapped[int] = mapped_column(QUANTITY, default=0)


class OpeningStock(Document, Base):
    """What lay in the warehouse when the shop's books began (期初库存)."""

    __tablename__ = "opening_stock"
    kind = "opening_stock"
    prefix = "QC"

    warehouse_id: Mapped[int] = mapped_column(ForeignKey(Warehouse.id))


class OpeningStockLine(Base):
    """Quantity in base units and its worth."""

    __tablename__ = "opening_stock_line"
    __table_args__ = (
        CheckConstraint("quantity <> 0", name="quantity_nonzero"),
        guarded("lines", parent="opening_stock"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(OpeningStock.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey(Product.id))
    quantity: Mapped[int] = mapped_column(QUANTITY)
    amount: Mapped[int] = mapped_column(MONEY)

"""Products with their units, barcodes and prices."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MOMENT, PRICE, QUANTITY, RATE


class Category(Base):
    """A branch of the tree of goods, at most five levels deep."""

    __tablename__ = "category"
    __table_args__ = (UniqueConstraint("parent_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("category.id"))
    name: Mapped[str]


class Product(Base):
    """Goods the shop trades in; stock is always counted in `unit`, the base unit.

    `places` is how many decimals a quantity of it takes; `tax_rate` NULL means the company's own rate, -1 exempt.
    `tracking` says whether its stock is kept by lot (批次) or piece by piece (序列号), "" as one heap; a lot keeps for
    `shelf_life_days` from the day it was made, and is told of `expiry_warn_days` before it expires. One base unit has a
    gross `weight` of 1e-4 kilogram and a `volume` of 1e-6 cubic metre, where freight is to be spread by them.
    `plu` is its code on the shop's scales, as their labels bear it.
    A style (款) is what its variants have in common: `is_style`; it is itself neither bought nor sold, and therefore
    out of use and without stock for good. A variant names its style as `parent_id` (decisions 14).
    `pinyin` holds the initials of the name, `search_text` its bigrams (decisions 24), both made when written.
    """

    __tablename__ = "product"
    __table_args__ = (
        CheckConstraint("places BETWEEN 0 AND 4", name="places_range"),
        CheckConstraint(
            "retail_price >= 0 AND min_price >= 0 AND purchase_price >= 0", name="prices_range"
        ),
        CheckConstraint("tax_rate >= -1", name="tax_rate_range"),
        CheckConstraint("plu > 0 AND plu < 10000000", name="plu_range"),
        CheckConstraint("tracking IN ('', 'lot', 'serial')", name="tracking_known"),
        CheckConstraint("shelf_life_days > 0 AND expiry_warn_days >= 0", name="shelf_life_range"),
        CheckConstraint("weight > 0 AND volume > 0", name="size_range"),
        CheckConstraint(
            "is_style = 0 OR (disabled = 1 AND track_stock = 0)", name="style_not_traded"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(index=True)
    spec: Mapped[str] = mapped_column(default="")
    brand: Mapped[str] = mapped_column(default="")
    origin: Mapped[str] = mapped_column(default="")
    category_id: Mapped[int | None] = mapped_column(ForeignKey(Category.id), index=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"), index=True)
    is_style: Mapped[bool] = mapped_column(default=False)
    unit: Mapped[str]
    places: Mapped[int] = mapped_column(default=0)
    tax_rate: Mapped[int | None] = mapped_column(RATE)
    retail_price: Mapped[int | None] = mapped_column(PRICE)
    min_price: Mapped[int | None] = mapped_column(PRICE)
    purchase_price: Mapped[int | None] = mapped_column(PRICE)
    min_stock: Mapped[int | None] = mapped_column(QUANTITY)
    max_stock: Mapped[int | None] = mapped_column(QUANTITY)
    weighed: Mapped[bool] = mapped_column(default=False)
    plu: Mapped[int | None] = mapped_column(unique=True)
    track_stock: Mapped[bool] = mapped_column(default=True)
    tracking: Mapped[str] = mapped_column(default="")
    shelf_life_days: Mapped[int | None]
    expiry_warn_days: Mapped[int | None]
    weight: Mapped[int | None] = mapped_column(QUANTITY)
    volume: Mapped[int | None] = mapped_column(PRICE)
    picture: Mapped[str | None]
    remark: Mapped[str] = mapped_column(default="")
    disabled: Mapped[bool] = mapped_column(default=False)
    pinyin: Mapped[str] = mapped_column(default="", index=True)
    search_text: Mapped[str] = mapped_column(default="")


class VariantValue(Base):
    """What tells a variant from its sisters: at `place` 1 to 3, its `value` of an `axis` (颜色: 红)."""

    __tablename__ = "variant_value"
    __table_args__ = (CheckConstraint("place BETWEEN 1 AND 3", name="place_range"),)

    product_id: Mapped[int] = mapped_column(ForeignKey(Product.id), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    axis: Mapped[str]
    value: Mapped[str]


class ProductUnit(Base):
    """A further unit: one of it is `numerator / denominator` base units (1 箱 = 24/1 瓶)."""

    __tablename__ = "product_unit"
    __table_args__ = (CheckConstraint("numerator > 0 AND denominator > 0", name="factor_range"),)

    product_id: Mapped[int] = mapped_column(ForeignKey(Product.id), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    numerator: Mapped[int]
    denominator: Mapped[int] = mapped_column(default=1)


class Barcode(Base):
    """A code that scans as `quantity one unit` of a product; `unit` "" is the base unit."""

    __tablename__ = "barcode"

    code: Mapped[str] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey(Product.id), index=True)
    unit: Mapped[str] = mapped_column(default="")


class ProductPrice(Base):
    """The price of one unit of a product at a price level: retail of further units, wholesale, member."""

    __tablename__ = "product_price"

    product_id: Mapped[int] = mapped_column(ForeignKey(Product.id), primary_key=True)
    level: Mapped[str] = mapped_column(primary_key=True)
    unit: Mapped[str] = mapped_column(primary_key=True)
    price: Mapped[int] = mapped_column(PRICE)


class PriceHistory(Base):
    """A sale price that changed, from `old` to `new` (NULL is none), by a person or by document `source`."""

    __tablename__ = "price_history"
    __table_args__ = (guarded("append"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey(Product.id), index=True)
    level: Mapped[str]
    unit: Mapped[str]
    old: Mapped[int | None] = mapped_column(PRICE)
    new: Mapped[int | None] = mapped_column(PRICE)
    day: Mapped[date]
    source: Mapped[str]
    user_id: Mapped[int]
    at: Mapped[int] = mapped_column(MOMENT)

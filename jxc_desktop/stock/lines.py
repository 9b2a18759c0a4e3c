"""The columns that every line of goods has, and those of goods that are bought, delivered or rung up."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.types import MONEY, PRICE, QUANTITY, RATE


class GoodsLine:
    """A quantity of a product: `quantity` counts `unit`, `base_quantity` the product's base unit.

    `from_line` is the line it follows, of the order or original its document names.
    """

    line_no: Mapped[int] = mapped_column(primary_key=True)

    @declared_attr
    def product_id(cls) -> Mapped[int]:  # noqa: N805
        return mapped_column(ForeignKey(Product.id), index=True)

    unit: Mapped[str]
    quantity: Mapped[int] = mapped_column(QUANTITY)
    base_quantity: Mapped[int] = mapped_column(QUANTITY)
    from_line: Mapped[int | None]


class TradeLine(GoodsLine):
    """Goods at a price; Σ net + Σ tax = Σ gross of the document (I7).

    `reduction` is this line's share of the order discount and of promotions, already taken off `gross`. `price`
    includes tax when the document says so.
    """

    price: Mapped[int] = mapped_column(PRICE)
    discount: Mapped[int] = mapped_column(RATE, default=0)
    tax_rate: Mapped[int] = mapped_column(RATE)
    reduction: Mapped[int] = mapped_column(MONEY, default=0)
    net: Mapped[int] = mapped_column(MONEY)
    tax: Mapped[int] = mapped_column(MONEY)
    gross: Mapped[int] = mapped_column(MONEY)
    is_gift: Mapped[bool] = mapped_column(default=False)

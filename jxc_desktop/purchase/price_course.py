"""The course of a purchase price: what a base unit cost at each of the last receipts, tax included."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.document import State
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import ONE, div_half_up
from jxc_desktop.purchase.models import GoodsReceipt, GoodsReceiptLine
from jxc_desktop.shop.actor import needs
from jxc_desktop.stock.shares import unit_cost

LAST = 12
"""Receipts that the course goes back."""


@dataclass(frozen=True, slots=True)
class PricePoint:
    """One receipt: 1e-6 yuan for one base unit, after discounts, tax included."""

    day: date
    number: str
    supplier: str
    price: int


@dataclass(frozen=True, slots=True)
class PriceCourse:
    """A product's purchase prices, oldest first."""

    product_id: int
    name: str
    unit: str
    points: tuple[PricePoint, ...]

    @property
    def lowest(self) -> int:
        """The lowest price of the course."""
        return min(point.price for point in self.points)

    @property
    def highest(self) -> int:
        """The highest price of the course."""
        return max(point.price for point in self.points)

    @property
    def change(self) -> int | None:
        """How the last price differs from the one before, a fraction of 1e-4; None without one before."""
        if len(self.points) < 2 or not self.points[-2].price:  # noqa: PLR2004  two ends
            return None
        last, before = self.points[-1].price, self.points[-2].price
        return div_half_up((last - before) * ONE, before)


@needs("field.purchase_price")
def price_course(session: Session, product_id: int, limit: int = LAST) -> PriceCourse:
    """The last prices paid for a product; gifts and receipts taken back left out."""
    query = select(Product.name, Product.spec, Product.unit).where(Product.id == product_id)
    head = session.execute(query).first()
    if head is None:
        raise NotFound(translate("purchase", "商品不存在了。刷新后再看"))
    points = _points(session, product_id, limit)
    return PriceCourse(product_id, f"{head.name} {head.spec}".strip(), head.unit, points)


def _points(session: Session, product_id: int, limit: int) -> tuple[PricePoint, ...]:
    line, receipt = GoodsReceiptLine, GoodsReceipt
    query = (
        select(
            receipt.day, receipt.number, receipt.partner_name, line.gross, line.base_quantity
        )
        .join(receipt, receipt.id == line.document_id)
        .where(
            line.product_id == product_id,
            receipt.state == State.POSTED,
            receipt.reverses_id.is_(None),
            line.is_gift.in_([False]),
        )
        .order_by(receipt.day.desc(), receipt.id.desc(), line.line_no.desc())
        .limit(limit)
    )  # fmt: skip
    rows = session.execute(query).all()
    return tuple(
        PricePoint(day, number or "", supplier, unit_cost(gross, quantity) or 0)
        for day, number, supplier, gross, quantity in reversed(rows)
    )

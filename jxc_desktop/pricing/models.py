"""Prices promised to customers, and changes of prices from a day on (调价单)."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, declared_attr, mapped_column
from sqlalchemy.schema import SchemaItem

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.document import Document, State, one_of
from jxc_desktop.core.guards import Rule
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import PRICE
from jxc_desktop.partners.models import Partner

_KEPT = ("number", "day", "effective_day", "created_by", "posted_by", "posted_at")
_SAME = " AND ".join(f'OLD."{name}" IS NOT DISTINCT FROM NEW."{name}"' for name in _KEPT)
_APPROVED = Rule(
    "UPDATE",
    f"OLD.state = 'approved' AND NOT (NEW.state IN ('posted', 'voided') AND {_SAME})",
    "an approved price change takes effect or is voided",
)
_VOIDED = Rule("UPDATE", "OLD.state = 'voided'", "a voided price change never changes")


class PartnerPrice(Base):
    """What one customer pays for one unit of a product on these days, 1e-6 yuan; unit "" is the base unit.

    Of several that hold on a day the one that began last counts.
    """

    __tablename__ = "partner_price"
    __table_args__ = (
        UniqueConstraint("partner_id", "product_id", "unit", "from_day"),
        CheckConstraint("price >= 0", name="price_range"),
        CheckConstraint("to_day >= from_day", name="days_range"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey(Partner.id))
    product_id: Mapped[int] = mapped_column(ForeignKey(Product.id), index=True)
    unit: Mapped[str]
    price: Mapped[int] = mapped_column(PRICE)
    from_day: Mapped[date]
    to_day: Mapped[date | None]


class PriceChange(Document, Base):
    """New sale prices from a day on. Approved it waits for its day, posted it is in force, voided it never will be."""

    __tablename__ = "price_change"
    kind = "price_change"
    prefix = "TJ"

    effective_day: Mapped[date]

    @declared_attr.directive
    def __table_args__(cls) -> tuple[SchemaItem | dict[str, object], ...]:  # noqa: N805
        return (one_of("state", State), guarded("document", rules=(_APPROVED, _VOIDED)))


class PriceChangeLine(Base):
    """The price of one unit of a product at a level: `old` as it was when approved, `price` from the day on."""

    __tablename__ = "price_change_line"
    __table_args__ = (
        UniqueConstraint("document_id", "product_id", "level", "unit"),
        CheckConstraint("price >= 0", name="price_range"),
        guarded(
            "lines",
            parent="price_change",
            rules=tuple(
                Rule(
                    operation,
                    f"(SELECT state FROM price_change WHERE id = {row}.document_id) "
                    "IN ('approved', 'voided')",
                    "lines of an approved price change never change",
                )
                for operation, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD"))
            ),
        ),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(PriceChange.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey(Product.id), index=True)
    level: Mapped[str]
    unit: Mapped[str]
    old: Mapped[int | None] = mapped_column(PRICE)
    price: Mapped[int] = mapped_column(PRICE)

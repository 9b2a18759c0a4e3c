"""What is kept of goods made of other goods: their parts (组成), putting them together and taking them apart."""

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, column_property, declared_attr, mapped_column

from jxc_desktop.cash.models import MoneyAccount
from jxc_desktop.catalog.models import Product
from jxc_desktop.core.document import Document
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MONEY, PRICE, QUANTITY
from jxc_desktop.partners.models import Partner
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.other_models import OtherLine


class KitPart(Base):
    """A part of a product: base units of it in one base unit of the product.

    `cost` (1e-6 yuan a base unit) is its reference cost where the product is taken apart, None what it costs then.
    """

    __tablename__ = "kit_part"
    __table_args__ = (
        UniqueConstraint("product_id", "part_id"),
        CheckConstraint("quantity > 0", name="quantity_positive"),
        CheckConstraint("part_id <> product_id", name="not_itself"),
    )

    product_id: Mapped[int] = mapped_column(ForeignKey(Product.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
    part_id: Mapped[int] = mapped_column(ForeignKey(Product.id), index=True)
    quantity: Mapped[int] = mapped_column(QUANTITY)
    cost: Mapped[int | None] = mapped_column(PRICE)


class KitPaper(Document):
    """A product put together of its parts, or taken apart into them, in one warehouse.

    `amount` is what the product itself was worth, `fee` what the work cost: paid through a money account, or owed to a
    supplier. `total` is what went out with the fee, which is what came in.
    """

    @declared_attr
    def warehouse_id(cls) -> Mapped[int]:  # noqa: N805
        return mapped_column(ForeignKey(Warehouse.id))

    @declared_attr
    def product_id(cls) -> Mapped[int]:  # noqa: N805
        return mapped_column(ForeignKey(Product.id), index=True)

    unit: Mapped[str]
    quantity: Mapped[int] = mapped_column(QUANTITY)
    base_quantity: Mapped[int] = mapped_column(QUANTITY)
    amount: Mapped[int] = mapped_column(MONEY)
    fee: Mapped[int] = mapped_column(MONEY, default=0)

    @declared_attr
    def money_account_id(cls) -> Mapped[int | None]:  # noqa: N805
        return mapped_column(ForeignKey(MoneyAccount.id))

    @declared_attr
    def partner_id(cls) -> Mapped[int | None]:  # noqa: N805
        return mapped_column(ForeignKey(Partner.id))

    @declared_attr
    def partner_name(cls) -> Mapped[str]:  # noqa: N805
        """What lists call it by, where other documents have a firm: the product."""
        name = select(Product.name).where(Product.id == cls.product_id)
        return column_property(name.correlate_except(Product).scalar_subquery())


class Assembly(KitPaper, Base):
    """A product put together: its parts go out at cost, it comes in at their cost and the fee (组装单)."""

    __tablename__ = "assembly"
    kind = "assembly"
    prefix = "ZZ"


class AssemblyLine(OtherLine, Base):
    """So much of a part, at what it cost."""

    __tablename__ = "assembly_line"
    __table_args__ = (
        CheckConstraint("quantity <> 0 AND base_quantity <> 0", name="quantity_nonzero"),
        guarded("lines", parent="assembly"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(Assembly.id), primary_key=True)


class Disassembly(KitPaper, Base):
    """A product taken apart: it goes out at cost, its parts come in at their shares of that and the fee (拆卸单)."""

    __tablename__ = "disassembly"
    kind = "disassembly"
    prefix = "CX"


class DisassemblyLine(OtherLine, Base):
    """So much of a part, at its share; `price` is its reference cost where one was told."""

    __tablename__ = "disassembly_line"
    __table_args__ = (
        CheckConstraint("quantity <> 0 AND base_quantity <> 0", name="quantity_nonzero"),
        guarded("lines", parent="disassembly"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(Disassembly.id), primary_key=True)

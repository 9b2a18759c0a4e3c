"""What is kept of freight and other costs of bringing goods in (采购费用分摊单), spread over the lines of receipts."""

from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.cash.models import Paid
from jxc_desktop.catalog.models import Product
from jxc_desktop.core.document import Document, State, one_of
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MONEY, QUANTITY, RATE
from jxc_desktop.partners.models import Partner
from jxc_desktop.purchase.models import GoodsReceipt


class Basis(StrEnum):
    """By what a cost is spread over the goods it was for."""

    AMOUNT = "amount"
    QUANTITY = "quantity"
    WEIGHT = "weight"
    VOLUME = "volume"
    HAND = "hand"


class LandedCost(Document, Base):
    """Freight, handling, insurance of goods that came: owed to a firm, or paid at once (domain.md §2.4, T14, T15).

    `net` and `tax` are fen of the bill, `total` both; the tax comes back where it is `deductible`, else the goods bear
    it too. `capitalised` ones are worth of the goods, the others selling expense.
    """

    __tablename__ = "landed_cost"
    __table_args__ = (one_of("state", State), one_of("basis", Basis), guarded("document"))
    kind = "landed_cost"
    prefix = "CGFT"

    partner_id: Mapped[int] = mapped_column(ForeignKey(Partner.id), index=True)
    partner_name: Mapped[str]
    invoice: Mapped[str]
    deductible: Mapped[bool]
    price_includes_tax: Mapped[bool]
    tax_rate: Mapped[int] = mapped_column(RATE)
    net: Mapped[int] = mapped_column(MONEY)
    tax: Mapped[int] = mapped_column(MONEY)
    basis: Mapped[str]
    capitalised: Mapped[bool]


class LandedCostLine(Base):
    """What line `from_line` of a receipt bears: `amount` fen, over the base units of it that had not gone back then."""

    __tablename__ = "landed_cost_line"
    __table_args__ = (
        CheckConstraint("base_quantity <> 0", name="quantity_nonzero"),
        UniqueConstraint("document_id", "receipt_id", "from_line"),
        guarded("lines", parent="landed_cost"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(LandedCost.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
    receipt_id: Mapped[int] = mapped_column(ForeignKey(GoodsReceipt.id), index=True)
    from_line: Mapped[int]
    product_id: Mapped[int] = mapped_column(ForeignKey(Product.id), index=True)
    base_quantity: Mapped[int] = mapped_column(QUANTITY)
    amount: Mapped[int] = mapped_column(MONEY)


class LandedCostPayment(Paid, Base):
    """What was paid at once."""

    __tablename__ = "landed_cost_payment"
    __table_args__ = (guarded("lines", parent="landed_cost"),)

    document_id: Mapped[int] = mapped_column(ForeignKey(LandedCost.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)

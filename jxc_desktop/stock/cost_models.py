"""What is kept of corrections of cost: value that enters or leaves stock without goods (成本调整单)."""

from sqlalchemy import CheckConstraint, ForeignKey, select
from sqlalchemy.orm import Mapped, column_property, mapped_column

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.document import Document
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MONEY, QUANTITY
from jxc_desktop.ledger.models import Account
from jxc_desktop.stock.models import Warehouse


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

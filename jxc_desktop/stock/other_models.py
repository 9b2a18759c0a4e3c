"""What is kept of goods that come in or go out for some other purpose (其他入库单, 其他出库单)."""

from sqlalchemy import CheckConstraint, ForeignKey, select
from sqlalchemy.orm import Mapped, column_property, declared_attr, mapped_column

from jxc_desktop.core.document import Document
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MONEY, PRICE
from jxc_desktop.ledger.models import Account
from jxc_desktop.stock.lines import GoodsLine
from jxc_desktop.stock.models import Warehouse


class OtherPaper(Document):
    """Goods of one warehouse against an account that was chosen; `total` is what they are worth in fen."""

    @declared_attr
    def warehouse_id(cls) -> Mapped[int]:  # noqa: N805
        return mapped_column(ForeignKey(Warehouse.id))

    @declared_attr
    def account(cls) -> Mapped[str]:  # noqa: N805
        return mapped_column(ForeignKey(Account.code))

    @declared_attr
    def partner_name(cls) -> Mapped[str]:  # noqa: N805
        """What lists call it by, where other documents have a firm: the name of the account."""
        name = select(Account.name).where(Account.code == cls.account)
        return column_property(name.correlate_except(Account).scalar_subquery())


class OtherLine(GoodsLine):
    """Goods with their worth; `price` is what a unit that came in was assessed at (1e-6 yuan), None by the average."""

    price: Mapped[int | None] = mapped_column(PRICE)
    amount: Mapped[int] = mapped_column(MONEY)


class OtherReceipt(OtherPaper, Base):
    """Goods that came in neither bought nor found: put in by the owner, given (其他入库单)."""

    __tablename__ = "other_receipt"
    kind = "other_receipt"
    prefix = "QTRK"


class OtherReceiptLine(OtherLine, Base):
    """So much of a product, at its assessed or average worth."""

    __tablename__ = "other_receipt_line"
    __table_args__ = (
        CheckConstraint("quantity <> 0 AND base_quantity <> 0", name="quantity_nonzero"),
        guarded("lines", parent="other_receipt"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(OtherReceipt.id), primary_key=True)


class OtherIssue(OtherPaper, Base):
    """Goods that went out neither sold nor lost: used in the house, given as samples (其他出库单).

    `tax` is the output VAT in fen that is due on goods given away as if they were sold (视同销售), 0 for none.
    """

    __tablename__ = "other_issue"
    kind = "other_issue"
    prefix = "QTCK"

    tax: Mapped[int] = mapped_column(MONEY, default=0)


class OtherIssueLine(OtherLine, Base):
    """So much of a product, at what it cost."""

    __tablename__ = "other_issue_line"
    __table_args__ = (
        CheckConstraint("quantity <> 0 AND base_quantity <> 0", name="quantity_nonzero"),
        guarded("lines", parent="other_issue"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(OtherIssue.id), primary_key=True)

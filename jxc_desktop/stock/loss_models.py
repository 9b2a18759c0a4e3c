"""What is kept of goods lost and found (报损单, 报溢单), for what reasons, and of what became of them (损溢处理单)."""

from sqlalchemy import CheckConstraint, ForeignKey, func, select
from sqlalchemy.orm import Mapped, column_property, declared_attr, mapped_column

from jxc_desktop.cash.models import MoneyAccount
from jxc_desktop.core.document import Document
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MONEY, PRICE, RATE
from jxc_desktop.ledger.models import Account
from jxc_desktop.stock.count_models import StockCount
from jxc_desktop.stock.lines import GoodsLine
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.transfer_models import StockTransfer


class LossReason(Base):
    """Why goods are lost, or found where `gain` is set, and where that stands in the books (decisions 19).

    `item` is the part of `account` that the statements show. `vat_out` reasons are 非正常损失: the input VAT of the
    goods is turned out.
    """

    __tablename__ = "loss_reason"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    gain: Mapped[bool]
    account: Mapped[str] = mapped_column(ForeignKey(Account.code))
    item: Mapped[str | None]
    vat_out: Mapped[bool]
    disabled: Mapped[bool] = mapped_column(default=False)


class LossPaper(Document):
    """Goods of one warehouse lost or found for one reason.

    `total` is their cost, with the input VAT turned out. `unresolved` leaves it on 190101 until a resolution.
    """

    @declared_attr
    def warehouse_id(cls) -> Mapped[int]:  # noqa: N805
        return mapped_column(ForeignKey(Warehouse.id))

    @declared_attr
    def reason_id(cls) -> Mapped[int]:  # noqa: N805
        return mapped_column(ForeignKey(LossReason.id))

    unresolved: Mapped[bool] = mapped_column(default=False)

    @declared_attr
    def count_id(cls) -> Mapped[int | None]:  # noqa: N805
        """The count that found it."""
        return mapped_column(ForeignKey(StockCount.id), index=True)

    @declared_attr
    def partner_name(cls) -> Mapped[str]:  # noqa: N805
        """What lists call it by, where other documents have a firm: the name of its reason."""
        name = select(LossReason.name).where(LossReason.id == cls.reason_id)
        return column_property(name.correlate_except(LossReason).scalar_subquery())


class LossLine(GoodsLine):
    """Goods with what they were worth: `amount` fen at cost, `tax` fen of input VAT turned out at `tax_rate`.

    `price` is the assessed worth of one unit of found goods (1e-6 yuan), None where the average decides.
    """

    price: Mapped[int | None] = mapped_column(PRICE)
    tax_rate: Mapped[int] = mapped_column(RATE, default=0)
    amount: Mapped[int] = mapped_column(MONEY)
    tax: Mapped[int] = mapped_column(MONEY, default=0)


class StockLoss(LossPaper, Base):
    """Goods that are gone or worth nothing any more (报损单)."""

    __tablename__ = "stock_loss"
    kind = "stock_loss"
    prefix = "BS"

    transfer_id: Mapped[int | None] = mapped_column(ForeignKey(StockTransfer.id), index=True)
    """The transfer whose goods it says never came; its lines name that one's."""


class StockLossLine(LossLine, Base):
    """So much of a product, at what it cost."""

    __tablename__ = "stock_loss_line"
    __table_args__ = (
        CheckConstraint("quantity <> 0 AND base_quantity <> 0", name="quantity_nonzero"),
        guarded("lines", parent="stock_loss"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(StockLoss.id), primary_key=True)


class StockGain(LossPaper, Base):
    """Goods that are there although the books do not know them (报溢单)."""

    __tablename__ = "stock_gain"
    kind = "stock_gain"
    prefix = "BY"


class StockGainLine(LossLine, Base):
    """So much of a product, at its average or assessed worth."""

    __tablename__ = "stock_gain_line"
    __table_args__ = (
        CheckConstraint("quantity <> 0 AND base_quantity <> 0", name="quantity_nonzero"),
        guarded("lines", parent="stock_gain"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(StockGain.id), primary_key=True)


class LossResolution(Document, Base):
    """What became of goods whose loss or gain was left open on 190101 (损溢处理单); names exactly one of the two."""

    __tablename__ = "loss_resolution"
    kind = "loss_resolution"
    prefix = "SYCL"

    loss_id: Mapped[int | None] = mapped_column(ForeignKey(StockLoss.id), index=True)
    gain_id: Mapped[int | None] = mapped_column(ForeignKey(StockGain.id), index=True)
    partner_name: Mapped[str] = column_property(
        func.coalesce(
            select(StockLoss.number)
            .where(StockLoss.id == loss_id)
            .correlate_except(StockLoss)
            .scalar_subquery(),
            select(StockGain.number)
            .where(StockGain.id == gain_id)
            .correlate_except(StockGain)
            .scalar_subquery(),
        )
    )
    """What lists call it by: the number of what it resolves."""


class LossResolutionLine(Base):
    """Fen that somebody or something else than the reason's account bears, such as 1221 for who makes it good.

    `money_account_id` is the account that the money came into, `employee` who owes it.
    """

    __tablename__ = "loss_resolution_line"
    __table_args__ = (guarded("lines", parent="loss_resolution"),)

    document_id: Mapped[int] = mapped_column(ForeignKey(LossResolution.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[str] = mapped_column(ForeignKey(Account.code))
    money_account_id: Mapped[int | None] = mapped_column(ForeignKey(MoneyAccount.id))
    employee: Mapped[str | None]
    amount: Mapped[int] = mapped_column(MONEY)

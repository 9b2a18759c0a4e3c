"""Cards of fixed assets, and what vouchers wrote off them."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MOMENT, MONEY
from jxc_desktop.ledger.journal.models import JournalVoucher
from jxc_desktop.ledger.models import Account


class FixedAsset(Base):
    """A thing used for more than a year (固定资产卡片); money in fen, life in months, straight-line.

    `used_months` and `depreciated` are what had gone before the card was made. Each month's share is an expense of
    `account`, with its item and department.
    """

    __tablename__ = "fixed_asset"
    __table_args__ = (
        CheckConstraint("cost > 0", name="cost_range"),
        CheckConstraint("salvage >= 0 AND depreciated >= 0", name="worth_range"),
        CheckConstraint("salvage + depreciated <= cost", name="worth_within"),
        CheckConstraint("months > 0 AND used_months >= 0", name="months_range"),
        CheckConstraint("used_months < months", name="months_left"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    day: Mapped[date]
    cost: Mapped[int] = mapped_column(MONEY)
    salvage: Mapped[int] = mapped_column(MONEY)
    months: Mapped[int]
    used_months: Mapped[int] = mapped_column(default=0)
    depreciated: Mapped[int] = mapped_column(MONEY, default=0)
    account: Mapped[str] = mapped_column(ForeignKey(Account.code))
    department: Mapped[str] = mapped_column(default="")
    made_by: Mapped[int]
    made_at: Mapped[int] = mapped_column(MOMENT)


class AssetDepreciation(Base):
    """What a voucher wrote off an asset for a month, fen; it counts while the voucher is not reversed."""

    __tablename__ = "asset_depreciation"
    __table_args__ = (guarded("append"),)

    document_id: Mapped[int] = mapped_column(ForeignKey(JournalVoucher.id), primary_key=True)
    asset_id: Mapped[int] = mapped_column(ForeignKey(FixedAsset.id), primary_key=True)
    month: Mapped[str]
    amount: Mapped[int] = mapped_column(MONEY)


class AssetDisposal(Base):
    """The voucher with which an asset went; it counts while the voucher is not reversed."""

    __tablename__ = "asset_disposal"
    __table_args__ = (guarded("append"),)

    document_id: Mapped[int] = mapped_column(ForeignKey(JournalVoucher.id), primary_key=True)
    asset_id: Mapped[int] = mapped_column(ForeignKey(FixedAsset.id), index=True)

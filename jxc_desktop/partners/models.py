"""Customers and suppliers; one firm may be both."""

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.core.schema import Base
from jxc_desktop.core.types import MONEY


class Partner(Base):
    """A firm with a customer code, a supplier code or both; codes are unique per role (decisions 5)."""

    __tablename__ = "partner"
    __table_args__ = (
        CheckConstraint("customer_code IS NOT NULL OR supplier_code IS NOT NULL", name="has_role"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_code: Mapped[str | None] = mapped_column(unique=True)
    supplier_code: Mapped[str | None] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(index=True)
    short_name: Mapped[str] = mapped_column(default="")
    contact: Mapped[str] = mapped_column(default="")
    mobile: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    tax_no: Mapped[str] = mapped_column(default="")
    bank: Mapped[str] = mapped_column(default="")
    bank_account: Mapped[str] = mapped_column(default="")
    price_level: Mapped[str] = mapped_column(default="")
    credit_limit: Mapped[int | None] = mapped_column(MONEY)
    credit_days: Mapped[int] = mapped_column(default=0)
    invoice: Mapped[str | None]
    remark: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    fax: Mapped[str] = mapped_column(default="")
    salesperson: Mapped[str] = mapped_column(default="")
    disabled: Mapped[bool] = mapped_column(default=False)
    pinyin: Mapped[str] = mapped_column(default="", index=True)
    search_text: Mapped[str] = mapped_column(default="")

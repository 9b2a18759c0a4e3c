"""What the invoice register keeps (domain.md §3.5)."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.core.schema import Base
from jxc_desktop.core.types import MOMENT, MONEY
from jxc_desktop.partners.models import Partner


class TaxInvoice(Base):
    """An invoice by its number on the tax platform; amounts in fen, a red one's are negative.

    `direction` is out (销项) or in (进项), `kind` special (专票) or ordinary (普票). `source` is the number of the
    document it was written for, "" for none; `red_of` the invoice that a red one takes back.
    """

    __tablename__ = "tax_invoice"
    __table_args__ = (
        UniqueConstraint("direction", "number"),
        CheckConstraint("direction IN ('in', 'out')", name="direction_known"),
        CheckConstraint("kind IN ('special', 'ordinary')", name="kind_known"),
        CheckConstraint("state IN ('registered', 'voided')", name="state_known"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    direction: Mapped[str]
    kind: Mapped[str]
    number: Mapped[str]
    day: Mapped[date] = mapped_column(index=True)
    partner_id: Mapped[int | None] = mapped_column(ForeignKey(Partner.id))
    partner_name: Mapped[str]
    net: Mapped[int] = mapped_column(MONEY)
    tax: Mapped[int] = mapped_column(MONEY)
    source: Mapped[str] = mapped_column(index=True)
    red_of: Mapped[str]
    state: Mapped[str] = mapped_column(default="registered")
    remark: Mapped[str] = mapped_column(default="")
    made_by: Mapped[int]
    made_at: Mapped[int] = mapped_column(MOMENT)

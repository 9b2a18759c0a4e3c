"""Which document settled which, and what customers promised to pay."""

from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MOMENT, MONEY
from jxc_desktop.ledger.models import Account
from jxc_desktop.partners.models import Partner


class Matching(Base):
    """How much of document `number` was settled by document `by`, in fen of what `number` left open (核销).

    Positive lessens a debt or uses up an advance, negative a credit; taking it back writes its negation. It counts
    from the day `since` on, the business day of the later of both documents.
    """

    __tablename__ = "matching"
    __table_args__ = (
        Index("ix_matching_number", "number"),
        Index("ix_matching_by", "by"),
        guarded("append"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[str] = mapped_column(ForeignKey(Account.code))
    partner_id: Mapped[int] = mapped_column(ForeignKey(Partner.id), index=True)
    number: Mapped[str]
    by: Mapped[str]
    amount: Mapped[int] = mapped_column(MONEY)
    since: Mapped[date]
    at: Mapped[int] = mapped_column(MOMENT)


class Promise(Base):
    """That a firm promised to pay `by_day` (承诺); the last promise counts.

    `number` names the document it is about, None for all that the firm owes.
    """

    __tablename__ = "promise"
    __table_args__ = (guarded("append"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey(Partner.id), index=True)
    number: Mapped[str | None]
    by_day: Mapped[date]
    note: Mapped[str] = mapped_column(default="")
    made_by: Mapped[int]
    made_at: Mapped[int] = mapped_column(MOMENT)

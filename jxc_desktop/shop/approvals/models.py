"""What approvals keep: rules, who stands in for whom, papers held back, and each yes or no that was said."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.core.guards import Rule as Guard
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MOMENT, MONEY
from jxc_desktop.shop.models import User

_KEPT = ("kind", "key", "digest", "day", "subject", "total", "body", "apart", "made_by", "made_at")
_SAME = " AND ".join(f'OLD."{name}" IS NOT DISTINCT FROM NEW."{name}"' for name in _KEPT)
_ONLY_FROM_PENDING = Guard(
    "UPDATE", f"OLD.state <> 'pending' OR NOT ({_SAME})", "a paper held back never changes"
)
_NEVER_GONE = Guard("DELETE", "1 = 1", "a paper held back never vanishes")


class ApprovalRule(Base):
    """Documents of a kind that meet the condition wait for the approver: whoever has `role`, or one user.

    `value` is what the condition compares with: fen of `total_over`, 1e-4 of `discount_over`, else 0. Steps are
    taken in order; all rules of one step must have been answered before the next.
    """

    __tablename__ = "approval_rule"
    __table_args__ = (
        CheckConstraint("(role <> '') <> (user_id IS NOT NULL)", name="one_approver"),
        CheckConstraint("step >= 1", name="step_range"),
        CheckConstraint("value >= 0", name="value_range"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    condition: Mapped[str]
    value: Mapped[int]
    step: Mapped[int]
    role: Mapped[str]
    user_id: Mapped[int | None] = mapped_column(ForeignKey(User.id))
    disabled: Mapped[bool] = mapped_column(default=False)


class Delegation(Base):
    """Somebody approves for somebody else on these days, both included."""

    __tablename__ = "delegation"
    __table_args__ = (
        CheckConstraint("from_user_id <> to_user_id", name="two_people"),
        CheckConstraint("first_day <= last_day", name="days_range"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    from_user_id: Mapped[int] = mapped_column(ForeignKey(User.id))
    to_user_id: Mapped[int] = mapped_column(ForeignKey(User.id))
    first_day: Mapped[date]
    last_day: Mapped[date]


class PendingPaper(Base):
    """A document that a rule holds back, whole: `body` is its draft as JSON, `key` what makes a repeat harmless.

    `state` goes from pending to approved, rejected or withdrawn, once. `apart` says that its maker may not
    approve it. Approved, it is the document in `document_key` under the same key.
    """

    __tablename__ = "pending_paper"
    __table_args__ = (
        CheckConstraint(
            "state IN ('pending', 'approved', 'rejected', 'withdrawn')", name="state_known"
        ),
        guarded("", rules=(_ONLY_FROM_PENDING, _NEVER_GONE)),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    key: Mapped[str] = mapped_column(unique=True)
    digest: Mapped[str]
    day: Mapped[date]
    subject: Mapped[str]
    total: Mapped[int] = mapped_column(MONEY)
    body: Mapped[str]
    apart: Mapped[bool]
    made_by: Mapped[int] = mapped_column(ForeignKey(User.id))
    made_at: Mapped[int] = mapped_column(MOMENT)
    state: Mapped[str] = mapped_column(index=True)


class PendingNeed(Base):
    """Whose yes a paper waits for: a rule as it read when the paper was held back."""

    __tablename__ = "pending_need"
    __table_args__ = (guarded("append"),)

    pending_id: Mapped[int] = mapped_column(ForeignKey(PendingPaper.id), primary_key=True)
    need_no: Mapped[int] = mapped_column(primary_key=True)
    step: Mapped[int]
    condition: Mapped[str]
    value: Mapped[int]
    role: Mapped[str]
    user_id: Mapped[int | None] = mapped_column(ForeignKey(User.id))


class ApprovalStep(Base):
    """A yes to one need of a paper, or a no, or its withdrawal (without a need); `for_user_id` delegated it."""

    __tablename__ = "approval_step"
    __table_args__ = (
        CheckConstraint("decision IN ('approved', 'rejected', 'withdrawn')", name="decision_known"),
        CheckConstraint("(decision = 'approved') = (need_no IS NOT NULL)", name="yes_has_need"),
        guarded("append"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    pending_id: Mapped[int] = mapped_column(ForeignKey(PendingPaper.id), index=True)
    need_no: Mapped[int | None]
    decision: Mapped[str]
    user_id: Mapped[int] = mapped_column(ForeignKey(User.id))
    for_user_id: Mapped[int | None] = mapped_column(ForeignKey(User.id))
    at: Mapped[int] = mapped_column(MOMENT)
    comment: Mapped[str]

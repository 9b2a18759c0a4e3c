"""What every business document has in common: a number, a day, a state, and at most one reversal."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, declared_attr, mapped_column
from sqlalchemy.schema import SchemaItem

from jxc_desktop.core.errors import Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.schema import guarded
from jxc_desktop.core.types import MOMENT, MONEY


class State(StrEnum):
    """draft → (pending) → approved → posted → reversed; draft → voided; orders end approved → closed."""

    DRAFT = "draft"
    PENDING = "pending"
    APPROVED = "approved"
    POSTED = "posted"
    REVERSED = "reversed"
    CLOSED = "closed"
    VOIDED = "voided"


MIRRORED = frozenset(
    {
        "total", "order_discount", "rounding_off", "change_given", "quantity", "base_quantity", "reduction",
        "net", "tax", "gross", "amount", "tendered", "debit", "credit", "cash_discount", "advance", "estimate",
        "difference", "fee", "points", "points_used", "points_off", "points_earned", "bonus", "bonus_off",
        "promotion_off",
        "back_total", "back_points_used", "back_points_off", "back_points_earned", "back_bonus", "back_spent",
    }
)  # fmt: skip
"""Columns of documents and their lines whose sign a reversal turns; every other one stays."""


def one_of(column: str, values: type[StrEnum]) -> CheckConstraint:
    """A named CHECK that `column` is one of the words of an enumeration."""
    words = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({words})", name=f"{column}_known")


class Document:
    """A numbered, dated paper. Its number is given at posting, so a series has no gaps.

    `kind` is the document's word and its table's name, `prefix` begins its numbers (domain.md §1.3).
    `day` is the business day, `posted_at` the moment; `total` is what is due, in fen; a reversal is a document
    of the same kind with negated amounts whose `reverses_id` names the original.
    """

    kind: ClassVar[str]
    prefix: ClassVar[str]

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str | None] = mapped_column(unique=True)
    day: Mapped[date] = mapped_column(index=True)
    state: Mapped[str] = mapped_column(default=State.DRAFT)
    total: Mapped[int] = mapped_column(MONEY, default=0)
    remark: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    created_by: Mapped[int]
    created_at: Mapped[int] = mapped_column(MOMENT)
    posted_by: Mapped[int | None]
    posted_at: Mapped[int | None] = mapped_column(MOMENT)

    @declared_attr
    def reverses_id(cls) -> Mapped[int | None]:  # noqa: N805
        """The document that this one takes back; at most one reversal exists (decisions 2)."""
        return mapped_column(ForeignKey(f"{cls.kind}.id"), unique=True)

    @declared_attr.directive
    def __table_args__(cls) -> tuple[SchemaItem | dict[str, object], ...]:  # noqa: N805
        return (one_of("state", State), guarded("document"))


def require_state(number: str | None, state: str, *wanted: State) -> None:
    """Raise `Refused` unless a document's `state` is one of `wanted`."""
    if state not in wanted:
        raise Refused(
            translate("core", "{number} 是{state}，不能这样做。刷新后再看").format(
                number=number or translate("core", "这张草稿"), state=state_word(state)
            )
        )


def state_word(state: str) -> str:
    """The state as people say it."""
    words = {
        State.DRAFT: translate("core", "草稿"),
        State.PENDING: translate("core", "待审核"),
        State.APPROVED: translate("core", "已审核"),
        State.POSTED: translate("core", "已过账"),
        State.REVERSED: translate("core", "已红冲"),
        State.CLOSED: translate("core", "已关闭"),
        State.VOIDED: translate("core", "已作废"),
    }
    return words[State(state)]

"""What is typed to change a card: money onto it or back, points put right or expired."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from jxc_desktop.cash.payments import Payment
from jxc_desktop.core.errors import InvalidInput, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import parse_scaled
from jxc_desktop.members.services import (
    PointsDraft,
    RefundDraft,
    TopupDraft,
    post_points_change,
    post_refund,
    post_topup,
)
from jxc_desktop.widgets.expressions import parse_money


class Act(StrEnum):
    """What can be done to a card by hand."""

    TOP_UP = "top_up"
    REFUND = "refund"
    ADJUST = "adjusted"
    EXPIRE = "expired"

    @property
    def right(self) -> str:
        """Whoever may post its paper may do it."""
        return _RIGHTS[self]

    @property
    def of_money(self) -> bool:
        """Whether money changes hands."""
        return self in {Act.TOP_UP, Act.REFUND}


_RIGHTS = {
    Act.TOP_UP: "stored_value_topup.post",
    Act.REFUND: "stored_value_refund.post",
    Act.ADJUST: "points_change.post",
    Act.EXPIRE: "points_change.post",
}


@dataclass(frozen=True, slots=True)
class TypedChange:
    """The fields of the line: texts until they are read; `account_id` is the money account."""

    act: Act
    number: str
    bonus: str
    account_id: int | None
    reason: str

    def posting(self, member_id: int, day: date) -> tuple[Callable[..., Any], Any]:
        """The service and the draft for it; raises `UserError` at the field that cannot be read."""
        if self.act is Act.TOP_UP:
            bonus = _read(parse_money, self.bonus, "bonus") if self.bonus.strip() else 0
            return post_topup, TopupDraft(day, member_id, self._paid(), bonus, self.reason)
        if self.act is Act.REFUND:
            return post_refund, RefundDraft(day, member_id, self._paid(), self.reason)
        points = _read(_whole, self.number, "number")
        points = -abs(points) if self.act is Act.EXPIRE else points
        draft = PointsDraft(day, member_id, points, self.reason, str(self.act))
        return post_points_change, draft

    def _paid(self) -> tuple[Payment, ...]:
        amount = _read(parse_money, self.number, "number")
        if self.account_id is None:
            told = translate("members", "没有选账户。选钱从哪里来、到哪里去")
            raise InvalidInput(told, field="account")
        return (Payment(self.account_id, amount),)


def _whole(text: str) -> int:
    return parse_scaled(text, 0)


def _read(parse: Callable[[str], int], text: str, field: str) -> int:
    if not text.strip():
        raise InvalidInput(translate("members", "没有填数。填上再过账"), field=field)
    try:
        return parse(text)
    except UserError as error:
        raise error.at(field) from None

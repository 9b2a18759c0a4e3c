"""Expenses, other income, and money between the shop's own accounts, as data."""

from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash.services import (
    PurposeDraft,
    SpendingDraft,
    TransferDraft,
    post_expense,
    post_money_transfer,
    post_other_income,
    reverse_expense,
    reverse_money_transfer,
    reverse_other_income,
)
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.intake.codes import money_account_named
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.goods import EVERY, day_of, line_objects
from jxc_desktop.intake.intake import Intake
from jxc_desktop.intake.money import require_sum

SPENDING = (*EVERY, "account", "amount", "lines")
LINE = ("account", "amount", "item", "summary", "tax", "employee", "department", "project")
TRANSFER = (*EVERY, "from_account", "to_account", "amount", "fee")


def spending_draft(session: Session, fields: Fields) -> SpendingDraft:
    """The draft that JSON expenses or other income describe; an `amount` of the whole is the sum of the lines."""
    lines = tuple(_purpose(line.only(LINE)) for line in line_objects(fields))
    require_sum(fields, fields.money("amount"), sum(line.amount for line in lines))
    return SpendingDraft(
        day=day_of(session, fields),
        money_account_id=money_account_named(session, fields),
        lines=lines,
        remark=fields.text("remark"),
    )


def _purpose(line: Fields) -> PurposeDraft:
    if not line.text("account") and not line.text("item"):
        problem = InvalidInput(translate("intake", "必填，或在 item 写收支项目"))
        raise line.wrong(problem, "account")
    return PurposeDraft(
        account=line.text("account"),
        amount=line.given("amount", line.money("amount")),
        item=line.text("item") or None,
        summary=line.text("summary"),
        tax=line.money("tax") or 0,
        employee=line.text("employee"),
        department=line.text("department"),
        project=line.text("project"),
    )


def transfer_draft(session: Session, fields: Fields) -> TransferDraft:
    """The draft that a JSON money transfer describes."""
    return TransferDraft(
        day=day_of(session, fields),
        from_account_id=money_account_named(session, fields, "from_account"),
        to_account_id=money_account_named(session, fields, "to_account"),
        amount=fields.given("amount", fields.money("amount")),
        fee=fields.money("fee") or 0,
        remark=fields.text("remark"),
    )


INTAKES: tuple[Intake[Any], ...] = (
    Intake("expense", SPENDING, spending_draft, post_expense, reverse_expense, draft=SpendingDraft),
    Intake(
        "other_income",
        SPENDING,
        spending_draft,
        post_other_income,
        reverse_other_income,
        draft=SpendingDraft,
    ),
    Intake(
        "money_transfer",
        TRANSFER,
        transfer_draft,
        post_money_transfer,
        reverse_money_transfer,
        draft=TransferDraft,
    ),
)

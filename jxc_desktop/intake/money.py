"""Money by itself, as data: what customers pay, what suppliers are paid, what running the shop costs."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from jxc_desktop.cash.services import (
    ExpenseDraft,
    ExpenseLineDraft,
    MoneyDraft,
    post_customer_receipt,
    post_expense,
    post_supplier_payment,
    reverse_customer_receipt,
    reverse_expense,
    reverse_supplier_payment,
)
from jxc_desktop.cash.settling import Settled
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.intake.codes import customer_named, money_account_named, supplier_named
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.goods import EVERY, day_of, line_objects
from jxc_desktop.intake.intake import Intake

MONEY = (*EVERY, "partner", "account", "amount", "cash_discount", "settle")
SETTLE = ("number", "amount")
EXPENSE = (*EVERY, "account", "amount", "lines")
EXPENSE_LINE = ("account", "amount", "item", "summary")

PartnerNamed = Callable[[Session, Fields], int]


def _money_draft(session: Session, fields: Fields, partner: PartnerNamed) -> MoneyDraft:
    return MoneyDraft(
        day=day_of(session, fields),
        partner_id=partner(session, fields),
        money_account_id=money_account_named(session, fields),
        amount=fields.given("amount", fields.money("amount")),
        cash_discount=fields.money("cash_discount") or 0,
        settle=_settle(fields),
        remark=fields.text("remark"),
    )


def customer_receipt_draft(session: Session, fields: Fields) -> MoneyDraft:
    """The draft that a JSON customer receipt describes."""
    return _money_draft(session, fields, customer_named)


def supplier_payment_draft(session: Session, fields: Fields) -> MoneyDraft:
    """The draft that a JSON supplier payment describes."""
    return _money_draft(session, fields, supplier_named)


def _settle(fields: Fields) -> tuple[Settled, ...]:
    """The documents to settle; without any the oldest come first."""
    return tuple(
        Settled(each.needed("number"), each.given("amount", each.money("amount")))
        for each in (each.only(SETTLE) for each in fields.objects("settle"))
    )


def expense_draft(session: Session, fields: Fields) -> ExpenseDraft:
    """The draft that JSON expenses describe; an `amount` of the whole must be the sum of the lines."""
    lines = tuple(_expense_line(line.only(EXPENSE_LINE)) for line in line_objects(fields))
    whole, total = fields.money("amount"), sum(line.amount for line in lines)
    if whole not in {None, total}:
        problem = translate("intake", "各行合计 {total}，和总额不一样").format(
            total=text_of(total, MONEY_PLACES)
        )
        raise fields.wrong(InvalidInput(problem), "amount")
    return ExpenseDraft(
        day=day_of(session, fields),
        money_account_id=money_account_named(session, fields),
        lines=lines,
        remark=fields.text("remark"),
    )


def _expense_line(line: Fields) -> ExpenseLineDraft:
    return ExpenseLineDraft(
        account=line.needed("account"),
        amount=line.given("amount", line.money("amount")),
        item=line.text("item") or None,
        summary=line.text("summary"),
    )


CUSTOMER_RECEIPT = Intake(
    "customer_receipt",
    MONEY,
    customer_receipt_draft,
    post_customer_receipt,
    reverse_customer_receipt,
    draft=MoneyDraft,
)
SUPPLIER_PAYMENT = Intake(
    "supplier_payment",
    MONEY,
    supplier_payment_draft,
    post_supplier_payment,
    reverse_supplier_payment,
    draft=MoneyDraft,
)
EXPENSES = Intake(
    "expense", EXPENSE, expense_draft, post_expense, reverse_expense, draft=ExpenseDraft
)
INTAKES: tuple[Intake[MoneyDraft] | Intake[ExpenseDraft], ...] = (
    CUSTOMER_RECEIPT,
    SUPPLIER_PAYMENT,
    EXPENSES,
)

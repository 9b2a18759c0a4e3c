"""Money from and to firms as data: receipts, payments, advances, settlements, bad debts."""

from collections.abc import Callable
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash.models import BadDebtMode, SettlementMode
from jxc_desktop.cash.offsets import OFFSETS
from jxc_desktop.cash.payments import Payment
from jxc_desktop.cash.services import (
    AdvanceDraft,
    BadDebtDraft,
    MoneyDraft,
    SettlementDraft,
    post_advance_payment,
    post_advance_receipt,
    post_bad_debt,
    post_customer_receipt,
    post_settlement,
    post_supplier_payment,
    reverse_advance_payment,
    reverse_advance_receipt,
    reverse_bad_debt,
    reverse_customer_receipt,
    reverse_settlement,
    reverse_supplier_payment,
)
from jxc_desktop.cash.settling import Settled
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.intake.codes import customer_named, money_account_named, supplier_named
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.goods import EVERY, day_of, payments_of
from jxc_desktop.intake.intake import Intake

PAID = (*EVERY, "partner", "account", "amount", "payments")
MONEY = (*PAID, "cash_discount", "settle")
SETTLEMENT = (*EVERY, "mode", "partner", "to_partner", "amount", "use", "settle")
BAD_DEBT = (*PAID, "mode", "reason", "settle")
SETTLE = ("number", "amount")

PartnerNamed = Callable[..., int]
_NAMED: dict[str, PartnerNamed] = {"customer": customer_named, "supplier": supplier_named}


def _money_draft(session: Session, fields: Fields, partner: PartnerNamed) -> MoneyDraft:
    return MoneyDraft(
        day=day_of(session, fields),
        partner_id=partner(session, fields),
        payments=_paid(session, fields),
        cash_discount=fields.money("cash_discount") or 0,
        settle=_settled(fields, "settle"),
        remark=fields.text("remark"),
    )


def customer_receipt_draft(session: Session, fields: Fields) -> MoneyDraft:
    """The draft that a JSON customer receipt describes."""
    return _money_draft(session, fields, customer_named)


def supplier_payment_draft(session: Session, fields: Fields) -> MoneyDraft:
    """The draft that a JSON supplier payment describes."""
    return _money_draft(session, fields, supplier_named)


def _advance_draft(session: Session, fields: Fields, partner: PartnerNamed) -> AdvanceDraft:
    return AdvanceDraft(
        day=day_of(session, fields),
        partner_id=partner(session, fields),
        payments=_paid(session, fields),
        remark=fields.text("remark"),
    )


def advance_receipt_draft(session: Session, fields: Fields) -> AdvanceDraft:
    """The draft that a JSON advance from a customer describes."""
    return _advance_draft(session, fields, customer_named)


def advance_payment_draft(session: Session, fields: Fields) -> AdvanceDraft:
    """The draft that a JSON prepayment to a supplier describes."""
    return _advance_draft(session, fields, supplier_named)


def settlement_draft(session: Session, fields: Fields) -> SettlementDraft:
    """The draft that a JSON settlement describes; a firm is named by the code of its first role."""
    fields.one_of("mode", list(SettlementMode))
    mode = SettlementMode(fields.needed("mode"))
    named = _NAMED[OFFSETS[mode].roles[0]]
    to = named(session, fields, "to_partner") if fields.text("to_partner") else None
    return SettlementDraft(
        day=day_of(session, fields),
        mode=mode,
        partner_id=named(session, fields),
        to_partner_id=to,
        amount=fields.money("amount"),
        use=_settled(fields, "use"),
        settle=_settled(fields, "settle"),
        remark=fields.text("remark"),
    )


def bad_debt_draft(session: Session, fields: Fields) -> BadDebtDraft:
    """The draft that a JSON bad debt describes; a debt is given up unless `mode` says otherwise."""
    given = fields.one_of("mode", list(BadDebtMode))
    mode = BadDebtMode(given or BadDebtMode.WRITE_OFF)
    named = supplier_named if mode is BadDebtMode.UNPAYABLE else customer_named
    return BadDebtDraft(
        day=day_of(session, fields),
        mode=mode,
        partner_id=named(session, fields),
        amount=fields.given("amount", fields.money("amount")),
        reason=fields.needed("reason"),
        payments=_recovered(session, fields, mode),
        settle=_settled(fields, "settle"),
        remark=fields.text("remark"),
    )


def _recovered(session: Session, fields: Fields, mode: BadDebtMode) -> tuple[Payment, ...]:
    """What came in: by `payments`, or the whole amount of a recovery through `account`."""
    if not fields.text("account"):
        return payments_of(session, fields)
    if fields.data.get("payments") is not None or mode is not BadDebtMode.RECOVERY:
        problem = translate("intake", "收到的钱写在 payments 里")
        raise fields.wrong(InvalidInput(problem), "account")
    amount = fields.given("amount", fields.money("amount"))
    return (Payment(money_account_named(session, fields), amount),)


def _paid(session: Session, fields: Fields) -> tuple[Payment, ...]:
    """What moved: `amount` through one `account`, or `payments` of several, whose sum an `amount` must be."""
    amount = fields.money("amount")
    if fields.data.get("payments") is None:
        whole = fields.given("amount", amount)
        if whole < 0:
            problem = InvalidInput(translate("intake", "金额不能小于 0"))
            raise fields.wrong(problem, "amount")
        account = money_account_named(session, fields)
        return (Payment(account, whole),) if whole else ()
    if fields.text("account"):
        problem = InvalidInput(translate("intake", "account 和 payments 只写一个"))
        raise fields.wrong(problem, "account")
    payments = payments_of(session, fields)
    require_sum(fields, amount, sum(payment.amount for payment in payments))
    return payments


def require_sum(fields: Fields, whole: int | None, total: int) -> None:
    """Refuse an `amount` of the whole that is not the sum of its parts."""
    if whole not in {None, total}:
        problem = translate("intake", "各行合计 {total}，和总额不一样").format(
            total=text_of(total, MONEY_PLACES)
        )
        raise fields.wrong(InvalidInput(problem), "amount")


def _settled(fields: Fields, name: str) -> tuple[Settled, ...]:
    """The chosen documents; without any the oldest come first."""
    return tuple(
        Settled(each.needed("number"), each.given("amount", each.money("amount")))
        for each in (each.only(SETTLE) for each in fields.objects(name))
    )


INTAKES: tuple[Intake[Any], ...] = (
    Intake(
        "customer_receipt",
        MONEY,
        customer_receipt_draft,
        post_customer_receipt,
        reverse_customer_receipt,
        draft=MoneyDraft,
    ),
    Intake(
        "supplier_payment",
        MONEY,
        supplier_payment_draft,
        post_supplier_payment,
        reverse_supplier_payment,
        draft=MoneyDraft,
    ),
    Intake(
        "advance_receipt",
        PAID,
        advance_receipt_draft,
        post_advance_receipt,
        reverse_advance_receipt,
        draft=AdvanceDraft,
    ),
    Intake(
        "advance_payment",
        PAID,
        advance_payment_draft,
        post_advance_payment,
        reverse_advance_payment,
        draft=AdvanceDraft,
    ),
    Intake(
        "settlement",
        SETTLEMENT,
        settlement_draft,
        post_settlement,
        reverse_settlement,
    ),
    Intake(
        "bad_debt",
        BAD_DEBT,
        bad_debt_draft,
        post_bad_debt,
        reverse_bad_debt,
        draft=BadDebtDraft,
    ),
)

"""Money paid with a document: which account it went through, and its leg in the books."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import Forbidden, InvalidInput, NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.core.sql import Statement
from jxc_desktop.shop.actor import actor_of, matrix, may
from jxc_desktop.shop.approvals.rules import PAID_AS


@dataclass(frozen=True, slots=True)
class Payment:
    """Fen paid through a money account, as typed."""

    money_account_id: int
    amount: int


@dataclass(frozen=True, slots=True)
class MoneyAccountFacts:
    """A money account as posting sees it; `account` is its GL account."""

    id: int
    code: str
    name: str
    account: str


_ACCOUNTS = Statement(
    "SELECT id, code, name, account FROM money_account WHERE disabled = 0 ORDER BY id"
)


def money_accounts(session: Session) -> dict[int, MoneyAccountFacts]:
    """Every money account in use, by id."""
    return {row[0]: MoneyAccountFacts(*row) for row in _ACCOUNTS.all(session)}


def paid_in(payments: Iterable[tuple[MoneyAccountFacts, int]]) -> int:
    """Fen of payments together."""
    return sum(amount for _account, amount in payments)


def require_payments(
    session: Session, payments: Sequence[Payment], due: int
) -> list[tuple[MoneyAccountFacts, int]]:
    """Each payment with its account; raises when one is not positive or their sum passes `due` fen."""
    known = known_payments(session, payments)
    paid = sum(payment.amount for payment in payments)
    if paid > due:
        raise Refused(
            translate("cash", "收付 {paid} 超过本单的 {due}。改金额").format(
                paid=text_of(paid, MONEY_PLACES), due=text_of(due, MONEY_PLACES)
            ),
            field="payments",
        )
    return known


def require_right_to_pay(session: Session, kind: str, payments: Sequence[Payment]) -> None:
    """Refuse money on a document of goods to who may not post the document of money that it stands for."""
    right = f"{PAID_AS[kind]}.post"
    if payments and not may(session, right):
        problem = translate(
            "cash", "{name} 没有“{right}”的权限，单上不能写收付款。去掉收付款，或请有权的人来"
        ).format(name=actor_of(session).name, right=matrix()[right].words)
        raise Forbidden(problem, field="payments", lendable=right)


def known_payments(
    session: Session, payments: Sequence[Payment]
) -> list[tuple[MoneyAccountFacts, int]]:
    """Each payment with its account; raises when one is not positive or its account is not in use."""
    if not payments:
        return []
    known = money_accounts(session)
    for place, payment in enumerate(payments):
        if payment.amount <= 0:
            raise InvalidInput(
                translate("cash", "收付金额要大于 0"), field=f"payments[{place}].amount"
            )
        if payment.money_account_id not in known:
            raise NotFound(
                translate("cash", "结算账户不存在或已停用。重新选"),
                field=f"payments[{place}].account",
            )
    return [(known[payment.money_account_id], payment.amount) for payment in payments]


def money_account(session: Session, money_account_id: int, field: str) -> MoneyAccountFacts:
    """The money account with this id, if it is in use; `field` is where it was chosen."""
    known = money_accounts(session)
    if money_account_id not in known:
        raise NotFound(translate("cash", "结算账户不存在或已停用。重新选"), field=field)
    return known[money_account_id]


def payment_rows(document_id: int, payments: Iterable[Payment]) -> Iterable[dict[str, int]]:
    """Payments as rows of a payment table."""
    for number, payment in enumerate(payments, 1):
        yield {
            "document_id": document_id,
            "line_no": number,
            "money_account_id": payment.money_account_id,
            "amount": payment.amount,
        }

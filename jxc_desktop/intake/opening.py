"""What the books begin with, as data: opening stock, opening debts, opening balances of accounts."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.core.errors import InvalidInput, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import line_amount
from jxc_desktop.core.sql import Statement
from jxc_desktop.intake.codes import (
    Named,
    customer_named,
    supplier_named,
    warehouse_named,
)
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.goods import EVERY, line_objects, products_of
from jxc_desktop.intake.intake import Intake
from jxc_desktop.intake.lots import LOT_FIELDS, lots_of
from jxc_desktop.ledger.opening import (
    OpeningBalanceDraft,
    OpeningLine,
    first_day,
    post_opening_balance,
)
from jxc_desktop.stock.services import (
    OpeningStockDraft,
    OpeningStockLineDraft,
    post_opening_stock,
    reverse_opening_balance,
    reverse_opening_stock,
)

STOCK_LINE = ("product", "quantity", "unit", "price", "amount", *LOT_FIELDS)
DEBT_LINE = ("partner", "amount")
ACCOUNT_LINE = ("account", "debit", "credit", "partner")
SUPPLIERS = ("1123", "2202")
"""Accounts whose partners are suppliers begin so; those of others are customers."""
TABLE = "opening_balance"

_MONEY_ACCOUNT = Statement(
    "SELECT id, account FROM money_account WHERE code = :code AND disabled = 0"
)


def _opening_stock(session: Session, fields: Fields) -> OpeningStockDraft:
    _require_first_day(session, fields)
    lines = [line.only(STOCK_LINE) for line in line_objects(fields)]
    named = products_of(session, lines)
    facts = product_facts(session, (product.product_id for product in named))
    return OpeningStockDraft(
        warehouse_id=warehouse_named(session, fields),
        lines=tuple(
            _stock_line(line, product, facts[product.product_id])
            for line, product in zip(lines, named, strict=True)
        ),
        remark=fields.text("remark"),
    )


def _stock_line(line: Fields, product: Named, facts: ProductFacts) -> OpeningStockLineDraft:
    quantity = line.given("quantity", line.quantity("quantity"))
    amount, price = line.money("amount"), line.price("price")
    if (amount is None) == (price is None):
        problem = InvalidInput(translate("intake", "金额和单价写一个"))
        raise line.wrong(problem, "amount")
    if amount is None:
        amount = line_amount(quantity, price or 0)
    try:
        base = facts.to_base(quantity, line.text("unit") or product.unit)
    except UserError as error:
        raise line.wrong(error, error.field or "quantity") from None
    return OpeningStockLineDraft(product.product_id, base, amount, lots_of(line))


def _debts(scope: str) -> Callable[[Session, Fields], OpeningBalanceDraft]:
    """Reads what customers owe (opening_ar) or suppliers are owed (opening_ap)."""

    def read(session: Session, fields: Fields) -> OpeningBalanceDraft:
        _require_first_day(session, fields)
        lines = [line.only(DEBT_LINE) for line in line_objects(fields)]
        return OpeningBalanceDraft(
            scope, tuple(_debt(session, scope, line) for line in lines), fields.text("remark")
        )

    return read


def _debt(session: Session, scope: str, line: Fields) -> OpeningLine:
    amount = line.given("amount", line.money("amount"))
    if scope == "opening_ar":
        return OpeningLine(debit=amount, partner_id=customer_named(session, line))
    return OpeningLine(credit=amount, partner_id=supplier_named(session, line))


def _accounts(session: Session, fields: Fields) -> OpeningBalanceDraft:
    _require_first_day(session, fields)
    lines = [line.only(ACCOUNT_LINE) for line in line_objects(fields)]
    return OpeningBalanceDraft(
        "opening_accounts",
        tuple(_account(session, line) for line in lines),
        fields.text("remark"),
    )


def _account(session: Session, line: Fields) -> OpeningLine:
    """A GL account, or a money account by its own code."""
    code = line.needed("account")
    money = _MONEY_ACCOUNT.first(session, code=code)
    return OpeningLine(
        account=str(money[1]) if money else code,
        debit=line.money("debit") or 0,
        credit=line.money("credit") or 0,
        partner_id=_partner(session, line, code),
        money_account_id=int(money[0]) if money else None,
    )


def _partner(session: Session, line: Fields, account: str) -> int | None:
    if not line.text("partner"):
        return None
    if account.startswith(SUPPLIERS):
        return supplier_named(session, line)
    return customer_named(session, line)


def _require_first_day(session: Session, fields: Fields) -> None:
    first = first_day(session)
    if fields.day("day") not in {None, first}:
        problem = InvalidInput(
            translate("intake", "期初单的日期是 {day}，可以不写").format(day=first)
        )
        raise fields.wrong(problem, "day")


OPENING_STOCK = Intake(
    "opening_stock",
    (*EVERY, "warehouse", "lines"),
    _opening_stock,
    post_opening_stock,
    reverse_opening_stock,
)
OPENING_AR, OPENING_AP = (
    Intake(
        scope,
        (*EVERY, "lines"),
        _debts(scope),
        post_opening_balance,
        reverse_opening_balance,
        table=TABLE,
    )
    for scope in ("opening_ar", "opening_ap")
)
OPENING_ACCOUNTS = Intake(
    "opening_accounts",
    (*EVERY, "lines"),
    _accounts,
    post_opening_balance,
    reverse_opening_balance,
    table=TABLE,
)
INTAKES = (OPENING_STOCK, OPENING_AR, OPENING_AP, OPENING_ACCOUNTS)

"""Documents of money as data: received, paid, spent, and the balances the books began with."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from jxc_desktop.cash.models import BadDebtMode, SettlementMode
from jxc_desktop.cash.offsets import OFFSETS
from jxc_desktop.core.sql import Statement
from jxc_desktop.safety.recorded.parts import (
    MONEY_ACCOUNT,
    Data,
    code_of,
    partner_code,
    payments_of,
    yuan,
)

_SUPPLIER_ACCOUNTS = ("1123", "2202")
"""Accounts whose partners are suppliers begin so."""
_SETTLED = Statement(
    'SELECT number, sum(amount) FROM matching WHERE "by" = :number AND number <> :number '
    "GROUP BY number HAVING sum(amount) <> 0 ORDER BY min(id)"
)


def money_in(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    return _money(session, head, parts, customer=True)


def money_out(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    return _money(session, head, parts, customer=False)


def _money(session: Session, head: Data, parts: Sequence[list[Data]], *, customer: bool) -> Data:
    """Money from customers and to suppliers, with what it settled."""
    [payments] = parts
    return {
        "partner": partner_code(session, head["partner_id"], customer=customer),
        "payments": payments_of(session, payments),
        "cash_discount": yuan(head["cash_discount"]),
        "settle": _settled(session, head["number"]),
    }


def _settled(session: Session, number: str) -> list[Data]:
    rows = _SETTLED.all(session, number=number)
    return [{"number": str(each), "amount": yuan(int(amount))} for each, amount in rows]


def advance_in(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    [payments] = parts
    return {
        "partner": partner_code(session, head["partner_id"], customer=True),
        "payments": payments_of(session, payments),
    }


def advance_out(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    [payments] = parts
    return {
        "partner": partner_code(session, head["partner_id"], customer=False),
        "payments": payments_of(session, payments),
    }


def settlement(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    [lines] = parts
    customer = OFFSETS[SettlementMode(head["mode"])].roles[0] == "customer"
    told = {
        "mode": head["mode"],
        "partner": partner_code(session, head["partner_id"], customer=customer),
        "amount": yuan(head["amount"]),
        "use": [_chosen(line) for line in lines if line["used"]],
        "settle": [_chosen(line) for line in lines if not line["used"]],
    }
    if head["to_partner_id"] is not None:
        told["to_partner"] = partner_code(session, head["to_partner_id"], customer=customer)
    return told


def _chosen(line: Data) -> Data:
    return {"number": line["number"], "amount": yuan(line["amount"])}


def bad_debt(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    [payments] = parts
    return {
        "mode": head["mode"],
        "partner": partner_code(
            session, head["partner_id"], customer=head["mode"] != BadDebtMode.UNPAYABLE
        ),
        "amount": yuan(head["total"]),
        "reason": head["reason"],
        "payments": payments_of(session, payments),
        "settle": _settled(session, head["number"]),
    }


def spending(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    [lines] = parts
    return {
        "account": code_of(session, MONEY_ACCOUNT, head["money_account_id"]),
        "lines": [_purpose(line) for line in lines],
    }


def _purpose(line: Data) -> Data:
    told = {"account": line["account"], "amount": yuan(line["amount"])}
    if line["item"]:
        told["item"] = line["item"]
    if line["summary"]:
        told["summary"] = line["summary"]
    if line["tax"]:
        told["tax"] = yuan(line["tax"])
    for name in ("employee", "department", "project"):
        if line[name]:
            told[name] = line[name]
    return told


def transfer(session: Session, head: Data, _parts: Sequence[list[Data]]) -> Data:
    return {
        "from_account": code_of(session, MONEY_ACCOUNT, head["from_account_id"]),
        "to_account": code_of(session, MONEY_ACCOUNT, head["to_account_id"]),
        "amount": yuan(head["amount"]),
        "fee": yuan(head["fee"]),
    }


def opening_balance(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    [lines] = parts
    scope = head["scope"]
    if scope == "opening_accounts":
        return {"type": scope, "lines": [_account(session, line) for line in lines]}
    customer = scope == "opening_ar"
    return {
        "type": scope,
        "lines": [
            {
                "partner": partner_code(session, line["partner_id"], customer=customer),
                "amount": yuan(line["debit"] if customer else line["credit"]),
            }
            for line in lines
        ],
    }


def _account(session: Session, line: Data) -> Data:
    sides = {side: yuan(line[side]) for side in ("debit", "credit") if line[side]}
    money, partner = line["money_account_id"], line["partner_id"]
    account = line["account"] if money is None else code_of(session, MONEY_ACCOUNT, money)
    if partner is None:
        return {"account": account, **sides}
    customer = not str(line["account"]).startswith(_SUPPLIER_ACCOUNTS)
    return {
        "account": account,
        **sides,
        "partner": partner_code(session, partner, customer=customer),
    }

"""Documents of money as data: received, paid, spent, and the balances the books began with."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Statement
from jxc_desktop.safety.recorded.parts import MONEY_ACCOUNT, Data, code_of, partner_code, yuan

_SUPPLIER_ACCOUNTS = ("1123", "2202")
"""Accounts whose partners are suppliers begin so."""
_SETTLED = Statement(
    'SELECT number, sum(amount) FROM settlement WHERE "by" = :number AND number <> :number '
    "GROUP BY number HAVING sum(amount) <> 0 ORDER BY min(id)"
)


def money_in(session: Session, head: Data, _parts: Sequence[list[Data]]) -> Data:
    return _money(session, head, customer=True)


def money_out(session: Session, head: Data, _parts: Sequence[list[Data]]) -> Data:
    return _money(session, head, customer=False)


def _money(session: Session, head: Data, *, customer: bool) -> Data:
    """Money from customers and to suppliers, with what it settled."""
    settled = _SETTLED.all(session, number=head["number"])
    return {
        "partner": partner_code(session, head["partner_id"], customer=customer),
        "account": code_of(session, MONEY_ACCOUNT, head["money_account_id"]),
        "amount": yuan(head["amount"]),
        "cash_discount": yuan(head["cash_discount"]),
        "settle": [{"number": str(n), "amount": yuan(int(amount))} for n, amount in settled],
    }


def expense(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    [lines] = parts
    return {
        "account": code_of(session, MONEY_ACCOUNT, head["money_account_id"]),
        "lines": [
            {
                "account": line["account"],
                "amount": yuan(line["amount"]),
                **({"item": line["item"]} if line["item"] else {}),
            }
            for line in lines
        ],
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

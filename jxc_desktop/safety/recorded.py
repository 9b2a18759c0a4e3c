"""A posted document as the data that posts it again (the words of the machine interface).

Numbers of the books are not carried over but come out again; the key makes sure that nothing comes twice.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.numbers import (
    EXEMPT,
    MONEY_PLACES,
    PRICE_PLACES,
    QUANTITY_PLACES,
    RATE_PLACES,
    text_of,
    trimmed,
)
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.ledger.papers import Family, header_of, parts_of
from jxc_desktop.pos.services import RETURN, SALE
from jxc_desktop.purchase.services import RECEIPT
from jxc_desktop.sales.services import DELIVERY
from jxc_desktop.stock.services import OPENING, OPENING_BALANCE

FAMILIES: Mapping[str, Family] = {
    family.kind: family for family in (RECEIPT, DELIVERY, SALE, RETURN, OPENING, OPENING_BALANCE)
}
_SUPPLIER_ACCOUNTS = ("1123", "2202")

_KEY = Statement("SELECT key FROM document_key WHERE number = :number AND kind = :kind")
_PRODUCTS = Statement(
    f"SELECT id, code FROM product WHERE id IN {among('ids')}",
    postgresql="SELECT id, code FROM product WHERE id = ANY(:ids)",
)
_PARTNER = Statement("SELECT customer_code, supplier_code FROM partner WHERE id = :id")
_WAREHOUSE = Statement("SELECT code FROM warehouse WHERE id = :id")
_MONEY_ACCOUNT = Statement("SELECT code FROM money_account WHERE id = :id")

Data = dict[str, Any]


def as_data(session: Session, kind: str, number: str) -> Data | None:
    """The document as `post` would take it; None for kinds that cannot be posted as data."""
    family = FAMILIES.get(kind)
    if family is None:
        return None
    head = header_of(session, kind, number)
    row = _KEY.first(session, number=number, kind=kind)
    common = {"key": str(row[0]) if row else f"recorded:{number}", "type": kind}
    if head["reverses_id"] is not None:
        original = _number_of(session, kind, head["reverses_id"])
        reason = head["reason"] or "-"
        return {
            **common,
            "type": "reversal",
            "number": original,
            "reason": reason,
            "day": head["day"],
        }
    parts = [parts_of(session, part, head["id"]) for part in family.parts]
    body = _BODIES[kind](session, head, parts)
    return {**common, "day": head["day"], "remark": head["remark"], **body}


def _number_of(session: Session, kind: str, document_id: int) -> str:
    statement = Statement(f'SELECT number FROM "{kind}" WHERE id = :id')
    return str(statement.one(session, id=document_id)[0])


def _traded(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    """Receipts and deliveries."""
    lines, payments = parts
    own: Data = {name: head[name] for name in ("invoice", "salesperson") if name in head}
    return {
        **own,
        "partner": _partner(session, head["partner_id"], customer="salesperson" in head),
        "warehouse": _code(session, _WAREHOUSE, head["warehouse_id"]),
        "price_includes_tax": bool(head["price_includes_tax"]),
        "order_discount": _yuan(head["order_discount"]),
        "lines": _lines(session, lines),
        "payments": [
            {
                "account": _code(session, _MONEY_ACCOUNT, payment["money_account_id"]),
                "amount": _yuan(payment["amount"]),
            }
            for payment in payments
        ],
    }


def _ticket(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    lines, tenders = parts
    return {
        "order_discount": _yuan(head["order_discount"]),
        "rounding_off": _yuan(head["rounding_off"]),
        "lines": _lines(session, lines),
        "payments": [{"method": t["method"], "amount": _yuan(t["tendered"])} for t in tenders],
    }


def _return(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    lines, tenders = parts
    return {
        "from": _number_of(session, SALE.kind, head["original_id"]),
        "reason": head["reason"],
        "lines": [
            {"from_line": line["from_line"], "quantity": _units(line["quantity"])} for line in lines
        ],
        "payments": [{"method": t["method"], "amount": _yuan(t["amount"])} for t in tenders],
    }


def _opening_stock(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    [lines] = parts
    codes = _codes(session, lines)
    return {
        "warehouse": _code(session, _WAREHOUSE, head["warehouse_id"]),
        "lines": [
            {
                "product": codes[line["product_id"]],
                "quantity": _units(line["quantity"]),
                "amount": _yuan(line["amount"]),
            }
            for line in lines
        ],
    }


def _opening_balance(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    [lines] = parts
    scope = head["scope"]
    if scope == "opening_accounts":
        return {"type": scope, "lines": [_account(session, line) for line in lines]}
    customer = scope == "opening_ar"
    return {
        "type": scope,
        "lines": [
            {
                "partner": _partner(session, line["partner_id"], customer=customer),
                "amount": _yuan(line["debit"] if customer else line["credit"]),
            }
            for line in lines
        ],
    }


def _account(session: Session, line: Data) -> Data:
    sides = {side: _yuan(line[side]) for side in ("debit", "credit") if line[side]}
    money, partner = line["money_account_id"], line["partner_id"]
    account = line["account"] if money is None else _code(session, _MONEY_ACCOUNT, money)
    if partner is None:
        return {"account": account, **sides}
    customer = not str(line["account"]).startswith(_SUPPLIER_ACCOUNTS)
    return {"account": account, **sides, "partner": _partner(session, partner, customer=customer)}


def _lines(session: Session, lines: Sequence[Data]) -> list[Data]:
    codes = _codes(session, lines)
    return [
        {
            "product": codes[line["product_id"]],
            "quantity": _units(line["quantity"]),
            "unit": line["unit"],
            "price": trimmed(line["price"], PRICE_PLACES, 2),
            "discount": trimmed(line["discount"], RATE_PLACES),
            "tax_rate": _rate(line["tax_rate"]),
            "is_gift": bool(line["is_gift"]),
        }
        for line in lines
    ]


def _codes(session: Session, lines: Sequence[Data]) -> dict[int, str]:
    ids = sorted({line["product_id"] for line in lines})
    return {row[0]: str(row[1]) for row in _PRODUCTS.all(session, ids=ids)}


def _partner(session: Session, partner_id: int, *, customer: bool) -> str:
    customer_code, supplier_code = _PARTNER.one(session, id=partner_id)
    return str(customer_code if customer else supplier_code)


def _code(session: Session, statement: Statement, row_id: int) -> str:
    return str(statement.one(session, id=row_id)[0])


def _rate(rate: int) -> str:
    return "exempt" if rate == EXEMPT else trimmed(rate, RATE_PLACES, 2)


def _yuan(fen: int) -> str:
    return text_of(fen, MONEY_PLACES)


def _units(quantity: int) -> str:
    return trimmed(quantity, QUANTITY_PLACES)


_BODIES = {
    RECEIPT.kind: _traded,
    DELIVERY.kind: _traded,
    SALE.kind: _ticket,
    RETURN.kind: _return,
    OPENING.kind: _opening_stock,
    OPENING_BALANCE.kind: _opening_balance,
}

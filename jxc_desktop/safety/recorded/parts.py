"""What recorded documents are made of: codes instead of ids, decimal texts instead of scaled integers."""

from collections.abc import Sequence
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

_PRODUCTS = Statement(
    f"SELECT id, code FROM product WHERE id IN {among('ids')}",
    postgresql="SELECT id, code FROM product WHERE id = ANY(:ids)",
)
_PARTNER = Statement("SELECT customer_code, supplier_code FROM partner WHERE id = :id")
WAREHOUSE = Statement("SELECT code FROM warehouse WHERE id = :id")
MEMBER = Statement("SELECT card_no FROM member WHERE id = :id")
MONEY_ACCOUNT = Statement("SELECT code FROM money_account WHERE id = :id")

Data = dict[str, Any]


def lines_of(session: Session, lines: Sequence[Data]) -> list[Data]:
    codes = codes_of(session, lines)
    return [
        {
            "product": codes[line["product_id"]],
            "quantity": units(line["quantity"]),
            "unit": line["unit"],
            "price": trimmed(line["price"], PRICE_PLACES, 2),
            "discount": trimmed(line["discount"], RATE_PLACES),
            "tax_rate": rate_text(line["tax_rate"]),
            "is_gift": bool(line["is_gift"]),
        }
        for line in lines
    ]


def following_lines(session: Session, lines: Sequence[Data]) -> list[Data]:
    """Lines that follow an order, each with the line it follows."""
    told = lines_of(session, lines)
    return [{**line, "from_line": row["from_line"]} for line, row in zip(told, lines, strict=True)]


def rejected_lines(session: Session, lines: Sequence[Data], *, ordered: bool) -> list[Data]:
    """Goods refused at the door, as lines of which nothing was accepted; `ordered` ones follow an order."""
    codes = codes_of(session, lines)
    return [
        {
            "product": codes[line["product_id"]],
            "quantity": "0",
            "unit": line["unit"],
            "rejected": units(line["quantity"]),
            "reject_reason": line["cause"],
            **({"from_line": line["from_line"]} if ordered else {}),
        }
        for line in lines
    ]


def from_lines(lines: Sequence[Data]) -> list[Data]:
    return [{"from_line": line["from_line"], "quantity": units(line["quantity"])} for line in lines]


def payments_of(session: Session, payments: Sequence[Data]) -> list[Data]:
    return [
        {
            "account": code_of(session, MONEY_ACCOUNT, payment["money_account_id"]),
            "amount": yuan(payment["amount"]),
        }
        for payment in payments
    ]


def codes_of(session: Session, lines: Sequence[Data]) -> dict[int, str]:
    ids = sorted({line["product_id"] for line in lines})
    return {row[0]: str(row[1]) for row in _PRODUCTS.all(session, ids=ids)}


def partner_code(session: Session, partner_id: int, *, customer: bool) -> str:
    customer_code, supplier_code = _PARTNER.one(session, id=partner_id)
    return str(customer_code if customer else supplier_code)


def code_of(session: Session, statement: Statement, row_id: int) -> str:
    return str(statement.one(session, id=row_id)[0])


def number_of(session: Session, kind: str, document_id: int) -> str:
    statement = Statement(f'SELECT number FROM "{kind}" WHERE id = :id')
    return str(statement.one(session, id=document_id)[0])


def rate_text(rate: int) -> str:
    return "exempt" if rate == EXEMPT else trimmed(rate, RATE_PLACES, 2)


def yuan(fen: int) -> str:
    return text_of(fen, MONEY_PLACES)


def units(quantity: int) -> str:
    return trimmed(quantity, QUANTITY_PLACES)

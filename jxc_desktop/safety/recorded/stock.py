"""Documents of the stock room as data: goods moved, counted, lost and found, and used for other purposes."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from jxc_desktop.catalog.categories import tree
from jxc_desktop.core.numbers import PRICE_PLACES, trimmed
from jxc_desktop.core.sql import Statement
from jxc_desktop.safety.recorded.parts import (
    MONEY_ACCOUNT,
    WAREHOUSE,
    Data,
    code_of,
    codes_of,
    number_of,
    partner_code,
    rate_text,
    units,
    yuan,
)
from jxc_desktop.stock.counting import SKIP
from jxc_desktop.stock.losses import GAIN, LOSS
from jxc_desktop.stock.transfers import TRANSFER

_REASON = Statement("SELECT code FROM loss_reason WHERE id = :id")


def transfer(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    """Goods from one warehouse in another."""
    return {
        "from_warehouse": code_of(session, WAREHOUSE, head["from_warehouse_id"]),
        "to_warehouse": code_of(session, WAREHOUSE, head["to_warehouse_id"]),
        **({"in_transit": True} if head["in_transit"] else {}),
        "lines": _goods(session, parts[0]),
    }


def arrival(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    """Goods of a transfer that came in; what of them was lost is told as a loss of its own."""
    return _of_transfer(session, head, parts[0])


def _of_transfer(session: Session, head: Data, rows: list[Data]) -> Data:
    """The transfer, and goods by its lines."""
    lines = _goods(session, rows)
    for line, row in zip(lines, rows, strict=True):
        line["from_line"] = row["from_line"]
    return {"from": number_of(session, TRANSFER.kind, head["transfer_id"]), "lines": lines}


def count(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    """Goods counted, each line with what the books said then; the gain and the loss come out of it again."""
    codes = codes_of(session, parts[0])
    told: Data = (
        {"category": tree(session).path(head["category_id"])} if head["category_id"] else {}
    )
    return {
        **told,
        "warehouse": code_of(session, WAREHOUSE, head["warehouse_id"]),
        "scope": head["scope"],
        "blind": bool(head["blind"]),
        "rest": SKIP,
        "lines": [
            {
                "product": codes[row["product_id"]],
                "counted": units(row["counted"]),
                "book": units(row["book"]),
                "counted_at": _moment(row["counted_at"]),
                **({} if row["first"] is None else {"first": units(row["first"])}),
            }
            for row in parts[0]
        ],
    }


def _moment(milliseconds: int) -> str:
    return datetime.fromtimestamp(milliseconds / 1000, UTC).isoformat(timespec="milliseconds")


def loss(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    """Goods lost: at cost, with the rate at which their input VAT was turned out."""
    lines = _goods(session, parts[0])
    for line, row in zip(lines, parts[0], strict=True):
        if row["tax_rate"]:
            line["tax_rate"] = rate_text(row["tax_rate"])
    if head["transfer_id"] is None:
        return {**_head(session, head), "lines": lines}
    sent = _of_transfer(session, head, parts[0])
    rated = [{**line, **of} for line, of in zip(lines, sent["lines"], strict=True)]
    told = {name: each for name, each in _head(session, head).items() if name != "warehouse"}
    return {**told, "from": sent["from"], "lines": rated}


def gain(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    """Goods found: at the average, or at what they were assessed."""
    return {**_head(session, head), "lines": _assessed(session, parts[0])}


def other(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    """Goods in or out against an account."""
    place = code_of(session, WAREHOUSE, head["warehouse_id"])
    return {
        "warehouse": place,
        "account": head["account"],
        **({"deemed_sale": True} if head.get("tax") else {}),
        "lines": _assessed(session, parts[0]),
    }


def adjustment(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    """Cost put right, line by line as the difference that came of it."""
    codes = codes_of(session, parts[0])
    return {
        "warehouse": code_of(session, WAREHOUSE, head["warehouse_id"]),
        "account": head["account"],
        "lines": [
            {"product": codes[row["product_id"]], "amount": yuan(row["amount"])} for row in parts[0]
        ],
    }


def recost(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    """Cost counted anew: the differences come out of the moves again."""
    codes = codes_of(session, parts[0])
    return {
        "from_day": head["from_day"],
        "lines": [{"product": code} for code in sorted(set(codes.values()))],
    }


def _assessed(session: Session, rows: list[Data]) -> list[Data]:
    """Goods, with a price where one was told."""
    lines = _goods(session, rows)
    for line, row in zip(lines, rows, strict=True):
        if row["price"] is not None:
            line["price"] = trimmed(row["price"], PRICE_PLACES, 2)
    return lines


def kit(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    """A product put together or taken apart, with its fee."""
    paid, owed = head["money_account_id"], head["partner_id"]
    told: Data = {} if paid is None else {"account": code_of(session, MONEY_ACCOUNT, paid)}
    if owed is not None:
        told["partner"] = partner_code(session, owed, customer=False)
    return {
        **told,
        "warehouse": code_of(session, WAREHOUSE, head["warehouse_id"]),
        "product": codes_of(session, [head])[head["product_id"]],
        "quantity": units(head["quantity"]),
        "unit": head["unit"],
        "fee": yuan(head["fee"]),
        "lines": _assessed(session, parts[0]),
    }


def resolution(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    """Who bears a loss, or has a gain."""
    of_loss = head["loss_id"] is not None
    kind, original = (LOSS.kind, head["loss_id"]) if of_loss else (GAIN.kind, head["gain_id"])
    return {
        "from": number_of(session, kind, original),
        "lines": [_part(session, row) for row in parts[0]],
    }


def _part(session: Session, row: Data) -> Data:
    money = row["money_account_id"]
    account = row["account"] if money is None else code_of(session, MONEY_ACCOUNT, money)
    return {"account": account, "amount": yuan(row["amount"]), "employee": row["employee"]}


def _head(session: Session, head: Data) -> Data:
    return {
        "warehouse": code_of(session, WAREHOUSE, head["warehouse_id"]),
        "reason": code_of(session, _REASON, head["reason_id"]),
        "unresolved": bool(head["unresolved"]),
    }


def _goods(session: Session, lines: Sequence[Data]) -> list[Data]:
    codes = codes_of(session, lines)
    return [
        {
            "product": codes[line["product_id"]],
            "quantity": units(line["quantity"]),
            "unit": line["unit"],
        }
        for line in lines
    ]

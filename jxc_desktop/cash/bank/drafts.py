"""The document that the books lack for a line of the statement, filled in as far as the line tells."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash.bank.open_sides import OpenLine
from jxc_desktop.cash.wallets import arrived_as
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.typed_fields import TypedFields

DEBT, PURPOSE, MOVE = "debt", "purpose", "move"
"""What somebody takes a line for: a firm's debt, an expense or income, money between the shop's own accounts."""

_KINDS: Mapping[tuple[str, bool], str] = {
    (DEBT, True): "customer_receipt",
    (DEBT, False): "supplier_payment",
    (PURPOSE, True): "other_income",
    (PURPOSE, False): "expense",
    (MOVE, True): "money_transfer",
    (MOVE, False): "money_transfer",
}
FINANCE = "5603"
_KNOWN = (
    (("利息", "结息"), "利息"),
    (("手续费", "服务费", "工本费", "管理费", "年费", "收费"), "手续费"),
)
"""Words of a line and the item of 5603 that they tell."""
_FIRM = Statement(
    "SELECT id, name FROM partner WHERE name = :name AND disabled = 0 "
    "AND ((:customer = 1 AND customer_code IS NOT NULL) OR (:customer = 0 AND supplier_code IS NOT NULL)) "
    "ORDER BY id LIMIT 2"
)
_ITEM = Statement(
    "SELECT account, item FROM cash_item WHERE disabled = 0 AND incoming = :incoming AND account = :account "
    "AND item = :item"
)


def kind_for(line: OpenLine, taken_for: str) -> str:
    """The kind of document that a line is, taken for a debt, a purpose or a move."""
    return _KINDS[taken_for, line.amount > 0]


def draft_for(session: Session, account_id: int, line: OpenLine, taken_for: str) -> TypedFields:
    """The document of `kind_for`, with the day, the money and whatever names the line bears."""
    amount, remark = abs(line.amount), line.words
    if taken_for == DEBT:
        firm, name = _firm(session, line)
        fields: dict[str, Any] = {"ways": [[account_id, amount]]}
        return TypedFields(line.day, firm, name, remark, fields)
    if taken_for == PURPOSE:
        account, item = _purpose(session, line)
        purpose = {
            "account": account, "item": item, "summary": line.words, "amount": amount, "tax": 0,
        }  # fmt: skip
        return TypedFields(
            line.day, remark=remark, fields={"account": account_id, "lines": [purpose]}
        )
    return TypedFields(line.day, remark=remark, fields=_move(session, account_id, line))


def _move(session: Session, account_id: int, line: OpenLine) -> dict[str, Any]:
    """The money's two ends as far as they are known: a wallet's takings come with the fee that they lack."""
    amount = abs(line.amount)
    if line.amount < 0:
        return {"from": account_id, "amount": amount}
    found = arrived_as(session, line.day, amount)
    if found is None or found.wallet.id == account_id:
        return {"to": account_id, "amount": amount}
    fee = found.open - amount
    return {"from": found.wallet.id, "to": account_id, "amount": amount, "fee": fee}


def _firm(session: Session, line: OpenLine) -> tuple[int | None, str]:
    """The one firm of the counterparty's very name."""
    found = _FIRM.all(session, name=line.counterparty, customer=int(line.amount > 0))
    return (int(found[0][0]), str(found[0][1])) if len(found) == 1 else (None, "")


def _purpose(session: Session, line: OpenLine) -> tuple[str, str | None]:
    """What fees and interest are for; nothing where the line's words tell nothing."""
    incoming = line.amount > 0
    for words, item in _KNOWN:
        if any(word in line.words for word in words):
            row = _ITEM.first(session, incoming=int(incoming), account=FINANCE, item=item)
            if row is not None:
                return str(row[0]), str(row[1])
    return "", None

"""A posted document as the data that posts it again (the words of the machine interface).

Numbers of the books are not carried over but come out again; the key makes sure that nothing comes twice.
"""

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy.orm import Session

from jxc_desktop.cash import services as cash
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.papers import Family, header_of, parts_of
from jxc_desktop.pos import services as pos
from jxc_desktop.purchase import returns as purchase_returns
from jxc_desktop.purchase.services import RECEIPT
from jxc_desktop.safety.recorded import money
from jxc_desktop.safety.recorded.goods import back, opening_stock, ticket, ticket_return, traded
from jxc_desktop.safety.recorded.parts import Data, number_of
from jxc_desktop.sales import returns as sales_returns
from jxc_desktop.sales.services import DELIVERY
from jxc_desktop.stock.services import OPENING, OPENING_BALANCE

Body = Callable[[Session, Data, Sequence[list[Data]]], Data]

_BODIES: tuple[tuple[Family, Body], ...] = (
    (RECEIPT, traded),
    (DELIVERY, traded),
    (purchase_returns.RETURN, back),
    (sales_returns.RETURN, back),
    (pos.SALE, ticket),
    (pos.RETURN, ticket_return),
    (cash.RECEIPT, money.money_in),
    (cash.PAYMENT, money.money_out),
    (cash.ADVANCE_RECEIPT, money.advance_in),
    (cash.ADVANCE_PAYMENT, money.advance_out),
    (cash.SETTLEMENT, money.settlement),
    (cash.BAD_DEBT, money.bad_debt),
    (cash.EXPENSE, money.spending),
    (cash.INCOME, money.spending),
    (cash.TRANSFER, money.transfer),
    (OPENING, opening_stock),
    (OPENING_BALANCE, money.opening_balance),
)
KINDS: Mapping[str, tuple[Family, Body]] = {family.kind: (family, body) for family, body in _BODIES}
"""The documents that can be told as data, by kind."""

_KEY = Statement("SELECT key FROM document_key WHERE number = :number AND kind = :kind")


def as_data(session: Session, kind: str, number: str) -> Data | None:
    """The document as `post` would take it; None for kinds that cannot be told as data."""
    if kind not in KINDS:
        return None
    family, body = KINDS[kind]
    head = header_of(session, kind, number)
    row = _KEY.first(session, number=number, kind=kind)
    common = {"key": str(row[0]) if row else f"recorded:{number}", "type": kind}
    if head["reverses_id"] is not None:
        original = number_of(session, kind, head["reverses_id"])
        reason = head["reason"] or "-"
        return {
            **common,
            "type": "reversal",
            "number": original,
            "reason": reason,
            "day": head["day"],
        }
    parts = [parts_of(session, part, head["id"]) for part in family.parts]
    told = {**common, "day": head["day"], "remark": head["remark"]}
    return {**told, **body(session, head, parts)}

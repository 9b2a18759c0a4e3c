"""Documents of goods as data: receipts, deliveries, tickets, opening stock, and what comes back."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from jxc_desktop.cash.methods import STORED_VALUE
from jxc_desktop.core.numbers import PRICE_PLACES, trimmed
from jxc_desktop.pos.services import SALE
from jxc_desktop.pricing.promotions.coupons import codes_used
from jxc_desktop.pricing.promotions.queries import promotion_of
from jxc_desktop.purchase.order_kinds import PURCHASE_ORDER
from jxc_desktop.purchase.services import RECEIPT
from jxc_desktop.safety.recorded.parts import (
    MEMBER,
    WAREHOUSE,
    Data,
    code_of,
    codes_of,
    following_lines,
    from_lines,
    lines_of,
    number_of,
    partner_code,
    payments_of,
    rejected_lines,
    units,
    yuan,
)
from jxc_desktop.sales.order_kinds import QUOTATION, SALES_ORDER
from jxc_desktop.sales.services import DELIVERY
from jxc_desktop.stock.ordering.kinds import OrderKind


def traded(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    """Receipts and deliveries."""
    lines, payments, *refused = parts
    customer = "invoice" not in head
    order = SALES_ORDER if customer else PURCHASE_ORDER
    own: Data = {name: head[name] for name in ("invoice", "salesperson", "buyer") if name in head}
    told = followed(session, head, lines, order, "order_id")
    rejected = rejected_lines(session, refused[0] if refused else [], ordered="from" in told)
    return {
        **own,
        **terms(session, head, customer=customer),
        **told,
        "lines": [*told["lines"], *rejected],
        "payments": payments_of(session, payments),
    }


def quotation(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    """An offer to a customer."""
    return _ordered(session, head, parts[0], None, "")


def sales_order(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    """An order of a customer."""
    return _ordered(session, head, parts[0], QUOTATION, "quotation_id")


def _ordered(
    session: Session, head: Data, lines: list[Data], source: OrderKind | None, names: str
) -> Data:
    return {
        **terms(session, head, customer=True),
        **followed(session, head, lines, source, names),
        "salesperson": head["salesperson"],
        "due_day": head["due_day"],
    }


def terms(session: Session, head: Data, *, customer: bool) -> Data:
    """Firm, warehouse, and how the prices are meant."""
    return {
        "partner": partner_code(session, head["partner_id"], customer=customer),
        "warehouse": code_of(session, WAREHOUSE, head["warehouse_id"]),
        "price_includes_tax": bool(head["price_includes_tax"]),
        "order_discount": yuan(head["order_discount"]),
    }


def followed(
    session: Session, head: Data, lines: list[Data], source: OrderKind | None, names: str
) -> Data:
    """The lines, with the order they follow where there is one."""
    if source is None or head[names] is None:
        return {"lines": lines_of(session, lines)}
    return {
        "from": number_of(session, source.kind, head[names]),
        "lines": following_lines(session, lines),
    }


def back(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    """Returns to suppliers and from customers: lines of the original, or lines of their own."""
    lines, payments = parts
    to_supplier = "invoice" in head
    common = {
        "partner": partner_code(session, head["partner_id"], customer=not to_supplier),
        "warehouse": code_of(session, WAREHOUSE, head["warehouse_id"]),
        "reason": head["reason"],
        "payments": payments_of(session, payments),
    }
    if head["original_id"] is None:
        own: Data = {"invoice": head["invoice"]} if to_supplier else {}
        includes = bool(head["price_includes_tax"])
        return {
            **common,
            **own,
            "price_includes_tax": includes,
            "lines": lines_of(session, lines),
        }
    original = RECEIPT.kind if to_supplier else DELIVERY.kind
    return {
        **common,
        "from": number_of(session, original, head["original_id"]),
        "lines": from_lines(lines),
    }


def ticket(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    lines, tenders, promotions = parts
    new = [line for line in lines if line["from_line"] is None]
    back = [line for line in lines if line["from_line"] is not None]
    exchanged = {"from": number_of(session, SALE.kind, head["original_id"])} if back else {}
    return {
        **_of_member(session, head),
        **_promoted(session, head, promotions),
        "order_discount": yuan(head["order_discount"]),
        "rounding_off": yuan(head["rounding_off"]),
        **exchanged,
        "lines": [*lines_of(session, new), *from_lines(back)],
        "payments": _tendered(head, tenders),
    }


def _promoted(session: Session, head: Data, promotions: Sequence[Data]) -> Data:
    """What promotions took off, as it was: they may have changed since."""
    if not promotions:
        return {}
    told = [
        {
            "line": row["line_no"],
            "promotion": promotion_of(session, row["promotion_id"]).code,
            "amount": yuan(row["amount"]),
        }
        for row in promotions
    ]
    return {"promoted": told, "coupons": codes_used(session, head["number"])}


def _of_member(session: Session, head: Data) -> Data:
    if head["member_id"] is None:
        return {}
    return {"member": code_of(session, MEMBER, head["member_id"]), "points": head["points_used"]}


def _tendered(head: Data, tenders: Sequence[Data]) -> list[Data]:
    """What was handed over by each way; of stored value the given money too, which the ticket bears as a discount."""
    told = [(t["method"], t["tendered"]) for t in tenders if t["method"] != STORED_VALUE]
    paid = sum(t["amount"] for t in tenders if t["method"] == STORED_VALUE) + head["back_spent"]
    if paid or head["bonus_off"]:
        told.append((STORED_VALUE, paid + head["bonus_off"]))
    return [{"method": method, "amount": yuan(fen)} for method, fen in told]


def ticket_return(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    lines, tenders = parts
    return {
        "from": number_of(session, SALE.kind, head["original_id"]),
        "reason": head["reason"],
        "lines": from_lines(lines),
        "payments": [
            {"method": way, "amount": yuan(head["total"])} for way in _given_back(tenders)
        ],
    }


def _given_back(tenders: Sequence[Data]) -> list[str]:
    """The way that the rest went back which did not go onto the card."""
    ways = [t["method"] for t in tenders]
    return [way for way in ways if way != STORED_VALUE][:1] or ways[:1]


def opening_stock(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    [lines] = parts
    codes = codes_of(session, lines)
    return {
        "warehouse": code_of(session, WAREHOUSE, head["warehouse_id"]),
        "lines": [
            {
                "product": codes[line["product_id"]],
                "quantity": units(line["quantity"]),
                "amount": yuan(line["amount"]),
            }
            for line in lines
        ],
    }


def price_change(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    """New prices from a day on."""
    codes = codes_of(session, parts[0])
    lines = [
        {
            "product": codes[line["product_id"]],
            "level": line["level"],
            "unit": line["unit"],
            "price": trimmed(line["price"], PRICE_PLACES, 2),
        }
        for line in parts[0]
    ]
    return {"effective_day": head["effective_day"], "reason": head["reason"], "lines": lines}

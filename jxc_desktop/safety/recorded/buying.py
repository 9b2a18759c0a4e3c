"""What leads to goods bought, and their invoices, as data."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from jxc_desktop.purchase.landed_models import Basis
from jxc_desktop.purchase.order_kinds import REQUEST, RFQ, SUPPLIER_QUOTATION
from jxc_desktop.purchase.services import RECEIPT
from jxc_desktop.safety.recorded.goods import followed, terms
from jxc_desktop.safety.recorded.parts import (
    WAREHOUSE,
    Data,
    code_of,
    codes_of,
    lines_of,
    number_of,
    partner_code,
    payments_of,
    rate_text,
    units,
    yuan,
)
from jxc_desktop.sales.order_kinds import SALES_ORDER


def purchase_request(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    """Goods that somebody wants."""
    return {**_wish(session, head, parts[0]), "reason": head["purpose"]}


def rfq(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    """Suppliers asked for their prices."""
    lines, asked = parts
    told = _wish(session, head, lines)
    if head["request_id"] is not None:
        told["from"] = number_of(session, REQUEST.kind, head["request_id"])
        told["lines"] = [
            {**line, "from_line": row["from_line"]}
            for line, row in zip(told["lines"], lines, strict=True)
        ]
    suppliers = [partner_code(session, row["partner_id"], customer=False) for row in asked]
    return {**told, "suppliers": suppliers}


def _wish(session: Session, head: Data, lines: list[Data]) -> Data:
    codes = codes_of(session, lines)
    return {
        "warehouse": code_of(session, WAREHOUSE, head["warehouse_id"]),
        "due_day": head["due_day"],
        "lines": [
            {
                "product": codes[line["product_id"]],
                "quantity": units(line["quantity"]),
                "unit": line["unit"],
            }
            for line in lines
        ],
    }


def supplier_quotation(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    """What a supplier offered."""
    told = followed(session, head, parts[0], RFQ, "rfq_id")
    told["lines"] = [
        {**line, "minimum": units(row["minimum"]), "lead_days": row["lead_days"]}
        for line, row in zip(told["lines"], parts[0], strict=True)
    ]
    return {**terms(session, head, customer=False), **told, "due_day": head["due_day"]}


def purchase_order(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    """An order to a supplier, after its quotation or a request."""
    quoted = head["quotation_id"] is not None
    kind, names = (SUPPLIER_QUOTATION, "quotation_id") if quoted else (REQUEST, "request_id")
    own: Data = {"buyer": head["buyer"]}
    if head["sales_order_id"] is not None:
        own["sales_order"] = number_of(session, SALES_ORDER.kind, head["sales_order_id"])
    return {
        **own,
        **terms(session, head, customer=False),
        **followed(session, head, parts[0], kind, names),
        "due_day": head["due_day"],
    }


def purchase_invoice(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    """A supplier's invoice: what it says of each line of the receipts it is for."""
    told = lines_of(session, parts[0])
    return {
        "partner": partner_code(session, head["partner_id"], customer=False),
        "invoice": head["invoice"],
        "invoice_number": head["invoice_number"],
        "invoice_day": head["invoice_day"],
        "price_includes_tax": bool(head["price_includes_tax"]),
        "lines": [
            {
                "from": number_of(session, RECEIPT.kind, row["receipt_id"]),
                "from_line": row["from_line"],
                **_billed(line, row),
            }
            for line, row in zip(told, parts[0], strict=True)
        ],
    }


def _billed(line: Data, row: Data) -> Data:
    """A line at the receipt's own price leaves it out, so that it comes to the same fen again."""
    if row["own_price"]:
        return {name: line[name] for name in ("quantity", "price", "discount", "tax_rate")}
    return {"quantity": line["quantity"]}


def purchase_allowance(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    """What a supplier gave back without goods."""
    lines, payments = parts
    codes, includes = codes_of(session, lines), bool(head["price_includes_tax"])
    sourced = head["original_id"] is not None
    own: Data = {"invoice": head["invoice"]}
    if sourced:
        own = {"from": number_of(session, RECEIPT.kind, head["original_id"])}
    return {
        **own,
        "partner": partner_code(session, head["partner_id"], customer=False),
        "warehouse": code_of(session, WAREHOUSE, head["warehouse_id"]),
        "price_includes_tax": includes,
        "reason": head["reason"],
        "payments": payments_of(session, payments),
        "lines": [
            {
                **(
                    {"from_line": line["from_line"]}
                    if sourced
                    else {"product": codes[line["product_id"]], "unit": line["unit"]}
                ),
                "quantity": units(line["quantity"]),
                "amount": yuan(line["gross" if includes else "net"]),
                "tax_rate": rate_text(line["tax_rate"]),
            }
            for line in lines
        ],
    }


def landed_cost(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    """What was spread over receipts; by hand line by line, else it comes to the same again."""
    lines, payments = parts
    numbers = {
        row["receipt_id"]: number_of(session, RECEIPT.kind, row["receipt_id"]) for row in lines
    }
    includes = bool(head["price_includes_tax"])
    by_hand = [
        {
            "from": numbers[row["receipt_id"]],
            "from_line": row["from_line"],
            "amount": yuan(row["amount"]),
        }
        for row in lines
    ]
    return {
        "partner": partner_code(session, head["partner_id"], customer=False),
        "from": list(numbers.values()),
        "amount": yuan(head["total" if includes else "net"]),
        "basis": head["basis"],
        "policy": "capitalise" if head["capitalised"] else "expense",
        "invoice": head["invoice"],
        "tax_rate": rate_text(head["tax_rate"]),
        "price_includes_tax": includes,
        "payments": payments_of(session, payments),
        "lines": by_hand if head["basis"] == Basis.HAND else [],
    }

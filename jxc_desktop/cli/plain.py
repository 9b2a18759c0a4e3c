"""Views as plain data: scaled integers become decimal strings, days and moments text, ids stay inside."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash import queries as cash
from jxc_desktop.core.numbers import (
    EXEMPT,
    MONEY_PLACES,
    PRICE_PLACES,
    QUANTITY_PLACES,
    RATE_PLACES,
    text_of,
    trimmed,
)
from jxc_desktop.core.sql import Statement
from jxc_desktop.intake.fields import EXEMPT_WORD
from jxc_desktop.ledger.journal.queries import journal_view
from jxc_desktop.ledger.papers import Family, header_of
from jxc_desktop.members import queries as members
from jxc_desktop.pos.queries import ticket_view
from jxc_desktop.pricing.queries import price_change_view
from jxc_desktop.purchase.queries import (
    landed_cost_view,
    purchase_allowance_view,
    purchase_invoice_view,
    purchase_order_view,
    purchase_request_view,
    purchase_return_view,
    receipt_view,
    rfq_view,
    supplier_quotation_view,
)
from jxc_desktop.sales.queries import (
    delivery_view,
    quotation_view,
    sales_invoice_view,
    sales_order_view,
    sales_return_view,
)
from jxc_desktop.shop.actor import authorize
from jxc_desktop.stock.queries import (
    assembly_view,
    cost_adjustment_view,
    disassembly_view,
    loss_resolution_view,
    other_issue_view,
    other_receipt_view,
    recost_view,
    stock_count_view,
    stock_gain_view,
    stock_loss_view,
)
from jxc_desktop.stock.services import OPENING, OPENING_BALANCE
from jxc_desktop.stock.transfer_views import stock_transfer_view, transfer_receipt_view

VIEWS: Mapping[str, Callable[[Session, str], Any]] = {
    "purchase_request": purchase_request_view,
    "rfq": rfq_view,
    "supplier_quotation": supplier_quotation_view,
    "purchase_order": purchase_order_view,
    "goods_receipt": receipt_view,
    "purchase_invoice": purchase_invoice_view,
    "purchase_return": purchase_return_view,
    "purchase_allowance": purchase_allowance_view,
    "landed_cost": landed_cost_view,
    "quotation": quotation_view,
    "sales_order": sales_order_view,
    "sales_delivery": delivery_view,
    "sales_return": sales_return_view,
    "sales_invoice": sales_invoice_view,
    "customer_receipt": cash.customer_receipt_view,
    "supplier_payment": cash.supplier_payment_view,
    "advance_receipt": cash.advance_receipt_view,
    "advance_payment": cash.advance_payment_view,
    "settlement": cash.settlement_view,
    "bad_debt": cash.bad_debt_view,
    "expense": cash.expense_view,
    "other_income": cash.other_income_view,
    "money_transfer": cash.money_transfer_view,
    "stock_transfer": stock_transfer_view,
    "transfer_receipt": transfer_receipt_view,
    "stock_count": stock_count_view,
    "stock_loss": stock_loss_view,
    "stock_gain": stock_gain_view,
    "loss_resolution": loss_resolution_view,
    "other_receipt": other_receipt_view,
    "other_issue": other_issue_view,
    "cost_adjustment": cost_adjustment_view,
    "recost": recost_view,
    "assembly": assembly_view,
    "disassembly": disassembly_view,
    "journal_voucher": journal_view,
    "price_change": price_change_view,
    "stored_value_topup": members.topup_view,
    "stored_value_refund": members.refund_view,
    "points_change": members.points_change_view,
    "pos_sale": ticket_view,
    "pos_return": ticket_view,
}
OPENINGS: Mapping[str, Family] = {family.kind: family for family in (OPENING, OPENING_BALANCE)}

QUANTITIES = frozenset(
    {
        "quantity", "base_quantity", "done", "minimum", "counted_quantity", "book_quantity",
        "difference_quantity", "first_quantity", "held", "coming",
    }
)  # fmt: skip
PRICES = frozenset({"price", "unit_cost", "new_cost", "old"})
RATES = frozenset({"discount", "tax_rate"})
MOMENTS = frozenset({"created_at", "posted_at", "opened_at", "closed_at", "counted_at"})
COUNTS = frozenset(
    {
        "line_no",
        "source_line",
        "from_line",
        "sales",
        "returns",
        "lead_days",
        "attachments",
        "version",
        "points",
        "points_used",
        "points_earned",
        "points_left",
    }
)
MONEY = frozenset(
    {
        "net", "tax", "gross", "cost", "total", "amount", "reduction", "order_discount", "rounding_off",
        "change_given", "tendered", "debit", "credit", "expected", "counted", "difference", "float_amount",
        "sales_amount", "returns_amount", "reductions", "cash_discount", "advance", "fee", "booked", "rest", "worth",
        "points_off", "promotion_off", "bonus", "bonus_off", "value_left",
    }
)  # fmt: skip


def document_view(session: Session, kind: str, number: str) -> dict[str, Any]:
    """A document's head and lines as plain data, as far as whoever is at work may see it."""
    if kind in OPENINGS:
        return _opening(session, OPENINGS[kind], number)
    found = plain(VIEWS[kind](session, number))
    head = found.pop("head")
    return {"type": head.pop("kind"), **head, **found}


def _opening(session: Session, family: Family, number: str) -> dict[str, Any]:
    authorize(session, "opening.view")
    header = header_of(session, family.kind, number)
    kept = {name: header[name] for name in _OPENING_HEAD if name in header}
    statement, names = _OPENING_LINES[family.kind]
    lines = [dict(zip(names, row, strict=True)) for row in statement.all(session, id=header["id"])]
    return {"type": family.kind, **_named(kept), "lines": [_named(line) for line in lines]}


_OPENING_HEAD = ("number", "scope", "day", "state", "remark", "reason", "posted_at", "total")
_OPENING_LINES = {
    OPENING.kind: (
        Statement(
            "SELECT l.line_no, p.code, p.name, l.quantity, l.amount FROM opening_stock_line l "
            "JOIN product p ON p.id = l.product_id WHERE l.document_id = :id ORDER BY l.line_no"
        ),
        ("line_no", "product", "name", "quantity", "amount"),
    ),
    OPENING_BALANCE.kind: (
        Statement(
            "SELECT l.line_no, l.account, p.name, m.code, l.debit, l.credit "
            "FROM opening_balance_line l LEFT JOIN partner p ON p.id = l.partner_id "
            "LEFT JOIN money_account m ON m.id = l.money_account_id "
            "WHERE l.document_id = :id ORDER BY l.line_no"
        ),
        ("line_no", "account", "partner", "money_account", "debit", "credit"),
    ),
}


def plain(view: Any) -> dict[str, Any]:
    """A frozen view as a dictionary fit for JSON."""
    return _named({field.name: getattr(view, field.name) for field in fields(view)})


def _named(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: _value(name, value)
        for name, value in values.items()
        if name != "id" and not name.endswith("_id")
    }


def _value(name: str, value: Any) -> Any:
    if is_dataclass(value):
        return plain(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_value(name, item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        return _number(name, value)
    return value


def _number(name: str, value: int) -> int | str:
    """An integer by what the field of that name counts; an unknown name is a bug."""
    if name in COUNTS:
        return value
    if name in MOMENTS:
        return datetime.fromtimestamp(value / 1000, UTC).isoformat(timespec="milliseconds")
    if name == "tax_rate" and value == EXEMPT:
        return EXEMPT_WORD
    if name in MONEY:
        return text_of(value, MONEY_PLACES)
    for names, places in (
        (QUANTITIES, QUANTITY_PLACES),
        (PRICES, PRICE_PLACES),
        (RATES, RATE_PLACES),
    ):
        if name in names:
            return trimmed(value, places)
    raise KeyError(f"{name} counts nothing known")

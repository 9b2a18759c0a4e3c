"""A posted document as the data that posts it again (the words of the machine interface).

Numbers of the books are not carried over but come out again; the key makes sure that nothing comes twice.
"""

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy.orm import Session

from jxc_desktop.cash import services as cash
from jxc_desktop.core.sql import Statement
from jxc_desktop.intake.order_life import ACTS, ORDER_KINDS
from jxc_desktop.intake.price_change import VOID
from jxc_desktop.ledger.journal.models import Purpose
from jxc_desktop.ledger.journal.writing import JOURNAL
from jxc_desktop.ledger.papers import Family, header_of, parts_of
from jxc_desktop.members import services as members
from jxc_desktop.pos import services as pos
from jxc_desktop.pricing.services import PRICE_CHANGE
from jxc_desktop.purchase import returns as purchase_returns
from jxc_desktop.purchase.allowances import ALLOWANCE
from jxc_desktop.purchase.invoices import INVOICE
from jxc_desktop.purchase.landed_costs import LANDED_COST
from jxc_desktop.purchase.order_kinds import PURCHASE_ORDER, REQUEST, RFQ, SUPPLIER_QUOTATION
from jxc_desktop.purchase.services import RECEIPT
from jxc_desktop.safety.recorded import cards, money
from jxc_desktop.safety.recorded.buying import (
    landed_cost,
    purchase_allowance,
    purchase_invoice,
    purchase_order,
    purchase_request,
    rfq,
    supplier_quotation,
)
from jxc_desktop.safety.recorded.goods import (
    back,
    opening_stock,
    price_change,
    quotation,
    sales_order,
    ticket,
    ticket_return,
    traded,
)
from jxc_desktop.safety.recorded.invoices import sales_invoice
from jxc_desktop.safety.recorded.lots import with_lots
from jxc_desktop.safety.recorded.parts import Data, number_of
from jxc_desktop.safety.recorded.stock import (
    adjustment,
    arrival,
    count,
    gain,
    kit,
    loss,
    other,
    recost,
    resolution,
    transfer,
)
from jxc_desktop.safety.recorded.voucher import voucher
from jxc_desktop.sales import invoices as sales_invoices
from jxc_desktop.sales import returns as sales_returns
from jxc_desktop.sales.order_kinds import QUOTATION, SALES_ORDER
from jxc_desktop.sales.services import DELIVERY
from jxc_desktop.stock import cost_adjustments, kits, others, transfer_receipts
from jxc_desktop.stock.counts import COUNT
from jxc_desktop.stock.losses import GAIN, LOSS
from jxc_desktop.stock.recosts import RECOST
from jxc_desktop.stock.resolutions import RESOLUTION
from jxc_desktop.stock.services import OPENING, OPENING_BALANCE
from jxc_desktop.stock.transfers import TRANSFER

Body = Callable[[Session, Data, Sequence[list[Data]]], Data]

_BODIES: tuple[tuple[Family, Body], ...] = (
    (REQUEST.family, purchase_request),
    (RFQ.family, rfq),
    (SUPPLIER_QUOTATION.family, supplier_quotation),
    (PURCHASE_ORDER.family, purchase_order),
    (RECEIPT, traded),
    (INVOICE, purchase_invoice),
    (ALLOWANCE, purchase_allowance),
    (LANDED_COST, landed_cost),
    (QUOTATION.family, quotation),
    (SALES_ORDER.family, sales_order),
    (DELIVERY, traded),
    (purchase_returns.RETURN, back),
    (sales_returns.RETURN, back),
    (sales_invoices.INVOICE, sales_invoice),
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
    (TRANSFER, transfer),
    (transfer_receipts.RECEIPT, arrival),
    (COUNT, count),
    (LOSS, loss),
    (GAIN, gain),
    (RESOLUTION, resolution),
    (others.RECEIPT, other),
    (others.ISSUE, other),
    (cost_adjustments.ADJUSTMENT, adjustment),
    (RECOST, recost),
    (kits.ASSEMBLY, kit),
    (kits.DISASSEMBLY, kit),
    (PRICE_CHANGE, price_change),
    (JOURNAL, voucher),
    (members.TOPUP, cards.topup),
    (members.REFUND, cards.refund),
    (members.POINTS, cards.points),
    (OPENING, opening_stock),
    (OPENING_BALANCE, money.opening_balance),
)
KINDS: Mapping[str, tuple[Family, Body]] = {family.kind: (family, body) for family, body in _BODIES}
"""The documents that can be told as data, by kind."""

_POSTED_BEFORE = Statement(
    "SELECT 1 FROM audit WHERE id < :row AND action = :action AND object = :number"
)
_KEY = Statement("SELECT key FROM document_key WHERE number = :number AND kind = :kind")


def act_as_data(session: Session, action: str, number: str, row: int) -> Data | None:
    """What audit row `row` did, as `post` would take it; None for acts that cannot be told as data."""
    kind, _, verb = action.rpartition(".")
    if f"order_{verb}" in ACTS and kind in ORDER_KINDS:
        reason = header_of(session, kind, number)["reason"]
        key = f"recorded:{row}"
        return {"key": key, "type": f"order_{verb}", "number": number, "reason": reason or "-"}
    if action == f"{PRICE_CHANGE.kind}.void":
        reason = header_of(session, kind, number)["reason"]
        return {"key": f"recorded:{row}", "type": VOID, "number": number, "reason": reason}
    if verb != "post" or kind not in KINDS:
        return None
    if kind == JOURNAL.kind and not _typed_by_hand(session, number):
        return None
    if kind in FOUND_BY_COUNTS and _made_by_a_count(session, kind, number):
        return None
    told = as_data(session, kind, number)
    if kind in ORDER_KINDS and _POSTED_BEFORE.first(session, action=action, number=number, row=row):
        return {**told, "key": f"recorded:{row}", "amends": number}
    return told


FOUND_BY_COUNTS = frozenset({LOSS.kind, GAIN.kind})
"""What a count makes besides itself: it comes again with the count."""


def _made_by_a_count(session: Session, kind: str, number: str) -> bool:
    """Whether a gain or loss came of a count; one that is taken back by hand is told."""
    head = header_of(session, kind, number)
    return head["count_id"] is not None and head["reverses_id"] is None


def _typed_by_hand(session: Session, number: str) -> bool:
    """Whether a voucher was typed; what a month's end made comes again when the month is closed again."""
    return bool(header_of(session, JOURNAL.kind, number)["purpose"] == Purpose.MANUAL)


def as_data(session: Session, kind: str, number: str) -> Data:
    """The document as `post` would take it."""
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
    return with_lots(session, number, {**told, **body(session, head, parts)})

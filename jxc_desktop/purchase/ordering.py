"""Suppliers' offers and orders: a quotation or a request becomes a purchase order, which is received in parts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.papers import header_of
from jxc_desktop.partners.facts import supplier_facts
from jxc_desktop.purchase.order_kinds import PURCHASE_ORDER, REQUEST, RFQ, SUPPLIER_QUOTATION
from jxc_desktop.purchase.services import includes_tax, priced_receipt
from jxc_desktop.purchase.supplier_prices import keep_quoted_prices
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.approvals.rules import Facts
from jxc_desktop.shop.approvals.services import held_back
from jxc_desktop.shop.employees import person_named
from jxc_desktop.shop.keys import Key, Posted, answered
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.ordering.drafts import OrderDraft
from jxc_desktop.stock.ordering.following import followed, kind_named
from jxc_desktop.stock.ordering.states import WrittenOrder, approve_order
from jxc_desktop.stock.papers import line_rows
from jxc_desktop.stock.priced import PricedLine, largest_discount

SOURCES = (SUPPLIER_QUOTATION, REQUEST)
"""What a purchase order may follow."""

_SERVED = Statement(
    "SELECT q.line_no, r.from_line, a.request_id FROM supplier_quotation d "
    "JOIN supplier_quotation_line q ON q.document_id = d.id JOIN rfq a ON a.id = d.rfq_id "
    "JOIN rfq_line r ON r.document_id = a.id AND r.line_no = q.from_line "
    "WHERE d.id = :quotation AND a.request_id IS NOT NULL AND r.from_line IS NOT NULL"
)


@dataclass(frozen=True, slots=True)
class Quoted:
    """What a supplier says of a line besides its price: days until it comes, the least it sells (1e-4 of the unit)."""

    lead_days: int | None = None
    minimum: int = 0


@dataclass(frozen=True, slots=True)
class SupplierQuotationDraft(OrderDraft):
    """A supplier's offer as typed; `terms` stand beside `lines`, one for one, or are left out."""

    terms: tuple[Quoted, ...] = ()


@dataclass(frozen=True, slots=True)
class PurchaseOrderDraft(OrderDraft):
    """An order to a supplier as typed; `sales_order` is the customer's order that it buys for, "" for none."""

    sales_order: str = ""
    buyer: str = ""


@needs("supplier_quotation.post")
def approve_supplier_quotation(
    session: Session, draft: SupplierQuotationDraft, *, key: Key
) -> Posted:
    """Keep what a supplier offers, in answer to an inquiry or by itself."""
    if earlier := answered(session, key):
        return earlier
    _require_prices(draft)
    draft, rfq_id = followed(session, RFQ, draft, draft.partner_id)
    terms = draft.terms or (Quoted(),) * len(draft.lines)

    def rows(lines: Sequence[PricedLine]) -> Iterator[dict[str, Any]]:
        for row, each in zip(line_rows(0, lines), terms, strict=True):
            yield {**row, "lead_days": each.lead_days, "minimum": each.minimum}

    lines = priced_receipt(session, draft, settings_of(session))
    written = _written(session, draft, {"rfq_id": rfq_id}, lines, rows(lines))
    posted = approve_order(session, SUPPLIER_QUOTATION, written, key=key)
    if not posted.repeated:
        keep_quoted_prices(
            session,
            posted.document_id,
            draft.partner_id,
            (draft.day, draft.due_day),
            lines,
            [(each.lead_days, each.minimum) for each in terms],
            includes_tax=includes_tax(draft, settings_of(session)),
        )
    return posted


def _require_prices(draft: SupplierQuotationDraft) -> None:
    """An offer says its prices; none is filled in."""
    for place, line in enumerate(draft.lines):
        if line.price is None and not line.is_gift:
            raise InvalidInput(
                translate("purchase", "第 {line} 行：填上报价").format(line=place + 1),
                field=f"lines[{place}].price",
            )
    if not draft.lines:
        raise InvalidInput(translate("purchase", "报价单没有一行。填上报价"), field="lines")
    if draft.terms and len(draft.terms) != len(draft.lines):
        raise InvalidInput(translate("purchase", "每一行报价要有自己的条件"), field="lines")
    for place, each in enumerate(draft.terms):
        if each.minimum < 0 or (each.lead_days or 0) < 0:
            raise InvalidInput(
                translate("purchase", "价格、起订量和到货天数不能小于 0"),
                field=f"lines[{place}].minimum",
            )
    if draft.due_day is not None and draft.due_day < draft.day:
        raise InvalidInput(translate("purchase", "截止日期早于开始日期"), field="due_day")


@needs("purchase_order.post")
def approve_purchase_order(session: Session, draft: PurchaseOrderDraft, *, key: Key) -> Posted:
    """Order goods of a supplier; they count as on their way until they come or the order is closed.

    One that follows a supplier's quotation takes its prices, one that follows a request its goods.
    """
    if earlier := answered(session, key):
        return earlier
    kind = kind_named(session, SOURCES, draft.source) if draft.source else REQUEST
    draft, source_id = followed(session, kind, draft, draft.partner_id)
    draft = replace(draft, buyer=person_named(session, draft.buyer, "buyer"))
    quoted = kind is SUPPLIER_QUOTATION
    served, request_id = _served(session, source_id) if quoted else ({}, source_id)
    own = {
        "request_id": request_id,
        "quotation_id": source_id if quoted else None,
        "sales_order_id": _sales_order(session, draft.sales_order),
        "buyer": draft.buyer,
    }

    def rows(lines: Sequence[PricedLine]) -> Iterator[dict[str, Any]]:
        for row in line_rows(0, lines):
            line = row["from_line"]
            yield {**row, "request_line": served.get(line) if quoted else line}

    lines = priced_receipt(session, draft, settings_of(session))
    supplier = supplier_facts(session, draft.partner_id)
    total = sum(line.gross for line in lines)
    facts = partial(Facts, draft.day, total, supplier.name, largest_discount(lines))
    if held := held_back(session, PURCHASE_ORDER.kind, draft, facts, key):
        return held
    written = _written(session, draft, own, lines, rows(lines))
    return approve_order(session, PURCHASE_ORDER, written, key=key)


def _sales_order(session: Session, number: str) -> int | None:
    """The id of the customer's order that is bought for."""
    return int(header_of(session, "sales_order", number)["id"]) if number else None


def _served(session: Session, quotation_id: int | None) -> tuple[dict[int, int], int | None]:
    """Which lines of which request the lines of a quotation were asked for."""
    rows = _SERVED.all(session, quotation=quotation_id)
    return {line: wanted for line, wanted, _request in rows}, rows[0][2] if rows else None


def _written(
    session: Session,
    draft: OrderDraft,
    own: Mapping[str, Any],
    lines: Sequence[PricedLine],
    rows: Iterable[Mapping[str, Any]],
) -> WrittenOrder:
    supplier = supplier_facts(session, draft.partner_id)
    header = {
        **own,
        "due_day": draft.due_day,
        "partner_id": supplier.id,
        "partner_name": supplier.name,
        "warehouse_id": draft.warehouse_id,
        "price_includes_tax": includes_tax(draft, settings_of(session)),
        "order_discount": draft.order_discount or 0,
        "remark": draft.remark,
    }
    total = sum(line.gross for line in lines)
    return WrittenOrder(draft.day, total, header, (rows,), draft.amends)

"""Buying what was sold (以销定购): one order to each supplier for what a customer's order lacks.

Lacking is what the order still has to deliver, less what is on its way for this very order, as far as it neither lies
there nor is on its way at all after everything that is promised to anybody. A supplier's least quantity is met.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.document import State, require_state
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.ledger.papers import header_of
from jxc_desktop.purchase.offered import Offered, offered_prices
from jxc_desktop.purchase.order_kinds import PURCHASE_ORDER
from jxc_desktop.purchase.ordering import PurchaseOrderDraft, approve_purchase_order
from jxc_desktop.purchase.usual_suppliers import usual_suppliers
from jxc_desktop.sales.order_kinds import SALES_ORDER
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.keys import Key, Posted, answered
from jxc_desktop.stock.ordering.promises import fulfilled_of, lock_order
from jxc_desktop.stock.priced import LineDraft

_THERE = (
    "SELECT p.id, coalesce((SELECT sum(l.quantity) FROM stock_level l WHERE l.product_id = p.id "
    "AND l.warehouse_id = :warehouse), 0) + coalesce((SELECT s.on_order - s.allocated FROM stock_promise s "
    "WHERE s.product_id = p.id AND s.warehouse_id = :warehouse), 0) FROM product p WHERE p.id "
)
_NET = Statement(f"{_THERE}IN {among('products')}", postgresql=f"{_THERE}= ANY(:products)")
_COMING = Statement(
    "SELECT product_id, sum(CASE WHEN left_over > 0 THEN left_over ELSE 0 END) FROM ("
    f"SELECT l.product_id, l.base_quantity - ({PURCHASE_ORDER.fulfilled_sql('o', 'l')}) AS left_over "
    "FROM purchase_order o JOIN purchase_order_line l ON l.document_id = o.id WHERE o.sales_order_id = :order "
    "AND o.state = 'approved' AND o.warehouse_id = :warehouse) x GROUP BY product_id"
)
# Orders of several customers may lack the same goods, so it is not enough to hold the one that is bought for.
_ONE_AT_A_TIME = Statement("SELECT pg_advisory_xact_lock(hashtextextended('order_shortage', 0))")
_NAMED = "SELECT id, name FROM partner WHERE id "
_NAMES = Statement(f"{_NAMED}IN {among('firms')}", postgresql=f"{_NAMED}= ANY(:firms)")


@dataclass(frozen=True, slots=True)
class Lacking:
    """Goods that a customer's order lacks, in base units."""

    product: ProductFacts
    quantity: int


@dataclass(frozen=True, slots=True)
class ShortOrder:
    """What one supplier is to deliver, ready to be approved; `goods` are name, quantity and unit of each line."""

    supplier: str
    draft: PurchaseOrderDraft
    goods: tuple[tuple[str, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Shortage:
    """What a customer's order lacks: orders by supplier, and goods that no supplier is known for."""

    orders: tuple[ShortOrder, ...]
    nobody: tuple[Lacking, ...]


@needs("purchase_order.edit")
def orders_for_shortage(session: Session, sales_order: str) -> Shortage:
    """The orders that would bring what customer's order `sales_order` lacks, one for each supplier."""
    head = header_of(session, SALES_ORDER.kind, sales_order)
    require_state(sales_order, head["state"], State.APPROVED)
    today = clock_of(session).today()
    lacking = list(_lacking(session, head))
    suppliers = usual_suppliers(session, [each.product for each in lacking], today)
    offers = offered_prices(session, suppliers.values(), suppliers, today)
    firms: dict[int, str] = dict(_NAMES.all(session, firms=sorted(set(suppliers.values()))))
    names = {each.product.id: each.product.name for each in lacking}
    by_supplier: dict[int, list[LineDraft]] = {}
    for each in lacking:
        if supplier := suppliers.get(each.product.id):
            line = _line(offers[supplier].get(each.product.id, ()), each)
            by_supplier.setdefault(supplier, []).append(line)
    due = date.fromisoformat(head["due_day"]) if head["due_day"] else None
    orders = tuple(
        ShortOrder(
            firms[supplier],
            PurchaseOrderDraft(
                today, supplier, head["warehouse_id"], tuple(lines), due, sales_order=sales_order
            ),
            tuple((names[line.product_id], line.quantity, line.unit) for line in lines),
        )
        for supplier, lines in sorted(by_supplier.items())
    )
    return Shortage(orders, tuple(x for x in lacking if x.product.id not in suppliers))


@needs("purchase_order.post")
def order_shortage(session: Session, orders: Sequence[ShortOrder], *, key: Key) -> list[Posted]:
    """Approve in one step what `orders_for_shortage` proposed and still lacks; a repeat answers as before.

    Whoever orders at the same time waits, and then finds nothing left to order.
    """
    if session.info["dialect"] == "postgresql":
        _ONE_AT_A_TIME.run(session)
    found = []
    for each in orders:
        own = Key(f"{key.value}:{each.draft.partner_id}", key.digest)
        if earlier := answered(session, own):
            found.append(earlier)
        elif draft := _still_lacking(session, each.draft):
            found.append(approve_purchase_order(session, draft, key=own))
    return found


def _still_lacking(session: Session, draft: PurchaseOrderDraft) -> PurchaseOrderDraft | None:
    """An order less what came or was ordered since it was proposed; None when nothing is left of it."""
    head = header_of(session, SALES_ORDER.kind, draft.sales_order)
    state = lock_order(session, SALES_ORDER, head["id"])
    require_state(draft.sales_order, state, State.APPROVED)
    lacking = {each.product.id: each for each in _lacking(session, head)}
    offers = offered_prices(session, [draft.partner_id], lacking, draft.day)[draft.partner_id]
    lines = []
    for line in draft.lines:
        if each := lacking.get(line.product_id):
            most = _line(offers.get(line.product_id, ()), each).quantity
            lines.append(replace(line, quantity=min(line.quantity, most)))
    return replace(draft, lines=tuple(lines)) if lines else None


def _lacking(session: Session, head: Mapping[str, object]) -> Iterator[Lacking]:
    """Goods kept in stock that the order lacks, in the order of its lines."""
    left: dict[int, int] = {}
    done = fulfilled_of(session, SALES_ORDER, int(str(head["id"])))
    for line, product, quantity, tracked in SALES_ORDER.ordered.all(session, order=head["id"]):
        if tracked:
            left[product] = left.get(product, 0) + max(quantity - done.get(line, 0), 0)
    facts = product_facts(session, left)
    net: dict[int, int] = dict(
        _NET.all(session, products=sorted(left), warehouse=head["warehouse_id"])
    )
    coming: dict[int, int] = dict(
        _COMING.all(session, order=head["id"], warehouse=head["warehouse_id"])
    )
    for product, wanted in left.items():
        short = min(wanted - int(coming.get(product, 0)), -int(net.get(product, 0)))
        if short > 0:
            yield Lacking(facts[product], short)


def _line(offers: Sequence[Offered], lacking: Lacking) -> LineDraft:
    """What is lacking, or the least that the supplier sells."""
    least = max((x.minimum for x in offers if x.unit == lacking.product.unit), default=0)
    return LineDraft(lacking.product.id, max(lacking.quantity, least), lacking.product.unit)

"""Buying what was sold (以销定购): one order to each supplier for what a customer's order lacks.

Lacking is what the order still has to deliver and neither lies there nor is on its way, after everything that is
promised to anybody. A supplier's least quantity is met.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.document import State, require_state
from jxc_desktop.core.numbers import ONE
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.ledger.papers import header_of
from jxc_desktop.purchase.offered import Offered, offered_prices
from jxc_desktop.purchase.ordering import PurchaseOrderDraft, approve_purchase_order
from jxc_desktop.sales.order_kinds import SALES_ORDER
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.ordering.promises import fulfilled_of
from jxc_desktop.stock.priced import LineDraft

_THERE = (
    "SELECT p.id, coalesce((SELECT sum(l.quantity) FROM stock_level l WHERE l.product_id = p.id "
    "AND l.warehouse_id = :warehouse), 0) + coalesce((SELECT s.on_order - s.allocated FROM stock_promise s "
    "WHERE s.product_id = p.id AND s.warehouse_id = :warehouse), 0) FROM product p WHERE p.id "
)
_NET = Statement(f"{_THERE}IN {among('products')}", postgresql=f"{_THERE}= ANY(:products)")
_LAST_SUPPLIER = Statement(
    "SELECT d.partner_id FROM goods_receipt_line l JOIN goods_receipt d ON d.id = l.document_id "
    "JOIN partner p ON p.id = d.partner_id WHERE l.product_id = :product AND d.state = 'posted' "
    "AND d.reverses_id IS NULL AND p.disabled = 0 ORDER BY d.day DESC, d.id DESC LIMIT 1"
)
_LISTING = Statement(
    "SELECT DISTINCT s.partner_id, p.supplier_code FROM supplier_price s "
    "JOIN partner p ON p.id = s.partner_id WHERE s.product_id = :product AND p.disabled = 0 "
    "ORDER BY p.supplier_code"
)
_NAME = Statement("SELECT name FROM partner WHERE id = :id")


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
    by_supplier: dict[int, list[LineDraft]] = {}
    names: dict[int, str] = {}
    nobody = []
    for each in _lacking(session, head):
        supplier = _supplier_of(session, each.product.id, today)
        if supplier is None:
            nobody.append(each)
        else:
            line = _line(session, supplier, each, today)
            names[line.product_id] = each.product.name
            by_supplier.setdefault(supplier, []).append(line)
    due = date.fromisoformat(head["due_day"]) if head["due_day"] else None
    orders = tuple(
        ShortOrder(
            str(_NAME.one(session, id=supplier)[0]),
            PurchaseOrderDraft(
                today, supplier, head["warehouse_id"], tuple(lines), due, sales_order=sales_order
            ),
            tuple((names[line.product_id], line.quantity, line.unit) for line in lines),
        )
        for supplier, lines in sorted(by_supplier.items())
    )
    return Shortage(orders, tuple(nobody))


@needs("purchase_order.post")
def order_shortage(session: Session, orders: Sequence[ShortOrder], *, key: Key) -> list[Posted]:
    """Approve in one step what `orders_for_shortage` proposed; a repeat answers as before."""
    return [
        approve_purchase_order(
            session, each.draft, key=Key(f"{key.value}:{each.draft.partner_id}", key.digest)
        )
        for each in orders
    ]


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
    for product, wanted in left.items():
        short = min(wanted, -int(net.get(product, 0)))
        if short > 0:
            yield Lacking(facts[product], short)


def _supplier_of(session: Session, product: int, day: date) -> int | None:
    """Whoever delivered it the last time, else who lists it at the lowest price today."""
    last = _LAST_SUPPLIER.first(session, product=product)
    if last is not None:
        return int(last[0])
    facts = product_facts(session, [product])[product]
    default = settings_of(session).default_tax_rate
    listed = [
        (_with_tax(offer, facts, default), str(code), int(partner))
        for partner, code in _LISTING.all(session, product=product)
        for offer in offered_prices(session, partner, [product], day).get(product, [])
    ]
    return min(listed)[2] if listed else None


def _with_tax(offer: Offered, product: ProductFacts, default: int) -> Fraction:
    """The offer for one base unit with tax, exactly, so that lists can be compared."""
    above, below = product.factor(offer.unit)
    rate = max(default if product.tax_rate is None else product.tax_rate, 0)
    taxed = Fraction(1) if offer.includes_tax else Fraction(ONE + rate, ONE)
    return Fraction(offer.price * below, above) * taxed


def _line(session: Session, supplier: int, lacking: Lacking, day: date) -> LineDraft:
    """What is lacking, or the least that the supplier sells."""
    least = 0
    for offer in offered_prices(session, supplier, [lacking.product.id], day).get(
        lacking.product.id, []
    ):
        if offer.unit == lacking.product.unit:
            least = offer.minimum
    return LineDraft(lacking.product.id, max(lacking.quantity, least), lacking.product.unit)

"""What can be asked about changes of prices: one with its lines, all of them, and what goods cost and earn now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.catalog.price_history import prices_of
from jxc_desktop.core.document import State
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import price_without_tax
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.ledger.paper_views import Head, find_head
from jxc_desktop.pricing.models import PriceChange
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.queries import cost_prices

LABEL, SHELF = "shelf_label", "shelf_check"
"""Forms in the print log: a label was printed, and was seen on the shelf; the line's number follows."""
UNPRINTED, PRINTED, HUNG = "unprinted", "printed", "hung"


@dataclass(frozen=True, slots=True)
class RepricedGoods:
    """Goods as a change knows them: every sale price by (level, unit), and what a base unit costs (1e-6 yuan).

    `unit_cost` is None for who may not see cost, and for goods that never came in.
    """

    facts: ProductFacts
    spec: str
    rate: int
    with_tax: bool
    prices: Mapping[tuple[str, str], int] = field(default_factory=dict)
    unit_cost: int | None = None

    def net(self, price: int) -> int:
        """A list price without tax."""
        return price_without_tax(price, self.rate) if self.with_tax else price


@dataclass(frozen=True, slots=True)
class PriceChangeLineView:
    """One price that changes; `label` is how far the shelf's label is, "" where none hangs for that level."""

    line_no: int
    product_id: int
    product: str
    name: str
    spec: str
    level: str
    unit: str
    old: int | None
    price: int
    label: str


@dataclass(frozen=True, slots=True)
class PriceChangeView:
    """A change with its lines, in force from `effective_day` on."""

    head: Head
    effective_day: date
    lines: tuple[PriceChangeLineView, ...]


@dataclass(frozen=True, slots=True)
class PriceChangeRow:
    """A change in a list."""

    id: int
    number: str
    day: date
    effective_day: date
    state: str
    reason: str
    lines: int
    made_by: str


@dataclass(frozen=True, slots=True)
class ShelfLabel:
    """What a label says of a product that changed its retail price."""

    line_no: int
    name: str
    spec: str
    origin: str
    unit: str
    price: int
    code: str


_GOODS = "SELECT id, spec FROM product WHERE id "
_SPECS = Statement(f"{_GOODS}IN {among('products')}", postgresql=f"{_GOODS}= ANY(:products)")
_EFFECTIVE = Statement("SELECT effective_day FROM price_change WHERE id = :id")
_LINES = Statement(
    "SELECT l.line_no, l.product_id, p.code, p.name, p.spec, l.level, "
    "CASE WHEN l.unit = '' THEN p.unit ELSE l.unit END, l.old, l.price FROM price_change_line l "
    "JOIN product p ON p.id = l.product_id WHERE l.document_id = :id ORDER BY l.line_no"
)
_PRINTS = Statement("SELECT DISTINCT form FROM print_log WHERE number = :number")
_ROWS = Statement(
    "SELECT c.id, coalesce(c.number, ''), c.day, c.effective_day, c.state, c.reason, "
    "(SELECT count(*) FROM price_change_line l WHERE l.document_id = c.id), coalesce(u.name, '') "
    "FROM price_change c LEFT JOIN shop_user u ON u.id = c.created_by "
    "WHERE c.number IS NOT NULL ORDER BY c.id DESC LIMIT :most"
)
_LABELS = Statement(
    "SELECT l.line_no, p.name, p.spec, p.origin, CASE WHEN l.unit = '' THEN p.unit ELSE l.unit END, "
    "l.price, coalesce((SELECT min(b.code) FROM barcode b WHERE b.product_id = l.product_id "
    "AND b.unit = l.unit), p.code) FROM price_change_line l JOIN product p ON p.id = l.product_id "
    "WHERE l.document_id = :id AND l.level = 'retail' ORDER BY l.line_no"
)
MOST = 500


@needs("price_change.view")
def goods_to_reprice(session: Session, products: Iterable[int]) -> dict[int, RepricedGoods]:
    """Goods by id with their prices, and their cost for who may see it."""
    wanted = sorted(set(products))
    specs: dict[int, str] = dict(_SPECS.all(session, products=wanted))
    costs = cost_prices(session, wanted) if may(session, "field.cost_price") else {}
    settings, prices = settings_of(session), prices_of(session, wanted)
    return {
        product: RepricedGoods(
            facts,
            specs[product],
            settings.default_tax_rate if facts.tax_rate is None else facts.tax_rate,
            settings.sale_price_includes_tax,
            prices[product],
            costs.get(product),
        )
        for product, facts in product_facts(session, wanted).items()
    }


@needs("price_change.view")
def price_change_view(session: Session, number: str) -> PriceChangeView:
    """The change with this number; raises `NotFound`."""
    head = find_head(session, PriceChange, PriceChange.number == number)
    if head is None:
        raise NotFound(
            translate("pricing", "没有调价单 {number}").format(number=number), field="number"
        )
    [day] = _EFFECTIVE.one(session, id=head.id)
    printed = {form for [form] in _PRINTS.all(session, number=number)}
    lines = tuple(
        PriceChangeLineView(
            line_no,
            product_id,
            code,
            name,
            spec,
            level,
            unit,
            old,
            price,
            _label(line_no, level, printed),
        )
        for line_no, product_id, code, name, spec, level, unit, old, price in _LINES.all(
            session, id=head.id
        )
    )
    return PriceChangeView(head, date.fromisoformat(day), lines)


@needs("price_change.view")
def price_changes(session: Session) -> tuple[PriceChangeRow, ...]:
    """Every change that was approved, newest first."""
    return tuple(
        PriceChangeRow(
            id, number, date.fromisoformat(day), date.fromisoformat(effective), state, *rest
        )
        for id, number, day, effective, state, *rest in _ROWS.all(session, most=MOST)
    )


@needs("price_change.view")
def shelf_labels(session: Session, number: str) -> tuple[ShelfLabel, ...]:
    """The labels on the shelf that a change makes wrong: one for each unit whose retail price changes."""
    view = price_change_view(session, number)
    return tuple(ShelfLabel(*row) for row in _LABELS.all(session, id=view.head.id))


def _label(line_no: int, level: str, printed: set[str]) -> str:
    if level != "retail":
        return ""
    if f"{SHELF}/{line_no}" in printed:
        return HUNG
    return PRINTED if f"{LABEL}/{line_no}" in printed else UNPRINTED


def change_state_words(state: str, effective: date, today: date) -> str:
    """The state of a change as people say it: in force, waiting for its day, voided."""
    if state == State.POSTED:
        return translate("pricing", "已生效")
    if state == State.APPROVED:
        return (
            translate("pricing", "待生效")
            if effective > today
            else translate("pricing", "今天生效")
        )
    if state == State.VOIDED:
        return translate("pricing", "已作废")
    return translate("pricing", "草稿")

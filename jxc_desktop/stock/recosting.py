"""Reading what goods moved, and what a recost would change of it: line by line, as far as months are open."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from sqlalchemy import Table
from sqlalchemy.orm import Session

from jxc_desktop.core.document_checks import document_tables
from jxc_desktop.core.schema import Base
from jxc_desktop.core.sql import Row, Statement, among
from jxc_desktop.ledger.periods import first_of, month_after
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.cost_models import Part
from jxc_desktop.stock.layers import Part as LayerPart
from jxc_desktop.stock.layers import netted
from jxc_desktop.stock.months import REVERSAL
from jxc_desktop.stock.pools import hold_pools
from jxc_desktop.stock.replay import Event, Replay, Worth, by_average
from jxc_desktop.stock.replay_layers import by_layers, change_of

RECOSTED = "recost"
"""The kind of a recost's moves."""
REPLAYS: Mapping[str, Replay] = {"moving_average": by_average, "fifo": by_layers}
"""How goods are counted anew, by the shop's way of costing."""
RETURNED, MOVED = "return", "transfer"

Line = tuple[str, int, int, int]
"""Document, line, warehouse and lot: what goods of a product one line moved."""
Source = tuple[str, int]
_Went = tuple[int, int, Source]
"""Product, lot and line: what goods that come back, or go on to another warehouse, left by."""


@dataclass(frozen=True, slots=True)
class RecostedLine:
    """One line's cost counted anew; `amount` fen more (negative: less) stays in stock than was `booked` for `part`.

    `layers` are the changes of layers that make it so, where costs go first in, first out.
    """

    product_id: int
    warehouse_id: int
    lot_id: int
    source: str
    source_line: int
    source_day: date
    part: str
    booked: int
    amount: int
    layers: tuple[LayerPart, ...] = ()

    @property
    def month(self) -> str:
        """The month of its document."""
        return self.source_day.isoformat()[:7]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a recost would write, what it leaves out because its month is closed, and where it begins."""

    lines: tuple[RecostedLine, ...]
    left_out: tuple[RecostedLine, ...]
    from_day: date

    @property
    def total(self) -> int:
        """Fen that stock is worth more."""
        return sum(line.amount for line in self.lines)


def _of_products(sql: str, order: str) -> Statement:
    return Statement(
        f"{sql} IN {among('products')} {order}", postgresql=f"{sql} = ANY(:products) {order}"
    )


_MOVES = _of_products(
    "SELECT product_id, warehouse_id, lot_id, pool_id, id, day, kind, quantity, amount, source, source_line, seq "
    "FROM move WHERE product_id",
    "ORDER BY product_id, id",
)
_EARLIER = _of_products(
    "SELECT l.product_id, l.source, l.source_line, l.warehouse_id, l.lot_id, l.part, sum(l.amount) "
    "FROM recost_line l JOIN recost d ON d.id = l.document_id "
    "WHERE d.state IN ('posted', 'reversed') AND l.product_id",
    "GROUP BY l.product_id, l.source, l.source_line, l.warehouse_id, l.lot_id, l.part",
)
_PARTS = _of_products(
    "SELECT p.pool_id, p.seq, p.layer, d.day, p.quantity, p.amount, p.origin, p.id FROM cost_pool c "
    "JOIN layer_part p ON p.pool_id = c.id LEFT JOIN move d ON d.pool_id = p.pool_id AND d.seq = p.layer "
    "WHERE c.product_id",
    "ORDER BY p.id",
)
_RECOST_LINES = _of_products(
    "SELECT d.number, l.line_no, l.product_id, l.source, l.source_line, l.warehouse_id, l.lot_id "
    "FROM recost_line l JOIN recost d ON d.id = l.document_id WHERE d.number IS NOT NULL AND l.product_id",
    "",
)
_LAST_CLOSED = Statement("SELECT max(month) FROM closed_period")


def plan(session: Session, products: Sequence[int], from_day: date, *, hold: bool = False) -> Plan:
    """What counting `products` anew from a day on would change; `hold` locks their pools first.

    Where only other goods of the same worth would have gone, nothing changes.
    """
    replay = REPLAYS[settings_of(session).costing]
    wanted = sorted(set(products))
    if hold:
        hold_pools(session, wanted)
    history = _History(session, wanted)
    first = max(from_day, first_open_day(session))
    left: tuple[RecostedLine, ...] = ()
    if from_day < first:
        earlier = (each for each in history.counted(replay, from_day) if each.source_day < first)
        left = tuple(each for each in earlier if each.amount)
    lines = tuple(history.counted(replay, first))
    return Plan(lines if any(each.amount for each in lines) else (), left, first)


def first_open_day(session: Session) -> date:
    """The first day that may still be posted to (decisions 12)."""
    [closed] = _LAST_CLOSED.one(session)
    return first_of(month_after(closed) if closed else settings_of(session).start_month)


class _History:
    """The events of some products, each knowing the line it stands for."""

    def __init__(self, session: Session, products: Sequence[int]) -> None:
        self._lines: dict[int, dict[Line, list[Event]]] = {}
        self._first: dict[_Went, Event] = {}
        self._by_move: dict[tuple[int, int], Event] = {}
        moves = _MOVES.all(session, products=products)
        returned = dict(_returned_from(session, products)) if _any(moves, RETURNED) else {}
        reversed_by = dict(_reversed_by(session, moves)) if _any(moves, REVERSAL) else {}
        settings = settings_of(session)
        by_warehouse = settings.cost_scope == "warehouse"
        for row in moves:
            self._take(row, returned, reversed_by, by_warehouse=by_warehouse)
        if settings.costing == "fifo":
            self._learn_layers(session, products, moves)
        for product, source, number, place, lot, part, amount in _EARLIER.all(
            session, products=products
        ):
            self._amend(product, (source, number, place, lot), part, int(amount))

    def counted(self, replay: Replay, start: date) -> Iterator[RecostedLine]:
        """What a replay from a day on would change."""
        for product, lines in self._lines.items():
            named = [(line, event) for line, events in lines.items() for event in events]
            for _line, event in named:
                event.back = event.back_worth = 0
            replay([event for _line, event in named], start)
            for line, event in sorted(named, key=lambda each: (each[1].day, each[1].seq)):
                yield from _changes(product, line, event)

    def _take(
        self,
        row: Row,
        returned: Mapping[Source, Source],
        reversed_by: Mapping[str, str],
        *,
        by_warehouse: bool,
    ) -> None:
        product, place, lot, pool, seq, day, kind, quantity, amount, source, number, move = row
        if kind == RECOSTED:
            return
        lines = self._lines.setdefault(product, {})
        line = (source, number, place, lot)
        if quantity == 0 and line in lines:
            lines[line][-1].loose += amount
            self._by_move[pool, move] = lines[line][-1]
            return
        event = Event(pool, date.fromisoformat(day), seq, quantity, amount, number=move)
        self._by_move[pool, move] = event
        if kind == REVERSAL or (quantity == 0 and source in reversed_by):
            self._mirror(event, lines.get((reversed_by.get(source, ""), number, place, lot)))
        elif kind == RETURNED:
            self._return(event, product, lot, returned.get((source, number)))
        elif kind == MOVED:
            first = self._first.get((product, lot, (source, number)))
            _transfer(event, first, by_warehouse=by_warehouse)
        elif quantity < 0:
            event.worth = Worth.AVERAGE
        lines.setdefault(line, []).append(event)
        self._first.setdefault((product, lot, (source, number)), event)

    def _mirror(self, event: Event, origins: Sequence[Event] | None) -> None:
        if origins:
            event.origin = origins[0]
            event.worth = Worth.KEPT if origins[0].worth is Worth.KEPT else Worth.MIRROR

    def _return(self, event: Event, product: int, lot: int, origin: Source | None) -> None:
        """Goods from customers at what they went for; without an original, and to suppliers, at the average."""
        if origin is None:
            event.worth = Worth.AVERAGE
            return
        event.origin = self._first.get((product, lot, origin))
        if event.quantity > 0 and event.origin is not None:
            event.worth = Worth.SHARE

    def _learn_layers(
        self, session: Session, products: Sequence[int], moves: Iterable[Row]
    ) -> None:
        """What each line did to the layers of its pool, earlier recosts included."""
        changed = {
            (number, line): self._lines[product][source, source_line, place, lot][0]
            for number, line, product, source, source_line, place, lot in _RECOST_LINES.all(
                session, products=products
            )
        }
        for row in moves:
            if row[6] == RECOSTED:
                event = self._by_move[row[3], row[11]] = changed[row[9], row[10]]
                event.recosted = True
        for pool, move, layer, day, quantity, amount, origin, part in _PARTS.all(
            session, products=products
        ):
            event = self._by_move[pool, move]
            event.parts.append(LayerPart(layer, day, quantity, amount, origin))
            event.part = event.part or part

    def _amend(self, product: int, line: Line, part: str, amount: int) -> None:
        """What an earlier recost wrote is in the books for this line."""
        [event, *_rest] = self._lines[product][line]
        if part == Part.GOODS:
            event.goods += amount
            event.amended += amount
        else:
            event.loose += amount


def _transfer(event: Event, first: Event | None, *, by_warehouse: bool) -> None:
    """With one cost for the company nothing changes; by warehouse goods come in at what they went out for."""
    if not by_warehouse:
        event.worth = Worth.KEPT
    elif event.quantity < 0:
        event.worth = Worth.AVERAGE
    elif first is not None:
        event.worth, event.origin = Worth.FOLLOWED, first


def _any(moves: Iterable[Row], kind: str) -> bool:
    return any(row[6] == kind for row in moves)


def _changes(product: int, line: Line, event: Event) -> Iterator[RecostedLine]:
    source, number, place, lot = line
    told = [
        (part, booked, amount)
        for part, booked, amount in zip(
            (Part.GOODS, Part.TRUE_UP), (event.goods, event.loose), event.change, strict=True
        )
        if amount
    ]
    layers = change_of(event)
    if layers and not told:
        told = [(Part.LAYERS, 0, 0)]
    for (part, booked, amount), parts in zip(told, _split(event, layers, told), strict=True):
        yield RecostedLine(
            product, place, lot, source, number, event.day, part, booked, amount, parts
        )


def _split(
    event: Event, layers: tuple[LayerPart, ...], told: Sequence[tuple[Part, int, int]]
) -> list[tuple[LayerPart, ...]]:
    """The changes of layers for each of what is told of a line, so that they add up to its amount."""
    known = layers or tuple(replace(part, origin=None) for part in event.new_parts[:1])
    if not known or not told:
        return [()] * len(told)
    beside = [replace(known[0], quantity=0, amount=amount) for *_told, amount in told[1:]]
    less = [replace(part, amount=-part.amount) for part in beside]
    return [tuple(netted((*layers, *less))), *((part,) for part in beside)]


@cache
def _returns() -> tuple[tuple[str, Statement], ...]:
    """For each kind of document whose lines follow an original's: the question which they follow."""
    found = []
    for table in document_tables():
        lines = Base.metadata.tables.get(f"{table.name}_line")
        original = _original(table)
        if lines is not None and original and "from_line" in lines.columns:
            found.append((table.name, _followed(table.name, original)))
    return tuple(found)


def _original(table: Table) -> str:
    column = table.columns.get("original_id")
    keys = [] if column is None else list(column.foreign_keys)
    return str(keys[0].column.table.name) if keys else ""


def _followed(kind: str, original: str) -> Statement:
    sql = (
        f'SELECT d.number, l.line_no, o.number, l.from_line FROM "{kind}_line" l '
        f'JOIN "{kind}" d ON d.id = l.document_id JOIN "{original}" o ON o.id = d.original_id '
        "WHERE d.number IS NOT NULL AND l.from_line IS NOT NULL AND l.product_id"
    )
    return _of_products(sql, "")


def _returned_from(session: Session, products: Sequence[int]) -> Iterator[tuple[Source, Source]]:
    for _kind, statement in _returns():
        for number, line, original, from_line in statement.all(session, products=products):
            yield (number, line), (original, from_line)


@cache
def _reversals() -> tuple[Statement, ...]:
    return tuple(
        Statement(
            f'SELECT r.number, o.number FROM "{table.name}" r JOIN "{table.name}" o '
            f"ON o.id = r.reverses_id WHERE r.number IN {among('numbers')}",
            postgresql=f'SELECT r.number, o.number FROM "{table.name}" r JOIN "{table.name}" o '
            "ON o.id = r.reverses_id WHERE r.number = ANY(:numbers)",
        )
        for table in document_tables()
    )


def _reversed_by(session: Session, moves: Iterable[Row]) -> Iterator[tuple[str, str]]:
    numbers = sorted({row[9] for row in moves if row[6] == REVERSAL or row[7] == 0})
    for statement in _reversals():
        yield from ((red, number) for red, number in statement.all(session, numbers=numbers))

"""What orders still promise: read from their open lines, and kept as sums by product and warehouse.

Whatever changes an order or what followed it does so inside `keeping_promises`, which writes the difference between
before and after. The sums are written last of all, so they take part in no order of locks but their own.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache

from sqlalchemy.orm import Session

from jxc_desktop.core.document import State
from jxc_desktop.core.document_checks import rows_of
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import QUANTITY_PLACES, trimmed
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.papers import Family
from jxc_desktop.stock.ordering.kinds import ALLOCATED, OrderKind
from jxc_desktop.stock.ordering.transit_kind import coming_sql

Open = dict[tuple[int, int], int]
"""(product, warehouse) → base quantity still promised."""

_KEEP = Statement(
    "INSERT INTO stock_promise (product_id, warehouse_id, allocated, on_order) "
    "VALUES (:product, :warehouse, :allocated, :on_order) "
    "ON CONFLICT (product_id, warehouse_id) DO UPDATE SET "
    "allocated = stock_promise.allocated + excluded.allocated, "
    "on_order = stock_promise.on_order + excluded.on_order",
    changes="stock_promise",
)


def fulfilled_of(session: Session, kind: OrderKind, order_id: int) -> dict[int, int]:
    """Base quantity by line that followed an order; lines nothing followed are missing."""
    if not kind.followers:
        return {}
    return {int(line): int(sum_) for line, sum_ in kind.fulfilled.all(session, order=order_id)}


def lock_order(session: Session, kind: OrderKind, order_id: int) -> State:
    """Hold an order until the transaction ends; its state."""
    row = kind.locked.first(session, order=order_id)
    if row is None:
        raise NotFound(translate("stock", "订单不存在了。刷新后再看"))
    return State(row[0])


def order_of(session: Session, family: Family, column: str, number: str) -> int | None:
    """The order that document `number` follows, named by `column` of its header."""
    row = _naming(family.kind, column).first(session, number=number)
    return None if row is None else row[0]


@cache
def _naming(kind: str, column: str) -> Statement:
    return Statement(f"SELECT {column} FROM {kind} WHERE number = :number")


@contextmanager
def keeping_promises(session: Session, kind: OrderKind, order_id: int | None) -> Iterator[None]:
    """Keep the sums right over whatever happens to an order inside; harmless without one."""
    if order_id is None or not kind.promises:
        yield
        return
    before = _open(session, kind, order_id)
    yield
    after = _open(session, kind, order_id)
    changes = {key: after.get(key, 0) - before.get(key, 0) for key in before.keys() | after.keys()}
    allocates = kind.promises == ALLOCATED
    add_promises(
        session,
        (
            (product, warehouse, change if allocates else 0, 0 if allocates else change)
            for (product, warehouse), change in sorted(changes.items())
            if change
        ),
    )


def add_promises(session: Session, changes: Iterable[tuple[int, int, int, int]]) -> None:
    """Add to the sums (product, warehouse, allocated, on order), in everybody's order."""
    columns = ("product", "warehouse", "allocated", "on_order")
    _KEEP.run_many(session, (dict(zip(columns, each, strict=True)) for each in changes))


def _open(session: Session, kind: OrderKind, order_id: int) -> Open:
    """What an approved order still promises; nothing for any other."""
    row = kind.locked.first(session, order=order_id)
    if row is None or row[0] != State.APPROVED:
        return {}
    done = fulfilled_of(session, kind, order_id)
    found: Open = {}
    for line, product, quantity, tracked in kind.ordered.all(session, order=order_id):
        if tracked:
            key = (product, row[1])
            found[key] = found.get(key, 0) + max(quantity - done.get(line, 0), 0)
    return found


def own_promise(
    session: Session, kind: OrderKind, number: str, warehouse_id: int | None
) -> dict[int, int]:
    """What order `number` still promises of each product in a warehouse, in base units; nothing without one."""
    if not number or not kind.promises:
        return {}
    rows = _own(kind).all(session, number=number, warehouse=warehouse_id)
    return {int(product): int(left) for product, left in rows}


@cache
def _own(kind: OrderKind) -> Statement:
    return Statement(
        f"SELECT product_id, sum(CASE WHEN left_over > 0 THEN left_over ELSE 0 END) FROM ("
        f"SELECT l.product_id, l.base_quantity - ({kind.fulfilled_sql('o', 'l')}) AS left_over "
        f"FROM {kind.kind} o JOIN {kind.lines} l ON l.document_id = o.id "
        "WHERE o.number = :number AND o.state = 'approved' AND o.warehouse_id = :warehouse) x "
        "GROUP BY product_id"
    )


def wrong_promises(session: Session, kind: OrderKind) -> Iterator[str]:
    """Sums that are not what the open lines of approved orders come to (I21)."""
    for product, place, kept, promised in rows_of(
        session,
        "SELECT p.name, w.name, x.kept, x.promised FROM (SELECT product_id, warehouse_id, "
        "sum(kept) AS kept, sum(promised) AS promised FROM ("
        f"SELECT product_id, warehouse_id, {kind.promises} AS kept, 0 AS promised FROM stock_promise "
        f"UNION ALL SELECT product_id, warehouse_id, 0, CASE WHEN left_over > 0 THEN left_over "
        f"ELSE 0 END FROM (SELECT l.product_id, o.warehouse_id, l.base_quantity - "
        f"({kind.fulfilled_sql('o', 'l')}) AS left_over FROM {kind.kind} o "
        f"JOIN {kind.lines} l ON l.document_id = o.id JOIN product t ON t.id = l.product_id "
        "WHERE o.state = 'approved' AND t.track_stock = 1) y "
        f"UNION ALL SELECT product_id, warehouse_id, 0, left_over FROM ({coming_sql(kind.promises)}) z) s "
        "GROUP BY product_id, warehouse_id HAVING sum(kept) <> sum(promised)) x "
        "JOIN product p ON p.id = x.product_id JOIN warehouse w ON w.id = x.warehouse_id",
    ):
        yield translate(
            "stock", "{place}的 {product}：订单占用或在途记着 {kept}，未完订单合计 {promised}"
        ).format(
            place=place,
            product=product,
            kept=trimmed(int(kept), QUANTITY_PLACES),
            promised=trimmed(int(promised), QUANTITY_PLACES),
        )


def wrong_links(session: Session, kind: OrderKind) -> Iterator[str]:
    """Lines of followers that name a line which is not in the order, or is of other goods."""
    for follower in kind.followers:
        for number, line in rows_of(
            session,
            f"SELECT d.number, f.line_no FROM {follower.kind} d JOIN {follower.kind}_line f "
            f"ON f.document_id = d.id LEFT JOIN {kind.lines} l "
            f"ON l.document_id = d.{follower.names} AND l.line_no = f.{follower.line} "
            f"WHERE d.{follower.names} IS NOT NULL AND f.{follower.line} IS NOT NULL "
            "AND (l.product_id IS NULL OR l.product_id <> f.product_id)",
        ):
            yield translate(
                "stock", "{number} 第 {line} 行指着的订单行不存在，或是别的商品"
            ).format(number=number, line=line)

"""Which goods are due to be counted: those longest not counted, or those of a class by what went out of them (ABC)."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.periods import month_of
from jxc_desktop.shop.actor import needs

DUE = 20
"""How many goods are proposed at a time."""
CLASSES = ("A", "B", "C")
A, B = 70, 90
"""Class A is the goods that make up so many per cent of all, B those up to the second (domain.md §5)."""
_MONTHS = 12

_LONGEST = Statement(
    "SELECT l.product_id FROM stock_level l JOIN product p ON p.id = l.product_id "
    "LEFT JOIN (SELECT c.product_id, max(c.counted_at) AS last FROM stock_count_line c "
    "JOIN stock_count d ON d.id = c.document_id WHERE d.warehouse_id = :warehouse "
    "AND d.state = 'posted' AND d.reverses_id IS NULL GROUP BY c.product_id) x "
    "ON x.product_id = l.product_id WHERE l.warehouse_id = :warehouse AND p.track_stock = 1 "
    "GROUP BY l.product_id, p.code HAVING sum(l.quantity) <> 0 "
    "ORDER BY coalesce(max(x.last), 0), p.code LIMIT :most"
)
_WENT_OUT = Statement(
    "SELECT l.product_id, coalesce(max(m.worth), 0) FROM stock_level l "
    "JOIN product p ON p.id = l.product_id LEFT JOIN (SELECT product_id, sum(out_amount) AS worth "
    "FROM stock_month WHERE warehouse_id = :warehouse AND month >= :first GROUP BY product_id) m "
    "ON m.product_id = l.product_id WHERE l.warehouse_id = :warehouse AND p.track_stock = 1 "
    "GROUP BY l.product_id, p.code HAVING sum(l.quantity) <> 0 "
    "ORDER BY coalesce(max(m.worth), 0) DESC, p.code"
)


@needs("stock_count.view")
def longest_uncounted(session: Session, warehouse_id: int, most: int = DUE) -> list[int]:
    """Products that lie in a warehouse, those never counted there first, then the longest not counted."""
    rows = _LONGEST.all(session, warehouse=warehouse_id, most=most)
    return [row[0] for row in rows]


@needs("stock_count.view")
def goods_of_class(session: Session, warehouse_id: int, wanted: str) -> list[int]:
    """Products in a warehouse that are of class A, B or C by the cost of what went out in twelve months."""
    first = _months_before(clock_of(session).today(), _MONTHS)
    rows = _WENT_OUT.all(session, warehouse=warehouse_id, first=month_of(first))
    classes = classes_of([int(row[1]) for row in rows])
    return [row[0] for row, own in zip(rows, classes, strict=True) if own == wanted]


def classes_of(worths: Sequence[int], a: int = A, b: int = B) -> list[str]:
    """The class of each of `worths`, the most first; what crosses a limit is of the class above, nothing is of C."""
    whole, before, classes = sum(each for each in worths if each > 0), 0, []
    for worth in worths:
        share = 100 * before
        upper = "A" if share < a * whole else "B" if share < b * whole else "C"
        classes.append(upper if worth > 0 else "C")
        before += worth
    return classes


def _months_before(day: date, count: int) -> date:
    years, month = divmod(day.month - 1 - count, 12)
    return date(day.year + years, month + 1, 1)

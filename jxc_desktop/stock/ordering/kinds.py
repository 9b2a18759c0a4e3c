"""What one kind of order says about itself: its tables, who follows it, and what it promises."""

from dataclasses import dataclass
from functools import cached_property

from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.papers import Family

ALLOCATED, ON_ORDER = "allocated", "on_order"
COUNTING = "('posted', 'reversed', 'approved', 'closed')"
"""States in which a follower counts: booked documents with their mirrors, and orders that were approved."""


@dataclass(frozen=True, slots=True)
class Follower:
    """A kind of document that fulfils an order; its header names the order in column `names`.

    Its lines name the order's line in column `line`.
    """

    kind: str
    names: str
    line: str = "from_line"


@dataclass(frozen=True)
class OrderKind:
    """An order's tables and followers. `promises` is the column of `StockPromise` it fills, "" for none.

    Of a `bounded` one no more can follow than it says; a mere wish may be exceeded.
    """

    family: Family
    followers: tuple[Follower, ...]
    promises: str = ""
    bounded: bool = True

    @property
    def kind(self) -> str:
        """The order's word, which is also its table."""
        return self.family.kind

    @cached_property
    def lines(self) -> str:
        """The table of its lines."""
        return str(self.family.parts[0].__tablename__)

    @cached_property
    def priced(self) -> bool:
        """Whether its lines bear prices, which what follows takes over."""
        return hasattr(self.family.parts[0], "price")

    @cached_property
    def fulfilled(self) -> Statement:
        """Σ base quantity by line of one order, of all that followed it."""
        union = " UNION ALL ".join(
            f"SELECT l.{each.line} AS line, l.base_quantity AS quantity FROM {each.kind}_line l "
            f"JOIN {each.kind} d ON d.id = l.document_id "
            f"WHERE d.{each.names} = :order AND d.state IN {COUNTING} AND l.{each.line} IS NOT NULL"
            for each in self.followers
        )
        return Statement(f"SELECT line, sum(quantity) FROM ({union}) x GROUP BY line")

    @cached_property
    def named(self) -> Statement:
        """The order's id by its number."""
        return Statement(f"SELECT id FROM {self.kind} WHERE number = :number")

    @cached_property
    def locked(self) -> Statement:
        """The order's state by its id, held until the transaction ends."""
        plain = f"SELECT state, warehouse_id FROM {self.kind} WHERE id = :order"
        return Statement(plain, postgresql=f"{plain} FOR UPDATE")

    @cached_property
    def ordered(self) -> Statement:
        """(line, product, base quantity, kept in stock) of one order."""
        return Statement(
            f"SELECT l.line_no, l.product_id, l.base_quantity, p.track_stock FROM {self.lines} l "
            "JOIN product p ON p.id = l.product_id WHERE l.document_id = :order ORDER BY l.line_no"
        )

    def fulfilled_sql(self, order: str, line: str) -> str:
        """SQL: how much of a line was fulfilled, where `order` and `line` are aliases of header and line."""
        sums = (
            f"coalesce((SELECT sum(f.base_quantity) FROM {each.kind}_line f JOIN {each.kind} d "
            f"ON d.id = f.document_id WHERE d.{each.names} = {order}.id AND d.state IN {COUNTING} "
            f"AND f.{each.line} = {line}.line_no), 0)"
            for each in self.followers
        )
        return " + ".join(sums) or "0"

"""The figures again, in plain Python from the raw rows of lines, moves and legs."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.orm import Session


@dataclass(frozen=True)
class TruthLine:
    number: str
    day: str
    product: str
    quantity: int
    net: int
    tax: int
    gross: int
    cost: int
    customer: str
    person: str
    at: int
    warehouse: str


SOLD = (
    (
        "sales_delivery",
        1,
        "(SELECT customer_code FROM partner WHERE id = d.partner_id)",
        "d.salesperson",
    ),
    (
        "sales_return",
        -1,
        "(SELECT customer_code FROM partner WHERE id = d.partner_id)",
        "coalesce((SELECT s.salesperson FROM sales_delivery s WHERE s.id = d.original_id), '')",
    ),
    ("pos_sale", 1, "''", "'owner'"),
    ("pos_return", -1, "''", "'owner'"),
)


def sold_lines(session: Session, first: str, last: str) -> list[TruthLine]:
    """Every line that counts as sold, in posting order within its kind."""
    moves = moved(session)
    found = []
    for table, sign, customer, person in SOLD:
        rows = session.execute(
            text(
                f"SELECT d.number, d.day, p.code, l.line_no, l.base_quantity, l.net, l.tax, l.gross, "
                f"{customer}, {person}, d.posted_at, w.code FROM {table}_line l JOIN {table} d ON d.id = l.document_id "
                f"JOIN product p ON p.id = l.product_id JOIN warehouse w ON w.id = d.warehouse_id "
                f"WHERE d.number IS NOT NULL AND d.day >= :first AND d.day <= :last"
            ),
            {"first": first, "last": last},
        )
        for number, day, product, line, quantity, net, tax, gross, *rest in rows:
            found.append(
                TruthLine(
                    number, day, product, sign * quantity, sign * net, sign * tax, sign * gross,
                    -moves[number, line], *rest,
                )
            )  # fmt: skip
    return found


def moved(session: Session) -> dict[tuple[str, int], int]:
    """Σ amount of the moves of each document line."""
    sums: dict[tuple[str, int], int] = defaultdict(int)
    for source, line, amount in session.execute(
        text("SELECT source, source_line, amount FROM move")
    ):
        sums[source, line] += amount
    return sums


def moves(session: Session) -> list[tuple[str, str, str, int, int]]:
    """Product, day, kind, quantity, amount of every move."""
    rows = session.execute(
        text(
            "SELECT p.code, m.day, m.kind, m.quantity, m.amount FROM move m "
            "JOIN product p ON p.id = m.product_id ORDER BY m.id"
        )
    )
    return [tuple(row) for row in rows]


def legs(session: Session) -> list[tuple[str, str, int, int, str]]:
    """Account, day, debit, credit, source of every leg in order."""
    rows = session.execute(
        text(
            "SELECT l.account, l.day, l.debit, l.credit, e.source FROM leg l "
            "JOIN entry e ON e.id = l.entry_id ORDER BY l.day, l.entry_id, l.leg_no"
        )
    )
    return [tuple(row) for row in rows]

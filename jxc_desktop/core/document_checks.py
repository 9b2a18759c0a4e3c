"""Rules that hold for documents of every kind, as SQL over whatever document tables the shop has.

A document's table declares itself (`guard="document"`), its line tables name it as their parent, so a new kind of
document is checked from its first day.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Table
from sqlalchemy.orm import Session

from jxc_desktop.core.document import MIRRORED
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.core.schema import Base
from jxc_desktop.core.sql import Row, Statement

MOST = 50
"""Problems told by one check; the rest are of the same kind."""
POSTED = "('posted', 'reversed')"
APPROVED = "('approved', 'closed')"
"""The states in which an order stands as it was approved."""


def document_tables() -> list[Table]:
    """The header table of every kind of document."""
    return [t for t in Base.metadata.sorted_tables if t.info.get("guard") == "document"]


def part_tables(kind: str) -> list[Table]:
    """The tables of a document's lines, payments and the like."""
    return [
        t
        for t in Base.metadata.sorted_tables
        if t.info.get("guard") == "lines" and t.info.get("parent") == kind
    ]


def yuan(fen: Any) -> str:
    """Fen as text for a sentence; sums come as Decimal from PostgreSQL."""
    return text_of(int(fen), MONEY_PLACES)


def rows_of(session: Session, sql: str) -> list[Row]:
    """At most `MOST` rows of a checking query."""
    return Statement(f"{sql} LIMIT {MOST}").all(session)


def wrong_reversals(session: Session, kinds: Iterable[Table]) -> Iterator[str]:
    """Reversals that do not exactly undo their document, or whose document does not say so (I13)."""
    for table in kinds:
        yield from _wrong_pairs(session, table)
        yield from _wrong_states(session, table)
        for part in part_tables(table.name):
            yield from _wrong_parts(session, table, part)


def _wrong_pairs(session: Session, table: Table) -> Iterator[str]:
    turned = [c.name for c in table.columns if c.name in MIRRORED]
    unequal = " OR ".join(f"r.{name} + o.{name} <> 0" for name in turned)
    for red, number in rows_of(
        session,
        f'SELECT r.number, o.number FROM "{table.name}" r JOIN "{table.name}" o '
        f"ON o.id = r.reverses_id WHERE r.state IN {POSTED} AND "
        f"({unequal} OR o.reverses_id IS NOT NULL OR r.day < o.day)",
    ):
        yield translate("checks", "红字单 {red} 不是 {number} 的相反数").format(
            red=red, number=number
        )


def _wrong_states(session: Session, table: Table) -> Iterator[str]:
    for number, state in rows_of(
        session,
        f'SELECT o.number, o.state FROM "{table.name}" o LEFT JOIN "{table.name}" r '
        f"ON r.reverses_id = o.id AND r.state IN {POSTED} "
        "WHERE (o.state = 'reversed') <> (r.id IS NOT NULL)",
    ):
        said = (
            translate("checks", "{number} 标着已红冲，却没有红字单")
            if state == "reversed"
            else translate("checks", "{number} 有红字单，却没有标成已红冲")
        )
        yield said.format(number=number)


def _wrong_parts(session: Session, table: Table, part: Table) -> Iterator[str]:
    keys = {c.name for c in part.primary_key.columns} - {"document_id"}
    names = [c.name for c in part.columns if c.name not in {"document_id", *keys}]
    differs = " OR ".join(
        f"b.{name} + a.{name} <> 0" if name in MIRRORED else f"b.{name} IS DISTINCT FROM a.{name}"
        for name in names
    )
    same = " AND ".join(f"b.{key} = a.{key}" for key in sorted(keys))
    lines = (
        f"SELECT r.number AS red, o.id AS old, r.id AS new, o.number AS number "
        f'FROM "{table.name}" r JOIN "{table.name}" o ON o.id = r.reverses_id '
        f"WHERE r.state IN {POSTED}"
    )
    for red, number in rows_of(
        session,
        f'SELECT DISTINCT p.red, p.number FROM ({lines}) p JOIN "{part.name}" a ON a.document_id = p.old '
        f'LEFT JOIN "{part.name}" b ON b.document_id = p.new AND {same} '
        f"WHERE b.document_id IS NULL OR {differs}",
    ):
        yield translate("checks", "红字单 {red} 的明细不是 {number} 的相反数").format(
            red=red, number=number
        )


def wrong_totals(session: Session, kind: str, lines: str, *, states: str = POSTED) -> Iterator[str]:
    """Documents in `states` whose total is not the sum of their lines, or whose net and tax miss gross (I7)."""
    for number, total, net, tax, gross in rows_of(
        session,
        f"SELECT d.number, d.total, coalesce(sum(l.net), 0), coalesce(sum(l.tax), 0), "
        f'coalesce(sum(l.gross), 0) FROM "{kind}" d LEFT JOIN "{lines}" l ON l.document_id = d.id '
        f"WHERE d.state IN {states} GROUP BY d.id, d.number, d.total "
        "HAVING d.total <> coalesce(sum(l.gross), 0) OR sum(l.net + l.tax - l.gross) <> 0 "
        "OR count(l.line_no) = 0 OR max(abs(l.net + l.tax - l.gross)) <> 0",
    ):
        yield translate(
            "checks", "{number} 合计 {total}，明细 {net} + 税 {tax}，价税合计 {gross}，对不上"
        ).format(number=number, total=yuan(total), net=yuan(net), tax=yuan(tax), gross=yuan(gross))


def wrong_reductions(session: Session, kind: str, lines: str, whole: str) -> Iterator[str]:
    """Posted documents whose order discount (`whole`, SQL over d) is not what their lines bear."""
    for number, given, borne in rows_of(
        session,
        f'SELECT d.number, {whole}, coalesce(sum(l.reduction), 0) FROM "{kind}" d '
        f'LEFT JOIN "{lines}" l ON l.document_id = d.id WHERE d.state IN {POSTED} '
        f"GROUP BY d.id HAVING {whole} <> coalesce(sum(l.reduction), 0)",
    ):
        yield translate("checks", "{number} 整单优惠 {given}，摊到明细的是 {borne}").format(
            number=number, given=yuan(given), borne=yuan(borne)
        )

"""What comes back of a document of goods: each figure its share of the original line, the last takes the remainder.

Price, tax and cost are those of the original (domain.md T5–T7), so a document returned in parts is undone exactly.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput, Refused, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import QUANTITY_PLACES, div_half_up, trimmed
from jxc_desktop.core.schema import Base
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.papers import parts_of
from jxc_desktop.stock.lot_drafts import LotShare
from jxc_desktop.stock.moved import Moved, moved_by_lot, summed
from jxc_desktop.stock.priced import at_line
from jxc_desktop.stock.returned_lots import lots_back

SHARED = ("base_quantity", "net", "gross", "reduction")


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """How much of line `from_line` of the original comes back, in 1e-4 of that line's unit, and of which lots."""

    from_line: int
    quantity: int
    lots: tuple[LotShare, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where returned lines come from: the lines of the original, and the table of earlier returns.

    `exchanges` names the documents that sell and take back at once, as lines with a `from_line` and negative sums.
    """

    lines: type[Base]
    returns: str
    exchanges: str = ""

    @property
    def kinds(self) -> dict[str, int]:
        """The kinds of documents by which goods come back, each with the sign of their lines."""
        return {self.returns: 1} | ({self.exchanges: -1} if self.exchanges else {})


def _came(kind: str) -> tuple[str, str]:
    """The lines that came back by documents of a kind, as SQL: where they stand, and which count."""
    return (
        f'FROM "{kind}_line" l JOIN "{kind}" d ON d.id = l.document_id',
        "WHERE d.original_id = :original AND d.state IN ('posted', 'reversed') AND l.from_line IS NOT NULL",
    )


@cache
def _returned(source: Source) -> Statement:
    names = ("quantity", *SHARED)
    branches = []
    for kind, sign in source.kinds.items():
        came, kept = _came(kind)
        sums = ", ".join(f"{sign} * l.{name} AS {name}" for name in names)
        branches.append(f"SELECT l.from_line, {sums} {came} {kept}")
    whole = " UNION ALL ".join(branches)
    sums = ", ".join(f"sum({name})" for name in names)
    return Statement(f"SELECT from_line, {sums} FROM ({whole}) y GROUP BY from_line")


@cache
def _returned_cost(source: Source) -> Statement:
    branches = []
    for kind in source.kinds:
        came, kept = _came(kind)
        moved = (
            f"SELECT l.from_line, m.lot_id, m.quantity, m.amount {came} JOIN move m ON m.source = d.number "
            f"AND m.source_line = l.line_no AND m.kind <> 'true_up' {kept}"
        )
        recosted = (
            f"SELECT l.from_line, c.lot_id, 0, c.amount {came} JOIN recost_line c ON c.source = d.number "
            "AND c.source_line = l.line_no AND c.part = 'goods' JOIN recost x ON x.id = c.document_id "
            f"AND x.state IN ('posted', 'reversed') {kept}"
        )
        branches += [moved, recosted]
    whole = " UNION ALL ".join(branches)
    return Statement(
        f"SELECT from_line, lot_id, sum(quantity), sum(amount) FROM ({whole}) y GROUP BY from_line, lot_id"
    )


@cache
def _live(source: Source) -> Statement:
    branches = (
        f"SELECT number FROM \"{kind}\" WHERE original_id = :original AND state = 'posted' "
        "AND reverses_id IS NULL"
        for kind in source.kinds
    )
    return Statement(f"SELECT number FROM ({' UNION ALL '.join(branches)}) y LIMIT 1")


@dataclass(frozen=True, slots=True)
class Original:
    """A document that goods come back from: its rows by line, each with its `cost`, and what came back before.

    `cost` is None for goods without stock; `before` has quantity, shares and cost by line. `went` and `came` tell by
    line what moved of each lot, with the original and with earlier returns.
    """

    header: Mapping[str, Any]
    lines: Mapping[int, Mapping[str, Any]]
    before: Mapping[int, Mapping[str, int]]
    went: Mapping[int, Moved] = field(default_factory=dict)
    came: Mapping[int, Moved] = field(default_factory=dict)

    def left(self, line: int) -> int:
        """How much of a line may still come back, in 1e-4 of its unit."""
        return int(self.lines[line]["quantity"]) - self.came_back(line)

    def came_back(self, line: int) -> int:
        """How much of a line came back before, in 1e-4 of its unit."""
        return self.before.get(line, {}).get("quantity", 0)

    def share(self, wanted: ReturnLine) -> dict[str, Any]:
        """The row of what comes back of a line: each figure its share, the last takes the remainder."""
        line, before = self.lines[wanted.from_line], self.before.get(wanted.from_line, {})
        whole_rest = wanted.quantity == self.left(wanted.from_line)

        def part(name: str) -> int | None:
            whole = line[name]
            if whole is None:
                return None
            left = int(whole) - before.get(name, 0)
            if whole_rest:
                return left
            share = div_half_up(wanted.quantity * whole, line["quantity"])
            # rounding up may use a sum of few fen up before the last piece comes
            return min(share, left) if left >= 0 else max(share, left)

        shares = {name: part(name) for name in (*SHARED, "cost")}
        tax = (shares["gross"] or 0) - (shares["net"] or 0)
        own = {"tax": tax, "quantity": wanted.quantity, "from_line": wanted.from_line}
        return {**line, **shares, **own}


def original_to_return(session: Session, source: Source, header: Mapping[str, Any]) -> Original:
    """A document with what came back of it so far."""
    moved = moved_by_lot(session, header["number"])
    lines = {}
    for row in parts_of(session, source.lines, header["id"]):
        worth = moved.get(row["line_no"])
        lines[row["line_no"]] = {**row, "cost": None if worth is None else abs(summed(worth)[1])}
    came = _came_back(session, source, header["id"])
    return Original(header, lines, _before(session, source, header["id"], came), moved, came)


def returned_lines(
    session: Session, source: Source, header: Mapping[str, Any], wanted: Sequence[ReturnLine]
) -> list[dict[str, Any]]:
    """The lines of the return as rows, each with `cost` in fen (None for goods without stock).

    Raises when a line is not in the original, comes twice, or more comes back than is left of it (I17).
    """
    if not wanted:
        raise InvalidInput(translate("stock", "没有选要退的商品"), field="lines")
    original = original_to_return(session, source, header)
    rows = []
    for number, each in enumerate(wanted, 1):
        _require_line(wanted, number, original)
        _require_left(number, each, original.left(each.from_line))
        rows.append({**_with_lots(session, original, each, number), "line_no": number})
    return rows


def _with_lots(
    session: Session, original: Original, each: ReturnLine, number: int
) -> dict[str, Any]:
    """The share of a line with the lots that come back (`lots`), and their cost where there are any."""
    row, line = original.share(each), each.from_line
    went, came = original.went.get(line, {}), original.came.get(line, {})
    try:
        lots = lots_back(session, row, went, came, each.lots)
    except UserError as error:
        raise at_line(error, number - 1) from None
    if lots:
        row["cost"] = sum(lot.cost for lot in lots)
    return {**row, "lots": lots}


def require_nothing_back(session: Session, source: Source, header: Mapping[str, Any]) -> None:
    """Refuse to take a whole document back of which goods came back before; the caller holds it (`original_header`)."""
    found = _live(source).first(session, original=header["id"])
    if found is not None:
        raise Refused(
            translate("stock", "{number} 已有退货 {other}。先红冲 {other}").format(
                number=header["number"], other=found[0]
            ),
            field="number",
        )


def _came_back(session: Session, source: Source, original_id: int) -> dict[int, Moved]:
    """What earlier returns moved of each line, by lot."""
    came: dict[int, Moved] = {}
    for line, lot, quantity, cost in _returned_cost(source).all(session, original=original_id):
        came.setdefault(line, {})[lot] = int(quantity), int(cost)
    return came


def _before(
    session: Session, source: Source, original_id: int, came: Mapping[int, Moved]
) -> dict[int, dict[str, int]]:
    """What earlier returns took of each line; costs count as positive whichever way the goods went."""
    names = ("quantity", *SHARED)
    taken = {
        line: dict(zip(names, map(int, sums), strict=True))
        for line, *sums in _returned(source).all(session, original=original_id)
    }
    for line, moved in came.items():
        taken[line]["cost"] = abs(summed(moved)[1])
    return taken


def _require_line(wanted: Sequence[ReturnLine], number: int, original: Original) -> None:
    line = wanted[number - 1].from_line
    twice = sum(each.from_line == line for each in wanted) > 1
    if line not in original.lines or twice:
        sentence = (
            translate("stock", "第 {line} 行写了两次。合成一行")
            if twice
            else translate("stock", "原单没有第 {line} 行")
        )
        raise InvalidInput(sentence.format(line=line), field=f"lines[{number - 1}].from_line")


def _require_left(number: int, wanted: ReturnLine, left: int) -> None:
    if not 0 < wanted.quantity <= left:
        raise Refused(
            translate("stock", "第 {line} 行最多还能退 {left}").format(
                line=wanted.from_line, left=trimmed(left, QUANTITY_PLACES)
            ),
            field=f"lines[{number - 1}].quantity",
        )

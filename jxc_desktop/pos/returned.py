"""What comes back of a ticket: each figure its share of the original line, the last return takes the remainder.

Price, tax and cost are those of the original (domain.md T5, T6), so a ticket returned in parts is undone exactly.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import QUANTITY_PLACES, div_half_up, trimmed
from jxc_desktop.core.sql import Statement
from jxc_desktop.pos.drafts import ReturnDraft, ReturnLine
from jxc_desktop.pos.models import PosSaleLine
from jxc_desktop.ledger.papers import parts_of
from jxc_desktop.stock.posting import GoodsStep, moved_by_line

SHARED = ("base_quantity", "net", "gross", "reduction")

_RETURNED = Statement(
    "SELECT l.from_line, sum(l.quantity), sum(l.base_quantity), sum(l.net), sum(l.gross), "
    "sum(l.reduction) FROM pos_return_line l JOIN pos_return d ON d.id = l.document_id "
    "WHERE d.original_id = :original AND d.state IN ('posted', 'reversed') GROUP BY l.from_line"
)
_RETURN_COST = Statement(
    "SELECT l.from_line, sum(m.amount) FROM pos_return_line l "
    "JOIN pos_return d ON d.id = l.document_id "
    "JOIN move m ON m.source = d.number AND m.source_line = l.line_no AND m.kind <> 'true_up' "
    "WHERE d.original_id = :original AND d.state IN ('posted', 'reversed') GROUP BY l.from_line"
)


def returned_lines(session: Session, draft: ReturnDraft, original_id: int) -> list[dict[str, Any]]:
    """The lines of the return as rows, each with `cost` in fen (None for goods without stock).

    Raises when a line was not sold, comes twice, or more comes back than is left of it (I17).
    """
    if not draft.lines:
        raise InvalidInput(translate("pos", "没有选要退的商品"), field="lines")
    sold = {row["line_no"]: row for row in parts_of(session, PosSaleLine, original_id)}
    before = _before(session, original_id)
    moved = moved_by_line(session, draft.original)
    rows = []
    for number, wanted in enumerate(draft.lines, 1):
        line = _sold_line(draft, number, sold)
        left = line["quantity"] - before.get(wanted.from_line, {}).get("quantity", 0)
        _require_left(number, wanted, left)
        costs = moved.get(wanted.from_line)
        line = {**line, "cost": None if costs is None else -costs[1]}
        rows.append(_share(number, wanted, line, before.get(wanted.from_line, {}), left))
    return rows


def _before(session: Session, original_id: int) -> dict[int, dict[str, int]]:
    """What earlier returns took of each line."""
    names = ("quantity", *SHARED)
    taken = {
        line: dict(zip(names, map(int, sums), strict=True))
        for line, *sums in _RETURNED.all(session, original=original_id)
    }
    for line, cost in _RETURN_COST.all(session, original=original_id):
        taken[line]["cost"] = int(cost)
    return taken


def _sold_line(
    draft: ReturnDraft, number: int, sold: Mapping[int, dict[str, Any]]
) -> dict[str, Any]:
    wanted = draft.lines[number - 1].from_line
    twice = sum(line.from_line == wanted for line in draft.lines) > 1
    if wanted not in sold or twice:
        sentence = (
            translate("pos", "第 {line} 行写了两次。合成一行")
            if twice
            else translate("pos", "原单没有第 {line} 行")
        )
        raise InvalidInput(sentence.format(line=wanted), field=f"lines[{number - 1}].from_line")
    return sold[wanted]


def _require_left(number: int, wanted: ReturnLine, left: int) -> None:
    if not 0 < wanted.quantity <= left:
        raise Refused(
            translate("pos", "第 {line} 行最多还能退 {left}").format(
                line=wanted.from_line, left=trimmed(left, QUANTITY_PLACES)
            ),
            field=f"lines[{number - 1}].quantity",
        )


def _share(
    number: int, wanted: ReturnLine, sold: Mapping[str, Any], before: Mapping[str, int], left: int
) -> dict[str, Any]:
    def part(name: str) -> int | None:
        whole = sold[name]
        if whole is None:
            return None
        if wanted.quantity == left:
            return int(whole) - before.get(name, 0)
        return div_half_up(wanted.quantity * whole, sold["quantity"])

    shares = {name: part(name) for name in (*SHARED, "cost")}
    net, gross = shares["net"] or 0, shares["gross"] or 0
    return {
        **sold,
        **shares,
        "tax": gross - net,
        "line_no": number,
        "quantity": wanted.quantity,
        "from_line": wanted.from_line,
    }


def returned_step(row: Mapping[str, Any], warehouse_id: int) -> GoodsStep:
    """The goods of a returned line, back into a warehouse at their original cost."""
    return GoodsStep(
        row["line_no"], row["product_id"], warehouse_id, row["base_quantity"], amount=row["cost"]
    )

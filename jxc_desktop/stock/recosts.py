"""重算成本: what goods cost, counted anew in the order of days, booked as differences (domain.md §4.4, T13)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.document_checks import document_tables
from jxc_desktop.core.errors import InvalidInput, Refused
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.ledger.papers import (
    Family,
    Reversal,
    Undone,
    header_of,
    open_paper,
    parts_of,
    reverse_paper,
    write_parts,
)
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import Paper, book
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.stock.cost_models import Recost, RecostLine
from jxc_desktop.stock.goods import GoodsStep
from jxc_desktop.stock.layering import undone_parts
from jxc_desktop.stock.legs import legs_of_adjustment
from jxc_desktop.stock.pools import hold_pools
from jxc_desktop.stock.posting import record_moves, revalue_goods
from jxc_desktop.stock.recosting import RECOSTED, Plan, RecostedLine, first_open_day, plan

RECOST = Family(Recost, (RecostLine,), "重算成本")
SUMMARY = "重算成本"
MOST_SAID = 5
_FLAGGED = Statement(
    "SELECT product_id, min(day) FROM (SELECT product_id, day, last, min(first) OVER "
    "(PARTITION BY product_id ORDER BY day ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS next "
    "FROM (SELECT product_id, day, min(id) AS first, max(id) AS last FROM move "
    "WHERE product_id IN (SELECT product_id FROM stock_month WHERE month >= :month) "
    "AND day >= :first AND quantity <> 0 GROUP BY product_id, day) d) x "
    "WHERE last > next GROUP BY product_id ORDER BY product_id"
)
"""Days of which something was posted after something of a later day; on SQLite the index alone answers."""
_NAMES = Statement(
    f"SELECT id, name FROM product WHERE id IN {among('products')}",
    postgresql="SELECT id, name FROM product WHERE id = ANY(:products)",
)


@dataclass(frozen=True, slots=True)
class RecostDraft:
    """Which products to count anew, from which day; booked on `day`."""

    day: date
    products: tuple[int, ...]
    from_day: date
    remark: str = ""


@needs("recost.view")
def flagged_products(session: Session) -> dict[int, date]:
    """Products of which something was posted on a day before one already posted, with the first such day.

    Only open months count. Whether counting anew changes anything is known by the plan alone.
    """
    return late_products(session)


def late_products(session: Session) -> dict[int, date]:
    """The same, for services that were asked for their own right."""
    first = first_open_day(session)
    rows = _FLAGGED.all(session, first=first.isoformat(), month=first.isoformat()[:7])
    return {product: date.fromisoformat(day) for product, day in rows}


@needs("recost.view")
def waiting_recosts(session: Session) -> Plan:
    """What counting all flagged products anew would change now."""
    return late_plan(session)


@dataclass(frozen=True, slots=True)
class Preview:
    """What the `draft` would change, with the names of its goods by id."""

    draft: RecostDraft
    plan: Plan
    names: dict[int, str]


@needs("recost.view")
def preview(session: Session, *, product_id: int | None, from_day: date | None) -> Preview:
    """What counting one product anew would change, or all that was posted late; from its first late day by itself."""
    flagged = flagged_products(session)
    products = tuple(flagged) if product_id is None else (product_id,)
    late = [flagged[product] for product in products if product in flagged]
    first = from_day or min(late, default=first_open_day(session))
    draft = RecostDraft(clock_of(session).today(), products, first)
    return _preview(session, draft)


@needs("recost.post")
def checked(session: Session, draft: RecostDraft) -> Preview:
    """The same again before it is booked; raises what booking would raise."""
    require_open_period(session, draft.day)
    found = _preview(session, draft)
    require_change(found.plan)
    return found


def _preview(session: Session, draft: RecostDraft) -> Preview:
    found = plan(session, draft.products, draft.from_day)
    products = sorted({line.product_id for line in found.lines})
    return Preview(draft, found, dict(_NAMES.all(session, products=products)))


def late_plan(session: Session) -> Plan:
    """What counting all that was posted late anew would change."""
    late = late_products(session)
    if not late:
        return Plan((), (), first_open_day(session))
    return plan(session, list(late), min(late.values()))


@needs("recost.view")
def foresee_plan(session: Session, draft: RecostDraft) -> Plan:
    """Every line that would change, old cost and difference, and what is left out."""
    return plan(session, draft.products, draft.from_day)


@needs("recost.post")
def post_recost(session: Session, draft: RecostDraft, *, key: Key) -> Posted:
    """Book the differences, line by line in stock and as one sum in the books: Dr 5401 / Cr 1405 or mirrored."""
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    if not draft.products:
        raise InvalidInput(translate("stock", "没有选要重算的商品"), field="products")
    found = plan(session, draft.products, draft.from_day, hold=True)
    require_change(found)
    goods = revalue_goods(session, _steps(found.lines), RECOSTED)
    header = {"day": draft.day, "from_day": found.from_day.isoformat(), "remark": draft.remark}
    document_id = open_paper(session, Recost, header)
    write_parts(session, RecostLine, _rows(found.lines, document_id))
    paper = Paper(RECOST.kind, document_id, Recost.prefix, draft.day, SUMMARY, found.total)
    number = book(session, paper, legs_of_adjustment(found.total))
    record_moves(session, goods, source=number, day=draft.day)
    return remember(session, key, Posted(RECOST.kind, document_id, number, found.total))


@needs("recost.reverse")
def reverse_recost(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take it back: every line the other way; refused once one of its documents was reversed itself."""
    return reverse_paper(session, RECOST, wanted, key=key, undo=_back)


def require_change(found: Plan) -> None:
    """Refuse a recost that has nothing to write, and say why."""
    if found.lines:
        return
    if found.left_out:
        months = listed(sorted({line.month for line in found.left_out}))
        told = translate(
            "stock", "要改的单据都在已结账的月份（{months}），不能重算。差额用成本调整单记在本月"
        )
        raise Refused(told.format(months=months), field="from_day")
    raise Refused(translate("stock", "这些商品的成本没有要改的，不用重算"), field="products")


def _steps(lines: Sequence[RecostedLine]) -> list[GoodsStep]:
    return [
        GoodsStep(
            place,
            line.product_id,
            line.warehouse_id,
            0,
            amount=line.amount,
            lot_id=line.lot_id,
            parts=line.layers,
        )
        for place, line in enumerate(lines, 1)
    ]


def _rows(lines: Sequence[RecostedLine], document_id: int) -> list[dict[str, Any]]:
    return [
        {
            "document_id": document_id,
            "line_no": place,
            "product_id": line.product_id,
            "warehouse_id": line.warehouse_id,
            "lot_id": line.lot_id,
            "source": line.source,
            "source_line": line.source_line,
            "source_day": line.source_day.isoformat(),
            "part": line.part,
            "booked": line.booked,
            "amount": line.amount,
        }
        for place, line in enumerate(lines, 1)
    ]


def _back(session: Session, number: str) -> Undone:
    """Every line's value the other way."""
    head = header_of(session, RECOST.kind, number)
    rows = parts_of(session, RecostLine, head["id"])
    # Before it is asked what was reversed since: a reversal that is under way would be missed.
    hold_pools(session, (row["product_id"] for row in rows))
    _require_standing(session, sorted({row["source"] for row in rows}))
    layers = undone_parts(session, number)
    steps = [
        GoodsStep(
            row["line_no"],
            row["product_id"],
            row["warehouse_id"],
            0,
            amount=-row["amount"],
            lot_id=row["lot_id"],
            parts=layers.get(row["line_no"], ()),
        )
        for row in rows
    ]
    goods = revalue_goods(session, steps, RECOSTED)

    def write(red: str, day: date) -> None:
        record_moves(session, goods, source=red, day=day)

    return Undone((), write)


def _require_standing(session: Session, sources: Sequence[str]) -> None:
    gone = []
    for table in document_tables():
        sql = f"SELECT number FROM \"{table.name}\" WHERE state = 'reversed' AND number"
        found = Statement(f"{sql} IN {among('numbers')}", postgresql=f"{sql} = ANY(:numbers)").all(
            session, numbers=list(sources)
        )
        gone += [number for [number] in found]
    if gone:
        told = translate("stock", "{numbers} 重算以后红冲了，这张重算不能再红冲")
        raise Refused(told.format(numbers=listed(sorted(gone)[:MOST_SAID])), field="number")

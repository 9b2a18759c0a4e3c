"""Counting goods (盘点) while the shop goes on selling: the differences become a gain and a loss in one step.

A line knows what the books said at the moment it was counted. What is sold afterwards changes the books and the shelf
alike, so counted less book stays the difference until the count is posted.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.catalog.categories import tree
from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import InvalidInput, NotFound, Refused, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import QUANTITY_PLACES
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.ledger.papers import (
    Family,
    Reversal,
    Undone,
    open_paper,
    reverse_paper,
    write_parts,
)
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import Paper, book
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.approvals.rules import Facts
from jxc_desktop.shop.approvals.services import held_back
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.stock.count_models import CountScope, StockCount, StockCountLine
from jxc_desktop.stock.holding import hold_for_differences
from jxc_desktop.stock.losses import (
    FOUND,
    LOST,
    Flow,
    LossDraft,
    foreseen_rows,
    post_lost_or_found,
    reverse_lost_or_found,
)
from jxc_desktop.stock.priced import MOST, LineDraft, at_line
from jxc_desktop.stock.reasons import OVER, SHORT, reason_named

COUNT = Family(StockCount, (StockCountLine,), "盘点单")
SKIP, ZERO = "skip", "zero"
"""What becomes of goods in scope that nobody counted: left as they are, or taken for gone."""


@dataclass(frozen=True, slots=True)
class CountedLine:
    """Base units of a product found at `counted_at` (ms UTC), when the books said `book`.

    Without `book` it was counted now. `first` is what an earlier count said.
    """

    product_id: int
    counted: int
    book: int | None = None
    counted_at: int | None = None
    first: int | None = None


@dataclass(frozen=True, slots=True)
class CountDraft:
    """A count as typed; `rest` says what becomes of goods in scope that have no line, "" that all must have one."""

    day: date
    warehouse_id: int
    lines: tuple[CountedLine, ...]
    scope: str = CountScope.CHOSEN
    category_id: int | None = None
    blind: bool = False
    rest: str = ""
    remark: str = ""


_LEVELS = Statement(
    "SELECT product_id, sum(quantity) FROM stock_level "
    f"WHERE warehouse_id = :warehouse AND product_id IN {among('products')} GROUP BY product_id",
    postgresql="SELECT product_id, sum(quantity) FROM stock_level "
    "WHERE warehouse_id = :warehouse AND product_id = ANY(:products) GROUP BY product_id",
)
_IN_SCOPE = (
    "SELECT l.product_id, sum(l.quantity) FROM stock_level l JOIN product p ON p.id = l.product_id "
    "WHERE l.warehouse_id = :warehouse AND p.track_stock = 1 {} "
    "GROUP BY l.product_id HAVING sum(l.quantity) <> 0 ORDER BY l.product_id"
)
_ALL = Statement(_IN_SCOPE.format(""))
_OF_CATEGORIES = Statement(
    _IN_SCOPE.format(f"AND p.category_id IN {among('categories')}"),
    postgresql=_IN_SCOPE.format("AND p.category_id = ANY(:categories)"),
)
_GAIN_OF = Statement(
    "SELECT number FROM stock_gain WHERE count_id = :id AND state = 'posted' AND reverses_id IS NULL"
)
_LOSS_OF = Statement(
    "SELECT number FROM stock_loss WHERE count_id = :id AND state = 'posted' AND reverses_id IS NULL"
)


@needs("stock_count.post")
def post_stock_count(session: Session, draft: CountDraft, *, key: Key) -> Posted:
    """Keep what was counted, and post the differences as a gain and a loss."""
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    rows = list(_rows(session, draft))
    asked = partial(_facts, session, draft, rows)
    if held := held_back(session, COUNT.kind, _as_counted(draft, rows), asked, key):
        return held
    hold_for_differences(
        session, draft.day, (row["product_id"] for row in rows if row["difference"])
    )
    header = {
        "day": draft.day,
        "warehouse_id": draft.warehouse_id,
        "scope": draft.scope,
        "category_id": draft.category_id,
        "blind": draft.blind,
        "remark": draft.remark,
    }
    document_id = open_paper(session, StockCount, header)
    write_parts(session, StockCountLine, ({**row, "document_id": document_id} for row in rows))
    for flow in (FOUND, LOST):
        _settle(session, flow, draft, rows, document_id, key)
    paper = Paper(COUNT.kind, document_id, StockCount.prefix, draft.day, "盘点", 0)
    number = book(session, paper, ())
    return remember(session, key, Posted(COUNT.kind, document_id, number, 0))


@needs("stock_count.reverse")
def reverse_stock_count(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take a count back with the gain and the loss it made."""
    return reverse_paper(session, COUNT, wanted, key=key, undo=partial(_undo, wanted, key))


def differences_of(session: Session, draft: CountDraft) -> list[tuple[Mapping[str, Any], int]]:
    """The lines that differ, each with what posting would make of it now: fen, lost goods negative."""
    rows = list(_rows(session, draft))
    worths = _worths(session, draft, rows)
    return [(row, worths[row["line_no"]]) for row in rows if row["difference"]]


def _worths(
    session: Session, draft: CountDraft, rows: Sequence[Mapping[str, Any]]
) -> dict[int, int]:
    """Fen of each difference by line, as it would be posted now."""
    worths = {}
    for flow in (FOUND, LOST):
        lines = _lines_of(flow, rows)
        if lines:
            for row in foreseen_rows(session, flow, _made(session, flow, draft, lines)):
                worths[row["from_line"]] = flow.sign * row["amount"]
    return worths


def _facts(session: Session, draft: CountDraft, rows: Sequence[Mapping[str, Any]]) -> Facts:
    """What rules look at: a count is due nothing itself, but what it loses counts as a loss."""
    lost = -sum(worth for worth in _worths(session, draft, rows).values() if worth < 0)
    return Facts(draft.day, 0, paid=lost)


def _as_counted(draft: CountDraft, rows: Sequence[Mapping[str, Any]]) -> CountDraft:
    """The count with all that it knew when it was sent, so that later moves change nothing of it."""
    lines = (
        CountedLine(row["product_id"], row["counted"], row["book"], row["counted_at"], row["first"])
        for row in rows
    )
    return replace(draft, lines=tuple(lines), rest=SKIP)


def goods_in_scope(
    session: Session, warehouse_id: int, scope: str, category_id: int | None
) -> dict[int, int]:
    """What the books say lies in a warehouse of goods that are to be counted, by product; what is 0 is left out."""
    if scope == CountScope.ALL:
        return {row[0]: int(row[1]) for row in _ALL.all(session, warehouse=warehouse_id)}
    if scope == CountScope.CATEGORY and category_id is not None:
        below = tree(session).below(category_id)
        rows = _OF_CATEGORIES.all(session, warehouse=warehouse_id, categories=below)
        return {row[0]: int(row[1]) for row in rows}
    return {}


def books_of(session: Session, warehouse_id: int, products: Sequence[int]) -> dict[int, int]:
    """What the books say lies in a warehouse now; products that never came are missing."""
    rows = _LEVELS.all(session, warehouse=warehouse_id, products=sorted(set(products)))
    return {row[0]: int(row[1]) for row in rows}


def _rows(session: Session, draft: CountDraft) -> Iterator[dict[str, Any]]:
    """The lines as rows, those nobody counted among them where they are taken for gone."""
    if draft.scope == CountScope.CATEGORY and draft.category_id not in tree(session).names:
        raise NotFound(translate("stock", "选要盘的类别"), field="category")
    lines = [*draft.lines, *_uncounted(session, draft)]
    if not lines:
        raise InvalidInput(translate("stock", "还没有盘一种商品"), field="lines")
    products = product_facts(session, (line.product_id for line in lines))
    books = books_of(session, draft.warehouse_id, [x.product_id for x in lines if x.book is None])
    now = clock_of(session).milliseconds()
    seen: set[int] = set()
    for place, line in enumerate(lines):
        try:
            _require_count(line, products[line.product_id], seen)
        except UserError as error:
            raise at_line(error, place) from None
        known = books.get(line.product_id, 0) if line.book is None else line.book
        yield {
            "line_no": place + 1,
            "product_id": line.product_id,
            "counted": line.counted,
            "book": known,
            "difference": line.counted - known,
            "counted_at": now if line.counted_at is None else line.counted_at,
            "first": line.first,
        }


def _uncounted(session: Session, draft: CountDraft) -> list[CountedLine]:
    """Goods in scope without a line, as gone; refused while nobody said what becomes of them."""
    if draft.rest == SKIP:
        return []
    counted = {line.product_id for line in draft.lines}
    scope = goods_in_scope(session, draft.warehouse_id, draft.scope, draft.category_id)
    left = [product for product in scope if product not in counted]
    if left and draft.rest != ZERO:
        raise Refused(
            translate(
                "stock", "还有 {count} 种有账面数的商品没盘。继续盘，或选没盘到的不动还是算 0"
            ).format(count=len(left)),
            field="rest",
        )
    return [CountedLine(product, 0) for product in left]


def _require_count(line: CountedLine, product: ProductFacts, seen: set[int]) -> None:
    if line.product_id in seen:
        problem = translate("stock", "{product} 写了两行。合成一行")
        raise InvalidInput(problem.format(product=product.name), field="product")
    seen.add(line.product_id)
    if not product.track_stock:
        problem = translate("stock", "{product} 不管库存，不用盘")
        raise InvalidInput(problem.format(product=product.name), field="product")
    if line.counted < 0:
        raise InvalidInput(translate("stock", "实盘数不能小于 0"), field="counted")
    if line.counted >= MOST:
        problem = translate("stock", "实盘数太大，像是把条码扫进了数量")
        raise InvalidInput(problem, field="counted")
    if line.counted % 10 ** (QUANTITY_PLACES - product.places):
        problem = translate("stock", "{product} 的数量最多 {places} 位小数，按 {unit} 计")
        told = problem.format(product=product.name, places=product.places, unit=product.unit)
        raise InvalidInput(told, field="counted")


def _settle(
    session: Session,
    flow: Flow,
    draft: CountDraft,
    rows: Sequence[Mapping[str, Any]],
    count_id: int,
    key: Key,
) -> None:
    """Post what was found, or lost."""
    lines = _lines_of(flow, rows)
    if lines:
        made = _made(session, flow, draft, lines)
        post_lost_or_found(session, flow, made, key=_own(key, flow), count_id=count_id)


def _lines_of(flow: Flow, rows: Sequence[Mapping[str, Any]]) -> tuple[LineDraft, ...]:
    """What was found, or lost, each line naming that of the count."""
    return tuple(
        LineDraft(row["product_id"], abs(row["difference"]), from_line=row["line_no"])
        for row in rows
        if row["difference"] * flow.sign > 0
    )


def _made(
    session: Session, flow: Flow, draft: CountDraft, lines: tuple[LineDraft, ...]
) -> LossDraft:
    reason = reason_named(session, OVER if flow.gain else SHORT, gain=flow.gain)
    return LossDraft(draft.day, draft.warehouse_id, reason.id, lines)


def _own(key: Key, flow: Flow) -> Key:
    """The key of what a count, or its reversal, posts besides itself."""
    return replace(key, value=f"{key.value}:{flow.move}")


def _undo(wanted: Reversal, key: Key, session: Session, number: str) -> Undone:
    """Take back the gain and the loss of count `number`, as far as nobody did before."""
    [head] = _HEAD.all(session, number=number)
    count_id, day = int(head[0]), date.fromisoformat(head[1])
    hold_for_differences(
        session, wanted.day or max(clock_of(session).today(), day), _products(session, count_id)
    )
    for flow, question in ((FOUND, _GAIN_OF), (LOST, _LOSS_OF)):
        for [made] in question.all(session, id=count_id):
            own = replace(wanted, number=str(made))
            reverse_lost_or_found(session, flow, own, key=_own(key, flow))
    return Undone()


_HEAD = Statement("SELECT id, day FROM stock_count WHERE number = :number")
_DIFFERING = Statement(
    "SELECT product_id FROM stock_count_line WHERE document_id = :id AND difference <> 0"
)


def _products(session: Session, count_id: int) -> Iterator[int]:
    return (int(row[0]) for row in _DIFFERING.all(session, id=count_id))

"""What was counted: the lines of a count beside what the books said, and what is still to be counted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.catalog.categories import tree
from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import InvalidInput, NotFound, Refused, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import QUANTITY_PLACES
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.shop.actor import needs
from jxc_desktop.stock.count_models import CountScope
from jxc_desktop.stock.priced import MOST, at_line

SKIP, ZERO = "skip", "zero"
"""What becomes of goods in scope that nobody counted: left as they are, or taken for gone."""


@dataclass(frozen=True, slots=True)
class CountedLine:
    """Base units of a product found at `counted_at` (ms UTC), when the books said `book`.

    On a blind count `mark` stands for `book`: the last of these goods' moves that the books knew then. With neither it
    was counted now. `first` is what an earlier count said.
    """

    product_id: int
    counted: int
    book: int | None = None
    counted_at: int | None = None
    first: int | None = None
    mark: int | None = None


@dataclass(frozen=True, slots=True)
class Books:
    """What the books know of goods at a moment: `mark` is the last move, 0 for none; `book` None where blind."""

    mark: int
    book: int | None


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
_MARK = (
    "SELECT product_id, max(id) FROM move WHERE warehouse_id = :warehouse AND quantity <> 0 "
    "AND product_id {} GROUP BY product_id"
)
# Moves of a product are written under its pools' locks, so their ids are in the order in which others see them.
_MARKS = Statement(
    _MARK.format(f"IN {among('products')}"), postgresql=_MARK.format("= ANY(:products)")
)
_UP_TO = Statement(
    "SELECT coalesce(sum(quantity), 0) FROM move "
    "WHERE product_id = :product AND warehouse_id = :warehouse AND id <= :mark"
)
_IN_SCOPE = (
    "SELECT l.product_id FROM stock_level l JOIN product p ON p.id = l.product_id "
    "WHERE l.warehouse_id = :warehouse AND p.track_stock = 1 {} "
    "GROUP BY l.product_id HAVING sum(l.quantity) <> 0 ORDER BY l.product_id"
)
_ALL = Statement(_IN_SCOPE.format(""))
_OF_CATEGORIES = Statement(
    _IN_SCOPE.format(f"AND p.category_id IN {among('categories')}"),
    postgresql=_IN_SCOPE.format("AND p.category_id = ANY(:categories)"),
)


@needs("stock_count.view")
def goods_in_scope(
    session: Session, warehouse_id: int, scope: str, category_id: int | None
) -> frozenset[int]:
    """The products that are to be counted: the books say that some lie in the warehouse, not how many."""
    if scope == CountScope.ALL:
        return frozenset(row[0] for row in _ALL.all(session, warehouse=warehouse_id))
    if scope == CountScope.CATEGORY and category_id is not None:
        below = tree(session).below(category_id)
        rows = _OF_CATEGORIES.all(session, warehouse=warehouse_id, categories=below)
        return frozenset(row[0] for row in rows)
    return frozenset()


@needs("stock_count.view")
def books_of(
    session: Session, warehouse_id: int, products: Sequence[int], *, blind: bool
) -> dict[int, Books]:
    """What the books know now of each product in a warehouse; no quantity leaves for a blind count."""
    wanted = sorted(set(products))
    marks = dict.fromkeys(wanted, 0)
    marks |= {
        row[0]: row[1] for row in _MARKS.all(session, warehouse=warehouse_id, products=wanted)
    }
    levels = {} if blind else _levels(session, warehouse_id, wanted)
    return {
        product: Books(mark, None if blind else levels.get(product, 0))
        for product, mark in marks.items()
    }


@needs("stock_count.view")
def books_at(
    session: Session, warehouse_id: int, marks: Sequence[tuple[int, int]]
) -> dict[int, int]:
    """What the books said lay in a warehouse of each product when they knew its moves up to a mark."""
    return {
        product: int(_UP_TO.one(session, product=product, warehouse=warehouse_id, mark=mark)[0])
        for product, mark in marks
    }


@needs("stock_count.post")
def differing(session: Session, warehouse_id: int, lines: Sequence[CountedLine]) -> frozenset[int]:
    """The products that were not counted as the books have them: what is counted again, blind or not."""
    books = _known_books(session, warehouse_id, lines)
    pairs = zip(lines, books, strict=True)
    return frozenset(line.product_id for line, book in pairs if line.counted != book)


def _levels(session: Session, warehouse_id: int, products: Sequence[int]) -> dict[int, int]:
    rows = _LEVELS.all(session, warehouse=warehouse_id, products=sorted(set(products)))
    return {row[0]: int(row[1]) for row in rows}


def _known_books(session: Session, warehouse_id: int, lines: Sequence[CountedLine]) -> list[int]:
    """What the books said at the moment of each line: as it was told, by its mark, or now."""
    marked = [(x.product_id, x.mark) for x in lines if x.book is None and x.mark is not None]
    then = books_at(session, warehouse_id, marked)
    bare = [x.product_id for x in lines if x.book is None and x.mark is None]
    now = _levels(session, warehouse_id, bare) if bare else {}
    return [
        x.book if x.book is not None
        else now.get(x.product_id, 0) if x.mark is None
        else then[x.product_id]
        for x in lines
    ]  # fmt: skip


def counted_rows(session: Session, draft: CountDraft) -> Iterator[dict[str, Any]]:
    """The lines as rows, those nobody counted among them where they are taken for gone."""
    if draft.scope == CountScope.CATEGORY and draft.category_id not in tree(session).names:
        raise NotFound(translate("stock", "选要盘的类别"), field="category")
    lines = [*draft.lines, *_uncounted(session, draft)]
    if not lines:
        raise InvalidInput(translate("stock", "还没有盘一种商品"), field="lines")
    products = product_facts(session, (line.product_id for line in lines))
    books = _known_books(session, draft.warehouse_id, lines)
    now = clock_of(session).milliseconds()
    seen: set[int] = set()
    for place, line in enumerate(lines):
        try:
            _require_count(line, products[line.product_id], seen)
        except UserError as error:
            raise at_line(error, place) from None
        yield {
            "line_no": place + 1,
            "product_id": line.product_id,
            "counted": line.counted,
            "book": books[place],
            "difference": line.counted - books[place],
            "counted_at": now if line.counted_at is None else line.counted_at,
            "first": line.first,
        }


def _uncounted(session: Session, draft: CountDraft) -> list[CountedLine]:
    """Goods in scope without a line, as gone; refused while nobody said what becomes of them."""
    if draft.rest == SKIP:
        return []
    counted = {line.product_id for line in draft.lines}
    scope = goods_in_scope(session, draft.warehouse_id, draft.scope, draft.category_id)
    left = sorted(scope - counted)
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
    if product.is_style:
        raise product.out_of_use()
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

"""盘点单 while goods are counted: the lines, what the shop tells about goods, and the document that they are.

`fields` hold warehouse, scope, category, blind, rest, lines (as `TypedCount.kept`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.catalog.queries import (
    ProductHit,
    category_tree,
    find_products,
    product_by_barcode,
)
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.numbers import QUANTITY_PLACES
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.stock.count_models import CountScope
from jxc_desktop.stock.counting import Books, CountDraft, CountedLine, books_of
from jxc_desktop.stock.paper_choices import PaperChoices, paper_choices

UNIT = 10**QUANTITY_PLACES

_SPEC = "SELECT id, spec FROM product WHERE id "
_SPECS = Statement(f"{_SPEC}IN {among('products')}", postgresql=f"{_SPEC}= ANY(:products)")


@dataclass(frozen=True, slots=True)
class CountGoods:
    """Goods as a line knows them; `units` is how many 1e-4 base units each unit is."""

    id: int
    code: str
    name: str
    spec: str
    unit: str
    places: int
    units: Mapping[str, int] = field(default_factory=dict)
    track_stock: bool = True


@dataclass(frozen=True, slots=True)
class TypedCount:
    """A line as it stands in the grid; base units, `counted` None while nobody counted.

    `mark` is the last move that the books knew at `at` (ms UTC), None until that is read; `book` what they said then,
    None on a blind count. `shifted` tells that goods came or went while these were being counted. `first` is what an
    earlier count said, while they are counted again and after.
    """

    goods: CountGoods | None = None
    counted: int | None = None
    book: int | None = None
    at: int | None = None
    shifted: bool = False
    first: int | None = None
    first_book: int | None = None
    first_at: int | None = None
    mark: int | None = None
    first_mark: int | None = None

    @property
    def difference(self) -> int | None:
        """What was found beyond the books; None while it cannot be told."""
        if self.counted is None or self.book is None:
            return None
        return self.counted - self.book

    @property
    def waits(self) -> bool:
        """Whether it is to be counted again."""
        return self.counted is None and self.first is not None

    @property
    def bare(self) -> bool:
        """Whether it was counted and nobody asked the books yet."""
        return (
            self.goods is not None and self.counted is not None and self.mark is self.book is None
        )

    @property
    def draft(self) -> CountedLine | None:
        """The line for the service; None while nobody counted."""
        if self.goods is None or self.counted is None:
            return None
        return CountedLine(self.goods.id, self.counted, self.book, self.at, self.first, self.mark)

    def set_to(self, counted: int | None) -> "TypedCount":
        """The line counted anew as a whole, at a moment that is still to be told."""
        return replace(self, counted=counted, book=None, mark=None, at=None, shifted=False)

    def stamped(self, books: Books, at: int) -> "TypedCount":
        """The line knowing what the books knew at `at`."""
        return replace(self, book=books.book, mark=books.mark, at=at)

    def more(self, base: int, books: Books, at: int) -> "TypedCount":
        """The line with `base` units more counted at `at`, when the books knew so much."""
        moved = self.counted is not None and self.mark not in {None, books.mark}
        whole = replace(self, counted=(self.counted or 0) + base, shifted=self.shifted or moved)
        return whole.stamped(books, at)

    def again(self) -> "TypedCount":
        """The line to be counted anew."""
        return TypedCount(
            self.goods,
            first=self.counted,
            first_book=self.book,
            first_at=self.at,
            first_mark=self.mark,
        )

    def as_before(self) -> "TypedCount":
        """The line as it was counted first, where it waits to be counted again."""
        if not self.waits:
            return self
        first = TypedCount(self.goods, self.first, self.first_book, self.first_at)
        return replace(first, mark=self.first_mark)

    def kept(self) -> dict[str, Any]:
        """What a draft keeps of it; the goods are read again."""
        return {
            "product": self.goods.id if self.goods else None,
            "counted": self.counted,
            "book": self.book,
            "at": self.at,
            "shifted": self.shifted,
            "first": self.first,
            "first_book": self.first_book,
            "first_at": self.first_at,
            "mark": self.mark,
            "first_mark": self.first_mark,
        }


@dataclass(frozen=True, slots=True)
class CountChoices:
    """What a count can be begun with; categories by id and path."""

    papers: PaperChoices
    categories: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class ScannedGoods:
    """What a code means in a count: one of it is `step` base units; `books` is what the books know of it now."""

    goods: CountGoods
    step: int
    books: Books


def count_choices(session: Session) -> CountChoices:
    """Warehouses and categories."""
    known = category_tree(session)
    paths = sorted(((each, known.path(each)) for each in known.names), key=lambda each: each[1])
    return CountChoices(paper_choices(session), tuple(paths))


@dataclass(frozen=True, slots=True)
class CodeGoods:
    """What a code means: one of it is `step` base units, 0 where those are no whole number."""

    goods: CountGoods
    step: int


def goods_named(session: Session, names: Iterable[str]) -> dict[str, CodeGoods]:
    """The goods that each code, barcode or whole name means; one that means none, or several, is missing."""
    found = {name: hit for name in dict.fromkeys(names) if (hit := _named(session, name))}
    goods = goods_of(session, (product for product, _step in found.values()))
    return {name: CodeGoods(goods[product], step) for name, (product, step) in found.items()}


def _named(session: Session, name: str) -> tuple[int, int] | None:
    """The product that a text means, and how many 1e-4 base units one of it is."""
    try:
        hit = product_by_barcode(session, name)
    except NotFound:
        same = [each for each in find_products(session, name) if each.name == name]
        return (same[0].id, UNIT) if len(same) == 1 else None
    step, rest = divmod((hit.weight or UNIT) * hit.numerator, hit.denominator)
    return hit.id, 0 if rest or not hit.track_stock else step


def scanned_goods(
    session: Session, code: str, warehouse_id: int, *, blind: bool
) -> ScannedGoods | None:
    """The goods that bear a code, with what the books know at this moment; None for an unknown code."""
    try:
        found = product_by_barcode(session, code)
    except NotFound:
        return None
    [goods] = goods_of(session, [found.id]).values()
    step, rest = divmod((found.weight or UNIT) * found.numerator, found.denominator)
    books = books_of(session, warehouse_id, [found.id], blind=blind)[found.id]
    return ScannedGoods(goods, 0 if rest else step, books)


def goods_of(session: Session, products: Iterable[int]) -> dict[int, CountGoods]:
    """Goods by id, as the lines of a count know them."""
    facts = product_facts(session, products)
    specs = {row[0]: str(row[1]) for row in _SPECS.all(session, products=sorted(facts))}
    return {product: _goods(each, specs[product]) for product, each in facts.items()}


def goods_hit(hit: ProductHit) -> CountGoods:
    """Goods that were found by words, until the rest is read."""
    return CountGoods(hit.id, hit.code, hit.name, hit.spec, hit.unit, hit.places, {hit.unit: UNIT})


def line_of(kept: Mapping[str, Any], goods: Mapping[int, CountGoods]) -> TypedCount:
    """A kept line with its goods as they are now."""
    rest = {name: value for name, value in kept.items() if name != "product"}
    return TypedCount(goods=goods.get(kept["product"]), **rest)


def count_draft(typed: TypedFields) -> CountDraft:
    """The count for the service: the lines that were counted."""
    fields = typed.fields
    lines = (line for line in fields.get("lines", ()) if line["counted"] is not None)
    return CountDraft(
        day=typed.day,
        warehouse_id=fields.get("warehouse") or 0,
        lines=tuple(_draft(line) for line in lines if line["product"] is not None),
        scope=fields.get("scope") or CountScope.CHOSEN,
        category_id=fields.get("category"),
        blind=bool(fields.get("blind")),
        rest=fields.get("rest") or "",
        remark=typed.remark,
    )


def typed_again(draft: CountDraft, subject: str) -> TypedFields:
    """A count as typed, from the draft that its service got."""
    lines = [
        {
            **TypedCount(
                counted=x.counted, book=x.book, at=x.counted_at, first=x.first, mark=x.mark
            ).kept(),
            "product": x.product_id,
        }
        for x in draft.lines
    ]
    fields = {
        "warehouse": draft.warehouse_id,
        "scope": draft.scope,
        "category": draft.category_id,
        "blind": draft.blind,
        "rest": draft.rest,
        "lines": lines,
    }
    return TypedFields(draft.day, None, subject, draft.remark, fields)


def _draft(kept: Mapping[str, Any]) -> CountedLine:
    return CountedLine(
        kept["product"],
        kept["counted"],
        kept["book"],
        kept["at"],
        kept["first"],
        kept.get("mark"),
    )


def _goods(facts: ProductFacts, spec: str) -> CountGoods:
    units = {facts.unit: UNIT}
    for name, (above, below) in facts.factors.items():
        size, rest = divmod(UNIT * above, below)
        if not rest:
            units[name] = size
    return CountGoods(
        facts.id, facts.code, facts.name, spec, facts.unit, facts.places, units, facts.track_stock
    )

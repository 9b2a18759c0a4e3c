"""The list of goods, a page at a time, filtered and sorted in SQL."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, func, literal_column, not_, or_, select, text, tuple_
from sqlalchemy.orm import Session

from jxc_desktop.catalog.barcodes import canonical
from jxc_desktop.catalog.categories import SEPARATOR, Tree, tree
from jxc_desktop.catalog.drafts import BASE
from jxc_desktop.catalog.models import Barcode, Product
from jxc_desktop.catalog.queries.finding import LAST
from jxc_desktop.core.search_text import match_on_postgresql, match_on_sqlite, words_of
from jxc_desktop.core.sql import Statement
from jxc_desktop.core.texts import typed_code
from jxc_desktop.shop.actor import authorize, may, needs

PAGE = 200
NOTHING = -1
"""Where a price sorts that is not known."""


@dataclass(frozen=True, slots=True)
class ProductFilter:
    """Which goods; all conditions hold together. `category_id` takes what lies below it too.

    Styles stand among the goods in use; `styles` asks for them alone.
    """

    text: str = ""
    category_id: int | None = None
    disabled: bool | None = False
    without_price: bool = False
    styles: bool = False


@dataclass(frozen=True, slots=True)
class ProductRow:
    """A line of the list; prices 1e-6 yuan per base unit, stocks 1e-4.

    `purchase_price` is None for who may not see it; `place` is where the row stands in the order that was asked.
    """

    id: int
    code: str
    name: str
    spec: str
    brand: str
    category: str
    unit: str
    barcode: str
    retail_price: int | None
    min_price: int | None
    purchase_price: int | None
    min_stock: int | None
    max_stock: int | None
    tax_rate: int | None
    disabled: bool
    is_style: bool
    place: Any


_BARCODES = select(func.min(Barcode.code)).where(Barcode.product_id == Product.id)
_FIRST_BARCODE = func.coalesce(
    _BARCODES.where(Barcode.unit == BASE).scalar_subquery(), _BARCODES.scalar_subquery(), ""
)
"""The barcode of the base unit, else that of another."""
_COLUMNS = (
    Product.id, Product.code, Product.name, Product.spec, Product.brand, Product.category_id, Product.unit,
    _FIRST_BARCODE, Product.retail_price, Product.min_price, Product.purchase_price,
    Product.min_stock, Product.max_stock, Product.tax_rate, Product.disabled, Product.is_style,
)  # fmt: skip
_ORDERS: dict[str, ColumnElement[Any]] = {
    "code": Product.code.expression,
    "name": Product.pinyin.expression,
    "spec": Product.spec.expression,
    "brand": Product.brand.expression,
    "unit": Product.unit.expression,
    "category": func.coalesce(Product.category_id, 0),
    "barcode": _FIRST_BARCODE,
    "retail_price": func.coalesce(Product.retail_price, NOTHING),
    "min_price": func.coalesce(Product.min_price, NOTHING),
    "purchase_price": func.coalesce(Product.purchase_price, NOTHING),
    "min_stock": func.coalesce(Product.min_stock, NOTHING),
    "max_stock": func.coalesce(Product.max_stock, NOTHING),
}
"""What the list can be sorted by; names by their pinyin."""


_IN_CATEGORY = Statement(
    "SELECT category_id, count(*) FROM product WHERE category_id IS NOT NULL GROUP BY category_id"
)


@needs("product.view")
def list_products(
    session: Session,
    wanted: ProductFilter,
    *,
    sort: str = "code",
    descending: bool = False,
    after: ProductRow | None = None,
    offset: int = 0,
    limit: int = PAGE,
) -> tuple[ProductRow, ...]:
    """A page of the list: behind the row `after` of the page before, else from `offset`."""
    seen = may(session, "field.purchase_price")
    if sort == "purchase_price":
        authorize(session, "field.purchase_price")
    order = _ORDERS.get(sort, _ORDERS["code"])
    query = select(*_COLUMNS, order.label("place")).where(*_conditions(session, wanted))
    if after is not None:
        here = tuple_(order, Product.id)
        query = query.where(
            here < (after.place, after.id) if descending else here > (after.place, after.id)
        )
    else:
        query = query.offset(offset)
    ends = (order.desc(), Product.id.desc()) if descending else (order, Product.id)
    categories = tree(session)
    rows = session.execute(query.order_by(*ends).limit(limit))
    return tuple(_row(row, categories, seen=seen) for row in rows)


@needs("product.view")
def count_products(session: Session, wanted: ProductFilter) -> int:
    """How many products the filter lets through."""
    query = select(func.count()).select_from(Product).where(*_conditions(session, wanted))
    return int(session.execute(query).scalar_one())


def category_tree(session: Session) -> Tree:
    """Every category, for filters and choosers."""
    return tree(session)


@dataclass(frozen=True, slots=True)
class CategoryView:
    """A category: its path and how deep it lies, how many goods lie in it (`own`) and with those below (`below`)."""

    id: int
    path: str
    name: str
    depth: int
    own: int
    below: int


@needs("product.view")
def category_views(session: Session) -> tuple[CategoryView, ...]:
    """The whole tree, each category above those that lie in it."""
    known = tree(session)
    counts = {int(category): int(count) for category, count in _IN_CATEGORY.all(session)}
    found = []
    for category, name in known.names.items():
        path = known.path(category)
        below = sum(counts.get(each, 0) for each in known.below(category))
        depth = path.count(SEPARATOR)
        found.append(CategoryView(category, path, name, depth, counts.get(category, 0), below))
    return tuple(sorted(found, key=lambda each: each.path.split(SEPARATOR)))


def _conditions(session: Session, wanted: ProductFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.styles:
        found.append(Product.is_style.in_([True]))
    elif wanted.disabled is not None:
        stopped = and_(Product.disabled.in_([True]), Product.is_style.in_([False]))
        found.append(stopped if wanted.disabled else not_(stopped))
    if wanted.without_price:
        found.append(Product.retail_price.is_(None))
    if wanted.category_id is not None:
        found.append(Product.category_id.in_(tree(session).below(wanted.category_id)))
    if wanted.text.strip():
        found.append(_bearing(session, wanted.text))
    return found


def _bearing(session: Session, typed: str) -> ColumnElement[bool]:
    words = words_of(typed)
    if not words:
        return literal_column("1") == literal_column("0")
    ways: list[ColumnElement[bool]] = [_holding(session, words)]
    if len(words) == 1:
        code = typed_code(typed)
        ways += [_begins(Product.code, each) for each in {code, code.upper()}]
        scanned = select(Barcode.product_id).where(_begins(Barcode.code, canonical(code)))
        ways.append(Product.id.in_(scanned))
    return or_(*ways)


def _begins(column: Any, beginning: str) -> ColumnElement[bool]:
    return and_(column >= beginning, column < beginning + LAST)


def _holding(session: Session, words: tuple[str, ...]) -> ColumnElement[bool]:
    if session.get_bind().dialect.name == "sqlite":
        matching = text("SELECT rowid FROM product_search WHERE product_search MATCH :match")
        expression = match_on_sqlite(words)
    else:
        matching = text(
            "SELECT id FROM product WHERE "
            "array_to_tsvector(array_remove(string_to_array(search_text, ' '), '')) "
            "@@ CAST(:match AS tsquery)"
        )
        expression = match_on_postgresql(words)
    return Product.id.in_(matching.bindparams(match=expression).columns(Product.id))


def _row(row: Any, categories: Tree, *, seen: bool) -> ProductRow:
    (
        product_id, code, name, spec, brand, category_id, unit, barcode, retail, lowest, purchase, low, high, tax,
        disabled, is_style, place,
    ) = row  # fmt: skip
    return ProductRow(
        id=product_id,
        code=code,
        name=name,
        spec=spec,
        brand=brand,
        category=categories.path(category_id),
        unit=unit,
        barcode=barcode,
        retail_price=retail,
        min_price=lowest,
        purchase_price=purchase if seen else None,
        min_stock=low,
        max_stock=high,
        tax_rate=tax,
        disabled=bool(disabled),
        is_style=bool(is_style),
        place=place,
    )

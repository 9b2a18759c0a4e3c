"""Keeping goods: new and changed products, alone or by the thousand, and their categories."""

from collections.abc import Sequence
from dataclasses import asdict, replace

from sqlalchemy.orm import Session

from jxc_desktop.catalog import categories
from jxc_desktop.catalog.drafts import ProductDraft
from jxc_desktop.catalog.facts import out_of_use
from jxc_desktop.catalog.numbering import with_codes
from jxc_desktop.catalog.price_history import note_prices
from jxc_desktop.catalog.queries import is_style, product_draft
from jxc_desktop.catalog.rules import CATEGORY_LENGTH, path_of, tidy
from jxc_desktop.catalog.taken import require_free
from jxc_desktop.catalog.units import fits
from jxc_desktop.catalog.writing import insert_products, update_product
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import InvalidInput, NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.core.texts import tidy as tidy_text
from jxc_desktop.shop.actor import authorize, may, needs
from jxc_desktop.shop.audit import record

_DISABLE = Statement("UPDATE product SET disabled = :disabled WHERE id = :id", changes="product")
# Tables of a higher room, only asked whether they know the product already.
_MOVED = Statement("SELECT 1 FROM move WHERE product_id = :id LIMIT 1")
_LEVELS = Statement("SELECT quantity FROM stock_level WHERE product_id = :id")
_RENAME = Statement("UPDATE category SET name = :name WHERE id = :id", changes="category")
_REMOVE = Statement("DELETE FROM category WHERE id = :id", changes="category")
_FILLED = Statement(
    "SELECT 1 FROM product WHERE category_id = :id "
    "UNION ALL SELECT 1 FROM category WHERE parent_id = :id LIMIT 1"
)


@needs("product.edit")
def save_product(session: Session, draft: ProductDraft) -> int:
    """Keep a new product, or the product `draft.id` as the draft has it; its id.

    Sale prices that differ from before need `price.edit`. Raises when a code or barcode is another's.
    """
    clean = tidy(draft, clock_of(session).today())
    if draft.id is None:
        return _create(session, [clean])[0]
    before = product_draft(session, draft.id)
    if is_style(session, draft.id):
        clean = replace(clean, track_stock=False)
    if clean.sale_prices() != before.sale_prices():
        authorize(session, "price.edit")
    if not may(session, "field.purchase_price"):
        clean = replace(clean, purchase_price=before.purchase_price)
    _require_same_measure(session, before, clean)
    kept = replace(clean, code=clean.code or before.code)
    require_free(session, [kept])
    update_product(session, draft.id, kept)
    note_prices(session, {draft.id: before.sale_prices()}, {draft.id: kept.sale_prices()})
    record(session, "product.edit", kept.code, **_changes(before, kept))
    return draft.id


@needs("product.edit")
def write_products(session: Session, drafts: Sequence[ProductDraft]) -> list[int]:
    """Keep many new products at once, in their order; their ids. All or none: any wrong one raises."""
    today = clock_of(session).today()
    return _create(session, [tidy(draft, today) for draft in drafts])


@needs("product.edit")
def write_tidied(session: Session, drafts: Sequence[ProductDraft]) -> list[int]:
    """`write_products` for drafts that `rules.tidy` has just returned, so that an import checks once."""
    return _create(session, drafts)


def _create(session: Session, drafts: Sequence[ProductDraft]) -> list[int]:
    if any(draft.sale_prices() for draft in drafts):
        authorize(session, "price.edit")
    require_free(session, drafts)
    complete = with_codes(session, drafts)
    ids = insert_products(session, complete)
    if len(complete) == 1:
        kept = complete[0]
        record(session, "product.create", kept.code, name=kept.name, price=kept.retail_price)
    elif complete:
        codes = [draft.code for draft in complete]
        record(session, "product.create", f"{codes[0]} … {codes[-1]}", count=len(codes))
    return ids


@needs("product.edit")
def disable_product(session: Session, product_id: int, *, disabled: bool = True) -> None:
    """Take a product out of use, or back into it: it stays in the books but on no new document."""
    before = product_draft(session, product_id)
    if is_style(session, product_id):
        raise out_of_use(before.name, is_style=True)
    _DISABLE.run(session, id=product_id, disabled=disabled)
    record(session, "product.disable" if disabled else "product.enable", before.code)


def _require_same_measure(session: Session, before: ProductDraft, after: ProductDraft) -> None:
    """What the stock is counted in stays as long as there are moves; the books would mean something else."""
    product_id = before.id
    if before.unit != after.unit and _MOVED.first(session, id=product_id):
        raise Refused(
            translate("catalog", "{name} 已有出入库，基本单位不能再改。新建一个商品").format(
                name=before.name
            ),
            field="unit",
        )
    if before.track_stock != after.track_stock and _MOVED.first(session, id=product_id):
        raise Refused(
            translate("catalog", "{name} 已有出入库，不能改是否计库存").format(name=before.name),
            field="track_stock",
        )
    if before.tracking != after.tracking and _MOVED.first(session, id=product_id):
        raise Refused(
            translate("catalog", "{name} 已有出入库，批次管理的方式不能再改。新建一个商品").format(
                name=before.name
            ),
            field="tracking",
        )
    places = after.places or 0
    if any(not fits(quantity, places) for [quantity] in _LEVELS.all(session, id=product_id)):
        raise Refused(
            translate("catalog", "{name} 的库存有更细的数量，小数位不能减到 {places}").format(
                name=before.name, places=places
            ),
            field="places",
        )


def _changes(before: ProductDraft, after: ProductDraft) -> dict[str, object]:
    """Field → [before, after] of what differs."""
    old, new = asdict(before), asdict(after)
    return {name: [old[name], new[name]] for name in new if old[name] != new[name]}


# --- categories -----------------------------------------------------------------------------------


@needs("product.edit")
def add_category(session: Session, path: str) -> int:
    """Make a category, and those above it that are missing; raises when it is there already."""
    names = path_of(path)
    if not names:
        raise InvalidInput(translate("catalog", "类别没有名称。填上名称"), field="name")
    tidied = categories.SEPARATOR.join(names)
    if categories.tree(session).find(names) is not None:
        raise Refused(
            translate("catalog", "已有类别“{name}”。换一个名称").format(name=tidied), field="name"
        )
    made = categories.ensure(session, (tidied,))[tidied]
    record(session, "category.create", tidied)
    return int(made or 0)


@needs("product.edit")
def rename_category(session: Session, category_id: int, name: str) -> None:
    """Give a category another name; raises when its parent has one of that name already."""
    tree = categories.tree(session)
    tidied = tidy_text(name)
    if category_id not in tree.names:
        raise NotFound(translate("catalog", "类别不存在了。刷新后再看"))
    if not tidied or categories.SEPARATOR in tidied or len(tidied) > CATEGORY_LENGTH:
        raise InvalidInput(
            translate("catalog", "“{name}”不能做类别名。不能空，不能有“/”").format(name=name),
            field="name",
        )
    if tree.child(tree.parents[category_id], tidied) not in {None, category_id}:
        raise Refused(
            translate("catalog", "已有类别“{name}”。换一个名称").format(name=tidied), field="name"
        )
    _RENAME.run(session, id=category_id, name=tidied)
    record(session, "category.rename", tidied, before=tree.path(category_id))


@needs("product.edit")
def remove_category(session: Session, category_id: int) -> None:
    """Remove an empty category."""
    path = categories.tree(session).path(category_id)
    if _FILLED.first(session, id=category_id):
        raise Refused(
            translate("catalog", "“{path}”里还有商品或下级类别。先移走").format(path=path)
        )
    _REMOVE.run(session, id=category_id)
    record(session, "category.remove", path)

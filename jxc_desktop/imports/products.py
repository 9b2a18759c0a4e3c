"""Goods from a foreign list; with the stock they open with where that is asked for.

Only the name is a must. Goods without a code get the next number, without a unit 个, without a price a notice. Goods
the shop has already, known by code, barcode or else by name and specification, are left as they are.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from sqlalchemy.orm import Session

from jxc_desktop.catalog.drafts import ProductDraft
from jxc_desktop.catalog.services import disable_product, write_tidied
from jxc_desktop.catalog.taken import plu_owners
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.i18n import translate
from jxc_desktop.imports.cells.quantities import ONE_UNIT
from jxc_desktop.imports.fields import product_fields
from jxc_desktop.imports.goods_known import NATURAL, known_goods
from jxc_desktop.imports.goods_rows import sound_draft
from jxc_desktop.imports.opening_worth import (
    Measure,
    StockLine,
    Warehouses,
    Worth,
    lots_of,
    open_stock,
    worth_of,
)
from jxc_desktop.imports.rules import (
    check_opening_stock,
    note_missing_price,
    note_selling_below_cost,
    require_factor,
)
from jxc_desktop.imports.source import CleanRow, Flaw, Source, Values
from jxc_desktop.imports.style_rows import StyleRows, axes_of

_STOCK = frozenset({"quantity", "unit_cost", "amount", "warehouse", "lot", "mfg_date", "expiry"})
_NOT_KEPT = (
    "short_name", "mnemonic", "supplier", "tax_class_code", "shelf_life_months",
)  # fmt: skip
"""Columns that are understood but have no place in the catalogue."""


def products(*, with_opening_stock: bool = False) -> Source:
    """The import of goods, for one file; 库存 and 进价 become opening stock only when asked for."""
    fields = tuple(
        field
        for field in product_fields()
        if field.name not in _NOT_KEPT and (with_opening_stock or field.name not in _STOCK)
    )
    rules = (require_factor, note_missing_price, note_selling_below_cost)
    goods = _Goods(with_opening_stock=with_opening_stock)
    return Source(
        "products",
        translate("imports", "商品"),
        fields,
        keys=("code", "barcode"),
        natural=NATURAL,
        rules=(*rules, _check_opening) if with_opening_stock else rules,
        lookup=known_goods,
        verify=goods.verify,
        write=goods.write,
        with_opening_stock=partial(products, with_opening_stock=True),
    )


def _check_opening(values: Values) -> Iterator[Flaw]:
    """The purchase price is the cost of opening goods that have no other."""
    cost = {"unit_cost": values["purchase_price"]} if "purchase_price" in values else {}
    return check_opening_stock({**cost, **values})


class _Goods:
    """The goods of one file between check and writing, so that each row becomes a draft once."""

    def __init__(self, *, with_opening_stock: bool) -> None:
        self._with_opening_stock = with_opening_stock
        self._drafts: dict[int, ProductDraft] = {}
        self._styles: StyleRows | None = None

    def verify(self, session: Session, rows: Sequence[CleanRow]) -> Iterator[tuple[CleanRow, Flaw]]:
        today = clock_of(session).today()
        for row in rows:
            draft = sound_draft(row.values, today)
            if isinstance(draft, Flaw):
                yield row, draft
            else:
                self._drafts[row.row] = draft
        sound = [row for row in rows if row.row in self._drafts]
        self._styles = StyleRows(session, sound)
        self._drafts = self._styles.coded(self._drafts)
        yield from self._styles.flaws()
        yield from self._repeated(sound)
        yield from self._taken_plus(session, rows)
        if self._with_opening_stock:
            yield from self._verify_stock(session, rows)
        else:
            yield from _unused(rows, ("quantity",), _no_stock())
        yield from _unused(rows, _NOT_KEPT, translate("imports", "这一列没有导入，程序不记它"))

    def _taken_plus(
        self, session: Session, rows: Sequence[CleanRow]
    ) -> Iterator[tuple[CleanRow, Flaw]]:
        """A code on the scales belongs to one of the goods, in the shop and in the file."""
        asked = [row for row in rows if isinstance(row.values.get("plu"), int)]
        taken = plu_owners(session, (int(str(row.values["plu"])) for row in asked))
        names = {plu: owner.name for plu, owner in taken.items()}
        for row in asked:
            plu = int(str(row.values["plu"]))
            if plu in names:
                yield row, Flaw("plu", _plu_taken(plu, names[plu]))
            else:
                names[plu] = str(row.values.get("name", ""))

    def _verify_stock(
        self, session: Session, rows: Sequence[CleanRow]
    ) -> Iterator[tuple[CleanRow, Flaw]]:
        yield from Warehouses(session).flaws(rows)
        for row in rows:
            if row.row in self._drafts:
                draft = self._drafts[row.row]
                worth = worth_of(row.values, _measure(draft))
                if isinstance(worth, Flaw):
                    yield row, worth
                elif isinstance(worth, Worth):
                    lots = lots_of(row.values, draft.tracking, worth.quantity)
                    if isinstance(lots, Flaw):
                        yield row, lots

    def _repeated(self, rows: Sequence[CleanRow]) -> Iterator[tuple[CleanRow, Flaw]]:
        """Plain goods whose code is the style's cannot share it."""
        seen: set[str] = set()
        for row in rows:
            style = row.values.get("style")
            if style and not axes_of(row.values) and not row.values.get("code"):
                if str(style) in seen:
                    told = translate("imports", "款号 {style} 有几行，这一行没有颜色也没有尺码")
                    yield row, Flaw("style", told.format(style=style))
                seen.add(str(style))

    def write(self, session: Session, rows: Sequence[CleanRow]) -> None:
        ids = write_tidied(session, [self._drafts[row.row] for row in rows])
        for product, row in zip(ids, rows, strict=True):
            if row.values.get("disabled") or row.values.get("enabled") is False:
                disable_product(session, product)
        if self._styles is not None:
            own = {row.row: product for product, row in zip(ids, rows, strict=True)}
            self._styles.write(session, self._drafts, own)
        if self._with_opening_stock:
            open_stock(session, list(self._stock(session, ids, rows)))

    def _stock(
        self, session: Session, ids: Sequence[int], rows: Sequence[CleanRow]
    ) -> Iterator[StockLine]:
        warehouses = Warehouses(session)
        for product, row in zip(ids, rows, strict=True):
            worth = worth_of(row.values, _measure(self._drafts[row.row]))
            place = warehouses.find(row.values)
            if isinstance(worth, Worth) and place is not None:
                lots = lots_of(row.values, self._drafts[row.row].tracking, worth.quantity)
                yield StockLine(product, place, worth, () if isinstance(lots, Flaw) else lots)


def _plu_taken(plu: int, name: str) -> str:
    return translate("imports", "秤码 {plu} 已是“{name}”的。换一个秤码").format(plu=plu, name=name)


def _no_stock() -> str:
    return translate("imports", "库存没有导入。要建期初库存，导入时选“库存和进价也导入”")


def _measure(draft: ProductDraft) -> Measure:
    """How the product will be counted once it is kept."""
    factors = {unit.name: unit.numerator * ONE_UNIT // unit.denominator for unit in draft.units}
    return Measure(draft.unit, draft.places or 0, factors)


def _unused(
    rows: Sequence[CleanRow], fields: Iterable[str], notice: str
) -> Iterator[tuple[CleanRow, Flaw]]:
    """One notice for each filled column that is left out, at its first filled row."""
    for field in fields:
        first = next((row for row in rows if row.cells.get(field) is not None), None)
        if first:
            yield first, Flaw(field, notice, notice=True)

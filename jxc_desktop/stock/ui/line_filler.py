"""Fills typed lines with what the shop knows of their goods: while searching, when taken, scanned or pasted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal
from sqlalchemy.orm import Session

from jxc_desktop.catalog.drafts import SERIAL
from jxc_desktop.catalog.facts import ProductFacts, out_of_use
from jxc_desktop.catalog.queries import (
    ProductAtTill,
    ProductHit,
    VariantView,
    find_products,
    product_by_barcode,
    variants_of,
)
from jxc_desktop.core.errors import NotFound, UserError
from jxc_desktop.core.i18n import listed
from jxc_desktop.stock.lot_drafts import LotShare
from jxc_desktop.stock.queries.pieces import piece_lying
from jxc_desktop.stock.taken import Offer, TakenGoods
from jxc_desktop.stock.typed_paper import TypedLine, with_goods
from jxc_desktop.stock.ui.line_columns import PRODUCT, UNIT_SIZE, with_lots
from jxc_desktop.stock.ui.line_rules import LineRules
from jxc_desktop.stock.ui.matrix_entry import ask_quantities
from jxc_desktop.widgets.entry_columns import Answer
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.formats import price_text, quantity_text, short_day_text
from jxc_desktop.widgets.pane import Pane

Lines = Callable[[Sequence[Any]], None]
Goods = Mapping[int, TakenGoods]


class GoodsReader(Protocol):
    """What a kind of document asks of goods; each gives an operation on a session."""

    def offers(self, text: str) -> Callable[[Session], Sequence[Offer]]: ...

    def goods(self, products: Sequence[int]) -> Callable[[Session], Goods]: ...


class LineFiller(QObject):
    """Between the entry grid of `pane` and the shop."""

    missing = Signal(str)
    """A text or code that no goods bear."""
    filled = Signal()

    def __init__(
        self, pane: Pane, reader: GoodsReader, rules: LineRules, *, by_matrix: bool = True
    ) -> None:
        super().__init__(pane)
        self._by_matrix = by_matrix
        self._pane = pane
        self._reader = reader
        self._rules = rules
        self.grid: EntryGrid | None = None

    def attach(self, grid: EntryGrid) -> None:
        """Work for a grid."""
        self.grid = grid
        grid.line_taken.connect(self._on_taken)
        grid.blocks.reader = self.read_block

    # --- searching and taking ---

    def suggest(self, text: str, _line: TypedLine, then: Answer) -> None:
        """Choices for a text, each knowing where it already stands."""

        def placed(found: Sequence[Offer]) -> None:
            rows = {
                line.product.id: row for row, line in enumerate(self._lines(), 1) if line.product
            }
            then([offer.placed(rows.get(offer.hit.id)) for offer in found])

        self._pane.run_read(self._reader.offers(text), then=placed, slot="offers")

    def take(self, line: TypedLine, offer: Offer) -> TypedLine:
        """The line with goods in it at once; the rest of what is known follows."""
        if reason := self._rules.fixed(line):
            self._pane.context.messages.notice(reason)
            return line
        if offer.hit.is_style:
            self._ask_variants(offer.hit)
            return line
        taken = TakenGoods(_from_hit(offer.hit), offer.hit.spec, offer.there, offer.last)
        return self._priced(with_goods(TypedLine(quantity=line.quantity), taken))

    def _ask_variants(self, style: ProductHit) -> None:
        """A style is no goods: ask how many of each of its variants, and take those."""
        if not self._by_matrix:
            self._pane.context.messages.notice(out_of_use(style.name, is_style=True).message)
            return
        asked = partial(_variants, style=style.id, goods=self._reader.goods)
        self._pane.run_read(asked, then=partial(self._on_variants, style), slot="variants")

    def _on_variants(self, style: ProductHit, found: tuple[Sequence[VariantView], Goods]) -> None:
        variants, goods = found
        there = {x: each.there.available for x, each in goods.items() if each.there is not None}
        entry = ask_quantities(self._pane, f"{style.name} {style.spec}".strip(), variants, there)
        entry.taken.connect(partial(self._take_variants, style, goods))
        entry.finished.connect(lambda _how: self.grid and self.grid.setFocus())

    def _take_variants(self, style: ProductHit, goods: Goods, wanted: Mapping[int, int]) -> None:
        for product, quantity in wanted.items():
            line = self._priced(with_goods(TypedLine(quantity=quantity), goods[product]))
            if self.grid is not None:
                self.grid.append(line, style.name)
        self.filled.emit()

    def fill_again(self) -> None:
        """Read all goods anew: another firm, another warehouse, stock that moved."""
        products = [line.product.id for line in self._lines() if line.product]
        if products:
            self._pane.run_read(self._reader.goods(products), then=self._fill, slot="goods_of_all")

    # --- scanning and pasting ---

    def scan(self, code: str) -> None:
        """One more of what a code means."""
        self._pane.run_read(_scanned, code, then=partial(self._on_scanned, code))

    def read_block(self, block: list[list[str]], keys: list[str], then: Lines) -> bool:
        """Make lines of pasted rows whose first cell names goods; declines blocks of other columns."""
        if not keys or keys[0] != PRODUCT:
            return False
        names = [row[0] for row in block if row and row[0]]
        answer = partial(self._on_named, block, keys, then)
        self._pane.run_read(partial(_named, names=names, goods=self._reader.goods), then=answer)
        return True

    # --- what comes back ---

    def _on_taken(self, _row: int, offer: Offer) -> None:
        asked = self._reader.goods([offer.hit.id])
        self._pane.run_read(asked, then=partial(self._tell_filled, offer.hit.id))

    def _tell_filled(self, product: int, goods: Goods) -> None:
        self._fill(goods)
        last = goods[product].last
        line = next((x for x in self._lines() if x.product and x.product.id == product), None)
        if self._rules.priced and last and line and not line.touched and line.price is not None:
            said = self.tr("已带出上次的单价 {price}（{day}）。F3 看最近几次")
            told = said.format(price=price_text(line.price), day=short_day_text(last.day))
            self._pane.context.messages.info(told)

    def _fill(self, goods: Goods) -> None:
        if self.grid is None:
            return
        self.grid.amend(
            lambda line: line.product is not None and line.product.id in goods,
            lambda line: self._priced(with_goods(line, goods[line.product.id])),
        )
        self.filled.emit()

    def _priced(self, line: TypedLine) -> TypedLine:
        """A price nobody typed is the one that would be filled in now, with last time's discount."""
        if line.product is None or line.touched or line.is_gift:
            return line
        try:
            price = self._rules.price_of(line, line.unit)
        except UserError:  # the unit is gone from the goods; posting will name it
            return line
        last = line.last
        if line.price is None and last and last.of(line.product, line.unit) == price:
            return replace(line, price=price, discount=last.discount)
        return replace(line, price=price)

    def _on_scanned(self, code: str, found: ProductAtTill | None) -> None:
        if found is None or (found.serial and self._rules.lots_come):
            if not self._on_serial(code):
                self.missing.emit(code)
            return
        if self.grid is None or not self.grid.commit():
            return
        for row, line in enumerate(self._lines()):
            if line.product and line.product.id == found.id and line.unit == found.unit:
                more = _one_more(line, found)
                if more is None:
                    self._tell_twice(found.serial, row)
                    return
                self.grid.replace(row, more, self.tr("扫码 {name}").format(name=found.name))
                self._tell_scan(found, row)
                return
        self._append(found)

    def _on_serial(self, code: str) -> bool:
        """Take a code that no goods bear as one more piece of the line under the cursor, if that counts pieces."""
        row = -1 if self.grid is None else self.grid.current_row()
        if self.grid is None or not 0 <= row < len(self._lines()) or not self.grid.commit():
            return False
        line = self._lines()[row]
        if not (self._rules.by_lot and line.product and line.product.tracking == SERIAL):
            return False
        if code in {each.code for each in line.lots}:
            self._tell_twice(code, row)
            return True
        more = with_lots(line, (*line.lots, LotShare(code)))
        self.grid.replace(row, more, self.tr("扫序列号 {code}").format(code=code))
        said = self.tr("{name} 第 {count} 个序列号 {code}")
        told = said.format(name=line.product.name, count=len(more.lots), code=code)
        self._pane.context.messages.info(told)
        return True

    def _tell_twice(self, code: str, row: int) -> None:
        said = self.tr("序列号 {code} 已经扫过了，在第 {row} 行")
        self._pane.context.messages.notice(said.format(code=code, row=row + 1))

    def _append(self, found: ProductAtTill) -> None:
        if self.grid is None:
            return
        facts = _from_scan(found)
        lots = (LotShare(found.serial),) if found.serial else ()
        line = TypedLine(facts, found.spec, found.unit, found.weight or UNIT_SIZE, lots=lots)
        self.grid.append(line, self.tr("扫码 {name}").format(name=found.name))
        self._tell_scan(found, len(self._lines()) - 1)
        self._pane.run_read(self._reader.goods([found.id]), then=self._fill)

    def _tell_scan(self, found: ProductAtTill, row: int) -> None:
        said = self.tr("扫到 {name}，第 {row} 行加 {more} {unit}")
        more = quantity_text(found.weight or UNIT_SIZE)
        told = said.format(name=found.name, row=row + 1, more=more, unit=found.unit)
        self._pane.context.messages.info(told)

    def _on_named(
        self,
        block: list[list[str]],
        keys: list[str],
        then: Lines,
        answer: tuple[Mapping[str, int], Goods],
    ) -> None:
        named, goods = answer
        lines, lost = [], []
        for row in (row for row in block if row and row[0]):
            if row[0] in named:
                lines.append(self._pasted(row, keys, goods[named[row[0]]]))
            else:
                lost.append(row[0])
        then(lines)
        if lost:
            said = self.tr("有 {count} 行没有这样的商品，没有粘贴：{names}")
            names = listed(lost[:3])
            self._pane.context.messages.notice(said.format(count=len(lost), names=names))

    def _pasted(self, row: list[str], keys: list[str], goods: TakenGoods) -> TypedLine:
        line = self._priced(with_goods(TypedLine(), goods))
        columns = {} if self.grid is None else {c.key: c for c in self.grid.entry.entry_columns}
        for key, text in zip(keys[1:], row[1:], strict=False):
            edit = columns[key].edit
            if edit is None or not text:
                continue
            try:
                line = edit(line, text)
            except UserError as error:
                self._pane.context.messages.notice(error.message)
        return line

    def _lines(self) -> Sequence[TypedLine]:
        return () if self.grid is None else self.grid.lines()


def _one_more(line: TypedLine, found: ProductAtTill) -> TypedLine | None:
    """The line with one more of its goods, or one more piece; None for a piece that it has."""
    if not found.serial:
        return replace(line, quantity=(line.quantity or 0) + (found.weight or UNIT_SIZE))
    if found.serial in {each.code for each in line.lots}:
        return None
    lots = (*line.lots, LotShare(found.serial))
    return replace(line, lots=lots, quantity=len(lots) * UNIT_SIZE)


def _from_hit(hit: ProductHit) -> ProductFacts:
    """What a search tells of goods, until the rest is read."""
    return ProductFacts(
        hit.id, hit.code, hit.name, hit.unit, hit.places, None, hit.retail_price, None, None, True, False
    )  # fmt: skip


def _from_scan(found: ProductAtTill) -> ProductFacts:
    """What a scan tells of goods, until the rest is read."""
    facts = ProductFacts(
        found.id, found.code, found.name, found.base_unit, found.places, found.tax_rate, None, found.min_price,
        None, found.track_stock, found.disabled,
    )  # fmt: skip
    if found.unit != found.base_unit:
        facts.factors[found.unit] = (found.numerator, found.denominator)
    return facts


def _scanned(session: Session, code: str) -> ProductAtTill | None:
    try:
        return product_by_barcode(session, code)
    except NotFound:
        return piece_lying(session, code)


def _variants(
    session: Session, style: int, goods: Callable[[Sequence[int]], Callable[[Session], Goods]]
) -> tuple[Sequence[VariantView], Goods]:
    """The variants of a style, with what a document knows of goods."""
    found = variants_of(session, style)
    return found, goods([each.id for each in found])(session) if found else {}


def _named(
    session: Session,
    names: Sequence[str],
    goods: Callable[[Sequence[int]], Callable[[Session], Goods]],
) -> tuple[dict[str, int], Goods]:
    """Which goods texts mean: a barcode or code, else a search with one answer, else the exact name."""
    found = {}
    for name in dict.fromkeys(names):
        scanned = _scanned(session, name)
        hits = () if scanned else find_products(session, name)
        exact = [hit for hit in hits if hit.name == name]
        if scanned:
            found[name] = scanned.id
        elif len(exact) == 1 or len(hits) == 1:
            found[name] = (exact or hits)[0].id
    return found, goods(sorted(set(found.values())))(session) if found else {}

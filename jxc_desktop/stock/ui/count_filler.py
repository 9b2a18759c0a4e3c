"""Between the lines of a count and the shop: scans that add, quantities that set, and what the books say meanwhile."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from jxc_desktop.catalog.queries import ProductHit, find_products
from jxc_desktop.core.errors import UserError
from jxc_desktop.core.i18n import listed
from jxc_desktop.stock.count_grammar import Counted, understand
from jxc_desktop.stock.counting import Books, books_at, books_of, differing
from jxc_desktop.stock.queries import goods_of_class, longest_uncounted
from jxc_desktop.stock.typed_count import (
    UNIT,
    CodeGoods,
    CountGoods,
    ScannedGoods,
    TypedCount,
    goods_named,
    goods_of,
    scanned_goods,
)
from jxc_desktop.stock.ui.count_columns import COUNTED, PRODUCT, require_fine
from jxc_desktop.widgets.entry_columns import Answer
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.expressions import parse_quantity
from jxc_desktop.widgets.formats import quantity_text
from jxc_desktop.widgets.pane import Pane

POST = "stock_count.post"


class CountFiller(QObject):
    """Works for the grid of one pane; `warehouse` is where the goods are counted, `blind` whether without the books."""

    def __init__(self, pane: Pane, warehouse: Callable[[], int], blind: Callable[[], bool]) -> None:
        super().__init__(pane)
        self.pane = pane
        self.warehouse, self.blind = warehouse, blind
        self._grid: EntryGrid | None = None
        self._last: int | None = None

    @property
    def grid(self) -> EntryGrid:
        """The grid it works for, once there is one."""
        if self._grid is None:
            raise RuntimeError("no grid was attached")
        return self._grid

    def attach(self, grid: EntryGrid) -> None:
        """Work for a grid."""
        self._grid = grid
        grid.lines_changed.connect(self._stamp_soon)
        grid.code_typed.connect(self.take)
        grid.line_taken.connect(self._on_taken)
        grid.blocks.reader = self.read_block

    def begin(self) -> None:
        """Other lines are counted now."""
        self._last = None

    # --- what is typed and scanned ---

    def take(self, text: str) -> None:
        """What was typed into the box, or scanned with what stood in it."""
        try:
            said = understand(text)
        except UserError as error:
            self.pane.context.messages.notice(error.message)
            return
        if said is None:
            return
        if said.code:
            place, blind = self.warehouse(), self.blind()
            read = partial(scanned_goods, code=said.code, warehouse_id=place, blind=blind)
            self.pane.run_read(read, then=partial(self._on_scanned, said))
        else:
            self._set_last(said.quantity)

    def suggest(self, text: str, _line: TypedCount, then: Answer) -> None:
        """Goods that bear a text."""
        self.pane.run_read(find_products, text, then=then, slot="offers")

    # --- lines at once ---

    def list_left(self, left: frozenset[int]) -> None:
        """Put those that nobody counted into the lines, to be looked for."""
        self._list(left, self.tr("范围里有账面数的商品都盘到了"))

    def list_longest(self) -> None:
        """Put those that were longest not counted into the lines."""
        read = partial(longest_uncounted, warehouse_id=self.warehouse())
        self.pane.run_read(read, then=self._list_due, slot="due")

    def list_class(self, wanted: str) -> None:
        """Put the goods of class A, B or C into the lines."""
        read = partial(goods_of_class, warehouse_id=self.warehouse(), wanted=wanted)
        self.pane.run_read(read, then=self._list_due, slot="due")

    def read_block(
        self, block: list[list[str]], keys: list[str], then: Callable[[Sequence[TypedCount]], None]
    ) -> bool:
        """Make lines of pasted rows: what names the goods first, then what was counted, last or in its own column."""
        if not keys or keys[0] != PRODUCT:
            return False
        place = keys.index(COUNTED) if COUNTED in keys else -1
        named = [
            (row[0].strip(), row[place if len(row) > place else -1])
            for row in block
            if len(row) > 1 and row[0].strip()
        ]
        read = partial(goods_named, names=[name for name, _text in named])
        self.pane.run_read(read, then=partial(self._pasted, named, then))
        return bool(named)

    def count_again(self) -> None:
        """Let every line with a difference be counted anew; pressed again, give up those that were not."""
        lines = self.grid.lines()
        if any(line.waits for line in lines):
            self.grid.start([line.as_before() for line in lines])
            self.pane.context.messages.info(self.tr("放弃复盘，初盘数还在"))
            self.grid.lines_changed.emit()
            return
        if not self.blind():
            self._again({x.goods.id for x in lines if x.goods and x.difference})
        elif self.pane.context.may(POST):
            drafts = [draft for line in lines if (draft := line.draft)]
            read = partial(differing, warehouse_id=self.warehouse(), lines=drafts)
            self.pane.run_read(read, then=self._again, slot="differing")
        else:
            told = self.tr("盲盘哪些有差异，由能审核盘点的人来挑。存草稿，请他打开按 F8")
            self.pane.context.messages.notice(told)

    def show_books(self) -> None:
        """Blind no longer, or from now on: the lines learn what the books said, or forget it."""
        if self.blind():
            self.grid.amend(lambda line: line.mark is not None, lambda x: replace(x, book=None))
            return
        marks = [(x.goods.id, x.mark) for x in self.grid.lines() if x.goods and _hidden(x)]
        if marks:
            read = partial(books_at, warehouse_id=self.warehouse(), marks=marks)
            self.pane.run_read(read, then=self._unhide, slot="unhide")

    def _again(self, different: Collection[int]) -> None:
        """Let these and what moved meanwhile be counted anew."""
        lines = self.grid.lines()
        rows = {
            row for row, x in enumerate(lines) if x.goods and (x.goods.id in different or x.shifted)
        }
        if not rows:
            self.pane.context.messages.notice(self.tr("没有差异，不用复盘"))
            return
        self.grid.start([x.again() if row in rows else x for row, x in enumerate(lines)])
        told = self.tr("{count} 种有差异，再数一次")
        self.pane.context.messages.info(told.format(count=len(rows)))
        self.grid.lines_changed.emit()

    # --- inside ---

    def _list_due(self, products: Sequence[int]) -> None:
        self._list(products, self.tr("这样的商品都已经列在这里，或仓库里没有"))

    def _list(self, products: Collection[int], none: str) -> None:
        known = {line.goods.id for line in self.grid.lines() if line.goods}
        wanted = sorted(set(products) - known)
        if not wanted:
            self.pane.context.messages.notice(none)
            return
        self.pane.run_read(partial(goods_of, products=wanted), then=self._add_left)

    def _pasted(
        self,
        named: Sequence[tuple[str, str]],
        then: Callable[[Sequence[TypedCount]], None],
        found: Mapping[str, CodeGoods],
    ) -> None:
        """Rows that cannot be lines are told; the others are, those of the same goods added up."""
        there = {line.goods.id for line in self.grid.lines() if line.goods}
        lines: dict[int, TypedCount] = {}
        lost = []
        for name, text in named:
            goods = found.get(name)
            base = None if goods is None or goods.goods.id in there else _counted(goods, text)
            if goods is None or base is None:
                lost.append(name)
                continue
            before = lines.get(goods.goods.id, TypedCount(goods.goods))
            lines[goods.goods.id] = before.set_to((before.counted or 0) + base)
        then(list(lines.values()))
        if lost:
            told = self.tr("有 {count} 行没有粘贴：没有这种商品、数量不对，或已经在行里：{names}")
            names = listed(lost[:3])
            self.pane.context.messages.notice(told.format(count=len(lost), names=names))

    def _on_scanned(self, said: Counted, found: ScannedGoods | None) -> None:
        messages = self.pane.context.messages
        if found is None:
            told = self.tr("没有这个条码 {code}，没有计数。核对条码，或先建商品")
            messages.notice(told.format(code=said.code[:40]))
            return
        base, rest = divmod(said.quantity * found.step, UNIT)
        try:
            require_fine(found.goods, base)
        except UserError as error:
            messages.notice(error.message)
            return
        if rest or not found.step or not found.goods.track_stock:
            told = self.tr("{product} 不管库存，或这个单位折不成整数，没有计数")
            messages.notice(told.format(product=found.goods.name))
            return
        self._add(found.goods, base, found.books)

    def _add(self, goods: CountGoods, base: int, books: Books) -> None:
        self.grid.commit()  # what stands in an open cell counts before the scan does
        row = self._row_of(goods.id)
        before = self.grid.lines()[row] if row is not None else TypedCount(goods)
        line = before.more(base, books, self._now())
        place = len(self.grid.lines()) if row is None else row
        self._last = goods.id
        self.grid.entry.put(place, line, self.tr("盘 {name}").format(name=goods.name))
        self.grid.go_to_cell(place, COUNTED)
        told = self.tr("{name} 加 {more}，共 {counted} {unit}")
        self.pane.context.messages.info(
            told.format(
                name=goods.name,
                more=quantity_text(base),
                counted=quantity_text(line.counted or 0),
                unit=goods.unit,
            )
        )

    def _set_last(self, quantity: int) -> None:
        row = None if self._last is None else self._row_of(self._last)
        goods = None if row is None else self.grid.lines()[row].goods
        if row is None or goods is None:
            self.pane.context.messages.notice(self.tr("先扫一种商品，再填 12* 定它的数"))
            return
        try:
            require_fine(goods, quantity)
        except UserError as error:
            self.pane.context.messages.notice(error.message)
            return
        line = self.grid.lines()[row]
        fresh = line.set_to(quantity)
        told = self.tr("{name} 定为 {counted} {unit}")
        said = told.format(name=goods.name, counted=quantity_text(quantity), unit=goods.unit)
        self.grid.entry.put(row, fresh, said)
        self.pane.context.messages.info(said)

    def _row_of(self, product: int) -> int | None:
        lines = enumerate(self.grid.lines())
        return next((row for row, line in lines if line.goods and line.goods.id == product), None)

    def _now(self) -> int:
        return self.pane.context.clock.milliseconds()

    # --- lines that were counted by hand learn what the books say ---

    def _stamp_soon(self) -> None:
        bare = [x.goods.id for x in self.grid.lines() if x.goods and x.bare]
        if bare:
            place, blind = self.warehouse(), self.blind()
            read = partial(books_of, products=bare, warehouse_id=place, blind=blind)
            self.pane.run_read(read, then=partial(self._stamp, bare), slot="books")

    def _stamp(self, bare: Sequence[int], books: Mapping[int, Books]) -> None:
        asked, now = frozenset(bare), self._now()
        self.grid.amend(
            lambda line: line.bare and line.goods.id in asked,
            lambda line: line.stamped(books[line.goods.id], now),
        )

    def _unhide(self, books: Mapping[int, int]) -> None:
        if not self.blind():
            self.grid.amend(
                lambda line: _hidden(line) and line.goods.id in books,
                lambda line: replace(line, book=books[line.goods.id]),
            )

    def _add_left(self, goods: Mapping[int, CountGoods]) -> None:
        fresh = sorted(goods.values(), key=lambda each: each.code)
        self.grid.start([*self.grid.lines(), *(TypedCount(each) for each in fresh)])
        told = self.tr("列出没盘到的 {count} 种，实盘还空着")
        self.pane.context.messages.info(told.format(count=len(fresh)))

    def _on_taken(self, _row: int, hit: ProductHit) -> None:
        read = partial(goods_of, products=[hit.id])
        self.pane.run_read(read, then=self._know)

    def _know(self, goods: Mapping[int, CountGoods]) -> None:
        """Goods found by words learn their units."""
        self.grid.amend(
            lambda line: line.goods is not None and line.goods.id in goods,
            lambda line: replace(line, goods=goods[line.goods.id]),
        )


def _counted(goods: CodeGoods, text: str) -> int | None:
    """Base units that a pasted row counted; None where it says nothing that could be."""
    try:
        counted = parse_quantity(text, goods.goods.units)
        base, rest = divmod(counted * goods.step, UNIT)
        require_fine(goods.goods, base)
    except UserError:
        return None
    return None if rest or not goods.step else base


def _hidden(line: TypedCount) -> bool:
    """Whether a line knows the moment it was counted, and not what the books said then."""
    return line.goods is not None and line.mark is not None and line.book is None

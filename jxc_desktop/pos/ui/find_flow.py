"""Goods by name, by letters that fit several, and barcodes that nobody knows."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from jxc_desktop.catalog.queries.finding import ProductHit
from jxc_desktop.catalog.queries.till import ProductAtTill, product_by_code
from jxc_desktop.core.errors import UserError
from jxc_desktop.pos import grammar
from jxc_desktop.pos.looking import add_goods, bind_barcode, choices
from jxc_desktop.pos.ticket import PIECE
from jxc_desktop.pos.ui.find_sheet import Choice, FindSheet
from jxc_desktop.pos.ui.new_goods_sheet import NewGoodsSheet
from jxc_desktop.pos.ui.till_desk import TillDesk
from jxc_desktop.widgets.pane import Pane


class FindFlow(QObject):
    """What is chosen goes onto the ticket, or gets the barcode that nobody knew."""

    def __init__(self, pane: Pane, desk: TillDesk) -> None:
        super().__init__(pane)
        self._pane, self._desk = pane, desk
        self._quantity = PIECE
        self._price: int | None = None
        self._barcode = ""
        self.sheet = FindSheet(pane, self._ask)
        self.sheet.taken.connect(self._taken)
        self.new_sheet = NewGoodsSheet(pane)
        self.new_sheet.created.connect(self._create)
        self.new_sheet.bind.connect(self.bind)

    def find(self, text: str) -> None:
        """Look for goods; a quantity or price ahead of the words is kept for what is chosen."""
        entry = grammar.understand(text)
        code = entry if isinstance(entry, grammar.Code) else grammar.Code("")
        self._begin(code, self.tr("查商品"))

    def choose(self, code: grammar.Code) -> None:
        """Several products answer to what was typed: choose one."""
        self._begin(code, self.tr("选商品"))

    def bind(self, barcode: str) -> None:
        """Choose the goods that an unknown barcode belongs to."""
        self._barcode = barcode
        self.sheet.begin(self.tr("绑定到哪件商品"), "", barcode)

    def new_goods(self, barcode: str) -> None:
        """Make goods of an unknown barcode."""
        self.new_sheet.begin(barcode)

    def _begin(self, code: grammar.Code, title: str) -> None:
        self._barcode = ""
        self._quantity, self._price = code.quantity or PIECE, code.price
        self.sheet.begin(title, code.text)

    def _ask(self, text: str, then: Callable[[Sequence[Choice]], None]) -> None:
        state = self._desk.state
        warehouse = state.till.warehouse_id if state else 0

        def answered(found: tuple[tuple[ProductHit, int], ...]) -> None:
            then([Choice(hit, here) for hit, here in found])

        self._pane.run_read(choices, text, warehouse, then=answered, slot="find")

    def _taken(self, hit: ProductHit) -> None:
        if self._barcode:
            self._pane.run_write(bind_barcode, self._barcode, hit.id, then=self._bound)
            return
        then = partial(self._add, self._quantity, self._price)
        self._pane.run_read(product_by_code, hit.code, then=then)

    def _add(self, quantity: int, price: int | None, product: ProductAtTill) -> None:
        self._desk.add(product, quantity, price)

    def _create(self, barcode: str, name: str, unit: str, price: int) -> None:
        self._pane.run_write(
            add_goods, barcode, name, unit, price, then=self._bound, failed=self._not_created
        )

    def _not_created(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self.new_sheet.refuse(error.message)
        else:
            self._pane.fail(error)

    def _bound(self, product: ProductAtTill) -> None:
        self._barcode = ""
        self.new_sheet.dismiss()
        self._pane.context.messages.seen()
        self._desk.add(product)

"""What one firm paid, or was paid, for the product under the hand the last times: a dock beside the document."""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar, Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.formats import discount_text, quantity_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import RowHeight, Size

SHOWN = 8


class PriceRow(Protocol):
    """A price of before; 1e-6 yuan for one `unit`."""

    @property
    def number(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def quantity(self) -> int: ...
    @property
    def discount(self) -> int: ...


class LastPricesDock(Pane):
    """Follows product and firm; an answer older than the cursor is dropped. Enter opens the document."""

    kind: ClassVar[str]
    """The documents whose prices are shown."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._asked: tuple[int, int | None] | None = None
        self._name = ""
        self.model: RowsModel[Any] = RowsModel(self._columns(), self)
        self.grid = Grid(
            self.model,
            row_height=RowHeight.COMPACT,
            header_height=RowHeight.HEADER_COMPACT,
            text_size=Size.HINT,
            row_key=lambda row: (row.number, row.price),
        )
        self.grid.setAccessibleName(self.heading())
        self.empty = EmptyState(
            self.grid, self.tr("光标停在商品上，这里就有最近几次的价。"), icon_name="history"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid)
        self.grid.opened.connect(self._open)
        self.setFocusProxy(self.grid)

    @abstractmethod
    def query(self) -> Callable[..., Sequence[PriceRow]]:
        """The last prices, `(session, product, partner, limit)`."""

    @abstractmethod
    def other_firms(self) -> bool:
        """Whether the prices of other firms help when this one has none."""

    def attend(self, attention: Mapping[str, Any]) -> None:
        product, partner = attention.get("product"), attention.get("partner")
        if attention.get("kind", self.kind) != self.kind:
            partner = None
        if not isinstance(product, int) or (product, partner) == self._asked:
            return
        self._asked, self._name = (product, partner), str(attention.get("product_name", ""))
        self.refresh()

    def refresh(self) -> None:
        if self._asked is not None:
            read = partial(_prices, self.query(), self.other_firms())
            self.run_read(read, *self._asked, then=self._show, slot="prices")

    def _columns(self) -> tuple[Column[Any], ...]:
        return (
            Column[Any]("day", self.tr("日期"), kind=Kind.SHORT_DAY, sortable=False),
            Column[Any](
                "quantity",
                self.tr("数量"),
                lambda row: f"{quantity_text(row.quantity)} {row.unit}",
                width=72,
                right=True,
                stretch=True,
                sortable=False,
            ),
            Column[Any](
                "price", self.tr("单价"), kind=Kind.PRICE, width=74, bold=True, sortable=False
            ),
            Column[Any](
                "discount",
                self.tr("折扣"),
                short=self.tr("折"),
                text=lambda value: discount_text(value) or "—",
                right=True,
                width=52,
                muted=True,
                sortable=False,
            ),
        )

    def _show(self, rows: Sequence[PriceRow]) -> None:
        self.subject_changed.emit(self._name)
        self.model.set_rows(rows)
        if not rows:
            self.empty.text.setText(self.tr("这家还没有过这个商品的价。"))

    def _open(self, row: PriceRow) -> None:
        self.context.open(self.kind, row.number)


def _prices(
    query: Callable[..., Sequence[PriceRow]],
    others: bool,
    session: Session,
    product: int,
    partner: int | None,
) -> Sequence[PriceRow]:
    found = query(session, product, partner, SHOWN)
    return found or (query(session, product, None, SHOWN) if others else found)

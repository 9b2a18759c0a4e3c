"""A price change on screen: from which day, why, its lines; typed until it is approved, then only read."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from jxc_desktop.catalog.queries import ProductHit, find_products
from jxc_desktop.core.errors import UserError
from jxc_desktop.core.numbers import RATE_PLACES, parse_scaled
from jxc_desktop.pricing.queries import (
    PriceChangeLineView,
    PriceChangeView,
    RepricedGoods,
    goods_to_reprice,
)
from jxc_desktop.pricing.typed_change import TypedChange, TypedPriceChange, moved_all
from jxc_desktop.pricing.ui.change_columns import change_columns, posted_columns
from jxc_desktop.widgets.day_field import DayField
from jxc_desktop.widgets.entry_columns import Answer
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.expressions import plain
from jxc_desktop.widgets.form_row import FormRow
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import Space

_RATE, _DAY = 72, 130
TAILS = ("", "0", "5", "9", "99")


class ChangeForm(QWidget):
    """Reads and shows a `TypedPriceChange`; shows an approved one."""

    edited = Signal()

    def __init__(self, pane: Pane) -> None:
        super().__init__(pane)
        self._pane = pane
        context = pane.context
        today = context.clock.today
        self.typing = True
        self.effective = DayField(today(), today=today)
        self.reason = QLineEdit()
        self.rate = QLineEdit()
        self.tail = QComboBox()
        self.apply = QPushButton(self.tr("全部套用"))
        self.grid = EntryGrid(
            change_columns(self._suggest, context.may),
            TypedChange,
            name="price_change_lines",
            settings=context.settings,
        )
        self.grid.setAccessibleName(self.tr("调价的商品"))
        self.posted: RowsModel[PriceChangeLineView] = RowsModel(posted_columns(context.may), self)
        self.posted_grid = Grid(
            self.posted,
            name="price_change_posted",
            settings=context.settings,
            row_key=lambda line: line.line_no,
        )
        self._stack = QStackedWidget()
        self._rule = QWidget()
        self._rows = {
            "effective_day": FormRow(self.tr("生效日"), self.effective),
            "reason": FormRow(self.tr("原因"), self.reason),
        }
        self._lay_out()
        self._connect()

    # --- reading and showing ---

    @property
    def lines(self) -> Sequence[TypedChange]:
        """The typed lines that name goods."""
        return [line for line in self.grid.lines() if line.goods is not None]

    def paper(self) -> TypedPriceChange:
        """All that is typed now."""
        day = self.effective.day or self._pane.context.clock.today()
        kept = tuple(line.kept() for line in self.lines)
        return TypedPriceChange(day, self.reason.text().strip(), kept)

    def show_typed(self, paper: TypedPriceChange, lines: Sequence[TypedChange]) -> None:
        """Show a draft, or a new change."""
        self.typing = True
        self.effective.set_day(paper.effective_day)
        self.reason.setText(paper.reason)
        self.grid.start(lines)
        self._show_mode()

    def show_posted(self, view: PriceChangeView) -> None:
        """Show a change that was approved."""
        self.typing = False
        self.effective.set_day(view.effective_day)
        self.reason.setText(view.head.reason)
        self.posted.set_rows(view.lines)
        self._show_mode()

    def obstacle(self) -> str:
        """Why it cannot be approved as it stands; goes to the place."""
        if not (self.grid.commit() and self.effective.settle()) or self.effective.day is None:
            return self.tr("有一格还没填好。改好再审核")
        if not self.lines:
            self.grid.setFocus()
            return self.tr("还没有商品。在商品格填编号、拼音或扫码")
        for row, line in enumerate(self.grid.lines()):
            if line.goods is not None and line.price is None:
                self.grid.mark(row, "price", self.tr("没有新价"))
                self.grid.setFocus()
                return self.tr("第 {row} 行：没有新价").format(row=row + 1)
        return ""

    def mark_field(self, field: str, reason: str) -> None:
        """Mark the place that an error of the service names."""
        if field.startswith("lines["):
            place, _, name = field.removeprefix("lines[").partition("]")
            rows = [row for row, line in enumerate(self.grid.lines()) if line.goods is not None]
            keys = {column.key for column in self.grid.entry.entry_columns}
            name = name.lstrip(".")
            self.grid.mark(rows[int(place)], name if name in keys else "product", reason)
            self.grid.setFocus()
        elif field in self._rows:
            self._rows[field].set_error(reason)
            self._rows[field].field.setFocus()

    # --- inside ---

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.FIELD_COLUMN)
        self.effective.setMinimumWidth(_DAY)
        head.addWidget(self._rows["effective_day"])
        head.addWidget(self._rows["reason"], 1)
        self._lay_out_rule()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.posted_grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ROW)
        column.addLayout(head)
        column.addWidget(self._rule)
        column.addWidget(self._stack, 1)

    def _lay_out_rule(self) -> None:
        words = {"": self.tr("尾数不变"), "99": self.tr("尾数 .99")}
        for tail in TAILS:
            self.tail.addItem(words.get(tail, self.tr("角位 {digit}").format(digit=tail)), tail)
        self.rate.setPlaceholderText("+5")
        self.rate.setFixedWidth(_RATE)
        self.tail.setAccessibleName(self.tr("尾数"))
        row = QHBoxLayout(self._rule)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.ROW)
        row.addWidget(FormRow(self.tr("涨跌 %"), self.rate))
        row.addWidget(self.tail)
        row.addWidget(self.apply)
        row.addStretch(1)

    def _connect(self) -> None:
        notice = self._pane.context.messages.notice
        self.grid.lines_changed.connect(self.edited)
        self.grid.line_taken.connect(self._on_taken)
        self.grid.refused.connect(notice)
        self.grid.told.connect(self._pane.context.messages.info)
        self.effective.day_changed.connect(self._on_head)
        self.effective.refused.connect(notice)
        self.reason.textEdited.connect(self._on_head)
        self.apply.clicked.connect(self.move_all)
        self.rate.returnPressed.connect(self.move_all)

    def move_all(self) -> None:
        """Give every line a new price by the rate and tail above; one step that can be undone."""
        try:
            rate = parse_scaled(plain(self.rate.text()).rstrip("%") or "0", RATE_PLACES - 2)
        except UserError as error:
            self._pane.context.messages.notice(error.message)
            self.rate.setFocus()
            return
        if not self.grid.commit():
            return
        steps = self.grid.entry.steps
        moved = moved_all(steps.lines, rate, self.tail.currentData())
        steps.change(moved, row=0, name=self.tr("按比例调价"))
        self.grid.entry.show_steps()
        self.edited.emit()

    def _on_head(self, *_what: object) -> None:
        for row in self._rows.values():
            row.set_error("")
        if self.typing:
            self.edited.emit()

    def _show_mode(self) -> None:
        self._stack.setCurrentWidget(self.grid if self.typing else self.posted_grid)
        self._rule.setVisible(self.typing)
        self.effective.setReadOnly(not self.typing)
        self.reason.setReadOnly(not self.typing)

    # --- goods ---

    def _suggest(self, text: str, _line: TypedChange, then: Answer) -> None:
        self._pane.run_read(find_products, text, then=then, slot="offers")

    def _on_taken(self, _row: int, hit: ProductHit) -> None:
        read = partial(goods_to_reprice, products=[hit.id])
        self._pane.run_read(read, then=self.fill)

    def fill(self, goods: dict[int, RepricedGoods]) -> None:
        """Let lines know their goods better."""
        self.grid.amend(
            lambda line: line.goods is not None and line.goods.facts.id in goods,
            lambda line: replace(line, goods=goods[line.goods.facts.id]),
        )

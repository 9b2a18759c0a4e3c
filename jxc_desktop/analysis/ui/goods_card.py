"""The goods that earned most: a small grid on a card; Enter shows how a product came and went."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from jxc_desktop.analysis.best_goods import GoodsEarning
from jxc_desktop.core.numbers import ONE, div_half_up
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.formats import percent_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import Size, Space

_LEAST = 230


class GoodsCard(QFrame):
    """Five rows; without the right to see profit they are those that sold most."""

    opened = Signal(str, object)

    def __init__(self, *, profit: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._profit = profit
        name = self.tr("最赚钱的 5 种") if profit else self.tr("卖得最多的 5 种")
        self.setAccessibleName(name)
        self.title = Words(name, Size.CARD_TITLE, bold=True)
        self.share = Words(size=Size.HINT, tone="text2")
        self.model: RowsModel[GoodsEarning] = RowsModel(self._columns(), self)
        self.grid = Grid(self.model, row_key=lambda row: row.product_id)
        self.grid.setAccessibleName(name)
        self.empty = EmptyState(self.grid, self.tr("这段时间还没有卖出东西。"))
        self.grid.opened.connect(lambda row: self.opened.emit("product_flow", row.product_id))
        head = QHBoxLayout()
        head.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.ROW)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.share)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, Space.LABEL)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.grid, 1)
        self.setMinimumHeight(_LEAST)

    def show_goods(self, rows: Sequence[GoodsEarning], whole: int) -> None:
        """Show the goods; `whole` is what all goods together earned (or sold) in fen."""
        self.model.set_rows(rows)
        part = sum((row.profit if self._profit else row.net) or 0 for row in rows)
        if whole > 0 and rows:
            share = percent_text(div_half_up(part * ONE, whole), 1)
            words = self.tr("占全部毛利 {share}") if self._profit else self.tr("占全部销售 {share}")
            self.share.setText(words.format(share=share))
        else:
            self.share.setText("")

    def _columns(self) -> tuple[Column[GoodsEarning], ...]:
        columns = [
            Column[GoodsEarning]("name", self.tr("商品"), sub=lambda row: row.spec, stretch=True),
            Column[GoodsEarning]("quantity", self.tr("数量"), kind=Kind.QUANTITY),
            Column[GoodsEarning]("unit", self.tr("单位"), width=48, muted=True),
            Column[GoodsEarning]("net", self.tr("净销售额"), kind=Kind.MONEY),
        ]
        if self._profit:
            columns += [
                Column[GoodsEarning]("profit", self.tr("毛利"), kind=Kind.MONEY),
                Column[GoodsEarning](
                    "margin",
                    self.tr("毛利率"),
                    kind=Kind.PERCENT,
                    text=lambda rate: percent_text(rate, 1),
                    width=72,
                ),
            ]
        return tuple(columns)

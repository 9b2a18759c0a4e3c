"""A page with one of each widget, filled like the pictures of the design, drawn to a file.

`python tests/widgets/gallery.py THEME LANGUAGE FILE` prints the cells that are cut, as JSON; test_gallery.py runs it
at several scales, because the scale is fixed when Qt starts.
"""

import json
import os
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from jxc_desktop.core.clock import fixed_clock
from jxc_desktop.widgets.amounts import AmountLines, BigAmount, FigureCard
from jxc_desktop.widgets.buttons import ActionButton, IconButton, Segments
from jxc_desktop.widgets.chart_plots import Point
from jxc_desktop.widgets.charts import BarLine, Spark
from jxc_desktop.widgets.chips import Chip, ChipLabel, status_chip
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.day_field import DayField
from jxc_desktop.widgets.dock_title import make_dock
from jxc_desktop.widgets.entry_columns import EntryColumn
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.entry_model import number_column
from jxc_desktop.widgets.filter_bar import FilterBar, FilterChoice
from jxc_desktop.widgets.form_row import FormGrid, FormRow
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.icons import icon
from jxc_desktop.widgets.look import font
from jxc_desktop.widgets.message_line import MessageLine
from jxc_desktop.widgets.messages import Link, Messages
from jxc_desktop.widgets.number_field import NumberField
from jxc_desktop.widgets.popup import Suggestions
from jxc_desktop.widgets.rows_model import RowsModel, RowStyle
from jxc_desktop.widgets.search_field import SearchField
from jxc_desktop.widgets.sheet import Sheet
from jxc_desktop.widgets.theme import apply_theme
from jxc_desktop.widgets.tokens import RowHeight, Size
from jxc_desktop.widgets.totals_row import TotalsRow

TODAY = date(2026, 11, 20)
WORDS = {
    "zh": (
        "日期",
        "客户",
        "价税合计",
        "状态",
        "商品",
        "单位",
        "数量",
        "含税单价",
        "折扣",
        "税率",
        "可用",
    ),
    "en": (
        "Date",
        "Customer",
        "Total",
        "Status",
        "Product",
        "Unit",
        "Qty",
        "Price",
        "Disc.",
        "Tax",
        "Avail.",
    ),
}


@dataclass(frozen=True)
class Document:
    day: date
    partner: str
    total: int
    state: str


@dataclass(frozen=True)
class Line:
    name: str = ""
    spec: str = ""
    unit: str = ""
    quantity: int = 10000
    price: int | None = None
    discount: int = 0
    rate: int = 1300
    amount: int = 0
    stock: int = 0


DOCUMENTS = [
    Document(date(2026, 11, day), partner, total, state)
    for day, partner, total, state in (
        (20, "桥东惠民超市", 524000, "draft"),
        (20, "望湖楼酒店", 318400, "pending"),
        (20, "南门老陈小卖部", 86250, "posted"),
        (19, "育才中学食堂", 947600, "posted"),
        (18, "城北建材工地食堂", 408000, "pending"),
        (16, "阳光幼儿园", 120480, "reversed"),
        (16, "阳光幼儿园", -120480, "reversal"),
        (12, "南门老陈小卖部", 69000, "voided"),
        (11, "育才中学食堂", 864000, "partly_delivered"),
    )
]
LINES = [
    Line("清溪天然水", "550ml×24", "箱", 400000, 26500000, 0, 1300, 106000, 3120000),
    Line("金穗花生油", "5L", "桶", 300000, 79800000, 0, 900, 239400, 1540000),
    Line("北麦红烧牛肉面", "105g×12桶", "箱", 150000, 43800000, 0, 1300, 65700, 580000),
    Line("晨牧纯牛奶", "250ml×16", "箱", 240000, 49900000, 500, 900, 113772, 1380000),
]
CHOICES = [
    Line("晨牧纯牛奶", "250ml×16", "箱", stock=1380000, price=55000000),
    Line("晨牧纯牛奶 低脂", "250ml×16", "箱", stock=720000, price=56000000),
    Line("晨牧纯牛奶 小盒", "125ml×20", "箱", stock=0, price=39000000),
]


def find(_text, then):
    then(CHOICES)


class Gallery(QWidget):
    """The page: a list at the left, a document in the middle, evidence at the right."""

    def __init__(self, language):
        super().__init__()
        self.setProperty("look", "canvas")
        self.words = WORDS[language]
        self.grids = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.left(), 27)
        row.addWidget(self.middle(), 53)
        row.addWidget(self.right(), 20)
        self.resize(1440, 820)

    def column(self, *parts, margins=8):
        holder = QWidget()
        holder.setProperty("look", "surface")
        holder.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(margins, margins, margins, margins)
        for part in parts:
            if isinstance(part, int):
                layout.addSpacing(part)
            elif part is None:
                layout.addStretch(1)
            elif isinstance(part, QWidget):
                layout.addWidget(part)
            else:
                layout.addLayout(part)
        return holder

    def line(self, *parts):
        row = QHBoxLayout()
        for part in parts:
            row.addStretch(1) if part is None else row.addWidget(part)
        return row

    def left(self):
        day, partner, total, state = self.words[:4]
        columns = (
            Column("day", day, kind=Kind.SHORT_DAY),
            Column("partner", partner, stretch=True, width=110),
            Column("total", total, kind=Kind.MONEY, width=92),
            Column("state", state, lambda row: status_chip(row.state), Kind.CHIP),
        )
        styles = {"voided": RowStyle.VOID}
        model = RowsModel(columns, style=lambda row: styles.get(row.state, RowStyle.NORMAL))
        self.list = Grid(model)
        self.list.rows.set_rows(DOCUMENTS)
        self.list.go_to(0)
        totals = TotalsRow(self.list, unit=lambda _count: "张", sum_key="total")
        totals.set_totals({"total": 7029470}, count=20)
        self.bar = FilterBar(
            [FilterChoice("state", "状态", (("", "全部状态"), ("draft", "草稿")))],
            today=lambda: TODAY,
            narrow=True,
        )
        self.bar.set_subject("partner", "客户", 1, "望湖楼酒店")
        kinds = Segments([("q", "报价"), ("o", "订单"), ("d", "出库"), ("r", "退货")])
        kinds.choose("d")
        self.grids.append(self.list)
        return self.column(kinds, self.bar, self.list, totals)

    def middle(self):
        save, post = (
            QAction(icon("save"), "保存草稿"),
            QAction(icon("badge-check", "on_accent"), "审核过账"),
        )
        save.setShortcut("Ctrl+S")
        post.setShortcut("F12")
        title = QLabel("销售出库单")
        title.setFont(font(Size.TITLE, bold=True))
        head = self.line(
            title,
            ChipLabel(status_chip("draft")),
            None,
            ActionButton(save),
            ActionButton(post, "main"),
        )
        self.popup_field = SearchField(self.suggestions(), find)
        warehouse = QComboBox()
        warehouse.addItems(["总仓", "门店"])
        due = DayField(date(2026, 12, 20), today=lambda: TODAY)
        due.setReadOnly(True)
        discount = FormRow("整单优惠", NumberField(872))
        discount.set_error("比合计还大")
        form = FormGrid(
            [
                FormRow("客户", self.popup_field),
                FormRow("业务日期", DayField(TODAY, today=lambda: TODAY)),
                FormRow("仓库", warehouse),
                discount,
                FormRow("到期日", due),
                FormRow("业务员", QComboBox()),
            ]
        )
        self.entry = EntryGrid(self.entry_columns(), Line)
        self.entry.start(LINES)
        self.entry.mark(1, "quantity", "总仓的 金穗花生油 只够 18 桶", "bad")
        self.entry.mark(3, "price", "低于上次", "warn")
        self.entry.go_to_cell(4)
        self.grids.append(self.entry)
        lines = AmountLines()
        for word, text, tone in (
            ("合计", "5,248.72", ""),
            ("整单优惠", "-8.72", "bad"),
            ("其中税额", "488.32", ""),
        ):
            lines.set_line(word, text, tone)
        total = BigAmount()
        total.set_amount(524000)
        messages = Messages(fixed_clock(2026, 11, 20))
        message_line = MessageLine(messages)
        messages.notice("第 4 行已带出该客户上次的 95折（11-15）。", Link("改回", print, "F3"))
        return self.column(
            head, 8, form, self.entry, self.line(lines, None, total), message_line, margins=16
        )

    def suggestions(self):
        return Suggestions(
            (
                Column("name", "商品", width=220, stretch=True, sub=lambda line: line.spec),
                Column("unit", "单位", width=52),
                Column("stock", "总仓可用", kind=Kind.QUANTITY, width=80),
                Column("price", "零售价", kind=Kind.PRICE),
            ),
            keys=(("F2", "完整查询"), ("Ctrl+N", "新商品")),
        )

    def entry_columns(self):
        _, _, total, _, product, unit, quantity, price, discount, rate, stock = self.words
        return (
            number_column(),
            EntryColumn(
                "name",
                product,
                stretch=True,
                width=180,
                sub=lambda line: line.spec,
                wants=lambda _: True,
                suggestions=self.suggestions(),
                suggest=lambda _t, _l, then: then(CHOICES),
            ),
            EntryColumn("unit", unit, width=52),
            EntryColumn("quantity", quantity, kind=Kind.QUANTITY, edit=lambda line, _text: line),
            EntryColumn(
                "price",
                price,
                kind=Kind.PRICE,
                text=lambda v: "" if v is None else f"{v / 1e6:.2f}",
            ),
            EntryColumn("discount", discount, kind=Kind.DISCOUNT),
            EntryColumn("rate", rate, kind=Kind.PERCENT),
            EntryColumn("amount", total, kind=Kind.MONEY),
            EntryColumn("stock", stock, kind=Kind.QUANTITY, muted=True),
        )

    def right(self):
        self.spark = Spark("进价走势")
        self.spark.set_points([Point("", value) for value in (3860, 3900, 3910, 4010, 4100)])
        spark_dock = make_dock("进价走势", "trending-up", self.spark)
        spark_dock.titleBarWidget().set_subject("晨牧纯牛奶 低脂")
        self.chart = BarLine("销售与毛利", "净销售额", "毛利")
        self.chart.set_points(
            [
                Point(f"11-{d:02}", 400000 + d * 37 % 11 * 20000, 80000 + d * 900)
                for d in range(1, 21)
            ],
            marked=[6, 13, 19],
        )
        card = FigureCard("今日毛利", "trending-up")
        card.set_figure("1,104.28", "较昨日 ▲ 19.3%", tone="ok", aside="昨日 17.9%")
        chips = self.line(
            ChipLabel(Chip("账实一致 ✓", "ok"), "shield-check"), IconButton("columns-3", "列"), None
        )
        prices = (
            Column("day", "日期", kind=Kind.SHORT_DAY),
            Column("total", "含税单价", kind=Kind.MONEY, stretch=True),
        )
        small = Grid(
            RowsModel(prices), row_height=RowHeight.COMPACT, header_height=RowHeight.HEADER_COMPACT
        )
        small.rows.set_rows(DOCUMENTS[:4])
        self.grids.append(small)
        return self.column(
            chips,
            card,
            spark_dock,
            self.chart,
            make_dock("客户最近成交价", "history", small),
            margins=4,
        )


def draw(theme, language, file):
    """Draw the page into `file`; gives the cells that are cut."""
    app = QApplication.instance() or QApplication([])
    apply_theme(app, theme)
    page = Gallery(language)
    page.show()
    QTest.qWaitForWindowActive(page)
    page.entry.setFocus()
    QTest.keyClicks(page.entry.cell.editor, "cmcn")
    QTest.qWait(300)
    popup = page.entry.cell.search.popup
    picture = page.grab()
    painter = QPainter(picture)
    painter.drawPixmap(popup.pos() - page.mapToGlobal(QPoint(0, 0)), popup.grab())
    painter.end()
    picture.save(str(file))
    cut = [cell for grid in (*page.grids, popup.grid) for cell in grid.elided_cells()]
    popup.hide()
    sheet = Sheet(
        page,
        "红冲 XSCK202611200007",
        ["生成 XSCK…0012 红字单和 记-87", "库存 +24 箱"],
        do="红冲",
        reason="红冲原因",
    )
    page.grab().save(str(file).replace(".png", "-sheet.png"))
    assert sheet.leave.hasFocus()
    return {
        "cut": cut,
        "size": [picture.width(), picture.height()],
        "ratio": picture.devicePixelRatio(),
    }


if __name__ == "__main__":
    print(json.dumps(draw(*sys.argv[1:4]), ensure_ascii=False))

"""进价走势: how the purchase price of the product under the hand went, in a dock beside the document."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QGridLayout, QStackedLayout, QVBoxLayout, QWidget

from jxc_desktop.core.numbers import PRICE_PLACES, div_half_up
from jxc_desktop.purchase.price_course import PriceCourse, price_course
from jxc_desktop.widgets.chart_plots import Point
from jxc_desktop.widgets.charts import Spark
from jxc_desktop.widgets.formats import NOTHING, change_text, price_text, short_day_text
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.tokens import Size, Space

_PRICE_PER_FEN = 10 ** (PRICE_PLACES - 2)


class PriceCourseDock(Pane):
    """A step line over the last receipts, and the prices that count: last, lowest, highest, change."""

    title = str(QT_TR_NOOP("进价走势"))
    icon = "trending-up"
    needs = "field.purchase_price"
    watches = frozenset({"goods_receipt"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.product_id: int | None = None
        self.spark = Spark(self.tr("进价"))
        self.nothing = Words(self.tr("光标停在商品上，这里就有它的进价走势。"), tone="text2")
        self.nothing.setWordWrap(True)
        names = (self.tr("最近"), self.tr("最低"), self.tr("最高"), self.tr("较上次"))
        self.names = [Words(name, Size.CAPTION, tone="text2") for name in names]
        self.values = [Words(NOTHING, Size.BODY, bold=place == 0) for place in range(len(names))]
        self._pages = QStackedLayout()
        self._lay_out()
        self.setFocusProxy(self.spark)

    def attend(self, attention: Mapping[str, Any]) -> None:
        product = attention.get("product")
        if isinstance(product, int) and product != self.product_id:
            self.product_id = product
            self.refresh()

    def refresh(self) -> None:
        if self.product_id is not None:
            self.run_read(price_course, self.product_id, then=self._show, slot="course")

    def texts(self) -> list[str]:
        """What stands under the line: last, lowest, highest, change."""
        return [label.text() for label in self.values]

    def _lay_out(self) -> None:
        figures = QGridLayout()
        figures.setHorizontalSpacing(Space.ROW)
        figures.setVerticalSpacing(0)
        for place, (name, value) in enumerate(zip(self.names, self.values, strict=True)):
            value.setAccessibleName(name.text())
            figures.addWidget(name, 0, place)
            figures.addWidget(value, 1, place)
            figures.setColumnStretch(place, 1)
        page, empty = QWidget(), QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.BLOCK, 0, Space.BLOCK, Space.DOCK)
        column.addWidget(self.spark)
        column.addLayout(figures)
        column.addStretch(1)
        words = QVBoxLayout(empty)
        words.setContentsMargins(Space.BLOCK, Space.DOCK, Space.BLOCK, Space.DOCK)
        words.addWidget(self.nothing)
        words.addStretch(1)
        self.setLayout(self._pages)  # before its pages: it shows the first at once
        self._pages.addWidget(empty)
        self._pages.addWidget(page)

    def _show(self, course: PriceCourse) -> None:
        self.subject_changed.emit(course.name)
        self._pages.setCurrentIndex(1 if course.points else 0)
        if not course.points:
            self.nothing.setText(self.tr("{name} 还没有进过货。").format(name=course.name))
            return
        self.spark.set_points(
            [
                Point(f"{point.day} {point.supplier}", div_half_up(point.price, _PRICE_PER_FEN))
                for point in course.points
            ]
        )
        self._tell(course)

    def _tell(self, course: PriceCourse) -> None:
        last = course.points[-1]
        self.names[0].setText(
            self.tr("最近 {day}").format(day=short_day_text(last.day, self.context.clock.today()))
        )
        for label, price in zip(
            self.values, (last.price, course.lowest, course.highest), strict=False
        ):
            label.setText(_price(price))
        change = course.change
        self.values[-1].setText(NOTHING if change is None else change_text(change, 10_000))
        self.values[-1].set_tone("warn" if change and change > 0 else "ok" if change else "")


def _price(price: int) -> str:
    """A price rounded to four places: what a base unit of a case costs seldom comes out even."""
    return price_text(div_half_up(price, 100) * 100)

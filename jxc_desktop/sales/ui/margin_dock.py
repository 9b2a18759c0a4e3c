"""本单毛利: what the delivery under the hand earns, before posting and after."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.errors import UserError
from jxc_desktop.core.numbers import ONE
from jxc_desktop.sales.foreseen import Margin, foresee_margin, margin_of, margin_of_order
from jxc_desktop.sales.queries import delivery_view, quotation_view, sales_order_view
from jxc_desktop.sales.services import DeliveryDraft
from jxc_desktop.stock.ordering.drafts import OrderDraft
from jxc_desktop.widgets.amounts import AmountLines
from jxc_desktop.widgets.formats import money_text, percent_text
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.look import scaled
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.tokens import Size, Space

Asked = tuple[str, str] | DeliveryDraft | OrderDraft
"""Kind and number of what is settled, or what is typed."""
_LEAST = 150
"""Px below which the dock would hide its sums."""
_THIN = 500
"""Margins below this (1e-4) are said in amber."""


class MarginDock(Pane):
    """Exists only for who may see cost; asks anew when the document is another."""

    title = str(QT_TR_NOOP("本单毛利"))
    icon = "percent"
    needs = "field.cost_price"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._asked: object = None
        self.profit = Words("—", Size.TITLE, bold=True)
        self.rate = Words("—", Size.TITLE, bold=True)
        self.bar = QProgressBar(maximum=ONE, textVisible=False)
        self.lines = AmountLines()
        self.thinnest = Words(size=Size.HINT, tone="text2")
        self.thinnest.setWordWrap(True)
        self._lay_out()
        self._clear(self.tr("写销售单时，这里有它的毛利。"))

    def attend(self, attention: Mapping[str, Any]) -> None:
        kind = attention.get("kind")
        if kind not in _VIEWS:
            return
        number = attention.get("number")
        asked = (kind, number) if number else attention.get("draft")
        if asked == self._asked:
            return
        self._asked = asked
        self.refresh()

    def refresh(self) -> None:
        if self._asked is None:
            self._clear(self.tr("写销售单时，这里有它的毛利。"))
        else:
            self.run_read(_margin, self._asked, then=self._show, slot="margin")

    def fail(self, error: BaseException) -> None:
        """What cannot be reckoned yet is said here, not in the message line."""
        if isinstance(error, UserError):
            self._clear(error.message)
        else:
            super().fail(error)

    def _lay_out(self) -> None:
        heads, figures = QHBoxLayout(), QHBoxLayout()
        for word, figure in ((self.tr("毛利"), self.profit), (self.tr("毛利率"), self.rate)):
            heads.addWidget(Words(word, Size.HINT, tone="text2"))
            figures.addWidget(figure)
            figure.setAccessibleName(word)
        heads.insertStretch(1, 1)
        figures.insertStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.BLOCK, Space.LABEL, Space.BLOCK, Space.DOCK)
        column.setSpacing(Space.LABEL)
        column.addLayout(heads)
        column.addLayout(figures)
        column.addWidget(self.bar)
        column.addWidget(self.lines)
        column.addWidget(self.thinnest)
        column.addStretch(1)
        self.setMinimumHeight(scaled(_LEAST))

    def _clear(self, why: str) -> None:
        for figure in (self.profit, self.rate):
            figure.setText("—")
            figure.set_tone("")
        self.bar.setValue(0)
        self._amounts("—", "—")
        self.thinnest.setText(why)
        self.subject_changed.emit("")

    def _show(self, margin: Margin) -> None:
        whole, thinnest = margin.whole, margin.thinnest
        profit, rate = whole.net - whole.cost, whole.rate
        tone = "bad" if profit < 0 else "warn" if rate is not None and rate < _THIN else ""
        self.profit.setText(money_text(profit))
        self.rate.setText(percent_text(rate, 1))
        for figure in (self.profit, self.rate):
            figure.set_tone(tone)
        self.bar.setValue(min(max(rate or 0, 0), ONE))
        self._amounts(money_text(whole.net), money_text(whole.cost))
        if thinnest is not None:
            said = self.tr("最薄的一行：{name} {rate}")
            self.thinnest.setText(
                said.format(name=thinnest.name, rate=percent_text(thinnest.rate, 1))
            )
        self.subject_changed.emit(self.tr("%n 行", "", len(margin.lines)))

    def _amounts(self, net: str, cost: str) -> None:
        self.lines.set_line(self.tr("不含税销售额"), net)
        self.lines.set_line(self.tr("成本"), cost)


def _delivered(session: Session, number: str) -> Margin:
    return margin_of(session, delivery_view(session, number))


def _ordered(session: Session, number: str) -> Margin:
    return margin_of_order(session, sales_order_view(session, number))


def _offered(session: Session, number: str) -> Margin:
    return margin_of_order(session, quotation_view(session, number))


_VIEWS: Mapping[str, Callable[[Session, str], Margin]] = {
    "sales_delivery": _delivered,
    "sales_order": _ordered,
    "quotation": _offered,
}


def _margin(session: Session, asked: Asked) -> Margin:
    if isinstance(asked, tuple):
        kind, number = asked
        return _VIEWS[kind](session, number)
    return foresee_margin(session, asked)

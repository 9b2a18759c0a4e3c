"""经营看板: how the shop does today, each figure a way to its report; parts without the right do not exist."""

from functools import partial

from PySide6.QtCore import QT_TR_NOOP, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.analysis.best_goods import GoodsEarning, best_goods
from jxc_desktop.analysis.dashboard import (
    Course,
    MoneyFigures,
    SalesFigures,
    StockFigures,
    money_figures,
    sales_course,
    sales_figures,
    span_of,
    stock_figures,
)
from jxc_desktop.analysis.ui.card_rows import CardRows
from jxc_desktop.analysis.ui.course_card import CourseCard
from jxc_desktop.analysis.ui.figure_link import FigureLink
from jxc_desktop.analysis.ui.goods_card import GoodsCard
from jxc_desktop.analysis.ui.money_card import MoneyCard
from jxc_desktop.ledger.closing.watch import tax_watch
from jxc_desktop.ledger.ui.watch_lines import WatchLines
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.formats import change_text, money_text, percent_text
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.look import scaled
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.tokens import Size, Space

CALM = 5000
"""Milliseconds between two readings while papers are posted one after another."""
COST = "field.cost_price"
_TWO_CARDS = 920
"""Px from which the goods and the money stand side by side."""


class DashboardPane(Pane):
    """Cards, the course of sales, the best goods, the money."""

    title = str(QT_TR_NOOP("经营看板"))
    icon = "layout-dashboard"
    needs = "report.sales"
    watches = frozenset({"entry", "move"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self.setProperty("look", "canvas")
        profit = context.may(COST)
        self.now = Words(tone="text2")
        self.cards = self._make_cards()
        self.course = CourseCard(profit=profit)
        self.goods = GoodsCard(profit=profit)
        self.watched = WatchLines(most=1)
        self.money = MoneyCard() if context.may("report.cash") else None
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self._calm.timeout.connect(self._on_calm)
        self._asked_meanwhile = False
        self._lay_out()
        self._connect()
        self.setFocusProxy(next(iter(self.cards.values())))
        self.refresh()

    def refresh(self) -> None:
        """Read everything anew; while papers come in a row, at most every few seconds."""
        if self._calm.isActive():
            self._asked_meanwhile = True
            return
        self._calm.start()
        self.read_again()

    @action(str(QT_TR_NOOP("刷新")), "F5", icon="refresh-cw")
    def read_again(self) -> None:
        """Read every figure now."""
        clock = self.context.clock
        self.now.setText(f"{clock.local(clock.milliseconds()):%m-%d %H:%M}")
        self.run_read(sales_figures, then=self._show_sales, slot="sales")
        self._read_course()
        if "stock" in self.cards:
            self.run_read(stock_figures, then=self._show_stock, slot="stock")
        if self.context.may("voucher.view"):
            self.run_read(tax_watch, then=self.watched.show_watches, slot="watched")
        if self.money is not None:
            self.run_read(money_figures, then=self._show_money, slot="money")

    # --- how it looks ---

    def _make_cards(self) -> dict[str, FigureLink]:
        may = self.context.may
        wanted = [
            ("today", self.tr("今日净销售额"), "receipt-text", "sales_summary", True),
            ("profit", self.tr("今日毛利"), "trending-up", "gross_profit", may(COST)),
            ("month", self.tr("本月净销售额"), "calendar-days", "sales_summary", True),
            ("ticket", self.tr("客单价（含税）"), "users", "shift_report", may("report.shift")),
            ("stock", self.tr("库存金额"), "boxes", "stock_balance", may(COST)),
            ("debts", self.tr("应收账款"), "hand-coins", "receivable_summary", may("report.cash")),
        ]
        return {
            key: FigureLink(title, symbol, "report", report)
            for key, title, symbol, report, there in wanted
            if there
        }

    def _lay_out(self) -> None:
        head, self._foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(Space.ROW)
        head.addWidget(Words(self.heading(), Size.TITLE, bold=True))
        head.addWidget(self.now)
        head.addWidget(self.watched, 3)
        head.addStretch(1)
        head.addWidget(ActionButton(action_named(self, "read_again")))
        self._foot.setSpacing(Space.BLOCK)
        self._foot.addWidget(self.goods, 2)
        if self.money is not None:
            self._foot.addWidget(self.money, 1)
        page = QWidget()
        page.setProperty("look", "canvas")
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.PANE)
        column.setSpacing(Space.BLOCK)
        column.addLayout(head)
        column.addWidget(CardRows(list(self.cards.values())))
        column.addWidget(self.course, 3)
        column.addLayout(self._foot, 2)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The money stands below the goods where it has no room beside them."""
        super().resizeEvent(event)
        narrow = event.size().width() < scaled(_TWO_CARDS)
        direction = QBoxLayout.Direction
        self._foot.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def _connect(self) -> None:
        for card in self.cards.values():
            card.opened.connect(self._open)
        self.goods.opened.connect(self._open)
        if self.money is not None:
            self.money.opened.connect(self._open)
        self.course.span_chosen.connect(lambda _span: self._read_course())

    def _open(self, kind: str, subject: object) -> None:
        self.context.open(kind, subject)

    def _on_calm(self) -> None:
        if self._asked_meanwhile:
            self._asked_meanwhile = False
            self.refresh()

    # --- what comes back ---

    def _read_course(self) -> None:
        span = self.course.spans.current
        self.run_read(sales_course, span, then=partial(self._show_course, span), slot="course")

    def _show_course(self, span: str, course: Course) -> None:
        self.course.show_course(course, self.context.clock.today())
        self.run_read(_best, span, then=partial(self._show_goods, course), slot="goods")

    def _show_goods(self, course: Course, rows: list[GoodsEarning]) -> None:
        whole = course.whole.net if course.whole.profit is None else course.whole.profit
        self.goods.show_goods(rows, whole)

    def _show_sales(self, found: SalesFigures) -> None:
        today, before, month, last = found.today, found.yesterday, found.month, found.last_month
        self.cards["today"].set_figure(
            money_text(today.net),
            self.tr("较昨日 {change}").format(
                change=change_text(today.net - before.net, before.net)
            ),
            tone=_trend(today.net - before.net),
            aside=money_text(before.net),
        )
        self.cards["month"].set_figure(
            money_text(month.net),
            self.tr("较上月同期 {change}").format(
                change=change_text(month.net - last.net, last.net)
            ),
            tone=_trend(month.net - last.net),
        )
        self._show_profit(found)
        self._show_ticket(found)

    def _show_profit(self, found: SalesFigures) -> None:
        if "profit" in self.cards:
            self.cards["profit"].set_figure(
                money_text(found.today.profit),
                self.tr("毛利率 {margin}").format(margin=percent_text(found.today.margin, 1)),
                aside=self.tr("本月 {margin}").format(margin=percent_text(found.month.margin, 1)),
            )

    def _show_ticket(self, found: SalesFigures) -> None:
        if "ticket" in self.cards:
            self.cards["ticket"].set_figure(
                money_text(found.tickets.each),
                self.tr("{count} 笔，共 {total}").format(
                    count=found.tickets.count, total=money_text(found.tickets.total)
                ),
            )

    def _show_stock(self, found: StockFigures) -> None:
        self.cards["stock"].set_figure(
            money_text(found.value),
            self.tr("{there} 种，缺货 {out} 种").format(there=found.there, out=found.run_out),
            tone="warn" if found.run_out else "text2",
        )

    def _show_money(self, found: MoneyFigures) -> None:
        if self.money is not None:
            self.money.show_money(found)
        owed = found.receivable
        late = self.tr("逾期 {amount}").format(amount=money_text(owed.overdue))
        self.cards["debts"].set_figure(
            money_text(owed.total),
            late if owed.overdue else self.tr("没有逾期"),
            tone="warn" if owed.overdue else "text2",
            aside=self.tr("%n 户", "", owed.firms),
        )


def _best(session: Session, span: str) -> list[GoodsEarning]:
    today, first = span_of(session, span)
    return best_goods(session, first, today)


def _trend(change: int) -> str:
    return "ok" if change > 0 else "bad" if change < 0 else "text2"

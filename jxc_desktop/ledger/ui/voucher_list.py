"""凭证 in the dock at the left: every voucher of a period, newest first; Enter opens its page."""

import re
from collections.abc import Callable

from PySide6.QtCore import QT_TR_NOOP, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.ledger.queries import VoucherRow, voucher_count, voucher_list
from jxc_desktop.widgets.actions import action, build_actions
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.filter_bar import FilterBar
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.paged_model import Page, PagedModel, Request
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.periods import Period
from jxc_desktop.widgets.tokens import Space
from jxc_desktop.widgets.totals_row import TotalsRow

_NUMBER = re.compile(r"\s+[A-Z]{2,}\d{8,}$")


class VoucherList(Pane):
    """The vouchers of a period."""

    title = str(QT_TR_NOOP("凭证"))
    icon = "stamp"
    needs = "voucher.view"
    watches = frozenset({"voucher_entry"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self.filters = FilterBar(
            today=context.clock.today, placeholder=self.tr("字号、摘要"), narrow=True
        )
        self.model: PagedModel[VoucherRow] = PagedModel(self._columns(), self._fetch, self)
        self.grid = Grid(
            self.model, name="vouchers", settings=context.settings, row_key=lambda row: row.id
        )
        self.grid.setAccessibleName(self.heading())
        self.totals = TotalsRow(self.grid, unit=self.tr("张"), sum_key="amount")
        self.empty = EmptyState(
            self.grid, self.tr("这段时间没有凭证。单据过账就有。"), icon_name="stamp"
        )
        self._lay_out()
        self.filters.changed.connect(self.refresh)
        self.filters.refused.connect(context.messages.error)
        self.filters.text_field.returnPressed.connect(self.grid.setFocus)
        self.grid.opened.connect(lambda row: context.open("voucher", row.id))
        self.model.counted.connect(self._on_counted)
        self.setFocusProxy(self.grid)
        self.refresh()

    def refresh(self) -> None:
        self.model.reload()

    @action(str(QT_TR_NOOP("筛选")), "Ctrl+F", icon="list-filter")
    def go_to_search(self) -> None:
        """Go to the search field."""
        self.filters.focus_text()

    @action(str(QT_TR_NOOP("刷新")), "F5", icon="refresh-cw")
    def read_again(self) -> None:
        """Read the list again."""
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.filters.active():
            self.filters.clear()
            self.grid.setFocus()
            return
        super().keyPressEvent(event)

    def _columns(self) -> tuple[Column[VoucherRow], ...]:
        return (
            Column[VoucherRow](
                "day", self.tr("日期"), kind=Kind.SHORT_DAY, sortable=False, hidden=True
            ),
            Column[VoucherRow]("name", self.tr("字号"), width=60, sortable=False),
            Column[VoucherRow](
                "summary", self.tr("摘要"), text=_without_number, stretch=True, sortable=False
            ),
            Column[VoucherRow](
                "amount", self.tr("金额"), kind=Kind.MONEY, width=86, sortable=False
            ),
        )

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(Space.DOCK, Space.DOCK, Space.DOCK, Space.DOCK)
        top.addWidget(self.filters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.grid, 1)
        column.addWidget(self.totals)

    def _fetch(
        self, request: Request[VoucherRow], take: Callable[[Page[VoucherRow]], None]
    ) -> object:
        return self.run_read(_page, self.filters.period, self.filters.text, request, then=take)

    def _on_counted(self, count: int) -> None:
        self.totals.set_totals({}, count=count)
        self.empty.set_filtered(self.tr("没有这样的凭证。") if self.filters.active() else "")


def _without_number(summary: str) -> str:
    """A summary without the document's number at its end: the list is narrow, the page shows it."""
    return _NUMBER.sub("", summary)


def _page(
    session: Session, period: Period, text: str, request: Request[VoucherRow]
) -> Page[VoucherRow]:
    first, last = period.start, period.end
    count = None if request.counted else voucher_count(session, first, last, text)
    after = request.after.id if request.after else None
    skip = request.offset if request.after is None else 0
    rows = voucher_list(session, first, last, text, after, request.limit, skip=skip)
    return Page(rows, count)

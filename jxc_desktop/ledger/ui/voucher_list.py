"""凭证 in the dock at the left: drafts of vouchers, then every voucher of a period, newest first; Enter opens it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QT_TR_NOOP, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.queries import VoucherRow, voucher_count, voucher_list
from jxc_desktop.shop.actor import may
from jxc_desktop.shop.drafts import drafts_of
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.filter_bar import FilterBar
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.paged_model import Page, PagedModel, Request
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.periods import Period
from jxc_desktop.widgets.tokens import Space
from jxc_desktop.widgets.totals_row import TotalsRow

JOURNAL = "journal_voucher"
_NUMBER = re.compile(r"\s+[A-Z]{2,}\d{8,}$")


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page of the books, or a kept draft of a voucher by `draft_id`; `journal` as in `VoucherRow`."""

    id: int
    day: date
    name: str
    summary: str
    amount: int | None
    journal: str = ""
    draft_id: int | None = None


class VoucherList(Pane):
    """The vouchers of a period; those that were typed open in the pane they are typed in."""

    title = str(QT_TR_NOOP("凭证"))
    icon = "stamp"
    needs = "voucher.view"
    watches = frozenset({"voucher_entry", "draft_paper"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self.filters = FilterBar(
            today=context.clock.today, placeholder=self.tr("字号、摘要"), narrow=True
        )
        self.model: PagedModel[PageRow] = PagedModel(self._columns(), self._fetch, self)
        self.grid = Grid(
            self.model,
            name="vouchers",
            settings=context.settings,
            row_key=lambda row: (row.draft_id, row.id),
        )
        self.grid.setAccessibleName(self.heading())
        self.totals = TotalsRow(self.grid, unit=lambda n: self.tr("张", "", n), sum_key="amount")
        self.empty = EmptyState(
            self.grid,
            self.tr("这段时间没有凭证。单据过账就有。"),
            [("Ctrl+N", self.tr("新凭证"))] if self._may_type() else (),
            icon_name="stamp",
        )
        self._lay_out()
        self.filters.changed.connect(self.refresh)
        self.filters.refused.connect(context.messages.error)
        self.filters.text_field.returnPressed.connect(self.grid.setFocus)
        self.grid.opened.connect(self._open)
        self.model.counted.connect(self._on_counted)
        self.setFocusProxy(self.grid)
        self.refresh()

    def refresh(self) -> None:
        self.model.reload()

    @action(str(QT_TR_NOOP("新凭证")), "Ctrl+N", icon="plus", needs="journal_voucher.edit")
    def begin_new(self) -> None:
        """Begin a voucher at the centre."""
        pane: Any = self.context.open(JOURNAL)
        if pane is not None:
            pane.begin_new()

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

    def _columns(self) -> tuple[Column[PageRow], ...]:
        return (
            Column[PageRow](
                "day", self.tr("日期"), kind=Kind.SHORT_DAY, sortable=False, hidden=True
            ),
            Column[PageRow]("name", self.tr("字号"), width=68, sortable=False),
            Column[PageRow](
                "summary", self.tr("摘要"), text=_without_number, stretch=True, sortable=False
            ),
            Column[PageRow]("amount", self.tr("金额"), kind=Kind.MONEY, width=98, sortable=False),
        )

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(Space.DOCK, Space.DOCK, Space.DOCK, Space.DOCK)
        top.setSpacing(Space.ROW)
        if self._may_type():
            new = ActionButton(action_named(self, "begin_new"))
            top.addWidget(new, 0, Qt.AlignmentFlag.AlignRight)
        top.addWidget(self.filters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.grid, 1)
        column.addWidget(self.totals)

    def _fetch(self, request: Request[PageRow], take: Callable[[Page[PageRow]], None]) -> object:
        return self.run_read(_page, self.filters.period, self.filters.text, request, then=take)

    def _may_type(self) -> bool:
        return self.context.may(f"{JOURNAL}.edit")

    def _open(self, row: PageRow) -> None:
        subject = row.journal if row.draft_id is None else row.draft_id
        if subject and self.context.may(f"{JOURNAL}.view"):
            self.context.open(JOURNAL, subject)
        else:
            self.context.open("voucher", row.id)

    def _on_counted(self, count: int) -> None:
        self.totals.set_totals({}, count=count)
        self.empty.set_filtered(self.tr("没有这样的凭证。") if self.filters.active() else "")


def _without_number(summary: str) -> str:
    """A summary without the document's number at its end: the list is narrow, the page shows it."""
    return _NUMBER.sub("", summary)


def _page(session: Session, period: Period, text: str, request: Request[PageRow]) -> Page[PageRow]:
    """Drafts are the first rows whatever the period; vouchers follow, from where the page before ended."""
    first, last = period.start, period.end
    drafts = _drafts(session, text)
    rows = drafts[request.offset : request.offset + request.limit]
    before = request.after if request.after and request.after.draft_id is None else None
    skip = max(request.offset - len(drafts), 0) if before is None else 0
    after = None if before is None else before.id
    room = request.limit - len(rows)
    found = voucher_list(session, first, last, text, after, room, skip=skip) if room else []
    count = None
    if not request.counted:
        count = len(drafts) + voucher_count(session, first, last, text)
    return Page([*rows, *map(_row, found)], count)


def _row(row: VoucherRow) -> PageRow:
    return PageRow(row.id, row.day, row.name, row.summary, row.amount, row.journal)


def _drafts(session: Session, text: str) -> list[PageRow]:
    """Kept drafts that bear every word, for who writes vouchers."""
    if not may(session, f"{JOURNAL}.edit"):
        return []
    draft = translate("ledger", "草稿")
    return [
        PageRow(0, kept.day, draft, kept.subject, kept.total, draft_id=kept.id)
        for kept in drafts_of(session, JOURNAL)
        if all(word in kept.subject for word in text.split())
    ]

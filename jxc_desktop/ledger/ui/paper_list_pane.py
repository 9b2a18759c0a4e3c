"""The list of documents for a dock at the left: kept drafts on top, then what is settled, newest first.

Several kinds share one list; a switch of a few words (报价 订单 出库 退货) turns to another, remembered for the user.
"""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jxc_desktop.ledger.paper_views import ListFilter
from jxc_desktop.ledger.ui.listed_papers import (
    DRAFT,
    Found,
    Listed,
    PaperRow,
    States,
    order_states,
    page_of,
    posted_states,
)
from jxc_desktop.shop.drafts import void_draft
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton, Segments
from jxc_desktop.widgets.chips import chip_width, status_chip
from jxc_desktop.widgets.choice_box import ChoiceBox
from jxc_desktop.widgets.columns import Column, Kind, allowed
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.filter_bar import FilterBar, FilterChoice
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.paged_model import Page, PagedModel, Request
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.tokens import Space
from jxc_desktop.widgets.totals_row import TotalsRow

__all__ = ["Listed", "PaperListPane", "order_states", "posted_states"]

SIDE_BY_SIDE = 4
"""Kinds whose words may stand side by side in a dock."""
_SWITCH = 190
"""Px that they may take there."""


class PaperListPane(Pane):
    """Says which kinds it lists; the switch stands there where somebody may see more than one."""

    name: ClassVar[str]
    """The key under which the kind last looked at is remembered."""
    first: ClassVar[str] = ""
    """The kind that is shown the first time."""
    price_right: ClassVar[str] = ""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.listed = tuple(x for x in self.kinds() if context.may(f"{x.kind}.view"))
        self.current = self._remembered()
        build_actions(self, context.may)
        self.model: PagedModel[PaperRow] = PagedModel(
            allowed(self._columns(), context.may), self._fetch, self
        )
        self.grid = Grid(
            self.model,
            name=f"{self.name}_list",
            settings=context.settings,
            row_key=lambda row: (row.draft_id, row.pending_id, row.id),
        )
        self.grid.setAccessibleName(self.heading())
        self.totals = TotalsRow(self.grid, unit=lambda n: self.tr("张", "", n), sum_key="total")
        self.switch = self._make_switch()
        self.switch.choose(self.current.kind)
        self.filters = FilterBar(
            [FilterChoice("state", self.tr("状态"), self._states())],
            today=context.clock.today,
            placeholder=self.tr("单号、往来单位、备注"),
            narrow=True,
        )
        self.empty = EmptyState(self.grid, self.current.empty, [("Ctrl+N", self.tr("新建"))])
        self._lay_out()
        self.switch.setVisible(len(self.listed) > 1)
        self._connect()
        self._name_columns()
        self.setFocusProxy(self.grid)
        self.refresh()

    # --- what each kind says ---

    @abstractmethod
    def partner_word(self) -> str:
        """客户 or 供应商."""

    @abstractmethod
    def kinds(self) -> Sequence[Listed]:
        """The kinds of documents, in the order of the switch."""

    def total_word(self) -> str:
        """What the sum of a document is called."""
        return self.tr("价税合计")

    # --- what others ask ---

    def refresh(self) -> None:
        self.model.reload()

    @property
    def kind(self) -> str:
        """The kind that is listed now."""
        return self.current.kind

    def turn_to(self, kind: str) -> None:
        """List another kind, and remember it."""
        self.current = next(x for x in self.listed if x.kind == kind)
        self.context.settings.write(f"listed/{self.name}", kind)
        box = self.filters.boxes["state"]
        box.blockSignals(True)
        box.clear()
        for value, word in self._states():
            box.addItem(word, value)
        box.blockSignals(False)
        self.empty.set_words(self.current.empty)
        self._name_columns()
        self.filters.clear()
        self.refresh()

    # --- what can be done ---

    @action(str(QT_TR_NOOP("新建")), "Ctrl+N", icon="plus")
    def begin_new(self) -> None:
        """Begin a document at the centre."""
        pane: Any = self.context.open(self.kind)
        if pane is not None:
            pane.begin_new()

    @action(str(QT_TR_NOOP("复制单据")), "Ctrl+Shift+D", icon="copy")
    def copy_row(self) -> None:
        """Begin a document with the lines of the one under the cursor."""
        row = self.grid.current()
        if row is not None and row.draft_id is None and row.pending_id is None:
            pane: Any = self.context.open(self.kind, row.subject)
            if pane is not None:
                pane.copy_when_shown()

    @action(str(QT_TR_NOOP("作废草稿")), "Del", icon="trash-2")
    def void(self) -> None:
        """Throw away the draft under the cursor."""
        row = self.grid.current()
        if row is not None and row.pending_id is not None:
            self.context.messages.notice(self.tr("这张在等审核。打开后撤回，再作废草稿"))
            return
        if row is None or row.draft_id is None:
            self.context.messages.notice(self.tr("这张已过账，不能作废。打开后用红冲"))
            return
        self.run_write(void_draft, self.kind, row.draft_id, then=self._tell_void)

    @action(str(QT_TR_NOOP("筛选")), "Ctrl+F", icon="list-filter")
    def go_to_search(self) -> None:
        """Go to the words of the filter."""
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

    # --- inside ---

    def _columns(self) -> tuple[Column[PaperRow], ...]:
        return (
            Column[PaperRow]("day", self.tr("日期"), kind=Kind.SHORT_DAY, width=50, sortable=False),
            Column[PaperRow](
                "partner", self.partner_word(), width=82, stretch=True, sortable=False
            ),
            Column[PaperRow](
                "total",
                self.total_word(),
                kind=Kind.MONEY,
                short=self.tr("合计"),
                width=80,
                needs=self.price_right,
                sortable=False,
            ),
            Column[PaperRow](
                "chip",
                self.tr("状态"),
                kind=Kind.CHIP,
                width=self._widest_chip() + 2 * Space.CELL,
                sortable=False,
            ),
            Column[PaperRow]("number", self.tr("单号"), width=140, hidden=True, sortable=False),
        )

    def _name_columns(self) -> None:
        """The columns follow the kind: what tells one from another, and a total where there is one."""
        self.model.rename("partner", self.current.called or self.partner_word())
        away = frozenset() if self.current.summed else frozenset({"total"})
        self.grid.arrangement.leave_away(away)

    def _widest_chip(self) -> int:
        """Px of the longest word that a state can have here: the firms' names need the rest."""
        states = {state for x in self.listed for state, _ in x.states} | {DRAFT, "reversal"}
        words = states.union(*(x.chips.values() for x in self.listed))
        return max(chip_width(status_chip(word).text) for word in words)

    def _make_switch(self) -> Segments | ChoiceBox:
        words = [(x.kind, x.word) for x in self.listed]
        if len(words) <= SIDE_BY_SIDE:
            switch = Segments(words, narrow=True)
            if switch.needed() <= _SWITCH:
                return switch
        return ChoiceBox(words)

    def _states(self) -> States:
        return ((None, self.tr("全部状态")), *self.current.states)

    def _remembered(self) -> Listed:
        wanted = self.context.settings.read(f"listed/{self.name}", self.first)
        return next((x for x in self.listed if x.kind == wanted), self.listed[0])

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.switch)
        head.addStretch(1)
        head.addWidget(ActionButton(action_named(self, "begin_new")))
        top = QVBoxLayout()
        top.setContentsMargins(Space.DOCK, Space.DOCK, Space.DOCK, 0)
        top.setSpacing(Space.ROW)
        top.addLayout(head)
        top.addWidget(self.filters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ROW)
        column.addLayout(top)
        column.addWidget(self.grid, 1)
        column.addWidget(self.totals)

    def _connect(self) -> None:
        self.switch.chosen.connect(self.turn_to)
        self.filters.changed.connect(self.refresh)
        self.filters.refused.connect(self.context.messages.notice)
        self.filters.text_field.returnPressed.connect(self.grid.setFocus)
        self.grid.opened.connect(self._open)

    def _fetch(self, request: Request[PaperRow], then: Callable[[Page[PaperRow]], None]) -> None:
        period, state = self.filters.period, self.filters.value("state")
        wanted = ListFilter(
            period.start if period else None,
            period.end if period else None,
            frozenset({state}) if state else frozenset(),
            self.filters.text,
        )
        read = partial(page_of, self.current, wanted)
        slot = "" if request.counted else "list"
        self.run_read(read, request, then=partial(self._take, then), slot=slot)

    def _take(self, then: Callable[[Page[PaperRow]], None], listed: Found) -> None:
        then(listed.page)
        if listed.page.count is not None:
            narrowed = self.filters.active()
            self.empty.set_filtered(self.tr("没有符合筛选的单据。") if narrowed else "")
            self.totals.set_totals({"total": listed.total}, count=listed.page.count)
            if listed.page.count and self.grid.current_row() < 0:
                self.grid.go_to(0)

    def _open(self, row: PaperRow) -> None:
        if row.pending_id is not None:
            self.context.open("pending_paper", row.pending_id)
        else:
            self.context.open(self.kind, row.subject)

    def _tell_void(self, _nothing: object) -> None:
        self.context.messages.success(self.tr("草稿已作废"))

"""银行对账: the bank's open lines at the left, the books' at the right; what is the same money is matched away."""

from functools import partial
from typing import Any

from PySide6.QtCore import QT_TR_NOOP, QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from jxc_desktop.cash.bank.drafts import DEBT, MOVE, PURPOSE, draft_for, kind_for
from jxc_desktop.cash.bank.matching import Matched, match, match_by_itself, undo_match
from jxc_desktop.cash.bank.open_sides import OpenLine
from jxc_desktop.cash.bank.pairing import Legs, Pairing, opening_legs
from jxc_desktop.cash.bank.queries import Bench, ImportView, MatchView, bench, imports, matches
from jxc_desktop.cash.bank.statements import undo_import
from jxc_desktop.cash.queries import DRAWERS, MoneyAccountView, money_accounts
from jxc_desktop.cash.ui.bank_columns import (
    import_columns,
    leg_columns,
    line_columns,
    match_columns,
)
from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import Size, Space

EDIT = "bank_statement.edit"
_Flag = QItemSelectionModel.SelectionFlag
_BOOKING = ("book_debt", "book_purpose", "book_move")
_NARROW = 940
"""Px below which the two sides stand one above the other."""
_WIDER = 560
"""Px of the list of matches, which has more columns than that of imports."""
_LETTERS = 10


class BankPane(Pane):
    """Space picks on either side, F12 matches; lines that the books lack become documents."""

    title = str(QT_TR_NOOP("银行对账"))
    icon = "landmark"
    needs = "bank_statement.view"
    watches = frozenset(
        {"entry", "bank_line", "bank_match", "bank_match_undone", "bank_import_undone"}
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self._wanted: object = None
        self._accounts: list[MoneyAccountView] = []
        self.bench = Bench((), (), Pairing((), {}))
        self.account = QComboBox()
        self.account.setMinimumContentsLength(_LETTERS)
        self.account.setAccessibleName(self.tr("结算账户"))
        self.lines, self.line_grid = self._grid("bank_lines", line_columns(lambda: self.bench))
        self.legs, self.leg_grid = self._grid("bank_legs", leg_columns())
        self.matched, self.match_grid = self._grid("bank_matches", match_columns())
        self.brought, self.import_grid = self._grid("bank_imports", import_columns())
        self.sums = Words(tone="text2")
        self.pages = QStackedWidget()
        self._lay_out()
        self._fit_foot()
        self._connect()
        self.setFocusProxy(self.line_grid)
        self.run_read(money_accounts, then=self._begin)

    # --- what others ask ---

    @property
    def account_id(self) -> int | None:
        """The chosen money account."""
        chosen = self.account.currentData()
        return None if chosen is None else int(chosen)

    def refresh(self) -> None:
        if self.account_id is None:
            return
        self.run_read(bench, self.account_id, then=self._show, slot="bench")
        self.run_read(matches, self.account_id, then=self.matched.set_rows, slot="matches")
        self.run_read(imports, self.account_id, then=self.brought.set_rows, slot="imports")

    def show_subject(self, subject: object) -> None:
        """Go to the account with a code."""
        self._wanted = subject
        for place, each in enumerate(self._accounts):
            if each.code == subject:
                self.account.setCurrentIndex(place)

    # --- what can be done ---

    def why_not_matched(self) -> str:
        """What keeps the picked lines and legs from being one."""
        lines, legs = self.line_grid.picked_rows(), self.leg_grid.picked_rows()
        if self.pages.currentIndex():
            return self.tr("先按 Ctrl+M 回到未勾对的两边")
        if len(lines) + len(legs) < 2:  # noqa: PLR2004  two things are the same
            return self.tr("两边各选一行。空格可以多选")
        gap = sum(x.amount for x in lines) - sum(x.amount for x in legs)
        if gap:
            return self.tr("两边差 {gap}。选到相等再勾对").format(gap=money_text(gap))
        return ""

    @action(str(QT_TR_NOOP("勾对")), "F12", icon="check", needs=EDIT, obstacle="why_not_matched")
    def match_picked(self) -> None:
        """The picked lines and legs are the same money."""
        lines = [line.id for line in self.line_grid.picked_rows()]
        legs = [leg.key for leg in self.leg_grid.picked_rows()]
        self.run_write(match, self.account_id, lines, legs, then=self._on_matched)

    @action(str(QT_TR_NOOP("自动勾对")), "F7", icon="list-checks", needs=EDIT)
    def match_sure(self) -> None:
        """Match all that can only be one thing."""
        if self.account_id is not None:
            self.run_write(match_by_itself, self.account_id, then=self._told)

    @action(str(QT_TR_NOOP("记收付款")), "F4", icon="hand-coins", needs=EDIT)
    def book_debt(self) -> None:
        """Begin a receipt or payment from the line."""
        self._begin_document(DEBT)

    @action(str(QT_TR_NOOP("记费用收入")), "F8", icon="receipt-text", needs=EDIT)
    def book_purpose(self) -> None:
        """Begin an expense or other income from the line."""
        self._begin_document(PURPOSE)

    @action(str(QT_TR_NOOP("记转款")), "F9", icon="arrow-right", needs=EDIT)
    def book_move(self) -> None:
        """Begin a transfer from the line."""
        self._begin_document(MOVE)

    @action(str(QT_TR_NOOP("导入流水")), "Ctrl+O", icon="file-up", needs="import.data")
    def bring_in(self) -> None:
        """Import the bank's file into this account."""
        self.context.open("import", ("bank_statement", self._code()))

    @action(str(QT_TR_NOOP("余额调节表")), "Ctrl+P", icon="scale")
    def reconcile(self) -> None:
        """The report that brings both balances to the same."""
        filters = {"account": self._code()}
        self.context.open("report", {"report": "bank_reconciliation", "filters": filters})

    @action(str(QT_TR_NOOP("已勾对")), "Ctrl+M", icon="history")
    def turn_over(self) -> None:
        """What is matched and what was brought in, or back to what is open."""
        self.pages.setCurrentIndex(1 - self.pages.currentIndex())
        self._fit_foot()
        (self.match_grid if self.pages.currentIndex() else self.line_grid).setFocus()
        self._tell_sums()

    @action(str(QT_TR_NOOP("取消勾对")), "Del", icon="undo-2", needs=EDIT)
    def take_back(self) -> None:
        """Take the match, or the import, under the cursor back."""
        grid = self.import_grid if self.import_grid.hasFocus() else self.match_grid
        found = grid.current() if self.pages.currentIndex() else None
        if isinstance(found, MatchView):
            self.run_write(undo_match, found.id, then=self._on_undone)
        elif isinstance(found, ImportView):
            self.run_write(undo_import, found.id, then=self._on_gone)
        else:
            self.context.messages.notice(self.tr("按 Ctrl+M 看已勾对的，选一行再按 Del"))

    # --- inside ---

    def _grid(self, name: str, columns: Any) -> tuple[RowsModel[Any], Grid]:
        model: RowsModel[Any] = RowsModel(columns, self)
        key = _leg_key if name == "bank_legs" else _own_id
        return model, Grid(model, name=name, settings=self.context.settings, row_key=key)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.ROW)
        head.addWidget(Words(self.heading(), Size.TITLE, bold=True))
        head.addWidget(self.account)
        head.addStretch(1)
        for name in ("bring_in", "reconcile", "turn_over", "match_sure"):
            head.addWidget(ActionButton(action_named(self, name)))
        head.addWidget(ActionButton(action_named(self, "match_picked"), "main"))
        told = self.tr("银行流水都勾对了。按 Ctrl+O 导入新的。")
        self.empty = EmptyState(self.line_grid, told, icon_name=self.icon)
        self._open_page = _beside(
            (self.tr("银行流水（账上还没有）"), self.line_grid),
            (self.tr("账上（银行还没有）"), self.leg_grid),
        )
        self._done_page = _beside(
            (self.tr("已勾对"), self.match_grid), (self.tr("导入的流水"), self.import_grid)
        )
        self._done_page.setSizes([_WIDER, _NARROW - _WIDER])
        for page in (self._open_page, self._done_page):
            self.pages.addWidget(page)
        foot = QHBoxLayout()
        foot.setSpacing(Space.ROW)
        foot.addWidget(self.sums, 1)
        self._booking = [ActionButton(action_named(self, name)) for name in _BOOKING]
        self._undoing = ActionButton(action_named(self, "take_back"))
        for button in (*self._booking, self._undoing):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.BLOCK)
        column.setSpacing(Space.ROW)
        column.addLayout(head)
        column.addWidget(self.pages, 1)
        column.addLayout(foot)

    def _fit_foot(self) -> None:
        """Only what can be done with what is seen."""
        done = bool(self.pages.currentIndex())
        self._undoing.setVisible(done)
        for button in self._booking:
            button.setVisible(not done)
        turn = action_named(self, "turn_over")
        turn.setText(self.tr("未勾对") if done else self.tr("已勾对"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        side = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        for split in (self._open_page, self._done_page):
            split.setOrientation(side)

    def _connect(self) -> None:
        self.account.currentIndexChanged.connect(self.refresh)
        self.line_grid.row_changed.connect(self._on_line)
        for grid in (self.line_grid, self.leg_grid):
            grid.picked.connect(self._tell_sums)
        self.leg_grid.opened.connect(lambda leg: self.context.open(leg.kind, leg.number))

    def _begin(self, found: list[MoneyAccountView]) -> None:
        """Bank accounts first, then wallets; drawers have no statement."""
        usable = [
            each for each in found if not each.disabled and not each.account.startswith(DRAWERS)
        ]
        self._accounts = sorted(usable, key=lambda each: each.account)
        for each in self._accounts:
            self.account.addItem(each.name, each.id)
        if self._wanted is not None:
            self.show_subject(self._wanted)

    def _show(self, found: Bench) -> None:
        self.bench = found
        self.legs.set_rows(found.legs)  # first: the row of a line picks among them
        self.lines.set_rows(found.lines)
        if found.lines and self.line_grid.current_row() < 0:
            self.line_grid.go_to(0)
        else:
            self._on_line(self.line_grid.current())

    def _on_line(self, line: OpenLine | None) -> None:
        """Pick at the right what the line can only be, or the first of what it may be."""
        rows = {leg.key: row for row, leg in enumerate(self.legs.loaded_rows())}
        picked = QItemSelection()
        for leg in self._first_proposed(line):
            index = self.legs.index(rows[leg.key], 0)
            picked.select(index, index)
        self.leg_grid.selectionModel().select(picked, _Flag.ClearAndSelect | _Flag.Rows)
        if not picked.isEmpty():
            self.leg_grid.scrollTo(picked.indexes()[0])
        self._tell_sums()

    def _first_proposed(self, line: OpenLine | None) -> Legs:
        """The legs to begin with; for what lay in the bank at first all that was booked before it."""
        if line is None:
            return ()
        if line.opening:
            return opening_legs(line, self.bench.legs)
        return next(iter(self.bench.proposed(line)), ())

    def _tell_sums(self, _picked: object = None) -> None:
        lines, legs = self.line_grid.picked_rows(), self.leg_grid.picked_rows()
        said, booked = sum(x.amount for x in lines), sum(x.amount for x in legs)
        told = self.tr("选中：银行 {said}，账上 {booked}，差 {gap}").format(
            said=money_text(said), booked=money_text(booked), gap=money_text(said - booked)
        )
        self.sums.setText("" if self.pages.currentIndex() else told)
        self.sums.set_tone("text2" if said != booked else "ok")

    def _begin_document(self, taken_for: str) -> None:
        line = self.line_grid.current()
        if line is None or line.opening:
            self.context.messages.notice(self.tr("先在左边选一行银行流水"))
            return
        then = partial(self._open_document, kind_for(line, taken_for))
        self.run_read(draft_for, self.account_id, line, taken_for, then=then)

    def _open_document(self, kind: str, typed: TypedFields) -> None:
        pane: Any = self.context.open(kind)
        if pane is not None and pane is not True:
            pane.begin_typed(typed)

    def _told(self, done: Matched) -> None:
        told = self.tr("勾对了 {made} 笔；银行还有 {lines} 笔账上没有，账上还有 {legs} 笔银行没有")
        counts = {"made": done.made, "lines": done.lines, "legs": done.legs}
        self.context.messages.success(told.format(**counts))

    def _on_matched(self, _match: int) -> None:
        self.context.messages.success(self.tr("勾对了"))

    def _on_undone(self, _nothing: object) -> None:
        self.context.messages.success(self.tr("已取消勾对"))

    def _on_gone(self, _nothing: object) -> None:
        self.context.messages.success(self.tr("已撤销这次导入"))

    def _code(self) -> str:
        return next((x.code for x in self._accounts if x.id == self.account_id), "")


def _own_id(row: Any) -> object:
    return row.id


def _leg_key(leg: Any) -> object:
    return leg.key


def _beside(*sides: tuple[str, Grid]) -> QSplitter:
    """Lists under their headings, side by side."""
    split = QSplitter(Qt.Orientation.Horizontal)
    for title, grid in sides:
        grid.setAccessibleName(title)
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ROW)
        column.addWidget(Words(title, tone="text2"))
        column.addWidget(grid, 1)
        split.addWidget(held)
    split.setHandleWidth(Space.ROW)
    split.setChildrenCollapsible(False)
    split.setSizes([1, 1])
    return split

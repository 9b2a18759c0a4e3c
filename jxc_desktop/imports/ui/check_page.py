"""预检: how many rows are right, the list of what is not, and below it the file around the problem in question."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from jxc_desktop.core.i18n import clauses, labelled, translate
from jxc_desktop.imports.dealing import Dealt, Finding
from jxc_desktop.imports.problems import Problem
from jxc_desktop.imports.table import Table
from jxc_desktop.imports.ui.count_card import CountCard, card_row
from jxc_desktop.imports.ui.finding_grid import finding_grid
from jxc_desktop.imports.ui.sheet_grid import SheetGrid, column_letters
from jxc_desktop.imports.work import LookedOver
from jxc_desktop.widgets.buttons import ActionButton, Segments
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.labels import IconLabel, Words
from jxc_desktop.widgets.tokens import Size, Space
from jxc_desktop.widgets.ui_settings import UiSettings

OPEN = frozenset({Dealt.OPEN, Dealt.AS_IT_IS})
_ALL = "\0"


class CheckPage(QWidget):
    """Shows what a check says; what is done about it is the pane's business."""

    typed = Signal(int, int, str)
    """Row from 1, column from 0, and what a person typed there."""
    chosen = Signal(object)
    """The `Finding` under the cursor, or None."""

    def __init__(
        self,
        settings: UiSettings,
        above: Sequence[QAction],
        below: Sequence[QAction],
        parent: QWidget | None = None,
    ) -> None:
        """`above` are what can be done with the whole list, `below` with the problem in question."""
        super().__init__(parent)
        self.looked: LookedOver | None = None
        self.source_grid: SheetGrid | None = None
        self.read_card = CountCard("file-text", "text2", self.tr("行读到"))
        self.fine_card = CountCard("circle-check", "ok", self.tr("行没有问题"))
        self.wrong_card = CountCard("circle-alert", "bad", self.tr("行有错误"))
        self.notice_card = CountCard("triangle-alert", "warn", self.tr("行要留意"))
        self._cards = (self.read_card, self.fine_card, self.wrong_card, self.notice_card)
        self.switch = Segments([("all", ""), ("bad", ""), ("notice", "")])
        self.column_box = QComboBox()
        self.column_box.setAccessibleName(self.tr("列"))
        self.problem_grid = finding_grid(settings, self)
        self.empty = EmptyState(self.problem_grid, "", icon_name="circle-check")
        self.place = Words(size=Size.HINT, tone="text2")
        self.sentence = Words(tone="text2")
        self.sentence.setWordWrap(True)
        self._spare: list[QWidget] = []
        self._lay_out(above, below)
        self.switch.chosen.connect(lambda _key: self._narrow())
        self.column_box.currentIndexChanged.connect(lambda _place: self._narrow())
        self.problem_grid.row_changed.connect(self._on_finding)
        self.problem_grid.opened.connect(lambda _finding: self.edit_cell())

    # --- what the pane asks ---

    def show_check(self, looked: LookedOver) -> None:
        """Show what a check says; the cursor stays on the problem it was on, or comes to the next."""
        fresh = self.looked is None or self.looked.work.header != looked.work.header
        fresh = fresh or self.looked is None or self.looked.work.path != looked.work.path
        self.looked = looked
        if fresh or self.source_grid is None:
            self._new_source_grid(looked)
        if self.source_grid is not None:
            self.source_grid.show_rows(looked)
        self._count(looked)
        self._offer_columns(looked)
        self._narrow()
        if self.problem_grid.current_row() < 0:
            self.problem_grid.go_to(0)
        self._on_finding(self.problem_grid.current())

    def finding(self) -> Finding | None:
        """What the list's cursor is on."""
        found = self.problem_grid.current()
        return found if isinstance(found, Finding) else None

    def picked(self) -> list[Finding]:
        """What is selected in the list."""
        return self.problem_grid.picked_rows()

    def rows(self) -> list[int]:
        """The rows of the file in question: that of the box while the hand is on the file, else those picked."""
        grid = self.source_grid
        if grid is not None and grid.hasFocus() and grid.place:
            return [grid.place[0]]
        return list(dict.fromkeys(each.problem.row for each in self.picked()))

    def set_tight(self, tight: bool) -> None:
        """Where there is little room, leave what has a key and a place in the menu to those."""
        for widget in self._spare:
            widget.setVisible(not tight)
        for card in self._cards:
            card.set_tight(tight)
        self.sentence.setVisible(tight)

    def edit_cell(self) -> None:
        """F2: type into the cell in the box."""
        if self.source_grid is not None:
            self.source_grid.edit_cell()

    def commit(self) -> None:
        """Take what is being typed."""
        if self.source_grid is not None:
            self.source_grid.commit()

    def come_back(self) -> None:
        """After a cell was typed the hand goes on in the list."""
        if QApplication.focusWidget() in {self.source_grid, None}:
            self.problem_grid.setFocus()

    # --- how it looks ---

    def _lay_out(self, above: Sequence[QAction], below: Sequence[QAction]) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(Space.BLOCK)
        page.addLayout(card_row(*self._cards))
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(Space.BLOCK)
        split.addWidget(self._problem_card(above))
        split.addWidget(self._source_card(below))
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setSizes([400, 216])
        page.addWidget(split, 1)

    def _problem_card(self, above: Sequence[QAction]) -> QFrame:
        bar = QHBoxLayout()
        bar.setContentsMargins(Space.BLOCK, Space.ROW, Space.BLOCK, 0)
        bar.setSpacing(Space.ROW)
        bar.addWidget(self.switch)
        bar.addWidget(self.column_box)
        bar.addStretch(1)
        buttons = [ActionButton(item) for item in above]
        for button in buttons:
            bar.addWidget(button)
        self._spare += buttons[1:]
        return _card(bar, self.problem_grid)

    def _source_card(self, below: Sequence[QAction]) -> QFrame:
        bar = QHBoxLayout()
        bar.setContentsMargins(Space.BLOCK, Space.ROW, Space.BLOCK, 0)
        bar.setSpacing(Space.ROW)
        bar.addWidget(IconLabel("file-spreadsheet"))
        bar.addWidget(Words(self.tr("原表对照"), bold=True))
        bar.addWidget(self.place)
        bar.addStretch(1)
        buttons = [ActionButton(item) for item in below]
        for button in buttons:
            bar.addWidget(button)
        self._spare += [self.place, buttons[1]]
        self._source_slot = QWidget()
        slot = QVBoxLayout(self._source_slot)
        slot.setContentsMargins(0, 0, 0, 0)
        slot.addWidget(self.sentence)
        self.sentence.setContentsMargins(Space.BLOCK, 0, Space.BLOCK, 0)
        return _card(bar, self._source_slot)

    def _new_source_grid(self, looked: LookedOver) -> None:
        slot = self._source_slot.layout()
        if self.source_grid is not None and slot is not None:
            slot.removeWidget(self.source_grid)
            self.source_grid.hide()
            self.source_grid.deleteLater()
        self.source_grid = SheetGrid(looked)
        self.source_grid.typed.connect(self.typed)
        self.source_grid.cell_changed.connect(self._tell_place)
        if slot is not None:
            slot.addWidget(self.source_grid)

    # --- what is shown ---

    def _count(self, looked: LookedOver) -> None:
        checked, table = looked.checked, looked.whole
        self.read_card.show_count(len(table.records), self._skipped(table))
        self.fine_card.show_count(
            looked.fine,
            self.tr("新增 {fresh}，已有 {there}").format(
                fresh=len(checked.rows), there=checked.unchanged
            ),
        )
        out = looked.left_out
        words = self.tr("必须改好或排除")
        if out:
            words = self.tr("已排除 {count} 行").format(count=out)
        self.wrong_card.show_count(len(checked.bad), words)
        self.notice_card.show_count(looked.noted, self.tr("可以导入，看一眼"))
        self._call_switch(looked)

    def _skipped(self, table: Table) -> str:
        """Which rows of the file are none of the list."""
        sums = len(table.totals)
        counts = (
            (
                self.tr("标题 {count} 行"),
                sum(map(bool, table.sheet.rows[: table.header.header_row])),
            ),
            (self.tr("合计 {count} 行"), sums),
            (self.tr("脚注 {count} 行"), table.skipped - sums),
        )
        parts = [word.format(count=count) for word, count in counts if count]
        if not parts:
            return self.tr("表头下面的每一行")
        return self.tr("跳过{what}").format(what=clauses(parts))

    def _call_switch(self, looked: LookedOver) -> None:
        found = looked.findings
        wrong = sum(each.dealt is Dealt.OPEN for each in found)
        notices = sum(each.dealt is Dealt.AS_IT_IS for each in found)
        for key, word, count in (
            ("all", self.tr("全部 {count}"), len(found)),
            ("bad", self.tr("错误 {count}"), wrong),
            ("notice", self.tr("留意 {count}"), notices),
        ):
            self.switch.set_word(key, word.format(count=count))

    def _offer_columns(self, looked: LookedOver) -> None:
        before = self.column_box.currentData()
        blocker = QSignalBlocker(self.column_box)
        self.column_box.clear()
        self.column_box.addItem(self.tr("所有列"), _ALL)
        for column in dict.fromkeys(each.problem.column for each in looked.findings):
            if column:
                self.column_box.addItem(column, column)
        self.column_box.setCurrentIndex(max(self.column_box.findData(before), 0))
        blocker.unblock()

    def _narrow(self) -> None:
        if self.looked is None:
            return
        kinds = {"all": frozenset(Dealt), "bad": {Dealt.OPEN}, "notice": {Dealt.AS_IT_IS}}
        wanted, column = kinds[self.switch.current], self.column_box.currentData()
        shown = [
            each
            for each in self.looked.findings
            if each.dealt in wanted and column in {_ALL, each.problem.column}
        ]
        self.problem_grid.rows.set_rows(shown)
        hidden = bool(self.looked.findings) and not shown
        nothing = self.tr("没有问题。按 F12 去试算")
        self.empty.set_words(self.tr("这里没有了。") if hidden else nothing)

    def _on_finding(self, finding: object) -> None:
        found = finding if isinstance(finding, Finding) else None
        if found is not None and self.source_grid is not None:
            self.source_grid.box(found.problem.row, found.problem.at or 0)
            self._tell_place(found.problem.row, found.problem.at)
        elif self.looked is not None:
            self.place.setText("")
        self.sentence.setText(sentence(found.problem) if found else "")
        self.chosen.emit(found)

    def _tell_place(self, row: int, column: int | None) -> None:
        if column is None or self.source_grid is None:
            self.place.setText(self.tr("第 {row} 行").format(row=row))
            return
        headings = self.source_grid.header.headings
        words = self.tr("第 {row} 行，{letter} 列 {heading}").format(
            row=row,
            letter=column_letters(column),
            heading=headings[column] if column < len(headings) else "",
        )
        self.place.setText(words.rstrip())


def sentence(problem: Problem) -> str:
    """All that is said of a problem, with its place."""
    place = translate("imports", "第 {row} 行 {column}").format(
        row=problem.row, column=problem.column
    )
    return labelled(place.rstrip(), problem.problem)


def _card(bar: QHBoxLayout, content: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("look", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(1, 0, 1, 1)
    column.setSpacing(Space.ROW)
    column.addLayout(bar)
    column.addWidget(content, 1)
    return card

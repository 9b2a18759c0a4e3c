"""Open documents to choose from: Space takes one, digits say how much of it, F3 takes the oldest."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from jxc_desktop.cash.queries import OpenView, SettledView
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.ui.source_opening import open_source
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.number_field import NumberField
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.rows_model import RowsModel

NOW = "now"
TICK = "✓"
"""Marks what is chosen, and heads its column where its word has no room."""
WIDE = frozenset({"tick", "number", "day", "due", "total", "before", NOW, "left"})
"""The columns of a list that has a whole pane for itself."""
BESIDE = frozenset({"tick", "number", "open", NOW})
"""Those of one that stands beside another."""
WAITING = frozenset({"number", "day", "total", "before", "left"})
"""Those of one that is only read."""


@dataclass(frozen=True, slots=True)
class Pick:
    """An open document and how much of it is chosen, in fen of the same sign."""

    number: str
    day: date
    due: date
    total: int
    open: int
    now: int = 0

    @property
    def left(self) -> int:
        """What stays open."""
        return self.open - self.now

    @property
    def before(self) -> int:
        """What was settled before."""
        return self.total - self.open

    @property
    def tick(self) -> str:
        """Whether it is chosen."""
        return TICK if self.now else ""


@dataclass(frozen=True, slots=True)
class PickWords:
    """What the amounts of a side are called: the whole, what was settled, this time."""

    total: str
    before: str
    now: str


class PickGrid(Grid):
    """Chooses documents; `room` says how much one may still take when Space chooses it."""

    edited = Signal()
    """Somebody chose otherwise."""
    refused = Signal(str)
    finished = Signal()
    """Enter on the last row."""

    def __init__(
        self,
        words: PickWords,
        *,
        today: Callable[[], date],
        room: Callable[[Pick], int] = lambda pick: pick.open,
        shown: frozenset[str] = WIDE,
        parent: QWidget | None = None,
    ) -> None:
        self._model: RowsModel[Pick] = RowsModel(
            [column for column in _columns(words, today) if column.key in shown]
        )
        super().__init__(self._model, row_key=lambda pick: pick.number, parent=parent)
        self._model.setParent(self)
        self._room = room
        self._read_only = False
        self._editing = -1
        self.editor = NumberField(parent=self.viewport())
        self.editor.setAccessibleName(words.now)
        self.editor.hide()
        self.editor.refused.connect(self.refused)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.close_editor())
        self.horizontalHeader().setSectionsClickable(False)
        self.doubleClicked.connect(lambda _index: self.open_editor())

    def picks(self) -> Sequence[Pick]:
        """Every document with what is chosen of it."""
        return list(self._model.loaded_rows())

    def chosen(self) -> list[tuple[str, int]]:
        """Number and fen of those that are chosen."""
        return [(pick.number, pick.now) for pick in self.picks() if pick.now]

    @property
    def sum(self) -> int:
        """Fen chosen in all."""
        return sum(pick.now for pick in self.picks())

    def show_open(self, found: Sequence[OpenView], chosen: Sequence[Sequence[object]] = ()) -> None:
        """Show other documents; what was chosen of them and is still open stays chosen."""
        kept = {str(number): int(str(amount)) for number, amount in chosen}
        self.show_picks(
            [
                Pick(
                    x.number, x.day, x.due, x.total, x.open, _within(kept.get(x.number, 0), x.open)
                )
                for x in found
            ]
        )

    def show_picks(self, picks: Sequence[Pick]) -> None:
        """Show these rows as they are."""
        self.close_editor()
        self._model.set_rows(picks)
        if picks and self.current_row() < 0:
            self.go_to(0)

    def choose(self, chosen: Sequence[tuple[str, int]]) -> None:
        """Choose these without telling anybody."""
        wanted = dict(chosen)
        self.show_picks([replace(pick, now=wanted.get(pick.number, 0)) for pick in self.picks()])

    def set_read_only(self, *, read_only: bool) -> None:
        """Show without letting anybody choose."""
        self._read_only = read_only

    def settle(self) -> bool:
        """Take what is being typed; False when it is refused."""
        return not self.editor.isVisible() or self._commit()

    def open_editor(self, text: str = "") -> None:
        """Type how much of the document under the cursor."""
        pick = self.current()
        if pick is None or self._read_only:
            return
        self._editing = self.current_row()
        place = self.visualRect(self._model.index(self.current_row(), self._column(NOW)))
        self.editor.setGeometry(place)
        self.editor.set_value(pick.now or None)
        self.editor.show()
        self.editor.setFocus()
        if text:
            self.editor.setText(text)

    def close_editor(self) -> None:
        """Leave the cell as it was."""
        if self.editor.isVisible():
            self.editor.hide()
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        if self.editor.isVisible():
            self._editor_key(event)
        elif key == Qt.Key.Key_Space:
            self._toggle()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._on_enter()
        elif text and (text.isdigit() or text in "-.=") and not event.modifiers():
            self.open_editor(text)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.close_editor()

    def _editor_key(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1}
        if event.key() == Qt.Key.Key_Escape:
            self.close_editor()
        elif event.key() in steps and self._commit():
            self.go_to(self.current_row() + steps[Qt.Key(event.key())])

    def _on_enter(self) -> None:
        if self.current_row() + 1 < self._model.rowCount():
            self.go_to(self.current_row() + 1)
        else:
            self.finished.emit()

    def _toggle(self) -> None:
        pick = self.current()
        if pick is None or self._read_only:
            return
        now = 0 if pick.now else _within(self._room(pick), pick.open) or pick.open
        self._put(self.current_row(), replace(pick, now=now))
        self.go_to(self.current_row() + 1)

    def _commit(self) -> bool:
        row = self._editing
        pick = self._model.row_at(row)
        if not self.editor.settle() or pick is None:
            return False
        now = self.editor.value or 0
        if now != _within(now, pick.open):
            told = self.tr("{number} 只剩 {open} 没结，填不了 {now}")
            self.refused.emit(
                told.format(number=pick.number, open=money_text(pick.open), now=money_text(now))
            )
            return False
        self.close_editor()
        self._put(row, replace(pick, now=now))
        return True

    def _put(self, row: int, pick: Pick) -> None:
        if pick != self._model.row_at(row):
            self._model.set_rows([*self.picks()[:row], pick, *self.picks()[row + 1 :]])
            self.edited.emit()

    def _on_current(self, now: QModelIndex, before: QModelIndex) -> None:
        """Another row was clicked while an amount was typed: take it, where it can be taken."""
        super()._on_current(now, before)
        away = self.editor.isVisible() and now.row() != self._editing
        if away and not self._commit():
            self.editor.hide()

    def _column(self, key: str) -> int:
        return next(n for n, column in enumerate(self._model.columns) if column.key == key)


class PickList(QStackedWidget):
    """What can be chosen while a document is typed, and what it settled once it is posted; Enter opens that."""

    def __init__(self, pane: Pane, grid: PickGrid, empty: str) -> None:
        super().__init__()
        self.grid = grid
        self.empty = EmptyState(grid, empty)
        self._settled: RowsModel[SettledView] = RowsModel(_settled_columns(), self)
        self.settled = Grid(self._settled, row_key=lambda row: row.number)
        self.settled.setAccessibleName(grid.accessibleName())
        self.settled.opened.connect(lambda row: open_source(pane, row.number))
        EmptyState(self.settled, translate("cash", "没有核销单据。"))
        self.addWidget(grid)
        self.addWidget(self.settled)
        self.setFocusProxy(grid)

    def show_picking(self) -> None:
        """A document is typed."""
        self.setCurrentWidget(self.grid)
        self.setFocusProxy(self.grid)

    def show_settled(self, found: Sequence[SettledView]) -> None:
        """A posted document settled these."""
        self._settled.set_rows(found)
        self.setCurrentWidget(self.settled)
        self.setFocusProxy(self.settled)


def _settled_columns() -> tuple[Column[SettledView], ...]:
    return (
        Column[SettledView](
            "number", translate("cash", "核销单据"), width=160, stretch=True, sortable=False
        ),
        Column[SettledView](
            "amount", translate("cash", "核销金额"), kind=Kind.MONEY, width=120, sortable=False
        ),
    )


def _within(amount: int, limit: int) -> int:
    """`amount` as far as it lies between nothing and `limit`, which may be negative."""
    low, high = min(limit, 0), max(limit, 0)
    return min(max(amount, low), high)


def _columns(words: PickWords, today: Callable[[], date]) -> tuple[Column[Pick], ...]:
    def late(pick: Pick) -> str:
        return "bad" if pick.left > 0 and pick.due < today() else ""

    def money(key: str, heading: str, **more: Any) -> Column[Pick]:
        return Column[Pick](key, heading, kind=Kind.MONEY, width=88, sortable=False, **more)

    return (
        Column[Pick](
            "tick",
            translate("cash", "选"),
            width=34,
            short=TICK,
            tone=lambda _pick: "ok",
            sortable=False,
        ),
        Column[Pick]("number", translate("cash", "单号"), width=138, stretch=True, sortable=False),
        Column[Pick]("day", translate("cash", "日期"), kind=Kind.DAY, sortable=False),
        Column[Pick]("due", translate("cash", "到期"), kind=Kind.DAY, tone=late, sortable=False),
        money("total", words.total),
        money("before", words.before, text=_blank, muted=True),
        money("open", translate("cash", "没结")),
        money(NOW, words.now, text=_blank, bold=True),
        money("left", translate("cash", "余额")),
    )


def _blank(fen: int | None) -> str:
    return money_text(fen) if fen else ""

"""模板 beside a voucher: those that are due on top, Enter puts one into the voucher, the foot keeps what is typed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.journal.drafts import JournalDraft
from jxc_desktop.ledger.journal.queries import PatternView, patterns, patterns_due
from jxc_desktop.ledger.journal.services import keep_pattern, remove_pattern
from jxc_desktop.ledger.periods import month_of
from jxc_desktop.widgets.chips import Chip
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.expressions import plain
from jxc_desktop.widgets.form_row import FormRow
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.keycap import KeyHints
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.number_field import NumberField
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.sheet import Sheet
from jxc_desktop.widgets.tokens import Size, Space

WIDTH = 320
_EVERY = 56


@dataclass(frozen=True, slots=True)
class PatternRow:
    """A pattern, and whether it should have been made by now."""

    view: PatternView
    due: bool


class JournalPatterns(QWidget):
    """Belongs to one pane; `read` gives what is typed now, in the widget `voucher`.

    `due` are the names of those that should have been made by now.
    """

    chosen = Signal(int)
    """The pattern to put into the voucher."""
    listed = Signal()
    """The list was read, and `due` with it."""

    def __init__(self, pane: Pane, read: Callable[[], JournalDraft], voucher: QWidget) -> None:
        super().__init__(pane)
        self._pane, self._read, self._voucher = pane, read, voucher
        self.due: list[str] = []
        self.model: RowsModel[PatternRow] = RowsModel(_columns(), self)
        self.grid = Grid(self.model, row_key=lambda row: row.view.id)
        self.grid.setAccessibleName(self.tr("凭证模板"))
        self.name = QLineEdit()
        self.every = NumberField(0, parse=self._months, text=lambda months: str(months or 0))
        self.every.setFixedWidth(_EVERY)
        self.rows = {
            "name": FormRow(self.tr("模板名"), self.name, side="above"),
            "every": FormRow(self.tr("隔几个月"), self.every, side="above"),
        }
        self.keep = QPushButton(self.tr("存为模板"))
        self.keep.clicked.connect(self.keep_typed)
        self.name.returnPressed.connect(self.keep_typed)
        self.every.refused.connect(pane.context.messages.notice)
        self.grid.opened.connect(lambda row: self.chosen.emit(row.view.id))
        self.setFixedWidth(WIDTH)
        self.setFocusProxy(self.grid)
        self._lay_out()
        self.hide()

    def toggle(self) -> None:
        """Come to the hand, or go."""
        if self.isVisible():
            self.hide()
            self._voucher.setFocus()
        else:
            self.show()
            self.setFocus()

    def refresh(self) -> None:
        """Read the list again."""
        month = month_of(self._pane.context.clock.today())
        self._pane.run_read(partial(_rows, month=month), then=self._show, slot="patterns")

    def mark(self, field: str, reason: str) -> bool:
        """Show at a field why it was refused; False where there is no such field here."""
        if field not in self.rows:
            return False
        self.rows[field].set_error(reason)
        self.rows[field].field.setFocus()
        return True

    def keep_typed(self) -> None:
        """Keep the voucher that is typed under the name."""
        if not self.every.settle():
            return
        for row in self.rows.values():
            row.set_error("")
        name, every = self.name.text(), self.every.value or 0
        work = partial(keep_pattern, every=every)
        self._pane.run_write(work, name, self._read(), then=partial(self._on_kept, name.strip()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.grid.current()
        if event.key() == Qt.Key.Key_Escape:
            self.toggle()
        elif event.key() == Qt.Key.Key_Delete and self.grid.hasFocus() and row is not None:
            self.ask_removal(row)
        else:
            super().keyPressEvent(event)

    def ask_removal(self, row: PatternRow) -> Sheet:
        """Ask before a pattern is thrown away."""
        title = self.tr("删除模板“{name}”").format(name=row.view.name)
        effects = (self.tr("用它做过的凭证都留着"), self.tr("删了不能找回，要用就重新存一个"))
        sheet = Sheet(self._pane, title, effects, do=self.tr("删除"))
        sheet.agreed.connect(lambda _reason: self._remove(row))
        return sheet

    def _remove(self, row: PatternRow) -> None:
        said = self.tr("模板“{name}”已删除").format(name=row.view.name)
        self._pane.run_write(remove_pattern, row.view.id, then=partial(self._tell, said))

    def _on_kept(self, name: str, _pattern_id: int) -> None:
        self.name.clear()
        self.every.set_value(0)
        self._tell(self.tr("已存为模板“{name}”").format(name=name))

    def _tell(self, said: str, _nothing: object = None) -> None:
        self._pane.context.messages.success(said)
        self.refresh()

    def _show(self, rows: list[PatternRow]) -> None:
        self.model.set_rows(rows)
        if rows and self.grid.current_row() < 0:
            self.grid.go_to(0)
        self.due = [row.view.name for row in rows if row.due]
        self.listed.emit()

    def _months(self, text: str) -> int:
        digits = plain(text)
        if not digits.isdecimal():
            raise InvalidInput(self.tr("隔几个月要是整数，不定期写 0"))
        return int(digits)

    def _lay_out(self) -> None:
        words = self.tr("还没有模板。写好凭证，在下面起个名字存起来。")
        self.empty = EmptyState(self.grid, words, icon_name="files")
        foot = QHBoxLayout()
        foot.setSpacing(Space.ROW)
        foot.addWidget(self.rows["name"], 1)
        foot.addWidget(self.rows["every"])
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, 0, Space.PANE, 0)
        column.setSpacing(Space.ROW)
        column.addWidget(Words(self.tr("凭证模板"), Size.CARD_TITLE, bold=True))
        column.addWidget(self.grid, 1)
        keys = [("Enter", self.tr("填入")), ("Del", self.tr("删除")), ("Esc", self.tr("关闭"))]
        column.addWidget(KeyHints(keys), 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(foot)
        column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignRight)


def _rows(session: Session, month: str) -> list[PatternRow]:
    """Those that are due first."""
    due = {each.id for each in patterns_due(session, month)}
    rows = [PatternRow(each, each.id in due) for each in patterns(session)]
    return sorted(rows, key=lambda row: not row.due)


def _columns() -> tuple[Column[PatternRow], ...]:
    return (
        Column[PatternRow](
            "name",
            translate("ledger", "模板"),
            lambda row: row.view.name,
            width=110,
            stretch=True,
            sortable=False,
        ),
        Column[PatternRow](
            "next",
            translate("ledger", "下次"),
            lambda row: _next(row.view),
            width=72,
            sortable=False,
        ),
        Column[PatternRow](
            "due", translate("ledger", "状态"), _state, kind=Kind.CHIP, width=68, sortable=False
        ),
    )


def _next(view: PatternView) -> str:
    return view.next_month or translate("ledger", "不定期")


def _state(row: PatternRow) -> Chip:
    return Chip(translate("ledger", "该做"), "warn") if row.due else Chip("")

"""模板 beside a voucher: those that are due on top, Enter puts one into the voucher, the foot keeps what is typed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.journal.drafts import JournalDraft
from jxc_desktop.ledger.journal.pattern_changes import disable_pattern, rename_pattern
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
_OUT_OF_USE = QKeyCombination(
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_T
)


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
        self._renamed: PatternRow | None = None
        self.keep = QPushButton(self.tr("存为模板"))
        self.keep.clicked.connect(self.keep_typed)
        self.name.returnPressed.connect(self.keep_typed)
        self.every.refused.connect(pane.context.messages.notice)
        self.grid.opened.connect(self._choose)
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

    def _choose(self, row: PatternRow) -> None:
        if row.view.disabled:
            self._pane.context.messages.notice(self.tr("模板停用了。按 Ctrl+Shift+T 启用"))
        else:
            self.chosen.emit(row.view.id)

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
        tidy, run = name.strip(), self._pane.run_write
        if self._renamed is not None:
            rename = partial(rename_pattern, every=every)
            run(rename, self._renamed.view.id, name, then=partial(self._on_renamed, tidy))
            return
        keep = partial(keep_pattern, every=every)
        run(keep, name, self._read(), then=partial(self._on_kept, tidy))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.grid.current() if self.grid.hasFocus() else None
        if event.key() == Qt.Key.Key_Escape and self._renamed is not None:
            self._stop_renaming()
            self.grid.setFocus()
        elif event.key() == Qt.Key.Key_Escape:
            self.toggle()
        elif event.key() == Qt.Key.Key_Delete and row is not None:
            self.ask_removal(row)
        elif event.key() == Qt.Key.Key_F2 and row is not None:
            self.begin_renaming(row)
        elif event.keyCombination() == _OUT_OF_USE and row is not None:
            self.turn_use(row)
        else:
            super().keyPressEvent(event)

    def begin_renaming(self, row: PatternRow) -> None:
        """The foot takes a new name and span for a pattern; Enter keeps them, Esc does not."""
        self._renamed = row
        self.name.setText(row.view.name)
        self.every.set_value(row.view.every)
        self.keep.setText(self.tr("改名"))
        self.name.setFocus()
        self.name.selectAll()

    def turn_use(self, row: PatternRow) -> None:
        """Put a pattern out of use, or back."""
        view = row.view
        words = self.tr("模板“{name}”已启用") if view.disabled else self.tr("模板“{name}”已停用")
        work = partial(disable_pattern, disabled=not view.disabled)
        said = words.format(name=view.name)
        self._pane.run_write(work, view.id, then=partial(self._tell, said))

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

    def _on_renamed(self, name: str, _nothing: object) -> None:
        self._stop_renaming()
        self.grid.setFocus()
        self._tell(self.tr("模板已改为“{name}”").format(name=name))

    def _stop_renaming(self) -> None:
        self._renamed = None
        self.name.clear()
        self.every.set_value(0)
        self.keep.setText(self.tr("存为模板"))

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
        often = [("Enter", self.tr("填入")), ("Del", self.tr("删除")), ("Esc", self.tr("关闭"))]
        seldom = [("F2", self.tr("改名")), ("Ctrl+Shift+T", self.tr("停用或启用"))]
        for keys in (often, seldom):
            column.addWidget(KeyHints(keys), 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(foot)
        column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignRight)


def _rows(session: Session, month: str) -> list[PatternRow]:
    """Those that are due first, those out of use last."""
    due = {each.id for each in patterns_due(session, month)}
    rows = [PatternRow(each, each.id in due) for each in patterns(session, even_disabled=True)]
    return sorted(rows, key=lambda row: (row.view.disabled, not row.due))


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
    if row.view.disabled:
        return Chip(translate("ledger", "已停用"), "mute", struck=True)
    return Chip(translate("ledger", "该做"), "warn") if row.due else Chip("")

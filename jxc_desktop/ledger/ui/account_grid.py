"""The chart of accounts as a grid whose rows fold: ← closes what lies below an account, → opens it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from jxc_desktop.core.i18n import translate
from jxc_desktop.core.pinyin import initials
from jxc_desktop.ledger.account_names import shown_name
from jxc_desktop.ledger.queries.tree import AccountRow
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.pane import Context
from jxc_desktop.widgets.rows_model import RowsModel, RowStyle

_CODE = 76
_BALANCE = 88
_FOLDED = " …"


class AccountGrid(Grid):
    """Shows those accounts that the filter lets through and that do not lie under a folded one."""

    folded_changed = Signal()

    def __init__(self, context: Context) -> None:
        self.folded: set[str] = set()
        self.accounts: Sequence[AccountRow] = ()
        self._text, self._only_moved = "", True
        self._above: set[str] = set()
        model: RowsModel[AccountRow] = RowsModel(self._columns(), style=_style)
        super().__init__(
            model, name="accounts", settings=context.settings, row_key=lambda row: row.code
        )
        model.setParent(self)

    def set_accounts(self, rows: Sequence[AccountRow]) -> None:
        """Show other balances."""
        self.accounts = rows
        self._fill()

    def set_filter(self, text: str, *, only_moved: bool) -> None:
        """Show accounts whose code, name or initials say `text`, perhaps only those ever used."""
        self._text, self._only_moved = text.strip().lower(), only_moved
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current()
        if row is not None and event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._fold(row, fold=event.key() == Qt.Key.Key_Left)
            return
        super().keyPressEvent(event)

    def _fold(self, row: AccountRow, *, fold: bool) -> None:
        """Close an account, or go up from one that is closed or a leaf; open it the other way."""
        if row.leaf or (fold and row.code in self.folded):
            if fold and row.parent is not None:
                self._go_to_code(row.parent)
            return
        (self.folded.add if fold else self.folded.discard)(row.code)
        self._fill()
        self.folded_changed.emit()

    def _go_to_code(self, code: str) -> None:
        codes = [row.code for row in self.rows.loaded_rows()]
        if code in codes:
            self.go_to(codes.index(code))

    def _fill(self) -> None:
        found = [row for row in self.accounts if self._fits(row)]
        hidden: set[str] = set()
        shown: list[AccountRow] = []
        for row in found:
            if row.parent in hidden or row.parent in self.folded:
                hidden.add(row.code)
            else:
                shown.append(row)
        self.rows.set_rows(shown if not self._text else found)

    def _fits(self, row: AccountRow) -> bool:
        if self._only_moved and not row.moved:
            return False
        words = (row.code, row.name, row.english.lower(), initials(row.name).lower())
        begins = row.code.startswith(self._text)
        return begins or any(self._text in word for word in words[1:])

    def _columns(self) -> tuple[Column[AccountRow], ...]:
        return (
            Column[AccountRow](
                "code", translate("ledger", "编码"), kind=Kind.CODE, width=_CODE, sortable=False
            ),
            Column[AccountRow](
                "name",
                translate("ledger", "科目"),
                value=self._words,
                width=132,
                stretch=True,
                sortable=False,
            ),
            Column[AccountRow](
                "balance",
                translate("ledger", "余额"),
                kind=Kind.MONEY,
                width=_BALANCE,
                sortable=False,
            ),
        )

    def _words(self, row: AccountRow) -> str:
        return shown_name(row.name, row.english) + (_FOLDED if row.code in self.folded else "")


def _style(row: AccountRow) -> RowStyle:
    """Accounts above others stand out, so that the tree is seen without indents."""
    return RowStyle.NORMAL if row.leaf else RowStyle.GROUP

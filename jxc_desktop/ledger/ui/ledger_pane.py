"""账本: the accounts with their balances, in the dock at the left; Enter opens the card of an account."""

from PySide6.QtCore import QT_TR_NOOP, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jxc_desktop.ledger.queries.tree import AccountRow, account_tree
from jxc_desktop.ledger.ui.account_grid import AccountGrid
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.icons import icon
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.tokens import Space
from jxc_desktop.widgets.totals_row import TotalsRow


class LedgerPane(Pane):
    """The chart of accounts as it stands now."""

    title = str(QT_TR_NOOP("账本"))
    icon = "notebook-text"
    needs = "report.books"
    watches = frozenset({"entry", "account"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(self.tr("编码、名称、拼音"))
        self.search.setAccessibleName(self.tr("筛选"))
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.which = QComboBox()
        self.which.setAccessibleName(self.tr("科目"))
        self.which.addItem(self.tr("用过的"), True)
        self.which.addItem(self.tr("全部科目"), False)
        self.grid = AccountGrid(context)
        self.grid.setAccessibleName(self.heading())
        self.totals = TotalsRow(self.grid, unit=lambda n: self.tr("个科目", "", n))
        self.empty = EmptyState(
            self.grid,
            self.tr("账上还没有发生额。过一张单，这里就有余额。"),
            icon_name="notebook-text",
        )
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.grid)
        self.refresh()

    def refresh(self) -> None:
        self.run_read(account_tree, then=self._show, slot="tree")

    # --- what can be done ---

    @action(str(QT_TR_NOOP("明细账")), icon="book-open")
    def open_card(self) -> None:
        """Open the card of the account under the cursor."""
        row = self.grid.current()
        if row is not None:
            self.context.open("account_card", row.code)

    @action(str(QT_TR_NOOP("余额表")), "Ctrl+B", icon="scale")
    def open_trial_balance(self) -> None:
        """Open the trial balance."""
        self.context.open("report", "trial_balance")

    @action(str(QT_TR_NOOP("筛选")), "Ctrl+F", icon="list-filter")
    def go_to_search(self) -> None:
        """Go to the search field."""
        self.search.setFocus()
        self.search.selectAll()

    @action(str(QT_TR_NOOP("刷新")), "F5", icon="refresh-cw")
    def read_again(self) -> None:
        """Read the balances again."""
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.grid.setFocus()
            return
        super().keyPressEvent(event)

    # --- how it looks ---

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(Space.ROW)
        first.addWidget(self.which, 1)
        first.addWidget(ActionButton(action_named(self, "open_trial_balance")))
        second.addWidget(self.search, 1)
        top = QVBoxLayout()
        top.setContentsMargins(Space.DOCK, Space.DOCK, Space.DOCK, Space.DOCK)
        top.setSpacing(Space.ROW)
        top.addLayout(first)
        top.addLayout(second)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.grid, 1)
        column.addWidget(self.totals)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._filter())
        self.search.returnPressed.connect(self._enter)
        self.which.currentIndexChanged.connect(lambda _place: self._filter())
        self.grid.opened.connect(lambda _row: self.open_card())

    # --- what comes back ---

    def _show(self, rows: list[AccountRow]) -> None:
        self.grid.set_accounts(rows)
        self._filter()

    def _filter(self) -> None:
        self.grid.set_filter(self.search.text(), only_moved=bool(self.which.currentData()))
        self.totals.set_totals({}, count=self.grid.rows.rowCount())
        self.empty.set_filtered(self.tr("没有这样的科目。") if self.search.text() else "")

    def _enter(self) -> None:
        """Enter in the search field: on to the first account found."""
        self.grid.setFocus()
        if self.grid.current_row() < 0:
            self.grid.go_to(0)

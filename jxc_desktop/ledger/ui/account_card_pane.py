"""明细账: what was booked on one account, with the balance after each; Enter leads to voucher and document."""

from datetime import date
from functools import partial

from PySide6.QtCore import QT_TR_NOOP, QPoint
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.queries import (
    AccountView,
    Card,
    CardCursor,
    CardRow,
    account_card,
    account_named,
    accounts,
    moved_on,
)
from jxc_desktop.ledger.queries.sources import voucher_of
from jxc_desktop.ledger.ui.source_opening import open_source
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.column_chooser import ColumnChooser
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.filter_bar import PeriodBox
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.keycap import KeyHints
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.rows_model import RowsModel, RowStyle
from jxc_desktop.widgets.tokens import Size, Space
from jxc_desktop.widgets.totals_row import TotalsRow

AT_ONCE = 500
"""Rows read at a time; the next come when the end is reached."""
_ACCOUNT_WIDTH = 260
Found = tuple[AccountView, Card, tuple[int, int]]


class AccountCardPane(Pane):
    """Its subject is the code of an account, leaf or not."""

    title = str(QT_TR_NOOP("明细账"))
    icon = "book-open"
    needs = "report.books"
    watches = frozenset({"entry", "voucher_entry"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self.code = ""
        self.headline = Words(self.heading(), Size.TITLE, bold=True)
        self.account = QComboBox()
        self.period = PeriodBox(context.clock.today, "month")
        self.model: RowsModel[CardRow] = RowsModel(self._columns(), self, style=_style)
        self.grid = Grid(self.model, name="account-card", settings=context.settings)
        self.totals = TotalsRow(self.grid, unit=lambda n: self.tr("笔", "", n))
        self._rows: list[CardRow] = []
        self._following: CardCursor | None = None
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.grid)

    def show_subject(self, subject: object) -> None:
        """Turn to an account by its code."""
        self.code = str(subject)
        self.account.blockSignals(True)
        self.account.setCurrentIndex(self.account.findData(self.code))
        self.account.blockSignals(False)
        self.refresh()

    def refresh(self) -> None:
        if self.code:
            period = self.period.period
            self.run_read(_read, self.code, period.start, period.end, then=self._show, slot="card")

    # --- what can be done ---

    @action(str(QT_TR_NOOP("打开凭证")), icon="file-text")
    def open_voucher(self) -> None:
        """Open the voucher of the row under the cursor; the document while no voucher binds it."""
        row = self.grid.current()
        if row is not None and row.number:
            self.run_read(voucher_of, row.number, then=partial(self._open, row), slot="voucher")

    @action(str(QT_TR_NOOP("打开单据")), "Shift+Return", icon="external-link")
    def open_document(self) -> None:
        """Open the document of the row under the cursor."""
        row = self.grid.current()
        if row is not None and row.number:
            open_source(self, row.number)

    @action(str(QT_TR_NOOP("余额表")), "Ctrl+B", icon="scale")
    def open_trial_balance(self) -> None:
        """Open the trial balance."""
        self.context.open("report", "trial_balance")

    @action(str(QT_TR_NOOP("换科目")), "Ctrl+F", icon="search")
    def go_to_account(self) -> None:
        """Go to the field that holds the account."""
        self.account.setFocus()

    @action(str(QT_TR_NOOP("列")), icon="columns-3")
    def choose_columns(self) -> None:
        """Show, hide and order columns."""
        corner = self.grid.mapToGlobal(QPoint(self.grid.width(), 0))
        ColumnChooser(self.grid.arrangement, self).show_at(corner)

    @action(str(QT_TR_NOOP("刷新")), "F5", icon="refresh-cw")
    def read_again(self) -> None:
        """Read again."""
        self.refresh()

    # --- how it looks ---

    def _columns(self) -> tuple[Column[CardRow], ...]:
        def column(key: str, heading: str, **more: object) -> Column[CardRow]:
            return Column[CardRow](key, heading, sortable=False, **more)  # type: ignore[arg-type]

        return (
            column("day", self.tr("日期"), kind=Kind.SHORT_DAY, width=54),
            column("voucher", self.tr("凭证"), width=62),
            column("number", self.tr("单号"), width=138, muted=True),
            column("summary", self.tr("摘要"), width=136, stretch=True),
            column("debit", self.tr("借方"), kind=Kind.MONEY, text=_or_blank, width=92),
            column("credit", self.tr("贷方"), kind=Kind.MONEY, text=_or_blank, width=92),
            column("side", self.tr("方向"), value=side_of, width=46, muted=True),
            column(
                "balance", self.tr("余额"), value=lambda row: abs(row.balance), kind=Kind.MONEY,
                width=98, bold=True,
            ),
        )  # fmt: skip

    def _lay_out(self) -> None:
        head, question = QHBoxLayout(), QHBoxLayout()
        for row in (head, question):
            row.setSpacing(Space.ROW)
        head.addWidget(self.headline)
        head.addStretch(1)
        head.addWidget(ActionButton(action_named(self, "open_trial_balance")))
        self.account.setAccessibleName(self.tr("科目"))
        self.account.setMinimumWidth(_ACCOUNT_WIDTH)
        self.account.setMaxVisibleItems(20)
        for widget in (self.account, self.period):
            question.addWidget(widget)
        question.addStretch(1)
        for name, look in (("choose_columns", "quiet"), ("read_again", "")):
            question.addWidget(ActionButton(action_named(self, name), look))
        top = QVBoxLayout()
        top.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.ROW)
        top.setSpacing(Space.BLOCK)
        top.addLayout(head)
        top.addLayout(question)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.grid, 1)
        column.addWidget(self.totals)
        column.addWidget(self._hints())

    def _hints(self) -> QWidget:
        strip = QWidget()
        row = QHBoxLayout(strip)
        row.setContentsMargins(Space.PANE, Space.LABEL, Space.PANE, Space.LABEL)
        row.addWidget(
            KeyHints(
                [
                    ("Enter", self.tr("打开凭证")),
                    ("Shift+Enter", self.tr("打开单据")),
                    ("Ctrl+F", self.tr("换科目")),
                ]
            )
        )
        row.addStretch(1)
        return strip

    def _connect(self) -> None:
        self.grid.opened.connect(lambda _row: self.open_voucher())
        self.grid.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.period.period_changed.connect(lambda _period: self.refresh())
        self.period.refused.connect(self.context.messages.error)
        self.account.activated.connect(lambda _place: self._on_account())
        self.run_read(accounts, then=self._offer, slot="accounts")

    # --- what comes back ---

    def _offer(self, views: list[AccountView]) -> None:
        self.account.blockSignals(True)
        for view in views:
            self.account.addItem(f"{view.code} {view.shown}", view.code)
        self.account.setCurrentIndex(self.account.findData(self.code))
        self.account.blockSignals(False)

    def _on_account(self) -> None:
        self.show_subject(self.account.currentData())
        self.grid.setFocus()

    def _show(self, found: Found) -> None:
        account, card, (debit, credit) = found
        words = f"{account.code} {account.shown}"
        self.headline.setText(words)
        self.subject_changed.emit(words)
        opening = CardRow(self.period.period.start, "", "", self.tr("期初余额"), 0, 0, card.opening)
        self._rows = [opening, *card.rows]
        self._following = card.following
        self.model.set_rows(self._rows)
        closing = card.opening + debit - credit
        self.totals.set_totals(
            {"debit": debit, "credit": credit, "side": _side(closing), "balance": abs(closing)},
            label=self.tr("本期合计"),
        )

    def _on_scrolled(self, value: int) -> None:
        bar = self.grid.verticalScrollBar()
        if self._following is not None and value >= bar.maximum() - bar.pageStep():
            after, self._following = self._following, None
            period = self.period.period
            self.run_read(
                _read_on, self.code, period.start, period.end, after, then=self._append, slot="card"
            )

    def _append(self, card: Card) -> None:
        self._rows += card.rows
        self._following = card.following
        self.model.set_rows(self._rows)

    def _open(self, row: CardRow, voucher: int | None) -> None:
        if voucher is None:
            open_source(self, row.number)
        else:
            self.context.open("voucher", voucher)


def side_of(row: CardRow) -> str:
    """The side a balance stands on: 借, 贷, or 平 for nothing."""
    return _side(row.balance)


def _side(balance: int) -> str:
    if balance == 0:
        return translate("ledger", "平")
    return translate("ledger", "借") if balance > 0 else translate("ledger", "贷")


def _or_blank(fen: int) -> str:
    return money_text(fen) if fen else ""


def _style(row: CardRow) -> RowStyle:
    return RowStyle.NORMAL if row.number else RowStyle.GROUP


def _read(session: Session, code: str, first: date, last: date) -> Found:
    card = account_card(session, code, first, last, limit=AT_ONCE)
    return account_named(session, code), card, moved_on(session, code, first, last)


def _read_on(session: Session, code: str, first: date, last: date, after: CardCursor) -> Card:
    return account_card(session, code, first, last, after=after, limit=AT_ONCE)

"""资金: what lies in each money account, and what the shop owes; each line opens its report."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from jxc_desktop.analysis.dashboard import MoneyFigures
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import Size, Space

_LEAST = 230
_ICONS = {"1001": "banknote", "1002": "landmark", "1012": "qr-code"}


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """One line of the card: a word, fen, and the report behind it."""

    word: str
    amount: int
    icon: str
    tone: str
    opens: str


class MoneyCard(QFrame):
    """Money accounts first, then what is owed to suppliers."""

    opened = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setAccessibleName(self.tr("资金"))
        self.total = Words(size=Size.TITLE, bold=True)
        self.model: RowsModel[MoneyLine] = RowsModel(self._columns(), self)
        self.grid = Grid(self.model, row_key=lambda row: row.word)
        self.grid.setAccessibleName(self.tr("资金"))
        self.grid.horizontalHeader().hide()
        self.grid.opened.connect(lambda row: self.opened.emit("report", row.opens))
        head = QHBoxLayout()
        head.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.ROW)
        head.setSpacing(Space.ROW)
        head.addWidget(Words(self.tr("资金"), Size.CARD_TITLE, bold=True))
        head.addStretch(1)
        head.addWidget(Words(self.tr("合计"), Size.HINT, tone="text2"))
        head.addWidget(self.total)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, Space.LABEL)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.grid, 1)
        self.setMinimumHeight(_LEAST)

    def show_money(self, figures: MoneyFigures) -> None:
        """Show balances and what is owed."""
        self.total.setText(money_text(figures.total))
        accounts = [
            MoneyLine(
                account.name,
                balance,
                _ICONS.get(account.account[:4], "wallet"),
                "bad" if balance < 0 else "",
                "cash_journal",
            )
            for account, balance in figures.accounts
        ]
        payable = figures.payable
        owing = self.tr("应付账款 %n 户", "", payable.firms)
        debts = [MoneyLine(owing, payable.total, "truck", "", "payable_summary")]
        self.model.set_rows([*accounts, *debts])

    def _columns(self) -> tuple[Column[MoneyLine], ...]:
        return (
            Column[MoneyLine](
                "word", self.tr("账户"), icon=lambda row: row.icon, stretch=True, sortable=False
            ),
            Column[MoneyLine](
                "amount",
                self.tr("余额"),
                kind=Kind.MONEY,
                tone=lambda row: row.tone,
                width=120,
                sortable=False,
            ),
        )

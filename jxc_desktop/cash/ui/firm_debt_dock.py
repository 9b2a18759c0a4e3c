"""客户欠款: what the firm under the hand owes, since when, and how far it may still go; a dock beside the document."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jxc_desktop.cash.debts import Debt, FirmDebt, firm_debt
from jxc_desktop.ledger.ui.source_opening import open_source
from jxc_desktop.widgets.amounts import AmountLines
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import RowHeight, Size, Space

_LEAST = 190


class FirmDebtDock(Pane):
    """For a customer what they owe, for a supplier what is owed to them; the oldest document first."""

    title = str(QT_TR_NOOP("客户欠款"))
    icon = "hand-coins"
    needs = "customer.view"
    watches = frozenset({"entry", "settlement", "partner"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.partner_id: int | None = None
        self.figures = AmountLines()
        self.model: RowsModel[Debt] = RowsModel(self._columns(), self)
        self.grid = Grid(
            self.model,
            row_height=RowHeight.COMPACT,
            header_height=RowHeight.HEADER_COMPACT,
            text_size=Size.HINT,
            row_key=lambda row: row.number,
        )
        self.grid.setAccessibleName(self.tr("没结的单"))
        self.empty = EmptyState(
            self.grid, self.tr("选了客户，这里就有欠款。"), icon_name="hand-coins"
        )
        self.grid.opened.connect(lambda row: open_source(self, row.number))
        top = QVBoxLayout()
        top.setContentsMargins(Space.BLOCK, 0, Space.BLOCK, Space.ROW)
        top.addWidget(self.figures)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.grid, 1)
        self.figures.hide()
        self.setMinimumHeight(_LEAST)
        self.setFocusProxy(self.grid)

    def attend(self, attention: Mapping[str, Any]) -> None:
        partner = attention.get("partner")
        if isinstance(partner, int) and partner != self.partner_id:
            self.partner_id = partner
            self.refresh()

    def refresh(self) -> None:
        if self.partner_id is not None:
            self.run_read(firm_debt, self.partner_id, then=self._show, slot="debt")

    def _columns(self) -> tuple[Column[Debt], ...]:
        today = self.context.clock.today()
        return (
            Column[Debt]("day", self.tr("日期"), kind=Kind.SHORT_DAY, width=50),
            Column[Debt](
                "due",
                self.tr("到期"),
                kind=Kind.SHORT_DAY,
                width=50,
                tone=lambda debt: "bad" if debt.due < today and debt.amount > 0 else "",
            ),
            Column[Debt]("number", self.tr("单号"), text=_tail, width=84, stretch=True, muted=True),
            Column[Debt]("amount", self.tr("没结"), kind=Kind.MONEY, width=82),
        )

    def _show(self, found: FirmDebt) -> None:
        self.subject_changed.emit(found.name)
        self.model.set_rows(found.debts)
        self.empty.set_words(self.tr("没有没结的单。"))
        self.figures.show()
        line = self.figures.set_line
        owes = self.tr("现欠")
        line(owes, money_text(found.balance))
        line(self.tr("其中逾期"), money_text(found.overdue), "bad" if found.overdue else "text2")
        line(self.tr("预收预付"), money_text(found.advance), "text2")
        self._show_limit(found)

    def _show_limit(self, found: FirmDebt) -> None:
        """The limit, and what is left of it."""
        limit = self.tr("没有设") if found.credit_limit is None else money_text(found.credit_limit)
        self.figures.set_line(self.tr("信用额度"), limit, "text2")
        room = found.room
        self.figures.set_line(
            self.tr("还能赊"), money_text(room), "bad" if room is not None and room < 0 else ""
        )


def _tail(number: str) -> str:
    """The tail of a number tells documents apart; the whole would not fit beside its days."""
    return f"…{number[-8:]}" if len(number) > 8 else number  # noqa: PLR2004  a day's count and its day

"""期间与结账: the months as a list, what stands between the next one and its closing, and where to put it right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from jxc_desktop.ledger.closing.check import Checked, Closing
from jxc_desktop.ledger.closing.queries import MonthRow, month_rows
from jxc_desktop.ledger.closing.services import (
    Closed,
    close_period,
    closing_list,
    file_period,
    reopen_period,
)
from jxc_desktop.ledger.closing.watch import tax_watch
from jxc_desktop.ledger.ui.watch_lines import WatchLines
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.chips import Chip
from jxc_desktop.widgets.columns import Column, Kind, allowed
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tasks import Progress
from jxc_desktop.widgets.tokens import Size, Space

CLOSE, REOPEN = "period.close", "period.reopen"
_REASON = 300
_LIST, _MONTHS = 640, 470
BackUp = Callable[[Progress], str]
"""Makes the backup that a closing wants first and says where it lies; "" where the shop has no place for one."""


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One line of the list: a check, or one of the things that it found."""

    check: Checked
    problem: str

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from the others."""
        return self.check.id, self.problem


class PeriodPane(Pane):
    """The list belongs to the month under the cursor."""

    title = str(QT_TR_NOOP("期间与结账"))
    icon = "calendar-check"
    needs = "voucher.view"
    watches = frozenset(
        {"closed_period", "entry", "voucher_mark", "draft_paper", "pending_paper", "shift"}
    )

    def __init__(
        self,
        context: Context,
        rules: Closing,
        back_up: BackUp | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self._rules, self._back_up = rules, back_up
        self._asked = ""
        self._turning = True
        self.model: RowsModel[MonthRow] = RowsModel(allowed(self._columns(), context.may), self)
        self.grid = Grid(
            self.model, name="periods", settings=context.settings, row_key=lambda r: r.month
        )
        self.grid.setAccessibleName(self.heading())
        self.checks: RowsModel[CheckLine] = RowsModel(self._check_columns(), self)
        self.check_grid = Grid(
            self.checks, name="closing-list", settings=context.settings, row_key=lambda r: r.key
        )
        self.check_grid.setAccessibleName(self.tr("结账检查"))
        self.about = Words(self.tr("结账检查"), Size.CARD_TITLE, bold=True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("反结账的原因"))
        self.reason.setAccessibleName(self.tr("反结账的原因"))
        self.watched = WatchLines()
        self._lay_out()
        self.grid.row_changed.connect(lambda _row: self._ask())
        self.check_grid.opened.connect(lambda _row: self.go_there())
        self.setFocusProxy(self.grid)
        self.refresh()

    def refresh(self) -> None:
        self.run_read(month_rows, then=self._show_months, slot="months")
        self.run_read(tax_watch, then=self.watched.show_watches, slot="watched")

    # --- what can be done ---

    @action(str(QT_TR_NOOP("结账")), "F12", needs=CLOSE, icon="lock")
    def close_month(self) -> None:
        """Close the next month; what is only told asks for a second press."""
        row = self._next()
        if row is None:
            self.context.messages.notice(self.tr("没有可以结账的月份"))
            return
        if self._asked != row.month:
            self.run_read(closing_list, row.month, self._rules, then=self._asked_about(row.month))
            return
        self._begin(row.month)

    @action(str(QT_TR_NOOP("去处理")), "Ctrl+Return", icon="external-link")
    def go_there(self) -> None:
        """Open the place where the line under the cursor is put right."""
        line = self.check_grid.current()
        if line is None or not line.check.pane:
            return
        if self.context.open(line.check.pane, line.check.subject or None) is None:
            self.context.messages.notice(self.tr("没有打开那一页的权限"))

    @action(str(QT_TR_NOOP("标记已申报")), "Ctrl+Shift+F", needs=CLOSE, icon="stamp")
    def file_month(self) -> None:
        """Mark the month under the cursor as filed with the tax bureau."""
        row = self.grid.current()
        if row is not None:
            self.run_write(file_period, row.month, then=lambda _none: self._filed(row.month))

    @action(str(QT_TR_NOOP("反结账")), "Ctrl+Shift+R", needs=REOPEN, icon="lock-open")
    def reopen_month(self) -> None:
        """Open the last closed month again, for the reason typed."""
        row = next((each for each in self.model.loaded_rows() if each.last), None)
        if row is None:
            self.context.messages.notice(self.tr("没有可以反结账的月份"))
            return
        if not self.reason.text().strip():
            self.context.messages.notice(self.tr("先写反结 {month} 的原因").format(month=row.month))
            self.reason.setFocus()
            return
        self.run_write(
            reopen_period, row.month, self.reason.text(), then=lambda red: self._reopened(row, red)
        )

    @action(str(QT_TR_NOOP("三张报表")), "Ctrl+B", needs="report.books", icon="sheet")
    def open_statements(self) -> None:
        """Open the balance sheet, the income and the cash-flow statement."""
        for name in ("cash_flow", "income_statement", "balance_sheet"):
            self.context.open("report", name)

    @action(str(QT_TR_NOOP("刷新")), "F5", icon="refresh-cw")
    def read_again(self) -> None:
        """Ask everything again."""
        self.refresh()

    # --- how it looks ---

    def _columns(self) -> tuple[Column[MonthRow], ...]:
        def column(key: str, heading: str, **more: object) -> Column[MonthRow]:
            return Column[MonthRow](key, heading, sortable=False, **more)  # type: ignore[arg-type]

        return (
            column("month", self.tr("月份"), width=76),
            column("state", self.tr("状态"), value=self._state, kind=Kind.CHIP, width=84),
            column("pages", self.tr("凭证"), kind=Kind.COUNT, width=60),
            column(
                "profit",
                self.tr("净利润"),
                kind=Kind.MONEY,
                text=_profit,
                width=104,
                stretch=True,
                needs="field.cost_price",
            ),
            column("closed_by", self.tr("结账人"), width=84),
        )

    def _check_columns(self) -> tuple[Column[CheckLine], ...]:
        def column(key: str, heading: str, **more: object) -> Column[CheckLine]:
            return Column[CheckLine](key, heading, sortable=False, **more)  # type: ignore[arg-type]

        return (
            column("title", self.tr("检查"), value=lambda line: line.check.title, width=120),
            column("state", self.tr("结果"), value=self._result, kind=Kind.CHIP, width=84),
            column("problem", self.tr("在哪里"), width=280, stretch=True),
            column("place", self.tr("去处理"), value=self._place, width=76),
        )

    def _state(self, row: MonthRow) -> Chip:
        if row.state == "filed":
            return Chip(self.tr("已申报"), "info")
        if row.state == "closed":
            return Chip(self.tr("已结账"), "ok")
        return Chip(self.tr("该结账"), "warn") if row.next else Chip(self.tr("开着"))

    def _result(self, line: CheckLine) -> Chip:
        if not line.problem:
            return Chip(self.tr("通过"), "ok")
        return Chip(self.tr("拦住"), "bad") if line.check.stops else Chip(self.tr("提醒"), "warn")

    def _place(self, line: CheckLine) -> str:
        return self.tr("去处理") if line.problem and line.check.pane else ""

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(Space.ROW)
        bar.addWidget(Words(self.heading(), Size.TITLE, bold=True))
        bar.addStretch(1)
        for name in ("open_statements", "file_month", "close_month"):
            look = "main" if name == "close_month" else ""
            bar.addWidget(ActionButton(action_named(self, name), look))
        EmptyState(self.grid, self.tr("账还没有开始，没有月份。"), icon_name="calendar-check")
        right = QWidget()
        side = QVBoxLayout(right)
        side.setContentsMargins(Space.ROW, 0, 0, 0)
        side.setSpacing(Space.ROW)
        side.addWidget(self.about)
        side.addWidget(self.check_grid, 1)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self.grid)
        split.addWidget(right)
        split.setSizes([_MONTHS, _LIST])
        foot = QHBoxLayout()
        foot.setSpacing(Space.ROW)
        self.reason.setFixedWidth(_REASON)
        foot.addWidget(self.reason)
        foot.addWidget(ActionButton(action_named(self, "reopen_month"), "danger"))
        foot.addStretch(1)
        foot.addWidget(ActionButton(action_named(self, "go_there")))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.PANE)
        column.setSpacing(Space.BLOCK)
        column.addLayout(bar)
        column.addWidget(self.watched)
        column.addWidget(split, 1)
        column.addLayout(foot)
        self.reason.setVisible(self.context.may(REOPEN))

    # --- what comes back ---

    def _next(self) -> MonthRow | None:
        return next((row for row in self.model.loaded_rows() if row.next), None)

    def _show_months(self, rows: Sequence[MonthRow]) -> None:
        self.model.set_rows(list(rows))
        if rows and self._turning:
            self._turning = False
            places = [place for place, row in enumerate(rows) if row.next]
            self.grid.go_to(places[0] if places else 0)
        self._ask()

    def _ask(self) -> None:
        """Ask the checks of the month under the cursor; closed ones have passed theirs."""
        row = self.grid.current()
        self._asked = ""
        if row is None or not self.context.may(CLOSE):
            return
        self.about.setText(self.tr("{month} 结账检查").format(month=row.month))
        if row.state == "open":
            self.run_read(
                closing_list, row.month, self._rules, then=self._show_checks, slot="checks"
            )
        else:
            self.checks.set_rows([])

    def _show_checks(self, results: Sequence[Checked]) -> None:
        ordered = sorted(results, key=lambda each: (each.passed, not each.problems))
        self.checks.set_rows(
            [CheckLine(each, problem) for each in ordered for problem in (each.problems or ("",))]
        )

    def _asked_about(self, month: str) -> Callable[[Sequence[Checked]], None]:
        def answered(results: Sequence[Checked]) -> None:
            self._show_checks(results)
            failed = [each for each in results if not each.passed]
            told = [each for each in results if each.problems and each.passed]
            if failed:
                self.context.messages.error(
                    self.tr("{month} 还不能结账：{check}，{problem}").format(
                        month=month, check=failed[0].title, problem=failed[0].problems[0]
                    )
                )
                return
            if told:
                self._asked = month
                self.context.messages.notice(
                    self.tr(
                        "{month} 有 %n 条提醒，再按一次 F12 就结账",
                        "",
                        sum(len(each.problems) for each in told),
                    ).format(month=month)
                )
                return
            self._begin(month)

        return answered

    def _begin(self, month: str) -> None:
        """Back up first, then close."""
        if self._back_up is None:
            self._close("", month)
        else:
            self.run_background(self._back_up, then=lambda path: self._close(path, month))

    def _close(self, backup: str, month: str) -> None:
        self._asked = ""
        if self._back_up is not None and not backup:
            self.context.messages.notice(self.tr("没有备份文件夹，结账前没有备份"))
        self.run_write(close_period, month, self._rules, then=self._closed)

    def _closed(self, closed: Closed) -> None:
        self.context.messages.success(
            self.tr(
                "{month} 已结账，净利润 {profit}，生成 %n 张凭证", "", len(closed.vouchers)
            ).format(month=closed.month, profit=money_text(closed.profit))
        )
        self._turning = True
        self.refresh()

    def _filed(self, month: str) -> None:
        self.context.messages.success(self.tr("{month} 已标记申报").format(month=month))

    def _reopened(self, row: MonthRow, red: Sequence[str]) -> None:
        self.reason.clear()
        self.context.messages.success(
            self.tr("{month} 已反结账，冲回 %n 张凭证", "", len(red)).format(month=row.month)
        )


def _profit(fen: int | None) -> str:
    return "" if fen is None else money_text(fen)

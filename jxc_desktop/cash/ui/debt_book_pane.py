"""欠款本: who owes how much for how long, what they promised, and what can be done about it."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jxc_desktop.cash.debt_book import Debtor, debt_book
from jxc_desktop.cash.services import PromiseDraft, note_promise
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.chips import Chip
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.day_field import DayField
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.form_row import FormGrid, FormRow
from jxc_desktop.widgets.formats import day_text, money_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import Size, Space
from jxc_desktop.widgets.totals_row import TotalsRow


class DebtBookPane(Pane):
    """One row for each customer, the most overdue first; Enter opens their statement."""

    title = str(QT_TR_NOOP("欠款本"))
    icon = "notebook-text"
    needs = "report.cash"
    watches = frozenset({"entry", "matching", "promise", "partner"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self._wanted: int | None = None
        self.model: RowsModel[Debtor] = RowsModel(self._columns(), self)
        self.grid = Grid(
            self.model,
            name="debt_book",
            settings=context.settings,
            row_key=lambda debtor: debtor.age.partner_id,
        )
        self.grid.setAccessibleName(self.heading())
        self.totals = TotalsRow(self.grid, unit=lambda n: self.tr("家", "", n), sum_key="balance")
        self.empty = EmptyState(self.grid, self.tr("没有客户欠款。"), icon_name=self.icon)
        today = context.clock.today
        self.day = DayField(None, today=today)
        self.note = QLineEdit()
        self.about = Words(size=Size.HINT, tone="text2")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.grid)
        self.refresh()

    # --- what others ask ---

    def refresh(self) -> None:
        self.run_read(debt_book, then=self._show, slot="book")

    def show_subject(self, subject: object) -> None:
        """Go to one customer."""
        if isinstance(subject, int):
            self._wanted = subject
            self._go_to_wanted()

    def mark_field(self, field: str, reason: str) -> None:
        row = {"by_day": self._day_row, "note": self._note_row}.get(field)
        if row is not None:
            row.set_error(reason)
            row.field.setFocus()

    # --- what can be done ---

    @action(str(QT_TR_NOOP("开收款单")), "Ctrl+N", icon="hand-coins", needs="customer_receipt.view")
    def collect(self) -> None:
        """Begin a receipt of the customer under the cursor."""
        debtor = self.grid.current()
        if debtor is None:
            return
        pane: Any = self.context.open("customer_receipt")
        if pane is not None and pane is not True:
            pane.begin_with(debtor.age.partner_id, debtor.age.name)

    @action(str(QT_TR_NOOP("对账单")), "Ctrl+P", icon="scroll-text")
    def open_statement(self) -> None:
        """The statement of the customer under the cursor, to print or send."""
        debtor = self.grid.current()
        if debtor is not None:
            self._open(debtor)

    @action(str(QT_TR_NOOP("记承诺")), "F4", icon="calendar-check", needs="promise.edit")
    def promise(self) -> None:
        """Write down by when the customer under the cursor will pay."""
        debtor = self.grid.current()
        if debtor is None:
            self.context.messages.notice(self.tr("先选一个客户"))
        elif not self.day.settle() or self.day.day is None:
            self.day.setFocus()
            self.context.messages.notice(self.tr("写答应付款的日期，再按 F4"))
        else:
            note = self.note.text().strip()
            draft = PromiseDraft(debtor.age.partner_id, self.day.day, note)
            self.run_write(note_promise, draft, then=partial(self._noted, debtor))

    @action(str(QT_TR_NOOP("刷新")), "F5", icon="refresh-cw")
    def read_again(self) -> None:
        """Read the book again."""
        self.refresh()

    @action(str(QT_TR_NOOP("列")), icon="columns-3")
    def choose_columns(self) -> None:
        """Show, hide and order columns."""
        self.grid.choose_columns()

    # --- inside ---

    def _columns(self) -> Sequence[Column[Debtor]]:
        return (
            Column[Debtor]("code", self.tr("编号"), lambda x: x.age.code, kind=Kind.CODE, width=60),
            Column[Debtor]("name", self.tr("客户"), lambda x: x.age.name, width=150, stretch=True),
            Column[Debtor](
                "balance",
                self.tr("余额"),
                lambda x: x.age.balance,
                kind=Kind.MONEY,
                width=92,
                bold=True,
            ),
            Column[Debtor]("promise", self.tr("承诺"), _promise_chip, kind=Kind.CHIP, width=96),
            Column[Debtor](
                "not_due",
                self.tr("未到期"),
                lambda x: x.age.spans[0],
                kind=Kind.MONEY,
                text=_blank,
                width=78,
            ),
            *self._overdue_columns(),
            Column[Debtor](
                "advance",
                self.tr("预收"),
                lambda x: x.age.advance,
                kind=Kind.MONEY,
                text=_blank,
                width=84,
            ),
            Column[Debtor](
                "over",
                self.tr("超额度"),
                lambda x: x.age.over,
                kind=Kind.MONEY,
                text=_blank,
                tone=lambda x: "bad" if x.age.over else "",
                width=84,
            ),
            Column[Debtor](
                "paid_on",
                self.tr("最近付款"),
                lambda x: x.paid_on,
                kind=Kind.DAY,
                text=lambda day: "" if day is None else day_text(day),
                width=90,
                muted=True,
            ),
        )

    def _overdue_columns(self) -> Sequence[Column[Debtor]]:
        """The spans after the due day; the old ones together."""
        return tuple(
            Column[Debtor](
                f"span{n}",
                title,
                partial(_span, n),
                kind=Kind.MONEY,
                text=_blank,
                tone=partial(_late, n),
                width=74,
                short=short,
            )
            for n, title, short in (
                (1, self.tr("逾期 1–30"), "1–30"),
                (2, self.tr("31–60"), ""),
                (3, self.tr("61–90"), ""),
                (4, self.tr("90 天以上"), "90+"),
            )
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.ROW)
        head.addWidget(Words(self.heading(), Size.TITLE, bold=True))
        head.addStretch(1)
        for name in ("open_statement", "collect"):
            head.addWidget(ActionButton(action_named(self, name)))
        self._day_row = FormRow(self.tr("答应付款日"), self.day)
        self._note_row = FormRow(self.tr("说明"), self.note)
        promising = QHBoxLayout()
        promising.setSpacing(Space.ROW)
        promising.addWidget(FormGrid([self._day_row, self._note_row], columns=2), 1)
        promising.addWidget(ActionButton(action_named(self, "promise")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.BLOCK, 0, 0)
        column.setSpacing(Space.ROW)
        for part in (head, promising):
            holder = QWidget()
            holder.setLayout(part)
            part.setContentsMargins(Space.PANE, 0, Space.PANE, 0)
            if part is head:
                column.addWidget(holder)
            else:
                self._promising = holder
        column.addWidget(self.grid, 1)
        column.addWidget(self.totals)
        foot = QWidget()
        foot.setProperty("look", "sunken")
        below = QVBoxLayout(foot)
        below.setContentsMargins(0, Space.DOCK, 0, Space.DOCK)
        below.addWidget(self.about)
        self.about.setContentsMargins(Space.PANE, 0, Space.PANE, 0)
        below.addWidget(self._promising)
        column.addWidget(foot)

    def _connect(self) -> None:
        self.grid.opened.connect(self._open)
        self.grid.row_changed.connect(self._on_row)
        self.day.refused.connect(self.context.messages.notice)
        self.note.returnPressed.connect(self.promise)

    def _show(self, debtors: list[Debtor]) -> None:
        self.model.set_rows(debtors)
        totals = {
            "balance": sum(x.age.balance for x in debtors),
            "not_due": sum(x.age.spans[0] for x in debtors),
            "advance": sum(x.age.advance for x in debtors),
            "over": sum(x.age.over for x in debtors),
            **{f"span{n}": sum(_span(n, x) for x in debtors) for n in range(1, 5)},
        }
        self.totals.set_totals(totals, count=len(debtors))
        if debtors and self.grid.current_row() < 0:
            self.grid.go_to(0)
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        for row, debtor in enumerate(self.model.loaded_rows()):
            if debtor.age.partner_id == self._wanted:
                self._wanted = None
                self.grid.go_to(row)
                return

    def _on_row(self, debtor: Debtor | None) -> None:
        """The fields below are about the customer under the cursor."""
        for row in (self._day_row, self._note_row):
            row.set_error("")
        if debtor is None:
            self.about.setText("")
            return
        self.attention.emit({"partner": debtor.age.partner_id, "partner_name": debtor.age.name})
        promise = debtor.promise
        told = self.tr("{name}：还没有答应过哪天付款").format(name=debtor.age.name)
        if promise is not None:
            told = self.tr("{name}：答应 {day} 付款 {note}").format(
                name=debtor.age.name, day=day_text(promise.by_day), note=promise.note
            )
        self.about.setText(told.strip())
        self.about.set_tone("bad" if debtor.broken else "text2")

    def _open(self, debtor: Debtor) -> None:
        subject = {"report": "customer_statement", "filters": {"partner": debtor.age.code}}
        self.context.open("report", subject)

    def _noted(self, debtor: Debtor, _nothing: object) -> None:
        told = self.tr("已记下 {name} 答应 {day} 付款").format(
            name=debtor.age.name, day=day_text(self.day.day or date.min)
        )
        self.context.messages.success(told)
        self.day.set_day(None)
        self.note.clear()


def _span(place: int, debtor: Debtor) -> int:
    """Fen of one span; the fourth holds everything older than 90 days."""
    return debtor.age.spans[place] if place < 4 else sum(debtor.age.spans[4:])  # noqa: PLR2004


def _late(place: int, debtor: Debtor) -> str:
    return "bad" if _span(place, debtor) > 0 else ""


def _promise_chip(debtor: Debtor) -> Chip:
    if debtor.promise is None:
        return Chip("")
    tone = "bad" if debtor.broken else "warn" if debtor.due else "info"
    return Chip(day_text(debtor.promise.by_day), tone)


def _blank(fen: int | None) -> str:
    return money_text(fen) if fen else ""

"""A voucher on screen: day, attachments and summary, its legs, and what is still missing to balance."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import clauses
from jxc_desktop.ledger.journal.choices import JournalAccount, matching
from jxc_desktop.ledger.journal.drafts import JournalDraft
from jxc_desktop.ledger.journal.finding import find_dimensions
from jxc_desktop.ledger.journal.naming import NamedLeg, Opened, Shown
from jxc_desktop.ledger.journal.typed import TypedVoucher
from jxc_desktop.ledger.ui.journal_columns import (
    CREDIT,
    DEBIT,
    FILL,
    SIDES,
    column_of,
    leg_columns,
    with_amount,
)
from jxc_desktop.ledger.ui.journal_header import JournalHeader
from jxc_desktop.widgets.entry_columns import Answer
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.expressions import plain
from jxc_desktop.widgets.form_row import stacked
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.keycap import KeyHints
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import Space
from jxc_desktop.widgets.totals_row import TotalsRow


class JournalForm(QWidget):
    """Reads and shows a voucher; made for one pane."""

    edited = Signal()
    finished = Signal()
    """Enter on the empty line: to the main button."""

    def __init__(self, pane: Pane, accounts: Sequence[JournalAccount]) -> None:
        super().__init__(pane)
        self.pane, self.accounts = pane, accounts
        self.typing = True
        self._base = JournalDraft(date.min, ())
        self.header = JournalHeader(pane)
        columns = leg_columns(self._find_account, self._find_dimension, self._filled)
        settings = pane.context.settings
        self.grid = EntryGrid(columns, NamedLeg, name="journal_lines", settings=settings)
        self.grid.setAccessibleName(self.tr("分录"))
        self.totals = TotalsRow(self.grid, unit=lambda n: self.tr("行", "", n))
        self.posted: RowsModel[NamedLeg] = RowsModel(columns[1:], self)
        self.posted_grid = Grid(self.posted, name="journal_posted", settings=settings)
        self.posted_grid.setAccessibleName(self.tr("分录"))
        self.posted_totals = TotalsRow(self.posted_grid, unit=lambda n: self.tr("行", "", n))
        self._lay_out()
        self._listen()

    # --- what the pane asks ---

    def typed(self) -> TypedVoucher:
        """All that is typed now."""
        return TypedVoucher(self._draft([line for line in self.grid.lines() if line != NamedLeg()]))

    def draft(self) -> JournalDraft:
        """What is to be posted: lines on which nothing is booked are none."""
        return self._draft([self.grid.lines()[row] for row in self._said()])

    def total(self) -> int:
        """Σ debit in fen."""
        return self.typed().draft.debit

    def take_accounts(self, accounts: Sequence[JournalAccount]) -> None:
        """The chart of accounts is another than before."""
        self.accounts = accounts

    def obstacle(self) -> str:
        """What cannot be read as it stands."""
        if reason := self.header.obstacle():
            return reason
        if not self.grid.commit():
            return self.tr("有一格还没填好。改好再过账")
        if not self._said():
            self.grid.setFocus()
            return self.tr("还没有一行。写摘要，再填科目")
        return ""

    def show_opened(self, opened: Opened) -> None:
        """Show a voucher to type on."""
        self._base = opened.draft
        head = opened.draft
        self.header.show_fields(head.day, head.attachments, head.summary)
        self.grid.start(opened.legs)
        self._show_mode(typing=True)
        self.recount()

    def show_posted(self, shown: Shown) -> None:
        """Show a voucher as the books have it."""
        head = shown.head
        self.header.show_fields(head.day, head.attachments, head.summary)
        self.posted.set_rows(shown.legs)
        self._show_mode(typing=False)
        whole = self.pane.context.may("field.cost_price")
        self._show_totals(self.posted_totals, shown.legs, judged=whole)

    def mark_field(self, field: str, reason: str) -> None:
        """Mark the place that an error of the service names (`legs[0].partner`)."""
        if field.startswith("legs["):
            place, _, name = field.removeprefix("legs[").partition("].")
            self._mark(self._said()[int(place)], column_of(name), reason)
        elif field == "legs" and self._said():
            self._mark(self._said()[-1], CREDIT if self._difference() > 0 else DEBIT, reason)
        else:
            self.header.mark(field, reason)

    def recount(self) -> None:
        """Show what both sides sum to, and what is missing."""
        self._show_totals(self.totals, self.grid.lines(), judged=True)

    # --- what the columns ask ---

    def _find_account(self, text: str, _line: NamedLeg, then: Answer) -> None:
        """Accounts are few: they are looked through here."""
        then(matching(self.accounts, text))

    def _find_dimension(self, text: str, line: NamedLeg, then: Answer) -> None:
        ask = partial(find_dimensions, account=line.leg.account, missing=line.missing)
        self.pane.run_read(ask, text, then=then, slot="dimension")

    def _filled(self, line: NamedLeg) -> NamedLeg:
        """The leg with what the other lines leave open, on the side where it is missing."""
        open_sum = self._difference() - line.leg.debit + line.leg.credit
        if not open_sum:
            raise InvalidInput(self.tr("其他行已经平了，没有差额"))
        return with_amount(line, CREDIT if open_sum > 0 else DEBIT, abs(open_sum))

    # --- inside ---

    def _draft(self, lines: Sequence[NamedLeg]) -> JournalDraft:
        return replace(
            self._base,
            day=self.header.chosen_day,
            legs=tuple(line.leg for line in lines),
            summary=self.header.words,
            attachments=self.header.attachments.value or 0,
        )

    def _said(self) -> list[int]:
        """The rows on which something is booked, as the service counts them."""
        return [row for row, line in enumerate(self.grid.lines()) if line.says]

    def _difference(self) -> int:
        return sum(line.leg.debit - line.leg.credit for line in self.grid.lines())

    def _mark(self, row: int, key: str, reason: str) -> None:
        self.grid.mark(row, key, reason)
        self.grid.setFocus()

    def _show_mode(self, *, typing: bool) -> None:
        self.typing = typing
        self.header.set_read_only(read_only=not typing)
        self._stack.setCurrentIndex(0 if typing else 1)
        self._hints.setVisible(typing)

    def _show_totals(self, row: TotalsRow, lines: Sequence[NamedLeg], *, judged: bool) -> None:
        debit, credit = sum(x.leg.debit for x in lines), sum(x.leg.credit for x in lines)
        count = self.tr("{count} 行").format(count=len(lines))
        words, tone = self._balance(debit - credit) if judged and lines else ("", "text2")
        label = clauses(part for part in (count, words) if part)
        row.set_totals({DEBIT: debit, CREDIT: credit}, label=label, tone=tone)

    def _balance(self, difference: int) -> tuple[str, str]:
        if not difference:
            return self.tr("平"), "ok"
        side = self.tr("贷") if difference > 0 else self.tr("借")
        said = self.tr("还差 {side} {amount}")
        return said.format(side=side, amount=money_text(abs(difference))), "warn"

    def _on_edited(self, *_what: object) -> None:
        if self.typing:
            self.recount()
            self.edited.emit()

    def _on_typed(self, text: str) -> None:
        """A bare 「=」 in an amount fills at once what is missing."""
        if plain(text) == FILL and self.grid.cell.column.key in SIDES:
            self.grid.commit()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(stacked(self.grid, self.totals, gap=0))
        self._stack.addWidget(stacked(self.posted_grid, self.posted_totals, gap=0))
        self.body = QHBoxLayout()
        self.body.setSpacing(0)
        self.body.addWidget(self._stack, 1)
        self._hints = KeyHints([
            ("=", self.tr("填差额")),
            ("Ctrl+D", self.tr("照抄上一行")),
            ("F3", self.tr("模板")),
        ])  # fmt: skip
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.PANE, 0, Space.PANE, Space.ROW)
        foot.addWidget(self._hints)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ROW)
        column.addWidget(self.header)
        column.addLayout(self.body, 1)
        column.addLayout(foot)

    def _listen(self) -> None:
        self.header.edited.connect(self._on_edited)
        self.header.finished.connect(self.grid.setFocus)
        self.grid.lines_changed.connect(self._on_edited)
        self.grid.cell.editor.textEdited.connect(self._on_typed)
        self.grid.refused.connect(self.pane.context.messages.notice)
        self.grid.told.connect(self.pane.context.messages.info)
        self.grid.finished.connect(self.finished)

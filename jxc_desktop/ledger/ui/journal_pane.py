"""录凭证: a voucher typed leg by leg, kept, posted by F12, reviewed and entered, printed, taken back in red."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TR_NOOP, QTimer
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import listed
from jxc_desktop.ledger.journal.choices import JournalAccount, journal_accounts
from jxc_desktop.ledger.journal.drafts import JournalDraft, JournalLeg
from jxc_desktop.ledger.journal.foreseen import foresee_journal
from jxc_desktop.ledger.journal.naming import Opened, Shown, open_voucher
from jxc_desktop.ledger.journal.opening import open_draft, open_pattern
from jxc_desktop.ledger.journal.typed import TypedVoucher
from jxc_desktop.ledger.summary_words import correcting
from jxc_desktop.ledger.ui.drafted_pane import DraftedPane
from jxc_desktop.ledger.ui.journal_form import JournalForm
from jxc_desktop.ledger.ui.journal_kind import JournalKind
from jxc_desktop.ledger.ui.journal_patterns import JournalPatterns
from jxc_desktop.ledger.ui.paper_reversal import PaperReversal
from jxc_desktop.ledger.ui.voucher_review import VoucherReview
from jxc_desktop.ledger.ui.voucher_words import because_of_journal, journal_chip
from jxc_desktop.printing.form import A4_TWO_UP
from jxc_desktop.shop.keys import Posted
from jxc_desktop.widgets.actions import action
from jxc_desktop.widgets.pane import Context

ATTEND_AFTER = 150
"""Milliseconds after the last key before the docks beside are told."""


class JournalPane(DraftedPane):
    """Types, posts and shows the vouchers of the shop's own."""

    title = str(QT_TR_NOOP("记账凭证"))
    icon = "square-pen"
    needs = "journal_voucher.view"
    watches = frozenset(
        {"journal_voucher", "voucher_mark", "voucher_pattern", "account", "money_account"}
    )
    buttons = ("offer_patterns", *DraftedPane.buttons)

    def __init__(
        self, context: Context, take_back: Callable[..., Posted], parent: QWidget | None = None
    ) -> None:
        self.way = JournalKind(take_back)
        super().__init__(context, self.way, self.heading(), parent, usual=A4_TWO_UP)
        self.form: JournalForm | None = None
        self.reversal = PaperReversal(self, self.way)
        self.reversal.reversed.connect(self._ask_view)
        self.reversal.copied.connect(self.copy_paper)
        self.review = VoucherReview(self)
        self.review.done.connect(self.refresh)
        self._attend_timer = QTimer(self, singleShot=True, interval=ATTEND_AFTER)
        self._attend_timer.timeout.connect(self._tell_docks)
        self.run_read(journal_accounts, then=self._begin)

    # --- what others ask ---

    def refresh(self) -> None:
        """Something was posted, marked or kept somewhere."""
        if self.form is None:
            return
        self.patterns.refresh()
        if self.view is None:
            self.run_read(journal_accounts, then=self.form.take_accounts, slot="accounts")
        else:
            self._ask_view(str(self.view.head.number))

    def mark_field(self, field: str, reason: str) -> None:
        if self.form is None or not (
            self.patterns.isVisible() and self.patterns.mark(field, reason)
        ):
            super().mark_field(field, reason)

    # --- what can be done ---

    def why_not_next(self, view: Any) -> str:
        return "" if self._step(view) else self.reversal.obstacle(view)

    def next_word(self) -> tuple[str, str]:
        step = self._step(self.view)
        return self.review.word(step) if step else (self.tr("红字冲销"), "undo-2")

    def go_on(self, view: Any) -> None:
        step = self._step(view)
        if step:
            self.review.take(step, view.head.voucher_id, view.head.voucher)
        else:
            self.reversal.ask(str(view.head.number))

    def why_not_void(self) -> str:
        return self.tr("过账的凭证不能作废，用红字冲销")

    def settling_word(self) -> str:
        return self.tr("过账")

    def shown_buttons(self) -> tuple[str, ...]:
        if self.view is not None:
            return ("print_paper", "begin_new")
        return ("offer_patterns", "save_draft")

    def further(self) -> Sequence[str]:
        if self.view is None:
            return super().further()
        back = ("unreview",) if self.view.head.marks.reviewed else ()
        red = ("take_back",) if self._step(self.view) else ()
        return (*back, *red, *super().further())

    @action(str(QT_TR_NOOP("模板")), "F3", icon="files")
    def offer_patterns(self) -> None:
        """Show the patterns beside the voucher, or put them away."""
        if self.form is None or not self.form.typing:
            self.context.messages.notice(self.tr("先按 Ctrl+N 写一张新的，再用模板"))
        else:
            self.patterns.toggle()

    @action(str(QT_TR_NOOP("反审核")), icon="rotate-ccw", needs="voucher.review")
    def unreview(self) -> None:
        """Take the review of the page back."""
        if self.view is not None and self.view.head.voucher_id is not None:
            self.review.undo(self.view.head.voucher_id, self.view.head.voucher)

    @action(str(QT_TR_NOOP("红字冲销")), icon="undo-2", needs="journal_voucher.reverse")
    def take_back(self) -> None:
        """Take the voucher back with a red one."""
        if self.view is None:
            return
        if reason := self.reversal.obstacle(self.view):
            self.context.messages.notice(reason)
        else:
            self.reversal.ask(str(self.view.head.number))

    def copy_paper(self) -> None:
        """Begin a new voucher with the legs of this one; of one taken back, the voucher that corrects it."""
        if self.form is None or not self._may_type():
            return
        if self.view is not None:
            summary, legs = _copied(self.view)
        else:
            draft = self.form.typed().draft
            summary, legs = draft.summary, draft.legs
        self._show_new(TypedVoucher(JournalDraft(self.context.clock.today(), legs, summary)))

    # --- beginning and showing ---

    def _begin(self, accounts: tuple[JournalAccount, ...]) -> None:
        self.form = form = JournalForm(self, accounts)
        self.patterns = JournalPatterns(self, form.draft, form.grid)
        form.body.addWidget(self.patterns)
        self._column.addWidget(form, 1)
        self._keep_drafts()
        form.edited.connect(self._on_edited)
        form.finished.connect(self.title_line.main.setFocus)
        self.patterns.chosen.connect(self._insert)
        self.patterns.listed.connect(self._tell_due)
        subject, self._subject = self._subject, None
        self._show_new(self._blank())
        self.patterns.refresh()
        self.setFocusProxy(form.grid)
        if subject is not None:
            self.show_subject(subject)

    def read_draft(self, draft_id: int) -> Callable[[Session], Opened]:
        return partial(open_draft, draft_id=draft_id)

    def make_draft(self) -> object:
        return self._blank().draft if self.form is None else self.form.draft()

    def _blank(self) -> TypedVoucher:
        return TypedVoucher(JournalDraft(self.context.clock.today(), ()))

    def _typed(self) -> tuple[TypedVoucher, int]:
        if self.form is None:
            return self._blank(), 0
        return self.form.typed(), self.form.total()

    def _show_new(self, typed: TypedVoucher) -> None:
        if typed.draft.legs:
            read = partial(open_voucher, draft=typed.draft)
            self.run_read(read, then=partial(self._show_opened, None), slot="view")
        else:
            self._show_opened(None, Opened(typed.draft))

    def _show_draft(self, draft_id: int, found: Opened) -> None:
        self._show_opened(draft_id, found)

    def _show_opened(self, draft_id: int | None, opened: Opened) -> None:
        if self.form is None:
            return
        self.view = None
        self.form.show_opened(opened)
        self._begin_typing(draft_id, opened.draft.words)
        self._tell_due()
        self.form.grid.setFocus()

    def _show_view(self, view: Shown) -> None:
        if self.form is None:
            return
        self.view, head = view, view.head
        self.keeper.stop()
        self.patterns.hide()
        self.form.show_posted(view)
        self.form.header.say(because_of_journal(view))
        number = head.number or ""
        self.title_line.show_number(f"{head.voucher}  {number}", journal_chip(view))
        self._begin_showing(number)
        self.subject_changed.emit(head.voucher or number)

    # --- patterns ---

    def _insert(self, pattern_id: int) -> None:
        """Begin a voucher from a pattern; what was typed stays as a draft."""
        if self._put_by():
            self.patterns.hide()
            today = self.context.clock.today()
            read = partial(open_pattern, pattern_id=pattern_id, day=today)
            self.run_read(read, then=partial(self._show_opened, None), slot="view")

    def _tell_due(self) -> None:
        """Offer the patterns that should have been made by now."""
        if self.form is not None and self.form.typing:
            said = self.tr("到期的模板：{names}。按 F3 填入")
            due = self.patterns.due
            self.form.header.say(said.format(names=listed(due)) if due else "")

    # --- inside ---

    def _step(self, view: Any) -> str:
        """What comes next for the page of a posted voucher."""
        return self.review.step(view.head.marks) if view.head.voucher_id is not None else ""

    def tell_docks_soon(self) -> None:
        self._attend_timer.start()

    def _tell_docks(self) -> None:
        """What the docks beside show: the files of the voucher, and what posting would book."""
        if self.form is None or not self.isVisible():
            return
        found: dict[str, Any] = {"kind": self.way.kind, "draft_id": self.keeper.draft.id}
        if self.view is not None:
            found["number"] = self.view.head.number
        else:
            draft = self.form.draft()
            found["draft"], found["foresee"] = (draft if draft.legs else None), foresee_journal
        self.attention.emit(found)


def _copied(view: Shown) -> tuple[str, tuple[JournalLeg, ...]]:
    """Summary and legs of a copy; every line says which cancelled page it is made instead of."""
    head, legs = view.head, tuple(line.leg for line in view.legs)
    if not (head.reversed_by and head.voucher):
        return head.summary, legs
    words = correcting(head.day, head.voucher)
    return words, tuple(replace(leg, summary=words) for leg in legs)

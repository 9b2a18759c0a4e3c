"""The pane of a money document: typed, kept, posted by F12, printed, taken back in red."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TR_NOOP, QTimer
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from jxc_desktop.cash.queries import MoneyChoices, money_choices
from jxc_desktop.cash.typed_money import TypedMoney, draft_of, typed_from
from jxc_desktop.cash.ui.money_form import MoneyForm
from jxc_desktop.cash.ui.money_kind import money_kind
from jxc_desktop.ledger.ui.drafted_pane import DraftedPane
from jxc_desktop.ledger.ui.paper_reversal import PaperReversal
from jxc_desktop.ledger.ui.paper_title import history_of
from jxc_desktop.printing.form import CONTINUOUS_93, CONTINUOUS_140
from jxc_desktop.shop.drafts import load_draft
from jxc_desktop.widgets.actions import action
from jxc_desktop.widgets.chips import status_chip
from jxc_desktop.widgets.pane import Context

ATTEND_AFTER = 150
"""Milliseconds after the last key before the docks beside are told."""


class MoneyPane(DraftedPane):
    """Types, posts and shows the documents of money."""

    kind = ""
    """The word of the document; each subclass has its own."""
    buttons = ("choose_oldest", *DraftedPane.buttons)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self.way = money_kind(self.kind)
        usual = CONTINUOUS_93 if self.way.small else CONTINUOUS_140
        super().__init__(context, self.way, self.way.title, parent, usual=usual)
        self.form: MoneyForm | None = None
        self.reversal = PaperReversal(self, self.way)
        self.reversal.reversed.connect(self._ask_view)
        self.reversal.copied.connect(self.copy_paper)
        self._attend_timer = QTimer(self, singleShot=True, interval=ATTEND_AFTER)
        self._attend_timer.timeout.connect(self._tell_docks)
        self.run_read(money_choices, then=self._begin)

    # --- what others ask ---

    def begin_with(self, partner_id: int, name: str) -> None:
        """Begin a document with a firm, from a list of firms."""
        typed = TypedMoney(self.context.clock.today(), partner_id, name)
        if self.form is None:
            self._subject = typed
        else:
            self._show_new(typed)

    def refresh(self) -> None:
        """Something was posted somewhere."""
        if self.form is None:
            return
        if self.view is None:
            self.form.read_again()
        else:
            self._ask_view(str(self.view.head.number))

    # --- what can be done ---

    def why_not_next(self, view: Any) -> str:
        return self.reversal.obstacle(view)

    def next_word(self) -> tuple[str, str]:
        return self.tr("红冲"), "undo-2"

    def go_on(self, view: Any) -> None:
        self.reversal.ask(str(view.head.number))

    def why_not_void(self) -> str:
        return self.tr("过账的单据不能作废，用红冲")

    def shown_buttons(self) -> tuple[str, ...]:
        if self.view is not None:
            return ("print_paper", "begin_new")
        settling = ("choose_oldest",) if self.kind in _SETTLING else ()
        return (*settling, "save_draft")

    @action(str(QT_TR_NOOP("从早到晚")), "F3", icon="list-checks")
    def choose_oldest(self) -> None:
        """Let the oldest documents come first."""
        if self.form is not None and self.form.typing and not self.form.choose_oldest():
            self.context.messages.notice(self.tr("这种单据没有要核销的单"))

    def copy_paper(self) -> None:
        """Begin a new document with the firm and the fields of this one."""
        if self.form is None or not self._may_type():
            return
        typed = self.form.typed()
        fields = {name: each for name, each in typed.fields.items() if name not in _MATCHED}
        today = self.context.clock.today()
        self._show_new(TypedMoney(today, typed.partner_id, typed.partner_name, "", fields))

    # --- beginning and showing ---

    def _begin(self, choices: MoneyChoices) -> None:
        self.form = form = self.way.make_form(self, self.kind, choices)
        self._column.addWidget(form, 1)
        self._keep_drafts()
        form.edited.connect(self._on_edited)
        form.finished.connect(self.title_line.main.setFocus)
        subject, self._subject = self._subject, None
        self._show_new(subject if isinstance(subject, TypedMoney) else self._blank())
        self.setFocusProxy(form.first_field())
        if subject is not None and not isinstance(subject, TypedMoney):
            self.show_subject(subject)

    def read_draft(self, draft_id: int) -> Callable[[Session], Any]:
        return partial(load_draft, kind=self.kind, draft_id=draft_id)

    def make_draft(self) -> object:
        return draft_of(self.kind, self._typed()[0])

    def _blank(self) -> TypedMoney:
        return TypedMoney(self.context.clock.today())

    def _typed(self) -> tuple[TypedMoney, int]:
        if self.form is None:
            return self._blank(), 0
        return self.form.typed(), self.form.total()

    def _show_new(self, typed: TypedMoney) -> None:
        self._show_typed(None, typed)

    def _show_draft(self, draft_id: int, found: Any) -> None:
        self._show_typed(draft_id, typed_from(found))

    def _show_typed(self, draft_id: int | None, typed: TypedMoney) -> None:
        if self.form is None:
            return
        self.view = None
        self.form.show_typed(typed)
        self.form.say("")
        self._begin_typing(draft_id, typed.partner_name)
        self.form.first_field().setFocus()

    def _show_view(self, view: Any) -> None:
        if self.form is None:
            return
        self.view = view
        self.keeper.stop()
        self.form.show_posted(view)
        self.form.say(history_of(view.head))
        number = str(view.head.number)
        state = "reversal" if view.head.reverses else view.head.state
        self.title_line.show_number(number, status_chip(state))
        self._begin_showing(number)

    # --- the docks beside ---

    def tell_docks_soon(self) -> None:
        self._attend_timer.start()

    def _tell_docks(self) -> None:
        """What the docks beside show: the firm, and what posting would book."""
        if self.form is None or not self.isVisible():
            return
        found: dict[str, Any] = {"kind": self.kind, "draft_id": self.keeper.draft.id}
        firm = self.form.firm_field()
        if firm is not None and firm.choice is not None:
            found["partner"], found["partner_name"] = firm.choice.id, firm.choice.name
        if self.view is not None:
            found["number"] = self.view.head.number
        elif self.form.total() or self.form.typed().fields:
            found["draft"] = self.make_draft()
            found["foresee"] = self.way.foresee
        else:
            found["draft"] = None
        self.attention.emit(found)


_MATCHED = frozenset({"settle", "use"})
"""What a copy does not take along: those documents are settled."""
_SETTLING = frozenset({"customer_receipt", "supplier_payment", "settlement", "bad_debt"})

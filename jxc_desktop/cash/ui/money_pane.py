"""The pane of a money document: typed, kept, posted by F12, printed, taken back in red."""

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from jxc_desktop.cash.queries import MoneyChoices, money_choices
from jxc_desktop.cash.ui.money_form import MoneyForm
from jxc_desktop.cash.ui.money_kind import money_kind
from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.ledger.ui.fields_pane import FieldsPane
from jxc_desktop.ledger.ui.reversible_pane import ReversiblePane
from jxc_desktop.printing.form import CONTINUOUS_93, CONTINUOUS_140
from jxc_desktop.widgets.actions import action
from jxc_desktop.widgets.pane import Context


class MoneyPane(ReversiblePane, FieldsPane):
    """Types, posts and shows the documents of money."""

    kind = ""
    """The word of the document; each subclass has its own."""
    buttons = ("choose_oldest", *FieldsPane.buttons)
    not_copied: ClassVar = frozenset({"settle", "use"})  # those documents are settled
    form: MoneyForm | None

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self.way = money_kind(self.kind)
        usual = CONTINUOUS_93 if self.way.small else CONTINUOUS_140
        super().__init__(context, self.way, self.way.title, parent, usual=usual)
        self.take_back_by(self.way)
        self.run_read(money_choices, then=self._begin)

    def begin_with(self, partner_id: int, name: str) -> None:
        """Begin a document with a firm, from a list of firms."""
        self.begin_typed(TypedFields(self.context.clock.today(), partner_id, name))

    def shown_buttons(self) -> tuple[str, ...]:
        if self.view is not None:
            return ("print_paper", "begin_new")
        settling = ("choose_oldest",) if self.kind in _SETTLING else ()
        return (*settling, "save_draft")

    def foreseen(self) -> Callable[[Session, Any], Any]:
        return self.way.foresee

    @action(str(QT_TR_NOOP("从早到晚")), "F3", icon="list-checks")
    def choose_oldest(self) -> None:
        """Let the oldest documents come first."""
        if self.form is not None and self.form.typing and not self.form.choose_oldest():
            self.context.messages.notice(self.tr("这种单据没有要核销的单"))

    def _begin(self, choices: MoneyChoices) -> None:
        self._open_form(self.way.make_form(self, self.kind, choices))


_SETTLING = frozenset({"customer_receipt", "supplier_payment", "settlement", "bad_debt"})

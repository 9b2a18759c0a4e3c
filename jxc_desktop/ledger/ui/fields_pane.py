"""The pane of a document that is typed into fields, with lines or without: its form, its drafts, its docks."""

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar, Protocol

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from jxc_desktop.ledger.typed_fields import TypedFields, typed_from
from jxc_desktop.ledger.ui.drafted_pane import DraftedPane
from jxc_desktop.ledger.ui.fields_form import FieldsForm
from jxc_desktop.ledger.ui.paper_parts import DraftedKind
from jxc_desktop.ledger.ui.paper_title import history_of
from jxc_desktop.printing.form import CONTINUOUS_140, FormPaper
from jxc_desktop.shop.drafts import load_draft
from jxc_desktop.widgets.chips import status_chip
from jxc_desktop.widgets.pane import Context

ATTEND_AFTER = 150
"""Milliseconds after the last key before the docks beside are told."""


class FieldsKind(DraftedKind, Protocol):
    """A kind of document whose fields are kept as plain data."""

    def draft(self, typed: TypedFields) -> Any:
        """The document for the service."""


class FieldsPane(DraftedPane):
    """Shows a `TypedFields` in its form; `_open_form` is called once the form can be made."""

    not_copied: ClassVar[frozenset[str]] = frozenset()
    """Fields that a copy does not take along."""
    books: ClassVar[bool] = True
    """Whether the document enters the books."""
    form: FieldsForm | None
    drafted: FieldsKind

    def __init__(
        self,
        context: Context,
        drafted: FieldsKind,
        title: str,
        parent: QWidget | None = None,
        *,
        usual: FormPaper = CONTINUOUS_140,
    ) -> None:
        super().__init__(context, drafted, title, parent, usual=usual)
        self._attend_timer = QTimer(self, singleShot=True, interval=ATTEND_AFTER)
        self._attend_timer.timeout.connect(self._tell_docks)

    # --- what each kind of pane may say otherwise ---

    def history(self, view: Any) -> str:
        """The line below the fields of a document with its number."""
        return history_of(view.head)

    def chip_of(self, view: Any) -> str:
        """The word of the chip of a document with its number."""
        return "reversal" if view.head.reverses else str(view.head.state)

    def foreseen(self) -> Callable[[Session, Any], Any] | None:
        """The operation that says what posting the draft would book."""
        return None

    # --- what others ask ---

    def begin_typed(self, typed: TypedFields) -> None:
        """Begin a document with something in it, once there is a form."""
        if self.form is None:
            self._subject = typed
        elif self._may_type() and self._put_by():
            self._show_new(typed)

    def show_subject(self, subject: object) -> None:
        """A draft, a number, or a document that somebody has begun elsewhere."""
        if isinstance(subject, TypedFields):
            self.begin_typed(subject)
        else:
            super().show_subject(subject)

    def refresh(self) -> None:
        """Something was posted somewhere."""
        if self.form is None:
            return
        if self.view is None:
            self.form.read_again()
        else:
            self._ask_view(str(self.view.head.number))

    def amended_number(self) -> str:
        return self.form.amends() if self.form else ""

    def copy_paper(self) -> None:
        """Begin a new document with the firm and the fields of this one."""
        if self.form is None or not self._may_type():
            return
        typed = self.form.typed()
        fields = {name: each for name, each in typed.fields.items() if name not in self.not_copied}
        today = self.context.clock.today()
        self._show_new(TypedFields(today, typed.partner_id, typed.partner_name, "", fields))

    # --- beginning and showing ---

    def _open_form(self, form: FieldsForm) -> None:
        """From now on the document is shown in this form."""
        self.form = form
        self._lay_in(form)
        self._keep_drafts()
        form.edited.connect(self._on_edited)
        form.finished.connect(self.title_line.main.setFocus)
        subject, self._subject = self._subject, None
        self._show_new(subject if isinstance(subject, TypedFields) else self._blank())
        self.setFocusProxy(form.first_field())
        if subject is not None and not isinstance(subject, TypedFields):
            self.show_subject(subject)

    def read_draft(self, draft_id: int) -> Callable[[Session], Any]:
        return partial(load_draft, kind=self.drafted.kind, draft_id=draft_id)

    def make_draft(self) -> object:
        return self.drafted.draft(self._typed()[0])

    def _blank(self) -> TypedFields:
        return TypedFields(self.context.clock.today())

    def _typed(self) -> tuple[TypedFields, int]:
        if self.form is None:
            return self._blank(), 0
        return self.form.typed(), self.form.total()

    def _show_new(self, typed: TypedFields) -> None:
        self._show_typed(None, typed)

    def _show_draft(self, draft_id: int, found: Any) -> None:
        self._show_typed(draft_id, typed_from(found))

    def _show_typed(self, draft_id: int | None, typed: TypedFields) -> None:
        if self.form is None:
            return
        self.view = None
        self.form.say("")
        self.form.show_typed(typed)
        self._begin_typing(draft_id, typed.partner_name)
        self.form.first_field().setFocus()

    def _show_view(self, view: Any) -> None:
        if self.form is None:
            return
        self.view = view
        self.keeper.stop()
        self.form.show_posted(view)
        self.form.say(self.history(view))
        number = str(view.head.number)
        self.title_line.show_number(number, status_chip(self.chip_of(view)))
        self._begin_showing(number)
        self._copy_if_asked()

    # --- the docks beside ---

    def tell_docks_soon(self) -> None:
        self._attend_timer.start()

    def _tell_docks(self) -> None:
        """What the docks beside show: the firm, and what posting would book."""
        if self.form is None or not self.isVisible():
            return
        found: dict[str, Any] = {
            "kind": self.drafted.kind,
            "books": self.books,
            "draft_id": self.keeper.draft.id,
        }
        firm = self.form.firm_field()
        if firm is not None and firm.choice is not None:
            found["partner"], found["partner_name"] = firm.choice.id, firm.choice.name
        foresee = self.foreseen()
        if self.view is not None:
            found["number"] = self.view.head.number
        elif foresee and (self.form.total() or self.form.typed().fields):
            found["draft"], found["foresee"] = self.make_draft(), foresee
        else:
            found["draft"] = None
        self.attention.emit(found)

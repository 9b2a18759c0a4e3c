"""What the forms of typed documents share: a head of fields, a middle of their own, a foot with the sums."""

from abc import abstractmethod
from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.ledger.ui.paper_parts import Firm
from jxc_desktop.widgets.amounts import AmountLines, BigAmount
from jxc_desktop.widgets.day_field import DayField
from jxc_desktop.widgets.form_row import FormGrid, FormRow
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.search_field import SearchField
from jxc_desktop.widgets.tokens import Size, Space

_SUMS = 200


class FieldsForm(QWidget):
    """Reads and shows a `TypedFields`; shows a settled document. Made for one pane."""

    aliases: ClassVar[Mapping[str, str]] = {}
    """Fields of the services and the rows of the head they stand in, where those are called otherwise."""

    edited = Signal()
    finished = Signal()
    """Enter in the last field: to the main button."""

    def __init__(self, pane: Pane) -> None:
        super().__init__(pane)
        self.pane = pane
        self.typing = True
        self.day = DayField(self._today(), today=self._today)
        self.remark = QLineEdit()
        self.note = Words(size=Size.HINT, tone="text2")
        self.sums = AmountLines()
        self.big = BigAmount()
        self.rows: dict[str, FormRow] = {}
        self._filling = False

    # --- what each form says ---

    @abstractmethod
    def first_field(self) -> QWidget:
        """Where typing begins."""

    @abstractmethod
    def fields(self) -> dict[str, Any]:
        """What is typed of the kind's own, without what nobody touched."""

    @abstractmethod
    def show_fields(self, fields: Mapping[str, Any]) -> None:
        """Fill the kind's own fields without telling anybody."""

    @abstractmethod
    def show_view(self, view: Any) -> None:
        """Fill the kind's own fields with what the books have."""

    @abstractmethod
    def lock(self, *, locked: bool) -> None:
        """Let the kind's own fields be typed into, or not."""

    @abstractmethod
    def own_obstacle(self) -> str:
        """Why the kind's own fields cannot be posted as they stand; goes to the place."""

    @abstractmethod
    def total(self) -> int:
        """What lists show of the document, in fen."""

    @abstractmethod
    def recount(self) -> None:
        """Show sums of what is typed now."""

    def firm_field(self) -> SearchField | None:
        """The field that holds the firm now; None for documents without one."""
        return None

    def read_again(self) -> None:
        """Something changed in the books: read open documents and balances again."""

    def amends(self) -> str:
        """The number of what is typed, where it had one before."""
        return ""

    # --- what the pane asks ---

    def typed(self) -> TypedFields:
        """All that is typed now."""
        firm = self.firm_field()
        choice = firm.choice if firm is not None else None
        day, remark = self.day.day or self._today(), self.remark.text().strip()
        return TypedFields(day, choice.id if choice else None, self.called(), remark, self.fields())

    def called(self) -> str:
        """What lists call it by: its firm, or what a kind without one says."""
        firm = self.firm_field()
        return str(firm.choice.name) if firm is not None and firm.choice else ""

    def obstacle(self) -> str:
        """Why it cannot be posted as it stands, in words."""
        if not self.day.settle() or self.day.day is None:
            self.day.setFocus()
            return self.tr("填业务日期")
        firm = self.firm_field()
        if firm is not None and firm.choice is None:
            firm.setFocus()
            return self.no_firm()
        return self.own_obstacle()

    def no_firm(self) -> str:
        """What is said where the firm is still missing."""
        return self.tr("还没有往来单位。填编号、名称或拼音")

    def show_typed(self, typed: TypedFields) -> None:
        """Show a draft, or a new document."""
        self._show_common(typed)
        self._filling = True
        self.show_fields(typed.fields)
        self._filling = False
        self._show_mode(typing=True)

    def show_posted(self, view: Any) -> None:
        """Show a document as the books have it."""
        partner = getattr(view, "partner_id", None)
        name = getattr(view, "partner_name", "")
        self._show_common(TypedFields(view.head.day, partner, name, view.head.remark))
        self._filling = True
        self.show_view(view)
        self._filling = False
        self._show_mode(typing=False)

    def mark_field(self, field: str, reason: str) -> None:
        """Mark the place that an error of a service names."""
        name = field.partition("[")[0]
        row = self.rows.get(self.aliases.get(name, name))
        if row is not None:
            row.set_error(reason)
            row.field.setFocus()

    # --- for the forms ---

    def add_row(self, name: str, label: str, field: QWidget) -> None:
        """A field of the head, in the order they are added."""
        self.rows[name] = FormRow(label, field)

    def lay_out(self, middle: QWidget | None, total_word: str, *, columns: int = 3) -> None:
        """Put head, middle and foot together; the middle takes the room. Without a word there is no large total."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ROW)
        head = QVBoxLayout()
        head.setContentsMargins(Space.PANE, 0, Space.PANE, 0)
        head.setSpacing(Space.ROW)
        head.addWidget(FormGrid(list(self.rows.values()), columns))
        head.addWidget(self.note)
        column.addLayout(head)
        if middle is None:
            column.addStretch(1)
        else:
            column.addWidget(middle, 1)
        column.addWidget(self._foot(total_word))
        self.rows["remark"] = self._remark_row
        self._listen()

    def say(self, text: str, tone: str = "text2") -> None:
        """A line of words below the head; none takes no room."""
        self.note.setText(text)
        self.note.set_tone(tone)
        self.note.setVisible(bool(text))

    def on_edited(self, *_what: object) -> None:
        """Somebody typed: errors go, sums are counted anew."""
        if not self._filling and self.typing:
            for row in self.rows.values():
                row.set_error("")
            self.recount()
            self.edited.emit()

    def _today(self) -> date:
        return self.pane.context.clock.today()

    def _show_common(self, typed: TypedFields) -> None:
        self._filling = True
        self.day.set_day(typed.day)
        self.remark.setText(typed.remark)
        firm = self.firm_field()
        if firm is not None:
            chosen = (
                None if typed.partner_id is None else Firm(typed.partner_id, typed.partner_name)
            )
            firm.set_choice(chosen)
        for row in self.rows.values():
            row.set_error("")
        self._filling = False

    def _show_mode(self, *, typing: bool) -> None:
        self.typing = typing
        self.day.setReadOnly(not typing)
        self.remark.setReadOnly(not typing)
        firm = self.firm_field()
        if firm is not None:
            firm.setReadOnly(not typing)
        self.lock(locked=not typing)
        if typing:
            self.recount()

    def _foot(self, total_word: str) -> QWidget:
        foot = QWidget()
        foot.setProperty("look", "sunken")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._remark_row = FormRow(self.tr("备注"), self.remark)
        self.sums.setFixedWidth(_SUMS)
        left = QVBoxLayout()
        left.addWidget(self._remark_row)
        left.addStretch(1)
        row = QHBoxLayout(foot)
        row.setContentsMargins(Space.PANE, Space.DOCK, Space.PANE, Space.DOCK)
        row.setSpacing(Space.SECTION)
        row.addLayout(left, 1)
        row.addWidget(self.sums, 0, Qt.AlignmentFlag.AlignTop)
        if total_word:
            row.addLayout(self._whole(total_word))
        else:
            self.big.setParent(foot)
            self.big.hide()
        return foot

    def _whole(self, total_word: str) -> QVBoxLayout:
        word = Words(total_word, Size.HINT, tone="text2")
        word.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.big.setAccessibleName(total_word)
        self.big.setMinimumWidth(_SUMS)
        whole = QVBoxLayout()
        whole.setSpacing(Space.LABEL)
        whole.addWidget(word)
        whole.addWidget(self.big)
        whole.addStretch(1)
        return whole

    def _listen(self) -> None:
        self.day.day_changed.connect(self.on_edited)
        self.day.refused.connect(self.pane.context.messages.notice)
        self.remark.textEdited.connect(self.on_edited)
        self.remark.returnPressed.connect(self.finished)

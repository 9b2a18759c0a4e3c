"""The fields over the lines of a document of goods: firm, day, warehouse, how it is settled, and the kind's own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from jxc_desktop.ledger.ui.paper_parts import Firm
from jxc_desktop.stock.paper_choices import PaperChoices
from jxc_desktop.stock.typed_paper import TypedPaper
from jxc_desktop.stock.ui.paper_links import PaperLinks
from jxc_desktop.widgets.buttons import Segments
from jxc_desktop.widgets.day_field import DayField
from jxc_desktop.widgets.form_row import FormGrid, FormRow
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.search_field import SearchField
from jxc_desktop.widgets.tokens import Size, Space

WITH_TAX, WITHOUT_TAX = "with_tax", "without_tax"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the field of the source holds when a document is opened rather than typed."""

    number: str


@dataclass(frozen=True, slots=True)
class HeaderParts:
    """Which fields a kind of document has besides firm, day and warehouse.

    `source` finds what it follows, `due_word` names a further day ("" for none), `credit_word` is what settling says
    when nothing is paid ("" where no money changes hands); `person` is the field of who sold or bought and its word,
    None where nobody is named.
    """

    partner_word: str
    extras: Sequence["ExtraField"] = ()
    source: SearchField | None = None
    due_word: str = ""
    credit_word: str = ""
    person: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class ExtraField:
    """A field of the kind's own: its label, the widget, and how its text is read and shown.

    The one that is `kept` is the `extra` of a `TypedPaper`; others only show.
    """

    label: str
    widget: QWidget
    read: Callable[[], str]
    show: Callable[[str], None]
    changed: Any
    kept: bool = True


class PaperHeader(QWidget):
    """Reads and shows the head of a `TypedPaper`; `note` is the line of words below the fields."""

    edited = Signal()
    partner_chosen = Signal(object)
    source_chosen = Signal(object)
    warehouse_chosen = Signal()
    day_chosen = Signal(object)
    taxed_changed = Signal()
    """Prices are typed with tax now, or without."""
    refused = Signal(str)
    finished = Signal()
    """Enter in the last field: on to the lines."""

    def __init__(
        self,
        partner: SearchField,
        parts: HeaderParts,
        choices: PaperChoices,
        today: Callable[[], date],
        *,
        with_tax: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.partner = partner
        self.day = DayField(today(), today=today)
        self.due = DayField(None, today=today)
        self.warehouse = _box(choices.warehouses)
        self.settling = _box([(None, parts.credit_word), *choices.accounts])
        self.person = name_box(choices.people)
        self.taxed = Segments(((WITH_TAX, self.tr("含税")), (WITHOUT_TAX, self.tr("不含税"))))
        self.taxed.setAccessibleName(self.tr("单价含税不含税"))
        self._usual_tax = with_tax
        self.note = Words(size=Size.HINT, tone="text2")
        self.links = PaperLinks()
        self._parts = parts
        self._kept = next((extra for extra in parts.extras if extra.kept), None)
        self._fixed_day = self._fixed_firm = False
        self._rows = self._make_rows()
        self._lay_out()
        self._connect()

    @property
    def row_of(self) -> dict[str, FormRow]:
        """Each field's row by the name errors give it."""
        return self._rows

    @property
    def includes_tax(self) -> bool:
        """Whether prices are typed with tax now."""
        return self.taxed.current == WITH_TAX

    def read(self) -> dict[str, Any]:
        """The head of a `TypedPaper` as it is typed now."""
        firm = self.partner.choice
        return {
            "partner_id": firm.id if firm else None,
            "partner_name": firm.name if firm else "",
            "day": self.day.day,
            "warehouse_id": self.warehouse.currentData(),
            "account_id": self.settling.currentData(),
            "due_day": self.due.day if self._parts.due_word else None,
            "extra": self._kept.read() if self._kept else "",
            "price_includes_tax": self.includes_tax,
            "person": self.person.currentText().strip() if self._parts.person else "",
        }

    def show_paper(self, paper: TypedPaper) -> None:
        """Fill the fields without telling anybody."""
        firm = paper.partner_id
        self.partner.set_choice(None if firm is None else Firm(firm, paper.partner_name))
        self.day.set_day(paper.day)
        self.due.set_day(paper.due_day)
        self._fixed_day, self._fixed_firm = bool(paper.amends), bool(paper.source)
        if self._parts.source is not None:
            self._parts.source.set_choice(Chosen(paper.source) if paper.source else None)
        for box, value in (
            (self.warehouse, paper.warehouse_id),
            (self.settling, paper.account_id),
        ):
            box.blockSignals(True)
            box.setCurrentIndex(max(box.findData(value), 0))
            box.blockSignals(False)
        taxed = paper.price_includes_tax
        self.taxed.blockSignals(True)
        self.taxed.choose(
            WITH_TAX if (self._usual_tax if taxed is None else taxed) else WITHOUT_TAX
        )
        self.taxed.blockSignals(False)
        if self._kept:
            self._kept.show(paper.extra)
        self.person.blockSignals(True)
        self.person.setEditText(paper.person)
        self.person.blockSignals(False)
        self.clear_errors()

    def set_read_only(self, *, read_only: bool) -> None:
        """A posted document shows its head and takes no typing."""
        self.partner.setReadOnly(read_only or self._fixed_firm)
        self.day.setReadOnly(read_only or self._fixed_day)
        self.due.setReadOnly(read_only)
        if self._parts.source is not None:
            self._parts.source.setReadOnly(read_only)
        self.taxed.setEnabled(not (read_only or self._fixed_firm))  # prices stand as in the source
        for box in (self.warehouse, self.settling, self.person):
            box.setEnabled(not read_only)
        for extra in self._parts.extras:
            extra.widget.setEnabled(not read_only)

    def settle(self) -> bool:
        """Take the days being typed; False when one is refused."""
        return self.day.settle() and self.due.settle()

    def mark(self, field: str, reason: str) -> bool:
        """Mark the field an error names and go there; False when it is none of these."""
        row = self._rows.get(field.partition("[")[0])
        if row is None:
            return False
        row.set_error(reason)
        row.field.setFocus()
        return True

    def clear_errors(self) -> None:
        """Take all marks away."""
        for row in self._rows.values():
            row.set_error("")

    def _make_rows(self) -> dict[str, FormRow]:
        parts = self._parts
        rows = {
            "partner": FormRow(parts.partner_word, self.partner),
            "day": FormRow(self.tr("业务日期"), self.day),
            "warehouse": FormRow(self.tr("仓库"), self.warehouse),
        }
        if parts.source is not None:
            rows["source"] = FormRow(self.tr("原单"), parts.source)
        if parts.credit_word:
            rows["payments"] = FormRow(self.tr("结算方式"), self.settling)
        if parts.due_word:
            rows["due_day"] = FormRow(parts.due_word, self.due)
        if parts.person is not None:
            field, word = parts.person
            rows[field] = FormRow(word, self.person)
        for number, extra in enumerate(parts.extras):
            rows[f"extra{number}"] = FormRow(extra.label, extra.widget)
        return rows

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ROW)
        column.addWidget(FormGrid(list(self._rows.values())))
        line = QHBoxLayout()
        line.addWidget(self.note, 1)
        line.addWidget(self.links)
        line.addWidget(self.taxed)
        column.addLayout(line)

    def _connect(self) -> None:
        self.partner.chosen.connect(self._on_partner)
        self.day.day_changed.connect(self._on_day)
        for field in (self.day, self.due):
            field.refused.connect(self.refused)
        self.due.day_changed.connect(self._on_edited)
        if self._parts.source is not None:
            self._parts.source.chosen.connect(self.source_chosen)
        self.warehouse.currentIndexChanged.connect(self._on_warehouse)
        self.settling.currentIndexChanged.connect(self._on_edited)
        self.person.editTextChanged.connect(self._on_edited)
        self.taxed.chosen.connect(self._on_taxed)
        for extra in self._parts.extras:
            extra.changed.connect(self._on_edited)

    def _on_partner(self, firm: Any) -> None:
        self.clear_errors()
        self.partner_chosen.emit(firm)
        self.edited.emit()

    def _on_warehouse(self) -> None:
        self.warehouse_chosen.emit()
        self.edited.emit()

    def _on_day(self, day: date | None) -> None:
        self.day_chosen.emit(day)
        self._on_edited()

    def _on_taxed(self, _which: str) -> None:
        self.taxed_changed.emit()
        self._on_edited()

    def _on_edited(self, *_what: object) -> None:
        self.clear_errors()
        self.edited.emit()


def name_box(names: Sequence[str]) -> QComboBox:
    """A field for one of `names` or any other."""
    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItems(("", *names))
    return box


def _box(choices: Sequence[tuple[Any, str]]) -> QComboBox:
    box = QComboBox()
    for value, word in choices:
        box.addItem(word, value)
    return box

"""The foot of a document of goods: remark, order discount, what is paid at once, and the sums."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jxc_desktop.stock.typed_paper import TypedTotals
from jxc_desktop.widgets.amounts import AmountLines, BigAmount
from jxc_desktop.widgets.form_row import FormRow
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.number_field import NumberField
from jxc_desktop.widgets.tokens import Size, Space

_SUMS = 168
_FIELD = 84


class PaperFoot(QWidget):
    """Reads and shows what stands under the lines; money is left away for who may not see it."""

    edited = Signal()
    discount_typed = Signal(int)
    refused = Signal(str)
    finished = Signal()
    """Enter in the last field: on to the main button."""

    def __init__(
        self,
        paid_word: str,
        *,
        priced: bool,
        discounts: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.remark = QLineEdit()
        self.discount = NumberField(0)
        self.paid = NumberField()
        self.paid.setPlaceholderText(self.tr("全额"))
        self.note = Words(size=Size.HINT, tone="text2")
        self.sums = AmountLines()
        self.total = BigAmount()
        self.total.setAccessibleName(self.tr("价税合计"))
        self._rows = {
            "remark": FormRow(self.tr("备注"), self.remark),
            "order_discount": FormRow(self.tr("整单优惠"), self.discount),
            "payments": FormRow(paid_word, self.paid),
        }
        self._money = priced
        self._discounts = priced and discounts
        self.setProperty("look", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lay_out()
        self._connect()

    def show_totals(self, totals: TypedTotals, note: str) -> None:
        """Show the sums of what is typed."""
        self.show_sums(totals.amount, totals.order_discount, totals.tax, totals.total)
        self._rows["order_discount"].set_error(totals.problem)
        self.note.setText(note)

    def show_sums(
        self, amount: int | None, discount: int | None, tax: int | None, total: int | None
    ) -> None:
        """Show sums in fen."""
        self.sums.set_line(self.tr("合计"), money_text(amount))
        if self._discounts:
            shown = "" if discount is None else money_text(-discount)
            self.sums.set_line(self.tr("整单优惠"), shown, "bad" if discount else "")
        self.sums.set_line(self.tr("其中税额"), money_text(tax))
        self.total.set_amount(total)

    def show_fields(self, remark: str, discount: int, paid: int | None) -> None:
        """Fill the fields without telling anybody."""
        self.remark.setText(remark)
        self.remark.setCursorPosition(0)
        self.discount.set_value(discount)
        self.paid.set_value(paid)

    def show_paying(self, *, paying: bool) -> None:
        """Whether something is paid at once, so that its amount can be typed."""
        self._rows["payments"].setVisible(paying and self._money)

    def set_read_only(self, *, read_only: bool) -> None:
        """A posted document takes no typing."""
        for field in (self.remark, self.discount, self.paid):
            field.setReadOnly(read_only)

    def mark(self, field: str, reason: str) -> bool:
        """Mark the field an error names and go there; False when it is none of these."""
        row = self._rows.get(field.partition("[")[0])
        if row is None or not row.isVisibleTo(self):
            return False
        row.set_error(reason)
        row.field.setFocus()
        return True

    def settle(self) -> bool:
        """Take what is being typed; False when it is refused."""
        return self.discount.settle() and self.paid.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._step()
        else:
            super().keyPressEvent(event)

    def enter(self) -> None:
        """Go to the first field."""
        self._stops()[0].setFocus()

    def _stops(self) -> list[QLineEdit]:
        fields = (self.discount, self.paid, self.remark)
        return [field for field in fields if field.isVisibleTo(self)]

    def _step(self) -> None:
        shown = self._stops()
        place = next((i for i, field in enumerate(shown) if field.hasFocus()), -1)
        if place + 1 < len(shown):
            shown[place + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.finished.emit()

    def _lay_out(self) -> None:
        fields, second = QVBoxLayout(), QHBoxLayout()
        fields.setSpacing(Space.ROW)
        second.setSpacing(Space.FIELD_COLUMN)
        fields.addWidget(self._rows["remark"])
        second.addWidget(self._rows["order_discount"])
        second.addWidget(self._rows["payments"])
        second.addStretch(1)
        fields.addLayout(second)
        fields.addStretch(1)
        for field in (self.discount, self.paid):
            field.setFixedWidth(_FIELD)
        self.sums.setFixedWidth(_SUMS)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.PANE, Space.DOCK, Space.PANE, Space.DOCK)
        row.setSpacing(Space.SECTION)
        row.addLayout(fields, 1)
        row.addWidget(self.sums)
        row.addWidget(self._big())
        self._rows["order_discount"].setVisible(self._discounts)
        for widget in (self.sums, self.total.parentWidget()):
            if widget is not None:
                widget.setVisible(self._money)

    def _big(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.LABEL)
        word = Words(self.tr("价税合计"), Size.HINT, tone="text2")
        word.setAlignment(Qt.AlignmentFlag.AlignRight)
        column.addWidget(word)
        column.addWidget(self.total)
        column.addWidget(self.note)
        self.note.setAlignment(Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)
        self.total.setMinimumWidth(_SUMS)
        return holder

    def _connect(self) -> None:
        self.remark.textEdited.connect(self.edited)
        self.discount.value_changed.connect(lambda value: self.discount_typed.emit(value or 0))
        self.paid.value_changed.connect(lambda _value: self.edited.emit())
        for field in (self.discount, self.paid):
            field.refused.connect(self.refused)

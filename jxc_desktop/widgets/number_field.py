"""A field for an amount, a price, a quantity or a rate, typed as a number or an expression."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from jxc_desktop.core.errors import UserError
from jxc_desktop.widgets.expressions import parse_money
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.labels import repolish
from jxc_desktop.widgets.scanner import ScanEdit


class NumberField(ScanEdit):
    """Holds a scaled integer or None; `parse` and `text` say which scale (fen by default)."""

    value_changed = Signal(object)
    refused = Signal(str)

    def __init__(
        self,
        value: int | None = None,
        *,
        parse: Callable[[str], int] = parse_money,
        text: Callable[[int | None], str] = money_text,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parse = parse
        self._text = text
        self._value: int | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.set_value(value)
        self.editingFinished.connect(self.settle)

    @property
    def value(self) -> int | None:
        """The number held, scaled."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Hold a number without telling anybody."""
        self._value = value
        self.setText("" if value is None else self._text(value))
        self._mark(wrong=False)

    def settle(self) -> bool:
        """Take what is typed; False when it is no number, which is said and marked."""
        shown = "" if self._value is None else self._text(self._value)
        if self.text() == shown:
            return True
        try:
            value = self._parse(self.text()) if self.text().strip() else None
        except UserError as error:
            self._mark(wrong=True)
            self.refused.emit(error.message)
            return False
        changed = value != self._value
        self.set_value(value)
        if changed:
            self.value_changed.emit(value)
        return True

    def focusInEvent(self, arg__1: QFocusEvent) -> None:
        super().focusInEvent(arg__1)
        self.selectAll()

    def _mark(self, *, wrong: bool) -> None:
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            repolish(self)

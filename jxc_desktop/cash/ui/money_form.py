"""What the forms of all money documents share beyond other documents: what there is to choose, several ways to pay."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from jxc_desktop.cash.queries import MoneyChoices
from jxc_desktop.cash.ui.paid_ways import PaidWays
from jxc_desktop.ledger.ui.fields_form import FieldsForm
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.tokens import Space


class MoneyForm(FieldsForm):
    """Made for one pane and one kind of money document."""

    aliases: ClassVar = {
        "payments": "ways",
        "amount": "ways",
        "account": "ways",
        "settle": "ways",
        "use": "ways",
        "cash_discount": "discount",
        "to_partner": "to",
    }

    def __init__(self, pane: Pane, kind: str, choices: MoneyChoices) -> None:
        super().__init__(pane)
        self.kind, self.choices = kind, choices

    def choose_oldest(self) -> bool:
        """F3: let the oldest documents come first; False where nothing can be chosen."""
        return False

    def add_row(self, name: str, label: str, field: QWidget) -> None:
        """A field of the head; the label of a tall one stands beside its first line."""
        super().add_row(name, label, field)
        row = self.rows[name]
        layout = row.layout()
        if isinstance(field, PaidWays) and layout is not None:
            layout.setAlignment(row.label, Qt.AlignmentFlag.AlignTop)
            row.label.setContentsMargins(0, Space.LABEL, 0, 0)

"""Through which accounts money goes: one line each, as many as there are accounts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jxc_desktop.cash.queries import PurseView
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.icons import icon
from jxc_desktop.widgets.number_field import NumberField
from jxc_desktop.widgets.tokens import Space

Way = tuple[int, int]
"""A money account and fen."""
_AMOUNT = 96
_LETTERS = 8
"""Letters of an account that are always seen."""


def account_box(accounts: Sequence[PurseView]) -> QComboBox:
    """A box of money accounts; what lies in each stands behind its name."""
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_LETTERS)
    for account in accounts:
        lies = "" if account.balance is None else f"  {money_text(account.balance)}"
        box.addItem(f"{account.name}{lies}", account.id)
    return box


class PaidWays(QWidget):
    """Reads and shows [account, fen] pairs; Insert adds a line, an emptied amount takes it away."""

    edited = Signal()
    refused = Signal(str)
    finished = Signal()
    """Enter in the last amount."""

    def __init__(self, accounts: Sequence[PurseView], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._accounts = tuple(accounts)
        self._lines: list[tuple[QWidget, QComboBox, NumberField]] = []
        self.more = QPushButton(icon("plus"), self.tr("加一个账户"))
        self.more.setToolTip("Ins")
        self.more.setProperty("look", "quiet")
        self.more.clicked.connect(self.add_line)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.LABEL)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._add(None)

    def ways(self) -> list[Way]:
        """What is typed, empty amounts left away; of one account there is one sum."""
        sums: dict[int, int] = {}
        for _line, box, amount in self._lines:
            if amount.value:
                account = int(box.currentData())
                sums[account] = sums.get(account, 0) + amount.value
        return list(sums.items())

    @property
    def total(self) -> int:
        """Fen through all accounts."""
        return sum(amount for _account, amount in self.ways())

    def set_ways(self, ways: Sequence[Sequence[int]]) -> None:
        """Show other ways without telling anybody; at least one line stays."""
        for line, _box, _amount in self._lines:
            line.hide()
            line.deleteLater()
        self._lines.clear()
        for account, amount in ways or [(self._accounts[0].id, 0)]:
            self._add((account, amount))

    def set_read_only(self, *, read_only: bool) -> None:
        """A posted document shows its ways and takes no typing."""
        self.more.setVisible(not read_only)
        for _line, box, amount in self._lines:
            box.setEnabled(not read_only)
            amount.setReadOnly(read_only)

    def settle(self) -> bool:
        """Take what is being typed; False when it is no number."""
        return all(amount.settle() for _line, _box, amount in self._lines)

    def add_line(self) -> None:
        """A further account, the first that is not there yet."""
        used = {box.currentData() for _line, box, _amount in self._lines}
        free = next((each.id for each in self._accounts if each.id not in used), None)
        if free is not None:
            self._add((free, 0))
            self._lines[-1][2].setFocus()
            self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Insert:
            self.add_line()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._step()
        else:
            super().keyPressEvent(event)

    def _step(self) -> None:
        fields = [amount for _line, _box, amount in self._lines]
        place = next((n for n, field in enumerate(fields) if field.hasFocus()), -1)
        if place + 1 < len(fields):
            fields[place + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.finished.emit()

    def _add(self, way: Way | None) -> None:
        line, box, amount = QWidget(), account_box(self._accounts), NumberField()
        box.setAccessibleName(self.tr("结算账户"))
        amount.setAccessibleName(self.tr("金额"))
        amount.setFixedWidth(_AMOUNT)
        if way is not None:
            box.setCurrentIndex(max(box.findData(way[0]), 0))
            amount.set_value(way[1] or None)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.LABEL)
        row.addWidget(box, 1)
        row.addWidget(amount)
        self._lines.append((line, box, amount))
        self._column.insertWidget(self._column.count() - 1, line)
        box.currentIndexChanged.connect(self._tell)
        amount.value_changed.connect(self._tell)
        amount.refused.connect(self.refused)
        self.setFocusProxy(self._lines[0][2])
        self.more.setEnabled(len(self._lines) < len(self._accounts))

    def _tell(self, *_what: object) -> None:
        self.edited.emit()

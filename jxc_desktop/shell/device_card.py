"""One device in the wizard: what it is, its settings, a way to try it, and in plain words how that went."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from jxc_desktop.printing.ports import port_names
from jxc_desktop.shell.door_parts import button_named
from jxc_desktop.widgets.form_row import FormRow
from jxc_desktop.widgets.labels import IconLabel, Words
from jxc_desktop.widgets.tokens import Size, Space

_LAMPS = {"ok": "circle-check", "warn": "triangle-alert", "bad": "circle-x", "text2": "circle"}


class DeviceCard(QFrame):
    """`tell` lights its lamp: ok, warn, bad, or text2 while nobody has tried it."""

    def __init__(self, icon_name: str, title: str, about: str) -> None:
        super().__init__()
        self.setObjectName(type(self).__name__)
        self.setProperty("look", "card")
        self.lamp = IconLabel(_LAMPS["text2"], "text2")
        self.told = Words(tone="text2")
        self.told.setWordWrap(True)
        self._fields = QHBoxLayout()
        self._buttons = QHBoxLayout()
        self._lay_out(icon_name, title, about)

    def tell(self, words: str, tone: str = "ok") -> None:
        """Say how the device stands."""
        self.told.setText(words)
        self.told.set_tone("text2" if tone == "ok" else tone)
        self.lamp.set_icon(_LAMPS[tone], tone)

    def add_field(self, label: str, field: QWidget) -> None:
        """Put one setting beside the others."""
        row = FormRow(label, field, side="above")
        field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._fields.addWidget(row)

    def add_button(self, words: str, pressed: object, look: str = "") -> QPushButton:
        """Put one thing to do beside the others."""
        button = button_named(words, look)
        button.clicked.connect(pressed)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button

    def _lay_out(self, icon_name: str, title: str, about: str) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.ROW)
        head.addWidget(IconLabel(icon_name))
        head.addWidget(Words(title, Size.CARD_TITLE, bold=True))
        head.addStretch(1)
        said = Words(about, Size.HINT, tone="text2")
        said.setWordWrap(True)
        state = QHBoxLayout()
        state.setSpacing(Space.ROW)
        state.addWidget(self.lamp)
        state.addWidget(self.told, 1)
        self._fields.setSpacing(Space.FIELD_COLUMN)
        self._buttons.setSpacing(Space.ROW)
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.BLOCK)
        column.setSpacing(Space.ROW)
        column.addLayout(head)
        column.addWidget(said)
        column.addLayout(self._fields)
        column.addLayout(self._buttons)
        column.addLayout(state)
        column.addStretch(1)


def port_field(address: str, none: str) -> QComboBox:
    """Chooses a serial port of this machine, or takes a typed one; the first choice is none."""
    box = QComboBox(editable=True)
    box.addItems(["", *port_names()])
    box.setCurrentText(address)
    line = box.lineEdit()
    if line is not None:
        line.setPlaceholderText(none)
    return box


def side_by_side(cards: Sequence[DeviceCard]) -> QWidget:
    """The cards in two columns."""
    body = QWidget()
    grid = QGridLayout(body)
    grid.setContentsMargins(0, 0, Space.ROW, Space.SECTION)
    grid.setSpacing(Space.BLOCK)
    for place, card in enumerate(cards):
        grid.addWidget(card, *divmod(place, 2))
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return body

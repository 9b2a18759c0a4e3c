"""The ten recovery codes, shown once: to be written down and kept away from the PC."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from jxc_desktop.core.secrets import Secret
from jxc_desktop.widgets.look import font
from jxc_desktop.widgets.tokens import Size, Space

CODES_IN_ROW = 2


class CodesCard(QFrame):
    """Shows codes until the user says they are written down, then forgets them."""

    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.labels: list[QLabel] = []
        self.done = QPushButton(self.tr("我已抄好"))
        self.done.setProperty("look", "main")
        self.done.clicked.connect(self._on_done)
        self._codes = QGridLayout()
        self._codes.setSpacing(Space.BLOCK)
        self._lay_out()

    def show_codes(self, codes: Sequence[Secret]) -> None:
        """Show these codes, the only time they can be read."""
        self._forget()
        for place, code in enumerate(codes):
            label = QLabel(f"{place + 1:>2}.  {code.reveal()}")
            label.setFont(font(Size.CARD_TITLE, bold=True))
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
            self.labels.append(label)
            self._codes.addWidget(label, place // CODES_IN_ROW, place % CODES_IN_ROW)
        self.done.setFocus()

    def _lay_out(self) -> None:
        title = QLabel(self.tr("恢复码"))
        title.setFont(font(Size.TITLE, bold=True))
        words = QLabel(
            self.tr(
                "忘了密码时，用其中一个就能进来，每个只能用一次。抄在纸上，和电脑分开放。"
                "关掉后再也看不到，程序里只留下核对用的记号。"
            )
        )
        words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.SECTION, Space.SECTION, Space.SECTION, Space.SECTION)
        column.setSpacing(Space.PANE)
        column.addWidget(title)
        column.addWidget(words)
        column.addLayout(self._codes)
        column.addStretch(1)
        column.addWidget(self.done, 0, Qt.AlignmentFlag.AlignRight)

    def _on_done(self) -> None:
        self._forget()
        self.kept.emit()

    def _forget(self) -> None:
        for label in self.labels:
            label.clear()
            label.deleteLater()
        self.labels.clear()

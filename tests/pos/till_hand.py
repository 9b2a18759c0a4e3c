"""A cashier's hand at a till: keys into whatever has the focus, scans, and eyes for what came of it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jxc_desktop.pos.ui.till_pane import TillPane
from jxc_desktop.printing.slip import Slip

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
SHORT = 5000


class TillHand:
    """`printed` are the slips that reached the print desk with kind and number, `kicks` the drawer's numbers."""

    def __init__(self, qtbot, pane: TillPane, printed: list, kicks: list) -> None:
        self.qtbot, self.pane, self.printed, self.kicks = qtbot, pane, printed, kicks

    @property
    def ticket(self):
        return self.pane.desk.ticket

    @property
    def message(self) -> str:
        said = self.pane.context.messages.current
        return said.text if said else ""

    def until(self, seen: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(seen()), timeout=SHORT)

    def key(self, key, modifiers=NONE) -> None:
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)

    def type(self, text: str) -> None:
        """ASCII by keys; Chinese as an input method would give it."""
        focused = QApplication.focusWidget()
        if text.isascii():
            QTest.keyClicks(focused, text)
        else:
            focused.insert(text)

    def enter(self, text: str = "") -> None:
        self.type(text)
        self.key(Qt.Key.Key_Return)

    def scan(self, *codes: str) -> None:
        """Codes as the window's scanner filter hands them in."""
        for code in codes:
            self.pane.take_scan(code)

    def ring_up(self, *codes: str, lines: int) -> None:
        self.scan(*codes)
        self.until(lambda: len(self.ticket.lines) == lines)

    def settle(self, *keys) -> None:
        """F12, the keys given, Enter; back when the sale is done."""
        before = len(self.printed)
        self.key(Qt.Key.Key_F12)
        assert self.pane.paying.sheet.isVisible()
        for key in keys:
            self.type(key) if isinstance(key, str) else self.key(key)
        self.key(Qt.Key.Key_Return)
        self.until(lambda: len(self.printed) > before and not self.ticket.lines)

    def slips(self, kind: str) -> list[Slip]:
        return [slip for slip, what, _number in self.printed if what == kind]

"""Giving a whole ticket up (整单取消): what is lost is named, staying is the safe answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from jxc_desktop.pos.ticket import OpenTicket
from jxc_desktop.pos.ui.labels import label, row_of
from jxc_desktop.pos.ui.main_button import TallButton
from jxc_desktop.pos.ui.overlay import Overlay
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.tokens import Size

_WIDTH = 520


class CancelSheet(Overlay):
    """Enter stays; only the other button or Tab and Enter cancels."""

    cancelled = Signal()
    held = Signal()

    def __init__(self, till: QWidget) -> None:
        super().__init__(till, "", _WIDTH)
        self.title.setText(self.tr("整单取消"))
        self.setAccessibleName(self.tr("整单取消"))
        self.words = label(size=Size.TILL_LINE)
        self.words.setWordWrap(True)
        self.stay = TallButton(self.tr("不取消"))
        self.go = TallButton(self.tr("整单取消"))
        self.go.setProperty("look", "danger")
        for button in (self.stay, self.go):
            button.setAutoDefault(True)
        self.stay.clicked.connect(self.dismiss)
        self.go.clicked.connect(self._cancel)
        self.body.addWidget(self.words)
        self.body.addLayout(row_of(self.stay, self.go))

    def begin(self, ticket: OpenTicket) -> None:
        """Ask about a ticket."""
        self.words.setText(
            self.tr(
                "{lines} 行商品共 {due} 会从屏幕上拿掉，并记在操作日志里。想留着就按 F8 挂单。"
            ).format(lines=len(ticket.lines), due=money_text(ticket.due))
        )
        self.open()

    def first_field(self) -> QWidget:
        """The safe button."""
        return self.stay

    def take_key(self, key: int) -> bool:
        """Enter presses the button that has the focus, F8 puts the ticket aside instead."""
        focused = self.focusWidget()
        if key == Qt.Key.Key_F8:
            self.dismiss()
            self.held.emit()
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focused, QPushButton):
            focused.click()
            return True
        return False

    def _cancel(self) -> None:
        self.dismiss()
        self.cancelled.emit()

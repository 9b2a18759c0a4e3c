"""A sheet over the till: the ticket stays in sight behind it, no box of its own, Esc goes back."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from jxc_desktop.pos.ui.labels import label, row_of
from jxc_desktop.widgets.keycap import KeyCap, KeyHints
from jxc_desktop.widgets.look import colour
from jxc_desktop.widgets.tokens import Size, Space

_DIM = 140
"""Of 255: how far the till behind a sheet is darkened."""
_MARGIN = 24
_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Overlay(QWidget):
    """Covers the till while it is open; the keys of the till behind it rest.

    `closed` comes when it goes, whatever the reason; a sheet that must be answered has `can_leave` False.
    """

    closed = Signal()

    def __init__(self, till: QWidget, title: str, width: int, *, can_leave: bool = True) -> None:
        super().__init__(till)
        self._till = till
        self._width = width
        self.can_leave = can_leave
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sheet = QFrame(self)
        self.sheet.setProperty("look", "sheet")
        self.title = label(title, Size.TITLE, bold=True)
        self.subject = label(tone="text2", size=Size.SECONDARY_TOTAL)
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.BLOCK)
        self.foot = QHBoxLayout()
        self._foot_frame = QFrame()
        self._lay_out()
        till.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Appear over the till and take the focus."""
        self.setGeometry(self._till.rect())
        self.show()
        self.raise_()
        self._place()
        first = self.first_field()
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def refit(self) -> None:
        """What the sheet shows has grown or shrunk."""
        if self.isVisible():
            self._place()

    def first_field(self) -> QWidget:
        """What has the focus when the sheet opens."""
        return self

    def dismiss(self) -> None:
        """Go away and give the focus back."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def hint(self, *hints: tuple[str, str]) -> None:
        """Keys for the foot of the sheet."""
        self.foot.insertWidget(0, KeyHints(hints))
        self._foot_frame.show()

    def take_key(self, key: int) -> bool:
        """Use a key that no field wanted; False when it means nothing here."""
        return False

    def take_scan(self, code: str) -> bool:
        """A code was scanned while the sheet is open; False lets the sheet close and the ticket have it."""
        return False

    def event(self, event: QEvent) -> bool:
        """The till's shortcuts rest while a sheet is open."""
        pressed = event.type() == QEvent.Type.ShortcutOverride
        if pressed and isinstance(event, QKeyEvent) and self._is_of_till(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.can_leave:
                self.leave()
        elif not self.take_key(event.key()):
            super().keyPressEvent(event)
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays inside the sheet."""
        here: QWidget = QApplication.focusWidget() or self
        other: QWidget | None = here
        while other is not None:
            other = other.nextInFocusChain() if forward else other.previousInFocusChain()
            if other is None or other is here or self._takes_tab(other):
                break
        if other is not None:
            other.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _takes_tab(self, widget: QWidget) -> bool:
        by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        return by_tab and widget.isVisible() and widget.isEnabled() and self.isAncestorOf(widget)

    def leave(self) -> None:
        """Esc was pressed."""
        self.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._till and event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._till.rect())
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        shade = min(colour("text"), colour("bg"), key=QColor.lightness)
        shade.setAlpha(_DIM)
        QPainter(self).fillRect(self.rect(), shade)

    def _is_of_till(self, event: QKeyEvent) -> bool:
        if event.key() in {Qt.Key.Key_Escape, *_ENTERS}:
            return True
        pressed = QKeySequence(event.keyCombination())
        return any(pressed in item.shortcuts() for item in self._till.actions())

    def _lay_out(self) -> None:
        head = QFrame()
        back = label(self.tr("返回"), tone="text2")
        cap = KeyCap("Esc", "accent")
        if not self.can_leave:  # shown before it has a parent, a widget is a window
            back.hide()
            cap.hide()
        row = row_of(self.title, self.subject, None, cap, back)
        row.setContentsMargins(Space.SECTION, Space.BLOCK, Space.SECTION, Space.BLOCK)
        head.setLayout(row)
        self.body.setContentsMargins(Space.SECTION, Space.PANE, Space.SECTION, Space.PANE)
        self.foot.setContentsMargins(Space.SECTION, Space.BLOCK, Space.SECTION, Space.BLOCK)
        self.foot.addStretch(1)
        self._foot_frame.setLayout(self.foot)
        self._foot_frame.hide()
        self._whole = whole = QVBoxLayout(self.sheet)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(rule())
        whole.addLayout(self.body, 1)
        self._foot_rule = rule()
        whole.addWidget(self._foot_rule)
        whole.addWidget(self._foot_frame)

    def _place(self) -> None:
        self._foot_rule.setVisible(self._foot_frame.isVisibleTo(self.sheet))
        self._whole.activate()
        width = min(self._width, self.width() - 2 * _MARGIN)
        wanted = max(self.sheet.minimumSizeHint().height(), self.wanted_height())
        height = min(wanted, self.height() - 2 * _MARGIN)
        left, top = (self.width() - width) // 2, max((self.height() - height) // 2, 0)
        self.sheet.setGeometry(left, top, width, height)

    def wanted_height(self) -> int:
        """Px that the sheet would like to be high."""
        return self.sheet.sizeHint().height()


def rule() -> QFrame:
    """A hairline across."""
    line = QFrame()
    line.setProperty("look", "rule")
    return line

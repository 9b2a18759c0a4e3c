"""A confirmation that lists its effects, inside the window; only for what cannot be taken back."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from jxc_desktop.core.i18n import statements
from jxc_desktop.widgets.form_row import FormRow
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.tokens import Size, Space

_WIDTH = 460
_SCRIM_ALPHA = 115


class Sheet(QWidget):
    """Covers `over` with a veil and asks once. Esc and the focused button are the safe way out.

    With `reason` set (「红冲原因」) the words must be given before it can be done.
    """

    agreed = Signal(str)
    """The reason, empty where none is asked for."""
    declined = Signal()

    def __init__(
        self,
        over: QWidget,
        title: str,
        effects: Sequence[str],
        *,
        do: str,
        leave: str = "",
        reason: str = "",
    ) -> None:
        super().__init__(over)
        self._over = over
        self._before = QApplication.focusWidget()
        self.setAccessibleName(title)
        self.setAccessibleDescription(statements(effects))
        self.reason = FormRow(reason, QLineEdit(), side="above") if reason else None
        self.do = QPushButton(do)
        self.do.setProperty("look", "danger")
        self.leave = QPushButton(leave or self.tr("不做了"))
        self.do.clicked.connect(self._agree)
        self.leave.clicked.connect(self._decline)
        self._card = self._make_card(title, effects)
        over.installEventFilter(self)
        self._cover()
        self.show()
        self.raise_()
        self.leave.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._decline()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focused = QApplication.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  Qt's name
        """Stay inside while the question stands."""
        stops = [self.reason.field] if self.reason else []
        stops += [self.leave, self.do]
        focused = QApplication.focusWidget()
        place = stops.index(focused) if focused in stops else -1
        stops[(place + (1 if next else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._cover()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, _SCRIM_ALPHA))

    def _make_card(self, title: str, effects: Sequence[str]) -> QFrame:
        card = QFrame(self)
        card.setProperty("look", "sheet")
        heading = Words(title, Size.CARD_TITLE, bold=True)
        column = QVBoxLayout(card)
        column.setContentsMargins(Space.SECTION, Space.SECTION, Space.SECTION, Space.PANE)
        column.setSpacing(Space.ROW)
        column.addWidget(heading)
        for effect in effects:
            line = QLabel(f"•  {effect}")
            line.setWordWrap(True)
            column.addWidget(line)
        if self.reason:
            column.addWidget(self.reason)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.do)
        column.addSpacing(Space.ROW)
        column.addLayout(buttons)
        card.setFixedWidth(_WIDTH)
        return card

    def _cover(self) -> None:
        self.setGeometry(self._over.rect())
        self._card.adjustSize()
        place = self._card.rect()
        place.moveCenter(self.rect().center())
        self._card.move(max(place.x(), 0), max(place.y(), 0))

    def _agree(self) -> None:
        words = ""
        if self.reason and isinstance(self.reason.field, QLineEdit):
            words = self.reason.field.text().strip()
            if not words:
                self.reason.set_error(self.tr("写明原因"))
                self._cover()
                self.reason.field.setFocus()
                return
        self._close()
        self.agreed.emit(words)

    def _decline(self) -> None:
        self._close()
        self.declined.emit()

    def _close(self) -> None:
        self._over.removeEventFilter(self)
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self.deleteLater()

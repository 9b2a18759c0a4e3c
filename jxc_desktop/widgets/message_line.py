"""The message line of the status bar and the list of today's messages behind it."""

from collections.abc import Callable
from functools import partial
from html import escape

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from jxc_desktop.widgets.columns import Column
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.labels import IconLabel
from jxc_desktop.widgets.look import scaled
from jxc_desktop.widgets.messages import MOST_LINKS, Message, Messages, Tone
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import RowHeight, Space

_ICONS = {
    Tone.INFO: "lightbulb",
    Tone.SUCCESS: "circle-check",
    Tone.NOTICE: "triangle-alert",
    Tone.ERROR: "circle-alert",
}
_HISTORY_SIZE = (640, 320)


class _Sentence(QLabel):
    """Cut with … where it has no room, rather than widen the window; the mouse over it then brings it whole."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._shown() != self.text():
            whole = f"<p>{escape(self.text())}</p>"  # rich text breaks into lines
            QToolTip.showText(event.globalPos(), whole, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self._shown()
        if shown == self.text():
            super().paintEvent(event)
        else:
            QPainter(self).drawText(self.contentsRect(), Qt.AlignmentFlag.AlignVCenter, shown)

    def _shown(self) -> str:
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)


class MessageLine(QWidget):
    """One line: an icon in the tone's colour, the sentence, and links for what can be done. Never takes the focus."""

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._shown: Message | None = None
        self._work = ""
        self._cancel: Callable[[], object] | None = None
        self._icon = IconLabel()
        self.text = _Sentence()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self._runs: list[Callable[[], object]] = []
        self.links = [self._link_button(place) for place in range(MOST_LINKS)]
        self._lay_out()
        self.setAccessibleName(self.tr("消息"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("今天的消息  Ctrl+Shift+M"))
        messages.shown.connect(self._on_shown)
        messages.working.connect(self._on_working)

    def open_history(self) -> "MessageHistory":
        """Open the list of today's messages above the line; what stood there has been seen."""
        history = MessageHistory(self._messages, self)
        self._messages.seen()
        history.show_above(self.mapToGlobal(QPoint(0, 0)))
        return history

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.open_history()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.BLOCK, 0, Space.BLOCK, 0)
        row.setSpacing(Space.ROW)
        for widget in (self._icon, self.text, *self.links):
            row.addWidget(widget)
        row.addStretch(1)
        self.setFixedHeight(scaled(RowHeight.CONTROL))

    def _link_button(self, place: int) -> QPushButton:
        button = QPushButton()
        button.setProperty("look", "link")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(partial(self._run, place))
        button.hide()
        return button

    def _on_shown(self, message: Message | None) -> None:
        self._shown = message
        self._refresh()
        if message:
            self._announce(message)

    def _on_working(self, words: str, cancel: Callable[[], object] | None) -> None:
        self._work, self._cancel = words, cancel
        self._refresh()

    def _refresh(self) -> None:
        if self._work:
            self._set("loader-circle", "text2", self._work)
            self._offer([(self.tr("取消"), "Esc", self._cancel)] if self._cancel else [])
        elif self._shown:
            message = self._shown
            self._set(_ICONS[message.tone], message.tone.value, message.text)
            self._offer([(link.text, link.key, link.run) for link in message.links])
        else:
            self._set("", "text2", "")
            self._offer([])

    def _set(self, icon_name: str, tint: str, text: str) -> None:
        self._icon.set_icon(icon_name, tint)
        self.text.setText(text)
        self.setAccessibleDescription(text)

    def _run(self, place: int, _checked: bool = False) -> None:
        self._runs[place]()

    def _offer(self, links: list[tuple[str, str, Callable[[], object]]]) -> None:
        self._runs = [run for _, _, run in links]
        for place, button in enumerate(self.links):
            button.setVisible(place < len(links))
            if place < len(links):
                text, key, _ = links[place]
                button.setText(f"{text} {key}".strip())

    def _announce(self, message: Message) -> None:
        event = QAccessibleAnnouncementEvent(self, message.text)
        if message.tone is Tone.ERROR:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)


class MessageHistory(QFrame):
    """Today's messages, newest first."""

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "popup")
        self.setAccessibleName(self.tr("今天的消息"))
        columns = (
            Column[Message](
                "at", self.tr("时间"), text=lambda at: f"{at:%H:%M}", width=56, muted=True
            ),
            Column[Message](
                "text",
                self.tr("今天的消息"),
                stretch=True,
                icon=lambda message: _ICONS[message.tone],
                tone=lambda message: "bad" if message.tone is Tone.ERROR else "",
            ),
        )
        model = RowsModel(columns, self)
        self.grid = Grid(model, row_height=RowHeight.COMPACT, parent=self)
        model.set_rows(messages.today())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.grid)
        self.resize(*_HISTORY_SIZE)

    def show_above(self, corner: QPoint) -> None:
        """Open with the lower left corner at a place on the screen."""
        self.move(corner - QPoint(0, self.height()))
        self.show()
        self.grid.setFocus()
        self.grid.go_to(0)

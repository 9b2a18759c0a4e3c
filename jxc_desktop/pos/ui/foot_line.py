"""Under the ticket: what the program says, and the last sale at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jxc_desktop.core.built_in_names import built_in_name
from jxc_desktop.core.clock import Clock
from jxc_desktop.pos.till_state import TillState
from jxc_desktop.pos.ui.labels import label
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.island import Island
from jxc_desktop.widgets.message_line import MessageLine
from jxc_desktop.widgets.messages import Messages
from jxc_desktop.widgets.tokens import Size, Space


class FootLine(QWidget):
    """The message line and the last ticket of this till."""

    def __init__(self, messages: Messages, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._clock = clock
        self.messages = MessageLine(messages)
        self.last = label(size=Size.HINT, tone="text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, Space.BLOCK, 0)
        row.addWidget(Island(self.messages), 1)
        row.addWidget(self.last)

    def show_last(self, state: TillState) -> None:
        """Show the newest ticket: its number, what it came to, how it was paid, when."""
        view = state.last
        if view is None:
            self.last.clear()
            return
        at = self._clock.local(view.head.posted_at or view.head.created_at)
        ways = "+".join(built_in_name(tender.name) for tender in view.tenders)
        self.last.setText(
            self.tr("上一单 {number}  {total}  {ways}  {time}").format(
                number=view.head.number, total=money_text(view.total), ways=ways, time=f"{at:%H:%M}"
            )
        )

"""The last 28 px: the message line, and lights with words for printer, scanner, database and period."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from jxc_desktop.shell.lamp import Light, StatusLight
from jxc_desktop.shell.shop_facts import ShopFacts
from jxc_desktop.widgets.look import font, scaled
from jxc_desktop.widgets.message_line import MessageLine
from jxc_desktop.widgets.messages import Messages
from jxc_desktop.widgets.tokens import RowHeight, Size, Space


class StatusBar(QWidget):
    """Stands under everything else of the window."""

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self.setObjectName("status-bar")
        self.line = MessageLine(messages)
        self.printer = StatusLight(Light(self.tr("打印机 未设置"), "mute"))
        self.scanner = StatusLight(Light(self.tr("扫码枪 就绪"), "ok"))
        self.database = StatusLight(Light(self.tr("数据库 正常"), "ok"))
        self.period = QLabel()
        self.period.setFont(font(Size.HINT))
        self.period.setProperty("tone", "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, Space.BLOCK, 0)
        row.setSpacing(Space.ROW)
        row.addWidget(self.line, 1)
        for light in (self.printer, self.scanner, self.database):
            row.addWidget(light)
        row.addWidget(_rule())
        row.addWidget(self.period)
        self.setFixedHeight(scaled(RowHeight.CONTROL))

    def show_facts(self, facts: ShopFacts) -> None:
        """Show which month is open."""
        self.period.setText(facts.period)
        self.period.setProperty("tone", "text2" if facts.open_period else "warn")


def _rule() -> QFrame:
    rule = QFrame()
    rule.setFrameShape(QFrame.Shape.VLine)
    rule.setForegroundRole(QPalette.ColorRole.Mid)
    rule.setFixedHeight(scaled(RowHeight.CONTROL) - Space.BLOCK)
    return rule

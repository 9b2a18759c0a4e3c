"""What stands on the screen while a shop is opened that nobody has to log in to, or that is not known yet."""

from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout

from jxc_desktop.widgets.busy import BusyBar
from jxc_desktop.widgets.look import font
from jxc_desktop.widgets.tokens import Size, Space

_WIDTH = 460


class OpeningCard(QDialog):
    """A name, a sentence and a walking bar; it cannot be closed half-way."""

    def __init__(self, shop: str) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("打开 {shop}").format(shop=shop))
        title = QLabel(shop)
        title.setFont(font(Size.TITLE, bold=True))
        title.setWordWrap(True)
        words = QLabel(self.tr("正在打开账套"))
        words.setProperty("tone", "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.SECTION, Space.SECTION, Space.SECTION, Space.SECTION)
        column.addWidget(title)
        column.addWidget(words)
        self.setFixedWidth(_WIDTH)
        self.bar = BusyBar(self)
        self.bar.start()

    def reject(self) -> None:
        """Esc does nothing: the shop is about to be there."""

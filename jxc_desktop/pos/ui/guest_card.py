"""Whose ticket it is: name, level, card and phone, points and money on the card."""

from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from jxc_desktop.pos.guest import Guest
from jxc_desktop.pos.ui.labels import label, yielding
from jxc_desktop.widgets.formats import count_text, money_text
from jxc_desktop.widgets.island import Island
from jxc_desktop.widgets.tokens import Size, Space


class GuestCard(QFrame):
    """Stands over the totals while the ticket is a member's; nobody sees it otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setAccessibleName(self.tr("会员"))
        self.name = yielding(label(size=Size.CARD_TITLE, bold=True))
        self.level = label(size=Size.CARD_TITLE, tone="accent", right=True)
        self.codes = yielding(label(size=Size.HINT, tone="text2"))
        self.points = label(size=Size.SECONDARY_TOTAL, right=True)
        self.value = label(size=Size.SECONDARY_TOTAL)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.BLOCK)
        grid.setVerticalSpacing(Space.ROW)
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(self.level, 0, 1)
        grid.addWidget(self.codes, 1, 0, 1, 2)
        grid.addWidget(self.value, 2, 0)
        grid.addWidget(self.points, 2, 1)
        layout = QGridLayout(self)
        layout.setContentsMargins(Space.BLOCK, Space.ROW, Space.BLOCK, Space.ROW)
        layout.addWidget(Island(inside))
        self.hide()

    def show_guest(self, guest: Guest | None) -> None:
        """Show who it is, or nobody."""
        self.setVisible(guest is not None)
        if guest is None:
            return
        self.name.setText(guest.name or guest.card_no)
        self.level.setText(guest.level)
        self.codes.setText("  ".join(filter(None, (guest.card_no, guest.phone))))
        self.points.setText(self.tr("积分 {points}").format(points=count_text(guest.points)))
        self.value.setText(self.tr("储值 {value}").format(value=money_text(guest.value)))

"""Status chips: a word on a tint, never a dot alone."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from jxc_desktop.core.i18n import translate
from jxc_desktop.widgets.icons import paint_icon
from jxc_desktop.widgets.look import colour, font, scaled, tokens
from jxc_desktop.widgets.tokens import ICON, Radius, Size, Space

CHIP_HEIGHT = 20
_ICON_GAP = 6


@dataclass(frozen=True, slots=True)
class Chip:
    """A word and its tone: `ok`, `warn`, `bad`, `info` or `mute`."""

    text: str
    tone: str = "mute"
    struck: bool = False

    def __str__(self) -> str:
        return self.text


def status_chip(state: str) -> Chip:
    """The chip of a document's state or of a word derived from it."""
    chips = {
        "draft": Chip(translate("widgets", "草稿")),
        "pending": Chip(translate("widgets", "待审核"), "warn"),
        "approved": Chip(translate("widgets", "已审核"), "ok"),
        "posted": Chip(translate("widgets", "已审核"), "ok"),
        "partly_delivered": Chip(translate("widgets", "部分出库"), "info"),
        "partly_ordered": Chip(translate("widgets", "部分成交"), "info"),
        "partly_answered": Chip(translate("widgets", "部分回复"), "info"),
        "won": Chip(translate("widgets", "已成交"), "ok"),
        "lost": Chip(translate("widgets", "流失")),
        "expired": Chip(translate("widgets", "已过期"), "warn"),
        "partly_received": Chip(translate("widgets", "部分入库"), "info"),
        "partly_paid": Chip(translate("widgets", "部分收款"), "info"),
        "in_transit": Chip(translate("widgets", "在途"), "info"),
        "completed": Chip(translate("widgets", "已完成")),
        "closed": Chip(translate("widgets", "已关闭")),
        "voided": Chip(translate("widgets", "已作废"), "mute", struck=True),
        "reversed": Chip(translate("widgets", "已红冲"), "bad"),
        "reversal": Chip(translate("widgets", "红字单"), "bad"),
        "held": Chip(translate("widgets", "挂单"), "warn"),
        "unbooked": Chip(translate("widgets", "未记账"), "warn"),
        "booked": Chip(translate("widgets", "已记账"), "ok"),
        "period_closed": Chip(translate("widgets", "已结账")),
    }
    return chips[state]


def chip_width(text: str) -> int:
    """Px that a chip with `text` takes."""
    return QFontMetrics(font(Size.HINT)).horizontalAdvance(text) + 2 * Space.CELL


def paint_chip(painter: QPainter, place: QRect, chip: Chip) -> None:
    """Draw a chip into `place`, which is as wide as `chip_width` says or less."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(colour(f"{chip.tone}_bg"))
    painter.setPen(colour(chip.tone) if tokens().name == "contrast" else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(
        QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), Radius.FIELD, Radius.FIELD
    )
    painter.setPen(colour(chip.tone))
    painter.setFont(font(Size.HINT, struck=chip.struck))
    shown = painter.fontMetrics().elidedText(
        chip.text, Qt.TextElideMode.ElideRight, place.width() - Space.CELL
    )
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()


class ChipLabel(QWidget):
    """A chip that stands by itself, with an icon if wanted."""

    def __init__(self, chip: Chip, icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chip = chip
        self._icon = icon_name
        self.set_chip(chip)

    @property
    def chip(self) -> Chip:
        """What is shown."""
        return self._chip

    def set_chip(self, chip: Chip, icon_name: str | None = None) -> None:
        """Show another word; `icon_name` changes the icon too."""
        self._chip = chip
        self._icon = self._icon if icon_name is None else icon_name
        self.setAccessibleName(chip.text)
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        lead = ICON + _ICON_GAP if self._icon else 0
        return QSize(chip_width(self._chip.text) + lead, scaled(CHIP_HEIGHT + 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._icon:
            paint_chip(painter, self.rect(), self._chip)
            return
        paint_chip(painter, self.rect(), Chip("", self._chip.tone))
        icon_place = QRect(Space.CELL, (self.height() - ICON) // 2, ICON, ICON)
        paint_icon(painter, self._icon, icon_place, self._chip.tone)
        painter.setPen(colour(self._chip.tone))
        painter.setFont(font(Size.HINT))
        words = self.rect().adjusted(Space.CELL + ICON + _ICON_GAP, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._chip.text)

"""What the ticket comes to, very large; after a sale the change, until the next scan."""

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from jxc_desktop.core.built_in_names import built_in_name
from jxc_desktop.pos.queries.tickets import TicketView
from jxc_desktop.pos.ticket import OpenTicket, Swap
from jxc_desktop.pos.ui.labels import label
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.island import Island
from jxc_desktop.widgets.look import colour, font
from jxc_desktop.widgets.tokens import Radius, Size, Space

FLASH = 120
"""Milliseconds that a changed total stands out."""
_AMOUNT_SIZES = (Size.DUE, Size.TENDER, 36, Size.SCAN_BOX)
_HEAD = 24
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class BigAmount(QWidget):
    """A word, a note at its right, and an amount as large as its room allows."""

    def __init__(self, tone: str = "accent", ground: str = "info_bg", height: int = 136) -> None:
        super().__init__()
        self.setMinimumHeight(height)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._tone, self._ground = tone, ground
        self._word, self._note, self._amount = "", "", ""
        self._flashing = False
        self._flash = QTimer(self, singleShot=True, interval=FLASH)
        self._flash.timeout.connect(self._settle)

    @property
    def amount(self) -> str:
        """The amount as it reads."""
        return self._amount

    @property
    def word(self) -> str:
        """What the amount is."""
        return self._word

    def show_amount(self, word: str, amount: str, note: str = "") -> None:
        """Show an amount; one that changed stands out for a moment."""
        changed = amount != self._amount and bool(self._amount)
        self._word, self._note, self._amount = word, note, amount
        self.setAccessibleName(f"{word} {amount}")
        if changed and QApplication.isEffectEnabled(Qt.UIEffect.UI_General):
            self._flashing = True
            self._flash.start()
        self.update()

    def dress(self, tone: str, ground: str) -> None:
        """Wear the colours of other tokens."""
        self._tone, self._ground = tone, ground
        self.update()

    def amount_font(self) -> QFont:
        """The largest type in which the amount fits."""
        room = (
            self.width()
            - 2 * Space.PANE
            - QFontMetrics(font(Size.SCAN_BOX)).horizontalAdvance("¥ ")
        )
        high = self._place_of_amount().height() * 2 // 3
        for size in _AMOUNT_SIZES:
            made = font(size, bold=True)
            metrics = QFontMetrics(made)
            if metrics.horizontalAdvance(self._amount) <= room and metrics.capHeight() <= high:
                return made
        return font(Size.TITLE, bold=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour("surface"))  # all that holds it has this ground
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("sel" if self._flashing else self._ground))
        painter.drawRoundedRect(self.rect(), Radius.CARD, Radius.CARD)
        head = self._room()
        head.setHeight(_HEAD)
        self._write(painter, head, _LEFT, self._word, font(Size.TITLE, bold=True), "text")
        self._write(painter, head, _RIGHT, self._note, font(Size.SECONDARY_TOTAL), "text2")
        below = self._place_of_amount()
        self._write(painter, below, _LEFT, "¥", font(Size.SCAN_BOX, bold=True), self._tone)
        self._write(painter, below, _RIGHT, self._amount, self.amount_font(), self._tone)

    def _room(self) -> QRect:
        return self.rect().adjusted(Space.PANE, Space.BLOCK, -Space.PANE, -Space.ROW)

    def _place_of_amount(self) -> QRect:
        """What is left under the word."""
        return self._room().adjusted(0, _HEAD - 1, 0, 0)

    def _write(
        self,
        painter: QPainter,
        place: QRect,
        side: Qt.AlignmentFlag,
        text: str,
        used: QFont,
        tone: str,
    ) -> None:
        painter.setFont(used)
        painter.setPen(colour(tone))
        painter.drawText(place, side | Qt.TextFlag.TextDontClip, text)

    def _settle(self) -> None:
        self._flashing = False
        self.update()


class TotalsCard(QFrame):
    """原价合计, 优惠, 抹零, 应收; or what was just paid and the change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.big = BigAmount()
        self._rows = [(label(size=Size.CARD_TITLE, tone="text2"), label(size=Size.CARD_TITLE, right=True))
                      for _ in range(4)]  # fmt: skip
        sums = QWidget()
        grid = QGridLayout(sums)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(Space.ROW)
        for number, (word, amount) in enumerate(self._rows):
            grid.addWidget(word, number, 0)
            grid.addWidget(amount, number, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.BLOCK, Space.BLOCK, Space.BLOCK, Space.BLOCK)
        layout.setSpacing(Space.BLOCK)
        layout.addWidget(Island(sums))
        layout.addWidget(self.big, 1)

    def show_ticket(self, ticket: OpenTicket) -> None:
        """Show what a ticket comes to."""
        off = ticket.rounding_off
        named = self.tr("抹零")
        if off:
            named = self.tr("抹零（{mode}）").format(mode=ticket.rounding.words)
        self._set(0, self.tr("原价合计"), money_text(ticket.full_amount))
        self._set(1, self.tr("优惠"), money_text(-ticket.reductions))
        self._set(2, named, money_text(-off))
        self._show_swap(ticket.swap)
        count = self.tr("{pieces} 件 · {lines} 行").format(
            pieces=ticket.pieces, lines=len(ticket.lines)
        )
        refund = ticket.due < 0
        self.big.dress(*(("bad", "bad_bg") if refund else ("accent", "info_bg")))
        word = self.tr("应退") if refund else self.tr("应收")
        self.big.show_amount(word, money_text(abs(ticket.due)), count)

    def _show_swap(self, swap: Swap | None) -> None:
        """What comes back in an exchange; tickets without any have no such row."""
        for part in self._rows[3]:
            part.setVisible(swap is not None)
        if swap is not None:
            self._set(3, self.tr("换回"), money_text(-swap.worth))
            self._rows[3][0].setToolTip(f"{swap.original}  {swap.words}")

    def show_sold(self, view: TicketView) -> None:
        """Show the change of a sale just made; it stays until the next scan."""
        handed = sum(tender.tendered for tender in view.tenders) + view.due - view.total
        ways = " ".join(built_in_name(tender.name) for tender in view.tenders)
        self._show_swap(None)
        self._set(0, self.tr("已收款"), view.head.number or "")
        self._set(1, self.tr("应收"), money_text(view.due))
        self._set(2, self.tr("收到"), money_text(handed))
        if view.due < 0:
            self.big.dress("bad", "bad_bg")
            self.big.show_amount(self.tr("退给客人"), money_text(-view.due), ways)
            return
        self.big.dress("ok", "ok_bg")
        self.big.show_amount(self.tr("找零"), money_text(view.change_given), ways)

    def _set(self, number: int, word: str, amount: str) -> None:
        words: QLabel = self._rows[number][0]
        words.setText(word)
        self._rows[number][1].setText(amount)

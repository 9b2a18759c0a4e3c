"""One way to pay in the tender sheet: its key, its name, a word about its state, the amount."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jxc_desktop.cash.methods import STORED_VALUE
from jxc_desktop.cash.queries import MethodView
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.pos.ui.labels import label
from jxc_desktop.widgets.chips import Chip, ChipLabel
from jxc_desktop.widgets.icons import paint_icon
from jxc_desktop.widgets.keycap import KeyCap
from jxc_desktop.widgets.look import colour, font, scaled
from jxc_desktop.widgets.scanner import ScanEdit
from jxc_desktop.widgets.tokens import Radius, Size, Space

_HEIGHT = 52
_FIELD = 132
_ICONS = {
    "cash": "banknote",
    "wechat": "qr-code",
    "alipay": "qr-code",
    "card": "credit-card",
    STORED_VALUE: "id-card",
}
_ICON_LEFT = 56
_ICON = 20


class WayRow(QWidget):
    """Shows and edits the amount of one way."""

    edited = Signal(str)
    pressed = Signal()

    def __init__(self, place: int, method: MethodView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.method = method
        self.key = f"F{place + 1}"
        self.wrong = False
        self._current = False
        self.field = ScanEdit()
        self.field.setFont(font(Size.TITLE, bold=True))
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.setFixedSize(_FIELD, scaled(36))
        self.field.setPlaceholderText(self.tr("按 {key}").format(key=self.key))
        self.field.setAccessibleName(self.tr("{way}金额").format(way=method.name))
        self.field.textEdited.connect(self.edited)
        self._state = ChipLabel(Chip(""))
        self._words = label(size=Size.HINT, tone="text2")
        self._lay_out()

    def show_state(self, amount: int, *, current: bool, left: int) -> None:
        """`amount` is what stands for this way, `left` what is still missing of the ticket."""
        self._current = current
        typed = self.field.text()
        if amount and not self.field.hasFocus() and not typed:
            self.field.setText(text_of(amount, MONEY_PLACES))
        if not current and self.wrong:
            self.field.clear()
            self.wrong = False
        self._words.setVisible(self.method.is_cash)
        self._state.setVisible(not self.method.is_cash and (bool(amount) or current))
        if self.method.code == STORED_VALUE:
            self._state.set_chip(Chip(self.tr("从会员卡上扣"), "ok"))
        elif amount:
            self._state.set_chip(Chip(self.tr("收银员已确认到账"), "ok"))
        else:
            self._state.set_chip(Chip(self.tr("等客人付款，到账再按 Enter"), "warn"))
        self.field.setProperty("wrong", self.wrong)
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)
        rest = text_of(left, MONEY_PLACES) if current and left else ""
        self.field.setPlaceholderText(rest or self.tr("按 {key}").format(key=self.key))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            QPen(colour("accent" if self._current else "border"), 2 if self._current else 1)
        )
        painter.setBrush(colour("sel" if self._current else "surface"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), Radius.CARD, Radius.CARD)
        place = self.rect().adjusted(_ICON_LEFT, (self.height() - _ICON) // 2, 0, 0)
        place.setWidth(_ICON)
        place.setHeight(_ICON)
        paint_icon(painter, _ICONS.get(self.method.code, "wallet"), place, "accent")

    def _lay_out(self) -> None:
        self.setFixedHeight(scaled(_HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.PANE, 0, Space.ROW, 0)
        row.setSpacing(Space.BLOCK)
        row.addWidget(KeyCap(self.key, "accent"))
        row.addSpacing(_ICON + Space.BLOCK)
        row.addWidget(label(self.method.name, Size.TILL_LINE, bold=True))
        self._words.setText(self.tr("客人给的钱"))
        row.addWidget(self._words)
        row.addStretch(1)
        row.addWidget(self._state)
        row.addWidget(self.field)

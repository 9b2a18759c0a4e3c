"""What was scanned last: its name large, its price, and how much of it lies here and elsewhere."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from jxc_desktop.catalog.queries.till import ProductAtTill
from jxc_desktop.core.numbers import div_half_up
from jxc_desktop.pos.ui.labels import label, set_tone, yielding
from jxc_desktop.stock.queries import LevelView
from jxc_desktop.widgets.formats import price_text, quantity_text
from jxc_desktop.widgets.icons import paint_icon
from jxc_desktop.widgets.island import Island
from jxc_desktop.widgets.look import colour, scaled
from jxc_desktop.widgets.tokens import Radius, Size, Space

_HEIGHT = 96
_TILE = 64
_ICON = 32


class _Tile(QWidget):
    """A box with the sign of goods."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_TILE, _TILE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour("border"))
        painter.setBrush(colour("sunken"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), Radius.CARD, Radius.CARD)
        place = QRect(0, 0, _ICON, _ICON)
        place.moveCenter(self.rect().center())
        paint_icon(painter, "box", place, "text2")


class ProductCard(QFrame):
    """Follows the scans; empty it invites to the first one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setFixedHeight(scaled(_HEIGHT))
        self._product: ProductAtTill | None = None
        self._hint = label(size=Size.HINT, tone="text2")
        self._name = yielding(label(size=Size.TITLE, bold=True))
        self._codes = yielding(label(size=Size.HINT, tone="text2"))
        self._price_word = label(self.tr("零售价"), Size.HINT, tone="text2", right=True)
        self._price = label(size=Size.TOTAL, bold=True, right=True)
        self._here_word = label(self.tr("门店可用"), Size.HINT, tone="text2", right=True)
        self._here = label(size=Size.TOTAL, bold=True, right=True)
        self._elsewhere = label(size=Size.HINT, tone="text2", right=True)
        self._lay_out()
        self.clear()

    @property
    def product(self) -> ProductAtTill | None:
        """The product on the card."""
        return self._product

    def clear(self) -> None:
        """Show no product."""
        self._product = None
        self._hint.setText(self.tr("还没有商品"))
        self._name.setText(self.tr("扫第一件商品"))
        self._codes.setText(self.tr("没有条码就输入编号或拼音首字母，F2 查商品"))
        for part in (self._price_word, self._price, self._here_word, self._here, self._elsewhere):
            part.setVisible(False)

    def show_product(self, product: ProductAtTill) -> None:
        """Show a product; its stock comes a moment later."""
        self._product = product
        self._hint.setText(self.tr("刚扫入"))
        self._name.setText(f"{product.name}  {product.spec}".strip())
        code = self.tr("货号 {code}").format(code=product.code)
        self._codes.setText(" · ".join(part for part in (product.barcode, code) if part))
        self._price.setText(price_text(product.price))
        self._here.clear()
        self._elsewhere.clear()
        for part in (self._price_word, self._price):
            part.setVisible(True)
        for part in (self._here_word, self._here, self._elsewhere):
            part.setVisible(product.track_stock)

    def show_levels(self, levels: Sequence[LevelView], warehouse_id: int) -> None:
        """Show how much lies in this shop's warehouse and in the others, in the product's unit."""
        product = self._product
        if product is None or not product.track_stock:
            return
        here = sum(level.quantity for level in levels if level.warehouse_id == warehouse_id)
        self._here.setText(self._amount(product, here))
        set_tone(self._here, "" if here > 0 else "bad")
        others = [
            level for level in levels if level.warehouse_id != warehouse_id and level.quantity
        ]
        self._elsewhere.setText(
            " ".join(
                f"{level.name} {self._amount(product, level.quantity)}" for level in others[:1]
            )
        )

    def _amount(self, product: ProductAtTill, base: int) -> str:
        quantity = div_half_up(base * product.denominator, product.numerator)
        return f"{quantity_text(quantity)} {product.unit}"

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self._hint)
        words.addWidget(self._name)
        words.addWidget(self._codes)
        words.addStretch(1)
        texts = QWidget()
        row = QHBoxLayout(texts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.PANE)
        row.addLayout(words, 1)
        row.addLayout(self._figures())
        whole = QHBoxLayout(self)
        whole.setContentsMargins(Space.BLOCK, Space.ROW, Space.PANE, Space.ROW)
        whole.setSpacing(Space.PANE)
        whole.addWidget(_Tile())
        whole.addWidget(Island(texts), 1)

    def _figures(self) -> QGridLayout:
        """Price and stock on the same lines, what lies elsewhere below."""
        figures = QGridLayout()
        figures.setHorizontalSpacing(Space.PANE)
        figures.setVerticalSpacing(0)
        for column, parts in enumerate(
            ((self._price_word, self._price), (self._here_word, self._here))
        ):
            for line, part in enumerate(parts, 1):
                figures.addWidget(part, line, column)
        figures.addWidget(self._elsewhere, 3, 0, 1, 2)
        for edge in (0, 4):
            figures.setRowStretch(edge, 1)
        return figures

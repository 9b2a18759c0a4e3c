"""Goods that nobody knows yet: name, unit and price are enough to sell them, or the barcode is given to known goods."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from jxc_desktop.core.errors import UserError
from jxc_desktop.core.numbers import PRICE_PLACES, parse_scaled
from jxc_desktop.pos.ui.labels import label
from jxc_desktop.pos.ui.main_button import MainButton
from jxc_desktop.pos.ui.overlay import Overlay
from jxc_desktop.widgets.look import font, scaled
from jxc_desktop.widgets.tokens import Size, Space

_WIDTH = 560
_FIELD = 36


class NewGoodsSheet(Overlay):
    """Asks what to call an unknown barcode."""

    created = Signal(str, str, str, object)
    """Barcode, name, unit and price (1e-6 yuan)."""
    bind = Signal(str)
    """The barcode belongs to goods that are known."""

    def __init__(self, till: QWidget) -> None:
        super().__init__(till, "", _WIDTH)
        self.title.setText(self.tr("新建商品"))
        self.setAccessibleName(self.tr("新建商品"))
        self.barcode = ""
        self.name, self.unit, self.price = QLineEdit(), QLineEdit(), QLineEdit()
        self.problem = label(tone="bad")
        self.problem.setWordWrap(True)
        self.button = MainButton("package-plus", self.tr("新建并加到小票"), "F12")
        self.button.clicked.connect(self._create)
        self._arrange()

    def begin(self, barcode: str) -> None:
        """Ask about a barcode."""
        self.barcode = barcode
        self.subject.setText(barcode)
        for field in (self.name, self.price):
            field.clear()
        self.unit.setText(self.tr("个"))
        self.problem.clear()
        self.open()

    def first_field(self) -> QWidget:
        """The name."""
        return self.name

    def refuse(self, words: str) -> None:
        """Say why it was not created."""
        self.problem.setText(words)

    def take_scan(self, code: str) -> bool:
        """Another scan is another question."""
        self.refuse(self.tr("先写完这件商品，或按 Esc 返回再扫"))
        return True

    def take_key(self, key: int) -> bool:
        """Enter walks and creates on the last field, F4 binds."""
        if key == Qt.Key.Key_F4:
            self.dismiss()
            self.bind.emit(self.barcode)
        elif key == Qt.Key.Key_F12:
            self._create()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.price.hasFocus():
                self._create()
            else:
                self.focusNextChild()
        else:
            return False
        return True

    def _create(self) -> None:
        try:
            price = parse_scaled(self.price.text(), PRICE_PLACES)
        except UserError as error:
            self.refuse(error.message)
            self.price.setFocus()
            return
        if not self.name.text().strip():
            self.refuse(self.tr("写上商品名称"))
            self.name.setFocus()
            return
        self.created.emit(self.barcode, self.name.text().strip(), self.unit.text().strip(), price)

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(Space.BLOCK)
        words = (self.tr("名称"), self.tr("单位"), self.tr("零售价"))
        for row, (word, field) in enumerate(
            zip(words, (self.name, self.unit, self.price), strict=True)
        ):
            field.setFont(font(Size.TILL_LINE))
            field.setFixedHeight(scaled(_FIELD))
            field.setAccessibleName(word)
            grid.addWidget(label(word, Size.TILL_LINE, tone="text2"), row, 0)
            grid.addWidget(field, row, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.problem)
        self.body.addWidget(self.button)
        self.hint(("Enter", self.tr("下一项")), ("F4", self.tr("是已有商品的条码，绑定")))

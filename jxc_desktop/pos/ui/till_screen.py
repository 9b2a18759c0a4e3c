"""What the till looks like: its parts and where they stand, wide or narrow."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jxc_desktop.pos.ui.foot_line import FootLine
from jxc_desktop.pos.ui.function_bar import FunctionBar
from jxc_desktop.pos.ui.grammar_strip import GrammarStrip
from jxc_desktop.pos.ui.guest_card import GuestCard
from jxc_desktop.pos.ui.held_card import HeldCard
from jxc_desktop.pos.ui.lines_grid import LinesGrid
from jxc_desktop.pos.ui.main_button import MainButton
from jxc_desktop.pos.ui.overlay import rule
from jxc_desktop.pos.ui.product_card import ProductCard
from jxc_desktop.pos.ui.scan_box import ScanBox
from jxc_desktop.pos.ui.till_bar import TillBar
from jxc_desktop.pos.ui.totals_card import TotalsCard
from jxc_desktop.widgets.pane import Context
from jxc_desktop.widgets.tokens import Space

_RIGHT, _RIGHT_NARROW = 396, 300
_NARROW = 1180
_LOW = 700


class TillScreen(QWidget):
    """`keys` are the actions of the function bar with the right that each needs."""

    def __init__(
        self,
        context: Context,
        keys: Sequence[tuple[QAction, str]],
        settle: QAction,
        leave: Callable[[], None] | None,
    ) -> None:
        super().__init__()
        self.bar = TillBar(context.clock, leave)
        self.box = ScanBox()
        self.strip = GrammarStrip(context.may)
        self.lines = LinesGrid()
        self.card = ProductCard()
        self.totals = TotalsCard()
        self.guest = GuestCard()
        self.pay_button = MainButton("wallet", settle.text(), settle.shortcut().toString())
        self.pay_button.clicked.connect(settle.trigger)
        self.held = HeldCard(context.clock)
        self.foot = FootLine(context.messages, context.clock)
        self.functions = FunctionBar(keys, context.may)
        self._right = QWidget()
        self._arrange()
        self.setFocusProxy(self.box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow screens keep the lines wide, low ones fold the product card away."""
        self._right.setFixedWidth(_RIGHT_NARROW if self.width() < _NARROW else _RIGHT)
        self.card.setVisible(self.height() >= _LOW)
        super().resizeEvent(event)

    def _arrange(self) -> None:
        middle = QHBoxLayout()
        middle.setContentsMargins(Space.BLOCK, Space.ROW, Space.BLOCK, Space.ROW)
        middle.setSpacing(Space.BLOCK)
        middle.addLayout(self._left_side(), 1)
        middle.addWidget(self._right_side())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(rule())
        whole.addLayout(middle, 1)
        for part in (rule(), self.foot, rule(), self.functions):
            whole.addWidget(part)

    def _left_side(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(Space.ROW)
        left.addWidget(self.box)
        left.addWidget(self.strip)
        left.addWidget(self.lines, 1)
        left.addWidget(self.card)
        return left

    def _right_side(self) -> QWidget:
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(Space.ROW)
        right.addWidget(self.guest)
        right.addWidget(self.totals, 3)
        right.addWidget(self.pay_button)
        right.addWidget(self.held, 2)
        return self._right

"""The till's keys and grammar on one page (F1)."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QWidget

from jxc_desktop.pos.ui.labels import label
from jxc_desktop.pos.ui.overlay import Overlay
from jxc_desktop.widgets.keycap import KeyCap, key_name
from jxc_desktop.widgets.tokens import Size, Space

_WIDTH = 900


class HelpSheet(Overlay):
    """Left what can be typed, right the keys."""

    def __init__(self, till: QWidget, actions: Sequence[QAction]) -> None:
        super().__init__(till, "", _WIDTH)
        self.title.setText(self.tr("收银的键"))
        self.setAccessibleName(self.tr("收银的键"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.BLOCK)
        grid.setVerticalSpacing(Space.ROW)
        typed = (
            ("3*", self.tr("再扫码即为 3 件；回车则改本行")),
            ("-1*", self.tr("本行退掉一件")),
            ("9.5@", self.tr("本行改价 9.50；后面接着扫，就按这个价卖")),
            (self.tr("/8折"), self.tr("本行 8 折，/8 /80 /0.8 都一样")),
            (self.tr("//95折"), self.tr("整单 95 折")),
            ("//-5", self.tr("整单减 5 元")),
            ("//0", self.tr("整单抹零：抹分，再来抹角，再来取消")),
            ("+138…", self.tr("叫出会员：手机、后四位、卡号、姓名；+- 不算会员")),
            ("+500p", self.tr("用 500 积分抵钱，+0p 不用")),
            ("=100", self.tr("收现金 100，直接完成")),
        )
        keys = [(item.shortcut().toString(), item.text()) for item in actions]
        for column, pairs in enumerate((typed, tuple(keys))):
            for row, (key, words) in enumerate(pairs):
                grid.addWidget(KeyCap(key_name(key), "accent"), row, 3 * column)
                grid.addWidget(label(words, Size.SECONDARY_TOTAL), row, 3 * column + 1)
        grid.setColumnMinimumWidth(2, Space.PAGE)
        self.body.addLayout(grid)
        self.body.addStretch(1)

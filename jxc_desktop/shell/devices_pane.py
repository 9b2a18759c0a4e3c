"""设备: what hangs on this PC, each tried out with one press and mended with one sentence."""

from PySide6.QtCore import QT_TR_NOOP, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from jxc_desktop.pos.ui.till_pane import DEFAULT_TILL
from jxc_desktop.shell.device_card import side_by_side
from jxc_desktop.shell.paper_cards import DrawerCard, LabelCard, ReceiptCard
from jxc_desktop.shell.port_cards import DisplayCard, ScaleCard, ScannerCard
from jxc_desktop.widgets.actions import action, build_actions
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.tokens import Size, Space

_WIDEST = 1200


class DevicesPane(Pane):
    """The devices of `context.more`: `paper`, `display`, `scale`, `scanner`; `ask(name)` opens a dialog."""

    title = str(QT_TR_NOOP("设备"))
    icon = "plug"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        more = context.more
        till = str(context.settings.read("till/code", DEFAULT_TILL))
        self.receipt = ReceiptCard(self, more["paper"], more["ask"])
        self.drawer = DrawerCard(self, more["paper"], till)
        self.scanner = ScannerCard(self, more["scanner"])
        self.labels = LabelCard(self, more["paper"].printers, more["ask"])
        self.display = DisplayCard(self, more["display"])
        self.scale = ScaleCard(self, more["scale"])
        self._lay_out(till)
        self.setFocusProxy(self.scanner.field)

    def take_scan(self, code: str) -> bool:
        """Every scan is a trial of the scanner here."""
        self.scanner.take_scan(code)
        return True

    @action(str(QT_TR_NOOP("打自检页")), "Ctrl+P", icon="printer")
    def print_trial(self) -> None:
        """Print the self-test page of the receipt printer."""
        self.receipt.try_out()

    @action(str(QT_TR_NOOP("试扫码枪")), "Ctrl+F", icon="scan-barcode")
    def try_scanner(self) -> None:
        """Go to the field to scan into."""
        self.scanner.field.setFocus()
        self.scanner.field.selectAll()

    def _lay_out(self, till: str) -> None:
        head = QHBoxLayout()
        head.addWidget(Words(self.heading(), Size.TITLE, bold=True))
        head.addSpacing(Space.BLOCK)
        about = self.tr("只管这台电脑（{till} 号收银台）。一样一样试，灯绿了就好。").format(
            till=till
        )
        head.addWidget(Words(about, Size.HINT, tone="text2"))
        head.addStretch(1)
        cards = (self.receipt, self.drawer, self.scanner, self.labels, self.display, self.scale)
        body = side_by_side(cards)
        body.setMaximumWidth(_WIDEST)
        body.setProperty("look", "surface")
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, 0)
        column.setSpacing(Space.BLOCK)
        column.addLayout(head)
        column.addWidget(area, 1)

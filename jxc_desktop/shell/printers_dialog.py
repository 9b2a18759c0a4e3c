"""打印机: how the receipt printer hangs on this PC, a trial slip, and papers that did not come out."""

from datetime import datetime

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from jxc_desktop.core.errors import UserError
from jxc_desktop.printing.devices import Connection, Device, printer_at
from jxc_desktop.printing.escpos import Charset
from jxc_desktop.printing.slip import Line, Roll, Rule, Slip
from jxc_desktop.shell.door_parts import Page, button_named, problem_label
from jxc_desktop.shell.print_desk import PrintDesk
from jxc_desktop.shell.printers import RECEIPT
from jxc_desktop.widgets.tokens import Space

_WIDTH = 480


class PrintersDialog(QDialog):
    """Keeps what stands there when 保存 is pressed."""

    def __init__(self, desk: PrintDesk, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("打印机"))
        self._desk = desk
        self._now = now
        self.connection = QComboBox()
        self.address = QLineEdit()
        self.roll = QComboBox()
        self.charset = QComboBox()
        self.knife = QCheckBox(self.tr("打完切纸"))
        self.drawer = QCheckBox(self.tr("收现金时开钱箱"))
        self.problem = problem_label()
        self._fill()
        self._lay_out()
        self._show(desk.printers.receipt())
        self.connection.currentIndexChanged.connect(self._on_connection)

    def device(self) -> Device:
        """The printer as it stands there."""
        return Device(
            RECEIPT,
            Connection(self.connection.currentData()),
            self.address.text().strip(),
            Roll(self.roll.currentData()),
            Charset(self.charset.currentData()),
            self.knife.isChecked(),
            self.drawer.isChecked(),
        )

    def _fill(self) -> None:
        connections = {
            Connection.PDF_FOLDER: self.tr("没有小票机，存成 PDF"),
            Connection.NETWORK: self.tr("网口（192.168.1.50）"),
            Connection.USB: self.tr("USB（0416:5011）"),
            Connection.SERIAL: self.tr("串口（COM3@9600）"),
            Connection.QUEUE: self.tr("系统里的打印机（名称）"),
            Connection.PORT: self.tr("并口或设备（LPT1、/dev/usb/lp0）"),
        }
        for kind, words in connections.items():
            self.connection.addItem(words, kind.value)
        rolls = {Roll.MM58: "58 mm", Roll.MM80: "80 mm", Roll.MM80_42: self.tr("80 mm，42 列")}
        for roll, words in rolls.items():
            self.roll.addItem(words, roll.value)
        for charset in Charset:
            self.charset.addItem(charset.value, charset.value)

    def _lay_out(self) -> None:
        page = Page(self.tr("小票机"), self.tr("只管这台电脑。换了线或地址，先试打一张再保存。"))
        page.add(self.tr("怎么连"), self.connection)
        page.add(self.tr("地址"), self.address)
        page.add(self.tr("纸宽"), self.roll)
        page.add(self.tr("字符编码"), self.charset)
        page.add_plain(self.knife)
        page.add_plain(self.drawer)
        trial, again = button_named(self.tr("试打一张")), button_named(self.tr("重试没打出来的"))
        keep = button_named(self.tr("保存"), "main")
        trial.clicked.connect(self.try_out)
        again.clicked.connect(self._desk.retry_open)
        keep.clicked.connect(self.keep)
        row = QHBoxLayout()
        row.setSpacing(Space.ROW)
        for button in (trial, again):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.SECTION, Space.SECTION, Space.SECTION, Space.PANE)
        column.addWidget(page)
        column.addWidget(self.problem)
        column.addLayout(row)
        self.setFixedWidth(_WIDTH)

    def _show(self, device: Device) -> None:
        self.connection.setCurrentIndex(self.connection.findData(device.connection.value))
        self.address.setText(device.address)
        self.roll.setCurrentIndex(self.roll.findData(device.roll.value))
        self.charset.setCurrentIndex(self.charset.findData(device.charset.value))
        self.knife.setChecked(device.knife)
        self.drawer.setChecked(device.drawer)

    def _on_connection(self) -> None:
        """Another connection wants another address."""
        if self.device().takes_pdf:
            self._desk.printers.forget()
            self._show(self._desk.printers.receipt())
        else:
            self.address.clear()
            self.address.setFocus()

    def try_out(self) -> None:
        """Print a trial slip on the printer as it stands there, without keeping it."""
        lines = (
            Line(self.tr("试打"), centred=True, bold=True),
            Rule(),
            Line(self.tr("一二三四五"), f"{self._now:%H:%M}"),
        )
        slip = Slip(self.tr("试打"), elements=lines)
        try:
            self._desk.try_out(slip, self.device())
        except UserError as error:
            self.problem.setText(error.message)
        else:
            self.problem.setText(self.tr("送出去了。纸上看得清就保存"))

    def keep(self) -> None:
        """Use it from now on."""
        device = self.device()
        try:
            printer_at(device)
        except UserError as error:
            self.problem.setText(error.message)
            return
        if device.takes_pdf:
            self._desk.printers.forget()
        else:
            self._desk.printers.keep(device)
        self._desk.shine()
        self.accept()

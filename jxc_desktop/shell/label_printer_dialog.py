"""标签机: how labels leave this PC: as dots to a label printer, or drawn, one to a page or many on a sheet."""

from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jxc_desktop.core.errors import UserError
from jxc_desktop.printing.devices import Connection, Device, printer_at
from jxc_desktop.printing.label import STOCKS
from jxc_desktop.printing.label_job import LabelLanguage, LabelPrinter
from jxc_desktop.shell.door_parts import Page, button_named, problem_label
from jxc_desktop.shell.printers import LABELS, Printers
from jxc_desktop.widgets.tokens import Space

_WIDTH = 480


class LabelPrinterDialog(QDialog):
    """Keeps what stands there when 保存 is pressed."""

    def __init__(self, printers: Printers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("标签机"))
        self._printers = printers
        self.language = QComboBox()
        self.stock = QComboBox()
        self.connection = QComboBox()
        self.address = QLineEdit()
        self.problem = problem_label()
        self._fill()
        self._lay_out()
        self._show(printers.labels())
        self.language.currentIndexChanged.connect(self._on_language)
        self._on_language()

    def printer(self) -> LabelPrinter:
        """The label printer as it stands there."""
        language = LabelLanguage(self.language.currentData())
        stock = str(self.stock.currentData())
        if language.is_pdf:
            return LabelPrinter(self._printers.paper(), language, stock)
        connection = Connection(self.connection.currentData())
        device = Device(LABELS, connection, self.address.text().strip(), drawer=False)
        return LabelPrinter(device, language, stock)

    def keep(self) -> None:
        """Use it from now on."""
        printer = self.printer()
        try:
            printer_at(printer.device)
        except UserError as error:
            self.problem.setText(error.message)
            return
        self._printers.keep_labels(printer)
        self.accept()

    def _fill(self) -> None:
        languages = {
            LabelLanguage.ROLL: self.tr("没有标签机，存成 PDF，一张一页"),
            LabelLanguage.SHEET: self.tr("没有标签机，存成 PDF，A4 拼版"),
            LabelLanguage.TSPL: self.tr("TSPL（TSC、佳博、汉印等）"),
            LabelLanguage.ZPL: self.tr("ZPL（斑马）"),
        }
        for language, words in languages.items():
            self.language.addItem(words, language.value)
        for name in STOCKS:
            self.stock.addItem(f"{name} mm", name)
        connections = {
            Connection.NETWORK: self.tr("网口（192.168.1.50）"),
            Connection.USB: self.tr("USB（0416:5011）"),
            Connection.SERIAL: self.tr("串口（COM3@9600）"),
            Connection.QUEUE: self.tr("系统里的打印机（名称）"),
            Connection.PORT: self.tr("并口或设备（LPT1、/dev/usb/lp0）"),
            Connection.FOLDER: self.tr("文件夹（存成指令文件）"),
        }
        for kind, words in connections.items():
            self.connection.addItem(words, kind.value)

    def _lay_out(self) -> None:
        page = Page(self.tr("标签机"), self.tr("价签和货架签从这里出去。只管这台电脑。"))
        page.add(self.tr("怎么打"), self.language)
        page.add(self.tr("标签尺寸"), self.stock)
        page.add(self.tr("怎么连"), self.connection)
        page.add(self.tr("地址"), self.address)
        keep = button_named(self.tr("保存"), "main")
        keep.clicked.connect(self.keep)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.SECTION, Space.SECTION, Space.SECTION, Space.PANE)
        column.addWidget(page)
        column.addWidget(self.problem)
        column.addLayout(row)
        self.setFixedWidth(_WIDTH)

    def _show(self, printer: LabelPrinter) -> None:
        self.language.setCurrentIndex(self.language.findData(printer.language.value))
        self.stock.setCurrentIndex(self.stock.findData(printer.stock))
        if not printer.language.is_pdf:
            device = printer.device
            self.connection.setCurrentIndex(self.connection.findData(device.connection.value))
            self.address.setText(device.address)

    def _on_language(self) -> None:
        """PDF needs neither cable nor address."""
        wired = not LabelLanguage(self.language.currentData()).is_pdf
        self.connection.setEnabled(wired)
        self.address.setEnabled(wired)

"""The pages of a report as they come out of the printer, one at a time."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from jxc_desktop.printing.preview import page_count, page_picture
from jxc_desktop.widgets.icons import icon
from jxc_desktop.widgets.tokens import Space

PRINTED_DPI = 300
_SHOWN_DPI = 144


class PagesDialog(QDialog):
    """PgUp and PgDn turn the pages, Ctrl+P prints, Esc closes."""

    def __init__(self, pdf: bytes, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pdf = pdf
        self.count = page_count(pdf)
        self.number = 0
        self.setWindowTitle(title)
        self.page = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.page.setMinimumSize(320, 320)
        self.where = QLabel()
        self.where.setProperty("tone", "text2")
        self.before = QPushButton(icon("chevron-left"), self.tr("上一页"))
        self.after = QPushButton(icon("chevron-right"), self.tr("下一页"))
        self.printing = QPushButton(icon("printer", "on_accent"), self.tr("打印"))
        self.printing.setProperty("look", "main")
        self.printing.setShortcut("Ctrl+P")
        self._lay_out()
        self.before.clicked.connect(lambda: self.turn_to(self.number - 1))
        self.after.clicked.connect(lambda: self.turn_to(self.number + 1))
        self.printing.clicked.connect(self.print_pages)
        self.resize(900, 760)
        self.turn_to(0)

    def turn_to(self, number: int) -> None:
        """Show page `number`, counted from 0; beyond the ends nothing happens."""
        if not 0 <= number < self.count:
            return
        self.number = number
        self._picture = QPixmap()
        self._picture.loadFromData(page_picture(self._pdf, number, _SHOWN_DPI))
        words = self.tr("第 {page} 页，共 {count} 页").format(page=number + 1, count=self.count)
        self.where.setText(words)
        self.page.setAccessibleName(words)
        self.before.setEnabled(number > 0)
        self.after.setEnabled(number + 1 < self.count)
        self._fit()

    def print_pages(self) -> None:
        """Ask for a printer and print every page."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec():
            paint_pages(self._pdf, printer)
            self.accept()

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if arg__1.key() in steps:
            self.turn_to(self.number + steps[Qt.Key(arg__1.key())])
        else:
            super().keyPressEvent(arg__1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(Space.ROW)
        for widget in (self.before, self.after, self.where):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self.printing)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.BLOCK)
        column.addLayout(bar)
        column.addWidget(self.page, 1)

    def _fit(self) -> None:
        ratio = self.devicePixelRatioF()
        shown = self._picture.scaled(
            self.page.size() * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shown.setDevicePixelRatio(ratio)
        self.page.setPixmap(shown)


def paint_pages(pdf: bytes, printer: QPrinter) -> None:
    """Put every page of `pdf` on paper, turned as the page is."""
    painter = QPainter()
    for number in range(page_count(pdf)):
        picture = QPixmap()
        picture.loadFromData(page_picture(pdf, number, PRINTED_DPI))
        wide = picture.width() > picture.height()
        printer.setPageOrientation(
            printer.pageLayout().Orientation.Landscape
            if wide
            else printer.pageLayout().Orientation.Portrait
        )
        if number == 0:
            painter.begin(printer)
        else:
            printer.newPage()
        room = printer.pageLayout().paintRectPixels(printer.resolution())
        size = picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawPixmap(QRect(0, 0, size.width(), size.height()), picture)
    painter.end()

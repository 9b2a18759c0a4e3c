"""Pages of the manual as PDF, black on white whatever theme is on the screen."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import (
    QBuffer,
    QIODevice,
    QMarginsF,
    QObject,
    QRectF,
    QSizeF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from jxc_desktop.guide.ui.page_look import dressed
from jxc_desktop.widgets.look import font
from jxc_desktop.widgets.tokens import LIGHT, Size

_DPI = 96
"""The type is in px: so many to an inch."""
_FINER = 10
"""Dots of the PDF to each px."""
_SHEET = QPageLayout(
    QPageSize(QPageSize.PageSizeId.A4),
    QPageLayout.Orientation.Portrait,
    QMarginsF(18, 16, 18, 20),
    QPageLayout.Unit.Millimeter,
)
_HAIR = 2
"""Px at the end of a sheet into which the ground of the next line would reach."""
_FOOT = 24
"""Px from the text to the foot, where the sheet's number stands."""


class PdfDrawing(QObject):
    """Draws pages of the manual, one at each turn of the window's loop, so that nobody waits for a whole book.

    Qt lays texts out by timers, which threads without a loop of their own do not have.
    """

    done = Signal(bytes)
    """The PDF."""

    def __init__(self, texts: Sequence[str], title: str, parent: QObject) -> None:
        super().__init__(parent)
        self._steps = self._draw(texts, title)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def _step(self) -> None:
        if next(self._steps, None) is None:
            self._timer.stop()
            self.deleteLater()

    def _draw(self, texts: Sequence[str], title: str) -> Iterator[int]:
        """Yields the number of sheets so far after each page of the manual."""
        target = QBuffer()
        target.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(target)
        writer.setResolution(_FINER * _DPI)
        writer.setTitle(title)
        writer.setPageLayout(_SHEET)
        painter = QPainter(writer)
        painter.scale(_FINER, _FINER)
        sheets = 0
        for text in texts:
            for document, place in _sheets_of(text):
                if sheets:
                    writer.newPage()
                sheets += 1
                _paint(document, place, painter)
                _paint_foot(place.size(), painter, title, sheets)
            yield sheets
        painter.end()
        self.done.emit(bytes(target.data().data()))


def _sheets_of(text: str) -> Iterator[tuple[QTextDocument, QRectF]]:
    """A page of the manual laid out, with the place of each sheet in it."""
    size = QSizeF(_SHEET.paintRect(QPageLayout.Unit.Inch).size() * _DPI)
    document = dressed(text, LIGHT)
    document.setDocumentMargin(0)
    document.setPageSize(size)
    for number in range(document.pageCount()):
        yield document, QRectF(0, number * size.height(), size.width(), size.height())


def _paint(document: QTextDocument, place: QRectF, painter: QPainter) -> None:
    painter.save()
    painter.translate(0, -place.top())
    painter.setClipRect(place.adjusted(0, 0, 0, -_HAIR))
    look = QAbstractTextDocumentLayout.PaintContext()
    look.clip = place
    document.documentLayout().draw(painter, look)
    painter.restore()


def _paint_foot(size: QSizeF, painter: QPainter, title: str, number: int) -> None:
    foot = QRectF(0, size.height(), size.width(), _FOOT)
    painter.setFont(font(Size.CAPTION))
    painter.setPen(QColor(LIGHT.text3))
    painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, title)
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight, str(number))

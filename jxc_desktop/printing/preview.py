"""Pages of a PDF as pictures, for the screen and for printers that take dots only."""

from collections.abc import Iterator
from io import BytesIO
from threading import Lock

RECEIPT_DPI = 203
"""Dots per inch of receipt and label printers (8 a millimetre)."""
_pdfium = Lock()
"""PDFium must not be called from two threads at once."""


def page_count(pdf: bytes) -> int:
    """How many pages `pdf` has."""
    import pypdfium2

    with _pdfium, pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def page_pictures(pdf: bytes, dpi: int = RECEIPT_DPI) -> Iterator[bytes]:
    """Each page as PNG, drawn when asked for, so that a thousand-page report previews at once."""
    for index in range(page_count(pdf)):
        yield page_picture(pdf, index, dpi)


def page_picture(pdf: bytes, index: int = 0, dpi: int = RECEIPT_DPI) -> bytes:
    """Page `index` (from 0) as PNG."""
    import pypdfium2

    with _pdfium, pypdfium2.PdfDocument(pdf) as document:
        picture = document[index].render(scale=dpi / 72).to_pil()
    target = BytesIO()
    picture.save(target, "PNG", dpi=(dpi, dpi))
    return target.getvalue()

"""Labels as label printers take them: TSPL (TSC, 佳博, 汉印 …) and ZPL (斑马).

The whole label is drawn here and sent as dots, because hardly any label printer has the shop's characters.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from jxc_desktop.printing.label import Label, LabelStock, label_pdf
from jxc_desktop.printing.preview import RECEIPT_DPI, page_picture

if TYPE_CHECKING:
    from PIL.Image import Image

GAP = 2
"""Millimetres between two labels of a roll."""
_DARK = 128
"""Shades below are printed: thin strokes stay whole, bars stay apart."""


@dataclass(frozen=True, slots=True)
class Dots:
    """A label as rows of bits, eight to a byte from the left; a set bit is a black dot."""

    width: int
    """Dots across, a multiple of eight."""
    height: int
    rows: bytes


def tspl(labels: Iterable[Label], stock: LabelStock) -> bytes:
    """Each label as a TSPL form; there a bit that is not set is black."""
    found = [f"SIZE {stock.width:g} mm,{stock.height:g} mm\r\nGAP {GAP} mm,0 mm\r\n".encode()]
    for label in labels:
        dots = dots_of(label, stock)
        head = f"CLS\r\nBITMAP 0,0,{dots.width // 8},{dots.height},0,"
        white = bytes(byte ^ 0xFF for byte in dots.rows)
        found += [head.encode(), white, f"\r\nPRINT 1,{label.copies}\r\n".encode()]
    return b"".join(found)


def zpl(labels: Iterable[Label], stock: LabelStock) -> bytes:
    """Each label as a ZPL form; there a set bit is black."""
    return b"".join(_zpl(label, dots_of(label, stock)) for label in labels)


def _zpl(label: Label, dots: Dots) -> bytes:
    size, across = len(dots.rows), dots.width // 8
    return (
        f"^XA^PW{dots.width}^LL{dots.height}^LH0,0^FO0,0"
        f"^GFA,{size},{size},{across},{dots.rows.hex().upper()}^FS^PQ{label.copies}^XZ\r\n"
    ).encode()


def dots_of(label: Label, stock: LabelStock) -> Dots:
    """The label at the dots of a label printer."""
    once = Label(label.name, label.price, label.code, label.details)
    return _dots(_picture(page_picture(label_pdf([once], stock), dpi=RECEIPT_DPI)))


def _picture(png: bytes) -> "Image":
    from PIL import Image

    return Image.open(BytesIO(png)).convert("L")


def _dots(picture: "Image") -> Dots:
    """Black and white, widened to whole bytes with white."""
    from PIL import Image

    width = -(-picture.width // 8) * 8
    sheet = Image.new("L", (width, picture.height), 255)
    sheet.paste(picture, (0, 0))
    black = sheet.point(lambda shade: 255 if shade < _DARK else 0, mode="1")
    return Dots(width, picture.height, black.tobytes())

"""The shop's own font for PDFs and raster lines, loaded once."""

from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from jxc_desktop.core.paths import resource

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

REGULAR = "JXCSansSC-Regular"
BOLD = "JXCSansSC-Bold"
_loading = Lock()


@cache
def _register() -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for name in (REGULAR, BOLD):
        pdfmetrics.registerFont(TTFont(name, str(resource("fonts", f"{name}.ttf"))))


def use_pdf_fonts() -> None:
    """Make REGULAR and BOLD known to reportlab; harmless to repeat, from any thread."""
    with _loading:
        _register()


@cache
def raster_font(bold: bool, dots: int) -> "FreeTypeFont":
    """The font for drawing on a bitmap, an em of `dots`."""
    from PIL import ImageFont

    return ImageFont.truetype(resource("fonts", f"{BOLD if bold else REGULAR}.ttf"), dots)


@cache
def _outlines() -> frozenset[int]:
    from reportlab.pdfbase import pdfmetrics

    use_pdf_fonts()
    font: Any = pdfmetrics.getFont(REGULAR)
    return frozenset(font.face.charToGlyph)


def drawable(text: str) -> str:
    """`text` with □ for each character that the font has no outline for (emoji, rarest hanzi)."""
    if text.isascii():
        return text
    outlines = _outlines()
    return "".join(mark if ord(mark) in outlines else "□" for mark in text)


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Points that `text` takes at `size` points."""
    from reportlab.pdfbase import pdfmetrics

    width: float = pdfmetrics.stringWidth(text, BOLD if bold else REGULAR, size)
    return width

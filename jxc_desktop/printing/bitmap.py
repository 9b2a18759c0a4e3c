"""Drawing lines and codes dot by dot, for what a printer's own font or firmware cannot do."""

from typing import TYPE_CHECKING

from jxc_desktop.printing.codes import QR_DOTS, QUIET_MODULES, code128_modules, qr_modules
from jxc_desktop.printing.fonts import drawable, raster_font
from jxc_desktop.printing.layout import Piece, TextLine

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

COLUMN = 12
"""Dots a column is wide; a Chinese character is 24 by 24."""
LINE = 30
"""Dots from line to line."""
WHITE = 255
CODE_HEIGHT = 64


def text_bitmap(line: TextLine, columns: int) -> "Image":
    """A set line in the shop's font, black on white."""
    from PIL import Image, ImageDraw

    scale = 2 if line.big else 1
    image = Image.new("L", (columns * COLUMN, LINE * scale), WHITE)
    draw = ImageDraw.Draw(image)
    for piece in line.pieces:
        _draw_piece(draw, piece, scale, line.bold)
    return image.point(lambda shade: 0 if shade < 160 else WHITE, mode="1")  # noqa: PLR2004  crisp strokes


def _draw_piece(draw: "ImageDraw", piece: Piece, scale: int, bold: bool) -> None:
    text = drawable(piece.text)
    font = raster_font(bold, 2 * COLUMN * scale)
    room = piece.columns * COLUMN * scale
    spare = room - font.getlength(text)
    shift = {"left": 0.0, "right": spare, "centre": spare / 2}[piece.align]
    baseline = LINE * scale - 7 * scale
    draw.text((piece.start * COLUMN * scale + max(shift, 0), baseline), text, 0, font, anchor="ls")


def rule_bitmap(columns: int, double: bool) -> "Image":
    """A line across, or two."""
    from PIL import Image, ImageDraw

    width = columns * COLUMN
    image = Image.new("1", (width, 18), WHITE)
    draw = ImageDraw.Draw(image)
    for top in (6, 11) if double else (8,):
        draw.rectangle((0, top, width, top + 1), fill=0)
    return image


def code128_bitmap(text: str, dots: int) -> "Image | None":
    """Code 128 of `text` centred on `dots`, bars of two or three dots; None where it does not fit."""
    from PIL import Image

    bars = code128_modules(text)
    module = min(dots // (len(bars) + 2 * QUIET_MODULES), 3)
    if module < 2:  # noqa: PLR2004  one dot (0.125 mm) is finer than scanners read
        return None
    row = Image.frombytes("L", (len(bars), 1), _shades(bars))
    return _centred(row.resize((len(bars) * module, CODE_HEIGHT), 0), dots)


def qr_bitmap(text: str, dots: int) -> "Image":
    """A QR code of medium correction, at most half the paper wide, centred on `dots`."""
    from PIL import Image

    rows = qr_modules(text)
    side = len(rows)
    square = Image.frombytes("L", (side, side), b"".join(map(_shades, rows)))
    scale = max(min(dots // 2, QR_DOTS) // side, 1)
    return _centred(square.resize((side * scale, side * scale), 0), dots)


def _shades(modules: tuple[bool, ...]) -> bytes:
    return bytes(0 if dark else WHITE for dark in modules)


def _centred(image: "Image", dots: int) -> "Image":
    from PIL import Image

    sheet = Image.new("1", (dots, image.height), WHITE)
    sheet.paste(image, ((dots - image.width) // 2, 0))
    return sheet

"""Putting text into a given room of a PDF page without losing any of it."""

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from jxc_desktop.printing.fonts import BOLD, REGULAR, drawable, text_width
from jxc_desktop.printing.slip import Align
from jxc_desktop.printing.width import clean, wrap

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MM = 72 / 25.4
"""Points in a millimetre."""
NARROWEST = 0.75
"""Text is squeezed no further before it goes on two lines."""
SMALLER = 0.8
"""Size of text on two lines, against the size of one."""
DROP = 0.36
"""How far below the middle of its box a line's baseline lies, in ems."""


def printable(text: str) -> str:
    """`text` washed, and with □ for what the font lacks."""
    return drawable(clean(text))


@lru_cache(maxsize=16384)
def unit_width(mark: str, bold: bool) -> float:
    """Ems that one character takes."""
    return text_width(mark, 1.0, bold)


def broken(text: str, room: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """`text` in lines of at most `room` points."""
    return wrap(text, room / size, lambda mark: unit_width(mark, bold))


class Box(NamedTuple):
    """A room on the page in points; `top` is its upper edge."""

    left: float
    top: float
    width: float
    height: float


class Ink(NamedTuple):
    """How text is drawn."""

    size: float
    align: Align = "left"
    bold: bool = False


def draw_line(
    canvas: "Canvas", text: str, left: float, baseline: float, room: float, ink: Ink
) -> None:
    """One line in `room` points from `left`; too long a text is squeezed as far as it must."""
    name = BOLD if ink.bold else REGULAR
    width = text_width(text, ink.size, ink.bold)
    if width > room:
        pen = canvas.beginText(left, baseline)
        pen.setFont(name, ink.size)
        pen.setHorizScale(100 * room / width)
        pen.textOut(text)
        pen.setHorizScale(100)  # else all later text stays narrow
        canvas.drawText(pen)
        return
    canvas.setFont(name, ink.size)
    shift = {"left": 0.0, "right": room - width, "centre": (room - width) / 2}[ink.align]
    canvas.drawString(left + shift, baseline, text)


def draw_cell(canvas: "Canvas", text: str, box: Box, ink: Ink) -> None:
    """Text in a box of a table: one line if it fits (squeezed a little), else two smaller ones."""
    text = printable(text)
    if not text:
        return
    middle = box.top - box.height / 2
    if ink.align == "right" or text_width(text, ink.size, ink.bold) * NARROWEST <= box.width:
        draw_line(canvas, text, box.left, middle - ink.size * DROP, box.width, ink)
        return
    small = ink._replace(size=ink.size * SMALLER)
    first, rest = _halves(text, box.width, small)
    upper = middle + small.size * 0.12
    draw_line(canvas, first, box.left, upper, box.width, small)
    draw_line(canvas, rest, box.left, upper - small.size * 1.08, box.width, small)


def _halves(text: str, room: float, ink: Ink) -> tuple[str, str]:
    """Two lines of `text`; what is too long for both is shared between them, to be squeezed."""
    lines = broken(text, room, ink.size, ink.bold)
    if len(lines) > 2:  # noqa: PLR2004
        half = text_width(text, ink.size, ink.bold) * 0.55
        lines = broken(text, half, ink.size, ink.bold)
    first = lines[0]
    return first, text[len(first) :].lstrip()

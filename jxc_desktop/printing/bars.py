"""Drawing codes on a PDF page so that printers hit the right dots."""

from itertools import groupby
from typing import TYPE_CHECKING

from jxc_desktop.printing.codes import Modules
from jxc_desktop.printing.typeset import MM

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

DOT = MM / 8
"""A dot of receipt and label printers, in points."""
HAIR = DOT / 16


def draw_bars(
    canvas: "Canvas", bars: Modules, left: float, bottom: float, module: float, height: float
) -> None:
    """Upright bars from the dot nearest to `left`.

    Each is a hair narrower than it is: rasterisers fill every dot that is touched, and a rounded coordinate
    would make a bar of two dots one of three.
    """
    at = round(left / DOT) * DOT
    for dark, run in groupby(bars):
        width = len(list(run)) * module
        if dark:
            canvas.rect(at + HAIR, bottom, width - 2 * HAIR, height, stroke=0, fill=1)
        at += width


def draw_square(
    canvas: "Canvas", rows: tuple[Modules, ...], left: float, top: float, side: float
) -> None:
    """A QR code of `side` points below `top`; neighbours touch, so no white lines show."""
    module = side / len(rows)
    for index, row in enumerate(rows, start=1):
        at = left
        for dark, run in groupby(row):
            width = len(list(run)) * module
            if dark:
                canvas.rect(at, top - index * module, width, module, stroke=0, fill=1)
            at += width

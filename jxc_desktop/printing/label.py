"""Price tags and barcode labels: on rolls one PDF page each, as large as the label; on sheets as many as fit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from jxc_desktop.printing.bars import draw_bars
from jxc_desktop.printing.code128 import can_be_code128
from jxc_desktop.printing.codes import Modules, code128_modules, ean13_modules
from jxc_desktop.printing.fonts import text_width, use_pdf_fonts
from jxc_desktop.printing.typeset import MM, Ink, broken, draw_line, printable

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MODULE = 0.25 * MM
"""Two dots at 203 dpi, the narrowest bar that till scanners read for certain."""
MARGIN = 1.5 * MM
GAP = 0.8 * MM
QUIET = 11 * MODULE
DIGITS_SIZE = 7.0
LEAST_BAR = 8 * MM
SHEET = (210.0, 297.0)
"""A4 in mm."""
EDGE = 8.0
"""Millimetres at the rim of a sheet that office printers leave white."""
_CUT = 0.2


@dataclass(frozen=True, slots=True)
class LabelStock:
    """Labels of a roll in mm; sizes of name and price in points."""

    name: str
    width: float
    height: float
    text_size: float = 8.5
    price_size: float = 15.0


STOCKS = {
    stock.name: stock
    for stock in (
        LabelStock("40×30", 40, 30),
        LabelStock("50×30", 50, 30, 9.0, 16.0),
        LabelStock("60×40", 60, 40, 10.5, 20.0),
        LabelStock("70×38", 70, 38, 10.5, 26.0),
        LabelStock("90×38", 90, 38, 12.0, 28.0),
        LabelStock("32×19", 32, 19, 6.5, 9.0),
    )
}


@dataclass(frozen=True, slots=True)
class Label:
    """What stands on one label, as finished text; `price` bears its sign and unit (￥5.80/瓶).

    `details` are short lines under the name (规格, 产地, 等级, 会员价); those that find no room are left out,
    name, price and barcode never. `code` is an EAN-13 or any printable ASCII.
    """

    name: str
    price: str
    code: str = ""
    details: tuple[str, ...] = ()
    copies: int = 1


def label_pdf(labels: Iterable[Label], stock: LabelStock) -> bytes:
    """A page for each copy of each label."""
    target = BytesIO()
    canvas = _canvas(target, stock.width, stock.height)
    for label in labels:
        for _ in range(label.copies):
            _draw(canvas, label, stock)
            canvas.showPage()
    canvas.save()
    return target.getvalue()


def label_sheet_pdf(labels: Iterable[Label], stock: LabelStock) -> bytes:
    """The copies of all labels side by side on A4, with lines to cut along."""
    target = BytesIO()
    canvas = _canvas(target, *SHEET)
    places = _places(stock)
    copies = [label for label in labels for _ in range(label.copies)]
    for number, label in enumerate(copies):
        if number and number % len(places) == 0:
            canvas.showPage()
        left, bottom = places[number % len(places)]
        canvas.saveState()
        canvas.translate(left * MM, bottom * MM)
        canvas.setLineWidth(_CUT)
        canvas.rect(0, 0, stock.width * MM, stock.height * MM)
        _draw(canvas, label, stock)
        canvas.restoreState()
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def _places(stock: LabelStock) -> list[tuple[float, float]]:
    """Where labels stand on a sheet in mm from its lower left, row by row from the top, the block centred."""
    width, height = SHEET
    across = int((width - 2 * EDGE) // stock.width)
    down = int((height - 2 * EDGE) // stock.height)
    left, top = (width - across * stock.width) / 2, (height + down * stock.height) / 2
    return [
        (left + column * stock.width, top - (row + 1) * stock.height)
        for row in range(down)
        for column in range(across)
    ]


def _canvas(target: BytesIO, width: float, height: float) -> "Canvas":
    """Pages of so many mm."""
    from reportlab.pdfgen.canvas import Canvas

    use_pdf_fonts()
    return Canvas(target, pagesize=(width * MM, height * MM), invariant=1)


def _draw(canvas: "Canvas", label: Label, stock: LabelStock) -> None:
    """Name from the top, barcode from the bottom, price above it, details in what is left."""
    bottom = MARGIN + _draw_code(canvas, label.code, stock) if label.code else MARGIN
    room = stock.width * MM - 2 * MARGIN
    price = Ink(stock.price_size, "right", bold=True)
    draw_line(canvas, printable(label.price), MARGIN, bottom + price.size * 0.2, room, price)
    ceiling = bottom + stock.price_size * 1.1
    top = _draw_name(canvas, label.name, stock, ceiling)
    _draw_details(canvas, label.details, stock, top, ceiling)


def _draw_name(canvas: "Canvas", name: str, stock: LabelStock, ceiling: float) -> float:
    """At most two lines, the second squeezed; returns where the next line begins."""
    size, room = stock.text_size, stock.width * MM - 2 * MARGIN
    text = printable(name)
    lines: Sequence[str] = broken(text, room, size, bold=True)
    top = stock.height * MM - MARGIN
    if len(lines) > 1 and top - 2.3 * size < ceiling:
        lines = (text,)
    elif len(lines) > 1:
        lines = (lines[0], text[len(lines[0]) :].lstrip())
    for line in lines:
        draw_line(canvas, line, MARGIN, top - size, room, Ink(size, bold=True))
        top -= size * 1.18
    return top


def _draw_details(
    canvas: "Canvas", details: Iterable[str], stock: LabelStock, top: float, ceiling: float
) -> None:
    """Side by side and below each other above the price, as many as fit."""
    size = stock.text_size * 0.82
    room = stock.width * MM - 2 * MARGIN
    for line in _flowed(details, room, size):
        if top - size < ceiling:
            return
        draw_line(canvas, line, MARGIN, top - size, room, Ink(size))
        top -= size * 1.2


def _flowed(details: Iterable[str], room: float, size: float) -> list[str]:
    lines: list[str] = []
    for detail in map(printable, details):
        longer = f"{lines[-1]}　{detail}" if lines else ""
        if lines and text_width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(detail)
    return lines


def _draw_code(canvas: "Canvas", code: str, stock: LabelStock) -> float:
    """Bars with the digits below, centred; returns their height. Too wide a code is text only."""
    width = stock.width * MM
    bars = _bars(code)
    draw_line(canvas, printable(code), 0, MARGIN, width, Ink(DIGITS_SIZE, "centre"))
    if not bars or len(bars) * MODULE + 2 * QUIET > width:
        return DIGITS_SIZE * 1.3
    height = _bar_height(stock)
    left = (width - len(bars) * MODULE) / 2
    draw_bars(canvas, bars, left, MARGIN + DIGITS_SIZE, MODULE, height)
    return DIGITS_SIZE + height + GAP


def _bar_height(stock: LabelStock) -> float:
    """A quarter of the label, at least 8 mm, but what a line of name and the price leave."""
    taken = 2 * MARGIN + DIGITS_SIZE + stock.price_size * 1.2 + stock.text_size * 1.2 + GAP
    return min(max(stock.height * MM * 0.25, LEAST_BAR), stock.height * MM - taken)


def _bars(code: str) -> Modules:
    ean = ean13_modules(code)
    if ean or not can_be_code128(code):
        return ean
    return code128_modules(code)


def label_width_needed(code: str) -> float:
    """Millimetres of label that `code` needs to be scanned; a narrower label bears text only."""
    return (len(_bars(code)) * MODULE + 2 * QUIET) / MM

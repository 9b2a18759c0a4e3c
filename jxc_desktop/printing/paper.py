"""A slip as a PDF page as wide as the roll and as long as needed: preview, e-mail, PDF folder."""

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING

from jxc_desktop.printing.bars import DOT, draw_bars, draw_square
from jxc_desktop.printing.code128 import can_be_code128
from jxc_desktop.printing.codes import QR_DOTS, QUIET_MODULES, code128_modules, qr_modules
from jxc_desktop.printing.fonts import BOLD, REGULAR, drawable, text_width, use_pdf_fonts
from jxc_desktop.printing.layout import Piece, RuleLine, Set, TextLine, lay_out
from jxc_desktop.printing.slip import Barcode, Cut, Drawer, Feed, Qr, Roll, Slip
from jxc_desktop.printing.typeset import MM

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

COLUMN = 12 * DOT
LINE = 30 * DOT
EM = 24 * DOT
BARCODE_HEIGHT = 8 * MM
EDGE = 3 * MM
"""Blank paper above and below."""


def slip_pdf(slip: Slip, roll: Roll) -> bytes:
    """`slip` as PDF, one page a copy; the same slip gives the same bytes."""
    from reportlab.pdfgen.canvas import Canvas

    use_pdf_fonts()
    parts = lay_out(slip, roll.columns)
    height = sum(_height(part, roll) for part in parts) + 2 * EDGE
    target = BytesIO()
    canvas = Canvas(target, pagesize=(roll.width_mm * MM, height), invariant=1)
    canvas.setTitle(slip.title)
    for _ in range(max(slip.copies, 1)):
        _draw_page(canvas, parts, roll, height)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _draw_page(canvas: "Canvas", parts: Iterable[Set], roll: Roll, height: float) -> None:
    canvas.translate((roll.width_mm * MM - roll.dots * DOT) / 2, height - EDGE)
    for part in parts:
        _draw(canvas, part, roll)
        canvas.translate(0, -_height(part, roll))


def _height(part: Set, roll: Roll) -> float:
    match part:
        case TextLine():
            return 2 * LINE if part.big else LINE
        case RuleLine():
            return LINE * 0.7
        case Feed():
            return LINE * part.lines
        case Barcode():
            return BARCODE_HEIGHT + LINE * 1.2
        case Qr():
            return _qr_side(roll) + LINE / 3
        case Cut() | Drawer():
            return 0.0


def _draw(canvas: "Canvas", part: Set, roll: Roll) -> None:
    """Draw `part` below the origin."""
    match part:
        case TextLine():
            for piece in part.pieces:
                _draw_piece(canvas, piece, part)
        case RuleLine():
            _draw_rule(canvas, part, roll)
        case Barcode():
            _draw_barcode(canvas, part.text, roll)
        case Qr():
            _draw_qr(canvas, part.text, roll)
        case Feed() | Cut() | Drawer():
            pass


def _draw_piece(canvas: "Canvas", piece: Piece, line: TextLine) -> None:
    scale = 2 if line.big else 1
    text, size = drawable(piece.text), EM * scale
    room, width = piece.columns * COLUMN * scale, text_width(text, size, line.bold)
    squeeze = min(room / width, 1.0) if width else 1.0
    spare = room - width * squeeze
    shift = {"left": 0.0, "right": spare, "centre": spare / 2}[piece.align]
    pen = canvas.beginText(piece.start * COLUMN * scale + shift, -LINE * scale + 7 * DOT * scale)
    pen.setFont(BOLD if line.bold else REGULAR, size)
    pen.setHorizScale(100 * squeeze)
    pen.textOut(text)
    pen.setHorizScale(100)
    canvas.drawText(pen)


def _draw_rule(canvas: "Canvas", rule: RuleLine, roll: Roll) -> None:
    middle, width = -LINE * 0.35, roll.dots * DOT
    canvas.setLineWidth(0.6)
    for shift in (0.9, -0.9) if rule.double else (0.0,):
        canvas.line(0, middle + shift, width, middle + shift)


def _draw_barcode(canvas: "Canvas", text: str, roll: Roll) -> None:
    width = roll.dots * DOT
    if can_be_code128(text):
        bars = code128_modules(text)
        modules = len(bars) + 2 * QUIET_MODULES
        module = min(roll.dots // modules, 3) * DOT or width / modules
        left = (width - len(bars) * module) / 2
        draw_bars(canvas, bars, left, -BARCODE_HEIGHT, module, BARCODE_HEIGHT)
    caption = Piece(text, 0, roll.columns, "centre")
    canvas.saveState()
    canvas.translate(0, -BARCODE_HEIGHT)
    _draw_piece(canvas, caption, TextLine((caption,)))
    canvas.restoreState()


def _draw_qr(canvas: "Canvas", text: str, roll: Roll) -> None:
    side = _qr_side(roll)
    draw_square(canvas, qr_modules(text), (roll.dots * DOT - side) / 2, 0, side)


def _qr_side(roll: Roll) -> float:
    return min(roll.dots // 2, QR_DOTS) * DOT

"""A slip as ESC/POS bytes for receipt printers, through python-escpos.

Text goes in the printer's own charset; a line with a character outside its font goes as a picture, and so
does everything on a printer without Chinese (`Charset.RASTER`).
"""

import os
import shutil
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from jxc_desktop.printing import bitmap, code128
from jxc_desktop.printing.layout import RuleLine, Set, TextLine, lay_out, reprint_text
from jxc_desktop.printing.slip import Barcode, Cut, Drawer, Feed, Line, Qr, Roll, Slip

if TYPE_CHECKING:
    from PIL.Image import Image

CHINESE_MODE = b"\x1c&"
DRAWER_PULSE = [27, 112, 0, 25, 250]
"""ESC p: pin 2, 50 ms on, 500 ms off."""
TEAR_OFF_LINES = 5
QR_MODULE_DOTS = 5
_PROFILES = {Roll.MM58: "POS-5890", Roll.MM80: "NT-80-V-UL", Roll.MM80_42: "NT-80-V-UL"}


class Charset(StrEnum):
    """How the printer takes Chinese; set at the printer, so asked of the shop."""

    GB18030 = "gb18030"
    GBK = "gbk"
    UTF8 = "utf-8"
    RASTER = "raster"


def encode(slip: Slip, roll: Roll, charset: Charset, *, knife: bool = True) -> bytes:
    """All copies of `slip` as one stream. The drawer is left out: see `drawer_kick`."""
    tape = _Tape(roll, charset, knife)
    parts = lay_out(slip, roll.columns)
    for _ in range(max(slip.copies, 1)):
        tape.start()
        for part in parts:
            tape.put(part)
    return tape.output


def drawer_kick() -> bytes:
    """The pulse that opens the drawer, to be sent once, ahead of the paper."""
    printer = _dummy(Roll.MM58)
    printer.cashdraw(DRAWER_PULSE)
    output: bytes = printer.output
    return output


def reprint_mark(count: int, roll: Roll, charset: Charset) -> bytes:
    """The line 补打 to send ahead of bytes that may have reached the paper before."""
    mark = Line(reprint_text(count), bold=True, centred=True)
    tape = _Tape(roll, charset, knife=False)
    tape.start()
    for part in lay_out(Slip("", (mark,)), roll.columns):
        tape.put(part)
    return tape.output


class _Tape:
    """Collects the bytes of one job; remembers the printer's state so that nothing is sent twice."""

    def __init__(self, roll: Roll, charset: Charset, knife: bool) -> None:
        self._printer = _dummy(roll)
        self._roll = roll
        self._charset = charset
        self._knife = knife
        self._style = (False, False)

    @property
    def output(self) -> bytes:
        collected: bytes = self._printer.output
        return collected

    def start(self) -> None:
        self._printer.hw("INIT")
        self._style = (False, False)
        if self._charset in {Charset.GB18030, Charset.GBK}:
            self._raw(CHINESE_MODE)

    def put(self, part: Set) -> None:
        match part:
            case TextLine():
                self._put_line(part)
            case RuleLine():
                self._put_rule(part)
            case Barcode():
                self._put_barcode(part.text)
            case Qr():
                self._put_qr(part.text)
            case Feed():
                self._raw(b"\n" * part.lines)
            case Cut():
                self._put_cut()
            case Drawer():
                pass

    def _put_line(self, line: TextLine) -> None:
        text = line.text
        if _in_printer_font(text, self._charset):
            self._set_style(line.bold, line.big)
            self._raw(text.encode(self._charset) + b"\n")
        else:
            self._put_image(bitmap.text_bitmap(line, self._roll.columns))

    def _put_rule(self, rule: RuleLine) -> None:
        if self._charset is Charset.RASTER:
            self._put_image(bitmap.rule_bitmap(self._roll.columns, rule.double))
            return
        self._set_style(False, False)
        self._raw((b"=" if rule.double else b"-") * self._roll.columns + b"\n")

    def _put_barcode(self, text: str) -> None:
        module = min(self._roll.dots // code128.modules(text), 3)
        if not code128.can_be_code128(text) or module < 2:  # noqa: PLR2004  too long for the paper
            self._put_centred_text(text)
        elif self._charset is Charset.RASTER:
            self._put_raster_barcode(text)
        else:
            self._put_native_barcode(text, module)

    def _put_centred_text(self, text: str) -> None:
        for part in lay_out(Slip("", (Line(text, centred=True),)), self._roll.columns):
            self.put(part)

    def _put_raster_barcode(self, text: str) -> None:
        image = bitmap.code128_bitmap(text, self._roll.dots)
        if image is not None:
            self._put_image(image)
        self._put_centred_text(text)

    def _put_native_barcode(self, text: str, module: int) -> None:
        """`Escpos.barcode` reports to standard output, which belongs to the machine interface."""
        from escpos import constants

        data = code128.printer_data(text)
        self._set_style(False, False)
        self._printer.set(align="center")
        self._raw(constants.BARCODE_HEIGHT + bytes([bitmap.CODE_HEIGHT]))
        self._raw(constants.BARCODE_WIDTH + bytes([module]))
        self._raw(constants.BARCODE_FONT_A + constants.BARCODE_TXT_BLW)
        self._raw(constants.BARCODE_TYPES["B"]["CODE128"] + bytes([len(data)]) + data)
        self._printer.set(align="left")

    def _put_qr(self, text: str) -> None:
        if self._charset is Charset.RASTER:
            self._put_image(bitmap.qr_bitmap(text, self._roll.dots))
            return
        self._printer.set(align="center")
        self._printer.qr(text, ec=1, size=QR_MODULE_DOTS, native=True)
        self._printer.set(align="left")

    def _put_cut(self) -> None:
        if self._knife:
            self._printer.cut(feed=False)
        else:
            self._raw(b"\n" * TEAR_OFF_LINES)

    def _put_image(self, image: "Image") -> None:
        self._set_style(False, False)
        self._printer.image(image)

    def _set_style(self, bold: bool, big: bool) -> None:
        if (bold, big) == self._style:
            return
        times = 2 if big else 1
        self._printer.set(bold=bold, custom_size=True, width=times, height=times)
        self._style = (bold, big)

    def _raw(self, data: bytes) -> None:
        self._printer._raw(data)  # noqa: SLF001  the library's documented door for ready bytes


def _in_printer_font(text: str, charset: Charset) -> bool:
    """Whether the printer's font has all of `text`: GBK, in whichever charset it is sent.

    GB18030 encodes every character, but the fonts hold those of two bytes.
    """
    if charset is Charset.RASTER:
        return False
    try:
        text.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def _dummy(roll: Roll) -> Any:
    _load_library()
    from escpos.printer import Dummy

    return Dummy(profile=_PROFILES[roll])


@cache
def _load_library() -> None:
    """Import python-escpos, and sweep up the temporary folder it leaves at each start."""
    from escpos import capabilities

    if "ESCPOS_CAPABILITIES_PICKLE_DIR" not in os.environ:
        shutil.rmtree(capabilities.pickle_dir, ignore_errors=True)

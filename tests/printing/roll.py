"""A receipt printer made of Python: reads ESC/POS bytes and tells what would stand on the paper."""

from dataclasses import dataclass, field

from PIL import Image


@dataclass
class PaperLine:
    text: str
    bold: bool
    big: bool


@dataclass
class Paper:
    lines: list[PaperLine] = field(default_factory=list)
    images: list[Image.Image] = field(default_factory=list)
    barcodes: list[str] = field(default_factory=list)
    module_dots: list[int] = field(default_factory=list)
    qrs: list[str] = field(default_factory=list)
    cuts: int = 0
    kicks: int = 0
    resets: int = 0
    chinese_modes: int = 0

    @property
    def texts(self) -> list[str]:
        return [line.text for line in self.lines]

    def picture(self) -> Image.Image:
        """All raster images below each other."""
        width = max(image.width for image in self.images)
        sheet = Image.new("L", (width, sum(image.height for image in self.images)), 255)
        top = 0
        for image in self.images:
            sheet.paste(image, (0, top))
            top += image.height
        return sheet


def printed(data: bytes, charset: str = "gb18030") -> Paper:
    """Run `data` through the printer; an unknown command fails loudly."""
    printer = _Printer(data, charset)
    printer.run()
    return printer.paper


class _Printer:
    def __init__(self, data: bytes, charset: str) -> None:
        self.paper = Paper()
        self._data = data
        self._charset = charset
        self._at = 0
        self._text = bytearray()
        self._bold = self._big = False

    def run(self) -> None:
        while self._at < len(self._data):
            if self._data[self._at] in b"\x1b\x1c\x1d":
                self._command()
            else:
                self._character(self._take(1))
        assert not self._text, "the last line was never printed"

    def _take(self, count: int) -> bytes:
        part = self._data[self._at : self._at + count]
        assert len(part) == count, "the stream ends within a command"
        self._at += count
        return part

    def _character(self, byte: bytes) -> None:
        if byte != b"\n":
            assert byte >= b" ", f"control character {byte!r} on the paper"
            self._text += byte
            return
        text = self._text.decode(self._charset)
        self.paper.lines.append(PaperLine(text, self._bold, self._big))
        self._text.clear()

    def _command(self) -> None:
        code = self._take(2)
        known = {
            b"\x1b@": self._reset,
            b"\x1c&": self._chinese,
            b"\x1ba": lambda: self._take(1),
            b"\x1bE": self._set_bold,
            b"\x1d!": self._set_size,
            b"\x1bp": self._kick,
            b"\x1dV": self._cut,
            b"\x1dv": self._raster,
            b"\x1dh": lambda: self._take(1),
            b"\x1dH": lambda: self._take(1),
            b"\x1df": lambda: self._take(1),
            b"\x1dw": lambda: self.paper.module_dots.append(self._take(1)[0]),
            b"\x1dk": self._barcode,
            b"\x1d(": self._qr,
        }
        assert code in known, f"unknown command {code!r}"
        known[code]()

    def _reset(self) -> None:
        self.paper.resets += 1
        self._bold = self._big = False

    def _chinese(self) -> None:
        self.paper.chinese_modes += 1

    def _set_bold(self) -> None:
        self._bold = bool(self._take(1)[0])

    def _set_size(self) -> None:
        self._big = {0x00: False, 0x11: True}[self._take(1)[0]]

    def _kick(self) -> None:
        assert self._take(3) == bytes([0, 25, 250])
        self.paper.kicks += 1

    def _cut(self) -> None:
        assert self._take(2) == b"B\x00"
        self.paper.cuts += 1

    def _raster(self) -> None:
        assert self._take(2) == b"0\x00"
        wide_low, wide_high, high_low, high_high = self._take(4)
        width, height = wide_low + 256 * wide_high, high_low + 256 * high_high
        inverted = bytes(255 - byte for byte in self._take(width * height))
        self.paper.images.append(Image.frombytes("1", (width * 8, height), inverted).convert("L"))

    def _barcode(self) -> None:
        kind, length = self._take(2)
        assert kind == 73
        self.paper.barcodes.append(_code128(self._take(length)))

    def _qr(self) -> None:
        kind, low, high = self._take(3)
        assert kind == ord("k")
        body = self._take(low + 256 * high)
        if body[1] == 80:
            self.paper.qrs.append(body[3:].decode())


def _code128(data: bytes) -> str:
    """What the bars say, from the sets B and C."""
    text, code_set, at = "", "", 0
    while at < len(data):
        if data[at : at + 1] == b"{" and data[at + 1 : at + 2] in (b"B", b"C"):
            code_set = data[at + 1 : at + 2].decode()
            at += 2
        elif code_set == "C":
            assert data[at] < 100
            text += f"{data[at]:02}"
            at += 1
        elif data[at : at + 2] == b"{{":
            text += "{"
            at += 2
        else:
            assert code_set == "B"
            text += chr(data[at])
            at += 1
    return text

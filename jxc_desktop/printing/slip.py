"""A slip: what shall stand on a roll of receipt paper, without saying which printer prints it."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Literal

Align = Literal["left", "right", "centre"]


class Roll(StrEnum):
    """The receipt papers in trade; some 80 mm printers hold 42 columns only."""

    MM58 = "58"
    MM80 = "80"
    MM80_42 = "80/42"

    @property
    def columns(self) -> int:
        """Columns of font A; a Chinese character takes two."""
        return {"58": 32, "80": 48, "80/42": 42}[self.value]

    @property
    def dots(self) -> int:
        """Printable dots; font A is 12 wide, at 203 dpi 8 dots make a millimetre."""
        return self.columns * 12

    @property
    def width_mm(self) -> int:
        """Width of the paper itself."""
        return int(self.value[:2])


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `left` from the left edge, `right` to the right edge; wraps when both do not fit."""

    left: str = ""
    right: str = ""
    bold: bool = False
    big: bool = False
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the paper."""

    double: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of a row, `columns` wide; 0 takes what the others leave (shared, if several are 0)."""

    text: str
    columns: int = 0
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side; a cell too narrow for its text wraps below itself."""

    cells: tuple[Cell, ...]
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, wrapped to the paper; line breaks in it are kept."""

    text: str
    align: Align = "left"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Barcode:
    """Code 128 of printable ASCII with the text below, centred."""

    text: str


@dataclass(frozen=True, slots=True)
class Qr:
    """A QR code, centred, with `caption` below."""

    text: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """Blank lines."""

    lines: int = 1


@dataclass(frozen=True, slots=True)
class Cut:
    """Cut the paper here; ignored by printers without a knife."""


@dataclass(frozen=True, slots=True)
class Drawer:
    """Kick the cash drawer open. Never repeated by a second copy or a reprint."""


Element = Line | Rule | Row | Paragraph | Barcode | Qr | Feed | Cut | Drawer


@dataclass(frozen=True, slots=True)
class Slip:
    """`title` stands on top, big and centred; `reprint` counts how often this was printed before."""

    title: str
    elements: tuple[Element, ...] = field(default=())
    copies: int = 1
    reprint: int = 0

    def as_reprint(self, count: int) -> "Slip":
        """The same slip marked 补打 for the `count`-th time; it opens no drawer."""
        kept = tuple(each for each in self.elements if not isinstance(each, Drawer))
        return replace(self, elements=kept, reprint=count)

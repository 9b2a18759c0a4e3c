"""Pole displays (顾客显示屏): two rows of twenty columns, by the commands of CD5220, which most of them know.

ESC @ begins anew, ESC Q A and ESC Q B write the upper and the lower row, CR ends each.
"""

from dataclasses import dataclass
from enum import StrEnum

from jxc_desktop.core.pinyin import initials
from jxc_desktop.printing.width import clean, cut, display_width

COLUMNS = 20
BEGIN = b"\x1b@"
UPPER, LOWER, END = b"\x1bQA", b"\x1bQB", b"\r"


class PoleCharset(StrEnum):
    """What a display can write: Chinese too, or only letters and digits."""

    GB18030 = "gb18030"
    ASCII = "ascii"


@dataclass(frozen=True, slots=True)
class PoleRow:
    """A row with words at its left and an amount at its right, which is never cut."""

    left: str = ""
    right: str = ""

    def text(self) -> str:
        """The row as it stands, twenty columns wide; with nothing at the right its words are centred."""
        right = cut(clean(self.right), COLUMNS)
        room = COLUMNS - display_width(right) - (1 if right else 0)
        left = cut(clean(self.left), room)
        gap = COLUMNS - display_width(left) - display_width(right)
        if right:
            return left + " " * gap + right
        return " " * (gap // 2) + left + " " * (gap - gap // 2)

    def plain(self) -> "PoleRow":
        """The row for a display without Chinese: the initials of what it cannot write."""
        return PoleRow(_ascii(self.left), _ascii(self.right))


@dataclass(frozen=True, slots=True)
class PoleText:
    """What both rows say."""

    upper: PoleRow = PoleRow()
    lower: PoleRow = PoleRow()


def pole_bytes(text: PoleText, charset: PoleCharset) -> bytes:
    """The bytes that make a display show `text`."""
    rows = (text.upper, text.lower)
    if charset is PoleCharset.ASCII:
        rows = (rows[0].plain(), rows[1].plain())
    upper, lower = (row.text().encode(charset.value, "replace") for row in rows)
    return BEGIN + UPPER + upper + END + LOWER + lower + END


def _ascii(text: str) -> str:
    return text if text.isascii() else initials(text).upper()

"""How much room a screen has: A as drawn, B for 1366×768, C for 1920 wide and more (screens.md §2)."""

from enum import StrEnum

from PySide6.QtCore import QSize

TALL = 860
WIDE = 1920


class ScreenClass(StrEnum):
    """A has room for everything, B is low, C is wide enough for two columns of evidence."""

    A = "A"
    B = "B"
    C = "C"

    @property
    def cramped(self) -> bool:
        """Whether second lines and the menu give way."""
        return self is ScreenClass.B


def class_of(room: QSize) -> ScreenClass:
    """The class of a window or screen of that many logical px."""
    if room.height() < TALL:
        return ScreenClass.B
    return ScreenClass.C if room.width() >= WIDE else ScreenClass.A

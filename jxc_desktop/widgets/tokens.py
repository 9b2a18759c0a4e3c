"""Every colour, space, size and radius of the window; nothing else may write one.

Colours are `#RRGGBB`. The contrasts hold by WCAG 2: text ≥ 4.5:1, edges of fields, icons and chart series
against their ground ≥ 3:1 (tests/widgets/test_tokens.py computes them).
"""

from dataclasses import dataclass
from enum import IntEnum


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme."""

    name: str
    bg: str
    surface: str
    sunken: str
    raised: str
    border: str
    grid: str
    field: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    on_accent: str
    sel: str
    ok: str
    ok_bg: str
    warn: str
    warn_bg: str
    bad: str
    bad_bg: str
    info: str
    info_bg: str
    mute: str
    mute_bg: str
    series1: str
    series2: str
    series3: str
    practice: str
    edge: int = 1
    """Width in px of borders."""


LIGHT = Tokens(
    name="light",
    bg="#E9EDF1",
    surface="#FFFFFF",
    sunken="#F5F7F9",
    raised="#FFFFFF",
    border="#CFD7DF",
    grid="#E4E9EE",
    field="#7C8895",
    text="#17202A",
    text2="#465260",
    text3="#586472",
    accent="#0E5E8C",
    accent_hover="#0A4D74",
    on_accent="#FFFFFF",
    sel="#D9EAF5",
    ok="#14653A",
    ok_bg="#DFF2E6",
    warn="#7A4A00",
    warn_bg="#FFF0CF",
    bad="#A61B16",
    bad_bg="#FBE4E2",
    info="#0E5E8C",
    info_bg="#DDEDF7",
    mute="#465260",
    mute_bg="#E8ECF0",
    series1="#0E5E8C",
    series2="#D07A14",
    series3="#9DB4C4",
    practice="#7A3E9D",
)

DARK = Tokens(
    name="dark",
    bg="#11151A",
    surface="#1A2027",
    sunken="#151A20",
    raised="#232B34",
    border="#323C47",
    grid="#29323C",
    field="#6E7C8B",
    text="#E8ECF1",
    text2="#B4BFCB",
    text3="#98A5B3",
    accent="#62B5E5",
    accent_hover="#86C8EE",
    on_accent="#08202F",
    sel="#1E3B4F",
    ok="#72D097",
    ok_bg="#16352A",
    warn="#F0BE58",
    warn_bg="#3B2E12",
    bad="#FF938A",
    bad_bg="#452021",
    info="#7FC4EE",
    info_bg="#17354A",
    mute="#B4BFCB",
    mute_bg="#2A333D",
    series1="#2F7FB5",
    series2="#FFC977",
    series3="#51667A",
    practice="#D9B3EE",
)

CONTRAST = Tokens(
    name="contrast",
    bg="#000000",
    surface="#000000",
    sunken="#000000",
    raised="#000000",
    border="#FFFFFF",
    grid="#FFFFFF",
    field="#FFFFFF",
    text="#FFFFFF",
    text2="#FFFFFF",
    text3="#FFFFFF",
    accent="#FFD60A",
    accent_hover="#FFE566",
    on_accent="#000000",
    sel="#003A70",
    ok="#5CFF8F",
    ok_bg="#000000",
    warn="#FFD60A",
    warn_bg="#000000",
    bad="#FF8A80",
    bad_bg="#000000",
    info="#FFFFFF",
    info_bg="#000000",
    mute="#FFFFFF",
    mute_bg="#000000",
    series1="#FFFFFF",
    series2="#FFD60A",
    series3="#8C8C8C",
    practice="#E0B0FF",
    edge=2,
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}


class Space(IntEnum):
    """Distances in px on the 4 px grid, by what they part."""

    LABEL = 4
    ROW = 8
    CELL = 8
    DOCK = 8
    BLOCK = 12
    PANE = 16
    FIELD_COLUMN = 20
    SECTION = 24
    PAGE = 32


class Size(IntEnum):
    """Type sizes in px at 100 %."""

    CAPTION = 11
    HINT = 12
    BODY = 13
    SECONDARY_TOTAL = 14
    CARD_TITLE = 15
    TILL_LINE = 16
    TILL_AMOUNT = 17
    TITLE = 20
    TOTAL = 26
    SCAN_BOX = 28
    TENDER = 48
    DUE = 68


LARGE_TYPE_STEP = 2
"""Px that 大字 adds to each type size."""


class Radius(IntEnum):
    """Corner radii in px; grids and docks are square."""

    KEY_CAP = 3
    FIELD = 4
    CARD = 6
    SCAN_BOX = 8
    TENDER = 10


class RowHeight(IntEnum):
    """Heights in px of rows and bars at 100 %."""

    COMPACT = 24
    REPORT = 26
    STANDARD = 28
    IMPORT = 30
    TILL = 40
    HEADER = 31
    """Header and totals rows: 30 and their hairline."""
    HEADER_COMPACT = 25
    HEADER_TWO_LINES = 48
    CONTROL = 28
    DOCK_TITLE = 32


MARK_WIDTH = 3
"""Px of the accent bar of the current row and of a cell's mark."""
FOCUS_WIDTH = 2
"""Px of the focus box."""
ICON = 16
"""Px of an icon beside a word."""


_LINEAR_BELOW = 0.04045
"""Where the sRGB curve turns from a line into a power (WCAG 2, relative luminance)."""


def contrast(one: str, other: str) -> float:
    """The WCAG 2 contrast of two colours, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= _LINEAR_BELOW else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

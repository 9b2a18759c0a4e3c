"""A foreign table as plain cells, whatever kind of file it came from."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A cell without a value of its own: an error such as #N/A, or a formula nobody has calculated."""

    text: str


Cell = str | int | float | bool | date | Unreadable | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """Merged cells, all four bounds inclusive, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """`rows[0]` is row 1 of the file; rows are as long as their last filled cell, blank rows are ().

    Whole numbers are `int` as long as they are exact (below 1e15); larger ones stay `float`, for their
    last digits are already lost. A date with a time of day is a `datetime`.
    """

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False
    merged: tuple[Span, ...] = ()

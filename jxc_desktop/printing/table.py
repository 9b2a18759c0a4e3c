"""A report as data, ready for paper: columns, rows of finished text, totals. Drawn by table_pdf."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "money", "quantity", "price", "percent", "day"]
Role = Literal["row", "group", "subtotal"]


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column; numbers stand right. `width` in mm, 0 goes by what is in it."""

    title: str
    kind: Kind = "text"
    width: float = 0.0

    @property
    def is_number(self) -> bool:
        """Whether cells stand at the right edge and are never broken."""
        return self.kind in {"money", "quantity", "price", "percent"}


@dataclass(frozen=True, slots=True)
class TableRow:
    """One text per column. A group row heads the rows below it, a subtotal closes them."""

    cells: tuple[str, ...]
    role: Role = "row"


@dataclass(frozen=True, slots=True)
class Table:
    """What stands on the pages.

    `subtitles` say what the figures are of (period, warehouse); `printed` stands at each foot (who, when);
    `notes` follow the totals. `mark` is stamped on every page (练习).
    """

    title: str
    columns: tuple[TableColumn, ...]
    rows: Sequence[TableRow]
    total: tuple[str, ...] = ()
    company: str = ""
    subtitles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    printed: str = ""
    mark: str = ""

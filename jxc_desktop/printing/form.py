"""A printed form as data: delivery note, goods receipt, payment receipt, voucher; drawn by form_pdf."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from jxc_desktop.printing.slip import Align

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FormPaper:
    """A sheet in millimetres, held as it is read.

    `rows` are the rows a page always shows, empty ones too; 0 takes as many as there are. `slots` forms
    share one sheet, one below the other.
    """

    name: str
    width: float
    height: float
    side_margin: float = 12.0
    top_margin: float = 7.0
    rows: int = 0
    slots: int = 1

    @property
    def slot_height(self) -> float:
        """Millimetres of height for one form."""
        return self.height / self.slots


A4 = FormPaper("A4", 210, 297, top_margin=12)
A4_TWO_UP = FormPaper("A4 两联", 210, 297, rows=8, slots=2)
A5 = FormPaper("A5", 210, 148, rows=8)
# Between the tractor strips of continuous paper lie about 216 mm; print keeps to 210.
CONTINUOUS_93 = FormPaper("241×93", 241, 93, side_margin=15.5, top_margin=5, rows=4)
CONTINUOUS_140 = FormPaper("241×140", 241, 140, side_margin=15.5, top_margin=6, rows=9)
CONTINUOUS_280 = FormPaper("241×280", 241, 280, side_margin=15.5, top_margin=8)
PAPERS = {
    paper.name: paper
    for paper in (A4, A4_TWO_UP, A5, CONTINUOUS_93, CONTINUOUS_140, CONTINUOUS_280)
}


@dataclass(frozen=True, slots=True)
class Field:
    """A label with its value; in its row it takes room by `weight`."""

    label: str
    value: str = ""
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of the lines.

    `width` in mm, 0 shares what is left. `places` set: the cells are decimals that a page sums into 本页小计.
    `price` columns vanish from a form without prices.
    """

    title: str
    width: float = 0.0
    align: Align = "left"
    places: int | None = None
    price: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """What stands on the form; texts are ready as a person reads them, amounts are fen.

    `total` gives one text per column; `words` is the amount to write out in capitals, beside the total
    or, where a form has no columns (收款收据), in a frame of its own. `mark` is stamped
    beside the title (红冲, 练习), `reprint` counts earlier prints. `copies` name the sheets of a
    carbon set (白联存根); `notes` are the last lines (address, bank account), `qr` stands beside them.
    """

    company: str
    title: str
    columns: tuple[FormColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    header: tuple[tuple[Field, ...], ...] = ()
    total: tuple[str, ...] = ()
    words: int | None = None
    footer: tuple[tuple[Field, ...], ...] = ()
    signatures: tuple[Field, ...] = ()
    copies: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    mark: str = ""
    qr: str = ""
    reprint: int = 0

    def __post_init__(self) -> None:
        wanted = len(self.columns)
        for row in (*self.rows, *((self.total,) if self.total else ())):
            if len(row) != wanted:
                raise ValueError(f"{len(row)} cells for {wanted} columns: {row}")

    def without_prices(self) -> "Form":
        """The same form for a receiver who shall not read prices (不带价送货单)."""
        kept = [index for index, column in enumerate(self.columns) if not column.price]
        return replace(
            self,
            columns=_picked(self.columns, kept),
            rows=tuple(_picked(row, kept) for row in self.rows),
            total=_picked(self.total, kept) if self.total else (),
            words=None,
            footer=(),
        )

    def as_reprint(self, count: int) -> "Form":
        """The same form marked 补打 for the `count`-th time."""
        return replace(self, reprint=count)


def _picked(items: Sequence[T], kept: Sequence[int]) -> tuple[T, ...]:
    return tuple(items[index] for index in kept)

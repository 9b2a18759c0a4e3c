"""What can be imported: the fields of a kind, its rules, and how it is looked up and written.

Checking is generic and knows no database; each kind lends it a `lookup`, a `verify` and a `write`.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.imports.cells.faults import Clean
from jxc_desktop.imports.grid import Cell
from jxc_desktop.imports.headings import HeaderMap
from jxc_desktop.imports.problems import Problem, shown

Values = Mapping[str, object]
"""Field → clean value; a field that is absent or None was blank in the file."""

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a kind. `title` is the word for it where the file has none.

    `fill_down`: a cell merged downwards holds for each row. `by_column` makes the cleaner from the heading and all
    cells of the column, where one habit holds for all (discounts). `places`: its integers are scaled by 10**places;
    `adds`: their sum means something, so it can be compared with the file's own 合计.
    """

    name: str
    title: str
    clean: Clean
    required: bool = False
    fill_down: bool = False
    by_column: Callable[[str, Iterable[Cell]], Clean] | None = None
    places: int | None = None
    adds: bool = False


@dataclass(frozen=True, slots=True)
class Flaw:
    """A breach of a row's rule, placed at one of its fields."""

    field: str
    problem: str
    suggestion: str | None = None
    notice: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What the shop already has under a key: its id, and its fields as they would be imported."""

    id: int
    values: Values


@dataclass(frozen=True, slots=True)
class CleanRow:
    """A row without faults. `known` is set where the shop already has it and the row would change it."""

    row: int
    values: Values
    cells: Mapping[str, Cell]
    known: Known | None = None

    def problem(self, header: HeaderMap, source: "Source", flaw: Flaw) -> Problem:
        """`flaw` placed in the file."""
        columns = header.columns.get(flaw.field)
        return Problem(
            self.row,
            header.heading(flaw.field) or source.title_of(flaw.field),
            shown(self.cells.get(flaw.field)),
            flaw.problem,
            flaw.suggestion,
            flaw.notice,
            columns[0] if columns else None,
        )


Rule = Callable[[Values], Iterable[Flaw]]
Lookup = Callable[[Key, Collection[Key]], Mapping[Key, Known]]
"""Called with field names, such as ("barcode",), and all their values in the file; answers those the shop has."""
ShopLookup = Callable[[Session, Key, Collection[Key]], Mapping[Key, Known]]
Verify = Callable[[Session, Sequence[CleanRow]], Iterable[tuple[CleanRow, Flaw]]]
"""Finds what only the shop can tell: an unknown warehouse, a closed month. Called before anything is written."""
Standing = Callable[[Session, Sequence[CleanRow]], Collection[int]]
"""Of rows without a key, the places of those that the shop has already: two alike in a file are two."""
Write = Callable[[Session, Sequence[CleanRow]], None]
"""Writes all rows; the caller's transaction commits. It may raise, but never leave a row out."""


@dataclass(frozen=True, slots=True)
class Source:
    """A kind of import.

    `keys` name a thing; all their values share one room, so no code may be another's barcode (decisions 5). Rows
    without any key are known again by `natural`. What is known and differs is left as it is unless `updates`.
    `with_opening_stock` makes the same kind for a file whose 库存 and 进价 are to open the stock too, `with_account`
    for the money account with a code.
    """

    kind: str
    title: str
    fields: tuple[Field, ...]
    keys: tuple[str, ...] = ()
    natural: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    updates: bool = False
    lookup: ShopLookup | None = None
    verify: Verify | None = None
    write: Write | None = None
    with_opening_stock: "Callable[[], Source] | None" = None
    with_account: "Callable[[str], Source] | None" = None
    standing: Standing | None = None

    @property
    def fill_down(self) -> frozenset[str]:
        return frozenset(field.name for field in self.fields if field.fill_down)

    def field_of(self, name: str) -> Field | None:
        return next((field for field in self.fields if field.name == name), None)

    def title_of(self, name: str) -> str:
        field = self.field_of(name)
        return field.title if field else name

    def require_columns(self, header: HeaderMap) -> None:
        """Refuse a file that lacks a column which every row needs."""
        missing = [f.title for f in self.fields if f.required and f.name not in header.columns]
        if missing:
            raise InvalidInput(
                translate("imports", "文件里没有“{columns}”这一列。补上，或对一下表头").format(
                    columns="”“".join(missing)
                )
            )

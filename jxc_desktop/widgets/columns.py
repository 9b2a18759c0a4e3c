"""What a column is: a declaration over rows, read by the model, the painter, the chooser and the totals."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import Any, Generic, TypeVar, cast

from jxc_desktop.widgets import formats

Row = TypeVar("Row")


class Kind(StrEnum):
    """What a column's values are; decides text, side and width."""

    TEXT = "text"
    CODE = "code"
    MONEY = "money"
    QUANTITY = "quantity"
    PRICE = "price"
    COST = "cost"
    PERCENT = "percent"
    DISCOUNT = "discount"
    DAY = "day"
    SHORT_DAY = "short_day"
    COUNT = "count"
    CHIP = "chip"


def _plain(value: object) -> str:
    return "" if value is None else str(value)


_TEXTS: dict[Kind, Callable[[Any], str]] = {
    Kind.MONEY: formats.money_text,
    Kind.QUANTITY: formats.quantity_text,
    Kind.PRICE: formats.price_text,
    Kind.COST: formats.cost_text,
    Kind.PERCENT: formats.percent_text,
    Kind.DISCOUNT: formats.discount_text,
    Kind.DAY: formats.day_text,
    Kind.SHORT_DAY: formats.short_day_text,
    Kind.COUNT: formats.count_text,
}
_RIGHT = frozenset(
    {Kind.MONEY, Kind.QUANTITY, Kind.PRICE, Kind.COST, Kind.PERCENT, Kind.DISCOUNT, Kind.COUNT}
)
_WIDTHS: dict[Kind, int] = {
    Kind.TEXT: 120,
    Kind.CODE: 84,
    Kind.MONEY: 100,
    Kind.QUANTITY: 72,
    Kind.PRICE: 84,
    Kind.COST: 92,
    Kind.PERCENT: 62,
    Kind.DISCOUNT: 62,
    Kind.DAY: 92,
    Kind.SHORT_DAY: 56,
    Kind.COUNT: 56,
    Kind.CHIP: 84,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Why a cell wants to be looked at: `warn` (look) or `bad` (cannot be posted), and the reason in words."""

    tone: str
    reason: str


@dataclass(frozen=True)  # without slots, so that Column[Line](…) can be written
class Column(Generic[Row]):
    """One column; headings come already translated, so build columns where the pane is built.

    `value` defaults to the row's attribute `key`. `sub` is muted text after the value. `tone`, `ground` and `icon_tint`
    name tokens for the words, the cell and the icon before the words; `needs` is the right without which the column
    does not exist. A column with `stretch` takes the room that is left over.
    """

    key: str
    heading: str
    value: Callable[[Row], Any] | None = None
    kind: Kind = Kind.TEXT
    short: str = ""
    width: int = 0
    text: Callable[[Any], str] | None = None
    sub: Callable[[Row], str] | None = None
    tone: Callable[[Row], str] | None = None
    ground: Callable[[Row], str] | None = None
    mark: Callable[[Row], Mark | None] | None = None
    icon: Callable[[Row], str] | None = None
    icon_tint: Callable[[Row], str] | None = None
    bold: bool = False
    muted: bool = False
    right: bool | None = None
    needs: str = ""
    group: str = ""
    hidden: bool = False
    stretch: bool = False
    sortable: bool = True

    def __post_init__(self) -> None:
        settle = object.__setattr__
        settle(self, "value", self.value or attrgetter(self.key))
        settle(self, "text", self.text or _TEXTS.get(self.kind, _plain))
        settle(self, "right", self.kind in _RIGHT if self.right is None else self.right)
        settle(self, "width", self.width or _WIDTHS[self.kind])
        settle(self, "short", self.short or self.heading)

    def value_of(self, row: Row) -> Any:
        """The value in a row, for sorting, totals and exports."""
        return cast("Callable[[Row], Any]", self.value)(row)

    def text_of(self, row: Row) -> str:
        """The value as it reads."""
        return cast("Callable[[Any], str]", self.text)(self.value_of(row))

    @property
    def numeric(self) -> bool:
        """Whether the values are numbers that stand at the right."""
        return self.kind in _RIGHT


def allowed(columns: Iterable[Column[Row]], may: Callable[[str], bool]) -> tuple[Column[Row], ...]:
    """The columns that exist for somebody with those rights."""
    return tuple(column for column in columns if not column.needs or may(column.needs))

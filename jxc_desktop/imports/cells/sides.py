"""Which way money went: in words, or by the column it stands in."""

import unicodedata
from collections.abc import Iterable

from jxc_desktop.core.i18n import translate
from jxc_desktop.imports.cells.amounts import money
from jxc_desktop.imports.cells.faults import Clean, Fault, Filled, cleaner
from jxc_desktop.imports.cells.texts import plain
from jxc_desktop.imports.grid import Cell

_IN = frozenset(
    {"收入", "收", "入", "贷", "贷方", "转入", "存入", "来账", "in", "credit", "c", "cr", "+"}
)
_OUT = frozenset(
    {"支出", "支", "付", "出", "借", "借方", "转出", "支取", "往账", "out", "debit", "d", "dr"}
)


def direction() -> Clean:
    """1 for money that came in, -1 for money that went out; 借 is out, for a statement speaks as the bank does."""

    def read(cell: Filled) -> object:
        word = unicodedata.normalize("NFKC", plain(cell)).casefold()
        if word in _IN:
            return 1
        if word in _OUT:
            return -1
        return Fault(
            translate("imports", "“{text}”看不出是收是支。填 收入 或 支出，或排除这一行").format(
                text=word
            )
        )

    return cleaner(read)


def outgo(_heading: str, cells: Iterable[Cell]) -> Clean:
    """The cleaner of a column of money that went out, in fen: some banks write all of it with a minus."""
    clean = money()
    habit = [value for value in map(clean, cells) if isinstance(value, int) and value]
    signed = bool(habit) and all(value < 0 for value in habit)

    def read(cell: Cell) -> object:
        value = clean(cell)
        return -value if signed and isinstance(value, int) else value

    return read

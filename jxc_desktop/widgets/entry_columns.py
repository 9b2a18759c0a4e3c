"""What a column of an entry grid is: a column with the ways to type into it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from jxc_desktop.widgets.columns import Column, Row
from jxc_desktop.widgets.popup import Suggestions

Answer = Callable[[Sequence[Any]], None]


@dataclass(frozen=True)
class EntryColumn(Column[Row]):
    """A column that can be typed into when it has `edit` or `suggest`.

    `edit(line, text)` gives the changed line or raises `UserError`, whose sentence marks the cell. `draft` is the text
    the cell opens with. `wants(line)` says whether Enter stops here; by default it does not. With `suggestions` the
    cell searches: `suggest(text, line, then)` finds choices, `take(line, choice)` gives the line with one of them, and
    `row_of(choice, lines)` names the row where it already is. `counts` marks the quantity: a long number there is a
    scan. `copy(line, above)` takes the cell of the line above (Ctrl+D) where `edit` cannot. `fix(line)` is what F4 does
    to a marked cell. `several` choices fit in the cell: the cursor stays as long as it wants more. `latin` keeps the
    input method out.
    """

    edit: Callable[[Row, str], Row] | None = None
    draft: Callable[[Row], str] | None = None
    wants: Callable[[Row], bool] | None = None
    suggestions: Suggestions[Any] | None = None
    suggest: Callable[[str, Row, Answer], None] | None = None
    take: Callable[[Row, Any], Row] | None = None
    row_of: Callable[[Any, Sequence[Row]], int | None] | None = None
    copy: Callable[[Row, Row], Row] | None = None
    fix: Callable[[Row], Row | None] | None = None
    counts: bool = False
    several: bool = False
    latin: bool = True

    @property
    def editable(self) -> bool:
        """Whether the cursor may type here."""
        return self.edit is not None or self.suggestions is not None

    def stops(self, line: Row) -> bool:
        """Whether Enter stops here."""
        return self.editable and self.wants is not None and self.wants(line)

    def draft_of(self, line: Row) -> str:
        """The text a cell opens with: as shown, without thousands commas in numbers."""
        if self.draft:
            return self.draft(line)
        text = self.text_of(line)
        return text.replace(",", "") if self.numeric else text

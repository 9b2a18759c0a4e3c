"""The lines of a document while they are typed: immutable lines, every step undoable. Knows no Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

Line = TypeVar("Line")
MOST_STEPS = 500


@dataclass(frozen=True)
class _Step(Generic[Line]):
    """The state before a step, where the cursor stood, and the step's name."""

    lines: tuple[Line, ...]
    header: Any
    row: int
    name: str


class EntryLines(Generic[Line]):
    """Lines and one header value (such as the whole-order discount) with undo and redo."""

    def __init__(self, lines: Sequence[Line] = (), header: Any = None) -> None:
        self._lines = tuple(lines)
        self._header = header
        self._done: list[_Step[Line]] = []
        self._undone: list[_Step[Line]] = []

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines as they are now."""
        return self._lines

    @property
    def header(self) -> Any:
        """The header value that is undone together with the lines."""
        return self._header

    def start(self, lines: Sequence[Line], header: Any = None) -> None:
        """Begin with other lines; what was before cannot be undone into them."""
        self._lines, self._header = tuple(lines), header
        self._done.clear()
        self._undone.clear()

    def change(self, lines: Sequence[Line], *, row: int, name: str, header: Any = None) -> None:
        """Make one undoable step; `name` says what it was, `row` where."""
        self._done.append(_Step(self._lines, self._header, row, name))
        del self._done[:-MOST_STEPS]
        self._undone.clear()
        self._lines = tuple(lines)
        self._header = self._header if header is None else header

    def put(self, row: int, line: Line, name: str) -> None:
        """Replace a line, or append one when `row` is just past the end."""
        lines = list(self._lines)
        lines[row : row + 1] = [line]
        self.change(lines, row=row, name=name)

    def insert(self, row: int, lines: Sequence[Line], name: str) -> None:
        """Put lines before `row`."""
        self.change((*self._lines[:row], *lines, *self._lines[row:]), row=row, name=name)

    def remove(self, row: int, name: str) -> None:
        """Take a line out."""
        self.change((*self._lines[:row], *self._lines[row + 1 :]), row=row, name=name)

    def move(self, row: int, step: int, name: str) -> bool:
        """Move a line up or down; False at the ends."""
        other = row + step
        if not (0 <= row < len(self._lines) and 0 <= other < len(self._lines)):
            return False
        lines = list(self._lines)
        lines[row], lines[other] = lines[other], lines[row]
        self.change(lines, row=row, name=name)
        return True

    def amend(self, matches: Callable[[Line], bool], improve: Callable[[Line], Line]) -> bool:
        """Complete lines with what was found out later (a price, the stock); no step of its own."""
        lines = tuple(improve(line) if matches(line) else line for line in self._lines)
        changed = lines != self._lines
        self._lines = lines
        return changed

    def undo(self) -> tuple[str, int] | None:
        """Take the last step back; its name and row, or None."""
        return self._swap(self._done, self._undone)

    def redo(self) -> tuple[str, int] | None:
        """Make the step again that was last taken back."""
        return self._swap(self._undone, self._done)

    def _swap(self, source: list[_Step[Line]], target: list[_Step[Line]]) -> tuple[str, int] | None:
        if not source:
            return None
        step = source.pop()
        target.append(_Step(self._lines, self._header, step.row, step.name))
        self._lines, self._header = step.lines, step.header
        return step.name, step.row

"""Where Enter and Tab go in an entry grid."""

from collections.abc import Sequence
from typing import Any

from jxc_desktop.widgets.entry_model import EntryModel

Place = tuple[int, int]
"""Row and logical column."""


def wanted_from(
    model: EntryModel[Any], shown: Sequence[int], place: Place, step: int
) -> Place | None:
    """The next (or previous) cell that needs a person."""
    return _walk(model, shown, place, step, wanted=True)


def editable_from(
    model: EntryModel[Any], shown: Sequence[int], place: Place, step: int
) -> Place | None:
    """The next (or previous) cell that can be typed into, whatever it is."""
    return _walk(model, shown, place, step, wanted=False)


def first_wanted(model: EntryModel[Any], shown: Sequence[int], row: int) -> Place:
    """The cell of a row to begin in: one that needs a person, else one that can be typed into."""
    columns = model.entry_columns
    stops = [logical for logical in shown if columns[logical].stops(model.line(row))]
    open_ones = [logical for logical in shown if columns[logical].editable]
    return row, (stops or open_ones or list(shown))[0]


def _walk(
    model: EntryModel[Any], shown: Sequence[int], place: Place, step: int, *, wanted: bool
) -> Place | None:
    row, position = place[0], shown.index(place[1])
    while True:
        position += step
        if not 0 <= position < len(shown):
            row += step
            position = 0 if step > 0 else len(shown) - 1
        if not 0 <= row < model.rowCount():
            return None
        column = model.entry_columns[shown[position]]
        if column.stops(model.line(row)) if wanted else column.editable:
            return row, shown[position]

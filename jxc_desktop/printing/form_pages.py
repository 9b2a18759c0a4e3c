"""How a form falls into pages: rows a page, widths of columns, sums of a page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jxc_desktop.core.numbers import MONEY_PLACES, parse_scaled, trimmed
from jxc_desktop.printing.form import Form, FormColumn, FormPaper
from jxc_desktop.printing.typeset import MM

TITLE_HEIGHT = 9.5 * MM
FIELD_HEIGHT = 5.6 * MM
ROW_HEIGHT = 6.4 * MM
SIGNATURE_HEIGHT = 8.0 * MM
NOTE_HEIGHT = 4.4 * MM
QR_LINES = 4
LEAST_COLUMN = 18 * MM
"""Points that a column without a width of its own keeps."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of the form, the `number`-th page of `count`."""

    rows: Sequence[tuple[str, ...]]
    number: int
    count: int

    @property
    def is_last(self) -> bool:
        return self.number == self.count


def pages(form: Form, paper: FormPaper) -> list[Page]:
    """The rows of `form` on as many pages as they need; an empty form has one."""
    room = _rows_a_page(form, paper)
    chunks = [form.rows[at : at + room] for at in range(0, len(form.rows), room)] or [()]
    return [Page(chunk, number, len(chunks)) for number, chunk in enumerate(chunks, start=1)]


def blank_rows(form: Form, paper: FormPaper, page: Page) -> int:
    """Empty rows that keep the foot of a short page where it always is."""
    return max(_rows_a_page(form, paper) - len(page.rows), 0) if paper.rows else 0


def note_lines(form: Form) -> int:
    """Lines of small print at the foot; a QR code beside them needs four."""
    return max(len(form.notes) + bool(form.copies), QR_LINES if form.qr else 0)


def _rows_a_page(form: Form, paper: FormPaper) -> int:
    """What the paper is ruled for, fewer where head and foot leave less room; never none."""
    fields = FIELD_HEIGHT * (len(form.header) + len(form.footer))
    titles_and_sums = ROW_HEIGHT * (3 if form.total else 1)
    foot = (SIGNATURE_HEIGHT if form.signatures else 0.0) + NOTE_HEIGHT * note_lines(form)
    room = (paper.slot_height - 2 * paper.top_margin) * MM
    fitting = int((room - TITLE_HEIGHT - fields - titles_and_sums - foot) // ROW_HEIGHT)
    return max(min(paper.rows or fitting, fitting), 1)


def column_widths(columns: Sequence[FormColumn], width: float) -> list[float]:
    """Points of each column; they fill `width` exactly, shrunk evenly where more was asked."""
    if not columns:
        return []
    fixed = sum(column.width for column in columns) * MM
    open_columns = sum(column.width == 0 for column in columns)
    least = LEAST_COLUMN * open_columns
    scale = min((width - least) / fixed, 1.0) if fixed else 1.0
    if not open_columns:
        scale = width / fixed
    share = (width - fixed * scale) / open_columns if open_columns else 0.0
    return [column.width * MM * scale if column.width else share for column in columns]


def page_sums(columns: Sequence[FormColumn], rows: Sequence[tuple[str, ...]]) -> list[str]:
    """本页小计: the sums of the columns that have `places`, as text."""
    return [
        "" if column.places is None else _sum_of((row[index] for row in rows), column.places)
        for index, column in enumerate(columns)
    ]


def _sum_of(texts: Iterable[str], places: int) -> str:
    total = sum(parse_scaled(text.replace(",", ""), places) for text in texts if text.strip())
    return trimmed(total, places, least=MONEY_PLACES if places == MONEY_PLACES else 0)

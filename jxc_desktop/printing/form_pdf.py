"""Drawing a form: pages of rows between the same head and foot, sized in millimetres."""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from jxc_desktop.core.i18n import on_paper, translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.printing.bars import draw_square
from jxc_desktop.printing.codes import qr_modules
from jxc_desktop.printing.fonts import text_width, use_pdf_fonts
from jxc_desktop.printing.form import CONTINUOUS_140, Field, Form, FormPaper
from jxc_desktop.printing.form_pages import (
    FIELD_HEIGHT,
    NOTE_HEIGHT,
    ROW_HEIGHT,
    SIGNATURE_HEIGHT,
    TITLE_HEIGHT,
    Page,
    blank_rows,
    column_widths,
    note_lines,
    page_sums,
    pages,
)
from jxc_desktop.printing.slip import Align
from jxc_desktop.printing.typeset import MM, Box, Ink, draw_cell, draw_line, printable
from jxc_desktop.printing.words import amount_in_words

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

TITLE_SIZE = 15.0
SIZE = 9.5
SMALL = 8.0
PADDING = 1.0 * MM
HAIRLINE = 0.6


@on_paper
def form_pdf(
    form: Form, paper: FormPaper = CONTINUOUS_140, *, offset: tuple[float, float] = (0.0, 0.0)
) -> bytes:
    """`form` as PDF on `paper`; `offset` moves all of it right and down by mm, to suit a printer."""
    from reportlab.pdfgen.canvas import Canvas

    use_pdf_fonts()
    target = BytesIO()
    canvas = Canvas(target, pagesize=(paper.width * MM, paper.height * MM), invariant=1)
    canvas.setTitle(f"{form.company} {form.title}")
    for page in pages(form, paper):
        slot = (page.number - 1) % paper.slots
        _Sheet(canvas, form, paper, page, slot, offset).draw()
        if slot == paper.slots - 1 or page.is_last:
            canvas.showPage()
    canvas.save()
    return target.getvalue()


class _Sheet:
    """One page being drawn from the top down; `_y` is where the next thing begins."""

    def __init__(
        self, canvas: "Canvas", form: Form, paper: FormPaper, page: Page, slot: int,
        offset: tuple[float, float],
    ) -> None:  # fmt: skip
        self._canvas = canvas
        self._form = form
        self._page = page
        self._paper = paper
        self._left = (paper.side_margin + offset[0]) * MM
        self._width = (paper.width - 2 * paper.side_margin) * MM
        top = paper.height - slot * paper.slot_height - paper.top_margin - offset[1]
        self._y = top * MM
        self._widths = column_widths(form.columns, self._width)

    def draw(self) -> None:
        self._canvas.setLineWidth(HAIRLINE)
        self._draw_title()
        for fields in self._form.header:
            self._draw_fields(fields, FIELD_HEIGHT)
        if self._form.columns:
            self._draw_table()
        else:
            self._draw_amount()
        for fields in self._form.footer if self._page.is_last else ():
            self._draw_fields(fields, FIELD_HEIGHT)
        self._draw_fields(self._form.signatures, SIGNATURE_HEIGHT)
        self._draw_notes()

    def _draw_title(self) -> None:
        baseline, side = self._y - TITLE_SIZE, self._width * 0.22
        title = printable(f"{self._form.company} {self._form.title}".strip())
        centre, middle = self._width - 2 * side, self._left + side
        self._line(title, middle, baseline, centre, Ink(TITLE_SIZE, "centre", bold=True))
        self._line(self._page_text(), middle + centre, baseline, side, Ink(SIZE, "right"))
        self._draw_marks(side, baseline)
        self._y -= TITLE_HEIGHT

    def _page_text(self) -> str:
        text = translate("printing", "第{page}页/共{pages}页")
        return text.format(page=self._page.number, pages=self._page.count)

    def _draw_marks(self, side: float, baseline: float) -> None:
        """The stamp and the reprint mark, framed, left of the title."""
        marks = [printable(self._form.mark)] if self._form.mark else []
        if self._form.reprint:
            text = translate("printing", "补打 第{count}次")
            marks.append(text.format(count=self._form.reprint))
        text = "  ".join(marks)
        if text:
            width = min(text_width(text, SIZE, bold=True), side - 4 * MM)
            frame = (self._left, baseline - 1.2 * MM, width + 4 * MM, SIZE + 2 * MM)
            self._canvas.rect(*frame, stroke=1, fill=0)
            self._line(text, self._left + 2 * MM, baseline, width, Ink(SIZE, bold=True))

    def _draw_fields(self, fields: Sequence[Field], height: float) -> None:
        """Fields side by side: small label, value after it."""
        if not fields:
            return
        unit = self._width / sum(field.weight for field in fields)
        at, baseline = self._left, self._y - height + 1.8 * MM
        for field in fields:
            self._draw_field(field, at, baseline, field.weight * unit - 2 * MM)
            at += field.weight * unit
        self._y -= height

    def _draw_field(self, field: Field, left: float, baseline: float, room: float) -> None:
        label = printable(f"{field.label}：" if field.label else "")
        taken = min(text_width(label, SIZE), room)
        self._line(label, left, baseline, taken, Ink(SIZE))
        self._line(
            printable(field.value), left + taken, baseline, max(room - taken, 1.0), Ink(SIZE)
        )

    def _draw_amount(self) -> None:
        """The framed amount of a form without lines (收款收据), in capitals and in figures."""
        if self._form.words is None:
            return
        label = translate("printing", "金额（大写）：{words}")
        figures = f"￥{text_of(self._form.words, MONEY_PLACES)}"
        words, frame = amount_in_words(self._form.words), (self._left, self._y - ROW_HEIGHT)
        self._canvas.rect(*frame, self._width, ROW_HEIGHT, stroke=1, fill=0)
        self._cell(label.format(words=words), self._left, self._width * 0.7, "left", bold=True)
        right = self._left + self._width * 0.7
        self._cell(figures, right, self._width * 0.3, "right", bold=True)
        self._y -= ROW_HEIGHT

    def _draw_table(self) -> None:
        top = self._y
        self._rule(top)
        self._draw_row([column.title for column in self._form.columns], heading=True)
        for row in self._page.rows:
            self._draw_row(row)
        for _ in range(blank_rows(self._form, self._paper, self._page)):
            self._draw_row([""] * len(self._widths))
        grid_bottom = self._y
        self._draw_uprights(top, grid_bottom, start=0)
        if self._form.total:
            self._draw_sums()

    def _draw_row(self, cells: Sequence[str], *, heading: bool = False) -> None:
        at = self._left
        for text, column, width in zip(cells, self._form.columns, self._widths, strict=True):
            align = "centre" if heading else column.align
            self._cell(text, at, width, align, bold=heading)
            at += width
        self._y -= ROW_HEIGHT
        self._rule(self._y)

    def _draw_sums(self) -> None:
        """本页小计 where there are more pages, the total with its words on the last."""
        if self._page.count > 1:
            label = translate("printing", "本页小计")
            self._draw_sum_row(label, page_sums(self._form.columns, self._page.rows))
        if self._page.is_last:
            self._draw_sum_row(self._total_label(), self._form.total)

    def _total_label(self) -> str:
        if self._form.words is None:
            return translate("printing", "合计")
        words = amount_in_words(self._form.words)
        return translate("printing", "合计（大写）：{words}").format(words=words)

    def _draw_sum_row(self, label: str, cells: Sequence[str]) -> None:
        """The label spans the columns up to the first that has a sum."""
        first = next((index for index, text in enumerate(cells) if text), len(cells))
        first = max(first, 1)
        top, at = self._y, self._left + sum(self._widths[:first])
        self._cell(label, self._left, sum(self._widths[:first]), "left", bold=True)
        for index in range(first, len(cells)):
            width = self._widths[index]
            self._cell(cells[index], at, width, self._form.columns[index].align, bold=True)
            at += width
        self._y -= ROW_HEIGHT
        self._rule(self._y)
        self._draw_uprights(top, self._y, start=first)

    def _draw_uprights(self, top: float, bottom: float, start: int) -> None:
        """The lines between columns from column `start` on, and the two outer ones."""
        places = {self._left, self._left + self._width}
        places.update(
            self._left + sum(self._widths[:i]) for i in range(max(start, 1), len(self._widths))
        )
        for place in places:
            self._canvas.line(place, top, place, bottom)

    def _draw_notes(self) -> None:
        side = 0.0
        if self._form.qr and self._page.is_last:
            side = note_lines(self._form) * NOTE_HEIGHT
            self._draw_qr(side)
        copies = "　".join(self._form.copies)
        for note in (*([copies] if copies else []), *self._form.notes):
            baseline = self._y - NOTE_HEIGHT + 1.2 * MM
            room = self._width - side - 2 * MM
            self._line(printable(note), self._left, baseline, room, Ink(SMALL))
            self._y -= NOTE_HEIGHT

    def _draw_qr(self, side: float) -> None:
        left = self._left + self._width - side
        draw_square(self._canvas, qr_modules(self._form.qr), left, self._y, side)

    def _cell(self, text: str, left: float, width: float, align: Align, *, bold: bool) -> None:
        box = Box(left + PADDING, self._y, width - 2 * PADDING, ROW_HEIGHT)
        draw_cell(self._canvas, text, box, Ink(SIZE, align, bold))

    def _line(self, text: str, left: float, baseline: float, room: float, ink: Ink) -> None:
        draw_line(self._canvas, text, left, baseline, room, ink)

    def _rule(self, y: float) -> None:
        self._canvas.line(self._left, y, self._left + self._width, y)

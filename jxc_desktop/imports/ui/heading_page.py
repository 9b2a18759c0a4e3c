"""对表头: beside each heading of the file the field that it means; what is not recognised is left out."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from jxc_desktop.core.i18n import listed
from jxc_desktop.imports.grid import Sheet
from jxc_desktop.imports.headings import SEARCHED, HeaderMap
from jxc_desktop.imports.problems import shown
from jxc_desktop.imports.source import Source
from jxc_desktop.imports.vocabulary import vocabulary
from jxc_desktop.widgets.chips import Chip, ChipLabel
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.tokens import Size, Space

LEFT_OUT = ""
"""The choice of a column that is not imported."""
_SAMPLES = 3
_LONGEST = 28
"""Letters of a sample; longer ones are cut with …"""
_BOX = 208


class FieldBox(QComboBox):
    """The fields that a column can mean. The wheel scrolls the page, never a choice nobody is looking at."""

    reached = Signal()
    """The hand is on it."""

    def focusInEvent(self, e: QFocusEvent) -> None:
        super().focusInEvent(e)
        self.reached.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class HeadingPage(QWidget):
    """Shows what was recognised and takes what a person says instead."""

    changed = Signal()
    header_moved = Signal(int)
    """The header is in another row, counted from 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, FieldBox] = {}
        self.chips: dict[str, ChipLabel] = {}
        self.row_box = FieldBox()
        self.row_box.setAccessibleName(self.tr("表头在第几行"))
        for row in range(1, SEARCHED + 1):
            self.row_box.addItem(self.tr("第 {row} 行").format(row=row))
        self.summary = Words(tone="text2")
        self._source: Source | None = None
        self._preset: dict[str, str] = {}
        self._area = QScrollArea()
        self._lay_out()
        self.row_box.currentIndexChanged.connect(self.header_moved)

    # --- what the pane asks ---

    def show_header(
        self, sheet: Sheet, source: Source, header: HeaderMap, remembered: frozenset[str]
    ) -> None:
        """Show the headings of `sheet` with what they mean; `remembered` ones were chosen by a person before."""
        self._source = source
        self.boxes, self.chips = {}, {}
        meanings = _meanings(header)
        self._preset = {h: meanings.get(h, LEFT_OUT) for h in header.headings if h}
        blocker = QSignalBlocker(self.row_box)
        self.row_box.setCurrentIndex(header.header_row)
        blocker.unblock()
        body = QWidget()
        body.setProperty("look", "surface")
        grid = QGridLayout(body)
        grid.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.BLOCK)
        grid.setHorizontalSpacing(Space.FIELD_COLUMN)
        grid.setVerticalSpacing(Space.ROW)
        self._add_titles(grid)
        for line, heading in enumerate(self._preset, 1):
            samples = _samples(sheet, header, header.headings.index(heading))
            self._add_line(grid, line, heading, samples)
            if heading in remembered:
                self.chips[heading].set_chip(Chip(self.tr("按上次"), "info"))
        grid.setRowStretch(len(self._preset) + 1, 1)
        grid.setColumnStretch(1, 1)
        self._area.setWidget(body)
        self._tell()

    def choices(self) -> dict[str, str | None]:
        """Heading → field, None for what is left out."""
        return {heading: str(box.currentData()) or None for heading, box in self.boxes.items()}

    def touched(self) -> bool:
        """Whether a person has chosen anything else than what was recognised."""
        return any((choice or LEFT_OUT) != self._preset[h] for h, choice in self.choices().items())

    def obstacle(self) -> str:
        """Why this cannot be the meaning of the columns: two for one field, or a field missing that all need."""
        if self._source is None:
            return ""
        chosen: dict[str, list[str]] = {}
        for heading, field in self.choices().items():
            if field:
                chosen.setdefault(field, []).append(heading)
        several = vocabulary(self._source.kind).several
        for field, headings in chosen.items():
            if len(headings) > 1 and field not in several:
                return self.tr("{headings} 都对到了“{field}”。只留一个").format(
                    headings=listed(f"“{h}”" for h in headings), field=self._source.title_of(field)
                )
        missing = [f.title for f in self._source.fields if f.required and f.name not in chosen]
        if missing:
            return self.tr("还没有一列对到“{fields}”。在右边选").format(fields="”“".join(missing))
        return ""

    def recognised(self) -> tuple[int, int]:
        """How many columns are imported, and how many the file has."""
        fields = {field.name for field in self._source.fields} if self._source else set()
        return sum(field in fields for field in self.choices().values()), len(self.boxes)

    def first_field(self) -> QWidget:
        """Where a person begins: the first heading that is not recognised, else the first."""
        unknown = [box for box in self.boxes.values() if box.currentData() == LEFT_OUT]
        return next(iter([*unknown, *self.boxes.values()]), self.row_box)

    # --- how it looks ---

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, 0)
        head.setSpacing(Space.ROW)
        head.addWidget(Words(self.tr("表头对成我们的列"), Size.CARD_TITLE, bold=True))
        head.addSpacing(Space.BLOCK)
        head.addWidget(self.summary, 1)
        head.addWidget(Words(self.tr("表头在"), tone="text2"))
        head.addWidget(self.row_box)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        card = QFrame()
        card.setProperty("look", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 0, 1, 1)
        column.setSpacing(Space.ROW)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(card)

    def _add_titles(self, grid: QGridLayout) -> None:
        titles = (self.tr("表里的列"), self.tr("头几行"), self.tr("导入成"), "")
        for column, title in enumerate(titles):
            grid.addWidget(Words(title, Size.HINT, tone="text3"), 0, column)

    def _add_line(self, grid: QGridLayout, line: int, heading: str, samples: Sequence[str]) -> None:
        box = self._box(heading)
        chip = ChipLabel(Chip(""))
        self.boxes[heading], self.chips[heading] = box, chip
        name = Words(_cut(heading), bold=True)
        name.setToolTip(heading)
        values = Words(listed(samples), tone="text2")
        values.setWordWrap(True)
        name.setBuddy(box)
        for column, widget in enumerate((name, values, box, chip)):
            grid.addWidget(widget, line, column, Qt.AlignmentFlag.AlignVCenter)
        self._mark(heading)

    def _box(self, heading: str) -> FieldBox:
        box = FieldBox()
        box.setFixedWidth(_BOX)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.setAccessibleName(self.tr("“{heading}”导入成").format(heading=heading))
        box.addItem(self.tr("不导入"), LEFT_OUT)
        fields = self._source.fields if self._source else ()
        for field in fields:
            box.addItem(field.title, field.name)
        preset = self._preset[heading]
        if box.findData(preset) < 0:
            box.addItem(self.tr("认得，但程序不记"), preset)
        box.setCurrentIndex(box.findData(preset))
        box.currentIndexChanged.connect(lambda _place: self._on_chosen(heading))
        box.reached.connect(partial(QTimer.singleShot, 0, self, partial(self._show_box, box)))
        return box

    def _show_box(self, box: FieldBox) -> None:
        """Scroll to a box once the page is laid out."""
        if box in self.boxes.values():
            self._area.ensureWidgetVisible(box)

    def _on_chosen(self, heading: str) -> None:
        self._mark(heading)
        self._tell()
        self.changed.emit()

    def _mark(self, heading: str) -> None:
        field = self.boxes[heading].currentData()
        known = {each.name for each in self._source.fields} if self._source else set()
        if field != self._preset[heading]:
            chip = Chip(self.tr("你选的"), "info")
        elif field in known:
            chip = Chip(self.tr("认出"), "ok")
        elif field == LEFT_OUT:
            chip = Chip(self.tr("不认得"), "warn")
        else:
            chip = Chip(self.tr("不记"), "mute")
        self.chips[heading].set_chip(chip)

    def _tell(self) -> None:
        taken, count = self.recognised()
        obstacle = self.obstacle()
        words = self.tr("{count} 列里导入 {taken} 列").format(count=count, taken=taken)
        self.summary.setText(obstacle or words)
        self.summary.set_tone("bad" if obstacle else "text2")


def _meanings(header: HeaderMap) -> Mapping[str, str]:
    return {
        header.headings[column]: field
        for field, columns in header.columns.items()
        for column in columns
    }


def _samples(sheet: Sheet, header: HeaderMap, column: int) -> list[str]:
    """The first different values of a column."""
    found: dict[str, None] = {}
    for row in sheet.rows[header.header_row + 1 :]:
        text = shown(row[column]).strip() if column < len(row) else ""
        if text:
            found[_cut(" ".join(text.split()))] = None
        if len(found) == _SAMPLES:
            break
    return list(found)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"

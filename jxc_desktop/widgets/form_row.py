"""A field with its label and its error: label at the left in documents, above in narrow forms."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from jxc_desktop.widgets.labels import Words, repolish
from jxc_desktop.widgets.tokens import Size, Space


class FormRow(QWidget):
    """A label and its field; an error stands below the field and outlines it."""

    def __init__(
        self,
        label: str,
        field: QWidget,
        *,
        side: Literal["left", "above"] = "left",
        label_width: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.label = Words(label, tone="text2")
        self.label.setBuddy(field)
        self.error = Words(size=Size.HINT, tone="bad")
        self.error.setWordWrap(True)
        self.error.hide()
        field.setAccessibleName(label)
        self._lay_out(side, label_width)

    def set_error(self, reason: str) -> None:
        """Say why the field cannot stay so; an empty reason clears it."""
        self.error.setText(reason)
        self.error.setVisible(bool(reason))
        self.field.setAccessibleDescription(reason)
        self.field.setToolTip(reason)
        if bool(self.field.property("wrong")) != bool(reason):
            self.field.setProperty("wrong", bool(reason))
            repolish(self.field)

    def _lay_out(self, side: str, label_width: int) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(Space.LABEL)
        grid.setHorizontalSpacing(Space.ROW)
        row, column = (0, 1) if side == "left" else (1, 0)
        grid.addWidget(self.label, 0, 0)
        grid.addWidget(self.field, row, column)
        grid.addWidget(self.error, row + 1, column)
        grid.setColumnStretch(column, 1)
        if label_width:
            self.label.setMinimumWidth(label_width)


class FormGrid(QWidget):
    """Form rows side by side in `columns` columns, read from left to right, then down."""

    def __init__(
        self, rows: Sequence[FormRow], columns: int = 3, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.rows = tuple(rows)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.FIELD_COLUMN)
        grid.setVerticalSpacing(Space.ROW)
        for number, row in enumerate(self.rows):
            place = divmod(number, columns)
            grid.addWidget(row, *place, Qt.AlignmentFlag.AlignTop)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
            self._align_labels(self.rows[column::columns])
        for before, after in zip(self.rows, self.rows[1:], strict=False):
            QWidget.setTabOrder(before.field, after.field)

    @staticmethod
    def _align_labels(rows: Sequence[FormRow]) -> None:
        width = max((row.label.sizeHint().width() for row in rows), default=0)
        for row in rows:
            row.label.setMinimumWidth(width)


def stacked(*widgets: QWidget, gap: int = Space.ROW) -> QWidget:
    """Widgets one below the other, without margins."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    for widget in widgets:
        column.addWidget(widget)
    return holder

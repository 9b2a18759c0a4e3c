"""Labels of the till in the sizes of the tokens."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from jxc_desktop.widgets.look import font
from jxc_desktop.widgets.tokens import Size

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def label(
    text: str = "",
    size: int = Size.BODY,
    *,
    tone: str = "",
    bold: bool = False,
    right: bool = False,
) -> QLabel:
    """A label; `tone` names a token for its words."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(font(size, bold=bold))
    if tone:
        made.setProperty("tone", tone)
    if right:
        made.setAlignment(_RIGHT)
    return made


def set_tone(target: QLabel, tone: str) -> None:
    """Colour a label by another token."""
    if target.property("tone") != tone:
        target.setProperty("tone", tone)
        target.style().unpolish(target)
        target.style().polish(target)


def yielding(target: QLabel) -> QLabel:
    """The label gives its room away rather than widen what it stands in."""
    target.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return target


def row_of(*widgets: QWidget | None, spacing: int = 8) -> QHBoxLayout:
    """Widgets side by side; None takes what room is left."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row

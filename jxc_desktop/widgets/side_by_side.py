"""A list and, beside it, what its current row is about."""

from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from jxc_desktop.widgets.tokens import Space


def side_by_side(
    listed: QWidget, about: QVBoxLayout, widths: tuple[int, int], *, grows: int = 1
) -> QSplitter:
    """`listed` at the left and `about` at the right, neither of which can be pushed away; `grows` takes new room.

    `widths` are px to begin with.
    """
    right = QWidget()
    about.setContentsMargins(Space.BLOCK, 0, 0, 0)
    about.setSpacing(Space.ROW)
    right.setLayout(about)
    split = QSplitter()
    split.addWidget(listed)
    split.addWidget(right)
    split.setStretchFactor(grows, 1)
    split.setSizes(list(widths))
    split.setChildrenCollapsible(False)
    return split

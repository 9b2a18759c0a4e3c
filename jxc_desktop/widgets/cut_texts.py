"""Texts that do not fit their place, asked of the widgets of a window: what a person would see cut."""

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QTabBar, QWidget

from jxc_desktop.widgets.grid import Grid

_ROUNDING = 1
"""Px by which a hint may exceed its widget without a letter being lost."""


def cut_texts(window: QWidget) -> list[str]:
    """Every text in sight that does not fit, with the name of the list it stands in."""
    found: list[str] = []
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            found += _cut_in(widget)
    return found


def _cut_in(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, Grid):
        name = widget.accessibleName()
        yield from (f"{name}: {text}" for _row, _key, text in widget.elided_cells())
    elif isinstance(widget, QTabBar):
        yield from (
            widget.tabText(place) for place in range(widget.count()) if _cut_tab(widget, place)
        )
    elif isinstance(widget, QLabel):
        if widget.text() and (
            _low(widget) if widget.wordWrap() else _narrow(widget, widget.sizeHint().width())
        ):
            yield widget.text()
    elif isinstance(widget, QAbstractButton | QComboBox):
        words = widget.currentText() if isinstance(widget, QComboBox) else widget.text()
        if words and _narrow(widget, widget.minimumSizeHint().width()):
            yield words


def _narrow(widget: QWidget, wanted: int) -> bool:
    return wanted > widget.width() + _ROUNDING


def _cut_tab(bar: QTabBar, place: int) -> bool:
    """Whether a tab in sight has less room than its words and its icon."""
    room = bar.tabRect(place)
    if not bar.rect().contains(room):
        return False
    words = bar.fontMetrics().horizontalAdvance(bar.tabText(place).replace("&&", "&"))
    return words + (0 if bar.tabIcon(place).isNull() else bar.iconSize().width()) > room.width()


def _low(label: QLabel) -> bool:
    """Whether lines of a wrapped text are missing."""
    return label.heightForWidth(label.width()) > label.height() + _ROUNDING

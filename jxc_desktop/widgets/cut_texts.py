"""Texts that do not fit their place, asked of the widgets of a window: what a person would see cut."""

from collections.abc import Iterable, Iterator
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QWidget,
)

from jxc_desktop.widgets.grid import Grid

_ROUNDING = 1
"""Px by which a hint may exceed its widget without a letter being lost."""


@runtime_checkable
class PaintsWords(Protocol):
    """A widget that paints its words itself and so must tell which of them it cuts."""

    def cut_words(self) -> Iterable[str]:
        """The words that do not fit as they stand now."""


def cut_texts(window: QWidget) -> list[str]:
    """Every text in sight that does not fit once the layouts are done, with the name of the list it stands in."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    found: list[str] = []
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            found += _cut_in(widget)
            if _clipped(widget):
                found.append(_words(widget))
    return found


def _words(widget: QWidget) -> str:
    """What stands on a label, a button or a drop-down; of others nothing is asked."""
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def _clipped(widget: QWidget) -> bool:
    """Whether a widget with words reaches beyond what holds it, so that an edge cuts them; what scrolls may."""
    if not _words(widget):
        return False
    holder = widget.parentWidget()
    while holder is not None and not widget.isWindow():
        if isinstance(holder.parentWidget(), QAbstractScrollArea):
            return False
        place = QRect(widget.mapTo(holder, QPoint(0, 0)), widget.size())
        if not holder.rect().adjusted(-_ROUNDING, -_ROUNDING, _ROUNDING, _ROUNDING).contains(place):
            return True
        if holder.isWindow():
            return False
        holder = holder.parentWidget()
    return False


def _cut_in(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, PaintsWords):
        yield from widget.cut_words()
    elif isinstance(widget, Grid):
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
    elif isinstance(widget, QComboBox):
        if _cut_choice(widget):
            yield widget.currentText()
    elif (
        isinstance(widget, QAbstractButton)
        and widget.text()
        and _narrow(widget, widget.minimumSizeHint().width())
    ):
        yield widget.text()


def _narrow(widget: QWidget, wanted: int) -> bool:
    return _narrow_by(wanted, widget.width())


def _narrow_by(wanted: int, room: int) -> bool:
    return wanted > room + _ROUNDING


def _cut_choice(box: QComboBox) -> bool:
    """Whether what is chosen has no room; what could be chosen has a list of its own."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box)
    return _narrow_by(box.fontMetrics().horizontalAdvance(box.currentText()), room.width())


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

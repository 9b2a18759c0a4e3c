"""What a picture of a window would show, asked of the widgets: texts that are cut."""

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QTabBar, QWidget

from jxc_desktop.widgets.grid import Grid


def cut_texts(window: QWidget) -> list[str]:
    """Every text in sight that does not fit its place."""
    found: list[str] = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            found += _cut_in(widget)
    return found


def _cut_in(widget: QWidget) -> list[str]:
    if isinstance(widget, Grid):
        return [f"{widget.accessibleName()}: {text}" for _row, _key, text in widget.elided_cells()]
    if isinstance(widget, QTabBar):
        return [
            widget.tabText(n) for n in range(widget.count()) if "…" in widget.tabText(n).rstrip("…")
        ]
    if isinstance(widget, QLabel):
        words = widget.text()
        narrow = widget.sizeHint().width() > widget.width() + 1
        return [words] if words and narrow and not widget.wordWrap() else []
    if isinstance(widget, QAbstractButton | QComboBox):
        narrow = widget.minimumSizeHint().width() > widget.width() + 1
        words = widget.currentText() if isinstance(widget, QComboBox) else widget.text()
        return [words] if words and narrow else []
    return []

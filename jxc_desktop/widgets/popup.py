"""The popup under a field that searches: a few rows, key caps in the footer, never the focus."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from jxc_desktop.core.i18n import translate
from jxc_desktop.widgets.columns import Column
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.keycap import KeyHints
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.look import scaled
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import RowHeight, Size, Space

MOST_ROWS = 8
_SHADOW = 20
_SHADOW_DOWN = 4
_SHADOW_ALPHA = 61
_FOOTER = 28
Choice = TypeVar("Choice")


def _found(text: str, count: int) -> str:
    return translate("widgets", "“{text}”找到 {count} 个").format(text=text, count=count)


def _missing(text: str) -> str:
    return translate("widgets", "没有“{text}”。换个说法").format(text=text)


@dataclass(frozen=True)
class Suggestions(Generic[Choice]):
    """How choices are shown: columns, extra keys for the footer, and the words for what was found or not."""

    columns: Sequence[Column[Choice]]
    keys: Sequence[tuple[str, str]] = ()
    found: Callable[[str, int], str] = _found
    missing: Callable[[str], str] = _missing
    width: int = 0


class SuggestPopup(QWidget):
    """Choices in a tool window that leaves the focus where it is."""

    highlighted = Signal(object)
    """The choice under the bar, at once as it moves."""
    taken = Signal(object)
    """A choice was clicked."""

    def __init__(self, suggestions: Suggestions[Any], parent: QWidget) -> None:
        flags = (
            Qt.WindowType.ToolTip  # the one kind that no system activates
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
            | Qt.WindowType.NoDropShadowWindowHint
        )
        super().__init__(parent, flags)
        self._field = parent
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAccessibleName(self.tr("候选"))
        self._suggestions = suggestions
        self._model: RowsModel[Any] = RowsModel(suggestions.columns, self)
        self.grid = Grid(
            self._model, row_height=RowHeight.STANDARD, header_height=RowHeight.HEADER_COMPACT
        )
        self._words = Words(size=Size.HINT, tone="text2")
        self._lay_out()
        self.grid.row_changed.connect(self.highlighted)
        self.grid.clicked.connect(lambda _index: self.taken.emit(self.grid.current()))

    @property
    def count(self) -> int:
        """How many choices are shown."""
        return self._model.rowCount()

    def current(self) -> Any:
        """The choice under the bar, or None."""
        return self.grid.current()

    def words(self) -> str:
        """What the footer says was found."""
        return self._words.text()

    def show_choices(self, text: str, choices: Sequence[Any], field: QRect) -> None:
        """Show choices for `text` under the field (a rectangle on the screen), or above it for want of room."""
        shown = list(choices)[:MOST_ROWS]
        self._model.set_rows(shown)
        self.grid.setVisible(bool(shown))
        suggestions = self._suggestions
        self._words.setText(
            suggestions.found(text, len(choices)) if shown else suggestions.missing(text)
        )
        self._place(field, len(shown))
        self.show()
        if shown:
            self.grid.go_to(0)

    def step(self, rows: int) -> None:
        """Move the bar; at the ends it stays."""
        last = self._model.rowCount() - 1
        self.grid.go_to(min(max(self.grid.current_row() + rows, 0), last))

    def _lay_out(self) -> None:
        frame = QFrame(self)
        frame.setProperty("look", "popup")
        shadow = QGraphicsDropShadowEffect(frame)
        shadow.setBlurRadius(_SHADOW)
        shadow.setOffset(0, _SHADOW_DOWN)
        shadow.setColor(QColor(0, 0, 0, _SHADOW_ALPHA))
        frame.setGraphicsEffect(shadow)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_SHADOW, 0, _SHADOW, _SHADOW)
        outer.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        outer.addWidget(frame)
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        inner.addWidget(self.grid)
        self._footer_row = self._footer()
        inner.addLayout(self._footer_row)
        for widget in (self.grid, self.grid.viewport(), self.grid.horizontalHeader()):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.grid.setHorizontalScrollBarPolicy(never)
        self.grid.setVerticalScrollBarPolicy(never)

    def _footer(self) -> QHBoxLayout:
        keys = (
            ("↑↓", self.tr("选择")),
            ("Enter", self.tr("取用")),
            *self._suggestions.keys,
            ("Esc", self.tr("关闭")),
        )
        row = QHBoxLayout()
        row.setContentsMargins(Space.CELL, 0, Space.CELL, 0)
        row.addWidget(self._words)
        row.addSpacing(Space.PANE)
        row.addStretch(1)
        row.addWidget(KeyHints(keys))
        self._words.setFixedHeight(scaled(_FOOTER))
        return row

    def _place(self, field: QRect, rows: int) -> None:
        table = scaled(RowHeight.HEADER_COMPACT) + rows * scaled(RowHeight.STANDARD) if rows else 0
        height = table + scaled(_FOOTER) + 2 + _SHADOW
        self.grid.setFixedHeight(table)
        columns = sum(scaled(column.width) for column in self._suggestions.columns)
        wanted = max(
            self._suggestions.width, columns + 4, self._footer_row.sizeHint().width() + Space.PANE
        )
        screen = self._field.screen().availableGeometry()
        width = min(wanted, screen.width())
        left = min(max(field.left(), screen.left()), screen.right() + 1 - width)
        below = field.bottom() + 2
        fits = below + height - _SHADOW <= screen.bottom()
        top = below if fits else field.top() - height + _SHADOW - 2
        self.setGeometry(left - _SHADOW, top, width + 2 * _SHADOW, height)
        self.grid.arrangement.fit()


def on_screen(widget: QWidget) -> QRect:
    """The rectangle of a widget on the screen."""
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())

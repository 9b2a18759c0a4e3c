"""来源 and 下游: what a document follows and what follows it; Enter or a click opens it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from jxc_desktop.stock.ordering.views import FollowerView
from jxc_desktop.widgets.formats import money_text, short_day_text
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.tokens import Size, Space

Source = tuple[str, str]
"""Kind and number of what a document follows."""


class PaperLinks(QWidget):
    """Nothing where there is nothing; several followers are one word that offers them all."""

    opened = Signal(str, str)
    """Kind and number of the document that is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.LABEL)
        self.links: list[QPushButton] = []

    def show_links(self, source: Source | None, followers: Sequence[FollowerView] = ()) -> None:
        """Show what a document follows and what follows it."""
        while (item := self._row.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        self.links = []
        if source is not None:
            self._add(self.tr("来源"), *source)
        if len(followers) == 1:
            self._add(self.tr("下游"), followers[0].kind, followers[0].number)
        elif followers:
            self._add_menu(followers)

    def _add(self, word: str, kind: str, number: str) -> None:
        self._put(word, number, partial(self._open, kind, number))

    def _add_menu(self, followers: Sequence[FollowerView]) -> None:
        said = self.tr("%n 张", "", len(followers))
        self._put(self.tr("下游"), said, partial(self.offer, followers))

    def offer(self, followers: Sequence[FollowerView]) -> QMenu:
        """Offer every document that follows."""
        menu = QMenu(self)
        for linked in followers:
            item = menu.addAction(_words(linked))
            item.triggered.connect(partial(self._open, linked.kind, linked.number))
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        return menu

    def _open(self, kind: str, number: str, _checked: bool = False) -> None:
        self.opened.emit(kind, number)

    def _put(self, word: str, text: str, go: Callable[..., object]) -> None:
        button = _Link(text)
        button.setProperty("look", "link")
        button.setAccessibleName(f"{word} {text}")
        button.clicked.connect(lambda _checked: go())
        self._row.addWidget(Words(word, Size.HINT, tone="text2"))
        self._row.addWidget(button)
        self.links.append(button)


class _Link(QPushButton):
    """Enter opens as a click does."""

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        if arg__1.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(arg__1)


def _words(linked: FollowerView) -> str:
    day = short_day_text(linked.day)
    total = "" if linked.total is None else money_text(linked.total)
    return "  ".join(filter(None, (linked.number, day, total)))

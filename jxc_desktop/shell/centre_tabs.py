"""The tabs at the centre: documents, lists, reports, wizards."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QTabBar, QTabWidget, QWidget

from jxc_desktop.shell.pane_spec import PaneSpec
from jxc_desktop.widgets.icons import icon, paint_icon
from jxc_desktop.widgets.look import colour, font
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.tokens import Size

UNSAVED = "● "
_CLOSE = 16


@dataclass(slots=True)
class _Tab:
    spec: PaneSpec
    pane: Pane
    subject: object
    about: str = ""
    unsaved: bool = False

    @property
    def label(self) -> str:
        alone = self.spec.named_by_subject and self.about
        words = self.about if alone else f"{self.spec.title} {self.about}".strip()
        return (UNSAVED if self.unsaved else "") + words.replace("&", "&&")


class _Close(QAbstractButton):
    """The × of a tab; keys have Ctrl+W."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedSize(_CLOSE, _CLOSE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), colour("mute_bg"))
        paint_icon(painter, "x", self.rect().adjusted(2, 2, -2, -2), "text3")


class _Bar(QTabBar):
    """A click with the middle button closes."""

    middle_clicked = Signal(int)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and number >= 0:
            self.middle_clicked.emit(number)
            return
        super().mouseReleaseEvent(event)


class CentreTabs(QTabWidget):
    """One tab per pane; a pane that stands once per subject has one for each."""

    pane_shown = Signal(object)
    """The pane now in front, or None."""
    pane_closed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: list[_Tab] = []
        self._needed: tuple[QSize, QSize] | None = None
        bar = _Bar()
        bar.middle_clicked.connect(self.close_tab)
        self.setTabBar(bar)
        self.setDocumentMode(True)
        self.setMovable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setProperty("look", "canvas")
        self.setAccessibleName(self.tr("打开的页面"))
        self.currentChanged.connect(self._on_current)

    def add(self, spec: PaneSpec, pane: Pane, subject: object = None, about: str = "") -> None:
        """Put a pane into a new tab and bring it to the front."""
        tab = _Tab(spec, pane, subject, about)
        self._tabs.append(tab)
        pane.subject_changed.connect(partial(self._tell, pane))
        pane.unsaved_changed.connect(partial(self._dot, pane))
        number = self.addTab(pane, icon(spec.icon), tab.label)
        self.setTabToolTip(number, tab.label)
        self._put_close_button(number, pane)
        self.setCurrentIndex(number)

    def pane_of(self, spec: PaneSpec, subject: object = None) -> Pane | None:
        """The open pane of that kind, of that subject when it stands once per subject."""
        for tab in self._tabs:
            if tab.spec.name == spec.name and (not spec.many or tab.subject == subject):
                return tab.pane
        return None

    def current_pane(self) -> Pane | None:
        """The pane in front."""
        pane = self.currentWidget()
        return pane if isinstance(pane, Pane) else None

    def panes(self) -> tuple[Pane, ...]:
        """Every open pane."""
        return tuple(tab.pane for tab in self._tabs)

    def names(self) -> list[str]:
        """The names of the panes without a subject, for opening them again."""
        return [tab.spec.name for tab in self._tabs if tab.subject is None]

    def close_tab(self, number: int) -> None:
        """Close a tab unless its pane must stay."""
        pane = self.widget(number)
        if not isinstance(pane, Pane) or not pane.may_close():
            return
        pane.cancel_work()
        self._tabs = [tab for tab in self._tabs if tab.pane is not pane]
        self.removeTab(number)
        self.pane_closed.emit(pane)
        pane.deleteLater()

    def let_go(self, pane: Pane) -> str:
        """Take a pane out without closing it, for another workspace; returns what it is about."""
        [about] = [tab.about for tab in self._tabs if tab.pane is pane]
        self._tabs = [tab for tab in self._tabs if tab.pane is not pane]
        self.removeTab(self.indexOf(pane))
        return about

    def close_current(self) -> None:
        """Ctrl+W."""
        self.close_tab(self.currentIndex())

    def step(self, by: int) -> None:
        """Ctrl+Tab and Ctrl+Shift+Tab."""
        if self.count():
            self.setCurrentIndex((self.currentIndex() + by) % self.count())

    def event(self, event: QEvent) -> bool:
        """A label that gets other words asks for other room, and Qt lays out and paints the whole window for it.

        Unless what the pane and the tabs need has changed, nobody outside the pane has to know.
        """
        if event.type() == QEvent.Type.LayoutRequest:
            needed = self.minimumSizeHint(), self.tabBar().sizeHint()
            if needed == self._needed:
                return True
            self._needed = needed
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's own would draw no more than a line beside the tabs."""
        if self.count():
            return
        painter = QPainter(self)
        painter.setPen(colour("text3"))
        painter.setFont(font(Size.CARD_TITLE))
        words = self.tr("按 Ctrl+K 找商品、单据、报表和功能")
        painter.drawText(QRect(self.rect()), Qt.AlignmentFlag.AlignCenter, words)

    def _tell(self, pane: Pane, about: str) -> None:
        for tab in self._tabs:
            if tab.pane is pane:
                tab.about = about
                self._relabel(tab)

    def _dot(self, pane: Pane, unsaved: bool) -> None:
        for tab in self._tabs:
            if tab.pane is pane:
                tab.unsaved = unsaved
                self._relabel(tab)

    def _relabel(self, tab: _Tab) -> None:
        number = self.indexOf(tab.pane)
        if self.tabText(number) != tab.label:  # Qt lays out and paints the whole pane for a label
            self.setTabText(number, tab.label)
            self.setTabToolTip(number, tab.label)

    def _put_close_button(self, number: int, pane: Pane) -> None:
        button = _Close(self.tr("关闭  Ctrl+W"))
        button.clicked.connect(lambda: self.close_tab(self.indexOf(pane)))
        self.tabBar().setTabButton(number, QTabBar.ButtonPosition.RightSide, button)

    def _on_current(self, _number: int) -> None:
        self.pane_shown.emit(self.current_pane())

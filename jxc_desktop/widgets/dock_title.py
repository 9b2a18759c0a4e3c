"""The title of a dock: icon, name, what it is about, and ×; a double click floats it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QWidget

from jxc_desktop.widgets.buttons import IconButton
from jxc_desktop.widgets.labels import IconLabel, Words
from jxc_desktop.widgets.look import colour, scaled
from jxc_desktop.widgets.tokens import ICON, RowHeight, Size, Space


class DockTitle(QWidget):
    """32 px: [icon] 名称 subject … ×. Leaves the mouse to the dock, which moves and floats by it."""

    def __init__(self, dock: QDockWidget, icon_name: str, name: str, subject: str = "") -> None:
        super().__init__(dock)
        self._name = Words(name, bold=True)
        self._subject = Words(size=Size.HINT, tone="text2")
        self._whole = ""
        self._aside = QHBoxLayout()
        self._close = IconButton("x", self.tr("关闭"))
        self._close.clicked.connect(dock.close)
        self._lay_out(icon_name)
        self.set_subject(subject)

    def set_subject(self, subject: str) -> None:
        """Say what the dock shows: the product, the customer."""
        self._whole = subject
        self._fit()
        self.setAccessibleName(f"{self._name.text()} {subject}".strip())

    @property
    def subject(self) -> str:
        """What the dock shows."""
        return self._whole

    def add(self, widget: QWidget) -> None:
        """Put a chip or a word before the ×."""
        self._aside.addWidget(widget)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """What does not fit goes word by word from the end: the name of a product without its size is a name too."""
        others = self._name.sizeHint().width() + ICON + self._close.sizeHint().width()
        others += self._aside.sizeHint().width() + Space.BLOCK + Space.LABEL + 5 * Space.ROW
        room, words = self.width() - others, self._whole.split(" ")
        metrics = self._subject.fontMetrics()
        while words and metrics.horizontalAdvance(" ".join(words)) > room:
            words.pop()
        self._subject.setText(" ".join(words))
        self.setToolTip("" if " ".join(words) == self._whole else self._whole)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), scaled(RowHeight.DOCK_TITLE))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, scaled(RowHeight.DOCK_TITLE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("surface"))

    def _lay_out(self, icon_name: str) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.BLOCK, 0, Space.LABEL, 0)
        row.setSpacing(Space.ROW)
        row.addWidget(IconLabel(icon_name))
        row.addWidget(self._name)
        row.addWidget(self._subject)
        row.addStretch(1)
        row.addLayout(self._aside)
        row.addWidget(self._close)
        for label in (self._name, self._subject):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def make_dock(
    name: str, icon_name: str, content: QWidget, parent: QWidget | None = None
) -> QDockWidget:
    """A dock with this title around a widget; its object name is the content's, for saved layouts."""
    dock = QDockWidget(name, parent)
    dock.setObjectName(content.objectName() or type(content).__name__)
    dock.setTitleBarWidget(DockTitle(dock, icon_name, name))
    dock.setWidget(content)
    return dock

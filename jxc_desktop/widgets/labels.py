"""Words and icons that keep their place in the scale of type and follow the theme while they stand."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from jxc_desktop.widgets.icons import paint_icon
from jxc_desktop.widgets.look import font
from jxc_desktop.widgets.tokens import ICON, Size

_LOOKS = frozenset({QEvent.Type.PaletteChange, QEvent.Type.StyleChange})


class Words(QLabel):
    """A label of a size of the tokens; `tone` is `text2`, `text3`, `ok`, `warn`, `bad`, `accent` or empty."""

    def __init__(
        self,
        text: str = "",
        size: int = Size.BODY,
        *,
        bold: bool = False,
        tone: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._size, self._bold = size, bold
        super().__init__(text, parent)
        self.setProperty("tone", tone)
        self.setFont(font(size, bold=bold))

    @property
    def tone(self) -> str:
        """The token of the colour now."""
        return str(self.property("tone"))

    def set_tone(self, tone: str) -> None:
        """Take another colour."""
        if tone != self.property("tone"):
            self.setProperty("tone", tone)
            repolish(self)

    def set_size(self, size: int) -> None:
        """Take another size of type."""
        self._size = size
        self.setFont(font(size, bold=self._bold))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        wanted = font(self._size, bold=self._bold)
        if event.type() in _LOOKS and self.font().pixelSize() != wanted.pixelSize():
            self.setFont(wanted)


class IconLabel(QWidget):
    """An icon beside a word, tinted anew each time it is drawn."""

    def __init__(
        self, name: str = "", tint: str = "text2", size: int = ICON, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._tint = name, tint
        self.setFixedSize(QSize(size, size))

    def set_icon(self, name: str, tint: str = "text2") -> None:
        """Show another icon; an empty name hides it."""
        if (name, tint) == (self._name, self._tint) and self.isHidden() != bool(name):
            return
        self._name, self._tint = name, tint
        self.setVisible(bool(name))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._name:
            paint_icon(QPainter(self), self._name, self.rect(), self._tint)


def repolish(widget: QWidget) -> None:
    """Let the style sheet look again after a dynamic property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()

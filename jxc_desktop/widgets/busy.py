"""How a pane shows that it works: nothing at first, then a thin bar, then words and a way to cancel."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from jxc_desktop.widgets.look import colour
from jxc_desktop.widgets.messages import Messages

BAR_AFTER = 300
WORDS_AFTER = 1000
COUNT_AFTER = 5000
_BAR_HEIGHT = 2
_STEP_EVERY = 40
_STEPS = 50


class BusyBar(QWidget):
    """A bar of 2 px along the top edge of its parent; it walks while the length of the work is unknown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._under = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._share: float | None = None
        self._step = 0
        self._motion = QTimer(self, interval=_STEP_EVERY)
        self._motion.timeout.connect(self._walk)
        parent.installEventFilter(self)
        self.hide()

    def start(self) -> None:
        """Appear, of unknown length."""
        self._share, self._step = None, 0
        self._lie_on_top()
        self.show()
        self.raise_()
        if QApplication.isEffectEnabled(Qt.UIEffect.UI_General):
            self._motion.start()

    def reach(self, share: float) -> None:
        """Show a known part of the work, 0 to 1."""
        self._share = share
        self._motion.stop()
        self.update()

    def stop(self) -> None:
        """Disappear."""
        self._motion.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._lie_on_top()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("mute_bg"))
        width = self.width()
        if self._share is not None:
            painter.fillRect(0, 0, round(width * self._share), _BAR_HEIGHT, colour("accent"))
        else:
            part = width // 4
            left = (width + part) * self._step // _STEPS - part
            painter.fillRect(left, 0, part, _BAR_HEIGHT, colour("accent"))

    def _walk(self) -> None:
        self._step = (self._step + 1) % _STEPS
        self.update()

    def _lie_on_top(self) -> None:
        self.setGeometry(0, 0, self._under.width(), _BAR_HEIGHT)


class Busy(QObject):
    """Counts the work of one pane and lets its bar and words appear in time."""

    def __init__(self, pane: QWidget, messages: Messages, cancel: Callable[[], None]) -> None:
        super().__init__(pane)
        self.bar = BusyBar(pane)
        self._messages = messages
        self._cancel = cancel
        self._running = 0
        self._words = ""
        self._done, self._total = 0, 0
        self._since = QElapsedTimer()
        self._told = False
        self._bar_timer = QTimer(self, singleShot=True, interval=BAR_AFTER)
        self._bar_timer.timeout.connect(self.bar.start)
        self._words_timer = QTimer(self, singleShot=True, interval=WORDS_AFTER)
        self._words_timer.timeout.connect(self._tell)

    @property
    def telling(self) -> bool:
        """Whether words and 取消 are on the message line."""
        return self._told

    def begin(self) -> None:
        """One more piece of work has started."""
        self._running += 1
        if self._running == 1:
            self._words = ""
            self._done, self._total = 0, 0
            self._since.start()
            self._bar_timer.start()
            self._words_timer.start()

    def end(self) -> None:
        """One piece of work is over."""
        self._running -= 1
        if self._running == 0:
            self._bar_timer.stop()
            self._words_timer.stop()
            self.bar.stop()
            self._hush()

    def report(self, done: int, total: int, words: str) -> None:
        """Show how far the work is."""
        self._words = words
        self._done, self._total = done, total
        if total and self.bar.isVisible():
            self.bar.reach(done / total)
        if self._told:
            self._messages.work(self._sentence(), self._cancel)

    def _tell(self) -> None:
        self._told = True
        self._messages.work(self._sentence(), self._cancel)

    def _hush(self) -> None:
        if self._told:
            self._told = False
            self._messages.work("")

    def _sentence(self) -> str:
        words = self._words or self.tr("正在处理")
        passed = self._since.elapsed()
        if passed < COUNT_AFTER or not 0 < self._done <= self._total:
            return words
        left = passed * (self._total - self._done) // self._done // 1000 + 1
        return self.tr("{words} {done} / {total}，约剩 {left} 秒").format(
            words=words, done=self._done, total=self._total, left=left
        )

"""What the program says: one line at a time, kept for the day, never a box that takes the focus."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from jxc_desktop.core.clock import Clock

SHOWN_FOR = 6000
"""Milliseconds that information and success stay."""
KEPT = 500
MOST_LINKS = 2


class Tone(StrEnum):
    """How much a message matters; its value is the token of its colour."""

    INFO = "info"
    SUCCESS = "ok"
    NOTICE = "warn"
    ERROR = "bad"


@dataclass(frozen=True, slots=True)
class Link:
    """Something the user can do about a message: 「撤销 Ctrl+Z」."""

    text: str
    run: Callable[[], None]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence said to the user at a moment."""

    tone: Tone
    text: str
    at: datetime
    links: tuple[Link, ...] = ()


class Messages(QObject):
    """Says sentences and remembers those of today.

    Information and success go after 6 s, a notice at the user's next action, an error when it was seen: when it
    is clicked, when the list is opened, or when what the user did next succeeded.
    """

    shown = Signal(object)
    """The `Message` now to be shown, or None."""
    working = Signal(str, object)
    """Words about work under way and the callable that cancels it; empty words when it is over."""

    def __init__(self, clock: Clock | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock or Clock()
        self._kept: deque[Message] = deque(maxlen=KEPT)
        self._current: Message | None = None
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._timer.timeout.connect(self._clear)

    @property
    def current(self) -> Message | None:
        """The message shown now."""
        return self._current

    def today(self) -> list[Message]:
        """The messages of today, newest first."""
        day = self._clock.today()
        return [message for message in reversed(self._kept) if message.at.date() == day]

    def info(self, text: str, *links: Link) -> None:
        """Tell something that needs nothing done."""
        self._say(Tone.INFO, text, links)

    def success(self, text: str, *links: Link) -> None:
        """Tell that what was asked for is done."""
        self._say(Tone.SUCCESS, text, links)

    def notice(self, text: str, *links: Link) -> None:
        """Tell something to be looked at; stays until the next action."""
        self._say(Tone.NOTICE, text, links)

    def error(self, text: str, *links: Link) -> None:
        """Tell what went wrong and what to do; stays until seen."""
        self._say(Tone.ERROR, text, links)

    def work(self, words: str, cancel: Callable[[], object] | None = None) -> None:
        """Show words about work under way; empty words end them."""
        self.working.emit(words, cancel)

    def next_action(self) -> None:
        """The user did something: a notice has served."""
        if self._current and self._current.tone is Tone.NOTICE:
            self._clear()

    def seen(self) -> None:
        """The user has seen what stands there."""
        self._clear()

    def _say(self, tone: Tone, text: str, links: tuple[Link, ...]) -> None:
        moment = self._clock.local(self._clock.milliseconds())
        message = Message(tone, text, moment, links[:MOST_LINKS])
        self._kept.append(message)
        if tone is Tone.INFO and self._current and self._current.tone is Tone.ERROR:
            return
        self._show(message)

    def _show(self, message: Message | None) -> None:
        self._current = message
        self._timer.stop()
        if message and message.tone in {Tone.INFO, Tone.SUCCESS}:
            self._timer.start()
        self.shown.emit(message)

    def _clear(self) -> None:
        self._show(None)

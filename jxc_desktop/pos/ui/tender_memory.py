"""What was typed into the tender before the program was killed: it comes back for the same ticket, once."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer

from jxc_desktop.shop.keys import Key
from jxc_desktop.widgets.ui_settings import UiSettings

SOON = 150
"""Milliseconds in which several keys make one write."""


class TenderMemory(QObject):
    """Kept in this machine's settings, by the ticket's key; nothing of it is money until the ticket is posted."""

    def __init__(self, settings: UiSettings, till: str, parent: QObject) -> None:
        super().__init__(parent)
        self._settings, self._place = settings, f"till/{till}/tender"
        self._left: Any = settings.read(self._place)
        self._next: dict[str, Any] = {}
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._write)

    def left_of(self, key: Key) -> dict[str, int]:
        """Fen by way that were typed for the ticket when the program ended; asked again it is empty."""
        left, self._left = self._left, None
        if not isinstance(left, dict) or left.get("key") != key.value:
            return {}
        amounts = left.get("amounts")
        if not isinstance(amounts, dict):
            return {}
        return {str(way): fen for way, fen in amounts.items() if isinstance(fen, int) and fen > 0}

    def keep(self, key: Key, amounts: Mapping[str, int]) -> None:
        """Remember soon what is typed now."""
        self._next = {"key": key.value, "amounts": dict(amounts)}
        self._soon.start()

    def forget(self) -> None:
        """Paid, or given up."""
        self._soon.stop()
        self._settings.forget(self._place)

    def _write(self) -> None:
        self._settings.write(self._place, self._next)

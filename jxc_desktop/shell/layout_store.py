"""Where each person's arrangement of docks is kept: per user, workspace and class of screen, on this machine."""

import binascii
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass

from jxc_desktop.shell.screen_class import ScreenClass
from jxc_desktop.widgets.ui_settings import UiSettings

VERSION = 1
"""Goes into `QMainWindow.saveState`; raised when old arrangements no longer fit."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What `QMainWindow.saveState` gave, and the names of the docks that were there."""

    state: bytes
    docks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LayoutStore:
    """The arrangements of one user."""

    settings: UiSettings
    user: str

    def keep(self, workspace: str, screen: ScreenClass, state: bytes, docks: Iterable[str]) -> None:
        """Remember an arrangement."""
        text = b64encode(state).decode("ascii")
        self.settings.write(self._key(workspace, screen), {"state": text, "docks": list(docks)})

    def recall(self, workspace: str, screen: ScreenClass) -> Arrangement | None:
        """The arrangement kept, or None when there is none or it is broken."""
        kept = self.settings.read(self._key(workspace, screen))
        if not isinstance(kept, dict) or not isinstance(kept.get("docks"), list):
            return None
        try:
            state = b64decode(str(kept.get("state")), validate=True)
        except (binascii.Error, ValueError):
            return None
        return Arrangement(state, tuple(str(name) for name in kept["docks"]))

    def forget(self, workspace: str, screen: ScreenClass) -> None:
        """Drop an arrangement, for 恢复默认布局."""
        self.settings.forget(self._key(workspace, screen))

    def keep_workspace(self, workspace: str) -> None:
        """Remember where the user worked last."""
        self.settings.write(f"workspace/{self.user}", workspace)

    def last_workspace(self) -> str:
        """Where the user worked last, "" when not known."""
        return str(self.settings.read(f"workspace/{self.user}", ""))

    def _key(self, workspace: str, screen: ScreenClass) -> str:
        return f"layout/{self.user}/{workspace}/{screen.value}"

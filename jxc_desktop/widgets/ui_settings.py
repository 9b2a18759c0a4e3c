"""What the window remembers between two days: column layouts, docks, keys. Business settings live in the shop."""

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings


class UiSettings:
    """A small store of JSON values by key, kept in an ini file of this machine and user."""

    def __init__(self, path: Path) -> None:
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    def read(self, key: str, default: Any = None) -> Any:
        """The value kept under `key`; `default` when there is none or it cannot be read any more."""
        text = self._store.value(key)
        if not isinstance(text, str):
            return default
        try:
            return json.loads(text)
        except ValueError:
            return default

    def write(self, key: str, value: Any) -> None:
        """Keep a value that JSON can hold."""
        self._store.setValue(key, json.dumps(value, ensure_ascii=True))

    def forget(self, key: str) -> None:
        """Drop `key` and everything below it."""
        self._store.remove(key)

    def keys(self, group: str) -> list[str]:
        """The names kept directly or deeper below `group`, without the group."""
        self._store.beginGroup(group)
        names = self._store.allKeys()
        self._store.endGroup()
        return sorted(names)

"""How one user wants the columns of one grid: order, hidden ones and widths by key, under named 列方案.

Kept by key, so that a program update with other columns neither breaks a layout nor loses it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from jxc_desktop.widgets.columns import Column
from jxc_desktop.widgets.ui_settings import UiSettings

STANDARD = ""
"""The name of the layout a grid has before anybody names one."""


@dataclass(frozen=True, slots=True)
class ColumnLayout:
    """Which columns stand where, and how wide."""

    order: tuple[str, ...]
    hidden: frozenset[str] = frozenset()
    widths: Mapping[str, int] = field(default_factory=dict)

    def fitted(self, columns: Sequence[Column[Any]]) -> "ColumnLayout":
        """This layout for the columns there are now; unknown keys go, new columns come where they are declared."""
        keys = [column.key for column in columns]
        order = [key for key in self.order if key in keys]
        for place, column in enumerate(columns):
            if column.key not in order:
                before = [key for key in keys[:place] if key in order]
                order.insert(order.index(before[-1]) + 1 if before else 0, column.key)
        fresh = {column.key for column in columns if column.hidden and column.key not in self.order}
        hidden = (self.hidden & set(keys)) | fresh
        if len(hidden) == len(keys):
            hidden = frozenset()
        widths = {key: width for key, width in self.widths.items() if key in keys}
        return ColumnLayout(tuple(order), frozenset(hidden), widths)

    def as_json(self) -> dict[str, Any]:
        """The layout as the settings keep it."""
        return {
            "order": list(self.order),
            "hidden": sorted(self.hidden),
            "widths": dict(self.widths),
        }


def standard_layout(columns: Sequence[Column[Any]]) -> ColumnLayout:
    """The columns as they are declared."""
    hidden = frozenset(column.key for column in columns if column.hidden)
    return ColumnLayout(tuple(column.key for column in columns), hidden)


class ColumnLayouts:
    """The kept layouts of the grid `name`."""

    def __init__(self, settings: UiSettings, name: str, columns: Sequence[Column[Any]]) -> None:
        self._settings = settings
        self._path = f"grids/{name}"
        self._columns = columns

    def current_name(self) -> str:
        """The name of the layout in use."""
        return str(self._settings.read(f"{self._path}/current", STANDARD))

    def names(self) -> list[str]:
        """All layouts that were named, in order."""
        return sorted(self._all() - {STANDARD})

    def load(self, name: str | None = None) -> ColumnLayout:
        """A kept layout, the current one without a name; the declared one where none can be read."""
        kept = self._kept().get(self.current_name() if name is None else name)
        return _read(kept, self._columns) or standard_layout(self._columns)

    def save(self, layout: ColumnLayout, name: str | None = None) -> None:
        """Keep a layout under the current name or a new one, which becomes current."""
        name = self.current_name() if name is None else name
        self._settings.write(f"{self._path}/kept", self._kept() | {name: layout.as_json()})
        self._settings.write(f"{self._path}/current", name)

    def use(self, name: str) -> ColumnLayout:
        """Make a kept layout the current one."""
        self._settings.write(f"{self._path}/current", name)
        return self.load(name)

    def forget(self, name: str) -> None:
        """Drop a layout; the standard one becomes current."""
        kept = self._kept()
        kept.pop(name, None)
        self._settings.write(f"{self._path}/kept", kept)
        self._settings.write(f"{self._path}/current", STANDARD)

    def _kept(self) -> dict[str, Any]:
        kept = self._settings.read(f"{self._path}/kept", {})
        return kept if isinstance(kept, dict) else {}

    def _all(self) -> set[str]:
        return set(self._kept())


def _read(kept: Any, columns: Sequence[Column[Any]]) -> ColumnLayout | None:
    try:
        layout = ColumnLayout(
            tuple(map(str, kept["order"])),
            frozenset(map(str, kept["hidden"])),
            {str(key): int(width) for key, width in kept["widths"].items()},
        )
    except (TypeError, KeyError, ValueError, AttributeError):
        return None
    return layout.fitted(columns)

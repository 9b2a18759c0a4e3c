"""What the window knows of a pane before it is built: a line of the table of contents in `panes/`."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from jxc_desktop.widgets.pane import Context, Pane


class Area(StrEnum):
    """Where a pane stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    BOTTOM = "bottom"
    FULL = "full"
    """The whole window, without bars and docks: the till."""


@dataclass(frozen=True, slots=True)
class PaneSpec:
    """One pane: its place in window and menu, who may open it, and how it is made on first use.

    `title` is in the user's language, so specs are made anew when it changes. `menu` names a menu of `menus.py`,
    "" for a pane that is only opened on something. `kinds` are the document kinds that it shows by number; a pane
    with `many` stands once per subject; one `named_by_subject` has its subject alone as the name of its tab.
    """

    name: str
    title: str
    icon: str
    area: Area
    menu: str
    build: Callable[[Context], Pane]
    needs: str = ""
    key: str = ""
    words: str = ""
    kinds: frozenset[str] = frozenset()
    many: bool = False
    named_by_subject: bool = False

    def shows(self, kind: str) -> bool:
        """Whether `open(kind, …)` means this pane."""
        return kind == self.name or kind in self.kinds


def allowed_specs(specs: tuple[PaneSpec, ...], may: Callable[[str], bool]) -> tuple[PaneSpec, ...]:
    """The panes that exist for somebody with those rights."""
    return tuple(spec for spec in specs if not spec.needs or may(spec.needs))

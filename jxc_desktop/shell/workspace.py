"""Workspaces: named arrangements of panes for one kind of work (收银, 销售, 采购, 仓库, 会计, 老板)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from jxc_desktop.shell.pane_spec import Area, PaneSpec


@dataclass(frozen=True, slots=True)
class Workspace:
    """The names of the panes that a workspace opens with; one with `full` shows nothing else.

    `needs` is the right without which it does not exist, beside the rights of its panes; `roles` start in it.
    """

    name: str
    title: str
    left: tuple[str, ...] = ()
    centre: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    bottom: tuple[str, ...] = ()
    full: str = ""
    needs: str = ""
    roles: frozenset[str] = frozenset()

    def docks(self) -> tuple[tuple[Area, str], ...]:
        """Every dock with its area, in order."""
        parts = ((Area.LEFT, self.left), (Area.RIGHT, self.right), (Area.BOTTOM, self.bottom))
        return tuple((area, name) for area, names in parts for name in names)


def existing_workspaces(
    workspaces: Iterable[Workspace], specs: Iterable[PaneSpec], rights: Collection[str]
) -> tuple[Workspace, ...]:
    """The workspaces left for somebody whose panes are `specs`: without panes they may not open, none empty."""
    known = {spec.name for spec in specs}
    cut = (_cut(workspace, known) for workspace in workspaces)
    return tuple(
        workspace
        for workspace in cut
        if (workspace.full or workspace.left or workspace.centre)
        and (not workspace.needs or workspace.needs in rights)
    )


def _cut(workspace: Workspace, known: set[str]) -> Workspace:
    def kept(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if name in known)

    return replace(
        workspace,
        left=kept(workspace.left),
        centre=kept(workspace.centre),
        right=kept(workspace.right),
        bottom=kept(workspace.bottom),
        full=workspace.full if workspace.full in known else "",
    )

"""Who sits at the window, in which shop, with what at hand; handed in by `app.py`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from jxc_desktop.core.db import Database
from jxc_desktop.core.invariant import Invariant
from jxc_desktop.reports.report import Report
from jxc_desktop.shell.pane_spec import PaneSpec
from jxc_desktop.shell.workspace import Workspace
from jxc_desktop.shop.actor import Actor
from jxc_desktop.widgets.messages import Messages
from jxc_desktop.widgets.tasks import Tasks
from jxc_desktop.widgets.ui_settings import UiSettings


@dataclass(frozen=True, slots=True)
class Seat:
    """Everything a window is built from. `more` is passed on to panes in their `Context`."""

    database: Database
    actor: Actor
    tasks: Tasks
    messages: Messages
    settings: UiSettings
    specs: Sequence[PaneSpec]
    workspaces: Sequence[Workspace]
    reports: Sequence[Report] = ()
    invariants: Sequence[Invariant] = ()
    print_slip: Callable[..., None] = lambda *_slip, **_more: None
    more: Mapping[str, Any] = field(default_factory=dict)

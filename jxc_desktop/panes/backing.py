"""The backup that goes before what is hard to take back, handed to panes that may not know how it is made."""

from collections.abc import Callable
from functools import partial

from jxc_desktop.widgets.pane import Context
from jxc_desktop.widgets.tasks import Progress

BackUp = Callable[[Progress], str]
"""Makes a backup and says where it lies; "" where nobody has chosen a folder for backups."""


def back_up_first(context: Context, reason: str) -> BackUp | None:
    """How to back up before something done for `reason`; None where there is no shop to back up."""
    return partial(_back_up, context, reason) if "database" in context.more else None


def _back_up(context: Context, reason: str, progress: Progress) -> str:
    from jxc_desktop.safety.automatic import back_up_before

    more = context.more
    backup = back_up_before(
        more["database"], reason, more["invariants"], actor=more["actor"], progress=progress.report
    )
    return str(backup.path) if backup else ""

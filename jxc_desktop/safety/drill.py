"""The restore drill (恢复演练): the newest backup is restored beside the shop and compared with what it claims."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jxc_desktop.core.clock import Clock
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import ShopFileError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.invariant import Invariant
from jxc_desktop.safety.catalogue import backups_in
from jxc_desktop.safety.examine import examined, totals_of


@dataclass(frozen=True, slots=True)
class Drilled:
    """What a drill proved: which backup, what came back (counts and fen), broken rules, and how long it took."""

    backup: Path
    totals: dict[str, int]
    problems: tuple[str, ...]
    seconds: float

    @property
    def ok(self) -> bool:
        return not self.problems


def drill(
    folder: Path, invariants: Sequence[Invariant], *, clock: Clock, shop: str = ""
) -> Drilled:
    """Restore the newest backup in `folder` into a place of its own, prove it there, and throw it away."""
    found = backups_in(folder, shop=shop)
    if not found:
        raise ShopFileError(translate("safety", "{folder} 里没有备份").format(folder=folder))
    started = time.perf_counter()
    newest = found[-1].path
    with examined(newest, invariants, clock=clock) as proven:
        again = Database(proven.copy, clock=clock)
        try:
            totals = totals_of(again)
        finally:
            again.close()
        problems = proven.problems
    return Drilled(newest, totals, problems, round(time.perf_counter() - started, 3))

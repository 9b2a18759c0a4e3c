"""Deleting the backups that retention no longer keeps."""

from pathlib import Path

from jxc_desktop.core.clock import Clock
from jxc_desktop.safety.catalogue import Backup, backups_in, remove
from jxc_desktop.safety.retention import Kept, dropped


def thin(folder: Path, shop: str, budget: int, clock: Clock) -> None:
    """Delete what retention drops of the backups of the shop with this uid in `folder`; others stay."""
    found = backups_in(folder, shop=shop)
    for place in dropped([_kept(backup, clock) for backup in found], budget):
        remove(found[place])


def _kept(backup: Backup, clock: Clock) -> Kept:
    said = backup.manifest
    return Kept(clock.local(said.created_at), said.size, said.verified)

"""`restore` and `drill`: a backup put back, and the proof that the newest one could be."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jxc_desktop.cli.speaking import say

if TYPE_CHECKING:
    from jxc_desktop.shop.actor import Actor


def add_restore(verbs: Any) -> None:
    verb = verbs.add_parser("restore", help="a backup into a new shop or over a live one")
    verb.add_argument("file", metavar="FILE")
    verb.add_argument("--to", required=True, metavar="SHOP")
    verb.add_argument("--keep-in", metavar="DIR", help="where the present state is kept first")
    verb.add_argument("--accept-problems", action="store_true", help="books that break a rule too")
    verb.set_defaults(run=run_restore)


def add_drill(verbs: Any) -> None:
    verb = verbs.add_parser("drill", help="prove the newest backup in a folder by restoring it")
    verb.add_argument("folder", metavar="DIR")
    verb.set_defaults(run=run_drill)


def run_restore(options: argparse.Namespace) -> int:
    """Prove the backup, keep what is there now, then replace it."""
    from jxc_desktop.core.clock import Clock
    from jxc_desktop.core.opening import local_path
    from jxc_desktop.features import INVARIANTS
    from jxc_desktop.safety.examine import examined
    from jxc_desktop.safety.restore import Place, put_back

    source, path, clock = Path(options.file), local_path(options.to), Clock()
    near = path.parent if path is not None and path.parent.is_dir() else None
    with examined(source, INVARIANTS, clock=clock, near=near) as backup:
        actor = _who(options, backup.copy)
        folder = Path(options.keep_in) if options.keep_in else (near or source.parent)
        place = Place(
            path or options.to, folder, clock=clock, accept_problems=options.accept_problems
        )
        done = put_back(backup, place, INVARIANTS, actor=actor)
    say(
        {
            "shop": done.shop,
            "kept": str(done.kept.path) if done.kept else None,
            "aside": str(done.aside) if done.aside else None,
        }
    )
    return 0


def _who(options: argparse.Namespace, copy: Path) -> "Actor":
    """Proven by the shop that is to be replaced; by the backup where that shop cannot be asked."""
    from jxc_desktop.cli.shop import who_is_asking
    from jxc_desktop.core.errors import ShopFileError
    from jxc_desktop.core.opening import open_existing

    try:
        database = open_existing(options.to)
    except ShopFileError:
        database = open_existing(copy)
    try:
        return who_is_asking(database, options)
    finally:
        database.close()


def run_drill(options: argparse.Namespace) -> int:
    """Exit code 1 when what came back breaks a rule of the books."""
    from jxc_desktop.core.clock import Clock
    from jxc_desktop.features import INVARIANTS
    from jxc_desktop.safety.drill import drill

    done = drill(Path(options.folder), INVARIANTS, clock=Clock())
    # What the stock is worth is not for everybody who can read a folder.
    counts = {name: count for name, count in done.totals.items() if name != "stock_value"}
    say(
        {
            "ok": done.ok,
            "backup": str(done.backup),
            "counts": counts,
            "problems": list(done.problems),
            "seconds": done.seconds,
        }
    )
    return 0 if done.ok else 1

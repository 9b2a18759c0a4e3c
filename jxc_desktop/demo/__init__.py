"""`demo`: a shop's day from a blank machine to day close, through the real window by keys; pictures of everything.

Whatever is done goes the way a person's keys go; what comes of it is compared with the demonstration's own
arithmetic. A step that fails ends it with a sentence and exit code 1.
"""

import argparse
import os
import sys
from pathlib import Path
from typing import Any


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("demo", help="a shop's day through the real window, with pictures")
    verb.add_argument("-o", dest="folder", metavar="DIR", default="out", help="out without it")
    verb.add_argument(
        "--lang", choices=("zh", "en"), default=argparse.SUPPRESS, help="what the day speaks"
    )
    verb.add_argument(
        "--short", action="store_true", help="the day, and the other pictures in one form only"
    )
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Play the day into a folder; 0 when all of it came out as it must."""
    from jxc_desktop.cli.speaking import tell
    from jxc_desktop.demo.trouble import DemoFailed

    _draw_into_memory_without_display()
    from jxc_desktop.demo.show import play

    folder = Path(options.folder).resolve()
    try:
        summary = play(folder, options.lang or "zh", short=options.short, told=tell)
    except DemoFailed as failed:
        tell(str(failed))
        return 1
    sys.stdout.write(f"{summary}\n")
    return 0


def _draw_into_memory_without_display() -> None:
    """Qt draws into memory where there is no display, on a screen that a popup fits on."""
    seen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not seen:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        from jxc_desktop.demo.screen import screen_file

        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen_file()}"

"""`demo`: a shop's day from a blank machine to day close, through the real window by keys; pictures of everything.

Whatever is done goes the way a person's keys go; what comes of it is compared with the demonstration's own
arithmetic. A step that fails ends it with a sentence and exit code 1.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str]) -> int:
    """Play the day into a folder; 0 when all of it came out as it must."""
    from jxc_desktop.cli.speaking import speak_utf8, tell
    from jxc_desktop.demo.trouble import DemoFailed

    options = _options(arguments)
    speak_utf8()
    _draw_into_memory_without_display()
    from jxc_desktop.demo.show import play

    try:
        summary = play(Path(options.folder).resolve(), options.lang, short=options.short, told=tell)
    except DemoFailed as failed:
        tell(str(failed))
        return 1
    sys.stdout.write(f"{summary}\n")
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="jxc demo", description="a shop's day through the real window, with pictures"
    )
    parser.add_argument("-o", dest="folder", metavar="DIR", default="out")
    parser.add_argument("--lang", choices=("zh", "en"), default="zh")
    parser.add_argument(
        "--short", action="store_true", help="the day, and the other pictures in one form only"
    )
    return parser.parse_args(list(arguments))


def _draw_into_memory_without_display() -> None:
    """Qt draws into memory where there is no display, on a screen that a popup fits on."""
    seen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not seen:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        from jxc_desktop.demo.screen import screen_file

        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen_file()}"

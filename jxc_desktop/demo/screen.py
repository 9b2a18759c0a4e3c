"""The screen of a demonstration without a display: Qt's own is 800 × 800, too small for a shop's window."""

import json
import tempfile
from pathlib import Path

WIDTH, HEIGHT, DPI = 1920, 1080, 96


def screen_file() -> Path:
    """A description of the screen as Qt's offscreen platform reads it."""
    screen = {
        "name": "demo", "x": 0, "y": 0, "width": WIDTH, "height": HEIGHT,
        "logicalDpi": DPI, "logicalBaseDpi": DPI, "dpr": 1,
    }  # fmt: skip
    path = Path(tempfile.gettempdir()) / f"jxc-demo-screen-{WIDTH}x{HEIGHT}.json"
    path.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    return path

"""Start: what is loaded before the first picture (performance.md P13), and a shop's whole day at one window."""

import subprocess
import sys
from pathlib import Path

import pytest

from jxc_desktop.core.secrets import Secret
from jxc_desktop.shell.new_shop import NewShop, make_shop

ROOT = Path(__file__).parents[2]
GOOD = "tianqi zhen hao 9"
HEAVY = {
    "sqlalchemy", "sqlcipher3", "psycopg", "alembic", "openpyxl", "xlsxwriter", "python_calamine",
    "reportlab", "pypinyin", "PIL", "escpos", "pypdfium2", "zxingcpp", "cryptography",
    "argon2", "keyring", "psutil",
}  # fmt: skip
"""What no first picture needs; each takes from 20 to 1,100 ms to import."""
OURS = {"core", "widgets", "shell", "shop", "cli", "app", "__main__"}
"""The rooms that may be open at the first picture."""

FIRST_PICTURE = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from jxc_desktop.__main__ import main
from jxc_desktop.shell import first_paint

def tell(widget, call):
    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint:
                print(type(widget).__name__, *sorted(sys.modules))
                sys.stdout.flush()
                import os
                os._exit(0)
            return False
    widget.watch = Watch(widget)
    widget.installEventFilter(widget.watch)

from jxc_desktop.shell import entrance
entrance.after_first_paint = tell
sys.exit(main(["--shop", sys.argv[1]]))
"""


def first_picture(tmp_path, target):
    """The dialog that is painted first and every module loaded by then."""
    answer = subprocess.run(
        [sys.executable, "-c", FIRST_PICTURE, str(target)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        timeout=120,
        env={
            "QT_QPA_PLATFORM": "offscreen",
            "HOME": str(tmp_path),
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "XDG_STATE_HOME": str(tmp_path / "state"),
            "PATH": "/usr/bin:/bin",
        },
    )
    assert answer.returncode == 0, answer.stderr
    dialog, *modules = answer.stdout.split()
    return dialog, set(modules)


def remember(tmp_path, target):
    """The shop was opened here before, so its people are known."""
    from jxc_desktop.shell.recent_shops import RecentShop, RecentShops
    from jxc_desktop.widgets.ui_settings import UiSettings

    folder = tmp_path / "config" / "jxc_desktop"
    folder.mkdir(parents=True)
    settings = UiSettings(folder / "window.ini")
    RecentShops(settings).keep(RecentShop(str(target), "店", (("owner", "老板"),), "owner"))
    del settings


@pytest.mark.parametrize("known", [True, False], ids=["login", "unknown shop"])
def test_the_first_picture_is_painted_before_anything_heavy_is_loaded(tmp_path, known):
    target = tmp_path / "shop.jxc"
    make_shop(NewShop(target, "店", "small", "2026-11", Secret(GOOD)))
    if known:
        remember(tmp_path, target)
    dialog, modules = first_picture(tmp_path, target)
    assert dialog == ("LoginDialog" if known else "OpeningCard")
    assert {name for name in modules if name.split(".")[0] in HEAVY} == set()
    rooms = {name.split(".")[1] for name in modules if name.startswith("jxc_desktop.")}
    assert rooms <= OURS
    assert not {name for name in modules if name.startswith("jxc_desktop.core.db")}


PLAIN_IMPORTS = """
import linecache
import jxc_desktop.app
before = set(linecache.cache)
import jxc_desktop.features
print(sum(name.endswith(".py") for name in set(linecache.cache) - before))
"""


def test_no_source_is_read_to_import_a_module():
    """PySide6 would read all of it, and keep it: 34 MB of the window were lines of source."""
    answer = subprocess.run(
        [sys.executable, "-c", PLAIN_IMPORTS], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert answer.stdout.strip() == "0"

"""P13 start: from the process to the painted login, and to the painted window, beside a trivial PySide6 window."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.history import add_history
from benchmarks.measure import report
from benchmarks.shops import new_shop
from jxc_desktop.core.secrets import Secret
from jxc_desktop.shop.services import set_password

RUNS = 9


def start(scale: str) -> dict[str, object]:
    """P13: medians of several starts, turn by turn, with a shop with and without a password."""
    database, owner = new_shop(2_000)
    add_history(database, 2_000_000 if scale == "full" else 50_000)
    shop = database.path
    if shop is None:
        raise RuntimeError("the shop is a file")
    open_shop = seconds(shop, "window")
    with database.transaction(owner) as session:
        set_password(session, "owner", Secret("correct horse 8"))
    database.close()
    login = seconds(shop, "login")
    return report(
        "P13 start",
        "login ≤ 1.5× trivial window (issue: 2×); usable ≤ 600 ms warm",
        shop_mb=shop.stat().st_size / 2**20,
        trivial_ms=login[0],
        login_ms=login[1],
        window_ms=open_shop[1],
        ratio_login=login[1] / login[0],
    )


def seconds(shop: Path, what: str) -> tuple[float, float]:
    """Median milliseconds of a trivial window and of ours, the first of each left out."""
    trivial, ours = [], []
    for _ in range(RUNS):
        trivial.append(once("trivial"))
        ours.append(once(what, str(shop)))
    return statistics.median(trivial[1:]), statistics.median(ours[1:])


def once(*words: str) -> float:
    """Milliseconds until the child says that it has painted."""
    with tempfile.TemporaryDirectory() as home:
        variables = {**os.environ, "XDG_CONFIG_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        begun = time.perf_counter()
        child = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.first_picture", *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=variables,
            text=True,
        )
        with child:
            said = child.stdout.readline() if child.stdout else ""
            taken = time.perf_counter() - begun
            child.wait(30)
    if said.strip() != "painted":
        raise RuntimeError(f"{words[0]} did not paint")
    return taken * 1e3

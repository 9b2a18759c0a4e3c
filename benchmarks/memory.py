"""Memory of the window on the sample shop, after the owner's workspace and after each of the others."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import peak_memory, report

LOOKS = 2_000
"""Milliseconds a workspace is looked at, so that what it reads and checks behind is done."""


def memory(_scale: str) -> dict[str, object]:
    """Peak MB of a process that opens the sample shop and looks at every workspace in turn."""
    with tempfile.TemporaryDirectory() as home:
        variables = {**os.environ, "XDG_CONFIG_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        shop = Path(home) / "sample.jxc"
        program = [sys.executable, "-m"]
        make = [*program, "jxc_desktop", "--shop", str(shop), "init", "--sample"]
        subprocess.run(make, check=True, capture_output=True, env=variables)
        child = [*program, "benchmarks.memory", str(shop)]
        said = subprocess.run(child, check=True, capture_output=True, text=True, env=variables)
    peaks = {name: float(peak) for name, peak in map(str.split, said.stdout.splitlines())}
    return report("memory", "window on the sample shop ≤ 250 MB", **peaks)


def look_at_all(shop: str) -> None:
    """Open the shop, show its workspaces one by one and say the peak after each."""
    from PySide6.QtCore import QTimer

    from jxc_desktop.app import Program, make_application, window_settings

    application = make_application()
    program = Program(application, window_settings(), log=Path(shop).with_suffix(".log"))
    program.start(shop)
    seen: list[str] = []

    def look() -> None:
        if program.office is not None:
            desk = program.office.window.desk
            if seen:
                print(seen[-1], peak_memory())
            if len(seen) == len(desk.workspaces):
                sys.stdout.flush()
                os._exit(0)
            workspace = desk.workspaces[len(seen)]
            desk.show_workspace(workspace)
            seen.append(f"{workspace.name}_mb")
        QTimer.singleShot(LOOKS, look)

    QTimer.singleShot(LOOKS, look)
    application.exec()


if __name__ == "__main__":
    look_at_all(sys.argv[1])

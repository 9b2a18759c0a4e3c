"""Where the checkout is, and the commands that PySide6 put beside this Python."""

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def tool(name: str) -> str:
    """The full path of a command of this environment, such as `pyside6-lupdate`."""
    home = Path(sys.executable).parent
    found = shutil.which(name, path=str(home))
    if found is None:
        raise FileNotFoundError(f"{name} is not in {home}")
    return found

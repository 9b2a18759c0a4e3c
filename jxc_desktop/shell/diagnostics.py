"""The diagnostics bundle: what helps to find a bug and nothing of the business (an allow-list, not a blacklist)."""

import json
import platform
import sys
import zipfile
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, qVersion
from PySide6.QtGui import QGuiApplication

from jxc_desktop import __version__
from jxc_desktop.core.log import redacted

_PACKAGES = (
    "PySide6-Essentials",
    "SQLAlchemy",
    "sqlcipher3",
    "alembic",
    "python-escpos",
    "reportlab",
)
_LARGEST = 2 * 2**20
"""Bytes of each log file that are taken, from its end."""


def facts() -> dict[str, object]:
    """Versions and screens: what a bug report is asked for first."""
    return {
        "program": __version__,
        "python": sys.version.split()[0],
        "qt": qVersion(),
        "qt_build": QLibraryInfo.build(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "platform": QGuiApplication.platformName(),
        "language": QLocale.system().name(),
        "screens": [
            {
                "size": f"{screen.size().width()}x{screen.size().height()}",
                "ratio": screen.devicePixelRatio(),
            }
            for screen in QGuiApplication.screens()
        ],
        "packages": {name: _version(name) for name in _PACKAGES},
    }


def write_bundle(target: Path, log: Path, details: Sequence[str] = ()) -> None:
    """Write versions, the last log files and what a person was shown into a zip; raises `OSError`."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("facts.json", json.dumps(facts(), ensure_ascii=False, indent=1))
        for place, text in enumerate(details, 1):
            bundle.writestr(f"crash-{place}.txt", redacted(text))
        for path in sorted(log.parent.glob(f"{log.name}*")):
            bundle.writestr(path.name, _tail(path))


def _tail(path: Path) -> bytes:
    return path.read_bytes()[-_LARGEST:]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""

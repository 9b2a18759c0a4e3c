"""Writes THIRD_PARTY_NOTICES.md from the runtime lock and the libraries' own metadata.

`python -m installer.notices`, after the lock has changed.
"""

import re
import sys
from importlib import metadata

from installer.tools import ROOT

LOCK = ROOT / "requirements" / "runtime.txt"
NOTICES = ROOT / "THIRD_PARTY_NOTICES.md"

STATED = {
    # Metadata missing, vague, or of a library that only another system installs.
    "argcomplete": "Apache-2.0",
    "backports-tarfile": "MIT",
    "colorama": "BSD-3-Clause",
    "defusedxml": "PSF-2.0",
    "cn2an": "MIT",
    "jaraco-classes": "MIT",
    "proces": "MIT",
    "pypdfium2": "BSD-3-Clause (PDFium inside: BSD-3-Clause and Apache-2.0)",
    "pyserial": "BSD-3-Clause",
    "python-stdnum": "LGPL-2.1-or-later",
    "pyusb": "BSD-3-Clause",
    "pywin32": "PSF-2.0",
    "pywin32-ctypes": "BSD-3-Clause",
    "qrcode": "BSD-3-Clause",
    "reportlab": "BSD-3-Clause",
    "setuptools": "MIT",
    "sqlcipher3": (
        "Zlib (SQLCipher inside: BSD-3-Clause; SQLite: public domain; OpenSSL: Apache-2.0)"
    ),
    "tzdata": "Apache-2.0",
}

HEAD = """\
# Third-party notices

进销存桌面版 is licensed under Apache-2.0 (LICENSE). It uses, and its bundles carry, the works below, each
under its own licence; the licence texts lie in the libraries' `*.dist-info` folders and beside the assets.
Written by `python -m installer.notices` from `requirements/runtime.txt`; what a library needs itself is listed too.

Qt and Qt for Python, psycopg and python-stdnum are used under the LGPL: they are separate, replaceable
libraries, also in the bundles (a folder, not one file).

## Assets

`resources/fonts/`: JXC Sans SC, a renamed subset of Noto Sans SC. Copyright 2014-2021 Adobe, with Reserved
Font Name 'Source'. OFL-1.1, text in `resources/fonts/OFL.txt`.

`resources/icons/`: Lucide 1.62.0. Copyright 2026 Lucide Icons and Contributors, ISC; parts from Feather,
Copyright 2013-present Cole Bemis, MIT. Texts in `resources/icons/LICENSE`.

## Libraries

| library | licence |
|---|---|
"""


def names() -> list[str]:
    """Every library of the runtime lock, once."""
    pins = re.findall(r"^([A-Za-z0-9._-]+)(?:\[.*?\])?==", LOCK.read_text("utf-8"), re.MULTILINE)
    return sorted(set(pins))


def licence_of(name: str) -> str:
    if name in STATED:
        return STATED[name]
    stated = metadata.metadata(name)
    field = "License-Expression" if "License-Expression" in stated else "License"
    licence = stated[field] if field in stated else ""  # noqa: SIM401  it has no get()
    if not licence or "\n" in licence:
        raise SystemExit(f"{name} does not say its licence; look it up and add it to STATED.")
    return licence


def main() -> int:
    rows = [f"| {name} | {licence_of(name)} |" for name in names()]
    NOTICES.write_text(HEAD + "\n".join(rows) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Keeps `resources/i18n/en.ts` in step with the strings in code and forms, and `en.json` in step with it.

`python -m installer.strings update` lets lupdate write new strings into the file; `… check` says which
strings are new, gone, untranslated, or lost a field (`{name}`) on the way, and exits with 1. The program reads the
JSON, ten times as fast as XML, before its first picture.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from installer.tools import ROOT, tool

ENGLISH = ROOT / "resources" / "i18n" / "en.ts"
SPOKEN = ENGLISH.with_suffix(".json")
OPTIONS = "-silent -locations none -no-obsolete -source-language zh_CN -target-language en"
OUR_MARK = "QT_TRANSLATE_NOOP+=noop"
"""Where Qt would write QT_TRANSLATE_NOOP, rooms without Qt write `core.i18n.noop`."""
SCREENFUL = 20

Key = tuple[str, str]
"""Context and Chinese source."""


def collect(target: Path) -> None:
    """Write the strings of code and forms into `target`, keeping the translations it has."""
    sources = [*(ROOT / "jxc_desktop").rglob("*.py"), *(ROOT / "forms").rglob("*.ui")]
    with tempfile.TemporaryDirectory() as scratch:
        listing = Path(scratch) / "sources.lst"
        listing.write_text("\n".join(sorted(path.as_posix() for path in sources)), "utf-8")
        options = [*OPTIONS.split(), "-tr-function-alias", OUR_MARK, "-ts", str(target)]
        subprocess.run([tool("pyside6-lupdate"), f"@{listing}", *options], check=True)


def problems(kept: Path, fresh: Path) -> Iterator[str]:
    """What keeps the translations in `kept` from being those of the strings in `fresh`."""
    known, wanted = messages(kept), messages(fresh)
    for context, source in sorted(wanted.keys() - known.keys()):
        yield f"{context}: “{source}” is new; run `python dev.py strings` and translate it"
    for context, source in sorted(known.keys() - wanted.keys()):
        yield f"{context}: “{source}” is no longer in the code; run `python dev.py strings`"
    for (context, source), translations in known.items():
        if not translations:
            yield f"{context}: “{source}” has no finished translation"
        elif any(fields(text) != fields(source) for text in translations):
            yield f"{context}: “{source}” and its translation name different fields"


def messages(path: Path) -> dict[Key, list[str]]:
    """Key → finished translations: several for plurals, none while unfinished."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):  # noqa: S314  our own file
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            found[name, message.findtext("source") or ""] = finished(message)
    return found


def finished(message: ElementTree.Element) -> list[str]:
    translation = message.find("translation")
    if translation is None or translation.get("type"):
        return []
    forms = translation.findall("numerusform") or [translation]
    texts = [form.text or "" for form in forms]
    return texts if all(texts) else []


def spoken(path: Path) -> str:
    """What the program reads (core.i18n.wordings): context → source → forms, of what is translated."""
    tree: dict[str, dict[str, list[str]]] = {}
    for (context, source), translations in sorted(messages(path).items()):
        if translations:
            tree.setdefault(context, {})[source] = translations
    return json.dumps(tree, ensure_ascii=False, indent=0) + "\n"


def fields(text: str) -> set[str]:
    """The names in braces that a text is formatted with, and Qt's own %1 and %n."""
    return set(re.findall(r"\{\w+|%\d|%n", text))


def update() -> int:
    collect(ENGLISH)
    SPOKEN.write_text(spoken(ENGLISH), "utf-8")
    wanting = sum(not translations for translations in messages(ENGLISH).values())
    sys.stderr.write(f"{wanting} strings want a translation in resources/i18n/en.ts.\n")
    return 0


def check() -> int:
    if not ENGLISH.exists():
        sys.stderr.write("resources/i18n/en.ts is missing; `python dev.py strings` makes it.\n")
        return 1
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(shutil.copy(ENGLISH, scratch))
        collect(fresh)
        found = list(problems(ENGLISH, fresh))
    if not SPOKEN.exists() or SPOKEN.read_text("utf-8") != spoken(ENGLISH):
        found.append("en.json is not what en.ts says; run `python dev.py strings`")
    for problem in found[:SCREENFUL]:
        sys.stderr.write(problem + "\n")
    sys.stderr.write(f"{len(found)} problems in resources/i18n/en.ts.\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit({"update": update, "check": check}[sys.argv[1]]())

"""Cells of an xlsx file whose value is missing: errors (#N/A) and formulas never calculated.

calamine reads both as blank, and a blank would be imported as "no price". So the sheets' XML is searched for
just these cells. Runs in the child process. Other formats do not tell.
"""

import contextlib
import re
import zipfile
from collections.abc import Iterator
from html import unescape

Broken = tuple[int, int, str]
"""Row and column from 0, and what stands there."""

_SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(rb"<Relationship\s([^>]*)>")
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
_ERROR = re.compile(
    rb'<c\s(?=[^>]*\bt="e")[^>]*?r="([A-Z]{1,3})(\d{1,7})"[^>]*>(?:(?!</c>).)*?<v>([^<]*)</v>',
    re.DOTALL,
)
_FORMULA = re.compile(
    rb'<c\s[^>]*?r="([A-Z]{1,3})(\d{1,7})"[^>]*><f[^>]*?(?:/>|>([^<]*)</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)


def broken_cells(path: str) -> dict[str, list[Broken]]:
    """Sheet name → its broken cells; empty for files that are no xlsx."""
    found: dict[str, list[Broken]] = {}
    with contextlib.suppress(zipfile.BadZipFile, KeyError), zipfile.ZipFile(path) as archive:
        for name, member in _sheets(archive):
            found[name] = list(_broken_in(archive.read(member)))
    return found


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """(sheet name, member of the archive) for each sheet."""
    targets = {
        about.get("Id", ""): about.get("Target", "")
        for about in _elements(_RELATION, archive.read("xl/_rels/workbook.xml.rels"))
    }
    for about in _elements(_SHEET, archive.read("xl/workbook.xml")):
        target = targets.get(about.get("r:id", ""), "")
        member = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if member in archive.NameToInfo:
            yield about.get("name", ""), member


def _elements(pattern: re.Pattern[bytes], xml: bytes) -> Iterator[dict[str, str]]:
    for match in pattern.finditer(xml):
        pairs = _ATTRIBUTE.findall(match[1])
        yield {key.decode(): unescape(value.decode("utf-8", "replace")) for key, value in pairs}


def _broken_in(xml: bytes) -> Iterator[Broken]:
    if b't="e"' in xml:
        for match in _ERROR.finditer(xml):
            yield (
                int(match[2]) - 1,
                _column(match[1]),
                unescape(match[3].decode("utf-8", "replace")),
            )
    if b"<f" in xml:
        for match in _FORMULA.finditer(xml):
            formula = unescape((match[3] or b"").decode("utf-8", "replace"))
            yield int(match[2]) - 1, _column(match[1]), f"={formula}"


def _column(letters: bytes) -> int:
    """A → 0, Z → 25, AA → 26."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1

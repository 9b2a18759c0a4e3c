"""What the import does off the UI thread: reading a file, recognising its header, giving its problems back."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jxc_desktop.core.errors import InvalidInput, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.imports.errors_file import write_errors_file
from jxc_desktop.imports.grid import Sheet
from jxc_desktop.imports.headings import (
    HeaderMap,
    likeliest_sheet,
    likely_header,
    map_headings,
)
from jxc_desktop.imports.problems import Problem
from jxc_desktop.imports.sheets import read_sheets
from jxc_desktop.imports.vocabulary import normalised
from jxc_desktop.imports.work import Work
from jxc_desktop.widgets.tasks import Progress

Choices = Mapping[str, str | None]
"""Heading → field, None for a column that is left out."""


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file as it was read, and which of its sheets looks like the kind that is wanted."""

    path: Path
    sheets: tuple[Sheet, ...]
    likeliest: int


@dataclass(frozen=True, slots=True)
class Recognised:
    """A header; `sure` says that it was found, not only guessed where it might be."""

    sheet: Sheet
    header: HeaderMap
    sure: bool


def read_file(progress: Progress, path: Path, encoding: str | None, kind: str) -> OpenedFile:
    """Every sheet of a file; refused in one sentence when it is none that can be read."""
    progress.report(0, 0, translate("imports", "正在读 {name}").format(name=path.name))
    sheets = read_sheets(path, encoding=encoding)
    progress.check()
    return OpenedFile(path, sheets, sheets.index(likeliest_sheet(sheets, kind)))


def recognise(
    progress: Progress,
    sheet: Sheet,
    kind: str,
    choices: Choices | None,
    header_row: int | None,
) -> Recognised:
    """The header of a sheet; where none is recognised, the row that is likeliest to be one."""
    progress.check()
    try:
        return Recognised(sheet, map_headings(sheet, kind, choices, header_row=header_row), True)
    except InvalidInput:
        if header_row is not None or choices:
            raise
    row = likely_header(sheet)
    return Recognised(sheet, map_headings(sheet, kind, header_row=row), False)


def read_again(
    progress: Progress, work: Work, encoding: str | None, choices: Choices
) -> Work | None:
    """The file as it stands now, its columns meaning what was chosen; None when those columns are no longer there.

    A sheet that is still the same is the same work, with all that was done to it.
    """
    kind = work.make().kind
    opened = read_file(progress, work.path, encoding, kind)
    named = [sheet for sheet in opened.sheets if sheet.name == work.sheet.name]
    sheet = named[0] if named else opened.sheets[opened.likeliest]
    if sheet == work.sheet:
        return work
    try:
        header = map_headings(sheet, kind, choices)
    except InvalidInput:
        return None
    return Work(work.make, work.path, sheet, header)


def save_problems(
    progress: Progress, path: Path, work: Work, problems: Sequence[Problem], only_bad: bool
) -> Path:
    """The user's own file with the reasons beside its rows."""
    progress.report(0, 0, translate("imports", "正在存 {name}").format(name=path.name))
    try:
        write_errors_file(path, work.amended, work.header, problems, only_bad=only_bad)
    except OSError as error:
        raise UserError(
            translate("imports", "没有存成 {name}。换个文件夹，或关掉打开它的程序").format(
                name=path.name
            )
        ) from error
    return path


def memory_key(kind: str, header: HeaderMap) -> str:
    """Where the choices for a set of headings are remembered, whatever the order of the columns."""
    words = sorted(normalised(heading) for heading in header.headings if heading)
    digest = hashlib.sha256("\n".join(words).encode()).hexdigest()
    return f"imports/{kind}/{digest[:16]}"

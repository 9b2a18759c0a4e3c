"""A spreadsheet of any kind as plain cells; the one door through which foreign files come in.

What a file is, is read from its bytes, not from its name: shops rename `.csv` and web pages to `.xls`.
"""

from pathlib import Path

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.imports.archives import require_harmless
from jxc_desktop.imports.delimited import read_delimited
from jxc_desktop.imports.grid import Cell, Row, Sheet, Span, Unreadable
from jxc_desktop.imports.refusals import too_large
from jxc_desktop.imports.sandbox import read_workbook

__all__ = ["Cell", "Row", "Sheet", "Span", "Unreadable", "read_sheets"]

MAX_BYTES = 20 * 1024 * 1024


def read_sheets(path: Path, *, encoding: str | None = None) -> tuple[Sheet, ...]:
    """All sheets of an xlsx, xlsb, ods, xls, csv or tsv file, hidden ones too.

    `encoding` is for text files only. Raises `InvalidInput` with one sentence when the file is too large,
    harmful, damaged, locked, in an unknown encoding, or no spreadsheet at all.
    """
    data = _bytes_of(path)
    if data.startswith(b"PK\x03\x04"):
        require_harmless(data, path.name)
        return read_workbook(path, len(data))
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return read_workbook(path, len(data))
    return (read_delimited(data, path.name, encoding),)


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise InvalidInput(
            translate("imports", "没有找到 {name}。看看文件名和文件夹对不对").format(name=path.name)
        ) from error
    except OSError as error:
        raise InvalidInput(
            translate("imports", "打不开 {name}。关掉正在用它的程序，或换一个文件").format(
                name=path.name
            )
        ) from error
    if len(data) > MAX_BYTES:
        raise too_large(path.name)
    if not data.strip(b"\x00\r\n\t "):
        raise InvalidInput(
            translate("imports", "{name} 是空的。换一个有内容的文件").format(name=path.name)
        )
    return data

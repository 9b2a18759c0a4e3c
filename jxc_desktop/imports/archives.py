"""Keeps zip bombs out: xlsx, xlsb and ods files are archives, and an archive can unpack to anything."""

import io
import struct
import zipfile

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.imports.refusals import no_spreadsheet

MAX_MEMBERS = 200
MAX_UNPACKED = 64 * 1024 * 1024
MAX_RATIO = 100
MAX_DIRECTORY = 256 * 1024
"""Bytes of the archive's table of contents; 200 honest entries take some 20 KiB."""
SMALL = 1024 * 1024
"""Up to this size the ratio says nothing: a short file of blank cells packs to almost nothing."""

_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\x05\x06"


def require_harmless(data: bytes, name: str) -> None:
    """Refuse an archive with too many members, too large a content or too good a compression.

    Only the table of contents is read. It can lie, therefore the sandbox has limits of its own.
    """
    _require_small_directory(data, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error) as error:
        raise no_spreadsheet(name) from error
    if len(members) > MAX_MEMBERS:
        raise _harmful(name)
    unpacked = sum(member.file_size for member in members)
    if unpacked > MAX_UNPACKED or any(_bomb(member) for member in members):
        raise _harmful(name)
    if unpacked > SMALL and unpacked > MAX_RATIO * len(data):
        raise _harmful(name)


def _require_small_directory(data: bytes, name: str) -> None:
    """Look at the size before `zipfile` builds an object for each of half a million entries."""
    at = data.rfind(_END_MARK, max(0, len(data) - _END.size - 0xFFFF))
    if at < 0 or len(data) - at < _END.size:
        raise no_spreadsheet(name)
    _, _, _, _, entries, directory, _, _ = _END.unpack_from(data, at)
    if entries > MAX_MEMBERS or directory > MAX_DIRECTORY:
        raise _harmful(name)


def _bomb(member: zipfile.ZipInfo) -> bool:
    return member.file_size > SMALL and member.file_size > MAX_RATIO * max(member.compress_size, 1)


def _harmful(name: str) -> InvalidInput:
    return InvalidInput(
        translate(
            "imports",
            "{name} 解开后大得不正常，没有读。用表格软件打开，只留要导入的表，另存后再导入",
        ).format(name=name)
    )

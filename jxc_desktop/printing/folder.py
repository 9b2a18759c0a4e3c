"""A folder instead of a printer: one file a job, for PDF, for tests, for shops without paper."""

import re
from itertools import count
from pathlib import Path

from jxc_desktop.core.i18n import translate
from jxc_desktop.printing.files import write_durably
from jxc_desktop.printing.printer import PrinterError

_UNFIT = re.compile(r"[^\w\-]+")


def file_stem(name: str) -> str:
    """`name` as part of a file name on any system; never empty."""
    return _UNFIT.sub("-", name).strip("-")[:80] or "job"


class FolderPrinter:
    """Writes each job whole or not at all, so nothing is ever half printed here."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send(self, data: bytes, name: str) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._place_for(data, name)
            if path is not None:
                write_durably(path, data)
        except OSError as error:
            text = translate("printing", "写不进文件夹 {folder}。看它还在不在、满没满，再点重试")
            raise PrinterError(text.format(folder=self._folder)) from error

    def _place_for(self, data: bytes, name: str) -> Path | None:
        """A free name, or None when the very same job lies there already."""
        suffix = ".pdf" if data.startswith(b"%PDF") else ".bin"
        stem = file_stem(name)
        for number in count(1):
            path = self._folder / f"{stem}{f'-{number}' if number > 1 else ''}{suffix}"
            if not path.exists():
                return path
            if path.read_bytes() == data:
                return None
        return None

"""Writing what was exported to where a person wants it, and telling them."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from jxc_desktop.core.errors import UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.widgets.messages import Link, Messages


def write_file(_progress: object, path: Path, content: bytes) -> Path:
    """Write `content`; raises `UserError` when the place does not take it."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise UserError(
            translate(
                "reports", "没有存成 {path}：{reason}。换个文件夹，或关掉打开它的程序"
            ).format(path=path, reason=error.strerror)
        ) from error
    return path


def tell_saved(messages: Messages, path: Path) -> None:
    """Say where the file lies, with a way to open it."""
    messages.success(
        translate("reports", "已存到 {path}").format(path=path),
        Link(translate("reports", "打开"), partial(_open_file, path)),
    )


def _open_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

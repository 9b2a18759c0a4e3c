"""The smallest dialogs of the window's own functions: the diagnostics bundle, 关于."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from jxc_desktop.core.i18n import translate
from jxc_desktop.shell.diagnostics import write_bundle
from jxc_desktop.widgets.messages import Messages


def save_diagnostics(window: QWidget, messages: Messages, log: Path) -> None:
    """Ask where the bundle goes, write it, say how it went."""
    name = f"jxc-{datetime.now(UTC):%Y%m%d-%H%M}.zip"
    path, _kind = QFileDialog.getSaveFileName(window, translate("shell", "存诊断包"), name, "*.zip")
    if not path:
        return
    try:
        write_bundle(Path(path), log)
    except OSError as error:
        said = translate("shell", "诊断包没有存成：{reason}。换个文件夹")
        messages.error(said.format(reason=error.strerror))
    else:
        said = translate("shell", "诊断包已存到 {path}，里面没有业务数据")
        messages.success(said.format(path=path))


def about_box(window: QWidget, version: str) -> QMessageBox:
    """Name, version and licence."""
    box = QMessageBox(window)
    box.setWindowTitle(translate("shell", "关于"))
    box.setText(translate("shell", "进销存桌面版 {version}").format(version=version))
    box.setInformativeText(
        translate("shell", "Apache-2.0 许可。所用的库和字体见 THIRD_PARTY_NOTICES.md。")
    )
    return box

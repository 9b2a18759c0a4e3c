"""出错窗: only for bugs. What happened, what is safe, and what can be handed to who mends it."""

import traceback
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from jxc_desktop.core.log import redacted
from jxc_desktop.shell.diagnostics import write_bundle
from jxc_desktop.shell.door_parts import button_named
from jxc_desktop.widgets.look import font
from jxc_desktop.widgets.tokens import Size, Space

_SIZE = (600, 360)


class CrashDialog(QDialog):
    """Shown once per bug; work goes on when it is closed."""

    def __init__(self, error: BaseException, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("程序出错了"))
        self._log = log
        self.details = QPlainTextEdit(redacted("".join(traceback.format_exception(error))))
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("详情"))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.go_on = button_named(self.tr("继续"), "main")
        self.copy = button_named(self.tr("复制详情"))
        self.bundle = button_named(self.tr("存诊断包…"))
        self._lay_out(error)
        self.go_on.clicked.connect(self.accept)
        self.copy.clicked.connect(self._on_copy)
        self.bundle.clicked.connect(self._on_bundle)
        self.go_on.setFocus()

    def _lay_out(self, error: BaseException) -> None:
        title = QLabel(self.tr("刚才那一步没有做完"))
        title.setFont(font(Size.TITLE, bold=True))
        safe = QLabel(
            self.tr(
                "这是程序的错，不是你的。已过账的单据都在账里；正在写的单据留在屏幕上，没过账的草稿已自动保存。"
                "可以继续用；再出错就关掉重开，把诊断包交给维护的人。"
            )
        )
        safe.setWordWrap(True)
        what = QLabel(self.tr("出错的地方：{error}").format(error=type(error).__name__))
        what.setProperty("tone", "text2")
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.ROW)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.bundle)
        buttons.addWidget(self.told, 1)
        buttons.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.SECTION, Space.SECTION, Space.SECTION, Space.PANE)
        column.setSpacing(Space.ROW)
        for widget in (title, safe, what):
            column.addWidget(widget)
        column.addWidget(self.details, 1)
        column.addLayout(buttons)
        self.resize(*_SIZE)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self.told.setText(self.tr("已复制"))

    def _on_bundle(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(self, self.tr("存诊断包"), "jxc.zip", "*.zip")
        if path:
            self.save_bundle(Path(path))

    def save_bundle(self, path: Path) -> None:
        """Write the bundle and say where it is."""
        try:
            write_bundle(path, self._log, [self.details.toPlainText()])
        except OSError as error:
            self.told.setText(self.tr("没有存成：{reason}").format(reason=error.strerror))
        else:
            self.told.setText(self.tr("已存到 {path}").format(path=path))

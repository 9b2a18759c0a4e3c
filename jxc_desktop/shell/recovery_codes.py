"""The recovery codes on screen, once: written down, printed or saved by the person, then forgotten."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from jxc_desktop.core.secrets import Secret
from jxc_desktop.shell.door_parts import button_named
from jxc_desktop.shop.ui.codes_card import CodesCard
from jxc_desktop.widgets.tokens import Space


class CodesPage(QWidget):
    """The card of codes, with 打印 and 存成文件 under it."""

    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes: tuple[Secret, ...] = ()
        self.card = CodesCard()
        self.save = button_named(self.tr("存成文件…"))
        self.paper = button_named(self.tr("打印…"))
        self.told = QLabel()
        self.told.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(Space.ROW)
        for button in (self.paper, self.save):
            row.addWidget(button)
        row.addWidget(self.told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card, 1)
        column.addLayout(row)
        self.setFocusProxy(self.card.done)
        self.save.clicked.connect(self._on_save)
        self.paper.clicked.connect(self._on_print)
        self.card.kept.connect(self._on_kept)

    def show_codes(self, codes: Sequence[Secret]) -> None:
        """Show these codes, the only time they can be read."""
        self._codes = tuple(codes)
        self.card.show_codes(codes)

    def text(self) -> str:
        """The codes as they go on paper."""
        lines = [f"{place:>2}.  {code.reveal()}" for place, code in enumerate(self._codes, 1)]
        return "\n".join([self.tr("恢复码（每个只能用一次，和电脑分开放）"), "", *lines, ""])

    def _on_save(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(self, self.tr("存成文件"), "", "*.txt")
        if path:
            self.write_to(Path(path))

    def write_to(self, path: Path) -> None:
        """Save the codes as text."""
        try:
            path.write_text(self.text(), encoding="utf-8")
        except OSError as error:
            self.told.setText(self.tr("没有存成：{reason}").format(reason=error.strerror))
        else:
            self.told.setText(self.tr("已存到 {path}，抄完就把它移走").format(path=path))

    def _on_print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            document = QTextDocument()
            document.setPlainText(self.text())
            document.print_(printer)

    def _on_kept(self) -> None:
        self._codes = ()
        self.kept.emit()


class CodesDialog(QDialog):
    """The codes in a window of their own; it closes only when they were kept."""

    def __init__(self, codes: Sequence[Secret], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("恢复码"))
        page = CodesPage()
        page.show_codes(codes)
        page.kept.connect(self.accept)
        QVBoxLayout(self).addWidget(page)

    def reject(self) -> None:
        """Esc is not enough: the codes are never shown again."""

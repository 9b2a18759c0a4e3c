"""开账套: the shops opened lately, a new one, another file. Whatever cannot be opened is told in one sentence."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from jxc_desktop.core.clock import Clock
from jxc_desktop.shell.door_parts import button_named, problem_label
from jxc_desktop.shell.errand import Errands
from jxc_desktop.shell.from_backup_dialog import FromBackupDialog
from jxc_desktop.shell.new_shop_dialog import NewShopDialog
from jxc_desktop.shell.recent_shops import RecentShop, own_folder
from jxc_desktop.widgets.icons import icon
from jxc_desktop.widgets.look import font
from jxc_desktop.widgets.tokens import Size, Space

_SIZE = (640, 400)
_ROW = 48
_TARGET = Qt.ItemDataRole.UserRole


class _Shops(QListWidget):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentRow() >= 0:
            self.itemActivated.emit(self.currentItem())
        else:
            super().keyPressEvent(event)


class OpenShopDialog(QDialog):
    """Says which shop is wanted; opening it is not its work."""

    chosen = Signal(str)
    """A path or URL."""
    forgotten = Signal(str)

    def __init__(
        self,
        shops: Sequence[RecentShop],
        errands: Errands,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("开账套"))
        self._errands = errands
        self._clock = clock
        self.shops = _Shops()
        self.shops.setAccessibleName(self.tr("最近的账套"))
        self.shops.setIconSize(QSize(24, 24))
        self.nothing = QLabel(self.tr("还没有开过账套。新建一个，或打开别处拿来的文件。"))
        self.new = button_named(self.tr("新建账套"), "main")
        self.other = button_named(self.tr("打开文件…"))
        self.restore = button_named(self.tr("从备份恢复…"))
        self.remove = button_named(self.tr("从列表去掉"), "quiet")
        self.problem = problem_label()
        self._lay_out()
        self._show(shops)
        self.shops.itemActivated.connect(self._on_activated)
        self.new.clicked.connect(self.make_new)
        self.other.clicked.connect(self._on_other)
        self.restore.clicked.connect(self._on_restore)
        self.remove.clicked.connect(self._on_remove)

    def say(self, sentence: str) -> None:
        """Tell why the shop that was chosen could not be opened."""
        self.problem.setText(sentence)
        self.problem.setAccessibleName(sentence)

    def make_new(self) -> NewShopDialog:
        """Open the set-up wizard; its shop is then the chosen one."""
        wizard = NewShopDialog(self._errands, self._clock, self)
        wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wizard.made.connect(self.chosen)
        wizard.open()
        return wizard

    def _lay_out(self) -> None:
        title = QLabel(self.tr("进销存"))
        title.setFont(font(Size.TITLE, bold=True))
        words = QLabel(self.tr("选一个账套，或新建一个。"))
        words.setProperty("tone", "text2")
        buttons = QVBoxLayout()
        buttons.setSpacing(Space.ROW)
        for button in (self.new, self.other, self.restore, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(Space.PANE)
        self.nothing.setProperty("tone", "text2")
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self.shops).addWidget(self.nothing)
        middle.addWidget(self.shops, 1)
        middle.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.SECTION, Space.SECTION, Space.SECTION, Space.PANE)
        column.setSpacing(Space.ROW)
        column.addWidget(title)
        column.addWidget(words)
        column.addLayout(middle, 1)
        column.addWidget(self.problem)
        self.resize(*_SIZE)

    def _show(self, shops: Sequence[RecentShop]) -> None:
        self.shops.clear()
        for shop in shops:
            item = QListWidgetItem(icon("store", "accent"), f"{shop.name}\n{shop.target}")
            item.setSizeHint(QSize(0, _ROW))
            item.setData(_TARGET, shop.target)
            item.setToolTip(shop.target)
            if not shop.there:
                item.setIcon(icon("triangle-alert", "warn"))
                item.setToolTip(self.tr("{path} 不在那里了").format(path=shop.target))
            self.shops.addItem(item)
        self.remove.setVisible(bool(shops))
        self.nothing.setVisible(not shops)
        if shops:
            self.shops.setCurrentRow(0)
            self.shops.setFocus()
        else:
            self.new.setFocus()

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.problem.clear()
        self.chosen.emit(str(item.data(_TARGET)))

    def _on_other(self) -> None:
        folder = str(own_folder())
        path, _kind = QFileDialog.getOpenFileName(self, self.tr("打开账套"), folder, "*.jxc")
        if path:
            self.problem.clear()
            self.chosen.emit(path)

    def _on_restore(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, self.tr("选一份备份"), "", "*.jxc")
        if path:
            self.restore_from(Path(path))

    def restore_from(self, backup: Path) -> FromBackupDialog:
        """Look into a backup; the shop made of it is then the chosen one."""
        dialog = FromBackupDialog(backup, self._errands, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.made.connect(self.chosen)
        dialog.open()
        return dialog

    def _on_remove(self) -> None:
        item = self.shops.currentItem()
        if item is not None:
            self.forgotten.emit(str(item.data(_TARGET)))
            self.shops.takeItem(self.shops.row(item))
            self.remove.setVisible(self.shops.count() > 0)

"""The set-up wizard: the shop, the owner's password, the place of backups; then the recovery codes, once."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from jxc_desktop.core.clock import Clock
from jxc_desktop.core.errors import UserError
from jxc_desktop.core.paths import file_name_of
from jxc_desktop.core.secrets import Secret
from jxc_desktop.shell.door_parts import Page, PathField, button_named, problem_label
from jxc_desktop.shell.errand import Errands
from jxc_desktop.shell.new_shop import SUFFIX, NewShop, make_shop, require_name
from jxc_desktop.shell.password_fields import PasswordFields
from jxc_desktop.shell.recent_shops import own_folder
from jxc_desktop.shell.recovery_codes import CodesPage
from jxc_desktop.widgets.tokens import Space

_SIZE = (560, 520)
_MONTHS_BACK = 23
_YEAR = 12


class NewShopDialog(QDialog):
    """Asks three pages of questions; every one has an answer already, so Enter four times makes a shop."""

    made = Signal(str)
    """The path of the new shop, after the codes were kept."""

    def __init__(
        self,
        errands: Errands,
        clock: Clock,
        parent: QWidget | None = None,
        make: Callable[[NewShop, Clock], Sequence[Secret]] = make_shop,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("新建账套"))
        self._errands = errands
        self._clock = clock
        self._make = make
        self._path = ""
        self.name = QLineEdit(self.tr("我的店"))
        self.small = QRadioButton(self.tr("小规模纳税人"))
        self.general = QRadioButton(self.tr("一般纳税人"))
        self.averaged = QRadioButton(self.tr("移动加权平均"))
        self.fifo = QRadioButton(self.tr("先进先出"))
        self.start = QComboBox()
        self.place = PathField(self.tr("选择…"), self._choose_file)
        self.password = PasswordFields()
        self.backup = PathField(self.tr("选择…"), self._choose_folder)
        self.codes = CodesPage()
        self.problem = problem_label()
        self.back = button_named(self.tr("上一步"))
        self.next = button_named(self.tr("下一步"), "main")
        self.pages = QStackedWidget()
        self._fill(clock.today())
        self._lay_out()
        self._connect()
        self._show(0)

    # --- pages ---

    def _fill(self, today: date) -> None:
        months = today.year * _YEAR + today.month - 1
        for month in range(months + 1, months - _MONTHS_BACK - 1, -1):
            self.start.addItem(f"{month // _YEAR}-{month % _YEAR + 1:02}")
        self.start.setCurrentIndex(1)
        for choices in ((self.small, self.general), (self.averaged, self.fifo)):
            group = QButtonGroup(self)
            for button in choices:
                group.addButton(button)
            choices[0].setChecked(True)
        self.place.line.setText(str(_free(own_folder(), self.name.text())))
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents)) / self.tr("进销存备份")
        self.backup.line.setText(str(folder))

    def _lay_out(self) -> None:
        for page in (self._shop_page(), self._password_page(), self._backup_page(), self.codes):
            self.pages.addWidget(page)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.SECTION, Space.SECTION, Space.SECTION, Space.PANE)
        column.setSpacing(Space.ROW)
        column.addWidget(self.pages, 1)
        column.addWidget(self.problem)
        column.addLayout(buttons)
        self.resize(*_SIZE)

    def _shop_page(self) -> Page:
        page = Page(
            self.tr("这家店"),
            self.tr("店名印在小票和单据上。纳税人类型决定税怎么算，开始月份之前的账用期初录入。"),
        )
        page.add(self.tr("店名"), self.name)
        page.add(self.tr("纳税人"), _side_by_side(self.small, self.general))
        page.add(self.tr("卖出的货成本怎么算"), _side_by_side(self.averaged, self.fifo))
        page.add(self.tr("从哪个月开始记账"), self.start)
        page.add(self.tr("账套文件放在"), self.place)
        page.end()
        return page

    def _password_page(self) -> Page:
        page = Page(
            self.tr("老板的密码"),
            self.tr("登录名是 owner。不设密码，谁拿到这台电脑都能看账；以后也能设。"),
        )
        page.add_plain(self.password)
        page.end()
        return page

    def _backup_page(self) -> Page:
        page = Page(
            self.tr("备份放哪里"),
            self.tr("每 4 小时和关店时自动备份，并当场验证能恢复。最好放在另一块盘或 U 盘上。"),
        )
        page.add(self.tr("备份文件夹"), self.backup)
        page.end()
        return page

    # --- steps ---

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self._show(self.pages.currentIndex() - 1))
        self.next.clicked.connect(self._on_next)
        self.name.textEdited.connect(self._on_name)
        for line in (self.name, self.place.line, self.backup.line):
            line.returnPressed.connect(self._on_next)
        self.password.entered.connect(self._on_next)
        self.codes.kept.connect(self._finish)

    def _show(self, page: int) -> None:
        self.problem.clear()
        self.pages.setCurrentIndex(page)
        last, codes = page == self.pages.count() - 2, page == self.pages.count() - 1
        self.back.setVisible(page > 0 and not codes)
        self.next.setVisible(not codes)
        self.next.setText(self.tr("建账套") if last else self.tr("下一步"))
        first = (self.name, self.password, self.backup, self.codes)[page]
        first.setFocus()

    def _on_next(self) -> None:
        page = self.pages.currentIndex()
        try:
            self._require(page)
        except UserError as error:
            self.problem.setText(error.message)
            return
        if page < self.pages.count() - 2:
            self._show(page + 1)
        elif self.next.isEnabled():
            self._begin()

    def _require(self, page: int) -> None:
        if page == 0:
            require_name(self.name.text())
        elif page == 1:
            self.password.require(self.name.text())

    def _begin(self) -> None:
        self.next.setEnabled(False)
        self.back.setEnabled(False)
        self.problem.clear()
        wanted = self.answers()
        self._path = str(wanted.path)
        self._errands.run(lambda: self._make(wanted, self._clock), self._on_made, self._on_failed)

    def answers(self) -> NewShop:
        """What has been answered so far."""
        path = Path(self.place.text()).expanduser()
        return NewShop(
            path=path if path.suffix else path.with_suffix(SUFFIX),
            name=self.name.text(),
            taxpayer="general" if self.general.isChecked() else "small",
            start_month=self.start.currentText(),
            password=self.password.secret(),
            backup_folder=self.backup.text(),
            costing="fifo" if self.fifo.isChecked() else "moving_average",
        )

    def _on_made(self, codes: Sequence[Secret]) -> None:
        if not codes:
            self._finish()
            return
        self.codes.show_codes(codes)
        self._show(self.pages.count() - 1)

    def _on_failed(self, error: BaseException) -> None:
        self.next.setEnabled(True)
        self.back.setEnabled(True)
        if not isinstance(error, UserError):
            raise error
        if error.field == "path":
            self._show(0)
        self.problem.setText(error.message)

    def _finish(self) -> None:
        self.accept()
        self.made.emit(self._path)

    def reject(self) -> None:
        """Esc: not while the shop is being made, nor before the codes were kept."""
        if self._errands.under_way or self.pages.currentIndex() == self.pages.count() - 1:
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._errands.under_way or self.pages.currentIndex() == self.pages.count() - 1:
            event.ignore()
            return
        super().closeEvent(event)

    # --- paths ---

    def _on_name(self, name: str) -> None:
        folder = Path(self.place.text()).parent
        self.place.line.setText(str(_free(folder, name)))

    def _choose_file(self, now: str) -> str:
        path, _kind = QFileDialog.getSaveFileName(self, self.tr("账套文件放在"), now, "*.jxc")
        return path

    def _choose_folder(self, now: str) -> str:
        return QFileDialog.getExistingDirectory(self, self.tr("备份文件夹"), now)


def _side_by_side(*buttons: QRadioButton) -> QWidget:
    """The choices of one question in a row."""
    row_widget = QWidget()
    row = QHBoxLayout(row_widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.FIELD_COLUMN)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row_widget


def _free(folder: Path, name: str) -> Path:
    """A file name for a shop that nothing bears yet."""
    plain = file_name_of(name) or "my"
    tails = ("", *(f" {n}" for n in range(2, 1000)))
    return next(p for t in tails if not (p := folder / f"{plain}{t}{SUFFIX}").exists())

"""从备份恢复: what the backup holds, who puts it back, where the new file goes."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from jxc_desktop.core.errors import UserError
from jxc_desktop.core.i18n import statements
from jxc_desktop.core.paths import file_name_of
from jxc_desktop.core.secrets import Secret
from jxc_desktop.shell.door_parts import Page, PathField, button_named, problem_label, secret_line
from jxc_desktop.shell.errand import Errands
from jxc_desktop.shell.from_backup import BackupFacts, look_into, put_into
from jxc_desktop.shell.new_shop import OWNER_LOGIN, SUFFIX
from jxc_desktop.shell.recent_shops import own_folder
from jxc_desktop.widgets.tokens import Space

_SIZE = (560, 460)
_SHOWN_PROBLEMS = 3


class FromBackupDialog(QDialog):
    """Looks into the backup as soon as it opens; nothing is written before 恢复 is pressed."""

    made = Signal(str)
    """The path of the shop that was made."""

    def __init__(self, source: Path, errands: Errands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("从备份恢复"))
        self._errands = errands
        self.facts: BackupFacts | None = None
        self.told = QLabel(self.tr("正在验证这份备份"))
        self.told.setWordWrap(True)
        self.name = QLineEdit(OWNER_LOGIN)
        self.password = secret_line()
        self.place = PathField(self.tr("选择…"), self._choose)
        self.who = Page("", self.tr("备份里有密码，要用那时的用户登录。"))
        self.problem = problem_label()
        self.go = button_named(self.tr("恢复"), "main")
        self.go.setEnabled(False)
        self.go.clicked.connect(self._on_go)
        self._lay_out(source)
        errands.run(partial(look_into, source), self._on_looked, self._on_failed)

    def _lay_out(self, source: Path) -> None:
        page = Page(self.tr("从备份恢复"), str(source))
        page.add_plain(self.told)
        page.add(self.tr("恢复成新的账套文件"), self.place)
        self.who.add(self.tr("登录名"), self.name)
        self.who.add(self.tr("密码"), self.password)
        self.who.hide()
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.SECTION, Space.SECTION, Space.SECTION, Space.PANE)
        column.addWidget(page)
        column.addWidget(self.who)
        column.addStretch(1)
        column.addWidget(self.problem)
        column.addLayout(row)
        self.resize(*_SIZE)

    def _on_looked(self, facts: BackupFacts) -> None:
        self.facts = facts
        self.told.setText(self._sentence(facts))
        self.place.line.setText(str(_free(own_folder(), facts.name, self.tr("恢复"))))
        self.who.setVisible(facts.locked)
        self.go.setEnabled(True)
        (self.password if facts.locked else self.go).setFocus()

    def _sentence(self, facts: BackupFacts) -> str:
        made = f"{facts.made_at:%Y-%m-%d %H:%M}" if facts.made_at else self.tr("时间不明")
        count = sum(facts.counts.values())
        said = self.tr("{name}，{made}，共 {count} 条记录。").format(
            name=facts.name, made=made, count=count
        )
        if not facts.problems:
            return said + self.tr("验证通过，可以恢复。")
        wrong = statements(facts.problems[:_SHOWN_PROBLEMS])
        return said + self.tr("账有 {count} 处不符：{wrong}").format(
            count=len(facts.problems), wrong=wrong
        )

    def _on_go(self) -> None:
        if self.facts is None:
            return
        self.go.setEnabled(False)
        self.problem.clear()
        target = Path(self.place.text()).expanduser()
        if not target.suffix:
            target = target.with_suffix(SUFFIX)
        password = Secret(self.password.text())
        work = partial(put_into, self.facts, target, self.name.text(), password)
        self._errands.run(work, self._on_made, self._on_refused)

    def _on_made(self, path: str) -> None:
        self.accept()
        self.made.emit(path)

    def _on_failed(self, error: BaseException) -> None:
        """It cannot be used at all."""
        if not isinstance(error, UserError):
            raise error
        self.told.clear()
        self.problem.setText(error.message)

    def _on_refused(self, error: BaseException) -> None:
        """Not put back this time: a wrong password, a file that is there already."""
        self.go.setEnabled(True)
        if not isinstance(error, UserError):
            raise error
        self.problem.setText(error.message)
        self.password.clear()
        self.password.setFocus()

    def _choose(self, now: str) -> str:
        path, _kind = QFileDialog.getSaveFileName(self, self.tr("恢复到"), now, "*.jxc")
        return path

    def reject(self) -> None:
        """Esc: not while something is being written."""
        if not self._errands.under_way:
            super().reject()


def _free(folder: Path, name: str, word: str) -> Path:
    """A file name that nothing bears yet."""
    plain = file_name_of(name) or "my"
    tails = (f" {word}", *(f" {word} {n}" for n in range(2, 1000)))
    return next(p for t in tails if not (p := folder / f"{plain}{t}{SUFFIX}").exists())

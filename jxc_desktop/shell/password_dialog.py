"""改我的密码: the old one proven, a new one typed twice; an owner's first password brings the recovery codes."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.errors import UserError
from jxc_desktop.core.secrets import Secret
from jxc_desktop.shell.door_parts import Page, button_named, problem_label, secret_line
from jxc_desktop.shell.password_fields import PasswordFields
from jxc_desktop.shell.recovery_codes import CodesDialog
from jxc_desktop.shell.seat import Seat
from jxc_desktop.shop.login import change_password
from jxc_desktop.shop.services import set_password
from jxc_desktop.widgets.tokens import Space

_WIDTH = 420


class PasswordDialog(QDialog):
    """One person's own password; `first` says that there is none to be proven yet."""

    changed = Signal()

    def __init__(
        self, seat: Seat, *, first: bool, shop: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("改我的密码"))
        self._seat = seat
        self._first = first
        self.old = secret_line()
        self.new = PasswordFields(optional=False, shop=shop)
        self.problem = problem_label()
        self.keep = button_named(self.tr("保存"), "main")
        self._lay_out()
        self.keep.clicked.connect(self._on_keep)
        self.old.returnPressed.connect(self.new.setFocus)
        self.new.entered.connect(self._on_keep)

    def _lay_out(self) -> None:
        sentence = self.tr("设了密码，账套就要登录才能打开。") if self._first else ""
        page = Page(self.tr("{name} 的密码").format(name=self._seat.actor.name), sentence)
        if not self._first:
            page.add(self.tr("现在的密码"), self.old)
        page.add_plain(self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.SECTION, Space.SECTION, Space.SECTION, Space.PANE)
        column.addWidget(page)
        column.addWidget(self.problem)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.keep)
        column.addLayout(row)
        self.setFixedWidth(_WIDTH)
        (self.new if self._first else self.old).setFocus()

    def _on_keep(self) -> None:
        try:
            self.new.require()
        except UserError as error:
            self.problem.setText(error.message)
            return
        self.keep.setEnabled(False)
        new = Secret(self.new.first.text())
        tasks = self._seat.tasks
        if self._first:
            tasks.write(self._set, new, then=self._on_kept, failed=self._on_failed, owner=self)
        else:
            old = Secret(self.old.text())
            tasks.background(
                self._change, old, new, then=self._on_kept, failed=self._on_failed, owner=self
            )

    def _set(self, session: Session, new: Secret) -> tuple[Secret, ...]:
        return set_password(session, self._seat.actor.name, new)

    def _change(self, _progress: object, old: Secret, new: Secret) -> tuple[Secret, ...]:
        seat = self._seat
        actor = seat.actor
        return change_password(seat.database, actor.name, old, new, machine=actor.machine)

    def _on_kept(self, codes: Sequence[Secret]) -> None:
        self.accept()
        if codes:
            CodesDialog(codes, self.parentWidget()).exec()
        self._seat.messages.success(self.tr("密码已改，下次登录用新的"))
        self.changed.emit()

    def _on_failed(self, error: BaseException) -> None:
        self.keep.setEnabled(True)
        if not isinstance(error, UserError):
            raise error
        self.problem.setText(error.message)
        self.old.clear()
        self.old.setFocus()

"""One person on screen: names, roles with what they allow, and a new password."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from jxc_desktop.core.i18n import listed
from jxc_desktop.core.secrets import Secret
from jxc_desktop.shop.actor import Right, matrix
from jxc_desktop.shop.queries import UserView
from jxc_desktop.shop.roles import clashes, role_words
from jxc_desktop.widgets.columns import Column
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.look import font
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import RowHeight, Size, Space

ROLES_IN_ROW = 3


@dataclass(frozen=True, slots=True)
class UserDraft:
    """A person as typed; `known` says whether they exist already, `password` is None where none was typed."""

    known: bool
    name: str
    full_name: str
    roles: tuple[str, ...]
    password: Secret | None


class UserCard(QWidget):
    """Shows a person and takes what is changed; it keeps nothing itself."""

    edited = Signal()

    def __init__(self, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editable = editable
        self._known = False
        self.title = QLabel()
        self.title.setFont(font(Size.CARD_TITLE, bold=True))
        self.name = self._line(self.tr("登录名"))
        self.full_name = self._line(self.tr("姓名"))
        self.password = self._line(self.tr("密码"), secret=True)
        self.again = self._line(self.tr("再输一次密码"), secret=True)
        self.roles = {role: self._box(words) for role, words in role_words().items()}
        self.warning = QLabel()
        self.warning.setProperty("tone", "warn")
        self.warning.setWordWrap(True)
        self.rights = RowsModel(self._columns(), self)
        self._lay_out()
        self.begin_new()

    # --- what it shows and holds ---

    def begin_new(self) -> None:
        """Show an empty card for somebody new."""
        self._known = False
        self.title.setText(self.tr("新用户"))
        self._fill("", "", ())

    def show_user(self, user: UserView) -> None:
        """Show somebody who exists; what was typed before is dropped."""
        self._known = True
        self.title.setText(user.full_name or user.name)
        self._fill(user.name, user.full_name, user.roles)

    def draft(self) -> UserDraft:
        """What the card holds now."""
        typed = self.password.text()
        return UserDraft(
            self._known,
            self.name.text(),
            self.full_name.text(),
            tuple(role for role, box in self.roles.items() if box.isChecked()),
            Secret(typed) if typed else None,
        )

    def obstacle(self) -> str:
        """Why it cannot be kept as it is; empty when it can be tried."""
        if self.password.text() != self.again.text():
            return self.tr("两次输入的密码不一样。再输一次")
        if not self._known and not self.password.text():
            return self.tr("新用户要有密码。输入两次")
        return ""

    def mark(self, place: str) -> None:
        """Mark the field that an error names and go there."""
        fields = {"name": self.name, "password": self.password}
        for name, field in fields.items():
            field.setProperty("wrong", "true" if name == place else "false")
            field.style().polish(field)
        if place in fields:
            fields[place].setFocus()

    # --- how it is made ---

    def _fill(self, name: str, full_name: str, roles: Iterable[str]) -> None:
        held = set(roles)
        self.name.setText(name)
        self.full_name.setText(full_name)
        self.name.setReadOnly(self._known or not self._editable)
        for role, box in self.roles.items():
            box.setChecked(role in held)
        self.password.clear()
        self.again.clear()
        self.password.setPlaceholderText(self.tr("不改就空着") if self._known else "")
        self.mark("")
        self._show_rights()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(Space.BLOCK)
        form.setVerticalSpacing(Space.ROW)
        form.addRow(self.tr("登录名"), self.name)
        form.addRow(self.tr("姓名"), self.full_name)
        form.addRow(self.tr("角色"), self._role_boxes())
        form.addRow("", self.warning)
        form.addRow(self.tr("密码"), self.password)
        form.addRow(self.tr("再输一次"), self.again)
        heading = QLabel(self.tr("能做什么"))
        heading.setFont(font(Size.BODY, bold=True))
        grid = Grid(self.rights, row_height=RowHeight.COMPACT, parent=self)
        grid.setAccessibleName(heading.text())
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, 0, 0, 0)
        column.setSpacing(Space.ROW)
        column.addWidget(self.title)
        column.addLayout(form)
        column.addWidget(heading)
        column.addWidget(grid, 1)

    def _role_boxes(self) -> QWidget:
        held = QWidget()
        grid = QGridLayout(held)
        grid.setContentsMargins(0, Space.LABEL, 0, 0)
        grid.setSpacing(Space.ROW)
        for place, box in enumerate(self.roles.values()):
            grid.addWidget(box, place // ROLES_IN_ROW, place % ROLES_IN_ROW)
        return held

    def _columns(self) -> tuple[Column[Right], ...]:
        return (
            Column[Right]("words", self.tr("权限"), stretch=True),
            Column[Right]("roles", self.tr("来自"), text=self._through, width=132, muted=True),
        )

    def _through(self, roles: frozenset[str]) -> str:
        """Which of the ticked roles give a right."""
        words = role_words()
        return listed(words[role] for role in words if role in roles & self._ticked())

    def _line(self, name: str, *, secret: bool = False) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.setReadOnly(not self._editable)
        if secret:
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.setEnabled(self._editable)
        line.textEdited.connect(self.edited)
        return line

    def _box(self, words: str) -> QCheckBox:
        box = QCheckBox(words)
        box.setEnabled(self._editable)
        box.clicked.connect(self._on_role)
        return box

    def _ticked(self) -> frozenset[str]:
        return frozenset(role for role, box in self.roles.items() if box.isChecked())

    def _on_role(self) -> None:
        self._show_rights()
        self.edited.emit()

    def _show_rights(self) -> None:
        ticked = self._ticked()
        self.rights.set_rows([right for right in matrix().values() if right.roles & ticked])
        self.warning.setText("\n".join(clashes(ticked)))
        self.warning.setVisible(bool(self.warning.text()))

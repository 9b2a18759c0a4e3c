"""The first window of the day: who are you? It paints before the database layer is loaded, so it asks nothing itself.

The program hands in the people (`offer`) when it knows them, takes what was typed from the signals, and answers
with `refuse` or `accept`.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from jxc_desktop.core.secrets import Secret
from jxc_desktop.shop.ui.user_tiles import Person, UserTiles
from jxc_desktop.widgets.labels import IconLabel
from jxc_desktop.widgets.look import font
from jxc_desktop.widgets.tokens import Size, Space

_WIDTH = 460
_LOGO = 28


class LoginDialog(QDialog):
    """Asks for name and password; a forgotten password is replaced with a recovery code."""

    submitted = Signal(str, Secret)
    """A login name and a password to be tried."""
    recovering = Signal(Secret, Secret)
    """A recovery code and the new password to be set with it."""

    def __init__(self, shop: str, *, practice: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("登录 {shop}").format(shop=shop))
        self.tiles = UserTiles()
        self.name = _line(self.tr("登录名"))
        self.password = _line(self.tr("密码"), secret=True)
        self.code = _line(self.tr("恢复码"))
        self.new_password = _line(self.tr("新密码"), secret=True)
        self.again = _line(self.tr("再输一次新密码"), secret=True)
        self.enter = _button(self.tr("登录"), "main")
        self.forgotten = _button(self.tr("忘了密码"), "link")
        self.recover = _button(self.tr("用恢复码设新密码"), "main")
        self.back = _button(self.tr("返回登录"), "link")
        self.problem = QLabel()
        self._login = self._login_page()
        self._recovery = self._recovery_page()
        self._lay_out(shop, practice=practice)
        self._connect()
        self.tiles.hide()

    def offer(self, people: Sequence[Person], *, last: str = "") -> None:
        """Show who may log in; `last` is who did so the last time on this machine."""
        self.tiles.offer(people)
        self.tiles.setVisible(bool(people))
        names = [login for login, _full in people]
        first = last if last in names else next(iter(names), "")
        if first and not self.name.text():
            self._choose(first)

    def refuse(self, message: str) -> None:
        """Say why nobody gets in; what to type again is emptied and has the focus."""
        self._set_busy(busy=False)
        self._say(message)
        field = self.password if self._recovery.isHidden() else self.code
        field.clear()
        field.setFocus()

    @property
    def problem_text(self) -> str:
        """The sentence that stands under the fields now."""
        return self.problem.text()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        (self.password if self.name.text() else self.name).setFocus()

    # --- how it looks ---

    def _lay_out(self, shop: str, *, practice: bool) -> None:
        card = QFrame()
        card.setProperty("look", "card")
        card.setFixedWidth(_WIDTH)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(Space.SECTION, Space.SECTION, Space.SECTION, Space.SECTION)
        inside.setSpacing(Space.BLOCK)
        inside.addLayout(self._heading(shop, practice=practice))
        inside.addWidget(self.tiles)
        inside.addWidget(self._login)
        inside.addWidget(self._recovery)
        self._recovery.hide()
        self.problem.setProperty("tone", "bad")
        self.problem.setWordWrap(True)
        self.problem.setMinimumHeight(self.problem.fontMetrics().height() * 2)
        self.problem.setAlignment(Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self.problem)
        outside = QVBoxLayout(self)
        outside.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        outside.setContentsMargins(Space.PANE, Space.PANE, Space.PANE, Space.PANE)
        outside.addWidget(card)

    def _heading(self, shop: str, *, practice: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.ROW)
        logo = IconLabel("store", "accent", _LOGO)
        title = QLabel(shop)
        title.setFont(font(Size.TITLE, bold=True))
        title.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(logo)
        row.addWidget(title, 1)
        if practice:
            badge = QLabel(self.tr("练习"))
            badge.setProperty("tone", "warn")
            badge.setFont(font(Size.CARD_TITLE, bold=True))
            row.addWidget(badge)
        return row

    def _login_page(self) -> QWidget:
        return _page(
            [(self.tr("登录名"), self.name), (self.tr("密码"), self.password)],
            [self.forgotten, self.enter],
        )

    def _recovery_page(self) -> QWidget:
        return _page(
            [
                (self.tr("恢复码（设密码时抄下的十个之一）"), self.code),
                (self.tr("新密码（至少 8 位）"), self.new_password),
                (self.tr("再输一次"), self.again),
            ],
            [self.back, self.recover],
        )

    # --- what the hand does ---

    def _connect(self) -> None:
        self.tiles.chosen.connect(self._choose)
        self.name.textEdited.connect(self.tiles.choose)
        self.enter.clicked.connect(self._submit)
        self.recover.clicked.connect(self._submit_recovery)
        self.forgotten.clicked.connect(self._show_recovery)
        self.back.clicked.connect(self._show_login)
        self.name.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self._submit)
        self.code.returnPressed.connect(self.new_password.setFocus)
        self.new_password.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self._submit_recovery)
        for field in (self.name, self.password, self.code, self.new_password, self.again):
            field.textEdited.connect(self._quiet)

    def _choose(self, login: str) -> None:
        self.name.setText(login)
        self.tiles.choose(login)
        self.password.clear()
        self.password.setFocus()
        self._quiet()

    def _submit(self) -> None:
        if not self.enter.isEnabled():
            return
        if not self.name.text().strip():
            self._say(self.tr("先选一个人，或输入登录名"))
            self.name.setFocus()
            return
        self._set_busy(busy=True)
        self.submitted.emit(self.name.text(), Secret(self.password.text()))

    def _submit_recovery(self) -> None:
        if not self.recover.isEnabled():
            return
        if self.new_password.text() != self.again.text():
            self._say(self.tr("两次输入的新密码不一样。再输一次"))
            self.again.clear()
            self.again.setFocus()
            return
        self._set_busy(busy=True)
        self.recovering.emit(Secret(self.code.text()), Secret(self.new_password.text()))

    def _show_recovery(self) -> None:
        self._quiet()
        self.tiles.hide()
        self._login.hide()
        self._recovery.show()
        self.code.setFocus()

    def _show_login(self) -> None:
        self._quiet()
        self._recovery.hide()
        self._login.show()
        self.tiles.setVisible(bool(self.tiles.tiles))
        self.password.setFocus()

    def _set_busy(self, *, busy: bool) -> None:
        for button in (self.enter, self.recover):
            button.setEnabled(not busy)
        if busy:
            self._quiet()

    def _quiet(self) -> None:
        self.problem.clear()

    def _say(self, message: str) -> None:
        self.problem.setText(message)
        self.problem.setAccessibleName(message)


def _line(name: str, *, secret: bool = False) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    if secret:
        line.setEchoMode(QLineEdit.EchoMode.Password)
    return line


def _button(text: str, look: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("look", look)
    button.setAutoDefault(False)
    return button


def _page(rows: Sequence[tuple[str, QLineEdit]], buttons: Sequence[QPushButton]) -> QWidget:
    """A column of labelled fields, and under it a row of buttons with the main one at the right."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.LABEL)
    for words, line in rows:
        label = QLabel(words)
        label.setProperty("tone", "text2")
        label.setBuddy(line)
        column.addWidget(label)
        column.addWidget(line)
        column.addSpacing(Space.LABEL)
    row = QHBoxLayout()
    row.addWidget(buttons[0])
    row.addStretch(1)
    row.addWidget(buttons[-1])
    column.addStretch(1)
    column.addLayout(row)
    return page

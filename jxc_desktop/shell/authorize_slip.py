"""授权: somebody with the right allows an act on the spot, on a slip in the window, not in a window of its own."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from jxc_desktop.core.errors import UserError
from jxc_desktop.core.secrets import Secret
from jxc_desktop.shell.seat import Seat
from jxc_desktop.shop.actor import Actor, matrix
from jxc_desktop.shop.login import vouch
from jxc_desktop.widgets.look import font
from jxc_desktop.widgets.tokens import Size, Space

_WIDTH = 440


class AuthorizeSlip(QFrame):
    """Asks for a name and a password; `then` gets the person who allowed it. Esc drops it."""

    @classmethod
    def ask(
        cls, window: QWidget, seat: Seat, permission: str, what: str, then: Callable[[Actor], None]
    ) -> "AuthorizeSlip":
        """Put the slip into the window; one at a time."""
        for older in window.findChildren(cls):
            older.drop()
        return cls(window, seat, permission, what, then)

    def __init__(
        self, window: QWidget, seat: Seat, permission: str, what: str, then: Callable[[Actor], None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._seat = seat
        self._permission = permission
        self._then = then
        self._came_from = window.focusWidget()
        self.setProperty("look", "popup")
        self.setAccessibleName(self.tr("授权"))
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("有权的人的登录名"))
        self.name.setAccessibleName(self.tr("登录名"))
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(self.tr("密码"))
        self.password.setAccessibleName(self.tr("密码"))
        self.allow = QPushButton(self.tr("授权"))
        self.allow.setProperty("look", "main")
        self.problem = QLabel()
        self.problem.setProperty("tone", "bad")
        self.problem.setWordWrap(True)
        self._lay_out(what)
        self.name.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self._try)
        self.allow.clicked.connect(self._try)
        self._place()
        self.show()
        self.raise_()
        self.name.setFocus()

    def drop(self) -> None:
        """Go away and give the focus back."""
        self.hide()
        if self._came_from is not None:
            self._came_from.setFocus()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.drop()
            return
        super().keyPressEvent(event)

    def _lay_out(self, what: str) -> None:
        title = QLabel(self.tr("要授权：{right}").format(right=matrix()[self._permission].words))
        title.setFont(font(Size.CARD_TITLE, bold=True))
        sentence = QLabel(what)
        sentence.setWordWrap(True)
        row = QHBoxLayout()
        for widget in (self.name, self.password, self.allow):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.BLOCK)
        column.setSpacing(Space.ROW)
        for label in (title, sentence):
            column.addWidget(label)
        column.addLayout(row)
        column.addWidget(self.problem)
        self.setFixedWidth(_WIDTH)

    def _place(self) -> None:
        self.adjustSize()
        room = self._window.size()
        self.move((room.width() - self.width()) // 2, room.height() // 3)

    def _try(self) -> None:
        self.allow.setEnabled(False)
        self._seat.tasks.background(
            self._prove,
            self.name.text(),
            Secret(self.password.text()),
            then=self._allowed,
            failed=self._refused,
            owner=self,
        )

    def _prove(self, _progress: object, name: str, password: Secret) -> Actor:
        machine = self._seat.actor.machine
        return vouch(self._seat.database, name, password, self._permission, machine=machine)

    def _allowed(self, actor: Actor) -> None:
        self.drop()
        self._then(actor)

    def _refused(self, error: BaseException) -> None:
        self.allow.setEnabled(True)
        if not isinstance(error, UserError):
            raise error
        self.problem.setText(error.message)
        self.password.clear()
        self.password.setFocus()
        self._place()

"""A new password typed twice, with words on how good it is while it is typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.secrets import Secret
from jxc_desktop.shell.door_parts import secret_line
from jxc_desktop.shell.new_shop import password_problem
from jxc_desktop.widgets.tokens import Space

STRONG = 14
"""Letters from which a password that is taken at all is called strong."""


class PasswordFields(QWidget):
    """Two fields and a word; with `optional` it can be left for later."""

    entered = Signal()
    """Enter in the last field."""

    def __init__(self, *, optional: bool = True, shop: str = "") -> None:
        super().__init__()
        self._shop = shop
        self.first, self.again = secret_line(), secret_line()
        self.word = QLabel()
        self.later = QCheckBox(self.tr("先不设密码"))
        self.later.setVisible(optional)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.LABEL)
        names = (self.tr("密码（至少 8 位）"), self.tr("再输一次"))
        for words, line in zip(names, (self.first, self.again), strict=True):
            label = QLabel(words)
            label.setProperty("tone", "text2")
            label.setBuddy(line)
            line.setAccessibleName(words)
            column.addWidget(label)
            column.addWidget(line)
            column.addSpacing(Space.LABEL)
        column.addWidget(self.word)
        column.addWidget(self.later)
        self.setFocusProxy(self.first)
        self.first.textEdited.connect(self._judge)
        self.first.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.entered)
        self.later.toggled.connect(self._on_later)

    def secret(self) -> Secret | None:
        """The password, None when it is left for later."""
        return None if self.later.isChecked() else Secret(self.first.text())

    def require(self, shop: str = "") -> None:
        """Raise `InvalidInput` unless the password is good and typed alike twice."""
        if self.later.isChecked():
            return
        problem = password_problem(self.first.text(), shop or self._shop)
        if problem:
            self.first.setFocus()
            raise InvalidInput(problem, field="password")
        if self.first.text() != self.again.text():
            self.again.clear()
            self.again.setFocus()
            raise InvalidInput(self.tr("两次输入的密码不一样。再输一次"), field="password")

    def _judge(self, typed: str) -> None:
        problem = password_problem(typed, self._shop) if typed else ""
        strong = len(typed) >= STRONG
        words = problem or (self.tr("强") if strong else self.tr("可以，更长更好"))
        self.word.setText(words if typed else "")
        self.word.setProperty("tone", "warn" if problem else "ok")
        self.word.style().unpolish(self.word)
        self.word.style().polish(self.word)

    def _on_later(self, later: bool) -> None:
        for line in (self.first, self.again):
            line.setEnabled(not later)
            line.clear()
        self.word.clear()

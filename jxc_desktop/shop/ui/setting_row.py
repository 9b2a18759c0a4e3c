"""One setting on screen: title, one sentence, the field for its value, its default, and a mark when it was changed."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from jxc_desktop.shop.queries import SettingView
from jxc_desktop.widgets.chips import Chip, ChipLabel
from jxc_desktop.widgets.look import font
from jxc_desktop.widgets.tokens import Size, Space

_FIELD_WIDTH = 300
_UNSET = ""


class SettingRow(QWidget):
    """Shows a setting and says what the user makes of it, as text (`shop.setting_text` reads it)."""

    edited = Signal(str, str)
    """Name and new text."""
    reset = Signal(str)

    def __init__(
        self,
        view: SettingView,
        *,
        editable: bool,
        resettable: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.view = view
        self._resettable = resettable
        self._told = view.text
        self.field = self._make_field(view)
        self.field.setAccessibleName(view.title)
        self.field.setAccessibleDescription(view.sentence)
        self.field.setEnabled(editable)
        self.changed = ChipLabel(Chip(self.tr("已改"), "info"))
        self.back = QPushButton(self.tr("恢复默认"))
        self.back.setProperty("look", "link")
        self.back.clicked.connect(self._ask_reset)
        self.default = _hint("")
        self.problem = _hint("")
        self.problem.setProperty("tone", "bad")
        self._lay_out(view)
        self.show_view(view)

    def show_view(self, view: SettingView) -> None:
        """Show the value as it is kept now."""
        self.view = view
        self._told = view.text
        self.changed.setVisible(view.changed)
        self.back.setVisible(view.changed and self._resettable)
        self.default.setVisible(bool(view.default_shown))
        self.default.setText(self.tr("默认：{value}").format(value=view.default_shown))
        with QSignalBlocker(self.field):
            self._put(view)
        self.tell_problem("")

    def tell_problem(self, message: str) -> None:
        """Say under the field why the value is not taken; empty words take that back."""
        self.problem.setText(message)
        self.problem.setVisible(bool(message))
        self.field.setProperty("wrong", "true" if message else "false")
        self.field.style().polish(self.field)

    def text(self) -> str:
        """What the field holds."""
        if isinstance(self.field, QComboBox):
            return str(self.field.currentData())
        if isinstance(self.field, QCheckBox):
            return "true" if self.field.isChecked() else "false"
        return self.field.text()

    def _make_field(self, view: SettingView) -> QComboBox | QCheckBox | QLineEdit:
        if view.kind == "choice" or (view.kind == "flag" and view.optional):
            return self._make_list(view)
        if view.kind == "flag":
            box = QCheckBox(self.tr("是"))
            box.toggled.connect(self._on_edited)
            return box
        line = QLineEdit()
        line.editingFinished.connect(self._on_edited)
        return line

    def _make_list(self, view: SettingView) -> QComboBox:
        box = QComboBox()
        choices = [(str(value), words) for value, words in view.choices]
        if view.kind == "flag":
            choices = [("true", self.tr("是")), ("false", self.tr("否"))]
        if view.optional:
            box.addItem(self.tr("未设"), _UNSET)
        for text, words in choices:
            box.addItem(words, text)
        box.currentIndexChanged.connect(self._on_edited)
        return box

    def _put(self, view: SettingView) -> None:
        if isinstance(self.field, QComboBox):
            self.field.setCurrentIndex(self.field.findData(view.text))
        elif isinstance(self.field, QCheckBox):
            self.field.setChecked(view.text == "true")
        else:
            self.field.setText(view.text)

    def _lay_out(self, view: SettingView) -> None:
        title = QLabel(view.title)
        title.setFont(font(Size.BODY, bold=True))
        title.setBuddy(self.field)
        head = QHBoxLayout()
        head.setSpacing(Space.ROW)
        head.addWidget(title)
        head.addWidget(self.changed)
        head.addStretch(1)
        under = QHBoxLayout()
        under.addWidget(self.default)
        under.addStretch(1)
        under.addWidget(self.back)
        self.field.setMaximumWidth(_FIELD_WIDTH)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, Space.ROW, 0, Space.ROW)
        grid.setHorizontalSpacing(Space.FIELD_COLUMN)
        grid.setVerticalSpacing(Space.LABEL)
        grid.addLayout(head, 0, 0)
        grid.addWidget(_hint(view.sentence), 1, 0)
        grid.addWidget(self.problem, 2, 0)
        grid.addWidget(self.field, 0, 1)
        grid.addLayout(under, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(1, _FIELD_WIDTH)

    def _on_edited(self) -> None:
        if self.text() != self._told:
            self._told = self.text()
            self.edited.emit(self.view.name, self._told)

    def _ask_reset(self) -> None:
        self.reset.emit(self.view.name)


def _hint(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("tone", "text2")
    label.setFont(font(Size.HINT))
    label.setWordWrap(True)
    return label

"""One kind of scale label in a form: what it begins with, what its digits are, whether its last is checked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPushButton, QWidget

from jxc_desktop.core.errors import UserError
from jxc_desktop.shop.scale_rules import scale_rules
from jxc_desktop.shop.scale_words import rule_words
from jxc_desktop.widgets.labels import Words, repolish
from jxc_desktop.widgets.tokens import Size, Space

_FLAGS_WIDTH, _DIGITS_WIDTH = 110, 200


class ScaleRuleRow(QWidget):
    """Says under its fields what they mean, or what is wrong with them, while they are typed."""

    edited = Signal()
    dropped = Signal(object)

    def __init__(self, text: str, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.flags, self.digits = QLineEdit(), QLineEdit()
        self.layout_choice, self.check = QComboBox(), QComboBox()
        self.told = Words(size=Size.HINT, tone="text2")
        self.told.setWordWrap(True)
        self.drop = QPushButton(self.tr("去掉"))
        self._offer()
        self._put(text)
        self._lay_out()
        for widget in (self.flags, self.digits, self.layout_choice, self.check, self.drop):
            widget.setEnabled(editable)
        self._connect()
        self.explain()

    @property
    def text(self) -> str:
        """The rule as it is kept."""
        parts = (self.flags.text().strip(), self.digits.text().strip(), self.check.currentData())
        return " ".join(parts)

    def explain(self) -> str:
        """Tell what the fields mean; the reason why they mean nothing, "" where they do."""
        try:
            [rule] = scale_rules(self.text)
        except UserError as error:
            reason = error.message
        except ValueError:
            reason = self.tr("一行只写一条")
        else:
            self.told.setText(rule_words(rule))
            reason = ""
        if reason:
            self.told.setText(reason)
        self.told.set_tone("bad" if reason else "text2")
        self.digits.setProperty("wrong", bool(reason))
        repolish(self.digits)
        return reason

    def _offer(self) -> None:
        layouts = {
            "PPPPP AAA.AA": self.tr("13 位：5 位秤码，5 位金额"),
            "PPPPP WW.WWW": self.tr("13 位：5 位秤码，5 位重量"),
            "PPPP AAAA.AA": self.tr("13 位：4 位秤码，6 位金额"),
            "PPPPP AAA.AA WW.WWW": self.tr("18 位：秤码，金额，重量"),
            "PPPPP WW.WWW AAA.AA": self.tr("18 位：秤码，重量，金额"),
            "": self.tr("自己写"),
        }
        for digits, words in layouts.items():
            self.layout_choice.addItem(words, digits)
        checks = {
            "R": self.tr("末位要对"),
            "L": self.tr("末位要对（从左算）"),
            "C": self.tr("末位不核对"),
        }
        for check, words in checks.items():
            self.check.addItem(words, check)

    def _put(self, text: str) -> None:
        flags, _, rest = text.strip().partition(" ")
        digits, _, check = rest.rpartition(" ")
        self.flags.setText(flags)
        self.digits.setText(digits)
        self.check.setCurrentIndex(max(self.check.findData(check), 0))
        self._follow_digits()

    def _lay_out(self) -> None:
        self.flags.setAccessibleName(self.tr("标签开头"))
        self.digits.setAccessibleName(self.tr("标签写法"))
        self.layout_choice.setAccessibleName(self.tr("标签种类"))
        self.check.setAccessibleName(self.tr("校验位"))
        self.drop.setProperty("look", "link")
        self.flags.setFixedWidth(_FLAGS_WIDTH)
        self.digits.setFixedWidth(_DIGITS_WIDTH)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, Space.LABEL, 0, Space.LABEL)
        grid.setHorizontalSpacing(Space.ROW)
        grid.setVerticalSpacing(Space.LABEL)
        fields = (self.flags, self.layout_choice, self.digits, self.check, self.drop)
        for column, widget in enumerate(fields):
            grid.addWidget(widget, 0, column)
        grid.addWidget(self.told, 1, 0, 1, len(fields) + 1)
        grid.setColumnStretch(len(fields), 1)

    def _connect(self) -> None:
        self.layout_choice.activated.connect(self._on_layout)
        self.check.activated.connect(self._on_changed)
        self.digits.textEdited.connect(self._follow_digits)
        for line in (self.flags, self.digits):
            line.textEdited.connect(self.explain)
            line.editingFinished.connect(self.edited)
        self.drop.clicked.connect(lambda: self.dropped.emit(self))

    def _follow_digits(self) -> None:
        own = self.layout_choice.count() - 1
        found = self.layout_choice.findData(self.digits.text().strip().upper())
        self.layout_choice.setCurrentIndex(found if found >= 0 else own)

    def _on_layout(self) -> None:
        if chosen := self.layout_choice.currentData():
            self.digits.setText(chosen)
            self._on_changed()
        else:
            self.digits.setFocus()
            self.digits.selectAll()

    def _on_changed(self) -> None:
        self.explain()
        self.edited.emit()

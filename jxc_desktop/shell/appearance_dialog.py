"""外观和语言: theme, large type and language, each change seen at once."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from jxc_desktop.shell.appearance import LANGUAGES, SYSTEM, THEMES, Appearance
from jxc_desktop.shell.door_parts import Page, button_named
from jxc_desktop.widgets.tokens import Space

_WIDTH = 400


class AppearanceDialog(QDialog):
    """Tells each change to `change`, which makes it so."""

    def __init__(
        self, now: Appearance, change: Callable[[Appearance], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("外观和语言"))
        self._change = change
        themes = {
            SYSTEM: self.tr("跟随系统"),
            "light": self.tr("浅色"),
            "dark": self.tr("深色"),
            "contrast": self.tr("高对比"),
        }
        self.theme = QComboBox()
        for name in THEMES:
            self.theme.addItem(themes[name], name)
        self.theme.setCurrentIndex(THEMES.index(now.theme))
        self.language = QComboBox()
        for name, words in zip(
            ("", *LANGUAGES), (self.tr("跟随账套"), "中文", "English"), strict=True
        ):
            self.language.addItem(words, name)
        self.language.setCurrentIndex(("", *LANGUAGES).index(now.language))
        self.large = QCheckBox(self.tr("大字"))
        self.large.setChecked(now.large_type)
        self._lay_out()
        self.theme.currentIndexChanged.connect(self._tell)
        self.language.currentIndexChanged.connect(self._tell)
        self.large.toggled.connect(self._tell)

    def chosen(self) -> Appearance:
        """What stands there now."""
        return Appearance(
            str(self.theme.currentData()), self.large.isChecked(), str(self.language.currentData())
        )

    def _lay_out(self) -> None:
        page = Page(self.tr("外观和语言"), self.tr("只管这台电脑上的窗口，立即生效。"))
        page.add(self.tr("主题"), self.theme)
        page.add(self.tr("语言"), self.language)
        page.add_plain(self.large)
        done = button_named(self.tr("完成"), "main")
        done.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(done)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.SECTION, Space.SECTION, Space.SECTION, Space.PANE)
        column.addWidget(page)
        column.addLayout(row)
        self.setFixedWidth(_WIDTH)

    def _tell(self) -> None:
        self._change(self.chosen())

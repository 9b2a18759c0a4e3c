"""How the program looks and speaks on this machine: theme, large type, language."""

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from jxc_desktop.core.i18n import SOURCE_LANGUAGE, translate, use_language
from jxc_desktop.widgets.theme import apply_theme
from jxc_desktop.widgets.ui_settings import UiSettings

KEY = "appearance"
SYSTEM = "system"
THEMES = (SYSTEM, "light", "dark", "contrast")
LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Appearance:
    """`theme` may follow the system; `language` "" follows the shop, and before that the system."""

    theme: str = SYSTEM
    large_type: bool = False
    language: str = ""


def appearance_of(settings: UiSettings) -> Appearance:
    """What was chosen on this machine."""
    kept = settings.read(KEY)
    if not isinstance(kept, dict):
        return Appearance()
    theme, language = kept.get("theme"), kept.get("language")
    return Appearance(
        theme if theme in THEMES else SYSTEM,
        bool(kept.get("large_type")),
        language if language in LANGUAGES else "",
    )


def keep_appearance(settings: UiSettings, chosen: Appearance) -> None:
    """Remember what was chosen."""
    settings.write(
        KEY,
        {"theme": chosen.theme, "large_type": chosen.large_type, "language": chosen.language},
    )


class Dresser(QObject):
    """Dresses the application and lets it speak; follows the system's theme while it is asked to."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._chosen = Appearance()
        self._translators: list[QTranslator] = []
        self._hints = application.styleHints()
        self._hints.colorSchemeChanged.connect(self._on_system_changed)

    def dress(self, chosen: Appearance) -> None:
        """Wear a theme."""
        self._chosen = chosen
        apply_theme(self._application, self._theme(), large_type=chosen.large_type)

    def speak(self, language: str) -> None:
        """Speak a language from now on; what is already on the screen stays as it is."""
        use_language(language)
        for old in self._translators:
            QCoreApplication.removeTranslator(old)
            old.deleteLater()
        self._translators = [_qt_translator(language, self)]
        if language != SOURCE_LANGUAGE:
            self._translators.append(CatalogueTranslator(self))
        for translator in self._translators:
            QCoreApplication.installTranslator(translator)

    def _theme(self) -> str:
        if self._chosen.theme != SYSTEM:
            return self._chosen.theme
        dark = self._hints.colorScheme() is Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    def _on_system_changed(self) -> None:
        if self._chosen.theme == SYSTEM:
            self.dress(self._chosen)


class CatalogueTranslator(QTranslator):
    """Hands the program's one catalogue to Qt, so that `self.tr` and `translate` say the same."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        context: str,
        source_text: str,
        /,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        found = translate(context, source_text, n=n if n >= 0 else None)
        # None is "no translation" to Qt; "" would be one.
        return found if found != source_text else cast("str", None)


def system_language() -> str:
    """The language of this machine, as far as the program speaks it."""
    return "zh" if QLocale.system().language() is QLocale.Language.Chinese else "en"


def _qt_translator(language: str, parent: QObject) -> QTranslator:
    """What Qt's own dialogs say."""
    translator = QTranslator(parent)
    if language == SOURCE_LANGUAGE:
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        translator.load("qtbase_zh_CN", folder)
    return translator

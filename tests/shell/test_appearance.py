"""Appearance: remembered, seen at once; both languages through one catalogue."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QPalette

from jxc_desktop.core.i18n import catalogue, language
from jxc_desktop.shell.appearance import (
    Appearance,
    CatalogueTranslator,
    Dresser,
    appearance_of,
    keep_appearance,
)
from jxc_desktop.shell.appearance_dialog import AppearanceDialog
from jxc_desktop.widgets.tokens import CONTRAST, DARK, LIGHT


@pytest.fixture
def dresser(dressed):
    dresser = Dresser(dressed)
    yield dresser
    dresser.speak("zh")
    dresser.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def ground(application):
    return application.palette().color(QPalette.ColorRole.Window).name().upper()


def test_what_was_chosen_is_remembered(settings):
    chosen = Appearance("dark", large_type=True, language="en")
    keep_appearance(settings, chosen)
    assert appearance_of(settings) == chosen


@pytest.mark.parametrize("broken", [None, 7, {"theme": "pink", "language": "xx"}])
def test_broken_memory_is_the_default(settings, broken):
    settings.write("appearance", broken)
    assert appearance_of(settings) == Appearance()


def test_each_theme_is_worn_at_once(dresser, dressed):
    for name, theme in (("dark", DARK), ("contrast", CONTRAST), ("light", LIGHT)):
        dresser.dress(Appearance(name))
        assert ground(dressed) == theme.bg


def test_the_dialog_tells_each_change(dressed, qtbot):
    told = []
    dialog = AppearanceDialog(Appearance(), told.append)
    qtbot.addWidget(dialog)
    dialog.theme.setCurrentIndex(2)
    dialog.large.setChecked(True)
    dialog.language.setCurrentIndex(2)
    assert told == [
        Appearance("dark"),
        Appearance("dark", large_type=True),
        Appearance("dark", large_type=True, language="en"),
    ]


def test_qt_asks_the_same_catalogue_as_the_services(dresser, monkeypatch):
    from jxc_desktop.core import i18n
    from jxc_desktop.shell import appearance

    texts = {
        "Thing": {"收银": ["Till"], "%n 张": ["%n document", "%n documents"]},
        "shell": {"收银": ["Till"]},
    }
    monkeypatch.setattr(i18n, "wordings", lambda _language: texts)
    monkeypatch.setattr(appearance, "translate", i18n.translate)
    dresser.speak("en")
    assert language() == "en"

    class Thing(QObject):
        pass

    assert QCoreApplication.translate("Thing", "收银") == "Till"
    assert QCoreApplication.translate("Thing", "没译") == "没译"
    counted = [QCoreApplication.translate("Thing", "%n 张", None, count) for count in (0, 1, 2)]
    assert counted == ["0 documents", "1 document", "2 documents"]
    assert i18n.translate("Thing", "%n 张", n=1) == "1 document"
    dresser.speak("zh")
    assert QCoreApplication.translate("Thing", "收银") == "收银"
    assert QCoreApplication.translate("Thing", "%n 张", None, 1) == "1 张"


def test_qt_s_own_words_are_chinese(dresser):
    dresser.speak("zh")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    dresser.speak("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_the_translator_says_nothing_for_what_it_does_not_know(dresser):
    assert CatalogueTranslator().translate("nowhere", "没有") is None
    assert catalogue("zh") == {}

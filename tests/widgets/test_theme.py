import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontDatabase, QIcon, QPalette
from PySide6.QtWidgets import QLineEdit, QPushButton

import jxc_desktop.widgets
from jxc_desktop.core.paths import resource
from jxc_desktop.widgets import look
from jxc_desktop.widgets.icons import icon, pixmap
from jxc_desktop.widgets.theme import apply_theme, system_tokens
from jxc_desktop.widgets.tokens import DARK, LIGHT, THEMES


def inks(made, mode=QIcon.Mode.Normal):
    """The colours of the fully covered pixels of an icon."""
    image = made.pixmap(QSize(48, 48), 1.0, mode).toImage()
    pixels = (image.pixelColor(x, y) for x in range(48) for y in range(48))
    return {pixel.name().upper() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", list(THEMES))
def test_a_theme_reaches_palette_and_style_sheet(dressed, name):
    apply_theme(dressed, name)
    theme = THEMES[name]
    assert dressed.palette().color(QPalette.ColorRole.Base) == QColor(theme.surface)
    assert dressed.palette().color(QPalette.ColorRole.Highlight) == QColor(theme.sel)
    assert theme.accent in dressed.styleSheet()
    assert look.tokens() is theme


def test_the_theme_changes_while_a_window_stands(dressed, qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(80, 28)
    field.show()
    before = field.grab().toImage().pixelColor(40, 8)
    apply_theme(dressed, "dark")
    after = field.grab().toImage().pixelColor(40, 8)
    assert (before, after) == (QColor(LIGHT.surface), QColor(DARK.surface))


def test_the_chinese_font_is_there_with_both_weights(dressed):
    assert {"Regular", "Bold"} <= set(QFontDatabase.styles(look.FAMILY))
    assert dressed.font().family() == look.FAMILY
    assert dressed.font().pixelSize() == 13


def test_large_type_adds_two_steps_and_height(dressed):
    apply_theme(dressed, "light", large_type=True)
    assert dressed.font().pixelSize() == 15
    assert look.scaled(28) == 32


def test_a_control_is_as_high_as_the_token_says_with_and_without_focus(dressed, qtbot):
    field, button = QLineEdit(), QPushButton("保存草稿")
    for widget in (field, button):
        qtbot.addWidget(widget)
        widget.show()
        resting = widget.sizeHint().height()
        widget.setFocus()
        assert (resting, widget.sizeHint().height()) == (28, 28)


def test_an_icon_takes_its_colour_from_the_theme_of_the_moment(dressed):
    made = icon("check", "ok")

    light = inks(made)
    apply_theme(dressed, "dark")
    assert light == {LIGHT.ok}
    assert inks(made) == {DARK.ok}


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_an_icon_is_drawn_for_the_pixels_of_the_screen(dressed, ratio):
    drawn = pixmap("printer", 16, ratio=ratio)
    assert drawn.size() == QSize(round(16 * ratio), round(16 * ratio))
    assert drawn.deviceIndependentSize().toSize() == QSize(16, 16)


def test_a_disabled_icon_is_muted(dressed):
    assert inks(icon("check", "accent"), QIcon.Mode.Disabled) == {LIGHT.text3}


def test_every_icon_the_widgets_name_exists():
    folder = Path(jxc_desktop.widgets.__file__).parent
    named = set()
    for path in folder.glob("*.py"):
        text = path.read_text(encoding="utf-8")
        named |= set(re.findall(r'\b(?:icon|pixmap|tinted_file)\(\s*"([a-z0-9-]+)"', text))
        named |= set(re.findall(r'\bicon(?:_name)?="([a-z0-9-]+)"', text))
        named |= set(re.findall(r'\bpaint_icon\(\s*\w+,\s*"([a-z0-9-]+)"', text))
    assert "chevron-down" in named
    missing = {name for name in named if not resource("icons", f"{name}.svg").exists()}
    assert missing == set()


def test_the_contrast_of_the_operating_system_wins():
    palette = QPalette(QColor("#101010"))
    palette.setColor(QPalette.ColorRole.Window, QColor("#202020"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#FFFF00"))
    theme = system_tokens(palette)
    assert (theme.surface, theme.text, theme.edge) == ("#202020", "#FFFF00", 2)

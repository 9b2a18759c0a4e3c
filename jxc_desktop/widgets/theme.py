"""The dress of the window: palette, small style sheet and fonts made from the tokens, changed live."""

from dataclasses import replace
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from jxc_desktop.core.paths import resource
from jxc_desktop.widgets import look
from jxc_desktop.widgets.icons import forget_pixmaps, tinted_file
from jxc_desktop.widgets.style_sheet import style_sheet
from jxc_desktop.widgets.tokens import CONTRAST, LARGE_TYPE_STEP, THEMES, Tokens

_FUSION = "jxc-fusion"
"""The property of an application that wears Fusion: each change of style costs a look at every widget."""


def apply_theme(app: QApplication, name: str, *, large_type: bool = False) -> None:
    """Dress the whole program; call again to change it while it runs.

    `name` is light, dark or contrast. Where the system itself is set to high contrast its own colours win.
    """
    load_fonts()
    theme = _system_contrast(app, _platform_palette()) or THEMES[name]
    look.use(theme, LARGE_TYPE_STEP if large_type else 0)
    forget_pixmaps()
    if not app.property(_FUSION):  # under a style sheet the style no longer tells its name
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setProperty(_FUSION, True)
    app.setFont(look.font())
    app.setPalette(palette_of(theme))
    arrow, tick = tinted_file("chevron-down", theme.text2), tinted_file("check", theme.on_accent)
    app.setStyleSheet(style_sheet(theme, arrow, tick))


@cache
def load_fonts() -> None:
    """Make the shipped Chinese font known to Qt, once."""
    for weight in ("Regular", "Bold"):
        QFontDatabase.addApplicationFont(str(resource("fonts", f"JXCSansSC-{weight}.ttf")))


def palette_of(theme: Tokens) -> QPalette:
    """The roles of `QPalette` filled from a theme."""
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, value in {
        roles.Window: theme.bg,
        roles.WindowText: theme.text,
        roles.Base: theme.surface,
        roles.AlternateBase: theme.sunken,
        roles.Button: theme.surface,
        roles.ButtonText: theme.text,
        roles.Text: theme.text,
        roles.BrightText: theme.bad,
        roles.PlaceholderText: theme.text3,
        roles.ToolTipBase: theme.raised,
        roles.ToolTipText: theme.text,
        roles.Highlight: theme.sel,
        roles.HighlightedText: theme.text,
        roles.Accent: theme.accent,
        roles.Link: theme.accent,
        roles.LinkVisited: theme.accent,
        roles.Light: theme.surface,
        roles.Midlight: theme.grid,
        roles.Mid: theme.border,
        roles.Dark: theme.field,
        roles.Shadow: theme.field,
    }.items():
        palette.setColor(role, QColor(value))
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.text3))
    return palette


def system_tokens(palette: QPalette) -> Tokens:
    """The contrast theme in the colours that the operating system asks for."""
    roles = QPalette.ColorRole
    ground, ink, chosen, link = (
        palette.color(role).name().upper()
        for role in (roles.Window, roles.WindowText, roles.Highlight, roles.Link)
    )
    grounds = (
        "bg",
        "surface",
        "sunken",
        "raised",
        "ok_bg",
        "warn_bg",
        "bad_bg",
        "info_bg",
        "mute_bg",
    )
    inks = (
        "text",
        "text2",
        "text3",
        "border",
        "grid",
        "field",
        "info",
        "mute",
        "ok",
        "warn",
        "bad",
    )
    changes = dict.fromkeys(grounds, ground) | dict.fromkeys(inks, ink)
    return replace(
        CONTRAST, **changes, sel=chosen, accent=link, accent_hover=link, on_accent=ground, edge=2
    )


@cache
def _platform_palette() -> QPalette:
    """The palette before the first theme, which is the operating system's."""
    return QApplication.palette()


def _system_contrast(app: QApplication, platform: QPalette) -> Tokens | None:
    style_hints = app.styleHints()  # must outlive what it returns
    wanted = style_hints.accessibility().contrastPreference()
    return system_tokens(platform) if wanted == Qt.ContrastPreference.HighContrast else None

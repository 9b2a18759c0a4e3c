"""What is on screen now: the theme's colours, the type and the heights that follow it."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont

from jxc_desktop.widgets.tokens import LIGHT, Size, Tokens

FAMILY = "JXC Sans SC"


@dataclass(slots=True)
class _Look:
    theme: Tokens = LIGHT
    larger: int = 0


_look = _Look()


def use(theme: Tokens, larger: int) -> None:
    """Remember the theme and the px that 大字 adds; only `theme.apply_theme` calls this."""
    _look.theme, _look.larger = theme, larger


def tokens() -> Tokens:
    """The colours now on screen."""
    return _look.theme


def colour(name: str) -> QColor:
    """The colour of a token by its name: `colour("bad_bg")`."""
    return QColor(getattr(_look.theme, name))


def font(size: int = Size.BODY, *, bold: bool = False, struck: bool = False) -> QFont:
    """The program's font; `size` is a px size of the tokens, 大字 adds its step."""
    made = QFont(FAMILY)
    made.setPixelSize(size + _look.larger)
    made.setBold(bold)
    made.setStrikeOut(struck)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def scaled(height: int) -> int:
    """A row or bar height with what 大字 adds to it."""
    return height + 2 * _look.larger

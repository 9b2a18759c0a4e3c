import re
from dataclasses import fields
from pathlib import Path

import pytest

import jxc_desktop.widgets
from jxc_desktop.widgets.tokens import CONTRAST, DARK, LIGHT, THEMES, contrast

STATES = ("ok", "warn", "bad", "info", "mute")


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ink", ["text", "text2", "text3", "accent"])
@pytest.mark.parametrize("ground", ["bg", "surface", "sunken", "raised", "sel"])
def test_words_are_readable_on_every_ground(theme, ink, ground):
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("state", STATES)
def test_state_words_are_readable_on_their_tint_and_on_the_selection(theme, state):
    for ground in (f"{state}_bg", "sel", "surface", "sunken"):
        assert contrast(getattr(theme, state), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_edges_and_series_stand_out(theme):
    for edge in ("field", "series1", "series2"):
        assert contrast(getattr(theme, edge), theme.surface) >= 3
    assert contrast(theme.on_accent, theme.accent) >= 4.5


@pytest.mark.parametrize("state", [*STATES, "text", "text2", "text3", "accent", "border"])
def test_the_contrast_theme_keeps_eight_to_one(state):
    for ground in ("surface", "sunken", "sel"):
        assert contrast(getattr(CONTRAST, state), getattr(CONTRAST, ground)) >= 4.5
    assert contrast(getattr(CONTRAST, state), CONTRAST.surface) >= 8


def test_every_colour_is_written_the_same_way():
    for theme in THEMES.values():
        for field in fields(theme):
            value = getattr(theme, field.name)
            if field.name not in {"name", "edge"}:
                assert re.fullmatch(r"#[0-9A-F]{6}", value), (theme.name, field.name)


def test_no_colour_is_written_outside_the_tokens():
    folder = Path(jxc_desktop.widgets.__file__).parent
    for path in folder.glob("*.py"):
        if path.name != "tokens.py":
            assert not re.search(r"#[0-9A-Fa-f]{6}\b", path.read_text(encoding="utf-8")), path.name

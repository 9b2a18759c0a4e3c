"""The light theme, and a shop with people behind the panes."""

import pytest

from jxc_desktop.widgets.theme import apply_theme


@pytest.fixture
def dressed(qapp):
    """The application in the light theme."""
    apply_theme(qapp, "light")
    return qapp

"""What every test of the widgets needs: the offscreen platform and the light theme."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from jxc_desktop.widgets.theme import apply_theme


@pytest.fixture
def dressed(qapp):
    """The application in the light theme; whatever a test changes is put back."""
    apply_theme(qapp, "light")
    yield qapp
    apply_theme(qapp, "light")

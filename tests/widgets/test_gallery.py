"""All widgets together, as a shop sees them, in every theme and at the scales of real screens."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

GALLERY = Path(__file__).with_name("gallery.py")


@pytest.mark.parametrize(
    ("theme", "language", "scale"),
    [("light", "zh", "1"), ("dark", "en", "1.5"), ("contrast", "zh", "2")],
)
def test_nothing_is_cut_and_no_warning_is_said(tmp_path, theme, language, scale):
    picture = tmp_path / "gallery.png"
    drawn = subprocess.run(
        [sys.executable, "-W", "error", str(GALLERY), theme, language, str(picture)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    complaints = [
        line for line in drawn.stderr.splitlines() if "This plugin does not support" not in line
    ]
    assert complaints == []
    answer = json.loads(drawn.stdout)
    assert answer["cut"] == []
    assert answer["ratio"] == float(scale)
    assert picture.stat().st_size > 20_000

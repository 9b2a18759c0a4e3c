"""What scales say on their ports."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.printing.weights import Reading, reading_of


@pytest.mark.parametrize(
    ("line", "reading"),
    [
        (b"ST,GS,+  1.234kg", Reading(12_340, stable=True)),
        (b"US,GS,+  1.2 kg", Reading(12_000, stable=False)),
        (b"ST,NT,-00.050kg", Reading(-500, stable=True)),
        (b"\x01\x02S 01.234kg\x7a", Reading(12_340, stable=True)),
        (b"\x01\x02U 00.005kg", Reading(50, stable=False)),
        (b"ST,GS,+   1234 g", Reading(12_340, stable=True)),
        (b"OL,GS,+  ------", Reading(0, stable=False, over=True)),
        (b"ST,GS,+     kg", None),
        (b"6901234567892", None),
        (b"", None),
    ],
)
def test_a_line_of_a_scale_is_a_weight_or_nothing(line, reading):
    assert reading_of(line) == reading


@given(st.integers(0, 999_999), st.sampled_from([b"ST", b"US"]))
def test_every_gram_is_read_back(grams, state):
    said = reading_of(b"%s,GS,+%7.3fkg" % (state, grams / 1000))
    assert said == Reading(grams * 10, stable=state == b"ST")


@given(st.binary(max_size=60))
def test_noise_never_breaks_it(line):
    reading_of(line)

"""Lines that are no document, each refused in one sentence."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.core.errors import UserError
from jxc_desktop.intake.strict_json import LONGEST, read_object


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"[]",
        b'"text"',
        b"12",
        b"null",
        b"\xff\xfe",
        b'{"a": NaN}',
        b'{"a": Infinity}',
        b'{"a": "1", "a": "2"}',
        b'{"a": "1"} {"b": "2"}',
        b'{"a": ' + b"9" * 5000 + b"}",
        b"[" * 100_000,
        b'{"a": "' + b"x" * LONGEST + b'"}',
    ],
    ids=range(13),
)
def test_what_is_no_document_is_refused_in_one_sentence(line):
    with pytest.raises(UserError) as refusal:
        read_object(line)
    assert "\n" not in refusal.value.message


def test_a_byte_order_mark_does_no_harm():
    assert read_object(b'\xef\xbb\xbf{"key": "\xe7\xb2\xae"}\n') == {"key": "粮"}


@given(st.dictionaries(st.text(), st.recursive(
    st.none() | st.booleans() | st.integers(-10**9, 10**9) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)))  # fmt: skip
def test_every_object_comes_back_as_it_was_sent(document):
    assert read_object(json.dumps(document).encode()) == document


@given(st.binary(max_size=60))
def test_no_bytes_at_all_are_a_crash(line):
    try:
        found = read_object(line)
    except UserError:
        return
    assert isinstance(found, dict)

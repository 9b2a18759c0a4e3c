"""What nobody sees is no part of a name."""

from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.core.texts import tidy, typed_code


def test_unseen_characters_go():
    assert tidy(" 纯\u200b牛奶\x00\t 1L\u3000\r\n\ud800") == "纯牛奶 1L"


def test_a_code_is_half_width():
    assert typed_code("　Ａ０１\u200d ") == "A01"


@given(st.text())
def test_tidy_text_stays_as_it_is_and_can_be_stored(text):
    tidied = tidy(text)
    assert tidy(tidied) == tidied
    assert "\x00" not in tidied
    assert tidied.encode().decode() == tidied

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.printing.words import LARGEST, amount_in_words

DIGITS = {mark: value for value, mark in enumerate("零壹贰叁肆伍陆柒捌玖")}
UNITS = {"拾": 10, "佰": 100, "仟": 1000}


@pytest.mark.parametrize(
    ("fen", "words"),
    [
        (0, "零元整"),
        (100, "壹元整"),
        (1000, "壹拾元整"),
        (10005, "壹佰元零伍分"),
        (100750, "壹仟零柒元伍角整"),
        (1000000, "壹万元整"),
        (10001000, "壹拾万零壹拾元整"),
        (298000, "贰仟玖佰捌拾元整"),
        (-10110, "负壹佰零壹元壹角整"),
        (5, "伍分"),
        (50, "伍角整"),
        (100000000_00, "壹亿元整"),
    ],
)
def test_amounts_are_written_as_on_a_cheque(fen: int, words: str) -> None:
    assert amount_in_words(fen) == words


@given(st.integers(-LARGEST, LARGEST))
def test_reading_the_words_gives_the_amount_back(fen: int) -> None:
    assert read(amount_in_words(fen)) == fen


@given(st.integers(0, LARGEST))
def test_the_negative_is_the_same_with_a_sign(fen: int) -> None:
    if fen:
        assert amount_in_words(-fen) == f"负{amount_in_words(fen)}"


def test_an_amount_beyond_all_words_is_refused() -> None:
    with pytest.raises(InvalidInput, match="太大"):
        amount_in_words(LARGEST + 1)


def read(words: str) -> int:
    """An independent reader of capital amounts: fen."""
    sign = -1 if words.startswith("负") else 1
    rest = words.removeprefix("负").removesuffix("整")
    yuan = jiao = fen = 0
    if "元" in rest:
        whole, rest = rest.split("元")
        yuan = integer(whole)
    if "角" in rest:
        tenths, rest = rest.split("角")
        jiao = DIGITS[tenths[-1]]
    if "分" in rest:
        fen = DIGITS[rest[-2]]
    return sign * (yuan * 100 + jiao * 10 + fen)


def integer(text: str) -> int:
    total = section = digit = 0
    for mark in text:
        if mark in DIGITS:
            digit = DIGITS[mark]
        elif mark in UNITS:
            section, digit = section + digit * UNITS[mark], 0
        elif mark == "万":
            total, section, digit = total + (section + digit) * 10**4, 0, 0
        else:
            total, section, digit = (total + section + digit) * 10**8, 0, 0
    return total + section + digit

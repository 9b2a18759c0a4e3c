import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.printing.width import clean, cut, display_width, wrap


def test_a_chinese_character_takes_two_columns_and_a_letter_one() -> None:
    assert display_width("清水550ml") == 9
    assert display_width("3×4.50") == 7
    assert display_width("￥") == 2


def test_the_width_is_the_number_of_bytes_a_chinese_printer_gets() -> None:
    for code in range(0x20, 0x10000):
        mark = chr(code)
        try:
            size = len(mark.encode("gbk"))
        except UnicodeEncodeError:
            continue
        if unicodedata.category(mark) not in {"Cc", "Cf", "Co"}:
            assert display_width(mark) == size, hex(code)


def test_names_carry_no_printer_commands() -> None:
    assert clean("可乐\x1bp\x00\x19\xfa") == "可乐pú"
    assert clean("a\x1d\x9bV\u202e1\u200b0") == "aV10"
    assert clean("一\n二\t三") == "一 二 三"


def test_the_yen_sign_becomes_the_one_that_printers_have() -> None:
    assert clean("¥12.00") == "￥12.00"
    assert clean("\u22125") == "-5"


@given(st.text())
def test_cleaned_text_holds_no_control_characters(text: str) -> None:
    kept = {unicodedata.category(mark) for mark in clean(text)}
    assert not kept & {"Cc", "Cf", "Cs"}
    assert clean(clean(text)) == clean(text)


@given(st.text(), st.integers(0, 60))
def test_cutting_keeps_a_beginning_that_fits(text: str, columns: int) -> None:
    head = cut(text, columns)
    assert text.startswith(head)
    assert display_width(head) <= columns


@given(st.text(), st.integers(2, 48))
def test_wrapping_fits_and_loses_nothing_but_spaces(text: str, columns: int) -> None:
    text = clean(text)
    lines = wrap(text, columns)
    assert lines
    assert all(display_width(line) <= columns for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_words_and_numbers_are_not_broken_where_it_can_be_helped() -> None:
    assert wrap("Extra Large Bottle", 13) == ("Extra Large", "Bottle")
    assert wrap("晨牧纯牛奶250ml", 13) == ("晨牧纯牛奶", "250ml")
    assert wrap("6901234567892", 8) == ("69012345", "67892")

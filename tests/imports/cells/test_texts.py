"""Texts, codes and phone numbers."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.imports.cells import Fault, code, phone, remark, text, tidy
from jxc_desktop.imports.grid import Unreadable


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("  鸡蛋\u00a0", "鸡蛋"),
        ("鸡\u200b蛋\ufeff", "鸡蛋"),
        ("鸡蛋\r\n（大）", "鸡蛋 （大）"),
        ("全角\u3000空格", "全角 空格"),
        ("'0012", "0012"),
        ('="0012"', "0012"),
        ("\x1bp\x000名称", "p0名称"),
        ("=1+1", "=1+1"),
        ("é\u202e", "é"),
        (12, "12"),
        (1.5, "1.5"),
        ("", None),
        ("\u200b \t", None),
        (None, None),
    ],
)
def test_a_name_is_freed_of_what_nobody_sees(cell, value):
    assert text()(cell) == value


def test_a_name_turned_into_a_date_is_a_fault_but_a_remark_may_be_one():
    assert isinstance(text()(datetime.date(2026, 3, 5)), Fault)
    assert remark()(datetime.date(2026, 3, 5)) == "2026-03-05"
    assert remark()(datetime.datetime.fromisoformat("2026-03-05 10:30")) == "2026-03-05 10:30:00"


def test_too_long_a_name_is_a_fault():
    assert text(5)("12345") == "12345"
    assert "最多 5 个" in text(5)("123456").problem


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#DIV/0!", " #VALUE! "])
def test_failed_formulas_are_faults_in_every_column(error):
    for clean in (text(), code(), phone(), remark()):
        assert "公式出错" in clean(error).problem
    assert "公式出错" in text()(Unreadable(error.strip())).problem
    assert "还没有算出结果" in text()(Unreadable("=A1")).problem


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("001", "001"),
        (1, "1"),
        (12.0, "12"),
        (6901234567892, "6901234567892"),
        (6901234567892.0, "6901234567892"),
        ("6901234567892.0", "6901234567892"),
        ("12.0", "12.0"),
        ("ＡＢ１２", "AB12"),
        ("上海（总店）", "上海（总店）"),
        ("1E10", "1E10"),
        ("-", None),
        ("无", None),
    ],
)
def test_a_code_keeps_its_characters(cell, value):
    assert code()(cell) == value


@pytest.mark.parametrize("cell", ["6.90123E+12", "1.38e+10", 6.901e17, 10**15, 123456789012345678])
def test_digits_that_a_spreadsheet_lost_are_a_fault_and_never_zeros(cell):
    assert "位数已丢失" in code()(cell).problem


def test_a_code_turned_into_a_date_is_a_fault():
    assert "变成了日期" in code()(datetime.date(2026, 3, 5)).problem


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("138-0013-8000", "13800138000"),
        ("+86 138 0013 8000", "13800138000"),
        (13800138000, "13800138000"),
        (13800138000.0, "13800138000"),
        ("(171) 555-2222", "(171) 555-2222"),
        ("0574-88888888转12", "0574-88888888转12"),
        ("—", None),
    ],
)
def test_phones_are_understood(cell, value):
    assert phone()(cell) == value


@pytest.mark.parametrize("cell", ["1.38E+10", "张三", "12", "电话 13800138000"])
def test_what_is_no_phone_is_a_fault(cell):
    assert isinstance(phone()(cell), Fault)


@given(st.text())
def test_tidying_twice_changes_nothing_unless_a_mark_is_left(raw):
    once = tidy(raw)
    assert once == " ".join(once.split())
    assert once.isprintable() or not once.isascii()
    if not once.startswith(("'", '="')):
        assert tidy(once) == once


@given(st.integers(min_value=-(10**15) + 1, max_value=10**15 - 1))
def test_a_whole_number_below_a_quadrillion_is_exact_as_a_code(number):
    assert code()(number) == str(number)
    assert code()(float(number)) == str(number)

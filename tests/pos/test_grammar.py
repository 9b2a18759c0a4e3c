"""What the till's box understands, row by row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.core.errors import InvalidNumber
from jxc_desktop.pos.grammar import (
    CashPaid,
    Code,
    LineDiscount,
    Nothing,
    OrderDiscount,
    OrderRounding,
    OrderYuan,
    PaymentCode,
    Price,
    Quantity,
    Unclear,
    understand,
)
from jxc_desktop.pos.payment_code import may_be_payment_code, must_be_payment_code

EAN = "6901234567892"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", Nothing()),
        ("   ", Nothing()),
        (EAN, Code(EAN)),
        ("100921", Code("100921")),
        ("mn 250", Code("mn 250")),
        (f"3*{EAN}", Code(EAN, quantity=30000)),
        (f"3×{EAN}", Code(EAN, quantity=30000)),
        (f"３＊{EAN}", Code(EAN, quantity=30000)),
        (f"3x{EAN}", Code(EAN, quantity=30000)),
        ("3X4", Code("3X4")),
        ("1.236*2200", Code("2200", quantity=12360)),
        (f"9.5@{EAN}", Code(EAN, price=9_500_000)),
        (f"9。5@{EAN}", Code(EAN, price=9_500_000)),
        (f"3*9.5@{EAN}", Code(EAN, 30000, 9_500_000)),
        (f"9.5@3*{EAN}", Code(EAN, 30000, 9_500_000)),
        ("3*", Quantity(30000)),
        ("*3", Quantity(30000)),
        ("２．５＊", Quantity(25000)),
        ("-1*", Quantity(-10000, relative=True)),
        ("9.5@", Price(9_500_000)),
        ("@9.5", Price(9_500_000)),
        ("0@", Price(0)),
        ("/8折", LineDiscount(2000)),
        ("/8", LineDiscount(2000)),
        ("/80", LineDiscount(2000)),
        ("/0.8", LineDiscount(2000)),
        ("、8折", LineDiscount(2000)),
        ("/8.8折", LineDiscount(1200)),
        ("/88", LineDiscount(1200)),
        ("/95折", LineDiscount(500)),
        ("/9.5", LineDiscount(500)),
        ("/1折", LineDiscount(9000)),
        ("/10", LineDiscount(0)),
        ("/100", LineDiscount(0)),
        ("//95折", OrderDiscount(500)),
        ("//0.88", OrderDiscount(1200)),
        ("、、95折", OrderDiscount(500)),
        ("//0", OrderRounding()),
        ("//-5", OrderYuan(500)),
        ("//5.50元", OrderYuan(550)),
        ("=100", CashPaid(10000)),
        ("＝59。6", CashPaid(5960)),
        ("=", Unclear("")),
        ("/", Unclear("")),
        ("//", Unclear("")),
        ("*", Unclear("")),
    ],
)
def test_each_way_of_typing_is_understood(typed, meant):
    assert understand(typed) == meant


@pytest.mark.parametrize("typed", [f"{EAN}*", f"*{EAN}", f"{EAN}@", f"={EAN}", f"@{EAN}"])
def test_thirteen_digits_where_a_number_belongs_are_a_scan(typed):
    assert understand(typed) == Code(EAN)


@pytest.mark.parametrize("typed", ["/1", "/0", "/101", "/x", "//1", "=0", "=abc", "0*"])
def test_what_can_be_read_two_ways_is_asked_back(typed):
    meant = understand(typed)
    assert isinstance(meant, Unclear)
    assert meant.reason


@pytest.mark.parametrize(
    "code",
    [
        "100123456789012345", "134567890123456789", "159999999999999999",
        "2801234567890123", "301234567890123456", "25012345678901234567890",
    ],
)  # fmt: skip
def test_a_payment_code_is_refused_and_its_digits_are_gone(code):
    for typed in (code, f"3*{code}", f"={code}"):
        meant = understand(typed)
        assert meant == PaymentCode()
        assert code not in repr(meant)


def test_an_alipay_code_shaped_like_a_scale_label_is_left_to_the_catalogue():
    label = "260001201936023102"
    assert understand(label) == Code(label, maybe_payment=True)
    assert may_be_payment_code(label)
    assert not must_be_payment_code(label)


def test_a_case_barcode_of_eighteen_digits_is_no_payment():
    sscc = "069012345678901234"
    assert understand(sscc) == Code(sscc)


@given(st.text(max_size=40))
def test_nothing_that_is_typed_raises(text):
    understand(text)


@given(st.text(alphabet="0123456789.*@/=-折元 ×。", max_size=24))
def test_no_mixture_of_signs_raises(text):
    meant = understand(text)
    assert not isinstance(meant, InvalidNumber)
    if isinstance(meant, LineDiscount | OrderDiscount):
        assert 0 <= meant.off < 10000

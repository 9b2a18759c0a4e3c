"""Money, prices, counts, factors, tax rates."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.imports.cells import Fault, count, factor, money, number, price, tax_rate


@pytest.mark.parametrize(
    ("cell", "fen"),
    [
        ("1,234.50", 123450),
        ("￥12.5", 1250),
        ("¥ 12.5", 1250),
        ("12.5元", 1250),
        ("12.5 元/瓶", 1250),
        ("RMB12.50", 1250),
        ("12 ", 1200),
        ("１２．５", 1250),
        ("（1,234.50）", -123450),
        ("−5", -500),
        ("-￥5", -500),
        ("+5", 500),
        ("0.10", 10),
        ("1.500", 150),
        (12, 1200),
        (12.3, 1230),
        (0.1 + 0.2, 30),
        (-0.0, 0),
        ("—", None),
        ("-", None),
        ("－", None),
        ("/", None),
        ("", None),
    ],
)
def test_money_in_every_dress(cell, fen):
    assert money()(cell) == fen


@pytest.mark.parametrize(
    "cell",
    ["12,5", "1,2345", "1 234", "abc", "12.5.1", "1e3", "$5", "约12", "12万", True, "#N/A", float("nan"),
     float("inf"), 1e20, datetime.date(2026, 1, 1), "9" * 13],
)  # fmt: skip
def test_what_is_no_money_is_a_fault(cell):
    assert isinstance(money()(cell), Fault)


def test_too_fine_a_number_is_a_fault_with_the_rounded_one():
    fault = money()("12.345")
    assert "最多 2 位" in fault.problem
    assert fault.suggestion == "12.35"
    assert money()(-12.345).suggestion == "-12.35"
    assert price()("8.3333333333").suggestion == "8.333333"


def test_a_price_is_not_negative():
    assert "不能小于 0" in price()(-1).problem
    assert price()("0") == 0
    assert price(least=None)(-1) == -1_000_000


def test_a_count_is_whole_and_may_bear_its_unit():
    assert count(unit="天")("30 天") == 30
    assert count()(30.0) == 30
    assert isinstance(count()("1.5"), Fault)
    assert isinstance(count()("-1"), Fault)
    assert isinstance(count()("30天"), Fault)


@pytest.mark.parametrize(
    "cell", ["24", 24, "1箱=24瓶", "1*24", "1×24", "1:24", "24瓶/箱", "24瓶", "1箱 = 24 瓶"]
)
def test_pack_factors_in_every_dress(cell):
    assert factor()(cell) == 240000


@pytest.mark.parametrize("cell", ["0", 0, "abc", "1箱=?", "24-6"])
def test_what_is_no_factor_is_a_fault(cell):
    assert isinstance(factor()(cell), Fault)


@pytest.mark.parametrize(
    ("cell", "rate"),
    [
        ("13%", 1300), ("13.00 %", 1300), (0.13, 1300), ("0.13", 1300), (13, 1300), ("１３％", 1300), ("3", 300),
        (1, 100), (0.01, 100), ("0.5%", 50), (0, 0), ("0%", 0), ("免税", -1), ("不征税", -1), ("Exempt", -1),
        ("—", None), (None, None),
    ],
)  # fmt: skip
def test_tax_rates_in_every_dress(cell, rate):
    assert tax_rate()(cell) == rate


@pytest.mark.parametrize("cell", ["50%", 0.5, 130, "-13%", "十三", True])
def test_what_is_no_tax_rate_is_a_fault(cell):
    assert isinstance(tax_rate()(cell), Fault)


@given(st.decimals(-(10**9), 10**9, places=2, allow_nan=False))
def test_money_is_exact_however_it_is_written(amount):
    fen = int(amount * 100)
    grouped = f"{amount:,.2f}"
    for cell in (str(amount), grouped, f"￥{amount:.2f}", f"{grouped}元"):
        assert money()(cell) == fen, cell
    assert money()(float(amount)) == fen


@given(st.one_of(st.text(), st.floats(), st.integers(), st.booleans(), st.none(), st.dates()))
def test_no_cell_makes_a_cleaner_raise(cell):
    for clean in (money(), price(), count(unit="天"), factor(), tax_rate(), number(4)):
        found = clean(cell)
        assert found is None or isinstance(found, int | Fault)


@given(st.text(alphabet="0123456789.,-¥元%() ", max_size=12))
def test_no_number_is_invented(cell):
    """What is taken for money consists of the digits that stand there, in their order."""
    found = money()(cell)
    if isinstance(found, int):
        digits = "".join(filter(str.isdigit, cell))
        assert str(abs(found)).strip("0") in digits or Decimal(digits or 0) == 0

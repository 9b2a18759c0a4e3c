"""Barcodes: check digits, several in a cell, lost zeros."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean

from jxc_desktop.catalog.barcodes import canonical
from jxc_desktop.imports.cells import Fault, barcodes


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("6901234567892", ("6901234567892",)),
        ("6901234567892 \t", ("6901234567892",)),
        ("\u00a06901234567892\u200b", ("6901234567892",)),
        ("'6901234567892", ("6901234567892",)),
        ("６９０１２３４５６７８９２", ("6901234567892",)),
        ("6901234567892.0", ("6901234567892",)),
        (6901234567892, ("6901234567892",)),
        ("96385074", ("96385074",)),
        ("16901234567899", ("16901234567899",)),
        ("84501202316", ("84501202316",)),
        ("A-12/B", ("A-12", "B")),
        ("123", ("123",)),
        ("123456789012345678", ("123456789012345678",)),
        ("6901234567892,96385074", ("6901234567892", "96385074")),
        ("6901234567892；96385074、123 456", ("6901234567892", "96385074", "123", "456")),
        ("6901234567892/6901234567892", ("6901234567892",)),
        ("无", None),
        ("", None),
        (None, None),
    ],
)
def test_barcodes_are_understood(cell, value):
    assert barcodes()(cell) == value


def test_a_upc_is_kept_as_ean_13():
    assert barcodes()("036000291452") == ("0036000291452",)


def test_a_zero_lost_by_a_numeric_cell_comes_back_only_where_the_check_digit_proves_it():
    assert barcodes()(36000291452) == ("0036000291452",)
    assert barcodes()(36000291453) == ("36000291453",)
    assert barcodes()("36000291452") == ("36000291452",)


@pytest.mark.parametrize(
    ("cell", "right"),
    [
        ("6901234567890", "6901234567892"),
        ("96385070", "96385074"),
        ("692168282348", "692168282345"),
        ("16901234567890", "16901234567899"),
    ],
)
def test_a_wrong_check_digit_is_told_with_the_right_one(cell, right):
    fault = barcodes()(cell)
    assert f"末位应为 {right[-1]}" in fault.problem
    assert fault.suggestion == right


@pytest.mark.parametrize("cell", ["6.90123E+12", 6.9e17, "6901234567892,6.9E+12", 10**16])
def test_lost_digits_are_a_fault(cell):
    assert "位数已丢失" in barcodes()(cell).problem


@pytest.mark.parametrize("cell", ["可乐", "x" * 65])
def test_what_cannot_be_scanned_is_a_fault(cell):
    assert isinstance(barcodes()(cell), Fault)


@given(st.from_regex(r"[0-9]{7}|[0-9]{11,13}", fullmatch=True), st.integers(0, 9))
def test_of_ten_last_digits_just_one_is_right(body, last):
    found = barcodes()(f"{body}{last}")
    if str(last) == ean.calc_check_digit(body):
        assert found == (canonical(f"{body}{last}"),)
    else:
        assert isinstance(found, Fault)


@given(st.one_of(st.text(), st.integers(), st.floats(), st.booleans()))
def test_any_cell_gives_barcodes_nothing_or_a_fault(cell):
    found = barcodes()(cell)
    assert found is None or isinstance(found, Fault | tuple)

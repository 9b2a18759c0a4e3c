"""Quantities with and without units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.imports.cells import Fault, Packs, in_base_units, quantity

BOX = {"箱": 240000}


@pytest.mark.parametrize(
    ("cell", "base"),
    [
        ("12箱", 12 * 24),
        ("3箱5瓶", 77),
        ("3 箱 5 瓶", 77),
        ("5瓶", 5),
        ("-3箱", -72),
        ("0.5箱", 12),
        ("12", 12),
        ("1,200", 1200),
        (12.0, 12),
        ("１２", 12),
    ],
)
def test_quantities_come_down_to_base_units(cell, base):
    assert in_base_units(quantity()(cell), "瓶", BOX) == base * 10_000


@pytest.mark.parametrize(
    ("cell", "base", "value"),
    [("2.5kg", "千克", 25_000), ("500g", "千克", 5_000), ("3斤", "公斤", 15_000), ("2.5KG", "kg", 25_000),
     ("1.5m", "米", 15_000), ("250ml", "升", 2_500), ("1公斤2两", "克", 11_000_000)],
)  # fmt: skip
def test_measures_convert_without_being_told(cell, base, value):
    assert in_base_units(quantity()(cell), base, {}) == value


def test_an_unknown_unit_is_a_fault_that_names_the_known_ones():
    fault = in_base_units(quantity()("2捆"), "瓶", BOX)
    assert "没有“捆”" in fault.problem
    assert "瓶、箱" in fault.problem


def test_a_conversion_that_would_round_is_a_fault():
    assert isinstance(in_base_units(quantity()("0.0001箱"), "瓶", {"箱": 5_000}), Fault)


@pytest.mark.parametrize(
    "cell", ["12箱 5", "6901234567892", 6901234567892, "1,2", "abc", "1.23456", True, "#REF!"]
)
def test_what_is_no_quantity_is_a_fault(cell):
    assert isinstance(quantity()(cell), Fault)


def test_money_in_a_quantity_column_is_not_taken_for_a_quantity():
    assert isinstance(in_base_units(quantity()("5元"), "瓶", BOX), Fault)


@given(st.integers(0, 10**6), st.integers(0, 23))
def test_boxes_and_bottles_add_up(boxes, bottles):
    found = quantity()(f"{boxes}箱{bottles}瓶")
    assert isinstance(found, Packs)
    assert in_base_units(found, "瓶", BOX) == (boxes * 24 + bottles) * 10_000


@given(st.one_of(st.text(), st.text(alphabet="0123456789.箱瓶- kg"), st.floats(), st.integers()))
def test_no_cell_makes_a_quantity_raise(cell):
    found = quantity()(cell)
    assert found is None or isinstance(found, int | Packs | Fault)
    if isinstance(found, int | Packs):
        assert isinstance(in_base_units(found, "瓶", BOX), int | Fault)

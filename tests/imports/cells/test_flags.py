"""Yes and no."""

import pytest

from jxc_desktop.imports.cells import Fault, disabled, enabled, yes_no


@pytest.mark.parametrize("cell", ["是", "√", "Y", "yes", 1, 1.0, True, "TRUE", "有"])
def test_yes(cell):
    assert yes_no()(cell) is True


@pytest.mark.parametrize("cell", ["否", "×", "N", "no", 0, False, "无"])
def test_no(cell):
    assert yes_no()(cell) is False


def test_in_use_is_the_other_way_round_under_disabled():
    assert enabled()("启用") is True
    assert enabled()("停用") is False
    assert disabled()("停用") is True
    assert disabled()("正常") is False
    assert disabled()(1) is True
    assert disabled()("否") is False


def test_anything_else_is_a_fault():
    assert isinstance(yes_no()("也许"), Fault)
    assert isinstance(yes_no()("启用"), Fault)
    assert yes_no()("") is None

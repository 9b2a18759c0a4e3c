"""款号, 颜色, 尺码 in a list of goods make a style and its variants."""

import pytest

from jxc_desktop.catalog.invariants import variants_differ
from jxc_desktop.catalog.queries import find_products, product_by_code, style_list, variants_of
from jxc_desktop.core.sql import Statement
from jxc_desktop.imports.products import products

LEVELS = Statement(
    "SELECT p.code, s.quantity FROM stock_level s JOIN product p ON p.id = s.product_id ORDER BY p.code"
)
SHIRTS = """款号,名称,颜色,尺码,条码,零售价,进价,库存
T01,T恤,红,M,,59,20,3
T01,T恤,红,L,6901234567892,59,20,0
T01,T恤,黑,M,,59,20,5
S09,短袜,,,,9,4,7
"""


def style(session, code):
    return next(each for each in style_list(session) if each.code == code)


def test_a_list_with_styles_makes_them_with_their_stock_and_twice_changes_nothing(
    any_database, run, owner
):
    result = run(any_database, products(with_opening_stock=True), SHIRTS)
    assert (result.read, result.written, result.problems) == (4, 4, ())
    with any_database.reading(owner) as session:
        found = variants_of(session, style(session, "T01").id)
        assert [(each.code, each.values, each.barcode) for each in found] == [
            ("T01-01-M", ("红", "M"), ""),
            ("T01-01-L", ("红", "L"), "6901234567892"),
            ("T01-02-M", ("黑", "M"), ""),
        ]
        assert [tuple(row) for row in LEVELS.all(session)] == [
            ("S09", 70_000), ("T01-01-M", 30_000), ("T01-02-M", 50_000),
        ]  # fmt: skip
        assert product_by_code(session, "T01").is_style
        assert product_by_code(session, "S09").spec == ""
        assert variants_differ(session) == []
    again = run(any_database, products(), SHIRTS)
    assert (again.written, again.skipped) == (0, 4)


def test_a_later_list_adds_a_colour_to_a_style_that_is_there(any_database, run, owner):
    run(any_database, products(), SHIRTS)
    more = "款号,名称,颜色,尺码,零售价\nT01,T恤,白,M,59\n"
    assert run(any_database, products(), more).written == 1
    with any_database.reading(owner) as session:
        assert variants_of(session, style(session, "T01").id)[-1].code == "T01-03-M"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("T01,T恤,红,M,59", "红 M 已有或写了两行"),
        ("T01,T恤,红,,59", "按 颜色、尺码 分"),
    ],
)
def test_a_row_that_is_no_variant_of_its_style_is_told(database, run, row, said):
    first = "款号,名称,颜色,尺码,零售价\nT01,T恤,红,M,59\n"
    result = run(database, products(), first + row + "\n")
    assert result.written == 0
    assert [(each.row, said in each.problem) for each in result.problems] == [(3, True)]
    assert run(database, products(), first + row + "\n", skip_bad_rows=True).written == 1


def test_style_codes_without_colours_are_codes_of_plain_goods(database, run, owner):
    listed = "款号,名称,零售价\nA1,杯子,5\nA1,碗,6\nA2,盘,7\n"
    assert "没有颜色也没有尺码" in run(database, products(), listed).problems[0].problem
    run(database, products(), listed, skip_bad_rows=True)
    with database.reading(owner) as session:
        assert [each.code for each in find_products(session, "A")] == ["A1", "A2"]


def test_colour_and_size_without_a_style_stand_in_the_specification(database, run, owner):
    run(database, products(), "编号,名称,颜色,尺码,零售价\nB1,帽子,蓝,均码,30\n")
    with database.reading(owner) as session:
        assert product_by_code(session, "B1").spec == "蓝 均码"

"""A whole table is checked before anything is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.imports.cells import discount
from jxc_desktop.imports.checking import check
from jxc_desktop.imports.fields import document_fields, opening_stock_fields, product_fields
from jxc_desktop.imports.repeats import alike
from jxc_desktop.imports.rules import (
    check_opening_stock,
    note_missing_price,
    note_selling_below_cost,
    require_factor,
)
from jxc_desktop.imports.source import Flaw, Known, Source

GOODS = Source(
    "products", "商品", product_fields(), keys=("code", "barcode"), natural=("name", "spec")
)
EAN, OTHER = "6901234567892", "96385074"


def told(problems):
    return [(p.row, p.column, p.value, p.problem) for p in problems]


def test_a_problem_names_row_column_value_and_a_way_out(table_of):
    checked = check(
        GOODS, table_of("products", ("编号", "商品全名", "国际条码"), ["1", "蛋", "6901234567890 "])
    )
    (problem,) = checked.problems
    assert problem.as_json() == {
        "row": 2,
        "column": "国际条码",
        "value": "6901234567890 ",
        "problem": "6901234567890 校验位不对，末位应为 2。对照实物改正",
    }
    assert problem.suggestion == EAN
    assert checked.rows == ()
    assert checked.bad == {2}


def test_all_problems_are_found_at_once_in_the_order_of_the_file(table_of):
    table = table_of(
        "products",
        ("编号", "名称", "零售价", "条码"),
        ["1", None, "abc", "6901234567890"],
        ["2", "奶", "9.9", EAN],
        ["3", "面", "-1", EAN],
    )
    checked = check(GOODS, table)
    assert [(p.row, p.column) for p in checked.problems] == [
        (2, "名称"),
        (2, "零售价"),
        (2, "条码"),
        (4, "零售价"),
    ]
    assert [row.values for row in checked.rows] == [
        {"code": "2", "name": "奶", "retail_price": 9_900_000, "barcode": (EAN,)}
    ]


def test_a_must_that_is_broken_is_told_once(table_of):
    checked = check(GOODS, table_of("products", ("编号", "名称", "单位"), ["1", "#N/A", "个"]))
    assert len(checked.problems) == 1
    assert "公式出错" in checked.problems[0].problem


def test_a_must_whose_column_is_missing_refuses_the_file(table_of):
    with pytest.raises(InvalidInput, match="没有“商品名称”这一列"):
        check(GOODS, table_of("products", ("编号", "条码", "单位"), ["1", EAN, "个"]))


def test_the_first_row_keeps_a_code_or_barcode(table_of):
    table = table_of(
        "products",
        ("编号", "名称", "条码"),
        ["1", "草莓糖", EAN],
        ["2", "芒果糖", EAN],
        ["1", "香草糖", OTHER],
        [EAN, "香蕉糖", None],
        ["5", "苹果糖", f"{OTHER},{EAN}"],
    )
    checked = check(GOODS, table)
    assert told(checked.problems) == [
        (3, "条码", EAN, f"{EAN} 与第 2 行“草莓糖”相同。换一个，或去掉这一行"),
        (4, "编号", "1", "1 与第 2 行“草莓糖”相同。换一个，或去掉这一行"),
        (5, "编号", EAN, f"{EAN} 与第 2 行“草莓糖”相同。换一个，或去掉这一行"),
        (6, "条码", f"{OTHER},{EAN}", f"{EAN} 与第 2 行“草莓糖”相同。换一个，或去掉这一行"),
    ]
    assert [row.row for row in checked.rows] == [2]


def test_goods_may_have_their_barcode_as_code(table_of):
    checked = check(GOODS, table_of("products", ("编号", "名称", "条码"), [EAN, "蛋", EAN]))
    assert checked.problems == ()


def test_a_wrong_row_does_not_take_a_code_away(table_of):
    table = table_of("products", ("编号", "名称", "零售价"), ["1", "蛋", "abc"], ["1", "蛋", "2"])
    assert [row.row for row in check(GOODS, table).rows] == [3]


def test_names_that_look_alike_are_noted_and_imported(table_of):
    table = table_of(
        "products",
        ("编号", "名称", "规格"),
        ["1", "金穗花生油（5L）", "桶"],
        ["2", "金穗花生油(５Ｌ)", "桶"],
        ["3", "金穗花生油 (5l)", "桶"],
        ["4", "金穗花生油（5L）", "箱"],
        ["5", "金穗花生油（5L）", "桶"],
    )
    checked = check(GOODS, table)
    assert checked.problems == ()
    assert len(checked.rows) == 5
    assert [(n.row, "只差写法" in n.problem) for n in checked.notices] == [
        (3, True),
        (4, True),
        (6, False),
    ]


def test_likeness_is_blind_for_dress_only():
    assert alike("可乐 24×330ml【听】") == alike("可乐24x330ML[听]")
    assert alike("可乐") != alike("百事可乐")


@given(st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E)))
def test_likeness_is_blind_for_width_and_case(name):
    wide = "".join(chr(ord(character) + 0xFEE0) for character in name)
    assert alike(wide) == alike(name) == alike(f" {name.upper()} ")


def test_a_column_of_discounts_is_read_by_one_habit(table_of):
    source = Source("sales_delivery", "销售", document_fields())
    table = table_of(
        "sales_delivery",
        ("商品编号", "数量", "单价", "折扣"),
        ["1", 2, 3, 8.8],
        ["2", 1, 3, 1],
        ["3", 1, 3, 10],
    )
    assert [row.values["discount"] for row in check(source, table).rows] == [1200, 9000, 0]
    assert discount("折扣", ())(1) == 0


# --- against the shop ---------------------------------------------------------------------------


def shop(**things):
    """A look-up over `things`: identity → Known."""

    def look_up(fields, wanted):
        return {key: things["/".join(key)] for key in wanted if "/".join(key) in things}

    return look_up


def test_a_row_that_is_there_already_is_not_written_again(table_of):
    table = table_of("products", ("编号", "名称", "条码"), ["1", "蛋", EAN], ["2", "奶", None])
    there = Known(7, {"code": "1", "name": "蛋", "barcode": (EAN, OTHER)})
    checked = check(GOODS, table, shop(**{"1": there, EAN: there}))
    assert checked.unchanged == 1
    assert [row.row for row in checked.rows] == [3]
    assert checked.notices == ()


def test_a_row_that_differs_is_left_alone_and_noted(table_of):
    table = table_of("products", ("编号", "名称", "零售价"), ["1", "大蛋", 2])
    checked = check(
        GOODS, table, shop(**{"1": Known(7, {"name": "蛋", "retail_price": 1_000_000})})
    )
    assert checked.rows == ()
    assert checked.unchanged == 1
    assert "已有“蛋”" in checked.notices[0].problem


def test_a_row_that_differs_is_written_where_the_source_updates(table_of):
    updating = Source("products", "商品", product_fields(), keys=("code",), updates=True)
    there = Known(7, {"name": "蛋"})
    table = table_of("products", ("编号", "名称", "单位"), ["1", "大蛋", "个"])
    checked = check(updating, table, shop(**{"1": there}))
    assert [row.known for row in checked.rows] == [there]


def test_a_blank_cell_changes_nothing(table_of):
    updating = Source("products", "商品", product_fields(), keys=("code",), updates=True)
    table = table_of("products", ("编号", "名称", "单位"), ["1", "蛋", None])
    checked = check(updating, table, shop(**{"1": Known(7, {"name": "蛋", "unit": "个"})}))
    assert checked.unchanged == 1


def test_code_and_barcode_of_two_things_are_a_problem(table_of):
    table = table_of("products", ("编号", "名称", "条码"), ["1", "蛋", EAN])
    checked = check(
        GOODS, table, shop(**{"1": Known(7, {"name": "蛋"}), EAN: Known(8, {"name": "奶"})})
    )
    assert "分别是“蛋”“奶”的" in checked.problems[0].problem
    assert checked.rows == ()


def test_rows_without_any_code_are_known_again_by_name_and_spec(table_of):
    table = table_of(
        "products", ("商品名称", "规格", "单位"), ["蛋", "30枚", "盒"], ["蛋", None, "个"]
    )
    checked = check(GOODS, table, shop(**{"蛋/30枚": Known(7, {"name": "蛋"})}))
    assert [row.row for row in checked.rows] == [3]


def test_what_the_shop_finds_later_takes_the_row_out(table_of):
    table = table_of("products", ("编号", "名称", "仓库"), ["1", "蛋", "东库"], ["2", "奶", "总仓"])
    checked = check(GOODS, table)
    flaw = Flaw("warehouse", "没有“东库”")
    later = checked.with_flaws(GOODS, table.header, [(checked.rows[0], flaw)])
    assert [row.row for row in later.rows] == [3]
    assert told(later.problems) == [(2, "仓库", "东库", "没有“东库”")]


# --- rules of rows ------------------------------------------------------------------------------


def test_goods_without_a_price_are_listed_and_imported(table_of):
    source = Source(
        "products", "商品", product_fields(), rules=(note_missing_price, note_selling_below_cost)
    )
    table = table_of(
        "products",
        ("编号", "名称", "售价", "进价"),
        ["1", "蛋", None, 1],
        ["2", "奶", 2, 3],
        ["3", "面", 2, 1],
    )
    checked = check(source, table)
    assert checked.problems == ()
    assert [(n.row, n.column) for n in checked.notices] == [(2, "售价"), (3, "售价")]
    assert len(checked.rows) == 3


def test_a_second_unit_needs_a_factor(table_of):
    source = Source("products", "商品", product_fields(), rules=(require_factor,))
    table = table_of(
        "products", ("编号", "名称", "单位", "大单位", "换算率"),
        ["1", "蛋", "个", "箱", None], ["2", "奶", "盒", "箱", 24], ["3", "面", "袋", "袋", None],
    )  # fmt: skip
    assert [p.row for p in check(source, table).problems] == [2]


def test_opening_stock_has_rules_of_its_own(table_of):
    source = Source(
        "opening_stock", "期初库存", opening_stock_fields(), rules=(check_opening_stock,)
    )
    table = table_of(
        "opening_stock",
        ("商品编号", "数量", "单价", "金额"),
        ["1", -5, 1, 5],
        ["2", 3, 0, 0],
        ["3", 3, 1.333, 4],
        ["4", 3, 1.5, 4.6],
        ["5", "3箱", 1.5, 4.6],
        ["6", 0, None, None],
    )
    checked = check(source, table)
    assert [(p.row, p.column) for p in checked.problems] == [(2, "数量")]
    assert [(n.row, n.column, n.problem[-6:]) for n in checked.notices] == [
        (3, "金额", "看是不是赠品"),
        (5, "金额", "。以金额为准"),
    ]

"""Which rows of a foreign table are data."""

from jxc_desktop.imports.grid import Sheet, Span, Unreadable
from jxc_desktop.imports.headings import map_headings
from jxc_desktop.imports.table import read_table

HEADER = ("编号", "名称", "单位", "数量", "金额")


def rows_of(table):
    return [record.row for record in table.records]


def test_rows_are_numbered_as_in_the_file(table_of):
    table = table_of(
        "opening_stock", ["期初库存"], [], HEADER, [1, "蛋", "个", 2, 3], [], [2, "奶", "盒", 1, 5]
    )
    assert rows_of(table) == [4, 6]
    assert table.records[1].cells == {
        "product": 2,
        "name": "奶",
        "unit": "盒",
        "quantity": 1,
        "amount": 5,
    }


def test_short_rows_are_filled_up(table_of):
    table = table_of("opening_stock", HEADER, ["1"])
    assert table.records[0].cells["amount"] is None


def test_rows_with_only_a_serial_number_are_blank(table_of):
    table = table_of(
        "opening_stock", ("序号", *HEADER), [1, "1", "蛋", "个", 2, 3], [2], [3, " ", "\u00a0"]
    )
    assert rows_of(table) == [2]


def test_totals_are_left_out_and_kept_for_comparison(table_of):
    table = table_of(
        "opening_stock",
        HEADER,
        ["1", "蛋", "个", 2, 3],
        ["本页合计", None, None, 2, 3],
        ["2", "奶", "盒", 1, 5],
        ["饮料小计", None, None, 1, 5],
        [None, "合 计：", None, 3, 8],
        ["总计", None, None, 3, 8],
        ["Grand Total", None, None, 3, 8],
    )
    assert rows_of(table) == [2, 4]
    assert [record.row for record in table.totals] == [3, 5, 6, 7, 8]
    assert table.totals[-1].cells["amount"] == 8
    assert table.skipped == 5


def test_goods_that_are_called_like_a_total_stay_goods(table_of):
    table = table_of(
        "products",
        ("编号", "名称", "单位"),
        ["1", "合计", "个"],
        ["2", "小计本", "本"],
        ["3", "总计划书", "本"],
    )
    assert rows_of(table) == [2, 3, 4]


def test_footers_are_left_out(table_of):
    table = table_of(
        "opening_stock",
        HEADER,
        ["1", "蛋", "个", 2, 3],
        ["制表人：张三", None, None, "审核：李四"],
        ["打印时间: 2026-11-20 10:00"],
        ["第 1 页 共 3 页"],
        ["备注：以上为期初"],
    )
    assert rows_of(table) == [2]
    assert table.skipped == 4
    assert table.totals == ()


def test_a_header_that_repeats_on_each_page_is_left_out(table_of):
    table = table_of(
        "opening_stock", HEADER, ["1", "蛋", "个", 2, 3], HEADER, ["2", "奶", "盒", 1, 5]
    )
    assert rows_of(table) == [2, 4]


def test_a_merged_category_holds_for_each_row_but_a_merged_quantity_counts_once():
    page = Sheet(
        "表",
        (
            ("编号", "名称", "类别", "库存"),
            ("1", "可乐", "饮料", 5),
            ("2", "雪碧"),
            ("3", "蛋", "生鲜", 1),
        ),
        merged=(Span(1, 2, 2, 2), Span(1, 3, 2, 3)),
    )
    table = read_table(page, map_headings(page, "products"), kind="products", fill={"category"})
    assert [record.cells["category"] for record in table.records] == ["饮料", "饮料", "生鲜"]
    assert [record.cells["quantity"] for record in table.records] == [5, None, 1]


def test_a_merged_category_does_not_make_blank_rows_data():
    page = Sheet(
        "表", (("编号", "名称", "类别"), ("1", "可乐", "饮料"), ()), merged=(Span(1, 2, 2, 2),)
    )
    table = read_table(page, map_headings(page, "products"), kind="products", fill={"category"})
    assert rows_of(table) == [2]


def test_several_columns_of_barcodes_become_one_cell(table_of):
    table = table_of(
        "products",
        ("编号", "名称", "条码", "附加条码"),
        ["1", "蛋", 6901234567892, "96385074"],
        ["2", "奶", None, "96385074"],
        ["3", "面", Unreadable("#N/A"), "1"],
    )
    assert [record.cells["barcode"] for record in table.records] == [
        "6901234567892、96385074",
        "96385074",
        Unreadable("#N/A"),
    ]

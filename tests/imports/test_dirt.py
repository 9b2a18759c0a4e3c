"""The dirt of real files, one test for each kind (domain.md §8.3), each through a file of its own."""

import datetime

import pytest
import xlwt
from openpyxl import Workbook, load_workbook

from jxc_desktop.imports.cells import in_base_units
from jxc_desktop.imports.checking import check
from jxc_desktop.imports.fields import (
    document_fields,
    member_fields,
    opening_stock_fields,
    partner_fields,
    product_fields,
)
from jxc_desktop.imports.rules import check_opening_stock
from jxc_desktop.imports.running import open_table
from jxc_desktop.imports.source import Source

EAN = "6901234567892"
GOODS = Source("products", "商品", product_fields(), ("code", "barcode"), ("name", "spec"))
STOCK = Source("opening_stock", "期初库存", opening_stock_fields(), rules=(check_opening_stock,))
CUSTOMERS = Source("customers", "客户", partner_fields(), ("code",))
MEMBERS = Source("members", "会员", member_fields(), ("card_no",))
DELIVERIES = Source("sales_delivery", "销售", document_fields())


def imported(source, path, **options):
    return check(source, open_table(path, source, **options))


def values(checked, field):
    return [row.values.get(field) for row in checked.rows]


def test_1_title_rows_above_the_header(xlsx):
    rows = [
        ["顺和副食商行"],
        ["商品资料表"],
        ["打印时间：2026-11-20"],
        ["商品编号", "商品名称", "单位"],
        ["1", "蛋", "个"],
    ]
    checked = imported(GOODS, xlsx(rows, merged=["A1:C1", "A2:C2"]))
    assert [row.row for row in checked.rows] == [5]
    assert checked.problems == ()


def test_2_headers_of_two_lines(xlsx):
    rows = [
        ["商品编号", "商品名称", "期初", None],
        [None, None, "数量", "金额"],
        ["1", "蛋", 2, 3.5],
    ]
    checked = imported(STOCK, xlsx(rows, merged=["A1:A2", "B1:B2", "C1:D1"]))
    assert (values(checked, "quantity"), values(checked, "amount")) == ([20_000], [350])


def test_3_categories_merged_downwards(xlsx):
    rows = [
        ["编号", "名称", "类别"],
        ["1", "可乐", "饮料"],
        ["2", "雪碧", None],
        ["3", "蛋", "生鲜"],
    ]
    checked = imported(GOODS, xlsx(rows, merged=["C2:C3"]))
    assert values(checked, "category") == ["饮料", "饮料", "生鲜"]


def test_4_totals_and_footers(xlsx):
    rows = [
        ["编号", "名称", "库存"],
        ["1", "蛋", 2],
        ["本页合计", None, 2],
        ["2", "奶", 3],
        ["合计", None, 5],
        ["制表人：张三"],
    ]
    table = open_table(xlsx(rows), GOODS)
    assert [record.row for record in table.records] == [2, 4]
    assert [total.cells["quantity"] for total in table.totals] == [2, 5]
    assert table.skipped == 3


def test_5_blank_rows_and_columns_hidden_rows_and_further_sheets(tmp_path):
    book = Workbook()
    book.active.title = "填写说明"
    book.active.append(["名称一列必填"])
    page = book.create_sheet("商品")
    for row in (
        [],
        [None, "编号", None, "名称", "单位"],
        [],
        [None, "1", None, "蛋", "个"],
        [None, "2", None, "奶", "盒"],
    ):
        page.append(row)
    page.row_dimensions[5].hidden = True
    page.auto_filter.ref = "B2:E5"
    book.create_sheet("停用").sheet_state = "hidden"
    path = tmp_path / "a.xlsx"
    book.save(path)
    checked = imported(GOODS, path)
    assert [row.row for row in checked.rows] == [4, 5]
    assert values(checked, "code") == ["1", "2"]


def test_6_numbers_as_text(xlsx):
    prices = ["1,234.50", "￥12.5", "12.5元", "12 ", "１２．５", "—", "-", "12,5"]
    rows = [
        ["编号", "名称", "零售价"],
        *[[str(n), f"货{n}", text] for n, text in enumerate(prices)],
    ]
    checked = imported(GOODS, xlsx(rows))
    assert values(checked, "retail_price") == [
        1_234_500_000, 12_500_000, 12_500_000, 12_000_000, 12_500_000, None, None,
    ]  # fmt: skip
    assert [(p.row, p.value) for p in checked.problems] == [(9, "12,5")]


def test_7_quantities_with_units(xlsx):
    rows = [
        ["商品编号", "单位", "数量"],
        ["1", "瓶", "12箱"],
        ["2", "瓶", "3箱5瓶"],
        ["3", "千克", "2.5kg"],
        ["4", "瓶", "12箱 5"],
    ]
    checked = imported(STOCK, xlsx(rows))
    found = [
        in_base_units(row.values["quantity"], row.values["unit"], {"箱": 240_000})
        for row in checked.rows
    ]
    assert found == [2_880_000, 770_000, 25_000]
    assert [p.row for p in checked.problems] == [5]


def test_8_barcodes_as_numbers(xlsx):
    codes = [
        6901234567892,
        "6.90123E+12",
        "6901234567892.0 ",
        69012345678920001,
        36000291452,
        "\u00a096385074\u200b",
        "'012345678905",
    ]
    rows = [["编号", "名称", "条码"], *[[f"A{n}", f"货{n}", code] for n, code in enumerate(codes)]]
    checked = imported(GOODS, xlsx(rows))
    assert values(checked, "barcode") == [
        (EAN,),
        ("0036000291452",),
        ("96385074",),
        ("0012345678905",),
    ]
    assert {p.row for p in checked.problems} == {3, 4, 5}


def test_9_repeats_and_several_barcodes_in_a_cell(file):
    text = f'编号,名称,条码\n1,蛋,"{EAN},96385074"\n2,奶,96385074\n1,面,\n'
    checked = imported(GOODS, file(text.encode()))
    assert values(checked, "barcode") == [(EAN, "96385074")]
    assert [(p.row, p.column) for p in checked.problems] == [(3, "条码"), (4, "编号")]


def test_10_names_that_differ_by_dress_only(file):
    text = "编号,名称\n1,花生油（5L×4）\n2,花生油(5Lx4)\n3,花生油 (５L×4)\n"
    checked = imported(GOODS, file(text.encode()))
    assert len(checked.rows) == 3
    assert [notice.row for notice in checked.notices] == [3, 4]


def test_11_days(xlsx):
    days = [
        "2026/3/5",
        "2026.3.5",
        "20260305",
        "2026年3月5日",
        46086,
        datetime.date(2026, 3, 5),
        "2026-03-05 10:20",
    ]
    rows = [
        ["商品编号", "数量", "到期日期"],
        *[[str(n), 1, text] for n, text in enumerate(days)],
        ["9", 1, "3月5日"],
    ]
    checked = imported(STOCK, xlsx(rows))
    assert values(checked, "expiry") == [datetime.date(2026, 3, 5)] * 7
    assert [(p.row, p.value) for p in checked.problems] == [(9, "3月5日")]


def test_12_yes_and_no(file):
    checked = imported(
        GOODS, file("编号,名称,是否称重,状态\n1,蛋,是,启用\n2,奶,√,停用\n3,面,0,Y\n".encode())
    )
    assert values(checked, "weighed") == [True, True, False]
    assert values(checked, "enabled") == [True, False, True]


def test_13_per_cent(xlsx):
    rates = ["13%", 0.13, 13, "免税", "不征税", 17.5, "50%"]
    rows = [["编号", "名称", "税率"], *[[str(n), f"货{n}", rate] for n, rate in enumerate(rates)]]
    checked = imported(GOODS, xlsx(rows))
    assert values(checked, "tax_rate") == [1300, 1300, 1300, -1, -1, 1750]
    assert [p.row for p in checked.problems] == [8]


@pytest.mark.parametrize(
    "written", [["8.8折", "无", "95折"], [0.88, 1, 0.95], [88, 100, 95], [8.8, 10, 9.5]]
)
def test_14_discounts(xlsx, written):
    rows = [["商品编号", "数量", "折扣"], *[[str(n), 1, cell] for n, cell in enumerate(written)]]
    assert values(imported(DELIVERIES, xlsx(rows)), "discount") == [1200, 0, 500]


def test_15_opening_stock_that_does_not_add_up(xlsx):
    rows = [
        ["商品编号", "数量", "单价", "金额"],
        ["1", -2, 1, 2],
        ["2", 2, 0, 0],
        ["3", 2, 1.5, 3.05],
        ["4", 2, 1.5, 3],
    ]
    checked = imported(STOCK, xlsx(rows))
    assert [p.row for p in checked.problems] == [2]
    assert [n.row for n in checked.notices] == [3, 4]
    assert values(checked, "amount") == [0, 305, 300]


def test_16_phones_as_numbers(xlsx):
    rows = [
        ["会员卡号", "会员姓名", "手机号"],
        ["1", "张三", 13800138000],
        ["2", "李四", "1.38E+10"],
        ["3", "王五", "138 0013 8001"],
    ]
    checked = imported(MEMBERS, xlsx(rows))
    assert values(checked, "phone") == ["13800138000", "13800138001"]
    assert [p.row for p in checked.problems] == [3]


def test_17_formulas_without_values_error_cells_and_comments(xlsx):
    from openpyxl.comments import Comment

    path = xlsx(
        [
            ["编号", "名称", "零售价", "进价"],
            ["1", "蛋", "=D2*2", 1],
            ["2", "奶", "#N/A", 1],
            ["3", "面", 2, "#REF!"],
            ["4", "油", 5, 4],
        ]
    )
    book = load_workbook(path)
    book.active["C3"].data_type = "e"
    book.active["D4"].data_type = "e"
    book.active["B5"].comment = Comment("涨价前", "张三")
    book.save(path)
    checked = imported(GOODS, path)
    assert [(p.row, p.column, p.value) for p in checked.problems] == [
        (2, "零售价", "=D2*2"), (3, "零售价", "#N/A"), (4, "进价", "#REF!"),
    ]  # fmt: skip
    assert values(checked, "code") == ["4"]


def test_18_an_old_xls_and_texts_of_every_encoding(tmp_path, file):
    book = xlwt.Workbook(encoding="gbk")
    page = book.add_sheet("客户")
    for row, cells in enumerate((("客户编号", "客户名称", "电话"), ("K1", "老王超市", 88888888))):
        for column, cell in enumerate(cells):
            page.write(row, column, cell)
    path = tmp_path / "customers.xls"
    book.save(str(path))
    assert values(imported(CUSTOMERS, path), "phone") == ["88888888"]
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        for delimiter in ",\t;":
            text = (
                delimiter.join(("客户编号", "客户名称", "电话"))
                + "\r\n"
                + delimiter.join(("K1", "喆堃商行", "88888888"))
            )
            checked = imported(CUSTOMERS, file(text.encode(encoding), "customers.xls"))
            assert values(checked, "name") == ["喆堃商行"], (encoding, delimiter)


def test_19_line_breaks_and_quotes_in_cells(file):
    text = '"商品\r\n编号","商品\r\n名称",备注\r\n1,"鸡蛋\r\n""大""","一\r\n二"\r\n2,奶,\r\n'
    checked = imported(GOODS, file(text.encode("gb18030")))
    assert values(checked, "name") == ['鸡蛋 "大"', "奶"]
    assert values(checked, "remark") == ["一 二", None]
    assert [row.row for row in checked.rows] == [2, 3]


def test_20_more_rows_than_an_old_spreadsheet_holds(file):
    lines = "".join(f"{number},货{number},个\n" for number in range(70_000))
    checked = imported(GOODS, file(f"编号,名称,单位\n{lines}坏,,个\n".encode()))
    assert len(checked.rows) == 70_000
    assert [p.row for p in checked.problems] == [70_002]

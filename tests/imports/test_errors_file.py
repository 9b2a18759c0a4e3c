"""The user's file comes back with the reasons, harmless and ready to be imported again."""

import datetime

from openpyxl import load_workbook

from jxc_desktop.imports.checking import check
from jxc_desktop.imports.errors_file import write_errors_file
from jxc_desktop.imports.fields import product_fields
from jxc_desktop.imports.grid import Sheet, Unreadable
from jxc_desktop.imports.headings import map_headings
from jxc_desktop.imports.source import Source
from jxc_desktop.imports.table import read_table

GOODS = Source("products", "商品", product_fields(), keys=("code", "barcode"))
HOSTILE = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "＝1",
    '=HYPERLINK("http://x")',
    "\x1b[0m",
    "{=1}",
]


def given_back(tmp_path, sheet, **options):
    header = map_headings(sheet, "products")
    found = check(GOODS, read_table(sheet, header, kind="products"))
    path = tmp_path / "错误清单.xlsx"
    write_errors_file(path, sheet, header, [*found.problems, *found.notices], **options)
    return load_workbook(path).active


def test_reasons_stand_beside_their_rows(tmp_path, sheet):
    page = given_back(
        tmp_path,
        sheet(["商品资料"], ["编号", "名称", "条码"], ["1", "蛋", "6901234567890"], ["2", "奶"]),
    )
    assert [cell.value for cell in page["D"]][:3] == [
        None, "原因", "条码：6901234567890 校验位不对，末位应为 2。对照实物改正",
    ]  # fmt: skip
    assert page["D4"].value is None
    assert page["C3"].value == "6901234567890"
    assert page["C3"].fill.fgColor.rgb == "FFFBE3E3"
    assert page["B3"].fill.fgColor.rgb != "FFFBE3E3"


def test_only_the_wrong_rows_may_be_given_back(tmp_path, sheet):
    page = given_back(
        tmp_path,
        sheet(["编号", "名称", "单位"], ["1", "蛋", "个"], ["2", None, "盒"]),
        only_bad=True,
    )
    assert [[cell.value for cell in row] for row in page.rows] == [
        ["编号", "名称", "单位", "原因"], ["2", None, "盒", "名称：必填，空着。填上，或去掉这一行"],
    ]  # fmt: skip


def test_no_text_becomes_a_formula(tmp_path, sheet):
    page = given_back(
        tmp_path, sheet(["编号", "名称", "零售价"], *[[text, text, text] for text in HOSTILE])
    )
    cells = [cell for row in page.rows for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert page["A2"].value == "=1+1"


def test_values_keep_their_types(tmp_path, sheet):
    day = datetime.date(2026, 3, 5)
    page = given_back(
        tmp_path,
        sheet(
            ["编号", "名称", "零售价", "生产日期", "库存"], [1, "蛋", 2.5, day, Unreadable("#N/A")]
        ),
    )
    assert [cell.value for cell in page[2]][:3] == [1, "蛋", 2.5]
    assert page["D2"].value.date() == day
    assert page["E2"].value == "#N/A"
    assert "公式出错" in page["F2"].value


def test_a_corrected_file_is_read_without_the_reasons(tmp_path, sheet):
    page = given_back(tmp_path, sheet(["编号", "名称", "条码"], ["1", "蛋", "6901234567890"]))
    page["C2"] = "6901234567892"
    corrected = Sheet("表", tuple(page.values))
    header = map_headings(corrected, "products")
    assert header.unknown == ()
    checked = check(GOODS, read_table(corrected, header, kind="products"))
    assert [row.values for row in checked.rows] == [
        {"code": "1", "name": "蛋", "barcode": ("6901234567892",)}
    ]


def test_any_sheet_name_is_made_a_lawful_one(tmp_path):
    rows = (("编号", "名称", "单位"), ("1", None, "个"))
    page = given_back(
        tmp_path, Sheet("商品/资料[2026]:很长很长很长很长很长很长很长很长很长很长", rows)
    )
    assert page.title.startswith("商品_资料_2026__")

"""Every kind of file becomes the same plain cells."""

import datetime
import zipfile
from pathlib import Path

import pytest
import xlwt
from openpyxl import Workbook, load_workbook

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.imports.sheets import Span, Unreadable, read_sheets


def test_an_xlsx_keeps_types_and_places(tmp_path):
    book = Workbook()
    page = book.active
    page["B2"] = "鸡蛋"
    page["C2"] = 12
    page["D2"] = 1.5
    page["E2"] = True
    page["F2"] = datetime.date(2026, 3, 5)
    page["G2"] = datetime.datetime.fromisoformat("2026-03-05 10:30")
    page["H2"] = 6901234567892
    path = tmp_path / "a.xlsx"
    book.save(path)
    (found,) = read_sheets(path)
    assert found.rows[0] == ()
    assert found.rows[1] == (
        None, "鸡蛋", 12, 1.5, True, datetime.date(2026, 3, 5),
        datetime.datetime.fromisoformat("2026-03-05 10:30"), 6901234567892,
    )  # fmt: skip
    assert isinstance(found.rows[1][2], int)


def test_a_number_beyond_fifteen_digits_stays_a_float(xlsx):
    (found,) = read_sheets(xlsx([[69012345678920001]]))
    assert isinstance(found.rows[0][0], float)


def test_failed_and_uncalculated_formulas_are_not_blank(xlsx):
    path = xlsx([["名称", "单价", "金额"], ["蛋", "#N/A", "=B2*2"], ["奶", None, 3]])
    book = load_workbook(path)
    book.active["B2"].data_type = "e"
    book.save(path)
    (found,) = read_sheets(path)
    assert found.rows[1] == ("蛋", Unreadable("#N/A"), Unreadable("=B2*2"))
    assert found.rows[2] == ("奶", None, 3)


def test_a_formula_with_a_cached_value_gives_the_value(xlsx, tmp_path):
    path = xlsx([["=1+1"]])
    fixed = tmp_path / "cached.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            data = old.read(member)
            if member.endswith("sheet1.xml"):
                data = data.replace(b"<v />", b"<v>2</v>").replace(b"<v></v>", b"<v>2</v>")
                assert b"<v>2</v>" in data
            new.writestr(member, data)
    assert read_sheets(fixed)[0].rows == ((2,),)


def test_merged_cells_and_hidden_sheets_are_told(tmp_path):
    book = Workbook()
    book.active.append(["饮料", "可乐"])
    book.active.append([None, "雪碧"])
    book.active.merge_cells("A1:A2")
    book.create_sheet("旧表").sheet_state = "hidden"
    path = tmp_path / "a.xlsx"
    book.save(path)
    shown, hidden = read_sheets(path)
    assert shown.merged == (Span(0, 0, 1, 0),)
    assert not shown.hidden
    assert hidden.hidden
    assert hidden.name == "旧表"


def test_an_old_xls_is_read_like_an_xlsx(tmp_path):
    book = xlwt.Workbook()
    page = book.add_sheet("商品")
    page.write(0, 0, "条码")
    page.write(1, 0, 6901234567892)
    page.write(1, 1, datetime.date(2026, 3, 5), xlwt.easyxf(num_format_str="yyyy-mm-dd"))
    page.write_merge(2, 3, 0, 0, "饮料")
    path = tmp_path / "a.xls"
    book.save(str(path))
    (found,) = read_sheets(path)
    assert found.rows[1] == (6901234567892, datetime.date(2026, 3, 5))
    assert found.merged == (Span(2, 0, 3, 0),)


def test_an_ods_is_read(tmp_path):
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
        '<office:body><office:spreadsheet><table:table table:name="商品"><table:table-row>'
        '<table:table-cell office:value-type="string"><text:p>鸡蛋</text:p></table:table-cell>'
        '<table:table-cell office:value-type="float" office:value="12.5"/>'
        "</table:table-row></table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    path = tmp_path / "a.ods"
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("META-INF/manifest.xml", _ODS_MANIFEST)
        archive.writestr("content.xml", content)
    (found,) = read_sheets(path)
    assert found.name == "商品"
    assert found.rows == (("鸡蛋", 12.5),)


_ODS_MANIFEST = (
    '<?xml version="1.0"?><manifest:manifest'
    ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/"'
    ' manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    "</manifest:manifest>"
)


def test_more_than_65536_rows_are_read(tmp_path):
    book = Workbook(write_only=True)
    page = book.create_sheet()
    for number in range(70_000):
        page.append([number])
    path = tmp_path / "long.xlsx"
    book.save(path)
    (found,) = read_sheets(path)
    assert len(found.rows) == 70_000
    assert found.rows[-1] == (69_999,)


def test_a_csv_named_xls_is_read_as_what_it_is(file):
    (found,) = read_sheets(file("编号,名称\n1,蛋\n".encode("gb18030"), "goods.xls"))
    assert found.rows == (("编号", "名称"), ("1", "蛋"))


@pytest.mark.parametrize(
    "page",
    ["<html><table><tr><td>1</td></tr></table></html>", '\ufeff <?xml version="1.0"?><Workbook/>'],
)
def test_a_web_page_named_xls_is_told_apart(file, page):
    with pytest.raises(InvalidInput, match="其实是网页"):
        read_sheets(file(page.encode(), "goods.xls"))


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"%PDF-1.7\n\x00\x01\x02",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000),
        b"PK\x03\x04" + b"nonsense" * 100,
    ],
    ids=["picture", "pdf", "old office", "broken zip"],
)
def test_what_is_no_spreadsheet_is_refused_in_one_sentence(file, content):
    with pytest.raises(InvalidInput, match="不是能读的表格") as caught:
        read_sheets(file(content, "goods.xlsx"))
    assert "\n" not in str(caught.value)


def test_a_zip_without_a_table_is_no_spreadsheet(tmp_path):
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("hello.txt", "hello")
    with pytest.raises(InvalidInput, match="不是能读的表格"):
        read_sheets(path)


def test_a_locked_workbook_says_so(tmp_path):
    from xlwt.CompoundDoc import XlsDoc

    begin = b"\x09\x08\x10\x00\x00\x06\x05\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
    locked = b"\x2f\x00\x06\x00\x01\x00\x01\x00\x01\x00"
    end = b"\x0a\x00\x00\x00"
    path = tmp_path / "locked.xls"
    with path.open("wb") as stream:
        XlsDoc().save(stream, begin + locked + end + bytes(5000))
    with pytest.raises(InvalidInput, match="有密码"):
        read_sheets(path)


def test_a_missing_a_blank_and_a_huge_file_are_told_apart(tmp_path, file):
    with pytest.raises(InvalidInput, match=r"没有找到 none\.xlsx"):
        read_sheets(tmp_path / "none.xlsx")
    with pytest.raises(InvalidInput, match="是空的"):
        read_sheets(file(b"\r\n  \n"))
    with pytest.raises(InvalidInput, match="打不开"):
        read_sheets(tmp_path)
    huge = tmp_path / "huge.csv"
    with huge.open("wb") as stream:
        stream.truncate(20 * 1024 * 1024 + 1)
    with pytest.raises(InvalidInput, match="太大"):
        read_sheets(huge)


def test_the_file_may_lie_anywhere(tmp_path, xlsx):
    path = xlsx([["名称"]]).rename(tmp_path / "商品 资料（新）.xlsx")
    assert read_sheets(Path(path))[0].rows == (("名称",),)

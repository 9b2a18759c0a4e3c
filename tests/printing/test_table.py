from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jxc_desktop.printing.fonts import text_width
from jxc_desktop.printing.preview import page_count
from jxc_desktop.printing.table import Table, TableColumn, TableRow
from jxc_desktop.printing.table_layout import CELL_PADDING, MARGIN, SIZE, set_row, sheet_for
from jxc_desktop.printing.table_pdf import table_pdf

COLUMNS = (
    TableColumn("编号"),
    TableColumn("名称"),
    TableColumn("数量", "quantity"),
    TableColumn("金额", "money"),
)


def stock(rows: int) -> Table:
    lines = [TableRow((f"G{i:05}", f"清溪天然水 {i}", str(i), f"{i}.50")) for i in range(rows)]
    return Table(
        "库存余额表",
        COLUMNS,
        lines,
        total=("合计", "", "999", "1,234,567.89"),
        company="顺和副食商行",
        subtitles=("截至 2026-11-20",),
        printed="周敏 2026-11-20 10:42",
    )


def texts(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def is_landscape(pdf: bytes) -> bool:
    with pypdfium2.PdfDocument(pdf) as document:
        return bool(document[0].get_width() > document[0].get_height())


def test_every_page_repeats_the_head_and_says_where_it_is() -> None:
    pages = texts(table_pdf(stock(120)))
    assert len(pages) == 3
    for number, page in enumerate(pages, start=1):
        for wanted in (
            "顺和副食商行 库存余额表",
            "截至 2026-11-20",
            "编号",
            "周敏 2026-11-20 10:42",
        ):
            assert wanted in page
        assert f"第{number}页/共3页" in page
    assert "1,234,567.89" in pages[-1]
    assert "1,234,567.89" not in pages[0]


def test_every_row_stands_on_exactly_one_page() -> None:
    whole = "".join(texts(table_pdf(stock(200))))
    assert all(whole.count(f"G{i:05}") == 1 for i in range(200))


def test_up_to_seven_columns_stand_upright_and_more_across() -> None:
    assert not is_landscape(table_pdf(stock(3)))
    many = tuple(TableColumn(f"列{i}", "money") for i in range(8))
    wide = Table("表", many, [TableRow(("1.00",) * 8)])
    assert is_landscape(table_pdf(wide))
    assert not is_landscape(table_pdf(wide, landscape=False))
    few_but_long = Table("表", COLUMNS, [TableRow(("编" * 40, "名" * 40, "1" * 40, "2" * 40))])
    assert is_landscape(table_pdf(few_but_long))


def test_long_text_is_broken_and_never_lost() -> None:
    name = "金穗一级压榨花生油家庭装礼盒豪华限量版带提手送礼佳品春节专供超值装加量不加价买一送一满百减十"
    table = replace(stock(1), rows=[TableRow(("G1", name * 2, "1", "2.00"))])
    assert name * 2 in texts(table_pdf(table))[0].replace("\r\n", "")


def test_a_group_row_never_ends_a_page() -> None:
    rows = [TableRow((f"R{i}", "x", "1", "1.00")) for i in range(120)]
    for at in range(30, 60):
        grouped = [*rows[:at], TableRow(("类别：饮料", "", "", ""), "group"), *rows[at:]]
        for page in texts(table_pdf(replace(stock(0), rows=grouped, total=()))):
            if "类别：饮料" in page:
                following = page.partition("类别：饮料")[2]
                assert f"R{at} " in following


def test_notes_and_practice_mark_are_printed() -> None:
    (page,) = texts(table_pdf(replace(stock(2), notes=("全部相符",), mark="练习")))
    assert "全部相符" in page
    assert "练习" in page


def test_notes_that_find_no_room_get_a_page() -> None:
    rows = 46 - 1  # fills the page with the total
    assert page_count(table_pdf(stock(rows))) == 1
    noted = replace(stock(rows), notes=("一", "二", "三", "四", "五"))
    pages = texts(table_pdf(noted))
    assert len(pages) == 2
    assert "五" in pages[1]


def test_an_empty_report_is_still_a_page() -> None:
    (page,) = texts(table_pdf(stock(0)))
    assert "第1页/共1页" in page


def test_the_same_table_gives_the_same_bytes() -> None:
    assert table_pdf(stock(60)) == table_pdf(stock(60))


def test_a_hostile_name_leaves_no_control_characters() -> None:
    table = replace(stock(1), rows=[TableRow(("G1", "a\x1b\u202eb\x00", "1", "2.00"))])
    assert "ab" in texts(table_pdf(table))[0]


@settings(max_examples=50)
@given(st.lists(st.text(max_size=80), min_size=2, max_size=9), st.booleans())
def test_columns_fill_the_page_and_text_fits_its_column(cells: list[str], across: bool) -> None:
    columns = tuple(TableColumn(f"列{i}") for i in range(len(cells)))
    row = TableRow(tuple(cells))
    sheet = sheet_for(Table("表", columns, [row]), landscape=across)
    assert sheet.lefts[-1] == pytest.approx(sheet.width - MARGIN)
    placed = set_row(columns, sheet, row)
    for lines, width in zip(placed.cells, sheet.widths, strict=True):
        room = max(width - 2 * CELL_PADDING, SIZE)
        assert all(text_width(line, SIZE) <= room + 0.1 for line in lines)

"""Text tables in every encoding and with every delimiter that shops have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.imports.delimited import read_delimited
from jxc_desktop.imports.grid import Sheet

GOODS = "编号,名称\n1,鸡蛋\n"
ROWS = (("编号", "名称"), ("1", "鸡蛋"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_the_encoding_is_found(encoding):
    assert read_delimited(GOODS.encode(encoding), "a.csv").rows == ROWS


def test_an_encoding_nobody_can_tell_is_asked_for():
    latin = "name,city\nJosé,Málaga\nÉtat,Genève\n".encode("cp1252")
    text = read_delimited(latin, "a.csv", "cp1252").rows[1]
    assert text == ("José", "Málaga")
    with pytest.raises(InvalidInput, match="认不出"):
        read_delimited(b"name\n\xff\xff\xfe\n", "a.csv")


def test_a_wrong_or_unknown_encoding_is_told():
    with pytest.raises(InvalidInput, match="不是 utf-8 编码"):
        read_delimited(GOODS.encode("gb18030"), "a.csv", "utf-8")
    with pytest.raises(InvalidInput, match="没有叫 klingon 的编码"):
        read_delimited(GOODS.encode(), "a.csv", "klingon")


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_the_delimiter_is_found(delimiter):
    text = "编号,名称,规格,单价\n1,鸡蛋,30枚,12.5\n2,牛奶,1L,9\n".replace(",", delimiter)
    assert read_delimited(text.encode(), "a.csv").rows[1] == ("1", "鸡蛋", "30枚", "12.5")


def test_commas_within_a_tab_table_do_not_mislead():
    text = "编号\t名称\n1\t蛋,大,鲜\n2\t奶,纯,鲜\n"
    assert read_delimited(text.encode(), "a.tsv").rows[1] == ("1", "蛋,大,鲜")


def test_the_sep_line_of_excel_is_obeyed_and_dropped():
    assert read_delimited(b"sep=|\r\na,1|b\r\n", "a.csv").rows == (("a,1", "b"),)


def test_quotes_and_line_breaks_stay_in_their_cell():
    text = '编号,名称,备注\r\n1,"鸡蛋 ""大""","第一行\r\n第二行"\r\n2,牛奶,\r\n'
    rows = read_delimited(text.encode(), "a.csv").rows
    assert rows[1] == ("1", '鸡蛋 "大"', "第一行\r\n第二行")
    assert rows[2] == ("2", "牛奶")


def test_blank_lines_keep_the_rows_in_their_places():
    assert read_delimited(b"a,b\n\n\n1,2\n", "a.csv").rows == (("a", "b"), (), (), ("1", "2"))


def test_a_quote_that_never_ends_is_told_with_its_row():
    text = '编号,名称\n1,"蛋\n' + "2,奶\n" * 40_000
    with pytest.raises(InvalidInput, match="第 2 行的引号"):
        read_delimited(text.encode(), "a.csv")


def test_a_hundred_thousand_rows_are_read():
    data = b"code,name\n" + b"1,egg\n" * 100_000
    assert len(read_delimited(data, "a.csv").rows) == 100_001


cell_text = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Co", "Cn"]), min_size=1
)


@given(st.lists(st.lists(cell_text, min_size=2, max_size=2), min_size=1, max_size=5))
def test_what_a_csv_writer_writes_comes_back(rows):
    import csv
    import io

    stream = io.StringIO()
    csv.writer(stream).writerows([["编号", "名称"], *rows])
    found = read_delimited(stream.getvalue().encode("utf-8-sig"), "a.csv")
    if found.rows[0] == ("编号", "名称"):  # another delimiter may look more even
        assert found.rows[1:] == tuple(tuple(row) for row in rows)


@given(st.binary(min_size=1, max_size=300))
def test_any_bytes_are_read_or_refused_in_one_sentence(data):
    found: Sheet | None = None
    message = ""
    try:
        found = read_delimited(data, "a.csv")
    except InvalidInput as error:
        message = error.message
    assert "\n" not in message
    assert message or all(
        cell is None or isinstance(cell, str) for row in found.rows for cell in row
    )

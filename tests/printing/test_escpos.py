from dataclasses import replace

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageOps

from jxc_desktop.printing.escpos import Charset, drawer_kick, encode, reprint_mark
from jxc_desktop.printing.slip import Barcode, Cut, Line, Roll, Slip
from jxc_desktop.printing.width import display_width
from tests.printing.roll import Paper, printed
from tests.printing.samples import LINK, NUMBER, receipt

TEXT_CHARSETS = [Charset.GB18030, Charset.GBK, Charset.UTF8]


@pytest.mark.parametrize("charset", TEXT_CHARSETS)
@pytest.mark.parametrize("roll", Roll)
def test_the_printer_reads_the_receipt_back(roll: Roll, charset: Charset) -> None:
    paper = printed(encode(receipt(roll), roll, charset), charset)
    assert "顺和副食商行" in paper.texts[0]
    assert f"单号 {NUMBER}" in paper.texts
    assert any(line.startswith("清溪天然水 550ml") for line in paper.texts)
    assert (paper.barcodes, paper.qrs, paper.cuts) == ([NUMBER], [LINK], 1)
    assert not paper.images
    widths = [display_width(line.text) * (2 if line.big else 1) for line in paper.lines]
    assert max(widths) == roll.columns


def test_the_lines_of_a_58_mm_receipt() -> None:
    paper = printed(encode(receipt(), Roll.MM58, Charset.GB18030))
    assert paper.texts[2:8] == [
        "02 周敏         2026-11-20 10:42",
        "-" * 32,
        "清溪天然水 550ml",
        "  6 × 2.00                12.00",
        "红富士苹果 称重",
        "  1.236 × 9.96            12.31",
    ]
    assert paper.texts[9] == "应收     ￥24.31"
    assert (paper.lines[9].big, paper.lines[9].bold) == (True, True)
    assert (paper.lines[10].big, paper.lines[10].bold) == (False, False)


def test_chinese_mode_is_on_for_chinese_charsets_only() -> None:
    assert encode(receipt(), Roll.MM58, Charset.GBK).startswith(b"\x1b@\x1c&")
    assert b"\x1c" not in encode(receipt(), Roll.MM58, Charset.UTF8)


@pytest.mark.parametrize("name", ["羴鱻𠮷饮", "可乐😀", "é̂tude"])
def test_a_line_the_printer_font_lacks_goes_as_a_picture(name: str) -> None:
    plain = printed(encode(receipt(), Roll.MM58, Charset.GB18030))
    paper = printed(encode(receipt(name=name), Roll.MM58, Charset.GB18030))
    assert len(paper.images) == 1
    assert paper.images[0].width == Roll.MM58.dots
    assert paper.images[0].getextrema() == (0, 255)
    assert len(paper.lines) == len(plain.lines) - 1


@pytest.mark.parametrize("roll", Roll)
def test_a_printer_without_chinese_gets_pictures_only(roll: Roll) -> None:
    paper = printed(encode(receipt(roll), roll, Charset.RASTER))
    assert not "".join(paper.texts).strip()
    assert {image.width for image in paper.images} == {roll.dots}
    assert decoded(paper) == {NUMBER, LINK}


def decoded(paper: Paper) -> set[str]:
    picture = ImageOps.expand(paper.picture(), 40, fill=255)
    return {code.text for code in zxingcpp.read_barcodes(picture)}


def test_a_name_with_a_drawer_command_opens_no_drawer() -> None:
    hostile = "可乐\x1bp\x00\x19\xfa\x1dVB\x00\x10\x04\x01"
    for charset in TEXT_CHARSETS:
        data = encode(receipt(name=hostile), Roll.MM58, charset)
        paper = printed(data, charset)
        assert (paper.kicks, paper.cuts) == (0, 1)
        assert b"\x1bp" not in data


@given(st.text(max_size=60), st.sampled_from(TEXT_CHARSETS))
def test_no_name_whatever_breaks_the_stream(name: str, charset: Charset) -> None:
    elements = (Line(name, "1.00"), Barcode(name), Cut())
    paper = printed(encode(Slip("", elements), Roll.MM58, charset), charset)
    assert paper.kicks == 0
    assert paper.cuts == 1
    assert all(display_width(text) <= 32 for text in paper.texts)


@given(st.from_regex(r"[ -~]{1,14}", fullmatch=True))
def test_a_barcode_says_what_was_asked_and_fits_the_paper(text: str) -> None:
    paper = printed(encode(Slip("", (Barcode(text),)), Roll.MM80, Charset.GBK))
    assert paper.barcodes == [text]
    assert paper.module_dots[0] in (2, 3)


@pytest.mark.parametrize("text", ["1234", "12345", "LS12345", "123A", "{1234{", "0007", "A123456B"])
def test_odd_and_even_runs_of_digits_are_kept(text: str) -> None:
    paper = printed(encode(Slip("", (Barcode(text),)), Roll.MM80, Charset.GBK))
    assert paper.barcodes == [text]


def test_a_ticket_number_fits_58_mm_thanks_to_pairs_of_digits() -> None:
    paper = printed(encode(Slip("", (Barcode(NUMBER),)), Roll.MM58, Charset.GBK))
    assert (paper.barcodes, paper.module_dots) == ([NUMBER], [2])


def test_a_code_too_long_for_the_paper_is_printed_as_text() -> None:
    paper = printed(encode(Slip("", (Barcode("A" * 40),)), Roll.MM58, Charset.GBK))
    assert paper.barcodes == []
    assert "".join(map(str.strip, paper.texts)) == "A" * 40


def test_each_copy_is_cut_and_the_drawer_stays_shut() -> None:
    paper = printed(encode(replace(receipt(), copies=3), Roll.MM58, Charset.GBK))
    assert (paper.resets, paper.cuts, paper.kicks) == (3, 3, 0)


def test_a_second_copy_looks_like_the_first() -> None:
    slip = Slip(
        "", (Line("粗", bold=True), Line("细"), Line("粗大", bold=True, big=True)), copies=2
    )
    lines = printed(encode(slip, Roll.MM58, Charset.GBK)).lines
    assert lines[:3] == lines[3:]
    ends_bold = Slip("", (Line("粗", bold=True),), copies=2)
    assert [line.bold for line in printed(encode(ends_bold, Roll.MM58, Charset.GBK)).lines] == [
        True
    ] * 2


def test_without_a_knife_the_paper_is_fed_to_the_tear_edge() -> None:
    paper = printed(encode(Slip("", (Line("末行"), Cut())), Roll.MM58, Charset.GBK, knife=False))
    assert paper.cuts == 0
    assert paper.texts == ["末行", "", "", "", "", ""]


def test_the_drawer_kick_is_one_pulse() -> None:
    assert drawer_kick() == bytes([27, 112, 0, 25, 250])


def test_the_mark_of_a_repeated_try_can_be_read() -> None:
    paper = printed(reprint_mark(2, Roll.MM80, Charset.UTF8), "utf-8")
    assert paper.texts == ["               *** 补打 第2次 ***"]


def test_nothing_is_said_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    for charset in Charset:
        encode(receipt(), Roll.MM58, charset)
    assert capsys.readouterr() == ("", "")

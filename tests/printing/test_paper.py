from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from jxc_desktop.printing.paper import slip_pdf
from jxc_desktop.printing.preview import page_count, page_picture, page_pictures
from jxc_desktop.printing.slip import Line, Roll, Slip
from tests.printing.pdf import text_of_page
from tests.printing.samples import LINK, NUMBER, receipt

MM = 72 / 25.4


@pytest.mark.parametrize("roll", Roll)
def test_the_receipt_can_be_read_from_the_pdf(roll: Roll) -> None:
    pdf = slip_pdf(receipt(roll), roll)
    text = text_of_page(pdf)
    for wanted in (
        "顺和副食商行",
        f"单号 {NUMBER}",
        "红富士苹果 称重",
        "12.31",
        "￥24.31",
        "扫码开发票",
    ):
        assert wanted in text
    with pypdfium2.PdfDocument(pdf) as document:
        assert document[0].get_width() == pytest.approx(roll.width_mm * MM, abs=0.5)


@pytest.mark.parametrize("roll", Roll)
def test_barcode_and_qr_can_be_scanned_from_the_picture(roll: Roll) -> None:
    picture = Image.open(BytesIO(page_picture(slip_pdf(receipt(roll), roll))))
    assert {code.text for code in zxingcpp.read_barcodes(picture)} == {NUMBER, LINK}


def test_nothing_stands_outside_the_printable_width() -> None:
    long_name = "金穗一级压榨花生油家庭装礼盒豪华限量版WWWWWWWWWWWWWWWWWWWWWWWWWWWWW"
    pdf = slip_pdf(receipt(name=long_name), Roll.MM58)
    picture = Image.open(BytesIO(page_picture(pdf))).convert("L")
    edge = 4 * 8  # dots; 5 mm are blank on either side
    assert picture.crop((0, 0, edge, picture.height)).getextrema() == (255, 255)
    right = picture.crop((picture.width - edge, 0, picture.width, picture.height))
    assert right.getextrema() == (255, 255)


def test_more_lines_make_a_longer_paper() -> None:
    short = slip_pdf(Slip("", (Line("a"),)), Roll.MM58)
    long = slip_pdf(Slip("", (Line("a"),) * 100), Roll.MM58)
    heights = []
    for pdf in (short, long):
        with pypdfium2.PdfDocument(pdf) as document:
            heights.append(document[0].get_height())
    assert heights[1] - heights[0] == pytest.approx(99 * 3.75 * MM, abs=1)


def test_copies_are_pages_and_the_same_slip_gives_the_same_bytes() -> None:
    twice = replace(receipt(), copies=2)
    assert page_count(slip_pdf(twice, Roll.MM58)) == 2
    assert slip_pdf(twice, Roll.MM58) == slip_pdf(twice, Roll.MM58)
    assert len(list(page_pictures(slip_pdf(twice, Roll.MM58)))) == 2


def test_a_character_without_an_outline_becomes_a_box_and_not_a_hole() -> None:
    assert "可乐□" in text_of_page(slip_pdf(Slip("", (Line("可乐😀"),)), Roll.MM58))


def test_a_reprint_is_marked() -> None:
    assert "补打 第3次" in text_of_page(slip_pdf(receipt().as_reprint(3), Roll.MM58))

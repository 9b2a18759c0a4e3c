from io import BytesIO

import pytest
import zxingcpp
from PIL import Image

from jxc_desktop.printing.label import (
    STOCKS,
    Label,
    LabelStock,
    label_pdf,
    label_sheet_pdf,
    label_width_needed,
)
from jxc_desktop.printing.preview import page_count, page_picture
from tests.printing.pdf import text_of_page

EAN = "6902334501274"


def scanned(pdf: bytes, index: int = 0) -> list[str]:
    return [
        code.text for code in zxingcpp.read_barcodes(Image.open(BytesIO(page_picture(pdf, index))))
    ]


@pytest.mark.parametrize("code", [EAN, "G100921", "100921"])
@pytest.mark.parametrize("stock", STOCKS.values(), ids=STOCKS)
def test_every_label_can_be_scanned_at_the_dots_of_a_label_printer(
    stock: LabelStock, code: str
) -> None:
    label = Label("佳禾原味酸奶", "￥15.90/组", code, ("规格 100g×8", "产地 杭州", "会员价 14.90"))
    pdf = label_pdf([label], stock)
    assert scanned(pdf) == [code]
    text = text_of_page(pdf)
    for wanted in ("佳禾原味酸奶", "￥15.90/组", code):
        assert wanted in text


@pytest.mark.parametrize("stock", STOCKS.values(), ids=STOCKS)
def test_a_long_name_is_kept_whole_and_never_covers_the_code(stock: LabelStock) -> None:
    name = "金穗一级压榨花生油家庭装礼盒豪华限量版"
    pdf = label_pdf([Label(name, "￥1,289.90/桶", EAN, ("规格 5L",) * 8)], stock)
    assert name in text_of_page(pdf).replace("\r\n", "")
    assert scanned(pdf) == [EAN]


def test_a_wrong_check_digit_makes_no_ean() -> None:
    pdf = label_pdf([Label("水", "￥2.00", "6902334501275")], STOCKS["60×40"])
    picture = Image.open(BytesIO(page_picture(pdf)))
    (code,) = zxingcpp.read_barcodes(picture)
    assert code.format == zxingcpp.BarcodeFormat.Code128


def test_a_code_wider_than_the_label_is_printed_as_text() -> None:
    code = "ABCDEFGHIJKLMNOP"
    stock = STOCKS["32×19"]
    assert label_width_needed(code) > stock.width
    pdf = label_pdf([Label("水", "￥2.00", code)], stock)
    assert scanned(pdf) == []
    assert code in text_of_page(pdf)


def test_each_copy_is_a_label() -> None:
    labels = [Label("水", "￥2.00", EAN, copies=3), Label("茶", "￥3.00", copies=2)]
    pdf = label_pdf(labels, STOCKS["40×30"])
    assert page_count(pdf) == 5
    assert "茶" in text_of_page(pdf, 4)


def test_a_sheet_holds_as_many_labels_as_fit_and_goes_on_behind() -> None:
    codes = [str(100900 + number) for number in range(40)]
    pdf = label_sheet_pdf([Label("水", "￥2.00", code) for code in codes], STOCKS["40×30"])
    assert page_count(pdf) == 2  # four across, nine down
    assert sorted(scanned(pdf) + scanned(pdf, 1)) == codes
    assert len(scanned(pdf)) == 36


@pytest.mark.parametrize("stock", STOCKS.values(), ids=STOCKS)
def test_every_size_fits_a_sheet(stock: LabelStock) -> None:
    pdf = label_sheet_pdf([Label("水", "￥2.00", EAN, copies=2)], stock)
    assert page_count(pdf) == 1
    assert scanned(pdf) == [EAN, EAN]

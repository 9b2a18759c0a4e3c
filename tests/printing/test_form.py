from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from jxc_desktop.printing.form import (
    A4,
    A4_TWO_UP,
    A5,
    CONTINUOUS_93,
    CONTINUOUS_140,
    PAPERS,
    Field,
    Form,
    FormPaper,
)
from jxc_desktop.printing.form_pdf import form_pdf
from jxc_desktop.printing.preview import page_count, page_picture
from tests.printing.pdf import text_of_page
from tests.printing.samples import delivery

MM = 72 / 25.4


def test_the_delivery_note_says_everything_a_driver_needs() -> None:
    text = text_of_page(form_pdf(delivery()))
    for wanted in (
        "顺和副食商行 销售出库单",
        "第1页/共1页",
        "客户：",
        "好邻居便利店",
        "XSCK20261120-0007",
        "清溪天然水 550ml 3",
        "合计（大写）：壹佰壹拾元贰角伍分",
        "110.25",
        "本单欠款：",
        "客户签收：",
        "白联存根　红联客户",
    ):
        assert wanted in text


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
@pytest.mark.parametrize("lines", [0, 1, 9, 10, 41])
def test_every_row_is_printed_once_and_inside_the_paper(paper: FormPaper, lines: int) -> None:
    pdf = form_pdf(replace(delivery(lines), qr="https://example.cn"), paper)
    pages = page_count(pdf)
    text = "".join(text_of_page(pdf, index) for index in range(pages))
    for number in range(1, lines + 1):
        assert text.count(f"550ml {number} 箱") == 1
    assert text.count("合计（大写）") == 1
    for index in range(pages):
        assert ink_stays_inside(Image.open(BytesIO(page_picture(pdf, index, 100))), paper)


def ink_stays_inside(picture: Image.Image, paper: FormPaper) -> bool:
    grey = picture.convert("L").point(lambda shade: 255 if shade < 200 else 0)
    left, top, right, bottom = grey.getbbox() or (0, 0, 0, 0)
    dots = 100 / 25.4
    side, edge = (paper.side_margin - 1) * dots, (paper.top_margin - 3) * dots
    return (
        left >= side
        and right <= picture.width - side
        and top >= edge
        and bottom <= picture.height - edge
    )


def test_a_continuous_page_holds_eight_to_ten_rows_and_sums_them() -> None:
    pdf = form_pdf(delivery(20), CONTINUOUS_140)
    assert page_count(pdf) == 3
    first, last = text_of_page(pdf, 0), text_of_page(pdf, 2)
    assert "第1页/共3页" in first
    assert "本页小计" in first
    assert "330.75" in first  # nine rows of 36.75
    assert "13.5" in first
    assert "大写" not in first
    assert "本单欠款" not in first
    assert "73.50" in last
    assert "735.00" in last
    assert "合计（大写）：柒佰叁拾伍元整" in last


def test_paper_has_its_size_and_two_vouchers_share_a_sheet() -> None:
    for paper in (A4, A5, CONTINUOUS_140):
        with pypdfium2.PdfDocument(form_pdf(delivery(), paper)) as document:
            size = document[0].get_size()
        assert size == pytest.approx((paper.width * MM, paper.height * MM), abs=0.5)
    assert page_count(form_pdf(delivery(16), A4_TWO_UP)) == 1
    assert page_count(form_pdf(delivery(17), A4_TWO_UP)) == 2


def test_a_note_without_prices_shows_no_money_at_all() -> None:
    text = text_of_page(form_pdf(delivery().without_prices()))
    for secret in ("24.50", "36.75", "110.25", "壹佰", "单价", "金额", "欠款"):
        assert secret not in text
    assert "清溪天然水 550ml 1" in text
    assert "4.5" in text


def test_marks_stand_in_a_frame_beside_the_title() -> None:
    form = replace(delivery(), mark="练习").as_reprint(2)
    assert "练习 补打 第2次" in text_of_page(form_pdf(form))
    assert "补打" not in text_of_page(form_pdf(delivery()))


def test_a_name_too_long_for_its_column_is_set_in_two_lines_and_not_cut() -> None:
    name = "金穗一级压榨花生油家庭装礼盒豪华限量版带提手送礼佳品春节专供超值装加量不加价买一送一"
    text = text_of_page(form_pdf(delivery(1, name=name))).replace("\r\n", "")
    assert name in text


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
@pytest.mark.parametrize("lines", [1, 12])
def test_the_payment_code_can_be_scanned_from_every_paper_at_the_dots_of_a_needle_printer(
    paper: FormPaper, lines: int
) -> None:
    link = "https://pay.example.cn/shunhe"
    pdf = form_pdf(replace(delivery(lines), qr=link), paper)
    pictures = [page_picture(pdf, index, 180) for index in range(page_count(pdf))]
    codes = [zxingcpp.read_barcodes(Image.open(BytesIO(picture))) for picture in pictures]
    assert {code.text for found in codes for code in found} == {link}
    assert codes[-1]


def test_an_offset_moves_the_whole_form() -> None:
    def corner(offset: tuple[float, float]) -> tuple[float, float]:
        with pypdfium2.PdfDocument(form_pdf(delivery(), offset=offset)) as document:
            page = document[0]
            found = page.get_textpage().search("客户：").get_next()
            assert found
            left, bottom, *_ = page.get_textpage().get_charbox(found[0])
            return left, bottom

    (x0, y0), (x1, y1) = corner((0, 0)), corner((2.5, 1.2))
    assert x1 - x0 == pytest.approx(2.5 * MM, abs=0.1)
    assert y0 - y1 == pytest.approx(1.2 * MM, abs=0.1)


def test_a_row_with_too_few_cells_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="2 cells for 6 columns"):
        replace(delivery(), rows=(("1", "x"),))


def test_the_same_form_gives_the_same_bytes() -> None:
    assert form_pdf(delivery(12)) == form_pdf(delivery(12))


def test_one_squeezed_line_leaves_the_others_as_they_are() -> None:
    def width_of_signature(customer: str) -> float:
        form = replace(delivery(), header=((Field("客户", customer),),))
        with pypdfium2.PdfDocument(form_pdf(form)) as document:
            page = document[0].get_textpage()
            found = page.search("客户签收：").get_next()
            assert found
            left = page.get_charbox(found[0])[0]
            right = page.get_charbox(found[0] + found[1] - 1)[0]
        return float(right - left)

    assert width_of_signature("很长的名字" * 30) == pytest.approx(width_of_signature("短"), abs=0.1)


def test_a_payment_receipt_has_its_amount_in_words_and_figures() -> None:
    receipt = Form(
        "顺和副食商行",
        "收款收据",
        (),
        (),
        header=((Field("今收到", "好邻居便利店"), Field("交来", "11 月货款")),),
        words=205800,
        signatures=(Field("收款人", "周敏"), Field("交款人")),
    )
    text = text_of_page(form_pdf(receipt, CONTINUOUS_93))
    assert "金额（大写）：贰仟零伍拾捌元整" in text
    assert "￥2058.00" in text
    assert "收款人：周敏" in text

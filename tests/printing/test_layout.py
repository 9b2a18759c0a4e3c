import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.printing.layout import TextLine, lay_out
from jxc_desktop.printing.slip import Cell, Drawer, Line, Paragraph, Roll, Row, Slip
from jxc_desktop.printing.width import display_width
from tests.printing.samples import receipt


def texts(slip: Slip, columns: int = 32) -> list[str]:
    return [part.text for part in lay_out(slip, columns) if isinstance(part, TextLine)]


def test_a_pair_reaches_from_edge_to_edge() -> None:
    assert texts(Slip("", (Line("合计", "12.00"),))) == ["合计" + " " * 23 + "12.00"]


def test_a_pair_too_long_for_one_line_keeps_its_amount_whole() -> None:
    lines = texts(Slip("", (Line("很长很长很长很长很长很长的商品名", "1,234.00"),)))
    assert lines == ["很长很长很长很长很长很长的商品名", " " * 24 + "1,234.00"]


def test_the_title_is_big_and_in_the_middle() -> None:
    (title,) = lay_out(Slip("小店"), 32)
    assert title == TextLine(title.pieces, bold=True, big=True)  # type: ignore[union-attr]
    assert texts(Slip("小店")) == [" " * 6 + "小店"]


def test_a_narrow_cell_wraps_below_itself() -> None:
    row = Row((Cell("北麦红烧牛肉面"), Cell("3", 4, "right"), Cell("13.50", 8, "right")))
    assert texts(Slip("", (row,)), 20) == ["北麦红烧   3   13.50", "牛肉面"]


def test_open_cells_share_what_the_fixed_ones_leave() -> None:
    row = Row((Cell("a"), Cell("b"), Cell("c", 10, "right")))
    (line,) = lay_out(Slip("", (row,)), 33)
    assert [(piece.start, piece.columns) for piece in line.pieces] == [(0, 12), (12, 11), (23, 10)]  # type: ignore[union-attr]


def test_a_row_wider_than_the_paper_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="no room"):
        lay_out(Slip("", (Row((Cell("a"), Cell("b", 32))),)), 32)


def test_line_breaks_of_a_paragraph_are_kept() -> None:
    assert texts(Slip("", (Paragraph("一\n二"),))) == ["一", "二"]


def test_a_reprint_says_so_and_opens_no_drawer() -> None:
    again = receipt().as_reprint(2)
    assert any("补打 第2次" in text for text in texts(again))
    assert not any(isinstance(part, Drawer) for part in again.elements)
    assert not any("补打" in text for text in texts(receipt()))


@given(st.text(), st.text(), st.sampled_from(Roll), st.booleans())
def test_no_line_is_wider_than_the_paper(left: str, right: str, roll: Roll, big: bool) -> None:
    slip = Slip(left, (Line(left, right, big=big), Row((Cell(left), Cell(right, 9, "right")))))
    for part in lay_out(slip, roll.columns):
        assert isinstance(part, TextLine)
        assert display_width(part.text) * (2 if part.big else 1) <= roll.columns

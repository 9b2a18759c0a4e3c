"""Two rows of twenty columns, whatever is to be written in them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.printing.pole import PoleCharset, PoleRow, PoleText, pole_bytes
from jxc_desktop.printing.ports import PortError, open_port
from jxc_desktop.printing.width import display_width
from tests.printing.pole_sim import PoleSim


def test_words_stand_left_amounts_right_and_words_alone_in_the_middle():
    assert PoleRow("清溪天然水", "12.00").text() == "清溪天然水     12.00"
    assert PoleRow("晨牧纯牛奶二百五十毫升", "1,000.00").text() == "晨牧纯牛奶  1,000.00"
    assert PoleRow("我的店").text() == "       我的店       "


@given(st.text(max_size=40), st.integers(-(10**11), 10**11))
def test_a_row_is_always_twenty_wide_and_its_amount_whole(name, fen):
    amount = f"{fen / 100:.2f}"
    row = PoleRow(name, amount).text()
    assert display_width(row) == 20
    assert row.endswith(amount)


@settings(deadline=None)  # the first initials load their tables
@given(st.text(max_size=30), st.sampled_from(PoleCharset))
def test_no_name_breaks_the_commands(name, charset):
    data = pole_bytes(PoleText(PoleRow(name, "1.00"), PoleRow(name)), charset)
    assert data.startswith(b"\x1b@\x1bQA")
    assert data.count(b"\r") == 2
    assert data.count(b"\x1b") == 3


def test_a_display_without_chinese_shows_initials():
    data = pole_bytes(PoleText(PoleRow("清溪天然水", "12.00")), PoleCharset.ASCII)
    assert b"QXTRS          12.00" in data


def test_a_display_on_a_port_shows_what_was_written():
    pole = PoleSim()
    port = open_port(f"{pole.address}@9600")
    port.write(pole_bytes(PoleText(PoleRow("合计", "12.00")), PoleCharset.GB18030))
    assert pole.look() == ["合计           12.00", " " * 20]
    port.close()
    pole.unplug()


@pytest.mark.parametrize(
    ("address", "kind"),
    [("", InvalidInput), ("COM4@fast", InvalidInput), ("/dev/there-is-none", PortError)],
)
def test_a_port_that_is_none_is_told_in_a_sentence(address, kind):
    with pytest.raises(kind) as told:
        open_port(address)
    assert "串口" in told.value.message

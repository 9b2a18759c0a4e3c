"""The till's papers, read back line by line."""

import pytest

from jxc_desktop.core.errors import Forbidden
from jxc_desktop.pos.drafts import ReturnDraft, ReturnLine, TenderDraft
from jxc_desktop.pos.queries import shift_view
from jxc_desktop.pos.selling import Sold, refunds, reprint, sell, sold_under, take_back
from jxc_desktop.pos.shifts import close_shift
from jxc_desktop.pos.slips import receipt_for, shift_slip
from jxc_desktop.pos.ticket import OpenTicket, Rounding
from jxc_desktop.printing.layout import TextLine, lay_out
from jxc_desktop.printing.slip import Barcode, Drawer, Slip
from jxc_desktop.printing.width import display_width
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.settings import change_setting, settings_of
from tests.conftest import actor_with
from tests.pos.conftest import APPLES, MILK, WATER, scanned
from tests.shopkeeping import pieces

CASH = frozenset({"cash"})


def lines_of(slip: Slip, columns: int) -> list[str]:
    return [part.text for part in lay_out(slip, columns) if isinstance(part, TextLine)]


@pytest.fixture
def ticket(counter) -> OpenTicket:
    database, _ = counter
    ticket = OpenTicket(rounding=Rounding.FEN)
    ticket = ticket.adding(scanned(database, WATER), pieces(3))
    ticket = ticket.adding(scanned(database, APPLES), pieces("1.236"))
    return ticket.with_discount(1, 1000).adding(scanned(database, MILK)).with_yuan_off(100)


@pytest.fixture
def sold(counter, owner, ticket) -> Sold:
    database, shift = counter
    with database.transaction(owner) as session:
        change_setting(session, "receipt_footer", "欢迎再来")
        change_setting(session, "phone", "0571-8808")
        return sell(
            session,
            ticket.draft((TenderDraft("wechat", 5000), TenderDraft("cash", 3000))),
            shift,
            ticket.key,
        )


def test_a_receipt_says_all_that_a_customer_may_ask_for(sold, ticket, clock):
    assert ticket.due == 7100
    slip = receipt_for(sold, clock, CASH)
    lines = lines_of(slip, 32)
    assert all(display_width(line) <= 32 for line in lines)
    text = "\n".join(lines)
    for words in (
        "我的店", "单号 LS01202611200001", "收银台 01", "收银员 老板", "2026-11-20 10:00",
        "清溪天然水 550ml", "3瓶×2.00", "6.00", "1.236千克×9.96", "原价 12.31，优惠 1.23",
        "合计 3 行", "72.08", "整单优惠", "-1.00", "抹零", "-0.08", "71.00", "微信", "50.00",
        "现金", "30.00", "找零", "9.00", "欢迎再来", "电话 0571-8808",
    ):  # fmt: skip
        assert words in text
    assert Barcode("LS01202611200001") in slip.elements


def test_wide_paper_has_each_line_of_goods_on_one_line(counter, owner, sold, clock):
    database, _ = counter
    with database.transaction(owner) as session:
        change_setting(session, "receipt_width", 80)
        settings = settings_of(session)
    lines = lines_of(receipt_for(Sold(sold.view, settings), clock, CASH), 48)
    assert "清溪天然水 550ml           3     2.00       6.00" in lines
    assert all(display_width(line) <= 48 for line in lines)


def test_the_drawer_opens_for_cash_and_for_the_first_paper_only(counter, owner, ticket, sold):
    database, shift = counter
    from jxc_desktop.core.clock import fixed_clock

    clock = fixed_clock(2026, 11, 20)
    assert Drawer() in receipt_for(sold, clock, CASH).elements
    with database.transaction(owner) as session:
        other = sell(session, ticket.draft((TenderDraft("wechat", 7100),)), shift, new_key())
        again = reprint(session, sold.view.head.number)
        thrice = reprint(session, sold.view.head.number)
    assert Drawer() not in receipt_for(other, clock, CASH).elements
    assert Drawer() not in receipt_for(again, clock, CASH).elements
    assert (again.printed, thrice.printed) == (1, 2)
    assert "*** 补打 第2次 ***" in "\n".join(lines_of(receipt_for(thrice, clock, CASH), 32))


def test_a_first_paper_printed_late_is_no_reprint(counter, owner, ticket):
    database, shift = counter
    with database.transaction(owner) as session:
        tenders = (TenderDraft("cash", 7100),)
        quiet = sell(session, ticket.draft(tenders), shift, ticket.key, on_paper=False)
        assert reprint(session, quiet.view.head.number).printed == 0
        found = sold_under(session, ticket.key)
        assert found is not None
        assert found.view == quiet.view
        assert sold_under(session, new_key()) is None
    with database.transaction(actor_with("keeper")) as session, pytest.raises(Forbidden):
        sell(session, ticket.draft(tenders), shift, new_key())


def test_a_return_gives_back_what_its_preview_said(counter, owner, sold, clock):
    database, shift = counter
    draft = ReturnDraft(sold.view.head.number, (ReturnLine(1, pieces(1)), ReturnLine(3, pieces(1))))
    with database.transaction(owner) as session:
        told = refunds(session, draft, sold.view.head.id)
        back = take_back(session, draft, shift, new_key())
    assert sum(told.values()) == back.view.total
    slip = receipt_for(back, clock, CASH)
    text = "\n".join(lines_of(slip, 32))
    assert "退货单" in text
    assert f"原单 {sold.view.head.number}" in text
    assert "应退" in text
    assert Drawer() in slip.elements


def test_the_shift_slip_shows_the_float_the_takings_and_what_is_short(counter, owner, sold, clock):
    database, shift = counter
    with database.transaction(owner) as session:
        interim = shift_slip(shift_view(session, shift), settings_of(session), clock, waiting=2)
        close_shift(session, shift, {10000: 2, 2000: 1}, reason="找错一元")
        closed = shift_slip(shift_view(session, shift), settings_of(session), clock)
    text = "\n".join(lines_of(interim, 32))
    assert "中途报表" in text
    assert "实点" not in text
    assert "还有挂单                       2" in text
    text = "\n".join(lines_of(closed, 32))
    for words in (
        "交班单", "单号 JB", "备用金", "200.00", "应有现金", "221.00", "实点现金", "220.00", "短款",
        "1.00", "原因：找错一元", "零售 1 单", "71.00", "微信",
    ):  # fmt: skip
        assert words in text

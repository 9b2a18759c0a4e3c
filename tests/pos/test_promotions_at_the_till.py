"""Promotions at the till, by keys and scanner: seen on the line, paid, on the receipt, put aside and taken back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import text

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.clock import fixed_clock
from jxc_desktop.core.numbers import ONE
from jxc_desktop.pos.ticket import OpenTicket
from jxc_desktop.pricing.promotions.coupons import add_coupons
from jxc_desktop.pricing.promotions.drafts import GoodsDraft, PromotionDraft
from jxc_desktop.pricing.promotions.queries import promotion_of
from jxc_desktop.pricing.promotions.services import disable_promotion, save_promotion
from jxc_desktop.pricing.promotions.terms import Kind
from jxc_desktop.printing.layout import TextLine, lay_out
from jxc_desktop.shop.settings import put_setting
from tests.pos.conftest import MILK, WATER, scanned
from tests.shopkeeping import price

Key = Qt.Key


def words(slip):
    return [part.text for part in lay_out(slip, 32) if isinstance(part, TextLine)]


@pytest.fixture
def promote(counter, owner):
    """Keep a promotion; its id."""

    def make(name, kind, goods=(), **terms):
        with counter[0].transaction(owner) as session:
            ids = [session.query(Product).filter_by(code=code).one().id for code in goods]
            parts = tuple(GoodsDraft(each) for each in ids)
            return save_promotion(session, PromotionDraft(name, kind, goods=parts, **terms))

    return make


@pytest.fixture
def three_for_two(promote):
    return promote("水买二送一", Kind.NTH, ["W1"], count=3, free=1, rate=ONE)


@pytest.fixture
def offered(three_for_two, open_till):
    """The owner at the till, the promotion in force."""
    return open_till()


def row(till, place=0):
    return till.pane.face.lines.grid.rows.row_at(place)


def test_the_third_bottle_is_free_and_the_line_says_why(offered):
    till = offered
    till.scan(WATER, WATER)
    till.until(lambda: till.ticket.due == 400)
    till.scan(WATER)
    till.until(lambda: till.ticket.lines[0].quantity == 30000)
    assert (till.ticket.due, till.ticket.reductions) == (400, 200)
    assert row(till).why == "550ml  水买二送一 -2.00"
    assert (row(till).amount, row(till).off) == (400, 200)
    till.settle()
    told = words(till.slips("receipt")[0])
    assert any(part.startswith("  水买二送一") and part.endswith("-2.00") for part in told)
    assert any(part.startswith("促销优惠") and part.endswith("-2.00") for part in told)
    assert any(part.startswith("已优惠") and part.endswith("2.00") for part in told)


def test_wide_paper_names_the_promotion_under_its_line(counter, owner, three_for_two, open_till):
    with counter[0].transaction(owner) as session:
        put_setting(session, "receipt_width", 80)
    till = open_till()
    till.enter("3*" + WATER)
    till.until(lambda: till.ticket.due == 400)
    till.settle()
    told = [
        part.text for part in lay_out(till.slips("receipt")[0], 48) if isinstance(part, TextLine)
    ]
    place = next(n for n, part in enumerate(told) if "清溪天然水" in part)
    assert told[place].endswith("6.00")
    assert told[place + 1].startswith("  水买二送一")
    assert told[place + 1].endswith("-2.00")


def test_a_typed_price_takes_the_line_out_at_once(offered):
    till = offered
    till.enter("3*" + WATER)
    till.until(lambda: till.ticket.due == 400)
    till.enter("1.90@")
    till.until(lambda: till.ticket.due == 570)
    till.key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    till.until(lambda: till.ticket.due == 400)


def test_the_whole_order_s_discount_is_on_what_promotions_left(offered):
    till = offered
    till.enter("3*" + WATER)
    till.until(lambda: till.ticket.due == 400)
    till.enter("//90折")
    till.until(lambda: till.ticket.due == 360)


def test_a_ticket_put_aside_comes_back_at_what_holds_then(offered, counter, owner, three_for_two):
    till = offered
    till.enter("3*" + WATER)
    till.until(lambda: till.ticket.due == 400)
    till.key(Key.Key_F8)
    till.until(lambda: not till.ticket.lines and till.pane.desk.state.held)
    assert till.pane.desk.state.held[0].ticket.due == 400
    with counter[0].transaction(owner) as session:
        disable_promotion(session, three_for_two)
    till.pane.desk.load()
    till.until(lambda: not till.pane.desk.state.offers)
    till.key(Key.Key_F8)
    till.until(lambda: till.ticket.lines)
    assert till.ticket.due == 600


def test_an_hour_that_ends_before_paying_is_over(promote, open_till, monkeypatch):
    promote("早市", Kind.PERCENT, ["M1"], rate=1000, from_minute=0, to_minute=11 * 60)
    till = open_till()
    till.ring_up(MILK, lines=1)
    assert till.ticket.due == 4950
    late = fixed_clock(2026, 11, 20, 11, 1).milliseconds()
    monkeypatch.setattr(type(till.pane.context.clock), "milliseconds", lambda _self: late)
    till.key(Key.Key_F12)
    till.until(till.pane.paying.sheet.isVisible)
    assert till.ticket.due == 5500


def test_a_promotion_changed_meanwhile_is_not_sold_as_shown(offered, counter, owner, three_for_two):
    till = offered
    till.enter("3*" + WATER)
    till.until(lambda: till.ticket.due == 400)
    till.key(Key.Key_F12)
    with counter[0].transaction(owner) as session:
        draft = promotion_of(session, three_for_two).draft
        save_promotion(session, replace(draft, rate=5000))
    till.key(Key.Key_Return)
    till.until(lambda: "促销刚改过" in till.pane.paying.sheet.problem.text())
    assert not till.printed


@pytest.fixture
def five_off(promote, counter, owner):
    own = promote("满 50 减 5", Kind.THRESHOLD, least=5000, amount=500, coupon=True)
    with counter[0].transaction(owner) as session:
        add_coupons(session, own, ["Q8888"])
    return own


def test_a_coupon_typed_at_the_till_is_used_with_the_ticket(five_off, open_till, counter):
    till = open_till()
    till.ring_up(WATER, lines=1)
    till.enter("Q8888")
    till.until(lambda: "还用不上" in till.message)
    till.ring_up(MILK, lines=2)
    assert till.ticket.due == 5200
    till.enter("Q8888")
    till.until(lambda: "已在这张小票上" in till.message)
    till.settle()
    with counter[0].reading() as session:
        used = session.execute(text("SELECT used FROM coupon")).scalar_one()
    assert used == 1
    till.ring_up(MILK, lines=1)
    till.enter("Q8888")
    till.until(lambda: "已经用过" in till.message)
    assert till.ticket.due == 5500


def test_coupons_stay_with_a_ticket_that_a_crash_left(five_off, open_till, counter):
    till = open_till()
    till.ring_up(MILK, lines=1)
    till.enter("Q8888")
    till.until(lambda: till.ticket.due == 5000)
    till.pane.desk.keep_now()

    def kept():
        with counter[0].reading() as session:
            return session.execute(text("SELECT body FROM ticket_draft")).scalars().all()

    till.until(lambda: "Q8888" in "".join(kept()))
    open_till.close(till)
    assert open_till().ticket.due == 5000


def test_a_shop_without_promotions_keeps_the_very_same_ticket(counter):
    ticket = OpenTicket().adding(scanned(counter[0], WATER))
    assert ticket.promoted_by((), None) is ticket
    assert ticket.draft(()).wish is None
    assert ticket.lines[0].price == price(2)

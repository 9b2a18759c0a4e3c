"""A member at the till, by keys alone: called, shown, priced, paid from the card, on the receipt."""

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import text

from jxc_desktop.cash.payments import Payment
from jxc_desktop.catalog.models import Product, ProductPrice
from jxc_desktop.members.drafts import LevelDraft, MemberDraft
from jxc_desktop.members.services import (
    PointsDraft,
    TopupDraft,
    disable_member,
    post_points_change,
    post_topup,
    save_level,
    save_member,
)
from jxc_desktop.printing.layout import TextLine, lay_out
from jxc_desktop.shop.keys import new_key
from tests.conftest import TODAY
from tests.pos.conftest import CASE, MILK, WATER
from tests.shopkeeping import fen, price

Key = Qt.Key


@pytest.fixture
def guests(counter, owner):
    """王小明 pays the member price (water 1.80) and has 500 points; 李雷's gold card holds 100.00 + 20.00."""
    database, _shift = counter
    with database.transaction(owner) as session:
        water = session.query(Product).filter_by(code="W1").one().id
        session.add(ProductPrice(product_id=water, unit="", level="member", price=price("1.80")))
        gold = save_level(session, LevelDraft("金卡", "", 1_000, 20_000))
        wang = save_member(session, MemberDraft("王小明", card_no="80010001", phone="13800001234"))
        li = save_member(
            session, MemberDraft("李雷", card_no="80020002", phone="13900001234", level_id=gold)
        )
        draft = PointsDraft(TODAY, wang, 500, "老客")
        post_points_change(session, draft, key=new_key())
        paid = TopupDraft(TODAY, li, (Payment(1, fen(100)),), fen(20))
        post_topup(session, paid, key=new_key())
    return wang, li


def card(database, member):
    with database.reading() as session:
        return session.execute(
            text("SELECT points, principal, bonus FROM member_balance WHERE member_id = :id"),
            {"id": member},
        ).one()


def drafts(database):
    with database.reading() as session:
        return session.execute(text("SELECT body FROM ticket_draft")).scalars().all()


def words(slip):
    return [part.text for part in lay_out(slip, 32) if isinstance(part, TextLine)]


def called(till, name):
    till.until(lambda: till.ticket.guest and till.ticket.guest.name == name)


def test_a_phone_calls_the_member_and_untouched_prices_follow(till, guests):
    till.ring_up(WATER, MILK, lines=2)
    till.enter("+13800001234")
    called(till, "王小明")
    assert [line.price for line in till.ticket.lines] == [price("1.80"), price(55)]
    face = till.pane.face.guest
    assert face.isVisible()
    assert (face.name.text(), face.level.text()) == ("王小明", "普通会员")
    assert face.codes.text() == "80010001  138****1234"
    assert (face.points.text(), face.value.text()) == ("积分 500", "储值 0.00")
    till.ring_up(CASE, lines=3)
    assert till.ticket.lines[2].price == price("21.60")
    till.enter("+-")
    till.until(lambda: till.ticket.guest is None)
    assert [line.price for line in till.ticket.lines] == [price(2), price(55), price(24)]
    assert not face.isVisible()


def test_a_scanned_card_is_a_member_and_the_level_s_discount_is_on_every_line(till, guests):
    till.ring_up(WATER, lines=1)
    till.scan("80020002")
    called(till, "李雷")
    till.ring_up(MILK, lines=2)
    assert [line.discount for line in till.ticket.lines] == [1_000, 1_000]
    assert till.ticket.due == 180 + 4_950


def test_the_end_of_a_phone_asks_which_of_two(till, guests):
    till.enter("+1234")
    till.until(till.pane.calling.sheet.isVisible)
    till.until(lambda: till.pane.calling.sheet.grid.current() is not None)
    till.key(Key.Key_Down)
    till.key(Key.Key_Return)
    called(till, "李雷")
    till.key(Key.Key_F3)
    till.until(till.pane.calling.sheet.isVisible)
    till.key(Key.Key_F3)
    till.until(lambda: till.ticket.guest is None)


def test_a_name_typed_after_f3_is_found(till, guests):
    till.key(Key.Key_F3)
    till.until(till.pane.calling.sheet.isVisible)
    till.type("wxm")
    till.until(lambda: till.pane.calling.sheet.grid.current() is not None)
    till.key(Key.Key_Return)
    called(till, "王小明")


def test_nobody_and_somebody_out_of_use_are_told(till, guests, counter, owner):
    till.enter("+13700009999")
    till.until(lambda: "没有找到会员 13700009999" in till.message)
    with counter[0].transaction(owner) as session:
        disable_member(session, guests[0])
    till.enter("+80010001")
    till.until(lambda: "已停用" in till.message)
    assert till.ticket.guest is None


def test_stored_value_pays_by_f5_and_the_receipt_tells_all(till, guests, counter):
    till.scan("80020002")
    called(till, "李雷")
    till.ring_up(MILK, lines=1)
    till.settle(Key.Key_F5)
    assert card(counter[0], guests[1]) == (82, 10_000 - 4_125, 2_000 - 825)
    told = words(till.slips("receipt")[0])
    assert any(line.startswith("应收") and line.endswith("49.50") for line in told)
    assert any(line.startswith("储值 ") and line.endswith("49.50") for line in told)
    assert any(line.startswith("会员") and line.endswith("800*0002") for line in told)
    assert any(line.startswith("本次积分") and line.endswith("82") for line in told)
    assert any(line.startswith("储值余额") and line.endswith("70.50") for line in told)
    assert "李雷" not in "".join(told)
    assert till.message.startswith("LS01202611200001 已收款 49.50")


def test_a_card_pays_what_it_holds_and_cash_the_rest(till, guests, counter):
    till.scan("80020002")
    called(till, "李雷")
    till.enter("3*")
    till.scan(MILK)
    till.until(lambda: till.ticket.lines)
    till.enter("3*")
    till.until(lambda: till.ticket.due == 3 * 4_950)
    till.key(Key.Key_F12)
    till.until(till.pane.paying.sheet.isVisible)
    till.key(Key.Key_F5)
    till.type("130")
    assert "最多收 120.00" in till.pane.paying.sheet.problem.text()
    for _digit in range(3):
        till.key(Key.Key_Backspace)
    till.key(Key.Key_Return)
    assert till.pane.paying.sheet.tendering.amounts["stored_value"] == 12_000
    till.enter("50")
    till.until(lambda: till.printed)
    assert card(counter[0], guests[1])[1:] == (0, 0)


def test_without_a_member_the_card_is_no_way_to_pay(till, guests):
    till.ring_up(WATER, lines=1)
    till.key(Key.Key_F12)
    till.until(till.pane.paying.sheet.isVisible)
    assert [row.method.code for row in till.pane.paying.sheet.rows] == [
        "cash", "wechat", "alipay", "card",
    ]  # fmt: skip


def test_points_pay_by_keys(till, guests, counter):
    till.ring_up(MILK, lines=1)
    till.enter("+300p")
    till.until(lambda: "先叫出会员" in till.message)
    till.enter("+80010001")
    called(till, "王小明")
    till.type("+300p")
    assert till.pane.box.understood.text() == "整单用 300 分：55.00 → 52.00"
    till.enter()
    till.until(lambda: till.ticket.due == 5_200)
    till.enter("+501p")
    till.until(lambda: "只有 500 分" in till.message)
    till.settle()
    assert card(counter[0], guests[0]) == (500 - 300 + 52, 0, 0)
    told = words(till.slips("receipt")[0])
    assert any(line.startswith("300 分抵") and line.endswith("-3.00") for line in told)


def test_the_member_stays_with_a_ticket_put_aside(till, guests):
    till.enter("+80010001")
    called(till, "王小明")
    till.ring_up(WATER, lines=1)
    till.key(Key.Key_F8)
    till.until(lambda: not till.ticket.lines)
    assert till.ticket.guest is None
    till.until(lambda: till.pane.desk.state.held)
    till.key(Key.Key_F8)
    called(till, "王小明")
    assert till.ticket.lines[0].price == price("1.80")


def test_the_member_stays_with_a_ticket_a_crash_left_and_only_their_id_is_kept(
    till, guests, open_till, counter
):
    till.enter("+80010001")
    called(till, "王小明")
    till.ring_up(WATER, lines=1)
    till.until(lambda: drafts(counter[0]))
    [body] = drafts(counter[0])
    assert "王小明" not in body
    assert "1234" not in body.replace(WATER, "")
    open_till.close(till)
    again = open_till()
    assert again.ticket.guest.name == "王小明"
    assert again.ticket.lines[0].price == price("1.80")

"""Money paid onto a card at the till lies in the shift's drawer."""

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.core.errors import InvalidInput, Refused
from jxc_desktop.features import INVARIANTS
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.pos.queries import shift_view
from jxc_desktop.pos.shifts import close_shift, expected_cash, open_shift, shift_facts
from jxc_desktop.pos.slips import shift_slip, topup_slip
from jxc_desktop.pos.topups import TillTopup, reverse_till_topup, top_up
from jxc_desktop.printing.slip import Drawer
from jxc_desktop.safety.verify import findings_of
from jxc_desktop.shop.keys import Key, new_key
from tests.conftest import NOW
from tests.pos.test_members_at_the_till import called, card, guests, words
from tests.shopkeeping import fen

__all__ = ["guests"]
K = Qt.Key


@pytest.fixture
def shop(any_database, owner):
    from jxc_desktop.members.drafts import MemberDraft
    from jxc_desktop.members.services import save_member

    with any_database.transaction(owner) as session:
        member = save_member(session, MemberDraft("王小明", card_no="8001"))
        yield session, member, open_shift(session, "01", fen(100))


def expected(session, shift) -> int:
    assert shift_view(session, shift).expected == expected_cash(
        session, shift_facts(session, shift)
    )
    return expected_cash(session, shift_facts(session, shift))


def test_cash_onto_a_card_is_expected_in_the_drawer(shop):
    session, member, shift = shop
    done = top_up(session, TillTopup(member, fen(1000), fen(200)), shift, key=new_key())
    top_up(session, TillTopup(member, fen(50), 0, "wechat"), shift, key=new_key())
    assert (done.guest.principal, done.guest.bonus) == (fen(1000), fen(200))
    assert expected(session, shift) == fen(1100)
    view = shift_view(session, shift)
    assert (view.topups, view.topups_cash) == (fen(1050), fen(1000))
    closed = close_shift(session, shift, {10_000: 11}, reason="")
    assert closed.over_short == 0
    assert findings_of(session, INVARIANTS).problems == ()


def test_the_same_key_takes_the_money_once(shop):
    session, member, shift = shop
    key = Key("once")
    first = top_up(session, TillTopup(member, fen(10)), shift, key=key)
    again = top_up(session, TillTopup(member, fen(10)), shift, key=key)
    assert first.view.head.number == again.view.head.number
    assert expected(session, shift) == fen(110)


def test_a_top_up_taken_back_leaves_the_drawer_as_it_was(shop):
    session, member, shift = shop
    done = top_up(session, TillTopup(member, fen(10), fen(1)), shift, key=new_key())
    wanted = Reversal(done.view.head.number, "充错")
    key = new_key()
    first = reverse_till_topup(session, wanted, key=key)
    assert reverse_till_topup(session, wanted, key=key).number == first.number
    assert expected(session, shift) == fen(100)
    close_shift(session, shift, {10_000: 1}, reason="")
    assert findings_of(session, INVARIANTS).problems == ()


def test_what_cannot_be_is_refused(shop):
    session, member, shift = shop
    for method in ("stored_value", "beads"):
        with pytest.raises(InvalidInput) as caught:
            top_up(session, TillTopup(member, 1, 0, method), shift, key=new_key())
        assert caught.value.field == "method"
    done = top_up(session, TillTopup(member, fen(10)), shift, key=new_key())
    close_shift(session, shift, {10_000: 1, 1000: 1}, reason="")
    with pytest.raises(Refused, match="已交班"):
        top_up(session, TillTopup(member, fen(10)), shift, key=new_key())
    with pytest.raises(Refused, match="没有开班"):
        reverse_till_topup(session, Reversal(done.view.head.number, "充错"), key=new_key())


@pytest.mark.parametrize(("method", "opens"), [("cash", True), ("wechat", False)])
def test_the_drawer_opens_for_cash_onto_a_card_and_once(shop, method, opens):
    session, member, shift = shop
    key, draft = new_key(), TillTopup(member, fen(10), 0, method)
    first, again = (top_up(session, draft, shift, key=key) for _time in range(2))
    assert (Drawer() in topup_slip(first, NOW).elements) == opens
    assert Drawer() not in topup_slip(again, NOW).elements


def test_a_top_up_by_keys(till, guests, counter):
    till.key(K.Key_T, Qt.KeyboardModifier.ControlModifier)
    till.until(lambda: "先按 F3 叫出会员" in till.message)
    till.enter("+80020002")
    called(till, "李雷")
    till.key(K.Key_T, Qt.KeyboardModifier.ControlModifier)
    till.until(till.pane.topping.sheet.isVisible)
    till.enter()
    till.enter()
    assert "还没填" in till.pane.topping.sheet.problem.text()
    till.enter("100")
    till.type("20")
    till.key(K.Key_F12)
    till.until(lambda: till.ticket.guest.value == fen(240))
    assert card(counter[0], guests[1])[1:] == (fen(200), fen(40))
    [slip] = till.slips("topup")
    told = words(slip)
    assert any(line.startswith("储值余额") and line.endswith("240.00") for line in told)
    assert "李雷" not in "".join(told)


def test_the_shift_slip_tells_what_went_onto_cards(shop):
    session, member, shift = shop
    top_up(session, TillTopup(member, fen(10)), shift, key=new_key())
    view = shift_view(session, shift)
    from jxc_desktop.shop.settings import settings_of

    told = words(shift_slip(view, settings_of(session), NOW))
    assert any(line.startswith("储值充值") and line.endswith("10.00") for line in told)

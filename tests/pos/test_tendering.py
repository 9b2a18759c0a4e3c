"""Paying at the till: rest, mixed money, change, slips of the finger."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.cash.methods import MethodFacts
from jxc_desktop.cash.queries import MethodView
from jxc_desktop.core.errors import InvalidNumber, Refused
from jxc_desktop.pos.drafts import TenderDraft, settle
from jxc_desktop.pos.tendering import Tendering, amount_of

WAYS = (
    MethodView("cash", "现金", is_cash=True),
    MethodView("wechat", "微信", is_cash=False),
    MethodView("alipay", "支付宝", is_cash=False),
)
FACTS = {way.code: MethodFacts(way.code, way.name, way.is_cash, 1, "100101") for way in WAYS}


def paying(due: str = "259.60") -> Tendering:
    return Tendering(amount_of(due), WAYS)


def test_enter_takes_the_rest_and_is_done():
    tendering = paying()
    assert tendering.enter()
    assert tendering.tenders() == (TenderDraft("cash", 25960),)
    assert tendering.change == 0


def test_mixed_money_as_in_the_picture():
    tendering = paying()
    tendering.way = 1
    tendering.put("wechat", 20000)
    assert not tendering.enter()
    assert (tendering.method.code, tendering.cash_due, tendering.left) == ("cash", 5960, 5960)
    tendering.put("cash", 10000)
    assert tendering.enter()
    assert tendering.change == 4040
    assert tendering.tenders() == (TenderDraft("cash", 10000), TenderDraft("wechat", 20000))


def test_only_cash_may_be_more_than_is_due():
    tendering = paying("10")
    with pytest.raises(Refused, match=r"微信最多收 10\.00"):
        tendering.put("wechat", 1001)
    tendering.put("wechat", 600)
    with pytest.raises(Refused, match=r"支付宝最多收 4\.00"):
        tendering.put("alipay", 500)
    tendering.put("wechat", 1000)
    assert (tendering.left, tendering.cash_due) == (0, 0)


def test_far_too_much_cash_is_asked_about_once():
    tendering = paying("10")
    tendering.put("cash", 100000)
    with pytest.raises(Refused, match=r"找 990\.00"):
        tendering.require_usual()
    tendering.require_usual()
    tendering.put("cash", 200000)
    with pytest.raises(Refused):
        tendering.require_usual()


def test_likely_notes_are_above_what_is_due():
    assert paying("59.60").notes() == (6000, 7000, 8000, 10000)
    assert paying("259.60").notes() == (26000, 30000)
    assert paying("100").notes() == ()
    assert all(note > 120 for note in paying("1.20").notes())


@pytest.mark.parametrize("text", ["6901234567892", "1234567", "-1", "1.234", "abc"])
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(InvalidNumber):
        amount_of(text)


@given(st.integers(1, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_screen_and_posting_agree_on_the_change(due, other, cash):
    tendering = Tendering(due, WAYS)
    tendering.put("wechat", min(other, due))
    tendering.put("cash", cash)
    if tendering.left:
        with pytest.raises(Refused):
            settle(tendering.tenders(), FACTS, due)
    else:
        kept, change = settle(tendering.tenders(), FACTS, due)
        assert change == tendering.change
        assert sum(each.amount for each in kept) == due

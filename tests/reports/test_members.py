"""Members in reports: what they bought, how their cards moved, what the shop owes them."""

import pytest

from jxc_desktop.cash.payments import Payment
from jxc_desktop.features import REPORTS
from jxc_desktop.members.drafts import MemberDraft
from jxc_desktop.members.services import TopupDraft, post_topup, save_member
from jxc_desktop.pos.drafts import TenderDraft
from jxc_desktop.pos.shifts import open_shift
from jxc_desktop.reports.report import find_report, run_report
from jxc_desktop.shop.keys import new_key
from tests.conftest import TODAY
from tests.shopkeeping import a_product, fen, line, price, ring_up, take_back


@pytest.fixture
def work(any_database, owner):
    """王 tops up 100 + 20, buys for 24.00 by card and 10.00 in cash and gives 12.00 back; 李 buys for 5.00."""
    with any_database.transaction(owner) as session:
        wang = save_member(session, MemberDraft("王", card_no="8001", phone="13800001234"))
        li = save_member(session, MemberDraft("李", card_no="8002"))
        goods = a_product(session, "A", retail_price=price(12))
        shift = open_shift(session, "01", 0)
        paid = TopupDraft(TODAY, wang, (Payment(1, fen(100)),), fen(20))
        post_topup(session, paid, key=new_key())
        card = (TenderDraft("stored_value", fen(24)),)
        sale = ring_up(session, shift, [line(goods, 2)], tenders=card, member_id=wang)
        ring_up(session, shift, [line(goods, 1, 10)], cash="10", member_id=wang)
        take_back(session, shift, sale.number, (1, "1"), method="stored_value")
        ring_up(session, shift, [line(goods, 1, 5)], cash="5", member_id=li)
        ring_up(session, shift, [line(goods, 1)], cash="12")
        yield session


def told(session, name, **filters):
    result = run_report(session, find_report(REPORTS, name), filters=filters)
    names = [column.id for column in result.columns]
    return result, [dict(zip(names, row.cells, strict=True)) for row in result.data]


def test_who_bought_most_stands_first(work):
    result, rows = told(work, "member_sales")
    assert [(r["key"], r["documents"], r["sold"], r["returned"], r["net"], r["points"]) for r in rows] == [
        ("8001", 2, 3_000, 1_000, 2_000, 20), ("8002", 1, 500, 0, 500, 5),
    ]  # fmt: skip
    assert result.totals["net"] == 2_500
    assert [r["key"] for r in told(work, "member_sales", member="13800001234")[1]] == ["8001"]


def test_the_journal_is_every_change(work):
    _result, rows = told(work, "card_journal", member="8001")
    assert [(r["kind"], r["points"], r["principal"], r["bonus"]) for r in rows] == [
        ("充值", 0, 10_000, 2_000), ("储值消费", 0, -2_000, -400), ("获得积分", 20, 0, 0),
        ("获得积分", 10, 0, 0), ("储值消费", 0, 1_000, 200), ("获得积分", -10, 0, 0),
    ]  # fmt: skip


def test_what_cards_hold_is_what_the_books_owe(work):
    result, rows = told(work, "card_balances")
    assert [(r["key"], r["points"], r["principal"], r["bonus"], r["value"]) for r in rows] == [
        ("8001", 20, 9_000, 1_800, 10_800), ("8002", 5, 0, 0, 0),
    ]  # fmt: skip
    assert result.proof.holds
    assert result.proof.text == "本金合计 90.00，会员储值 220302 余额 90.00"
    assert told(work, "card_balances", member="8001")[0].proof is None

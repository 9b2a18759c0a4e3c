"""Members' cards as data: papers and tickets, shown, taken back, and told again by the flight recorder."""

import pytest

from jxc_desktop.cli.plain import document_view
from jxc_desktop.core.errors import UserError
from jxc_desktop.core.sql import Statement
from jxc_desktop.features import INVARIANTS
from jxc_desktop.intake.documents import post_document
from jxc_desktop.members.drafts import MemberDraft
from jxc_desktop.members.services import save_member
from jxc_desktop.safety.recorded import as_data
from jxc_desktop.safety.verify import findings_of
from jxc_desktop.shop.settings import put_setting
from tests.shopkeeping import a_product, price

CARD = Statement("SELECT points, principal, bonus FROM member_balance")
TOPUP = {
    "key": "t", "type": "stored_value_topup", "member": "8001", "account": "cash", "amount": "1000", "bonus": "200.00",
}  # fmt: skip
POINTS = {
    "key": "p",
    "type": "points_change",
    "member": "13800001234",
    "points": 500,
    "reason": "生日",
}
EXPIRED = {**POINTS, "key": "x", "points": -100, "mode": "expired", "reason": "年底"}
PLAIN = {
    "key": "n", "type": "pos_sale", "member": "8001", "lines": [{"product": "A", "quantity": "1"}],
    "payments": [{"method": "cash", "amount": "10"}],
}  # fmt: skip
SALE = {
    "key": "s", "type": "pos_sale", "member": "8001", "points": 300, "lines": [{"product": "A", "quantity": "2"}],
    "payments": [{"method": "stored_value", "amount": "9.00"}, {"method": "cash", "amount": "10"}],
}  # fmt: skip
REFUND = {
    "key": "r", "type": "stored_value_refund", "member": "8001", "reason": "搬家",
    "payments": [{"account": "cash", "amount": "100.00"}],
}  # fmt: skip


def open_for_members(session):
    save_member(session, MemberDraft("王小明", card_no="8001", phone="13800001234"))
    a_product(session, "A", retail_price=price(10))
    put_setting(session, "allow_negative_stock", True)


def work_through(session):
    papers = [post_document(session, each) for each in (TOPUP, POINTS, SALE)]
    back = {
        "type": "pos_return",
        "from": papers[2].number,
        "lines": [{"from_line": 1, "quantity": "1"}],
    }
    papers.append(post_document(session, {"key": "b", **back}))
    papers.append(post_document(session, REFUND))
    return papers


def test_papers_of_cards_are_posted_and_shown(any_database, owner):
    with any_database.transaction(owner) as session:
        open_for_members(session)
        topup, points, sale, _back, refund = work_through(session)
        shown = document_view(session, topup.kind, topup.number)
        assert (shown["member"], shown["total"], shown["bonus"]) == ("8001", "1000.00", "200.00")
        assert document_view(session, points.kind, points.number)["points"] == 500
        assert document_view(session, refund.kind, refund.number)["total"] == "100.00"
        part = document_view(session, sale.kind, sale.number)["member"]
        assert (part["card_no"], part["points_off"], part["bonus_off"]) == ("8001", "3.00", "1.50")
        assert findings_of(session, INVARIANTS).problems == ()


def test_points_expire_by_machine_and_the_recorder_tells_so(new_shop, owner):
    first, second = new_shop(), new_shop()
    with first.transaction(owner) as session:
        open_for_members(session)
        papers = [post_document(session, each) for each in (POINTS, EXPIRED, PLAIN)]
        told = [as_data(session, each.kind, each.number) for each in papers]
        before = CARD.one(session)
        assert before == (410, 0, 0)
    with second.transaction(owner) as session:
        open_for_members(session)
        again = [post_document(session, each) for each in told]
        assert [each.number for each in again] == [each.number for each in papers]
        assert CARD.one(session) == before
        assert findings_of(session, INVARIANTS).problems == ()


def test_what_the_recorder_tells_posts_the_same_again(new_shop, owner):
    first, second = new_shop(), new_shop()
    with first.transaction(owner) as session:
        open_for_members(session)
        papers = work_through(session)
        told = [as_data(session, each.kind, each.number) for each in papers]
        before = CARD.one(session)
    with second.transaction(owner) as session:
        open_for_members(session)
        again = [post_document(session, each) for each in told]
        assert [each.number for each in again] == [each.number for each in papers]
        assert CARD.one(session) == before
        assert findings_of(session, INVARIANTS).problems == ()


def exchanges(session):
    """A ticket paid with points and the card, then one of its two pieces exchanged for two others."""
    papers = [post_document(session, each) for each in (TOPUP, POINTS, SALE)]
    swap = {
        "key": "w", "type": "pos_sale", "from": papers[2].number,
        "lines": [{"product": "A", "quantity": "2"}, {"from_line": 1, "quantity": "-1"}],
        "payments": [{"method": "stored_value", "amount": "6.00"}, {"method": "cash", "amount": "10.00"}],
    }  # fmt: skip
    return [*papers, post_document(session, swap)]


def test_an_exchange_gives_back_its_part_of_points_and_money_and_earns_for_what_is_new(
    any_database, owner
):
    with any_database.transaction(owner) as session:
        open_for_members(session)
        *_rest, sale, swap = exchanges(session)
        assert (sale.total, swap.total) == (1550, 1900 - 775)
        part = document_view(session, swap.kind, swap.number)["member"]
        # 15 points for 15.50 before, 8 of them back; 19 for the new 19.00, of which 1.00 was given money.
        assert (part["points_earned"], part["bonus_off"]) == (19 - 8, "0.25")
        assert CARD.one(session) == (
            500 - 300 + 15 + 150 + 11,
            100000 - 750 - 500 + 375,
            20000 - 150 - 100 + 75,
        )
        shown = document_view(session, swap.kind, swap.number)
        assert (shown["returns"], shown["change_given"]) == (sale.number, "0.00")
        assert findings_of(session, INVARIANTS).problems == ()
        rest = {"key": "z", "type": "pos_return", "from": sale.number,
                "lines": [{"from_line": 1, "quantity": "1"}]}  # fmt: skip
        new = {
            **rest,
            "key": "y",
            "from": swap.number,
            "lines": [{"from_line": 1, "quantity": "2"}],
        }
        for each in (rest, new):
            post_document(session, each)
        assert CARD.one(session) == (500, 100000, 20000)
        assert findings_of(session, INVARIANTS).problems == ()


def test_the_recorder_tells_an_exchange_so_that_it_posts_the_same_again(new_shop, owner):
    first, second = new_shop(), new_shop()
    with first.transaction(owner) as session:
        open_for_members(session)
        papers = exchanges(session)
        told = [as_data(session, each.kind, each.number) for each in papers]
        before = CARD.one(session)
    with second.transaction(owner) as session:
        open_for_members(session)
        again = [post_document(session, each) for each in told]
        assert [(x.number, x.total) for x in again] == [(x.number, x.total) for x in papers]
        assert CARD.one(session) == before


def test_an_exchange_names_its_original_and_what_comes_back(session):
    open_for_members(session)
    swap = {"key": "w", "type": "pos_sale", "lines": [{"product": "A", "quantity": "1"}]}
    for more, field in (
        ({"from": "LS1"}, "lines"),
        ({"lines": [*swap["lines"], {"from_line": 1, "quantity": "-1"}]}, "from"),
        ({"from": "LS1", "lines": [*swap["lines"], {"from_line": 1, "quantity": "-1"}]}, "from"),
    ):
        with pytest.raises(UserError) as refusal:
            post_document(session, {**swap, **more})
        assert refusal.value.field == field


def test_papers_of_cards_are_taken_back_by_number(session):
    open_for_members(session)
    papers = work_through(session)
    for paper in (papers[4], papers[3], papers[2], papers[1], papers[0]):
        wanted = {"type": "reversal", "number": paper.number, "reason": "错"}
        post_document(session, wanted)
    assert CARD.one(session) == (0, 0, 0)
    assert findings_of(session, INVARIANTS).problems == ()


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({**TOPUP, "member": "9999"}, "member"),
        ({**TOPUP, "bonus": "-1"}, "bonus"),
        ({**POINTS, "points": 0}, "points"),
        ({**POINTS, "points": True}, "points"),
        ({**POINTS, "points": "5"}, "points"),
        ({**POINTS, "points": 10**40}, "points"),
        ({**POINTS, "points": 5, "mode": "expired"}, "points"),
        ({**SALE, "points": -1}, "points"),
        ({**POINTS, "mode": "lost"}, "mode"),
        ({**SALE, "points": 1}, "points"),
        ({**REFUND, "reason": ""}, "reason"),
    ],
)
def test_what_is_wrong_names_its_field(session, data, field):
    open_for_members(session)
    with pytest.raises(UserError) as caught:
        post_document(session, data)
    assert caught.value.field == field

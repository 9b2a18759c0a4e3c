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

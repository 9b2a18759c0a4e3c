"""What a card holds: paid on, spent, given back, earned and redeemed, always as the books say."""

import random
from dataclasses import replace

import pytest

from jxc_desktop.cash.payments import Payment
from jxc_desktop.core.errors import Forbidden, InvalidInput, Refused
from jxc_desktop.core.sql import Statement, driver_of
from jxc_desktop.features import INVARIANTS
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.members.drafts import LevelDraft, MemberDraft
from jxc_desktop.members.queries import member_by_code, member_draft
from jxc_desktop.members.rebuild import rebuild_cards
from jxc_desktop.members.services import (
    PointsDraft,
    RefundDraft,
    TopupDraft,
    disable_member,
    erase_member,
    post_points_change,
    post_refund,
    post_topup,
    reverse_points_change,
    reverse_refund,
    reverse_topup,
    save_level,
    save_member,
)
from jxc_desktop.pos.drafts import TenderDraft
from jxc_desktop.pos.services import reverse_return, reverse_ticket
from jxc_desktop.pos.shifts import close_shift, open_shift
from jxc_desktop.safety.verify import findings_of
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.settings import put_setting
from tests.conftest import TODAY, actor_with
from tests.racing import at_once, between, broken_rules
from tests.shopkeeping import a_product, balances, fen, legs, line, price, ring_up, take_back

CARD = Statement("SELECT points, principal, bonus FROM member_balance WHERE member_id = :id")
HEAD = Statement(
    "SELECT total, points_used, points_off, points_earned, bonus_off FROM pos_sale WHERE number = :number"
)
STORED = "stored_value"


class Shop:
    """One shop with a member, a service to sell at 300.00, a shift."""

    def __init__(self, session) -> None:
        self.session = session
        self.level = save_level(session, LevelDraft("银卡", "", 0, 10_000))
        self.member = save_member(
            session, MemberDraft("王小明", card_no="8001", level_id=self.level)
        )
        self.dear = a_product(session, "A", retail_price=price(300))
        self.cheap = a_product(session, "B", retail_price=price("77.70"))
        put_setting(session, "allow_negative_stock", True)
        self.shift = open_shift(session, "01", 0)

    def top_up(self, paid, bonus="0", account=1):
        draft = TopupDraft(TODAY, self.member, (Payment(account, fen(paid)),), fen(bonus))
        return post_topup(self.session, draft, key=new_key())

    def sell(self, *lines, **more):
        more.setdefault("member_id", self.member)
        return ring_up(self.session, self.shift, lines, **more)

    def spend(self, amount, *lines, **more):
        return self.sell(*lines, tenders=(TenderDraft(STORED, fen(amount)),), **more)

    @property
    def card(self):
        points, principal, bonus = CARD.one(self.session, id=self.member)
        return points, principal, bonus

    def sound(self):
        return findings_of(self.session, INVARIANTS)


@pytest.fixture(params=["small", "general"])
def taxpayer(request):
    return request.param


@pytest.fixture
def shop(new_shop, owner, dialect, taxpayer):
    with new_shop(taxpayer, dialect).transaction(owner) as session:
        yield Shop(session)


@pytest.fixture
def one(new_shop, owner, dialect):
    with new_shop("general", dialect).transaction(owner) as session:
        yield Shop(session)


def is_sound(shop) -> bool:
    findings = shop.sound()
    assert findings.problems == ()
    return True


def test_a_top_up_books_what_was_paid_and_gives_the_bonus_on_the_card_only(shop):
    posted = shop.top_up("1000", "200")
    assert posted.number == "CZ202611200001"
    assert posted.total == fen(1000)
    assert legs(shop.session, posted.number) == [("100101", 100_000, 0), ("220302", 0, 100_000)]
    assert shop.card == (0, 100_000, 20_000)
    assert is_sound(shop)


def test_spending_is_split_as_worked_out(shop, taxpayer):
    shop.top_up("1000", "200")
    first = shop.spend("300", line(shop.dear, 1))
    assert shop.card[1:] == (75_000, 15_000)
    second = shop.spend("77.70", line(shop.cheap, 1))
    assert shop.card[1:] == (68_525, 13_705)
    assert (first.total, second.total) == (25_000, 6_475)
    tax = {"general": ("22210107", (2_876, 745)), "small": ("22210120", (248, 64))}
    account, (on_first, on_second) = tax[taxpayer]
    assert legs(shop.session, first.number) == [
        ("220302", 25_000, 0), ("5001", 0, 25_000 - on_first), (account, 0, on_first),
    ]  # fmt: skip
    assert legs(shop.session, second.number) == [
        ("220302", 6_475, 0), ("5001", 0, 6_475 - on_second), (account, 0, on_second),
    ]  # fmt: skip
    assert HEAD.one(shop.session, number=first.number) == (25_000, 0, 0, 250, 5_000)
    assert is_sound(shop)


def test_a_card_and_cash_pay_together(one):
    one.top_up("100", "20")
    tenders = (TenderDraft(STORED, fen(60)), TenderDraft("cash", fen(250)))
    sale = one.sell(line(one.dear, 1), tenders=tenders)
    assert sale.total == fen(290)
    assert legs(one.session, sale.number)[:2] == [("100101", 24_000, 0), ("220302", 5_000, 0)]
    assert one.card[1:] == (5_000, 1_000)
    assert is_sound(one)


def test_more_than_the_card_holds_is_refused(one):
    one.top_up("100")
    with pytest.raises(Refused, match=r"卡上只有 100\.00"):
        one.spend("300", line(one.dear, 1))
    with pytest.raises(Refused, match="会员"):
        one.spend("77.70", line(one.cheap, 1), member_id=None)
    disable_member(one.session, one.member)
    with pytest.raises(Refused, match="停用"):
        one.spend("77.70", line(one.cheap, 1))


def test_goods_paid_by_card_go_back_onto_it_in_proportion(shop):
    shop.top_up("1000", "200")
    sale = shop.spend("900", line(shop.dear, 3))
    assert shop.card == (750, 25_000, 5_000)
    for _piece in range(3):
        take_back(shop.session, shop.shift, sale.number, (1, "1"))
    assert shop.card == (0, 100_000, 20_000)
    assert is_sound(shop)


def test_a_mixed_ticket_goes_back_by_both_ways(one):
    one.top_up("100")
    tenders = (TenderDraft(STORED, fen(100)), TenderDraft("wechat", fen(800)))
    sale = one.sell(line(one.dear, 3), tenders=tenders)
    back = take_back(one.session, one.shift, sale.number, (1, "1"), method="wechat")
    assert legs(one.session, back.number)[:2] == [("220302", -3_333, 0), ("101201", -26_667, 0)]
    take_back(one.session, one.shift, sale.number, (1, "2"), method="wechat")
    assert one.card == (0, 10_000, 0)
    assert is_sound(one)


def test_a_return_taken_back_out_of_turn_leaves_no_fen_on_the_card(one):
    one.top_up("0.02")
    tenders = (TenderDraft(STORED, 2), TenderDraft("wechat", fen("899.98")))
    sale = one.sell(line(one.dear, 3), tenders=tenders)

    def one_back():
        return take_back(one.session, one.shift, sale.number, (1, "1"), method="wechat")

    _first, second, _third = one_back(), one_back(), one_back()
    reverse_return(one.session, Reversal(second.number, "错"), key=new_key())
    one_back()
    assert one.card == (0, 2, 0)
    assert is_sound(one)


@pytest.mark.parametrize("leaving", [disable_member, erase_member])
def test_goods_come_back_onto_the_card_of_somebody_who_left(one, leaving):
    one.top_up("240", "60")
    sale = one.spend("300", line(one.dear, 1))
    leaving(one.session, one.member)
    back = take_back(one.session, one.shift, sale.number, (1, "1"), method=STORED)
    assert one.card == (0, 24_000, 6_000)
    reverse_return(one.session, Reversal(back.number, "错"), key=new_key())
    reverse_ticket(one.session, Reversal(sale.number, "错"), key=new_key())
    assert one.card == (0, 24_000, 6_000)
    with pytest.raises(Refused, match="停用"):
        one.spend("300", line(one.dear, 1))
    card_no = member_draft(one.session, one.member).card_no
    assert member_by_code(one.session, card_no).id == one.member
    draft = RefundDraft(TODAY, one.member, (Payment(1, fen(240)),), "搬家")
    post_refund(one.session, draft, key=new_key())
    assert one.card == (0, 0, 0)
    assert is_sound(one)


def test_what_was_not_paid_by_card_is_not_given_back_onto_it(one):
    one.top_up("100")
    sale = one.sell(line(one.dear, 1), cash="300")
    with pytest.raises(Refused, match="退回卡上"):
        take_back(one.session, one.shift, sale.number, (1, "1"), method=STORED)


def test_given_money_alone_pays_a_ticket_that_earns_nothing(one):
    one.top_up("0.01", "77.69")
    one.spend("77.70", line(one.cheap, 1))
    assert one.card[1:] == (0, 0)
    assert is_sound(one)


def test_a_refund_pays_principal_and_the_bonus_goes_in_proportion(shop):
    shop.top_up("1000", "200")
    draft = RefundDraft(TODAY, shop.member, (Payment(1, fen(250)),), "搬家")
    posted = post_refund(shop.session, draft, key=new_key())
    assert legs(shop.session, posted.number) == [("220302", 25_000, 0), ("100101", 0, 25_000)]
    assert shop.card[1:] == (75_000, 15_000)
    with pytest.raises(Refused, match=r"本金只有 750\.00"):
        post_refund(shop.session, replace(draft, payments=(Payment(1, fen(751)),)), key=new_key())
    rest = replace(draft, payments=(Payment(1, fen(750)),))
    last = post_refund(shop.session, rest, key=new_key())
    assert shop.card == (0, 0, 0)
    reverse_refund(shop.session, Reversal(last.number, "没搬"), key=new_key())
    assert shop.card[1:] == (75_000, 15_000)
    assert is_sound(shop)


def test_papers_taken_back_leave_nothing(shop):
    before = balances(shop.session)
    top_up = shop.top_up("1000", "200")
    sale = shop.spend("300", line(shop.dear, 1))
    with pytest.raises(Refused, match="已经用了"):
        reverse_topup(shop.session, Reversal(top_up.number, "错"), key=new_key())
    back = take_back(shop.session, shop.shift, sale.number, (1, "1"), method=STORED)
    reverse_return(shop.session, Reversal(back.number, "错"), key=new_key())
    assert shop.card == (250, 75_000, 15_000)
    reverse_ticket(shop.session, Reversal(sale.number, "错"), key=new_key())
    reverse_topup(shop.session, Reversal(top_up.number, "错"), key=new_key())
    assert shop.card == (0, 0, 0)
    assert balances(shop.session) == before
    assert is_sound(shop)


def test_points_are_earned_by_what_was_really_paid(one):
    sale = one.sell(line(one.dear, 1), order_discount=fen("0.50"), cash="300")
    assert HEAD.one(one.session, number=sale.number)[3] == 299
    assert one.card == (299, 0, 0)
    back = take_back(one.session, one.shift, sale.number, (1, "1"))
    assert one.card == (0, 0, 0)
    reverse_return(one.session, Reversal(back.number, "错"), key=new_key())
    assert one.card == (299, 0, 0)
    assert is_sound(one)


def test_points_pay_as_a_discount_on_the_lines_and_come_back(shop):
    points(shop, 5_000)
    sale = shop.sell(line(shop.dear, 2), points_used=5_000, cash="550")
    assert HEAD.one(shop.session, number=sale.number) == (55_000, 5_000, 5_000, 550, 0)
    assert shop.card == (550, 0, 0)
    take_back(shop.session, shop.shift, sale.number, (1, "1"))
    assert shop.card == (550 - 275 + 2_500, 0, 0)
    take_back(shop.session, shop.shift, sale.number, (1, "1"))
    assert shop.card == (5_000, 0, 0)
    assert is_sound(shop)


def points(shop, count, **more):
    draft = PointsDraft(TODAY, shop.member, count, "生日", **more)
    return post_points_change(shop.session, draft, key=new_key())


def test_points_that_are_not_there_or_worth_nothing_are_refused(one):
    points(one, 100)
    with pytest.raises(Refused, match="只有 100 分"):
        one.sell(line(one.dear, 1), points_used=101, cash="300")
    put_setting(one.session, "points_for_yuan", 1_000)
    with pytest.raises(InvalidInput, match="抵不了"):
        one.sell(line(one.dear, 1), points_used=9, cash="300")
    put_setting(one.session, "points_for_yuan", 0)
    with pytest.raises(Refused, match="不用积分抵钱"):
        one.sell(line(one.dear, 1), points_used=100, cash="300")
    with pytest.raises(InvalidInput, match="会员"):
        one.sell(line(one.dear, 1), member_id=None, points_used=1, cash="300")


def test_points_are_put_right_with_a_reason_and_expire(one):
    number = points(one, 300).number
    assert number == "JF202611200001"
    points(one, -50, mode="expired")
    assert one.card == (250, 0, 0)
    for wrong, field in (
        ({"count": 0}, "points"),
        ({"count": 5, "mode": "expired"}, "points"),
        ({"count": 5, "mode": "spent"}, "mode"),
    ):
        with pytest.raises(InvalidInput) as caught:
            points(one, **wrong)
        assert caught.value.field == field
    with pytest.raises(Refused, match="只有 250"):
        points(one, -251)
    reverse_points_change(one.session, Reversal(number, "错"), key=new_key())
    assert one.card == (-50, 0, 0)
    with pytest.raises(Refused, match="只有 -50"):
        points(one, -1)
    points(one, 20)
    assert one.card == (-30, 0, 0)
    assert is_sound(one)


def test_members_pay_their_level_s_price_without_a_right_to_discount(new_shop, owner, dialect):
    from jxc_desktop.catalog.models import ProductPrice

    database = new_shop("small", dialect)
    with database.transaction(owner) as session:
        goods = a_product(session, "A")
        session.add(ProductPrice(product_id=goods, unit="", level="member", price=price(9)))
        regular = save_member(session, MemberDraft("甲"))
        silver = save_level(session, LevelDraft("银卡", "", 500, 0))
        other = save_member(session, MemberDraft("乙", level_id=silver))
        shift = open_shift(session, "01", 0)
    with database.transaction(actor_with("cashier")) as session:
        asked = line(goods, 1)
        assert ring_up(session, shift, [asked], cash="10").total == fen(10)
        assert ring_up(session, shift, [asked], cash="10", member_id=regular).total == fen(9)
        assert ring_up(session, shift, [asked], cash="10", member_id=other).total == fen("9.50")
        typed = replace(asked, price=price(9))
        assert ring_up(session, shift, [typed], cash="10", member_id=regular).total == fen(9)
        for member in (None, other):
            with pytest.raises(Forbidden, match="改价"):
                ring_up(session, shift, [typed], cash="10", member_id=member)


def test_a_member_with_money_on_the_card_is_not_forgotten(one):
    one.top_up("1")
    with pytest.raises(Refused, match=r"还有储值 1\.00"):
        erase_member(one.session, one.member)
    assert member_draft(one.session, one.member).name == "王小明"


def test_a_rebuild_changes_nothing_on_a_sound_shop(one):
    one.top_up("1000", "200")
    one.spend("300", line(one.dear, 1))
    before = one.card
    rebuild_cards(one.session)
    assert one.card == before
    Statement("UPDATE member_balance SET points = 7", changes="member_balance").run(one.session)
    assert any("8001" in problem for problem in one.sound().problems)
    rebuild_cards(one.session)
    assert is_sound(one)


@pytest.mark.parametrize("seed", range(3))
def test_whatever_happens_cards_and_books_agree(shop, seed):
    rng, sold = random.Random(seed), []
    for _step in range(25):
        what = rng.choice(["top_up", "spend", "mixed", "points", "back", "refund", "reverse"])
        try:
            if what == "top_up":
                shop.top_up(
                    f"{rng.randint(1, 30000) / 100:.2f}", f"{rng.randint(0, 9999) / 100:.2f}"
                )
            elif what == "spend":
                sold.append(shop.spend("77.70", line(shop.cheap, 1)))
            elif what == "mixed":
                some = rng.randint(1, 7769)
                used = rng.choice([0, min(shop.card[0], 300)])
                tenders = (TenderDraft(STORED, some - used), TenderDraft("cash", 7770 - some))
                sold.append(shop.sell(line(shop.cheap, 1), tenders=tenders, points_used=used))
            elif what == "points":
                points(shop, rng.randint(-200, 400))
            elif what == "back" and sold:
                take_back(shop.session, shop.shift, rng.choice(sold).number, (1, "1"))
            elif what == "refund":
                paid = (Payment(1, rng.randint(1, 5000)),)
                post_refund(
                    shop.session, RefundDraft(TODAY, shop.member, paid, "退"), key=new_key()
                )
            elif what == "reverse" and sold:
                reverse_ticket(shop.session, Reversal(rng.choice(sold).number, "错"), key=new_key())
        except (Refused, InvalidInput):
            continue
    assert is_sound(shop)


def test_two_tills_that_spend_one_card_at_once_never_overdraw_it(new_shop, owner, dialect):
    database = new_shop("small", dialect)
    with database.transaction(owner) as session:
        shop = Shop(session)
        shop.top_up("80", "20")
        other = open_shift(session, "API", 0)

    def spending(shift):
        def work(session):
            tenders = (TenderDraft(STORED, fen("77.70")),)
            more = {"tenders": tenders, "member_id": shop.member}
            return ring_up(session, shift, [line(shop.cheap, 1)], **more)

        return work

    place = "jxc_desktop.pos.membership:require_value"
    said = at_once(database, owner, place, spending(shop.shift), spending(other))
    assert sorted(type(each).__name__ for each in said) == ["Posted", "Refused"]
    with database.transaction(owner) as session:
        _points, principal, bonus = CARD.one(session, id=shop.member)
        assert principal + bonus == fen(100) - fen("77.70")
        assert findings_of(session, INVARIANTS).problems == ()


@pytest.mark.parametrize("taken_back", ["sale", "return"])
def test_a_sale_and_a_reversal_of_one_card_wait_for_each_other(
    new_shop, owner, dialect, taken_back
):
    database = new_shop("small", dialect)
    with database.transaction(owner) as session:
        shop = Shop(session)
        shop.top_up("400")
        paper = shop.spend("77.70", line(shop.cheap, 1))
        if taken_back == "return":
            paper = take_back(session, shop.shift, paper.number, (1, "1"), method=STORED)
    undo = {"sale": reverse_ticket, "return": reverse_return}[taken_back]

    def sell(session):
        more = {"tenders": (TenderDraft(STORED, fen(300)),), "member_id": shop.member}
        return ring_up(session, shop.shift, [line(shop.dear, 1)], **more)

    said = between(
        database,
        owner,
        "jxc_desktop.pos.services:require_open_shift",
        sell,
        lambda session: undo(session, Reversal(paper.number, "错"), key=new_key()),
    )
    assert [type(each).__name__ for each in said] == ["Posted", "Posted"]
    assert broken_rules(database, owner) == []


def test_a_drawer_is_not_counted_while_a_ticket_of_an_earlier_shift_is_taken_back(
    new_shop, owner, dialect
):
    database = new_shop("small", dialect)
    with database.transaction(owner) as session:
        shop = Shop(session)
        sale = shop.sell(line(shop.dear, 1), cash="300")
        close_shift(session, shop.shift, {10_000: 3})
        today = open_shift(session, "01", fen(300))

    said = between(
        database,
        owner,
        "jxc_desktop.pos.services:reverse_goods_paper",
        lambda session: reverse_ticket(session, Reversal(sale.number, "错"), key=new_key()),
        lambda session: close_shift(session, today, {10_000: 3}, reason="没退"),
    )
    assert [type(each).__name__ for each in said] == ["Posted", "ShiftClosed"]
    assert said[1].over_short == fen(300)
    assert broken_rules(database, owner) == []


def test_a_ticket_without_a_member_asks_nothing_of_members(database, owner):
    asked = []
    with database.transaction(owner) as session:
        goods = a_product(session, "A", retail_price=price(10))
        shift = open_shift(session, "01", 0)
    with database.transaction(owner) as session:
        driver_of(session).set_trace_callback(asked.append)
        ring_up(session, shift, [line(goods, 1)], cash="10")
        driver_of(session).set_trace_callback(None)
    assert asked
    told = " ".join(asked).replace("member_id", "")
    assert not any(table in told for table in ("member", "card_move"))

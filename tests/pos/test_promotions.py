"""Promotions in the books: posted, returned, reversed, told again; coupons that are good once."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import DatabaseError

from jxc_desktop.core.errors import Forbidden, InvalidInput, NotFound, Refused
from jxc_desktop.core.numbers import ONE
from jxc_desktop.features import REPORTS
from jxc_desktop.intake.documents import post_document
from jxc_desktop.intake.promotions import promotion_as_data, promotion_from
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.members.drafts import LevelDraft, MemberDraft
from jxc_desktop.members.services import save_level, save_member
from jxc_desktop.pos.drafts import Wish
from jxc_desktop.pos.queries.tickets import ticket_view
from jxc_desktop.pos.services import reverse_return, reverse_ticket
from jxc_desktop.pos.shifts import open_shift
from jxc_desktop.pricing.promotions.coupons import add_coupons, coupons_of
from jxc_desktop.pricing.promotions.drafts import GoodsDraft, PromotionDraft
from jxc_desktop.pricing.promotions.guard import too_cheap
from jxc_desktop.pricing.promotions.offer import Moment
from jxc_desktop.pricing.promotions.queries import offer_of, promotion_of, promotions
from jxc_desktop.pricing.promotions.services import disable_promotion, save_promotion, warnings_of
from jxc_desktop.pricing.promotions.terms import Kind, Who
from jxc_desktop.reports.report import find_report, run_report
from jxc_desktop.safety.recorded import as_data
from jxc_desktop.shop.keys import new_key
from tests.conftest import TODAY, actor_with
from tests.pricing.conftest import without
from tests.racing import at_once, broken_rules
from tests.shopkeeping import (
    a_product,
    a_supplier,
    fen,
    legs,
    line,
    price,
    receive,
    ring_up,
    take_back,
)

WISH = Wish()


class Stall:
    """A shop with cola at 3.00 (cost 1.50) and rice at 45.00, an open shift."""

    def __init__(self, database, owner) -> None:
        self.database, self.owner = database, owner
        with self.do() as session:
            self.cola = a_product(session, "COLA", retail_price=price(3), min_price=price(2))
            self.rice = a_product(session, "RICE", retail_price=price(45))
            stock = [line(self.cola, 100, "1.50"), line(self.rice, 10, "40")]
            receive(session, a_supplier(session), stock)
            self.shift = open_shift(session, "01", fen(200))

    def do(self, actor=None):
        return self.database.transaction(actor or self.owner)

    def promote(self, kind, name="可乐促销", goods=None, **terms) -> int:
        with self.do() as session:
            own = tuple(GoodsDraft(each) for each in goods or ())
            return save_promotion(session, PromotionDraft(name, kind, goods=own, **terms))

    def sell(self, *lines, cash="1000", wish=WISH, **more):
        with self.do() as session:
            return ring_up(session, self.shift, lines, cash=cash, wish=wish, **more)

    def view(self, number):
        with self.database.reading(self.owner) as session:
            return ticket_view(session, number)

    def sound(self) -> bool:
        return broken_rules(self.database, self.owner) == []


@pytest.fixture
def stall(any_database, owner) -> Stall:
    return Stall(any_database, owner)


@pytest.fixture
def three_for_two(stall) -> int:
    return stall.promote(Kind.NTH, "可乐买二送一", [stall.cola], count=3, free=1, rate=ONE)


def test_a_ticket_keeps_which_promotion_took_how_much_off_which_line(stall, three_for_two):
    sale = stall.sell(line(stall.cola, 3), line(stall.rice, 1))
    assert sale.total == fen(51)
    view = stall.view(sale.number)
    assert view.promotion_off == fen(3)
    told = [(part.line_no, part.name, part.amount) for part in view.promotions]
    assert told == [(1, "可乐买二送一", 300)]
    assert [each.gross for each in view.lines] == [600, 4500]
    assert stall.sound()


def test_without_a_wish_nothing_is_reduced_and_promotions_are_not_asked_for(stall, three_for_two):
    asked = []
    engine = stall.database.engine()
    event.listen(engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    sale = stall.sell(line(stall.cola, 3), wish=None)
    assert sale.total == fen(9)
    assert not [sql for sql in asked if "promotion" in sql.split("INTO")[0]]


def test_one_of_three_that_comes_back_gives_its_third_back(stall, three_for_two):
    sale = stall.sell(line(stall.cola, 3))
    with stall.do() as session:
        one = take_back(session, stall.shift, sale.number, (1, "1"))
        rest = take_back(session, stall.shift, sale.number, (1, "2"))
    assert (one.total, rest.total) == (200, 400)
    assert stall.sound()


def test_a_reversed_ticket_is_its_mirror_and_a_reversed_return_too(stall, three_for_two):
    sale = stall.sell(line(stall.cola, 3))
    with stall.do() as session:
        back = take_back(session, stall.shift, sale.number, (1, "1"))
        reverse_return(session, Reversal(back.number, "扫错"), key=new_key())
        red = reverse_ticket(session, Reversal(sale.number, "扫错"), key=new_key())
    view = stall.view(red.number)
    assert (view.total, view.promotion_off) == (-600, -300)
    assert [part.amount for part in view.promotions] == [-300]
    with stall.do() as session:
        kept = session.execute(text("SELECT sum(amount) FROM pos_sale_promotion")).scalar_one()
        assert kept == 0
        assert {a: (d, c) for a, d, c in legs(session, red.number)}["100101"] == (-600, 0)
    assert stall.sound()


def test_kept_promotions_of_a_ticket_never_change(stall, three_for_two):
    stall.sell(line(stall.cola, 3))
    change = text("UPDATE pos_sale_promotion SET amount = 1")
    with pytest.raises(DatabaseError), stall.do() as session:
        session.execute(change)


def test_a_typed_price_or_discount_takes_no_part(stall, three_for_two):
    assert stall.sell(line(stall.cola, 3, "2.90")).total == 870
    assert stall.sell(replace(line(stall.cola, 3), discount=1000)).total == 810


def test_order_discount_and_rounding_come_off_what_the_promotion_left(stall, three_for_two):
    sale = stall.sell(line(stall.cola, 3), line(stall.rice, 1), order_discount=510, rounding_off=5)
    assert sale.total == 5100 - 515
    assert sum(each.reduction for each in stall.view(sale.number).lines) == 815
    assert stall.sound()


def test_a_member_s_discount_comes_first_and_points_are_for_what_was_paid(stall, three_for_two):
    with stall.do() as session:
        gold = save_level(session, LevelDraft("金卡", "", 1000, ONE))
        li = save_member(session, MemberDraft("李雷", card_no="8001", level_id=gold))
    mine = stall.promote(
        Kind.PERCENT, "金卡米", [stall.rice], rate=1000, who=Who.LEVELS, levels=(gold,)
    )
    sale = stall.sell(line(stall.cola, 3), line(stall.rice, 1), member_id=li)
    # 8.10 − 2.70 and 40.50 − 4.05
    assert sale.total == 540 + 3645
    assert stall.view(sale.number).member.points_earned == 41
    assert stall.sell(line(stall.rice, 1)).total == 4500
    assert mine
    assert stall.sound()


def test_hours_are_those_of_the_moment_that_was_shown(stall):
    stall.promote(Kind.PERCENT, "晚市", [stall.rice], rate=1000, from_minute=1080, to_minute=1260)
    assert stall.sell(line(stall.rice, 1)).total == 4500
    evening = Wish(Moment(TODAY, 1100))
    assert stall.sell(line(stall.rice, 1), wish=evening).total == 4050


def test_what_the_customer_was_not_shown_is_not_sold(stall, three_for_two):
    with pytest.raises(Refused, match="促销刚改过"):
        stall.sell(line(stall.cola, 3), wish=Wish(off=100))
    assert stall.sell(line(stall.cola, 3), wish=Wish(off=300)).total == 600
    hand = Wish(off=0, by_hand=frozenset({0}))
    assert stall.sell(line(stall.cola, 3), wish=hand).total == 900


def test_a_ticket_is_told_again_as_it_was_though_the_promotion_changed(stall, three_for_two):
    sale = stall.sell(line(stall.cola, 3))
    with stall.do() as session:
        told = as_data(session, "pos_sale", sale.number)
        draft = promotion_of(session, three_for_two).draft
        save_promotion(session, replace(draft, name="可乐半价", rate=5000))
        again = post_document(session, {**told, "key": "again"})
        assert again.total == 600
        kept = ticket_view(session, again.number)
    assert [(p.line_no, p.amount) for p in kept.promotions] == [(1, 300)]
    assert stall.view(sale.number).promotions[0].name == "可乐买二送一"
    assert stall.sound()


def test_told_reductions_are_a_discount_and_need_its_right(stall, three_for_two):
    cashier = without(actor_with("cashier"), "pos.discount")
    document = {
        "key": "k", "type": "pos_sale", "lines": [{"product": "COLA", "quantity": "1"}],
        "payments": [{"method": "cash", "amount": "9"}],
        "promoted": [{"line": 1, "promotion": "CX001", "amount": "1.00"}],
    }  # fmt: skip
    with pytest.raises(Forbidden, match="店长"), stall.do(cashier) as session:
        post_document(session, document)
    more = [{"line": 1, "promotion": "CX001", "amount": "3.01"}]
    with pytest.raises(InvalidInput, match="比它的金额还多"), stall.do() as session:
        post_document(session, {**document, "promoted": more})
    unknown = [{"line": 1, "promotion": "CX009", "amount": "1"}]
    with pytest.raises(NotFound, match="CX009"), stall.do() as session:
        post_document(session, {**document, "promoted": unknown})


def test_a_machine_asks_for_promotions_by_a_word(stall, three_for_two):
    document = {
        "key": "m", "type": "pos_sale", "lines": [{"product": "COLA", "quantity": "3"}],
        "payments": [{"method": "cash", "amount": "9"}],
    }  # fmt: skip
    with stall.do() as session:
        assert post_document(session, document).total == 900
        assert post_document(session, {**document, "key": "n", "promotions": True}).total == 600


# --- coupons ---


@pytest.fixture
def five_off(stall) -> int:
    own = stall.promote(Kind.THRESHOLD, "满 20 减 5", least=2000, amount=500, coupon=True)
    with stall.do() as session:
        add_coupons(session, own, ["Q-1"])
        add_coupons(session, own, ["Q-MANY"], uses=2, last_day=TODAY)
    return own


def used(stall, own) -> dict[str, int]:
    with stall.database.reading(stall.owner) as session:
        return {each.code: each.used for each in coupons_of(session, own)}


def test_a_coupon_is_good_once_and_again_when_its_ticket_is_taken_back(stall, five_off):
    sale = stall.sell(line(stall.rice, 1), wish=Wish(coupons=("q-1",)))
    assert sale.total == 4000
    assert used(stall, five_off) == {"Q-1": 1, "Q-MANY": 0}
    with pytest.raises(Refused, match="Q-1 已经用过"):
        stall.sell(line(stall.rice, 1), wish=Wish(coupons=("Q-1",)))
    with stall.do() as session:
        reverse_ticket(session, Reversal(sale.number, "扫错"), key=new_key())
    assert used(stall, five_off)["Q-1"] == 0
    stall.sell(line(stall.rice, 1), wish=Wish(coupons=("Q-1",)))
    assert stall.sound()


def test_a_coupon_that_is_of_no_use_is_not_used_up(stall, five_off):
    assert stall.sell(line(stall.cola, 1), wish=Wish(coupons=("Q-1",))).total == 300
    assert used(stall, five_off)["Q-1"] == 0


def test_of_two_coupons_for_one_promotion_one_is_used(stall, five_off):
    sale = stall.sell(line(stall.rice, 1), wish=Wish(coupons=("Q-1", "Q-MANY")))
    assert sale.total == 4000
    assert sum(used(stall, five_off).values()) == 1


def test_a_coupon_past_its_day_or_unknown_is_refused(stall, five_off):
    tomorrow = Moment(TODAY.replace(day=TODAY.day + 1), 600)
    with pytest.raises(Refused, match="过期"):
        stall.sell(line(stall.rice, 1), wish=Wish(tomorrow, ("Q-MANY",)))
    with pytest.raises(NotFound, match="没有券号 NONE"):
        stall.sell(line(stall.rice, 1), wish=Wish(coupons=("none",)))


def test_two_tills_with_one_coupon_sell_with_it_once(stall, five_off):
    with stall.do() as session:
        session.execute(
            text("INSERT INTO till (code, name, warehouse_id) VALUES ('02', '二台', 1)")
        )
        other = open_shift(session, "02", 0)

    def by(shift: int) -> Callable:
        return lambda session: ring_up(
            session, shift, [line(stall.rice, 1)], cash="45", wish=Wish(coupons=("Q-1",))
        )

    answers = at_once(
        stall.database,
        stall.owner,
        "jxc_desktop.pos.promoting:hold_coupons",
        by(stall.shift),
        by(other),
    )
    sold = [answer for answer in answers if not isinstance(answer, Exception)]
    assert len(sold) == 1
    assert any(isinstance(answer, Refused) for answer in answers)
    assert used(stall, five_off)["Q-1"] == 1
    assert stall.sound()


def test_coupon_codes_are_given_out_once(stall, five_off, three_for_two):
    with stall.do() as session:
        with pytest.raises(Refused, match="已有券号 Q-1"):
            add_coupons(session, five_off, ["Q-2", "Q-1"])
        with pytest.raises(Refused, match="写了两次"):
            add_coupons(session, five_off, ["Q-3", "q-3"])
        with pytest.raises(Refused, match="不要券"):
            add_coupons(session, three_for_two, ["Q-4"])


# --- keeping them ---


def test_below_the_lowest_price_only_with_the_right(stall):
    poor = without(actor_with("manager"), "price.below_min")
    draft = PromotionDraft("可乐半价", Kind.PERCENT, rate=5000, goods=(GoodsDraft(stall.cola),))
    with pytest.raises(Forbidden, match="最低售价"), stall.do(poor) as session:
        save_promotion(session, draft)
    with stall.do() as session:
        own = save_promotion(session, draft)
        [found] = too_cheap(session, offer_of(session, promotion_of(session, own).draft))
        assert (found.price, found.below_lowest) == (price("1.50"), True)
    assert stall.sell(line(stall.cola, 2)).total == 300


def test_the_preview_warns_below_cost_only_who_may_see_it(stall):
    draft = PromotionDraft("米", Kind.PERCENT, rate=2000, goods=(GoodsDraft(stall.rice),))
    with stall.do() as session:
        [found] = warnings_of(session, draft)
        assert found.cost == price(40)
    with stall.do(without(stall.owner, "field.cost_price")) as session:
        assert warnings_of(session, draft) == ()


def test_a_promotion_out_of_use_takes_nothing_off(stall, three_for_two):
    with stall.do() as session:
        disable_promotion(session, three_for_two)
    assert stall.sell(line(stall.cola, 3)).total == 900
    with stall.do() as session:
        disable_promotion(session, three_for_two, disabled=False)
    assert stall.sell(line(stall.cola, 3)).total == 600


def test_a_promotion_changed_is_another_from_the_next_ticket_on(stall, three_for_two):
    assert stall.sell(line(stall.cola, 4)).total == 900
    with stall.do() as session:
        draft = promotion_of(session, three_for_two).draft
        save_promotion(session, replace(draft, count=2, goods=()))
    assert stall.sell(line(stall.cola, 4)).total == 600


@pytest.mark.parametrize(
    ("kind", "terms", "words"),
    [
        (Kind.SPECIAL, {}, "没有商品"),
        (Kind.PERCENT, {"rate": 0}, "打几折"),
        (Kind.N_PRICE, {"count": 1, "amount": 100}, "至少 2 件"),
        (Kind.NTH, {"count": 2, "free": 2, "rate": ONE}, "小于每组件数"),
        (Kind.BUNDLE, {"amount": 100}, "至少要两样"),
        (Kind.GIFT, {"count": 1}, "送什么"),
        (Kind.THRESHOLD, {"least": 100, "amount": 200}, "减的比满的还多"),
        (Kind.THRESHOLD, {"least": 100}, "写一样"),
        (Kind.PERCENT, {"rate": 100, "weekdays": 0}, "星期几"),
        (Kind.PERCENT, {"rate": 100, "who": Who.LEVELS}, "会员级别"),
        (Kind.PERCENT, {"rate": 100, "from_minute": 5, "to_minute": 5}, "时段"),
        (Kind.PERCENT, {"rate": 100, "from_day": TODAY, "to_day": TODAY.replace(day=1)}, "早于"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused_in_a_sentence(stall, kind, terms, words):
    with pytest.raises(InvalidInput, match=words):
        stall.promote(kind, **terms)


def test_a_promotion_as_data_reads_back_the_same(stall):
    data = {
        "name": "晚市可乐", "kind": "nth", "from_day": "2026-11-01", "to_day": "2026-12-31", "weekdays": [5, 6],
        "month_days": [8, 18], "hours": ["18:00", "21:30"], "count": 2, "free": 1, "rate": "0.5",
        "goods": [{"product": "COLA"}], "priority": 2,
    }  # fmt: skip
    with stall.do() as session:
        own = save_promotion(session, promotion_from(session, data))
        told = promotion_as_data(session, promotion_of(session, own))
        assert {name: told[name] for name in data if name != "goods"} == {
            name: value for name, value in data.items() if name != "goods"
        }
        assert told["goods"] == [{"product": "COLA", "quantity": "1"}]
        told.pop("disabled")
        assert save_promotion(session, promotion_from(session, told)) == own
        assert len(promotions(session)) == 1


# --- what they did ---


def effect(stall, actor=None):
    with stall.database.reading(actor or stall.owner) as session:
        result = run_report(session, find_report(REPORTS, "promotion_effect"), filters={})
        names = [column.id for column in result.columns]
        return [dict(zip(names, row.cells, strict=True)) for row in result.data]


def test_the_report_says_what_a_promotion_took_off_and_what_its_goods_earned(stall, three_for_two):
    sale = stall.sell(line(stall.cola, 3), line(stall.rice, 1))
    again = stall.sell(line(stall.cola, 6))
    with stall.do() as session:
        take_back(session, stall.shift, sale.number, (1, "1"))
    [row] = effect(stall)
    assert (row["key"], row["name"], row["documents"]) == ("CX001", "可乐买二送一", 2)
    assert (row["reduced"], row["amount_incl"]) == (300 + 600 - 100, 600 + 1200 - 200)
    assert row["cost_amount"] == 8 * 150
    assert row["profit"] == row["amount_excl"] - 1200
    with stall.do() as session:
        reverse_ticket(session, Reversal(again.number, "扫错"), key=new_key())
    [row] = effect(stall)
    assert (row["documents"], row["reduced"], row["amount_incl"]) == (1, 200, 400)
    [row] = effect(stall, without(stall.owner, "field.cost_price"))
    assert "profit" not in row

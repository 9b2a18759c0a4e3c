"""A price change is approved, waits for its day, takes effect once, and leaves every old price on record."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.orm import Session

from jxc_desktop.catalog.queries import product_draft
from jxc_desktop.catalog.queries.till import product_by_barcode
from jxc_desktop.catalog.services import save_product
from jxc_desktop.core.clock import Clock, fixed_clock
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, InvalidInput, Refused, UserError
from jxc_desktop.features import INVARIANTS
from jxc_desktop.pricing.changes import (
    FEN,
    PriceChangeDraft,
    PriceChangeLine,
    by_rate,
    change_of,
    margin_of,
    to_tail,
)
from jxc_desktop.pricing.minimum import RIGHT
from jxc_desktop.pricing.partner_prices import PartnerPriceDraft, promise_price
from jxc_desktop.pricing.queries import goods_to_reprice
from jxc_desktop.pricing.services import (
    apply_due_price_changes,
    approve_price_change,
    price_changes_due,
    void_price_change,
)
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.shop.settings import change_setting
from tests.conftest import actor_with
from tests.pricing.conftest import Counter, without
from tests.shopkeeping import DAY, a_product, price


def change(session: Session, *lines: PriceChangeLine, on: date = DAY, **more: object) -> Posted:
    draft = PriceChangeDraft(DAY, on, lines, **more)  # type: ignore[arg-type]
    return approve_price_change(session, draft, key=new_key())


def asked(session: Session) -> int | None:
    return product_by_barcode(session, "6901234567892").price


def history(session: Session) -> list[tuple[object, ...]]:
    rows = session.execute(
        text("SELECT level, unit, old, new, source FROM price_history ORDER BY id")
    )
    return [tuple(row) for row in rows]


def state(session: Session, number: str) -> str:
    query = text("SELECT state FROM price_change WHERE number = :number")
    return str(session.execute(query, {"number": number}).scalar_one())


class Later:
    """The same shop on another day."""

    def __init__(self, counter: Counter, days: int) -> None:
        day = DAY + timedelta(days)
        self.clock: Clock = fixed_clock(day.year, day.month, day.day)
        self.database = Database(
            counter.database.url.render_as_string(hide_password=False), clock=self.clock
        )
        self.owner = counter.owner

    def __enter__(self) -> Session:
        self._transaction = self.database.transaction(self.owner)
        return self._transaction.__enter__()

    def __exit__(self, *error: object) -> None:
        self._transaction.__exit__(*error)
        self.database.close()


def test_a_change_for_today_is_in_force_at_once(work: Session, counter: Counter) -> None:
    posted = change(work, PriceChangeLine(counter.cola, price("3.50")))
    assert (posted.number, state(work, posted.number)) == ("TJ202611200001", "posted")
    assert asked(work) == price("3.50")
    assert history(work) == [("retail", "", price(3), price("3.50"), posted.number)]


def test_a_change_of_many_prices_asks_no_more_than_one_of_few(
    database: Database, owner: Actor
) -> None:
    asked: list[str] = []

    def questions(session: Session, products: list[int]) -> int:
        asked.clear()
        change(session, *(PriceChangeLine(product, price(7)) for product in products))
        goods_to_reprice(session, products)
        return sum(text.startswith("SELECT") for text in asked)

    with database.transaction(owner) as session:
        products = [a_product(session, f"X{number}") for number in range(32)]
        session.connection().connection.driver_connection.set_trace_callback(asked.append)
        questions(session, products[:1])  # settings and the series are read once
        assert questions(session, products[1:3]) == questions(session, products[3:])
        session.connection().connection.driver_connection.set_trace_callback(None)


def test_a_change_for_later_waits_for_its_day_and_happens_once(counter: Counter) -> None:
    with counter.database.transaction(counter.owner) as session:
        posted = change(
            session,
            PriceChangeLine(counter.cola, price("3.50")),
            PriceChangeLine(counter.cola, price(70), unit="箱"),
            PriceChangeLine(counter.cola, price("2.60"), "wholesale"),
            on=DAY + timedelta(3),
        )
        assert not price_changes_due(session)
        assert apply_due_price_changes(session) == 0
        assert (asked(session), state(session, posted.number)) == (price(3), "approved")
    with Later(counter, 4) as session:
        assert price_changes_due(session)
        assert apply_due_price_changes(session) == 1
        assert apply_due_price_changes(session) == 0
        assert not price_changes_due(session)
        assert (asked(session), state(session, posted.number)) == (price("3.50"), "posted")
        assert history(session) == [
            ("retail", "", price(3), price("3.50"), posted.number),
            ("retail", "箱", None, price(70), posted.number),
            ("wholesale", "", price("2.50"), price("2.60"), posted.number),
        ]
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []


def test_changes_take_effect_in_the_order_of_their_days(counter: Counter) -> None:
    with counter.database.transaction(counter.owner) as session:
        change(session, PriceChangeLine(counter.cola, price(5)), on=DAY + timedelta(2))
        change(session, PriceChangeLine(counter.cola, price(4)), on=DAY + timedelta(1))
    with Later(counter, 9) as session:
        assert apply_due_price_changes(session) == 2
        assert asked(session) == price(5)


def test_before_its_day_a_change_can_be_voided_and_after_it_no_more(counter: Counter) -> None:
    with counter.database.transaction(counter.owner) as session:
        later = change(session, PriceChangeLine(counter.cola, price(5)), on=DAY + timedelta(2))
        with pytest.raises(InvalidInput, match="作废要写原因"):
            void_price_change(session, later.number, " ")
        void_price_change(session, later.number, "写错了")
        with pytest.raises(Refused, match="已作废"):
            void_price_change(session, later.number, "写错了")
        now = change(session, PriceChangeLine(counter.cola, price(4)))
        with pytest.raises(Refused, match="已过账"):
            void_price_change(session, now.number, "写错了")
    with Later(counter, 9) as session:
        assert apply_due_price_changes(session) == 0
        assert asked(session) == price(4)


def test_a_new_lowest_price_may_come_with_the_new_price(work: Session, counter: Counter) -> None:
    with pytest.raises(Refused, match=r"第 1 行：商品COLA 的新价低于最低售价 2\.00") as refused:
        change(work, PriceChangeLine(counter.cola, price("1.80")))
    assert refused.value.field == "lines[0].price"
    lines = (
        PriceChangeLine(counter.cola, price("1.80")),
        PriceChangeLine(counter.cola, price("1.50"), "min"),
    )
    change(work, *lines)
    assert (asked(work), product_draft(work, counter.cola).min_price) == (
        price("1.80"),
        price("1.50"),
    )


def test_the_lowest_price_rises_above_no_level_and_no_unit(work: Session, counter: Counter) -> None:
    """Cola: retail 3.00, wholesale 2.50; a box of 24 gets a price of its own."""
    with pytest.raises(
        Refused, match=r"最低售价高于批发价 2\.50/瓶。改低，或同时调批发价"
    ) as refused:
        change(work, PriceChangeLine(counter.cola, price("2.60"), "min"))
    assert refused.value.field == "lines[0].price"
    change(work, PriceChangeLine(counter.cola, price(60), unit="箱"))
    lines = (
        PriceChangeLine(counter.cola, price("2.60"), "min"),
        PriceChangeLine(counter.cola, price("2.70"), "wholesale"),
    )
    with pytest.raises(Refused, match=r"最低售价高于零售价 60\.00/箱"):
        change(work, *lines)
    change(work, *lines, PriceChangeLine(counter.cola, price(63), unit="箱"))
    assert product_draft(work, counter.cola).min_price == price("2.60")


def test_a_list_without_tax_is_compared_with_tax(work: Session, counter: Counter) -> None:
    """A small taxpayer's 1 %: 1.99 without tax brings 2.01."""
    change_setting(work, "sale_price_includes_tax", False)
    change(work, PriceChangeLine(counter.cola, price("1.99")))
    with pytest.raises(Refused, match="新价低于最低售价"):
        change(work, PriceChangeLine(counter.cola, price("1.98")))


def test_promises_below_a_new_lowest_price_want_the_right_to_sell_below_it(
    counter: Counter,
) -> None:
    clerk = without(counter.owner, RIGHT)
    day = DAY + timedelta(3)
    with counter.database.transaction(counter.owner) as session:
        over = PartnerPriceDraft(counter.cola, price("2.10"), to_day=DAY + timedelta(2))
        promise_price(session, counter.customer, over)
        promise_price(session, counter.customer, PartnerPriceDraft(counter.tea, price(50)))
    lines = (
        PriceChangeLine(counter.cola, price("2.20"), "min"),
        PriceChangeLine(counter.tea, price("50.01"), "min"),
    )
    with counter.database.transaction(clerk) as session:
        change(session, lines[0], on=day)
        with pytest.raises(
            Forbidden, match=r"第 1 行：客户C01 的 商品TEA 客户价 50\.00"
        ) as refused:
            change(session, lines[1], on=day)
    assert (refused.value.field, refused.value.lendable) == ("lines[0].price", RIGHT)
    with counter.database.transaction(counter.owner) as session:
        assert change(session, lines[1]).number


@pytest.mark.parametrize(
    ("lines", "on", "sentence"),
    [
        ((), DAY, "没有一行商品"),
        ((PriceChangeLine(1, price(4)),), DAY - timedelta(1), "生效日不能早于调价单的日期"),
        ((PriceChangeLine(1, price(3)),), DAY, "第 1 行：商品COLA 的新价和原价一样"),
        ((PriceChangeLine(1, price(3), unit="瓶"),), DAY, "新价和原价一样"),
        (
            (PriceChangeLine(1, price(9)), PriceChangeLine(1, price(8))),
            DAY,
            "第 2 行：同一个价写了两次",
        ),
        ((PriceChangeLine(1, -1),), DAY, "新价要在 0"),
        ((PriceChangeLine(1, 1, "vip"),), DAY, "没有这个价格等级"),
        ((PriceChangeLine(1, 1, "min", "箱"),), DAY, "按基本单位"),
        ((PriceChangeLine(1, price(4), "min"),), DAY, "高于零售价"),
        ((PriceChangeLine(1, 1, unit="罐"),), DAY, "没有单位"),
        ((PriceChangeLine(77, 1),), DAY, "不存在"),
    ],
)
def test_a_wrong_change_is_refused_whole(
    counter: Counter, lines: tuple[PriceChangeLine, ...], on: date, sentence: str
) -> None:
    with counter.database.transaction(counter.owner) as session:
        with pytest.raises(UserError, match=sentence):
            change(session, *lines, on=on)
        assert session.execute(text("SELECT count(*) FROM price_change")).scalar_one() == 0


def test_a_repeat_changes_once(work: Session, counter: Counter) -> None:
    draft = PriceChangeDraft(DAY, DAY, (PriceChangeLine(counter.cola, price(4)),))
    key = new_key()
    first = approve_price_change(work, draft, key=key)
    again = approve_price_change(work, draft, key=key)
    assert (again.number, again.repeated) == (first.number, True)
    assert len(history(work)) == 1


def test_who_may_not_approve_changes_no_price(counter: Counter) -> None:
    with counter.database.transaction(actor_with("buyer")) as session:
        with pytest.raises(Forbidden, match="审核调价单"):
            change(session, PriceChangeLine(counter.cola, price(4)))
        with pytest.raises(Forbidden):
            void_price_change(session, "TJ1", "x")


def test_prices_changed_on_the_card_leave_the_same_trace(work: Session, counter: Counter) -> None:
    card = product_draft(work, counter.cola)
    save_product(work, replace(card, retail_price=price(4), min_price=None))
    assert history(work) == [
        ("min", "", price(2), None, ""),
        ("retail", "", price(3), price(4), ""),
    ]


def test_an_approved_change_cannot_be_tampered_with(counter: Counter) -> None:
    with counter.database.transaction(counter.owner) as session:
        change(session, PriceChangeLine(counter.cola, price(5)), on=DAY + timedelta(2))
    for statement in (
        "UPDATE price_change SET effective_day = '2027-01-01'",
        "UPDATE price_change SET state = 'draft'",
        "UPDATE price_change_line SET price = 1",
        "DELETE FROM price_change_line",
        "DELETE FROM price_change",
    ):
        with (
            pytest.raises(Exception, match="guard"),
            counter.database.transaction(counter.owner) as session,
        ):
            session.execute(text(statement))


# --- filling prices in -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "rate", "new"),
    [("10.00", 1000, "11.00"), ("9.99", 333, "10.32"), ("10.00", -10000, "0"), ("3", -500, "2.85")],
)
def test_a_price_grows_by_per_cent_to_whole_fen(old: str, rate: int, new: str) -> None:
    assert by_rate(price(old), rate) == price(new)


@pytest.mark.parametrize(
    ("before", "tail", "after"),
    [
        ("12.34", "9", "11.90"), ("12.45", "9", "12.90"), ("12.40", "9", "12.90"),
        ("12.34", "99", "11.99"), ("12.50", "99", "12.99"), ("12.34", "0", "12.00"),
        ("12.50", "0", "13.00"), ("12.34", "5", "12.50"), ("12.24", "5", "12.00"),
        ("0.10", "9", "0.90"), ("0.10", "0", "1.00"), ("0.10", "99", "0.99"),
    ],
)  # fmt: skip
def test_a_price_goes_to_the_nearest_with_its_tail(before: str, tail: str, after: str) -> None:
    assert to_tail(price(before), tail) == price(after)


@given(st.integers(0, 10**12), st.sampled_from(["0", "5", "9", "90", "99"]))
def test_tails_are_fixed_points_never_free_and_near(before: int, tail: str) -> None:
    after = to_tail(before, tail)
    assert after > 0
    assert to_tail(after, tail) == after
    assert after % FEN == 0
    assert abs(after - before) <= 10**6


def test_a_tail_that_is_none_is_refused() -> None:
    with pytest.raises(InvalidInput, match="尾数"):
        to_tail(1, "7")


def test_change_and_margin_in_tenths_of_a_thousandth() -> None:
    assert change_of(price(10), price(11)) == 1000
    assert change_of(None, price(11)) is change_of(0, 1) is None
    assert margin_of(price(10), price(6), lambda p: p) == 4000
    assert margin_of(price(10), None, lambda p: p) is None
    assert margin_of(0, price(6), lambda p: p) is None

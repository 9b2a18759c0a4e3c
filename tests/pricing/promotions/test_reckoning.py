"""What baskets get of promotions: each kind worked by hand, and the best dealing against every dealing there is."""

from datetime import date
from itertools import product
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.core.numbers import ONE
from jxc_desktop.pricing.promotions.kinds import shares_of
from jxc_desktop.pricing.promotions.offer import Basket, BasketLine, Moment, Offer, Part
from jxc_desktop.pricing.promotions.reckoning import reckon
from jxc_desktop.pricing.promotions.terms import Kind, Who

PIECE = 10**4
FRIDAY = date(2026, 11, 27)
COLA, TEA, CHIPS, RICE = 1, 2, 3, 4


def bought(product_id, pieces, each, *, by_hand=False):
    """`pieces` of a product at `each` fen."""
    return BasketLine(product_id, pieces * PIECE, pieces * each, by_hand)


def basket(*lines, minute=600, day=FRIDAY, level=None, called=()):
    return Basket(lines, Moment(day, minute), level, frozenset(called))


def offer(kind, own_id=1, goods=None, **terms):
    parts = (Part(None),) if goods is None else (Part(frozenset(goods)),)
    return Offer(own_id, f"P{own_id}", kind, FRIDAY, goods=parts, **terms)


def offs(offers, of):
    outcome = reckon(offers, of)
    return [outcome.off(place) for place in range(len(of.lines))]


def special(*prices, own_id=1, **terms):
    parts = tuple(Part(frozenset({p}), PIECE, fen * PIECE) for p, fen in prices)
    return Offer(own_id, f"P{own_id}", Kind.SPECIAL, FRIDAY, goods=parts, **terms)


def test_a_special_price_is_taken_where_it_is_less():
    cheap = special((COLA, 250), (TEA, 900))
    assert offs([cheap], basket(bought(COLA, 3, 300), bought(TEA, 1, 800))) == [150, 0]


def test_88_zhe_takes_twelve_per_cent_off_each_line():
    twelve = offer(Kind.PERCENT, goods=[COLA], rate=1200)
    assert offs([twelve], basket(bought(COLA, 1, 999), bought(TEA, 1, 800))) == [120, 0]


def test_three_for_ten_yuan_takes_the_dearest_groups_and_spreads_what_is_saved():
    ten = offer(Kind.N_PRICE, goods=[COLA, TEA], count=3, amount=1000)
    assert offs([ten], basket(bought(COLA, 3, 400))) == [200]
    # 5.00 + 5.00 + 4.00 for 10.00; the second 4.00 stands alone
    assert offs([ten], basket(bought(COLA, 2, 400), bought(TEA, 2, 500))) == [114, 286]
    assert offs([ten], basket(bought(COLA, 3, 300))) == [0]


def test_buy_two_get_one_is_spread_over_all_three():
    gift = offer(Kind.NTH, goods=[COLA], count=3, free=1, rate=ONE)
    assert offs([gift], basket(bought(COLA, 3, 300))) == [300]
    assert offs([gift], basket(bought(COLA, 8, 300))) == [600]
    mixed = offer(Kind.NTH, goods=[COLA, TEA], count=3, free=1, rate=ONE)
    # 5.00, 5.00 and the cheapest, 2.00, free
    assert offs([mixed], basket(bought(COLA, 1, 200), bought(TEA, 2, 500))) == [33, 167]


def test_the_second_at_half_price():
    half = offer(Kind.NTH, goods=[COLA], count=2, free=1, rate=5000)
    assert offs([half], basket(bought(COLA, 1, 350))) == [0]
    assert offs([half], basket(bought(COLA, 2, 350))) == [175]
    assert offs([half], basket(bought(COLA, 5, 350))) == [350]


def test_a_bundle_costs_its_price_as_often_as_it_is_whole():
    parts = (Part(frozenset({COLA}), 2 * PIECE), Part(frozenset({CHIPS})))
    meal = Offer(1, "P1", Kind.BUNDLE, FRIDAY, amount=900, goods=parts)
    # 2 × 3.00 + 5.00 = 11.00 for 9.00, twice; one cola more at its price
    assert offs([meal], basket(bought(COLA, 5, 300), bought(CHIPS, 2, 500))) == [218, 182]
    assert offs([meal], basket(bought(COLA, 1, 300), bought(CHIPS, 2, 500))) == [0, 0]


def test_gifts_cost_nothing_and_what_they_are_worth_lies_on_all_that_earned_them():
    gifts = (Part(frozenset({CHIPS})),)
    given = Offer(
        1, "P1", Kind.GIFT, FRIDAY, least=2000, goods=(Part(frozenset({RICE})),), gifts=gifts
    )
    assert offs([given], basket(bought(RICE, 1, 4500), bought(CHIPS, 2, 500))) == [450, 50]
    assert offs([given], basket(bought(RICE, 1, 1900), bought(CHIPS, 1, 500))) == [0, 0]
    each = Offer(
        1,
        "P1",
        Kind.GIFT,
        FRIDAY,
        count=2,
        each=True,
        goods=(Part(frozenset({RICE})),),
        gifts=gifts,
    )
    assert sum(offs([each], basket(bought(RICE, 4, 4500), bought(CHIPS, 3, 500)))) == 1000


def test_a_threshold_looks_at_what_the_goods_came_to():
    hundred = offer(Kind.THRESHOLD, 2, least=10000, amount=2000)
    tenth = offer(Kind.PERCENT, 1, goods=[RICE], rate=1000)
    assert offs([hundred], basket(bought(RICE, 1, 10000))) == [2000]
    assert offs([hundred, tenth], basket(bought(RICE, 1, 11000))) == [1100]
    assert offs([hundred, tenth], basket(bought(RICE, 1, 12000))) == [1200 + 2000]


def test_every_threshold_counts_and_a_rate_takes_a_part():
    every = offer(Kind.THRESHOLD, least=5000, amount=500, each=True)
    assert offs([every], basket(bought(RICE, 1, 12000), bought(COLA, 1, 3000))) == [1200, 300]
    rate = offer(Kind.THRESHOLD, least=5000, rate=1000)
    assert offs([rate], basket(bought(RICE, 1, 12000))) == [1200]


def test_ticket_promotions_that_go_together_do_and_the_better_choice_wins():
    one = offer(Kind.THRESHOLD, 1, least=5000, amount=500, stacks=True)
    two = offer(Kind.THRESHOLD, 2, least=5000, amount=600, stacks=True)
    alone = offer(Kind.THRESHOLD, 3, least=5000, amount=1000)
    rice = basket(bought(RICE, 1, 6000))
    assert [t.promotion_id for t in reckon([one, two, alone], rice).taken] == [1, 2]
    assert [t.promotion_id for t in reckon([one, alone], rice).taken] == [3]
    first = offer(Kind.THRESHOLD, 4, least=5000, amount=100, priority=5)
    assert [t.promotion_id for t in reckon([one, two, alone, first], rice).taken] == [4]


def test_a_typed_price_takes_the_line_out():
    tenth = offer(Kind.PERCENT, rate=1000)
    assert offs([tenth], basket(bought(RICE, 1, 5000, by_hand=True), bought(RICE, 1, 5000))) == [
        0,
        500,
    ]
    hundred = offer(Kind.THRESHOLD, least=10000, amount=2000)
    assert offs([hundred], basket(bought(RICE, 1, 5000, by_hand=True), bought(RICE, 1, 9000))) == [
        0,
        0,
    ]


def test_what_was_weighed_has_no_pieces_but_a_price():
    apples = BasketLine(RICE, 12345, 1230)
    pair = offer(Kind.NTH, count=2, free=1, rate=5000)
    assert offs([pair], basket(apples)) == [0]
    assert offs([special((RICE, 800))], basket(apples)) == [1230 - 988]


@pytest.mark.parametrize(
    ("terms", "minute", "day", "level", "holds"),
    [
        ({"weekdays": 1 << 4}, 600, FRIDAY, None, True),
        ({"weekdays": 0b11}, 600, FRIDAY, None, False),
        ({"month_days": 1 << 26}, 600, FRIDAY, None, True),
        ({"month_days": 1 << 7}, 600, FRIDAY, None, False),
        ({"from_minute": 600, "to_minute": 660}, 600, FRIDAY, None, True),
        ({"from_minute": 600, "to_minute": 660}, 660, FRIDAY, None, False),
        ({"from_minute": 1320, "to_minute": 120}, 60, FRIDAY, None, True),
        ({"from_minute": 1320, "to_minute": 120}, 600, FRIDAY, None, False),
        ({"to_day": FRIDAY}, 600, date(2026, 11, 28), None, False),
        ({}, 600, date(2026, 11, 26), None, False),
        ({"who": Who.MEMBERS}, 600, FRIDAY, None, False),
        ({"who": Who.MEMBERS}, 600, FRIDAY, 7, True),
        ({"who": Who.LEVELS, "levels": frozenset({7})}, 600, FRIDAY, 7, True),
        ({"who": Who.LEVELS, "levels": frozenset({7})}, 600, FRIDAY, 8, False),
    ],
)  # fmt: skip
def test_it_holds_in_its_days_hours_and_for_whom(terms, minute, day, level, holds):
    tenth = offer(Kind.PERCENT, rate=1000, **terms)
    off = offs([tenth], basket(bought(RICE, 1, 1000), minute=minute, day=day, level=level))
    assert off == [100 if holds else 0]


def test_a_coupon_calls_its_promotion_and_nobody_else_gets_it():
    five = offer(Kind.THRESHOLD, 9, least=2000, amount=500, coupon=True)
    assert offs([five], basket(bought(RICE, 1, 3000))) == [0]
    assert offs([five], basket(bought(RICE, 1, 3000), called={9})) == [500]


def test_a_higher_priority_goes_first_even_where_it_gives_less():
    small = offer(Kind.PERCENT, 1, rate=500, priority=1)
    big = offer(Kind.PERCENT, 2, rate=2000)
    assert offs([big, small], basket(bought(RICE, 1, 1000))) == [50]


OFFERS = st.one_of(
    st.builds(lambda goods, rate: (Kind.PERCENT, goods, {"rate": rate}),
              st.sets(st.integers(1, 4), min_size=1), st.sampled_from([500, 1000, 3000])),
    st.builds(lambda goods, n, m: (Kind.N_PRICE, goods, {"count": n, "amount": m}),
              st.sets(st.integers(1, 4), min_size=1), st.integers(2, 4), st.integers(1, 15).map(lambda y: y * 100)),
    st.builds(lambda goods, n, rate: (Kind.NTH, goods, {"count": n, "free": 1, "rate": rate}),
              st.sets(st.integers(1, 4), min_size=1), st.integers(2, 4), st.sampled_from([5000, ONE])),
)  # fmt: skip
LINES = st.builds(
    bought, st.integers(1, 4), st.integers(1, 4), st.integers(1, 9).map(lambda yuan: yuan * 100)
)


def least_to_pay(offers, lines):
    """Every line in every promotion that takes it or in none: the most that can be saved."""
    ways = [[None, *(o for o in offers if o.takes(line.product_id))] for line in lines]
    most = 0
    for way in product(*ways):
        saved = 0
        for each in offers:
            mine = {p: line for p, line in enumerate(lines) if way[p] is each}
            saved += sum(shares_of(each, mine).values()) if mine else 0
        most = max(most, saved)
    return most


@given(st.lists(OFFERS, min_size=1, max_size=3), st.lists(LINES, min_size=1, max_size=5))
def test_the_best_dealing_is_the_best_there_is(kinds, lines):
    offers = [offer(kind, n, goods, **terms) for n, (kind, goods, terms) in enumerate(kinds, 1)]
    outcome = reckon(offers, basket(*lines))
    assert outcome.total == least_to_pay(offers, lines)
    for place, line in enumerate(lines):
        assert 0 <= outcome.off(place) <= line.amount
    assert outcome == reckon(list(reversed(offers)), basket(*lines))


@given(st.lists(LINES, min_size=1, max_size=6), st.integers(2, 4), st.integers(1, 2))
def test_buy_n_get_m_equals_its_pieces_one_by_one(lines, count, free):
    free = min(free, count - 1)
    pieces = sorted(
        (x.amount // (x.count // PIECE) for x in lines for _ in range(x.count // PIECE)),
        reverse=True,
    )
    groups = [pieces[n : n + count] for n in range(0, len(pieces) - count + 1, count)]
    gift = offer(Kind.NTH, count=count, free=free, rate=ONE)
    assert sum(offs([gift], basket(*lines))) == sum(sum(group[count - free :]) for group in groups)


def test_a_long_ticket_is_reckoned_in_far_less_than_a_blink():
    lines = [bought(n % 20 + 1, 3, 500 + n) for n in range(60)]
    offers = [
        special(*((p, 450) for p in range(1, 6)), own_id=1),
        offer(Kind.NTH, 2, goods=range(6, 11), count=3, free=1, rate=ONE),
        offer(Kind.N_PRICE, 3, goods=range(11, 16), count=3, amount=1200),
        offer(Kind.THRESHOLD, 4, least=10000, amount=1000, each=True),
    ]
    long = basket(*lines)
    reckon(offers, long)
    began = perf_counter()
    for _ in range(10):
        reckon(offers, long)
    assert (perf_counter() - began) / 10 < 0.05


def test_more_ways_than_are_tried_still_give_the_better_of_the_plain_ones():
    lines = [bought(n % 4 + 1, 2, 100 * (n % 7 + 1)) for n in range(24)]
    tenth = offer(Kind.PERCENT, 1, rate=1000)
    half = offer(Kind.NTH, 2, count=2, free=1, rate=5000)
    whole = basket(*lines)
    best = reckon([tenth, half], whole).total
    assert best >= max(reckon([tenth], whole).total, reckon([half], whole).total)

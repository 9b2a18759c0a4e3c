"""Landed costs by every way of costing: layers, lots, warehouses, a recost over them, and an oracle of fractions."""

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.features import INVARIANTS
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.purchase.landed import LandedDraft
from jxc_desktop.purchase.landed_costs import post_landed_cost, reverse_landed_cost
from jxc_desktop.purchase.queries import landed_cost_view
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.settings import put_setting
from jxc_desktop.stock.lot_drafts import LotShare
from jxc_desktop.stock.queries import cost_sheet
from jxc_desktop.stock.rebuild import rebuild_stock
from jxc_desktop.stock.recosts import RecostDraft, post_recost
from tests.shopkeeping import (
    DAY,
    a_customer,
    a_product,
    a_supplier,
    deliver,
    fen,
    legs,
    line,
    pieces,
    pool,
    receive,
)


@pytest.fixture
def session(any_database: Database, owner: Actor) -> Iterator[Session]:
    with any_database.transaction(owner) as session:
        yield session
        assert broken(session) == []


def broken(session: Session) -> list[str]:
    return [problem for rule in INVARIANTS for problem in rule.check(session)]


def land(session: Session, firm: int, *receipts: str, amount: int, **more: object) -> str:
    """A cost of `amount` fen over receipts, all of it borne by the goods."""
    own = {"invoice": "none", "price_includes_tax": True, **more}
    draft = LandedDraft(DAY, firm, receipts, amount, **own)
    return post_landed_cost(session, draft, key=new_key()).number


def layers(session: Session, product: int) -> list[tuple[int, int]]:
    rows = session.execute(
        text("SELECT l.quantity, l.value FROM cost_layer l JOIN cost_pool p ON p.id = l.pool_id "
             "WHERE p.product_id = :p ORDER BY l.seq"),
        {"p": product},
    )  # fmt: skip
    return [(quantity // 10**4, value) for quantity, value in rows]


def test_t15_by_layers_what_remains_of_the_receipt_s_own_layer_bears_it(session: Session) -> None:
    put_setting(session, "costing", "fifo")
    firm, product = a_supplier(session, invoice="none"), a_product(session)
    first = receive(session, firm, [line(product, 100, "8.00")]).number
    second = receive(session, firm, [line(product, 50, "9.00")]).number
    customer = a_customer(session)
    deliver(session, customer, [line(product, 60, "20.00")])
    number = land(session, firm, first, second, amount=fen("90.00"), basis="quantity")
    assert [(x.amount, x.to_stock) for x in landed_cost_view(session, number).lines] == [
        (fen("60.00"), fen("24.00")), (fen("30.00"), fen("30.00")),
    ]  # fmt: skip
    assert layers(session, product) == [(40, fen("344.00")), (50, fen("480.00"))]
    deliver(session, customer, [line(product, 40, "20.00")])
    assert layers(session, product) == [(50, fen("480.00"))]
    reverse_landed_cost(session, Reversal(number, "记错了"), key=new_key())
    assert layers(session, product) == [(50, fen("450.00"))]


def test_each_lot_bears_it_by_its_quantity_and_what_of_it_still_lies_there(
    session: Session,
) -> None:
    milk, firm = a_product(session, tracking="lot"), a_supplier(session, invoice="none")
    lots = (LotShare("A", pieces(4)), LotShare("B", pieces(6)))
    came = receive(session, firm, [line(milk, 10, "2.00", lots=lots)]).number
    gone = (LotShare("A", pieces(2)),)
    deliver(session, a_customer(session), [line(milk, 2, "9.00", lots=gone)])
    land(session, firm, came, amount=fen("10.00"))
    rows = session.execute(
        text("SELECT l.code, p.value FROM cost_pool p JOIN lot l ON l.id = p.lot_id ORDER BY l.code")
    )  # fmt: skip
    assert [tuple(row) for row in rows] == [("A", fen("6.00")), ("B", fen("18.00"))]


def test_a_recost_over_a_landed_cost_keeps_what_it_did(session: Session) -> None:
    firm, product = a_supplier(session, invoice="none"), a_product(session)
    customer = a_customer(session)
    came = receive(session, firm, [line(product, 100, "8.00")], day=date(2026, 11, 1)).number
    sold = deliver(session, customer, [line(product, 60, "20.00")], day=date(2026, 11, 5)).number
    number = land(session, firm, came, amount=fen("60.00"))
    receive(session, firm, [line(product, 100, "10.00")], day=date(2026, 11, 3))
    assert pool(session, product) == (pieces(140), fen("1344.00"))
    draft = RecostDraft(DAY, (product,), date(2026, 11, 1))
    recost = post_recost(session, draft, key=new_key()).number
    # 1800.00 ÷ 200 × 60 = 540.00 instead of 480.00; the 24.00 of freight stay where they are.
    assert pool(session, product) == (pieces(140), fen("1284.00"))
    assert legs(session, recost) == [("5401", fen("60.00"), 0), ("1405", 0, fen("60.00"))]
    changed = session.execute(text("SELECT DISTINCT source FROM recost_line")).scalars().all()
    assert changed == [sold]
    assert landed_cost_view(session, number).lines[0].to_stock == fen("24.00")
    reverse_landed_cost(session, Reversal(number, "不对"), key=new_key())
    assert pool(session, product) == (pieces(140), fen("1260.00"))


def test_the_cost_sheet_tells_what_freight_did_to_the_goods_that_lie_there(
    session: Session,
) -> None:
    firm, product = a_supplier(session, invoice="none"), a_product(session)
    came = receive(session, firm, [line(product, 100, "8.00")]).number
    deliver(session, a_customer(session), [line(product, 60, "20.00")])
    number = land(session, firm, came, amount=fen("60.00"))
    for asked in (None, product):
        rows = cost_sheet(session, number, asked).rows
        assert [(row.words, row.amount) for row in rows[:4]] == [
            ("1. 商品A：成本补差", fen("24.00")),
            ("库里 40 个 值 320.00，以后值 344.00", None),
            ("344.00 ÷ 40 个 = 8.60", None),
            ("之前：2026-11-20 出库 60 个", -fen("480.00")),
        ]


def test_the_caches_rebuilt_from_the_journal_are_the_same(session: Session) -> None:
    firm, product = a_supplier(session, invoice="none"), a_product(session)
    came = receive(session, firm, [line(product, 3, "10.00")]).number
    land(session, firm, came, amount=fen("1.00"))
    before = pool(session, product)
    rebuild_stock(session)
    assert pool(session, product) == before == (pieces(3), fen("31.00"))


def spread_of(total: int, weights: list[Fraction]) -> list[int]:
    """Largest remainder by fractions, ties to the first."""
    exact = [total * weight / sum(weights) for weight in weights]
    whole = [int(each) for each in exact]
    by_rest = sorted(range(len(exact)), key=lambda i: (whole[i] - exact[i], i))
    for place in by_rest[: total - sum(whole)]:
        whole[place] += 1
    return whole


def half_up(exact: Fraction) -> int:
    return int(exact + Fraction(1, 2))


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_whatever_is_spread_every_fen_is_the_oracle_s(
    new_shop: Callable[..., Database], owner: Actor, data: st.DataObject
) -> None:
    def choose(least: int, most: int) -> int:
        return data.draw(st.integers(least, most))

    with new_shop().transaction(owner) as session:
        firm, customer = a_supplier(session, invoice="none"), a_customer(session)
        goods = [
            a_product(session, code, weight=choose(1, 9**6), volume=choose(1, 9**6))
            for code in "ABC"
        ]
        sizes = {
            row[0]: (row[1], row[2])
            for row in session.execute(text("SELECT id, weight, volume FROM product"))
        }
        receipts: list[list[tuple[int, int, int]]] = [
            [(goods[choose(0, 2)], choose(1, 50), choose(1, 9999)) for _ in range(choose(1, 4))]
            for _ in range(choose(1, 2))
        ]
        numbers = [
            receive(
                session,
                firm,
                [line(product, many, f"{each / 100}") for product, many, each in lines],
            ).number
            for lines in receipts
        ]
        lines = [line_ for lines_ in receipts for line_ in lines_]
        came = {p: sum(many for product, many, _ in lines if product == p) for p in goods}
        left = {p: came[p] for p in goods}
        for product in goods:
            if came[product] and (sold := choose(0, came[product])):
                deliver(session, customer, [line(product, sold, "99")])
                left[product] -= sold
        before = {p: pool(session, p)[1] for p in goods if came[p]}
        cost = choose(1, 10**6)
        basis = ("amount", "quantity", "weight", "volume")[choose(0, 3)]
        weigh = {
            "amount": lambda p, many, each: many * each,
            "quantity": lambda p, many, each: many,
            "weight": lambda p, many, each: many * sizes[p][0],
            "volume": lambda p, many, each: many * sizes[p][1],
        }[basis]
        number = land(session, firm, *numbers, amount=cost, basis=basis)
        shares = spread_of(cost, [Fraction(weigh(*each)) for each in lines])
        stock = [
            half_up(Fraction(share * left[product], came[product]))
            for (product, _many, _each), share in zip(lines, shares, strict=True)
        ]
        told = landed_cost_view(session, number).lines
        assert [(x.amount, x.to_stock) for x in told] == list(zip(shares, stock, strict=True))
        after = {p: pool(session, p)[1] - before[p] for p in before}
        assert sum(after.values()) == sum(stock)
        assert broken(session) == []
        reverse_landed_cost(session, Reversal(number, "不对"), key=new_key())
        assert {p: pool(session, p)[1] for p in before} == before
        assert broken(session) == []

"""Goods moved between warehouses: no entry where cost is the company's, the same worth where it is each warehouse's."""

from collections.abc import Callable, Iterator
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Refused, UserError
from jxc_desktop.features import INVARIANTS
from jxc_desktop.intake.documents import post_document
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.safety.recorded import as_data
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.shop.settings import change_setting, put_setting
from jxc_desktop.stock.models import CostPool, Move, Warehouse
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.queries import levels_of
from jxc_desktop.stock.trade import ListFilter
from jxc_desktop.stock.transfer_views import stock_transfer_list, stock_transfer_view
from jxc_desktop.stock.transfers import (
    TransferDraft,
    post_stock_transfer,
    reverse_stock_transfer,
)
from tests.shopkeeping import (
    DAY,
    MAIN,
    a_customer,
    a_product,
    a_supplier,
    balances,
    deliver,
    fen,
    legs,
    line,
    pieces,
    receive,
)


@pytest.fixture(params=["company", "warehouse"])
def scope(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def session(
    new_shop: Callable[..., Database], dialect: str, scope: str, owner: Actor
) -> Iterator[Session]:
    """A shop of either scope on either database, with an east warehouse; sound at the end."""
    with new_shop("small", dialect).transaction(owner) as session:
        put_setting(session, "cost_scope", scope)
        session.add(Warehouse(code="EAST", name="东库"))
        session.flush()
        yield session
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []


def east(session: Session) -> int:
    return session.scalars(select(Warehouse.id).where(Warehouse.code == "EAST")).one()


def carry(session: Session, *lines: LineDraft, back: bool = False) -> Posted:
    places = (east(session), MAIN) if back else (MAIN, east(session))
    return post_stock_transfer(session, TransferDraft(DAY, *places, lines), key=new_key())


def there(session: Session, product: int) -> dict[str, int]:
    return {x.warehouse: x.quantity for x in levels_of(session, product)}


def pools(session: Session, product: int) -> dict[int, tuple[int, int]]:
    rows = session.execute(
        select(CostPool.warehouse_id, CostPool.quantity, CostPool.value).where(
            CostPool.product_id == product
        )
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def pool(session: Session, product: int) -> tuple[int, int, int]:
    """Quantity, value and last known cost of a company's pool, nothing where it has none yet."""
    row = session.execute(
        select(CostPool.quantity, CostPool.value, CostPool.last_cost).where(
            CostPool.product_id == product
        )
    ).first()
    return (row[0], row[1], row[2]) if row else (0, 0, 0)


def stocked(session: Session, quantity: int, at: str) -> int:
    product = a_product(session)
    receive(session, a_supplier(session), [line(product, quantity, at)])
    return product


def test_goods_change_their_place_and_no_entry_is_made(session: Session, scope: str) -> None:
    product = stocked(session, 3, "3.333333")
    before = balances(session)
    moved = carry(session, line(product, 1))
    assert there(session, product) == {"EAST": pieces(1), "MAIN": pieces(2)}
    assert (legs(session, moved.number), balances(session)) == ([], before)
    assert moved.number == "DB202611200001"
    if scope == "company":
        assert pools(session, product) == {0: (pieces(3), fen(10))}
    else:
        assert pools(session, product) == {
            MAIN: (pieces(2), fen("6.67")), east(session): (pieces(1), fen("3.33")),
        }  # fmt: skip
    amounts = session.scalars(select(Move.amount).where(Move.source == moved.number))
    assert sorted(amounts) == [-fen("3.33"), fen("3.33")]


def test_the_last_goods_take_all_the_worth_with_them(session: Session, scope: str) -> None:
    product = stocked(session, 3, "3.333333")
    carry(session, line(product, 1))
    carry(session, line(product, 2))
    whole = {0: (pieces(3), fen(10))}
    per_place = {MAIN: (0, 0), east(session): (pieces(3), fen(10))}
    assert pools(session, product) == (whole if scope == "company" else per_place)


def test_a_case_is_moved_in_base_units(session: Session) -> None:
    product = a_product(session, "BOX", units={"箱": (12, 1)})
    receive(session, a_supplier(session), [line(product, 24, "1.00")])
    moved = carry(session, line(product, 1, unit="箱"))
    assert there(session, product) == {"EAST": pieces(12), "MAIN": pieces(12)}
    view = stock_transfer_view(session, moved.number)
    assert [(x.unit, x.quantity, x.base_quantity) for x in view.lines] == [
        ("箱", pieces(1), pieces(12))
    ]
    [row] = stock_transfer_list(session, ListFilter(text="东库"))
    assert row.partner == "总仓 → 东库"


def test_goods_moved_back_leave_all_as_it_was(session: Session) -> None:
    product = stocked(session, 7, "1.43")
    before = pools(session, product).get(0), there(session, product), balances(session)
    moved = carry(session, line(product, 3))
    reverse_stock_transfer(session, Reversal(moved.number, "调错"), key=new_key())
    after = there(session, product)
    assert {place: n for place, n in after.items() if n} == before[1]
    assert (pools(session, product).get(0), balances(session)) == (before[0], before[2])


@pytest.mark.parametrize("scope", ["company"])
def test_a_transfer_tells_a_company_s_pool_no_new_cost(session: Session) -> None:
    """What is carried is worth 0.03 by rounding; the goods' cost stays what the supplier asked."""
    product = stocked(session, 3, "0.033333")
    before = pool(session, product)
    assert before[2] == 33_333
    moved = carry(session, line(product, 1))
    assert pool(session, product) == before
    reverse_stock_transfer(session, Reversal(moved.number, "调错"), key=new_key())
    assert pool(session, product) == before


def test_wrong_transfers_are_told(session: Session) -> None:
    product, service = stocked(session, 2, "1.00"), a_product(session, "F", track_stock=False)
    same = TransferDraft(DAY, MAIN, MAIN, (line(product, 1),))
    with pytest.raises(UserError, match="调出仓和调入仓是同一个"):
        post_stock_transfer(session, same, key=new_key())
    with pytest.raises(Refused, match="总仓的 商品A 只有 2 个，这里要 3"):
        carry(session, line(product, 1), line(product, 2))
    with pytest.raises(UserError, match="第 1 行：商品F 不管库存"):
        carry(session, line(service, 1))
    with pytest.raises(UserError, match="没有一行商品"):
        carry(session)
    assert there(session, product) == {"MAIN": pieces(2)}


def test_a_reversal_is_refused_once_the_goods_were_sold(session: Session) -> None:
    product = stocked(session, 2, "1.00")
    moved = carry(session, line(product, 2))
    carry(session, line(product, 1), back=True)
    with pytest.raises(Refused, match="东库的 商品A 只有 1 个"):
        reverse_stock_transfer(session, Reversal(moved.number, "调错"), key=new_key())


def test_transfers_come_as_data_and_are_told_as_data(session: Session) -> None:
    product = stocked(session, 5, "1.00")
    data = {
        "key": "t", "type": "stock_transfer", "to_warehouse": "EAST", "remark": "补货",
        "lines": [{"product": "A", "quantity": "2"}],
    }  # fmt: skip
    told = as_data(session, "stock_transfer", post_document(session, data).number)
    assert told == {**data, "day": "2026-11-20", "from_warehouse": "MAIN", "lines": [
        {"product": "A", "quantity": "2", "unit": "个"}
    ]}  # fmt: skip
    post_document(session, {**told, "key": "u"})
    assert there(session, product) == {"EAST": pieces(4), "MAIN": pieces(1)}
    with pytest.raises(UserError, match="to_warehouse：必填"):
        post_document(session, {**data, "key": "v", "to_warehouse": ""})
    with pytest.raises(UserError, match="没有仓库编号 WEST"):
        post_document(session, {**data, "key": "v", "to_warehouse": "WEST"})


STEPS = st.tuples(
    st.sampled_from(["in", "out", "carry", "back"]), st.integers(1, 30), st.integers(1, 999)
)


@given(st.lists(STEPS, min_size=1, max_size=14))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_company_s_pool_never_notices_a_transfer_not_even_oversold(
    new_shop: Callable[..., Database], owner: Actor, steps: list[tuple[str, int, int]]
) -> None:
    with new_shop().transaction(owner) as session:
        change_setting(session, "allow_negative_stock", value=True)
        session.add(Warehouse(code="EAST", name="东库"))
        session.flush()
        product, supplier = a_product(session), a_supplier(session)
        customer = a_customer(session)
        for what, count, amount in steps:
            before = pool(session, product)
            if what == "in":
                receive(session, supplier, [line(product, count, str(amount / 100))])
            elif what == "out":
                deliver(session, customer, [line(product, count, "9.99")])
            else:
                moved = carry(session, line(product, count), back=what == "back")
                assert legs(session, moved.number) == []
                assert pool(session, product) == before
                if amount % 2:
                    reverse_stock_transfer(session, Reversal(moved.number, "调错"), key=new_key())
                    assert pool(session, product) == before
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []


@given(st.lists(STEPS, min_size=1, max_size=14))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_between_pools_of_their_own_goods_keep_the_worth_that_fractions_say(
    new_shop: Callable[..., Database], owner: Actor, steps: list[tuple[str, int, int]]
) -> None:
    with new_shop().transaction(owner) as session:
        put_setting(session, "cost_scope", "warehouse")
        session.add(Warehouse(code="EAST", name="东库"))
        session.flush()
        product, supplier = a_product(session), a_supplier(session)
        known = {MAIN: [0, 0], east(session): [0, 0]}
        for what, count, amount in steps:
            if what == "in":
                receive(session, supplier, [line(product, count, str(amount / 100))])
                known[MAIN] = [known[MAIN][0] + count, known[MAIN][1] + count * amount]
                continue
            source, target = (east(session), MAIN) if what == "back" else (MAIN, east(session))
            quantity, value = known[source]
            if what == "out" or count > quantity:
                continue
            worth = value if count == quantity else half_up(Fraction(count * value, quantity))
            carry(session, line(product, count), back=what == "back")
            known[source] = [quantity - count, value - worth]
            known[target] = [known[target][0] + count, known[target][1] + worth]
        found = pools(session, product)
        assert {place: (pieces(q), v) for place, (q, v) in known.items() if place in found} == found
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []


def half_up(value: Fraction) -> int:
    return int(value + Fraction(1, 2))

"""Buying what was sold: what a customer's order lacks, ordered of the supplier that has it."""

from threading import Thread

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, Refused
from jxc_desktop.features import INVARIANTS
from jxc_desktop.purchase.from_sales import ShortOrder, order_shortage, orders_for_shortage
from jxc_desktop.purchase.queries import purchase_order_view
from jxc_desktop.purchase.supplier_prices import SupplierPriceDraft, set_supplier_price
from jxc_desktop.sales.order_kinds import SALES_ORDER
from jxc_desktop.sales.ordering import approve_sales_order
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.stock.ordering.drafts import OrderDraft
from jxc_desktop.stock.ordering.states import close_order
from jxc_desktop.stock.priced import LineDraft
from tests.conftest import actor_with
from tests.shopkeeping import (
    DAY,
    MAIN,
    a_customer,
    a_product,
    a_supplier,
    deliver,
    line,
    pieces,
    price,
    receive,
)


def sold(session: Session, customer: int, *lines: LineDraft, **more: object) -> str:
    draft = OrderDraft(DAY, customer, MAIN, lines, **more)
    return approve_sales_order(session, draft, key=new_key()).number


def lacking(session: Session, number: str) -> dict[str, list[tuple[int, int]]]:
    """Supplier → (product, quantity) that would be ordered."""
    found = orders_for_shortage(session, number)
    return {
        each.supplier: [(row.product_id, row.quantity) for row in each.draft.lines]
        for each in found.orders
    }


def test_what_lacks_is_ordered_of_whoever_delivered_it_last(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        s1, s2, k = a_supplier(session), a_supplier(session, "S02"), a_customer(session)
        a, b, c = (a_product(session, code) for code in "ABC")
        receive(session, s1, [line(a, 10, 5), line(b, 4, 2)])
        receive(session, s2, [line(a, 10, 5)])
        number = sold(session, k, line(a, 30, 9), line(b, 5, 9), line(c, 7, 9), due_day=DAY)
        found = orders_for_shortage(session, number)
        assert [(each.product.id, each.quantity) for each in found.nobody] == [(c, pieces(7))]
        assert lacking(session, number) == {
            "供应商S01": [(b, pieces(1))], "供应商S02": [(a, pieces(10))],
        }  # fmt: skip
        key = new_key()
        posted = order_shortage(session, found.orders, key=key)
        again = order_shortage(session, found.orders, key=key)
        assert [p.number for p in again] == [p.number for p in posted]
        assert all(p.repeated for p in again)
        view = purchase_order_view(session, posted[1].number)
        assert (view.due_day, view.lines[0].price) == (DAY, price(5))
        assert lacking(session, number) == {}
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []


def test_two_who_order_the_same_shortage_order_it_once(
    any_database: Database, owner: Actor
) -> None:
    """Both windows saw the same proposal; the second presses while the first has not finished."""
    with any_database.transaction(owner) as session:
        supplier, k = a_supplier(session), a_customer(session)
        a, b = a_product(session), a_product(session, "B")
        receive(session, supplier, [line(a, 1, 5), line(b, 1, 5)])
        first = sold(session, k, line(a, 10, 9))
        second = sold(session, k, line(a, 4, 9), line(b, 3, 9))
        mine = orders_for_shortage(session, first).orders
        hers = orders_for_shortage(session, second).orders
    answers: list[list[Posted]] = []

    def order(orders: tuple[ShortOrder, ...]) -> None:
        with any_database.transaction(owner) as session:
            answers.append(order_shortage(session, orders, key=new_key()))

    with any_database.transaction(owner) as session:
        [posted] = order_shortage(session, mine, key=new_key())
        again = Thread(target=order, args=(mine,))
        again.start()
        again.join(0.3)
        assert again.is_alive()
    again.join()
    assert answers == [[]]
    order(hers)
    with any_database.reading(owner) as session:
        [other] = answers[1]
        bought = [purchase_order_view(session, x.number).lines for x in (posted, other)]
        assert [[(x.product_id, x.quantity) for x in lines] for lines in bought] == [
            [(a, pieces(10))], [(a, pieces(3)), (b, pieces(2))],
        ]  # fmt: skip
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []


def test_what_lacks_of_many_goods_asks_no_more_than_of_few(
    database: Database, owner: Actor
) -> None:
    asked: list[str] = []

    def questions(session: Session, number: str) -> int:
        asked.clear()
        orders_for_shortage(session, number)
        return sum(text.startswith("SELECT") for text in asked)

    with database.transaction(owner) as session:
        s1, s2, k = a_supplier(session), a_supplier(session, "S02"), a_customer(session)
        goods = [a_product(session, f"X{number}") for number in range(20)]
        receive(session, s1, [line(each, 1, 5) for each in goods[::2]])
        for each in goods:
            set_supplier_price(session, SupplierPriceDraft(s2, each, price(4), DAY))
        few = sold(session, k, *(line(each, 9, 9) for each in goods[:2]))
        many = sold(session, k, *(line(each, 9, 9) for each in goods[2:]))
        assert [len(rows) for rows in lacking(session, many).values()] == [9, 9]
        session.connection().connection.driver_connection.set_trace_callback(asked.append)
        assert questions(session, few) == questions(session, many)
        session.connection().connection.driver_connection.set_trace_callback(None)


def test_what_is_promised_to_others_or_delivered_already_is_counted(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        supplier, k = a_supplier(session), a_customer(session)
        a = a_product(session)
        receive(session, supplier, [line(a, 20, 5)])
        first = sold(session, k, line(a, 15, 9))
        second = sold(session, k, line(a, 10, 9))
        assert (
            lacking(session, first) == lacking(session, second) == {"供应商S01": [(a, pieces(5))]}
        )
        deliver(session, k, [line(a, 12)], source=first)
        assert lacking(session, first) == {
            "供应商S01": [(a, pieces(3))]
        }  # no more than it waits for
        assert lacking(session, second) == {"供应商S01": [(a, pieces(5))]}


def test_goods_that_never_came_are_ordered_where_they_are_cheapest_and_not_less_than_is_sold(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        s1, s2, k = a_supplier(session), a_supplier(session, "S02"), a_customer(session)
        a = a_product(session, units={"箱": (10, 1)}, tax_rate=1300)
        for draft in (
            SupplierPriceDraft(s1, a, price(51), DAY, "箱", minimum=pieces(2)),
            SupplierPriceDraft(
                s2, a, price("4.50"), DAY, price_includes_tax=False, minimum=pieces(40)
            ),
        ):
            set_supplier_price(session, draft)
        number = sold(session, k, line(a, 30, 9))
        assert lacking(session, number) == {"供应商S02": [(a, pieces(40))]}  # 4.50 × 1.13 < 5.10


def test_a_closed_order_lacks_nothing_and_not_everybody_may_buy(
    database: Database, owner: Actor
) -> None:
    with database.transaction(owner) as session:
        receive(session, a_supplier(session), [line(a_product(session), 1, 1)])
        number = sold(session, a_customer(session), line(1, 5, 9))
        orders = orders_for_shortage(session, number).orders
    with database.transaction(actor_with("buyer")) as session:
        assert len(orders_for_shortage(session, number).orders) == 1
        with pytest.raises(Forbidden):
            order_shortage(session, orders, key=new_key())
    with database.transaction(owner) as session:
        close_order(session, SALES_ORDER, number, "不要了")
        with pytest.raises(Refused, match="已关闭"):
            orders_for_shortage(session, number)

"""Offers and orders: from the quotation over the order to its deliveries, in parts, closed, taken back."""

from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, InvalidInput, Refused, UserError
from jxc_desktop.features import INVARIANTS
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.sales.order_kinds import QUOTATION, SALES_ORDER
from jxc_desktop.sales.ordering import approve_quotation, approve_sales_order
from jxc_desktop.sales.queries import (
    delivery_view,
    quotation_view,
    sales_order_list,
    sales_order_view,
)
from jxc_desktop.sales.services import reverse_delivery
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.shop.settings import change_setting
from jxc_desktop.stock.ordering.drafts import OrderDraft
from jxc_desktop.stock.ordering.states import (
    close_order,
    reopen_order,
    unapprove_order,
    void_order,
)
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.trade import ListFilter
from tests.conftest import actor_with
from tests.shopkeeping import (
    DAY,
    MAIN,
    a_customer,
    a_product,
    a_supplier,
    deliver,
    fen,
    legs,
    line,
    pieces,
    price,
    receive,
)


def problems(session: Session) -> list[str]:
    return [problem for rule in INVARIANTS for problem in rule.check(session)]


def stocked(session: Session) -> tuple[int, int]:
    """A customer, and product A of which 100 lie in the warehouse."""
    customer, product = a_customer(session), a_product(session)
    receive(session, a_supplier(session), [line(product, 100, "6.00")])
    return customer, product


def order(session: Session, customer: int, lines: list[LineDraft], **more: object) -> Posted:
    draft = OrderDraft(DAY, customer, MAIN, tuple(lines), **more)
    return approve_sales_order(session, draft, key=new_key())


def promised(session: Session, product: int) -> int:
    row = session.execute(
        text("SELECT allocated FROM stock_promise WHERE product_id = :p"), {"p": product}
    ).first()
    return 0 if row is None else row[0]


def test_an_order_reserves_goods_and_touches_neither_stock_nor_books(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        customer, product = stocked(session)
        posted = order(session, customer, [line(product, 30, "10.00")], due_day=date(2026, 11, 25))
        assert posted.number == "XSDD202611200001"
        assert posted.total == fen("300.00")
        assert promised(session, product) == pieces(30)
        assert legs(session, posted.number) == []
        view = sales_order_view(session, posted.number)
        assert (view.progress, view.due_day) == ("approved", date(2026, 11, 25))
        assert problems(session) == []


def test_deliveries_fulfil_an_order_in_parts_at_its_prices(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        customer, product = stocked(session)
        ordered = order(session, customer, [line(product, 30, "9.90", discount=500)])
        first = deliver(session, customer, [line(product, 12)], source=ordered.number)
        assert first.total == fen("112.86")  # 12 × 9.90 × 0.95
        assert promised(session, product) == pieces(18)
        view = sales_order_view(session, ordered.number)
        assert view.progress == "partly"
        assert (view.lines[0].done, view.lines[0].left) == (pieces(12), pieces(18))
        assert delivery_view(session, first.number).source == ordered.number
        rest = deliver(session, customer, [], source=ordered.number)
        assert rest.total == fen("169.29")
        view = sales_order_view(session, ordered.number)
        assert view.progress == "completed"
        assert [each.number for each in view.followers] == [first.number, rest.number]
        assert promised(session, product) == 0
        assert [row.state for row in sales_order_list(session, ListFilter())] == ["completed"]
        assert problems(session) == []


def test_a_delivery_taken_back_opens_its_order_again(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        customer, product = stocked(session)
        ordered = order(session, customer, [line(product, 30, "10.00")])
        sent = deliver(session, customer, [], source=ordered.number)
        reverse_delivery(session, Reversal(sent.number, "送错了"), key=new_key())
        assert sales_order_view(session, ordered.number).progress == "approved"
        assert promised(session, product) == pieces(30)
        assert problems(session) == []


def test_the_order_discount_goes_with_the_goods_to_the_fen(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        customer, product = stocked(session)
        other = a_product(session, "B")
        receive(session, a_supplier(session, "S02"), [line(other, 50, "1.00")])
        ordered = order(
            session, customer, [line(product, 7, "10.00"), line(other, 3, "3.33")],
            order_discount=fen("1.00"),
        )  # fmt: skip
        totals = [
            deliver(
                session, customer, [line(product, 1)], source=ordered.number, order_discount=None
            ).total
            for _ in range(3)
        ]
        totals.append(
            deliver(session, customer, [], source=ordered.number, order_discount=None).total
        )
        assert sum(totals) == ordered.total == fen("78.99")
        assert problems(session) == []


def test_more_than_was_ordered_is_refused_until_it_is_tolerated(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        customer, product = stocked(session)
        ordered = order(session, customer, [line(product, 10, "10.00")])
        with pytest.raises(Refused, match="第 1 行：XSDD202611200001 只剩 10 个 未执行"):
            deliver(session, customer, [line(product, 11)], source=ordered.number)
        change_setting(session, "order_tolerance", 1000)
        deliver(session, customer, [line(product, 11)], source=ordered.number)
        assert promised(session, product) == 0
        assert problems(session) == []


def test_goods_that_were_not_ordered_go_along_without_following_anything(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        customer, product = stocked(session)
        bag = a_product(session, "B", track_stock=False)
        ordered = order(session, customer, [line(product, 10, "10.00")])
        deliver(session, customer, [line(product, 10), line(bag, 1, "0.30")], source=ordered.number)
        assert sales_order_view(session, ordered.number).progress == "completed"
        assert problems(session) == []


def test_an_order_in_cases_is_delivered_in_pieces(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        customer = a_customer(session)
        product = a_product(session, units={"箱": (24, 1)})
        receive(session, a_supplier(session), [line(product, 100, "1.00")])
        ordered = order(session, customer, [line(product, 2, "48.00", unit="箱")])
        assert promised(session, product) == pieces(48)
        deliver(session, customer, [line(product, 30, "2.00")], source=ordered.number)
        assert promised(session, product) == pieces(18)
        rest = deliver(session, customer, [], source=ordered.number)
        [left] = delivery_view(session, rest.number).lines
        assert (left.unit, left.quantity, left.price) == ("箱", pieces("0.75"), price(48))
        assert rest.total == fen("36.00")
        assert problems(session) == []


def test_what_is_left_of_a_case_that_does_not_divide_goes_in_pieces(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        customer = a_customer(session)
        product = a_product(session, units={"打": (7, 1)})
        receive(session, a_supplier(session), [line(product, 100, "1.00")])
        ordered = order(session, customer, [line(product, 2, "14.00", unit="打")])
        deliver(session, customer, [line(product, 1, "2.00")], source=ordered.number)
        rest = deliver(session, customer, [], source=ordered.number)
        [left] = delivery_view(session, rest.number).lines
        assert (left.unit, left.quantity, left.price) == ("个", pieces(13), price(2))
        assert promised(session, product) == 0


def test_a_quotation_becomes_an_order_at_its_prices(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        customer, product = stocked(session)
        offer = OrderDraft(
            DAY, customer, MAIN, (line(product, 20, "8.80"),), due_day=date(2026, 12, 1)
        )
        offered = approve_quotation(session, offer, key=new_key())
        assert offered.number == "XSBJ202611200001"
        assert promised(session, product) == 0
        ordered = order(session, customer, [], source=offered.number)
        assert ordered.total == fen("176.00")
        assert quotation_view(session, offered.number).progress == "completed"
        assert sales_order_view(session, ordered.number).source == offered.number
        assert problems(session) == []


def test_an_unapproved_order_is_written_anew_under_its_number(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        customer, product = stocked(session)
        ordered = order(session, customer, [line(product, 30, "10.00")])
        unapprove_order(session, SALES_ORDER, ordered.number)
        assert promised(session, product) == 0
        assert sales_order_view(session, ordered.number).progress == "draft"
        again = order(session, customer, [line(product, 5, "11.00")], amends=ordered.number)
        assert (again.number, again.total) == (ordered.number, fen("55.00"))
        assert promised(session, product) == pieces(5)
        assert problems(session) == []
        unapprove_order(session, SALES_ORDER, ordered.number)
        with pytest.raises(InvalidInput, match="日期在单号里"):
            approve_sales_order(
                session,
                OrderDraft(
                    date(2026, 11, 21), customer, MAIN, (line(product, 5, 11),),
                    amends=ordered.number,
                ),
                key=new_key(),
            )  # fmt: skip
        void_order(session, SALES_ORDER, ordered.number)
        assert problems(session) == []


def test_an_order_that_something_followed_is_closed_not_unapproved(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        customer, product = stocked(session)
        ordered = order(session, customer, [line(product, 30, "10.00")])
        deliver(session, customer, [line(product, 10)], source=ordered.number)
        with pytest.raises(Refused, match="已有后续单据"):
            unapprove_order(session, SALES_ORDER, ordered.number)
        with pytest.raises(InvalidInput, match="关闭要写原因"):
            close_order(session, SALES_ORDER, ordered.number, " ")
        close_order(session, SALES_ORDER, ordered.number, "客户不要了")
        assert promised(session, product) == 0
        assert sales_order_view(session, ordered.number).progress == "closed"
        with pytest.raises(Refused, match="已关闭"):
            deliver(session, customer, [line(product, 1)], source=ordered.number)
        reopen_order(session, SALES_ORDER, ordered.number)
        assert promised(session, product) == pieces(20)
        assert problems(session) == []


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([{"from_line": 9}], "第 9 行不是这个商品"),
        ([{"from_line": 2}], "第 2 行不是这个商品"),
    ],
)
def test_a_line_that_follows_another_s_goods_is_refused(
    any_database: Database, owner: Actor, lines: list[dict[str, int]], said: str
) -> None:
    with any_database.transaction(owner) as session:
        customer, product = stocked(session)
        other = a_product(session, "B")
        ordered = order(session, customer, [line(product, 5, 1), line(other, 5, 1)])
        with pytest.raises(UserError, match=said):
            deliver(
                session, customer, [line(product, 1, **more) for more in lines],
                source=ordered.number,
            )  # fmt: skip


def test_somebody_else_s_order_is_not_delivered(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        customer, product = stocked(session)
        other = a_customer(session, "C02")
        ordered = order(session, customer, [line(product, 5, 1)])
        with pytest.raises(InvalidInput, match="别的往来单位"):
            deliver(session, other, [], source=ordered.number)


def test_an_approved_order_cannot_be_changed_behind_the_program_s_back(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        customer, product = stocked(session)
        ordered = order(session, customer, [line(product, 5, 1)])
    for statement in (
        "UPDATE sales_order SET total = 1",
        "UPDATE sales_order SET number = 'X'",
        "UPDATE sales_order_line SET quantity = 1",
        "DELETE FROM sales_order_line",
        "DELETE FROM sales_order",
    ):
        with pytest.raises(DatabaseError), any_database.transaction(owner) as session:
            session.execute(text(statement))
    with any_database.reading(owner) as session:
        assert sales_order_view(session, ordered.number).lines[0].price == price(1)


def test_who_may_not_approve_orders_does_not(database: Database, owner: Actor) -> None:
    with database.transaction(owner) as session:
        customer, product = stocked(session)
        ordered = order(session, customer, [line(product, 5, 1)])
    with database.transaction(actor_with("sales")) as session:
        with pytest.raises(Forbidden):
            order(session, customer, [line(product, 1, 1)])
        with pytest.raises(Forbidden):
            close_order(session, SALES_ORDER, ordered.number, "x")
        offer = OrderDraft(DAY, customer, MAIN, (line(product, 1, 1),))
        approve_quotation(session, offer, key=new_key())
    with database.reading(actor_with("cashier")) as session, pytest.raises(Forbidden):
        sales_order_view(session, ordered.number)


def test_a_repeated_key_orders_once(any_database: Database, owner: Actor) -> None:
    key = new_key()
    with any_database.transaction(owner) as session:
        customer, product = stocked(session)
        draft = OrderDraft(DAY, customer, MAIN, (line(product, 5, 1),))
        first = approve_sales_order(session, draft, key=key)
        second = approve_sales_order(session, draft, key=key)
        assert (second.number, second.repeated) == (first.number, True)
        assert promised(session, product) == pieces(5)
        assert QUOTATION.promises == ""

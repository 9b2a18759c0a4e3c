"""Orders to suppliers: goods on their way, received in parts, closed, taken back."""

from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, InvalidInput, Refused, UserError
from jxc_desktop.features import INVARIANTS
from jxc_desktop.intake.documents import post_document
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.purchase.order_kinds import PURCHASE_ORDER
from jxc_desktop.purchase.ordering import PurchaseOrderDraft, approve_purchase_order
from jxc_desktop.purchase.queries import purchase_order_list, purchase_order_view, receipt_view
from jxc_desktop.purchase.services import reverse_receipt
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.shop.settings import change_setting
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
    a_product,
    a_supplier,
    fen,
    legs,
    line,
    pieces,
    price,
    receive,
)


def problems(session: Session) -> list[str]:
    return [problem for rule in INVARIANTS for problem in rule.check(session)]


def order(session: Session, supplier: int, lines: list[LineDraft], **more: object) -> Posted:
    draft = PurchaseOrderDraft(DAY, supplier, MAIN, tuple(lines), **more)
    return approve_purchase_order(session, draft, key=new_key())


def on_order(session: Session, product: int) -> int:
    row = session.execute(
        text("SELECT on_order FROM stock_promise WHERE product_id = :p"), {"p": product}
    ).first()
    return 0 if row is None else row[0]


def test_an_order_promises_goods_and_touches_neither_stock_nor_books(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        supplier, product = a_supplier(session), a_product(session)
        posted = order(session, supplier, [line(product, 30, "6.00")], due_day=date(2026, 11, 25))
        assert posted.number == "CGDD202611200001"
        assert posted.total == fen("180.00")
        assert on_order(session, product) == pieces(30)
        assert legs(session, posted.number) == []
        view = purchase_order_view(session, posted.number)
        assert (view.partner, view.progress, view.due_day) == (
            "S01",
            "approved",
            date(2026, 11, 25),
        )
        assert problems(session) == []


def test_receipts_fulfil_an_order_in_parts_at_its_prices(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        supplier, product = a_supplier(session), a_product(session)
        ordered = order(session, supplier, [line(product, 30, "9.90", discount=500)])
        first = receive(session, supplier, [line(product, 12)], source=ordered.number)
        assert first.total == fen("112.86")  # 12 × 9.90 × 0.95
        assert on_order(session, product) == pieces(18)
        view = purchase_order_view(session, ordered.number)
        assert view.progress == "partly"
        assert (view.lines[0].done, view.lines[0].left) == (pieces(12), pieces(18))
        assert receipt_view(session, first.number).source == ordered.number
        rest = receive(session, supplier, [], source=ordered.number)
        assert rest.total == fen("169.29")
        view = purchase_order_view(session, ordered.number)
        assert view.progress == "completed"
        assert [each.number for each in view.followers] == [first.number, rest.number]
        assert on_order(session, product) == 0
        assert [row.state for row in purchase_order_list(session, ListFilter())] == ["completed"]
        assert problems(session) == []


def test_a_receipt_taken_back_opens_its_order_again(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        supplier, product = a_supplier(session), a_product(session)
        ordered = order(session, supplier, [line(product, 30, "6.00")])
        came = receive(session, supplier, [], source=ordered.number)
        reverse_receipt(session, Reversal(came.number, "点错了"), key=new_key())
        assert purchase_order_view(session, ordered.number).progress == "approved"
        assert on_order(session, product) == pieces(30)
        assert problems(session) == []


def test_the_order_discount_comes_with_the_goods_to_the_fen(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        supplier, product = a_supplier(session), a_product(session)
        other = a_product(session, "B")
        ordered = order(
            session, supplier, [line(product, 7, "10.00"), line(other, 3, "3.33")],
            order_discount=fen("1.00"),
        )  # fmt: skip
        totals = [
            receive(
                session, supplier, [line(product, 1)], source=ordered.number, order_discount=None
            ).total
            for _ in range(3)
        ]
        totals.append(
            receive(session, supplier, [], source=ordered.number, order_discount=None).total
        )
        assert sum(totals) == ordered.total == fen("78.99")
        assert problems(session) == []


def test_more_than_was_ordered_is_refused_until_it_is_tolerated(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        supplier, product = a_supplier(session), a_product(session)
        ordered = order(session, supplier, [line(product, 10, "6.00")])
        with pytest.raises(Refused, match="第 1 行：CGDD202611200001 只剩 10 个 未执行"):
            receive(session, supplier, [line(product, 11)], source=ordered.number)
        change_setting(session, "order_tolerance", 1000)
        receive(session, supplier, [line(product, 11)], source=ordered.number)
        assert on_order(session, product) == 0
        assert problems(session) == []


def test_an_order_in_cases_is_received_in_pieces(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        supplier = a_supplier(session)
        product = a_product(session, units={"箱": (24, 1)})
        ordered = order(session, supplier, [line(product, 2, "48.00", unit="箱")])
        assert on_order(session, product) == pieces(48)
        receive(session, supplier, [line(product, 30, "2.00")], source=ordered.number)
        assert on_order(session, product) == pieces(18)
        rest = receive(session, supplier, [], source=ordered.number)
        [left] = receipt_view(session, rest.number).lines
        assert (left.unit, left.quantity, left.price) == ("箱", pieces("0.75"), price(48))
        assert rest.total == fen("36.00")
        assert problems(session) == []


def test_an_unapproved_order_is_written_anew_under_its_number(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        supplier, product = a_supplier(session), a_product(session)
        ordered = order(session, supplier, [line(product, 30, "6.00")])
        unapprove_order(session, PURCHASE_ORDER, ordered.number)
        assert on_order(session, product) == 0
        again = order(session, supplier, [line(product, 5, "7.00")], amends=ordered.number)
        assert (again.number, again.total) == (ordered.number, fen("35.00"))
        assert on_order(session, product) == pieces(5)
        assert problems(session) == []
        unapprove_order(session, PURCHASE_ORDER, ordered.number)
        void_order(session, PURCHASE_ORDER, ordered.number)
        assert problems(session) == []


def test_an_order_of_which_goods_came_is_closed_not_unapproved(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        supplier, product = a_supplier(session), a_product(session)
        ordered = order(session, supplier, [line(product, 30, "6.00")])
        receive(session, supplier, [line(product, 10)], source=ordered.number)
        with pytest.raises(Refused, match="已有后续单据"):
            unapprove_order(session, PURCHASE_ORDER, ordered.number)
        close_order(session, PURCHASE_ORDER, ordered.number, "供应商断货")
        assert on_order(session, product) == 0
        with pytest.raises(Refused, match="已关闭"):
            receive(session, supplier, [line(product, 1)], source=ordered.number)
        reopen_order(session, PURCHASE_ORDER, ordered.number)
        assert on_order(session, product) == pieces(20)
        assert problems(session) == []


def test_a_line_that_follows_another_s_goods_is_refused(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        supplier, product = a_supplier(session), a_product(session)
        other = a_product(session, "B")
        ordered = order(session, supplier, [line(product, 5, 1), line(other, 5, 1)])
        with pytest.raises(UserError, match="第 2 行不是这个商品"):
            receive(session, supplier, [line(product, 1, from_line=2)], source=ordered.number)


def test_another_supplier_s_order_is_not_received(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        supplier, product = a_supplier(session), a_product(session)
        other = a_supplier(session, "S02")
        ordered = order(session, supplier, [line(product, 5, 1)])
        with pytest.raises(InvalidInput, match="别的往来单位"):
            receive(session, other, [], source=ordered.number)


def test_an_order_at_no_price_is_refused_unless_it_is_a_gift(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        supplier, product = a_supplier(session), a_product(session)
        with pytest.raises(Refused, match="单价是 0"):
            order(session, supplier, [line(product, 5, 0)])
        order(session, supplier, [line(product, 5, 0, is_gift=True)])
        assert problems(session) == []


def test_an_approved_order_cannot_be_changed_behind_the_program_s_back(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        supplier, product = a_supplier(session), a_product(session)
        ordered = order(session, supplier, [line(product, 5, 1)])
    for statement in (
        "UPDATE purchase_order SET total = 1",
        "UPDATE purchase_order SET number = 'X'",
        "UPDATE purchase_order_line SET quantity = 1",
        "DELETE FROM purchase_order_line",
        "DELETE FROM purchase_order",
    ):
        with pytest.raises(DatabaseError), any_database.transaction(owner) as session:
            session.execute(text(statement))
    with any_database.reading(owner) as session:
        assert purchase_order_view(session, ordered.number).lines[0].price == price(1)


def test_who_may_not_approve_orders_does_not_and_who_may_not_see_prices_sees_none(
    database: Database, owner: Actor
) -> None:
    with database.transaction(owner) as session:
        supplier, product = a_supplier(session), a_product(session)
        ordered = order(session, supplier, [line(product, 5, 1)])
    with database.transaction(actor_with("buyer")) as session, pytest.raises(Forbidden):
        order(session, supplier, [line(product, 1, 1)])
    with database.reading(actor_with("cashier")) as session, pytest.raises(Forbidden):
        purchase_order_view(session, ordered.number)
    with database.reading(actor_with("keeper")) as session:
        view = purchase_order_view(session, ordered.number)
        assert (view.total, view.lines[0].price, view.lines[0].gross) == (None, None, None)
        assert view.lines[0].quantity == pieces(5)
        assert [row.total for row in purchase_order_list(session, ListFilter())] == [None]


def test_a_repeated_key_orders_once(any_database: Database, owner: Actor) -> None:
    key = new_key()
    with any_database.transaction(owner) as session:
        supplier, product = a_supplier(session), a_product(session)
        draft = PurchaseOrderDraft(DAY, supplier, MAIN, (line(product, 5, 1),))
        first = approve_purchase_order(session, draft, key=key)
        second = approve_purchase_order(session, draft, key=key)
        assert (second.number, second.repeated) == (first.number, True)
        assert on_order(session, product) == pieces(5)


def test_orders_and_receipts_come_as_data(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        a_supplier(session), a_product(session)
        ordered = post_document(
            session,
            {
                "key": "o-1", "type": "purchase_order", "day": "2026-11-20", "partner": "S01",
                "due_day": "2026-11-30", "lines": [{"product": "A", "quantity": "5", "price": "6.00"}],
            },
        )  # fmt: skip
        first = post_document(
            session,
            {
                "key": "r-1", "type": "goods_receipt", "day": "2026-11-20", "from": ordered.number,
                "lines": [{"from_line": 1, "quantity": "2"}],
            },
        )  # fmt: skip
        assert first.total == fen("12.00")
        rest = post_document(
            session, {"key": "r-2", "type": "goods_receipt", "from": ordered.number}
        )
        assert rest.total == fen("18.00")
        with pytest.raises(Refused, match="是订单，不能红冲"):
            post_document(
                session, {"type": "reversal", "number": ordered.number, "reason": "不要了"}
            )
        assert problems(session) == []

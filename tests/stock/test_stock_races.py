"""Two at work on the same shelf at the same moment: neither waits for the other for ever, nothing is counted twice."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Refused, UserError
from jxc_desktop.intake.documents import post_document
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.sales.services import reverse_delivery
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.stock.counts import reverse_stock_count
from jxc_desktop.stock.losses import reverse_stock_gain
from jxc_desktop.stock.queries import on_hand, stock_count_view
from jxc_desktop.stock.recosts import RecostDraft, post_recost, reverse_recost
from jxc_desktop.stock.warehouses import WarehouseDraft, save_warehouse
from tests.racing import at_once, between, broken_rules
from tests.shopkeeping import (
    DAY,
    a_customer,
    a_product,
    a_supplier,
    deliver,
    fen,
    line,
    pieces,
    pool,
    receive,
)

pytestmark = pytest.mark.pg
EVE = DAY - timedelta(days=1)
POSTING = "jxc_desktop.stock.{}:{}"


def document(kind: str, key: str, **more: object) -> Callable[[Any], Posted]:
    data = {"key": key, "type": kind, "day": DAY.isoformat(), **more}
    return lambda session: post_document(session, data)


def goods(*pairs: tuple[str, str], word: str = "quantity") -> list[dict[str, str]]:
    return [{"product": code, word: number} for code, number in pairs]


@pytest.fixture
def shelf(new_shop: Callable[..., Database], owner: Actor) -> Database:
    """A shop on PostgreSQL with 10 pieces each of A and B in the main warehouse, 10 of each in the east."""
    database = new_shop("small", "postgresql")
    with database.transaction(owner) as session:
        save_warehouse(session, WarehouseDraft("东库", "EAST"))
        lines = [line(a_product(session, code), 20, "5.00") for code in "AB"]
        receive(session, a_supplier(session), lines)
        a_customer(session)
        moved = goods(("A", "10"), ("B", "10"))
        document("stock_transfer", "t0", to_warehouse="EAST", lines=moved)(session)
    return database


def there(database: Database, owner: Actor, product: int, warehouse: int | None = None) -> int:
    with database.reading(owner) as session:
        return on_hand(session, product, warehouse) // pieces(1)


@pytest.mark.parametrize("turned", [False, True])
def test_transfers_both_ways_never_wait_for_each_other(
    shelf: Database, owner: Actor, turned: bool
) -> None:
    pairs = [("A", "3"), ("B", "4")]
    away = document("stock_transfer", "a", to_warehouse="EAST", lines=goods(*pairs))
    back = document(
        "stock_transfer", "b", from_warehouse="EAST", to_warehouse="MAIN",
        lines=goods(*(pairs[::-1] if turned else pairs)),
    )  # fmt: skip
    answers = at_once(shelf, owner, POSTING.format("transfers", "moved_lines"), away, back)
    assert [type(each) for each in answers] == [Posted, Posted]
    assert [there(shelf, owner, 1, place) for place in (1, 2)] == [10, 10]
    assert broken_rules(shelf, owner) == []


def sent(database: Database, owner: Actor) -> str:
    """Two of A and of B on their way to the east warehouse."""
    lines = goods(("A", "2"), ("B", "2"))
    with database.transaction(owner) as session:
        away = document("stock_transfer", "s", to_warehouse="EAST", in_transit=True, lines=lines)
        return away(session).number


def test_goods_on_their_way_come_once_whoever_takes_them_in(shelf: Database, owner: Actor) -> None:
    number = sent(shelf, owner)
    one, other = (document("transfer_receipt", key, **{"from": number}) for key in "xy")
    answers = at_once(shelf, owner, POSTING.format("transfer_receipts", "coming_goods"), one, other)
    assert {type(each) for each in answers} == {Posted, Refused}
    assert [there(shelf, owner, each, 2) for each in (1, 2)] == [12, 12]
    assert broken_rules(shelf, owner) == []


def test_a_receipt_that_is_short_and_a_loss_never_wait_for_each_other(
    shelf: Database, owner: Actor
) -> None:
    more = {"from": sent(shelf, owner), "lost": goods(("A", "1"), ("B", "1")), "reason": "破损"}
    receipt = document("transfer_receipt", "x", **more)
    loss = document("stock_loss", "l", reason="被盗", lines=goods(("B", "1"), ("A", "1")))
    answers = at_once(shelf, owner, POSTING.format("losses", "move_goods"), receipt, loss, others=2)
    assert [type(each) for each in answers] == [Posted, Posted]
    assert [there(shelf, owner, each) for each in (1, 2)] == [18, 18]
    assert broken_rules(shelf, owner) == []


def test_a_count_and_a_loss_never_wait_for_each_other(shelf: Database, owner: Actor) -> None:
    counted = goods(("A", "12"), ("B", "7"), word="counted")
    count = document("stock_count", "c", lines=counted)
    loss = document("stock_loss", "l", reason="破损", lines=goods(("B", "1"), ("A", "1")))
    answers = at_once(shelf, owner, POSTING.format("losses", "move_goods"), count, loss, others=2)
    assert [type(each) for each in answers] == [Posted, Posted]
    assert broken_rules(shelf, owner) == []
    assert (there(shelf, owner, 1, 1), there(shelf, owner, 2, 1)) in {(11, 6), (12, 7)}


def test_goods_sold_while_their_count_is_posted_go_off_both(shelf: Database, owner: Actor) -> None:
    counted = [{"product": "A", "counted": "9", "book": "10"}]
    count = document("stock_count", "c", lines=counted)
    sale = document(
        "sales_delivery", "s", partner="C01", lines=[{**goods(("A", "4"))[0], "price": "9"}]
    )
    answers = at_once(shelf, owner, POSTING.format("posting", "lock_pools"), count, sale)
    assert [type(each) for each in answers] == [Posted, Posted]
    assert there(shelf, owner, 1, 1) == 5
    assert broken_rules(shelf, owner) == []


def test_a_count_and_its_gain_taken_back_at_once_never_wait_for_each_other(
    shelf: Database, owner: Actor
) -> None:
    counted = document("stock_count", "c", lines=goods(("A", "12"), word="counted"))
    with shelf.transaction(owner) as session:
        count = counted(session).number
        gain = stock_count_view(session, count).gain
    whole, half = (
        lambda session: reverse_stock_count(session, Reversal(count, "错"), key=new_key()),
        lambda session: reverse_stock_gain(session, Reversal(gain, "错"), key=new_key()),
    )
    place = POSTING.format("counts", "reverse_lost_or_found")
    first, second = between(shelf, owner, place, whole, half)
    assert isinstance(first, Posted)
    assert isinstance(second, Refused)
    assert there(shelf, owner, 1, 1) == 10
    assert broken_rules(shelf, owner) == []


@pytest.fixture
def sold(shelf: Database, owner: Actor) -> str:
    """A sale of 5 A at 5.00, and 10 A more at 20.00 entered late: counted anew it costs 10.00 each."""
    with shelf.transaction(owner) as session:
        number = deliver(session, a_customer(session, "C9"), [line(1, 5, "9.00")]).number
        receive(session, a_supplier(session, "S9"), [line(1, 10, "20.00")], day=EVE)
    return str(number)


def worth(database: Database, owner: Actor) -> tuple[int, int]:
    with database.reading(owner) as session:
        return pool(session, 1)


def test_a_sale_taken_back_while_it_is_counted_anew_goes_back_at_what_the_books_have(
    shelf: Database, owner: Actor, sold: str
) -> None:
    back, anew = (
        lambda session: reverse_delivery(session, Reversal(sold, "错"), key=new_key()),
        lambda session: post_recost(session, RecostDraft(DAY, (1,), EVE), key=new_key()),
    )
    answers = between(shelf, owner, POSTING.format("posting", "move_goods"), back, anew)
    assert [type(each) for each in answers] == [Posted, Posted]
    assert worth(shelf, owner) == (pieces(30), fen(300))
    assert broken_rules(shelf, owner) == []


def test_a_sale_taken_back_while_its_recost_is_goes_back_at_what_it_cost_first(
    shelf: Database, owner: Actor, sold: str
) -> None:
    with shelf.transaction(owner) as session:
        recost = post_recost(session, RecostDraft(DAY, (1,), EVE), key=new_key()).number
    anew, back = (
        lambda session: reverse_recost(session, Reversal(str(recost), "错"), key=new_key()),
        lambda session: reverse_delivery(session, Reversal(sold, "错"), key=new_key()),
    )
    answers = between(shelf, owner, POSTING.format("recosts", "revalue_goods"), anew, back)
    assert [type(each) for each in answers] == [Posted, Posted]
    assert worth(shelf, owner) == (pieces(30), fen(300))
    assert broken_rules(shelf, owner) == []


def test_one_loss_is_decided_once(shelf: Database, owner: Actor) -> None:
    with shelf.transaction(owner) as session:
        lost = document("stock_loss", "l", reason="被盗", unresolved=True, lines=goods(("A", "1")))
        number = lost(session).number
    one, two = (document("loss_resolution", key, **{"from": number}) for key in "ab")
    place = POSTING.format("resolutions", "open_paper")
    answers = at_once(shelf, owner, place, one, two)
    assert sorted(isinstance(each, Refused) for each in answers) == [False, True]
    assert broken_rules(shelf, owner) == []


def test_two_new_warehouses_at_once_get_two_codes(shelf: Database, owner: Actor) -> None:
    one, two = (
        lambda session, name=name: save_warehouse(session, WarehouseDraft(name)) for name in "甲乙"
    )
    answers = at_once(shelf, owner, POSTING.format("warehouses", "record"), one, two)
    assert not any(isinstance(each, UserError) for each in answers)
    assert answers[0] != answers[1]

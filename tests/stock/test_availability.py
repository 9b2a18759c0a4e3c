"""What may still be promised: what lies there less what orders promised, on screens and in reports alike."""

import pytest
from PySide6.QtCore import Qt
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.sales.ordering import approve_sales_order
from jxc_desktop.sales.taken import goods_to_sell, offers_to_sell
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.stock.models import StockPromise, Warehouse
from jxc_desktop.stock.ordering.drafts import OrderDraft
from jxc_desktop.stock.queries import (
    Availability,
    StockFilter,
    available_of,
    levels_of,
    low_stock,
    stock_list,
)
from jxc_desktop.stock.ui.stock_levels_dock import StockLevelsDock
from jxc_desktop.stock.ui.stock_pane import StockPane
from tests.deskwork import settle, shown
from tests.reports.conftest import records, run
from tests.shopkeeping import (
    DAY,
    MAIN,
    a_customer,
    a_product,
    a_supplier,
    deliver,
    line,
    pieces,
    receive,
)


class Shop:
    """100 of A lie in the main warehouse, 30 are ordered there, 8 in the east where nothing lies; 12 are awaited."""

    def __init__(self, session: Session) -> None:
        self.customer = a_customer(session)
        self.product = a_product(session, "A", min_stock=pieces(80), max_stock=pieces(120))
        self.unseen = a_product(session, "B", name="没进过的货")
        east = Warehouse(code="EAST", name="东库")
        session.add(east)
        session.flush()
        self.east = east.id
        receive(session, a_supplier(session), [line(self.product, 100, 6)])
        self.order = self.ordered(session, 30, MAIN)
        self.ordered(session, 8, self.east)
        session.get(StockPromise, (self.product, MAIN)).on_order = pieces(12)
        session.flush()

    def ordered(self, session: Session, count: int, place: int) -> str:
        draft = OrderDraft(DAY, self.customer, place, (line(self.product, count, 10),))
        return approve_sales_order(session, draft, key=new_key()).number


@pytest.fixture
def shop(any_database: Database, owner: Actor) -> Shop:
    with any_database.transaction(owner) as session:
        return Shop(session)


def held(quantity: int, allocated: int, on_order: int = 0) -> Availability:
    return Availability(pieces(quantity), pieces(allocated), pieces(on_order))


def test_what_is_promised_is_not_available(any_database: Database, owner: Actor, shop: Shop):
    with any_database.reading(owner) as session:
        product, both = shop.product, [shop.product, shop.unseen]
        assert available_of(session, both) == {product: held(100, 38, 12)}
        assert available_of(session, both, MAIN) == {product: held(100, 30, 12)}
        assert available_of(session, both, shop.east) == {product: held(0, 8)}
        assert available_of(session, both)[product].available == pieces(62)
        places = [
            (v.name, v.quantity, v.allocated, v.on_order) for v in levels_of(session, product)
        ]
        assert places == [
            ("东库", 0, pieces(8), 0),
            ("总仓", pieces(100), pieces(30), pieces(12)),
        ]


def test_an_order_s_own_promise_is_there_for_its_delivery(
    any_database: Database, owner: Actor, shop: Shop
) -> None:
    with any_database.transaction(owner) as session:

        def there(source: str, place: int = MAIN) -> int:
            goods = goods_to_sell(session, [shop.product], place, shop.customer, "", source)
            [offer] = offers_to_sell(session, "商品A", place, shop.customer, source)
            assert offer.available == goods[shop.product].there.available
            return offer.available

        assert there("") == pieces(70)
        assert there(shop.order) == pieces(100)
        assert there(shop.order, shop.east) == pieces(-8)
        deliver(session, shop.customer, [line(shop.product, 10)], source=shop.order)
        assert there("") == pieces(70)
        assert there(shop.order) == pieces(90)


def test_the_list_and_its_low_goods_go_by_what_is_available(
    any_database: Database, owner: Actor, shop: Shop
) -> None:
    with any_database.reading(owner) as session:
        first = stock_list(session, StockFilter())[0]
        assert (first.quantity, first.allocated, first.on_order, first.available) == (
            pieces(100), pieces(38), pieces(12), pieces(62),
        )  # fmt: skip
        assert [row.product for row in low_stock(session)] == ["A"]
        assert [row.product for row in low_stock(session, MAIN)] == ["A"]


def test_reports_show_what_is_promised_and_how_much_to_buy(
    any_database: Database, owner: Actor, shop: Shop
) -> None:
    rows = records(run(any_database, owner, "stock_balance", product="A"))
    figures = {
        row["warehouse"]: (row["quantity"], row["allocated"], row["on_order"], row["available"])
        for row in rows
    }
    assert figures == {
        "MAIN": (pieces(100), pieces(30), pieces(12), pieces(70)),
        "EAST": (0, pieces(8), 0, pieces(-8)),
    }
    [alert] = records(run(any_database, owner, "stock_alert"))
    assert (alert["available"], alert["shortage"]) == (pieces(62), pieces(18))
    assert alert["advised"] == pieces(120 - 62 - 12)
    assert alert["excess"] == 0


def test_days_gone_by_know_nothing_of_promises(
    any_database: Database, owner: Actor, shop: Shop
) -> None:
    result = run(any_database, owner, "stock_balance", last="2026-11-19")
    assert "available" not in {column.id for column in result.columns}
    assert records(result) == [] or {row["warehouse"] for row in records(result)} == {"MAIN"}


def test_without_a_most_twice_the_least_is_wanted(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        product = a_product(session, "A", min_stock=pieces(10))
        receive(session, a_supplier(session), [line(product, 7, 6)])
    [row] = records(run(any_database, owner, "stock_alert"))
    assert row["advised"] == pieces(13)


@pytest.mark.parametrize("source", ["", "XSDD202611200001"])
def test_goods_are_read_with_few_questions_however_many_lines(
    database: Database, owner: Actor, source: str
) -> None:
    asked: list[str] = []
    with database.transaction(owner) as session:
        shop = Shop(session)
        many = [a_product(session, f"X{number}") for number in range(20)]
        deliver(session, shop.customer, [line(shop.product, 1, 10)])
        session.flush()
        session.connection().connection.driver_connection.set_trace_callback(asked.append)
        goods_to_sell(session, [shop.product, *many], MAIN, shop.customer, "", source)
        session.connection().connection.driver_connection.set_trace_callback(None)
    assert len([text for text in asked if text.startswith("SELECT")]) <= 6 + bool(source)


def test_the_dock_shows_each_warehouse(qtbot, context_of, database, owner):
    with database.transaction(owner) as session:
        shop = Shop(session)
    dock = shown(qtbot, StockLevelsDock(context_of(database, owner)), (284, 200))
    dock.attend({"product": shop.product})
    settle(qtbot, dock)
    assert dock.totals.total_texts() == {
        "quantity": "100", "allocated": "38", "on_order": "12", "available": "62",
    }  # fmt: skip
    assert dock.totals.words() == "合计（个）"
    assert dock.grid.elided_cells() == []
    with database.transaction(owner) as session:
        shop.ordered(session, 5, MAIN)
    qtbot.waitUntil(lambda: dock.totals.total_texts()["available"] == "57")


def test_the_pane_shows_what_is_available(qtbot, context_of, database, owner):
    with database.transaction(owner) as session:
        Shop(session)
    pane = shown(qtbot, StockPane(context_of(database, owner)))
    keys = [column.key for column in pane.model.columns]
    texts = [
        pane.model.data(pane.model.index(0, keys.index(key)), Qt.ItemDataRole.DisplayRole)
        for key in ("quantity", "allocated", "on_order", "available")
    ]
    assert texts == ["100", "38", "12", "62"]
    assert pane.grid.elided_cells() == []

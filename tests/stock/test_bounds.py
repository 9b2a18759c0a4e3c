"""Bounds of single warehouses: kept, refused when they make no sense, and heeded by lists and reports."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, InvalidInput, NotFound
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.stock.bounds import BoundDraft, set_bound
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.queries import StockFilter, bounds_of, low_stock, stock_list
from jxc_desktop.stock.transfers import TransferDraft, post_stock_transfer
from jxc_desktop.stock.ui.bounds_pane import BoundsPane
from tests.conftest import actor_with
from tests.deskwork import settle, shown
from tests.reports.conftest import records, run
from tests.shopkeeping import DAY, MAIN, a_product, a_supplier, line, pieces, receive

EAST = 2


@pytest.fixture
def places(any_database: Database, owner: Actor) -> Database:
    """Of A 90 in the main store and 10 in the east; of B, whose own least is 50, 40 in the main store."""
    with any_database.transaction(owner) as session:
        session.add(Warehouse(id=EAST, code="EAST", name="东库"))
        a = a_product(session, "A")
        b = a_product(session, "B", min_stock=pieces(50))
        receive(session, a_supplier(session), [line(a, 100, 2), line(b, 40, 1)])
        draft = TransferDraft(DAY, MAIN, EAST, (line(a, 10),))
        post_stock_transfer(session, draft, key=new_key())
    return any_database


def bound(database: Database, owner: Actor, place: int, least: object, most: object) -> None:
    sides = [None if each is None else pieces(each) for each in (least, most)]
    with database.transaction(owner) as session:
        set_bound(session, BoundDraft(1, place, *sides))


def low(database: Database, owner: Actor, place: int | None = None) -> list[str]:
    with database.reading(owner) as session:
        return [row.product for row in low_stock(session, place)]


def test_a_warehouse_below_its_own_least_runs_short_alone_and_in_the_whole(
    places: Database, owner: Actor
) -> None:
    assert low(places, owner) == ["B"]
    bound(places, owner, EAST, 20, 60)
    assert low(places, owner, EAST) == ["A", "B"]
    assert low(places, owner, MAIN) == ["B"]
    assert low(places, owner) == ["A", "B"]
    bound(places, owner, EAST, 10, 60)
    assert low(places, owner) == ["B"]


def test_the_list_of_a_warehouse_shows_its_own_bounds_before_the_products(
    places: Database, owner: Actor
) -> None:
    with places.transaction(owner) as session:
        set_bound(session, BoundDraft(2, EAST, most=pieces(70)))
    with places.reading(owner) as session:
        east = stock_list(session, StockFilter(warehouse_id=EAST))[1]
        whole = stock_list(session, StockFilter())[1]
    assert (east.min_stock, east.max_stock) == (pieces(50), pieces(70))
    assert (whole.min_stock, whole.max_stock) == (pieces(50), None)


def test_alerts_name_the_warehouse_that_is_short_or_too_full(
    places: Database, owner: Actor
) -> None:
    bound(places, owner, EAST, 20, 60)
    bound(places, owner, MAIN, None, 85)
    found = {
        (row["product"], row["warehouse"]): row
        for row in records(run(places, owner, "stock_alert"))
    }
    assert set(found) == {("A", "EAST"), ("A", "MAIN"), ("B", "")}
    assert found["A", "EAST"]["shortage"] == pieces(10)
    assert found["A", "EAST"]["advised"] == pieces(50)
    assert found["A", "MAIN"]["excess"] == pieces(5)
    east = records(run(places, owner, "stock_alert", warehouse="EAST"))
    assert [(row["product"], row["warehouse"]) for row in east] == [("A", "EAST"), ("B", "EAST")]


def test_what_to_buy_for_a_warehouse_heeds_its_own_bounds(places: Database, owner: Actor) -> None:
    bound(places, owner, EAST, 20, 60)
    rows = records(run(places, owner, "replenishment", warehouse="EAST"))
    assert {row["product"]: row["advised"] for row in rows} == {"A": pieces(50), "B": pieces(100)}


def test_empty_bounds_are_none_at_all(places: Database, owner: Actor) -> None:
    bound(places, owner, EAST, 20, None)
    bound(places, owner, EAST, None, None)
    with places.reading(owner) as session:
        assert [(x.name, x.least, x.most) for x in bounds_of(session, 1)] == [
            ("东库", None, None), ("总仓", None, None),
        ]  # fmt: skip
    assert low(places, owner) == ["B"]


@pytest.mark.parametrize(
    ("least", "most", "field"), [(-1, None, "least"), (None, -1, "most"), (9, 8, "least")]
)
def test_bounds_without_sense_are_refused(
    places: Database, owner: Actor, least: object, most: object, field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        bound(places, owner, EAST, least, most)
    assert refused.value.field == field
    with places.reading(owner) as session:
        assert all(x.least is x.most is None for x in bounds_of(session, 1))


def test_an_unknown_place_and_a_person_without_the_right_are_refused(
    places: Database, owner: Actor
) -> None:
    with pytest.raises(NotFound):
        bound(places, owner, 99, 1, 2)
    with pytest.raises(Forbidden):
        bound(places, actor_with("cashier"), EAST, 1, 2)


def test_bounds_are_typed_by_keys_and_kept_cell_by_cell(
    qtbot, context_of, places: Database, owner: Actor
) -> None:
    pane = shown(qtbot, BoundsPane(context_of(places, owner)), (700, 300))
    pane.show_subject(1)
    settle(qtbot, pane)
    assert [x.name for x in pane.grid.lines()] == ["东库", "总仓"]
    for column, text in (("least", "20"), ("most", "60")):
        pane.grid.setFocus()
        pane.grid.go_to_cell(0, column)
        QTest.keyClicks(pane.grid.cell.editor, text)
        QTest.keyClick(pane.grid.cell.editor, Qt.Key.Key_Return)
        settle(qtbot, pane)
    with places.reading(owner) as session:
        [east, _main] = bounds_of(session, 1)
    assert (east.least, east.most) == (pieces(20), pieces(60))
    assert pane.headline.text() == "商品A（个）"

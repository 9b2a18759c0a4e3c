"""Reports that advise on stock: where it lies, how old it is, what to buy, what is turned over, what is odd."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import text

from jxc_desktop.catalog.models import Barcode, Product
from jxc_desktop.core.db import Database
from jxc_desktop.purchase.ordering import PurchaseOrderDraft, approve_purchase_order
from jxc_desktop.reports.abc_analysis import classified
from jxc_desktop.reports.data_quality import CHECKS
from jxc_desktop.reports.replenishment import advised_of
from jxc_desktop.reports.stock_ageing import aged
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.settings import change_setting
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.queries import Availability
from jxc_desktop.stock.transfer_receipts import ArrivalDraft, post_transfer_receipt
from jxc_desktop.stock.transfers import TransferDraft, post_stock_transfer
from tests.conftest import actor_with
from tests.reports import truth
from tests.reports.conftest import Trade, records, run
from tests.shopkeeping import (
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

TODAY = date(2026, 11, 20)
ADVICE = (
    "stock_by_warehouse", "replenishment", "stock_ageing", "stock_turnover", "abc_analysis",
    "negative_stock", "data_quality", "stock_check",
)  # fmt: skip


@pytest.fixture
def two_places(trade: Trade) -> Trade:
    """The year of trade with 40 of A carried over to a second warehouse."""
    with trade.database.transaction(trade.owner) as session:
        session.add(Warehouse(code="EAST", name="东库"))
        session.flush()
        draft = TransferDraft(date(2026, 11, 19), MAIN, 2, (line(1, 40),))
        post_stock_transfer(session, draft, key=new_key())
    return trade


def by_product(found: list[dict[str, object]]) -> dict[object, dict[str, object]]:
    return {row["product"]: row for row in found}


def test_each_warehouse_has_a_column_and_the_row_their_sum(two_places: Trade) -> None:
    result = two_places.run("stock_by_warehouse")
    assert [c.id for c in result.columns[-3:]] == ["at_EAST", "at_MAIN", "whole"]
    rows = by_product(records(result))
    assert (rows["A"]["at_EAST"], rows["A"]["at_MAIN"]) == (pieces(40), pieces(124))
    assert rows["A"]["whole"] == pieces(164)


def test_shares_of_worth_make_the_whole_and_agree_with_the_books(two_places: Trade) -> None:
    result = two_places.run("stock_by_warehouse", measure="amount")
    with two_places.database.reading(two_places.owner) as session:
        worth = sum(move[4] for move in truth.moves(session))
    rows = records(result)
    assert all(row["at_EAST"] + row["at_MAIN"] == row["whole"] for row in rows)
    assert result.totals["whole"] == worth
    assert result.proof.holds


def test_who_may_not_see_cost_sees_no_shares_of_it(two_places: Trade) -> None:
    seen = two_places.run("stock_by_warehouse", measure="amount", actor=actor_with("keeper"))
    assert [c.id for c in seen.columns] == ["product", "name", "spec", "unit"]
    ages = two_places.run("stock_ageing", actor=actor_with("keeper"))
    assert not [c.id for c in ages.columns if c.id.endswith("amount")]
    assert by_product(records(ages))["A"]["quantity"] == pieces(164)


def test_goods_on_their_way_do_not_come_anew_and_are_not_bought_again(two_places: Trade) -> None:
    ages, advice = (
        by_product(records(two_places.run(x))) for x in ("stock_ageing", "replenishment")
    )
    with two_places.database.transaction(two_places.owner) as session:
        draft = TransferDraft(date(2026, 11, 20), MAIN, 2, (line(1, 20),), in_transit=True)
        number = post_stock_transfer(session, draft, key=new_key()).number
        came = ArrivalDraft(date(2026, 11, 20), number, (line(1, 5),))
        post_transfer_receipt(session, came, key=new_key())
    assert by_product(records(two_places.run("stock_ageing"))) == ages
    for code, row in by_product(records(two_places.run("replenishment"))).items():
        assert row["advised"] == advice[code]["advised"]
    places = by_product(records(two_places.run("stock_by_warehouse")))["A"]
    assert (places["at_TRANSIT"], places["whole"]) == (pieces(15), pieces(164))


def test_what_lies_there_is_what_came_last() -> None:
    assert aged(10, [4, 0, 3]) == [4, 0, 3, 3]
    assert aged(5, [9, 9]) == [5, 0, 0]
    assert aged(5, [-2, 6]) == [0, 5, 0]


def test_ages_are_those_of_the_receipts_and_their_worth_is_all(two_places: Trade) -> None:
    rows = by_product(records(two_places.run("stock_ageing", last="2026-04-05")))
    # A: 240 on Jan 5 (90 days), 33 on Mar 7 (29 days), 107 sold
    assert rows["A"]["days_30_quantity"] == pieces(33)
    assert rows["A"]["days_90_quantity"] == rows["A"]["quantity"] - pieces(33)
    worths = [v for k, v in rows["A"].items() if k.endswith("_amount")]
    assert sum(worths) == rows["A"]["amount"]


def test_goods_carried_to_another_warehouse_stay_as_old_as_they_are(two_places: Trade) -> None:
    whole = by_product(records(two_places.run("stock_ageing")))
    assert whole["A"]["days_30_quantity"] == 0
    there = by_product(records(two_places.run("stock_ageing", warehouse="EAST")))
    assert there["A"]["days_30_quantity"] == pieces(40)


def test_the_one_that_crosses_a_limit_belongs_to_the_upper_class() -> None:
    classes = [letter for letter, _share, _so_far in classified([60, 20, 10, 6, 4, 0, -3], 70, 90)]
    assert classes == ["A", "A", "B", "C", "C", "C", "C"]
    assert list(classified([], 70, 90)) == []
    assert list(classified([1, 3], 70, 90))[1][1:] == (7500, 10000)


def test_abc_shares_come_to_the_whole_of_net_sales(trade: Trade) -> None:
    result = trade.run("abc_analysis", "2026-01-01", "2026-11-20")
    rows = records(result)
    assert [row["product"] for row in rows] == ["A", "B", "C"]
    assert rows[0]["class"] == "A"
    assert rows[-1]["cumulative"] == 10000
    assert result.totals["amount_excl"] == sum(row["amount_excl"] for row in rows)
    headings = [row.cells[0] for row in result.rows if row.role == "group"]
    assert headings == sorted(headings)


def test_turnover_is_what_went_over_what_lay_there(trade: Trade) -> None:
    result = trade.run("stock_turnover", "2026-02-01", "2026-03-31")
    row = by_product(records(result))["A"]
    assert (row["opening"], row["closing"], row["sold"]) == (pieces(240), pieces(166), pieces(107))
    assert row["turns"] == round(107 * 10000 / 203)
    assert row["turn_days"] == 203 * 59 // 107
    assert row["cover_days"] == 166 * 59 // 107
    totals = result.totals
    assert totals["money_days"] == totals["average_amount"] * 59 // totals["cost_amount"]


def test_what_was_oversold_is_listed_with_the_paper_that_did_it(any_trade: Trade) -> None:
    assert records(any_trade.run("negative_stock")) == []
    result = any_trade.run("negative_stock", last="2026-04-10")
    [row] = records(result)
    assert (row["product"], row["warehouse"], row["quantity"]) == ("C", "MAIN", -pieces(5))
    assert result.data[0].link.document == row["number"] == any_trade.numbers["t1"]


def test_a_sound_shop_passes_every_check_and_a_broken_one_is_named(trade: Trade) -> None:
    assert trade.run("stock_check").totals["problems"] == 0
    with trade.database.engine().begin() as connection:
        connection.exec_driver_sql(
            "UPDATE stock_level SET quantity = quantity + 1 WHERE product_id = 1"
        )
    [wrong] = [row for row in records(trade.run("stock_check")) if row["problems"]]
    assert wrong["rule"] == "I21"
    assert "商品A" in wrong["problem"]
    hidden = trade.run("stock_check", actor=actor_with("keeper"))
    assert hidden.totals["problems"] == 1
    assert "problem" not in [column.id for column in hidden.columns]


# --- what to buy


def there(quantity: int, allocated: int = 0, on_order: int = 0) -> Availability:
    return Availability(pieces(quantity), pieces(allocated), pieces(on_order))


@pytest.mark.parametrize(
    ("held", "need", "bound", "advised"),
    [
        (there(10), 14, (None, None), 4),
        (there(14), 14, (None, None), 0),
        (there(10, allocated=5, on_order=3), 14, (None, None), 6),
        (there(2), 0, (5, None), 8),
        (there(2), 0, (5, 30), 28),
        (there(6), 0, (5, 30), 0),
        (there(6), 40, (5, 30), 24),
        (there(-3), 0, (None, None), 3),
    ],
)
def test_advice_counts_what_is_available_and_on_its_way(
    held: Availability, need: int, bound: tuple[int | None, int | None], advised: int
) -> None:
    bounds = tuple(None if each is None else pieces(each) for each in bound)
    assert advised_of(held, pieces(need), bounds) == pieces(advised)


@pytest.fixture
def selling(any_database: Database, owner: Actor) -> Database:
    """T sells 60 in the last thirty days and 10 are left, S lies still, N was never bought."""
    with any_database.transaction(owner) as session:
        t = a_product(session, "T")
        s, n = a_product(session, "S"), a_product(session, "N", min_stock=pieces(2))
        firm, other = a_supplier(session, "S01"), a_supplier(session, "S02")
        customer = a_customer(session)
        receive(session, firm, [line(t, 50, "3.00")], day=date(2026, 9, 1))
        receive(session, other, [line(t, 20, "2.50"), line(s, 5, 1)], day=date(2026, 10, 30))
        deliver(session, customer, [line(t, 60, 9)], day=date(2026, 11, 10))
        session.execute(
            text(
                "INSERT INTO supplier_price (partner_id, product_id, unit, price, price_includes_tax, minimum, "
                "from_day) VALUES (:firm, :product, '个', 2400000, 1, :least, '2026-01-01')"
            ),
            {"firm": other, "product": t, "least": pieces(24)},
        )
        assert n
    return any_database


def test_advice_names_supplier_last_price_and_the_least_he_sells(
    selling: Database, owner: Actor
) -> None:
    rows = by_product(records(run(selling, owner, "replenishment")))
    assert set(rows) == {"T", "N"}
    row = rows["T"]
    assert (row["sold"], row["daily"], row["quantity"]) == (pieces(60), pieces(2), pieces(10))
    assert row["cover_days"] == 5
    assert row["advised"] == pieces(24)  # 28 wanted less 10 there are 18; he sells no less than 24
    assert (row["supplier"], row["last_price"]) == ("S02", price("2.5"))
    assert (rows["N"]["supplier"], rows["N"]["last_price"]) == ("", None)
    assert rows["N"]["advised"] == pieces(4)


def test_longer_cover_and_a_supplier_change_what_is_advised(
    selling: Database, owner: Actor
) -> None:
    rows = by_product(records(run(selling, owner, "replenishment", cover="30", supplier="S02")))
    assert {product: row["advised"] for product, row in rows.items()} == {"T": pieces(50)}
    assert records(run(selling, owner, "replenishment", supplier="S01")) == []


def test_what_is_on_its_way_is_not_bought_again(selling: Database, owner: Actor) -> None:
    with selling.transaction(owner) as session:
        product = session.query(Product).filter_by(code="T").one().id
        draft = PurchaseOrderDraft(TODAY, 2, MAIN, (line(product, 18, 3),), TODAY)
        approve_purchase_order(session, draft, key=new_key())
    assert "T" not in by_product(records(run(selling, owner, "replenishment")))


def test_purchase_prices_are_shown_to_who_may_see_them(selling: Database) -> None:
    result = run(selling, actor_with("keeper"), "replenishment")
    assert "last_price" not in [column.id for column in result.columns]


# --- what is odd on a card


@pytest.fixture
def cards(any_database: Database, owner: Actor) -> Database:
    """Goods each with its own fault, and one without any."""
    with any_database.transaction(owner) as session:
        change_setting(session, "allow_negative_stock", True)
        customer, supplier = a_customer(session), a_supplier(session)
        good = a_product(session, "GOOD", category_id=_category(session))
        session.add(Barcode(code="6901234567892", product_id=good))
        dear = a_product(session, "DEAR", retail_price=price(3))
        a_product(session, "P-01", name="酱 油", retail_price=None)
        a_product(session, "p01", name="酱油")
        sold = a_product(session, "SOLD")
        receive(session, supplier, [line(dear, 2, "3.50"), line(good, 9, 1)])
        deliver(session, customer, [line(sold, 1, 5), line(good, 1, 5)])
    return any_database


def _category(session: object) -> int:
    session.execute(text("INSERT INTO category (name) VALUES ('调料')"))
    return session.scalar(text("SELECT id FROM category"))


FOUND = {
    "barcode": {"DEAR", "P-01", "p01", "SOLD"},
    "category": {"DEAR", "P-01", "p01", "SOLD"},
    "price": {"P-01"},
    "below_cost": {"DEAR"},
    "name": {"P-01", "p01"},
    "code": {"P-01", "p01"},
    "negative": {"SOLD"},
    "never_sold": {"DEAR", "P-01", "p01"},
}


@pytest.mark.parametrize("check", CHECKS)
def test_each_check_finds_its_own_cards(cards: Database, owner: Actor, check: str) -> None:
    rows = records(run(cards, owner, "data_quality", check=check))
    assert {row["product"] for row in rows} == FOUND[check]


def test_all_checks_stand_under_their_names_and_lead_to_the_card(
    cards: Database, owner: Actor
) -> None:
    result = run(cards, owner, "data_quality")
    assert len(result.data) == sum(map(len, FOUND.values()))
    headings = [str(row.cells[1]) for row in result.rows if row.role == "group"]
    assert [each.partition("（")[0] for each in headings] == [c.title() for c in CHECKS.values()]
    for row in result.data:
        assert (row.link.pane, row.link.report, row.link.document) == ("product", "", "")
        assert row.link.subject


def test_cost_is_no_check_for_who_may_not_see_it(cards: Database) -> None:
    keeper = actor_with("keeper")
    assert records(run(cards, keeper, "data_quality", check="below_cost")) == []
    shown = {row["check"] for row in records(run(cards, keeper, "data_quality"))}
    assert CHECKS["below_cost"].title() not in shown


def test_a_shop_without_goods_is_empty_everywhere(
    new_shop: Callable[..., Database], owner: Actor
) -> None:
    empty = new_shop()
    for name in ADVICE:
        rows = records(run(empty, owner, name))
        assert not rows or name == "stock_check"


def test_every_row_leads_on(trade: Trade) -> None:
    for name in ADVICE:
        result = trade.run(name, last="2026-04-10")
        for row in result.data:
            if name != "stock_check":
                assert row.link is not None
            if row.link and row.link.report:
                assert trade.run(row.link.report, **row.link.filters) is not None

"""Lots by their expiry with what will not be sold in time, and the trace of a lot from receipt to customer."""

from datetime import date

import pytest
from sqlalchemy import select

from jxc_desktop.analysis.todo import todo
from jxc_desktop.catalog.models import Product
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.reports.lot_stock import RATE_DAYS
from jxc_desktop.sales.returns import SalesReturnDraft, post_sales_return
from jxc_desktop.shop.keys import new_key
from jxc_desktop.stock.kits import KitDraft, post_assembly
from jxc_desktop.stock.returned import ReturnLine
from tests.conftest import actor_with
from tests.reports.conftest import records, run
from tests.shopkeeping import (
    DAY,
    MAIN,
    a_customer,
    a_product,
    a_supplier,
    deliver,
    fen,
    line,
    pieces,
    receive,
)
from tests.stock.test_lots import lot, serials


@pytest.fixture
def house(new_shop, dialect, owner):
    """Milk of OLD (expired), SOON (keeps 10 more days) and LONG at 2.00 each, 30 sold of 80; a phone sold and back."""
    database = new_shop("small", dialect)
    with database.transaction(owner) as session:
        product = a_product(session, "MILK", tracking="lot", expiry_warn_days=15)
        phone = a_product(session, "PHONE", tracking="serial")
        supplier, customer = a_supplier(session), a_customer(session)
        lots = (
            lot("OLD", "10", expiry=date(2026, 11, 19)),
            lot("SOON", "50", expiry=date(2026, 11, 30)),
            lot("LONG", "20", expiry=date(2027, 6, 1)),
        )
        receive(session, supplier, [line(product, 80, 2, lots=lots)])
        deliver(session, customer, [line(product, 30, 5)])
        receive(session, supplier, [line(phone, 1, 100, lots=serials("S1"))])
        sold = deliver(session, customer, [line(phone, 1, 200, lots=serials("S1"))])
        back = (ReturnLine(1, pieces(1)),)
        draft = SalesReturnDraft(DAY, customer, MAIN, sold.number, back)
        post_sales_return(session, draft, key=new_key())
    return database


def test_what_will_not_be_sold_in_time_follows_from_the_sales_of_the_last_days(house, owner):
    found = records(run(house, owner, "lot_stock", product="MILK"))
    told = [(r["lot"], r["days_left"], r["quantity"], r["amount"], r["unsold"]) for r in found]
    a_day = 30 / RATE_DAYS
    assert told == [
        ("OLD", -1, pieces(10), fen(20), pieces(10)),
        ("SOON", 10, pieces(20), fen(40), pieces(20) - pieces(int(a_day * 11))),
        ("LONG", 193, pieces(20), fen(40), 0),
    ]
    assert [r["unsold_amount"] for r in found] == [fen(20), fen(18), 0]


@pytest.mark.parametrize(
    ("band", "codes"), [("near", ["OLD", "SOON"]), ("expired", ["OLD"]), ("90", ["OLD", "SOON"])]
)
def test_lots_are_narrowed_to_those_that_expire(house, owner, band, codes):
    found = records(run(house, owner, "lot_stock", band=band))
    assert [row["lot"] for row in found] == codes


def test_who_may_not_see_cost_sees_no_worth_of_lots(house):
    found = records(run(house, actor_with("keeper"), "lot_stock"))
    assert "amount" not in found[0]
    assert "unsold_amount" not in found[0]


def test_a_piece_is_traced_from_its_receipt_to_the_customer_and_back(house, owner):
    result = run(house, owner, "lot_trace", lot="S1")
    told = [(r["kind"], r["partner"], r["in_quantity"]) for r in records(result)]
    assert told == [
        ("入库", "供应商S01", pieces(1)),
        ("出库", "客户C01", 0),
        ("退回", "客户C01", pieces(1)),
    ]
    assert all(row.link.document == row.cells[4] for row in result.rows)
    with pytest.raises(InvalidInput):
        run(house, owner, "lot_trace")


def test_a_lot_that_went_into_a_kit_is_traced_in_the_words_of_the_stock_ledger(house, owner):
    with house.transaction(owner) as session:
        milk = session.scalars(select(Product.id).where(Product.code == "MILK")).one()
        box = a_product(session, "BOX")
        parts = (line(milk, 1, lots=(lot("LONG", "1"),)),)
        post_assembly(session, KitDraft(DAY, MAIN, box, pieces(1), parts), key=new_key())
    last = records(run(house, owner, "lot_trace", lot="LONG"))[-1]
    assert (last["kind"], last["out_quantity"]) == ("组装", pieces(1))


def test_the_stock_balance_tells_lots_apart_and_agrees_with_the_books(house, owner):
    result = run(house, owner, "stock_balance", product="MILK", zero="hide", show="list")
    told = [(row["lot"], row["quantity"], row["amount"]) for row in records(result)]
    assert told == [
        ("LONG", pieces(20), fen(40)),
        ("OLD", pieces(10), fen(20)),
        ("SOON", pieces(20), fen(40)),
    ]
    assert run(house, owner, "stock_balance", zero="hide").proof.holds


def test_lots_that_expire_soon_wait_to_be_done(house, owner):
    with house.reading(owner) as session:
        groups = {group.title: group for group in todo(session, lambda _session: None)}
    told = [(each.text, each.figure) for each in groups["快到期的货"].things]
    assert told == [
        ("商品MILK OLD", "10 个，已过期 1 天"),
        ("商品MILK SOON", "20 个，还有 10 天"),
    ]

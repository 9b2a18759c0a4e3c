"""Stock reports against the moves, and against the books."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.purchase.services import ReceiptDraft, post_receipt
from jxc_desktop.shop.keys import new_key
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.shares import shares_of
from tests.reports import truth
from tests.reports.conftest import Trade, records
from tests.shopkeeping import line

DAYS = [
    "2026-01-04",
    "2026-01-05",
    "2026-03-07",
    "2026-04-09",
    "2026-04-30",
    "2026-07-02",
    "2026-11-20",
]


@pytest.mark.parametrize("day", DAYS)
def test_the_balance_of_any_day_is_the_sum_of_its_moves(trade: Trade, day: str) -> None:
    with trade.database.reading(trade.owner) as session:
        moves = [move for move in truth.moves(session) if move[1] <= day]
    quantity = {p: sum(m[3] for m in moves if m[0] == p) for p in "ABC"}
    amount = {p: sum(m[4] for m in moves if m[0] == p) for p in "ABC"}
    rows = records(trade.run("stock_balance", last=day))
    assert {row["product"]: row["quantity"] for row in rows} == quantity
    assert {row["product"]: row["amount"] for row in rows} == amount


def test_stock_agrees_with_the_books_on_every_day(any_trade: Trade) -> None:
    for day in DAYS:
        for name in ("stock_balance", "stock_movement_summary"):
            proof = any_trade.run(name, "2026-01-01", day).proof
            assert proof is not None
            assert proof.holds, (name, day, proof.text)


def test_a_difference_to_the_books_is_told(trade: Trade) -> None:
    with trade.database.engine().begin() as connection:
        connection.exec_driver_sql("UPDATE cost_pool SET value = value + 123 WHERE product_id = 1")
    proof = trade.run("stock_balance").proof
    assert proof is not None
    assert not proof.holds
    assert "1.23" in proof.text


PERIODS = [(first, last) for first in DAYS for last in DAYS if first <= last]


@pytest.mark.parametrize(("first", "last"), PERIODS)
def test_opening_plus_in_less_out_plus_adjustment_is_closing(
    trade: Trade, first: str, last: str
) -> None:
    with trade.database.reading(trade.owner) as session:
        moves = truth.moves(session)
    rows = {
        row["product"]: row for row in records(trade.run("stock_movement_summary", first, last))
    }
    for product in "ABC":
        own = [m for m in moves if m[0] == product]
        before = [m for m in own if m[1] < first]
        period = [m for m in own if first <= m[1] <= last]
        if not own or (not any(m[3] or m[4] for m in period) and not sum(m[3] for m in before)):
            continue
        row = rows[product]
        for measure, place in (("quantity", 3), ("amount", 4)):
            assert row[f"opening_{measure}"] == sum(m[place] for m in before)
            assert row[f"closing_{measure}"] == sum(m[place] for m in before + period)
            moved = row[f"in_{measure}"] - row[f"out_{measure}"] + row[f"adjust_{measure}"]
            assert row[f"opening_{measure}"] + moved == row[f"closing_{measure}"]


def test_a_reversal_counts_red_on_the_side_it_takes_back(trade: Trade) -> None:
    rows = {
        row["product"]: row
        for row in records(trade.run("stock_movement_summary", "2026-06-02", "2026-07-03"))
    }
    assert (rows["C"]["in_quantity"], rows["C"]["out_quantity"]) == (0, -2 * 10000)
    assert (rows["B"]["in_quantity"], rows["B"]["out_quantity"]) == (0, 0)
    july = {
        row["product"]: row
        for row in records(trade.run("stock_movement_summary", "2026-07-01", "2026-07-03"))
    }
    assert july["B"]["in_quantity"] == -3 * 10000
    assert "A" in july


def test_worth_without_goods_is_an_adjustment(trade: Trade) -> None:
    row = next(
        r
        for r in records(trade.run("stock_movement_summary", "2026-05-01", "2026-05-31"))
        if r["product"] == "C"
    )
    assert (row["adjust_quantity"], row["adjust_amount"]) == (0, -1250)
    assert (row["opening_quantity"], row["opening_amount"]) == (-5 * 10000, 0)


def test_the_summary_is_the_same_on_both_databases(any_trade: Trade) -> None:
    result = any_trade.run("stock_movement_summary", "2026-03-01", "2026-06-30")
    headings = [row.cells[0] for row in result.rows if row.role == "group"]
    assert headings == ["饮料", "饮料/茶", "未分类"]
    assert result.totals["in_quantity"] is None
    assert result.totals["closing_amount"] == sum(r["closing_amount"] for r in records(result))


def test_a_product_ledger_runs_from_opening_to_what_is_there(trade: Trade) -> None:
    result = trade.run("stock_ledger", "2026-02-01", "2026-11-20", product="A")
    rows = records(result)
    assert rows[0]["balance_quantity"] == 240 * 10000
    assert rows[-1]["balance_quantity"] == 164 * 10000
    for before, after in pairwise(rows):
        moved = after["in_quantity"] - after["out_quantity"]
        assert after["balance_quantity"] - before["balance_quantity"] == moved
        worth = after["in_amount"] - after["out_amount"]
        assert after["balance_amount"] - before["balance_amount"] == worth


def test_a_ledger_wants_one_product(trade: Trade) -> None:
    with pytest.raises(InvalidInput) as refused:
        trade.run("stock_ledger")
    assert refused.value.field == "filter.product"
    with pytest.raises(InvalidInput, match="3 种"):
        trade.run("stock_ledger", product="商品")


def test_what_runs_short_or_lies_too_high_is_listed(trade: Trade) -> None:
    rows = {row["product"]: row for row in records(trade.run("stock_alert"))}
    assert rows["A"]["shortage"] == (500 - 164) * 10000
    assert rows["C"]["excess"] == 14 * 10000
    assert "B" not in rows


def test_zero_stock_can_be_left_out(trade: Trade) -> None:
    assert "A" not in {
        r["product"] for r in records(trade.run("stock_balance", last="2026-01-04", zero="hide"))
    }
    assert "A" in {r["product"] for r in records(trade.run("stock_balance", last="2026-01-04"))}


def test_each_warehouse_has_its_share_and_the_shares_make_the_whole(trade: Trade) -> None:
    with trade.database.transaction(trade.owner) as session:
        east = Warehouse(code="EAST", name="东库")
        session.add(east)
        session.flush()
        draft = ReceiptDraft(date(2026, 11, 19), 1, east.id, (line(1, 7, "13.33"),))
        post_receipt(session, draft, key=new_key())
    result = trade.run("stock_balance", product="A")
    rows = {row["warehouse"]: row for row in records(result)}
    assert rows["EAST"]["quantity"] == 7 * 10000
    assert rows["EAST"]["unit_cost"] == rows["MAIN"]["unit_cost"]
    with trade.database.reading(trade.owner) as session:
        whole = sum(m[4] for m in truth.moves(session) if m[0] == "A")
    assert rows["EAST"]["amount"] + rows["MAIN"]["amount"] == whole
    assert [r["warehouse"] for r in records(trade.run("stock_balance", warehouse="EAST"))] == [
        "EAST"
    ]
    assert trade.run("stock_balance").proof.holds


def test_shares_give_the_remainder_to_the_largest() -> None:
    assert shares_of(1000, [1, 1, 1]) == [334, 333, 333]
    assert shares_of(-100, [-3, 1]) == [-150, 50]
    assert shares_of(0, [5, -5]) == [0, 0]
    assert shares_of(7, []) == []


def test_days_of_the_future_and_of_before_the_books_are_empty_or_the_same(trade: Trade) -> None:
    later = trade.run("stock_balance", last=str(date(2026, 11, 20) + timedelta(days=400)))
    assert later.totals == trade.run("stock_balance").totals
    assert trade.run("stock_balance", "2025-01-01", "2025-12-31").totals["amount"] == 0

"""The books listed in every way, recomputed from the raw legs."""

from collections import defaultdict

import pytest
from sqlalchemy import text

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.intake.documents import post_document
from jxc_desktop.shop.actor import Actor
from tests.reports import truth
from tests.reports.conftest import Trade, records, run
from tests.shopkeeping import fen

PERIODS = [("2026-01-01", "2026-12-31"), ("2026-02-03", "2026-04-30"), ("2026-03-31", "2026-03-31")]


def legs_of(trade: Trade) -> list[tuple[str, str, int, int, str]]:
    with trade.database.reading(trade.owner) as session:
        return truth.legs(session)


@pytest.mark.parametrize(("first", "last"), PERIODS)
def test_the_chronological_book_has_every_leg_once(any_trade: Trade, first: str, last: str):
    result = any_trade.run("chronological", first, last)
    told = [
        (row["account"], str(row["day"]), row["debit"], row["credit"], row["number"])
        for row in records(result)
    ]
    assert told == [leg for leg in legs_of(any_trade) if first <= leg[1] <= last]
    assert result.proof.holds


@pytest.mark.parametrize(("first", "last"), PERIODS)
def test_the_summary_of_accounts_adds_up_the_legs(any_trade: Trade, first: str, last: str):
    result = any_trade.run("voucher_summary", first, last)
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for account, day, debit, credit, _source in legs_of(any_trade):
        if first <= day <= last:
            sums[account][0] += debit
            sums[account][1] += credit
    assert {row["account"]: [row["debit"], row["credit"]] for row in records(result)} == sums
    assert result.proof.holds
    assert all(row["vouchers"] >= 1 for row in records(result))


@pytest.mark.parametrize(("first", "last"), PERIODS)
def test_the_general_ledger_closes_each_month(any_trade: Trade, first: str, last: str):
    legs = legs_of(any_trade)
    rows = records(any_trade.run("general_ledger", first, last))
    assert {row["account"] for row in rows} >= {
        leg[0][:4] for leg in legs if first <= leg[1] <= last
    }
    for row in rows:
        own = [leg for leg in legs if leg[0].startswith(str(row["account"]))]
        month = str(row["month"])
        if row["summary"] == "期初余额":
            assert row["balance"] == abs(sum(leg[2] - leg[3] for leg in own if leg[1] < first))
            continue
        until = min(f"{month}-31", last)
        since = max(f"{month}-01", first) if row["summary"] == "本月合计" else f"{month[:4]}-01-01"
        moved = [leg for leg in own if since <= leg[1] <= until]
        assert (row["debit"], row["credit"]) == (
            sum(leg[2] for leg in moved), sum(leg[3] for leg in moved),
        )  # fmt: skip
        assert row["balance"] == abs(sum(leg[2] - leg[3] for leg in own if leg[1] <= until))


def test_one_account_of_the_general_ledger_may_be_asked_for(trade: Trade):
    rows = records(trade.run("general_ledger", account="220201"))
    assert {row["account"] for row in rows} == {"220201"}


@pytest.mark.parametrize("account", ["2221", "1405", "5001", "1012"])
@pytest.mark.parametrize(("first", "last"), PERIODS)
def test_columns_make_up_what_an_account_moved(
    any_trade: Trade, account: str, first: str, last: str
):
    result = any_trade.run("multi_column_ledger", first, last, account=account)
    assert result.proof.holds
    own = [
        leg for leg in legs_of(any_trade) if leg[0].startswith(account) and first <= leg[1] <= last
    ]
    assert result.totals["debit"] == sum(leg[2] for leg in own)
    assert len(result.rows) == len(own) + 1


def test_items_stand_in_columns_of_their_own(database: Database, owner: Actor):
    with database.transaction(owner) as session:
        for key, item in (("a", "租金"), ("b", "水电费"), ("c", "")):
            leg = {"account": "5602", "debit": "10.00", "summary": "费", "item": item}
            bank = {"account": "bank", "credit": "10.00"}
            post_document(
                session, {"key": key, "type": "voucher", "day": "2026-03-05", "legs": [leg, bank]}
            )
    result = run(database, owner, "multi_column_ledger", account="5602")
    assert [column.title for column in result.columns[8:]] == ["未分项目", "水电费", "租金"]
    assert [result.totals[column.id] for column in result.columns[8:]] == [fen(10)] * 3


def test_a_multi_column_book_needs_its_account(trade: Trade):
    with pytest.raises(InvalidInput):
        trade.run("multi_column_ledger")


@pytest.mark.parametrize("product", ["A", "B", "C"])
def test_quantity_and_worth_of_goods_come_with_their_vouchers(any_trade: Trade, product: str):
    plain = any_trade.run("stock_ledger", product=product)
    told = any_trade.run("quantity_amount_ledger", product=product)
    assert [row.cells[:1] + row.cells[2:] for row in told.rows] == [row.cells for row in plain.rows]
    vouchers = [row["voucher"] for row in records(told)][1:]
    assert all(str(voucher).startswith("记-") or not voucher for voucher in vouchers)
    assert any(vouchers)


@pytest.mark.parametrize(("first", "last"), PERIODS)
@pytest.mark.parametrize("dimension", ["partner", "money_account"])
def test_balances_by_dimension_are_those_of_the_legs(
    any_trade: Trade, dimension: str, first: str, last: str
):
    result = any_trade.run("dimension_balance", first, last, dimension=dimension)
    with any_trade.database.reading(any_trade.owner) as session:
        found = session.execute(
            text(
                f"SELECT account, {dimension}_id, sum(CASE WHEN day < '{first}' THEN debit - credit "
                f"ELSE 0 END), sum(CASE WHEN day >= '{first}' THEN debit ELSE 0 END), "
                f"sum(CASE WHEN day >= '{first}' THEN credit ELSE 0 END) FROM leg "
                f"WHERE {dimension}_id IS NOT NULL AND day <= '{last}' GROUP BY account, {dimension}_id"
            )
        ).all()
    wanted = sorted((row[0], *map(int, row[2:])) for row in found if any(row[2:]))
    told = [(r["account"], r["opening"], r["debit"], r["credit"]) for r in records(result)]
    assert sorted(told) == wanted


@pytest.mark.parametrize(
    "dimension", ["item", "employee", "department", "project", "product", "warehouse"]
)
def test_every_dimension_can_be_asked_for(any_database: Database, owner: Actor, dimension: str):
    from tests.shopkeeping import a_product

    with any_database.transaction(owner) as session:
        a_product(session)
        about = {"item": "租金", "employee": "小王", "department": "门店", "project": "开业",
                 "product": "A", "warehouse": "MAIN"}  # fmt: skip
        leg = {"account": "5602", "debit": "10.00", "summary": "费", dimension: about[dimension]}
        bank = {"account": "bank", "credit": "10.00"}
        told = {"key": "k", "type": "voucher", "day": "2026-03-05", "legs": [leg, bank]}
        post_document(session, told)
    [row] = records(run(any_database, owner, "dimension_balance", dimension=dimension))
    assert (row["account"], row["closing"]) == ("5602", fen(10))
    assert about[dimension] in {row["name"], row["code"]}


def test_the_bank_journal_begins_with_the_bank(trade: Trade):
    assert records(trade.run("bank_journal")) == records(trade.run("cash_journal", account="bank"))

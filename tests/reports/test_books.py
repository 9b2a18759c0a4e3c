"""Reports of the books, the money and the till, recomputed from legs and tenders."""

from datetime import date

import pytest
from sqlalchemy import text

from jxc_desktop.core.errors import InvalidInput, NotFound
from jxc_desktop.ledger.queries import account_card, balance_of, partner_balances, trial_rows
from tests.reports import truth
from tests.reports.conftest import Trade, records

PERIODS = [
    ("2026-01-01", "2026-12-31"),
    ("2026-02-01", "2026-04-30"),
    ("2026-03-07", "2026-06-01"),
    ("2026-03-31", "2026-03-31"),
    ("2026-04-02", "2026-04-20"),
    ("2025-11-11", "2026-01-06"),
]


@pytest.mark.parametrize(("first", "last"), PERIODS)
def test_balances_out_of_the_cache_are_those_of_the_legs(
    any_trade: Trade, first: str, last: str
) -> None:
    with any_trade.database.reading(any_trade.owner) as session:
        legs = truth.legs(session)
        rows = trial_rows(session, date.fromisoformat(first), date.fromisoformat(last))
    year = last[:4]
    for row in rows:
        own = [leg for leg in legs if leg[0] == row.account]
        assert row.opening == sum(d - c for _a, day, d, c, _s in own if day < first)
        assert row.debit == sum(d for _a, day, d, _c, _s in own if first <= day <= last)
        assert row.credit == sum(c for _a, day, _d, c, _s in own if first <= day <= last)
        assert row.year_debit == sum(d for _a, day, d, _c, _s in own if year <= day <= last)
        assert row.closing == sum(d - c for _a, day, d, c, _s in own if day <= last)
    assert {row.account for row in rows} >= {a for a, day, *_ in legs if first <= day <= last}


@pytest.mark.parametrize("level", ["leaf", "first", "all"])
@pytest.mark.parametrize(("first", "last"), PERIODS)
def test_a_trial_balance_balances_at_every_level(
    trade: Trade, level: str, first: str, last: str
) -> None:
    result = trade.run("trial_balance", first, last, level=level)
    assert result.proof is not None
    assert result.proof.holds
    for pair in ("period", "closing"):
        assert result.totals[f"{pair}_debit"] == result.totals[f"{pair}_credit"] > 0


def test_a_trial_balance_says_when_the_books_do_not_balance(trade: Trade) -> None:
    with trade.database.engine().begin() as connection:
        connection.exec_driver_sql(
            "UPDATE account_balance SET debit = debit + 1 WHERE account = '1122'"
        )
    proof = trade.run("trial_balance").proof
    assert proof is not None
    assert not proof.holds


def test_accounts_above_leaves_bear_their_sums(trade: Trade) -> None:
    rows = {row.cells[0]: row for row in trade.run("trial_balance", level="all").rows}
    assert rows["1001"].role == "group"
    assert rows["1001"].cells[2:] == rows["100101"].cells[2:]
    first = {row.cells[0] for row in trade.run("trial_balance", level="first").rows}
    assert "1001" in first
    assert "100101" not in first


@pytest.mark.parametrize("account", ["1405", "1122", "2202", "5001", "2221"])
@pytest.mark.parametrize(("first", "last"), PERIODS)
def test_a_ledger_runs_from_opening_to_closing(
    trade: Trade, account: str, first: str, last: str
) -> None:
    result = trade.run("subsidiary_ledger", first, last, account=account)
    with trade.database.reading(trade.owner) as session:
        legs = [leg for leg in truth.legs(session) if leg[0].startswith(account)]
    rows = records(result)
    balance = sum(d - c for _a, day, d, c, _s in legs if day < first)
    inside = [leg for leg in legs if first <= leg[1] <= last]
    assert [(r["debit"], r["credit"]) for r in rows[1:]] == [
        (d, c) for _a, _day, d, c, _s in inside
    ]
    for row, leg in zip(rows, [None, *inside], strict=True):
        balance += leg[2] - leg[3] if leg else 0
        assert row["balance"] == abs(balance)
        assert row["side"] == ("平" if balance == 0 else "借" if balance > 0 else "贷")
    assert result.totals["balance"] == abs(balance)


def test_months_and_years_are_closed_by_their_sums(trade: Trade) -> None:
    result = trade.run("subsidiary_ledger", "2026-03-01", "2026-04-30", account="1405")
    sums = [
        (row.cells[3], row.cells[4], row.cells[5]) for row in result.rows if row.role == "subtotal"
    ]
    legs = [
        (day, d, c) for a, day, d, c, _s in legs_of(trade) if a == "1405" and day <= "2026-04-30"
    ]

    def upto(start: str, end: str) -> tuple[int, int]:
        inside = [(d, c) for day, d, c in legs if start <= day <= end]
        return sum(d for d, _c in inside), sum(c for _d, c in inside)

    assert sums == [
        ("本月合计", *upto("2026-03-01", "2026-03-31")),
        ("本年累计", *upto("2026-01-01", "2026-03-31")),
        ("本月合计", *upto("2026-04-01", "2026-04-30")),
        ("本年累计", *upto("2026-01-01", "2026-04-30")),
    ]


def legs_of(trade: Trade) -> list[tuple[str, str, int, int, str]]:
    with trade.database.reading(trade.owner) as session:
        return truth.legs(session)


def test_a_ledger_of_one_customer(trade: Trade) -> None:
    result = trade.run("subsidiary_ledger", account="1122", partner="C02")
    assert result.totals["balance"] == 10758 - 5000
    with trade.database.reading(trade.owner) as session:
        balances = partner_balances(session, "1122")
        assert sum(balances.values()) == balance_of(session, "1122")
        assert 10758 - 5000 in balances.values()


def test_a_card_read_in_pages_is_the_card_read_at_once(any_trade: Trade) -> None:
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    with any_trade.database.reading(any_trade.owner) as session:
        for account in ("1405", "5001", "2221"):
            whole = account_card(session, account, first, last)
            rows, after = [], None
            while True:
                page = account_card(session, account, first, last, after=after, limit=3)
                rows += page.rows
                after = page.following
                if after is None:
                    break
            assert tuple(rows) == whole.rows
            assert len(rows) > 3


def test_a_ledger_wants_an_account_that_exists(trade: Trade) -> None:
    with pytest.raises(InvalidInput) as refused:
        trade.run("subsidiary_ledger")
    assert refused.value.field == "filter.account"
    with pytest.raises(NotFound) as missing:
        trade.run("subsidiary_ledger", account="9999")
    assert missing.value.field == "filter.account"


def test_the_cash_journal_ends_at_what_is_in_the_drawer(any_trade: Trade) -> None:
    result = any_trade.run("cash_journal", "2026-04-01", "2026-12-31")
    legs = [(day, d, c) for a, day, d, c, _s in legs_of(any_trade) if a == "100101"]
    rows = records(result)
    assert rows[0]["balance"] == sum(d - c for day, d, c in legs if day < "2026-04-01")
    assert result.totals["balance"] == sum(d - c for _day, d, c in legs)
    assert [(r["income"], r["outgo"]) for r in rows[1:]] == [
        (d, c) for day, d, c in legs if day >= "2026-04-01"
    ]


def test_money_faces_revenue_and_tax_but_never_the_cost_of_the_goods(trade: Trade) -> None:
    rows = records(trade.run("cash_journal"))
    assert rows[1]["counterpart"] == "主营业务收入、小规模应交增值税"
    assert not any("库存商品" in row["counterpart"] or "成本" in row["counterpart"] for row in rows)
    bank = records(trade.run("cash_journal", account="bank"))
    assert bank[1]["counterpart"] == "库存商品"


def test_a_shift_shows_what_stayed_by_each_way(any_trade: Trade) -> None:
    row = next(
        r
        for r in records(any_trade.run("shift_report"))
        if r["number"] == any_trade.numbers["shift"]
    )
    with any_trade.database.reading(any_trade.owner) as session:
        cash = session.execute(
            text(
                "SELECT sum(t.amount) FROM pos_sale_tender t JOIN pos_sale d ON d.id = t.document_id "
                "WHERE d.day = '2026-04-09'"
            )
        ).scalar_one()
        back = session.execute(text("SELECT sum(amount) FROM pos_return_tender")).scalar_one()
    assert row["paid_cash"] == int(cash) - int(back) == row["expected"] == row["counted"]
    assert (row["sales"], row["returns"], row["difference"]) == (2, 1, 0)
    one = any_trade.run("shift_report", shift=any_trade.numbers["shift"])
    assert len(one.rows) == 1


def test_a_shift_whose_only_sale_was_taken_back_sold_nothing(trade: Trade) -> None:
    row = records(trade.run("shift_report", "2026-07-03", "2026-07-03"))[0]
    assert (row["sales"], row["sales_amount"], row["paid_cash"]) == (0, 0, 0)
    assert row["counted"] is None

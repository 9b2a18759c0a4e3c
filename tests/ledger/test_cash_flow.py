"""Cash is spread over the lines of its entry, to the fen, and what has no line is told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.core.db import Database
from jxc_desktop.ledger.journal.drafts import JournalDraft, JournalLeg
from jxc_desktop.ledger.journal.services import post_journal_voucher
from jxc_desktop.ledger.queries.cash_flow import CashFlow, _count, cash_flow, line_of
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from tests.reports.conftest import run
from tests.shopkeeping import fen

DAY = date(2026, 3, 5)
Legs = tuple[tuple[str, str], ...]


def flow(database: Database, owner: Actor, *entries: Legs) -> CashFlow:
    """What entries of (account/item, yuan; positive debit) move."""
    with database.transaction(owner) as session:
        for entry in entries:
            drafted = []
            for account, amount in entry:
                code, _, item = account.partition("/")
                net = fen(amount)
                drafted.append(JournalLeg(code, max(net, 0), max(-net, 0), "例", item=item or None))
            post_journal_voucher(session, JournalDraft(DAY, tuple(drafted)), key=new_key())
        return cash_flow(session, DAY, DAY)


@pytest.mark.parametrize(
    ("entry", "lines"),
    [
        ((("1002", "100"), ("5001", "-88.50"), ("22210107", "-11.50")), {"1": "100"}),
        ((("1002", "-100"), ("2211", "100")), {"4": "-100"}),
        ((("1002", "-50"), ("222102", "50")), {"5": "-50"}),
        ((("1002", "100"), ("2001", "-100")), {"14": "100"}),
        ((("2001", "100"), ("1002", "-100")), {"16": "-100"}),
        ((("5603/利息", "7"), ("1002", "-7")), {"17": "-7"}),
        ((("5603/手续费", "7"), ("1002", "-7")), {"6": "-7"}),
        ((("1601", "900"), ("1002", "-900")), {"12": "-900"}),
        ((("1002", "30"), ("1601", "-30")), {"10": "30"}),
        # Drawn out of the bank, paid into it: no flow.
        ((("100101", "500"), ("1002", "-500")), {}),
        # Half of the expense stays owed: its debt takes no part of the cash.
        ((("5601", "200"), ("22210101", "26"), ("1002", "-100"), ("2211", "-126")),
         {"6": "-88.50", "3": "-11.50"}),
        # Goods that leave for their cost in the same entry cancel out.
        ((("1002", "100"), ("5001", "-100"), ("5401", "60"), ("1411", "-60")), {"1": "100"}),
        # 1 fen over three equal lines goes to that of the lowest account.
        ((("5403", "1"), ("5602", "1"), ("2211", "1"), ("1002", "-0.01"), ("4001", "-2.99")),
         {"4": "-0.01"}),
    ],
)  # fmt: skip
def test_each_movement_of_cash_has_its_line(database: Database, owner: Actor, entry, lines):
    found = {line: amount for line, amount in flow(database, owner, entry).lines.items() if amount}
    assert found == {line: fen(amount) for line, amount in lines.items()}


def test_cash_without_a_line_is_named_by_its_document(any_database: Database, owner: Actor):
    found = flow(any_database, owner, (("1002", "5"), ("1602", "-5")))
    assert dict(found.unassigned) == {"PZ202603050001": fen(5)}
    proof = run(any_database, owner, "cash_flow", "2026-03-01", "2026-03-31").proof
    assert not proof.holds
    assert "PZ202603050001" in proof.text


def test_the_statement_ends_with_the_cash_in_the_books(any_trade):
    for first, last in (("2026-01-01", "2026-12-31"), ("2026-03-01", "2026-04-30")):
        result = any_trade.run("cash_flow", first, last)
        assert result.proof is not None
        assert result.proof.holds, result.proof.text
        drilled = any_trade.run("cash_flow_accounts", first, last)
        [change] = [row.cells[3] for row in result.rows if row.cells[0] == 20]
        assert drilled.totals["amount"] == change


def test_a_statement_stands_beside_an_earlier_one(any_trade):
    for name in ("cash_flow", "income_statement", "balance_sheet"):
        before = any_trade.run(name, "2026-02-01", "2026-02-28")
        now = any_trade.run(name, "2026-03-01", "2026-03-31", compare="previous")
        column = 2 if name == "balance_sheet" else 3
        assert [row.cells[4] for row in now.rows] == [row.cells[column] for row in before.rows]
        assert len(any_trade.run(name, "2026-03-01", "2026-03-31").columns) == 4


@pytest.mark.parametrize(
    ("rule", "codes", "item", "incoming", "line"),
    [
        ("3", (), "", True, "3"),
        ("2/6", (), "", True, "2"),
        ("2/6", (), "", False, "6"),
        ("1122>1 2202>3 利息:17 6", ("1122",), "", True, "1"),
        ("1122>1 2202>3 利息:17 6", ("220201",), "利息", True, "3"),
        ("1122>1 2202>3 利息:17 6", ("5602",), "利息", True, "17"),
        ("1122>1 2202>3 利息:17 6", ("5602",), "", False, "6"),
        ("", (), "", True, ""),
    ],
)
def test_an_account_says_its_line(rule, codes, item, incoming, line):
    assert line_of(rule, codes, item, incoming=incoming) == line


RULES = {"A": "cash", "B": "1", "C": "3", "D": "2/6", "E": "", "F": "1122>1 6"}


@given(st.lists(st.tuples(st.sampled_from("BCDEF"), st.integers(-(10**9), 10**9)), min_size=1))
def test_whatever_the_entry_all_of_its_cash_is_spread(others):
    legs = [(1, "x", account, "", amount) for account, amount in others]
    moved = sum(amount for *_rest, amount in legs)
    legs.append((1, "x", "A", "", -moved))
    found = CashFlow()
    _count(found, RULES, legs)
    assert sum(found.lines.values()) == moved
    assert sum(found.accounts.values()) == moved
    assert all(amount * moved >= 0 for amount in found.lines.values())

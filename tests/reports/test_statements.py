"""Statements of a worked month of both kinds of taxpayer, to the fen, before and after its profit is closed."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.core.sql import insert_into
from jxc_desktop.ledger.models import Entry
from jxc_desktop.ledger.posting import _INSERT_LEG, LegDraft, Paper, keep_balances
from jxc_desktop.ledger.queries import accounts
from jxc_desktop.reports.formulas import Figures, lines_of, worked_out
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.series import next_of, of_all_time
from tests.reports.conftest import records, run
from tests.shopkeeping import a_customer, a_supplier, fen

INSERT_ENTRY = insert_into(
    Entry, ("id", "day", "kind", "source", "summary", "closing", "posted_at", "posted_by")
)
Legs = list[tuple[str, str, str]]
"""Account, debit, credit in yuan; a partner or an item stands after a slash."""

GENERAL: list[tuple[int, Legs]] = [
    (2, [("1405", "6000", ""), ("22210101", "780", ""), ("220201/s", "", "6780")]),
    (5, [("1122/c", "5085", ""), ("5001", "", "4500"), ("22210107", "", "585")]),
    (5, [("5401", "3200", ""), ("1405", "", "3200")]),
    (8, [("100101", "450", ""), ("5001", "", "398.23"), ("22210107", "", "51.77")]),
    (8, [("5401", "213.33", ""), ("1405", "", "213.33")]),
    (10, [("1122/c", "-169.50", ""), ("5001", "", "-150"), ("22210107", "", "-19.50")]),
    (10, [("1405", "106.67", ""), ("5401", "", "106.67")]),
    (12, [("1002", "4900", ""), ("5603", "15.50", ""), ("1122/c", "", "4915.50")]),
    (15, [("220201/s", "5000", ""), ("1002", "", "5000")]),
    (18, [("5601", "200", ""), ("1002", "", "200")]),
    (20, [("5602", "300", ""), ("1002", "", "300")]),
    (25, [("190101", "32", ""), ("1405", "", "32")]),
    (25, [("5711", "32", ""), ("190101", "", "32")]),
    (31, [("5801", "44.70", ""), ("222111", "", "44.70")]),
]
SMALL: list[tuple[int, Legs]] = [
    (2, [("1405", "6780", ""), ("220201/s", "", "6780")]),
    (5, [("1122/c", "5085", ""), ("5001", "", "5034.65"), ("22210120", "", "50.35")]),
    (5, [("5401", "3356", ""), ("1405", "", "3356")]),
    (8, [("100101", "450", ""), ("5001", "", "445.54"), ("22210120", "", "4.46")]),
    (8, [("5401", "223.73", ""), ("1405", "", "223.73")]),
    (10, [("1122/c", "-169.50", ""), ("5001", "", "-167.82"), ("22210120", "", "-1.68")]),
    (10, [("1405", "111.87", ""), ("5401", "", "111.87")]),
    *GENERAL[7:11],
    (25, [("190101", "33.56", ""), ("1405", "", "33.56")]),
    (25, [("5711", "33.56", ""), ("190101", "", "33.56")]),
    (31, [("22210120", "53.13", ""), ("5301/减免税款", "", "53.13")]),
    (31, [("5801", "67.43", ""), ("222111", "", "67.43")]),
]
OPENING: Legs = [("1002", "50000", ""), ("1405", "10000", ""), ("3001", "", "60000")]
INCOME = {
    "general": {1: "4748.23", 2: "3306.66", 11: "200", 14: "300", 18: "15.50", 21: "926.07",
                24: "32", 30: "894.07", 31: "44.70", 32: "849.37"},
    "small": {1: "5312.37", 2: "3467.86", 11: "200", 14: "300", 18: "15.50", 21: "1329.01",
              22: "53.13", 24: "33.56", 30: "1348.58", 31: "67.43", 32: "1281.15"},
}  # fmt: skip
BALANCE = {
    "general": {1: "49850", 9: "12661.34", 12: "12661.34", 14: "162.73", 15: "62674.07",
                30: "62674.07", 33: "1780", 36: "44.70", 41: "1824.70", 47: "1824.70",
                48: "60000", 51: "849.37", 52: "60849.37", 53: "62674.07"},
    "small": {1: "49850", 9: "13278.58", 12: "13278.58", 15: "63128.58", 30: "63128.58",
              33: "1780", 36: "67.43", 41: "1847.43", 47: "1847.43", 48: "60000", 51: "1281.15",
              52: "61281.15", 53: "63128.58"},
}  # fmt: skip


class Books:
    """Writes entries straight into the books of a shop."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.partners = {"s": a_supplier(session), "c": a_customer(session)}

    def write(self, day: date, legs: Legs, *, closing: bool = False) -> None:
        drafts = [self._draft(*leg) for leg in legs]
        keep_balances(self.session, drafts, day)
        [entry] = next_of(self.session, of_all_time("entry"))
        paper = Paper("voucher", 0, "PZ", day, "例", 0)
        _INSERT_LEG.run_many(
            self.session,
            (
                {
                    "entry_id": entry, "leg_no": number, "account": leg.account, "day": paper.day,
                    "debit": leg.debit, "credit": leg.credit, "partner_id": leg.partner_id,
                    "money_account_id": None, "item": leg.item, "summary": "",
                }
                for number, leg in enumerate(drafts, 1)
            ),
        )  # fmt: skip
        INSERT_ENTRY.run(
            self.session, id=entry, day=day, kind="voucher", source=f"PZ{entry}", summary="例",
            closing=closing, posted_at=0, posted_by=1,
        )  # fmt: skip

    def _draft(self, account: str, debit: str, credit: str) -> LegDraft:
        code, _, more = account.partition("/")
        partner = self.partners.get(more)
        item = more if more and partner is None else None
        return LegDraft(code, fen(debit or 0), fen(credit or 0), partner, item=item)

    def close(self, day: date) -> None:
        """Transfer every result account to 3103."""
        from sqlalchemy import text

        for account in accounts(self.session):
            query = text("SELECT sum(debit - credit) FROM leg WHERE account = :a")
            net = self.session.execute(query, {"a": account.code}).scalar()
            if account.kind == "P" and net:
                yuan = f"{int(net) / 100:.2f}"
                self.write(day, [(account.code, "", yuan), ("3103", yuan, "")], closing=True)


@pytest.fixture(params=["general", "small"])
def month(
    request: pytest.FixtureRequest, new_shop: Callable[..., Database], owner: Actor, dialect: str
):
    """The shop after its first month, and what kind of taxpayer it is."""
    database = new_shop(request.param, dialect)
    with database.transaction(owner) as session:
        books = Books(session)
        books.write(date(2026, 2, 28), OPENING)
        for day, legs in GENERAL if request.param == "general" else SMALL:
            books.write(date(2026, 3, day), legs)
    return database, request.param


def figures(database: Database, owner: Actor, name: str, column: str, *days: str) -> dict[int, int]:
    result = run(database, owner, name, *days)
    return {row["row"]: row[column] for row in records(result) if row[column]}


def in_fen(rows: dict[int, str]) -> dict[int, int]:
    return {row: fen(amount) for row, amount in rows.items()}


def test_the_income_statement_of_a_worked_month(month, owner: Actor) -> None:
    database, kind = month
    days = ("2026-03-01", "2026-03-31")
    assert figures(database, owner, "income_statement", "period", *days) == in_fen(INCOME[kind])
    assert figures(database, owner, "income_statement", "year", *days) == in_fen(INCOME[kind])
    assert figures(database, owner, "income_statement", "period", "2026-04-01", "2026-04-30") == {}


def test_the_balance_sheet_of_a_worked_month_balances(month, owner: Actor) -> None:
    database, kind = month
    assert figures(database, owner, "balance_sheet", "closing", "", "2026-03-31") == in_fen(
        BALANCE[kind]
    )
    assert run(database, owner, "balance_sheet", "", "2026-03-31").proof.holds
    for day in range(1, 32):
        assert run(database, owner, "balance_sheet", "", f"2026-03-{day:02}").proof.holds


def test_closing_the_profit_changes_neither_statement(month, owner: Actor) -> None:
    database, kind = month
    with database.transaction(owner) as session:
        Books.close(_books(session), date(2026, 3, 31))
    days = ("2026-03-01", "2026-03-31")
    assert figures(database, owner, "income_statement", "year", *days) == in_fen(INCOME[kind])
    assert figures(database, owner, "balance_sheet", "closing", "", "2026-03-31") == in_fen(
        BALANCE[kind]
    )


def _books(session: Session) -> Books:
    books = object.__new__(Books)
    books.session, books.partners = session, {}
    return books


def test_next_year_opens_with_what_this_year_left(month, owner: Actor) -> None:
    database, kind = month
    rows = figures(database, owner, "balance_sheet", "opening", "", "2027-05-05")
    assert rows == in_fen(BALANCE[kind])


def test_partners_are_set_against_each_other_only_with_themselves(month, owner: Actor) -> None:
    database, kind = month
    with database.transaction(owner) as session:
        books = _books(session)
        books.partners = {"d": a_customer(session, "C77"), "e": a_supplier(session, "S77")}
        books.write(date(2026, 3, 31), [("1002", "100", ""), ("1122/d", "", "100")])
        books.write(date(2026, 3, 31), [("220201/e", "70", ""), ("1002", "", "70")])
    rows = figures(database, owner, "balance_sheet", "closing", "", "2026-03-31")
    assert rows[34] == fen("100")
    assert rows[5] == fen("70")
    assert rows[33] == in_fen(BALANCE[kind])[33]


def test_an_opening_that_does_not_balance_is_told(month, owner: Actor) -> None:
    database, _kind = month
    with database.transaction(owner) as session:
        _books(session).write(date(2026, 3, 31), [("1002", "5", ""), ("0001", "", "5")])
    proof = run(database, owner, "balance_sheet", "", "2026-03-31").proof
    assert not proof.holds
    assert "5.00" in proof.text


def test_debts_by_partner_open_move_and_close(month, owner: Actor) -> None:
    database, _kind = month
    result = run(database, owner, "receivable_summary", "2026-03-06", "2026-03-31")
    assert records(result) == [
        {"partner": "C01", "name": "客户C01", "opening": fen("5085"), "increase": fen("-169.50"),
         "decrease": fen("4915.50"), "discount": 0, "closing": 0}
    ]  # fmt: skip
    owed = run(database, owner, "payable_summary", "2026-03-01", "2026-03-31")
    assert owed.totals == {
        "opening": 0,
        "increase": fen("6780"),
        "decrease": fen("5000"),
        "discount": 0,
        "closing": fen("1780"),
    }


def test_every_form_has_its_rows_and_every_formula_reads(
    any_database: Database, owner: Actor
) -> None:
    with any_database.reading(owner) as session:
        known = {account.code for account in accounts(session)}
    asked: set[str] = set()

    def net(code: str) -> int:
        asked.add(code)
        return 0

    blank = Figures(net, lambda code: {0: net(code)}, lambda code, _item: net(code), 0, opening=net)
    for statement, count in (("balance_sheet", 53), ("income_statement", 32), ("cash_flow", 22)):
        assert [line.row for line in lines_of(statement)] == list(range(1, count + 1))
        assert set(worked_out(statement, blank).values()) == {0}
    assert asked <= known

"""Other accounting programs read our books and find the same balances."""

import csv
import io
import shutil
import subprocess
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import text

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, InvalidInput
from jxc_desktop.core.formula_guard import guarded_text, unguarded_text
from jxc_desktop.ledger.export import export_ledger
from jxc_desktop.shop.actor import Actor
from tests.conftest import actor_with
from tests.safety.story import busy_days
from tests.shopkeeping import a_product, a_supplier, balances, line, receive

NASTY = '=cmd; 甲:乙|丙, (丁)  "戊" \\ 己'


@pytest.fixture
def books(any_database: Database, owner: Actor) -> Database:
    with any_database.transaction(owner) as session:
        busy_days(session)
        session.execute(text("UPDATE partner SET name = :name WHERE id = 1"), {"name": NASTY})
        receive(session, a_supplier(session, "S;,"), [line(a_product(session, "Z"), 5, 3)])
    return any_database


def exported(database: Database, actor: Actor, form: str) -> str:
    with database.reading(actor) as session:
        return "".join(export_ledger(session, form))


def wanted(database: Database, owner: Actor) -> dict[str, Decimal]:
    with database.reading(owner) as session:
        return {code: Decimal(fen) / 100 for code, fen in balances(session).items()}


@pytest.mark.hledger
@pytest.mark.skipif(shutil.which("hledger") is None, reason="hledger is not installed")
def test_hledger_accepts_the_books_and_finds_the_same_balances(
    books: Database, owner: Actor, tmp_path: Path
):
    journal = tmp_path / "books.journal"
    journal.write_text(exported(books, owner, "hledger"), "utf-8")
    asked = ["hledger", "-f", str(journal)]
    subprocess.run([*asked, "check", "--strict"], check=True)
    answer = subprocess.run(
        [*asked, "balance", "--flat", "--no-total", "--output-format", "csv", "--layout", "bare"],
        check=True, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    rows = list(csv.reader(io.StringIO(answer.stdout)))[1:]
    found = {name.rpartition(":")[2].split()[0]: Decimal(amount) for name, _, amount in rows}
    assert found == wanted(books, owner)
    entries = subprocess.run([*asked, "codes"], check=True, capture_output=True, text=True)
    with books.reading(owner) as session:
        count = session.execute(text("SELECT count(*) FROM entry")).scalar_one()
    assert len(entries.stdout.splitlines()) == count


def test_every_leg_is_in_the_csv_and_none_is_a_formula(books: Database, owner: Actor):
    rows = list(csv.DictReader(io.StringIO(exported(books, owner, "csv").removeprefix("\ufeff"))))
    sums: dict[str, Decimal] = {}
    for row in rows:
        change = Decimal(row["debit"]) - Decimal(row["credit"])
        sums[row["account"]] = sums.get(row["account"], Decimal(0)) + change
    assert {code: amount for code, amount in sums.items() if amount} == wanted(books, owner)
    names = {row["partner_name"] for row in rows}
    assert "'" + NASTY in names
    assert not [name for name in names if name.startswith(("=", "+", "-", "@"))]


def test_beancount_text_balances_entry_by_entry(books: Database, owner: Actor):
    said = exported(books, owner, "beancount")
    opened = {row.split()[2] for row in said.splitlines() if " open " in row}
    entries = [part for part in said.split("\n\n") if " * " in part]
    sums: dict[str, Decimal] = {}
    for entry in entries:
        legs = [row.split() for row in entry.splitlines() if row.endswith(" CNY")]
        assert sum(Decimal(amount) for _, amount, _ in legs) == 0
        for name, amount, _ in legs:
            assert name in opened
            code = name.rpartition(":")[2].split("-")[0]
            sums[code] = sums.get(code, Decimal(0)) + Decimal(amount)
    assert {code: amount for code, amount in sums.items() if amount} == wanted(books, owner)
    assert said.count('"') % 2 == 0


def test_an_empty_shop_exports_too(new_shop: Callable[..., Database], owner: Actor):
    for form in ("hledger", "beancount", "csv"):
        assert exported(new_shop(), owner, form)


def test_only_who_sees_the_books_and_may_export_gets_them(database: Database):
    for role in ("cashier", "buyer", "treasurer"):
        with pytest.raises(Forbidden):
            exported(database, actor_with(role), "csv")
    assert exported(database, actor_with("accountant"), "csv")


def test_an_unknown_form_is_refused(database: Database, owner: Actor):
    with pytest.raises(InvalidInput, match="hledger"):
        exported(database, owner, "xml")


@pytest.mark.parametrize(
    "said", ["", "a", "=1", "'=1", "''=1", "＝1", "+86", "-5", "@x", "\tx", "'", "'a", "2=1"]
)
def test_a_guarded_text_comes_back_and_is_no_formula(said: str):
    assert unguarded_text(guarded_text(said)) == said
    assert not guarded_text(said).startswith(("=", "+", "-", "@", "\t", "＝"))

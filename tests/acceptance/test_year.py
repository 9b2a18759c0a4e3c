"""A year of trade, closed month by month: every month balances to the fen, and another program agrees at the end.

RELIABILITY_SCALE=full makes it 20,000 documents; what is asked of each month is asked from the raw legs.
"""

import csv
import io
import os
import random
import shutil
import subprocess
from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from jxc_desktop.core.clock import fixed_clock
from jxc_desktop.core.db import Database
from jxc_desktop.core.sql import Statement
from jxc_desktop.features import CLOSING, INVARIANTS
from jxc_desktop.intake.documents import post_document
from jxc_desktop.ledger.closing.services import Closed, close_period, reopen_period
from jxc_desktop.ledger.export import export_ledger
from jxc_desktop.ledger.periods import first_of, last_of
from jxc_desktop.shop.actor import Actor
from tests.reports.conftest import run
from tests.shopkeeping import a_customer, a_product, a_supplier, balances, price

pytestmark = pytest.mark.slow

DOCUMENTS = 20_000 if os.environ.get("RELIABILITY_SCALE") == "full" else 480
GOODS, FIRMS = 12, 5
BY_MONTH = Statement(
    "SELECT account, sum(debit - credit), sum(CASE WHEN day >= :first THEN debit ELSE 0 END), "
    "sum(CASE WHEN day >= :first THEN credit ELSE 0 END) FROM leg WHERE day <= :last GROUP BY account"
)


class Trader:
    """Makes documents that a shop might make, always the same for the same seed."""

    def __init__(self, session: Session, seed: int) -> None:
        self.dice = random.Random(seed)
        self.count = 0
        for number in range(GOODS):
            a_product(session, f"G{number}", retail_price=price(self.dice.randint(5, 90)))
        for number in range(FIRMS):
            a_customer(session, f"C{number}")
            a_supplier(session, f"S{number}")

    def post(self, session: Session, day: date, kind: str, **more: object) -> str:
        self.count += 1
        told = {"key": f"y-{self.count}", "type": kind, "day": day.isoformat(), **more}
        return post_document(session, told).number

    def lines(self, least: int, most: int, *, cost: bool = False) -> list[dict[str, object]]:
        chosen = self.dice.sample(range(GOODS), self.dice.randint(1, 3))
        lines: list[dict[str, object]] = []
        for each in chosen:
            line: dict[str, object] = {
                "product": f"G{each}",
                "quantity": str(self.dice.randint(least, most)),
            }
            if cost:
                line["price"] = f"{self.dice.randint(200, 4000) / 100:.2f}"
            lines.append(line)
        return lines

    def firm(self, role: str) -> str:
        return f"{role}{self.dice.randrange(FIRMS)}"

    def one(self, session: Session, day: date) -> None:
        """One document of a day, some of them taken back at once."""
        roll = self.dice.random()
        if roll < 0.15:
            number = self.post(
                session, day, "goods_receipt", partner=self.firm("S"), lines=self.lines(20, 60, cost=True)
            )  # fmt: skip
        elif roll < 0.4:
            number = self.post(
                session, day, "sales_delivery", partner=self.firm("C"), lines=self.lines(1, 3)
            )
        elif roll < 0.75:
            self.ticket(session, day)
            return
        elif roll < 0.85:
            amount = f"{self.dice.randint(100, 90000) / 100:.2f}"
            number = self.post(
                session, day, "customer_receipt", partner=self.firm("C"), account="bank", amount=amount
            )  # fmt: skip
        elif roll < 0.92:
            amount = f"{self.dice.randint(100, 90000) / 100:.2f}"
            number = self.post(
                session, day, "supplier_payment", partner=self.firm("S"), account="bank", amount=amount
            )  # fmt: skip
        else:
            spent = {
                "account": "5602",
                "amount": f"{self.dice.randint(100, 9000) / 100:.2f}",
                "item": "办公费",
            }
            number = self.post(session, day, "expense", account="bank", lines=[spent])
        if self.dice.random() < 0.04:
            self.post_red(session, number, day)

    def ticket(self, session: Session, day: date) -> None:
        lines = self.lines(1, 2)
        found = session.execute(text("SELECT code, retail_price FROM product"))
        prices = {row[0]: int(row[1]) for row in found}
        due = sum(int(str(x["quantity"])) * prices[str(x["product"])] for x in lines) / 10**6
        paid = [{"method": self.dice.choice(["cash", "wechat", "alipay"]), "amount": f"{due:.2f}"}]
        self.post(session, day, "pos_sale", lines=lines, payments=paid)

    def post_red(self, session: Session, number: str, day: date) -> None:
        told = {"type": "reversal", "number": number, "reason": "错", "day": day.isoformat()}
        post_document(session, told)


def month_of_trade(session: Session, trader: Trader, month: str, count: int) -> None:
    first, last = first_of(month), last_of(month)
    days = sorted(trader.dice.randint(first.day, last.day) for _ in range(count))
    for number in range(GOODS):
        line = {
            "product": f"G{number}",
            "quantity": "200",
            "price": f"{trader.dice.randint(2, 40)}.00",
        }
        trader.post(session, first, "goods_receipt", partner="S0", lines=[line])
    for day in days:
        trader.one(session, first.replace(day=day))


def require_balanced(database: Database, owner: Actor, month: str, closed: Closed) -> None:
    """What a closed month must be, from the raw legs and from the statements."""
    first, last = first_of(month), last_of(month)
    with database.reading(owner) as session:
        rows = BY_MONTH.all(session, first=first, last=last)
        question = (
            "SELECT account, sum(balance) FROM period_balance WHERE month = :m GROUP BY account"
        )
        kept = {row[0]: int(row[1]) for row in session.execute(text(question), {"m": month})}
    nets = {row[0]: int(row[1]) for row in rows}
    assert sum(nets.values()) == 0
    assert sum(int(row[2]) for row in rows) == sum(int(row[3]) for row in rows)
    assert {code: net for code, net in nets.items() if code.startswith("5") and net} == {}
    assert {code: net for code, net in kept.items() if net} == {c: n for c, n in nets.items() if n}
    days = (first.isoformat(), last.isoformat())
    sheet = run(database, owner, "balance_sheet", *days)
    assert sheet.proof.holds, sheet.proof.text
    cash = run(database, owner, "cash_flow", *days)
    assert cash.proof.holds, cash.proof.text
    income = {
        row.cells[0]: row.cells for row in run(database, owner, "income_statement", *days).rows
    }
    assert income[32][3] == closed.profit


@pytest.mark.parametrize("taxpayer", ["small", "general"])
def test_twelve_months_close_and_the_year_ends(
    new_shop, owner: Actor, tmp_path: Path, taxpayer: str
):
    database = new_shop(taxpayer)
    database.clock = fixed_clock(2026, 12, 31)
    with database.transaction(owner) as session:
        lines = [
            {"account": "bank", "debit": "900000.00"},
            {"account": "3001", "credit": "900000.00"},
        ]
        post_document(session, {"key": "open", "type": "opening_accounts", "lines": lines})
        trader = Trader(session, 2026)
    profit = 0
    for number in range(1, 13):
        month = f"2026-{number:02}"
        with database.transaction(owner) as session:
            month_of_trade(session, trader, month, DOCUMENTS // 12)
        with database.transaction(owner) as session:
            closed = close_period(session, month, CLOSING)
        if number == 7:
            with database.transaction(owner) as session:
                reopen_period(session, month, "漏了一张")
                trader.one(session, last_of(month))
                closed = close_period(session, month, CLOSING)
        require_balanced(database, owner, month, closed)
        profit += closed.profit
    with database.reading(owner) as session:
        assert [p for rule in INVARIANTS for p in rule.check(session)] == []
        nets = balances(session)
        journal = "".join(export_ledger(session, "hledger"))
        beans = "".join(export_ledger(session, "beancount"))
    assert {c: n for c, n in nets.items() if c.startswith("310")} == {"310410": -profit}
    wanted = {code: Decimal(net) / 100 for code, net in nets.items()}
    assert by_beancount(beans) == wanted
    if shutil.which("hledger"):
        assert by_hledger(journal, tmp_path) == wanted


def by_beancount(said: str) -> dict[str, Decimal]:
    """Balances as Beancount reckons them: the sum of the postings of each account."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for line in said.splitlines():
        if line.endswith(" CNY") and line.startswith("  "):
            name, amount, _currency = line.split()
            sums[name.rpartition(":")[2].split("-")[0]] += Decimal(amount)
    return {code: amount for code, amount in sums.items() if amount}


def by_hledger(said: str, folder: Path) -> dict[str, Decimal]:
    file = folder / "year.journal"
    file.write_text(said, "utf-8")
    words = ["hledger", "-f", str(file)]
    subprocess.run([*words, "check", "--strict"], check=True)
    answer = subprocess.run(
        [*words, "balance", "--flat", "--no-total", "--output-format", "csv", "--layout", "bare"],
        check=True, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    rows = list(csv.reader(io.StringIO(answer.stdout)))[1:]
    return {name.rpartition(":")[2].split()[0]: Decimal(amount) for name, _, amount in rows}

"""A real trader's two years through the machine interface, from an empty folder to books that another program accepts.

Without the data of `northwind` the run is skipped.
"""

import csv
import shutil
import subprocess
from decimal import Decimal

import pytest

from tests.acceptance.northwind import DATA, Shop, assert_sales_are_those_known, sales

pytestmark = pytest.mark.slow


def assert_hledger_agrees(shop: Shop) -> None:
    """Another program accepts the books and shows our balances."""
    journal = shop.folder / "books.journal"
    shop.run("export", "ledger", "--as", "hledger", "-o", str(journal))
    hledger = ["hledger", "-f", str(journal)]
    checked = subprocess.run([*hledger, "check"], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    told = subprocess.run(
        [*hledger, "balance", "--flat", "--no-total", "-O", "csv"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    theirs = {
        row["account"].rsplit(":", 1)[-1].split(" ")[0]: row["balance"].removesuffix(" CNY")
        for row in csv.DictReader(told.stdout.splitlines())
    }
    assert theirs == our_balances(shop)


def our_balances(shop: Shop) -> dict[str, str]:
    """Account → debit less credit of the trial balance, where it is not zero."""
    books = shop.report("trial_balance")
    ids = [c["id"] for c in books["columns"]]
    found = {}
    for row in books["rows"]:
        named = dict(zip(ids, row, strict=True))
        closing = Decimal(named["closing_debit"]) - Decimal(named["closing_credit"])
        if closing:
            found[named["account"]] = str(closing)
    return found


def assert_everything_is_zero(shop: Shop) -> None:
    stock = shop.report("stock_balance")
    for name in ("quantity", "amount"):
        at = [c["id"] for c in stock["columns"]].index(name)
        assert {row[at] for row in stock["rows"]} <= {"0", "0.00"}
    books = shop.report("trial_balance")
    ids = [c["id"] for c in books["columns"]]
    closing = [ids.index("closing_debit"), ids.index("closing_credit")]
    assert {row[at] for row in books["rows"] for at in closing} <= {"0.00", None}


@pytest.mark.skipif(not DATA, reason="JXC_DATA names no folder with northwind/*.csv")
def test_two_years_of_trade_come_out_as_known(tmp_path):
    shop = Shop(tmp_path)
    received = shop.begin()
    delivered = shop.post(list(sales("sales_delivery")))
    assert len(delivered) == 830
    assert_sales_are_those_known(shop)
    assert shop.ask("verify", "--full")["ok"]
    if shutil.which("hledger"):
        assert_hledger_agrees(shop)
    again = shop.post(list(sales("sales_delivery")))
    assert [a["number"] for a in again] == [a["number"] for a in delivered]
    assert all(answer["repeated"] for answer in again)
    numbers = [answer["number"] for answer in (*received, *delivered)]
    shop.post([{"type": "reversal", "number": n, "reason": "练习"} for n in reversed(numbers)])
    assert_everything_is_zero(shop)
    assert shop.ask("verify")["ok"]

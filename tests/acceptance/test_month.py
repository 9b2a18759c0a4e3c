"""The month of domain.md §2.11 through the machine interface, for both kinds of taxpayer, every printed figure of it.

The three pieces that a count finds missing go out as a gift of nothing, and a voucher turns their cost into a loss
that was looked into: the books end as with a loss document, and every step can be said in JSON.
"""

import io
import json
import sys
import types
from collections.abc import Callable
from typing import Any

import pytest

from jxc_desktop.cli import main

OPENING: list[dict[str, Any]] = [
    {"key": "o-1", "type": "opening_stock", "lines": [{"product": "A", "quantity": "1000", "amount": "10000.00"}]},
    {"key": "o-2", "type": "opening_accounts",
     "lines": [{"account": "bank", "debit": "50000.00"}, {"account": "3001", "credit": "60000.00"}]},
]  # fmt: skip
BOUGHT = {
    "general": {"price_includes_tax": False, "invoice": "special",
                "lines": [{"product": "A", "quantity": "500", "price": "12.00", "tax_rate": "0.13"}]},
    "small": {"lines": [{"product": "A", "quantity": "500", "price": "13.56"}]},
}  # fmt: skip
LOSS = {"general": "32.00", "small": "33.56"}
MONTH: list[dict[str, Any]] = [
    {"key": "m-2", "type": "sales_delivery", "day": "2026-03-05", "partner": "C01",
     "lines": [{"product": "A", "quantity": "300", "price": "16.95"}]},
    {"key": "m-3", "type": "pos_sale", "day": "2026-03-08", "rounding_off": "2.00",
     "lines": [{"product": "A", "quantity": "20"}], "payments": [{"method": "cash", "amount": "450.00"}]},
    {"key": "m-4", "type": "sales_return", "day": "2026-03-10", "from": "XSCK202603050001",
     "reason": "不要了", "lines": [{"from_line": 1, "quantity": "10"}]},
    {"key": "m-5", "type": "customer_receipt", "day": "2026-03-12", "partner": "C01", "account": "bank",
     "amount": "4900.00", "cash_discount": "15.50"},
    {"key": "m-6", "type": "supplier_payment", "day": "2026-03-15", "partner": "S01", "account": "bank",
     "amount": "5000.00"},
    {"key": "m-7", "type": "expense", "day": "2026-03-18", "account": "bank",
     "lines": [{"account": "5601", "amount": "200.00", "item": "运输费"}]},
    {"key": "m-8", "type": "expense", "day": "2026-03-20", "account": "bank",
     "lines": [{"account": "5602", "amount": "300.00", "item": "租金"}]},
    {"key": "m-9", "type": "sales_delivery", "day": "2026-03-25", "partner": "C01",
     "lines": [{"product": "A", "quantity": "3", "price": "0", "is_gift": True}]},
]  # fmt: skip


def loss(amount: str) -> dict[str, Any]:
    """The cost of the missing goods out of 5401 in red, over 190101, into 5711."""
    return {
        "key": "m-10", "type": "voucher", "day": "2026-03-25", "summary": "盘亏",
        "legs": [
            {"account": "5401", "debit": f"-{amount}"}, {"account": "190101", "debit": amount},
            {"account": "190101", "credit": amount}, {"account": "5711", "debit": amount, "item": "存货盘亏毁损"},
        ],
    }  # fmt: skip


PRINTED: dict[str, dict[str, dict[int, str]]] = {
    "general": {
        "income_statement": {
            1: "4748.23", 2: "3306.66", 11: "200.00", 14: "300.00", 18: "15.50", 21: "926.07", 24: "32.00",
            30: "894.07", 31: "44.70", 32: "849.37",
        },
        "balance_sheet": {
            1: "49850.00", 9: "12661.34", 12: "12661.34", 14: "162.73", 15: "62674.07", 30: "62674.07",
            33: "1780.00", 36: "44.70", 41: "1824.70", 47: "1824.70", 48: "60000.00", 51: "849.37",
            52: "60849.37", 53: "62674.07",
        },
    },
    "small": {
        "income_statement": {
            1: "5312.37", 2: "3467.86", 11: "200.00", 14: "300.00", 18: "15.50", 21: "1329.01", 22: "53.13",
            24: "33.56", 30: "1348.58", 31: "67.43", 32: "1281.15",
        },
        "balance_sheet": {
            1: "49850.00", 9: "13278.58", 12: "13278.58", 15: "63128.58", 30: "63128.58", 33: "1780.00",
            36: "67.43", 41: "1847.43", 47: "1847.43", 48: "60000.00", 51: "1281.15", 52: "61281.15",
            53: "63128.58",
        },
    },
}  # fmt: skip
CASH = {
    1: "5350.00", 3: "5000.00", 6: "500.00", 7: "-150.00", 20: "-150.00", 21: "50000.00", 22: "49850.00",
}  # fmt: skip
CLOSED = {
    "general": {"profit": "849.37", "vouchers": 2},
    "small": {"profit": "1281.15", "vouchers": 3},
}

Run = Callable[..., list[Any]]


@pytest.fixture
def run(capsys, monkeypatch, tmp_path) -> Run:
    """One command on the shop; what it answered, line by line."""
    monkeypatch.setattr(
        "jxc_desktop.core.log.user_log_dir", lambda *_a, **_k: str(tmp_path / "log")
    )

    def do(*words: str, stdin: list[dict[str, Any]] | None = None, wrong: str = "") -> list[Any]:
        typed = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in stdin or [])
        stream = types.SimpleNamespace(buffer=io.BytesIO(typed.encode()))
        monkeypatch.setattr(sys, "stdin", stream)
        code = main(["--shop", str(tmp_path / "month.jxc"), *words])
        told = capsys.readouterr()
        assert (code, wrong in told.err) == (int(bool(wrong)), True), told.err
        return [json.loads(line) for line in told.out.splitlines()]

    return do


def opened(run: Run, tmp_path, taxpayer: str) -> None:
    run("init", "--taxpayer", taxpayer, "--start", "2026-03")
    for kind, text in (
        ("products", "商品编号,商品名称,单位,零售价\nA,商品甲,个,22.60\n"),
        ("suppliers", "供应商编号,供应商名称\nS01,供货商\n"),
        ("customers", "客户编号,客户名称\nC01,老客户\n"),
    ):
        file = tmp_path / f"{kind}.csv"
        file.write_text(text, "utf-8")
        run("import", kind, str(file))
    receipt = {"key": "m-1", "type": "goods_receipt", "day": "2026-03-02", "partner": "S01"}
    documents = [*OPENING, {**receipt, **BOUGHT[taxpayer]}, *MONTH, loss(LOSS[taxpayer])]
    answers = run("post", stdin=documents)
    assert [answer["error"] for answer in answers if not answer["ok"]] == []


def figures(run: Run, name: str, column: str) -> dict[int, str]:
    """A column of a statement by row, zeros left out."""
    [told] = run("report", name, "--from", "2026-03-01", "--to", "2026-03-31")
    place = [each["id"] for each in told["columns"]].index(column)
    return {row[0]: row[place] for row in told["rows"] if row[place] != "0.00"}


@pytest.mark.parametrize("taxpayer", ["general", "small"])
def test_the_month_is_closed_and_every_printed_figure_comes_out(run, tmp_path, taxpayer):
    opened(run, tmp_path, taxpayer)
    [closed] = run("period", "close", "2026-03")
    assert {"profit": closed["profit"], "vouchers": len(closed["vouchers"])} == CLOSED[taxpayer]
    assert closed["state"] == "closed"
    for column in ("year", "period"):
        assert figures(run, "income_statement", column) == PRINTED[taxpayer]["income_statement"], (
            column
        )
        assert figures(run, "cash_flow", column) == CASH, column
    assert figures(run, "balance_sheet", "closing") == PRINTED[taxpayer]["balance_sheet"]
    assert figures(run, "balance_sheet", "opening") == {}
    assert run("verify")[0]["ok"]


def test_the_strict_standard_shows_a_vat_credit_as_a_negative_debt(run, tmp_path):
    opened(run, tmp_path, "general")
    run("period", "close", "2026-03")
    run("settings", "set", "vat_credit_row", "payables")
    sheet = figures(run, "balance_sheet", "closing")
    assert (sheet[36], sheet[30], sheet[53]) == ("-118.03", "62511.34", "62511.34")
    assert 14 not in sheet


def test_a_month_goes_its_way_closed_filed_and_no_further(run, tmp_path):
    opened(run, tmp_path, "small")
    run("period", "close", "2026-04", wrong="先结 2026-03")
    run("period", "filed", "2026-03", wrong="先结账")
    run("period", "close", "2026-03")
    late = {**MONTH[1], "key": "late"}
    assert not run("post", stdin=[late], wrong=" ")[0]["ok"]
    [again] = run("period", "reopen", "2026-03", "--reason", "漏单")
    assert again["state"] == "open"
    assert len(again["reversals"]) == 3
    assert figures(run, "balance_sheet", "closing")[51] == "1295.45"
    run("period", "close", "2026-03")
    run("period", "filed", "2026-03")
    run("period", "reopen", "2026-03", "--reason", "漏单", wrong="已申报")
    [listed] = run("period", "list")
    assert listed["periods"][0] == {"month": "2026-03", "state": "filed"}
    assert figures(run, "income_statement", "period") == PRINTED["small"]["income_statement"]
    assert run("verify")[0]["ok"]


def test_what_keeps_a_month_open_is_told_with_its_place(run, tmp_path):
    opened(run, tmp_path, "small")
    lines = [{"account": "bank", "debit": "1.00"}]
    run("post", stdin=[{"key": "x", "type": "opening_accounts", "lines": lines}])
    run("period", "close", "2026-03", wrong="期初平衡还差 1.00")

"""A real trader's two years, as documents of the machine interface, and what is known of them.

The folder with northwind/*.csv is named by JXC_DATA.
"""

import csv
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
DATA = os.environ.get("JXC_DATA", "")
STOCKED_ON = "1996-07-01"
BOUGHT_AT = 60
"""Per cent of the list price; the data record no purchases."""


class Shop:
    """One shop worked on by one command after the other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "northwind.jxc"

    def run(self, *words: str, lines: Sequence[dict[str, Any]] = (), wrong: bool = False) -> str:
        command = [sys.executable, "-m", "jxc_desktop", "--shop", str(self.file), *words]
        typed = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        done = subprocess.run(
            command, input=typed.encode(), capture_output=True, check=False, cwd=ROOT
        )
        assert done.returncode == int(wrong), done.stderr.decode() + done.stdout.decode()[-2000:]
        return done.stdout.decode()

    def begin(self) -> list[dict[str, Any]]:
        """Make the shop with its goods and firms, and stock everything that will be sold; the receipts."""
        self.run("init", "--start", "1996-07", "--name", "Northwind")
        for kind, count in (("products", 77), ("customers", 93), ("suppliers", 29)):
            answer = self.ask("import", kind, str(Path(DATA) / "northwind" / f"{kind}.csv"))
            assert (answer["read"], answer["written"], answer["problems"]) == (count, count, [])
        return self.post(list(stocking()))

    def ask(self, *words: str) -> dict[str, Any]:
        return json.loads(self.run(*words))

    def post(self, documents: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        started = time.perf_counter()
        answers = [json.loads(line) for line in self.run("post", lines=documents).splitlines()]
        took = time.perf_counter() - started
        print(
            f"{len(documents)} documents in {took:.2f} s, {took / len(documents) * 1000:.2f} s per 1000"
        )
        assert [answer["key"] for answer in answers] == [d.get("key") for d in documents]
        assert [answer for answer in answers if not answer["ok"]] == []
        return answers

    def report(self, name: str, *words: str) -> dict[str, Any]:
        return self.ask("report", name, *words)


def rows(name: str) -> list[dict[str, str]]:
    with (Path(DATA) / "northwind" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def decimal(text: str) -> str:
    """A figure of the source as plain decimal text: 0.05, not 0.05000000074505806."""
    return f"{float(text):.6f}".rstrip("0").rstrip(".") or "0"


def stocking() -> Iterator[dict[str, Any]]:
    """One receipt for each supplier with everything that will ever be sold."""
    sold: dict[str, int] = {}
    for line in rows("order_lines"):
        sold[line["product_id"]] = sold.get(line["product_id"], 0) + int(line["quantity"])
    for supplier in rows("suppliers"):
        goods = [p for p in rows("products") if p["supplier_id"] == supplier["supplier_id"]]
        yield {
            "key": f"stock-{supplier['supplier_id']}",
            "type": "goods_receipt",
            "day": STOCKED_ON,
            "partner": supplier["supplier_id"],
            "lines": [
                {
                    "product": p["product_id"],
                    "quantity": str(sold[p["product_id"]]),
                    "price": decimal(str(float(p["unit_price"]) * BOUGHT_AT / 100)),
                }
                for p in goods
                if p["product_id"] in sold
            ],
        }


def sales(kind: str) -> Iterator[dict[str, Any]]:
    """Each of the orders as a document of a kind, in the order they came."""
    lines: dict[str, list[dict[str, str]]] = {}
    for line in rows("order_lines"):
        lines.setdefault(line["order_id"], []).append(
            {
                "product": line["product_id"],
                "quantity": line["quantity"],
                "price": decimal(line["unit_price"]),
                "discount": decimal(line["discount"]),
            }
        )
    for order in rows("orders"):
        yield {
            "key": f"{kind}-{order['order_id']}",
            "type": kind,
            "day": order["order_date"][:10],
            "partner": order["customer_id"],
            "lines": lines[order["order_id"]],
        }


def by_name(report: dict[str, Any], column: str = "amount_incl") -> dict[str, str]:
    """Name (or key) → figure of a report's rows."""
    ids = [c["id"] for c in report["columns"]]
    found = {}
    for row in report["rows"]:
        named = dict(zip(ids, row, strict=True))
        found[named["name"]] = found[named["key"]] = named[column]
    return found


def assert_sales_are_those_known(shop: Shop) -> None:
    summary = shop.report("sales_summary")
    assert summary["totals"]["amount_incl"] == "1265793.29"
    ids = [c["id"] for c in summary["columns"]]
    at = ids.index("quantity")
    assert sum(int(row[at]) for row in summary["rows"]) == 51_317
    goods = by_name(summary)
    assert goods["Côte de Blaye"] == "141396.74"
    assert goods["Thüringer Rostbratwurst"] == "80368.69"
    assert goods["Raclette Courdavault"] == "71155.70"
    firms = by_name(shop.report("sales_summary", "--filter", "by=customer"))
    assert (firms["QUICK"], firms["ERNSH"], firms["SAVEA"]) == (
        "110277.32",
        "104875.00",
        "104361.96",
    )
    years = {
        year: shop.report("sales_summary", "--from", f"{year}-01-01", "--to", f"{year}-12-31")
        for year in (1996, 1997, 1998)
    }
    totals = {year: report["totals"]["amount_incl"] for year, report in years.items()}
    assert totals == {1996: "208083.99", 1997: "617085.35", 1998: "440623.95"}

"""The same two years as sales orders, delivered in two parts, paid in two parts and aged: the sums are those known.

What is owed, and since when, is reckoned here once more from the source. Without the data of `northwind` the run is
skipped.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest

from tests.acceptance.northwind import DATA, Shop, assert_sales_are_those_known, sales

pytestmark = pytest.mark.slow
Document = dict[str, Any]
CENT = Decimal("0.01")
PAID_UNTIL = "1998-03-31"
"""Orders after this day have only their first delivery paid, and only half of it."""
ASKED_ON = date(1998, 6, 30)
AGES = {
    "days_0_30": 30,
    "days_31_60": 60,
    "days_61_90": 90,
    "days_91_180": 180,
    "days_181_365": 365,
}


def worth(line: Document, quantity: int) -> Decimal:
    """What so many of a line come to."""
    paid = Decimal(quantity) * Decimal(line["price"]) * (1 - Decimal(line["discount"]))
    return paid.quantize(CENT, ROUND_HALF_UP)


def first_half(line: Document) -> int:
    """Half of a line where both halves come out at whole cents, else all of it."""
    whole = int(line["quantity"])
    half = (whole + 1) // 2
    even = worth(line, half) + worth(line, whole - half) == worth(line, whole)
    return half if even else whole


class Order:
    """An order of the source, and what became of it."""

    def __init__(self, document: Document, number: str) -> None:
        self.number = number
        self.partner = document["partner"]
        self.day = date.fromisoformat(document["day"])
        self.halves = [first_half(line) for line in document["lines"]]
        self.first = sum(map(worth, document["lines"], self.halves))
        self.whole = sum(worth(line, int(line["quantity"])) for line in document["lines"])
        self.delivered: list[str] = []

    @property
    def rest_day(self) -> date:
        """Ten days later, but in the same year, so that the years come out as known."""
        return min(self.day + timedelta(10), date(self.day.year, 12, 31))

    @property
    def settled_early(self) -> Decimal:
        """Half of the first delivery."""
        return (self.first / 2).quantize(CENT, ROUND_HALF_UP)

    @property
    def paid_in_full(self) -> bool:
        return self.day.isoformat() <= PAID_UNTIL

    def first_delivery(self) -> Document:
        lines = [
            {"from_line": place, "quantity": str(half)} for place, half in enumerate(self.halves, 1)
        ]
        return {
            "key": f"1-{self.number}", "type": "sales_delivery", "day": self.day.isoformat(),
            "from": self.number, "lines": lines,
        }  # fmt: skip

    def rest(self) -> Document:
        return {
            "key": f"2-{self.number}", "type": "sales_delivery", "day": self.rest_day.isoformat(),
            "from": self.number,
        }  # fmt: skip

    def receipts(self) -> Iterator[Document]:
        early = {self.delivered[0]: self.settled_early}
        yield self._receipt("3", 20, early)
        if self.paid_in_full:
            left = {self.delivered[0]: self.first - self.settled_early}
            left |= dict.fromkeys(self.delivered[1:], self.whole - self.first)
            yield self._receipt("4", 40, left)

    def open(self) -> Iterator[tuple[date, Decimal]]:
        """What is still owed, by the day of its delivery."""
        if not self.paid_in_full:
            yield self.day, self.first - self.settled_early
            yield self.rest_day, self.whole - self.first

    def _receipt(self, key: str, after: int, settled: dict[str, Decimal]) -> Document:
        return {
            "key": f"{key}-{self.number}", "type": "customer_receipt", "partner": self.partner,
            "day": (self.day + timedelta(after)).isoformat(), "account": "bank",
            "amount": str(sum(settled.values())),
            "settle": [{"number": n, "amount": str(amount)} for n, amount in settled.items()],
        }  # fmt: skip


@pytest.mark.skipif(not DATA, reason="JXC_DATA names no folder with northwind/*.csv")
def test_orders_delivered_and_paid_in_parts_come_to_the_same(tmp_path):
    shop = Shop(tmp_path)
    shop.begin()
    documents = list(sales("sales_order"))
    numbers = [answer["number"] for answer in shop.post(documents)]
    orders = [Order(*pair) for pair in zip(documents, numbers, strict=True)]
    deliver(shop, orders, Order.first_delivery)
    deliver(shop, [order for order in orders if order.whole != order.first], Order.rest)
    assert_sales_are_those_known(shop)
    status = shop.report("sales_order_status", "--to", ASKED_ON.isoformat())
    assert status["totals"]["open_amount"] in {"0.00", None}
    shop.post([receipt for order in orders for receipt in order.receipts()])
    assert owed(shop) == reckoned(orders)
    assert shop.ask("verify", "--full")["ok"]


def deliver(shop: Shop, orders: list[Order], document: Any) -> None:
    answers = shop.post([document(order) for order in orders])
    for order, answer in zip(orders, answers, strict=True):
        order.delivered.append(answer["number"])


def owed(shop: Shop) -> dict[str, dict[str, Decimal]]:
    """Customer → span → what the report says is owed since then."""
    told = shop.report("ar_ageing", "--to", ASKED_ON.isoformat(), "--filter", "age=document")
    ids = [column["id"] for column in told["columns"]]
    named = [dict(zip(ids, row, strict=True)) for row in told["rows"]]
    spans = (*AGES, "days_over", "balance")
    return {row["partner"]: {span: Decimal(row[span]) for span in spans} for row in named}


def reckoned(orders: list[Order]) -> dict[str, dict[str, Decimal]]:
    """The same from the source."""
    found: dict[str, dict[str, Decimal]] = {}
    for order in orders:
        for day, amount in order.open():
            age = (ASKED_ON - day).days
            span = next((name for name, last in AGES.items() if age <= last), "days_over")
            spans = found.setdefault(order.partner, defaultdict(Decimal))
            spans[span] += amount
            spans["balance"] += amount
    return {
        firm: {span: spans[span] for span in (*AGES, "days_over", "balance")}
        for firm, spans in found.items()
        if spans["balance"]
    }

"""Buying at random beside an oracle of exact fractions: 1405, 220201 and 220202 to the fen, every rule holding.

The oracle knows domain.md §2.4 and §4 alone: estimates, invoices, returns before and after them, sales in between,
and everything taken back again.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.features import INVARIANTS
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.purchase.bills import PurchaseInvoiceDraft
from jxc_desktop.purchase.inspection import Rejection
from jxc_desktop.purchase.invoiced import InvoiceLine
from jxc_desktop.purchase.invoices import post_purchase_invoice, reverse_purchase_invoice
from jxc_desktop.purchase.ordering import PurchaseOrderDraft, approve_purchase_order
from jxc_desktop.purchase.returns import (
    PurchaseReturnDraft,
    post_purchase_return,
    reverse_purchase_return,
)
from jxc_desktop.purchase.services import reverse_receipt
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.settings import change_setting
from jxc_desktop.stock.returned import ReturnLine
from tests.shopkeeping import (
    DAY,
    MAIN,
    a_customer,
    a_product,
    a_supplier,
    balances,
    deliver,
    line,
    pieces,
    receive,
)

DEEP = os.environ.get("RELIABILITY_SCALE") == "full"

RATE = Fraction(13, 100)
CASE = 12


def half_up(value: Fraction) -> int:
    """Fen, halves away from zero."""
    whole = int(abs(value) + Fraction(1, 2))
    return whole if value >= 0 else -whole


@dataclass
class Pool:
    """Goods by the moving average: units and fen."""

    quantity: int = 0
    value: int = 0

    def add(self, quantity: int, worth: int) -> list[tuple[int, int]]:
        self.quantity += quantity
        self.value += worth
        return [(quantity, worth), *self._cured()]

    def sell(self, quantity: int) -> int:
        whole = quantity == self.quantity
        cost = self.value if whole else half_up(Fraction(quantity * self.value, self.quantity))
        self.quantity -= quantity
        self.value -= cost
        return cost

    def take(self, quantity: int, worth: int) -> list[tuple[int, int]]:
        """Goods out at a worth of their own (T7–T9); the moves with what the sign rule added."""
        average = half_up(Fraction(quantity * self.value, self.quantity))
        self.quantity -= quantity
        self.value -= worth
        moves = [(-quantity, -worth)]
        if self.quantity > 0 > self.value:
            self.value += worth - average
            moves.append((0, worth - average))
        return [*moves, *self._cured()]

    def revalue(self, worth: int) -> list[tuple[int, int]]:
        self.value += worth
        return [*([(0, worth)] if worth else []), *self._cured()]

    def undo(self, moves: list[tuple[int, int]]) -> None:
        for quantity, worth in moves:
            if quantity > 0:
                self.take(quantity, worth)
            elif quantity < 0:
                self.add(-quantity, -worth)
            else:
                self.revalue(-worth)

    def _cured(self) -> list[tuple[int, int]]:
        if (self.quantity == 0 and self.value) or self.value < 0:
            cure = -self.value
            self.value = 0
            return [(0, cure)]
        return []


@dataclass
class Line:
    """A receipt's only line: `unit` base units each, fen as they came."""

    number: str
    product: int
    unit: int
    quantity: int
    net: int
    gross: int
    estimate: int
    left: int
    open: int
    billed: int = 0
    billed_net: int = 0
    billed_gross: int = 0
    papers: list["Paper"] = field(default_factory=list)


@dataclass
class Paper:
    """A document that followed, and how it is taken back."""

    number: str
    kind: str
    line: Line
    moves: list[tuple[int, int]]
    before: tuple[int, ...]
    payable: int


class Shop:
    """People who buy, beside what the oracle says their books must be."""

    def __init__(self, session: Session, choose: Callable[..., int], *, general: bool) -> None:
        self.session, self.choose, self.general = session, choose, general
        change_setting(session, "purchase_invoices", "invoice")
        self.supplier, self.customer = a_supplier(session), a_customer(session)
        self.goods = [
            a_product(session, code, tax_rate=1300, units={"箱": (CASE, 1)}) for code in "AB"
        ]
        self.pools = {product: Pool() for product in self.goods}
        self.lines: list[Line] = []
        self.payable = 0

    def worth(self, quantity: int, price: int) -> tuple[int, int]:
        """Net and gross of `quantity` at a price in fen, typed without tax by a general taxpayer."""
        amount = quantity * price
        if self.general:
            return amount, amount + half_up(amount * RATE)
        return half_up(amount / (1 + RATE)), amount

    def cost(self, net: int, gross: int) -> int:
        return net if self.general else gross

    # --- what people do ---

    def buy(self) -> None:
        """Order, receive a part of it, refuse another."""
        product = self.goods[self.choose(0, 1)]
        unit, name = ((1, "个"), (CASE, "箱"))[self.choose(0, 1)]
        price, quantity = self.choose(1, 2000), self.choose(1, 9)
        wanted = line(product, quantity + 3, f"{price // 100}.{price % 100:02}", unit=name)
        draft = PurchaseOrderDraft(DAY, self.supplier, MAIN, (wanted,))
        order = approve_purchase_order(self.session, draft, key=new_key()).number
        refused = self.choose(0, 3)
        rejected = (Rejection(product, pieces(refused), "破损"),) if refused else ()
        came = receive(
            self.session, self.supplier, [line(product, quantity, unit=name)],
            source=order, rejected=rejected,
        )  # fmt: skip
        net, gross = self.worth(quantity, price)
        estimate = self.cost(net, gross)
        self.pools[product].add(quantity * unit, estimate)
        self.lines.append(
            Line(came.number, product, unit, quantity, net, gross, estimate, quantity, estimate)
        )

    def sell(self) -> None:
        product = self.goods[self.choose(0, 1)]
        there = self.pools[product].quantity
        if there:
            quantity = self.choose(1, there)
            deliver(self.session, self.customer, [line(product, quantity, "9.99")])
            self.pools[product].sell(quantity)

    def bill(self) -> None:
        """Invoice some of a line, at its own price or another."""
        found = [each for each in self.lines if each.left]
        if not found:
            return
        came = found[self.choose(0, len(found) - 1)]
        quantity = self.choose(1, came.left)
        price = self.choose(0, 2000)
        wanted = InvoiceLine(came.number, 1, pieces(quantity), price * 10_000 if price else None)
        number = f"F{self.choose(1, 10**9)}-{len(came.papers)}-{came.number}"
        draft = PurchaseInvoiceDraft(DAY, self.supplier, number, lines=(wanted,))
        posted = post_purchase_invoice(self.session, draft, key=new_key())
        if price:
            net, gross = self.worth(quantity, price)
        else:
            before = came.quantity - came.left
            net, gross = (
                half_up(Fraction(whole * (before + quantity), came.quantity))
                - half_up(Fraction(whole * before, came.quantity))
                for whole in (came.net, came.gross)
            )
        share = half_up(Fraction(came.open * quantity, came.left))
        pool = self.pools[came.product]
        there = min(pool.quantity, quantity * came.unit)
        difference = self.cost(net, gross) - share
        moves = pool.revalue(half_up(Fraction(difference * there, quantity * came.unit)))
        self.follow(came, posted.number, "bill", moves, gross)
        came.left -= quantity
        came.open -= share
        came.billed += quantity
        came.billed_net += net
        came.billed_gross += gross

    def send_back(self) -> None:
        """Goods go back: what has no invoice yet, else what was invoiced, as far as it still lies there."""
        found = [
            each
            for each in self.lines
            if (each.left or each.billed) and self.pools[each.product].quantity >= each.unit
        ]
        if not found:
            return
        came = found[self.choose(0, len(found) - 1)]
        pool = self.pools[came.product]
        most = min(came.left or came.billed, pool.quantity // came.unit)
        quantity = self.choose(1, most)
        draft = PurchaseReturnDraft(
            DAY, self.supplier, MAIN, came.number, (ReturnLine(1, pieces(quantity)),)
        )
        posted = post_purchase_return(self.session, draft, key=new_key())
        if came.left:
            share = half_up(Fraction(came.open * quantity, came.left))
            moves = pool.take(quantity * came.unit, share)
            self.follow(came, posted.number, "back", moves, 0)
            came.left -= quantity
            came.open -= share
            return
        net, gross = (
            half_up(Fraction(whole * quantity, came.billed))
            for whole in (came.billed_net, came.billed_gross)
        )
        moves = pool.take(quantity * came.unit, self.cost(net, gross))
        self.follow(came, posted.number, "late", moves, -gross)
        came.billed -= quantity
        came.billed_net -= net
        came.billed_gross -= gross

    def undo(self) -> None:
        """Take back the last thing that happened to a line, the receipt itself once nothing else did."""
        found = [each for each in self.lines if each.papers or self.whole(each)]
        if not found:
            return
        came = found[self.choose(0, len(found) - 1)]
        if not came.papers:
            reverse_receipt(self.session, Reversal(came.number, "错"), key=new_key())
            self.pools[came.product].take(came.quantity * came.unit, came.estimate)
            self.lines.remove(came)
            return
        paper = came.papers.pop()
        take_back = reverse_purchase_invoice if paper.kind == "bill" else reverse_purchase_return
        take_back(self.session, Reversal(paper.number, "错"), key=new_key())
        self.pools[came.product].undo(paper.moves)
        self.payable -= paper.payable
        (came.left, came.open, came.billed, came.billed_net, came.billed_gross) = paper.before

    def whole(self, came: Line) -> bool:
        return self.pools[came.product].quantity >= came.quantity * came.unit

    def follow(
        self, came: Line, number: str, kind: str, moves: list[tuple[int, int]], payable: int
    ) -> None:
        before = (came.left, came.open, came.billed, came.billed_net, came.billed_gross)
        came.papers.append(Paper(number, kind, came, moves, before, payable))
        self.payable += payable

    # --- what must be so ---

    def compare(self) -> None:
        found = balances(self.session)
        assert found.get("1405", 0) == sum(pool.value for pool in self.pools.values())
        assert -found.get("220202", 0) == sum(each.open for each in self.lines)
        assert -found.get("220201", 0) == self.payable


@pytest.mark.parametrize("taxpayer", ["general", "small"])
@settings(
    max_examples=60 if DEEP else 4,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_whatever_is_bought_the_books_are_the_oracle_s_to_the_fen(
    new_shop: Callable[..., Database], owner: Actor, taxpayer: str, data: st.DataObject
) -> None:
    def choose(least: int, most: int) -> int:
        return data.draw(st.integers(least, most))

    with new_shop(taxpayer).transaction(owner) as session:
        shop = Shop(session, choose, general=taxpayer == "general")
        acts = (shop.buy, shop.bill, shop.send_back, shop.sell, shop.undo)
        shop.buy()
        for _ in range(choose(4, 14)):
            acts[choose(0, len(acts) - 1)]()
            shop.compare()
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []

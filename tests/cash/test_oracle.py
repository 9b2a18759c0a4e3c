"""Random months of money between a shop and a firm, against a plain list of open items kept beside it."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from jxc_desktop.cash.ageing import items_at
from jxc_desktop.cash.models import BadDebtMode, SettlementMode
from jxc_desktop.cash.payments import Payment
from jxc_desktop.cash.services import (
    AdvanceDraft,
    BadDebtDraft,
    MoneyDraft,
    SettlementDraft,
    post_advance_payment,
    post_advance_receipt,
    post_bad_debt,
    post_customer_receipt,
    post_settlement,
    post_supplier_payment,
    reverse_advance_payment,
    reverse_advance_receipt,
    reverse_bad_debt,
    reverse_customer_receipt,
    reverse_settlement,
    reverse_supplier_payment,
)
from jxc_desktop.cash.settling import SIDE, open_items
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import UserError
from jxc_desktop.features import INVARIANTS
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.ledger.queries import partner_nets
from jxc_desktop.purchase.services import reverse_receipt
from jxc_desktop.sales.returns import SalesReturnDraft, post_sales_return, reverse_sales_return
from jxc_desktop.sales.services import reverse_delivery
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import Posted, new_key
from tests.shopkeeping import DAY, a_customer, a_product, a_supplier, deliver, line, receive

DEEP = os.environ.get("RELIABILITY_SCALE") == "full"

RECEIVABLE, PAYABLE, HELD, PREPAID = "1122", "220201", "220301", "1123"
ACCOUNTS = (RECEIVABLE, PAYABLE, HELD, PREPAID)
SIDES = {
    "advance_receipt": (RECEIVABLE, HELD),
    "advance_payment": (PAYABLE, PREPAID),
    "contra": (RECEIVABLE, PAYABLE),
    "credit": (RECEIVABLE, RECEIVABLE),
}
OPS = (
    "sell", "buy", "bring_back", "collect", "pay", "advance_in", "advance_out",
    "settle", "lose", "unpayable", "reverse",
)  # fmt: skip
STEPS = st.lists(
    st.tuples(
        st.sampled_from(OPS), st.integers(1, 30_00), st.integers(0, 10_000), st.integers(0, 9)
    ),
    min_size=3,
    max_size=14,
)


class Impossible(Exception):
    """What the books must refuse."""


@dataclass
class Book:
    """The oracle: per account what each document has open, in the order they came, and who took what of whom."""

    left: dict[str, dict[str, int]] = field(default_factory=lambda: {a: {} for a in ACCOUNTS})
    days: dict[str, date] = field(default_factory=dict)
    took: dict[str, list[tuple[str, str, int]]] = field(default_factory=dict)

    def put(self, account: str, number: str, amount: int, day: date) -> None:
        self.days[number] = day
        if amount:
            self.left[account][number] = self.left[account].get(number, 0) + amount

    def take(self, account: str, of: str, amount: int, by: str) -> None:
        self.left[account][of] -= amount
        self.took.setdefault(by, []).append((account, of, amount))

    def oldest(self, account: str, sign: int, amount: int) -> list[tuple[str, int]]:
        found = []
        for number, left in sorted(self.left[account].items(), key=lambda x: self.days[x[0]]):
            part = min(left * sign, amount)
            if part > 0:
                found.append((number, part * sign))
                amount -= part
        return found

    def sum(self, account: str, sign: int) -> int:
        return sum(max(left * sign, 0) for left in self.left[account].values())

    def pay_off(self, account: str, amount: int, by: str) -> int:
        """Credits first, then money, over the oldest debts; returns what the money settled."""
        owed = self.sum(account, 1)
        used = min(self.sum(account, -1), owed)
        settled = min(amount, owed - used)
        for number, part in self.oldest(account, -1, used) + self.oldest(
            account, 1, used + settled
        ):
            self.take(account, number, part, by)
        return settled

    def reverse(self, number: str) -> None:
        others = (by for by, taken in self.took.items() if by != number)
        if any(of == number for by in others for _account, of, _amount in self.took[by]):
            raise Impossible
        for account, of, amount in self.took.pop(number, ()):
            self.left[account][of] += amount
        for account in ACCOUNTS:
            self.left[account].pop(number, None)

    def open(self) -> dict[str, dict[str, int]]:
        return {a: {n: x for n, x in self.left[a].items() if x} for a in ACCOUNTS}


class Shop:
    """Does each step in the shop and in the oracle; where one refuses, so must the other."""

    def __init__(self, session: Session) -> None:
        self.session, self.book = session, Book()
        self.firm = a_supplier(session, "F01", customer_code="F01")
        self.product = a_product(session)
        bulk = [line(self.product, 100_000, 1, tax_rate=0)]
        receive(session, a_supplier(session, "S09"), bulk, price_includes_tax=True)
        a_customer(session, "C02")
        self.posted: list[tuple[str, Callable[..., Posted]]] = []
        self.day = DAY

    def step(self, op: str, amount: int, chance: int, ago: int) -> None:
        self.day = DAY - timedelta(days=ago)
        getattr(self, op)(amount, chance)
        assert {
            account: {i.number: i.amount for i in open_items(self.session, account, self.firm)}
            for account in ACCOUNTS
        } == self.book.open()

    def agrees_with_the_books_on(self, day: date) -> None:
        """What was open on any day is what the account says of that day."""
        for account in ACCOUNTS:
            items = [
                item for firm, item in items_at(self.session, account, day) if firm == self.firm
            ]
            booked = partner_nets(self.session, account, day).get(self.firm, 0)
            assert sum(item.amount for item in items) == SIDE[account] * booked

    def sell(self, amount: int, _chance: int) -> None:
        sold = deliver(
            self.session, self.firm, [line(self.product, 1, f"{amount / 100:.2f}")], day=self.day
        )
        self._note(sold, reverse_delivery)
        self.book.put(RECEIVABLE, sold.number, amount, self.day)

    def buy(self, amount: int, _chance: int) -> None:
        goods = [line(self.product, 1, f"{amount / 100:.2f}", tax_rate=0)]
        bought = receive(self.session, self.firm, goods, price_includes_tax=True, day=self.day)
        self._note(bought, reverse_receipt)
        self.book.put(PAYABLE, bought.number, amount, self.day)

    def bring_back(self, amount: int, _chance: int) -> None:
        goods = (line(self.product, 1, f"{amount / 100:.2f}"),)
        draft = SalesReturnDraft(self.day, self.firm, 1, lines=goods)
        back = post_sales_return(self.session, draft, key=new_key())
        self._note(back, reverse_sales_return)
        self.book.put(RECEIVABLE, back.number, -amount, self.day)

    def collect(self, amount: int, chance: int) -> None:
        self._money(RECEIVABLE, HELD, amount, chance)

    def pay(self, amount: int, chance: int) -> None:
        self._money(PAYABLE, PREPAID, amount, chance)

    def _money(self, debt: str, ahead: str, amount: int, chance: int) -> None:
        discount = chance % 50 if chance % 3 == 0 else 0
        split = chance % amount
        pays = tuple(Payment(a, x) for a, x in ((1, split), (2, amount - split)) if x)
        draft = MoneyDraft(self.day, self.firm, pays, cash_discount=discount)
        service = post_customer_receipt if debt == RECEIVABLE else post_supplier_payment
        undo = reverse_customer_receipt if debt == RECEIVABLE else reverse_supplier_payment
        credit = min(self.book.sum(debt, -1), self.book.sum(debt, 1))
        possible = discount <= self.book.sum(debt, 1) - credit
        posted = self._try(lambda: service(self.session, draft, key=new_key()), possible=possible)
        if posted:
            self._note(posted, undo)
            settled = self.book.pay_off(debt, amount + discount, posted.number)
            self.book.put(ahead, posted.number, amount + discount - settled, self.day)

    def advance_in(self, amount: int, _chance: int) -> None:
        draft = AdvanceDraft(self.day, self.firm, (Payment(1, amount),))
        got = post_advance_receipt(self.session, draft, key=new_key())
        self._note(got, reverse_advance_receipt)
        self.book.put(HELD, got.number, amount, self.day)

    def advance_out(self, amount: int, _chance: int) -> None:
        draft = AdvanceDraft(self.day, self.firm, (Payment(1, amount),))
        paid = post_advance_payment(self.session, draft, key=new_key())
        self._note(paid, reverse_advance_payment)
        self.book.put(PREPAID, paid.number, amount, self.day)

    def settle(self, amount: int, chance: int) -> None:
        mode = list(SIDES)[chance % len(SIDES)]
        debt, used = SIDES[mode]
        sign = -1 if mode == "credit" else 1
        most = min(self.book.sum(debt, 1), self.book.sum(used, sign))
        asked = None if chance % 2 else amount
        draft = SettlementDraft(self.day, SettlementMode(mode), self.firm, amount=asked)
        possible = most > 0 and (asked or most) <= most
        met = self._try(
            lambda: post_settlement(self.session, draft, key=new_key()), possible=possible
        )
        if met:
            self._note(met, reverse_settlement)
            pairs = [(debt, x) for x in self.book.oldest(debt, 1, asked or most)]
            pairs += [(used, x) for x in self.book.oldest(used, sign, asked or most)]
            for account, (number, part) in pairs:
                self.book.take(account, number, part, met.number)

    def lose(self, amount: int, chance: int) -> None:
        self._bad(RECEIVABLE, BadDebtMode.WRITE_OFF, amount, chance)

    def unpayable(self, amount: int, chance: int) -> None:
        self._bad(PAYABLE, BadDebtMode.UNPAYABLE, amount, chance)

    def _bad(self, account: str, mode: BadDebtMode, amount: int, _chance: int) -> None:
        draft = BadDebtDraft(self.day, mode, self.firm, amount, "试")
        credit = min(self.book.sum(account, -1), self.book.sum(account, 1))
        possible = amount <= self.book.sum(account, 1) - credit
        bad = self._try(
            lambda: post_bad_debt(self.session, draft, key=new_key()), possible=possible
        )
        if bad:
            self._note(bad, reverse_bad_debt)
            self.book.pay_off(account, amount, bad.number)

    def reverse(self, _amount: int, chance: int) -> None:
        if not self.posted:
            return
        number, undo = self.posted[chance % len(self.posted)]
        try:
            self.book.reverse(number)
            possible = True
        except Impossible:
            possible = False
        wanted = Reversal(number, "试")
        if self._try(lambda: undo(self.session, wanted, key=new_key()), possible=possible):
            self.posted.remove((number, undo))

    def _try(self, act: Callable[[], Posted], *, possible: bool) -> Posted | None:
        if possible:
            return act()
        with pytest.raises(UserError):
            self._beside(act)
        return None

    def _beside(self, act: Callable[[], Posted]) -> Posted:
        """Act so that a refusal leaves nothing, as the transaction of a whole operation does."""
        with self.session.begin_nested():
            self.session.connection()  # the savepoint is made by the first use of the connection
            return act()

    def _note(self, posted: Posted, undo: Callable[..., Posted]) -> None:
        self.posted.append((posted.number, undo))


class Rollback(Exception):
    """Nothing of an example stays."""


@settings(
    max_examples=100 if DEEP else 6,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_open_items_are_those_of_the_oracle_to_the_fen(
    any_database: Database, owner: Actor, steps: list[tuple[str, int, int]]
) -> None:
    with suppress(Rollback), any_database.transaction(owner) as session:
        shop = Shop(session)
        for step in steps:
            shop.step(*step)
        for days in range(-1, 12):
            shop.agrees_with_the_books_on(DAY - timedelta(days=days))
        assert [f"{rule.id}: {p}" for rule in INVARIANTS for p in rule.check(session)] == []
        raise Rollback

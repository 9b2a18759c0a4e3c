"""A shop at random: whatever people do in whatever order, every invariant holds and taking all back leaves nothing."""

import os
import random
from collections.abc import Callable
from fractions import Fraction

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import UserError
from jxc_desktop.features import INVARIANTS
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.pos.services import reverse_return, reverse_ticket
from jxc_desktop.pos.shifts import open_shift
from jxc_desktop.purchase.services import reverse_receipt
from jxc_desktop.sales.services import reverse_delivery
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.settings import put_setting
from tests.shopkeeping import (
    a_customer,
    a_product,
    a_supplier,
    balances,
    deliver,
    line,
    receive,
    ring_up,
    take_back,
)

STEPS = int(os.environ.get("JXC_MODEL_STEPS", "250"))
SEED = int(os.environ.get("JXC_MODEL_SEED", "11"))
REVERSE = {
    "CGRK": reverse_receipt,
    "XSCK": reverse_delivery,
    "LS01": reverse_ticket,
    "LT01": reverse_return,
}


class Shop:
    """Random people at work; keeps what they posted and may still be taken back."""

    def __init__(self, database: Database, owner: Actor, choice: random.Random) -> None:
        self.database, self.owner, self.choice = database, owner, choice
        self.standing: list[str] = []
        with database.transaction(owner) as session:
            put_setting(session, "allow_negative_stock", value=True)
            self.supplier, self.customer = a_supplier(session), a_customer(session)
            self.goods = [
                a_product(
                    session,
                    f"P{i}",
                    places=i % 3,
                    units={"箱": (24, 1)},
                    tax_rate=(1300, 900, 0, -1)[i % 4],
                )
                for i in range(5)
            ]
            self.shift = open_shift(session, "01", 20000)

    def lines(self, most: int) -> list[object]:
        made = []
        for product in self.choice.sample(range(5), self.choice.randint(1, 3)):
            places = product % 3
            quantity = self.choice.randint(1, most * 10**places) / 10**places
            unit = self.choice.choice(["", "", "箱"])
            at = f"{self.choice.randint(0, 99999) / 1000 + 0.001:.6f}"
            made.append(
                line(
                    self.goods[product],
                    str(quantity),
                    at,
                    unit=unit,
                    discount=self.choice.choice([0, 0, 500, 1234]),
                )
            )
        return made

    def step(self) -> None:
        act = self.choice.choices(
            [self.buy, self.sell, self.ring, self.bring_back, self.undo], [30, 25, 25, 10, 15]
        )[0]
        try:
            with self.database.transaction(self.owner) as session:
                act(session)
        except UserError:
            return

    def buy(self, session: Session) -> None:
        posted = receive(
            session,
            self.supplier,
            self.lines(40),
            invoice=self.choice.choice(["special", "ordinary"]),
        )
        self.standing.append(posted.number)

    def sell(self, session: Session) -> None:
        off = self.choice.choice([0, 0, 3, 101])
        posted = deliver(session, self.customer, self.lines(20), order_discount=off)
        self.standing.append(posted.number)

    def ring(self, session: Session) -> None:
        posted = ring_up(
            session,
            self.shift,
            self.lines(5),
            cash="999999",
            rounding_off=self.choice.choice([0, 1, 9]),
        )
        self.standing.append(posted.number)

    def bring_back(self, session: Session) -> None:
        tickets = [number for number in self.standing if number.startswith("LS")]
        if tickets:
            number = self.choice.choice(tickets)
            quantity = str(self.choice.randint(1, 5))
            self.standing.append(take_back(session, self.shift, number, (1, quantity)).number)

    def undo(self, session: Session) -> None:
        if self.standing:
            self.reverse(session, self.choice.choice(self.standing))

    def reverse(self, session: Session, number: str) -> None:
        REVERSE[number[:4]](session, Reversal(number, "录错"), key=new_key())
        self.standing.remove(number)


def problems(database: Database, owner: Actor) -> list[str]:
    with database.reading(owner) as session:
        return [f"{rule.id}: {p}" for rule in INVARIANTS for p in rule.check(session)]


@pytest.mark.parametrize("taxpayer", ["general", "small"])
def test_a_random_shop_keeps_every_invariant_and_can_be_undone(
    new_shop: Callable[..., Database], owner: Actor, dialect: str, taxpayer: str
) -> None:
    database = new_shop(taxpayer, dialect)
    shop = Shop(database, owner, random.Random(SEED))
    for number in range(STEPS):
        shop.step()
        if number % 50 == 0:
            assert problems(database, owner) == []
    assert problems(database, owner) == []
    assert len(shop.standing) > STEPS // 4, "the walk did something"
    assert_pools_equal_exact_sums(database, owner)

    for number in sorted(shop.standing, key=lambda n: not n.startswith("LT")):
        with database.transaction(owner) as session:
            shop.reverse(session, number)
    assert problems(database, owner) == []
    with database.reading(owner) as session:
        assert balances(session) == {}
        left = session.execute(
            text("SELECT sum(abs(quantity)) + sum(abs(value)) FROM cost_pool")
        ).scalar_one()
        assert left == 0


def assert_pools_equal_exact_sums(database: Database, owner: Actor) -> None:
    """Each pool is the exact sum of its moves, and stock value is the ledger's 1405 (I3, I4)."""
    with database.reading(owner) as session:
        moved = session.execute(
            text("SELECT pool_id, sum(quantity), sum(amount) FROM move GROUP BY pool_id")
        )
        sums = {pool: (Fraction(int(q)), Fraction(int(v))) for pool, q, v in moved}
        pools = session.execute(text("SELECT id, quantity, value FROM cost_pool")).all()
        assert {p: (q, v) for p, q, v in pools if (q, v) != (0, 0)} == {
            p: s for p, s in sums.items() if s != (0, 0)
        }
        assert balances(session).get("1405", 0) == sum(v for _p, _q, v in pools)

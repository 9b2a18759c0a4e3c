"""A shop of either taxpayer kind on either database, with firms that buy and sell; sound after every test."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.cash.settling import open_items
from jxc_desktop.core.db import Database
from jxc_desktop.features import INVARIANTS
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import Posted
from tests.shopkeeping import a_customer, a_product, a_supplier, deliver, line, receive


@dataclass
class Trade:
    """A firm that buys and sells, another customer, and one product worth 1.00 a piece without tax."""

    session: Session
    firm: int
    other: int
    product: int

    def sell(self, amount: str, partner: int | None = None) -> Posted:
        """Deliver goods for `amount` yuan on credit."""
        return deliver(self.session, partner or self.firm, [line(self.product, 1, amount)])

    def buy(self, amount: str) -> Posted:
        """Receive goods for `amount` yuan on credit."""
        goods = [line(self.product, 1, amount, tax_rate=0)]
        return receive(self.session, self.firm, goods, price_includes_tax=True)

    @contextmanager
    def undone(self) -> Iterator[None]:
        """What is written here is taken back, as a refused posting is by its transaction."""
        nested = self.session.begin_nested()
        self.session.connection()  # the savepoint is made by the first use of the connection
        yield
        nested.rollback()

    def open(self, account: str, partner: int | None = None) -> dict[str, int]:
        """What is open by document, in fen."""
        items = open_items(self.session, account, partner or self.firm)
        return {item.number: item.amount for item in items}


@pytest.fixture(params=["general", "small"])
def trade(
    new_shop: Callable[..., Database],
    dialect: str,
    owner: Actor,
    request: pytest.FixtureRequest,
) -> Iterator[Trade]:
    database = new_shop(request.param, dialect)
    with database.transaction(owner) as session:
        firm = a_supplier(session, "F01", customer_code="F01")
        product = a_product(session)
        goods = [line(product, 1000, 1, tax_rate=0)]
        receive(session, a_supplier(session, "S09"), goods, price_includes_tax=True)
        yield Trade(session, firm, a_customer(session, "C02"), product)
        session.flush()
        assert [f"{rule.id}: {p}" for rule in INVARIANTS for p in rule.check(session)] == []

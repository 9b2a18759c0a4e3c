"""A shop that sells cola by bottle and box to a wholesale customer."""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Barcode, ProductPrice
from jxc_desktop.core.db import Database
from jxc_desktop.shop.actor import Actor
from tests.deskwork import context_of
from tests.shopkeeping import a_customer, a_product, a_supplier, line, price, receive

__all__ = ["context_of"]


@dataclass(frozen=True, slots=True)
class Counter:
    """The shop with its goods."""

    database: Database
    owner: Actor
    customer: int
    cola: int
    tea: int


def without(actor: Actor, right: str) -> Actor:
    """The same person with one right less, as another matrix would have it."""
    fewer = copy(actor)
    object.__setattr__(fewer, "rights", actor.rights - {right})
    return fewer


@pytest.fixture
def counter(any_database: Database, owner: Actor) -> Counter:
    with any_database.transaction(owner) as session:
        cola = a_product(
            session,
            "COLA",
            unit="瓶",
            retail_price=price(3),
            min_price=price(2),
            units={"箱": (24, 1)},
        )
        tea = a_product(session, "TEA", retail_price=price(80))
        session.add(ProductPrice(product_id=cola, level="wholesale", unit="", price=price("2.50")))
        session.add(Barcode(code="6901234567892", product_id=cola, unit=""))
        customer = a_customer(session, price_level="wholesale")
        lines = [line(cola, 100, "1.50"), line(tea, 10, "40")]
        receive(session, a_supplier(session), lines)
    return Counter(any_database, owner, customer, cola, tea)


@pytest.fixture
def work(counter: Counter) -> Iterator[Session]:
    """The owner at work."""
    with counter.database.transaction(counter.owner) as session:
        yield session

"""A till in another process: sells one piece of this and that, hand on the shelf, until it is told to stop.

Run as `python -m tests.stock.ui.seller SHOP SHELF STOP`; answers how many it sold of each product, as JSON.
"""

import json
import sys
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from random import Random

import portalocker
from sqlalchemy import select

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.db import Database
from jxc_desktop.partners.models import Partner
from jxc_desktop.shop.actor import Actor
from jxc_desktop.stock.queries import on_hand
from tests.conftest import NOW
from tests.shopkeeping import deliver, line, pieces

KEPT = 3
"""Pieces of each product that are never sold, so that none runs out before it is counted."""


@contextmanager
def hand_on(shelf: Path):
    """Nobody else takes from the shelf meanwhile, or counts it."""
    with portalocker.Lock(shelf, "w", timeout=30, check_interval=0.002):
        yield


def sell(shop: str, shelf: Path, stop: Path) -> Counter[str]:
    random, owner = Random(7), Actor(1, "owner", frozenset({"owner"}), "test")
    database, sold = Database(shop, clock=NOW), Counter[str]()
    with database.reading(owner) as session:
        goods = session.execute(select(Product.id, Product.code).order_by(Product.id)).all()
        customer = session.scalars(select(Partner.id).where(Partner.customer_code == "C01")).one()
    while not stop.exists():
        product, code = random.choice(goods)
        with hand_on(shelf), database.transaction(owner) as session:
            if on_hand(session, product) > pieces(KEPT):
                deliver(session, customer, [line(product, 1, "9.00")])
                sold[code] += 1
    database.close()
    return sold


if __name__ == "__main__":
    told = sell(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
    sys.stdout.write(json.dumps(told))

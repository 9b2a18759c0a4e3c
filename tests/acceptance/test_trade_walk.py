"""Trade at random beside an oracle of exact fractions; whatever is done, the books are the oracle's to the fen."""

import os
from collections.abc import Callable

import pytest

from jxc_desktop.core.db import Database
from jxc_desktop.shop.actor import Actor
from tests.acceptance.trade_walk import Walk

STEPS = int(os.environ.get("JXC_WALK_STEPS", "160"))
SEED = int(os.environ.get("JXC_WALK_SEED", "7"))


@pytest.mark.parametrize("taxpayer", ["general", "small"])
def test_trade_at_random_is_what_the_oracle_says(
    new_shop: Callable[..., Database], owner: Actor, taxpayer: str
) -> None:
    walk = Walk(new_shop(taxpayer), owner, SEED, general=taxpayer == "general")
    for number in range(STEPS):
        walk.step()
        if number % 10 == 0:
            walk.compare()
        if number % 100 == 0:
            assert walk.problems() == []
    walk.compare()
    assert walk.problems() == []
    wanted = {
        "purchase_order", "sales_order", "goods_receipt", "sales_delivery", "sales_return", "purchase_return",
        "customer_receipt", "supplier_payment", "settlement", "reversal", "held", "refused",
    }  # fmt: skip
    assert wanted <= {kind for kind, count in walk.count.items() if count}, walk.count

"""P1 post_sale, P3 post_flat, P4 post_long: what a sale costs, that history and length do not make it dearer."""

import random
from collections.abc import Sequence
from functools import partial

from benchmarks.floor import Floor
from benchmarks.history import add_history
from benchmarks.measure import peak_memory, report, turn_by_turn
from benchmarks.shops import NOW, new_shop
from jxc_desktop.core.db import Database
from jxc_desktop.sales.services import DeliveryDraft, post_delivery
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.stock.priced import LineDraft


def sell(database: Database, owner: Actor, products: Sequence[int]) -> None:
    """One sale of these goods through the public service."""
    lines = tuple(LineDraft(product, 10000, price=9_900_000) for product in products)
    with database.transaction(owner) as session:
        post_delivery(session, DeliveryDraft(NOW.today(), 2, 1, lines), key=new_key())


def post_sale(scale: str) -> dict[str, object]:
    """P1: sales of five lines beside the raw driver doing the same rows."""
    goods, calls = (10_000, 2_000) if scale == "full" else (2_000, 400)
    database, owner = new_shop(goods)
    path = database.path
    if path is None:
        raise RuntimeError("the shop is a file")
    floor = Floor(path, path.with_name("floor.db"))
    choice = random.Random(1)
    baskets = [choice.sample(range(1, goods + 1), 5) for _ in range(calls + 200)]
    ours, least = turn_by_turn(
        lambda n: sell(database, owner, baskets[n]), lambda n: floor.sale(baskets[n]), calls
    )
    return report(
        "P1 post_sale",
        "p50 ≤ 2.0× floor, CPU ≤ 3×",
        ours=ours,
        floor=least,
        ratio_p50=ours.p50 / least.p50,
        ratio_cpu=ours.cpu / least.cpu,
        peak_mb=peak_memory(),
    )


def post_flat(scale: str) -> dict[str, object]:
    """P3: the same sale with a short and a long history behind it, turn by turn."""
    goods, calls, long = (10_000, 1_000, 1_000_000) if scale == "full" else (2_000, 300, 100_000)
    young, owner = new_shop(goods)
    old, _owner = new_shop(goods)
    add_history(young, 10_000)
    add_history(old, long)
    choice = random.Random(3)
    baskets = [choice.sample(range(1, goods + 1), 5) for _ in range(calls + 200)]
    after, before = turn_by_turn(
        lambda n: sell(old, owner, baskets[n]), lambda n: sell(young, owner, baskets[n]), calls
    )
    return report(
        "P3 post_flat",
        "p50 ratio ≤ 1.25",
        moves=long,
        with_history=after,
        with_10_000=before,
        ratio_p50=after.p50 / before.p50,
    )


LENGTHS = (1, 10, 100, 1000)


def post_long(scale: str) -> dict[str, object]:
    """P4: sales of 1 to 1,000 lines; what a line costs over the floor is the slope between the ends."""
    goods, calls = 2_000, 400 if scale == "full" else 100
    database, owner = new_shop(goods)
    path = database.path
    if path is None:
        raise RuntimeError("the shop is a file")
    floor = Floor(path, path.with_name("floor.db"))
    figures: dict[str, object] = {}
    over = {}
    for length in LENGTHS:
        basket = range(1, length + 1)
        ours, least = turn_by_turn(
            partial(_sell_all, database, owner, basket), partial(_floor_all, floor, basket),
            max(calls // length, 20), warm=20,
        )  # fmt: skip
        figures |= {f"ours_{length}": ours, f"floor_{length}": least}
        over[length] = ours.p50 - least.p50
    first, last = LENGTHS[0], LENGTHS[-1]
    figures["ms_a_line"] = (over[last] - over[first]) / (last - first)
    return report("P4 post_long", "≤ 0.06 ms a line over the floor; 1,000 lines ≤ 60 ms", **figures)


def _sell_all(database: Database, owner: Actor, basket: Sequence[int], _number: int) -> None:
    sell(database, owner, basket)


def _floor_all(floor: Floor, basket: Sequence[int], _number: int) -> None:
    floor.sale(basket)

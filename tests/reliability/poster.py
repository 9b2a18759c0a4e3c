"""One of several people who post to the same few goods: run as a process of its own, it says what it did.

python -m tests.reliability.poster SHOP SECONDS SEED
"""

import json
import random
import sys
import time
from collections import Counter
from pathlib import Path

from jxc_desktop.core.db import Database, DriverError
from jxc_desktop.core.errors import UserError
from jxc_desktop.intake.documents import post_document
from jxc_desktop.shop.actor import Actor
from tests.conftest import NOW

GOODS = 50
WAYS = {
    "goods_receipt": 1,
    "sales_delivery": -1,
    "pos_sale": -1,
    "other_issue": -1,
    "stock_transfer": 0,
}
"""Kinds of documents, and which way their goods go."""
_FIELDS: dict[str, dict[str, object]] = {
    "goods_receipt": {"partner": "S01"},
    "sales_delivery": {"partner": "C01"},
    "pos_sale": {"payments": [{"method": "cash", "amount": "100000"}]},
    "other_issue": {"account": "5711"},
    "stock_transfer": {"from_warehouse": "MAIN", "to_warehouse": "EAST"},
}  # fmt: skip


def document(choice: random.Random, key: str) -> dict[str, object]:
    """One to five of the goods, in any order, on a paper of any kind."""
    kind = choice.choice(list(WAYS))
    priced = kind in {"goods_receipt", "sales_delivery", "pos_sale"}
    lines = [
        {"product": f"P{n}", "quantity": str(choice.randint(1, 9))}
        | ({"price": f"{choice.randint(100, 999) / 100}"} if priced else {})
        for n in choice.sample(range(GOODS), choice.randint(1, 5))
    ]
    return {"key": key, "type": kind, "day": "2026-11-20", "lines": lines, **_FIELDS[kind]}


def main(shop: str, seconds: float, seed: int) -> None:
    """Post until the time is over; what was refused is told apart from what moved."""
    database = Database(shop if "://" in shop else Path(shop), clock=NOW)
    actor = Actor(1, "owner", frozenset({"owner"}), f"desk {seed}")
    choice, moved, done = random.Random(seed), Counter[str](), Counter[str]()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        data = document(choice, f"{seed}-{sum(done.values())}")
        try:
            with database.transaction(actor) as session:
                post_document(session, data)
        except UserError as error:
            done[str(error)] += 1
            continue
        except DriverError as error:
            # The file was busy for longer than a writer waits: nothing was written, the next try may be luckier.
            if "locked" not in str(error):
                raise
            continue
        done["posted"] += 1
        for line in data["lines"]:
            moved[line["product"]] += WAYS[data["type"]] * int(line["quantity"])
    database.close()
    print(json.dumps({"done": done, "moved": moved}))


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]))

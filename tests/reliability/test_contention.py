"""Four processes post to fifty hot goods at once: nothing is lost, nobody waits for ever, every rule holds."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable

import pytest
from sqlalchemy import text

from jxc_desktop.core.db import Database
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.settings import put_setting
from jxc_desktop.stock.models import Warehouse
from tests.racing import broken_rules
from tests.reliability.harness import PROJECT, scaled
from tests.reliability.poster import GOODS
from tests.shopkeeping import a_customer, a_product, a_supplier, pieces

DESKS = 4


def hot_shop(database: Database, owner: Actor, method: str) -> None:
    """Fifty goods of which nothing lies there yet, sold all the same."""
    with database.transaction(owner) as session:
        put_setting(session, "costing", method)
        put_setting(session, "allow_negative_stock", value=True)
        session.add(Warehouse(code="EAST", name="东库"))
        a_supplier(session)
        a_customer(session)
        for number in range(GOODS):
            a_product(session, f"P{number}")


def post_at_once(target: str, seconds: int) -> list[dict[str, Counter[str]]]:
    """What each desk did; a desk that was stopped by anything but a refusal fails the test."""
    desks = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.reliability.poster", target, str(seconds), str(seed)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", cwd=PROJECT,
        )
        for seed in range(DESKS)
    ]  # fmt: skip
    told = [desk.communicate(timeout=seconds + 60) for desk in desks]
    assert [(desk.returncode, said[1]) for desk, said in zip(desks, told, strict=True)] == [
        (0, "")
    ] * DESKS
    return [{k: Counter(v) for k, v in json.loads(said).items()} for said, _errors in told]


@pytest.mark.parametrize("method", ["moving_average", "fifo"])
def test_four_desks_at_fifty_hot_goods_lose_nothing(
    new_shop: Callable[..., Database], owner: Actor, dialect: str, method: str
) -> None:
    seconds = scaled(10 if method == "moving_average" else 5, 60)
    database = new_shop("small", dialect)
    hot_shop(database, owner, method)
    told = post_at_once(target_of(database), seconds)
    posted = [each["done"].pop("posted", 0) for each in told]
    print(f"{method}, {dialect}, {seconds} s: {posted} posted")
    assert [each["done"] for each in told] == [{}] * DESKS, "nothing was refused"
    # Who waits for a file is no queue: on a loaded machine a desk may have no turn in five seconds.
    assert min(posted) > 0 or (dialect == "sqlite" and sum(posted) > 0), "everybody had a turn"
    expected = Counter[str]()
    for each in told:
        expected.update(each["moved"])
    with database.reading(owner) as session:
        there = session.execute(
            text("SELECT p.code, sum(c.quantity) FROM cost_pool c "
                "JOIN product p ON p.id = c.product_id GROUP BY p.code")
        )  # fmt: skip
        assert {code: int(quantity) for code, quantity in there} == {
            code: pieces(1) * n for code, n in expected.items()
        }
        if dialect == "postgresql":
            question = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
            assert session.execute(text(question)).scalar_one() == 0
    assert broken_rules(database, owner) == []


def target_of(database: Database) -> str:
    """What another process opens the shop by."""
    return str(database.path or database.url.render_as_string(hide_password=False))

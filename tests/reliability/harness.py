"""A shop that is worked on by the real program in another process, and the questions asked of it afterwards."""

import json
import os
import random
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from jxc_desktop.core.db import Database
from jxc_desktop.features import INVARIANTS
from jxc_desktop.safety.soundness import structural_problems
from jxc_desktop.shop.actor import Actor
from tests.shopkeeping import a_customer, a_product, a_supplier, line, receive

SCALE = os.environ.get("RELIABILITY_SCALE", "small")
GOODS = 12
PROJECT = Path(__file__).parents[2]


def scaled(small: int, full: int) -> int:
    """How many cases: few in every run, many by `python dev.py reliability`."""
    return full if SCALE == "full" else small


def stock_up(database: Database, owner: Actor) -> None:
    """Give a fresh shop partners and plenty of goods P0…P11."""
    with database.transaction(owner) as session:
        supplier = a_supplier(session)
        a_customer(session)
        goods = [a_product(session, f"P{n}") for n in range(GOODS)]
        receive(session, supplier, [line(product, 100000, "3.33") for product in goods])


def documents(choice: random.Random, start: int = 0) -> Iterator[dict[str, object]]:
    """Endless receipts, deliveries and tickets as the machine interface takes them."""
    number = start
    while True:
        number += 1
        lines = [
            {
                "product": f"P{n}",
                "quantity": str(choice.randint(1, 9)),
                "price": f"{choice.randint(1, 999) / 100}",
            }
            for n in choice.sample(range(GOODS), choice.randint(1, 5))
        ]
        kind = choice.choice(["goods_receipt", "sales_delivery", "pos_sale"])
        document = {"key": f"k{number}", "type": kind, "day": "2026-11-20", "lines": lines}
        if kind == "goods_receipt":
            document["partner"] = "S01"
        elif kind == "sales_delivery":
            document["partner"] = "C01"
        else:
            document["payments"] = [{"method": "cash", "amount": "100000"}]
        yield document


def command(shop: Path, *words: str) -> list[str]:
    """The program as a person's script would call it."""
    return [sys.executable, "-m", "jxc_desktop", "--shop", str(shop), *words]


@dataclass
class Writer:
    """`post` in another process, fed from here; `acknowledged` grows as answers arrive."""

    shop: Path
    feed: Iterator[dict[str, object]]
    wrapper: tuple[str, ...] = ()
    acknowledged: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.process = subprocess.Popen(
            self.arguments(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            bufsize=1,
            cwd=PROJECT,
        )
        self.enough = threading.Condition()
        self.threads = [
            threading.Thread(target=work, daemon=True) for work in (self._send, self._hear)
        ]
        for thread in self.threads:
            thread.start()

    def arguments(self) -> list[str]:
        """What is started."""
        return [*self.wrapper, *command(self.shop, "post")]

    def _send(self) -> None:
        try:
            for document in self.feed:
                self.process.stdin.write(json.dumps(document) + "\n")
        except (BrokenPipeError, ValueError, OSError):
            return
        finally:
            self._hang_up()

    def _hang_up(self) -> None:
        try:
            self.process.stdin.close()
        except OSError:
            return

    def _hear(self) -> None:
        for text in self.process.stdout:
            if not text.endswith("\n"):
                return
            answer = json.loads(text)
            with self.enough:
                if answer["ok"]:
                    self.acknowledged[answer["key"]] = answer["number"]
                self.enough.notify()

    def wait_for(self, answers: int, timeout: float = 60) -> None:
        with self.enough:
            heard = self.enough.wait_for(lambda: len(self.acknowledged) >= answers, timeout)
        assert heard, f"only {len(self.acknowledged)} answers"

    def kill(self) -> None:
        self.process.kill()
        self.join()

    def join(self) -> None:
        self.process.wait(60)
        for thread in self.threads:
            thread.join(60)
        self.process.stdout.close()


def lost(shop: Path, acknowledged: dict[str, str]) -> list[str]:
    """Keys that were acknowledged and are not in the shop under the number told."""
    database = Database(shop)
    try:
        with database.reading() as session:
            rows = (
                session.connection().exec_driver_sql("SELECT key, number FROM document_key").all()
            )
        found = dict(map(tuple, rows))
    finally:
        database.close()
    return [key for key, number in acknowledged.items() if found.get(key) != number]


def faults(shop: Path, owner: Actor) -> list[str]:
    """Everything that is wrong with a shop file, by SQLite's own check and every invariant."""
    database = Database(shop)
    try:
        with database.reading(owner) as session:
            found = [f"{rule.id}: {p}" for rule in INVARIANTS for p in rule.check(session)]
        with database.raw() as connection:
            return [*found, *structural_problems(connection)]
    finally:
        database.close()


def copy_shop(source: Path, target: Path) -> Path:
    """A copy of a closed shop file with whatever lies beside it."""
    for tail in ("", "-wal", "-shm"):
        beside = source.with_name(source.name + tail)
        if beside.exists():
            shutil.copyfile(beside, target.with_name(target.name + tail))
    return target

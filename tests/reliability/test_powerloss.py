"""Simulated power cuts on a journalled file system with an honest disk: nothing acknowledged is lost."""

import itertools
import json
import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from jxc_desktop.core.db import Database
from jxc_desktop.shop.actor import Actor
from tests.reliability.harness import Writer, documents, faults, lost, scaled, stock_up
from tests.reliability.trace import Disk, Event, read_trace, strace

pytestmark = pytest.mark.powerloss
SEED = 20261122
CARELESS = """
import sys
from jxc_desktop.core import db
db._PRAGMAS["synchronous"] = 0
from jxc_desktop.__main__ import main
sys.exit(main())
"""
"""The program without its syncs: the negative control, which must lose sales."""


@pytest.fixture
def shop(new_shop: Callable[..., Database], owner: Actor) -> Path:
    database = new_shop()
    stock_up(database, owner)
    database.close()
    return database.path


def recorded(shop: Path, tmp_path: Path, *, careless: bool = False) -> tuple[Disk, list[Event]]:
    """The shop as it lay there, and what the disk heard while documents were posted to the end."""
    disk = Disk({str(shop): shop.read_bytes()})
    log = tmp_path / "strace.log"
    feed = itertools.islice(documents(random.Random(SEED)), scaled(120, 400))
    wrapper = strace(log)
    if careless:
        script = tmp_path / "careless.py"
        script.write_text(CARELESS, "utf-8")
        wrapper = (*wrapper, sys.executable, str(script), "--shop", str(shop), "post")
        writer = CarelessWriter(shop, feed, wrapper)
    else:
        writer = Writer(shop, feed, wrapper)
    writer.join()
    assert writer.acknowledged, "nothing was posted"
    return disk, read_trace(log, shop.parent)


class CarelessWriter(Writer):
    """Runs the wrapper alone; the program's words stand in it."""

    def arguments(self) -> list[str]:
        return list(self.wrapper)


def acknowledged(said: bytes) -> dict[str, str]:
    """Keys and numbers of the answers that were out before the cut."""
    answers = [
        json.loads(text) for text in said.decode().splitlines(keepends=True) if text.endswith("\n")
    ]
    return {answer["key"]: answer["number"] for answer in answers if answer["ok"]}


def cuts(
    disk: Disk, events: list[Event], count: int, tmp_path: Path, shop: Path, owner: Actor
) -> tuple[int, int, int]:
    """How many of `count` cuts lost an acknowledged document or left faults, and how many left work undone."""
    choice = random.Random(SEED)
    places = sorted(choice.randint(1, len(events)) for _ in range(count))
    bad = heard = unfinished = 0
    for case, place in enumerate(places):
        for event in events[heard:place]:
            disk.hear(event)
        heard = place
        unfinished += bool(disk.pending)
        image = tmp_path / f"cut{case}"
        image.mkdir()
        for path, content in disk.image(choice).items():
            (image / Path(path).name).write_bytes(content)
        bad += broken(image / shop.name, disk.said, owner)
    return count, bad, unfinished


def broken(shop: Path, said: bytes, owner: Actor) -> bool:
    try:
        return bool(lost(shop, acknowledged(said)) or faults(shop, owner))
    except Exception:  # noqa: BLE001  a file that cannot even be opened is lost
        return True


def test_no_power_cut_loses_an_acknowledged_document(
    shop: Path, owner: Actor, tmp_path: Path
) -> None:
    disk, events = recorded(shop, tmp_path)
    count, bad, unfinished = cuts(disk, events, scaled(50, 500), tmp_path, shop, owner)
    print(
        f"seed {SEED}, {len(events)} events, {count} cuts, {unfinished} with unsynced work, {bad} bad"
    )
    assert unfinished > count // 10, "cuts must hit unsynced work"
    assert bad == 0


def test_without_syncs_the_same_cuts_do_lose_sales(
    shop: Path, owner: Actor, tmp_path: Path
) -> None:
    disk, events = recorded(shop, tmp_path, careless=True)
    count, bad, _unfinished = cuts(disk, events, scaled(20, 100), tmp_path, shop, owner)
    print(f"negative control: {bad} of {count} bad")
    assert bad > 0

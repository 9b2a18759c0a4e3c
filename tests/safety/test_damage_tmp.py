"""A damaged file is never called fine, and never crashes the check."""

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from sqlalchemy.exc import DBAPIError

from jxc_desktop.core.db import Database, DriverError, connect
from jxc_desktop.core.errors import ShopFileError
from jxc_desktop.features import INVARIANTS
from jxc_desktop.safety.verify import verify
from jxc_desktop.shop.actor import Actor
from tests.conftest import NOW
from tests.safety.story import busy_days

PAGE = 4096


@pytest.fixture
def sound(new_shop: Callable[..., Database], owner: Actor) -> Path:
    database = new_shop()
    with database.transaction(owner) as session:
        busy_days(session)
    database.close()
    assert database.path is not None
    return database.path


def verdict(path: Path, owner: Actor) -> bool:
    """What the program says of a file: fine or not; anything but its own errors is a crash."""
    database = Database(path, clock=NOW)
    try:
        return verify(database, INVARIANTS, actor=owner, full=True).ok
    except (ShopFileError, DBAPIError, DriverError):
        return False
    finally:
        database.close()


def content(path: Path) -> list[object]:
    connection = connect(path)
    try:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return [connection.execute(f'SELECT * FROM "{t}"').fetchall() for [t] in tables.fetchall()]
    finally:
        connection.close()


@pytest.mark.fuzz
@pytest.mark.parametrize("seed", range(1000, 1400))
def test_a_file_with_a_spoilt_sector_is_never_called_fine(
    sound: Path, tmp_path: Path, owner: Actor, seed: int
):
    chance, before = Random(seed), content(sound)
    found = 0
    for turn in range(20):
        spoilt = Path(shutil.copyfile(sound, tmp_path / f"spoilt{turn}.jxc"))
        with spoilt.open("rb+") as file:
            file.seek(512 * chance.randrange(spoilt.stat().st_size // 512))
            file.write(chance.choice((bytes(512), chance.randbytes(512))))
        if verdict(spoilt, owner):
            # The sector held nothing; what the shop says is what it said.
            assert content(spoilt) == before
        else:
            found += 1
    assert found


@pytest.mark.parametrize("kept", [0, 50, 100, 4096, 8192, 100_000])
def test_a_file_cut_short_is_never_called_fine(sound: Path, owner: Actor, kept: int):
    with sound.open("rb+") as file:
        file.truncate(kept)
    assert not verdict(sound, owner)


def test_the_sound_file_is_called_fine(sound: Path, owner: Actor):
    assert verdict(sound, owner)

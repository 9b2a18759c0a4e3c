"""The sample shop is a shop like any other: made by the services, sound in every point, the same each time."""

from pathlib import Path

import pytest
from sqlalchemy import text

from jxc_desktop.core.db import Database
from jxc_desktop.features import INVARIANTS
from jxc_desktop.guide import tables
from jxc_desktop.guide.sample import fill_sample, sample_start
from jxc_desktop.guide.setup import ShopSetup, open_shop
from tests.conftest import NOW

PACKAGE = Path(tables.__file__).parents[1]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Database, object]:
    database = Database(tmp_path_factory.mktemp("sample") / "sample.jxc", clock=NOW)
    start = sample_start(NOW.today())
    owner = open_shop(database, ShopSetup(taxpayer="general", start_month=f"{start:%Y-%m}"))
    fill_sample(database, owner)
    yield database, owner
    database.close()


def test_the_year_is_sound(sample: tuple[Database, object]) -> None:
    database, owner = sample
    with database.reading(owner) as session:
        assert [f"{rule.id} {p}" for rule in INVARIANTS for p in rule.check(session)] == []


def test_it_looks_like_a_shop_that_lives(sample: tuple[Database, object]) -> None:
    database, owner = sample

    def one(sql: str) -> int:
        with database.reading(owner) as session:
            return session.execute(text(sql)).scalar_one()

    assert one("SELECT count(*) FROM product") > 50
    assert one("SELECT count(*) FROM pos_sale") > 1500
    assert one("SELECT count(*) FROM shift WHERE state = 'open'") == 1  # this morning's
    assert one("SELECT count(*) FROM stock_level WHERE quantity < 0") == 0
    assert one("SELECT coalesce(sum(debit - credit), 0) FROM leg WHERE account = '0001'") == 0
    assert one("SELECT max(day) FROM pos_sale") == "2026-11-20"


def test_every_room_with_tables_is_in_a_new_shop() -> None:
    found = {path.relative_to(PACKAGE).parts[0] for path in PACKAGE.glob("*/models*")}
    assert found == {room.__name__.split(".")[1] for room in tables.ROOMS}

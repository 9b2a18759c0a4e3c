"""What posting is measured against does the same work: every row that we write, the plain driver writes too."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import func, select

from benchmarks.floor import Floor
from benchmarks.posting import receive, sell
from benchmarks.shops import new_shop
from jxc_desktop.core.db import Database
from jxc_desktop.core.schema import Base

GOODS = [1, 2, 3, 4, 5]


@pytest.fixture
def shop():
    database, owner = new_shop(len(GOODS))
    yield database, owner
    database.close()
    assert database.path is not None
    shutil.rmtree(database.path.parent)


def rows(database: Database) -> dict[str, int]:
    with database.reading() as session:
        return {
            name: session.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in Base.metadata.tables.items()
        }


@pytest.mark.parametrize(
    ("post", "least"), [(sell, Floor.sale), (receive, Floor.receipt)], ids=["sale", "receipt"]
)
def test_the_floor_under_posting_writes_the_rows_that_posting_writes(
    shop, tmp_path: Path, post, least
):
    database, owner = shop
    floor = Floor(database.path, tmp_path / "floor.db")
    post(database, owner, GOODS)
    least(floor, GOODS)
    floor.db.close()
    beneath = Database(tmp_path / "floor.db")
    assert rows(database) == rows(beneath)
    beneath.close()

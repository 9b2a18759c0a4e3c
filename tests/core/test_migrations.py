"""An older shop is the old one or the new one, never between, and the old one is kept."""

import os
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import event, text

from jxc_desktop.core import known_schema
from jxc_desktop.core.creation import SCHEMA_VERSION, fingerprint
from jxc_desktop.core.db import Database, connect
from jxc_desktop.core.errors import ShopFileError
from jxc_desktop.core.guards import create_guards, drop_guards
from jxc_desktop.core.locks import ShopLock
from jxc_desktop.core.migrations.upgrade import Upgrade, upgrade_database, upgrade_file
from jxc_desktop.features import INVARIANTS
from jxc_desktop.safety.verify import verify
from jxc_desktop.shop.actor import Actor
from tests.conftest import NOW
from tests.safety.story import busy_days

OLD = SCHEMA_VERSION - 1
FIRST = f'revision = "{OLD:04d}"\ndown_revision = None\ndef upgrade():\n    raise RuntimeError("done long ago")\n'
NEXT = f'''"""Products learn where they come from."""
from alembic import op
import sqlalchemy as sa

revision = "{SCHEMA_VERSION:04d}"
down_revision = "{OLD:04d}"


def upgrade():
    with op.batch_alter_table("product", table_kwargs={{"sqlite_strict": True}}) as product:
        product.add_column(sa.Column("origin", sa.Text(), nullable=False, server_default="?"))
    with op.batch_alter_table("product", table_kwargs={{"sqlite_strict": True}}) as product:
        product.alter_column("origin", server_default=None)
    op.execute("UPDATE product SET origin = '本地'")
'''
KILLED = """
import os, sys
from pathlib import Path
from sqlalchemy import event, Engine
from jxc_desktop import features
from jxc_desktop.core import known_schema
from jxc_desktop.core.migrations.upgrade import Upgrade, upgrade_file
path, versions, mark, last = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
known_schema.FORMER[{old}] = mark
count = 0
@event.listens_for(Engine, "before_cursor_execute")
def count_down(*_):
    global count
    count += path.with_name("old.v{old}.jxc").exists()
    if count > last:
        os._exit(9)
upgrade_file(path, Upgrade(versions=versions))
""".replace("{old}", str(OLD))


@pytest.fixture
def versions(tmp_path: Path) -> Path:
    folder = tmp_path / "versions"
    folder.mkdir()
    (folder / "a.py").write_text(FIRST, "utf-8")
    (folder / "b.py").write_text(NEXT, "utf-8")
    return folder


def made_old(database: Database) -> None:
    """Turn a shop of this version into one of the version before, where goods had no origin."""
    with database.engine().connect() as connection:
        if database.dialect == "sqlite":
            connection.connection.driver_connection.execute("PRAGMA foreign_keys = OFF")
        with connection.begin():
            drop_guards(connection)
            connection.execute(text("ALTER TABLE product DROP COLUMN origin"))
            create_guards(connection)
            if database.dialect == "sqlite":
                connection.exec_driver_sql(f"PRAGMA user_version = {OLD}")
            else:
                connection.execute(text(f"UPDATE schema_version SET version = {OLD}"))
        connection.invalidate()


@pytest.fixture
def old_shop(
    tmp_path: Path,
    new_shop: Callable[..., Database],
    owner: Actor,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """A closed shop file of the version before, with busy days in it."""
    database = new_shop()
    with database.transaction(owner) as session:
        busy_days(session)
    made_old(database)
    with database.raw() as connection:
        monkeypatch.setitem(known_schema.FORMER, OLD, fingerprint(connection))
    path = database.path
    assert path is not None
    database.close()
    return path.rename(tmp_path / "old.jxc")


def test_an_old_shop_becomes_exactly_a_new_one_and_keeps_its_books(
    old_shop: Path, versions: Path, owner: Actor
):
    told: list[str] = []
    copy = upgrade_file(old_shop, Upgrade(versions, told.append))
    database = Database(old_shop, clock=NOW)
    try:
        assert verify(database, INVARIANTS, actor=owner, full=True).problems == ()
        with database.reading(owner) as session:
            origins = session.execute(text("SELECT DISTINCT origin FROM product")).scalars().all()
            assert origins == ["本地"]
    finally:
        database.close()
    assert told == ["Products learn where they come from."]
    assert copy == old_shop.with_name("old.v0.jxc")
    kept = connect(copy)
    assert kept.execute("PRAGMA user_version").fetchone() == (OLD,)
    assert fingerprint(kept) == known_schema.FORMER[OLD]
    kept.close()


def test_a_shop_of_this_version_is_left_alone(database: Database):
    assert database.path is not None
    assert upgrade_file(database.path) is None


def test_an_upgraded_shop_still_finds_its_goods(old_shop: Path, versions: Path, owner: Actor):
    upgrade_file(old_shop, Upgrade(versions))
    database = Database(old_shop, clock=NOW)
    with database.transaction(owner) as session:
        session.execute(text("UPDATE product SET search_text = '红烧' WHERE code = 'A'"))
        found = "SELECT count(*) FROM product_search WHERE product_search MATCH '\"红烧\"'"
        assert session.execute(text(found)).scalar_one() == 1
    database.close()


def test_a_script_that_does_not_lead_to_the_new_schema_changes_nothing(
    old_shop: Path, versions: Path
):
    (versions / "b.py").write_text(
        NEXT.replace('"origin"', '"orgin"').split("    op.ex")[0], "utf-8"
    )
    before = digest(old_shop)
    with pytest.raises(RuntimeError, match="does not lead"):
        upgrade_file(old_shop, Upgrade(versions))
    assert digest(old_shop) == before


def test_a_shop_that_somebody_changed_is_not_upgraded(old_shop: Path, versions: Path):
    connection = connect(old_shop)
    connection.execute("DROP TRIGGER guard_leg_1")
    connection.close()
    with pytest.raises(ShopFileError, match="被人改过"):
        upgrade_file(old_shop, Upgrade(versions))


def test_a_newer_shop_is_refused(old_shop: Path, versions: Path):
    connection = connect(old_shop)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    with pytest.raises(ShopFileError, match="升级本程序"):
        upgrade_file(old_shop, Upgrade(versions))


def test_a_shop_in_use_is_not_upgraded(old_shop: Path, versions: Path):
    mine = ShopLock(old_shop, patience=0)
    with ShopLock(old_shop), pytest.raises(ShopFileError, match="别的窗口"):
        upgrade_file(old_shop, Upgrade(versions), lock=mine)


def digest(path: Path) -> list[object]:
    """Everything a shop says: its schema and every row."""
    connection = connect(path)
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")
    said = [fingerprint(connection), connection.execute("PRAGMA user_version").fetchone()]
    said += [connection.execute(f'SELECT * FROM "{t}"').fetchall() for [t] in tables.fetchall()]
    connection.close()
    return said


def test_a_failure_at_any_statement_leaves_the_old_shop(old_shop: Path, versions: Path):
    before, failed = digest(old_shop), 0
    for last in count(0, 31):
        try:
            upgrade_with_failure(old_shop, versions, last)
        except PowerCutError:
            failed += 1
            assert digest(old_shop) == before
        else:
            break
    assert failed > 5
    assert digest(old_shop)[1] == (SCHEMA_VERSION,)


class PowerCutError(Exception):
    pass


def upgrade_with_failure(path: Path, versions: Path, last: int) -> None:
    from sqlalchemy import Engine

    done = 0

    def fail(*_: object) -> None:
        nonlocal done
        done += 1
        if done > last:
            raise PowerCutError

    event.listen(Engine, "before_cursor_execute", fail)
    try:
        upgrade_file(path, Upgrade(versions))
    finally:
        event.remove(Engine, "before_cursor_execute", fail)


@pytest.mark.kill
def test_killed_at_any_statement_the_shop_is_the_old_or_the_new_one(old_shop: Path, versions: Path):
    before, killed = digest(old_shop), 0
    program = [sys.executable, "-c", KILLED, str(old_shop), str(versions)]
    for last in (1, 40, 80, 120, 100_000):
        done = subprocess.run(
            [*program, known_schema.FORMER[OLD], str(last)],
            check=False, env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        )  # fmt: skip
        killed += done.returncode == 9
        after = digest(old_shop)
        assert after == before if done.returncode else after[1] == (SCHEMA_VERSION,)
    assert killed >= 3
    assert digest(old_shop)[1] == (SCHEMA_VERSION,)


@pytest.mark.pg
def test_a_postgresql_shop_is_upgraded_in_one_transaction(
    new_shop: Callable[..., Database], versions: Path, owner: Actor
):
    database = new_shop(dialect="postgresql")
    with database.transaction(owner) as session:
        busy_days(session)
    made_old(database)
    copies: list[int] = []
    assert upgrade_database(database, Upgrade(versions, copy_first=lambda: copies.append(1)))
    assert copies == [1]
    assert not upgrade_database(database, Upgrade(versions))
    assert verify(database, INVARIANTS, actor=owner).problems == ()

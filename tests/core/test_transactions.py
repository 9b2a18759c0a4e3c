"""Transactions of the one writer: mapped rows and plain statements are in together or not at all."""

import pytest
from sqlalchemy import select

from jxc_desktop.catalog.models import Category
from jxc_desktop.core.db import Database
from jxc_desktop.core.sql import SHORT, Statement, among, insert_into
from jxc_desktop.ledger.models import Leg
from jxc_desktop.shop.actor import Actor

NAMES = Statement("SELECT name FROM category ORDER BY id")
INSERT = insert_into(Category, ("name",), gives_id=True)


def names(database: Database) -> list[str]:
    with database.reading() as session:
        return [name for [name] in NAMES.all(session)]


def write_both(database: Database, owner: Actor) -> None:
    with database.transaction(owner) as session:
        INSERT.inserted(session, name="饮料")
        session.add(Category(name="粮油"))


def test_mapped_rows_and_statements_are_committed_together(any_database, owner):
    write_both(any_database, owner)
    assert names(any_database)[-2:] == ["饮料", "粮油"]


def test_what_fails_takes_both_back_and_the_next_one_works(any_database, owner):
    before = names(any_database)
    with pytest.raises(ZeroDivisionError):
        fail_after_both(any_database, owner)
    assert names(any_database) == before
    write_both(any_database, owner)
    assert len(names(any_database)) == len(before) + 2


def fail_after_both(database: Database, owner: Actor) -> None:
    with database.transaction(owner) as session:
        INSERT.inserted(session, name="饮料")
        session.add(Category(name="粮油"))
        session.flush()
        raise ZeroDivisionError


def test_an_id_is_told_and_so_is_how_many_rows_were_written(any_database, owner):
    rename = Statement("UPDATE category SET name = :name WHERE id = :id", changes="category")
    with any_database.transaction(owner) as session:
        first, second = (INSERT.inserted(session, name=name) for name in ("饮料", "粮油"))
        assert second == first + 1
        assert session.scalar(select(Category.name).where(Category.id == second)) == "粮油"
        assert rename.touched(session, id=first, name="酒水") == 1
        assert rename.touched(session, id=second + 1, name="酒水") == 0


def test_a_leg_of_no_entry_is_refused_at_the_latest_by_commit_and_nothing_is_written(
    any_database, owner
):
    before = names(any_database)
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        write_a_stray_leg(any_database, owner)
    assert names(any_database) == before
    write_both(any_database, owner)


def write_a_stray_leg(database: Database, owner: Actor) -> None:
    columns = ("entry_id", "leg_no", "account", "day", "debit", "credit", "summary")
    values = (10**6, 1, "1405", "2026-11-20", 1, 0, "")
    with database.transaction(owner) as session:
        INSERT.inserted(session, name="饮料")
        insert_into(Leg, columns).run(session, **dict(zip(columns, values, strict=True)))


def test_a_transaction_within_a_transaction_is_a_bug_that_is_told(database, owner):
    with database.transaction(owner), pytest.raises(RuntimeError, match="within"):
        write_both(database, owner)
    write_both(database, owner)


@pytest.mark.parametrize("count", [0, 1, 2, SHORT, SHORT + 1, 1000])
def test_lists_of_any_length_are_taken(any_database, owner, count):
    text = "SELECT count(*) FROM category WHERE id {chosen} OR name {named}"
    ask = Statement(
        text.format(chosen=f"IN {among('ids')}", named=f"IN {among('names')}"),
        postgresql=text.format(chosen="= ANY(:ids)", named="= ANY(:names)"),
    )
    with any_database.transaction(owner) as session:
        made = [INSERT.inserted(session, name=f"类{n}") for n in range(count)]
        assert ask.one(session, ids=made, names=[""])[0] == count
        assert ask.one(session, ids=[-1], names=[f"类{n}" for n in range(count)])[0] == count

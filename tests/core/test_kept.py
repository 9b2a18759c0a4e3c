"""What connections keep of the shop is never older than the shop."""

from collections.abc import Callable

import pytest
from sqlalchemy import text

from jxc_desktop.core.db import Database
from jxc_desktop.core.sql import Statement
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.approvals.rule_editing import RuleDraft, remove_rule, save_rule
from jxc_desktop.shop.approvals.rules import rules_of
from jxc_desktop.shop.settings import change_setting, settings_of
from tests.conftest import NOW


def name_of(database: Database, owner: Actor) -> str:
    with database.transaction(owner) as session:
        return settings_of(session).name


def name_read(database: Database) -> str:
    with database.reading() as session:
        return settings_of(session).name


def rename(database: Database, owner: Actor, name: str) -> None:
    with database.transaction(owner) as session:
        change_setting(session, "name", name)


def test_a_change_is_seen_at_once_by_whoever_made_it(any_database, owner):
    with any_database.transaction(owner) as session:
        before = settings_of(session)
        change_setting(session, "name", "新店")
        assert (before.name, settings_of(session).name) == ("我的店", "新店")
    assert name_of(any_database, owner) == name_read(any_database) == "新店"


def test_a_change_without_a_look_before_is_seen_afterwards(any_database, owner):
    assert name_of(any_database, owner) == "我的店"
    with any_database.transaction(owner) as session:
        Statement("DELETE FROM setting", changes="setting").run(session)
        Statement(
            "INSERT INTO setting (name, value) VALUES ('name', '\"新店\"')", changes="setting"
        ).run(session)
    assert name_of(any_database, owner) == "新店"


def change_and_fail(database: Database, owner: Actor) -> None:
    with database.transaction(owner) as session:
        change_setting(session, "name", "新店")
        assert settings_of(session).name == "新店"
        raise RuntimeError


def test_what_was_taken_back_is_not_kept(any_database, owner):
    with pytest.raises(RuntimeError):
        change_and_fail(any_database, owner)
    assert name_of(any_database, owner) == name_read(any_database) == "我的店"


def test_another_program_changes_a_setting_between_two_postings(any_database, owner):
    assert name_of(any_database, owner) == name_read(any_database) == "我的店"
    other = Database(any_database.url.render_as_string(hide_password=False)
                     if any_database.path is None else any_database.path, clock=NOW)  # fmt: skip
    rename(other, owner, "别处改的店")
    assert name_of(any_database, owner) == name_read(any_database) == "别处改的店"
    rename(any_database, owner, "这里改的店")
    assert name_of(other, owner) == name_read(other) == "这里改的店"
    other.close()


def test_work_on_the_schema_makes_everything_be_asked_anew(any_database, owner):
    assert name_of(any_database, owner) == "我的店"
    with any_database.engine().begin() as connection:
        connection.execute(text("UPDATE setting SET value = '\"新店\"' WHERE name = 'name'"))
    assert name_of(any_database, owner) == "新店"


def test_a_rule_written_as_a_mapped_row_counts_from_the_next_line_on(any_database, owner):
    with any_database.transaction(owner) as session:
        assert rules_of(session, "expense") == ()
        rule = save_rule(session, RuleDraft("expense", "any", role="manager"))
        assert len(rules_of(session, "expense")) == 1
    with any_database.transaction(owner) as session:
        assert len(rules_of(session, "expense")) == 1
        remove_rule(session, rule)
    with any_database.transaction(owner) as session:
        assert rules_of(session, "expense") == ()


def test_nothing_is_asked_twice_while_nobody_changes_it(database, owner, monkeypatch):
    asked: list[str] = []
    ask: Callable = Statement.all
    monkeypatch.setattr(
        Statement,
        "all",
        lambda self, session, **v: asked.append(self._texts["sqlite"]) or ask(self, session, **v),
    )
    for _ in range(3):
        name_of(database, owner)
    assert sum("FROM setting" in sql for sql in asked) <= 1

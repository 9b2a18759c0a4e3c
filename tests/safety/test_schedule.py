"""Backups come by themselves: in time, on closing, after sleep, whatever the clock does."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from jxc_desktop.core.clock import Clock
from jxc_desktop.core.db import Database
from jxc_desktop.features import INVARIANTS
from jxc_desktop.safety.automatic import Done, back_up_before, back_up_when_due
from jxc_desktop.safety.backup_log import attempts, last_backup, last_drill
from jxc_desktop.safety.catalogue import backups_in
from jxc_desktop.safety.schedule import DAY, HOUR, Lamp, LastRun, Reason, drill_due, due, lamp
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.settings import Settings, put_setting
from tests.conftest import NOW
from tests.shopkeeping import a_product, a_supplier, line, receive

EVERY_FOUR = Settings(backup_folder="/b", backup_every_hours=4)
NOON = 1_700_000_000_000


def test_a_backup_is_due_after_its_hours_and_not_before():
    last = LastRun(NOON, 10)
    assert due(NOON + 4 * HOUR - 1, last, 11, EVERY_FOUR) is None
    assert due(NOON + 4 * HOUR, last, 11, EVERY_FOUR) is Reason.SCHEDULED


def test_a_shop_that_was_never_backed_up_is_due_at_once():
    assert due(NOON, None, 1, EVERY_FOUR) is Reason.SCHEDULED


def test_a_pc_that_slept_for_a_week_catches_up_once():
    last = LastRun(NOON, 10)
    assert due(NOON + 7 * DAY, last, 11, EVERY_FOUR) is Reason.SCHEDULED
    assert due(NOON + 7 * DAY + 1, LastRun(NOON + 7 * DAY, 12), 13, EVERY_FOUR) is None


def test_a_clock_set_back_ten_years_does_not_silence_the_backups():
    assert due(NOON - 3650 * DAY, LastRun(NOON, 10), 11, EVERY_FOUR) is Reason.SCHEDULED


def test_an_idle_shop_is_not_backed_up_again():
    assert due(NOON + 9 * DAY, LastRun(NOON, 10), 10, EVERY_FOUR) is None
    assert due(NOON + 9 * DAY, LastRun(NOON, 10), 10, EVERY_FOUR, closing=True) is None


def test_closing_backs_up_what_is_new_unless_switched_off():
    last = LastRun(NOON, 10)
    assert due(NOON + 1, last, 11, EVERY_FOUR, closing=True) is Reason.ON_CLOSE
    quiet = replace(EVERY_FOUR, backup_on_close=False)
    assert due(NOON + 1, last, 11, quiet, closing=True) is None


def test_without_a_folder_nothing_is_due():
    assert due(NOON, None, 1, Settings()) is None


def test_a_drill_is_due_each_month():
    assert drill_due(NOON, None)
    assert not drill_due(NOON + 29 * DAY, NOON)
    assert drill_due(NOON + 30 * DAY, NOON)
    assert drill_due(NOON - DAY, NOON)


def test_the_lamp_says_how_old_and_how_good_the_last_backup_is():
    assert lamp(NOON, None, verified=False) is Lamp.NEVER
    assert lamp(NOON + HOUR, NOON, verified=True) is Lamp.FRESH
    assert lamp(NOON + HOUR, NOON, verified=False) is Lamp.UNVERIFIED
    assert lamp(NOON + 26 * HOUR, NOON, verified=True) is Lamp.LATE


Round = Callable[..., Done]


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    return first, second


@pytest.fixture
def shop(any_database: Database, folders: tuple[Path, Path], owner: Actor) -> Database:
    with any_database.transaction(owner) as session:
        put_setting(session, "backup_folder", str(folders[0]))
        put_setting(session, "backup_second_folder", str(folders[1]))
    return any_database


def later(shop: Database, hours: int) -> None:
    moment = NOW.now() + timedelta(hours=hours)
    shop.clock = Clock(now=lambda: moment)


def trade(shop: Database, owner: Actor, code: str) -> None:
    with shop.transaction(owner) as session:
        receive(session, a_supplier(session, f"S{code}"), [line(a_product(session, code), 5, 3)])


def test_a_day_at_the_shop_leaves_its_backups_in_both_places(
    shop: Database, folders: tuple[Path, Path], owner: Actor
):
    first = back_up_when_due(shop, INVARIANTS, actor=owner)
    assert first.problems == ()
    assert first.drilled is not None
    assert first.drilled.ok
    assert back_up_when_due(shop, INVARIANTS, actor=owner) == Done()
    later(shop, 5)
    # Only the drill was noted since; that is no reason for another backup of the same books.
    trade(shop, owner, "A")
    second = back_up_when_due(shop, INVARIANTS, actor=owner)
    assert second.backup is not None
    assert second.drilled is None
    assert back_up_when_due(shop, INVARIANTS, actor=owner, closing=True) == Done()
    trade(shop, owner, "B")
    assert back_up_when_due(shop, INVARIANTS, actor=owner, closing=True).backup is not None
    for folder in folders:
        reasons = [b.manifest.reason for b in backups_in(folder)]
        assert reasons == ["scheduled", "scheduled", "on_close"]
    with shop.reading(owner) as session:
        drilled, last = last_drill(session), last_backup(session)
    assert drilled is not None
    assert drilled.verified
    assert last is not None
    assert last.reason == "on_close"


def test_a_missing_stick_is_told_and_the_first_place_is_served(
    shop: Database, folders: tuple[Path, Path], owner: Actor
):
    folders[1].rmdir()
    done = back_up_when_due(shop, INVARIANTS, actor=owner)
    assert done.backup is not None
    [problem] = done.problems
    assert str(folders[1]) in problem
    assert "插好 U 盘" in problem
    with shop.reading(owner) as session:
        assert problem in [attempt.problem for attempt in attempts(session)]


def test_a_missing_folder_is_told_and_tried_again(
    shop: Database, folders: tuple[Path, Path], owner: Actor
):
    folders[0].rmdir()
    done = back_up_when_due(shop, INVARIANTS, actor=owner)
    assert done.backup is None
    assert "插好 U 盘" in done.problems[0]
    folders[0].mkdir()
    assert back_up_when_due(shop, INVARIANTS, actor=owner).backup is not None


def test_a_large_change_gets_a_backup_of_its_own_first(
    shop: Database, folders: tuple[Path, Path], owner: Actor
):
    told: list[tuple[int, int]] = []
    backup = back_up_before(
        shop, "before_import", INVARIANTS, actor=owner, progress=lambda *done: told.append(done)
    )
    assert backup is not None
    assert backup.manifest.verified
    assert [b.manifest.reason for b in backups_in(folders[0])] == ["before_import"]
    with shop.reading(owner) as session:
        assert attempts(session, most=1)[0].reason == "before_import"


def test_without_a_folder_there_is_no_backup_before_a_change(database: Database, owner: Actor):
    assert back_up_before(database, "before_import", INVARIANTS, actor=owner) is None

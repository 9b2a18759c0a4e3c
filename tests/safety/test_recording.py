"""While the shop works the flight recorder follows, and never holds anybody up for long."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden
from jxc_desktop.safety.recorder import Recorder, recorder_of, recording_folder
from jxc_desktop.safety.recording import PATIENT, Recording
from jxc_desktop.safety.replay import replay
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.employees import EmployeeDraft, save_employee
from jxc_desktop.shop.settings import change_setting


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "other-disk"
    folder.mkdir()
    return folder


@pytest.fixture
def recording(database: Database) -> Iterator[Recording]:
    recording = Recording(database, patience=PATIENT)
    yield recording
    recording.close()


def change(database: Database, owner: Actor, name: str, value: str) -> None:
    with database.transaction(owner) as session:
        change_setting(session, name, value)


def hire(database: Database, owner: Actor, name: str) -> None:
    with database.transaction(owner) as session:
        save_employee(session, EmployeeDraft(name))


def lines(folder: Path) -> int:
    return sum(len(file.read_text("utf-8").splitlines()) for file in folder.glob("*.jsonl"))


@pytest.mark.usefixtures("recording")
def test_it_begins_when_the_settings_name_a_folder_and_moves_with_it(
    database: Database, owner: Actor, folder: Path, tmp_path: Path
):
    change(database, owner, "phone", "1")
    assert lines(folder) == 0
    change(database, owner, "backup_folder", str(folder))
    change(database, owner, "phone", "2")
    assert lines(folder) == 2
    second = tmp_path / "stick"
    second.mkdir()
    change(database, owner, "backup_second_folder", str(second))
    change(database, owner, "phone", "3")
    assert (lines(folder), lines(second)) == (2, 2)


def test_a_disk_that_hangs_is_waited_for_once_and_caught_up_when_it_answers(
    database: Database, owner: Actor, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    answers = threading.Event()
    whole = Recorder.catch_up

    def hanging(self: Recorder) -> int:
        answers.wait()
        return whole(self)

    monkeypatch.setattr(Recorder, "catch_up", hanging)
    recording = Recording(database, patience=0.2)
    change(database, owner, "backup_folder", str(folder))
    before = time.monotonic()
    for number in range(50):
        change(database, owner, "phone", str(number))
    waited = time.monotonic() - before
    assert waited < 50 * 0.2  # not once for each
    answers.set()
    recording.close()
    found = recorder_of(database)
    assert found is not None
    assert found.compare().standing == "equal"


def test_what_was_refused_by_the_disk_is_tried_a_last_time_when_the_shop_closes(
    database: Database, owner: Actor, folder: Path, tmp_path: Path
):
    recording = Recording(database, patience=PATIENT)
    change(database, owner, "backup_folder", str(folder))
    folder.rename(tmp_path / "pulled")
    change(database, owner, "phone", "1")
    assert "U 盘" in recording.problem
    (tmp_path / "pulled").rename(folder)
    recording.close()
    assert recording.problem == ""
    assert lines(folder) == 2


def test_after_the_shop_was_left_nothing_is_recorded(
    database: Database, owner: Actor, folder: Path
):
    recording = Recording(database, patience=PATIENT)
    change(database, owner, "backup_folder", str(folder))
    recording.close()
    change(database, owner, "phone", "1")
    assert lines(folder) == 1


def test_a_bug_in_it_fails_no_sale_and_is_told(
    database: Database, owner: Actor, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    def broken(_self: Recorder) -> int:
        raise KeyError("a kind nobody thought of")

    recording = Recording(database, patience=PATIENT)
    monkeypatch.setattr(Recorder, "catch_up", broken)
    change(database, owner, "backup_folder", str(folder))
    assert "日志" in recording.problem
    recording.close()


def test_settings_that_could_not_be_read_once_are_read_again(
    database: Database, owner: Actor, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    change(database, owner, "backup_folder", str(folder))
    asked: list[Database] = []

    def away_at_first(found: Database) -> Path | None:
        asked.append(found)
        if len(asked) == 1:
            raise OSError("the server is away")
        return recording_folder(found)

    monkeypatch.setattr("jxc_desktop.safety.recording.recording_folder", away_at_first)
    recording = Recording(database, patience=PATIENT)
    hire(database, owner, "王")
    assert "日志" in recording.problem
    hire(database, owner, "李")
    assert recording.problem == ""
    assert lines(folder) == 1  # the tape begins
    hire(database, owner, "赵")
    assert lines(folder) == 2
    recording.close()


def test_only_who_may_restore_may_replay_or_put_the_tape_away(
    database: Database, owner: Actor, folder: Path
):
    somebody = Actor(owner.user_id, "cashier", frozenset({"pos_sale.post"}), "till")
    with pytest.raises(Forbidden):
        next(replay(database, [], actor=somebody))
    recorder = Recorder(folder, database)
    recorder.catch_up()
    before = recorder.tape.files()
    with pytest.raises(Forbidden):
        recorder.begin_anew(somebody)
    assert recorder.tape.files() == before

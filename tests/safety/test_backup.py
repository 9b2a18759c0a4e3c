"""A backup is proven before it has a name, and a failed one leaves nothing behind."""

import json
import os
import shutil
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from jxc_desktop.core.db import Database
from jxc_desktop.core.durable import sha256_of
from jxc_desktop.core.errors import Forbidden, ShopFileError
from jxc_desktop.core.invariant import Invariant
from jxc_desktop.safety.backup import Order, make_backup
from jxc_desktop.safety.backup_log import attempts, last_backup
from jxc_desktop.safety.catalogue import backups_in, manifest_path
from jxc_desktop.safety.verify import verify
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.audit import head_of
from jxc_desktop.shop.settings import change_setting, put_setting

FINE = Invariant("T1", "fine", lambda _session: [])
WRONG = Invariant("T2", "wrong", lambda _session: ["XSCK1 的合计差 1.00"])


def cashier() -> Actor:
    return Actor(1, "cashier", frozenset({"cashier"}), "test")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def test_a_backup_says_what_it_is(any_database: Database, folder: Path, owner: Actor):
    with any_database.reading(owner) as session:
        length, head = head_of(session)
    backup = make_backup(any_database, Order(folder), [FINE], actor=owner)
    said = json.loads(manifest_path(backup.path).read_text("utf-8"))
    assert said["sha256"] == sha256_of(backup.path)
    assert said["size"] == backup.path.stat().st_size
    assert (said["length"], said["head"]) == (length, head)
    assert said["verified"] is True
    assert sorted(p.name for p in folder.iterdir()) == [
        backup.path.name,
        manifest_path(backup.path).name,
    ]


def test_a_backup_of_either_database_is_a_sound_shop_file(
    any_database: Database, folder: Path, owner: Actor, tmp_path: Path
):
    backup = make_backup(any_database, Order(folder), [FINE], actor=owner)
    shutil.copyfile(backup.path, tmp_path / "again.jxc")
    again = Database(tmp_path / "again.jxc", clock=any_database.clock)
    try:
        assert verify(again, [FINE], actor=owner, full=True).ok
        for table in ("account", "setting", "money_account", "user_role"):
            with any_database.reading(owner) as one, again.reading(owner) as two:
                rows = f'SELECT * FROM "{table}" ORDER BY 1'
                assert one.execute(text(rows)).all() == two.execute(text(rows)).all()
    finally:
        again.close()


def test_the_shop_remembers_its_last_backup(database: Database, folder: Path, owner: Actor):
    with database.reading(owner) as session:
        assert last_backup(session) is None
    backup = make_backup(database, Order(folder), [FINE], actor=owner)
    with database.reading(owner) as session:
        last = last_backup(session)
    assert last is not None
    assert (last.file, last.folder, last.verified) == (backup.path.name, str(folder), True)


def test_books_that_break_a_rule_are_backed_up_but_not_called_good(
    database: Database, folder: Path, owner: Actor
):
    backup = make_backup(database, Order(folder), [FINE, WRONG], actor=owner)
    assert not backup.manifest.verified
    assert backup.manifest.problems == ("XSCK1 的合计差 1.00",)


def test_a_changed_schema_is_not_backed_up_as_if_it_were_ours(
    database: Database, folder: Path, owner: Actor
):
    with database.transaction(owner) as session:
        session.execute(text("DROP TRIGGER guard_audit_1"))
    with pytest.raises(ShopFileError, match="触发器被人改过"):
        make_backup(database, Order(folder), [FINE], actor=owner)
    assert list(folder.iterdir()) == []
    with database.reading(owner) as session:
        [failed] = attempts(session)
    assert failed.file == ""
    assert "触发器" in failed.problem


def test_too_little_room_is_told_before_anything_is_written(
    database: Database, folder: Path, owner: Actor
):
    order = Order(folder, free=lambda _folder: 1000)
    with pytest.raises(ShopFileError, match=r"还差 \d+ MB"):
        make_backup(database, order, [FINE], actor=owner)
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_disk_that_fills_up_on_the_way_leaves_nothing(
    database: Database, folder: Path, owner: Actor
):
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)

    def full_from_now_on(_done: int, _whole: int) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, before[1]))

    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, before[1]))
        with pytest.raises(ShopFileError, match=r"满了|写不进去"):
            make_backup(database, Order(folder), [FINE], actor=owner)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert list(folder.iterdir()) == []


def test_a_stick_that_was_pulled_is_missed_by_name(
    database: Database, tmp_path: Path, owner: Actor
):
    gone = tmp_path / "usb" / "jxc"
    with pytest.raises(ShopFileError, match="插好 U 盘"):
        make_backup(database, Order(gone, reason="scheduled"), [FINE], actor=owner)
    assert not gone.exists()


def test_a_folder_that_is_no_folder_is_told(database: Database, tmp_path: Path, owner: Actor):
    (tmp_path / "file").write_text("x")
    with pytest.raises(ShopFileError, match="换一个文件夹"):
        make_backup(database, Order(tmp_path / "file" / "x"), [FINE], actor=owner)


@pytest.mark.skipif(not os.access("/proc", os.R_OK), reason="needs a folder nobody can write to")
def test_a_folder_that_cannot_be_written_is_told(database: Database, owner: Actor):
    with pytest.raises(ShopFileError, match="文件夹"):
        make_backup(database, Order(Path("/proc/self"), reason="scheduled"), [FINE], actor=owner)


def test_a_bad_disk_is_found_when_the_copy_is_read_back(
    database: Database, folder: Path, owner: Actor, monkeypatch: pytest.MonkeyPatch
):
    from jxc_desktop.safety import backup as room

    def spoil(source: Path, target: Path) -> None:
        source.replace(target)
        with target.open("rb+") as file:
            file.seek(5000)
            file.write(b"\xff\x00\xff")

    monkeypatch.setattr(room, "move_durably", spoil)
    with pytest.raises(ShopFileError, match="这个盘坏了"):
        make_backup(database, Order(folder), [FINE], actor=owner)
    assert list(folder.iterdir()) == []


def test_what_a_killed_backup_left_is_swept_by_the_next(
    database: Database, folder: Path, owner: Actor
):
    first = make_backup(database, Order(folder), [FINE], actor=owner)
    name = first.path.name.replace("20261120", "20261119")
    (folder / (name + ".tmp")).write_bytes(b"half")
    (folder / (name + ".tmp-wal")).write_bytes(b"half")
    (folder / (name + ".json")).write_bytes(b"{}")
    (folder / "家里的照片.tmp").write_bytes(b"mine")
    make_backup(database, Order(folder), [FINE], actor=owner)
    assert len(backups_in(folder)) == 2
    assert len(list(folder.iterdir())) == 5
    assert (folder / "家里的照片.tmp").exists()


def test_backups_beyond_the_room_given_to_them_go_but_three_stay(
    database: Database, folder: Path, owner: Actor
):
    with database.transaction(owner) as session:
        put_setting(session, "backup_keep_bytes", 1)
    for _ in range(5):
        make_backup(database, Order(folder), [FINE], actor=owner)
    found = backups_in(folder)
    assert len(found) == 3
    assert [b.manifest.length for b in found] == sorted(b.manifest.length for b in found)


def test_another_shops_backups_are_left_alone(
    new_shop: Callable[..., Database], folder: Path, owner: Actor
):
    mine, theirs = new_shop("small"), new_shop("general")
    with mine.transaction(owner) as session:
        put_setting(session, "backup_keep_bytes", 1)
    for _ in range(4):
        make_backup(theirs, Order(folder), [FINE], actor=owner)
    others = {backup.path for backup in backups_in(folder)}
    for _ in range(5):
        make_backup(mine, Order(folder), [FINE], actor=owner)
    assert others < {backup.path for backup in backups_in(folder)}
    assert len(backups_in(folder)) == len(others) + 3


def test_only_who_may_back_up_orders_a_backup_but_the_schedule_serves_everyone(
    database: Database, folder: Path
):
    with pytest.raises(Forbidden):
        make_backup(database, Order(folder), [FINE], actor=cashier())
    folder.mkdir()
    make_backup(database, Order(folder, reason="scheduled"), [FINE], actor=cashier())
    assert len(backups_in(folder)) == 1


def test_a_backup_beside_a_busy_writer_is_one_snapshot(
    database: Database, folder: Path, owner: Actor
):
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            with database.transaction(owner) as session:
                change_setting(session, "receipt_footer", f"x{number}")

    busy = threading.Thread(target=write)
    busy.start()
    try:
        backups = [make_backup(database, Order(folder), [FINE], actor=owner) for _ in range(5)]
    finally:
        stop.set()
        busy.join()
    assert all(backup.manifest.verified for backup in backups)
    lengths = [backup.manifest.length for backup in backups]
    assert lengths == sorted(set(lengths))

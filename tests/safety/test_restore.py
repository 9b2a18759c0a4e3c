"""A good backup comes back whole; a bad one is refused and the live shop is untouched."""

import shutil
import struct
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from threading import Thread

import pytest
from sqlalchemy import text

from jxc_desktop.core.db import Database, connect
from jxc_desktop.core.durable import sha256_of
from jxc_desktop.core.errors import Forbidden, ShopFileError
from jxc_desktop.core.invariant import Invariant
from jxc_desktop.core.locks import ShopLock
from jxc_desktop.features import INVARIANTS
from jxc_desktop.safety.backup import Order, make_backup
from jxc_desktop.safety.catalogue import Backup, backups_in, manifest_path
from jxc_desktop.safety.drill import drill
from jxc_desktop.safety.examine import examined
from jxc_desktop.safety.restore import Place, Restored, put_back
from jxc_desktop.safety.verify import verify
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.audit import broken_links, head_of
from tests.conftest import NOW, actor_with
from tests.racing import Stopped
from tests.safety.story import busy_days
from tests.shop.approvals.conftest import staff
from tests.shopkeeping import line, receive

TABLES = (
    "goods_receipt",
    "sales_delivery",
    "pos_sale",
    "leg",
    "move",
    "cost_pool",
    "counter",
    "shift",
)


@pytest.fixture
def live(new_shop: Callable[..., Database], owner: Actor) -> Database:
    database = new_shop()
    with database.transaction(owner) as session:
        busy_days(session)
    return database


@pytest.fixture
def backup(live: Database, tmp_path: Path, owner: Actor) -> Backup:
    """A backup of the busy shop, which then goes on trading."""
    made = make_backup(live, Order(tmp_path / "backups"), INVARIANTS, actor=owner)
    with live.transaction(owner) as session:
        receive(session, 1, [line(1, 50, 3)])
    return made


def restore(
    source: Path, target: Path | str, folder: Path, owner: Actor, **more: object
) -> Restored:
    with examined(source, INVARIANTS, clock=NOW, near=folder) as proven:
        place = Place(target, folder / "before", clock=NOW, **more)
        return put_back(proven, place, INVARIANTS, actor=owner)


def content(database: Database) -> dict[str, object]:
    with database.reading() as session:
        return {
            t: sorted(map(tuple, session.execute(text(f"SELECT * FROM {t}")).all()), key=repr)
            for t in TABLES
        }


def content_of(path: Path) -> dict[str, object]:
    database = Database(path, clock=NOW)
    try:
        return content(database)
    finally:
        database.close()


def test_a_backup_comes_back_over_a_live_shop(
    live: Database, backup: Backup, tmp_path: Path, owner: Actor
):
    wanted = content_of(copied(backup, tmp_path))
    later, path = content(live), live.path
    with live.reading() as session:
        length, head = head_of(session)
    live.close()
    assert path is not None
    done = restore(backup.path, path, tmp_path, owner)
    assert content_of(path) == wanted != later
    # What was replaced lies in a verified backup, and the audit trail names it.
    assert done.kept is not None
    assert content_of(copied(done.kept, tmp_path)) == later
    again = Database(path, clock=NOW)
    with again.reading() as session:
        assert broken_links(session) == []
        row = session.execute(text("SELECT action, detail FROM audit ORDER BY id DESC LIMIT 1"))
        action, detail = row.one()
        assert action == "shop.restore"
        assert f'"backup_head": "{backup.manifest.head}"' in detail
        assert f'"replaced_length": {length + 1}' in detail
        assert head not in detail  # the backup before the restore moved it on
    again.close()


def copied(backup: Backup, folder: Path) -> Path:
    return Path(shutil.copyfile(backup.path, folder / f"{backup.manifest.length}.copy.jxc"))


def test_a_backup_becomes_a_new_shop_on_another_pc(backup: Backup, tmp_path: Path, owner: Actor):
    target = tmp_path / "new" / "my.jxc"
    done = restore(backup.path, target, tmp_path, owner)
    assert done.kept is None
    database = Database(target, clock=NOW)
    assert verify(database, INVARIANTS, actor=owner, full=True).problems == ()
    with database.transaction(owner) as session:
        receive(session, 1, [line(1, 5, 3)])
    assert verify(database, INVARIANTS, actor=owner).ok
    database.close()
    assert sorted(p.name for p in target.parent.iterdir()) == ["my.jxc", "my.jxc.lock"]


def test_a_damaged_shop_is_moved_aside_not_overwritten(
    live: Database, backup: Backup, tmp_path: Path, owner: Actor
):
    path = live.path
    assert path is not None
    live.close()
    with path.open("rb+") as file:
        file.write(b"\x00" * 4096)
    broken = sha256_of(path)
    done = restore(backup.path, path, tmp_path, owner)
    assert done.aside is not None
    assert sha256_of(done.aside) == broken
    assert content_of(path) == content_of(copied(backup, tmp_path))


def test_a_shop_that_is_open_elsewhere_is_not_restored(
    live: Database, backup: Backup, tmp_path: Path, owner: Actor
):
    assert live.path is not None
    before = content(live)
    with ShopLock(live.path), pytest.raises(ShopFileError, match="别的窗口"):
        restore(backup.path, live.path, tmp_path, owner, lock=ShopLock(live.path, patience=0))
    assert content(live) == before


def test_only_who_may_restores(live: Database, backup: Backup, tmp_path: Path):
    assert live.path is not None
    before = content(live)
    with pytest.raises(Forbidden):
        restore(backup.path, live.path, tmp_path, actor_with("manager", "accountant"))
    assert content(live) == before


def test_an_owner_whom_the_backup_does_not_know_yet_restores_it(
    live: Database, backup: Backup, tmp_path: Path, owner: Actor
):
    with live.transaction(owner) as session:
        new = staff(session, "新老板", "owner")
    live.close()
    assert live.path is not None
    assert restore(backup.path, live.path, tmp_path, replace(new, signed_in=True)).kept is not None


def test_when_the_present_state_cannot_be_kept_nothing_is_replaced(
    live: Database, backup: Backup, tmp_path: Path, owner: Actor
):
    assert live.path is not None
    before, path = content(live), live.path
    live.close()
    with (
        examined(backup.path, INVARIANTS, clock=NOW, near=tmp_path) as proven,
        pytest.raises(ShopFileError, match=r"U 盘|不让写"),
    ):
        put_back(proven, Place(path, backup.path / "folder", clock=NOW), INVARIANTS, actor=owner)
    assert content_of(path) == before


# Hostile and broken backups


def refused(source: Path, tmp_path: Path, match: str) -> None:
    with (
        pytest.raises(ShopFileError, match=match),
        examined(source, INVARIANTS, clock=NOW, near=tmp_path),
    ):
        raise AssertionError("the backup was taken")


def alone(backup: Backup, tmp_path: Path) -> Path:
    """The backup's file without its manifest, as an attacker would hand it over."""
    return Path(shutil.copyfile(backup.path, tmp_path / "handed-over.jxc"))


def poke(path: Path, place: int, value: int) -> None:
    with path.open("rb+") as file:
        file.seek(place)
        file.write(struct.pack(">I", value))


def test_a_backup_with_one_more_trigger_is_refused(backup: Backup, tmp_path: Path):
    path = alone(backup, tmp_path)
    connection = connect(path)
    connection.execute("CREATE TRIGGER spy AFTER INSERT ON leg BEGIN SELECT 1; END")
    connection.close()
    refused(path, tmp_path, "被人改过")


def test_a_backup_with_a_loosened_trigger_is_refused(backup: Backup, tmp_path: Path):
    path = alone(backup, tmp_path)
    connection = connect(path)
    connection.execute("DROP TRIGGER guard_leg_1")
    connection.execute("CREATE TRIGGER guard_leg_1 BEFORE UPDATE ON leg BEGIN SELECT 1; END")
    connection.close()
    refused(path, tmp_path, "被人改过")


def test_a_file_of_another_program_is_refused(backup: Backup, tmp_path: Path):
    path = alone(backup, tmp_path)
    poke(path, 68, 0x4A584330)
    refused(path, tmp_path, "不是进销存账套")
    (tmp_path / "x.jxc").write_bytes(b"PK\x03\x04" + b"x" * 5000)
    refused(tmp_path / "x.jxc", tmp_path, "不是进销存账套")
    (tmp_path / "y.jxc").write_bytes(b"")
    refused(tmp_path / "y.jxc", tmp_path, "不是进销存账套")


def test_a_backup_of_a_newer_program_is_refused(backup: Backup, tmp_path: Path):
    path = alone(backup, tmp_path)
    poke(path, 60, 99)
    refused(path, tmp_path, "先升级本程序")


def test_a_huge_empty_file_is_refused_without_being_read(backup: Backup, tmp_path: Path):
    path = alone(backup, tmp_path)
    with path.open("rb+") as file:
        file.truncate(10 * 2**30)
    refused(path, tmp_path, "不完整或多出内容")


def test_a_truncated_backup_is_refused(backup: Backup, tmp_path: Path):
    path = alone(backup, tmp_path)
    with path.open("rb+") as file:
        file.truncate(path.stat().st_size - 4096)
    refused(path, tmp_path, "不完整或多出内容")
    whole = backup.path
    with whole.open("rb+") as file:
        file.truncate(whole.stat().st_size - 1)
    refused(whole, tmp_path, "不完整")


def test_a_link_is_not_followed(backup: Backup, tmp_path: Path):
    link = tmp_path / "link.jxc"
    link.symlink_to(backup.path)
    refused(link, tmp_path, "没有备份文件")


def test_a_shop_that_was_copied_while_open_is_refused(backup: Backup, tmp_path: Path):
    path = alone(backup, tmp_path)
    path.with_name(path.name + "-wal").write_bytes(b"x")
    refused(path, tmp_path, "没有关好")


def test_any_flipped_bit_is_found_by_the_manifest(backup: Backup, tmp_path: Path):
    chance, original = Random(5), backup.path.read_bytes()
    for _ in range(25):
        spoilt = bytearray(original)
        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
        backup.path.write_bytes(spoilt)
        refused(backup.path, tmp_path, r"不能用|打不开")
    backup.path.write_bytes(original)
    with examined(backup.path, INVARIANTS, clock=NOW, near=tmp_path) as proven:
        assert proven.problems == ()


def test_a_manifest_of_another_backup_is_found(
    live: Database, backup: Backup, tmp_path: Path, owner: Actor
):
    other = make_backup(live, Order(tmp_path / "backups"), INVARIANTS, actor=owner)
    shutil.copyfile(manifest_path(other.path), manifest_path(backup.path))
    refused(backup.path, tmp_path, "不一样")


def test_a_manifest_that_is_none_is_refused(backup: Backup, tmp_path: Path):
    manifest_path(backup.path).write_text("[]")
    refused(backup.path, tmp_path, "不能信")


def test_books_that_break_a_rule_come_back_only_when_a_person_says_so(
    live: Database, tmp_path: Path, owner: Actor
):
    wrong = [*INVARIANTS, Invariant("T", "t", lambda _session: ["XSCK1 差 1.00"])]
    made = make_backup(live, Order(tmp_path / "backups"), wrong, actor=owner)
    target = tmp_path / "new.jxc"
    with examined(made.path, wrong, clock=NOW, near=tmp_path) as proven:
        assert proven.problems == ("XSCK1 差 1.00",)
        with pytest.raises(ShopFileError, match=r"差 1\.00"):
            put_back(proven, Place(target, tmp_path, clock=NOW), wrong, actor=owner)
        assert not target.exists()
        place = Place(target, tmp_path, clock=NOW, accept_problems=True)
        put_back(proven, place, wrong, actor=owner)
    assert target.exists()


# PostgreSQL and drills


@pytest.mark.pg
def test_a_backup_moves_between_a_file_and_postgresql(
    new_shop: Callable[..., Database], backup: Backup, tmp_path: Path, owner: Actor
):
    server = new_shop(dialect="postgresql")
    target = server.url.render_as_string(hide_password=False)
    done = restore(backup.path, target, tmp_path, owner)
    assert done.kept is not None
    assert content(server) == content_of(copied(backup, tmp_path))
    assert verify(server, INVARIANTS, actor=owner, full=True).problems == ()
    with server.transaction(owner) as session:
        receive(session, 1, [line(1, 5, 3)])
    assert verify(server, INVARIANTS, actor=owner).problems == ()
    back = make_backup(server, Order(tmp_path / "from-server"), INVARIANTS, actor=owner)
    assert back.manifest.verified
    restore(back.path, tmp_path / "home.jxc", tmp_path, owner)
    assert content_of(tmp_path / "home.jxc") == content(server)


@pytest.mark.pg
@pytest.mark.parametrize(
    "place", ["jxc_desktop.safety.restore:_chain", "jxc_desktop.safety.load:_fill"]
)
def test_what_a_till_is_told_is_kept_outlives_a_restore_over_its_head(
    new_shop: Callable[..., Database], tmp_path: Path, owner: Actor, place: str
):
    server = new_shop(dialect="postgresql")
    with server.transaction(owner) as session:
        busy_days(session)
    made = make_backup(server, Order(tmp_path / "backups"), INVARIANTS, actor=owner)
    target = server.url.render_as_string(hide_password=False)
    said = at_the_till(server, owner, place, lambda: restore(made.path, target, tmp_path, owner))
    assert said
    with server.reading() as session:
        kept = session.execute(text("SELECT number FROM goods_receipt")).scalars().all()
    assert set(said) <= set(kept)
    assert verify(server, INVARIANTS, actor=owner).problems == ()


def at_the_till(
    server: Database, owner: Actor, place: str, work: Callable[[], object]
) -> list[str]:
    """The numbers that somebody else was given who began to post as `work` came to `place`."""
    said: list[str] = []

    def post() -> None:
        with server.transaction(owner) as session:
            posted = receive(session, 1, [line(1, 50, 3)])
        said.append(posted.number)

    other = Thread(target=post)

    def let_in() -> None:
        if not other.ident:
            other.start()
            other.join(1)

    with Stopped(place, let_in):
        work()
    other.join()
    return said


def test_a_drill_proves_the_newest_backup(
    live: Database, backup: Backup, tmp_path: Path, owner: Actor
):
    newest = make_backup(live, Order(backup.path.parent), INVARIANTS, actor=owner)
    drilled = drill(backup.path.parent, INVARIANTS, clock=NOW)
    assert drilled.ok
    assert drilled.backup == newest.path
    assert drilled.totals["moves"] > 20
    assert len(backups_in(backup.path.parent)) == 2


def test_a_drill_says_when_the_newest_backup_is_no_good(backup: Backup):
    with backup.path.open("rb+") as file:
        file.seek(9000)
        file.write(b"\xff" * 64)
    with pytest.raises(ShopFileError, match="不一样"):
        drill(backup.path.parent, INVARIANTS, clock=NOW)


def test_a_drill_without_a_backup_says_so(tmp_path: Path):
    with pytest.raises(ShopFileError, match="没有备份"):
        drill(tmp_path, INVARIANTS, clock=NOW)

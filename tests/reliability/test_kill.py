"""Killing the program in the middle of its work loses nothing that was acknowledged and breaks nothing."""

import random
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from jxc_desktop.core.db import Database
from jxc_desktop.shop.actor import Actor
from tests.reliability.harness import (
    PROJECT,
    Writer,
    command,
    documents,
    faults,
    lost,
    scaled,
    stock_up,
)

pytestmark = pytest.mark.kill
SEED = 20261122


@pytest.fixture
def shop(new_shop: Callable[..., Database], owner: Actor) -> Path:
    database = new_shop()
    stock_up(database, owner)
    database.close()
    return database.path


def test_no_acknowledged_sale_is_lost_when_the_process_is_killed(shop: Path, owner: Actor) -> None:
    cases, choice = scaled(20, 200), random.Random(SEED)
    acknowledged: dict[str, str] = {}
    recoveries, count = 0, 0
    for _case in range(cases):
        writer = Writer(shop, documents(choice, count))
        writer.wait_for(choice.randint(1, 25))
        time.sleep(choice.random() * 0.01)
        writer.kill()
        acknowledged |= writer.acknowledged
        count += 100_000
        wal = shop.with_name(shop.name + "-wal")
        recoveries += wal.exists() and wal.stat().st_size > 0
        assert lost(shop, acknowledged) == []
    assert faults(shop, owner) == []
    print(
        f"seed {SEED}, {cases} kills, {recoveries} recoveries, {len(acknowledged)} acknowledged, 0 lost"
    )
    assert recoveries >= cases // 2, "most kills must hit work in progress"


def test_an_import_that_is_killed_wrote_all_rows_or_none(
    shop: Path, owner: Actor, tmp_path: Path
) -> None:
    cases, choice = scaled(5, 50), random.Random(SEED)
    rows, whole, none = 3000, 0, 0
    for case in range(cases):
        file = tmp_path / "goods.csv"
        goods = "\n".join(f"X{case}-{n},货物{case}-{n},{n % 90 + 1}" for n in range(rows))
        file.write_text(f"商品编号,商品名称,零售价\n{goods}\n", "utf-8")
        process = subprocess.Popen(
            command(shop, "import", "products", str(file)), cwd=PROJECT,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            process.wait(choice.uniform(0.3, 2.0))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        database = Database(shop)
        with database.reading() as session:
            sql = f"SELECT count(*) FROM product WHERE code LIKE 'X{case}-%'"
            written = session.connection().exec_driver_sql(sql).scalar_one()
        database.close()
        assert written in {0, rows}
        whole, none = whole + (written == rows), none + (written == 0)
    assert faults(shop, owner) == []
    print(f"seed {SEED}, {cases} imports: {whole} whole, {none} none")


def test_a_backup_that_is_killed_leaves_no_half_backup_that_passes_for_whole(
    shop: Path, owner: Actor, tmp_path: Path
) -> None:
    cases, choice = scaled(4, 40), random.Random(SEED)
    folder = tmp_path / "backups"
    folder.mkdir()
    for _case in range(cases):
        process = subprocess.Popen(
            command(shop, "backup", "-o", str(folder)), cwd=PROJECT,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            process.wait(choice.uniform(0.3, 1.2))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    assert faults(shop, owner) == []
    subprocess.run(
        command(shop, "backup", "-o", str(folder)), cwd=PROJECT, check=True, capture_output=True
    )
    listed = subprocess.run(
        command(shop, "backup", "--list", str(folder)),
        cwd=PROJECT,
        check=True,
        capture_output=True,
        text=True,
    )
    assert "false" not in listed.stdout, listed.stdout

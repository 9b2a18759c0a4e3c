"""Everything can be taken out and read by others; secrets stay."""

import csv
import shutil
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import text

from jxc_desktop.core.db import Database, connect
from jxc_desktop.core.errors import Forbidden, Refused, ShopFileError
from jxc_desktop.core.formula_guard import unguarded_text
from jxc_desktop.core.schema import Base
from jxc_desktop.safety import export
from jxc_desktop.safety.export import export_shop
from jxc_desktop.shop.actor import Actor
from tests.conftest import actor_with
from tests.safety.story import busy_days

CANARY = "argon2-canary-9f3a"
HOSTILE = ["=1+1", "+86 138", "-5", "@SUM(A1)", "\t=x", "＝1", "'=1", 'a"b,c\nd', "＠x"]


@pytest.fixture
def shop(any_database: Database, owner: Actor) -> Database:
    with any_database.transaction(owner) as session:
        busy_days(session)
        session.execute(text(f"UPDATE shop_user SET password = '{CANARY}'"))
        session.execute(text(f"INSERT INTO recovery_code (user_id, code) VALUES (1, '{CANARY}')"))
        for place, name in enumerate(HOSTILE):
            session.execute(
                text(
                    "INSERT INTO warehouse (code, name, disabled, transit) VALUES (:code, :name, 0, 0)"
                ), {"code": f"H{place}", "name": name},
            )  # fmt: skip
    return any_database


@pytest.fixture
def folder(shop: Database, tmp_path: Path, owner: Actor) -> Path:
    folder = tmp_path / "out" / "all"
    export_shop(shop, folder, actor=owner)
    return folder


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_table_comes_out_whole(shop: Database, folder: Path, owner: Actor):
    for name in Base.metadata.tables:
        with shop.reading(owner) as session:
            count = session.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one()
        assert len(table(folder, name)) == count
    leg = next(row for row in table(folder, "leg") if row["account"] == "1002")
    assert leg["debit"] == "5000.00"
    assert table(folder, "product")[0]["retail_price"] == "9.900000"


def test_hostile_names_are_no_formulas_and_come_back(folder: Path):
    names = [row["name"] for row in table(folder, "warehouse")]
    assert not [name for name in names if name.startswith(("=", "+", "-", "@", "\t", "＝", "＠"))]
    assert [unguarded_text(name) for name in names][1:] == HOSTILE
    book = CalamineWorkbook.from_path(str(folder / "shop.xlsx"))
    rows = book.get_sheet_by_name("warehouse").to_python()
    assert [row[rows[0].index("name")] for row in rows[1:]][1:] == HOSTILE
    shutil.unpack_archive(folder / "shop.xlsx", folder / "x", "zip")
    for sheet in (folder / "x" / "xl" / "worksheets").glob("*.xml"):
        assert b"<f>" not in sheet.read_bytes()


def test_the_plain_file_is_read_by_any_sqlite(folder: Path):
    import sqlite3

    with sqlite3.connect(folder / "shop.sqlite") as plain:
        [value] = plain.execute("SELECT sum(debit - credit) FROM leg").fetchone()
        [moves] = plain.execute("SELECT count(*) FROM move").fetchone()
    plain.close()
    assert value == 0
    assert moves == len(table(folder, "move"))


def test_no_secret_leaves_the_shop(folder: Path):
    for file in folder.rglob("*"):
        if file.is_file():
            assert CANARY.encode() not in file.read_bytes(), file.name
    connection = connect(folder / "shop.sqlite")
    assert connection.execute("SELECT DISTINCT password FROM shop_user").fetchall() == [("",)]
    connection.close()


def test_the_dictionary_names_every_column(folder: Path):
    said = (folder / "dictionary.md").read_text("utf-8")
    for name, made in Base.metadata.tables.items():
        assert f"## {name}\n" in said
        for column in made.columns:
            assert f"| {column.name} |" in said
    with (folder / "dictionary.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {(r["table"], r["column"]): r for r in csv.DictReader(file)}
    assert rows["leg", "debit"]["kind"] == "decimal(2)"
    assert rows["leg", "account"]["points_to"] == "account.code"
    assert rows["entry", "day"]["kind"] == "day"


def test_a_folder_with_something_in_it_is_left_alone(
    database: Database, tmp_path: Path, owner: Actor
):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "photo").write_text("x")
    with pytest.raises(Refused, match="空文件夹"):
        export_shop(database, tmp_path / "mine", actor=owner)
    assert [p.name for p in (tmp_path / "mine").iterdir()] == ["photo"]


def test_an_export_that_fails_leaves_nothing(
    database: Database, tmp_path: Path, owner: Actor, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(export, "_write_book", full)
    with pytest.raises(ShopFileError, match="满了"):
        export_shop(database, tmp_path / "out", actor=owner)
    assert list((tmp_path / "out").iterdir()) == []


def test_only_who_may_see_everything_exports_everything(database: Database, tmp_path: Path):
    for role in ("cashier", "buyer", "auditor", "treasurer"):
        with pytest.raises(Forbidden):
            export_shop(database, tmp_path / role, actor=actor_with(role))
        assert not (tmp_path / role).exists()


def test_tables_longer_than_a_sheet_go_on_in_the_next(
    database: Database, tmp_path: Path, owner: Actor, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(export, "SHEET_ROWS", 40)
    export_shop(database, tmp_path / "out", actor=owner)
    book = CalamineWorkbook.from_path(str(tmp_path / "out" / "shop.xlsx"))
    sheets = [name for name in book.sheet_names if name.startswith("account~")]
    assert sheets == ["account~2", "account~3"]

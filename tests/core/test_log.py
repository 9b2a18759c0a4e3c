"""The log tells what went wrong and nothing about the people and the business."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.core import log
from jxc_desktop.core.log import BLOT, LogFile, redacted, set_up_log
from jxc_desktop.core.secrets import Secret

CANARY = "Kanarienvogel-7431"


@pytest.fixture(autouse=True)
def _clean_root() -> Iterator[None]:
    root = logging.getLogger()
    level = root.level
    yield
    for handler in [h for h in root.handlers if isinstance(h, LogFile)]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    logging.captureWarnings(False)


def lines_of(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_a_record_is_one_json_line_in_the_named_folder(tmp_path: Path) -> None:
    path = set_up_log(tmp_path / "new" / "folder")
    logging.getLogger("jxc_desktop.till").warning("printer %s is slow\nvery", "P1")
    [line] = lines_of(path)
    assert path.parent == tmp_path / "new" / "folder"
    assert line["level"] == "WARNING"
    assert line["logger"] == "jxc_desktop.till"
    assert line["message"] == "printer P1 is slow\nvery"
    assert line["at"].endswith("+00:00")


def test_a_traceback_is_kept_but_the_values_of_a_failed_statement_are_not(tmp_path: Path) -> None:
    path = set_up_log(tmp_path)
    told = f"INSERT failed\n[parameters: ('{CANARY}', ['x'])]\n(Background on …)"
    try:
        raise ValueError(told)
    except ValueError:
        logging.getLogger("jxc_desktop").exception("posting")
    [line] = lines_of(path)
    assert "ValueError: INSERT failed" in line["traceback"]
    assert "test_log.py" in line["traceback"]
    assert CANARY not in path.read_text("utf-8")


def test_a_secret_prints_as_dots_however_it_is_written(tmp_path: Path) -> None:
    path = set_up_log(tmp_path)
    secret = Secret(CANARY)
    logging.getLogger("x").error("%s %r %s", secret, secret, f"{secret:>20} {[secret]}")
    assert CANARY not in path.read_text("utf-8")


@pytest.mark.parametrize(
    "message",
    [
        f"password={CANARY}",
        f"密码：{CANARY}",
        f"密码是 {CANARY}",
        f'{{"password": "{CANARY} with spaces"}}',
        f"{{'new_password': '{CANARY}'}}",
        f"postgresql+psycopg://shop:{CANARY}@db.local/shop",
        f"PRAGMA key = \"x'{CANARY}'\"",
        f"hash $argon2id$v=19$m=65536,t=3,p=4${CANARY}$x",
        f"duplicate key\nDETAIL:  Key (name)=({CANARY}) already exists.",
    ],
)
def test_passwords_and_values_are_blotted_out(message: str) -> None:
    assert CANARY not in redacted(message)
    assert BLOT in redacted(message)


@pytest.mark.parametrize(
    "number",
    [
        "13812345678",
        "+8613812345678",
        "138 1234 5678",
        "138-1234-5678",
        "11010519491231002X",
        "110105194912310021",
        "6222021234567890123",
        "6222 0212 3456 7890 123",
        "134567890123456789",
        "281234567890123456",
    ],
)
def test_numbers_of_people_and_cards_are_blotted_out(number: str) -> None:
    assert redacted(f"会员 {number}，付款") == f"会员 {BLOT}，付款"
    assert redacted(f"扫到{number}") == f"扫到{BLOT}"


@pytest.mark.parametrize(
    "text",
    [
        "CGRK202611220001 posted",
        "LS01202611220001 printed in 31 ms",
        "XSCK2026112200012 printed",
        "barcode 6901234567892",
        "at 1795140000123",
        "sha 3b1f9d0c7a5e2d4486a1b2c3d4e5f60718293a4b5c6d7e8f9012345678901234",
        "pinyin index made, tokens.py read",
        "0x7f1234567890",
    ],
)
def test_what_diagnostics_need_stays(text: str) -> None:
    assert redacted(text) == text


@given(st.text(max_size=20), st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True))
def test_a_mobile_number_is_found_in_any_company(around: str, number: str) -> None:
    around = "".join(c for c in around if not c.isdecimal())
    assert number not in redacted(f"{around} {number} {around}")


def test_the_log_turns_over_and_old_ones_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "LARGEST", 2000)
    path = set_up_log(tmp_path)
    for number in range(200):
        logging.getLogger("x").error("%d %s", number, "…" * 40)
    files = sorted(tmp_path.iterdir())
    assert len(files) == log.KEPT + 1
    assert lines_of(path)[-1]["message"].startswith("199 ")


def test_a_log_held_open_elsewhere_goes_on_in_the_same_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def in_use(_path: Path, _target: str) -> Path:
        raise PermissionError("held by another process")

    monkeypatch.setattr(log, "LARGEST", 500)
    monkeypatch.setattr(Path, "replace", in_use)
    path = set_up_log(tmp_path)
    for number in range(20):
        logging.getLogger("x").error("record %d", number)
    assert [line["message"] for line in lines_of(path)] == [f"record {n}" for n in range(20)]


def test_setting_it_up_again_writes_once_and_to_the_new_place(tmp_path: Path) -> None:
    first = set_up_log(tmp_path / "a")
    second = set_up_log(tmp_path / "b")
    logging.getLogger("x").error("once")
    assert first.read_text("utf-8") == ""
    assert len(lines_of(second)) == 1


def test_no_place_for_a_log_keeps_nobody_from_working(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    path = set_up_log(tmp_path / "file" / "logs")
    assert not path.exists()
    assert "no log" in capsys.readouterr().err


def test_others_on_this_machine_cannot_read_it(tmp_path: Path) -> None:
    import os

    path = set_up_log(tmp_path)
    logging.getLogger("x").error("one")
    if os.name == "posix":
        assert path.stat().st_mode & 0o077 == 0

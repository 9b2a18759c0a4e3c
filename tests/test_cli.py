"""The machine interface as scripts meet it: words in, JSON out, exit codes, and the truth about what was saved."""

import argparse
import dataclasses
import io
import json
import os
import re
import subprocess
import sys
import types
import typing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from jxc_desktop.cli import main
from jxc_desktop.cli.arguments import names_a_verb, parser
from jxc_desktop.core.db import Database, DriverError
from jxc_desktop.core.errors import ShopFileError
from jxc_desktop.core.locks import ShopLock
from jxc_desktop.demo import add_verb as add_demo
from tests.intake.conftest import stock_up

ROOT = Path(__file__).parents[1]
PASSWORD = "Kirsche-Lampe-73"
OTHER = "Wolke-Tisch-58"
RECEIPT = {
    "key": "r-1", "type": "goods_receipt", "day": "2026-03-02", "partner": "S01",
    "lines": [{"product": "A", "quantity": "500", "price": "12.00"}],
}  # fmt: skip
DELIVERY = {
    "key": "d-1", "type": "sales_delivery", "day": "2026-03-05", "partner": "C01",
    "lines": [{"product": "A", "quantity": "300", "price": "16.95"}],
}  # fmt: skip


@dataclasses.dataclass
class Said:
    code: int
    out: str
    err: str

    @property
    def json(self) -> typing.Any:
        [line] = self.out.splitlines()
        return json.loads(line)

    @property
    def lines(self) -> list[typing.Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Said]


def typed(*lines: object) -> bytes:
    return b"".join(
        (line if isinstance(line, bytes) else json.dumps(line, ensure_ascii=False).encode()) + b"\n"
        for line in lines
    )


@pytest.fixture
def run(capsys, monkeypatch, tmp_path) -> Run:
    """Run the command line in this process, with a log of its own."""
    monkeypatch.setattr("platformdirs.user_log_dir", lambda *_a, **_k: str(tmp_path / "log"))
    monkeypatch.setattr(
        "jxc_desktop.core.log.user_log_dir", lambda *_a, **_k: str(tmp_path / "log")
    )

    def do(*words: object, stdin: bytes | io.BytesIO = b"") -> Said:
        stream = io.BytesIO(stdin) if isinstance(stdin, bytes) else stdin
        monkeypatch.setattr(sys, "stdin", types.SimpleNamespace(buffer=stream))
        code = main([str(word) for word in words])
        told = capsys.readouterr()
        return Said(code, told.out, told.err)

    return do


@pytest.fixture
def shop(new_shop, owner) -> Path:
    """A shop file with goods and firms; nobody has a password."""
    database = stock_up(new_shop(), owner)
    assert database.path is not None
    database.close()
    return database.path


@pytest.fixture
def jxc(run: Run, shop: Path) -> Run:
    return lambda *words, **more: run("--shop", shop, *words, **more)


@pytest.fixture
def secret(tmp_path) -> Callable[[str], Path]:
    """A file whose first line is a password."""

    def write(password: str) -> Path:
        path = tmp_path / f"{password}.txt"
        path.write_text(password + "\n", "utf-8")
        return path

    return write


def closed_shop(jxc: Run, secret) -> Callable[[str, str], tuple[object, ...]]:
    """Give the owner a password and add a cashier; returns the options that prove somebody."""
    assert jxc("user", "passwd", "--new-password-file", secret(PASSWORD)).code == 0
    proof = ("--user", "owner", "--password-file", secret(PASSWORD))
    add = ("user", "add", "小王", "--role", "cashier", "--new-password-file", secret(OTHER))
    assert jxc(*proof, *add).code == 0
    return lambda name, password: ("--user", name, "--password-file", secret(password))


# --- init ---------------------------------------------------------------------------------------


def test_a_new_shop_is_made_and_never_overwritten(run, tmp_path):
    file = tmp_path / "new.jxc"
    made = run(
        "--shop", file, "init", "--name", "小店", "--taxpayer", "general", "--start", "2026-01",
        "--costing", "fifo",
    )  # fmt: skip
    assert made.code == 0
    assert made.json == {"shop": str(file), "name": "小店", "taxpayer": "general", "owner": "owner"}
    before = file.read_bytes()
    again = run("--shop", file, "init")
    assert (again.code, again.out) == (1, "")
    assert file.read_bytes() == before
    assert run("--shop", file, "settings", "get", "start_month").json == {"start_month": "2026-01"}
    assert run("--shop", file, "settings", "get", "costing").json == {"costing": "fifo"}


@pytest.mark.parametrize(
    "words",
    [
        ("init", "--start", "2026-13"),
        ("init", "--start", "July"),
        ("init", "--name", " "),
        ("init", "--taxpayer", "big"),
        ("init", "--owner-password-file", "/nowhere/at/all"),
        ("init", "--sample", "--start", "2026-01"),
    ],
)
def test_a_wrong_init_leaves_nothing(run, tmp_path, words):
    told = run("--shop", tmp_path / "new.jxc", *words)
    assert (told.code, told.out, told.err.count("\n")) == (1, "", 1)
    assert list(tmp_path.glob("new*")) == []


def test_a_bad_password_leaves_no_shop(run, tmp_path, secret):
    told = run("--shop", tmp_path / "new.jxc", "init", "--owner-password-file", secret("123456"))
    assert (told.code, told.out) == (1, "")
    assert list(tmp_path.glob("new*")) == []


def test_the_owners_password_comes_with_ten_recovery_codes(run, tmp_path, secret):
    file = tmp_path / "new.jxc"
    made = run("--shop", file, "init", "--owner-password-file", secret(PASSWORD))
    assert len(set(made.json["recovery_codes"])) == 10
    assert run("--shop", file, "user", "list").code == 1


@pytest.mark.pg
def test_a_shop_on_postgresql_always_has_a_password(run, postgresql, secret):
    url = postgresql("small")
    empty = url.replace("/shop_", "/nothing_").split("?")
    assert "已经有账套" in run("--shop", url, "init", "--owner-password-file", secret(PASSWORD)).err
    refused = run("--shop", url, "init")
    assert (refused.code, refused.out) == (1, "")
    assert "密码" in refused.err
    missing = run("--shop", "?".join(empty), "report", "--list")
    assert (missing.code, missing.out, missing.err.count("\n")) == (1, "", 1)


# --- opening ------------------------------------------------------------------------------------


def test_what_is_no_shop_is_refused_and_left_alone(run, tmp_path):
    import sqlite3

    text, other, cut = tmp_path / "a.jxc", tmp_path / "b.jxc", tmp_path / "c.jxc"
    text.write_text("no shop", "utf-8")
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    cut.write_bytes(b"")
    for file in (text, other, cut, tmp_path / "missing.jxc", tmp_path):
        before = file.read_bytes() if file.is_file() else None
        told = run("--shop", file, "verify")
        assert (told.code, told.out, told.err.count("\n")) == (1, "", 1), told.err
        assert (file.read_bytes() if file.is_file() else None) == before
    assert run("--shop", "mysql://somewhere/shop", "verify").code == 1


def test_a_shop_of_a_newer_program_is_refused(jxc, shop):
    database = Database(shop)
    with database.raw() as connection:
        connection.execute("PRAGMA user_version = 999")
    database.close()
    told = jxc("verify")
    assert (told.code, told.out) == (1, "")
    assert "999" in told.err


# --- post ---------------------------------------------------------------------------------------


def test_each_line_is_answered_in_order_and_a_wrong_one_holds_up_nothing(jxc):
    wrong = {**DELIVERY, "key": "d-0"}
    told = jxc("post", stdin=typed(wrong, b"{nonsense", b"", RECEIPT, b"[1]", DELIVERY, RECEIPT))
    assert told.code == 1
    assert [answer["ok"] for answer in told.lines] == [False, False, True, False, True, True]
    refused, malformed, receipt, _list, delivery, again = told.lines
    assert (refused["key"], refused["field"]) == ("d-0", "lines")
    assert (malformed["key"], malformed["field"]) == (None, None)
    assert receipt == {
        "key": "r-1", "ok": True, "number": "CGRK202603020001", "total": "6000.00", "repeated": False,
    }  # fmt: skip
    assert delivery["number"] == "XSCK202603050001"
    assert again == {**receipt, "repeated": True}


def test_all_lines_right_is_done(jxc):
    assert jxc("post", stdin=typed(RECEIPT, DELIVERY)).code == 0
    assert jxc("post", stdin=b"").code == 0


def test_a_line_without_an_end_is_read_too(jxc):
    assert jxc("post", stdin=typed(RECEIPT).rstrip(b"\n")).lines[0]["ok"]


def test_an_endless_line_is_refused_and_the_next_is_read(jxc, monkeypatch):
    monkeypatch.setattr("jxc_desktop.intake.strict_json.LONGEST", 300)
    told = jxc("post", stdin=b'{"key":"' + b"x" * 5000 + b'"}\n' + typed(RECEIPT))
    assert [answer["ok"] for answer in told.lines] == [False, True]


def flawed_commit(monkeypatch, *, saved: bool) -> None:
    """Let the next COMMIT fail as a disk would: after it was done, or instead of it."""
    real, left = Database.transaction, [1]

    @contextmanager
    def transaction(self: Database, actor: object = None) -> Iterator[typing.Any]:
        error = DriverError("disk I/O error")
        error.sqlite_errorname = "SQLITE_IOERR_FSYNC"  # type: ignore[attr-defined]
        fails = left.pop() if left else 0
        with real(self, actor) as session:
            yield session
            if fails and not saved:
                raise error
        if fails:
            raise error

    monkeypatch.setattr(Database, "transaction", transaction)


def test_a_document_saved_by_a_commit_that_failed_is_said_to_be_saved(jxc, monkeypatch):
    flawed_commit(monkeypatch, saved=True)
    told = jxc("post", stdin=typed(RECEIPT))
    assert (told.code, told.lines[0]["ok"], told.lines[0]["number"]) == (
        0,
        True,
        "CGRK202603020001",
    )
    assert len(jxc("report", "purchase_detail").json["rows"]) == 1


def test_a_document_lost_by_a_commit_that_failed_is_said_to_be_lost(jxc, monkeypatch):
    flawed_commit(monkeypatch, saved=False)
    told = jxc("post", stdin=typed(RECEIPT, RECEIPT))
    assert [answer["ok"] for answer in told.lines] == [False, True]
    assert not told.lines[1]["repeated"]


def test_when_nobody_can_tell_it_says_so(jxc, monkeypatch):
    flawed_commit(monkeypatch, saved=True)

    @contextmanager
    def unreachable(_self: Database, _actor: object = None) -> Iterator[typing.Any]:
        error = DriverError("disk I/O error")
        error.sqlite_errorname = "SQLITE_IOERR"  # type: ignore[attr-defined]
        raise error
        yield

    def post(stream: bytes) -> Said:
        # Only from the posting on: opening the shop reads it too.
        return jxc(
            "post",
            stdin=Trap(stream, lambda: monkeypatch.setattr(Database, "reading", unreachable)),
        )

    told = post(typed(RECEIPT))
    assert (told.code, told.lines[0]["ok"]) == (1, False)
    assert "不知道" in told.lines[0]["error"]


class Trap(io.BytesIO):
    """Standard input that does something when it is first read."""

    def __init__(self, content: bytes, spring: Callable[[], object]) -> None:
        super().__init__(content)
        self._spring: Callable[[], object] | None = spring

    def readline(self, size: int | None = -1) -> bytes:
        if self._spring is not None:
            spring, self._spring = self._spring, None
            spring()
        return super().readline(-1 if size is None else size)


def test_while_it_posts_nobody_can_restore(jxc, shop):
    tried: list[str] = []

    def restore() -> None:
        try:
            with ShopLock(shop, patience=0).alone():
                tried.append("alone")
        except ShopFileError:
            tried.append("refused")

    assert jxc("post", stdin=Trap(typed(RECEIPT), restore)).code == 0
    restore()
    assert tried == ["refused", "alone"]


def test_a_bug_in_one_line_is_logged_and_the_others_go_on(jxc, monkeypatch, tmp_path):
    from jxc_desktop.cli import posting

    real = posting.post_document

    def flawed(session, data):
        if data["key"] == "bug":
            raise ZeroDivisionError("12345678901234567")
        return real(session, data)

    monkeypatch.setattr(posting, "post_document", flawed)
    told = jxc("post", stdin=typed({**RECEIPT, "key": "bug"}, RECEIPT))
    assert told.code == 2
    assert [answer["ok"] for answer in told.lines] == [False, True]
    log = (tmp_path / "log" / "jxc.log").read_text("utf-8")
    assert "ZeroDivisionError" in log
    assert "12345678901234567" not in log
    assert str(tmp_path / "log") in told.lines[0]["error"]


def test_a_bug_elsewhere_names_its_log_and_exits_with_two(jxc, monkeypatch, tmp_path):
    def broken(*_words: object, **_more: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("jxc_desktop.safety.verify.verify", broken)
    told = jxc("verify")
    assert (told.code, told.out) == (2, "")
    assert str(tmp_path / "log" / "jxc.log") in told.err
    assert "Traceback" not in told.err


def started(shop: Path, *words: str, **more: typing.Any) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "jxc_desktop", "--shop", str(shop), *words]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, cwd=ROOT, **pipes, **more)


def test_an_answer_means_it_is_in_the_file(shop, owner):
    with started(shop, "post") as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(typed(RECEIPT))
        process.stdin.flush()
        answer = json.loads(process.stdout.readline())
        process.kill()
    database = Database(shop)
    with database.reading(owner) as session:
        found = session.connection().exec_driver_sql("SELECT number FROM goods_receipt").all()
    database.close()
    assert found == [(answer["number"],)]


def test_a_listener_who_leaves_is_not_complained_about(shop):
    with started(shop, "post") as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        process.stdin.write(typed(RECEIPT, DELIVERY))
        process.stdin.close()
        complaint = process.stderr.read().decode()
        assert process.wait(60) == 1
    assert "Traceback" not in complaint
    assert "Exception ignored" not in complaint


def test_answers_are_utf_8_whatever_the_console_thinks(shop):
    plain = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    with started(shop, "settings", "set", "name", "好邻居 𠮷", env=plain) as process:
        out, _err = process.communicate(timeout=60)
    assert json.loads(out.decode("utf-8")) == {"name": "好邻居 𠮷"}


# --- who is asking ------------------------------------------------------------------------------


def test_a_shop_without_passwords_is_open_and_says_so(jxc):
    told = jxc("settings", "get", "name")
    assert told.code == 0
    assert "密码" in told.err


def test_with_a_password_everybody_must_say_who_they_are(jxc, secret):
    proof = closed_shop(jxc, secret)
    for words in ((), ("--user", "owner"), proof("owner", OTHER), proof("nobody", OTHER)):
        told = jxc(*words, "settings", "get")
        assert (told.code, told.out, told.err.count("\n")) == (1, "", 1), words
    told = jxc(*proof("owner", PASSWORD), "settings", "get", "name")
    assert (told.code, told.err) == (0, "")


def test_a_promotion_is_kept_tried_called_by_a_coupon_and_taken_out_of_use(jxc):
    promotion = {
        "name": "可乐买二送一", "kind": "nth", "count": 3, "free": 1, "rate": "1", "coupon": True,
        "from_day": "2026-01-01", "goods": [{"product": "COLA"}],
    }  # fmt: skip
    assert jxc("promotion", "save", stdin=typed(promotion)).json == {"saved": ["CX001"]}
    [kept] = jxc("promotion", "list").json["promotions"]
    assert (kept["code"], kept["goods"]) == ("CX001", [{"product": "COLA", "quantity": "1"}])
    given = jxc("promotion", "coupons", "CX001", "q1", "--until", "2027-12-31").json["coupons"]
    assert given == [{"coupon": "Q1", "uses": 1, "used": 0, "until": "2027-12-31"}]
    basket = {"lines": [{"product": "COLA", "quantity": "3"}], "day": "2026-03-05"}
    assert jxc("promotion", "try", stdin=typed(basket)).json["total"] == "9.00"
    tried = jxc("promotion", "try", stdin=typed({**basket, "coupons": ["Q1"]})).json
    assert tried["total"] == "6.00"
    assert tried["promotions"] == [{"name": "可乐买二送一", "off": "3.00"}]
    ticket = {
        "key": "t-1", "type": "pos_sale", "day": "2026-03-05", "lines": basket["lines"], "coupons": ["Q1"],
        "payments": [{"method": "cash", "amount": "6"}],
    }  # fmt: skip
    [sold] = jxc("post", stdin=typed(ticket)).lines
    assert sold["total"] == "6.00"
    assert jxc("promotion", "coupons", "CX001").json["coupons"][0]["used"] == 1
    assert jxc("verify").code == 0
    assert jxc("promotion", "disable", "CX001").json == {"code": "CX001", "disabled": True}
    wrong = jxc("promotion", "save", stdin=typed({**promotion, "free": 3}))
    assert (wrong.code, "小于每组件数" in wrong.err) == (1, True)


def test_every_verb_has_the_rights_of_who_asks(jxc, secret):
    proof = closed_shop(jxc, secret)
    cashier = proof("小王", OTHER)
    refused = jxc(*cashier, "post", stdin=typed(RECEIPT))
    assert (refused.code, refused.lines[0]["ok"]) == (1, False)
    for words in (
        ("reverse", "X", "--reason", "x"), ("verify",), ("settings", "get"), ("user", "list"),
        ("settings", "set", "name", "x"), ("audit",), ("audit", "--verify"), ("backup", "-o", "x"),
        ("import", "products", "x.csv"), ("report", "trial_balance"), ("period", "list"),
    ):  # fmt: skip
        told = jxc(*cashier, *words)
        assert (told.code, told.out, told.err.count("\n")) == (1, "", 1), words
    assert jxc(*proof("owner", PASSWORD), "report", "purchase_detail").json["rows"] == []


def test_costs_are_absent_for_who_may_not_see_them(jxc, secret):
    proof = closed_shop(jxc, secret)
    boss = proof("owner", PASSWORD)
    sale = {
        "key": "t-1", "type": "pos_sale", "day": "2026-03-08",
        "lines": [{"product": "A", "quantity": "2"}], "payments": [{"method": "cash", "amount": "50"}],
    }  # fmt: skip
    [_receipt, ticket] = jxc(*boss, "post", stdin=typed(RECEIPT, sale)).lines
    full = jxc(*boss, "show", ticket["number"]).json
    assert full["lines"][0]["cost"] == "24.00"
    assert [move["amount"] for move in full["moves"]] == ["-24.00"]
    assert {leg["account"] for leg in full["legs"]} == {
        "100101",
        "5001",
        "22210120",
        "5401",
        "1405",
    }
    part = jxc(*proof("小王", OTHER), "show", ticket["number"])
    assert "24.00" not in part.out
    assert [move.get("amount") for move in part.json["moves"]] == [None]
    assert "legs" not in part.json


def test_people_are_managed(jxc, secret):
    proof = closed_shop(jxc, secret)
    boss = proof("owner", PASSWORD)
    assert jxc(*boss, "user", "role", "小王", "--role", "sales", "--role", "keeper").code == 0
    known = {user["name"]: user for user in jxc(*boss, "user", "list").json["users"]}
    assert known["小王"]["roles"] == ["sales", "keeper"]
    assert jxc(*boss, "user", "disable", "小王").json == {"name": "小王", "disabled": True}
    assert jxc(*proof("小王", OTHER), "user", "list").code == 1
    assert jxc(*boss, "user", "enable", "小王").code == 0
    own = ("user", "passwd", "小王", "--new-password-file", secret("Neuer-Stuhl-91"))
    assert jxc(*proof("小王", OTHER), *own).code == 0
    assert jxc(*proof("小王", OTHER), "show", "X").err.startswith("登录名或密码")


def test_nobody_is_added_before_the_owner_has_a_password(jxc, secret):
    add = ("user", "add", "小王", "--role", "cashier", "--new-password-file", secret(OTHER))
    assert (jxc(*add).code, jxc(*add).out) == (1, "")


# --- the other verbs ----------------------------------------------------------------------------


def test_a_document_is_reversed_by_number(jxc):
    [receipt] = jxc("post", stdin=typed(RECEIPT)).lines
    words = (
        "reverse",
        receipt["number"],
        "--reason",
        "写错了",
        "--key",
        "x-1",
        "--day",
        "2026-03-02",
    )
    red = jxc(*words)
    assert red.json == {
        "key": "x-1", "ok": True, "number": "CGRK202603020002", "total": "-6000.00", "repeated": False,
    }  # fmt: skip
    assert jxc(*words).json["repeated"]
    again = jxc("reverse", receipt["number"], "--reason", "再来")
    assert (again.code, again.out) == (1, "")
    assert jxc("show", receipt["number"]).json["reversed_by"] == red.json["number"]


def test_opening_documents_are_shown_too(jxc):
    lines = [{"product": "A", "quantity": "10", "amount": "100.00"}]
    [told] = jxc("post", stdin=typed({"key": "o", "type": "opening_stock", "lines": lines})).lines
    shown = jxc("show", told["number"]).json
    assert (shown["type"], shown["total"]) == ("opening_stock", "100.00")
    line = {"line_no": 1, "product": "A", "name": "商品甲", "quantity": "10", "amount": "100.00"}
    assert shown["lines"] == [line]
    assert [leg["account"] for leg in shown["legs"]] == ["1405", "0001"]
    lines = [
        {"account": "bank", "debit": "7"},
        {"account": "220301", "credit": "7", "partner": "C01"},
    ]
    [told] = jxc(
        "post", stdin=typed({"key": "b", "type": "opening_accounts", "lines": lines})
    ).lines
    shown = jxc("show", told["number"]).json
    assert [(x["account"], x["partner"], x["money_account"], x["debit"]) for x in shown["lines"]] == [
        ("1002", None, "bank", "7.00"), ("220301", "老客户", None, "0.00"),
    ]  # fmt: skip


def test_settings_are_read_and_changed(jxc):
    assert jxc("settings", "set", "till_rounding", "jiao").json == {"till_rounding": "jiao"}
    assert jxc("settings", "get", "till_rounding").json == {"till_rounding": "jiao"}
    assert jxc("settings", "set", "till_rounding").json == {"till_rounding": "none"}
    assert jxc("settings", "get").json["tax_rate"] == ""
    for words in (("till_rounding", "up"), ("colour", "red"), ("receipt_width", "59")):
        told = jxc("settings", "set", *words)
        assert (told.code, told.out, told.err.count("\n")) == (1, "", 2)
    assert jxc("settings", "get", "colour").code == 1


def test_what_a_rule_holds_back_is_listed_shown_approved_and_rejected(jxc):
    rule = jxc("approval-rule", "add", "sales_delivery", "total_over", "1000", "--role", "owner")
    assert rule.json == {"id": 1, "ok": True}
    [listed] = jxc("approval-rule", "list").json["rules"]
    assert (listed["condition"], listed["value"], listed["role"]) == (
        "total_over",
        "1000.00",
        "owner",
    )
    jxc("post", stdin=typed(RECEIPT))
    held, again = jxc("post", stdin=typed(DELIVERY, DELIVERY)).lines
    assert held == {
        "key": "d-1", "ok": True, "state": "pending", "pending": 1, "number": "", "total": "5085.00",
        "repeated": False,
    }  # fmt: skip
    assert again == {**held, "repeated": True}
    [row] = jxc("pending", "list", "--mine").json["rows"]
    assert (row["pending"], row["type"], row["subject"]) == (1, "sales_delivery", "老客户")
    assert (row["why"], row["waits_for"], row["made_by"]) == ("金额超过 1000.00", "老板", "owner")
    shown = jxc("pending", "show", 1).json
    assert [(x["quantity"], x["price"], x["amount"]) for x in shown["lines"]] == [
        ("300", "16.95", "5085.00")
    ]
    assert {"name": "结算", "value": "赊销"} in shown["facts"]
    answer = jxc("approve", 1, "--comment", "老客户").json
    assert answer == {
        "pending": 1, "ok": True, "state": "posted", "number": "XSCK202603050001", "total": "5085.00",
    }  # fmt: skip
    [after] = jxc("post", stdin=typed(DELIVERY)).lines
    assert (after["number"], after["repeated"], "state" in after) == (
        "XSCK202603050001",
        True,
        False,
    )
    assert jxc("approve", 1).code == 1
    jxc("post", stdin=typed({**DELIVERY, "key": "d-2"}, {**DELIVERY, "key": "d-3"}))
    assert jxc("pending", "reject", 2, "--reason", "太贵").json["state"] == "rejected"
    assert jxc("pending", "withdraw", 3).json["state"] == "withdrawn"
    [refused] = jxc("post", stdin=typed({**DELIVERY, "key": "d-2"})).lines
    assert (refused["ok"], refused["field"]) == (False, "key")
    assert jxc("pending", "list").json["count"] == 0
    assert jxc("approval-rule", "remove", 1).code == 0
    one = {**DELIVERY, "key": "d-4", "lines": [{**DELIVERY["lines"][0], "quantity": "1"}]}
    [free] = jxc("post", stdin=typed(one)).lines
    assert free["number"] == "XSCK202603050002"
    assert jxc("verify").code == 0


def test_a_till_is_opened_counted_and_closed(jxc):
    jxc("post", stdin=typed(RECEIPT))
    opened = jxc("shift", "open", "--till", "01", "--float", "200.00")
    assert (opened.json["state"], opened.json["float"]) == ("open", "200.00")
    assert jxc("shift", "open", "--till", "01").code == 1
    sale = {
        "key": "t-1", "type": "pos_sale", "till": "01",
        "lines": [{"product": "A", "quantity": "2"}], "payments": [{"method": "cash", "amount": "50"}],
    }  # fmt: skip
    assert jxc("post", stdin=typed(sale)).lines[0]["total"] == "45.20"
    notes = ("--count", "100=2", "20=2", "5=1")
    assert jxc("shift", "count", "--till", "01", *notes).json == {
        "till": "01", "counted": "245.00", "expected": "245.20", "over_short": "-0.20",
    }  # fmt: skip
    without_reason = jxc("shift", "close", "--till", "01", *notes)
    assert (without_reason.code, without_reason.out) == (1, "")
    closed = jxc("shift", "close", "--till", "01", *notes, "--reason", "少找零").json["closed"]
    assert [(c["counted"], c["over_short"], c["state"]) for c in closed] == [
        ("245.00", "-0.20", "closed")
    ]
    assert jxc("shift", "close", "--till", "01").code == 1
    assert jxc("verify").json["ok"]


def test_the_interfaces_own_till_closes_every_day_as_expected(jxc):
    def ticket(key: str, day: str) -> dict[str, typing.Any]:
        return {
            "key": key, "type": "pos_sale", "day": day, "lines": [{"product": "A", "quantity": "1"}],
            "payments": [{"method": "alipay", "amount": "22.60"}],
        }  # fmt: skip

    told = jxc("post", stdin=typed(RECEIPT, ticket("1", "2026-03-08"), ticket("2", "2026-03-09")))
    assert told.code == 0
    closed = jxc("shift", "close").json["closed"]
    assert [c["day"] for c in closed] == ["2026-03-08", "2026-03-09"]
    assert {c["over_short"] for c in closed} == {"0.00"}


def test_reports_are_listed_and_given_in_every_form(jxc, tmp_path):
    jxc("post", stdin=typed(RECEIPT, DELIVERY))
    names = {each["name"] for each in jxc("report", "--list").json["reports"]}
    assert {"sales_summary", "stock_balance", "trial_balance"} <= names
    summary = jxc("report", "sales_summary", "--from", "2026-03-01", "--to", "2026-03-31").json
    assert summary["totals"]["amount_incl"] == "5085.00"
    by_firm = jxc("report", "sales_summary", "--filter", "by=customer").json
    assert [row[0] for row in by_firm["rows"]] == ["C01"]
    for form, start in (
        ("csv", b"\xef\xbb\xbf"),
        ("xlsx", b"PK"),
        ("pdf", b"%PDF"),
        ("json", b"{"),
    ):
        file = tmp_path / f"out.{form}"
        told = jxc("report", "sales_summary", "--format", form, "-o", file)
        assert told.json == {"file": str(file), "bytes": file.stat().st_size}
        assert file.read_bytes().startswith(start)


@pytest.mark.parametrize(
    "words",
    [
        ("report",),
        ("report", "sales_summary", "--list"),
        ("report", "no_such"),
        ("report", "sales_summary", "--from", "March"),
        ("report", "sales_summary", "--from", "2026-03-02", "--to", "2026-03-01"),
        ("report", "sales_summary", "--filter", "by"),
        ("report", "sales_summary", "--filter", "by=colour"),
        ("report", "sales_summary", "--filter", "colour=red"),
        ("report", "sales_summary", "--filter", "by=product", "by=month"),
        ("report", "sales_summary", "--format", "docx"),
        ("report", "sales_summary", "-o", "/no/such/folder/file.json"),
        ("show", "XSCK209901010001"),
        ("reverse", "X"),
        ("shift", "close", "--till", "77"),
        ("shift", "count", "--till", "API", "--count", "100"),
        ("import", "weather", "x.csv"),
        ("import", "products", "/no/such/file.csv"),
        ("import", "opening_stock", "x.csv", "--with-opening-stock"),
        ("import", "products", "x.csv", "--map", "/no/such/map.json"),
        ("backup",),
        ("backup", "--list", "/no/such/folder"),
        ("export",),
        ("export", "ledger"),
        ("export", "somewhere", "--as", "csv"),
        ("export", "somewhere", "-o", "file"),
        ("export", "ledger", "--as", "pdf"),
        ("print", "LS404", "-o", "x.pdf"),
        ("report", "sales_summary", "--from", "0001-01-01"),
        ("report", "sales_summary", "--to", "9999-12-31"),
        ("approve", "99999999999999999999"),
        ("approve", "-1"),
        ("pending", "show", "99999999999999999999"),
        ("pending", "reject", "99999999999999999999", "--reason", "x"),
        ("approval-rule", "remove", "99999999999999999999"),
        ("approval-rule", "add", "expense", "total_over", "--role", "owner"),
        ("approval-rule", "add", "expense", "any", "--role", "owner", "--step", "9" * 20),
        ("audit", "--to", "9999-12-31"),
        ("audit", "--limit", "9" * 20),
        ("audit", "--limit", "0"),
        ("audit", "--from", "x"),
        ("no_such_verb",),
        ("--colour", "verify"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_nothing_else(jxc, words):
    told = jxc(*words)
    warning = "账套还没有密码"
    lines = [line for line in told.err.splitlines() if not line.startswith(warning)]
    assert (told.code, told.out, len(lines)) == (1, "", 1), told.err


def test_files_are_not_copied_where_nobody_can_write(jxc, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"paper")
    number = jxc("post", stdin=typed(RECEIPT)).json["number"]
    assert jxc("attach", number, tmp_path / "a.pdf").code == 0
    for place in (tmp_path / "a.pdf", "/proc/nowhere"):
        told = jxc("attach", number, "--out", place)
        assert (told.code, told.out) == (1, ""), told.err


def test_a_backup_is_not_restored_over_itself_nor_where_nobody_can_write(jxc, run, tmp_path):
    made = jxc("backup", "-o", tmp_path / "safe")
    [backup] = (tmp_path / "safe").glob("*.jxc")
    before = backup.read_bytes()
    assert made.code == 0
    for place in (backup, "/proc/y.jxc"):
        told = run("restore", backup, "--to", place)
        assert (told.code, told.out) == (1, ""), told.err
    assert backup.read_bytes() == before
    assert run("restore", backup, "--to", tmp_path / "new.jxc").code == 0
    [manifest] = (tmp_path / "safe").glob("*.json")
    manifest.unlink()
    assert run("restore", backup, "--to", backup).code == 1
    assert backup.read_bytes() == before


def test_an_import_writes_all_or_names_what_is_wrong(jxc, tmp_path):
    file = tmp_path / "goods.csv"
    file.write_text("编号,名称,零售价\nX1,苹果,5\nX2,,6\nX3,梨,abc\n", "utf-8")
    refused = jxc("import", "products", file)
    assert refused.code == 1
    assert (refused.json["read"], refused.json["written"]) == (3, 0)
    assert {(p["row"], p["column"]) for p in refused.json["problems"]} == {
        (3, "名称"),
        (4, "零售价"),
    }
    tried = jxc("import", "products", file, "--skip-bad-rows", "--dry-run")
    assert (tried.code, tried.json["written"]) == (0, 1)
    done = jxc("import", "products", file, "--skip-bad-rows")
    assert (done.code, done.json["written"], done.json["skipped"]) == (0, 1, 2)
    again = jxc("import", "products", file, "--skip-bad-rows")
    assert (again.json["written"], again.json["skipped"]) == (0, 3)


def test_headings_can_be_mapped_by_hand(jxc, tmp_path):
    file, mapping = tmp_path / "goods.csv", tmp_path / "map.json"
    file.write_text("A1,B1,C1\nX1,苹果,5\n", "utf-8")
    mapping.write_text('{"A1": "code", "B1": "name", "C1": "retail_price"}', "utf-8")
    assert jxc("import", "products", file, "--map", mapping).json["written"] == 1
    mapping.write_text("[1]", "utf-8")
    assert jxc("import", "products", file, "--map", mapping).code == 1


def test_the_shop_checks_itself(jxc, shop):
    jxc("post", stdin=typed(RECEIPT, DELIVERY))
    sound = jxc("verify", "--full")
    assert (sound.code, sound.json["ok"]) == (0, True)
    database = Database(shop)
    with database.transaction() as session:
        session.connection().exec_driver_sql("UPDATE cost_pool SET value = value + 1")
    database.close()
    broken = jxc("verify")
    assert (broken.code, broken.json["ok"]) == (1, False)


def test_backups_are_made_and_listed(jxc, tmp_path):
    made = jxc("backup", "-o", tmp_path / "safe")
    assert (made.code, made.json["verified"]) == (0, True)
    listed = jxc("backup", "--list", tmp_path / "safe").json["backups"]
    assert [each["path"] for each in listed] == [made.json["path"]]


def test_a_backup_is_drilled_and_put_back(jxc, run, shop, tmp_path):
    jxc("post", stdin=typed(RECEIPT))
    safe = tmp_path / "safe"
    backup = jxc("backup", "-o", safe).json["path"]
    assert jxc("post", stdin=typed(DELIVERY)).code == 0
    drilled = run("drill", safe)
    assert (drilled.code, drilled.json["ok"], drilled.json["backup"]) == (0, True, backup)
    assert "stock_value" not in drilled.out
    new = run("restore", backup, "--to", tmp_path / "new.jxc")
    assert new.json == {"shop": str(tmp_path / "new.jxc"), "kept": None, "aside": None}
    over = run("restore", backup, "--to", shop, "--keep-in", safe)
    assert over.code == 0
    assert Path(over.json["kept"]).parent == safe
    for file in (shop, tmp_path / "new.jxc"):
        assert run("--shop", file, "verify", "--full").code == 0
        assert run("--shop", file, "report", "sales_detail").json["rows"] == []
    assert jxc("post", stdin=typed(RECEIPT)).lines[0]["repeated"]


def test_what_was_posted_after_the_backup_comes_back_from_the_flight_recorder(
    jxc, run, shop, tmp_path
):
    safe = tmp_path / "safe"
    assert jxc("recorder").code == 1  # nowhere to record yet
    safe.mkdir()
    jxc("settings", "set", "backup_folder", safe)
    jxc("post", stdin=typed(RECEIPT))
    backup = jxc("backup", "-o", safe).json["path"]
    [sold] = jxc("post", stdin=typed(DELIVERY)).lines
    assert jxc("recorder").json == {"standing": "equal", "lost": []}
    wanted = jxc("report", "sales_detail").json["rows"]
    run("restore", backup, "--to", shop, "--keep-in", safe)
    told = jxc("recorder")
    assert (told.code, told.json) == (1, {"standing": "ahead", "lost": [sold["number"]]})
    back = jxc("recorder", "--replay")
    assert (back.code, back.json["ok"]) == (0, True)
    assert [each["then"] for each in back.json["documents"]] == [sold["number"]]
    assert jxc("recorder").json == {"standing": "equal", "lost": []}
    assert jxc("report", "sales_detail").json["rows"] == wanted
    assert jxc("post", stdin=typed(DELIVERY)).code == 1  # its key is used: nothing comes twice
    assert jxc("report", "sales_detail").json["rows"] == wanted


def test_what_is_no_backup_is_never_put_back(run, shop, tmp_path):
    before = shop.read_bytes()
    junk = tmp_path / "junk.jxc"
    junk.write_text("no backup", "utf-8")
    for words in (
        ("restore", junk, "--to", shop),
        ("restore", tmp_path / "none", "--to", shop),
        ("drill", tmp_path),
    ):
        told = run(*words)
        assert (told.code, told.out, told.err.count("\n")) == (1, "", 1), told.err
    assert shop.read_bytes() == before


def test_only_who_may_puts_a_backup_over_a_shop_with_passwords(jxc, run, shop, secret, tmp_path):
    backup = jxc("backup", "-o", tmp_path / "safe").json["path"]
    proof = closed_shop(jxc, secret)
    before = shop.read_bytes()
    for words in ((), proof("小王", OTHER)):
        told = run(*words, "restore", backup, "--to", shop)
        assert (told.code, told.out) == (1, "")
    assert [
        row["action"]
        for row in jxc(*proof("owner", PASSWORD), "audit", "--text", "restore").json["rows"]
    ] == []
    assert len(before) == len(shop.read_bytes())


def test_its_health_names_versions_and_no_figures(jxc, shop):
    told = jxc("health").json
    assert told["shop"] == str(shop)
    assert told["database"].startswith("SQLite 3.")
    assert told["last_backup"] is None


@pytest.mark.slow
def test_the_sample_shop_has_a_year_that_holds(run, tmp_path):
    file = tmp_path / "sample.jxc"
    made = run("--shop", file, "init", "--sample")
    assert made.code == 0
    assert made.json["name"] == run("--shop", file, "settings", "get", "name").json["name"]
    assert run("--shop", file, "verify", "--full").json["ok"]
    assert len(run("--shop", file, "report", "sales_summary").json["rows"]) > 20


def ticket_of(jxc) -> str:
    sale = {
        "key": "t-1", "type": "pos_sale", "day": "2026-03-08",
        "lines": [{"product": "A", "quantity": "2"}], "payments": [{"method": "cash", "amount": "50"}],
    }  # fmt: skip
    [_receipt, ticket] = jxc("post", stdin=typed(RECEIPT, sale)).lines
    return str(ticket["number"])


@pytest.mark.parametrize(
    ("form", "start"), [("pdf", b"%PDF"), ("png", b"\x89PNG"), ("escpos", b"\x1b@")]
)
def test_a_receipt_is_printed_and_counted(jxc, tmp_path, form, start):
    number = ticket_of(jxc)
    papers = []
    for name in ("first", "again"):
        file = tmp_path / name
        assert jxc("print", number, "--as", form, "-o", file).code == 0
        papers.append(file.read_bytes())
    assert all(paper.startswith(start) for paper in papers)
    assert papers[0] != papers[1]
    if form == "escpos":
        marks = ["补打".encode("gb18030") in paper for paper in papers]
        assert marks == [False, True]


def pdf_text(file: Path) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(file)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def test_a_delivery_note_says_what_the_customer_must_know(jxc, tmp_path):
    lines = [
        {"product": "A", "quantity": "3", "price": "16.95", "discount": "0.05"},
        {"product": "A", "quantity": "1", "price": "0", "is_gift": True},
    ]
    [_r, told] = jxc("post", stdin=typed(RECEIPT, {**DELIVERY, "lines": lines})).lines
    for name in ("first", "again"):
        assert jxc("print", told["number"], "-o", tmp_path / name).code == 0
    text = pdf_text(tmp_path / "first")
    for word in (
        "我的店 销售出库单",
        "老客户",
        told["number"],
        "16.95",
        "95%",
        "48.31",
        "肆拾捌元叁角壹分",
        "（赠）",
    ):
        assert word in text, word
    assert "补打" not in text
    assert "补打 第1次" in pdf_text(tmp_path / "again")
    red = jxc("reverse", told["number"], "--reason", "错").json
    assert jxc("print", red["number"], "-o", tmp_path / "red").code == 0
    assert "红字" in pdf_text(tmp_path / "red")
    assert "-48.31" in pdf_text(tmp_path / "red")
    assert jxc("print", told["number"], "--as", "escpos", "-o", tmp_path / "x").code == 1
    assert jxc("print", told["number"], "--form", "poem", "-o", tmp_path / "x").code == 1
    assert jxc("print", told["number"], "--as", "png", "-o", tmp_path / "x.png").code == 0


def test_a_goods_receipt_shows_prices_only_to_who_may_see_them(jxc, secret, tmp_path):
    proof = closed_shop(jxc, secret)
    boss = proof("owner", PASSWORD)
    [told] = jxc(*boss, "post", stdin=typed(RECEIPT)).lines
    assert jxc(*boss, "print", told["number"], "-o", tmp_path / "full").code == 0
    assert "6000.00" in pdf_text(tmp_path / "full")
    assert jxc(*boss, "user", "role", "小王", "--role", "keeper").code == 0
    assert jxc(*proof("小王", OTHER), "print", told["number"], "-o", tmp_path / "bare").code == 0
    text = pdf_text(tmp_path / "bare")
    assert "500" in text
    assert "12.00" not in text
    assert "6000" not in text


@pytest.mark.parametrize(
    ("form", "start"), [("hledger", "commodity"), ("beancount", "option"), ("csv", "\ufeffentry")]
)
def test_the_books_go_to_another_program(jxc, tmp_path, form, start):
    jxc("post", stdin=typed(RECEIPT, DELIVERY))
    told = jxc("export", "ledger", "--as", form)
    assert told.code == 0
    assert told.out.startswith(start)
    assert "XSCK202603050001" in told.out
    file = tmp_path / "books"
    assert jxc("export", "ledger", "--as", form, "-o", file).json["bytes"] == file.stat().st_size
    assert file.read_bytes().decode() == told.out


def test_the_whole_shop_goes_into_a_folder(jxc, tmp_path):
    jxc("post", stdin=typed(RECEIPT))
    told = jxc("export", tmp_path / "out").json
    assert {file.name for file in (tmp_path / "out").iterdir()} == set(told["files"])
    assert "move.csv" in told["files"]
    assert "CGRK202603020001" in (tmp_path / "out" / "goods_receipt.csv").read_text("utf-8-sig")
    again = jxc("export", tmp_path / "out")
    assert (again.code, again.out) == (1, "")


def test_the_audit_log_says_who_did_what_and_holds(jxc, shop):
    jxc("post", stdin=typed(RECEIPT))
    rows = jxc("audit", "--user", "owner", "--text", "CGRK", "--limit", "5").json["rows"]
    assert [(row["action"], row["object"]) for row in rows] == [
        ("goods_receipt.post", "CGRK202603020001")
    ]
    assert jxc("audit", "--verify").json["ok"]


def test_months_are_listed(jxc):
    told = jxc("period", "list").json["periods"]
    assert told[0] == {"month": "2026-01", "state": "open"}


@pytest.mark.pg
def test_the_same_words_work_on_postgresql(run, postgresql, owner, secret):
    url = postgresql("small")
    database = stock_up(Database(url), owner)
    with database.transaction(owner) as session:
        from jxc_desktop.core.secrets import Secret
        from jxc_desktop.shop.services import set_password

        set_password(session, "owner", Secret(PASSWORD))
    database.close()
    refused = run("--shop", url, "verify")
    assert (refused.code, refused.out) == (1, "")
    jxc = lambda *words, **more: run(  # noqa: E731
        "--shop", url, "--user", "owner", "--password-file", secret(PASSWORD), *words, **more
    )
    told = jxc("post", stdin=typed(RECEIPT, DELIVERY, RECEIPT))
    assert [answer["ok"] for answer in told.lines] == [True, True, True]
    assert told.lines[2]["repeated"]
    assert jxc("report", "sales_summary").json["totals"]["amount_incl"] == "5085.00"
    assert jxc("verify").json["ok"]
    assert jxc("show", told.lines[1]["number"]).json["legs"][0]["debit"] == "5085.00"


# --- the shape of the command line --------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ([], False),
        (["--shop", "a.jxc"], False),
        (["--shop=a.jxc", "--lang", "en"], False),
        (["--shop", "post"], False),
        (["--shop", "a.jxc", "post"], True),
        (["--version"], True),
        (["--help"], True),
        (["nonsense"], True),
    ],
)
def test_without_a_verb_the_window_opens(monkeypatch, words, verb):
    from jxc_desktop import __main__ as start

    seen: list[str] = []
    window = types.ModuleType("jxc_desktop.app")
    window.main = lambda given: seen.append("window") or 0  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "jxc_desktop.app", window)
    monkeypatch.setattr("jxc_desktop.cli.main", lambda given, further: seen.append("verb") or 0)
    assert names_a_verb(words) is verb
    assert start.main(words) == 0
    assert seen == ["verb" if verb else "window"]


def test_help_tells_of_every_verb_in_one_line():
    told = subprocess.run(
        [sys.executable, "-m", "jxc_desktop", "--help"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        env={**os.environ, "COLUMNS": "200"},
    )
    assert told.returncode == 0
    lines = told.stdout.decode().splitlines()
    described = dict(
        line.split(maxsplit=1) for line in lines if re.match(r" {4}[a-z]\S* {2,}\S", line)
    )
    [verbs] = [
        action
        for action in parser((add_demo,))._actions
        if isinstance(action, argparse._SubParsersAction)
    ]
    assert described.keys() == verbs.choices.keys()
    assert "demo" in described


def test_nothing_heavy_is_loaded_before_a_verb_runs():
    program = (
        "import sys; from jxc_desktop.cli.arguments import parser\n"
        "from jxc_desktop.demo import add_verb; parser((add_verb,))\n"
        "heavy = {'sqlalchemy', 'argon2', 'openpyxl', 'reportlab', 'logging', 'PySide6'}\n"
        "sys.exit(str(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False
    )
    assert told.returncode == 0, told.stderr.decode()


def test_every_figure_of_a_view_is_counted_as_something():
    from jxc_desktop.cash.queries import PaymentView
    from jxc_desktop.cli import plain
    from jxc_desktop.ledger.queries import LegView
    from jxc_desktop.pos.queries import TicketView
    from jxc_desktop.purchase.queries import ReceiptLineView, ReceiptView
    from jxc_desktop.sales.queries import DeliveryView
    from jxc_desktop.stock.queries import MoveView
    from jxc_desktop.stock.trade import Head, SaleLineView

    known = (
        plain.QUANTITIES | plain.PRICES | plain.RATES | plain.MONEY | plain.MOMENTS | plain.COUNTS
    )
    views = (
        PaymentView, LegView, TicketView, ReceiptLineView, ReceiptView, DeliveryView, MoveView, Head, SaleLineView,
    )  # fmt: skip
    for view in views:
        hints = typing.get_type_hints(view)
        for field in dataclasses.fields(view):
            counts = hints[field.name] in {int, int | None}
            if counts and field.name != "id" and not field.name.endswith("_id"):
                assert field.name in known, f"{view.__name__}.{field.name}"


def test_an_order_and_its_quotation_are_printed(jxc, tmp_path):
    lines = [{"product": "A", "quantity": "3", "price": "16.95"}]
    offer = {
        "key": "q-1", "type": "quotation", "day": "2026-03-02", "partner": "C01",
        "due_day": "2026-03-20", "lines": lines,
    }  # fmt: skip
    order = {"key": "o-1", "type": "sales_order", "day": "2026-03-03", "from": "XSBJ202603020001"}
    [_r, offered, ordered] = jxc("post", stdin=typed(RECEIPT, offer, order)).lines
    for told, words in ((offered, "销售报价单"), (ordered, "销售订单")):
        assert jxc("print", told["number"], "-o", tmp_path / "paper").code == 0
        text = pdf_text(tmp_path / "paper")
        assert words in text
        assert "50.85" in text
    assert jxc("print", ordered["number"], "--form", "order_form", "-o", tmp_path / "x").code == 0


def test_a_sub_account_is_added_named_asked_and_removed(jxc):
    told = {
        "code": "180101", "name": "装修费", "parent": "1801", "leaf": True, "needs": ["department"],
        "own": True, "disabled": False,
    }  # fmt: skip
    added = jxc("account", "add", "180101", "--name", "装修费", "--needs", "department")
    assert added.json == told
    assert jxc("account", "rename", "180101", "--name", "装修").json == {**told, "name": "装修"}
    assert jxc("account", "ask", "180101", "--needs", "").json["needs"] == []
    assert jxc("account", "disable", "180101").json["disabled"]
    assert not jxc("account", "enable", "180101").json["disabled"]
    refused = jxc("account", "add", "112201", "--name", "下级")
    assert (refused.code, "1122 由单据自动记账" in refused.err) == (1, True)
    assert jxc("account", "remove", "180101").json == {"code": "180101", "removed": True}
    codes = [each["code"] for each in jxc("account", "list").json["accounts"]]
    assert ("1801" in codes, "180101" in codes) == (True, False)


def test_an_asset_is_kept_written_off_and_let_go(jxc):
    bought = {
        "key": "b", "type": "voucher", "day": "2026-03-01",
        "legs": [{"account": "1601", "debit": "1000.00", "summary": "买烤箱"},
                 {"account": "bank", "credit": "1000.00"}],
    }  # fmt: skip
    assert jxc("post", stdin=typed(bought)).code == 0
    card = ("--name", "烤箱", "--day", "2026-03-01", "--cost", "1000", "--months", "10")
    added = jxc("asset", "add", *card).json
    assert (added["code"], added["net"], added["left_on"]) == ("FA001", "1000.00", None)
    assert jxc("asset", "depreciate", "2026-03").json == {
        "month": "2026-03", "number": None, "amount": "0.00",
    }  # fmt: skip
    gone = jxc(
        "asset",
        "dispose",
        "FA001",
        "--day",
        "2026-03-05",
        "--proceeds",
        "1010",
        "--account",
        "bank",
    )
    assert gone.json["left_on"] == "2026-03-05"
    assert jxc("asset", "remove", "FA001").code == 1
    assert [each["code"] for each in jxc("asset", "list").json["assets"]] == ["FA001"]
    assert jxc("verify").code == 0


def test_goods_go_to_another_warehouse_are_lost_and_their_loss_is_decided(jxc, tmp_path):
    assert jxc("warehouse", "add", "EAST", "--name", "东库").json == {
        "code": "EAST",
        "name": "东库",
    }
    moved = {
        "key": "t", "type": "stock_transfer", "day": "2026-03-03", "to_warehouse": "EAST",
        "lines": [{"product": "A", "quantity": "20"}],
    }  # fmt: skip
    lost = {
        "key": "l", "type": "stock_loss", "day": "2026-03-04", "warehouse": "EAST", "reason": "被盗",
        "unresolved": True, "lines": [{"product": "A", "quantity": "2"}],
    }  # fmt: skip
    found = {
        "key": "f", "type": "stock_gain", "day": "2026-03-04", "reason": "盘盈",
        "lines": [{"product": "A", "quantity": "1"}],
    }  # fmt: skip
    decided = {
        "key": "d", "type": "loss_resolution", "day": "2026-03-05", "from": "BS202603040001",
        "lines": [{"account": "cash", "amount": "5.00", "employee": "小王"}],
    }  # fmt: skip
    answers = jxc("post", stdin=typed(RECEIPT, moved, lost, found, decided)).lines
    assert [each["ok"] for each in answers] == [True] * 5, answers
    for told, words in zip(answers[1:], ("调拨单", "报损单", "报溢单", "损溢处理单"), strict=True):
        shown = jxc("show", told["number"]).json
        assert (shown["number"], shown["state"]) == (told["number"], "posted")
        assert jxc("print", told["number"], "-o", tmp_path / "paper").code == 0
        assert words in pdf_text(tmp_path / "paper")
    shown = jxc("show", answers[2]["number"]).json
    assert (shown["cause"], shown["resolved_by"]) == ("被盗", answers[4]["number"])
    sent = {**moved, "key": "s", "in_transit": True}
    [sent] = jxc("post", stdin=typed(sent)).lines
    shown = jxc("show", sent["number"]).json
    assert (shown["in_transit"], shown["lines"][0]["coming"]) == (True, "20")
    came = {"key": "r", "type": "transfer_receipt", "day": "2026-03-06", "from": sent["number"]}
    [came] = jxc("post", stdin=typed(came)).lines
    shown = jxc("show", came["number"]).json
    assert (shown["transfer"], shown["lines"][0]["quantity"]) == (sent["number"], "20")
    assert jxc("print", came["number"], "-o", tmp_path / "paper").code == 0
    assert "调拨入库单" in pdf_text(tmp_path / "paper")
    assert jxc("verify").code == 0
    assert [move["quantity"] for move in jxc("show", answers[1]["number"]).json["moves"]] == [
        "-20", "20",
    ]  # fmt: skip
    assert jxc("warehouse", "list").json["warehouses"][0] == {
        "code": "EAST", "name": "东库", "goods": 1, "disabled": False, "users": [],
    }  # fmt: skip
    assert jxc("warehouse", "assign", "EAST", "owner").json["users"] == ["owner"]
    assert jxc("warehouse", "list").json["warehouses"][0]["users"] == ["owner"]
    assert jxc("warehouse", "assign", "EAST", "nobody").code == 1
    assert jxc("note", answers[1]["number"], " 少了 一箱 ").json["notes"] == ["少了 一箱"]
    assert jxc("show", answers[1]["number"]).json["notes"] == ["少了 一箱"]
    assert jxc("note", "DB404", "没有这张单").code == 1
    assert jxc("warehouse", "disable", "EAST").code == 1
    assert jxc("warehouse", "disable", "WEST").code == 1
    assert jxc("verify").json["ok"]


def test_who_sells_is_kept_named_on_documents_and_paid_his_own(jxc):
    told = jxc(
        "employee", "add", "WF", "--name", "王芳", "--department", "门市", "--commission-base", "net",
        "--commission-rate", "0.05",
    ).json  # fmt: skip
    assert told == {
        "code": "WF", "name": "王芳", "department": "门市", "commission_base": "net",
        "commission_rate": "0.05", "disabled": False,
    }  # fmt: skip
    told = jxc("employee", "edit", "WF", "--commission-rate", "0.1").json
    assert (told["name"], told["commission_rate"]) == ("王芳", "0.1")
    told = jxc("employee", "edit", "WF", "--commission-rate", "", "--commission-base", "").json
    assert (told["commission_base"], told["commission_rate"]) == (None, None)
    told = jxc(
        "employee", "edit", "WF", "--commission-rate", "0.1", "--commission-base", "net"
    ).json
    assert (told["name"], told["commission_base"], told["commission_rate"]) == (
        "王芳",
        "net",
        "0.1",
    )
    assert jxc("employee", "edit", "XX", "--name", "x").code == 1
    assert jxc("employee", "add", "LQ", "--name", "王芳").code == 1
    bought = {**RECEIPT, "buyer": "WF"}
    sold = {
        "key": "d", "type": "sales_delivery", "day": "2026-03-03", "partner": "C01", "salesperson": "WF",
        "price_includes_tax": False, "lines": [{"product": "A", "quantity": "10", "price": "20"}],
    }  # fmt: skip
    answers = jxc("post", stdin=typed(bought, sold)).lines
    assert [jxc("show", x["number"]).json.get(y) for x, y in zip(answers, ("buyer", "salesperson"), strict=True)] == [
        "王芳", "王芳",
    ]  # fmt: skip
    paid = jxc("report", "commission", "--from", "2026-03-01", "--to", "2026-03-31").json
    row = dict(zip([column["id"] for column in paid["columns"]], paid["rows"][0], strict=True))
    assert (row["key"], row["base"], row["commission"]) == ("王芳", "200.00", "20.00")
    assert jxc("employee", "disable", "WF").json == {"code": "WF", "disabled": True}
    refused = jxc("post", stdin=typed({**sold, "key": "d2"})).lines[0]
    assert (refused["ok"], refused["field"]) == (False, "salesperson")
    assert jxc("employee", "enable", "WF").code == 0
    assert [x["code"] for x in jxc("employee", "list").json["employees"]] == ["WF"]


def test_a_former_version_of_a_quotation_is_shown_and_printed(jxc, tmp_path):
    def offer(price: str, **more: str) -> dict[str, object]:
        lines = [{"product": "A", "quantity": "3", "price": price}]
        head = {"type": "quotation", "day": "2026-03-02", "partner": "C01"}
        return {"key": f"q-{price}", **head, **more, "lines": lines}

    number = "XSBJ202603020001"
    undo = {"key": "u", "type": "order_unapprove", "number": number}
    again = offer("15.00", amends=number)
    jxc("post", stdin=typed(RECEIPT, offer("16.95"), undo, again))
    told = jxc("show", number).json
    assert (told["version"], told["total"]) == (2, "45.00")
    assert [(x["version"], x["total"]) for x in told["versions"]] == [(1, "50.85")]
    assert jxc("print", number, "--version", "1", "-o", tmp_path / "old").code == 0
    text = pdf_text(tmp_path / "old")
    assert "50.85" in text
    assert "已改版" in text
    for words in (("--version", "2"), ("--partner", "S01")):
        assert jxc("print", number, *words, "-o", tmp_path / "x").code == 1


def test_an_inquiry_is_printed_for_one_of_those_who_are_asked(jxc, tmp_path):
    goods = [{"product": "A", "quantity": "1"}]
    data = {"key": "x-1", "type": "rfq", "day": "2026-03-02", "suppliers": ["S01"], "lines": goods}
    [told] = jxc("post", stdin=typed(data)).lines
    assert jxc("print", told["number"], "--partner", "S01", "-o", tmp_path / "one").code == 0
    assert "供货商" in pdf_text(tmp_path / "one")
    refused = jxc("print", told["number"], "--partner", "S09", "-o", tmp_path / "x")
    assert refused.code == 1
    assert "没有问供应商 S09，问的是 S01" in refused.err


def test_goods_are_put_together_and_taken_apart(jxc, tmp_path):
    made = {
        "key": "z", "type": "assembly", "day": "2026-03-04", "product": "COLA", "quantity": "1",
        "fee": "2.00", "account": "cash", "lines": [{"product": "A", "quantity": "2"}],
    }  # fmt: skip
    taken = {**made, "key": "c", "type": "disassembly", "fee": "0"}
    answers = jxc("post", stdin=typed(RECEIPT, made, taken)).lines
    assert [each["ok"] for each in answers] == [True] * 3, answers
    for told, words in zip(answers[1:], ("组装单", "拆卸单"), strict=True):
        shown = jxc("show", told["number"]).json
        assert (shown["product"], shown["quantity"], shown["total"]) == ("COLA", "1", told["total"])
        assert jxc("print", told["number"], "-o", tmp_path / "paper").code == 0
        assert words in pdf_text(tmp_path / "paper")
    assert jxc("verify").json["ok"]


def test_goods_are_counted_and_used_in_the_house(jxc, tmp_path):
    counted = {
        "key": "c", "type": "stock_count", "day": "2026-03-03", "scope": "all", "rest": "zero",
        "lines": [{"product": "A", "counted": "498", "counted_at": "2026-03-03T09:30:00+08:00"}],
    }  # fmt: skip
    used = {
        "key": "u", "type": "other_issue", "day": "2026-03-04", "account": "5602",
        "lines": [{"product": "A", "quantity": "1"}],
    }  # fmt: skip
    given = {
        "key": "g", "type": "other_receipt", "day": "2026-03-04", "account": "5301",
        "lines": [{"product": "A", "quantity": "1", "price": "3.00"}],
    }  # fmt: skip
    adjusted = {
        "key": "a", "type": "cost_adjustment", "day": "2026-03-04",
        "lines": [{"product": "A", "amount": "-1.50"}],
    }  # fmt: skip
    answers = jxc("post", stdin=typed(RECEIPT, counted, used, given, adjusted)).lines
    assert [each["ok"] for each in answers] == [True] * 5, answers
    [cost] = jxc("show", answers[4]["number"]).json["lines"]
    assert (cost["held"], cost["amount"]) == ("498", "-1.50")
    shown = jxc("show", answers[1]["number"]).json
    assert (shown["loss"], shown["gain"]) == ("BS202603030001", "")
    [line] = shown["lines"]
    assert (line["book_quantity"], line["counted_quantity"]) == ("500", "498")
    assert (line["difference_quantity"], line["counted_at"]) == (
        "-2",
        "2026-03-03T01:30:00.000+00:00",
    )
    words = ("盘点单", "其他出库单", "其他入库单", "成本调整单")
    for told, title in zip(answers[1:], words, strict=True):
        assert jxc("show", told["number"]).json["state"] == "posted"
        assert jxc("print", told["number"], "-o", tmp_path / "paper").code == 0
        assert title in pdf_text(tmp_path / "paper")
    refused = {**counted, "key": "d", "lines": [], "rest": None}
    assert "还没有盘" in jxc("post", stdin=typed({**refused, "scope": "chosen"})).json["error"]
    assert jxc("reverse", answers[1]["number"], "--reason", "数错", "--key", "r").code == 0
    assert jxc("show", "BS202603030001").json["state"] == "reversed"
    assert jxc("verify").json["ok"]


def test_cost_is_counted_anew_after_a_backup(jxc, tmp_path):
    sold = {
        "key": "s", "type": "sales_delivery", "day": "2026-03-10", "partner": "C01",
        "lines": [{"product": "A", "quantity": "10", "price": "20.00"}],
    }  # fmt: skip
    late = {**RECEIPT, "key": "late", "day": "2026-03-01"}
    late["lines"] = [{**late["lines"][0], "price": "90.00"}]
    folder = tmp_path / "backups"
    folder.mkdir()
    assert jxc("settings", "set", "backup_folder", folder).code == 0
    wanted = {"key": "anew", "type": "recost"}
    refused = jxc("post", stdin=typed(RECEIPT, wanted)).lines[-1]
    assert (refused["ok"], refused["field"]) == (False, "products")
    assert list(folder.glob("*.jxc")) == []
    answers = jxc("post", stdin=typed(sold, late, wanted)).lines
    assert [each["ok"] for each in answers] == [True] * 3, answers
    made = len(list(folder.glob("*.jxc")))
    assert made >= 1
    shown = jxc("show", answers[-1]["number"]).json
    [line] = shown["lines"]
    assert (line["source"], line["part"]) == (answers[0]["number"], "goods")
    assert shown["total"] == line["amount"] == answers[-1]["total"]
    assert jxc("post", stdin=typed(wanted)).json["repeated"]
    assert len(list(folder.glob("*.jxc"))) == made
    assert jxc("reverse", answers[-1]["number"], "--reason", "算错").code == 0
    assert jxc("verify").json["ok"]


def test_a_banks_statement_is_brought_in_matched_and_reconciled(jxc, tmp_path):
    spent = {"type": "expense", "day": "2026-03-02", "account": "bank"}
    spent["lines"] = [{"account": "5603", "item": "手续费", "amount": "5.00"}]
    paid = jxc(
        "post", stdin=typed({**spent, "key": "a"}, {**spent, "key": "b", "day": "2026-03-09"})
    )
    numbers = [each["number"] for each in paid.lines]
    file = tmp_path / "bank.csv"
    file.write_text(
        "交易日期,摘要,支出,收入,余额\n2026-03-02,手续费,5.00,,95.00\n2026-03-04,货款,,20.00,115.00\n"
        "2026-03-20,手续费,5.00,,110.00\n", "utf-8",
    )  # fmt: skip
    brought = jxc("import", "bank_statement", file, "--account", "bank").json
    assert (brought["written"], brought["problems"]) == (3, [])
    assert jxc("import", "bank_statement", file).json["skipped"] == 3
    assert "--account" in jxc("import", "products", file, "--account", "bank").err
    assert jxc("bank", "match").json == {"matched": 1, "open_lines": 3, "open_legs": 1}
    open_ = jxc("bank", "list").json
    assert [each["amount"] for each in open_["lines"]] == ["100.00", "20.00", "-5.00"]
    assert [each["number"] for each in open_["legs"]] == [numbers[1]]
    assert (
        "20.00"
        in jxc("bank", "pair", "--lines", open_["lines"][1]["id"], "--documents", numbers[1]).err
    )
    assert "没有未勾对" in jxc("bank", "pair", "--documents", numbers[0]).err
    made = jxc("bank", "pair", "--lines", open_["lines"][2]["id"], "--documents", numbers[1]).json[
        "id"
    ]
    told = jxc(
        "report", "bank_reconciliation", "--to", "2026-03-10", "--filter", "account=bank"
    ).json
    rows = [[cell for cell in row if cell is not None] for row in told["rows"]]
    assert rows[0] == ["账面余额", "", "-10.00", "对账单余额", "", "115.00"]
    assert rows[-1] == ["调节后余额", "", "110.00", "调节后余额", "", "110.00"]
    assert jxc("bank", "undo", made).json == {"undone": made}
    assert jxc("bank", "undo", made).code == 1
    assert "已勾对" in jxc("bank", "undo-import", open_["imports"][0]["id"]).err
    assert jxc("bank", "undo", jxc("bank", "list").json["matches"][0]["id"]).code == 0
    for each in open_["imports"]:
        assert jxc("bank", "undo-import", each["id"]).code == 0
    assert jxc("bank", "opening", "7.00", "--day", "2026-03-01").json["opening"] == "7.00"
    assert "已有期初余额" in jxc("bank", "opening", "7.00", "--day", "2026-03-01").err
    assert "不是日期" in jxc("bank", "opening", "7.00", "--day", "3月").err
    assert jxc("verify").json["ok"]

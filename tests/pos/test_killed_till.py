"""A till that is killed in the middle of a payment: its ticket comes back and is paid once."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.core.sql import Statement
from jxc_desktop.pos.ui.autosave import SAVE_AFTER
from jxc_desktop.pos.ui.tender_memory import SOON
from tests.pos.conftest import MILK

pytestmark = pytest.mark.kill
PROJECT = Path(__file__).parents[2]
SALES = Statement("SELECT count(*), coalesce(sum(total), 0) FROM pos_sale")
MONEY = Statement("SELECT coalesce(sum(amount), 0) FROM pos_sale_tender")
SEED = 20261127


class Till:
    """The process of a till."""

    def __init__(self, shop: Path, folder: Path, mode: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.pos.till_process", str(shop), str(folder), mode],
            cwd=PROJECT, stdout=subprocess.PIPE, text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(PROJECT)},
        )  # fmt: skip

    def wait_for(self, word: str) -> None:
        for line in self._process.stdout:
            if line.strip() == word:
                return
        raise AssertionError(f"the till ended before it was {word}")

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        self._process.stdout.close()


def booked(database) -> tuple[int, int, int]:
    """Sales, what they come to, what was taken for them."""
    with database.reading() as session:
        count, total = SALES.one(session)
        return count, total, MONEY.one(session)[0]


def test_a_tender_that_was_killed_took_nothing_and_its_ticket_is_paid_once(
    counter, open_till, tmp_path
):
    database, _shift = counter
    process = Till(database.path, tmp_path, "tender")
    process.wait_for("tendering")
    process.kill()
    assert booked(database) == (0, 0, 0)
    till = open_till()
    assert till.ticket.due == 5700
    assert "接着扫" in till.message
    till.key(Qt.Key.Key_F12)
    sheet = till.pane.paying.sheet
    assert sheet.tendering.amounts == {"wechat": 3000}
    assert "还没有记账" in sheet.problem.text()
    till.key(Qt.Key.Key_Escape)
    till.key(Qt.Key.Key_F12)
    assert not sheet.tendering.amounts
    till.key(Qt.Key.Key_Escape)
    till.settle("60")
    assert booked(database) == (1, 5700, 5700)


def test_amounts_of_another_ticket_never_come_back(open_till):
    till = open_till()
    till.ring_up(MILK, lines=1)
    till.key(Qt.Key.Key_F12)
    till.type("20")
    till.qtbot.wait(3 * SOON)
    kept = till.pane.context.settings.read("till/01/tender")
    assert kept["amounts"] == {"cash": 2000}
    till.pane.context.settings.write("till/01/tender", {**kept, "key": "another"})
    open_till.close(till)
    again = open_till()
    again.until(lambda: again.ticket.lines)
    again.key(Qt.Key.Key_F12)
    assert not again.pane.paying.sheet.tendering.amounts


def test_killed_anywhere_on_the_way_to_the_books_it_is_one_sale(counter, open_till, tmp_path):
    database, _shift = counter
    choice = random.Random(SEED)
    for sold in range(3):
        process = Till(database.path, tmp_path, "pay")
        process.wait_for("paying")
        time.sleep(choice.random() * 0.05)
        process.kill()
        till = open_till()
        if till.ticket.lines:
            till.settle("60")
        else:
            assert "没有重复收" in till.message
        till.until(lambda shown=till: not shown.pane.working)
        till.qtbot.wait(3 * SAVE_AFTER)  # the empty ticket is kept too
        open_till.close(till)
        assert booked(database) == (sold + 1, (sold + 1) * 5700, (sold + 1) * 5700)


def test_what_was_put_aside_is_still_there_after_the_kill(counter, open_till, tmp_path):
    database, _shift = counter
    first = open_till()
    first.ring_up(MILK, lines=1)
    first.type("老王")
    first.pane.hold()
    first.until(lambda: first.pane.desk.state.held)
    first.qtbot.wait(3 * SAVE_AFTER)  # the empty ticket is kept too
    open_till.close(first)
    process = Till(database.path, tmp_path, "tender")
    process.wait_for("tendering")
    process.kill()
    till = open_till()
    assert [held.name for held in till.pane.desk.state.held] == ["老王"]
    assert till.ticket.due == 5700

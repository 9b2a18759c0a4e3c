import sys
import threading

import pytest
from PySide6.QtCore import QObject
from sqlalchemy import text

from jxc_desktop.core.db import Database, changed
from jxc_desktop.widgets.tasks import HANDOVER, Cancelled, Tasks

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


def add(session, words):
    session.execute(text("INSERT INTO note (words) VALUES (:words)"), {"words": words})
    changed(session, "note")
    return words


def count(session):
    return session.scalar(text("SELECT count(*) FROM note"))


def endless(session, started):
    started.set()
    session.execute(text(ENDLESS)).all()


def test_a_result_comes_back_on_the_ui_thread(qtbot, tasks):
    seen = []
    tasks.write(add, "牛奶", then=lambda result: seen.append((result, threading.current_thread())))
    assert seen == []
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [("牛奶", threading.main_thread())]


def test_workers_hand_the_interpreter_over_within_a_millisecond(tasks):
    assert sys.getswitchinterval() == pytest.approx(HANDOVER) == 0.001


def test_writes_keep_their_order_and_readers_see_them(qtbot, tasks):
    order = []
    for number in range(20):
        tasks.write(add, str(number), then=order.append)
    qtbot.waitUntil(lambda: len(order) == 20)
    assert order == [str(number) for number in range(20)]
    counts = []
    tasks.read(count, then=counts.append)
    qtbot.waitUntil(lambda: counts == [20])


def test_a_failed_write_leaves_nothing_and_tells_why(qtbot, tasks):
    def half(session):
        add(session, "半")
        raise ValueError("broken")

    errors, counts = [], []
    tasks.write(half, failed=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    tasks.read(count, then=counts.append)
    qtbot.waitUntil(lambda: counts == [0])
    assert isinstance(errors[0], ValueError)


def test_a_commit_is_announced_by_its_tables(qtbot, tasks):
    with qtbot.waitSignal(tasks.changed) as told:
        tasks.write(add, "牛奶")
    assert told.args == [frozenset({"note"})]


def test_the_actor_is_who_was_at_work_when_asking(qtbot, tasks):
    names = []
    tasks.read(lambda session: session.info["actor"], then=names.append)
    tasks.actor = "林晓会"
    tasks.read(lambda session: session.info["actor"], then=names.append)
    qtbot.waitUntil(lambda: sorted(names) == sorted(["周敏", "林晓会"]))


def test_a_long_report_does_not_hold_up_a_write(qtbot, tasks):
    started, written, errors = threading.Event(), [], []
    report = tasks.read(endless, started, then=written.append, failed=errors.append)
    started.wait(5)
    tasks.write(add, "卖出", then=written.append)
    qtbot.waitUntil(lambda: written == ["卖出"])
    assert report.cancel()
    qtbot.waitUntil(lambda: len(errors) == 1)
    assert isinstance(errors[0], Cancelled)


def test_a_cancelled_write_leaves_no_trace(qtbot, tasks):
    started, errors, counts = threading.Event(), [], []

    def slow(session):
        add(session, "半")
        endless(session, started)

    job = tasks.write(slow, failed=errors.append)
    started.wait(5)
    assert job.cancel()
    qtbot.waitUntil(lambda: len(errors) == 1)
    assert isinstance(errors[0], Cancelled)
    tasks.read(count, then=counts.append)
    qtbot.waitUntil(lambda: counts == [0])


def test_work_that_is_done_cannot_be_cancelled(qtbot, tasks):
    written = []
    job = tasks.write(add, "牛奶", then=written.append)
    qtbot.waitUntil(lambda: bool(written))
    assert not job.cancel()
    assert not job.cancelled


def test_a_result_whose_owner_is_gone_is_dropped(qtbot, tasks):
    got, later, gone = [], [], threading.Event()

    class Owner(QObject):
        def take(self, result):
            got.append(result)

    def add_late(session, words):
        gone.wait(5)
        return add(session, words)

    owner = Owner()
    tasks.write(add_late, "牛奶", then=owner.take)
    owner.deleteLater()
    qtbot.waitUntil(lambda: not _alive(owner))
    gone.set()
    tasks.write(add, "可乐", then=later.append)
    qtbot.waitUntil(lambda: later == ["可乐"])
    assert got == []


def _alive(owner):
    try:
        owner.objectName()
    except RuntimeError:
        return False
    return True


def test_a_bug_nobody_waits_for_reaches_the_crash_hook(qtbot, tasks):
    with qtbot.captureExceptions() as caught:
        tasks.write(lambda session: 1 // 0)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_long_work_reports_and_can_be_stopped(qtbot, tasks):
    reports, errors, gate = [], [], threading.Event()

    def work(progress, total):
        progress.report(1, total, "读第 1 行")
        gate.wait(5)
        for done in range(2, total):
            progress.report(done, total)

    job = tasks.background(
        work, 1000, progress=lambda *said: reports.append(said), failed=errors.append
    )
    qtbot.waitUntil(lambda: bool(reports))
    assert job.cancel()
    gate.set()
    qtbot.waitUntil(lambda: bool(errors))
    assert reports[0] == (1, 1000, "读第 1 行")
    assert isinstance(errors[0], Cancelled)


def test_long_work_gives_its_result(qtbot, tasks):
    results = []
    tasks.background(lambda progress, number: number * 2, 21, then=results.append)
    qtbot.waitUntil(lambda: results == [42])


def test_closing_finishes_what_is_being_written(tasks, shop):
    for number in range(5):
        tasks.write(add, str(number))
    tasks.close()
    with shop.reading() as session:
        assert count(session) == 5
    with pytest.raises(RuntimeError):
        tasks.write(add, "zu spät")


@pytest.mark.pg
def test_a_statement_on_postgresql_is_stopped_at_once_and_the_connection_serves_on(
    qtbot, qapp, postgresql, owner
):
    database = Database(postgresql("small"))
    tasks, errors, answers = Tasks(database, owner), [], []
    job = tasks.read(
        lambda session: session.execute(text("SELECT pg_sleep(60)")).all(),
        then=print,
        failed=errors.append,
    )
    qtbot.waitUntil(lambda: job._interrupt is not None)
    assert job.cancel()
    qtbot.waitUntil(lambda: len(errors) == 1)
    assert isinstance(errors[0], Cancelled)
    for _ in range(4):
        tasks.read(lambda session: session.scalar(text("SELECT 1")), then=answers.append)
    qtbot.waitUntil(lambda: answers == [1, 1, 1, 1])
    tasks.close()
    database.close()

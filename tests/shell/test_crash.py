"""Bugs: in the log always, before the person once; the bundle holds no business."""

import logging
import sys
import threading
import zipfile

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtGui import QGuiApplication

from jxc_desktop.core.log import LogFile, set_up_log
from jxc_desktop.shell.crash_dialog import CrashDialog
from jxc_desktop.shell.crash_hooks import CrashHooks, CrashTeller
from jxc_desktop.shell.diagnostics import write_bundle

CANARY = "13812345678"


@pytest.fixture
def log(tmp_path):
    root = logging.getLogger()
    level = root.level
    path = set_up_log(tmp_path / "log")
    yield path
    for handler in [h for h in root.handlers if isinstance(h, LogFile)]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    logging.captureWarnings(False)


@pytest.fixture
def hooks(dressed, log):
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    hooks = CrashHooks()
    hooks.install()
    yield hooks
    hooks.remove()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def boom(words="boom"):
    raise ValueError(words)


def caught(words="boom"):
    try:
        boom(words)
    except ValueError as error:
        return error


def test_a_bug_on_any_thread_is_told_on_the_ui_thread(hooks, qtbot, log):
    told = []
    hooks.crashed.connect(lambda error: told.append((error, threading.current_thread())))
    error = caught("on the ui thread")
    sys.excepthook(type(error), error, error.__traceback__)
    thread = threading.Thread(target=boom, args=("on a worker",))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert {str(error) for error, _thread in told} == {"on the ui thread", "on a worker"}
    assert {where for _error, where in told} == {threading.main_thread()}
    assert log.read_text("utf-8").count('"message": "bug"') == 2


def test_the_same_bug_is_shown_once(hooks, qtbot):
    shown = []
    CrashTeller(hooks, shown.append, hooks)
    for _ in range(3):
        hooks.catch(caught())
    try:
        {}["other"]
    except KeyError as error:
        hooks.catch(error)
    qtbot.waitUntil(lambda: len(shown) == 2)
    qtbot.wait(20)
    assert [type(error) for error in shown] == [ValueError, KeyError]


def test_what_qt_complains_about_goes_to_the_log(hooks, log):
    qWarning("a warning of Qt")
    assert "a warning of Qt" in log.read_text("utf-8")


def test_the_dialog_says_what_is_safe_and_hands_out_the_details(dressed, qtbot, log):
    dialog = CrashDialog(caught(f"password=geheim, call {CANARY}"), log)
    qtbot.addWidget(dialog)
    dialog.copy.click()
    details = QGuiApplication.clipboard().text()
    assert "ValueError" in details
    assert "boom" in details
    assert CANARY not in details
    assert "geheim" not in details


def test_the_bundle_holds_versions_and_log_and_nothing_of_the_business(
    dressed, qtbot, log, tmp_path
):
    logging.getLogger("t").error("customer called from %s", CANARY)
    (log.parent / "shop.jxc").write_bytes(b"business")
    dialog = CrashDialog(caught(), log)
    qtbot.addWidget(dialog)
    target = tmp_path / "bundle.zip"
    dialog.save_bundle(target)
    assert str(target) in dialog.told.text()
    with zipfile.ZipFile(target) as bundle:
        assert sorted(bundle.namelist()) == ["crash-1.txt", "facts.json", "jxc.log"]
        everything = b"".join(bundle.read(name) for name in bundle.namelist()).decode()
    assert '"python"' in everything
    assert CANARY not in everything


def test_a_bundle_that_cannot_be_written_is_told(dressed, qtbot, log, tmp_path):
    dialog = CrashDialog(caught(), log)
    qtbot.addWidget(dialog)
    dialog.save_bundle(tmp_path / "no" / "folder.zip")
    assert "没有存成" in dialog.told.text()
    with pytest.raises(OSError):
        write_bundle(tmp_path / "no" / "folder.zip", log)

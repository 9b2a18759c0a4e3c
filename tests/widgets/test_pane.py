import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout
from sqlalchemy import text

from jxc_desktop.core.db import changed
from jxc_desktop.core.errors import Refused
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.messages import Tone
from jxc_desktop.widgets.pane import Context, Pane


def add(session, words):
    session.execute(text("INSERT INTO note (words) VALUES (:words)"), {"words": words})
    changed(session, "note")


def refuse(session):
    raise Refused("10 月已结账。改到 11 月", field="day")


class NotePane(Pane):
    title = "便条"
    watches = frozenset({"note"})

    def __init__(self, context):
        super().__init__(context)
        self.box = QLineEdit()
        QVBoxLayout(self).addWidget(self.box)
        self.refreshed = 0
        self.posted = 0
        self.marked = []
        self.reason = ""

    def refresh(self):
        self.refreshed += 1

    def mark_field(self, field, reason):
        self.marked.append((field, reason))

    def why_not(self):
        return self.reason

    @action("过账", "F12", needs="note.post", icon="circle-check", obstacle="why_not")
    def post(self):
        self.posted += 1

    @action("删行", "Ctrl+Del", needs="note.delete")
    def drop(self):
        self.box.clear()


@pytest.fixture
def pane(qtbot, context):
    pane = NotePane(context)
    qtbot.addWidget(pane)
    build_actions(pane, lambda _permission: True)
    pane.show()
    pane.box.setFocus()
    qtbot.waitUntil(pane.box.hasFocus)
    return pane


def test_a_commit_makes_the_watching_pane_read_once(qtbot, pane):
    for _ in range(5):
        pane.run_write(add, "牛奶")
    qtbot.waitUntil(lambda: pane.refreshed == 1)


def test_a_hidden_pane_reads_when_it_is_next_seen(qtbot, pane):
    pane.hide()
    done = []
    pane.run_write(add, "牛奶", then=done.append)
    qtbot.waitUntil(lambda: done == [None])
    assert pane.refreshed == 0
    pane.show()
    qtbot.waitUntil(lambda: pane.refreshed == 1)


def test_only_the_newest_question_in_a_slot_is_answered(qtbot, pane):
    gate, answers = threading.Event(), []

    def slow(session):
        gate.wait(5)
        return "old"

    pane.run_read(slow, then=answers.append, slot="price")
    pane.run_read(lambda session: "new", then=answers.append, slot="price")
    qtbot.waitUntil(lambda: answers == ["new"])
    gate.set()
    pane.run_read(lambda session: "end", then=answers.append)
    qtbot.waitUntil(lambda: "end" in answers)
    assert answers == ["new", "end"]


def test_what_the_user_can_mend_goes_to_the_message_line(qtbot, pane, messages):
    pane.run_write(refuse)
    qtbot.waitUntil(lambda: messages.current is not None)
    assert (messages.current.tone, messages.current.text) == (Tone.ERROR, "10 月已结账。改到 11 月")
    assert pane.marked == [("day", "10 月已结账。改到 11 月")]
    assert not pane.writing


def test_a_bug_goes_to_the_crash_hook(qtbot, pane):
    with qtbot.captureExceptions() as caught:
        pane.run_read(lambda session: [].pop(), then=print)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is IndexError


def test_nothing_shows_for_quick_work_then_a_bar_then_words(qtbot, pane, messages):
    gate, said, answers = threading.Event(), [], []
    messages.working.connect(lambda words, _cancel: said.append(words))
    pane.run_read(lambda session: gate.wait(10), then=answers.append)
    assert not pane._busy.bar.isVisible()
    qtbot.waitUntil(pane._busy.bar.isVisible)
    qtbot.waitUntil(lambda: said == ["正在处理"])
    gate.set()
    qtbot.waitUntil(lambda: said == ["正在处理", ""])
    assert not pane._busy.bar.isVisible()
    assert answers == [True]


def test_escape_cancels_long_work(qtbot, pane, messages):
    endless = text(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    )
    pane.run_read(lambda session: session.execute(endless).all(), then=print)
    qtbot.waitUntil(lambda: pane._busy.telling)
    qtbot.keyClick(pane.box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: messages.current is not None)
    assert messages.current.text == "已取消，什么也没有改动。"


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_the_main_action_answers_to_f12_and_ctrl_enter(qtbot, pane, key, modifiers):
    qtbot.keyClick(pane.box, key, modifiers)
    assert pane.posted == 1


def test_a_main_action_that_cannot_be_done_says_why(qtbot, pane, messages):
    pane.reason = "第 2 行低于最低售价 75.00"
    qtbot.keyClick(pane.box, Qt.Key.Key_F12)
    assert (pane.posted, messages.current.text) == (0, "第 2 行低于最低售价 75.00")
    assert action_named(pane, "post").isEnabled()
    pane.reason = ""
    qtbot.keyClick(pane.box, Qt.Key.Key_F12)
    assert (pane.posted, messages.current) == (1, None)


def test_a_second_press_while_writing_does_nothing(qtbot, pane):
    gate = threading.Event()
    pane.run_write(lambda session: gate.wait(5))
    qtbot.keyClick(pane.box, Qt.Key.Key_F12)
    assert pane.posted == 0
    gate.set()
    qtbot.waitUntil(lambda: not pane.writing)
    qtbot.keyClick(pane.box, Qt.Key.Key_F12)
    assert pane.posted == 1


def test_without_the_right_the_main_action_says_so_and_others_are_grey(qtbot, context, messages):
    pane = NotePane(context)
    qtbot.addWidget(pane)
    post, drop = build_actions(pane, lambda _permission: False)
    assert (post.isEnabled(), drop.isEnabled()) == (True, False)
    post.trigger()
    assert pane.posted == 0
    assert messages.current.text.startswith("没有“过账”的权限")


def test_keys_can_be_mapped_by_the_user(qtbot, context):
    pane = NotePane(context)
    qtbot.addWidget(pane)
    build_actions(pane, lambda _permission: True, {"NotePane.drop": "Ctrl+Y"})
    assert action_named(pane, "drop").shortcut().toString() == "Ctrl+Y"


def test_a_context_can_carry_more(context):
    grown = Context(context.tasks, context.messages, context.settings, more={"photos": 3})
    assert grown.more["photos"] == 3
    assert grown.may("anything")

"""Members and levels written, changed and found by keys."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from jxc_desktop.members.drafts import LevelDraft, MemberDraft
from jxc_desktop.members.queries import member_by_code, member_draft, member_levels
from jxc_desktop.members.services import save_level, write_members
from jxc_desktop.members.ui.level_pane import LevelPane
from jxc_desktop.members.ui.member_pane import MemberPane
from jxc_desktop.widgets.messages import Messages
from jxc_desktop.widgets.pane import Context
from jxc_desktop.widgets.tasks import Tasks
from jxc_desktop.widgets.theme import apply_theme
from jxc_desktop.widgets.ui_settings import UiSettings
from tests.conftest import NOW, actor_with

K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def known(database, owner):
    with database.transaction(owner) as session:
        save_level(session, LevelDraft("金卡", "", 500, 20_000))
        write_members(
            session,
            [
                MemberDraft("王小明", card_no="8001", phone="13800001234"),
                MemberDraft("李雷", card_no="8002", level_id=2),
            ],
        )
    return database


@pytest.fixture
def context_of(qapp, tmp_path):
    apply_theme(qapp, "light")
    opened = []

    def make(database, *roles: str) -> Context:
        actor = actor_with(*roles)
        opened.append(Tasks(database, actor=actor))
        settings = UiSettings(tmp_path / "window.ini")
        return Context(opened[-1], Messages(NOW), settings, may=actor.may, clock=NOW)

    yield make
    for tasks in opened:
        tasks.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)


def opened(qtbot, pane, title):
    qtbot.addWidget(pane)
    pane.resize(1366, 768)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(lambda: pane.card.title.text() == title)
    return pane


def write(widget, text: str) -> None:
    """Text as an input method hands it over; QTest has no keys for Chinese."""
    widget.setFocus()
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def retype(field, text: str) -> None:
    field.selectAll()
    write(field, text)


def said(pane) -> str:
    message = pane.context.messages.current
    return message.text if message else ""


def cards(pane):
    return [row.card_no for row in pane.model.loaded_rows()]


def test_a_new_member_by_keys_alone(qtbot, known, context_of, owner):
    pane = opened(qtbot, MemberPane(context_of(known, "owner")), "王小明")
    qtbot.waitUntil(lambda: pane.card.level.count() == 2)
    qtbot.keyClick(pane.grid, K.Key_N, CTRL)
    write(QApplication.focusWidget(), "韩梅梅")
    qtbot.keyClick(QApplication.focusWidget(), K.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "13700000001")
    for _field in range(2):
        qtbot.keyClick(QApplication.focusWidget(), K.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), K.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), K.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "1990-05-20")
    qtbot.keyClick(QApplication.focusWidget(), K.Key_F12)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 3)
    with known.reading(owner) as session:
        kept = member_draft(session, member_by_code(session, "13700000001").id)
    assert (kept.name, kept.card_no, kept.level_id) == ("韩梅梅", "HY000001", 2)
    assert kept.birthday.isoformat() == "1990-05-20"


def test_the_list_is_narrowed_by_level_and_by_the_end_of_a_phone(qtbot, known, context_of):
    pane = opened(qtbot, MemberPane(context_of(known, "owner")), "王小明")
    qtbot.waitUntil(lambda: pane.filters.boxes["level"].count() == 3)
    pane.filters.boxes["level"].setCurrentIndex(2)
    pane.filters.boxes["level"].activated.emit(2)
    qtbot.waitUntil(lambda: cards(pane) == ["8002"])
    pane.clear_filters()
    pane.filters.text_field.setText("1234")
    qtbot.waitUntil(lambda: cards(pane) == ["8001"])


def test_a_cashier_sees_a_mask_and_cannot_type_over_it(qtbot, known, context_of):
    pane = opened(qtbot, MemberPane(context_of(known, "cashier")), "王小明")
    assert pane.card.fields["phone"].text() == "138****1234"
    assert pane.card.fields["phone"].isReadOnly()
    qtbot.keyClick(pane.grid, K.Key_N, CTRL)
    assert not pane.card.fields["phone"].isReadOnly()


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [("phone", "没有", "电话号码"), ("birthday", "明年", "日期"), ("card_no", "8002", "8002")],
)
def test_what_is_wrong_is_marked_at_its_field(qtbot, known, context_of, field, text, words):
    pane = opened(qtbot, MemberPane(context_of(known, "owner")), "王小明")
    retype(pane.card.fields[field], text)
    qtbot.keyClick(pane.card.fields["name"], K.Key_F12)
    qtbot.waitUntil(lambda: words in said(pane))
    assert pane.card.fields[field].property("wrong") == "true"


def test_a_member_goes_out_of_use_and_comes_back(qtbot, known, context_of):
    pane = opened(qtbot, MemberPane(context_of(known, "owner")), "王小明")
    qtbot.keyClick(pane.grid, K.Key_T, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: cards(pane) == ["8002"])


def test_a_level_by_keys(qtbot, known, context_of, owner):
    pane = opened(qtbot, LevelPane(context_of(known, "owner")), "普通会员")
    qtbot.keyClick(pane.grid, K.Key_N, CTRL)
    write(QApplication.focusWidget(), "银卡")
    retype(pane.card.fields["discount"], "98折")
    retype(pane.card.fields["points_rate"], "1.5")
    qtbot.keyClick(pane.card.fields["points_rate"], K.Key_F12)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 3)
    with known.reading(owner) as session:
        level = member_levels(session)[-1]
    assert (level.name, level.price_level, level.discount, level.points_rate) == (
        "银卡", "member", 200, 15_000,
    )  # fmt: skip
    retype(pane.card.fields["discount"], "贵")
    qtbot.keyClick(pane.card.fields["name"], K.Key_F12)
    qtbot.waitUntil(lambda: pane.card.fields["discount"].property("wrong") == "true")


def test_the_cashier_only_reads_levels(qtbot, known, context_of):
    pane = opened(qtbot, LevelPane(context_of(known, "cashier")), "普通会员")
    assert pane.card.fields["name"].isReadOnly()
    assert not pane.card.price_level.isEnabled()

"""The audit log, asked by days and words, and verified."""

from datetime import date

import pytest
from sqlalchemy import text

from jxc_desktop.core.guards import drop_guards
from jxc_desktop.core.secrets import Secret
from jxc_desktop.shop.audit import record
from jxc_desktop.shop.login import log_in
from jxc_desktop.shop.ui.audit_pane import AuditPane
from jxc_desktop.widgets.actions import action_named
from jxc_desktop.widgets.periods import Period
from tests.shop.conftest import Hands


@pytest.fixture
def pane(qtbot, context_of):
    pane = AuditPane(context_of("owner"))
    qtbot.addWidget(pane)
    pane.resize(1100, 760)
    pane.show()
    qtbot.waitUntil(lambda: pane.model.rowCount() > 0)
    return pane


def column(pane: AuditPane, key: str) -> list[str]:
    place = [column.key for column in pane.model.columns].index(key)
    return [pane.model.cell(row, place).text for row in range(pane.model.rowCount())]


def test_the_newest_act_is_on_top_and_told_in_words(pane):
    assert column(pane, "action")[:2] == ["新建用户", "新建用户"]
    assert column(pane, "subject")[0] == "老周"
    assert column(pane, "at")[0] == "2026-11-20 10:00:00"
    assert "角色 店长" in column(pane, "detail")[0]
    assert "设密码" in column(pane, "action")


def test_words_find_acts(qtbot, pane):
    pane.filters.text_field.setText("xiaoli")
    qtbot.waitUntil(lambda: column(pane, "subject") == ["xiaoli"])
    assert pane.count.text() == "1 条"
    pane.filters.text_field.setText("nobody-like-this")
    qtbot.waitUntil(lambda: pane.model.rowCount() == 0)


def test_the_acts_of_one_person_are_told_apart(qtbot, pane, staffed, light):
    log_in(staffed, "xiaoli", Secret("vier lange Wörter"), passwords=light)
    box = pane.filters.boxes["user"]
    qtbot.waitUntil(lambda: box.count() == 4)
    pane.filters.set_value("user", "xiaoli")
    qtbot.waitUntil(lambda: column(pane, "action") == ["登录"])
    assert set(column(pane, "user")) == {"xiaoli"}


def test_older_days_are_there_when_asked_for(qtbot, pane, staffed, owner):
    hands = Hands()
    hands.passed(days=-40)
    clock, staffed.clock = staffed.clock, hands.clock
    with staffed.transaction(owner) as session:
        record(session, "test.act", "vor langer Zeit")
    staffed.clock = clock
    pane.read_again()
    qtbot.wait(100)
    assert "vor langer Zeit" not in column(pane, "subject")
    pane.filters.period_box.set_period(Period(date(2026, 10, 1), date(2026, 11, 30)))
    qtbot.waitUntil(lambda: "vor langer Zeit" in column(pane, "subject"))


def test_a_new_act_appears_by_itself(qtbot, pane, staffed, owner):
    with staffed.transaction(owner) as session:
        record(session, "setting.change", "phone", before="", after="123")
    qtbot.waitUntil(lambda: column(pane, "detail")[0] == "— → 123")
    assert column(pane, "action")[0] == "改设置"


def test_a_long_log_is_paged(qtbot, pane, staffed, owner):
    with staffed.transaction(owner) as session:
        for number in range(450):
            record(session, "test.act", f"n-{number}")
    qtbot.waitUntil(lambda: pane.model.rowCount() > 450)
    pane.grid.go_to(pane.model.rowCount() - 1)
    qtbot.waitUntil(lambda: pane.model.row_at(pane.model.rowCount() - 1) is not None)
    assert pane.model.row_at(pane.model.rowCount() - 1).action == "shop.open"


def test_a_whole_chain_is_told_to_be_whole(qtbot, pane):
    action_named(pane, "verify").trigger()
    qtbot.waitUntil(lambda: pane.chain.chip.text == "日志完整")


def test_an_edited_chain_is_told_with_its_row(qtbot, pane, staffed, owner):
    with staffed.transaction(owner) as session:
        drop_guards(session.connection())
        session.execute(text("UPDATE audit SET object = 'x' WHERE id = 2"))
    action_named(pane, "verify").trigger()
    qtbot.waitUntil(lambda: pane.chain.chip.text == "日志被改过")
    assert "第 2 行" in pane.context.messages.current.text


def test_no_text_is_cut(qtbot, pane):
    qtbot.waitUntil(lambda: pane.model.row_at(0) is not None)
    assert pane.grid.elided_cells() == []

"""The settings, found by words and changed by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox

from jxc_desktop.shop.settings import change_setting, settings_of
from jxc_desktop.shop.ui.setting_pane import SettingPane
from jxc_desktop.widgets.actions import action_named


def open_pane(qtbot, context) -> SettingPane:
    pane = SettingPane(context)
    qtbot.addWidget(pane)
    pane.resize(1000, 700)
    pane.show()
    qtbot.waitUntil(lambda: bool(pane.rows))
    return pane


@pytest.fixture
def pane(qtbot, context_of):
    return open_pane(qtbot, context_of("owner"))


def kept(staffed):
    with staffed.reading() as session:
        return settings_of(session)


def shown(pane) -> list[str]:
    return [name for name, row in pane.rows.items() if not row.isHidden()]


def type_setting(qtbot, row, text: str) -> None:
    row.field.clear()
    qtbot.keyClicks(row.field, text)
    qtbot.keyClick(row.field, Qt.Key.Key_Return)


def test_a_text_is_kept_on_enter_and_marked_as_changed(qtbot, pane, staffed):
    row = pane.rows["phone"]
    assert not row.changed.isVisibleTo(pane)
    type_setting(qtbot, row, "0531-8888")
    qtbot.waitUntil(lambda: row.changed.isVisibleTo(pane))
    assert kept(staffed).phone == "0531-8888"
    assert pane.context.messages.current.text == "电话已保存"


def test_a_choice_and_a_tick_are_kept_at_once(qtbot, pane, staffed):
    rounding, closing = pane.rows["till_rounding"].field, pane.rows["backup_on_close"].field
    assert isinstance(rounding, QComboBox)
    assert isinstance(closing, QCheckBox)
    rounding.setCurrentIndex(rounding.findText("抹去分"))
    closing.click()
    qtbot.waitUntil(lambda: not kept(staffed).backup_on_close)
    assert kept(staffed).till_rounding == "fen"


def test_yes_no_and_unset_are_three(qtbot, pane, staffed):
    box = pane.rows["purchase_price_includes_tax"].field
    assert [box.itemText(place) for place in range(box.count())] == ["未设", "是", "否"]
    box.setCurrentIndex(2)
    qtbot.waitUntil(lambda: kept(staffed).purchase_price_includes_tax is False)
    box.setCurrentIndex(0)
    qtbot.waitUntil(lambda: kept(staffed).purchase_price_includes_tax is None)


def test_a_quick_change_of_mind_counts(qtbot, pane, staffed):
    box = pane.rows["purchase_price_includes_tax"].field
    for place in (2, 0, 1, 0):
        box.setCurrentIndex(place)
    qtbot.waitUntil(lambda: not pane.writing)
    assert kept(staffed).purchase_price_includes_tax is None


def test_what_cannot_be_is_told_at_its_field_and_nothing_is_kept(qtbot, pane, staffed):
    row = pane.rows["tax_rate"]
    type_setting(qtbot, row, "ten")
    qtbot.waitUntil(lambda: bool(row.problem.text()))
    assert row.field.property("wrong") == "true"
    assert row.field.text() == "ten"
    assert kept(staffed).tax_rate is None
    type_setting(qtbot, row, "9%")
    qtbot.waitUntil(lambda: kept(staffed).tax_rate == 900)
    qtbot.waitUntil(lambda: not row.problem.text())
    assert row.field.property("wrong") == "false"


def test_a_changed_setting_goes_back_to_its_default(qtbot, pane, staffed):
    row = pane.rows["backup_every_hours"]
    type_setting(qtbot, row, "8")
    qtbot.waitUntil(lambda: row.back.isVisibleTo(pane))
    row.back.click()
    qtbot.waitUntil(lambda: kept(staffed).backup_every_hours == 4)
    qtbot.waitUntil(lambda: row.field.text() == "4")
    assert not row.back.isVisibleTo(pane)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("税率", {"tax_rate", "city_tax_rate", "income_tax_rate", "taxpayer"}),
        ("mrsl", {"tax_rate"}),
        ("receipt_width", {"receipt_width"}),
        ("备份 隔", {"backup_every_hours"}),
    ],
)
def test_settings_are_found_by_name_sentence_and_pinyin(qtbot, pane, words, found):
    pane.search.setText(words)
    assert set(shown(pane)) == found
    visible = [group for group, heading in pane.headings.items() if not heading.isHidden()]
    assert set(visible) == {pane.rows[name].view.group for name in found}


def test_finding_nothing_says_so(qtbot, pane):
    pane.search.setText("xyz")
    assert shown(pane) == []
    assert "没有“xyz”" in pane.nothing.text()
    pane.search.clear()
    assert len(shown(pane)) == len(pane.rows)
    assert pane.nothing.isHidden()


def test_only_the_changed_ones_can_be_looked_at(qtbot, pane):
    pane.only_changed.click()
    assert set(shown(pane)) == {name for name, row in pane.rows.items() if row.view.changed}
    assert "phone" not in shown(pane)


def test_ctrl_f_goes_to_the_search(qtbot, pane):
    action_named(pane, "go_to_search").trigger()
    qtbot.waitUntil(pane.search.hasFocus)


def test_who_may_only_look_cannot_touch(qtbot, context_of):
    pane = open_pane(qtbot, context_of("auditor"))
    assert not any(row.field.isEnabled() for row in pane.rows.values())
    assert not any(row.back.isVisibleTo(pane) for row in pane.rows.values())


def test_what_another_window_changed_is_seen(qtbot, pane, staffed, owner):
    with staffed.transaction(owner) as session:
        change_setting(session, "address", "泉城路 1 号")
    qtbot.waitUntil(lambda: pane.rows["address"].field.text() == "泉城路 1 号")


def test_every_field_has_a_name_and_its_sentence(pane):
    for row in pane.rows.values():
        assert row.field.accessibleName() == row.view.title
        assert row.field.accessibleDescription() == row.view.sentence

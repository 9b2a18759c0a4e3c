"""The rules for scale labels, edited by form; a label is tried out while they are."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jxc_desktop.catalog.services import write_products
from jxc_desktop.catalog.ui.scale_label_pane import ScaleLabelPane
from jxc_desktop.shop.scale_rules import USUAL
from jxc_desktop.shop.settings import settings_of
from tests.catalog.test_scale_labels import PORK
from tests.conftest import actor_with
from tests.deskwork import settle


@pytest.fixture
def shown(stocked, owner, context_of, qtbot):
    """`shown(role)`: the pane, with pork of code 12 on the scales behind it."""
    with stocked.transaction(owner) as session:
        write_products(session, [replace(PORK, category="")])

    def show(role: str = "owner") -> ScaleLabelPane:
        pane = ScaleLabelPane(context_of(stocked, role))
        qtbot.addWidget(pane)
        pane.resize(1100, 700)
        pane.show()
        qtbot.waitUntil(lambda: len(pane.rows) == 3)
        settle(qtbot, pane)
        return pane

    return show


def kept(database, owner) -> str:
    with database.reading(owner) as session:
        return settings_of(session).scale_labels


def write(field, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)


def test_the_usual_rules_are_shown_in_words(shown):
    first, second, both = shown().rows
    assert first.told.text() == (
        "21 开头的 13 位：第 3–7 位秤码，第 8–12 位金额（元，2 位小数），末位校验"
    )
    assert second.layout_choice.currentText() == "13 位：5 位秤码，5 位重量"
    assert both.told.text().endswith("末位不核对")


def test_a_label_is_said_while_it_is_typed(shown, qtbot):
    pane = shown()
    QTest.keyClicks(pane.trial, "21000120193")
    assert pane.meaning.text() == "11 位，不是这里写的标签"
    QTest.keyClicks(pane.trial, "61")
    assert pane.meaning.text() == "秤码 12，金额 19.36 元"
    qtbot.waitUntil(lambda: pane.goods.text() == "五花肉：2.31 千克 × 8.38 = 19.36")
    pane.take_scan("2100012019360")
    assert "校验位不对" in pane.meaning.text()


def test_a_change_is_kept_once_it_makes_sense(shown, stocked, owner, qtbot):
    pane = shown()
    row = pane.rows[0]
    write(row.digits, "PPPPP AAA")
    assert "11 位" in row.told.text()
    QTest.keyClick(row.digits, Qt.Key.Key_Return)
    assert kept(stocked, owner) == USUAL
    write(row.digits, "PPPPP WW.WWW")
    QTest.keyClick(row.digits, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: kept(stocked, owner).startswith("21 PPPPP WW.WWW R"))
    assert row.layout_choice.currentText() == "13 位：5 位秤码，5 位重量"


def test_two_rules_for_one_beginning_are_told(shown, stocked, owner):
    pane = shown()
    write(pane.rows[1].flags, "21")
    QTest.keyClick(pane.rows[1].flags, Qt.Key.Key_Return)
    assert pane.problem.text() == "21 开头的 13 位标签写了两次。只留一条"
    assert kept(stocked, owner) == USUAL


def test_kinds_of_labels_come_and_go(shown, stocked, owner, qtbot):
    pane = shown()
    QTest.keyClick(pane, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: kept(stocked, owner).endswith("23 PPPPP WW.WWW R"))
    for _each in range(4):
        pane.rows[0].drop.click()
    qtbot.waitUntil(lambda: kept(stocked, owner) == "")
    pane.use_usual()
    qtbot.waitUntil(lambda: kept(stocked, owner) == USUAL)


def test_who_may_not_change_settings_reads_them(shown):
    role = "manager"
    assert not actor_with(role).may("settings.edit")
    pane = shown(role)
    assert not pane.rows[0].flags.isEnabled()
    assert pane.trial.isEnabled()

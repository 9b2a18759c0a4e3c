import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtTest import QTest

from jxc_desktop.widgets.buttons import ActionButton, IconButton, Segments
from jxc_desktop.widgets.icons import icon
from jxc_desktop.widgets.keycap import KeyCap, KeyHints
from jxc_desktop.widgets.tokens import LIGHT


@pytest.fixture
def post(qapp):
    action = QAction(icon("badge-check", "on_accent"), "审核过账")
    action.setShortcut("F12")
    action.setToolTip("审核过账  F12")
    return action


def test_a_button_triggers_its_action_and_follows_its_word(qtbot, dressed, post):
    button = ActionButton(post, "main")
    qtbot.addWidget(button)
    button.show()
    wide = button.sizeHint().width()
    with qtbot.waitSignal(post.triggered):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    post.setText("红冲")
    assert button.accessibleName() == "红冲"
    assert button.sizeHint().width() < wide
    post.setEnabled(False)
    assert not button.isEnabled()


def test_the_main_button_is_filled_with_the_accent(qtbot, dressed, post):
    button = ActionButton(post, "main")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    button.show()
    assert button.grab().toImage().pixelColor(6, 14) == QColor(LIGHT.accent)


def test_an_icon_alone_has_a_word_for_those_who_cannot_see_it(qtbot, dressed):
    button = IconButton("columns-3", "列")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("列", "列")


def test_a_switch_is_moved_with_keys_and_tells_its_key(qtbot, dressed):
    switch = Segments([("quote", "报价"), ("order", "订单"), ("delivery", "出库")])
    qtbot.addWidget(switch)
    switch.show()
    with qtbot.waitSignal(switch.chosen) as told:
        QTest.keyClick(switch._group.button(0), Qt.Key.Key_Right)
    assert told.args == ["order"]
    switch.choose("delivery")
    assert switch.current == "delivery"


def test_key_caps_are_read_as_keys(qtbot, dressed):
    hints = KeyHints([("Enter", "取用"), ("Esc", "关闭")])
    qtbot.addWidget(hints)
    assert [cap.accessibleName() for cap in hints.findChildren(KeyCap)] == ["Enter", "Esc"]
    hints.show()
    assert not hints.grab().isNull()

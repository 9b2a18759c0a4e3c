import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget

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


def test_in_a_crowded_bar_a_button_gives_up_its_key_then_its_icon_and_never_its_words(
    dressed, qtbot
):
    bar = QWidget()
    row = QHBoxLayout(bar)
    row.setContentsMargins(0, 0, 0, 0)
    buttons = []
    for word, key in (("客户价", "Ctrl+Shift+P"), ("停用或启用", "Ctrl+Shift+T"), ("保存", "F12")):
        action = QAction(icon("save"), word, bar)
        action.setShortcut(key)
        buttons.append(ActionButton(action))
        row.addWidget(buttons[-1])
    qtbot.addWidget(bar)
    whole = sum(button.sizeHint().width() for button in buttons) + 2 * row.spacing()

    def at(width: int) -> tuple[list[bool], list[bool]]:
        bar.resize(width, 40)
        row.activate()
        return [b.shows_key for b in buttons], [b.shows_icon for b in buttons]

    bar.show()
    assert at(whole + 50) == ([True] * 3, [True] * 3)
    keys, icons = at(whole - 60)
    assert not all(keys)
    assert all(icons)
    least = bar.minimumSizeHint().width()
    assert at(least) == ([False] * 3, [False] * 3)
    assert not any(button.cut_words() for button in buttons)

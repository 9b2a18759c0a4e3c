import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolTip, QVBoxLayout, QWidget

from jxc_desktop.widgets.message_line import MessageHistory, MessageLine
from jxc_desktop.widgets.messages import Link


@pytest.fixture
def line(qtbot, dressed, messages):
    window = QWidget()
    field, line = QLineEdit(), MessageLine(messages)
    layout = QVBoxLayout(window)
    layout.addWidget(field)
    layout.addWidget(line)
    qtbot.addWidget(window)
    window.resize(700, 120)
    window.show()
    field.setFocus()
    line.field = field
    line.window_kept = window
    return line


def test_a_message_shows_its_sentence_and_links_without_taking_the_focus(qtbot, line, messages):
    undone = []
    messages.success("已作废 1 张草稿。", Link("撤销", lambda: undone.append(True), "Ctrl+Z"))
    assert line.text.text() == "已作废 1 张草稿。"
    assert [link.text() for link in line.links if link.isVisible()] == ["撤销 Ctrl+Z"]
    QTest.mouseClick(line.links[0], Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert line.field.hasFocus()


def test_work_under_way_covers_the_message_and_gives_it_back(line, messages):
    cancelled = []
    messages.error("没有过账：10 月已结账")
    messages.work("读第 120 行", lambda: cancelled.append(True))
    assert (line.text.text(), line.links[0].text()) == ("读第 120 行", "取消 Esc")
    line.links[0].click()
    messages.work("")
    assert cancelled == [True]
    assert line.text.text() == "没有过账：10 月已结账"


def test_a_sentence_without_room_is_cut_rather_than_widen_the_window(line, messages):
    window, sentence = line.window(), "供应商的发票与收货单的数量不一致，请核对。" * 5
    messages.error(sentence, Link("去核对", lambda: None, "F2"))
    window.layout().activate()
    assert window.width() == 700
    assert line.rect().contains(line.links[0].geometry())
    cut = line.text
    shorter = cut.fontMetrics().elidedText(sentence, Qt.TextElideMode.ElideRight, cut.width())
    plain = QLabel(shorter, line)
    plain.resize(cut.size())
    assert shorter.endswith("…")
    assert cut.grab().toImage() == plain.grab().toImage()
    assert (cut.text(), line.accessibleDescription()) == (sentence, sentence)


def test_the_mouse_over_a_cut_sentence_brings_it_whole(line, messages):
    def pointed_at() -> str:
        line.layout().activate()
        place = line.text.rect().center()
        pointing = QHelpEvent(QEvent.Type.ToolTip, place, line.text.mapToGlobal(place))
        QApplication.sendEvent(line.text, pointing)
        return QToolTip.text()

    messages.error("<b>数量</b>不一致，请核对。" * 30)
    assert pointed_at() == "<p>" + "&lt;b&gt;数量&lt;/b&gt;不一致，请核对。" * 30 + "</p>"
    messages.error("没有过账")
    assert pointed_at() == "今天的消息  Ctrl+Shift+M"


def test_the_sentence_is_read_by_a_screen_reader(line, messages):
    messages.notice("第 2 行低于最低售价")
    assert line.accessibleName() == "消息"
    assert line.accessibleDescription() == "第 2 行低于最低售价"


def test_markup_in_a_name_is_only_text(line, messages):
    messages.info("<b>坏名字</b>")
    assert line.text.text() == "<b>坏名字</b>"
    assert line.text.textFormat() == Qt.TextFormat.PlainText


def test_a_click_opens_todays_list_and_counts_as_seen(qtbot, line, messages):
    messages.info("一")
    messages.error("二")
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(500, 10))
    history = line.findChild(MessageHistory)
    texts = [row.text for row in history.grid.rows.loaded_rows()]
    assert texts == ["二", "一"]
    assert messages.current is None
    history.close()

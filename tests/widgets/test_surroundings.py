"""Sheets, empty states, dock titles, amounts, and chips."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QVBoxLayout, QWidget

from jxc_desktop.widgets.amounts import AmountLines, BigAmount, FigureCard
from jxc_desktop.widgets.chips import Chip, ChipLabel
from jxc_desktop.widgets.columns import Column
from jxc_desktop.widgets.dock_title import DockTitle, make_dock
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.labels import IconLabel, Words
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.sheet import Sheet
from jxc_desktop.widgets.theme import apply_theme
from jxc_desktop.widgets.tokens import LIGHT, Size


@pytest.fixture
def window(qtbot, dressed):
    window = QWidget()
    window.field = QLineEdit()
    QVBoxLayout(window).addWidget(window.field)
    qtbot.addWidget(window)
    window.resize(800, 500)
    window.show()
    qtbot.waitActive(window)
    window.field.setFocus()
    return window


def reversal(window, **more):
    effects = ["生成 XSCK…0012 红字单和 记-87", "库存 +24 箱"]
    return Sheet(window, "红冲 XSCK202611200007", effects, do="红冲", **more)


def test_a_sheet_focuses_the_safe_way_and_gives_the_focus_back(qtbot, window):
    sheet = reversal(window)
    assert sheet.leave.hasFocus()
    assert sheet.accessibleDescription() == "生成 XSCK…0012 红字单和 记-87；库存 +24 箱"
    with qtbot.waitSignal(sheet.declined):
        QTest.keyClick(sheet.leave, Qt.Key.Key_Escape)
    assert window.field.hasFocus()


def test_enter_on_a_sheet_does_nothing_dangerous(qtbot, window):
    sheet = reversal(window)
    with qtbot.waitSignal(sheet.declined):
        QTest.keyClick(sheet.leave, Qt.Key.Key_Return)


def test_a_sheet_wants_its_reason_and_keeps_the_focus_inside(qtbot, window):
    sheet = reversal(window, reason="红冲原因")
    QTest.keyClick(sheet.leave, Qt.Key.Key_Tab)
    assert sheet.do.hasFocus()
    QTest.keyClick(sheet.do, Qt.Key.Key_Return)
    assert sheet.reason.error.text() == "写明原因"
    assert sheet.reason.field.hasFocus()
    QTest.keyClicks(sheet.reason.field, "dup")
    QTest.keyClick(sheet.reason.field, Qt.Key.Key_Backtab)
    assert sheet.do.hasFocus()
    with qtbot.waitSignal(sheet.agreed) as told:
        QTest.keyClick(sheet.do, Qt.Key.Key_Return)
    assert told.args == ["dup"]


def test_a_sheet_covers_its_window_also_after_resizing(qtbot, window):
    sheet = reversal(window)
    window.resize(900, 600)
    assert sheet.geometry() == window.rect()


def test_an_empty_list_teaches_and_a_filtered_one_says_how_to_clear(qtbot, dressed):
    grid = Grid(RowsModel([Column("name", "商品")]))
    qtbot.addWidget(grid)
    state = EmptyState(grid, "还没有采购单。", [("Ctrl+N", "写第一张"), ("Alt+B", "看补货建议")])
    grid.resize(400, 300)
    grid.show()
    assert state.isVisible()
    assert state.text.text() == "还没有采购单。"
    state.set_filtered("11 月没有待审核的单。")
    assert state.accessibleName() == "11 月没有待审核的单。"
    grid.rows.set_rows([Chip("x")])
    assert not state.isVisible()
    grid.rows.set_rows([])
    assert state.isVisible()


def test_a_dock_title_without_room_tells_the_beginning_of_its_subject(qtbot, dressed):
    dock = make_dock("进价走势", "trending-up", QWidget())
    qtbot.addWidget(dock)
    title = dock.titleBarWidget()
    title.set_subject("晨牧纯牛奶 低脂 250ml×16")
    dock.resize(400, 100)
    dock.show()
    assert title.findChildren(Words)[1].text() == "晨牧纯牛奶 低脂 250ml×16"
    dock.resize(260, 100)
    assert title.findChildren(Words)[1].text() == "晨牧纯牛奶 低脂"
    assert title.toolTip() == title.subject == "晨牧纯牛奶 低脂 250ml×16"


def test_a_dock_title_is_32_high_and_closes_its_dock(qtbot, dressed):
    window = QMainWindow()
    qtbot.addWidget(window)
    content = QWidget()
    content.setObjectName("last_prices")
    dock = make_dock("客户最近成交价", "history", content)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    window.resize(600, 400)
    window.show()
    title = dock.titleBarWidget()
    assert isinstance(title, DockTitle)
    title.set_subject("晨牧纯牛奶 低脂")
    assert (title.height(), title.accessibleName()) == (32, "客户最近成交价 晨牧纯牛奶 低脂")
    assert dock.objectName() == "last_prices"
    QTest.mouseDClick(title, Qt.MouseButton.LeftButton, pos=QPoint(100, 16))
    assert dock.isFloating()
    title._close.click()
    assert not dock.isVisible()


def test_a_big_amount_shows_commas_and_flashes_only_for_a_moment(qtbot, window):
    amount = BigAmount(flashes=True)
    window.layout().addWidget(amount)
    amount.set_amount(524000)
    assert (amount.text(), amount.fen) == ("¥ 5,240.00", 524000)
    qtbot.waitUntil(lambda: not amount.autoFillBackground())
    amount.set_amount(-872)
    assert amount.property("tone") == "bad"


def test_amount_lines_are_added_once_and_changed_after(qtbot, dressed):
    lines = AmountLines()
    qtbot.addWidget(lines)
    lines.set_line("合计", "5,248.72")
    lines.set_line("整单优惠", "-8.72", "bad")
    lines.set_line("合计", "5,250.00")
    assert lines.texts() == {"合计": "5,250.00", "整单优惠": "-8.72"}


def test_a_figure_card_is_read_with_its_note(qtbot, dressed):
    card = FigureCard("今日毛利", "trending-up")
    qtbot.addWidget(card)
    card.set_figure("1,104.28", "毛利率 17.4%", aside="昨日 17.9%")
    assert card.accessibleName() == "今日毛利"
    assert card.accessibleDescription() == "1,104.28 毛利率 17.4% 昨日 17.9%"


def test_a_chip_is_read_as_its_word(qtbot, dressed):
    chip = ChipLabel(Chip("账实一致", "ok"), "shield-check")
    qtbot.addWidget(chip)
    chip.show()
    narrow = chip.width()
    chip.set_chip(Chip("差 12.30，看原因", "bad"), "circle-alert")
    assert chip.accessibleName() == "差 12.30，看原因"
    assert chip.width() > narrow
    assert chip.grab().toImage().pixelColor(4, chip.height() // 2) == QColor(LIGHT.bad_bg)


def test_words_and_icons_follow_type_and_theme_while_they_stand(qtbot, dressed):
    words, symbol = Words("合计", Size.HINT), IconLabel("check", "accent", 48)
    for widget in (words, symbol):
        qtbot.addWidget(widget)
        widget.show()
    before = words.font().pixelSize()
    light = symbol.grab().toImage()
    apply_theme(dressed, "dark", large_type=True)
    assert words.font().pixelSize() == before + 2
    assert symbol.grab().toImage() != light
    apply_theme(dressed, "light")
    assert words.font().pixelSize() == before

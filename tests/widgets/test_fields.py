from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from jxc_desktop.widgets.columns import Column
from jxc_desktop.widgets.day_field import DayField
from jxc_desktop.widgets.expressions import parse_quantity
from jxc_desktop.widgets.form_row import FormGrid, FormRow
from jxc_desktop.widgets.formats import quantity_text
from jxc_desktop.widgets.number_field import NumberField
from jxc_desktop.widgets.popup import Suggestions
from jxc_desktop.widgets.search_field import SearchField

TODAY = date(2026, 11, 20)


@pytest.fixture
def desk(qtbot, dressed):
    window = QWidget()
    QVBoxLayout(window)
    qtbot.addWidget(window)

    def show(*widgets):
        for widget in widgets:
            window.layout().addWidget(widget)
        window.show()
        qtbot.waitActive(window)
        widgets[0].setFocus()
        qtbot.waitUntil(widgets[0].hasFocus)
        return window

    return show


def test_a_day_is_typed_short_and_shown_in_full(qtbot, desk):
    field = DayField(TODAY, today=lambda: TODAY)
    desk(field)
    QTest.keyClicks(field, "11.3")
    with qtbot.waitSignal(field.day_changed) as told:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert (told.args, field.text()) == ([date(2026, 11, 3)], "2026-11-03")
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.day == date(2026, 11, 4)


def test_no_day_is_refused_marked_and_mended(qtbot, desk):
    field = DayField(TODAY, today=lambda: TODAY)
    desk(field)
    QTest.keyClicks(field, "2.30")
    with qtbot.waitSignal(field.refused) as told:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert "2.30" in told.args[0]
    assert (field.property("wrong"), field.day) == (True, TODAY)
    field.selectAll()
    QTest.keyClicks(field, "5")
    assert field.settle()
    assert not field.property("wrong")


def test_a_day_is_chosen_from_the_calendar(qtbot, desk):
    field = DayField(TODAY, today=lambda: TODAY)
    desk(field)
    popup = field.open_calendar()
    assert popup.calendar.selectedDate() == QDate(2026, 11, 20)
    with qtbot.waitSignal(field.day_changed):
        popup.calendar.activated.emit(QDate(2026, 12, 1))
    assert field.day == date(2026, 12, 1)


def test_a_number_field_understands_expressions_and_says_what_is_wrong(qtbot, desk):
    field = NumberField(524000)
    desk(field)
    assert field.text() == "5,240.00"
    QTest.keyClicks(field, "12*24+5")
    with qtbot.waitSignal(field.value_changed) as told:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert (told.args, field.text()) == ([29300], "293.00")
    field.selectAll()
    QTest.keyClicks(field, "12..")
    with qtbot.waitSignal(field.refused):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.value, field.property("wrong")) == (29300, True)


def test_a_number_field_keeps_what_it_was_given_exactly(qtbot, desk):
    field = NumberField(12345, parse=parse_quantity, text=quantity_text)
    desk(field)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.value == 12345
    field.clear()
    assert field.settle()
    assert field.value is None


def test_a_form_row_names_its_field_and_its_error(qtbot, desk):
    row = FormRow("客户", QLineEdit())
    desk(row.field)
    row.set_error("没有这个客户")
    assert row.field.accessibleName() == "客户"
    assert row.field.accessibleDescription() == "没有这个客户"
    assert row.error.text() == "没有这个客户"
    row.set_error("")
    assert not row.field.property("wrong")


def test_a_form_is_walked_in_reading_order_with_labels_aligned(qtbot, dressed):
    rows = [
        FormRow(label, QLineEdit())
        for label in ("客户", "业务日期", "仓库", "结算方式", "到期日", "业务员")
    ]
    form = FormGrid(rows)
    qtbot.addWidget(form)
    form.resize(800, 100)
    form.show()
    rows[0].field.setFocus()
    seen = []
    for _ in rows:
        seen.append(form.focusWidget().accessibleName())
        QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    assert seen == ["客户", "业务日期", "仓库", "结算方式", "到期日", "业务员"]
    assert rows[0].label.minimumWidth() == rows[3].label.minimumWidth()


class Partner:
    def __init__(self, code, name):
        self.code, self.name = code, name


PARTNERS = [Partner("KH0018", "桥东惠民超市"), Partner("KH0021", "望湖楼酒店")]


@pytest.fixture
def field(desk):
    suggestions = Suggestions(
        (Column("code", "编号"), Column("name", "客户", width=160, stretch=True))
    )
    waiting = []

    def fetch(text, then):
        waiting.append(lambda: then([p for p in PARTNERS if text.upper() in p.code + p.name]))

    field = SearchField(suggestions, fetch).show_as(
        lambda partner: f"{partner.name} {partner.code}"
    )
    field.waiting, field.other = waiting, QLineEdit()
    field.window_kept = desk(field, field.other)
    return field


def test_a_partner_is_found_and_the_focus_goes_on(qtbot, field):
    QTest.keyClicks(field, "kh")
    qtbot.waitUntil(lambda: len(field.waiting) == 1)
    field.waiting.pop()()
    assert field.suggester.popup.count == 2
    QTest.keyClick(field, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.chosen) as told:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert told.args == [PARTNERS[1]]
    assert field.text() == "望湖楼酒店 KH0021"
    assert field.other.hasFocus()


def test_enter_before_the_answer_takes_the_first_when_it_comes(qtbot, field):
    QTest.keyClicks(field, "kh0018")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.choice is None
    field.waiting.pop()()
    assert field.choice is PARTNERS[0]


def test_an_answer_to_an_older_text_is_dropped(qtbot, field):
    QTest.keyClicks(field, "kh0018")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    field.waiting.pop()()
    assert (field.choice, field.suggester.open) == (None, False)


def test_leaving_with_an_unanswered_text_puts_the_choice_back(qtbot, field):
    field.set_choice(PARTNERS[0])
    QTest.keyClicks(field, "zz")
    field.other.setFocus()
    assert (field.choice, field.text()) == (PARTNERS[0], "桥东惠民超市 KH0018")


def test_an_emptied_field_holds_nothing(qtbot, field):
    field.set_choice(PARTNERS[0])
    field.clear()
    with qtbot.waitSignal(field.chosen) as told:
        field.other.setFocus()
    assert told.args == [None]

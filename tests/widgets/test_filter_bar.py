from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.widgets.filter_bar import FilterBar, FilterChoice
from jxc_desktop.widgets.filter_chip import FilterChip
from jxc_desktop.widgets.periods import Period, parse_period, period_named

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("key", "start", "end"),
    [
        ("today", (2026, 11, 20), (2026, 11, 20)),
        ("yesterday", (2026, 11, 19), (2026, 11, 19)),
        ("week", (2026, 11, 16), (2026, 11, 22)),
        ("month", (2026, 11, 1), (2026, 11, 30)),
        ("last_month", (2026, 10, 1), (2026, 10, 31)),
        ("quarter", (2026, 10, 1), (2026, 12, 31)),
        ("year", (2026, 1, 1), (2026, 12, 31)),
    ],
)
def test_named_periods(key, start, end):
    assert period_named(key, TODAY) == Period(date(*start), date(*end))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("11.1-20", (2026, 11, 1), (2026, 11, 20)),
        ("11.1-11.20", (2026, 11, 1), (2026, 11, 20)),
        ("10.28 - 11.3", (2026, 10, 28), (2026, 11, 3)),
        ("2026-11-01 至 11-20", (2026, 11, 1), (2026, 11, 20)),
        ("2025-12-30 至 2026-01-02", (2025, 12, 30), (2026, 1, 2)),
        ("2月", (2026, 2, 1), (2026, 2, 28)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("上月", (2026, 10, 1), (2026, 10, 31)),
        ("11-05", (2026, 11, 5), (2026, 11, 5)),
        ("2026-11-05", (2026, 11, 5), (2026, 11, 5)),
        ("5", (2026, 11, 5), (2026, 11, 5)),
    ],
)
def test_typed_periods(text, start, end):
    assert parse_period(text, TODAY) == Period(date(*start), date(*end))


@pytest.mark.parametrize("text", ["", "13月", "11.20-1", "abc", "2.30-31", "9999-12", "0000年5月"])
def test_no_period_is_refused_in_a_sentence(text):
    with pytest.raises(InvalidInput):
        parse_period(text, TODAY)


def test_a_shown_period_reads_back():
    for period in (
        period_named("month", TODAY),
        Period(date(2025, 12, 30), TODAY),
        period_named("today", TODAY),
    ):
        assert parse_period(str(period), TODAY) == period


@pytest.fixture
def bar(qtbot, dressed):
    bar = FilterBar(
        [
            FilterChoice(
                "state", "状态", (("", "全部状态"), ("draft", "草稿"), ("posted", "已审核"))
            )
        ],
        today=lambda: TODAY,
    )
    qtbot.addWidget(bar)
    bar.resize(700, 70)
    bar.show()
    return bar


def test_a_period_is_chosen_or_typed_and_nonsense_is_put_back(qtbot, bar):
    assert bar.period == period_named("month", TODAY)
    edit = bar.period_box.lineEdit()
    edit.selectAll()
    with qtbot.waitSignal(bar.changed):
        QTest.keyClicks(edit, "11.1-20")
        QTest.keyClick(edit, Qt.Key.Key_Return)
    assert bar.period == Period(date(2026, 11, 1), TODAY)
    assert edit.text() == "2026-11-01 至 11-20"
    edit.setText("zzz")
    with qtbot.waitSignal(bar.refused):
        QTest.keyClick(edit, Qt.Key.Key_Return)
    assert bar.period == Period(date(2026, 11, 1), TODAY)


def test_filters_combine_and_stay_visible_as_chips(qtbot, bar):
    bar.set_value("state", "posted")
    bar.set_subject("partner", "客户", 7, "望湖楼酒店")
    QTest.keyClicks(bar.text_field, "mn")
    qtbot.waitUntil(lambda: len(bar.chips()) == 3)
    assert bar.chips() == ["“mn”", "状态：已审核", "客户：望湖楼酒店"]
    assert (bar.text, bar.value("state"), bar.value("partner")) == ("mn", "posted", 7)


def test_a_chip_takes_its_filter_away(qtbot, bar):
    bar.set_subject("partner", "客户", 7, "望湖楼酒店")
    chip = bar.findChild(FilterChip)
    assert chip.accessibleName() == "去掉筛选 客户：望湖楼酒店"
    with qtbot.waitSignal(bar.changed):
        QTest.keyClick(chip, Qt.Key.Key_Space)
    assert (bar.chips(), bar.value("partner")) == ([], None)


def test_clearing_leaves_the_period(qtbot, bar):
    bar.set_value("state", "draft")
    bar.text_field.setText("x")
    bar.clear()
    qtbot.waitUntil(lambda: bar.chips() == [])
    assert bar.value("state") == ""
    assert bar.period == period_named("month", TODAY)


def test_ctrl_f_goes_to_the_words(qtbot, bar):
    bar.focus_text()
    qtbot.waitUntil(bar.text_field.hasFocus)


def test_a_named_filter_comes_back_without_what_is_gone(qtbot, bar):
    bar.set_value("state", "posted")
    bar.text_field.setText("mn")
    bar.period_box.type_period("11.1-20")
    kept = bar.state()
    bar.clear()
    bar.period_box.type_period("本年")
    bar.restore(kept | {"chosen": kept["chosen"] | {"gone": 3}})
    assert (bar.text, bar.value("state")) == ("mn", "posted")
    assert bar.period == Period(date(2026, 11, 1), TODAY)

"""Texts that do not fit are found, whoever cuts them: the text's own widget, or the edge of what holds it."""

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from jxc_desktop.shell.top_bar import Badge, BadgeButton
from jxc_desktop.widgets.cut_texts import cut_texts


@pytest.fixture
def window(qtbot, dressed):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    window.show()
    return window


def put(window, widget, x, y, width, height=28):
    widget.setParent(window)
    widget.setGeometry(x, y, width, height)
    widget.show()
    return widget


def test_what_fits_is_not_told(window):
    put(window, QLabel("现金"), 10, 10, 100)
    put(window, QPushButton("新建"), 10, 50, 100)
    box = put(window, QComboBox(), 10, 90, 120)
    box.addItems(["全部", "小企业会计准则，一般纳税人，按月申报"])
    assert cut_texts(window) == []


def test_a_label_and_a_button_that_are_too_narrow_are_told(window):
    put(window, QLabel("小企业会计准则"), 10, 10, 30)
    put(window, QPushButton("审核过账"), 10, 50, 30)
    assert cut_texts(window) == ["小企业会计准则", "审核过账"]


def test_of_a_drop_down_what_is_chosen_counts(window):
    box = put(window, QComboBox(), 10, 90, 120)
    box.addItems(["全部", "小企业会计准则，一般纳税人，按月申报"])
    box.setCurrentIndex(1)
    assert cut_texts(window) == ["小企业会计准则，一般纳税人，按月申报"]


def test_what_an_edge_cuts_is_told(window):
    put(window, QLabel("应收账款"), 260, 10, 100)
    assert cut_texts(window) == ["应收账款"]


def test_what_can_be_scrolled_to_is_not_cut(window):
    area, inside = QScrollArea(), QWidget()
    column = QVBoxLayout(inside)
    for number in range(20):
        column.addWidget(QLabel(f"设置 {number}"))
    area.setWidget(inside)
    put(window, area, 0, 0, 300, 100)
    assert cut_texts(window) == []


def test_a_badge_that_paints_its_words_itself_tells_which_it_cuts(window):
    badge = BadgeButton(Badge("顺和副食商行", "SME rules · General taxpayer"))
    put(window, badge, 10, 10, badge.sizeHint().width(), 40)
    assert cut_texts(window) == []
    badge.show_badge(Badge("顺和副食商行", "Owner · Manager · Accounting · Treasurer · Auditor"))
    assert cut_texts(window) == ["Owner · Manager · Accounting · Treasurer · Auditor"]
    badge.set_two_lines(two=False)
    assert cut_texts(window) == []

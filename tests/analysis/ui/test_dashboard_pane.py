"""The dashboard between docks, at any width: nothing of it lies beyond its edge."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

from jxc_desktop.analysis.ui.dashboard_pane import DashboardPane
from tests.deskwork import context_of, settle, shown

__all__ = ["context_of"]


def right_edge(pane: QWidget, part: QWidget) -> int:
    return part.mapTo(pane, QPoint(part.width(), 0)).x()


@pytest.mark.parametrize("width", [640, 760, 900, 1080, 1400])
def test_at_any_width_everything_is_within_it(qtbot, context_of, database, owner, width):
    pane = shown(qtbot, DashboardPane(context_of(database, owner)), (width, 690))
    settle(qtbot, pane)
    page = pane.findChild(QScrollArea).widget()
    assert page.width() <= width
    parts = [*pane.cards.values(), pane.course, pane.course.spans, pane.goods, pane.money]
    assert max(right_edge(pane, part) for part in parts) <= width


def test_cards_stand_in_one_row_where_there_is_room_and_in_even_rows_where_not(
    qtbot, context_of, database, owner
):
    pane = shown(qtbot, DashboardPane(context_of(database, owner)), (1080, 690))
    settle(qtbot, pane)

    def rows() -> list[int]:
        tops = [card.y() for card in pane.cards.values()]
        return [tops.count(top) for top in sorted(set(tops))]

    assert rows() == [6]
    pane.resize(760, 690)
    qtbot.waitUntil(lambda: rows() == [3, 3])
    pane.resize(1080, 690)
    qtbot.waitUntil(lambda: rows() == [6])


def test_the_sums_of_the_course_go_below_its_heading_and_come_back(
    qtbot, context_of, database, owner
):
    pane = shown(qtbot, DashboardPane(context_of(database, owner)), (1080, 690))
    settle(qtbot, pane)
    course = pane.course
    beside = course.sums.geometry().center().y() - course.spans.geometry().center().y()
    assert abs(beside) <= 2
    pane.resize(640, 690)
    qtbot.waitUntil(lambda: course.sums.y() > course.spans.geometry().bottom())
    pane.resize(1080, 690)
    qtbot.waitUntil(lambda: course.sums.y() < course.spans.geometry().bottom())

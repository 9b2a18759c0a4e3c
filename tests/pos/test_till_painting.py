"""What a scan costs the screen: its line, the amounts and the words about it; never the whole till."""

import threading

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QRegion
from PySide6.QtTest import QTest

from jxc_desktop.pos.ui import till_pane
from jxc_desktop.stock.queries import LevelView
from tests.pos.conftest import APPLES, MILK, WATER
from tests.widgets.watching import watching

MANY = [WATER, MILK] * 8
"""More lines than there is room for."""


@pytest.fixture
def grid(till):
    return till.pane.face.lines.grid


def told(till) -> None:
    """Wait until the stock of what was scanned last is on the card, the last that a scan changes."""
    till.until(till.pane.face.card._here.text)


def rows(grid, *numbers: int) -> QRegion:
    """Where lines stand in the viewport."""
    region = QRegion()
    for number in numbers:
        top, height = grid.rowViewportPosition(number), grid.rowHeight(number)
        region += QRect(0, top, grid.viewport().width(), height)
    return region


def seen(till, part) -> QImage:
    """What stands on the screen where `part` is, as the paintings up to now left it."""
    QTest.qWait(30)
    screen = till.pane.screen().grabWindow(till.pane.winId()).toImage()
    place = QRect(part.mapTo(till.pane, part.rect().topLeft()), part.size())
    return screen.copy(place).convertToFormat(QImage.Format.Format_RGB32)


def anew(part) -> QImage:
    return part.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_a_scan_paints_its_line_and_the_one_that_was_current(till, grid):
    till.ring_up(WATER, MILK, WATER, lines=3)
    told(till)
    with watching() as watch:
        till.ring_up(MILK, lines=4)
        told(till)
    painted = watch.painted[grid.viewport()]
    assert painted.intersects(rows(grid, 3))
    assert not painted.intersects(rows(grid, 0, 1))


def test_when_lines_scroll_those_that_stay_are_moved_and_not_painted(till, grid):
    till.ring_up(*MANY, lines=16)
    told(till)
    assert grid.verticalScrollBar().value() > 0
    with watching() as watch:
        till.ring_up(WATER, lines=17)
        told(till)
    painted = watch.painted[grid.viewport()]
    assert painted.intersects(rows(grid, 16))
    assert not painted.intersects(rows(grid, *range(15)))


@pytest.mark.parametrize("before", [1, 16])
def test_a_scan_neither_lays_out_nor_paints_what_holds_the_parts_together(till, grid, before):
    till.ring_up(*MANY[:before], lines=before)
    told(till)
    face = till.pane.face
    with watching() as watch:
        till.ring_up(APPLES, lines=before + 1)
        told(till)
    whole = {till.pane, face, face.lines, face.card, face.totals, face.foot}
    assert face.foot.messages in watch.painted
    assert not whole & watch.laid_out
    assert not whole & set(watch.painted)
    assert not {grid.horizontalHeader().viewport(), face.bar, face.held} & set(watch.painted)


def test_a_message_neither_lays_out_nor_paints_the_till(till):
    with watching() as watch:
        till.pane.context.messages.error("供应商的发票与收货单的数量不一致，请核对。" * 8)
    face = till.pane.face
    assert face.foot.messages in watch.painted
    assert not {till.pane, face, face.foot} & (watch.laid_out | set(watch.painted))
    assert till.pane.width() == 1366


def test_the_screen_shows_what_painting_all_anew_would(till, grid):
    def agrees() -> bool:
        return seen(till, grid) == anew(grid)

    for number, code in enumerate(MANY, 1):
        till.ring_up(code, lines=number)
        assert agrees(), f"line {number}"
    till.enter("*3")
    till.until(lambda: till.ticket.lines[-1].quantity == 30000)
    assert agrees()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Delete):
        till.key(key)
        assert agrees()
    till.pane.desk.go_to(0)
    assert agrees()
    till.ring_up(APPLES, lines=16)
    assert agrees()
    assert till.pane.desk.undo()
    assert agrees()
    till.pane.desk.cancel_ticket()
    assert agrees()


def test_stock_told_late_is_not_shown_under_the_next_goods(till, monkeypatch):
    may_tell, asked = threading.Event(), []

    def slowly(_session, product_id):
        asked.append(product_id)
        if len(asked) == 1:
            may_tell.wait(5)
        return [LevelView(990000 * len(asked), warehouse_id=1)]

    monkeypatch.setattr(till_pane, "levels_of", slowly)
    card = till.pane.face.card
    till.ring_up(WATER, lines=1)
    till.until(lambda: asked)
    till.pane._levels.setInterval(300)
    till.ring_up(MILK, lines=2)
    may_tell.set()
    QTest.qWait(100)
    assert card._here.text() == ""
    till.until(card._here.text)
    assert card._here.text() == "198 箱"

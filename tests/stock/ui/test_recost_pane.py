"""Cost counted anew by keys: what would change is seen before, booked after a backup, and taken back in red."""

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.core.errors import UserError
from jxc_desktop.features import INVARIANTS
from jxc_desktop.stock.queries import recost_view
from jxc_desktop.stock.ui.recost_pane import RecostPane
from jxc_desktop.widgets.sheet import Sheet
from tests.shopkeeping import balances, fen
from tests.stock.test_recost import t13

K = Qt.Key


@pytest.fixture
def late(database, owner):
    """The story of T13, its last receipt not yet counted."""
    with database.transaction(owner) as session:
        shop, first, second = t13(session)
        return shop.product, first, second


def rows(pane) -> list[list[str]]:
    keys = [column.key for column in pane.model.columns]
    wanted = ("source", "before", "now", "difference")
    return [
        [pane.model.cell(row, keys.index(key)).text for key in wanted]
        for row in range(pane.model.rowCount())
    ]


def agree(pane, desk) -> Sheet:
    [sheet] = [each for each in pane.findChildren(Sheet) if each.isVisible()]
    if sheet.reason is not None:
        sheet.reason.field.setText("算错")
    sheet.do.click()
    desk.settled()
    return sheet


def test_late_goods_are_counted_anew_and_taken_back(desk, database, owner, late):
    _product, first, second = late
    desk.open("recost")
    pane = desk.settled()
    wanted = [[first, "60.00", "69.00", "9.00"], [second, "65.00", "62.75", "-2.25"]]
    assert rows(pane) == wanted
    assert "从 2026-11-03 起" in pane.note.text()
    desk.press(K.Key_F12)
    agree(pane, desk)
    assert desk.said() == "CBCS202611200001 已过账，主营业务成本 6.75"
    assert rows(pane) == wanted
    with database.reading(owner) as session:
        assert recost_view(session, "CBCS202611200001").total == -fen("6.75")
        assert balances(session)["5401"] == fen("131.75")
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []
    desk.press(K.Key_F12)
    agree(pane, desk)
    assert pane.title_line.chip.chip.text == "已红冲"
    desk.press(K.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert rows(pane) == wanted


def test_another_first_day_is_counted_from(desk, late):
    _product, first, second = late
    desk.open("recost")
    pane = desk.settled()
    for day, wanted in (("11.20", []), ("11.2", [first, second])):
        pane.day.setText(day)
        pane.day.settle()
        desk.settled()
        assert [row[0] for row in rows(pane)] == wanted


def test_where_nothing_changes_it_says_so(desk, shelf):
    desk.open("recost", shelf["P01"])
    pane = desk.settled()
    assert rows(pane) == []
    desk.press(K.Key_F12)
    assert "没有要改的" in desk.said() or "没有选要重算的商品" in desk.said()


def test_the_backup_comes_first_and_a_failed_one_books_nothing(desk, database, owner, late):
    made = []

    def back_up(_progress):
        made.append("x")
        raise UserError("备份盘满了")

    pane = RecostPane(desk.context, back_up)
    desk.qtbot.addWidget(pane)
    desk.pane = pane
    pane.show()
    desk.settled()
    pane.go_on()
    desk.settled()
    agree(pane, desk)
    assert (made, desk.said()) == (["x"], "备份盘满了")
    with database.reading(owner) as session:
        assert balances(session)["5401"] == fen(125)


def test_enter_opens_the_document_whose_cost_changes(desk, late):
    _product, first, _second = late
    desk.open("recost")
    pane = desk.settled()
    pane.grid.go_to(0)
    pane.open_document()
    desk.qtbot.waitUntil(lambda: desk.pane is not pane)
    desk.settled()
    assert desk.number() == first

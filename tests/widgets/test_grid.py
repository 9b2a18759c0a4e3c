from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget

from jxc_desktop.widgets.chips import status_chip
from jxc_desktop.widgets.column_chooser import ColumnChooser
from jxc_desktop.widgets.column_layout import ColumnLayout
from jxc_desktop.widgets.columns import Column, Kind, Mark
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.grid_header import GroupedHeader
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.theme import apply_theme
from jxc_desktop.widgets.tokens import DARK, LIGHT
from jxc_desktop.widgets.totals_row import TotalsRow
from tests.widgets.watching import watching


@dataclass(frozen=True)
class Document:
    id: int
    day: date
    partner: str
    total: int
    state: str = "posted"


ROWS = [
    Document(1, date(2026, 11, 20), "桥东惠民超市", 524000, "draft"),
    Document(2, date(2026, 11, 20), "望湖楼酒店", 318400, "pending"),
    Document(3, date(2026, 11, 20), "南门老陈小卖部", 86250),
    Document(4, date(2026, 11, 16), "Sunshine 幼儿园", -120480, "reversal"),
]


def columns():
    return (
        Column("day", "日期", kind=Kind.SHORT_DAY),
        Column(
            "partner",
            "客户",
            stretch=True,
            width=120,
            mark=lambda row: Mark("bad", "逾期") if row.id == 3 else None,
        ),
        Column("total", "价税合计", kind=Kind.MONEY, short="合计"),
        Column("state", "状态", lambda row: status_chip(row.state), Kind.CHIP),
    )


@pytest.fixture
def grid(qtbot, dressed, settings):
    model = RowsModel(columns())
    grid = Grid(model, name="deliveries", settings=settings, row_key=lambda row: row.id)
    qtbot.addWidget(grid)
    model.set_rows(ROWS)
    grid.resize(480, 220)
    grid.show()
    grid.go_to(0)
    grid.setFocus()
    return grid


def pixel(grid, row, column, dx, dy=14):
    rect = grid.visualRect(grid.model().index(row, column))
    image = grid.viewport().grab().toImage()
    return image.pixelColor(rect.topLeft() + QPoint(dx, dy))


def test_rows_have_the_height_of_the_tokens(grid):
    assert [grid.rowHeight(row) for row in range(4)] == [28] * 4
    apply_theme(QGuiApplication.instance(), "light", large_type=True)
    assert grid.rowHeight(0) == 32


def test_another_current_row_paints_the_two_rows_and_nothing_else(grid):
    for theme in ("dark", "light"):  # a theme put on later changes nothing about it
        apply_theme(QGuiApplication.instance(), theme)
        grid.go_to(0)
        with watching() as seen:
            grid.go_to(2)
        assert set(seen.painted) == {grid.viewport()}
        painted = seen.painted[grid.viewport()]
        assert painted.intersects(grid.visualRect(grid.model().index(2, 0)))
        assert not painted.intersects(grid.visualRect(grid.model().index(1, 0)))


def test_below_the_rows_is_the_ground_of_the_theme(grid):
    for theme, tokens in (("dark", DARK), ("light", LIGHT)):
        apply_theme(QGuiApplication.instance(), theme)
        assert grid.viewport().grab().toImage().pixelColor(10, 150) == QColor(tokens.surface)


def test_the_current_row_wears_a_bar_and_its_tint(grid):
    assert pixel(grid, 0, 0, 1) == QColor(LIGHT.accent)
    assert pixel(grid, 0, 0, 5, 3) == QColor(LIGHT.sel)
    grid.go_to(1)
    assert pixel(grid, 0, 0, 1) == QColor(LIGHT.surface)
    assert pixel(grid, 1, 0, 1) == QColor(LIGHT.accent)


def test_a_mark_is_a_bar_at_the_left_of_its_cell(grid):
    assert pixel(grid, 2, 1, 1) == QColor(LIGHT.bad)
    assert pixel(grid, 2, 1, 4) != QColor(LIGHT.bad)


def test_painting_follows_the_theme_at_once(grid):
    apply_theme(QGuiApplication.instance(), "dark")
    assert pixel(grid, 0, 0, 1) == QColor(DARK.accent)
    assert pixel(grid, 3, 0, 5, 3) == QColor(DARK.surface)


def test_enter_opens_the_row_under_the_cursor(qtbot, grid):
    QTest.keyClick(grid, Qt.Key.Key_Down)
    with qtbot.waitSignal(grid.opened) as told:
        QTest.keyClick(grid, Qt.Key.Key_Return)
    assert told.args == [ROWS[1]]


def test_home_end_and_typing_move_the_cursor(grid):
    QTest.keyClick(grid, Qt.Key.Key_End)
    assert grid.current() is ROWS[3]
    QTest.keyClick(grid, Qt.Key.Key_Home)
    assert grid.current() is ROWS[0]
    grid.type_ahead.text_of = lambda row: row.partner
    QTest.keyClicks(grid, "su")
    assert grid.current() is ROWS[3]


def test_space_picks_rows_and_arrows_keep_them(qtbot, grid):
    QTest.keyClick(grid, Qt.Key.Key_Space)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    QTest.keyClick(grid, Qt.Key.Key_Space)
    assert grid.picked_rows() == [ROWS[0], ROWS[2]]
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    assert grid.picked_rows() == [ROWS[3]]


def test_copy_gives_excel_what_is_shown(grid):
    grid.selectAll()
    QTest.keyClick(grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "日期\t客户\t价税合计\t状态"
    assert lines[4] == "11-16\tSunshine 幼儿园\t-1,204.80\t红字单"


def test_the_cursor_stays_on_the_same_document_over_a_refresh(grid):
    grid.go_to(2)
    grid.rows.set_rows([Document(9, date(2026, 11, 21), "新客户", 100), *ROWS])
    assert grid.current() == ROWS[2]
    grid.rows.set_rows(ROWS[:2])
    assert grid.current() == ROWS[1]


def test_a_click_on_a_heading_sorts_and_a_second_turns_round(qtbot, grid):
    header = grid.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(2) + 10, 10)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [row.id for row in grid.rows.loaded_rows()] == [4, 3, 2, 1]
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [row.id for row in grid.rows.loaded_rows()] == [1, 2, 3, 4]
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert header.sortIndicatorSection() == -1


def test_the_stretching_column_takes_what_is_left(grid):
    header = grid.horizontalHeader()
    assert header.length() == grid.viewport().width()
    grid.resize(300, 220)
    assert header.sectionSize(1) == 120


def test_cut_cells_and_headings_are_reported(grid):
    assert grid.elided_cells() == []
    grid.horizontalHeader().resizeSection(2, 50)
    cut = grid.elided_cells()
    assert (0, "total", "5,240.00") in cut
    assert (-1, "total", "价税合计") not in cut
    assert grid.horizontalHeader().heading_for(2) == "合计"


def test_a_column_is_as_wide_as_its_heading_needs(qtbot, dressed):
    grid = Grid(RowsModel([Column("id", "Recovery codes left", width=40), Column("partner", "")]))
    qtbot.addWidget(grid)
    grid.show()
    assert grid.elided_cells() == []


def test_the_users_columns_are_there_the_next_day(qtbot, grid, settings):
    header = grid.horizontalHeader()
    header.moveSection(3, 0)
    header.resizeSection(2, 131)
    qtbot.waitUntil(lambda: settings.read("grids/deliveries/kept") is not None)
    again = Grid(RowsModel(columns()), name="deliveries", settings=settings)
    qtbot.addWidget(again)
    layout = again.arrangement.now()
    assert (layout.order[0], layout.widths["total"]) == ("state", 131)
    assert again.first_column == 3


def test_columns_are_chosen_with_keys(qtbot, grid, settings):
    chooser = ColumnChooser(grid.arrangement)
    qtbot.addWidget(chooser)
    chooser.show_at(QPoint(400, 100))
    assert isinstance(chooser.focusWidget(), QListWidget)
    QTest.keyClick(chooser.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert grid.arrangement.now().order[:2] == ("partner", "day")
    QTest.keyClick(chooser.list, Qt.Key.Key_Space)
    assert grid.arrangement.now().hidden == frozenset({"day"})
    chooser.name.setText("窄列")
    QTest.keyClick(chooser.name, Qt.Key.Key_Return)
    assert grid.arrangement.layouts.names() == ["窄列"]
    chooser.restore.click()
    assert grid.arrangement.now().hidden == frozenset()


def test_the_totals_stand_under_their_columns_and_change_with_the_selection(qtbot, grid):
    totals = TotalsRow(grid, unit=lambda _count: "张", sum_key="total")
    qtbot.addWidget(totals)
    totals.set_totals({"total": 808170}, count=4)
    assert (totals.words(), totals.total_texts()) == ("4 张", {"total": "8,081.70"})
    assert totals.accessibleDescription() == "4 张 价税合计 8,081.70"
    grid.go_to(0)
    QTest.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert totals.words() == "选中 2 张 · 8,424.00"
    grid.go_to(0)
    assert totals.words() == "4 张"


def test_groups_of_headings_span_their_neighbours(qtbot, dressed):
    grouped = [
        Column("code", "编号"),
        Column("a", "数量", group="期初"),
        Column("b", "金额", group="期初"),
        Column("c", "数量", group="入库"),
    ]
    grid = Grid(RowsModel(grouped))
    qtbot.addWidget(grid)
    header = grid.horizontalHeader()
    assert isinstance(header, GroupedHeader)
    assert header.neighbours(1) == header.neighbours(2) == [1, 2]
    assert grid.ruled_columns == frozenset({1, 3})
    grid.arrangement.apply(ColumnLayout(("code", "b", "c", "a"), frozenset({"c"})))
    assert header.neighbours(1) == [2, 1]
    assert header.height() >= 0
    assert header.sizeHint().height() == 48


def test_the_columns_are_chosen_from_the_header(qtbot, grid):
    grid.horizontalHeader().customContextMenuRequested.emit(QPoint(10, 10))
    assert grid.findChild(ColumnChooser).isVisible()
    grid.findChild(ColumnChooser).close()

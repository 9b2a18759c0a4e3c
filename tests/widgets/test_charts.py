"""Charts: what is painted where, the scale beside it, the tip, the table behind."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from jxc_desktop.widgets.chart_plots import Point
from jxc_desktop.widgets.chart_scale import scale_for
from jxc_desktop.widgets.charts import BarLine, Spark
from jxc_desktop.widgets.theme import apply_theme
from jxc_desktop.widgets.tokens import DARK, LIGHT

POINTS = [Point(f"11-{day:02}", 500000 + day * 1000, 90000 + day * 100) for day in range(1, 21)]


@pytest.fixture
def sales(qtbot, dressed) -> BarLine:
    """A shown chart of sales and profit."""
    return shown(qtbot, BarLine("销售与毛利", "净销售额", "毛利"))


def shown(qtbot, chart):
    qtbot.addWidget(chart)
    chart.resize(600, 240)
    chart.show()
    return chart


def picture(widget) -> QImage:
    return widget.grab().toImage()


def inks(widget):
    image = picture(widget)
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    }


def test_a_chart_has_a_table_behind_it(sales):
    sales.set_points(POINTS, marked=[19])
    sales.setFocus()
    assert not sales.shows_table
    QTest.keyClick(sales, Qt.Key.Key_T)
    assert sales.shows_table
    assert sales.table.rows.cell(19, 1).text == "5,200.00"
    assert sales.accessibleDescription() == "11-01 5,010.00 … 11-20 5,200.00"
    assert sales.tip_for(0) == "11-01  净销售额 5,010.00  毛利 901.00"


@pytest.mark.parametrize(
    "kind", [lambda: Spark("进价走势"), lambda: BarLine("销售", "净销售额", "毛利")]
)
def test_charts_take_the_colours_of_the_theme_while_they_stand(qtbot, dressed, kind):
    chart = shown(qtbot, kind())
    chart.set_points(POINTS)
    light = inks(chart)
    apply_theme(dressed, "dark")
    dark = inks(chart)
    assert len(light) > 2
    assert (LIGHT.surface.lower() in light, LIGHT.surface.lower() in dark) == (True, False)
    assert DARK.surface.lower() in dark
    chart.set_points([])
    assert chart.accessibleDescription() == ""
    assert len(inks(chart)) == 1


def column_of(image: QImage, x: int, ink: QColor) -> list[int]:
    return [y for y in range(image.height()) if image.pixelColor(x, y) == ink]


def test_a_bar_is_as_high_as_its_figure_and_hangs_where_it_is_negative(qtbot, dressed):
    chart = shown(qtbot, BarLine("销售", "净销售额"))
    chart.set_points([Point("a", 100_00), Point("b", 50_00), Point("c", -50_00)], marked=[0, 1, 2])
    image, ink = picture(chart), QColor(LIGHT.series1)
    room = chart.bars._room(chart.bars._scale())
    places = [round(room.left() + room.width() * (place + 0.5) / 3) for place in range(3)]
    whole, half, below = (column_of(image, x, ink) for x in places)
    assert abs(len(whole) - 2 * len(half)) <= 2
    assert abs(len(half) - len(below)) <= 1
    assert max(half) <= min(below)


def test_days_without_sales_have_a_scale_all_the_same(sales):
    sales.set_points([Point("11-01", 0), Point("11-02", 0)])
    assert list(sales.bars._scale().ticks)[-1] == 1000


def test_the_mouse_brings_a_tip_for_its_place_and_takes_it_away(sales):
    sales.set_points(POINTS)
    plain = picture(sales)
    room = sales.bars._room(sales.bars._scale())
    inside = QPointF(room.left() + room.width() * 2.5 / 20, room.center().y()).toPoint()
    QTest.mouseMove(sales.bars, inside)
    assert sales.bars.hovered == 2
    assert picture(sales) != plain
    QTest.mouseMove(sales.bars, QPoint(1, 1))
    assert sales.bars.hovered is None
    QTest.mouseMove(sales.bars, inside)
    sales.set_points(POINTS[:2])
    assert sales.bars.hovered is None


@given(st.integers(-(10**12), 10**12), st.integers(-(10**12), 10**12), st.integers(0, 12))
def test_a_scale_holds_what_it_is_for_in_round_steps(one, other, lines):
    least, most = min(one, other), max(one, other)
    scale = scale_for(least, most, lines)
    assert scale.low <= min(least, 0) <= max(most, 0) <= scale.high
    assert scale.low in scale.ticks
    assert scale.high in scale.ticks
    assert 2 <= len(scale.ticks) <= max(lines, 2) + 1
    assert str(scale.step).rstrip("0") in {"1", "2", "5"}
    assert (scale.share(scale.low), scale.share(scale.high)) == (0, 1)


def test_the_window_gets_on_without_numpy():
    code = (
        "import sys; import jxc_desktop.widgets.charts, jxc_desktop.widgets.entry_grid;"
        "sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
